//! `figure-tracker check FILE…`: lists every error and warning.

use std::io::{self, Write};

use clap::ValueEnum;
use serde::{Serialize, Serializer};

use super::excerpt::make_visible;
use super::progress::Progress;
use super::{FAULTY, WRONG_USAGE, diagnostics, files, report};
use figure_tracker_editing::diagnose;
use figure_tracker_editing::diagnostic::Diagnostic;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Data files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// How to list what was found
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Shows each problem for people, where a rule is broken more often than ten times: else the first three are shown
    #[arg(long)]
    all: bool,
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
pub fn run_check(args: &Args) -> u8 {
    let progress = Progress::start_bar(args.files.len());
    let mut listed = Vec::new();
    let mut worst = 0;
    for name in &args.files {
        progress.begin_stage(format!("checking {}", make_visible(name)));
        let done = match files::read_file(name) {
            Ok(bytes) => check_file(args, name, &bytes, &progress, &mut listed),
            Err(message) => {
                progress.write_aside(|| report::report_failure(&message));
                WRONG_USAGE
            }
        };
        worst = worst.max(done);
    }
    progress.clear_bar();
    if matches!(args.format, Format::Json) {
        // A closed pipe ends the listing, not the check.
        let _ = print_as_json(&listed);
    }
    worst
}

/// Checks a file and lists what is wrong for people; for machines that is kept, by the name of the file.
fn check_file<'n>(
    args: &Args,
    name: &'n str,
    bytes: &[u8],
    progress: &Progress,
    listed: &mut Vec<(&'n str, Vec<Diagnostic>)>,
) -> u8 {
    let found = diagnose(bytes);
    let shown = if name == "-" { "<stdin>" } else { name };
    let is_denied = |diagnostic: &Diagnostic| args.deny.is_some() || diagnostic.is_error();
    let done = if found.iter().any(is_denied) { FAULTY } else { 0 };
    match args.format {
        Format::Human => {
            let text = String::from_utf8_lossy(bytes);
            let print = if args.all { diagnostics::print_all_for_text } else { diagnostics::print_for_text };
            progress.write_aside(|| print(shown, &text, &found));
        }
        Format::Json => listed.push((shown, found)),
    }
    done
}

/// Writes one JSON list, diagnostic by diagnostic: there may be millions.
fn print_as_json(listed: &[(&str, Vec<Diagnostic>)]) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let all = listed.iter().flat_map(|(file, found)| found.iter().map(|one| InFile::new(file, one)));
    serde_json::Serializer::pretty(&mut out).collect_seq(all)?;
    writeln!(out)?;
    out.flush()
}

/// A diagnostic for machines, with the name of its file.
#[derive(Serialize)]
pub(super) struct InFile<'a> {
    file: &'a str,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
}

impl<'a> InFile<'a> {
    /// Names the file of a diagnostic.
    pub(super) fn new(file: &'a str, diagnostic: &'a Diagnostic) -> Self {
        Self { file, diagnostic }
    }
}
