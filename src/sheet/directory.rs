//! Who is who: from the text of a cell to the id of a speaker, an outlet, a metric.
//!
//! An id that is in the file is found first, then a name; only a text that is neither becomes something new.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::naming::{self, Wish};
use super::slug::{composed, slug};

/// The entries of one list of the file, and those that a sheet adds.
#[derive(Debug, Default)]
pub(super) struct Directory {
    noun: &'static str,
    ids: HashSet<String>,
    names: HashMap<String, String>,
}

impl Directory {
    /// What is in the file: each id with the names it goes by. Of two entries with one name the first has it.
    pub(super) fn new<'a>(
        noun: &'static str,
        entries: impl Iterator<Item = (&'a str, Vec<Cow<'a, str>>)>,
    ) -> Self {
        let mut directory = Self { noun, ..Self::default() };
        for (id, names) in entries {
            directory.ids.insert(id.to_owned());
            for name in names {
                directory.names.entry(key(&name)).or_insert_with(|| id.to_owned());
            }
        }
        directory
    }

    /// The id that a text names.
    pub(super) fn find(&self, text: &str) -> Option<&str> {
        self.ids
            .get(text)
            .or_else(|| self.names.get(text))
            .or_else(|| self.names.get(&key(text)))
            .map(String::as_str)
    }

    /// The id that a text names; the text itself where it names none.
    pub(super) fn id(&self, text: &str) -> String {
        self.find(text).unwrap_or(text).to_owned()
    }

    /// Gives ids to those texts that name nothing yet.
    pub(super) fn learn<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        self.learn_as(texts.map(|text| (text, ())), |text, ()| slug(text));
    }

    /// Gives ids to those texts that name nothing yet; `id` is the one that a text would like to have.
    pub(super) fn learn_as<'a, T>(
        &mut self,
        texts: impl Iterator<Item = (&'a str, T)>,
        id: impl Fn(&str, T) -> String,
    ) {
        let mut seen = HashSet::new();
        let mut wishes = Vec::new();
        for (text, more) in texts {
            if seen.insert(text) && self.find(text).is_none() {
                wishes.push(Wish { id: id(text, more), text: key(text) });
            }
        }
        wishes.sort();
        wishes.dedup_by(|a, b| a.text == b.text);
        let ids = naming::ids(&wishes, self.noun, &mut self.ids);
        self.names.extend(wishes.into_iter().map(|wish| wish.text).zip(ids));
    }

    /// Another name for an id.
    pub(super) fn also(&mut self, name: &str, id: &str) {
        self.names.entry(key(name)).or_insert_with(|| id.to_owned());
    }
}

fn key(text: &str) -> String {
    composed(text.trim()).into_owned()
}
