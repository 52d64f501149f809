//! The custom element's wasm. It does nothing by itself: the element's script calls what `embed` exports.

#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
use figure_tracker as _;
