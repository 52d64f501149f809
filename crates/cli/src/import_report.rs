//! What an import says: what was done on stdout, what is wrong on stderr; all of it on stdout for machines.

use std::io::{self, Write};

use anstyle::Style;
use serde_json::json;

use super::check::InFile;
use super::diagnostics;
use super::excerpt::visible;
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
    fn failed(&self) -> bool {
        any_error(&self.import.diagnostics)
    }

    /// Names the file of a row, and its sheet where that is one of several.
    fn place(&self, position: RowPosition) -> String {
        let of_file = self.import.sheets.iter().filter(|sheet| sheet.file == position.file).count();
        let name = self.sheet(position.file);
        match self.import.sheet_name(position) {
            Some(sheet) if of_file > 1 => format!("{name}, sheet {sheet}"),
            _ => name.to_owned(),
        }
    }

    fn sheet(&self, file: usize) -> &str {
        match self.sheets.get(file).map_or("", String::as_str) {
            "-" => "<stdin>",
            name => name,
        }
    }
}

/// Says it to people. A closed pipe ends the saying, not the import.
pub(super) fn human(outcome: &Outcome<'_>, no_language: bool) {
    let _ = diagnostics::print_for_sheets(&outcome.import.diagnostics, &|file| outcome.sheet(file));
    if outcome.args_output == "-" && !outcome.dry_run {
        // The data itself is on stdout.
        return;
    }
    if !outcome.failed() {
        let _ = summary(outcome, no_language);
    }
}

fn summary(outcome: &Outcome<'_>, no_language: bool) -> io::Result<()> {
    let Import { changes, .. } = outcome.import;
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let (added, changed) = (changes.added.len(), changes.changed.len());
    let name = visible(outcome.args_output);
    writeln!(
        out,
        "{BOLD}{name}{BOLD:#}: {} added, {changed} changed, {} as before",
        figures(added),
        changes.same
    )?;
    for (list, ids) in &changes.new {
        writeln!(out, "  {} new in {list}: {}", ids.len(), visible(&few(ids)))?;
    }
    for (figure, rows) in changes.added.iter().take(NAMED) {
        writeln!(out, "  + {} ({})", visible(figure), places(outcome, rows))?;
    }
    if added > NAMED {
        writeln!(out, "  + and {} more", added - NAMED)?;
    }
    for change in &changes.changed {
        let rows = places(outcome, &change.rows);
        for edit in &change.edits {
            writeln!(
                out,
                "  ~ {} {}: {} ({rows})",
                change.noun,
                visible(&change.id),
                visible(&edit.to_string())
            )?;
        }
    }
    left(&mut out, changes)?;
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

fn left(out: &mut impl Write, changes: &Changes) -> io::Result<()> {
    if changes.left.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "  {} of the file in no row, left as before: {}",
        figures(changes.left.len()),
        visible(&few(&changes.left))
    )
}

fn figures(count: usize) -> String {
    format!("{count} figure{}", if count == 1 { "" } else { "s" })
}

/// The first few ids.
fn few(ids: &[String]) -> String {
    let first: Vec<&str> = ids.iter().take(5).map(String::as_str).collect();
    let more = if ids.len() > first.len() { ", …" } else { "" };
    first.join(", ") + more
}

fn places(outcome: &Outcome<'_>, rows: &[RowPosition]) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let numbers: Vec<String> = rows.iter().take(5).map(|at| at.row.to_string()).collect();
    let plural = if rows.len() == 1 { "row" } else { "rows" };
    let is_one_of_several = outcome.sheets.len() > 1 || outcome.import.sheets.len() > 1;
    let sheet =
        if is_one_of_several { format!("{}, ", visible(&outcome.place(*first))) } else { String::new() };
    format!("{sheet}{plural} {}{}", numbers.join(", "), if rows.len() > 5 { ", …" } else { "" })
}

/// Says it to machines.
pub(super) fn json(outcome: &Outcome<'_>) {
    let Import { changes, diagnostics, .. } = outcome.import;
    let row = |at: &RowPosition| match outcome.import.sheet_name(*at) {
        Some(sheet) => json!({ "file": outcome.sheet(at.file), "sheet": sheet, "row": at.row }),
        None => json!({ "file": outcome.sheet(at.file), "row": at.row }),
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
    let file_of = |diagnostic| outcome.sheet(RowPosition::of(diagnostic).file);
    let problems: Vec<_> =
        diagnostics.iter().map(|diagnostic| InFile::new(file_of(diagnostic), diagnostic)).collect();
    let new: serde_json::Map<_, _> =
        changes.new.iter().map(|(list, ids)| ((*list).to_owned(), json!(ids))).collect();
    let stays = changes.is_empty();
    let all = json!({
        "output": outcome.args_output,
        "written": !outcome.failed() && !outcome.dry_run && !stays,
        "added": added,
        "changed": changed,
        "same": changes.same,
        "left": changes.left,
        "new": new,
        "problems": problems,
    });
    let _ = writeln!(anstream::stdout(), "{all:#}");
}
