//! The command line: arguments to an exit code. One file a command; results go to stdout, problems to stderr.

pub mod check;
mod diagnostics;
mod excerpt;
pub mod export;
pub mod extras;
mod failure;
mod files;
pub mod import;
mod import_report;
mod progress;
pub mod render;
mod render_report;
mod report;
pub mod schema;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Exit code where the data has errors.
pub const FAULTY: u8 = 1;
/// Exit code of wrong usage, of which a file that can't be read is a case.
pub const WRONG_USAGE: u8 = 2;

/// Shows every number officials reported after an event, with who said it, when, and where it was printed
#[derive(Debug, Parser)]
#[command(name = "figure-tracker", version, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Lists every error and warning of data files
    Check(check::Args),
    /// Turns the rows of spreadsheets into a data file, or merges them into one
    Import(import::Args),
    /// Turns a data file into rows for a spreadsheet
    Export(export::Args),
    /// Writes static pages, pictures and feeds for every metric
    Render(render::Args),
    /// Prints the JSON Schema (draft 2020-12) of the data format
    Schema,
    /// Prints completions of these commands for a shell
    Completions(extras::Args),
    /// Prints the manual page, for `man`
    Manual,
}

/// How to say what was done and what is wrong.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub enum Format {
    /// For people: results on stdout, problems on stderr
    #[default]
    Human,
    /// For machines: one JSON document on stdout
    Json,
}

/// Does what the arguments of the program say.
pub fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check(args) => check::run_check(&args),
        Command::Import(args) => import::run_import(&args),
        Command::Export(args) => export::run_export(&args),
        Command::Render(args) => render::run_render(&args),
        Command::Schema => schema::print_schema(),
        Command::Completions(args) => extras::print_completions(&args),
        Command::Manual => extras::print_manual(),
    };
    ExitCode::from(done)
}
