//! A list of the file whose entries are found by their ids.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::{RecordFault, Referrer};
use crate::dataset::{Figure, Group, Institution, Outlet, Scope, Source, Speaker, Unit};

/// Something with an id.
pub(super) trait Identified {
    /// Its id in the file.
    fn id(&self) -> &str;
}

macro_rules! identified {
    ($($Record:ty),*) => {
        $(impl Identified for $Record {
            fn id(&self) -> &str {
                &self.id
            }
        })*
    };
}

identified!(Figure, Group, Institution, Outlet, Scope, Source, Speaker, Unit);

/// The resolved entries of a list, in the order of the file.
pub(super) struct List<T> {
    noun: &'static str,
    places: HashMap<String, usize>,
    entries: Vec<Arc<T>>,
}

impl<T: Identified> List<T> {
    /// Resolves every entry; `noun` says what an entry is called.
    pub(super) fn new<F>(
        noun: &'static str,
        entries: Vec<F>,
        resolve: impl Fn(F) -> Result<T, RecordFault>,
    ) -> Result<Self, RecordFault> {
        let mut resolved = Vec::with_capacity(entries.len());
        for entry in entries {
            resolved.push(Arc::new(resolve(entry)?));
        }
        let places = places(noun, &mut resolved.iter().map(|entry: &Arc<T>| entry.id()))?;
        Ok(Self { noun, places, entries: resolved })
    }

    /// Returns the place of the entry that `id` names.
    pub(super) fn find(&self, id: &str, referrer: Referrer<'_>) -> Result<usize, RecordFault> {
        self.places.get(id).copied().ok_or_else(|| RecordFault::unresolved(referrer, self.noun, id))
    }

    /// Returns the entry that `id` names.
    pub(super) fn get(&self, id: &str, referrer: Referrer<'_>) -> Result<Arc<T>, RecordFault> {
        let entry = self.entries.get(self.find(id, referrer)?).cloned();
        entry.ok_or_else(|| RecordFault::unresolved(referrer, self.noun, id))
    }

    /// The entries.
    pub(super) fn entries(&self) -> &[Arc<T>] {
        &self.entries
    }

    /// The entries.
    pub(super) fn into_entries(self) -> Vec<Arc<T>> {
        self.entries
    }

    /// The place of each entry by its id.
    pub(super) fn into_places(self) -> HashMap<String, usize> {
        self.places
    }
}

/// The places of ids in their list, each of which must be there once.
pub(super) fn places(
    noun: &'static str,
    ids: &mut dyn Iterator<Item = &str>,
) -> Result<HashMap<String, usize>, RecordFault> {
    let mut places = HashMap::with_capacity(ids.size_hint().0);
    for (place, id) in ids.enumerate() {
        match places.entry(id.to_owned()) {
            Entry::Vacant(entry) => _ = entry.insert(place),
            Entry::Occupied(entry) => {
                return Err(RecordFault::DuplicateId { noun, id: entry.remove_entry().0 });
            }
        }
    }
    Ok(places)
}
