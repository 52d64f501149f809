//! From the rows of a table to records. Every diagnostic is noted, and nothing is decided that needs another file.

use std::rc::Rc;

use crate::diagnostic::{CellSpan, Diagnostic};
use crate::hash::{HashSet, HashSetExt};
use crate::spreadsheet::cell::date::{DateCell, DayOrder, read_date};
use crate::spreadsheet::cell::digits::SeparatorStyle;
use crate::spreadsheet::cell::quantity::notice_separators;
use crate::spreadsheet::cell::term::{is_doubt, read_addresses, read_status};
use crate::spreadsheet::cell::unit::{UnitCell, read_unit};
use crate::spreadsheet::cell::{CellError, shortened};
use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::RowPosition;
use crate::spreadsheet::table::column::{COLUMNS, Cells, Column};
use crate::spreadsheet::table::{Table, TableSource, read_table};
use figure_tracker_core::dataset::format::WebAddress;
use figure_tracker_core::date::Date;

/// Reads the records of a table, behind those of others.
pub(crate) fn read_records<'t>(
    source: &'t TableSource<'_>,
    records: &mut Vec<Record<'t>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(table) = read_table(source, diagnostics) else { return };
    let mut style = SeparatorStyle::default();
    table.for_each_number(|cell| notice_separators(cell, &mut style));
    records.reserve(table.max_rows());
    let (mut orders, mut units) = ([None, None], HashSet::new());
    table.for_each_row(diagnostics, |cells, diagnostics| {
        let mut reader = RecordReader {
            table: &table,
            row: cells.row,
            style,
            orders: &mut orders,
            units: &mut units,
            diagnostics,
        };
        reader.read(cells, records);
    });
}

/// A date whose day or month stands first, as it was typed.
pub(super) struct TypedOrder {
    order: DayOrder,
    row: usize,
    text: String,
}

/// Reads one row.
pub(super) struct RecordReader<'r, 'd, 't> {
    table: &'r Table<'t>,
    row: usize,
    /// What separators mean in this file.
    pub(super) style: SeparatorStyle,
    /// The first date of `said_on` and of `published_on` that shows an order of day and month.
    orders: &'r mut [Option<TypedOrder>; 2],
    /// The units that there are so far: hundreds of thousands of rows share a few.
    units: &'r mut HashSet<Rc<UnitCell>>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl RecordReader<'_, '_, '_> {
    /// Reads a row; where something in it is wrong, that is noted and no record made. Of two documents in one row
    /// each gets a record.
    fn read<'c>(&mut self, mut cells: Cells<'c>, records: &mut Vec<Record<'c>>) {
        let before = self.errors();
        self.refuse_program_errors(&mut cells);
        if cells.get(Column::Metric).is_none() && !cells.is_refused(Column::Metric) {
            self.missing(Column::Metric, "every row names what is counted");
        }
        let unit = self.read_cell(&cells, Column::Unit, read_unit);
        let (reported, unit) = self.read_reported(&mut cells, unit);
        let urls = self.read_addresses(&cells, Column::Url);
        let archived = self.read_addresses(&cells, Column::ArchivedUrl);
        if archived.len() > 1 && archived.len() != urls.len() {
            let message = "`archived_url` holds several addresses, and `url` not as many";
            let help = "write one row for each document";
            self.note(
                Column::ArchivedUrl,
                "",
                Diagnostic::error("two-addresses", CellSpan::default(), message).with_help(help),
            );
        }
        let (mut urls, mut archived) = (urls.into_iter(), archived.into_iter());
        let record = Record {
            position: self.position(),
            metric: cells.take(Column::Metric).unwrap_or_default(),
            metric_label: cells.take(Column::MetricLabel),
            group: cells.take(Column::Group),
            unit: unit.map(|unit| self.share_unit(unit)),
            scope: cells.take(Column::Scope),
            reported,
            said: self.read_date(&cells, Column::SaidOn),
            published: self.read_date(&cells, Column::PublishedOn),
            status: self.read_cell(&cells, Column::Status, read_status),
            speaker: cells.take(Column::Speaker),
            role: cells.take(Column::Role),
            institution: cells.take(Column::Institution),
            outlet: cells.take(Column::Outlet),
            url: urls.next(),
            archived: archived.next(),
            note: cells.take(Column::Note),
        };
        if record.status.is_some_and(is_doubt) && record.note.is_none() {
            let help = "a figure that is corrected, disputed, denied or retracted needs a note that says why";
            self.missing(Column::Note, help);
        }
        if self.errors() > before {
            return;
        }
        let others: Vec<Record<'_>> =
            urls.map(|url| Record { url: Some(url), archived: archived.next(), ..record.clone() }).collect();
        records.push(record);
        records.extend(others);
    }

    /// Returns the unit that is the same and was there before, else this one.
    fn share_unit(&mut self, unit: UnitCell) -> Rc<UnitCell> {
        if let Some(known) = self.units.get(&unit) {
            return Rc::clone(known);
        }
        let unit = Rc::new(unit);
        self.units.insert(Rc::clone(&unit));
        unit
    }

    /// Returns how many errors there are in this row so far.
    pub(super) fn errors(&self) -> usize {
        self.diagnostics
            .iter()
            .rev()
            .take_while(|diagnostic| RowPosition::of(diagnostic) == self.position())
            .filter(|diagnostic| diagnostic.is_error())
            .count()
    }

    fn position(&self) -> RowPosition {
        self.table.row_position(self.row)
    }

    /// Reads a cell that is not empty.
    pub(super) fn read_cell<T>(
        &mut self,
        cells: &Cells<'_>,
        column: Column,
        read: impl FnOnce(&str) -> Result<T, CellError>,
    ) -> Option<T> {
        let text = cells.get(column)?;
        if cells.is_refused(column) {
            return None;
        }
        read(text).map_err(|error| self.refuse(column, text, error)).ok()
    }

    fn read_date(&mut self, cells: &Cells<'_>, column: Column) -> Option<Date> {
        let DateCell { date, order } = self.read_cell(cells, column, read_date)?;
        let text = cells.get(column).unwrap_or_default();
        let place = self.orders.get_mut(usize::from(column == Column::PublishedOn))?;
        match (&place, order) {
            (None, Some(order)) => *place = Some(TypedOrder { order, row: self.row, text: text.to_owned() }),
            (Some(known), Some(order)) if known.order != order => {
                let (first, other) = (order.first(), known.order.first());
                let is = format!(
                    "begins with the {first}, but `{}` in row {} of the same column with the {other}",
                    shortened(&known.text),
                    known.row
                );
                let help = "write all dates of the column as `YYYY-MM-DD`";
                self.refuse(column, text, CellError::new("two-date-orders", text, &is, help));
            }
            _ => {}
        }
        Some(date)
    }

    /// Reads the addresses of a cell, and says where one was completed or several were found.
    fn read_addresses(&mut self, cells: &Cells<'_>, column: Column) -> Vec<WebAddress> {
        let Some(addresses) = self.read_cell(cells, column, read_addresses) else { return Vec::new() };
        let text = cells.get(column).unwrap_or_default();
        if addresses.completed {
            let shown = addresses.all.iter().map(WebAddress::as_str).collect::<Vec<_>>().join("` and `");
            let message = format!("`{}` has no `https://`", shortened(text));
            let warning = Diagnostic::warning("bare-address", CellSpan::default(), message);
            self.note(column, text, warning.with_help(format!("it is taken as `{shown}`")));
        }
        if addresses.all.len() > 1 && column == Column::Url {
            let message = format!("`url` holds {} addresses", addresses.all.len());
            let warning = Diagnostic::warning("two-addresses", CellSpan::default(), message);
            self.note(column, text, warning.with_help("each is taken as a document of its own"));
        }
        addresses.all
    }

    /// Notes an error in a cell.
    pub(super) fn refuse(&mut self, column: Column, content: &str, error: CellError) {
        let CellError { code, message, help } = error;
        self.note(column, content, Diagnostic::error(code, CellSpan::default(), message).with_help(help));
    }

    /// Notes something about a cell.
    pub(super) fn note(&mut self, column: Column, content: &str, diagnostic: Diagnostic) {
        let span = CellSpan { letters: self.table.letters(column), ..self.position().cell(column, content) };
        self.diagnostics.push(Diagnostic { span: span.into(), ..diagnostic });
    }

    fn missing(&mut self, column: Column, help: &str) {
        let message = format!("`{}` is empty", column.name());
        self.note(
            column,
            "",
            Diagnostic::error("missing-cell", CellSpan::default(), message).with_help(help),
        );
    }

    /// Names what a spreadsheet program writes in place of a content.
    fn refuse_program_errors(&mut self, cells: &mut Cells<'_>) {
        for (column, _) in COLUMNS {
            let text = cells.get(column).unwrap_or_default();
            if let Some((is, help)) = program_error(text, column) {
                self.refuse(column, text, CellError::new("no-content", text, is, help));
                cells.refuse(column);
            }
        }
    }
}

/// Says what a spreadsheet program means by a text that it writes in place of a content.
fn program_error(text: &str, column: Column) -> Option<(&'static str, &'static str)> {
    if !text.starts_with(['#', 'E']) {
        return None;
    }
    if text.len() >= 3 && text.bytes().all(|byte| byte == b'#') {
        let is = "is what a spreadsheet program shows where the column is too narrow for the content";
        return Some((is, "widen the column in the spreadsheet and save again"));
    }
    let errors = ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];
    let is_missing = text.eq_ignore_ascii_case("#n/a") && column != Column::Value;
    let is_numbered = text.strip_prefix("Err:").is_some_and(|number| number.parse::<u16>().is_ok());
    let is_error = errors.iter().any(|error| error.eq_ignore_ascii_case(text));
    (is_error || is_missing || is_numbered)
        .then_some(("is the error of a formula", "mend the formula in the spreadsheet, or write its value"))
}
