//! What a row reports: from the cells for numbers, words and qualifier to one report that agrees with itself.

use super::number::{is_words, read_number};
use super::read::RecordReader;
use crate::diagnostic::{CellSpan, Diagnostic};
use crate::spreadsheet::cell::CellError;
use crate::spreadsheet::cell::digits::SeparatorStyle;
use crate::spreadsheet::cell::phrase;
use crate::spreadsheet::cell::quantity::Quantity;
use crate::spreadsheet::cell::term::read_qualifier;
use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::record::CellText;
use crate::spreadsheet::table::column::{Cells, Column};
use figure_tracker_core::dataset::Qualifier;
use figure_tracker_core::decimal::Decimal;

/// What was reported: a number, a range or words, with how exact it claims to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Reported<'t> {
    pub(crate) value: Option<Decimal>,
    pub(crate) low: Option<Decimal>,
    pub(crate) high: Option<Decimal>,
    pub(crate) words: CellText<'t>,
    pub(crate) qualifier: Qualifier,
}

/// Cells that say that there is nothing.
const NOTHING: [&str; 10] = ["-", "--", "–", "—", "?", "n/a", "#n/a", "na", "tbd", "null"];

impl Reported<'_> {
    fn has_number(&self) -> bool {
        self.value.is_some() || self.low.is_some() || self.high.is_some()
    }
}

impl RecordReader<'_, '_, '_> {
    /// Reads the cells that say what was reported, and what the unit is.
    pub(super) fn read_reported<'t>(
        &mut self,
        cells: &mut Cells<'t>,
        unit: Option<UnitCell>,
    ) -> (Reported<'t>, Option<UnitCell>) {
        self.move_words(cells);
        let style = self.style;
        let mut unit = unit;
        let mut reported = Reported::default();
        let qualifier = self.read_cell(cells, Column::Qualifier, read_qualifier);
        let mut said = qualifier;
        for column in [Column::Value, Column::Low, Column::High] {
            let quantity = self.read_cell(cells, column, |text| read_number(text, style, &mut unit));
            let Some(quantity) = quantity else { continue };
            if let Err(error) = add_quantity(column, &quantity, &mut reported, &mut said, qualifier) {
                self.refuse(column, cells.get(column).unwrap_or_default(), error);
            }
        }
        read_words(cells.take(Column::Words), SeparatorStyle::default(), &mut reported, &mut said, &mut unit);
        reported.qualifier = said.unwrap_or_default();
        if self.errors() == 0 {
            self.validate(&reported);
        }
        (reported, unit)
    }

    /// Moves words from `value` to `words`, and refuses what stands for nothing.
    fn move_words(&mut self, cells: &mut Cells<'_>) {
        let Some(text) = cells.get(Column::Value).map(str::to_owned) else { return };
        if NOTHING.contains(&text.to_lowercase().as_str()) {
            cells.take(Column::Value);
            let rest = [Column::Low, Column::High, Column::Words];
            let help = if rest.into_iter().any(|column| cells.get(column).is_some()) {
                "leave the cell empty"
            } else {
                "leave the row out; if the document says that there is no number, say so in `words`, such as \"no report\""
            };
            self.refuse(Column::Value, &text, CellError::new("no-number", &text, "is no number", help));
        } else if cells.get(Column::Words).is_none() && is_words(&text) && !text.starts_with(['=', '#']) {
            cells.rename(Column::Value, Column::Words);
        }
    }

    /// Notes where nothing was reported, or numbers do not agree with each other.
    fn validate(&mut self, reported: &Reported<'_>) {
        let Reported { value, low, high, words, .. } = reported;
        let is_above = |a: &Option<Decimal>, b: &Option<Decimal>| a.zip(*b).is_some_and(|(a, b)| a > b);
        let (column, code, message, help) = if !reported.has_number() && words.is_none() {
            let help = "fill in `value`, `low` and `high`, or `words`";
            (Column::Value, "nothing-reported", "the row reports nothing", help)
        } else if is_above(low, high) {
            let help = "write the lower end of the range into `low`";
            (Column::Low, "low-above-high", "`low` is above `high`", help)
        } else if is_above(low, value) || is_above(value, high) {
            (Column::Value, "value-outside-range", "`value` is outside of `low` and `high`", "")
        } else {
            return;
        };
        let content = value.map(|value| value.to_string()).unwrap_or_default();
        self.note(column, &content, Diagnostic::error(code, CellSpan::default(), message).with_help(help));
    }
}

/// Puts what a number cell says where it belongs.
fn add_quantity(
    column: Column,
    quantity: &Quantity,
    reported: &mut Reported<'_>,
    said: &mut Option<Qualifier>,
    cell: Option<Qualifier>,
) -> Result<(), CellError> {
    if let Some(found) = quantity.qualifier {
        let name = found.name();
        if column != Column::Value {
            let help = "write it into `qualifier`";
            return Err(CellError::new("qualified-end", name, "stands at one end of a range", help));
        }
        if cell.is_some_and(|cell| cell != found) {
            let help = "keep one of the two";
            return Err(CellError::new("two-qualifiers", name, "is not what `qualifier` says", help));
        }
        *said = Some(found);
    }
    let Some(number) = quantity.value else {
        if column != Column::Value {
            let help = "write one into `low`, the other into `high`";
            return Err(CellError::new("bad-number", "a range", "has two ends", help));
        }
        (reported.low, reported.high) = (quantity.low, quantity.high);
        return Ok(());
    };
    let end = match column {
        Column::Low => &mut reported.low,
        Column::High => &mut reported.high,
        _ => &mut reported.value,
    };
    if end.is_some_and(|other| other != number) {
        let is = "is not the end of the range in `value`";
        return Err(CellError::new("two-ranges", &number.to_string(), is, "keep one of the two"));
    }
    *end = Some(number);
    Ok(())
}

/// Reads what the cell for words says: a number after all ("more than 4,500"), a qualifier, or words.
pub(crate) fn read_words<'t>(
    cell: CellText<'t>,
    style: SeparatorStyle,
    reported: &mut Reported<'t>,
    said: &mut Option<Qualifier>,
    unit: &mut Option<UnitCell>,
) {
    let Some(text) = cell else { return };
    if said.is_none()
        && reported.value.is_some()
        && let Some(found) = phrase::whole(&text.to_lowercase())
    {
        *said = Some(found);
        return;
    }
    let found = if is_words(&text) { None } else { read_number(&text, style, unit).ok() };
    match found {
        Some(quantity)
            if !reported.has_number()
                && (said.is_none() || quantity.qualifier.is_none() || *said == quantity.qualifier) =>
        {
            (reported.value, reported.low, reported.high) = (quantity.value, quantity.low, quantity.high);
            *said = said.or(quantity.qualifier);
        }
        Some(quantity)
            if quantity.value.is_some()
                && quantity.value == reported.value
                && (said.is_none() || *said == quantity.qualifier) =>
        {
            *said = quantity.qualifier;
        }
        _ => reported.words = Some(text),
    }
}
