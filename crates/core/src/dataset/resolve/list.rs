//! A list of the file whose entries are found by their ids.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{RecordFault, Referrer};
use crate::dataset::index::{ById, Identified, Places};
use crate::dataset::{Figure, Group, Institution, Metric, Outlet, Scope, Source, Speaker, Unit};

macro_rules! identified {
    ($($Record:ty),*) => {
        $(impl Identified for $Record {
            fn id(&self) -> &str {
                &self.id
            }
        })*
    };
}

identified!(Figure, Group, Institution, Metric, Outlet, Scope, Source, Speaker, Unit);

/// The resolved entries of a list, in the order of the file.
pub(super) struct List<T> {
    noun: &'static str,
    places: Places,
    entries: Vec<Arc<T>>,
    /// The place that was found last: what names it is often followed by what names it, too.
    last: AtomicUsize,
}

impl<T: Identified + 'static> List<T> {
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
        Self::of(noun, resolved)
    }

    /// Lists entries that are resolved, each of which must be there once.
    pub(super) fn of(noun: &'static str, entries: Vec<Arc<T>>) -> Result<Self, RecordFault> {
        let places = places(&mut entries.iter().map(ById::new)).map_err(|repeated| {
            let id = entries.get(repeated).map_or("", |entry| entry.id()).to_owned();
            RecordFault::DuplicateId { noun, id }
        })?;
        Ok(Self { noun, places, entries, last: AtomicUsize::default() })
    }

    /// Returns the place of the entry that `id` names.
    pub(super) fn find(&self, id: &str, referrer: Referrer<'_>) -> Result<usize, RecordFault> {
        let last = self.last.load(Ordering::Relaxed);
        if self.entries.get(last).is_some_and(|entry| entry.id() == id) {
            return Ok(last);
        }
        let found = self.places.get(id).copied();
        let place = found.ok_or_else(|| RecordFault::unresolved(referrer, self.noun, id))?;
        self.last.store(place, Ordering::Relaxed);
        Ok(place)
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

    /// The place of each entry by its id, and the entries.
    pub(super) fn into_parts(self) -> (Places, Vec<Arc<T>>) {
        (self.places, self.entries)
    }
}

/// The places of records in their list, or that of one whose id another has.
fn places(records: &mut dyn Iterator<Item = ById>) -> Result<Places, usize> {
    let mut places = Places::default();
    places.reserve(records.size_hint().0);
    for (place, record) in records.enumerate() {
        if places.insert(record, place).is_some() {
            return Err(place);
        }
    }
    Ok(places)
}
