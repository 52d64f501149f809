//! Where lines break in a new data file: one record a line while it fits, else one key a line.

use super::parts::{items, members};

/// How long a line may be, in characters.
const MAX_WIDTH: usize = 110;

/// Lays out a list with one record a line, whose records are indented by `indent`.
pub(super) fn write_list(compact: &str, indent: usize, to: &mut String) {
    write_list_of(items(compact).parts.iter().map(|part| part.value), indent, to);
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
    // A character has at most four bytes.
    let line = if compact.len() > 4 * MAX_WIDTH { None } else { Some(one_line(compact)) };
    if let Some(line) = line.filter(|line| indent + line.chars().count() < MAX_WIDTH) {
        to.push_str(&line);
        return;
    }
    if compact.starts_with('[') {
        return write_list(compact, indent + 2, to);
    }
    to.push('{');
    for (index, part) in members(compact).parts.iter().enumerate() {
        to.push_str(if index == 0 { "\n" } else { ",\n" });
        to.extend(std::iter::repeat_n(' ', indent + 2));
        write_key(part.head, to);
        write_record(part.value, indent + 2, to);
    }
    to.push('\n');
    to.extend(std::iter::repeat_n(' ', indent));
    to.push('}');
}

/// Returns JSON in one line, with a space where people put one.
pub(super) fn one_line(compact: &str) -> String {
    let mut line = String::with_capacity(compact.len() + compact.len() / 8);
    write_one_line(compact, &mut line);
    line
}

fn write_one_line(compact: &str, to: &mut String) {
    let (parts, open, close) = match compact.as_bytes().first() {
        Some(b'{') if compact.len() > 2 => (members(compact).parts, "{ ", " }"),
        Some(b'[') => (items(compact).parts, "[", "]"),
        _ => return to.push_str(compact),
    };
    to.push_str(open);
    for (index, part) in parts.iter().enumerate() {
        to.push_str(if index == 0 { "" } else { ", " });
        if open == "{ " {
            write_key(part.head, to);
        }
        write_one_line(part.value, to);
    }
    to.push_str(close);
}

/// Writes the key of a member as it is quoted, and a colon: both are what stands before its value.
pub(super) fn write_key(head: &str, to: &mut String) {
    to.push_str(head.trim_start_matches(','));
    to.push(' ');
}
