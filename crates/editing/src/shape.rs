//! Holds a JSON tree to what the format declares: which keys there are, what stands under each, and that a date is a
//! date. Every fault is listed. No rule about several values here.
//!
//! For each fault it also says how the text is to be read without it, so that one broken value does not hide the rest of
//! its record: see [`Edit`].

mod edit;
mod label;
mod record;
mod value;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use jsonc_parser::ast::Value;

pub(crate) use self::edit::{Edit, readable_text};
use crate::declaration::{Record, ValueKind};
use crate::findings::Finding;
use crate::suggestion::Suggestions;
use crate::tree::{bytes_of, kind_in_words, underlined};

/// What came of holding a tree to its shape.
#[derive(Debug, Default)]
pub(crate) struct ShapeCheck {
    /// What is wrong, in no order.
    pub(crate) findings: Vec<Finding>,
    /// The bytes of values that are not as declared, first first: rules have nothing to say about them.
    pub(crate) faulty: Vec<Range<usize>>,
    /// How the text is to be read without the faults of the record that was checked last.
    pub(crate) edits: Vec<Edit>,
    /// Whether a record lacks a key that it must have.
    pub(crate) lacks_keys: bool,
    /// What suggestions are made with.
    pub(crate) suggestions: Suggestions,
}

/// What a value is to the one that holds it.
#[derive(Clone, Copy)]
enum Holder<'r> {
    Nothing,
    Key { name: &'r str, is_required: bool },
    Item { list: &'r str },
}

impl ShapeCheck {
    /// Holds a dataset, whose own lists are without items, to its declaration.
    pub(crate) fn check_dataset(&mut self, root: &Value<'_>, dataset: &Record) {
        self.check_record(root, dataset, Holder::Nothing);
    }

    /// Holds an item of a list of the dataset to its declaration.
    pub(crate) fn check_item(&mut self, item: &Value<'_>, kind: &ValueKind, list: &str) {
        self.check_value(item, kind, Holder::Item { list });
    }

    /// Returns the edits of the record that was checked last: what is put in comes before what is taken out at the same
    /// place, and a whole before its parts.
    pub(crate) fn edits_in_order(&mut self) -> &[Edit] {
        self.edits.sort_by_key(|Edit { bytes, .. }| (bytes.start, !bytes.is_empty(), Reverse(bytes.end)));
        &self.edits
    }

    /// Brings what is faulty into the order of the file: everything is checked.
    pub(crate) fn finish(&mut self) {
        self.faulty.sort_by_key(|bytes| bytes.start);
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
