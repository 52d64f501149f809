//! What the native tests of several crates share.

mod changes;
mod clock;

pub use changes::changed;
pub use clock::{measure_time, shortest_time};
