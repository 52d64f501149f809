//! One row, cell by cell: what it says of a figure and of the document that carries it.
//!
//! It knows no other row: what rows of one metric or one document must agree on is the business of others.

mod number;
mod read;
mod reported;

use crate::spreadsheet::cell::term::is_doubt;
use std::borrow::Cow;

use crate::spreadsheet::cell::date;
use crate::spreadsheet::cell::digits::SeparatorStyle;
use crate::spreadsheet::cell::term;
use crate::spreadsheet::cell::unit::{self, UnitCell};
use crate::spreadsheet::report::{At, Fault, Wrong};
use crate::spreadsheet::table::column::{Cells, Column};
use figure_tracker_core::dataset::Status;

pub(crate) use read::read_records;
pub(crate) use reported::{Reported, read_words};

/// A text of a cell.
pub(crate) type Cell<'t> = Option<Cow<'t, str>>;

/// A row; an empty cell is none.
#[derive(Clone, Debug)]
pub(crate) struct Record<'t> {
    pub(crate) at: At,
    pub(crate) metric: Cow<'t, str>,
    pub(crate) metric_label: Cell<'t>,
    pub(crate) group: Cell<'t>,
    /// The unit, from its cell or from what stands beside the number.
    pub(crate) unit: Option<UnitCell>,
    pub(crate) scope: Cell<'t>,
    /// What was reported.
    pub(crate) report: Reported<'t>,
    pub(crate) said: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) speaker: Cell<'t>,
    pub(crate) role: Cell<'t>,
    pub(crate) institution: Cell<'t>,
    pub(crate) outlet: Cell<'t>,
    pub(crate) url: Cell<'t>,
    pub(crate) archived: Cell<'t>,
    pub(crate) status: Option<Status>,
    pub(crate) note: Cell<'t>,
}

/// Reads rows of one file.
pub(crate) struct Reader<'f> {
    /// The index of the file.
    pub(crate) file: usize,
    /// What separators mean in this file.
    pub(crate) marks: SeparatorStyle,
    /// The letters of the columns.
    pub(crate) letters: &'f dyn Fn(Column) -> String,
    /// Everything wrong so far.
    pub(crate) faults: &'f mut Vec<Fault>,
}

impl Reader<'_> {
    /// Reads a row; none where something in it is wrong, which is then noted.
    pub(crate) fn row<'t>(&mut self, mut cells: Cells<'t>) -> Option<Record<'t>> {
        let before = self.faults.len();
        let at = At { file: self.file, row: cells.row };
        if cells.get(Column::Metric).is_none() {
            self.missing(at, Column::Metric, "every row names what is counted");
        }
        let unit = self.cell(&cells, Column::Unit, unit::read);
        let (report, unit) = self.report(&mut cells, unit);
        let row = Record {
            at,
            metric: cells.take(Column::Metric).unwrap_or_default(),
            metric_label: cells.take(Column::MetricLabel),
            group: cells.take(Column::Group),
            unit,
            scope: cells.take(Column::Scope),
            report,
            said: self.cell(&cells, Column::SaidOn, date::read),
            published: self.cell(&cells, Column::PublishedOn, date::read),
            status: self.cell(&cells, Column::Status, term::status),
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
        self.cell(cells, column, term::address);
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
    fn explained(&mut self, row: &Record<'_>) {
        if row.status.is_some_and(is_doubt) && row.note.is_none() {
            let hint = "a figure that is corrected, disputed, denied or retracted needs a note that says why";
            self.missing(row.at, Column::Note, hint);
        }
    }
}
