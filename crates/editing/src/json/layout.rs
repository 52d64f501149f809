//! Where lines break in a new data file: one record a line while it fits, else one key a line.

use super::compact::{Reader, items, members};

/// How long a line may be, in characters.
const MAX_WIDTH: usize = 110;

/// Lays out a list with one record a line, whose records are indented by `indent`.
pub(super) fn write_list(compact: &str, indent: usize, to: &mut String) {
    write_list_of(items(compact), indent, to);
}

/// Lays out a list of records, given one by one.
pub(super) fn write_list_of<R: AsRef<str>>(records: impl Iterator<Item = R>, indent: usize, to: &mut String) {
    to.push('[');
    for (index, record) in records.enumerate() {
        to.push_str(if index == 0 { "\n" } else { ",\n" });
        to.extend(std::iter::repeat_n(' ', indent));
        write_record(record.as_ref(), indent, to);
    }
    to.push('\n');
    to.extend(std::iter::repeat_n(' ', indent.saturating_sub(2)));
    to.push(']');
}

/// Lays out a value that starts at column `indent`: in one line where it fits, else its members in a line each.
pub(super) fn write_record(compact: &str, indent: usize, to: &mut String) {
    if !compact.starts_with(['{', '[']) {
        to.push_str(compact);
        return;
    }
    if write_one_line(compact, MAX_WIDTH.saturating_sub(indent + 1), to) {
        return;
    }
    if compact.starts_with('[') {
        return write_list(compact, indent + 2, to);
    }
    to.push('{');
    for (index, (key, value)) in members(compact).enumerate() {
        to.push_str(if index == 0 { "\n" } else { ",\n" });
        to.extend(std::iter::repeat_n(' ', indent + 2));
        write_key(key, to);
        write_record(value, indent + 2, to);
    }
    to.push('\n');
    to.extend(std::iter::repeat_n(' ', indent));
    to.push('}');
}

/// Returns JSON in one line, with a space where people put one.
pub(super) fn one_line(compact: &str) -> String {
    let mut line = String::with_capacity(compact.len() + compact.len() / 8);
    write_one_line(compact, usize::MAX, &mut line);
    line
}

/// Writes JSON in one line, with a space where people put one, if that has no more than `width` characters; tells
/// whether it has.
fn write_one_line(compact: &str, width: usize, to: &mut String) -> bool {
    let start = to.len();
    let mut characters = 0;
    // What is copied as it is begins at `from`.
    let (mut from, mut before, mut reader) = (0, b' ', Reader::default());
    for (at, byte) in compact.bytes().enumerate() {
        characters += usize::from(byte & 0xC0 != 0x80);
        let Some(byte) = reader.read(byte) else { continue };
        // A space stands within the braces of an object that has members, and behind a comma and a colon.
        let space_at = match (before, byte) {
            (b'{', b'}') => None,
            (b'{' | b',' | b':', _) | (_, b'}') => Some(at),
            _ => None,
        };
        if let Some(at) = space_at {
            to.push_str(compact.get(from..at).unwrap_or_default());
            to.push(' ');
            (from, characters) = (at, characters + 1);
        }
        if characters > width {
            to.truncate(start);
            return false;
        }
        before = byte;
    }
    to.push_str(compact.get(from..).unwrap_or_default());
    if characters > width {
        to.truncate(start);
    }
    characters <= width
}

/// Writes the key of a member, as it is quoted.
pub(super) fn write_key(key: &str, to: &mut String) {
    to.push_str(key);
    to.push_str(": ");
}
