//! Reporting: what an import changed, and where in the rows something is wrong.

mod change;
mod position;

pub use change::{Change, Changes, Edit};
pub use position::RowPosition;
