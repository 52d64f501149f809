//! **figure-tracker** shows every number officials reported after an event, with who said it, in what office,
//! when, and where it was printed.
//!
//! [`view`] turns the datasets and scenes of [`figure_tracker_core`] into markup, the same natively and in the
//! browser; `embed`, behind the feature `element`, is the custom element.

pub mod view;

#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub mod embed;
