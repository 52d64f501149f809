//! The command line: arguments to an exit code. One file a command; results go to stdout, problems to stderr.

pub mod check;
mod excerpt;
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
    /// Prints the JSON Schema (draft 2020-12) of the data format
    Schema,
}

/// Does what the arguments of the program say.
pub fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Schema => schema::run(),
    };
    ExitCode::from(done)
}
