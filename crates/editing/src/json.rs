//! The text of a data file: laid out for people where it is new, and where it is not, changed only in the places
//! that differ. What an editor wrote by hand keeps its order, its line ends and its spaces.
//!
//! serde_json takes the text apart: every value is a [`RawValue`](serde_json::value::RawValue), a slice of the text
//! that still has its spaces.

mod edit;
mod layout;
pub(crate) mod parts;

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
    layout::write_file(&compact(data), &mut text);
    text
}

/// Returns the text of a file that held `before` and is to hold `after`.
pub fn edit_dataset(text: &str, before: &Dataset, after: &Dataset) -> String {
    let start = text.len() - text.trim_start_matches('\u{feff}').trim_start().len();
    let (head, rest) = text.split_at_checked(start).unwrap_or(("", text));
    let body = rest.trim_end();
    let tail = rest.get(body.len()..).unwrap_or_default();
    [head, &edit::edit_value(body, &compact(before), &compact(after), 0), tail].concat()
}

/// Returns a dataset as JSON without a space. It always has a JSON form: its keys are texts.
fn compact(data: &Dataset) -> String {
    serde_json::to_string(data).unwrap_or_default()
}
