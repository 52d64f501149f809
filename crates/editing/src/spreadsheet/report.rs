//! Reporting: what an import changed, and where in the rows something is wrong.

mod change;
mod position;

pub(crate) use change::Edits;
pub use change::{Change, Changes, Edit};
pub use position::RowPosition;
