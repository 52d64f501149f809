//! The maps and sets of this crate: hundreds of thousands of short texts are looked up in them, which this hash is made
//! for. It is seeded anew by each process, and what a map is asked for never depends on its order.

pub(crate) use foldhash::fast::RandomState;
pub(crate) use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
