//! What an import says: what was done on stdout, what is wrong on stderr; all of it on stdout for machines.

use std::io::{self, Write};

use anstyle::Style;
use serde_json::json;

use super::check::InFile;
use super::diagnostics;
use super::excerpt::make_visible;
use figure_tracker_editing::diagnostic::any_error;
use figure_tracker_editing::spreadsheet::{Changes, Import, RowPosition};

const BOLD: Style = Style::new().bold();

/// How many new figures are named one by one.
const NAMED: usize = 20;

/// An import that was done, or was not.
pub(super) struct Outcome<'a> {
    /// The data file.
    pub(super) args_output: &'a str,
    /// The names of the sheets.
    pub(super) sheets: &'a [String],
    /// Whether nothing was to be written.
    pub(super) dry_run: bool,
    /// What came of it.
    pub(super) import: &'a Import,
}

impl Outcome<'_> {
    fn has_failed(&self) -> bool {
        any_error(&self.import.diagnostics)
    }

    /// Names the file of a row, and its sheet where that is one of several.
    fn name_place(&self, position: RowPosition) -> String {
        let of_file = self.import.sheets.iter().filter(|sheet| sheet.file == position.file).count();
        let name = self.file_name(position.file);
        match self.import.sheet_name(position) {
            Some(sheet) if of_file > 1 => format!("{name}, sheet {sheet}"),
            _ => name.to_owned(),
        }
    }

    fn file_name(&self, file: usize) -> &str {
        match self.sheets.get(file).map_or("", String::as_str) {
            "-" => "<stdin>",
            name => name,
        }
    }
}

/// Says it to people. A closed pipe ends the saying, not the import.
pub(super) fn print_import(outcome: &Outcome<'_>, no_language: bool) {
    let _ = diagnostics::print_for_sheets(&outcome.import.diagnostics, &|file| outcome.file_name(file));
    if outcome.args_output == "-" && !outcome.dry_run {
        // The data itself is on stdout.
        return;
    }
    if !outcome.has_failed() {
        let _ = print_summary(outcome, no_language);
    }
}

fn print_summary(outcome: &Outcome<'_>, no_language: bool) -> io::Result<()> {
    let Import { changes, .. } = outcome.import;
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let (added, changed) = (changes.added.len(), changes.changed.len());
    let name = make_visible(outcome.args_output);
    writeln!(
        out,
        "{BOLD}{name}{BOLD:#}: {} added, {changed} changed, {} as before",
        count_figures(added),
        changes.same
    )?;
    for (list, ids) in &changes.new {
        writeln!(out, "  {} new in {list}: {}", ids.len(), make_visible(&first_ids(ids)))?;
    }
    for (figure, rows) in changes.added.iter().take(NAMED) {
        writeln!(out, "  + {} ({})", make_visible(figure), name_rows(outcome, rows))?;
    }
    if added > NAMED {
        writeln!(out, "  + and {} more", added - NAMED)?;
    }
    for change in &changes.changed {
        let rows = name_rows(outcome, &change.rows);
        for edit in &change.edits {
            writeln!(
                out,
                "  ~ {} {}: {} ({rows})",
                change.noun,
                make_visible(&change.id),
                make_visible(&edit.to_string())
            )?;
        }
    }
    print_figures_left(&mut out, changes)?;
    if no_language {
        writeln!(
            out,
            "  ! no language was told: write it under `language` in the file, or start again with --language"
        )?;
    }
    if outcome.dry_run {
        writeln!(out, "  dry run: nothing was written")?;
    }
    out.flush()
}

fn print_figures_left(out: &mut impl Write, changes: &Changes) -> io::Result<()> {
    if changes.left.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "  {} of the file in no row, left as before: {}",
        count_figures(changes.left.len()),
        make_visible(&first_ids(&changes.left))
    )
}

fn count_figures(count: usize) -> String {
    format!("{count} figure{}", if count == 1 { "" } else { "s" })
}

/// The first few ids.
fn first_ids(ids: &[String]) -> String {
    let first: Vec<&str> = ids.iter().take(5).map(String::as_str).collect();
    let more = if ids.len() > first.len() { ", …" } else { "" };
    first.join(", ") + more
}

fn name_rows(outcome: &Outcome<'_>, rows: &[RowPosition]) -> String {
    // A row of two documents is there twice.
    let mut rows = rows.to_vec();
    rows.dedup();
    let Some(first) = rows.first() else { return String::new() };
    let numbers: Vec<String> = rows.iter().take(5).map(|at| at.row.to_string()).collect();
    let plural = if rows.len() == 1 { "row" } else { "rows" };
    let is_one_of_several = outcome.sheets.len() > 1 || outcome.import.sheets.len() > 1;
    let sheet = if is_one_of_several {
        format!("{}, ", make_visible(&outcome.name_place(*first)))
    } else {
        String::new()
    };
    format!("{sheet}{plural} {}{}", numbers.join(", "), if rows.len() > 5 { ", …" } else { "" })
}

/// Says it to machines.
pub(super) fn print_import_as_json(outcome: &Outcome<'_>) {
    let Import { changes, diagnostics, .. } = outcome.import;
    let row = |at: &RowPosition| match outcome.import.sheet_name(*at) {
        Some(sheet) => json!({ "file": outcome.file_name(at.file), "sheet": sheet, "row": at.row }),
        None => json!({ "file": outcome.file_name(at.file), "row": at.row }),
    };
    let rows = |rows: &[RowPosition]| rows.iter().map(row).collect::<Vec<_>>();
    let added: Vec<_> =
        changes.added.iter().map(|(id, at)| json!({ "figure": id, "rows": rows(at) })).collect();
    let changed: Vec<_> = changes
        .changed
        .iter()
        .map(|change| {
            let edits: Vec<_> = change
                .edits
                .iter()
                .map(|edit| json!({ "column": edit.column, "was": edit.was, "now": edit.now }))
                .collect();
            json!({ "what": change.noun, "id": change.id, "figure": change.figure, "edits": edits, "rows": rows(&change.rows) })
        })
        .collect();
    let file_of = |diagnostic| outcome.file_name(RowPosition::of(diagnostic).file);
    let problems: Vec<_> =
        diagnostics.iter().map(|diagnostic| InFile::new(file_of(diagnostic), diagnostic)).collect();
    let new: serde_json::Map<_, _> =
        changes.new.iter().map(|(list, ids)| ((*list).to_owned(), json!(ids))).collect();
    let stays = changes.is_empty();
    let all = json!({
        "output": outcome.args_output,
        "written": !outcome.has_failed() && !outcome.dry_run && !stays,
        "added": added,
        "changed": changed,
        "same": changes.same,
        "left": changes.left,
        "new": new,
        "problems": problems,
    });
    let _ = writeln!(anstream::stdout(), "{all:#}");
}
