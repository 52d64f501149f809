//! Where the items of a list and the members of an object stand in a JSON text that is known to be JSON.

/// The byte ranges of the items of a list or the members of an object, without the space around them. The text
/// begins with its opening bracket and ends with the closing one.
pub(crate) fn items(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut items, mut depth, mut at) = (Vec::new(), 0_usize, 0);
    let (mut start, mut end) = (None, 0);
    while let Some(byte) = bytes.get(at).copied() {
        let inside = depth == 1;
        let first = at;
        match byte {
            b'"' => at = text_end(bytes, at),
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
        if inside && (depth == 0 || byte == b',') {
            items.extend(start.take().map(|start| (start, end)));
        } else if first > 0 && !byte.is_ascii_whitespace() {
            start = start.or(Some(first));
            end = at;
        }
    }
    items
}

/// Where a text ends that begins with the quote at `start`.
pub(crate) fn text_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        match rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
            None => return bytes.len(),
            Some(found) if rest.get(found) == Some(&b'"') => return at + found,
            Some(found) => at += found + 2,
        }
    }
}

/// The key of a member with its quotes, and the range of its value.
pub(crate) fn member(text: &str) -> (&str, (usize, usize)) {
    let end = (text_end(text.as_bytes(), 0) + 1).min(text.len());
    let (key, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let value = rest.trim_start().strip_prefix(':').map_or("", str::trim_start);
    (key, (text.len() - value.len(), text.len()))
}
