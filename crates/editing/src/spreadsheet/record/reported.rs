//! What a row reports: from the cells for numbers, words and qualifier to one report that agrees with itself.

use crate::spreadsheet::cell::digits::SeparatorStyle;
use crate::spreadsheet::cell::phrase;
use crate::spreadsheet::cell::phrase::qualifier_name;
use crate::spreadsheet::cell::quantity::Quantity;
use crate::spreadsheet::cell::term::qualifier;
use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::decimal;
use crate::spreadsheet::record::number::{is_words, number};
use crate::spreadsheet::record::{Cell, Reader};
use crate::spreadsheet::report::{At, Fault, Wrong};
use crate::spreadsheet::table::column::{Cells, Column};
use figure_tracker_core::dataset::Qualifier;

/// What was reported: a number, a range or words, with how exact it claims to be. Digits are canonical.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reported<'t> {
    pub(crate) value: Option<String>,
    pub(crate) low: Option<String>,
    pub(crate) high: Option<String>,
    pub(crate) words: Cell<'t>,
    pub(crate) qualifier: Qualifier,
}

/// Cells that say that there is nothing.
const NOTHING: [&str; 12] =
    ["-", "--", "–", "—", "?", "n/a", "#n/a", "na", "tbd", "null", "#ref!", "#value!"];

impl Reported<'_> {
    /// A report of nothing.
    pub(crate) const NOTHING: Self =
        Self { value: None, low: None, high: None, words: None, qualifier: Qualifier::Exact };
}

impl Reader<'_> {
    /// Reads the cells that say what was reported, and what the unit is.
    pub(crate) fn report<'t>(
        &mut self,
        cells: &mut Cells<'t>,
        unit: Option<UnitCell>,
    ) -> (Reported<'t>, Option<UnitCell>) {
        let at = At { file: self.file, row: cells.row };
        let before = self.faults.len();
        self.words_out_of_numbers(cells);
        let marks = self.marks;
        let mut unit = unit;
        let mut read = |this: &mut Self, column| {
            let quantity = this.cell(cells, column, |text| number(text, marks, &mut unit))?;
            Some((column, quantity))
        };
        let (value, low, high) =
            (read(self, Column::Value), read(self, Column::Low), read(self, Column::High));
        let qualifier = self.cell(cells, Column::Qualifier, qualifier);
        let mut report = Reported::default();
        let mut said = qualifier;
        for (column, quantity) in [value, low, high].into_iter().flatten() {
            if let Err(wrong) = place(column, quantity, &mut report, &mut said, qualifier) {
                self.note(at, column, cells.get(column).unwrap_or_default(), wrong);
            }
        }
        read_words(cells.take(Column::Words), SeparatorStyle::default(), &mut report, &mut said, &mut unit);
        report.qualifier = said.unwrap_or_default();
        if self.faults.len() == before {
            self.sound(at, &report);
        }
        (report, unit)
    }

    /// Moves words from `value` to `words`, and refuses what stands for nothing.
    fn words_out_of_numbers(&mut self, cells: &mut Cells<'_>) {
        let at = At { file: self.file, row: cells.row };
        let Some(text) = cells.get(Column::Value).map(str::to_owned) else { return };
        if NOTHING.contains(&text.to_lowercase().as_str()) {
            cells.take(Column::Value);
            let rest = [Column::Low, Column::High, Column::Words];
            let hint = if rest.into_iter().any(|column| cells.get(column).is_some()) {
                "leave the cell empty"
            } else {
                "leave the row out; if the document says that there is no number, say so in `words`, such as \"no report\""
            };
            self.note(at, Column::Value, &text, Wrong::new("no-number", &text, "is no number", hint));
        } else if cells.get(Column::Words).is_none() && is_words(&text) {
            cells.rename(Column::Value, Column::Words);
        }
    }

    /// Something was reported, and its numbers agree with each other.
    fn sound(&mut self, at: At, report: &Reported<'_>) {
        let Reported { value, low, high, words, qualifier } = report;
        let above = |a: &Option<String>, b: &Option<String>| {
            a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| decimal::compare(a, b).is_gt())
        };
        let (column, code, message, hint) =
            if value.is_none() && low.is_none() && high.is_none() && words.is_none() {
                (
                    Column::Value,
                    "nothing-reported",
                    "the row reports nothing",
                    "fill in `value`, `low` and `high`, or `words`",
                )
            } else if above(low, high) {
                (
                    Column::Low,
                    "low-above-high",
                    "`low` is above `high`",
                    "write the lower end of the range into `low`",
                )
            } else if above(low, value) || above(value, high) {
                (Column::Value, "value-outside-range", "`value` is outside of `low` and `high`", "")
            } else if value.is_none() && (low.is_some() || high.is_some()) && *qualifier != Qualifier::Exact {
                let hint = "leave the qualifier out, or give the number it belongs to as `value`";
                (Column::Qualifier, "qualified-range", "a range has no qualifier", hint)
            } else {
                return;
            };
        let fault = Fault::row(code, at, message, hint);
        self.faults.push(fault.in_column(
            column.name(),
            (self.letters)(column),
            value.as_deref().unwrap_or_default(),
        ));
    }
}

/// Puts what a number cell says where it belongs.
fn place(
    column: Column,
    quantity: Quantity,
    report: &mut Reported<'_>,
    said: &mut Option<Qualifier>,
    cell: Option<Qualifier>,
) -> Result<(), Wrong> {
    if let Some(found) = quantity.qualifier {
        if column != Column::Value {
            return Err(Wrong::new(
                "qualified-range",
                qualifier_name(found),
                "stands at the end of a range",
                "leave it out",
            ));
        }
        if cell.is_some_and(|cell| cell != found) {
            let name = qualifier_name(found);
            return Err(Wrong::new(
                "two-qualifiers",
                name,
                "is not what `qualifier` says",
                "keep one of the two",
            ));
        }
        *said = Some(found);
    }
    let Some(digits) = quantity.value else {
        if column != Column::Value {
            let hint = "write one into `low`, the other into `high`";
            return Err(Wrong::new("bad-number", "a range", "has two ends", hint));
        }
        (report.low, report.high) = (quantity.low, quantity.high);
        return Ok(());
    };
    let end = match column {
        Column::Low => &mut report.low,
        Column::High => &mut report.high,
        _ => &mut report.value,
    };
    if end.as_ref().is_some_and(|other| decimal::compare(other, &digits).is_ne()) {
        return Err(Wrong::new(
            "two-ranges",
            &digits,
            "is not the end of the range in `value`",
            "keep one of the two",
        ));
    }
    *end = Some(digits);
    Ok(())
}

/// What the cell for words says: a number after all ("more than 4,500"), a qualifier, or words.
pub(crate) fn read_words<'t>(
    cell: Cell<'t>,
    marks: SeparatorStyle,
    report: &mut Reported<'t>,
    said: &mut Option<Qualifier>,
    unit: &mut Option<UnitCell>,
) {
    let Some(text) = cell else { return };
    if said.is_none()
        && report.value.is_some()
        && let Some(found) = phrase::whole(&text.to_lowercase())
    {
        *said = Some(found);
        return;
    }
    let empty = report.value.is_none() && report.low.is_none() && report.high.is_none();
    let found = if is_words(&text) { None } else { number(&text, marks, unit).ok() };
    match found {
        Some(quantity)
            if empty && (said.is_none() || quantity.qualifier.is_none() || *said == quantity.qualifier) =>
        {
            (report.value, report.low, report.high) = (quantity.value, quantity.low, quantity.high);
            *said = said.or(quantity.qualifier);
        }
        Some(quantity)
            if quantity.value.is_some()
                && quantity.value == report.value
                && (said.is_none() || *said == quantity.qualifier) =>
        {
            *said = quantity.qualifier;
        }
        _ => report.words = Some(text),
    }
}
