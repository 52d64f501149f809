//! From an offset to the line and the column that an editor shows.

/// Counts lines and columns on the way from one offset to a later one.
pub(crate) struct LineWalk<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'t> LineWalk<'t> {
    /// Begins at the beginning of a text.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, offset: 0, line: 1, column: 1 }
    }

    /// Returns line and column of an offset that is not before the last one asked for; columns are characters.
    pub(crate) fn advance_to(&mut self, offset: usize) -> (usize, usize) {
        let passed = self.text.as_bytes().get(self.offset..offset).unwrap_or_default();
        for byte in passed {
            if *byte == b'\n' {
                (self.line, self.column) = (self.line + 1, 1);
            } else if byte & 0xC0 != 0x80 {
                self.column += 1;
            }
        }
        self.offset = self.offset.max(offset);
        (self.line, self.column)
    }
}
