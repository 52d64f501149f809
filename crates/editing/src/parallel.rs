//! Work on many items by two threads at once, where there are threads.

use std::thread;

/// From how many items on a second thread is worth its start.
const MANY: usize = 10_000;

/// Puts what `map` makes of each item in the place of the same index. Of many items the second half is left to another
/// thread; where there is none, as in a browser, all are done by this one.
pub(crate) fn map_into<I: Sync, R: Send>(items: &[I], places: &mut [R], map: impl Fn(&I) -> R + Sync) {
    let map_part = |items: &[I], places: &mut [R]| {
        places.iter_mut().zip(items).for_each(|(place, item)| *place = map(item));
    };
    let half = items.len() / 2;
    let halves = items.split_at_checked(half).zip(places.split_at_mut_checked(half));
    let Some(((first, second), (first_places, second_places))) = halves.filter(|_| items.len() >= MANY)
    else {
        return map_part(items, places);
    };
    let is_shared = thread::scope(|scope| {
        let other = thread::Builder::new().spawn_scoped(scope, || map_part(second, second_places));
        map_part(first, first_places);
        other.is_ok()
    });
    if let Some(second_places) = places.get_mut(half..).filter(|_| !is_shared) {
        map_part(second, second_places);
    }
}
