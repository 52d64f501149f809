//! What is selected, as two signals, so that what depends on the metric alone stays while a reader goes from figure to
//! figure. It knows no figures: what its numbers mean is the [`Model`](super::Model)'s business.

use leptos::prelude::*;

/// The metric and figure on display, by their place in the data set and in the metric.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Index of the metric.
    pub metric: usize,
    /// Index of the figure within the metric, in time order.
    pub figure: usize,
}

/// The signals of a [`Shown`]. Both are numbers, since each type of signal costs bytes of its own.
#[derive(Clone, Copy)]
pub struct Selection {
    metric: RwSignal<usize>,
    figure: RwSignal<usize>,
}

impl Selection {
    pub(super) fn new() -> Self {
        Self { metric: RwSignal::new(0), figure: RwSignal::new(0) }
    }

    /// What is selected; a view that calls it follows it.
    pub fn get(self) -> Shown {
        Shown { metric: self.metric.get(), figure: self.figure.get() }
    }

    /// What is selected at this moment.
    pub fn get_untracked(self) -> Shown {
        Shown { metric: self.metric.get_untracked(), figure: self.figure.get_untracked() }
    }

    /// The index of the metric; a view that calls it follows that alone.
    pub(super) fn metric(self) -> usize {
        self.metric.get()
    }

    /// Selects; what follows either hears of it once both are set, and only where there is something new.
    pub(super) fn set(self, shown: Shown) {
        for (signal, now) in [(self.metric, shown.metric), (self.figure, shown.figure)] {
            if signal.get_untracked() != now {
                signal.set(now);
            }
        }
    }
}
