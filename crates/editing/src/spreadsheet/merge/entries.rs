//! The entries of each list of a dataset while it is merged into: where they stand, and which are new.

use std::collections::{HashMap, HashSet};

use figure_tracker_core::dataset::format::Dataset;

/// A list of the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum List {
    Units,
    Institutions,
    Speakers,
    Outlets,
    Sources,
    Groups,
    Metrics,
}

/// The lists with the names they have in the file, in the order in which new entries are told.
const LISTS: [(List, &str); 7] = [
    (List::Units, "units"),
    (List::Institutions, "institutions"),
    (List::Speakers, "speakers"),
    (List::Outlets, "outlets"),
    (List::Sources, "sources"),
    (List::Groups, "groups"),
    (List::Metrics, "metrics"),
];

/// Every entry, by its id.
#[derive(Debug, Default)]
pub(super) struct Entries {
    places: HashMap<List, HashMap<String, usize>>,
    new: HashMap<List, Vec<String>>,
    /// Ids of metrics and of their scopes.
    scopes: HashSet<(String, String)>,
    new_scopes: Vec<String>,
    /// Metrics and documents that were there before and that records have spoken of.
    seen: HashSet<(List, String)>,
}

impl Entries {
    /// Collects the entries of a dataset.
    pub(super) fn new(data: &Dataset) -> Self {
        fn places<'i>(ids: impl Iterator<Item = &'i String>) -> HashMap<String, usize> {
            ids.enumerate().map(|(index, id)| (id.clone(), index)).collect()
        }
        let scopes = data
            .metrics
            .iter()
            .flat_map(|metric| metric.scopes.iter().map(|scope| (metric.id.clone(), scope.id.clone())));
        Self {
            places: HashMap::from([
                (List::Units, places(data.units.iter().map(|unit| &unit.id))),
                (List::Institutions, places(data.institutions.iter().map(|institution| &institution.id))),
                (List::Speakers, places(data.speakers.iter().map(|speaker| &speaker.id))),
                (List::Outlets, places(data.outlets.iter().map(|outlet| &outlet.id))),
                (List::Sources, places(data.sources.iter().map(|source| &source.id))),
                (List::Groups, places(data.groups.iter().map(|group| &group.id))),
                (List::Metrics, places(data.metrics.iter().map(|metric| &metric.id))),
            ]),
            scopes: scopes.collect(),
            ..Self::default()
        }
    }

    /// Enters an id behind those of its list; tells whether it is new.
    pub(super) fn enter(&mut self, list: List, id: &str) -> bool {
        let places = self.places.entry(list).or_default();
        if places.contains_key(id) {
            return false;
        }
        places.insert(id.to_owned(), places.len());
        self.new.entry(list).or_default().push(id.to_owned());
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
        self.seen.insert((list, id.to_owned()))
    }

    /// Returns the place of an entry in its list.
    pub(super) fn find(&self, list: List, id: &str) -> Option<usize> {
        self.places.get(&list)?.get(id).copied()
    }

    /// Returns the new ids of each list that has any, by its name.
    pub(super) fn into_new(mut self) -> Vec<(&'static str, Vec<String>)> {
        let new = LISTS.iter().filter_map(|(list, name)| Some((*name, self.new.remove(list)?)));
        let mut new: Vec<_> = new.collect();
        if !self.new_scopes.is_empty() {
            new.push(("scopes", self.new_scopes));
        }
        new
    }
}
