//! A JSON text changed only where what it holds has changed.
//!
//! Records of a list keep their places, new ones come behind them. A new key comes behind the one it follows in
//! the format, written as that one is: on a line of its own, or on the same line.

use std::borrow::Cow;

use figure_tracker_core::dataset::format::Dataset;

use super::layout::{one_line, write_list, write_list_of, write_record};
use super::parts::{Part, Parts, items, members};
use super::records::{RecordList, record_list};

/// Returns the text of a value that held `before` and is to hold `after`, both without spaces; `text` may also hold
/// keys that say nothing (`null`), which stay.
pub(super) fn edit_value(text: &str, before: &str, after: &str, indent: usize) -> String {
    if before == after {
        return text.to_owned();
    }
    let all = |bracket: char| [text, before, after].iter().all(|value| value.starts_with(bracket));
    if all('{') {
        return edit_object(text, before, after, indent);
    }
    if all('[') && after.starts_with("[{") {
        return edit_list(text, before, after, indent);
    }
    let mut new = String::new();
    write_record(after, indent, &mut new);
    new
}

/// Writes the text of a dataset that is to hold `after`. `hollow` are the dataset that the text holds and the other one,
/// both without spaces and with no more than one record in each list that both have.
pub(super) fn write_edited(text: &str, after: &Dataset, hollow: (&str, &str), out: &mut String) {
    let (before, now) = (members(hollow.0).parts, members(hollow.1).parts);
    let Parts { parts, tail } = members(text);
    let mut written: Vec<Member<'_>> = Vec::new();
    for Part { key, head, value } in parts {
        let value = match (edited_list(after, &key, value), value_of(&before, &key), value_of(&now, &key)) {
            (Some(list), ..) => MemberValue::Records(value, list),
            (None, Some(was), Some(now)) => MemberValue::Written(edit_value(value, was, now, 2)),
            (None, None, Some(now)) => MemberValue::Written(one_line(now)),
            (None, Some(_), None) => continue,
            (None, None, None) => MemberValue::Written(value.to_owned()),
        };
        written.push(Member { key, head: Cow::Borrowed(without_comma(head)), value });
    }
    add_members(&mut written, &now, 0);
    write_members(&written, tail, out);
}

/// Returns the list of a dataset of which the text of a member holds the first records.
pub(super) fn edited_list<'d>(after: &'d Dataset, key: &str, value: &str) -> Option<&'d dyn RecordList> {
    record_list(after, key).filter(|list| value.starts_with('[') && list.count() > 0)
}

/// Writes the text of a list of the dataset, record by record.
fn write_records(text: &str, list: &dyn RecordList, out: &mut String) {
    let Parts { parts, tail } = items(text);
    let count = parts.len();
    let last_head = parts.last().filter(|_| count <= list.count()).map(|last| last.head);
    let Some(last_head) = last_head else {
        return write_list_of((0..list.count()).map(|index| list.compact(index)), 4, out);
    };
    out.push('[');
    for (index, part) in parts.iter().enumerate() {
        out.push_str(part.head);
        match list.compact_if_other(index, part.value) {
            None => out.push_str(part.value),
            Some(was) => out.push_str(&edit_value(part.value, &was, &list.compact(index), 4)),
        }
    }
    add_records(last_head, (count..list.count()).map(|index| list.compact(index)), out);
    out.push_str(tail);
}

/// Adds records behind the last one of a list, each as that one stands.
fn add_records(last_head: &str, records: impl Iterator<Item = String>, out: &mut String) {
    let space = match without_comma(last_head) {
        "" => " ",
        space => space,
    };
    let column = space.rsplit('\n').next().map_or(0, |line| line.chars().count());
    for record in records {
        out.push(',');
        out.push_str(space);
        write_record(&record, column, out);
    }
}

/// A member of the object that is written.
struct Member<'t> {
    key: Cow<'t, str>,
    /// Spaces, key and colon.
    head: Cow<'t, str>,
    value: MemberValue<'t>,
}

/// The value of a member: as it is written, or a list of the dataset that is written record by record.
enum MemberValue<'t> {
    Written(String),
    Records(&'t str, &'t dyn RecordList),
}

fn value_of<'t>(members: &[Part<'t>], key: &str) -> Option<&'t str> {
    members.iter().find(|member| member.key == key).map(|member| member.value)
}

fn edit_object(text: &str, before: &str, after: &str, indent: usize) -> String {
    let (before, after) = (members(before).parts, members(after).parts);
    let Parts { parts, tail } = members(text);
    let mut written: Vec<Member<'_>> = Vec::new();
    for Part { key, head, value } in parts {
        let value = match (value_of(&before, &key), value_of(&after, &key)) {
            (Some(was), Some(now)) => edit_value(value, was, now, indent + 2),
            (None, Some(now)) => one_line(now),
            (Some(_), None) => continue,
            (None, None) => value.to_owned(),
        };
        let value = MemberValue::Written(value);
        written.push(Member { key, head: Cow::Borrowed(without_comma(head)), value });
    }
    add_members(&mut written, &after, indent);
    let mut out = String::new();
    write_members(&written, tail, &mut out);
    out
}

fn write_members(written: &[Member<'_>], tail: &str, out: &mut String) {
    out.push('{');
    for (index, member) in written.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        out.push_str(&member.head);
        match &member.value {
            MemberValue::Written(value) => out.push_str(value),
            MemberValue::Records(text, list) => write_records(text, *list, out),
        }
    }
    out.push_str(tail);
}

/// Returns what stands before a key without the comma behind the member before it.
fn without_comma(head: &str) -> &str {
    head.trim_start().strip_prefix(',').unwrap_or(head)
}

/// Adds members that are not there yet behind the ones they follow.
fn add_members<'t>(written: &mut Vec<Member<'t>>, after: &[Part<'t>], indent: usize) {
    let mut previous: Option<&str> = None;
    for Part { key, head, value } in after {
        if !written.iter().any(|member| member.key == *key) {
            let behind = written.iter().position(|member| Some(&*member.key) == previous);
            let place = behind.map_or(0, |place| place + 1);
            let model = written.get(place.saturating_sub(1)).map_or("", |member| &*member.head);
            let space = match model.split_once('"').map_or("", |(space, _)| space) {
                "" => " ",
                space => space,
            };
            let head = [space, head.trim_start_matches(','), " "].concat();
            let mut text = String::new();
            if value.starts_with("[{") && indent == 0 {
                write_list(value, 4, &mut text);
            } else {
                write_record(value, indent + 2, &mut text);
            }
            written.insert(
                place,
                Member { key: key.clone(), head: Cow::Owned(head), value: MemberValue::Written(text) },
            );
        }
        previous = Some(key);
    }
}

fn edit_list(text: &str, before: &str, after: &str, indent: usize) -> String {
    let (old, new) = (items(before).parts, items(after).parts);
    let Parts { parts, tail } = items(text);
    let Some(last) = parts.last().filter(|_| parts.len() == old.len() && new.len() >= old.len()) else {
        let mut out = String::new();
        write_list(after, indent + 2, &mut out);
        return out;
    };
    let mut out = String::with_capacity(text.len() + after.len().saturating_sub(before.len()) + 1);
    out.push('[');
    for ((part, was), now) in parts.iter().zip(&old).zip(&new) {
        out.push_str(part.head);
        if was.value == now.value {
            out.push_str(part.value);
        } else {
            out.push_str(&edit_value(part.value, was.value, now.value, indent + 2));
        }
    }
    add_records(last.head, new.iter().skip(old.len()).map(|part| part.value.to_owned()), &mut out);
    out + tail
}
