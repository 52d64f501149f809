//! The columns of the spreadsheet form, and which cell of a row is which.

use std::borrow::Cow;

use crate::spreadsheet::table::delimited::TableRow;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it, and the page of the format says more")]
pub enum Column {
    Metric,
    MetricLabel,
    Group,
    Unit,
    Scope,
    Value,
    Low,
    High,
    Words,
    Qualifier,
    SaidOn,
    PublishedOn,
    Speaker,
    Role,
    Institution,
    Outlet,
    Url,
    ArchivedUrl,
    Status,
    Note,
}

/// How many columns there are.
pub(crate) const COUNT: usize = 20;

/// Every column with its name, in the order in which they are written.
pub const COLUMNS: [(Column, &str); COUNT] = [
    (Column::Metric, "metric"),
    (Column::MetricLabel, "metric_label"),
    (Column::Group, "group"),
    (Column::Unit, "unit"),
    (Column::Scope, "scope"),
    (Column::Value, "value"),
    (Column::Low, "low"),
    (Column::High, "high"),
    (Column::Words, "words"),
    (Column::Qualifier, "qualifier"),
    (Column::SaidOn, "said_on"),
    (Column::PublishedOn, "published_on"),
    (Column::Speaker, "speaker"),
    (Column::Role, "role"),
    (Column::Institution, "institution"),
    (Column::Outlet, "outlet"),
    (Column::Url, "url"),
    (Column::ArchivedUrl, "archived_url"),
    (Column::Status, "status"),
    (Column::Note, "note"),
];

impl Column {
    /// Its name in the header.
    pub fn name(self) -> &'static str {
        COLUMNS.get(self as usize).map_or("", |(_, name)| name)
    }

    /// The column that a header cell names: letter case, spaces and hyphens do not matter.
    pub fn named(header: &str) -> Option<Self> {
        let name = normalized(header);
        COLUMNS.iter().find(|(_, known)| *known == name).map(|(column, _)| *column)
    }
}

/// Returns a header cell as the names are written.
pub(crate) fn normalized(header: &str) -> String {
    header.trim().trim_start_matches('\u{feff}').to_lowercase().replace([' ', '-'], "_")
}

/// The cells of one row by column, without the space around them; an empty cell is none.
pub(crate) struct Cells<'t> {
    /// The row, from 1.
    pub(crate) row: usize,
    cells: [Option<Cow<'t, str>>; COUNT],
    /// The columns whose cells are known to be wrong, one bit each.
    refused: u32,
}

impl<'t> Cells<'t> {
    /// Sorts the cells of a row into columns.
    pub(crate) fn new(record: TableRow<'t>, header: &[Option<Column>]) -> Self {
        let mut cells = [const { None }; COUNT];
        for (cell, column) in record.cells.into_iter().zip(header) {
            if let Some(place) = column.and_then(|column| cells.get_mut(column as usize)) {
                *place = trimmed(cell);
            }
        }
        Self { row: record.row, cells, refused: 0 }
    }

    /// Takes a cell out.
    pub(crate) fn take(&mut self, column: Column) -> Option<Cow<'t, str>> {
        self.cells.get_mut(column as usize).and_then(Option::take)
    }

    /// Moves a cell to another column.
    pub(crate) fn rename(&mut self, from: Column, to: Column) {
        let cell = self.take(from);
        if let Some(place) = self.cells.get_mut(to as usize) {
            *place = cell;
        }
    }

    /// A cell.
    pub(crate) fn get(&self, column: Column) -> Option<&str> {
        self.cells.get(column as usize).and_then(Option::as_deref)
    }

    /// Puts a text into a cell.
    pub(crate) fn put(&mut self, column: Column, text: Cow<'t, str>) {
        if let Some(place) = self.cells.get_mut(column as usize) {
            *place = Some(text);
        }
    }

    /// Takes down that what is wrong with a cell is said already.
    pub(crate) fn refuse(&mut self, column: Column) {
        self.refused |= 1 << column as u32;
    }

    /// Whether what is wrong with a cell is said already.
    pub(crate) fn is_refused(&self, column: Column) -> bool {
        self.refused & (1 << column as u32) != 0
    }

    /// Whether there is nothing in any of them.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(Option::is_none)
    }
}

fn trimmed(cell: Cow<'_, str>) -> Option<Cow<'_, str>> {
    if cell.trim().is_empty() {
        return None;
    }
    Some(match cell {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    })
}

/// Returns the name that a spreadsheet gives to a column, by its index from 0: `A` to `Z`, then `AA`.
pub(crate) fn column_letters(index: usize) -> String {
    let letter = |i: usize| char::from(b'A' + u8::try_from(i % 26).unwrap_or(0));
    match index / 26 {
        0 => letter(index).to_string(),
        more => column_letters(more - 1) + &letter(index).to_string(),
    }
}
