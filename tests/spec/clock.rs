//! How long something takes: the time for which this thread had a processor, as far as the system tells it, so that
//! a test of speed says the same on a machine that is busy with other things.

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn now() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// What `run` gives, and how long it took.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let start = now();
    let done = run();
    (done, now() - start)
}

/// How long `run` takes, the best of three.
pub(crate) fn best<T>(run: impl Fn() -> T) -> Duration {
    (0..3).map(|_| timed(&run).1).min().unwrap()
}
