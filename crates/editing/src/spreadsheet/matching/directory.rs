//! Who is who: from the text of a cell to the id of a speaker, an outlet, a metric.
//!
//! An id that is in the file is found first, then a name; only a text that is neither becomes something new.

use crate::hash::{HashMap, HashMapExt, HashSet, HashSetExt};
use crate::spreadsheet::matching::id::assign_ids;
use std::borrow::Cow;

use crate::spreadsheet::matching::slug::{composed, slug};

/// The entries of one list of the file, and those that a sheet adds.
#[derive(Debug, Default)]
pub(crate) struct IdDirectory {
    noun: &'static str,
    /// From ids and names to ids; what is an id means itself, whoever else has that name.
    entries: HashMap<String, String>,
    ids: HashSet<String>,
}

impl IdDirectory {
    /// What is in the file: each id with the names it goes by. Of two entries with one name the first has it.
    pub(crate) fn new<'a>(
        noun: &'static str,
        entries: impl Iterator<Item = (&'a str, Vec<Cow<'a, str>>)> + Clone,
    ) -> Self {
        let ids: HashSet<String> = entries.clone().map(|(id, _)| id.to_owned()).collect();
        let mut directory = Self { noun, entries: HashMap::new(), ids };
        for id in &directory.ids {
            directory.entries.insert(id.clone(), id.clone());
        }
        for (id, names) in entries {
            for name in names {
                directory.add_name(&name, id);
            }
        }
        directory
    }

    /// Returns the id that a text names.
    pub(crate) fn find(&self, text: &str) -> Option<&str> {
        let found = self.entries.get(text);
        found
            .or_else(|| if text.is_ascii() { None } else { self.entries.get(&key(text)) })
            .map(String::as_str)
    }

    /// Returns the id that a text names; the text itself where it names none.
    pub(crate) fn id<'i>(&'i self, text: &'i str) -> &'i str {
        self.find(text).unwrap_or(text)
    }

    /// Returns its own copy of an id.
    pub(crate) fn own_id(&self, id: &str) -> Option<&str> {
        self.ids.get(id).map(String::as_str)
    }

    /// Gives ids to those texts that name nothing yet.
    pub(crate) fn add<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let mut seen = HashSet::new();
        let mut new: Vec<String> =
            texts.filter(|text| seen.insert(*text) && self.find(text).is_none()).map(key).collect();
        new.sort();
        new.dedup();
        let wishes: Vec<String> = new.iter().map(|text| slug(text)).collect();
        let text = |index: usize| new.get(index).cloned().unwrap_or_default();
        let ids = assign_ids(&wishes, &text, self.noun, &mut self.ids);
        for (text, id) in new.into_iter().zip(ids) {
            self.entries.insert(text, id.clone());
            self.entries.insert(id.clone(), id);
        }
    }

    /// Adds another name for an id.
    pub(crate) fn add_name(&mut self, name: &str, id: &str) {
        self.entries.entry(key(name)).or_insert_with(|| id.to_owned());
    }
}

fn key(text: &str) -> String {
    composed(text.trim()).into_owned()
}
