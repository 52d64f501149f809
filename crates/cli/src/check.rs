//! `figure-tracker check FILE…`: lists every error and warning.

use std::io::{self, Write};

use clap::ValueEnum;
use serde::Serializer;
use serde_json::json;

use super::excerpt::visible;
use super::progress::Progress;
use super::{FAULTY, WRONG_USAGE, files, report};
use figure_tracker_core::dataset;
use figure_tracker_core::problem::{Problem, Severity};

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Data files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// How to list what was found
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Lets warnings fail the check as errors do
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
}

/// How to list what was found.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people, on stderr
    #[default]
    Human,
    /// For machines: one JSON list on stdout
    Json,
}

/// What fails the check besides errors.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Deny {
    /// Warnings
    Warnings,
}

/// Checks every file and tells the exit code: that of the worst of them.
pub fn run(args: &Args) -> u8 {
    let progress = Progress::start(args.files.len());
    let mut listed = Vec::new();
    let mut worst = 0;
    for name in &args.files {
        progress.stage(format!("checking {}", visible(name)));
        let done = match files::read(name) {
            Ok(bytes) => file(args, name, &bytes, &progress, &mut listed),
            Err(message) => {
                progress.aside(|| report::failure(&message));
                WRONG_USAGE
            }
        };
        worst = worst.max(done);
    }
    progress.finish();
    if matches!(args.format, Format::Json) {
        // A closed pipe ends the listing, not the check.
        let _ = machines(&listed);
    }
    worst
}

/// Checks a file and lists what is wrong for people; for machines that is kept, by the name of the file.
fn file<'n>(
    args: &Args,
    name: &'n str,
    bytes: &[u8],
    progress: &Progress,
    listed: &mut Vec<(&'n str, Vec<Problem>)>,
) -> u8 {
    let problems = dataset::problems(bytes);
    let shown = if name == "-" { "<stdin>" } else { name };
    let denied = |problem: &Problem| args.deny.is_some() || problem.severity == Severity::Error;
    let done = if problems.iter().any(denied) { FAULTY } else { 0 };
    match args.format {
        Format::Human => {
            progress.aside(|| report::problems(shown, &String::from_utf8_lossy(bytes), &problems));
        }
        Format::Json => listed.push((shown, problems)),
    }
    done
}

/// Writes one JSON list, problem by problem: there may be millions.
fn machines(listed: &[(&str, Vec<Problem>)]) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let all = listed.iter().flat_map(|(file, problems)| problems.iter().map(move |one| machine(file, one)));
    serde_json::Serializer::pretty(&mut out).collect_seq(all)?;
    writeln!(out)?;
    out.flush()
}

/// A problem for machines.
pub(super) fn machine(file: &str, problem: &Problem) -> serde_json::Value {
    let Problem { severity, code, place, message, hint } = problem;
    json!({
        "file": file,
        "severity": report::severity(*severity),
        "code": code,
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
        "message": message,
        "hint": hint,
    })
}
