//! How far long work has come, on a terminal and only when it takes longer than a second.

use std::borrow::Cow;
use std::io::{self, IsTerminal};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar that stays hidden for a second.
pub(super) struct Progress {
    bar: ProgressBar,
    /// Its end wakes the thread that would show the bar.
    _awake: Option<Sender<()>>,
}

impl Progress {
    /// Starts the clock of a work of so many stages.
    pub(super) fn start_bar(stages: usize) -> Self {
        // It is full when the work is done, not when its last stage begins.
        let stages = u64::try_from(stages + 1).ok();
        let bar = ProgressBar::with_draw_target(stages, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {bar:24} {elapsed:>3} {wide_msg}") {
            bar.set_style(style);
        }
        let awake = io::stderr().is_terminal().then(|| show_later(bar.clone()));
        Self { bar, _awake: awake }
    }

    /// Says what is done next.
    pub(super) fn begin_stage(&self, what: impl Into<Cow<'static, str>>) {
        self.bar.set_message(what);
        self.bar.inc(1);
    }

    /// Says that there is so much more to do than was known.
    pub(super) fn add_steps(&self, steps: usize) {
        self.bar.inc_length(u64::try_from(steps).unwrap_or(0));
    }

    /// Says that one more step is done.
    pub(super) fn finish_step(&self) {
        self.bar.inc(1);
    }

    /// Takes the bar away while something else is written to the terminal.
    pub(super) fn write_aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the bar away.
    pub(super) fn clear_bar(self) {
        self.bar.finish_and_clear();
    }
}

fn show_later(bar: ProgressBar) -> Sender<()> {
    let (awake, asleep) = channel();
    thread::spawn(move || {
        if asleep.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(Duration::from_millis(200));
        }
    });
    awake
}
