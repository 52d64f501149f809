//! One row, cell by cell: what it says of a figure and of the document that carries it.
//!
//! It knows no other row: what rows of one metric or one document must agree on is the business of others.

mod number;
mod report;
mod term;

use std::borrow::Cow;

use super::cell::date;
use super::cell::digits::Marks;
use super::cell::unit::{self, UnitCell};
use super::column::{Cells, Column};
use super::fault::{At, Fault, Wrong};
use figure_tracker_core::dataset::Standing;

pub(super) use report::{Report, words};
pub(super) use term::{is_doubt, name};

/// A text of a cell.
pub(super) type Cell<'t> = Option<Cow<'t, str>>;

/// A row; an empty cell is none.
#[derive(Clone, Debug)]
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
    fn explained(&mut self, row: &Row<'_>) {
        if row.status.is_some_and(is_doubt) && row.note.is_none() {
            let hint = "a figure that is corrected, disputed, denied or retracted needs a note that says why";
            self.missing(row.at, Column::Note, hint);
        }
    }
}
