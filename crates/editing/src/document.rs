//! A file as the rules see it: typed records that could be read, and where each of their values stands.

mod ids;

use std::ops::Range;

use jsonc_parser::ast::Value;
use serde::de::DeserializeOwned;

use figure_tracker_core::dataset::format::{
    Correction, Event, Figure, Institution, Metric, Outlet, Relation, Source, Speaker, Unit,
};
use figure_tracker_core::date::Date;

pub(crate) use self::ids::Ids;
use crate::findings::Finding;
use crate::place::{Key, Place, Step};
use crate::shape::{ShapeCheck, readable_text};
use crate::tree::{bytes_of, is_null, items, key_bytes, member, text_of, underlined};

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
    text: &'t str,
    root: &'t Value<'t>,
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
    pub(crate) ids: Vec<Ids<'t>>,
}

impl<'t> Document<'t> {
    /// Reads the records of a tree. A record in which nothing is wrong and which can't be read all the same is noted in
    /// `check`.
    pub(crate) fn new(text: &'t str, root: &'t Value<'t>, check: &mut ShapeCheck) -> Self {
        let lacks_keys = check.lacks_keys;
        let mut reader = RecordReader { text, root, check };
        Self {
            text,
            root,
            lacks_keys,
            edition: member(root, Key::Edition.name())
                .and_then(|edition| Date::parse(text_of(&edition.value)?).ok()),
            units: reader.read(Key::Units),
            institutions: reader.read(Key::Institutions),
            speakers: reader.read(Key::Speakers),
            outlets: reader.read(Key::Outlets),
            sources: reader.read(Key::Sources),
            metrics: reader.read(Key::Metrics),
            figures: reader.read(Key::Figures),
            relations: reader.read(Key::Relations),
            events: reader.read(Key::Events),
            corrections: reader.read(Key::Corrections),
            ids: ids::all_ids(root),
        }
    }

    /// Returns the text of the file.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the tree of the file.
    pub(crate) fn root(&self) -> &'t Value<'t> {
        self.root
    }

    /// Returns the ids of a list.
    pub(crate) fn ids(&self, list: Key) -> Option<&Ids<'t>> {
        self.ids.iter().find(|ids| ids.list == list)
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
        let record = member(self.root, list.name()).and_then(|list| items(&list.value).get(index));
        record.and_then(|record| member(record, key.name())).is_some_and(|member| !is_null(&member.value))
    }

    /// Returns the bytes to underline for a place. None where it leads nowhere: where the file lacks a key that it must
    /// have, which has been reported; anywhere else that is a fault of the rule.
    pub(crate) fn bytes(&self, place: &Place<'_>) -> Option<Range<usize>> {
        let mut value = self.root;
        let mut key = None;
        for step in &place.steps {
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
                    debug_assert!(self.lacks_keys, "{place:?} leads nowhere");
                    return None;
                }
            }
        }
        Some(match key {
            Some(key) if place.is_key => key_bytes(key),
            _ => underlined(value),
        })
    }
}

struct RecordReader<'d, 't> {
    text: &'t str,
    root: &'t Value<'t>,
    check: &'d mut ShapeCheck,
}

impl RecordReader<'_, '_> {
    fn read<T: DeserializeOwned>(&mut self, list: Key) -> Records<T> {
        let list = member(self.root, list.name()).map_or([].as_slice(), |list| items(&list.value));
        Records(list.iter().map(|record| self.read_record(record)).collect())
    }

    /// Reads one record from its piece of the text, or from the text without its faults.
    fn read_record<T: DeserializeOwned>(&mut self, record: &Value<'_>) -> Option<T> {
        let bytes = bytes_of(record);
        let edits = &self.check.edits;
        let first = edits.partition_point(|edit| edit.bytes.start < bytes.start);
        let end = edits.partition_point(|edit| edit.bytes.start < bytes.end);
        let edits = edits.get(first..end).unwrap_or_default();
        let read = if edits.is_empty() {
            serde_json::from_str(self.text.get(bytes.clone())?)
        } else {
            serde_json::from_str(&readable_text(self.text, &bytes, edits)?)
        };
        match read {
            Ok(record) => Some(record),
            Err(error) => {
                // The shape is as declared, and still serde refuses it: the two disagree, which nobody may miss.
                if edits.is_empty() {
                    let message = format!("this can't be read: {error}");
                    self.check.findings.push(Finding::error("unreadable", underlined(record), message));
                    self.check.faulty.push(bytes);
                }
                None
            }
        }
    }
}
