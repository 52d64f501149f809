//! Which rows of an opened table are shown, and in which order: what a reader searched, sorted and turned to.

use std::sync::Arc;

use leptos::prelude::*;

use crate::search::is_figure_found;
use crate::state::TrackerState;
use figure_tracker_core::dataset::{Figure, Metric, Text};
use figure_tracker_core::date::{Date, Day};
use figure_tracker_core::decimal::Decimal;
use figure_tracker_core::localize::Localizer;

/// The most rows that are shown at once.
const PIECE: usize = 50;
/// The most rows on paper and on a page of its own.
const MAX_WRITTEN: usize = 2_000;
/// From how many figures on a table can be searched.
const MIN_SEARCHABLE: usize = 13;

/// What the rows of a table can be sorted by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SortKey {
    /// The day on which a figure was said.
    Said,
    /// The number, or the upper end of its range.
    Amount,
    /// The speaker, or else the institution.
    Speaker,
    /// The outlet of the first document.
    Outlet,
}

impl SortKey {
    /// Its name in the markup.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Amount => "amount",
            Self::Speaker => "speaker",
            Self::Outlet => "outlet",
        }
    }
}

/// How the rows of a table are sorted.
#[derive(Clone, Copy, PartialEq, Eq)]
struct RowOrder {
    key: SortKey,
    is_descending: bool,
}

const NEWEST_FIRST: RowOrder = RowOrder { key: SortKey::Said, is_descending: true };

/// The state of an opened table.
#[derive(Clone, Copy)]
pub(super) struct FoundRows {
    tracker: TrackerState,
    metric: StoredValue<Arc<Metric>>,
    /// Whether it is written for paper, which has more rows.
    is_on_paper: RwSignal<bool>,
    query: RwSignal<String>,
    order: RwSignal<RowOrder>,
    /// The indices of the figures that are found, in their order.
    found: Memo<Vec<usize>>,
    /// The place of the first row shown among those found.
    first: RwSignal<usize>,
}

impl FoundRows {
    pub(super) fn new(tracker: TrackerState, metric: Arc<Metric>, is_on_paper: RwSignal<bool>) -> Self {
        let metric = StoredValue::new(metric);
        let query = RwSignal::new(String::new());
        let order = RwSignal::new(NEWEST_FIRST);
        let find = move |_: Option<&Vec<usize>>| {
            let localizer = tracker.localizer();
            metric.with_value(|metric| {
                let newest_first = metric.figures.iter().enumerate().rev();
                let found = query.with(|query| {
                    let is_found =
                        |figure: &Figure| query.is_empty() || is_figure_found(figure, &localizer, query);
                    newest_first.filter(|(_, figure)| is_found(figure)).map(|(index, _)| index).collect()
                });
                sort_rows(found, &metric.figures, order.get(), &localizer)
            })
        };
        Self { tracker, metric, is_on_paper, query, order, found: Memo::new(find), first: RwSignal::new(0) }
    }

    /// How many rows are shown.
    fn length(self) -> usize {
        if self.tracker.is_own_page() || self.is_on_paper.get() { MAX_WRITTEN } else { PIECE }
    }

    fn count(self) -> usize {
        self.metric.with_value(|metric| metric.figures.len())
    }

    /// Whether the table has several pieces. On a page of its own it is one.
    pub(super) fn is_long(self) -> bool {
        !self.tracker.is_own_page() && self.count() > PIECE
    }

    pub(super) fn is_searchable(self) -> bool {
        !self.tracker.is_own_page() && self.count() >= MIN_SEARCHABLE
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

    /// Sorts by a key, or the other way round where the rows are sorted by it: numbers and days from the highest on, names
    /// from the first on.
    pub(super) fn sort_by(self, key: SortKey) {
        let is_descending = match self.direction_of(key) {
            Some(is_descending) => !is_descending,
            None => matches!(key, SortKey::Said | SortKey::Amount),
        };
        self.first.set(0);
        self.order.set(RowOrder { key, is_descending });
    }

    /// Whether the rows are sorted by a key downwards; none where they are sorted by another one.
    pub(super) fn direction_of(self, key: SortKey) -> Option<bool> {
        let order = self.order.get();
        (order.key == key).then_some(order.is_descending)
    }

    /// Shows the figures of a day, or else those before it, first.
    pub(super) fn go_to_date(self, text: &str) {
        let Some(day) = Date::parse(text).ok().and_then(|date| date.day()) else { return };
        self.order.set(NEWEST_FIRST);
        let is_later = |index: &usize| {
            let is_later = |figure: &_| is_after(figure, day);
            self.metric.with_value(|metric| metric.figures.get(*index).is_some_and(|one| is_later(one)))
        };
        let first = self.found.with_untracked(|found| found.partition_point(is_later));
        self.first.set(first);
    }

    pub(super) fn has_before(self) -> bool {
        self.first.get() > 0
    }

    pub(super) fn has_after(self) -> bool {
        self.first.get() + PIECE < self.found.with(Vec::len)
    }

    pub(super) fn go_before(self) {
        self.first.update(|first| *first = first.saturating_sub(PIECE));
    }

    pub(super) fn go_after(self) {
        self.first.update(|first| *first += PIECE);
    }

    /// Which rows are shown, in words; none where all are.
    pub(super) fn describe(self) -> String {
        let (first, found) = (self.first.get(), self.found.with(Vec::len));
        let localizer = self.tracker.localizer();
        match found {
            0 => localizer.messages.nothing_found().to_owned(),
            _ => localizer.describe_rows(first + 1, (first + PIECE).min(found), found),
        }
    }

    /// That not all rows are written, where a reader can't turn to the others.
    pub(super) fn describe_rest(self) -> Option<String> {
        let (length, found) = (self.length(), self.found.with(Vec::len));
        (length == MAX_WRITTEN && found > length).then(|| {
            let tracker = self.tracker;
            let sentence = tracker.localizer().describe_newest_rows(length, found);
            [&sentence, " ", &tracker.table_address()].concat()
        })
    }
}

/// Sorts rows that come newest first. What a figure lacks makes it one of the last, whichever way the rows are sorted.
fn sort_rows<F: AsRef<Figure>>(
    mut rows: Vec<usize>,
    figures: &[F],
    order: RowOrder,
    localizer: &Localizer,
) -> Vec<usize> {
    if order.key == SortKey::Said {
        if !order.is_descending {
            rows.reverse();
        }
        return rows;
    }
    let value_of = |row: &usize| sort_value(figures.get(*row)?.as_ref(), order.key, localizer);
    let mut valued: Vec<_> = rows.iter().map(|row| (value_of(row), *row)).collect();
    valued.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) if order.is_descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        _ => other.is_some().cmp(&one.is_some()),
    });
    valued.into_iter().map(|(_, row)| row).collect()
}

/// What a figure is sorted by: a number, or a name in lower case.
fn sort_value(figure: &Figure, key: SortKey, localizer: &Localizer) -> Option<(Decimal, String)> {
    let name = match key {
        SortKey::Said | SortKey::Amount => {
            return Some((figure.value.or(figure.high()).or(figure.low())?, String::new()));
        }
        SortKey::Speaker => {
            figure.speaker.as_ref().map(|speaker| &speaker.name).or_else(|| institution_name(figure))
        }
        SortKey::Outlet => figure.sources.first()?.outlet.as_ref().map(|outlet| &outlet.name),
    };
    Some((Decimal::ZERO, localizer.locale.lowercase(name?.get(&localizer.tag))))
}

fn institution_name(figure: &Figure) -> Option<&Text> {
    figure.institution.as_ref().map(|institution| &institution.name)
}

/// Whether a figure may have been said after a day.
fn is_after(figure: &Figure, day: Day) -> bool {
    figure.said.as_ref().is_some_and(|said| said.latest().is_none_or(|latest| latest > day))
}
