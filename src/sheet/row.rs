//! One row, cell by cell: what it says of a figure and of the document that carries it.
//!
//! It knows no other row: what rows of one metric or one document must agree on is the business of others.

use std::borrow::Cow;

use super::cell::digits::Marks;
use super::cell::quantity::{self, Quantity};
use super::cell::unit::{self, UnitCell};
use super::cell::{currency, date, phrase};
use super::column::{Cells, Column};
use super::decimal;
use super::fault::{At, Fault, Wrong};
use crate::dataset::nearest::nearest;
use crate::dataset::{Qualifier, Standing, is_http};

/// A text of a cell.
pub(super) type Cell<'t> = Option<Cow<'t, str>>;

/// A row; an empty cell is none.
#[derive(Clone, Debug)]
#[expect(clippy::missing_docs_in_private_items, reason = "the fields are the columns")]
pub(super) struct Row<'t> {
    pub(super) at: At,
    pub(super) metric: Cow<'t, str>,
    pub(super) metric_label: Cell<'t>,
    pub(super) group: Cell<'t>,
    /// The unit, from its cell or from what stands beside the number.
    pub(super) unit: Option<UnitCell>,
    pub(super) scope: Cell<'t>,
    /// What was reported.
    pub(super) report: Report<'t>,
    pub(super) said: Option<String>,
    pub(super) published: Option<String>,
    pub(super) speaker: Cell<'t>,
    pub(super) role: Cell<'t>,
    pub(super) institution: Cell<'t>,
    pub(super) outlet: Cell<'t>,
    pub(super) url: Cell<'t>,
    pub(super) archived: Cell<'t>,
    pub(super) status: Option<Standing>,
    pub(super) note: Cell<'t>,
}

/// What was reported: a number, a range or words, with how exact it claims to be. Digits are canonical.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Report<'t> {
    pub(super) value: Option<String>,
    pub(super) low: Option<String>,
    pub(super) high: Option<String>,
    pub(super) words: Cell<'t>,
    pub(super) qualifier: Qualifier,
}

/// The names of what can have become of a figure.
pub(super) const STANDINGS: [(&str, Standing); 6] = [
    ("stands", Standing::Stands),
    ("superseded", Standing::Superseded),
    ("corrected", Standing::Corrected),
    ("disputed", Standing::Disputed),
    ("denied", Standing::Denied),
    ("retracted", Standing::Retracted),
];

/// Cells that say that there is nothing.
const NOTHING: [&str; 12] =
    ["-", "--", "–", "—", "?", "n/a", "#n/a", "na", "tbd", "null", "#ref!", "#value!"];

/// Whether a status needs a note that says why and a document that says so.
pub(super) fn is_doubt(status: Standing) -> bool {
    !matches!(status, Standing::Stands | Standing::Superseded)
}

/// Reads rows of one file.
pub(super) struct Reader<'f> {
    /// The index of the file.
    pub(super) file: usize,
    /// What separators mean in this file.
    pub(super) marks: Marks,
    /// The letters of the columns.
    pub(super) letters: &'f dyn Fn(Column) -> String,
    /// Everything wrong so far.
    pub(super) faults: &'f mut Vec<Fault>,
}

impl Reader<'_> {
    /// Reads a row; none where something in it is wrong, which is then noted.
    pub(super) fn row<'t>(&mut self, mut cells: Cells<'t>) -> Option<Row<'t>> {
        let before = self.faults.len();
        let at = At { file: self.file, row: cells.row };
        if cells.get(Column::Metric).is_none() {
            self.missing(at, Column::Metric, "every row names what is counted");
        }
        let unit = self.cell(&cells, Column::Unit, unit::read);
        let (report, unit) = self.report(&mut cells, unit);
        let row = Row {
            at,
            metric: cells.take(Column::Metric).unwrap_or_default(),
            metric_label: cells.take(Column::MetricLabel),
            group: cells.take(Column::Group),
            unit,
            scope: cells.take(Column::Scope),
            report,
            said: self.cell(&cells, Column::SaidOn, date::read),
            published: self.cell(&cells, Column::PublishedOn, date::read),
            status: self.cell(&cells, Column::Status, status),
            speaker: cells.take(Column::Speaker),
            role: cells.take(Column::Role),
            institution: cells.take(Column::Institution),
            outlet: cells.take(Column::Outlet),
            url: self.address(&mut cells, Column::Url),
            archived: self.address(&mut cells, Column::ArchivedUrl),
            note: cells.take(Column::Note),
        };
        self.explained(&row);
        (self.faults.len() == before).then_some(row)
    }

    /// Reads a cell that is not empty.
    fn cell<T>(
        &mut self,
        cells: &Cells<'_>,
        column: Column,
        read: impl FnOnce(&str) -> Result<T, Wrong>,
    ) -> Option<T> {
        let text = cells.get(column)?;
        read(text)
            .map_err(|wrong| self.note(At { file: self.file, row: cells.row }, column, text, wrong))
            .ok()
    }

    fn address<'t>(&mut self, cells: &mut Cells<'t>, column: Column) -> Cell<'t> {
        self.cell(cells, column, address);
        cells.take(column)
    }

    fn note(&mut self, at: At, column: Column, content: &str, wrong: Wrong) {
        let fault = Fault::row(wrong.code, at, wrong.message, wrong.hint);
        self.faults.push(fault.in_column(column.name(), (self.letters)(column), content));
    }

    fn missing(&mut self, at: At, column: Column, hint: &str) {
        let fault = Fault::row("missing-cell", at, format!("`{}` is empty", column.name()), hint);
        self.faults.push(fault.in_column(column.name(), (self.letters)(column), ""));
    }

    /// A status that casts doubt is explained.
    fn explained(&mut self, row: &Row<'_>) {
        if row.status.is_some_and(is_doubt) && row.note.is_none() {
            let hint = "a figure that is corrected, disputed, denied or retracted needs a note that says why";
            self.missing(row.at, Column::Note, hint);
        }
    }

    /// Reads the cells that say what was reported, and what the unit is.
    fn report<'t>(
        &mut self,
        cells: &mut Cells<'t>,
        unit: Option<UnitCell>,
    ) -> (Report<'t>, Option<UnitCell>) {
        let at = At { file: self.file, row: cells.row };
        self.words_out_of_numbers(cells);
        let before = self.faults.len();
        let marks = self.marks;
        let mut unit = unit;
        let mut read = |this: &mut Self, column| {
            let quantity = this.cell(cells, column, |text| number(text, marks, &mut unit))?;
            Some((column, quantity))
        };
        let (value, low, high) =
            (read(self, Column::Value), read(self, Column::Low), read(self, Column::High));
        let qualifier = self.cell(cells, Column::Qualifier, qualifier);
        let mut report = Report::default();
        let mut said = qualifier;
        for (column, quantity) in [value, low, high].into_iter().flatten() {
            if let Err(wrong) = place(column, quantity, &mut report, &mut said, qualifier) {
                self.note(at, column, cells.get(column).unwrap_or_default(), wrong);
            }
        }
        words(cells.take(Column::Words), Marks::default(), &mut report, &mut said, &mut unit);
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
            let hint = "leave the cell empty; if the document says that there is no number, say so in `words`, such \
                        as \"no report\"";
            self.note(at, Column::Value, &text, Wrong::new("no-number", &text, "is no number", hint));
        } else if cells.get(Column::Words).is_none() && is_words(&text) {
            cells.rename(Column::Value, Column::Words);
        }
    }

    /// Something was reported, and its numbers agree with each other.
    fn sound(&mut self, at: At, report: &Report<'_>) {
        let Report { value, low, high, words, qualifier } = report;
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

/// Whether the text of a number cell is words: letters, and no digit.
fn is_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && !super::cell::digits::plain(text).contains(|c: char| c.is_ascii_digit())
}

/// Reads a number cell, in whole units.
fn number(text: &str, marks: Marks, unit: &mut Option<UnitCell>) -> Result<Quantity, Wrong> {
    let mut quantity = quantity::read(text, marks)?;
    if let Some(found) = implied(text, &quantity, unit.as_ref())? {
        *unit = Some(found);
    }
    if let Some(UnitCell::Currency(_, power)) = unit.as_ref().filter(|_| quantity.power == 0) {
        for digits in [&mut quantity.value, &mut quantity.low, &mut quantity.high].into_iter().flatten() {
            *digits = decimal::shifted(digits, *power);
        }
    } else if let Some(UnitCell::Currency(_, power)) = unit.as_ref().filter(|_| quantity.power != 0)
        && *power != 0
        && *power != quantity.power
    {
        let hint = "write the thousands, millions or billions in one of the two cells";
        return Err(Wrong::new("two-scales", text, "is scaled differently from `unit`", hint));
    }
    Ok(quantity)
}

/// The unit that stands beside a number, where the cell for units is empty.
fn implied(text: &str, quantity: &Quantity, unit: Option<&UnitCell>) -> Result<Option<UnitCell>, Wrong> {
    let differs =
        || Wrong::new("two-units", text, "is in another unit than `unit` says", "keep the one that is right");
    if quantity.percent {
        return match unit {
            None => Ok(Some(UnitCell::Percent)),
            Some(UnitCell::Percent) => Ok(None),
            Some(_) => Err(differs()),
        };
    }
    let Some(money) = &quantity.money else { return Ok(None) };
    let codes = if currency::is_code(money) {
        vec![money.as_str()]
    } else {
        currency::of_sign(money).unwrap_or_default()
    };
    match (unit, codes.as_slice()) {
        (Some(UnitCell::Currency(code, _)), codes) if codes.contains(&code.as_str()) => Ok(None),
        (Some(_), _) => Err(differs()),
        (None, [code]) => Ok(Some(UnitCell::Currency((*code).to_owned(), 0))),
        (None, codes) => {
            let hint = format!("write the code of the currency into `unit`: one of `{}`", codes.join("`, `"));
            Err(Wrong::new("ambiguous-currency", text, "can be in one of several currencies", hint))
        }
    }
}

/// Puts what a number cell says where it belongs.
fn place(
    column: Column,
    quantity: Quantity,
    report: &mut Report<'_>,
    said: &mut Option<Qualifier>,
    cell: Option<Qualifier>,
) -> Result<(), Wrong> {
    if let Some(found) = quantity.qualifier {
        if column != Column::Value {
            return Err(Wrong::new(
                "qualified-range",
                phrase::name(found),
                "stands at the end of a range",
                "leave it out",
            ));
        }
        if cell.is_some_and(|cell| cell != found) {
            let name = phrase::name(found);
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
pub(super) fn words<'t>(
    cell: Cell<'t>,
    marks: Marks,
    report: &mut Report<'t>,
    said: &mut Option<Qualifier>,
    unit: &mut Option<UnitCell>,
) {
    let Some(text) = cell else { return };
    if said.is_none() && report.value.is_some() {
        if let Some(found) = phrase::whole(&text.to_lowercase()) {
            *said = Some(found);
            return;
        }
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

fn qualifier(text: &str) -> Result<Qualifier, Wrong> {
    phrase::whole(&text.to_lowercase()).ok_or_else(|| {
        let names: Vec<&str> = phrase::names().collect();
        let hint = match nearest(&text.to_lowercase(), names.iter().copied()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("a qualifier is one of `{}`", names.join("`, `")),
        };
        Wrong::new("bad-qualifier", text, "is not a qualifier", hint)
    })
}

fn status(text: &str) -> Result<Standing, Wrong> {
    let name = text.to_lowercase();
    STANDINGS.iter().find(|(known, _)| *known == name).map(|(_, status)| *status).ok_or_else(|| {
        let names = || STANDINGS.iter().map(|(name, _)| *name);
        let hint = match nearest(&name, names()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("a status is one of `{}`", names().collect::<Vec<_>>().join("`, `")),
        };
        Wrong::new("bad-status", text, "is not a status", hint)
    })
}

fn address(text: &str) -> Result<(), Wrong> {
    if is_http(text) {
        return Ok(());
    }
    let guess = format!("https://{text}");
    let hint = if text.contains('.') && !text.contains(':') && is_http(&guess) {
        format!("write `{guess}`")
    } else {
        "an address begins with `https://` or `http://` and has no spaces".to_owned()
    };
    Err(Wrong::new("bad-url", text, "is not a web address", hint))
}
