//! Lays out a new data file, record by record: of the dataset without spaces no more is kept than one record.

use super::compact::members;
use super::layout::{write_key, write_record};
use super::records::{LISTS, RecordList, record_list};
use figure_tracker_core::dataset::format::Dataset;

/// How many records of a list are written to see how long they are.
const MEASURED: usize = 500;

/// Adds a dataset to a text, with one record a line where it fits.
pub(super) fn write_file(data: &Dataset, to: &mut String) {
    let lists = || LISTS.iter().filter_map(|key| Some((*key, record_list(data, key)?)));
    // What of the room is not needed is never touched.
    to.reserve(lists().map(|(_, list)| expected_length(list)).sum());
    let head = super::compact(&data.without_records());
    let is_list = |key: &str| LISTS.contains(&key.trim_matches('"'));
    let mut before = "{\n  ";
    for (key, value) in members(&head).filter(|(key, _)| !is_list(key)) {
        to.push_str(before);
        before = ",\n  ";
        write_key(key, to);
        write_record(value, 2, to);
    }
    for (key, list) in lists() {
        let key = ["\"", key, "\""].concat();
        let must_stand = || members(&head).any(|(known, _)| known == key);
        if list.count() > 0 || must_stand() {
            to.push_str(before);
            write_key(&key, to);
            write_records(list, to);
        }
    }
    to.push_str("\n}\n");
}

fn write_records(list: &dyn RecordList, to: &mut String) {
    let mut compact = Vec::new();
    to.push('[');
    for index in 0..list.count() {
        to.push_str(if index == 0 { "\n    " } else { ",\n    " });
        list.write_compact(index, &mut compact);
        write_record(std::str::from_utf8(&compact).unwrap_or_default(), 4, to);
    }
    to.push_str(if list.count() == 0 { "]" } else { "\n  ]" });
}

/// Returns how many bytes a list takes, by some of its records: line ends and spaces come to them.
fn expected_length(list: &dyn RecordList) -> usize {
    let step = (list.count() / MEASURED).max(1);
    let mut compact = Vec::new();
    let mut measured = 0;
    for index in (0..list.count()).step_by(step) {
        list.write_compact(index, &mut compact);
        measured += compact.len();
    }
    measured * step * 3 / 2
}
