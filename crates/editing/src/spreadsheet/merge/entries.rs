//! The entries of each list of a dataset while it is merged into: where they stand, and which are new.

use crate::hash::{HashMap, HashSet};
use figure_tracker_core::dataset::format::Dataset;

/// A list of the dataset, in the order in which new entries are told.
#[derive(Clone, Copy, Debug)]
pub(super) enum List {
    Units,
    Institutions,
    Speakers,
    Outlets,
    Sources,
    Groups,
    Metrics,
}

/// How many lists there are.
const LISTS: usize = 7;

/// Every entry, by its id.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// By [`List`].
    lists: [ListEntries; LISTS],
    /// Ids of metrics and of their scopes.
    scopes: HashSet<(String, String)>,
    new_scopes: Vec<String>,
}

/// The entries of one list.
#[derive(Debug, Default)]
struct ListEntries {
    places: HashMap<String, usize>,
    /// How many were there before.
    known: usize,
    /// Of which records have spoken, by their places.
    seen: Vec<bool>,
}

impl ListEntries {
    fn of<'i>(ids: impl Iterator<Item = &'i String>) -> Self {
        let places: HashMap<String, usize> = ids.enumerate().map(|(index, id)| (id.clone(), index)).collect();
        Self { known: places.len(), places, seen: Vec::new() }
    }
}

impl Entries {
    /// Collects the entries of a dataset.
    pub(super) fn new(data: &Dataset) -> Self {
        let scopes = data
            .metrics
            .iter()
            .flat_map(|metric| metric.scopes.iter().map(|scope| (metric.id.clone(), scope.id.clone())));
        Self {
            lists: [
                ListEntries::of(data.units.iter().map(|unit| &unit.id)),
                ListEntries::of(data.institutions.iter().map(|institution| &institution.id)),
                ListEntries::of(data.speakers.iter().map(|speaker| &speaker.id)),
                ListEntries::of(data.outlets.iter().map(|outlet| &outlet.id)),
                ListEntries::of(data.sources.iter().map(|source| &source.id)),
                ListEntries::of(data.groups.iter().map(|group| &group.id)),
                ListEntries::of(data.metrics.iter().map(|metric| &metric.id)),
            ],
            scopes: scopes.collect(),
            new_scopes: Vec::new(),
        }
    }

    /// Enters an id behind those of its list; tells whether it is new.
    pub(super) fn enter(&mut self, list: List, id: &str) -> bool {
        let Some(ListEntries { places, .. }) = self.lists.get_mut(list as usize) else { return false };
        if places.contains_key(id) {
            return false;
        }
        places.insert(id.to_owned(), places.len());
        true
    }

    /// Enters a scope of a metric; tells whether it is new.
    pub(super) fn enter_scope(&mut self, metric: &str, scope: &str) -> bool {
        let is_new = self.scopes.insert((metric.to_owned(), scope.to_owned()));
        if is_new {
            self.new_scopes.push([metric, scope].join("/"));
        }
        is_new
    }

    /// Tells whether an entry is spoken of for the first time.
    pub(super) fn see(&mut self, list: List, id: &str) -> bool {
        let Some(place) = self.find(list, id) else { return false };
        let Some(ListEntries { seen, .. }) = self.lists.get_mut(list as usize) else { return false };
        if seen.len() <= place {
            seen.resize(place + 1, false);
        }
        seen.get_mut(place).is_some_and(|seen| !std::mem::replace(seen, true))
    }

    /// Returns the place of an entry in its list.
    pub(super) fn find(&self, list: List, id: &str) -> Option<usize> {
        self.lists.get(list as usize)?.places.get(id).copied()
    }

    /// Returns the new ids of each list of the dataset that has any, by its name in the file.
    pub(super) fn into_new(self, after: &Dataset) -> Vec<(&'static str, Vec<String>)> {
        fn behind<R>(records: &[R], known: usize, id: fn(&R) -> &String) -> Vec<String> {
            records.iter().skip(known).map(|record| id(record).clone()).collect()
        }
        let known = self.lists.map(|list| list.known);
        let [units, institutions, speakers, outlets, sources, groups, metrics] = known;
        let mut new = vec![
            ("units", behind(&after.units, units, |unit| &unit.id)),
            ("institutions", behind(&after.institutions, institutions, |institution| &institution.id)),
            ("speakers", behind(&after.speakers, speakers, |speaker| &speaker.id)),
            ("outlets", behind(&after.outlets, outlets, |outlet| &outlet.id)),
            ("sources", behind(&after.sources, sources, |source| &source.id)),
            ("groups", behind(&after.groups, groups, |group| &group.id)),
            ("metrics", behind(&after.metrics, metrics, |metric| &metric.id)),
            ("scopes", self.new_scopes),
        ];
        new.retain(|(_, ids)| !ids.is_empty());
        new
    }
}
