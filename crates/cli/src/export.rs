//! `figure-tracker export data.json -o CSV`: the rows of a data file, as `import` takes them.

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;

use super::failure::Failure;
use super::progress::Progress;
use super::{FAULTY, WRONG_USAGE, diagnostics, files, report};
use figure_tracker_editing::diagnose_errors;
use figure_tracker_editing::diagnostic::any_error;
use figure_tracker_editing::json;
use figure_tracker_editing::spreadsheet;

/// The arguments of `export`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  figure-tracker export data.json -o figures.csv
  figure-tracker export data.json -o figures.csv --delimiter semicolon --bom
  figure-tracker export data.json -o -

One row is written for each figure and document. What the spreadsheet form has no column for (relations, definitions,
quotes, events) stays in the data file: `import` leaves it there.")]
pub struct Args {
    /// The data file; `-` is standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The spreadsheet to write; `-` is standard output
    #[arg(short, long, value_name = "CSV")]
    output: String,
    /// What stands between the cells
    #[arg(long, value_enum, default_value_t, value_name = "WHICH")]
    delimiter: Delimiter,
    /// Begins the sheet with a byte order mark, without which Excel takes UTF-8 for something else
    #[arg(long)]
    bom: bool,
}

/// What stands between the cells.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`, as Excel expects where the comma is the decimal mark
    Semicolon,
    /// A tab
    Tab,
}

/// Exports, and tells the exit code.
pub fn run_export(args: &Args) -> u8 {
    export_rows(args).unwrap_or_else(|failure| {
        report::report_failure(&failure);
        WRONG_USAGE
    })
}

fn export_rows(args: &Args) -> Result<u8, Failure> {
    let progress = Progress::start_bar(3);
    progress.begin_stage("reading it");
    let bytes = files::read_file(&args.file)?;
    let text = String::from_utf8_lossy(&bytes);
    let found = diagnose_errors(&bytes);
    if any_error(&found) {
        progress.clear_bar();
        diagnostics::print_for_text(&args.file, &text, &found);
        return Ok(FAULTY);
    }
    let data = json::read_dataset(&text).map_err(|error| Failure::Parse(args.file.clone(), error))?;
    let delimiter = match args.delimiter {
        Delimiter::Comma => b',',
        Delimiter::Semicolon => b';',
        Delimiter::Tab => b'\t',
    };
    progress.begin_stage("laying out the rows");
    let mark = if args.bom { "\u{feff}" } else { "" };
    let sheet = [mark, &spreadsheet::export(&data, delimiter)].concat();
    progress.begin_stage("writing them");
    let written = if args.output == "-" {
        io::stdout().write_all(sheet.as_bytes())
    } else {
        files::replace_file(Path::new(&args.output), sheet.as_bytes())
    };
    progress.clear_bar();
    written.map(|()| 0).map_err(|error| Failure::Write(args.output.clone(), error))
}
