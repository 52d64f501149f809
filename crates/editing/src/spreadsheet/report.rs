//! Reporting: what an import changed, and what is wrong with the rows.

mod change;
mod fault;

pub use change::{Change, Changes, Edit};
pub(crate) use fault::Wrong;
pub use fault::{At, Fault};
