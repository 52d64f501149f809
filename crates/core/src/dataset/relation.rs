//! How figures relate to each other.

use std::sync::Arc;

use super::{Figure, Text};

/// How one figure relates to others. `from` is the figure that does it, `to` the one it is done to.
#[derive(Clone, Debug, PartialEq)]
pub enum Relation {
    /// Parts and their whole.
    Sum {
        /// The whole.
        whole: Arc<Figure>,
        /// Its parts, in the file's order.
        parts: Vec<Arc<Figure>>,
        /// Whether the parts add up to the whole.
        adds_up: bool,
        /// In our words.
        note: Option<Text>,
    },
    /// Anything between two figures.
    Edge {
        /// What the one does to the other.
        kind: Edge,
        /// The one.
        from: Arc<Figure>,
        /// The other.
        to: Arc<Figure>,
        /// In our words.
        note: Option<Text>,
    },
}

impl Relation {
    /// Returns whether its figures can't all be right, so that nobody should miss it: a contradiction, a figure taken
    /// back, or a sum that fails.
    pub fn is_conflict(&self) -> bool {
        match self {
            Self::Sum { adds_up, .. } => !adds_up,
            Self::Edge { kind, .. } => matches!(kind, Edge::Contradicts | Edge::Retracts),
        }
    }
}

/// What one figure does to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// `from` is contained in `to`.
    PartOf,
    /// `from` is the newer count of what `to` counted.
    Revises,
    /// `from` says again what `to` said.
    Repeats,
    /// `from` and `to` can't both be right.
    Contradicts,
    /// `from` takes `to` back.
    Retracts,
    /// `from` and `to` look like a change and are none.
    NotComparable,
    /// `from` is `to` in another currency or unit.
    Converted,
}
