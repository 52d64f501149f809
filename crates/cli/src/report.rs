//! Problems as people read them, in the manner of rustc: what, where, the line itself, what would be right.

use std::io::{self, Write};

use anstream::adapter::StripBytes;
use anstyle::{AnsiColor, Style};

use super::excerpt::{self, Excerpt, visible};
use figure_tracker_core::problem::{Place, Problem, Severity};

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const BLUE: Style = AnsiColor::Blue.on_default().bold();

/// The name of a severity.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Says on stderr why something could not be done at all.
pub(super) fn failure(message: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{RED}error{RED:#}{BOLD}: {}{BOLD:#}", visible(message));
}

/// Says on stderr what an editor should know although everything was done.
pub(super) fn caution(message: &str) {
    let _ =
        writeln!(anstream::stderr().lock(), "{YELLOW}warning{YELLOW:#}{BOLD}: {}{BOLD:#}", visible(message));
}

/// Says on stderr what is worth knowing of something that was done.
pub(super) fn note(message: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{BLUE}note{BLUE:#}: {}", visible(message));
}

/// Lists the problems of a file on stderr, with a summary. Colours only on a terminal.
pub(super) fn problems(file: &str, text: &str, problems: &[Problem]) {
    let out = io::BufWriter::new(io::stderr().lock());
    // A closed pipe ends the listing, not the check.
    let _ = match anstream::AutoStream::choice(&io::stderr()) {
        anstream::ColorChoice::Never => write(Plain(out, StripBytes::new()), file, text, problems),
        _ => write(out, file, text, problems),
    };
}

/// Takes the colours out on the way to a buffer; anstream's own stream would write each piece between them by itself.
struct Plain<W>(W, StripBytes);

impl<W: Write> Write for Plain<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in self.1.strip_next(bytes) {
            self.0.write_all(piece)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Writes the problems of a file, with a summary.
fn write(mut out: impl Write, file: &str, text: &str, problems: &[Problem]) -> io::Result<()> {
    for problem in problems {
        one(&mut out, file, text, problem)?;
    }
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let summary = match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "no problems".to_owned(),
        (0, warnings) => plural(warnings, "warning"),
        (errors, 0) => plural(errors, "error"),
        (errors, warnings) => format!("{}, {}", plural(errors, "error"), plural(warnings, "warning")),
    };
    writeln!(out, "{BOLD}{}{BOLD:#}: {summary}", visible(file))?;
    out.flush()
}

fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn one(out: &mut impl Write, file: &str, text: &str, problem: &Problem) -> io::Result<()> {
    let Place { line, column, pointer, .. } = &problem.place;
    let style = if problem.severity == Severity::Error { RED } else { YELLOW };
    let (severity, message) = (severity(problem.severity), visible(&problem.message));
    writeln!(out, "{style}{severity}[{}]{style:#}{BOLD}: {message}{BOLD:#}", problem.code)?;
    let number = line.to_string();
    let gutter = " ".repeat(number.len());
    let pointer = if pointer.is_empty() { String::new() } else { format!(" ({})", visible(pointer)) };
    writeln!(out, "{gutter}{BLUE}-->{BLUE:#} {}:{line}:{column}{pointer}", visible(file))?;
    let Excerpt { line, indent, carets } = excerpt::of(text, &problem.place);
    writeln!(out, "{gutter} {BLUE}|{BLUE:#}")?;
    writeln!(out, "{BLUE}{number} |{BLUE:#} {line}")?;
    writeln!(out, "{gutter} {BLUE}|{BLUE:#} {}{style}{}{style:#}", " ".repeat(indent), "^".repeat(carets))?;
    if let Some(hint) = &problem.hint {
        writeln!(out, "{gutter} {BLUE}={BLUE:#} {BOLD}help{BOLD:#}: {}", visible(hint))?;
    }
    writeln!(out)
}
