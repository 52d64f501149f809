//! Work on many items by two threads at once, where there are threads.

use std::thread;

/// From how many items on a second thread is worth its start.
const MANY: usize = 10_000;

/// Returns what `map` makes of each item, in their order. Of many items the second half is left to another thread; where
/// there is none, as in a browser, all are done by this one.
pub(crate) fn map_all<I: Sync, R: Send>(items: &[I], map: impl Fn(&I) -> R + Sync) -> Vec<R> {
    let one_thread = || items.iter().map(&map).collect();
    if items.len() < MANY {
        return one_thread();
    }
    let (first, second) = items.split_at(items.len() / 2);
    let both = thread::scope(|scope| {
        let other = thread::Builder::new()
            .spawn_scoped(scope, || second.iter().map(&map).collect::<Vec<R>>())
            .ok()?;
        let mut done = Vec::with_capacity(items.len());
        done.extend(first.iter().map(&map));
        done.extend(other.join().ok()?);
        Some(done)
    });
    both.unwrap_or_else(one_thread)
}
