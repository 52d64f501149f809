//! Which rows of a table are written: of a long one a piece.

use std::sync::Arc;

use leptos::prelude::*;

use crate::search::is_figure_found;
use crate::state::TrackerState;
use figure_tracker_core::dataset::{Figure, Metric};
use figure_tracker_core::date::{Date, Day};

/// The most rows that are shown at once.
const PIECE: usize = 50;
/// The most rows on paper and on a page of its own.
const MAX_WRITTEN: usize = 2_000;

/// The state of a table.
#[derive(Clone, Copy)]
pub(super) struct Pieces {
    tracker: TrackerState,
    metric: StoredValue<Arc<Metric>>,
    /// Whether it is written for paper, which has more rows.
    is_on_paper: RwSignal<bool>,
    query: RwSignal<String>,
    /// The indices of the figures that are found, newest first.
    found: Memo<Vec<usize>>,
    /// The place of the first row shown among those found.
    first: RwSignal<usize>,
}

impl Pieces {
    pub(super) fn new(tracker: TrackerState, metric: Arc<Metric>, is_on_paper: RwSignal<bool>) -> Self {
        let metric = StoredValue::new(metric);
        let query = RwSignal::new(String::new());
        let find = move || {
            metric.with_value(|metric| {
                let newest_first = metric.figures.iter().enumerate().rev();
                let localizer = tracker.localizer();
                query.with(|query| {
                    let is_found =
                        |figure: &Figure| query.is_empty() || is_figure_found(figure, &localizer, query);
                    newest_first.filter(|(_, figure)| is_found(figure)).map(|(index, _)| index).collect()
                })
            })
        };
        Self {
            tracker,
            metric,
            is_on_paper,
            query,
            found: Memo::new(move |_| find()),
            first: RwSignal::new(0),
        }
    }

    /// How many rows are shown.
    fn length(self) -> usize {
        if self.tracker.is_own_page() || self.is_on_paper.get() { MAX_WRITTEN } else { PIECE }
    }

    /// Whether the table has several pieces. On a page of its own it is one.
    pub(super) fn is_long(self) -> bool {
        !self.tracker.is_own_page() && self.metric.with_value(|metric| metric.figures.len()) > PIECE
    }

    /// The indices of the figures whose rows are shown.
    pub(super) fn rows(self) -> Vec<usize> {
        let (first, length) = (self.first.get(), self.length());
        self.found.with(|found| found.iter().skip(first).take(length).copied().collect())
    }

    pub(super) fn search(self, query: &str) {
        self.first.set(0);
        self.query.set(self.tracker.localizer().locale.lowercase(query.trim()));
    }

    /// Shows the figures of a day, or else those before it, first.
    pub(super) fn go_to_date(self, text: &str) {
        let Some(day) = Date::parse(text).ok().and_then(|date| date.day()) else { return };
        let is_later = |index: &usize| {
            self.metric.with_value(|metric| metric.figures.get(*index).is_some_and(|one| is_after(one, day)))
        };
        let first = self.found.with_untracked(|found| found.partition_point(is_later));
        self.first.set(first);
    }

    pub(super) fn has_newer(self) -> bool {
        self.first.get() > 0
    }

    pub(super) fn has_older(self) -> bool {
        self.first.get() + PIECE < self.found.with(Vec::len)
    }

    pub(super) fn go_newer(self) {
        self.first.update(|first| *first = first.saturating_sub(PIECE));
    }

    pub(super) fn go_older(self) {
        self.first.update(|first| *first += PIECE);
    }

    /// Which rows are shown, in words.
    pub(super) fn describe(self) -> String {
        let (first, found, localizer) =
            (self.first.get(), self.found.with(Vec::len), self.tracker.localizer());
        match found {
            0 => localizer.messages.nothing_found.clone(),
            _ => localizer.describe_rows(first + 1, (first + PIECE).min(found), found),
        }
    }

    /// That not all rows are written, where a reader can't turn to the others.
    pub(super) fn describe_rest(self) -> Option<String> {
        let (length, found) = (self.length(), self.found.with(Vec::len));
        (length == MAX_WRITTEN && found > length).then(|| {
            let sentence = self.tracker.localizer().describe_newest_rows(length, found);
            [&sentence, " ", &self.tracker.table_address()].concat()
        })
    }
}

/// Whether a figure may have been said after a day.
fn is_after(figure: &Figure, day: Day) -> bool {
    figure.said.as_ref().is_some_and(|said| said.latest().is_none_or(|latest| latest > day))
}
