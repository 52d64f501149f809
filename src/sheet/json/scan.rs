//! Where the items of a list and the members of an object stand in a JSON text that is known to be JSON.

/// The byte ranges of the items of a list or the members of an object, without the space around them. The text
/// begins with its opening bracket and ends with the closing one.
pub(super) fn items(text: &str) -> Vec<(usize, usize)> {
    let mut items = Vec::new();
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let (mut start, mut end) = (None, 0);
    for (at, byte) in text.bytes().enumerate() {
        let inside = depth == 1;
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let separator = !in_text && inside && (depth == 0 || byte == b',');
        if separator {
            items.extend(start.take().map(|start| (start, end)));
        } else if depth > 0 && at > 0 && !byte.is_ascii_whitespace() {
            start = start.or(Some(at));
            end = at + 1;
        }
    }
    items
}

/// The key of a member with its quotes, and the range of its value.
pub(super) fn member(text: &str) -> (&str, (usize, usize)) {
    let (mut escaped, mut end) = (false, text.len());
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => {
                end = at + 1;
                break;
            }
            _ => {}
        }
    }
    let (key, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let value = rest.trim_start().strip_prefix(':').map_or("", str::trim_start);
    (key, (text.len() - value.len(), text.len()))
}
