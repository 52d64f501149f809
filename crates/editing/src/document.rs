//! A file as the rules see it: typed records that could be read, and where each of their values stands.

mod ids;
mod plain;

use std::ops::Range;

use jsonc_parser::ast::Value;
use serde::de::DeserializeOwned;

use figure_tracker_core::dataset::format::{
    Correction, Event, Figure, Institution, Metric, Outlet, Relation, Source, Speaker, Unit,
};
use figure_tracker_core::date::Date;

pub(crate) use self::ids::Ids;
use self::ids::RecordIds;
use self::plain::{PlainRecord, read_plain};
use crate::declaration::{Record, ValueKind};
use crate::file_tree::FileTree;
use crate::findings::Finding;
use crate::place::{Key, Place, Step};
use crate::shape::{ShapeCheck, readable_text};
use crate::tree::{is_null, items, key_bytes, member, text_of, underlined};

/// The records of a list, each where it could be read.
pub(crate) struct Records<T>(Vec<Option<T>>);

impl<T> Records<T> {
    /// Returns every record that could be read, with its index in the file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().enumerate().filter_map(|(index, record)| Some((index, record.as_ref()?)))
    }

    /// Returns the record at an index, if it could be read.
    pub(crate) fn get(&self, index: usize) -> Option<&T> {
        self.0.get(index)?.as_ref()
    }

    /// Returns how many records the file has, readable or not.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// A file as the rules see it.
pub(crate) struct Document<'t> {
    tree: &'t FileTree<'t>,
    lacks_keys: bool,
    /// The day of its last change.
    pub(crate) edition: Option<Date>,
    pub(crate) units: Records<Unit>,
    pub(crate) institutions: Records<Institution>,
    pub(crate) speakers: Records<Speaker>,
    pub(crate) outlets: Records<Outlet>,
    pub(crate) sources: Records<Source>,
    pub(crate) metrics: Records<Metric>,
    pub(crate) figures: Records<Figure>,
    pub(crate) relations: Records<Relation>,
    pub(crate) events: Records<Event>,
    pub(crate) corrections: Records<Correction>,
    /// The ids of every list whose records have one, in the order of the format's page.
    ids: RecordIds<'t>,
}

impl<'t> Document<'t> {
    /// Holds a tree to the declarations of a dataset, and reads its records; none where an item of it is no JSON. What is
    /// wrong with its shape is noted in `check`.
    pub(crate) fn read(tree: &'t FileTree<'t>, dataset: &Record, check: &mut ShapeCheck) -> Option<Self> {
        check.check_dataset(tree.root(), dataset);
        let mut reader = RecordReader { tree, dataset, check, ids: RecordIds::new(tree), typed: Vec::new() };
        let mut document = Self {
            tree,
            lacks_keys: false,
            edition: member(tree.root(), Key::Edition.name())
                .and_then(|edition| Date::parse(text_of(&edition.value)?).ok()),
            units: reader.read(Key::Units)?,
            institutions: reader.read(Key::Institutions)?,
            speakers: reader.read(Key::Speakers)?,
            outlets: reader.read(Key::Outlets)?,
            sources: reader.read(Key::Sources)?,
            metrics: reader.read(Key::Metrics)?,
            figures: reader.read(Key::Figures)?,
            relations: reader.read(Key::Relations)?,
            events: reader.read(Key::Events)?,
            corrections: reader.read(Key::Corrections)?,
            ids: RecordIds::default(),
        };
        document.ids = reader.check_others()?;
        check.finish();
        document.lacks_keys = check.lacks_keys;
        Some(document)
    }

    /// Returns the tree of the file.
    pub(crate) fn tree(&self) -> &'t FileTree<'t> {
        self.tree
    }

    /// Returns the ids of every list whose records have one, in the order of the format's page.
    pub(crate) fn all_ids(&self) -> &[Ids<'t>] {
        self.ids.lists()
    }

    /// Returns the ids of a list.
    pub(crate) fn ids(&self, list: Key) -> Option<&Ids<'t>> {
        self.all_ids().iter().find(|ids| ids.list == list)
    }

    /// Returns the index of the first record of a list that has an id.
    pub(crate) fn find(&self, list: Key, id: &str) -> Option<usize> {
        self.ids(list)?.find(id)
    }

    /// Returns the metric of a figure, and its index.
    pub(crate) fn metric_of(&self, figure: &Figure) -> Option<(usize, &Metric)> {
        let index = self.find(Key::Metrics, &figure.metric)?;
        Some((index, self.metrics.get(index)?))
    }

    /// Whether there is anything but null under a key, be it as declared or not.
    pub(crate) fn is_stated(&self, list: Key, index: usize, key: Key) -> bool {
        let value = self.tree.value_in_item(list.name(), index, key.name());
        value.is_some_and(|value| !is_null(&value))
    }

    /// Returns the bytes to underline for a place. None where it leads nowhere: where the file lacks a key that it must
    /// have, which has been reported; anywhere else that is a fault of the rule.
    pub(crate) fn bytes(&self, place: &Place<'_>) -> Option<Range<usize>> {
        if let [Step::Key(list), Step::Index(index), steps @ ..] = place.steps.as_slice() {
            let item = self.tree.parse_item(self.tree.items(list.name()).get(*index)?)?;
            return self.bytes_within(&item, steps, place.is_key);
        }
        self.bytes_within(self.tree.root(), &place.steps, place.is_key)
    }

    fn bytes_within(&self, from: &Value<'_>, steps: &[Step<'_>], is_key: bool) -> Option<Range<usize>> {
        let mut value = from;
        let mut key = None;
        for step in steps {
            let next = match step {
                Step::KeyIfObject(_) if !matches!(value, Value::Object(_)) => Some(value),
                Step::Key(name) | Step::KeyIfThere(name) | Step::KeyIfObject(name) => {
                    key = member(value, name.name());
                    key.map(|member| &member.value)
                }
                Step::Index(index) => items(value).get(*index),
                Step::Language(tag) => member(value, tag).map(|member| &member.value),
            };
            match (next, step) {
                (Some(next), _) => value = next,
                (None, Step::KeyIfThere(_)) => break,
                (None, _) => {
                    debug_assert!(self.lacks_keys, "{steps:?} leads nowhere");
                    return None;
                }
            }
        }
        Some(match key {
            Some(key) if is_key => key_bytes(key),
            _ => underlined(value),
        })
    }
}

/// Holds the records of a tree to their declarations, and reads them.
struct RecordReader<'d, 't> {
    tree: &'t FileTree<'t>,
    dataset: &'d Record,
    check: &'d mut ShapeCheck,
    ids: RecordIds<'t>,
    /// The lists that are read.
    typed: Vec<Key>,
}

impl<'t> RecordReader<'_, 't> {
    /// Reads the records of a list; none where one of them is no JSON.
    fn read<T: PlainRecord>(&mut self, list: Key) -> Option<Records<T>> {
        self.typed.push(list);
        let (name, items) = (list.name(), self.tree.items(list.name()));
        let mut records = read_plain::<T>(self.tree.text(), items);
        for (record, bytes) in records.iter_mut().zip(items) {
            match record.as_ref() {
                Some(plain) => {
                    debug_assert!(self.is_sound(name, bytes), "what can be read is as declared");
                    if let Some(id) = plain.id() {
                        self.ids.add_read(name, self.tree.text().get(bytes.clone())?, id);
                    }
                }
                None => *record = self.read_checked(name, bytes)?,
            }
        }
        Some(Records(records))
    }

    /// Checks the items of the lists that no rule asks for, and returns the ids of all.
    fn check_others(mut self) -> Option<RecordIds<'t>> {
        for (list, items) in self.tree.lists() {
            if self.typed.iter().all(|typed| typed.name() != list) {
                items.iter().try_for_each(|bytes| self.check_item(list, bytes))?;
            }
        }
        Some(self.ids)
    }

    /// Holds an item of a list to its declaration, and takes its id; none where it is no JSON.
    fn check_item(&mut self, list: &str, bytes: &Range<usize>) -> Option<()> {
        let item = self.tree.parse_item(bytes)?;
        self.ids.add_tree(list, &item);
        if let Some(kind) = item_kind(self.dataset, list) {
            self.check.check_item(&item, kind, list);
        }
        Some(())
    }

    /// Whether an item of a list is as declared, with nothing to be said of it.
    fn is_sound(&self, list: &str, bytes: &Range<usize>) -> bool {
        let Some(item) = self.tree.parse_item(bytes) else { return false };
        let mut check = ShapeCheck::default();
        if let Some(kind) = item_kind(self.dataset, list) {
            check.check_item(&item, kind, list);
        }
        check.findings.is_empty() && check.edits.is_empty()
    }

    /// Checks a record, and reads it from its piece of the text, or from the text without its faults; none where it is
    /// no JSON.
    fn read_checked<T: DeserializeOwned>(&mut self, list: &str, bytes: &Range<usize>) -> Option<Option<T>> {
        self.check.edits.clear();
        self.check_item(list, bytes)?;
        let text = self.tree.text();
        let edits = self.check.edits_in_order();
        let read = if edits.is_empty() {
            serde_json::from_str(text.get(bytes.clone())?)
        } else {
            let Some(readable) = readable_text(text, bytes, edits) else { return Some(None) };
            serde_json::from_str(&readable)
        };
        match read {
            Ok(record) => Some(Some(record)),
            Err(error) => {
                // The shape is as declared, and still serde refuses it: the two disagree, which nobody may miss.
                if edits.is_empty() {
                    let message = format!("this can't be read: {error}");
                    self.check.findings.push(Finding::error(
                        "unreadable",
                        bytes.start..bytes.start + 1,
                        message,
                    ));
                    self.check.faulty.push(bytes.clone());
                }
                Some(None)
            }
        }
    }
}

/// Returns what an item of a list of the dataset is.
fn item_kind<'d>(dataset: &'d Record, list: &str) -> Option<&'d ValueKind> {
    match dataset.fields.iter().find(|field| field.key == list).map(|field| &field.kind) {
        Some(ValueKind::List(kind)) => Some(kind),
        _ => None,
    }
}
