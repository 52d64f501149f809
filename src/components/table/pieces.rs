//! Whether a table is written, and how much of it at once: nothing before it is opened, and of a long one a piece.

use std::sync::Arc;

use leptos::prelude::*;

use crate::state::TrackerState;
use figure_tracker_core::dataset::Metric;

/// The most rows that are shown at once.
pub(super) const PIECE: usize = 50;
/// The most rows on paper and on a page of its own.
pub(super) const MAX_WRITTEN: usize = 2_000;

/// The state of a table that may not be open yet.
#[derive(Clone, Copy)]
pub(in crate::components) struct Pieces {
    pub(super) tracker: TrackerState,
    pub(super) metric: StoredValue<Arc<Metric>>,
    is_written: RwSignal<bool>,
    /// How many rows are shown.
    pub(super) length: RwSignal<usize>,
}

impl Pieces {
    pub(super) fn new(tracker: TrackerState, metric: Arc<Metric>) -> Self {
        let own_page = tracker.is_own_page();
        let pieces = Self {
            tracker,
            metric: StoredValue::new(metric),
            // What a server prints is whole without a program, and the same when it is hydrated.
            is_written: RwSignal::new(own_page || cfg!(any(feature = "ssr", feature = "hydrate"))),
            length: RwSignal::new(if own_page { MAX_WRITTEN } else { PIECE }),
        };
        if cfg!(target_arch = "wasm32") && !own_page {
            pieces.write_for_paper();
        }
        pieces
    }

    /// Paper has no tap that would open a table or turn to another piece of it.
    fn write_for_paper(self) {
        let before = window_event_listener_untyped("beforeprint", move |_| {
            self.write();
            self.length.set(MAX_WRITTEN);
        });
        let after = window_event_listener_untyped("afterprint", move |_| self.length.set(PIECE));
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
    }

    pub(super) fn is_written(self) -> bool {
        self.is_written.get()
    }

    pub(super) fn write(self) {
        if !self.is_written.get_untracked() {
            self.is_written.set(true);
        }
    }
}
