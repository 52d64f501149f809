//! The lists of a dataset by their keys, whose records are read and written one by one.

use figure_tracker_core::dataset::format::Dataset;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A list of a dataset.
pub(super) trait RecordList {
    /// Returns how many records it has.
    fn count(&self) -> usize;

    /// Writes a record as JSON without a space in the place of another; nothing where there is none.
    fn write_compact(&self, index: usize, to: &mut Vec<u8>);

    /// Returns what the text of a record says, as JSON without a space; none where it says what the list does.
    fn compact_if_other(&self, index: usize, text: &str) -> Option<String>;
}

impl<T: Serialize + DeserializeOwned + PartialEq> RecordList for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn write_compact(&self, index: usize, to: &mut Vec<u8>) {
        to.clear();
        if let Some(record) = self.get(index) {
            // A record always has a JSON form, and a vector takes it.
            let _ = serde_json::to_writer(to, record);
        }
    }

    fn compact_if_other(&self, index: usize, text: &str) -> Option<String> {
        let written = serde_json::from_str::<T>(text).ok();
        let is_same = written.as_ref() == self.get(index);
        written.filter(|_| !is_same).and_then(|record| serde_json::to_string(&record).ok())
    }
}

impl dyn RecordList + '_ {
    /// Returns a record as JSON without a space; an empty text where there is none.
    pub(super) fn compact(&self, index: usize) -> String {
        let mut bytes = Vec::new();
        self.write_compact(index, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// The keys of the lists of a dataset, in the order in which they are written.
pub(super) const LISTS: [&str; 11] = [
    "units",
    "institutions",
    "speakers",
    "outlets",
    "sources",
    "groups",
    "metrics",
    "figures",
    "relations",
    "events",
    "corrections",
];

/// Returns the list of a dataset that a key names.
pub(super) fn record_list<'d>(data: &'d Dataset, key: &str) -> Option<&'d dyn RecordList> {
    Some(match key {
        "units" => &data.units,
        "institutions" => &data.institutions,
        "speakers" => &data.speakers,
        "outlets" => &data.outlets,
        "sources" => &data.sources,
        "groups" => &data.groups,
        "metrics" => &data.metrics,
        "figures" => &data.figures,
        "relations" => &data.relations,
        "events" => &data.events,
        "corrections" => &data.corrections,
        _ => return None,
    })
}
