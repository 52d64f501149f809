//! Measures how long something takes: the time for which this thread had a processor, as far as the system tells it, so
//! that a test of speed says the same on a machine that is busy with other things.

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Returns the processor time of this thread, or the time since the first call where the system keeps no account of it.
fn thread_time() -> Duration {
    let account = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = account.and_then(|account| account.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Returns what `run` gives, and how long it took.
pub fn measure_time<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = thread_time();
    let done = run();
    (done, thread_time() - start)
}

/// Returns how long `run` takes at best, of three times.
pub fn shortest_time<T>(run: impl Fn() -> T) -> Duration {
    let times = [(); 3].map(|()| measure_time(&run).1);
    times.into_iter().fold(Duration::MAX, Duration::min)
}
