//! Reads a data set whose file is still coming: each record as soon as it is whole.
//!
//! `serde_json` reads every value, and needs it whole. What stands between the values of the file's object and of its list of
//! figures, which may be long, is told apart here: a bracket, a comma, a colon.

use std::str::from_utf8;
use std::sync::Arc;

use super::BYTE_ORDER_MARK;
use crate::dataset::resolve::Referents;
use crate::dataset::{Dataset, Figure, RecordFault, format};
use crate::deserialize::record::{KeyReader, Keys, Record, Reused};
use crate::deserialize::{Field, Reading, Value, take_first_json};

/// The key of the list whose records are read one by one.
const FIGURES: &str = "figures";
/// What may stand behind the figures: nothing that a figure refers to.
const BEHIND_FIGURES: [&str; 3] = ["relations", "events", "corrections"];

/// A data set whose file comes piece by piece.
///
/// Only a file in which nothing is wrong, and what figures refer to stands before them, is read in this way; of any other,
/// [`read`](super::read) tells what is wrong, or reads it all the same.
///
/// ```
/// use figure_tracker_core::dataset::IncomingDataset;
///
/// let text = r#"{
///   "format": 1, "id": "x", "title": "X", "language": "en",
///   "units": [{"id": "people", "label": {"one": "person", "other": "people"}}],
///   "sources": [{"id": "paper", "published": "2022-01-15"}],
///   "metrics": [{"id": "deaths", "label": "Deaths", "unit": "people"}],
///   "figures": [{"id": "d1", "metric": "deaths", "value": 225, "said": "2022-01-15", "sources": ["paper"]}]
/// }"#;
/// let mut incoming = IncomingDataset::default();
/// for piece in text.as_bytes().chunks(100) {
///     assert!(incoming.push(piece));
/// }
/// assert_eq!(incoming.finish().unwrap().figure("d1").unwrap().sources[0].id, "paper");
/// ```
#[derive(Default)]
pub struct IncomingDataset {
    reader: FileReader,
    /// What has come and could not be read yet.
    unread: Vec<u8>,
    /// How much of it there must be until it is tried again: a long value is not read once for every piece of it.
    enough: usize,
}

impl IncomingDataset {
    /// Takes the next bytes of the file, and reads what is whole by now. Returns whether it can be read in this way so far.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        self.unread.extend_from_slice(piece);
        if self.unread.len() >= self.enough {
            self.read_unread();
        }
        self.reader.next != Next::Wrong
    }

    /// Returns the data set; none where something is wrong with the file or its order.
    pub fn finish(mut self) -> Option<Dataset> {
        self.read_unread();
        self.reader.finish(self.unread.is_empty())
    }

    fn read_unread(&mut self) {
        // A character may be cut in two.
        let text = from_utf8(&self.unread)
            .or_else(|error| from_utf8(self.unread.get(..error.valid_up_to()).unwrap_or_default()));
        let text = text.unwrap_or_default();
        let read = self.reader.read(text);
        self.unread.drain(..read);
        self.enough = 2 * self.unread.len();
    }
}

/// Reads the whole text of a file, as [`IncomingDataset`] does.
pub(super) fn read_in_order(text: &str) -> Option<Dataset> {
    let mut reader = FileReader::default();
    let read = reader.read(text);
    reader.finish(read == text.len())
}

/// Reads a file in its order.
struct FileReader {
    draft: Draft,
    keys: KeyReader,
    next: Next,
}

/// What comes next in a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Start,
    FirstKey,
    Key,
    Colon,
    Value,
    FirstFigure,
    Figure,
    BehindFigure,
    BehindValue,
    Nothing,
    /// Something was wrong.
    Wrong,
}

/// Why reading stopped.
enum Stop {
    /// More must come.
    Cut,
    /// It can't be read in this way.
    Wrong,
}

impl Default for FileReader {
    fn default() -> Self {
        let draft = Draft::default();
        let keys = KeyReader::new(draft.keys());
        Self { draft, keys, next: Next::Start }
    }
}

impl FileReader {
    /// Reads as much of a text as is whole, and returns how many bytes these are.
    fn read(&mut self, text: &str) -> usize {
        let mut rest = match self.next {
            Next::Start => text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text),
            _ => text,
        };
        loop {
            // Mostly there is none, and looking for it takes longer.
            let is_close = rest.as_bytes().first().is_some_and(|first| *first > b' ');
            let before = if is_close { rest } else { rest.trim_start_matches(is_space) };
            if before.is_empty() {
                return text.len();
            }
            match self.step(before) {
                Ok((next, after)) => (self.next, rest) = (next, after),
                Err(Stop::Cut) => return text.len() - before.len(),
                Err(Stop::Wrong) => {
                    self.next = Next::Wrong;
                    return text.len();
                }
            }
        }
    }

    /// Reads one thing, and returns what comes next, and the text behind it.
    fn step<'t>(&mut self, text: &'t str) -> Result<(Next, &'t str), Stop> {
        let mut chars = text.chars();
        let (sign, behind) = (chars.next(), chars.as_str());
        let next = match (self.next, sign) {
            (Next::Start, Some('{')) => Next::FirstKey,
            (Next::FirstKey | Next::BehindValue, Some('}')) => {
                self.keys.end(&mut self.draft).map_err(|_| Stop::Wrong)?;
                Next::Nothing
            }
            (Next::FirstKey | Next::Key, Some('"')) => {
                let keys = &mut self.keys;
                let mut take = |value: &mut dyn Value| value.string(&mut |key| keys.read_key(key));
                return Ok((Next::Colon, value_and_rest(text, &mut take)?));
            }
            (Next::Colon, Some(':')) => Next::Value,
            (Next::Value, Some('[')) if self.keys.name() == Some(FIGURES) => {
                self.draft.begin_figures().map_err(|_| Stop::Wrong)?;
                Next::FirstFigure
            }
            (Next::Value, _) => {
                let mut take = |value: &mut dyn Value| self.keys.read_value(&mut self.draft, value);
                return Ok((Next::BehindValue, value_and_rest(text, &mut take)?));
            }
            (Next::FirstFigure | Next::BehindFigure, Some(']')) => Next::BehindValue,
            (Next::FirstFigure | Next::Figure, _) => {
                let mut take = |value: &mut dyn Value| self.draft.read_figure(value);
                return Ok((Next::BehindFigure, value_and_rest(text, &mut take)?));
            }
            (Next::BehindFigure, Some(',')) => Next::Figure,
            (Next::BehindValue, Some(',')) => Next::Key,
            _ => return Err(Stop::Wrong),
        };
        Ok((next, behind))
    }

    /// Returns the data set of a file that has been read to its end.
    fn finish(self, is_all_read: bool) -> Option<Dataset> {
        let Draft { file, referents, figures, .. } = self.draft;
        let is_whole = is_all_read && self.next == Next::Nothing;
        referents.filter(|_| is_whole)?.resolve_dataset(file, figures).ok()
    }
}

/// What JSON allows between values.
fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\n' | '\t' | '\r')
}

/// Has the first value of a text taken, and returns the text behind it.
fn value_and_rest<'t>(
    text: &'t str,
    take: &mut dyn FnMut(&mut dyn Value) -> Reading,
) -> Result<&'t str, Stop> {
    let stop = |error: serde_json::Error| if error.is_eof() { Stop::Cut } else { Stop::Wrong };
    let end = take_first_json(text, take).map_err(stop)?;
    let (value, rest) = text.split_at_checked(end).ok_or(Stop::Wrong)?;
    // A number that ends the text may go on; it will be read once more.
    let is_cut = rest.is_empty() && value.ends_with(|char: char| char.is_ascii_digit());
    if is_cut { Err(Stop::Cut) } else { Ok(rest) }
}

/// What has been read of a file.
struct Draft {
    file: format::Dataset,
    /// What the figures refer to, once they have been reached.
    referents: Option<Referents>,
    /// The figure that is read.
    figure: Reused<format::Figure>,
    /// Each is resolved before the next is read: of a large file they are nearly all, and are not held twice.
    figures: Vec<Arc<Figure>>,
}

impl Default for Draft {
    fn default() -> Self {
        let figure = Reused::new(Field::blank());
        Self { file: Field::blank(), referents: None, figure, figures: Vec::new() }
    }
}

impl Draft {
    fn begin_figures(&mut self) -> Result<(), RecordFault> {
        self.referents = Some(Referents::take_from(&mut self.file)?);
        Ok(())
    }

    fn read_figure(&mut self, value: &mut dyn Value) -> Reading {
        let figure = self.figure.read(value)?;
        if let Some(referents) = &mut self.referents {
            self.figures.push(referents.resolve_figure(figure).map_err(|fault| fault.to_string())?);
        }
        Ok(())
    }
}

impl Record for Draft {
    fn keys(&self) -> &'static Keys {
        self.file.keys()
    }

    fn field(&mut self, place: usize) -> Option<&mut dyn Field> {
        let name = self.keys().get(place)?.name;
        let is_in_order = self.referents.is_none() || BEHIND_FIGURES.contains(&name);
        self.file.field(place).filter(|_| is_in_order)
    }
}
