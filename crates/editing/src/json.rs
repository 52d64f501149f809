//! The text of a data file: laid out for people where it is new, and where it is not, changed only in the places
//! that differ. What an editor wrote by hand keeps its order, its line ends and its spaces.
//!
//! serde_json takes the text apart: every value is a [`RawValue`](serde_json::value::RawValue), a slice of the text
//! that still has its spaces.

mod compact;
mod edit;
mod file;
mod layout;
pub(crate) mod parts;
mod records;

use edit::{edited_list, write_edited};
use file::write_file;
use parts::{Part, members};

use figure_tracker_core::dataset::format::Dataset;

/// Reads the text of a file, which may begin with a byte order mark.
///
/// # Errors
/// What the format does not take.
pub fn read_dataset(text: &str) -> serde_json::Result<Dataset> {
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
}

/// Returns the text of a new file.
pub fn write_dataset(data: &Dataset) -> String {
    let mut text = String::new();
    write_file(data, &mut text);
    text
}

/// Returns the text of a file that is to hold `after`.
pub fn edit_dataset(text: &str, after: &Dataset) -> String {
    let start = text.len() - text.trim_start_matches('\u{feff}').trim_start().len();
    let (head, rest) = text.split_at_checked(start).unwrap_or(("", text));
    let body = rest.trim_end();
    let tail = rest.get(body.len()..).unwrap_or_default();
    let parts = members(body).parts;
    let lists: Vec<&str> = parts
        .iter()
        .filter(|part| edited_list(after, &part.key, part.value).is_some())
        .map(|part| part.key.as_ref())
        .collect();
    let before = without_records(&parts, &lists);
    let now = compact(&hollow(after, &lists));
    let mut edited = String::with_capacity(text.len() + text.len() / 2);
    edited.push_str(head);
    write_edited(body, after, (&before, &now), &mut edited);
    edited.push_str(tail);
    edited
}

/// Returns what the text of a file says without the records of some lists, as JSON without a space.
fn without_records(parts: &[Part<'_>], lists: &[&str]) -> String {
    let mut text = String::from("{");
    for part in parts {
        text.push_str(part.head);
        text.push_str(if lists.contains(&part.key.as_ref()) { "[]" } else { part.value });
    }
    text.push('}');
    read_dataset(&text).map(|data| compact(&data)).unwrap_or_default()
}

/// Returns a dataset with one record in each of some lists.
fn hollow(data: &Dataset, lists: &[&str]) -> Dataset {
    fn start<T: Clone>(list: &[T], is_hollow: bool) -> Vec<T> {
        list.iter().take(if is_hollow { 1 } else { usize::MAX }).cloned().collect()
    }
    let is_hollow = |key: &str| lists.contains(&key);
    Dataset {
        units: start(&data.units, is_hollow("units")),
        institutions: start(&data.institutions, is_hollow("institutions")),
        speakers: start(&data.speakers, is_hollow("speakers")),
        outlets: start(&data.outlets, is_hollow("outlets")),
        sources: start(&data.sources, is_hollow("sources")),
        groups: start(&data.groups, is_hollow("groups")),
        metrics: start(&data.metrics, is_hollow("metrics")),
        figures: start(&data.figures, is_hollow("figures")),
        relations: start(&data.relations, is_hollow("relations")),
        events: start(&data.events, is_hollow("events")),
        corrections: start(&data.corrections, is_hollow("corrections")),
        ..data.without_records()
    }
}

/// Returns a dataset as JSON without a space. It always has a JSON form: its keys are texts.
fn compact(data: &Dataset) -> String {
    serde_json::to_string(data).unwrap_or_default()
}
