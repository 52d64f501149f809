//! The lists of a dataset by their keys, whose records are read and written one by one.

use figure_tracker_core::dataset::format::Dataset;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A list of a dataset.
pub(super) trait RecordList {
    /// Returns how many records it has.
    fn count(&self) -> usize;

    /// Returns a record as JSON without a space; an empty text where there is none.
    fn compact(&self, index: usize) -> String;

    /// Returns what the text of a record says, as JSON without a space; none where it says what the list does.
    fn compact_if_other(&self, index: usize, text: &str) -> Option<String>;
}

impl<T: Serialize + DeserializeOwned + PartialEq> RecordList for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn compact(&self, index: usize) -> String {
        self.get(index).and_then(|record| serde_json::to_string(record).ok()).unwrap_or_default()
    }

    fn compact_if_other(&self, index: usize, text: &str) -> Option<String> {
        let written = serde_json::from_str::<T>(text).ok();
        let is_same = written.as_ref() == self.get(index);
        written.filter(|_| !is_same).and_then(|record| serde_json::to_string(&record).ok())
    }
}

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
