//! The ids of the records of a list, and where to find each.

use std::collections::HashMap;

use jsonc_parser::ast::Value;

use crate::place::Key;
use crate::tree::{items, member, text_of};

/// The ids of one list.
pub(crate) struct Ids<'t> {
    /// The key of the list.
    pub(crate) list: Key,
    /// What a record of it is called.
    pub(crate) noun: &'static str,
    /// Whether the list could be read, so that an id which is not in it does not exist.
    pub(crate) is_complete: bool,
    /// The id of each record, in the order of the file; none where it has none.
    ids: Vec<Option<&'t str>>,
    first: HashMap<&'t str, usize>,
}

/// Every list whose records have ids, in the order of the format's page.
const LISTS: [(Key, &str); 8] = [
    (Key::Units, "unit"),
    (Key::Institutions, "institution"),
    (Key::Speakers, "speaker"),
    (Key::Outlets, "outlet"),
    (Key::Sources, "source"),
    (Key::Groups, "group"),
    (Key::Metrics, "metric"),
    (Key::Figures, "figure"),
];

/// Returns the ids of every list.
pub(super) fn all_ids<'t>(root: &'t Value<'t>) -> Vec<Ids<'t>> {
    LISTS.iter().map(|&(list, noun)| Ids::new(root, list, noun)).collect()
}

impl<'t> Ids<'t> {
    /// Returns the ids of the list under a key.
    pub(crate) fn new(parent: &'t Value<'t>, list: Key, noun: &'static str) -> Self {
        let value = member(parent, list.name()).map(|member| &member.value);
        let records = value.map_or([].as_slice(), items);
        let ids: Vec<_> =
            records.iter().map(|record| text_of(&member(record, Key::Id.name())?.value)).collect();
        let mut first = HashMap::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            if let Some(id) = id {
                first.entry(*id).or_insert(index);
            }
        }
        let is_complete = match value {
            None | Some(Value::NullKeyword(_)) => !matches!(list, Key::Metrics | Key::Figures),
            Some(value) => matches!(value, Value::Array(_)),
        };
        Self { list, noun, is_complete, ids, first }
    }

    /// Returns the index of the first record with an id.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.first.get(id).copied()
    }

    /// Returns the id of the record at an index, if it has one.
    pub(crate) fn id_at(&self, index: usize) -> Option<&'t str> {
        self.ids.get(index).copied().flatten()
    }

    /// Returns every id with the index of its record.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &'t str)> {
        self.ids.iter().enumerate().filter_map(|(index, id)| Some((index, (*id)?)))
    }

    /// Returns how many records there are.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Returns the ids for a suggestion, one for each record.
    pub(crate) fn candidates(&self) -> impl ExactSizeIterator<Item = &'t str> {
        self.ids.iter().map(|id| id.unwrap_or_default())
    }
}
