//! What is wrong with spreadsheet rows, for people. The same fault in many rows is said once, with all of its rows.

use std::collections::HashMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::excerpt::visible;
use super::report::severity;
use figure_tracker_core::problem::Severity;
use figure_tracker_editing::spreadsheet::{At, Fault};

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const BLUE: Style = AnsiColor::Blue.on_default().bold();

/// Says all of it on stderr; `sheet` names the file of a row.
pub(super) fn list<'a>(faults: &[Fault], sheet: &dyn Fn(At) -> &'a str) -> io::Result<()> {
    let mut out = io::BufWriter::new(anstream::stderr().lock());
    for (fault, rows) in alike(faults) {
        one(&mut out, sheet(fault.at), fault, &rows)?;
    }
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    if errors > 0 {
        let plural = if errors == 1 { "" } else { "s" };
        writeln!(out, "{BOLD}{errors} error{plural}{BOLD:#}: nothing was written")?;
    }
    out.flush()
}

/// Each fault that differs from others by more than its row, where it is first, with its rows.
fn alike(faults: &[Fault]) -> Vec<(&Fault, Vec<usize>)> {
    let mut groups: Vec<(&Fault, Vec<usize>)> = Vec::new();
    let mut known = HashMap::new();
    for fault in faults {
        let Fault { code, at, column, content, message, hint, .. } = fault;
        let index = *known.entry((at.file, *code, column, content, message, hint)).or_insert(groups.len());
        match groups.get_mut(index) {
            Some((_, rows)) => rows.push(at.row),
            None => groups.push((fault, vec![at.row])),
        }
    }
    groups
}

fn one(out: &mut impl Write, sheet: &str, fault: &Fault, rows: &[usize]) -> io::Result<()> {
    let Fault { severity: how, code, at, column, letters, content, message, hint } = fault;
    let style = if *how == Severity::Error { RED } else { YELLOW };
    writeln!(out, "{style}{}[{code}]{style:#}{BOLD}: {}{BOLD:#}", severity(*how), visible(message))?;
    write!(out, " {BLUE}-->{BLUE:#} {}", visible(sheet))?;
    if at.row > 0 {
        write!(out, ", row{} {}", if rows.len() == 1 { "" } else { "s" }, ranges(rows))?;
    }
    match (column.is_empty(), letters.is_empty()) {
        (true, true) => writeln!(out)?,
        (true, false) => writeln!(out, ", column {letters}")?,
        (false, true) => writeln!(out, ", column {}", visible(column))?,
        (false, false) => writeln!(out, ", column {} ({letters})", visible(column))?,
    }
    let line: String = content.lines().next().unwrap_or_default().chars().take(80).collect();
    if !line.is_empty() && !message.contains(line.as_str()) {
        writeln!(out, "  {BLUE}|{BLUE:#} {}", visible(&line))?;
    }
    if let Some(hint) = hint {
        writeln!(out, "  {BLUE}={BLUE:#} {BOLD}help{BOLD:#}: {}", visible(hint))?;
    }
    writeln!(out)
}

/// `3, 7-9, 12`
fn ranges(rows: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 >= *row && *end <= *row => *end = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let shown = runs.iter().map(|(start, end)| match end - start {
        0 => start.to_string(),
        1 => format!("{start}, {end}"),
        _ => format!("{start}-{end}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}
