//! One binary, two programs: the command line natively, the widget in the browser.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    figure_tracker::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    figure_tracker::embed::start();
}
