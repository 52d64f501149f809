//! What is typed and marked in the picker's panel, and what keys do there.

use std::ops::Range;
use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html::{Div, Input};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::PickerState;
use crate::search::{OfferedGroup, SearchIndex, cut_to_window, offer_all, window_around};
use crate::state::{TrackerState, unsubscribe_on_cleanup};

/// About as high an option is, in CSS pixels: for the room that those take which are not drawn.
pub(super) const OPTION_HEIGHT: usize = 50;
/// How far Page Up and Page Down go.
const PAGE: usize = 8;
/// The height of a group's name, which stays in view above the active option.
const HEADING_HEIGHT: i32 = 40;

/// The state of the panel.
#[derive(Clone, Copy)]
pub(super) struct PanelState {
    picker: PickerState,
    query: RwSignal<String>,
    offered: Memo<Vec<OfferedGroup>>,
    count: Memo<usize>,
    /// The place of the active option in the list.
    active: RwSignal<usize>,
    /// The place of an option that is seen.
    seen: RwSignal<usize>,
    window: Memo<Range<usize>>,
    pub(super) input: NodeRef<Input>,
    pub(super) list: NodeRef<Div>,
}

impl PanelState {
    /// Creates the state of a panel that is opened: the focus goes into it as soon as it is drawn.
    pub(super) fn new(picker: PickerState) -> Self {
        let tracker = picker.tracker;
        // Made when a reader first types, for a memo computes nothing before it is read.
        let index = Memo::new_with_compare(
            move |_| Arc::new(SearchIndex::new(&tracker.dataset(), &tracker.localizer())),
            |_, _| false,
        );
        let query = RwSignal::new(String::new());
        let offered: Memo<Vec<OfferedGroup>> = Memo::new(move |_| {
            query.with(|query| match query.is_empty() {
                true => offer_all(&tracker.dataset()),
                false => index.with(|index| index.find(query)),
            })
        });
        let count =
            Memo::new(move |_| offered.with(|groups| groups.iter().map(|group| group.metrics.len()).sum()));
        let seen = RwSignal::new(0);
        let panel = Self {
            picker,
            query,
            offered,
            count,
            active: RwSignal::new(0),
            seen,
            window: Memo::new(move |_| window_around(seen.get(), count.get())),
            input: NodeRef::new(),
            list: NodeRef::new(),
        };
        request_animation_frame(move || panel.enter());
        panel
    }

    pub(super) fn tracker(self) -> TrackerState {
        self.picker.tracker
    }

    /// The place of the active option, for what goes with the panel: a signal remembers for ever who reads it.
    pub(super) fn active_in_panel(self) -> Memo<usize> {
        let active = Memo::new(move |_| self.active.get());
        unsubscribe_on_cleanup(active);
        active
    }

    /// How many options there are.
    pub(super) fn count(self) -> usize {
        self.count.get()
    }

    /// Which of them are drawn.
    pub(super) fn window(self) -> Range<usize> {
        self.window.get()
    }

    /// The groups of the options that are drawn, each with the place of its first.
    pub(super) fn offered_in(self, window: &Range<usize>) -> Vec<(usize, OfferedGroup)> {
        self.offered.with(|groups| cut_to_window(groups, window))
    }

    /// Draws the options that a reader has scrolled to.
    pub(super) fn follow_scroll(self) {
        if let Some(list) = self.list.get_untracked() {
            self.see(usize::try_from(list.scroll_top()).unwrap_or_default() / OPTION_HEIGHT);
        }
    }

    fn see(self, position: usize) {
        if self.seen.get_untracked() != position {
            self.seen.set(position);
        }
    }

    fn activate(self, position: usize) {
        self.active.set(position);
        if !self.window.with_untracked(|window| window.contains(&position)) {
            self.see(position);
        }
    }

    pub(super) fn list_id(self) -> String {
        self.tracker().element_id("metrics")
    }

    /// The id of the option of the metric at an index.
    pub(super) fn option_id(self, metric: usize) -> String {
        self.tracker().element_id(&format!("metric-{metric}"))
    }

    /// The id of the active option.
    pub(super) fn active_option_id(self) -> Option<String> {
        self.metric_at(self.active.get()).map(|metric| self.option_id(metric))
    }

    /// The metric at a place in the list.
    fn metric_at(self, position: usize) -> Option<usize> {
        self.offered.with(|offered| offered.iter().flat_map(|group| &group.metrics).nth(position).copied())
    }

    pub(super) fn search(self, query: String) {
        self.query.set(query);
        self.see(0);
        self.active.set(0);
        if let Some(list) = self.list.get_untracked() {
            list.set_scroll_top(0);
        }
    }

    pub(super) fn choose(self, metric: usize) {
        self.picker.close();
        self.tracker().pick_metric(metric);
    }

    /// Puts the focus into the opened panel, on the metric that is shown. Typing is at hand where there is a keyboard; on
    /// a touch screen its pictured one would cover the list.
    fn enter(self) {
        // The panel may be gone by now.
        if self.active.try_get_untracked().is_none() {
            return;
        }
        let is_touch =
            window().match_media("(hover: none)").ok().flatten().is_some_and(|query| query.matches());
        let input = self.input.get_untracked().filter(|_| !is_touch);
        match (input, self.list.get_untracked()) {
            (Some(input), _) => _ = input.focus(),
            (None, Some(list)) => _ = list.focus(),
            (None, None) => {}
        }
        let shown = untrack(|| self.tracker().metric_index());
        let metrics = self.offered.get_untracked().into_iter().flat_map(|group| group.metrics);
        let position = metrics.into_iter().position(|metric| metric == shown);
        self.activate(position.unwrap_or_default());
        request_animation_frame(move || self.reveal_active());
    }

    pub(super) fn press_key(self, event: &KeyboardEvent) {
        let last = self.count.get_untracked().saturating_sub(1);
        let active = self.active.get_untracked();
        let is_empty = self.query.with_untracked(String::is_empty);
        match event.key().as_str() {
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
            "Escape" => self.picker.close(),
            "Tab" => return self.picker.is_open.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
        request_animation_frame(move || self.reveal_active());
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
