//! A JSON text changed only where what it holds has changed.
//!
//! Records of a list keep their places, new ones come behind them. A new key comes behind the one it follows in
//! the format, written as that one is: on a line of its own, or on the same line.

use crate::json::layout;
use crate::json::scan;

/// The text of a value that held `before` and is to hold `after`, both without spaces; `text` may also hold keys
/// that say nothing (`null`), which stay.
pub(crate) fn patched(text: &str, before: &str, after: &str, indent: usize) -> String {
    if before == after {
        return text.to_owned();
    }
    let both = |bracket: char| {
        text.starts_with(bracket) && before.starts_with(bracket) && after.starts_with(bracket)
    };
    if both('{') {
        return object(text, before, after, indent);
    }
    if both('[') && after.starts_with("[{") {
        return list(text, before, after, indent);
    }
    let mut new = String::new();
    layout::record(after, indent, &mut new);
    new
}

/// The members of an object: key with quotes, and value.
fn members(text: &str) -> Vec<(&str, &str)> {
    let member = |(start, end): (usize, usize)| {
        let member = text.get(start..end).unwrap_or_default();
        let (key, (from, until)) = scan::member(member);
        (key, member.get(from..until).unwrap_or_default())
    };
    scan::items(text).into_iter().map(member).collect()
}

fn value<'m>(members: &[(&str, &'m str)], key: &str) -> Option<&'m str> {
    members.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
}

/// A key as it would be written without escapes.
fn plain(key: &str) -> String {
    let name: String = serde_json::from_str(key).unwrap_or_default();
    serde_json::to_string(&name).unwrap_or_default()
}

fn object(text: &str, before: &str, after: &str, indent: usize) -> String {
    let (before, after) = (members(before), members(after));
    let ranges = scan::items(text);
    let mut pieces: Vec<(String, String, String)> = Vec::new();
    let mut end = 1;
    for (start, until) in ranges {
        let space = text.get(end..start).unwrap_or_default().trim_start_matches(',');
        let member = text.get(start..until).unwrap_or_default();
        end = until;
        let (key, (from, to)) = scan::member(member);
        let (head, old) = (member.get(..from).unwrap_or_default(), member.get(from..to).unwrap_or_default());
        let key = plain(key);
        let new = match (value(&before, &key), value(&after, &key)) {
            (Some(was), Some(now)) => patched(old, was, now, indent + 2),
            (None, Some(now)) => layout::spaced(now),
            (Some(_), None) => continue,
            (None, None) => old.to_owned(),
        };
        pieces.push((space.to_owned(), key, [head, &new].concat()));
    }
    let tail = text.get(end..).unwrap_or("}");
    add_keys(&mut pieces, &after, indent);
    let mut out = String::from("{");
    for (index, (space, _, member)) in pieces.iter().enumerate() {
        // The separator stands behind the member before it, as the text had it.
        out.push_str(if index == 0 { "" } else { "," });
        out.push_str(space);
        out.push_str(member);
    }
    // Where the last member was dropped its comma is dropped too.
    out + tail.trim_start_matches(',')
}

/// Puts keys that are not there yet behind the ones they follow.
fn add_keys(pieces: &mut Vec<(String, String, String)>, after: &[(&str, &str)], indent: usize) {
    let mut previous: Option<&str> = None;
    for (key, now) in after {
        if !pieces.iter().any(|(_, known, _)| known == key) {
            let behind =
                previous.and_then(|previous| pieces.iter().position(|(_, known, _)| known == previous));
            let place = behind.map_or(0, |place| place + 1);
            let space = pieces.get(place.saturating_sub(1)).map_or(" ", |(space, _, _)| space).to_owned();
            let mut member = format!("{key}: ");
            if now.starts_with("[{") && indent == 0 {
                layout::list(now, 4, &mut member);
            } else {
                layout::record(now, indent + 2, &mut member);
            }
            let space = if space.is_empty() { " ".to_owned() } else { space };
            pieces.insert(place, (space, (*key).to_owned(), member));
        }
        previous = Some(key);
    }
}

fn list(text: &str, before: &str, after: &str, indent: usize) -> String {
    let (old, new) = (scan::items(before), scan::items(after));
    let ranges = scan::items(text);
    if ranges.is_empty() || ranges.len() != old.len() || new.len() < old.len() {
        let mut out = String::new();
        layout::list(after, indent + 2, &mut out);
        return out;
    }
    let slice =
        |text: &'_ str, (start, end): (usize, usize)| text.get(start..end).unwrap_or_default().to_owned();
    let mut out = String::with_capacity(text.len() + after.len() - before.len().min(after.len()));
    let mut end = 0;
    for ((range, was), now) in ranges.iter().zip(&old).zip(&new) {
        out.push_str(text.get(end..range.0).unwrap_or_default());
        let (was, now) =
            (before.get(was.0..was.1).unwrap_or_default(), after.get(now.0..now.1).unwrap_or_default());
        let record = text.get(range.0..range.1).unwrap_or_default();
        if was == now {
            out.push_str(record);
        } else {
            out.push_str(&patched(record, was, now, indent + 2));
        }
        end = range.1;
    }
    let last = ranges.last().map_or(0, |range| range.0);
    let previous = ranges.iter().rev().nth(1).map_or(1, |range| range.1);
    let space = text.get(previous..last).unwrap_or(" ").trim_start_matches(',');
    let column = space.rsplit('\n').next().map_or(0, |line| line.chars().count());
    for range in new.iter().skip(old.len()) {
        out.push(',');
        out.push_str(if space.is_empty() { " " } else { space });
        layout::record(&slice(after, *range), column, &mut out);
    }
    out + text.get(end..).unwrap_or("]")
}
