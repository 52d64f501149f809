//! Which unit of the dataset a cell names.

use crate::hash::{HashMap, HashSet};
use crate::spreadsheet::cell::phrase;
use crate::spreadsheet::cell::unit::{Scale, UnitCell};
use crate::spreadsheet::matching::id::assign_ids;
use crate::spreadsheet::matching::slug::{composed, slug};
use figure_tracker_core::dataset::format::{Label, Unit};

/// The units of a dataset, and those that records add.
#[derive(Debug, Default)]
pub(crate) struct UnitIds {
    by_cell: HashMap<UnitCell, String>,
    ids: HashSet<String>,
}

impl UnitIds {
    /// Collects the units of a dataset. Of two with one name the first has it.
    pub(crate) fn new(units: &[Unit]) -> Self {
        let mut ids = Self::default();
        for unit in units {
            ids.ids.insert(unit.id.clone());
            for cell in cells_of(unit) {
                ids.by_cell.entry(key(&cell)).or_insert_with(|| unit.id.clone());
            }
        }
        ids
    }

    /// Returns the id of the unit that a cell names.
    pub(crate) fn find(&self, cell: &UnitCell) -> Option<&str> {
        let by_id = || match cell {
            UnitCell::Label(word) => self.ids.get(word),
            _ => None,
        };
        by_id().or_else(|| self.by_cell.get(&key(cell))).map(String::as_str)
    }

    /// Returns the id of the unit that a cell names; the text of the cell where it names none.
    pub(crate) fn id(&self, cell: &UnitCell) -> String {
        self.find(cell).unwrap_or(cell.name()).to_owned()
    }

    /// Gives ids to the units that are new.
    pub(crate) fn add(&mut self, cells: impl Iterator<Item = UnitCell>) {
        let mut new: Vec<UnitCell> =
            cells.filter(|cell| self.find(cell).is_none()).map(|cell| key(&cell)).collect();
        new.sort();
        new.dedup();
        let wishes: Vec<String> = new.iter().map(wanted_id).collect();
        let text = |index: usize| new.get(index).map(cell_text).unwrap_or_default();
        let ids = assign_ids(&wishes, &text, "unit", &mut self.ids);
        self.by_cell.extend(new.into_iter().zip(ids));
    }
}

/// A cell in a form that is the same for cells that look the same.
fn key(cell: &UnitCell) -> UnitCell {
    match cell {
        UnitCell::Label(word) => UnitCell::Label(composed(word.trim()).into_owned()),
        other => other.clone(),
    }
}

/// Returns the id that a unit would like to have.
fn wanted_id(cell: &UnitCell) -> String {
    if *cell == UnitCell::Percent { "percent".to_owned() } else { slug(&cell_text(cell)) }
}

/// Returns the text of a cell, with its scale.
pub(crate) fn cell_text(cell: &UnitCell) -> String {
    match cell {
        UnitCell::Currency { code, scale: Some(scale) } => format!("{code} {}", scale.word),
        other => other.name().to_owned(),
    }
}

/// Returns every cell that names a unit of a dataset.
fn cells_of(unit: &Unit) -> Vec<UnitCell> {
    if let Some(cell) = cell_of(unit) {
        return vec![cell];
    }
    match &unit.label {
        Some(Label::Plain(word)) => vec![UnitCell::Label(word.clone())],
        Some(Label::Keyed(entries)) => {
            let words = entries.iter().flat_map(|(_, text)| text.entries().map(|(_, word)| word.to_owned()));
            words.map(UnitCell::Label).collect()
        }
        None => Vec::new(),
    }
}

/// Returns the cell that says percent or the currency of a unit; none where it is a word.
pub(crate) fn cell_of(unit: &Unit) -> Option<UnitCell> {
    if unit.percent == Some(true) {
        return Some(UnitCell::Percent);
    }
    unit.currency.as_ref().map(|code| currency_cell(code, unit.scale.as_deref()))
}

/// Returns the cell of a currency; a scale that is no known word is none.
pub(crate) fn currency_cell(code: &str, scale: Option<&str>) -> UnitCell {
    let scale = scale.and_then(|word| {
        let power = phrase::scale(&word.to_lowercase())?;
        Some(Scale { power, word: word.to_owned() })
    });
    UnitCell::Currency { code: code.to_owned(), scale }
}
