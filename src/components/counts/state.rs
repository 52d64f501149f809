//! What is typed, filtered and marked in the open list of all counts, and what keys do there.

use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::{Div, Input};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlElement, HtmlInputElement, Node};

use super::super::picker::PickerState;
use crate::state::{TrackerState, unsubscribe_on_cleanup};
use figure_tracker_core::views::{
    CountFilter, CountGroup, CountIndex, CountList, CountWindow, WINDOW_LINES, cut_to_window, position_at,
    window_around,
};

/// How far Page Up and Page Down go.
const PAGE: usize = 8;
/// The height of a group's name, which stays in view above the active option.
const HEADING_HEIGHT: i32 = 44;

/// How many lines are drawn before the list is seen: a little more than a phone has room for.
const FIRST_LINES: usize = 12;

/// The state of the open list. It goes with the list, so that the next one shows the dataset as it is then.
#[derive(Clone, Copy)]
pub(super) struct CountsState {
    pub(super) tracker: TrackerState,
    picker: PickerState,
    counts: StoredValue<CountList>,
    index: Memo<Arc<CountIndex>>,
    query: RwSignal<String>,
    pub(super) filter: RwSignal<CountFilter>,
    found: Memo<Vec<CountGroup>>,
    count: Memo<usize>,
    /// The place of the active option in the list.
    active: RwSignal<usize>,
    /// The place of the first option that is drawn.
    first_drawn: Memo<usize>,
    /// The place of an option that is seen.
    seen: RwSignal<usize>,
    columns: Memo<usize>,
    /// How many lines are drawn.
    lines: RwSignal<usize>,
    pub(super) input: NodeRef<Input>,
    pub(super) list: NodeRef<Div>,
    pub(super) dialog: NodeRef<Div>,
}

impl CountsState {
    pub(super) fn new(picker: PickerState) -> Self {
        let tracker = picker.tracker;
        let counts = StoredValue::new(CountList::new(&tracker.dataset()));
        // Made when a reader first types, for a memo computes nothing before it is read.
        let index = Memo::new_with_compare(
            move |_| Arc::new(CountIndex::new(&tracker.dataset(), &tracker.localizer())),
            |_, _| false,
        );
        let query = RwSignal::new(String::new());
        let filter = RwSignal::new(CountFilter::default());
        let found: Memo<Vec<CountGroup>> = Memo::new(move |_| {
            let groups = counts.with_value(|counts| counts.filtered(filter.get()));
            query.with(|query| match query.is_empty() {
                true => groups,
                false => index.with(|index| index.find(&groups, query)),
            })
        });
        let count =
            Memo::new(move |_| found.with(|groups| groups.iter().map(|group| group.metrics.len()).sum()));
        let shown = untrack(|| tracker.metric_index());
        let position = found.with_untracked(|groups| {
            groups.iter().flat_map(|group| &group.metrics).position(|&metric| metric == shown)
        });
        let position = position.unwrap_or_default();
        let (seen, lines) = (RwSignal::new(position), RwSignal::new(FIRST_LINES));
        let columns = Memo::new(move |_| if tracker.is_wide() { 2 } else { 1 });
        unsubscribe_on_cleanup(columns);
        let state = Self {
            tracker,
            picker,
            counts,
            index,
            query,
            filter,
            found,
            count,
            active: RwSignal::new(position),
            first_drawn: Memo::new(move |_| {
                window_around(seen.get(), count.get(), lines.get(), columns.get()).start
            }),
            seen,
            columns,
            lines,
            input: NodeRef::new(),
            list: NodeRef::new(),
            dialog: NodeRef::new(),
        };
        request_animation_frame(move || state.enter());
        state
    }

    /// The place of the active option.
    pub(super) fn active(self) -> usize {
        self.active.get()
    }

    /// How many metrics pass a filter.
    pub(super) fn count_all(self, filter: CountFilter) -> usize {
        self.counts.with_value(|counts| counts.count(filter))
    }

    /// Whether the figures of a metric can't all be right.
    pub(super) fn is_disputed(self, metric: usize) -> bool {
        self.counts.with_value(|counts| counts.is_disputed(metric))
    }

    /// The text by which a metric was found, where that is not its name.
    pub(super) fn matched_text(self, metric: usize) -> Option<String> {
        self.query.with_untracked(|query| {
            let is_searched = !query.trim().is_empty();
            let find =
                || self.index.with_untracked(|index| index.matched_text(metric, query).map(str::to_owned));
            is_searched.then(find).flatten()
        })
    }

    /// How many options there are.
    pub(super) fn count(self) -> usize {
        self.count.get()
    }

    /// Which of them are drawn.
    pub(super) fn drawn(self) -> CountWindow {
        let (first, columns) = (self.first_drawn.get(), self.columns.get());
        let size = window_around(0, self.count.get(), self.lines.get(), columns).len();
        self.found.with(|groups| cut_to_window(groups, &(first..first + size), columns))
    }

    /// Draws the options that a reader has scrolled to.
    pub(super) fn follow_scroll(self) {
        if let Some(list) = self.list.get_untracked() {
            let middle = list.scroll_top() + list.client_height() / 2;
            let share = f64::from(middle) / f64::from(list.scroll_height().max(1));
            let columns = self.columns.get_untracked();
            self.see(self.found.with_untracked(|groups| position_at(groups, share, columns)));
        }
    }

    fn see(self, position: usize) {
        if self.seen.get_untracked() != position {
            self.seen.set(position);
        }
    }

    fn activate(self, position: usize) {
        self.active.set(position);
        let (count, columns) = (self.count.get_untracked(), self.columns.get_untracked());
        let lines = self.lines.get_untracked();
        if !window_around(self.seen.get_untracked(), count, lines, columns).contains(&position) {
            self.see(position);
        }
    }

    pub(super) fn list_id(self) -> String {
        self.tracker.element_id("metrics")
    }

    /// The id of the option of the metric at an index.
    pub(super) fn option_id(self, metric: usize) -> String {
        self.tracker.element_id(&format!("metric-{metric}"))
    }

    /// The id of the active option.
    pub(super) fn active_option_id(self) -> Option<String> {
        self.metric_at(self.active.get()).map(|metric| self.option_id(metric))
    }

    /// The metric at a place in the list.
    fn metric_at(self, position: usize) -> Option<usize> {
        self.found.with(|groups| groups.iter().flat_map(|group| &group.metrics).nth(position).copied())
    }

    pub(super) fn close(self) {
        self.picker.close();
    }

    pub(super) fn search(self, query: String) {
        self.query.set(query);
        self.go_to_top();
    }

    /// Goes back to the first option: the list is another one.
    pub(super) fn go_to_top(self) {
        self.see(0);
        self.active.set(0);
        if let Some(list) = self.list.get_untracked() {
            list.set_scroll_top(0);
        }
    }

    pub(super) fn choose(self, metric: usize) {
        self.close();
        self.tracker.pick_metric(metric);
    }

    /// Puts the focus into the opened list, on the metric that is shown. Typing is at hand where there is a keyboard; on
    /// a touch screen its pictured one would cover the list.
    fn enter(self) {
        // It may be closed by now.
        let Some(list) = self.list.try_get_untracked().flatten() else { return };
        let is_touch =
            window().match_media("(hover: none)").ok().flatten().is_some_and(|query| query.matches());
        match self.input.get_untracked().filter(|_| !is_touch) {
            Some(input) => _ = input.focus(),
            None => _ = list.focus(),
        }
        self.reveal_active();
        request_animation_frame(move || {
            // What is seen has been painted; the other lines are there before anyone scrolls to them.
            _ = self.lines.try_set(WINDOW_LINES);
            request_animation_frame(move || self.reveal_active());
        });
    }

    /// Closes the list when the focus leaves it.
    pub(super) fn follow_focus(self, event: &FocusEvent) {
        let target = |target: Option<EventTarget>| target.and_then(|target| target.dyn_into::<Node>().ok());
        let Some(next) = target(event.related_target()) else { return };
        if self.dialog.get_untracked().is_some_and(|dialog| !dialog.contains(Some(&next))) {
            self.picker.leave();
        }
    }

    pub(super) fn press_key(self, event: &KeyboardEvent) {
        // Keys that choose the signs of a word, as in Chinese, are the keyboard's own.
        if event.is_composing() {
            return;
        }
        let key = event.key();
        if key == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            return self.close();
        }
        // The filters and the button have keys of their own.
        if !self.is_list(event.target()) {
            return;
        }
        let last = self.count.get_untracked().saturating_sub(1);
        let active = self.active.get_untracked();
        let is_empty = self.query.with_untracked(String::is_empty);
        match key.as_str() {
            "ArrowDown" => self.activate(if active < last { active + 1 } else { 0 }),
            "ArrowUp" => self.activate(if active > 0 { active - 1 } else { last }),
            "PageDown" => self.activate((active + PAGE).min(last)),
            "PageUp" => self.activate(active.saturating_sub(PAGE)),
            "Home" if is_empty => self.activate(0),
            "End" if is_empty => self.activate(last),
            "Enter" => {
                if let Some(metric) = untrack(|| self.metric_at(active)) {
                    self.choose(metric);
                }
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
        request_animation_frame(move || self.reveal_active());
    }

    /// Whether the field or the list has the focus.
    fn is_list(self, target: Option<EventTarget>) -> bool {
        let Some(target) = target else { return false };
        let is_field = target.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() == "text");
        is_field || self.list.get_untracked().is_some_and(|list| list.loose_eq(target.as_ref()))
    }

    /// Scrolls the active option into view, within the list.
    fn reveal_active(self) {
        let Some(list) = self.list.try_get_untracked().flatten() else { return };
        let Some(option) = list.query_selector(".ft-active").ok().flatten() else { return };
        let Ok(option) = option.dyn_into::<HtmlElement>() else { return };
        let (top, height) = (option.offset_top() - list.offset_top(), option.offset_height());
        let (scrolled, room) = (list.scroll_top(), list.client_height());
        if top < scrolled + HEADING_HEIGHT {
            list.set_scroll_top(top - HEADING_HEIGHT);
        } else if top + height > scrolled + room {
            list.set_scroll_top(top + height - room);
        }
    }
}
