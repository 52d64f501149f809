//! Where lines break in a new data file: one record a line while it fits, else one key a line.

use crate::json::scan;

/// How long a line may be, in characters.
const WIDTH: usize = 110;

/// Lays out a whole data set: its lists have one record a line.
pub(crate) fn file(compact: &str, to: &mut String) {
    to.push('{');
    for (index, (start, end)) in scan::items(compact).into_iter().enumerate() {
        to.push_str(if index == 0 { "\n  " } else { ",\n  " });
        let text = compact.get(start..end).unwrap_or_default();
        let (key, (from, until)) = scan::member(text);
        let value = text.get(from..until).unwrap_or_default();
        to.push_str(key);
        to.push_str(": ");
        if value.starts_with("[{") { list(value, 4, to) } else { record(value, 2, to) }
    }
    to.push_str("\n}\n");
}

/// A list with one record a line, whose records are indented by `indent`.
pub(crate) fn list(compact: &str, indent: usize, to: &mut String) {
    to.push('[');
    for (index, (start, end)) in scan::items(compact).into_iter().enumerate() {
        to.push_str(if index == 0 { "\n" } else { ",\n" });
        to.extend(std::iter::repeat_n(' ', indent));
        record(compact.get(start..end).unwrap_or_default(), indent, to);
    }
    to.push('\n');
    to.extend(std::iter::repeat_n(' ', indent.saturating_sub(2)));
    to.push(']');
}

/// A value that starts at column `indent`: in one line where it fits, else its members in a line each.
pub(crate) fn record(compact: &str, indent: usize, to: &mut String) {
    if !compact.starts_with(['{', '[']) {
        to.push_str(compact);
        return;
    }
    // A character has at most four bytes.
    let line = if compact.len() > 4 * WIDTH { None } else { Some(spaced(compact)) };
    if let Some(line) = line.filter(|line| indent + line.chars().count() < WIDTH) {
        to.push_str(&line);
        return;
    }
    if compact.starts_with('[') {
        return list(compact, indent + 2, to);
    }
    to.push('{');
    for (index, (start, end)) in scan::items(compact).into_iter().enumerate() {
        to.push_str(if index == 0 { "\n" } else { ",\n" });
        to.extend(std::iter::repeat_n(' ', indent + 2));
        let text = compact.get(start..end).unwrap_or_default();
        let (key, (from, until)) = scan::member(text);
        to.push_str(key);
        to.push_str(": ");
        record(text.get(from..until).unwrap_or_default(), indent + 2, to);
    }
    to.push('\n');
    to.extend(std::iter::repeat_n(' ', indent));
    to.push('}');
}

/// JSON in one line, with a space where people put one.
pub(crate) fn spaced(compact: &str) -> String {
    let bytes = compact.as_bytes();
    let mut line = String::with_capacity(compact.len() + compact.len() / 8);
    let (mut copied, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let next = bytes.get(at + 1);
        let last = if *byte == b'"' { scan::text_end(bytes, at) } else { at };
        // Behind what a space stands: before a closing brace, behind an opening one, behind a comma and a colon.
        let after = bytes.get(last + 1);
        let space = match byte {
            b'{' => next != Some(&b'}'),
            b':' | b',' => true,
            _ => after == Some(&b'}'),
        };
        if space {
            line.push_str(compact.get(copied..=last).unwrap_or_default());
            line.push(' ');
            copied = last + 1;
        }
        at = last + 1;
    }
    line.push_str(compact.get(copied..).unwrap_or_default());
    line
}
