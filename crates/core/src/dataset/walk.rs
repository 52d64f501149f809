//! From an offset to the line and the column that an editor shows.

/// Counts lines and columns on the way from one offset to a later one.
pub(super) struct Walk<'t> {
    bytes: std::iter::Enumerate<std::slice::Iter<'t, u8>>,
    next: Option<(usize, u8)>,
    line: usize,
    column: usize,
}

impl<'t> Walk<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut bytes = text.as_bytes().iter().enumerate();
        for _ in 0..text.len() - text.trim_start_matches('\u{feff}').len() {
            bytes.next();
        }
        let next = bytes.next().map(|(at, &byte)| (at, byte));
        Self { bytes, next, line: 1, column: 1 }
    }

    /// Line and column of an offset that is not before the last one asked for.
    pub(super) fn to(&mut self, offset: usize) -> (usize, usize) {
        while let Some((_, byte)) = self.next.filter(|&(at, _)| at < offset) {
            self.next = self.bytes.next().map(|(at, &byte)| (at, byte));
            if byte == b'\n' {
                (self.line, self.column) = (self.line + 1, 1);
            } else if self.next.is_none_or(|(_, next)| next & 0xC0 != 0x80) {
                self.column += 1;
            }
        }
        (self.line, self.column)
    }
}
