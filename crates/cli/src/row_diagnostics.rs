//! What is wrong with spreadsheet rows, for people. The same in many rows is told once, with how many rows they are
//! and the first of them.

use std::collections::HashMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::excerpt::visible;
use figure_tracker_editing::diagnostic::{CellSpan, Diagnostic, Severity, Span};
use figure_tracker_editing::spreadsheet::RowPosition;

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const BLUE: Style = AnsiColor::Blue.on_default().bold();

/// From how many different cells on a rule is told once for all of them.
const MANY: usize = 10;

/// How many rows are named of a rule that is told once for many.
const NAMED: usize = 3;

/// Says all of it on stderr; `sheet` names the file of a row.
pub(super) fn list<'a>(
    diagnostics: &[Diagnostic],
    sheet: &dyn Fn(RowPosition) -> &'a str,
) -> io::Result<()> {
    let mut out = io::BufWriter::new(anstream::stderr().lock());
    for group in grouped(diagnostics) {
        write_group(&mut out, sheet(RowPosition::of(group.first)), &group)?;
    }
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    if errors > 0 {
        let plural = if errors == 1 { "" } else { "s" };
        writeln!(out, "{BOLD}{errors} error{plural}{BOLD:#}: nothing was written")?;
    }
    out.flush()
}

/// Diagnostics that are told together.
struct Group<'d> {
    first: &'d Diagnostic,
    span: &'d CellSpan,
    /// The rows in which the very same is wrong.
    rows: Vec<usize>,
    /// The rows in which the same rule is broken otherwise, where these are many.
    others: Vec<usize>,
}

/// Puts together what differs by its row alone, and what breaks one rule in one column many times.
fn grouped(diagnostics: &[Diagnostic]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut same = HashMap::new();
    for diagnostic in diagnostics {
        let Span::Cell(span) = &diagnostic.span else { continue };
        let CellSpan { file, row, column, content, .. } = span;
        let Diagnostic { code, message, help, .. } = diagnostic;
        let index = *same.entry((file, code, column, content, message, help)).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.rows.push(*row),
            None => groups.push(Group { first: diagnostic, span, rows: vec![*row], others: Vec::new() }),
        }
    }
    shortened(groups)
}

/// Leaves of each rule that is broken in many ways only the first group.
fn shortened(groups: Vec<Group<'_>>) -> Vec<Group<'_>> {
    let rule = |group: &Group<'_>| (group.span.file, group.first.code, group.span.column.clone());
    let mut ways: HashMap<_, usize> = HashMap::new();
    for group in &groups {
        *ways.entry(rule(group)).or_default() += 1;
    }
    let mut first_of = HashMap::new();
    let mut short: Vec<Group<'_>> = Vec::new();
    for group in groups {
        let rule = rule(&group);
        if ways.get(&rule).is_none_or(|ways| *ways <= MANY) {
            short.push(group);
            continue;
        }
        match first_of.get(&rule).and_then(|index: &usize| short.get_mut(*index)) {
            Some(first) => first.others.extend(group.rows),
            None => {
                first_of.insert(rule, short.len());
                short.push(group);
            }
        }
    }
    short
}

fn write_group(out: &mut impl Write, sheet: &str, group: &Group<'_>) -> io::Result<()> {
    let Diagnostic { severity, code, message, help, .. } = group.first;
    let CellSpan { column, letters, content, .. } = group.span;
    let style = if *severity == Severity::Error { RED } else { YELLOW };
    writeln!(out, "{style}{severity}[{code}]{style:#}{BOLD}: {}{BOLD:#}", visible(message))?;
    write!(out, " {BLUE}-->{BLUE:#} {}", visible(sheet))?;
    if group.span.row > 0 {
        write!(out, ", row{} {}", if group.rows.len() == 1 { "" } else { "s" }, ranges(&group.rows))?;
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
    if let Some(help) = help {
        writeln!(out, "  {BLUE}={BLUE:#} {BOLD}help{BOLD:#}: {}", visible(help))?;
    }
    if !group.others.is_empty() {
        let first: Vec<String> = group.others.iter().take(NAMED).map(usize::to_string).collect();
        let (count, first) = (group.others.len(), first.join(", "));
        let note = format!("the same is wrong in {count} more rows, the first of them {first}; `--format json` lists all");
        writeln!(out, "  {BLUE}={BLUE:#} {BOLD}note{BOLD:#}: {note}")?;
    }
    writeln!(out)
}

/// `3, 7-9, 12`; of many the first.
fn ranges(rows: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 >= *row && *end <= *row => *end = *row,
            _ => runs.push((*row, *row)),
        }
    }
    if runs.len() > MANY {
        let first: Vec<String> = rows.iter().take(NAMED).map(usize::to_string).collect();
        return format!("{} and {} more", first.join(", "), rows.len() - first.len());
    }
    let shown = runs.iter().map(|(start, end)| match end - start {
        0 => start.to_string(),
        1 => format!("{start}, {end}"),
        _ => format!("{start}-{end}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}
