//! Prints diagnostics for people, in the manner of rustc: what, where, the line itself, what would be right. JSON files
//! and spreadsheets alike. Nothing of a file reaches the terminal that would move the cursor or turn the writing direction.

use std::collections::HashMap;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstyle::Style;

use super::excerpt::{Excerpt, cut_excerpt, make_visible};
use figure_tracker_editing::diagnostic::{CellSpan, Diagnostic, Severity, Span, TextSpan};

const BOLD: Style = Style::new().bold();

/// How wide a printed line may be.
const MAX_WIDTH: usize = 120;

/// Prints the diagnostics of a JSON file on stderr, with a summary; of a rule that is broken many times the first few,
/// and how many there are more.
pub(super) fn print_for_text(file: &str, text: &str, diagnostics: &[Diagnostic]) {
    let (shown, more) = shorten_rules(diagnostics);
    print_shortened(file, text, diagnostics, &shown, &more);
}

/// The same, with every diagnostic.
pub(super) fn print_all_for_text(file: &str, text: &str, diagnostics: &[Diagnostic]) {
    let all: Vec<&Diagnostic> = diagnostics.iter().collect();
    print_shortened(file, text, diagnostics, &all, &[]);
}

fn print_shortened(file: &str, text: &str, all: &[Diagnostic], shown: &[&Diagnostic], more: &[MoreOfRule]) {
    // A closed pipe ends the listing, not the check.
    let _ = Printer::to_stderr().and_then(|mut printer| {
        for diagnostic in shown {
            printer.print_diagnostic(file, text, diagnostic, &[])?;
        }
        for MoreOfRule { code, count, lines } in more {
            let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
            printer.print_summary(code, &format!("{count} more, in lines {}, …", lines.join(", ")))?;
        }
        let hint =
            if more.is_empty() { "" } else { "; `figure-tracker check --all` or `--format json` lists each" };
        printer.print_summary(file, &[&summarize_severities(all), hint].concat())
    });
}

/// How often a rule is broken besides what is shown of it.
struct MoreOfRule {
    code: &'static str,
    count: usize,
    /// The lines of the first few.
    lines: Vec<usize>,
}

/// Leaves of each rule that is broken many times only the first few.
fn shorten_rules(diagnostics: &[Diagnostic]) -> (Vec<&Diagnostic>, Vec<MoreOfRule>) {
    let mut broken: HashMap<&str, usize> = HashMap::new();
    for diagnostic in diagnostics {
        *broken.entry(diagnostic.code).or_default() += 1;
    }
    let (mut shown, mut more) = (Vec::new(), Vec::<MoreOfRule>::new());
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut places = HashMap::new();
    for diagnostic in diagnostics {
        let seen = seen.entry(diagnostic.code).or_default();
        *seen += 1;
        if *seen <= MAX_NAMED || broken.get(diagnostic.code).is_none_or(|count| *count <= MAX_DIFFERENT) {
            shown.push(diagnostic);
            continue;
        }
        let place = *places.entry(diagnostic.code).or_insert(more.len());
        if place == more.len() {
            more.push(MoreOfRule { code: diagnostic.code, count: 0, lines: Vec::new() });
        }
        let Some(rule) = more.get_mut(place) else { continue };
        rule.count += 1;
        if let Span::Text(TextSpan { line, .. }) = &diagnostic.span
            && rule.lines.len() < MAX_NAMED
        {
            rule.lines.push(*line);
        }
    }
    (shown, more)
}

/// Prints the diagnostics of spreadsheets on stderr; `file_name` names the file with an index. The same fault in many
/// rows is printed once, with all of its rows.
pub(super) fn print_for_sheets<'a>(
    diagnostics: &[Diagnostic],
    file_name: &dyn Fn(usize) -> &'a str,
) -> io::Result<()> {
    let mut printer = Printer::to_stderr()?;
    for RowGroup { diagnostic, rows, more } in shorten_groups(group_rows(diagnostics)) {
        let file = match &diagnostic.span {
            Span::Cell(span) => file_name(span.file),
            Span::Text(_) => file_name(0),
        };
        printer.print_diagnostic(file, "", diagnostic, &rows)?;
        if !more.is_empty() {
            let first: Vec<String> = more.iter().take(MAX_NAMED).map(usize::to_string).collect();
            let rows = format!("{} more rows ({}, …)", more.len(), first.join(", "));
            printer.print_summary(
                diagnostic.code,
                &format!("{rows} break the same rule; `--format json` lists all"),
            )?;
        }
    }
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    if errors > 0 {
        printer.print_summary(&count_noun(errors, "error"), "nothing was written")?;
    }
    Ok(())
}

/// Writes to stderr; colours only on a terminal.
struct Printer {
    out: io::BufWriter<io::StderrLock<'static>>,
    renderer: Renderer,
    is_styled: bool,
}

impl Printer {
    fn to_stderr() -> io::Result<Self> {
        let is_styled = !matches!(anstream::AutoStream::choice(&io::stderr()), anstream::ColorChoice::Never);
        let renderer = if is_styled { Renderer::styled() } else { Renderer::plain() };
        let out = io::BufWriter::new(io::stderr().lock());
        Ok(Self { out, renderer: renderer.term_width(MAX_WIDTH), is_styled })
    }

    fn print_diagnostic(
        &mut self,
        file: &str,
        text: &str,
        diagnostic: &Diagnostic,
        rows: &[usize],
    ) -> io::Result<()> {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let message = make_visible(&diagnostic.message);
        let group = Group::with_title(level.primary_title(message).id(diagnostic.code));
        let group = match &diagnostic.span {
            Span::Text(span) => locate_text(group, file, text, span),
            Span::Cell(span) => locate_cell(group, file, span, rows, &diagnostic.message),
        };
        let help = diagnostic.help.as_deref().map(|help| Level::HELP.message(make_visible(help)));
        let group = group.elements(help);
        writeln!(self.out, "{}\n", self.renderer.render(&[group]))
    }

    fn print_summary(&mut self, subject: &str, summary: &str) -> io::Result<()> {
        let bold = if self.is_styled { BOLD } else { Style::new() };
        writeln!(self.out, "{bold}{}{bold:#}: {summary}", make_visible(subject))?;
        self.out.flush()
    }
}

/// Adds the line of a JSON file that a diagnostic is about. Of a very long line a piece is shown, of which the library
/// can't tell the column.
fn locate_text<'a>(group: Group<'a>, file: &str, text: &str, span: &TextSpan) -> Group<'a> {
    let TextSpan { line, column, pointer, start, end, .. } = span;
    let Excerpt { line: excerpt, underlined, is_whole } = cut_excerpt(text, *start..*end);
    let annotation = AnnotationKind::Primary.span(underlined).label(make_visible(pointer));
    let snippet = Snippet::source(excerpt).line_start(*line).fold(false).annotation(annotation);
    if is_whole {
        return group.element(snippet.path(make_visible(file)));
    }
    group.element(Origin::path(make_visible(file)).line(*line).char_column(*column)).element(snippet)
}

/// Adds the cell that a diagnostic is about, and what is in it unless the message shows it already.
fn locate_cell<'a>(
    group: Group<'a>,
    file: &str,
    span: &CellSpan,
    rows: &[usize],
    message: &str,
) -> Group<'a> {
    let CellSpan { sheet_name, row, column, letters, content, .. } = span;
    let mut place = make_visible(file);
    if !sheet_name.is_empty() {
        place += &format!(", sheet {}", make_visible(sheet_name));
    }
    if *row > 0 {
        place += &format!(", row{} {}", if rows.len() > 1 { "s" } else { "" }, row_ranges(rows));
    }
    place += &match (column.is_empty(), letters.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!(", column {letters}"),
        (false, true) => format!(", column {}", make_visible(column)),
        (false, false) => format!(", column {} ({letters})", make_visible(column)),
    };
    let group = group.element(Origin::path(place));
    let first_line: String = content.lines().next().unwrap_or_default().chars().take(80).collect();
    if first_line.is_empty() || message.contains(&first_line) {
        return group;
    }
    group.element(Level::NOTE.message(format!("the cell holds `{}`", make_visible(&first_line))))
}

/// How often a rule may be broken until only the first few are shown.
const MAX_DIFFERENT: usize = 10;

/// How many places are named where a rule is broken in many.
const MAX_NAMED: usize = 3;

/// Diagnostics that are printed together.
struct RowGroup<'d> {
    diagnostic: &'d Diagnostic,
    /// The rows in which just this is wrong.
    rows: Vec<usize>,
    /// The rows in which another content breaks the same rule, where these are many.
    more: Vec<usize>,
}

/// Leaves of each rule that many different cells of a column break only the first group.
fn shorten_groups<'d>(groups: Vec<(&'d Diagnostic, Vec<usize>)>) -> Vec<RowGroup<'d>> {
    let rule = |diagnostic: &'d Diagnostic| match &diagnostic.span {
        Span::Cell(span) => (diagnostic.code, span.file, span.sheet, span.column.as_str()),
        Span::Text(_) => (diagnostic.code, 0, 0, ""),
    };
    let mut different: HashMap<_, usize> = HashMap::new();
    for (diagnostic, _) in &groups {
        *different.entry(rule(diagnostic)).or_default() += 1;
    }
    let mut first_of: HashMap<_, usize> = HashMap::new();
    let mut short: Vec<RowGroup<'d>> = Vec::new();
    for (diagnostic, rows) in groups {
        let rule = rule(diagnostic);
        let is_many = different.get(&rule).is_some_and(|cells| *cells > MAX_DIFFERENT);
        let first = *first_of.entry(rule).or_insert(short.len());
        match short.get_mut(first).filter(|_| is_many) {
            Some(group) => group.more.extend(rows),
            None => short.push(RowGroup { diagnostic, rows, more: Vec::new() }),
        }
    }
    short
}

/// Puts together diagnostics that differ by no more than their row, where the first of them is.
fn group_rows(diagnostics: &[Diagnostic]) -> Vec<(&Diagnostic, Vec<usize>)> {
    let mut groups: Vec<(&Diagnostic, Vec<usize>)> = Vec::new();
    let mut known = HashMap::new();
    for diagnostic in diagnostics {
        let Diagnostic { code, span, message, help, .. } = diagnostic;
        let (place, row, column, content) = match span {
            Span::Cell(span) => {
                ((span.file, span.sheet), span.row, span.column.as_str(), span.content.as_str())
            }
            Span::Text(_) => ((0, 0), 0, "", ""),
        };
        let index = *known.entry((*code, place, column, content, message, help)).or_insert(groups.len());
        match groups.get_mut(index) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((diagnostic, vec![row])),
        }
    }
    groups
}

/// `3, 7-9, 12`; of many the first and how many more there are.
fn row_ranges(rows: &[usize]) -> String {
    let runs = rows.chunk_by(|before, row| *row == *before || *row == before + 1);
    if runs.clone().count() > MAX_DIFFERENT {
        let first: Vec<String> = rows.iter().take(MAX_NAMED).map(usize::to_string).collect();
        return format!("{} and {} more", first.join(", "), rows.len() - first.len());
    }
    let shown = runs.filter_map(|run| match (run.first()?, run.last()?) {
        (first, last) if first == last => Some(first.to_string()),
        (first, last) if last - first == 1 => Some(format!("{first}, {last}")),
        (first, last) => Some(format!("{first}-{last}")),
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// How many errors and warnings there are.
fn summarize_severities(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    match (errors, diagnostics.len() - errors) {
        (0, 0) => "no problems".to_owned(),
        (0, warnings) => count_noun(warnings, "warning"),
        (errors, 0) => count_noun(errors, "error"),
        (errors, warnings) => format!("{}, {}", count_noun(errors, "error"), count_noun(warnings, "warning")),
    }
}

fn count_noun(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
