//! Holds a JSON tree to what the format declares: which keys there are, what stands under each, and that a date is a
//! date. Every fault is listed. No rule about several values here.
//!
//! For each fault it also says how the text is to be read without it, so that one broken value does not hide the rest of
//! its record: see [`Edit`].

mod label;
mod value;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;

use crate::declaration::{Field, Record, ValueKind};
use crate::findings::Finding;
use crate::suggestion::Suggestions;
use crate::tree::{bytes_of, is_null, key_bytes, kind_in_words, members, underlined};

/// What came of holding a tree to its shape.
#[derive(Debug, Default)]
pub(crate) struct ShapeCheck {
    /// What is wrong, in no order.
    pub(crate) findings: Vec<Finding>,
    /// The bytes of values that are not as declared, first first: rules have nothing to say about them.
    pub(crate) faulty: Vec<Range<usize>>,
    /// How the text is to be read without its faults, first first.
    pub(crate) edits: Vec<Edit>,
    /// Whether a record lacks a key that it must have.
    pub(crate) lacks_keys: bool,
    /// What suggestions are made with.
    pub(crate) suggestions: Suggestions,
}

/// A piece of the text to be read as another.
#[derive(Debug)]
pub(crate) struct Edit {
    /// The bytes that are read as something else.
    pub(crate) bytes: Range<usize>,
    /// What they are read as; none where the record can't be read at all.
    pub(crate) replacement: Option<Cow<'static, str>>,
}

/// What a value is to the one that holds it.
#[derive(Clone, Copy)]
enum Holder<'r> {
    Nothing,
    Key { name: &'r str, is_required: bool },
    Item { list: &'r str },
}

/// Holds a tree to the declarations of a dataset.
pub(crate) fn check_shape(root: &Value<'_>, dataset: &Record) -> ShapeCheck {
    let mut check = ShapeCheck::default();
    check.check_record(root, dataset, Holder::Nothing);
    check.faulty.sort_by_key(|bytes| bytes.start);
    // What is put in comes before what is taken out at the same place, and a whole before its parts.
    check.edits.sort_by_key(|Edit { bytes, .. }| (bytes.start, !bytes.is_empty(), Reverse(bytes.end)));
    check
}

impl ShapeCheck {
    /// Says that the declarations themselves can't be read, which is a fault of this program.
    pub(crate) fn broken(fault: &str) -> Self {
        let message = format!("this program does not understand its own format: {fault}");
        Self { findings: vec![Finding::error("broken-declarations", 0..0, message)], ..Self::default() }
    }

    /// Whether a value, or one that it is in, is not as declared.
    pub(crate) fn is_faulty(&self, bytes: &Range<usize>) -> bool {
        let before = self.faulty.partition_point(|faulty| faulty.start <= bytes.start);
        before
            .checked_sub(1)
            .and_then(|index| self.faulty.get(index))
            .is_some_and(|faulty| bytes.end <= faulty.end)
    }

    fn check_value(&mut self, value: &Value<'_>, kind: &ValueKind, holder: Holder<'_>) {
        match (kind, value) {
            (ValueKind::List(inner), Value::Array(list)) => {
                let name = holder.name();
                for item in &list.elements {
                    self.check_value(item, inner, Holder::Item { list: name });
                }
            }
            (ValueKind::Record(record), _) => self.check_record(value, record, holder),
            (ValueKind::WordOrRecord(record), Value::Object(_)) => self.check_record(value, record, holder),
            (ValueKind::Text, Value::StringLit(_) | Value::Object(_)) => {
                self.check_text(value, holder.name());
            }
            (ValueKind::Label, Value::StringLit(_) | Value::Object(_)) => self.check_label(value),
            (ValueKind::OneOf(names), Value::StringLit(name)) => {
                self.check_name(value, &name.value, names, kind, holder);
            }
            (ValueKind::Version, Value::NumberLit(version)) => self.check_version(value, version.value),
            (ValueKind::Number, Value::NumberLit(_) | Value::StringLit(_)) => {
                self.check_number(value, holder);
            }
            (ValueKind::Flag, Value::BooleanLit(_)) => {}
            (_, Value::StringLit(text)) if kind.is_written_as_text() => {
                self.check_word(value, &text.value, kind, holder);
            }
            _ => self.report_wrong_type(value, kind, holder),
        }
    }

    /// Checks an object by what is declared for it.
    fn check_record(&mut self, value: &Value<'_>, record: &Record, holder: Holder<'_>) {
        if !matches!(value, Value::Object(_)) {
            let reading = if matches!(holder, Holder::Nothing) { Some("{}") } else { None };
            return self.report_type(value, "an object", reading, holder);
        }
        let (mut known, mut unknown, mut removed) = (0_u64, HashSet::new(), Vec::new());
        for (index, member) in members(value).iter().enumerate() {
            let key = member.name.as_str();
            let number = record.fields.iter().position(|field| field.key == key);
            let bit = number.map_or(0, |number| 1 << number);
            let is_duplicate = if number.is_some() { known & bit != 0 } else { !unknown.insert(key) };
            known |= bit;
            match number.and_then(|number| record.fields.get(number)) {
                Some(field) if !is_duplicate => self.check_field(member, field),
                _ => {
                    removed.push(index);
                    self.report_surplus_member(member, record, is_duplicate);
                }
            }
        }
        self.remove_members(value, &removed);
        let is_missing = |number: usize, field: &&Field| field.is_required && known & (1 << number) == 0;
        let missing = record.fields.iter().enumerate().filter(|(number, field)| is_missing(*number, field));
        let missing: Vec<&Field> = missing.map(|(_, field)| field).collect();
        self.report_missing_keys(value, record, &missing, removed.len() < members(value).len());
    }

    /// Says which keys an object lacks, and lets it be read as if it had them.
    fn report_missing_keys(
        &mut self,
        object: &Value<'_>,
        record: &Record,
        missing: &[&Field],
        has_others: bool,
    ) {
        if missing.is_empty() {
            return;
        }
        self.lacks_keys = true;
        for field in missing {
            let message = format!("`{}` is missing in this {}", field.key, record.name);
            self.findings.push(Finding::error("missing-key", underlined(object), message));
        }
        let member = |field: &&Field| Some(format!("\"{}\":{}", field.key, field.kind.neutral()?));
        match missing.iter().map(member).collect::<Option<Vec<_>>>() {
            None => self.read_as(bytes_of(object), None),
            Some(members) => {
                let inside = object.start() + 1;
                let comma = if has_others { "," } else { "" };
                let replacement = Some(Cow::Owned(members.join(",") + comma));
                self.edits.push(Edit { bytes: inside..inside, replacement });
            }
        }
    }

    fn check_field(&mut self, member: &ObjectProp<'_>, field: &Field) {
        if field.is_required || !is_null(&member.value) {
            let holder = Holder::Key { name: &field.key, is_required: field.is_required };
            self.check_value(&member.value, &field.kind, holder);
        }
    }

    /// Says that a key stands twice, or is none of the record.
    fn report_surplus_member(&mut self, member: &ObjectProp<'_>, record: &Record, is_duplicate: bool) {
        if is_duplicate {
            return self.report_duplicate_key(member);
        }
        let key = member.name.as_str();
        let message = format!("`{key}` is not a key of a {}", record.name);
        let keys: Vec<&str> = record.fields.iter().map(|field| field.key.as_str()).collect();
        let help = self.name_meant(key, &keys, "its keys are");
        self.findings.push(Finding::error("unknown-key", key_bytes(member), message).with_help(help));
    }

    fn report_duplicate_key(&mut self, member: &ObjectProp<'_>) {
        let message = format!("`{}` stands twice in the same object", member.name.as_str());
        let finding = Finding::error("duplicate-key", key_bytes(member), message);
        self.findings.push(finding.with_help("keep one of the two"));
        self.faulty.push(bytes_of(member));
    }

    /// Lets an object be read without some of its members, each run of them with the comma that belongs to it.
    fn remove_members(&mut self, object: &Value<'_>, removed: &[usize]) {
        let members = members(object);
        for run in removed.chunk_by(|before, index| before + 1 == *index) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let before = first.checked_sub(1).and_then(|index| members.get(index));
            let own_start = members.get(*first).map_or(0, Ranged::start);
            let close = object.end().saturating_sub(1);
            let bytes = match (members.get(last + 1), before) {
                (Some(next), _) => own_start..next.start(),
                (None, Some(before)) => before.end()..close,
                (None, None) => own_start..close,
            };
            self.read_as(bytes, Some(""));
        }
    }

    fn report_wrong_type(&mut self, value: &Value<'_>, kind: &ValueKind, holder: Holder<'_>) {
        self.report_type(value, kind.in_words(), kind.neutral(), holder);
    }

    /// Says that a value is not what it should be.
    fn report_type(
        &mut self,
        value: &Value<'_>,
        right: &str,
        neutral: Option<&'static str>,
        holder: Holder<'_>,
    ) {
        let subject = match holder {
            Holder::Nothing => "the dataset".to_owned(),
            Holder::Key { name, .. } => format!("`{name}`"),
            Holder::Item { list } => format!("an item of `{list}`"),
        };
        let or_null = if holder.may_be_null() { ", or null," } else { "" };
        let message = format!("{subject} is {}", kind_in_words(value));
        let help = format!("{right}{or_null} would be right");
        self.findings.push(Finding::error("wrong-type", underlined(value), message).with_help(help));
        self.mark_faulty(value, neutral, holder);
    }

    /// Keeps the rules away from a value, and lets it be read as if it were not there.
    fn mark_faulty(&mut self, value: &Value<'_>, neutral: Option<&'static str>, holder: Holder<'_>) {
        self.faulty.push(bytes_of(value));
        let replacement = if holder.may_be_null() { Some("null") } else { neutral };
        self.read_as(bytes_of(value), replacement);
    }

    fn read_as(&mut self, bytes: Range<usize>, replacement: Option<&'static str>) {
        self.edits.push(Edit { bytes, replacement: replacement.map(Cow::Borrowed) });
    }

    /// The name that may have been meant, else all there are.
    fn name_meant(&mut self, name: &str, names: &[&str], all: &str) -> String {
        let suggestion = self.suggestions.did_you_mean(name, names.iter().copied());
        suggestion.unwrap_or_else(|| format!("{all} `{}`", names.join("`, `")))
    }
}

impl<'r> Holder<'r> {
    fn name(self) -> &'r str {
        match self {
            Self::Nothing => "",
            Self::Key { name, .. } | Self::Item { list: name } => name,
        }
    }

    fn may_be_null(self) -> bool {
        matches!(self, Self::Key { is_required: false, .. })
    }
}

/// Applies the edits within a piece of the text; none where it can't be read at all.
pub(crate) fn readable_text(text: &str, bytes: &Range<usize>, edits: &[Edit]) -> Option<String> {
    let mut readable = String::with_capacity(bytes.len());
    let mut at = bytes.start;
    for Edit { bytes: edited, replacement } in edits {
        if edited.start < at {
            continue;
        }
        readable.push_str(text.get(at..edited.start)?);
        readable.push_str(replacement.as_deref()?);
        at = edited.end;
    }
    readable.push_str(text.get(at..bytes.end)?);
    Some(readable)
}
