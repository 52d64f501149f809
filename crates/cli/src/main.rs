//! The command line's one binary.

fn main() -> std::process::ExitCode {
    figure_tracker_cli::main()
}
