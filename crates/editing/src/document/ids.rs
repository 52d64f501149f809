//! The ids of the records of a list, and where to find each.

use std::borrow::Cow;

use jsonc_parser::ast::Value;

use crate::file_tree::FileTree;
use crate::hash::{HashMap, HashMapExt};
use crate::place::Key;
use crate::tree::member;

/// The ids of one list.
pub(crate) struct Ids<'t> {
    /// The key of the list.
    pub(crate) list: Key,
    /// What a record of it is called.
    pub(crate) noun: &'static str,
    /// Whether the list could be read, so that an id which is not in it does not exist.
    pub(crate) is_complete: bool,
    /// The id of each record, in the order of the file; none where it has none.
    ids: Vec<Option<Cow<'t, str>>>,
    first: HashMap<Cow<'t, str>, usize>,
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

/// The ids of every list whose records have one, in the order of the format's page.
#[derive(Default)]
pub(crate) struct RecordIds<'t>(Vec<Ids<'t>>);

impl<'t> RecordIds<'t> {
    /// Prepares the lists of a file.
    pub(crate) fn new(tree: &FileTree<'t>) -> Self {
        Self(LISTS.iter().map(|&(list, noun)| Ids::new(tree, list, noun)).collect())
    }

    /// Adds the next record of a list, by the tree of it.
    pub(super) fn add_tree(&mut self, list: &str, record: &Value<'t>) {
        let id = || Some(member(record, Key::Id.name())?.value.as_string_lit()?.value.clone());
        if let Some(ids) = self.of(list) {
            ids.add(id());
        }
    }

    /// Adds the next record of a list, by its text and the id that was read from it.
    pub(super) fn add_read(&mut self, list: &str, text: &'t str, id: &str) {
        if let Some(ids) = self.of(list) {
            let at = text.find(id).and_then(|start| text.get(start..start + id.len()));
            ids.add(Some(at.map_or_else(|| Cow::Owned(id.to_owned()), Cow::Borrowed)));
        }
    }

    fn of(&mut self, list: &str) -> Option<&mut Ids<'t>> {
        self.0.iter_mut().find(|ids| ids.list.name() == list)
    }

    /// Returns the ids of each list.
    pub(crate) fn lists(&self) -> &[Ids<'t>] {
        &self.0
    }
}

impl<'t> Ids<'t> {
    fn new(tree: &FileTree<'t>, list: Key, noun: &'static str) -> Self {
        let value = member(tree.root(), list.name()).map(|member| &member.value);
        let is_complete = match value {
            None | Some(Value::NullKeyword(_)) => !matches!(list, Key::Metrics | Key::Figures),
            Some(value) => matches!(value, Value::Array(_)),
        };
        let count = tree.items(list.name()).len();
        Self { list, noun, is_complete, ids: Vec::with_capacity(count), first: HashMap::with_capacity(count) }
    }

    fn add(&mut self, id: Option<Cow<'t, str>>) {
        if let Some(id) = &id {
            self.first.entry(id.clone()).or_insert(self.ids.len());
        }
        self.ids.push(id);
    }

    /// Returns the index of the first record with an id.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.first.get(id).copied()
    }

    /// Returns the id of the record at an index, if it has one.
    pub(crate) fn id_at(&self, index: usize) -> Option<&str> {
        self.ids.get(index)?.as_deref()
    }

    /// Returns every id with the index of its record.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        self.ids.iter().enumerate().filter_map(|(index, id)| Some((index, id.as_deref()?)))
    }

    /// Returns how many records there are.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Returns the ids for a suggestion, one for each record.
    pub(crate) fn candidates(&self) -> impl ExactSizeIterator<Item = &str> {
        self.ids.iter().map(|id| id.as_deref().unwrap_or_default())
    }
}
