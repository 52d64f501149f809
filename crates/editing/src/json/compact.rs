//! Takes JSON apart that serde has written without a space: it is known to be right, so brackets and commas are enough.

/// Returns the members of an object, each as its quoted key and its value.
pub(super) fn members(object: &str) -> impl Iterator<Item = (&str, &str)> {
    items(object).map(|member| {
        let mut reader = Reader::default();
        let colon = member.bytes().position(|byte| reader.read(byte) == Some(b':'));
        let (key, value) = colon.and_then(|at| member.split_at_checked(at)).unwrap_or((member, ""));
        (key, value.strip_prefix(':').unwrap_or(value))
    })
}

/// Returns the items of a list, or the members of an object, one by one.
pub(super) fn items(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = list.get(1..list.len().saturating_sub(1)).filter(|inner| !inner.is_empty());
    std::iter::from_fn(move || {
        let inner = rest?;
        let (mut reader, mut depth) = (Reader::default(), 0_usize);
        let comma = inner.bytes().position(|byte| {
            match reader.read(byte) {
                Some(b'{' | b'[') => depth += 1,
                Some(b'}' | b']') => depth = depth.saturating_sub(1),
                Some(b',') => return depth == 0,
                _ => {}
            }
            false
        });
        let (item, behind) = comma.and_then(|at| inner.split_at_checked(at)).unwrap_or((inner, ""));
        rest = behind.strip_prefix(',');
        Some(item)
    })
}

/// Tells the bytes outside of texts.
#[derive(Default)]
pub(super) struct Reader {
    is_in_text: bool,
    is_escaped: bool,
}

impl Reader {
    /// Reads the next byte; returns it where it is not within a text.
    pub(super) fn read(&mut self, byte: u8) -> Option<u8> {
        if self.is_in_text {
            self.is_in_text = self.is_escaped || byte != b'"';
            self.is_escaped = !self.is_escaped && byte == b'\\';
            return None;
        }
        self.is_in_text = byte == b'"';
        Some(byte)
    }
}
