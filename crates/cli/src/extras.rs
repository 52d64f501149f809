//! `completions` and `manual`: what a shell and `man` want to know of the commands, made from their definitions.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, WRONG_USAGE};

/// The arguments of `completions`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  figure-tracker completions bash > ~/.local/share/bash-completion/completions/figure-tracker
  figure-tracker completions fish > ~/.config/fish/completions/figure-tracker.fish")]
pub struct Args {
    /// For which shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// Prints the completions for a shell.
pub fn print_completions(args: &Args) -> u8 {
    clap_complete::generate(args.shell, &mut Cli::command(), "figure-tracker", &mut io::stdout());
    0
}

/// Prints the manual page, with a section for each command.
pub fn print_manual() -> u8 {
    let mut page = Vec::new();
    let mut cli = Cli::command();
    cli.build();
    let mut done = clap_mangen::Man::new(cli.clone()).render(&mut page);
    for command in
        cli.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help")
    {
        done = done.and_then(|()| clap_mangen::Man::new(command.clone()).render(&mut page));
    }
    match done.and_then(|()| io::stdout().write_all(&page)) {
        Ok(()) => 0,
        Err(_) => WRONG_USAGE,
    }
}
