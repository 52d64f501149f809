//! From figures and scenes to markup, the same natively and in the browser. A view computes nothing: it asks the
//! [`Model`] and prints the answer.
//!
//! Leptos's signals say what changes; [`Node`] is what is built or printed, see there why.

mod card;
mod foot;
mod key;
mod list;
mod mark;
mod model;
mod node;
mod picker;
mod plot;
mod problem;
mod shown;
mod tracker;

pub use key::marks as key_marks;
pub use model::{BANDS, WIDE};
pub use model::{Model, OnSelect, Pages, Setting, State, row_id};
#[cfg(target_arch = "wasm32")]
pub use node::Built;
pub use node::{Child, Children, Node};
pub use node::{classy, el};
pub use plot::drawing;
pub use problem::problem;
pub use shown::{Selection, Shown};
pub use tracker::tracker;

/// The style sheet of everything in this module, for a shadow root.
pub const STYLES: &str = concat!(
    include_str!("view/base.css"),
    include_str!("view/picker.css"),
    include_str!("view/plot.css"),
    include_str!("view/card.css"),
    include_str!("view/list.css"),
);
