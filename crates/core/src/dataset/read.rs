//! Reads a data set to draw it. Stops at the first fault; editors, who want all of them, are served elsewhere.
//!
//! Two steps: `serde_json` deserializes the file into [`format`](mod@super::format), whose values can't hold nonsense,
//! and `resolve` looks up every reference: of a figure before the next is read, where all that it refers to stands before it
//! (`incoming`).

mod encoding;
mod error;
mod incoming;
mod position;
mod shape;

pub use self::encoding::{EncodingFault, NotUtf8, decode_utf8};
pub use self::error::ReadError;
pub use self::incoming::IncomingDataset;
pub use self::position::TextPosition;
pub use self::shape::ShapeFault;

use std::mem::take;

use self::incoming::read_in_order;
use super::resolve::Referents;
use super::{Dataset, RecordFault, format};
use crate::deserialize::{Field, take_json};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads a data set from the text or the bytes of a file.
///
/// ```
/// use figure_tracker_core::dataset::{self, ReadError};
///
/// let text = r#"{
///   "format": 1, "id": "x", "title": "X", "language": "en",
///   "units": [{"id": "people", "label": {"one": "person", "other": "people"}}],
///   "sources": [{"id": "paper", "published": "2022-01-15"}],
///   "metrics": [{"id": "deaths", "label": "Deaths", "unit": "people"}],
///   "figures": [{"id": "d1", "metric": "deaths", "value": 225, "said": "2022-01-15", "sources": ["paper"]}]
/// }"#;
/// let dataset = dataset::read(text).unwrap();
/// assert_eq!(dataset.figure("d1").unwrap().sources[0].id, "paper");
///
/// let error = dataset::read(text.replace("01-15", "01-51")).unwrap_err();
/// assert!(matches!(error, ReadError::Value { at, .. } if at.line == 4));
/// let error = dataset::read(text.replace(r#""metric": "deaths""#, r#""metric": "death""#)).unwrap_err();
/// assert_eq!(error.to_string(), "the figure `d1` refers to the metric `death`, which is not in the file");
/// ```
///
/// # Errors
/// The first fault that keeps the file from being understood.
pub fn read(file: impl AsRef<[u8]>) -> Result<Dataset, ReadError> {
    read_bytes(file.as_ref())
}

fn read_bytes(bytes: &[u8]) -> Result<Dataset, ReadError> {
    let text = decode_utf8(bytes)
        .map_err(|error| ReadError::Encoding { at: error.position(bytes), fault: error.fault })?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    // A derived struct would take a list of its values as well.
    if !text.trim_start().starts_with('{') {
        let at = TextPosition::after(text.get(..text.len() - text.trim_start().len()).unwrap_or_default());
        return Err(ReadError::Shape { at, fault: ShapeFault::WrongType("an object".to_owned()) });
    }
    if let Some(dataset) = read_in_order(text) {
        return Ok(dataset);
    }
    let mut file = format::Dataset::blank();
    take_json(text, &mut |value| file.read(value)).map_err(|error| ReadError::from_json(&error, text))?;
    resolve_file(file).map_err(ReadError::Record)
}

fn resolve_file(mut file: format::Dataset) -> Result<Dataset, RecordFault> {
    let figures = take(&mut file.figures);
    let mut referents = Referents::take_from(&mut file)?;
    let figures = figures.into_iter().map(|mut figure| referents.resolve_figure(&mut figure));
    let figures = figures.collect::<Result<_, _>>()?;
    referents.resolve_dataset(file, figures)
}
