//! Lays out a new data file while it is written: what serde writes without a space comes in pieces, and of it no more is
//! kept than the record that is not complete yet.

use std::io;

use super::layout::{write_key, write_record};
use super::parts::members;

/// Takes a dataset as JSON without a space, and adds it to a text with one record a line.
pub(super) struct FileWriter<'o> {
    out: &'o mut String,
    /// What is not laid out yet: a member of the dataset, or a record of one of its lists.
    pending: Vec<u8>,
    /// In how many objects and lists the next byte lies.
    depth: usize,
    is_in_list: bool,
    is_in_text: bool,
    is_escaped: bool,
    /// How many members, and how many records of the list, are laid out.
    members: usize,
    records: usize,
}

impl<'o> FileWriter<'o> {
    /// Makes a writer that adds to a text.
    pub(super) fn new(out: &'o mut String) -> Self {
        Self {
            out,
            pending: Vec::new(),
            depth: 0,
            is_in_list: false,
            is_in_text: false,
            is_escaped: false,
            members: 0,
            records: 0,
        }
    }

    fn take(&mut self, byte: u8) {
        if self.is_in_text {
            self.pending.push(byte);
            self.is_in_text = self.is_escaped || byte != b'"';
            self.is_escaped = !self.is_escaped && byte == b'\\';
            return;
        }
        match (byte, self.depth) {
            (b'{', 0) => {
                self.depth = 1;
                self.out.push('{');
                return;
            }
            (b',' | b'}', 1) => {
                self.end_member();
                if byte == b'}' {
                    self.depth = 0;
                    self.out.push_str("\n}\n");
                }
                return;
            }
            (b',' | b']', 2) if self.is_in_list => {
                self.end_record();
                if byte == b']' {
                    self.depth = 1;
                    self.is_in_list = false;
                    self.out.push_str("\n  ]");
                }
                return;
            }
            (b'{', 2) if self.pending.ends_with(b":[") => self.begin_list(),
            _ => {}
        }
        match byte {
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            b'"' => self.is_in_text = true,
            _ => {}
        }
        self.pending.push(byte);
    }

    /// Lays out the key of a list of records, whose first record begins.
    fn begin_list(&mut self) {
        self.pending.truncate(self.pending.len().saturating_sub(1));
        self.begin_member();
        let key = String::from_utf8(std::mem::take(&mut self.pending)).unwrap_or_default();
        write_key(&key, self.out);
        self.out.push('[');
        (self.is_in_list, self.records) = (true, 0);
    }

    fn begin_member(&mut self) {
        self.out.push_str(if self.members == 0 { "\n  " } else { ",\n  " });
        self.members += 1;
    }

    fn end_member(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let member = String::from_utf8(std::mem::take(&mut self.pending)).unwrap_or_default();
        self.begin_member();
        for part in members(&["{", &member, "}"].concat()).parts {
            write_key(part.head, self.out);
            write_record(part.value, 2, self.out);
        }
    }

    fn end_record(&mut self) {
        self.out.push_str(if self.records == 0 { "\n    " } else { ",\n    " });
        self.records += 1;
        write_record(std::str::from_utf8(&self.pending).unwrap_or_default(), 4, self.out);
        self.pending.clear();
    }
}

impl io::Write for FileWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        bytes.iter().for_each(|byte| self.take(*byte));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
