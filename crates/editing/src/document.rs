//! A file as the rules see it: typed records that could be read, and where each of their values stands.

mod ids;

use std::ops::Range;

use jsonc_parser::ast::Value;
use serde::de::DeserializeOwned;

use figure_tracker_core::dataset::format::{
    Correction, Event, Figure, Institution, Metric, Outlet, Relation, Source, Speaker, Unit,
};
use figure_tracker_core::date::Date;

pub(crate) use self::ids::{Ids, RecordIds};
use crate::file_tree::FileTree;
use crate::findings::Finding;
use crate::place::{Key, Place, Step};
use crate::shape::{ShapeCheck, readable_text};
use crate::tree::{is_null, items, key_bytes, member, text_of, underlined};

/// The records of a list, each where it could be read.
pub(crate) struct Records<T>(Vec<Option<T>>);

impl<T> Records<T> {
    /// Changes each record.
    fn map(mut self, change: impl Fn(&mut T)) -> Self {
        self.0.iter_mut().flatten().for_each(change);
        self
    }

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
    /// Reads the records of a tree. A record in which nothing is wrong and which can't be read all the same is noted in
    /// `check`.
    pub(crate) fn new(tree: &'t FileTree<'t>, ids: RecordIds<'t>, check: &mut ShapeCheck) -> Self {
        let lacks_keys = check.lacks_keys;
        let mut reader = RecordReader { tree, check };
        Self {
            tree,
            lacks_keys,
            edition: member(tree.root(), Key::Edition.name())
                .and_then(|edition| Date::parse(text_of(&edition.value)?).ok()),
            units: reader.read(Key::Units),
            institutions: reader.read(Key::Institutions),
            speakers: reader.read(Key::Speakers),
            outlets: reader.read(Key::Outlets),
            sources: reader.read(Key::Sources),
            metrics: reader.read(Key::Metrics),
            figures: reader.read(Key::Figures).map(without_spare_room),
            relations: reader.read(Key::Relations),
            events: reader.read(Key::Events),
            corrections: reader.read(Key::Corrections),
            ids,
        }
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

/// Gives back the room that a list of documents has for three more: most figures have one.
fn without_spare_room(figure: &mut Figure) {
    figure.sources.shrink_to_fit();
}

struct RecordReader<'d, 't> {
    tree: &'d FileTree<'t>,
    check: &'d mut ShapeCheck,
}

impl RecordReader<'_, '_> {
    fn read<T: DeserializeOwned>(&mut self, list: Key) -> Records<T> {
        let tree = self.tree;
        Records(tree.items(list.name()).iter().map(|record| self.read_record(record)).collect())
    }

    /// Reads one record from its piece of the text, or from the text without its faults.
    fn read_record<T: DeserializeOwned>(&mut self, bytes: &Range<usize>) -> Option<T> {
        let text = self.tree.text();
        let edits = &self.check.edits;
        let first = edits.partition_point(|edit| edit.bytes.start < bytes.start);
        let end = edits.partition_point(|edit| edit.bytes.start < bytes.end);
        let edits = edits.get(first..end).unwrap_or_default();
        let read = if edits.is_empty() {
            serde_json::from_str(text.get(bytes.clone())?)
        } else {
            serde_json::from_str(&readable_text(text, bytes, edits)?)
        };
        match read {
            Ok(record) => Some(record),
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
                None
            }
        }
    }
}
