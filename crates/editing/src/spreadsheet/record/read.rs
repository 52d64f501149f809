//! From the bytes of a spreadsheet to its rows: which separator, which columns, which number style; then row by
//! row. Every fault is noted, and nothing is decided that needs another file.

use crate::spreadsheet::cell::digits::SeparatorStyle;

use crate::spreadsheet::cell::quantity::notice_separators;
use crate::spreadsheet::record::{Reader, Record};
use crate::spreadsheet::report::{At, Fault};
use crate::spreadsheet::table::column::{COLUMNS, Cells, Column, letters, plain};
use crate::spreadsheet::table::delimited::{DelimitedRows, TableRow, Unclosed};
use crate::spreadsheet::table::encoding::decode;
use figure_tracker_core::dataset::nearest::nearest;

/// The separators that spreadsheets write.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Up to how many unknown columns are named one by one.
const FEW: usize = 8;

/// Reads the rows of a file, the one with the index `file`.
pub(crate) fn read_records<'t>(bytes: &'t [u8], file: usize, faults: &mut Vec<Fault>) -> Vec<Record<'t>> {
    let text = match decode(bytes, file) {
        Ok(text) => text,
        Err(fault) => {
            faults.push(*fault);
            return Vec::new();
        }
    };
    let (delimiter, text, skipped) = sniffed(text);
    let mut records = DelimitedRows::new(text, delimiter, skipped);
    let Some(first) = records.next() else {
        faults.push(Fault::row(
            "empty-file",
            At { file, row: 0 },
            "the file is empty",
            "its first row names the columns",
        ));
        return Vec::new();
    };
    let Some(columns) = first.ok().and_then(|record| header(&record, file, faults)) else {
        return Vec::new();
    };
    let mut marks = SeparatorStyle::default();
    for record in DelimitedRows::new(text, delimiter, skipped).skip(1).flatten() {
        notice(&record, &columns, &mut marks);
    }
    let name =
        |column: Column| columns.iter().position(|c| *c == Some(column)).map(letters).unwrap_or_default();
    let mut reader = Reader { file, marks, letters: &name, faults };
    let mut rows = Vec::new();
    for record in records {
        match record {
            Ok(record) => rows.extend(row(record, &columns, &mut reader)),
            Err(unclosed) => reader.faults.push(unclosed_quote(unclosed, file)),
        }
    }
    rows
}

/// The separator under which the header names most columns, the text without a line that only names it, and
/// how many lines that is.
fn sniffed(text: &str) -> (u8, &str, usize) {
    let named =
        text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text.as_bytes().get(4));
    if let Some(delimiter) = named.copied().filter(u8::is_ascii) {
        let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
        return (delimiter, rest, 1);
    }
    let known = |delimiter: &u8| {
        let first = DelimitedRows::new(text, *delimiter, 0).next().and_then(Result::ok);
        first.map_or(0, |record| record.cells.iter().filter(|cell| Column::named(cell).is_some()).count())
    };
    let best = DELIMITERS.iter().rev().max_by_key(|delimiter| known(delimiter));
    (best.copied().unwrap_or(b','), text, 0)
}

/// Which column each cell of a row is; none where the columns that every sheet needs are not there.
fn header(record: &TableRow<'_>, file: usize, faults: &mut Vec<Fault>) -> Option<Vec<Option<Column>>> {
    let at = At { file, row: record.row };
    let mut columns: Vec<Option<Column>> = Vec::new();
    let mut strange = Vec::new();
    for (index, cell) in record.cells.iter().enumerate() {
        let column = Column::named(cell);
        if column.is_some() && columns.contains(&column) {
            let message = format!("the column `{}` is there twice", cell.trim());
            let fault = Fault::row("duplicate-column", at, message, "keep one of them");
            faults.push(fault.in_column(cell.trim(), letters(index), cell));
        } else if column.is_none() && !cell.trim().is_empty() {
            strange.push((index, cell.trim()));
        }
        columns.push(column);
    }
    unknown(&strange, at, faults);
    let numbers = [Column::Value, Column::Low, Column::High, Column::Words];
    let there = |column: &Column| columns.contains(&Some(*column));
    if !there(&Column::Metric) {
        let hint = "the first row names the columns, and `metric` is what is counted";
        faults.push(Fault::row("missing-column", at, "there is no column `metric`", hint));
    } else if !numbers.iter().any(there) {
        let message = "there is no column `value`, `low`, `high` or `words`";
        faults.push(Fault::row("missing-column", at, message, "one of them holds what was reported"));
    } else {
        return Some(columns);
    }
    None
}

/// Names the columns that are not known: each in a warning of its own where they are few or one may be meant.
fn unknown(strange: &[(usize, &str)], at: At, faults: &mut Vec<Fault>) {
    let mut others = Vec::new();
    for (index, name) in strange {
        let near = nearest(&plain(name), COLUMNS.iter().map(|(_, name)| *name));
        let hint = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None if strange.len() > FEW => {
                others.push(*name);
                continue;
            }
            None => "what is in it is left out".to_owned(),
        };
        let message = format!("the column `{name}` is not known");
        let fault = Fault::row("unknown-column", at, message, hint);
        faults.push(fault.in_column(name, letters(*index), name).mild());
    }
    if !others.is_empty() {
        let message = format!("{} columns are not known: `{}`", others.len(), others.join("`, `"));
        faults.push(Fault::row("unknown-column", at, message, "what is in them is left out").mild());
    }
}

/// Notes what separators mean in the numbers of a row.
fn notice(record: &TableRow<'_>, columns: &[Option<Column>], marks: &mut SeparatorStyle) {
    for (cell, column) in record.cells.iter().zip(columns) {
        if matches!(column, Some(Column::Value | Column::Low | Column::High)) {
            notice_separators(cell.trim(), marks);
        }
    }
}

fn row<'t>(record: TableRow<'t>, columns: &[Option<Column>], reader: &mut Reader<'_>) -> Option<Record<'t>> {
    let at = At { file: reader.file, row: record.row };
    if let Some(extra) = record.cells.iter().skip(columns.len()).find(|cell| !cell.trim().is_empty()) {
        let hint = "a text that holds the separator stands in double quotes";
        let fault = Fault::row("too-many-cells", at, "the row has more cells than the header", hint);
        reader.faults.push(fault.in_column("", letters(columns.len()), extra));
        return None;
    }
    let cells = Cells::new(record, columns);
    if cells.is_blank() { None } else { reader.row(cells) }
}

fn unclosed_quote(unclosed: Unclosed, file: usize) -> Fault {
    let at = At { file, row: unclosed.row };
    let hint = "a quote inside of a quoted cell is written twice";
    Fault::row("unclosed-quote", at, "a double quote is opened and never closed", hint).in_column(
        "",
        letters(unclosed.cell),
        "",
    )
}
