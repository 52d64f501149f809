//! From files to tables: which bytes are a workbook and which a text, and what of them is read.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::hash::HashSet;
use crate::spreadsheet::import_step::ImportStep;
use crate::spreadsheet::report::RowPosition;
use crate::spreadsheet::table::encoding;
use crate::spreadsheet::table::grid::Grid;
use crate::spreadsheet::table::workbook::{WorkbookFault, WorkbookSheets, detect_workbook, read_workbook};

/// How many bytes a file may have.
pub const MAX_FILE: usize = 256 << 20;

/// How files are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The names of the sheets of workbooks that are read; where there is none the only sheet, or the first one with
    /// the columns that a sheet needs.
    pub sheets: Vec<String>,
    /// The encoding of files that are no workbooks; UTF-8 where none is named.
    pub encoding: Option<String>,
}

/// A sheet of a workbook that was read, by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    /// The index of the file, from 0.
    pub file: usize,
    /// The index of the sheet in the workbook, from 0.
    pub sheet: usize,
    /// Its name.
    pub name: String,
}

/// A table of a file, before its header is read.
pub(crate) struct TableSource<'f> {
    /// The table's place; the row means nothing.
    pub(super) position: RowPosition,
    pub(super) content: TableContent<'f>,
}

impl TableSource<'_> {
    /// Returns the table's place; the row means nothing.
    pub(crate) fn position(&self) -> RowPosition {
        self.position
    }
}

/// The rows of a table.
pub(super) enum TableContent<'f> {
    Text(Cow<'f, str>),
    Grid(Grid),
}

/// Reads the tables of files, and the names of the sheets that they are on.
pub(crate) fn open_tables<'f>(
    files: &[&'f [u8]],
    options: &ReadOptions,
    progress: &dyn Fn(ImportStep<'_>),
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<TableSource<'f>>, Vec<SheetName>) {
    let (mut tables, mut names) = (Vec::new(), Vec::new());
    for (file, bytes) in files.iter().enumerate() {
        progress(ImportStep::OpenFile { file });
        let position = RowPosition { file, ..RowPosition::default() };
        let read_sheet = |sheet: &str| progress(ImportStep::ReadSheet { file, sheet });
        let kind = check_size(bytes).and_then(|()| detect_workbook(bytes));
        let read = kind.and_then(|kind| {
            kind.map(|kind| read_workbook(bytes, kind, &options.sheets, &read_sheet)).transpose()
        });
        match read {
            Err(WorkbookFault { message, help }) => {
                diagnostics.push(Diagnostic::error("bad-workbook", position.span(), message).with_help(help));
            }
            Ok(Some(WorkbookSheets { sheets, left_out })) => {
                diagnostics
                    .extend(sheets.first().and_then(|read| left_out_sheets(position, &read.name, &left_out)));
                for sheet in sheets {
                    names.push(SheetName { file, sheet: sheet.index, name: sheet.name });
                    let position = RowPosition { sheet: sheet.index, ..position };
                    tables.push(TableSource { position, content: TableContent::Grid(sheet.grid) });
                }
            }
            Ok(None) => match encoding::decode(bytes, options.encoding.as_deref(), position) {
                Ok(text) => tables.push(TableSource { position, content: TableContent::Text(text) }),
                Err(diagnostic) => diagnostics.push(*diagnostic),
            },
        }
    }
    note_missing_sheets(options, &names, diagnostics);
    (tables, names)
}

fn check_size(bytes: &[u8]) -> Result<(), WorkbookFault> {
    if bytes.len() <= MAX_FILE {
        return Ok(());
    }
    let message = format!("the file has more than {} megabytes", MAX_FILE >> 20);
    Err(WorkbookFault { message, help: "divide it into several".to_owned() })
}

fn left_out_sheets(file: RowPosition, read: &str, left_out: &[String]) -> Option<Diagnostic> {
    if left_out.is_empty() {
        return None;
    }
    let message = format!(
        "only the sheet `{read}` is read, the first with a header; left out: `{}`",
        left_out.join("`, `")
    );
    let help = "name the sheets that are meant with `--sheet`";
    Some(Diagnostic::warning("sheets-left-out", file.span(), message).with_help(help))
}

/// Says which of the sheets that were named are in no file.
fn note_missing_sheets(options: &ReadOptions, read: &[SheetName], diagnostics: &mut Vec<Diagnostic>) {
    let known: HashSet<&str> = read.iter().map(|sheet| sheet.name.trim()).collect();
    for name in options.sheets.iter().filter(|name| !known.contains(name.trim())) {
        let message = format!("no workbook has a sheet `{name}`");
        let diagnostic = Diagnostic::error("no-such-sheet", RowPosition::default().span(), message);
        diagnostics.push(diagnostic.with_help("a sheet is named as on its tab"));
    }
}
