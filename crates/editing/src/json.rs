//! The text of the data file: laid out for people where it is new, and where it is not, changed only in the
//! places that differ. What an editor wrote by hand keeps its order, its line ends and its spaces.

mod layout;
mod patch;
mod scan;

use figure_tracker_core::dataset::raw;

/// The text of a new file.
pub fn write_dataset(data: &raw::Dataset) -> String {
    let mut text = String::new();
    layout::file(&compact(data), &mut text);
    text
}

/// The text of a file that held `before` and is to hold `after`.
pub fn edit_dataset(text: &str, before: &raw::Dataset, after: &raw::Dataset) -> String {
    let start = text.len() - text.trim_start_matches('\u{feff}').trim_start().len();
    let (head, rest) = text.split_at_checked(start).unwrap_or(("", text));
    let body = rest.trim_end();
    let tail = rest.get(body.len()..).unwrap_or_default();
    [head, &patch::patched(body, &compact(before), &compact(after), 0), tail].concat()
}

/// JSON without a space. A data set always has a JSON form: its keys are texts.
fn compact(data: &raw::Dataset) -> String {
    serde_json::to_string(data).unwrap_or_default()
}
