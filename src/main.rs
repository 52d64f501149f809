//! One binary, two programs: the command line natively, the widget in the browser.

// The widget does nothing by itself: the custom element calls what `embed` exports.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    figure_tracker::cli::main()
}

/// A third of the bytes of the allocator that comes with std.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
use figure_tracker as _;
