//! What is open, typed and marked in the picker, and what keys do there.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::super::Model;
use super::super::node::{Handle, Words};
use super::key;

/// How far a page of the list goes.
const PAGE: usize = 8;
/// Room for a group's name above the marked option.
const HEADING: i32 = 40;

/// The id of the option of the metric at an index.
pub(super) fn option_id(metric: usize) -> String {
    ["metric-", &metric.to_string()].concat()
}

/// The state of the picker, shared by all of its parts: one pointer to hand on.
#[derive(Clone)]
pub(super) struct Panel(Rc<State>);

impl Deref for Panel {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

/// What a [`Panel`] holds.
pub(super) struct State {
    /// 1 while it is open: each type of signal costs bytes of its own.
    open: RwSignal<usize>,
    query: RefCell<String>,
    /// How often the query changed.
    typed: RwSignal<usize>,
    active: RwSignal<usize>,
    pub(super) button: Handle,
    pub(super) input: Handle,
    pub(super) list: Handle,
}

impl Default for Panel {
    fn default() -> Self {
        Self(Rc::new(State {
            open: RwSignal::new(0),
            query: RefCell::default(),
            typed: RwSignal::new(0),
            active: RwSignal::new(0),
            button: Handle::default(),
            input: Handle::default(),
            list: Handle::default(),
        }))
    }
}

impl Panel {
    pub(super) fn is_open(&self) -> bool {
        self.open.get() == 1
    }

    pub(super) fn query(&self) -> String {
        self.typed.get();
        self.query.borrow().clone()
    }

    fn ask(&self, query: String) {
        *self.query.borrow_mut() = query;
        self.typed.set(self.typed.get_untracked() + 1);
    }

    pub(super) fn is_active(&self, place: usize) -> bool {
        self.active.get() == place
    }

    pub(super) fn toggle(&self) {
        if self.open.get_untracked() == 1 {
            return self.close();
        }
        self.ask(String::new());
        self.open.set(1);
        let panel = self.clone();
        request_animation_frame(move || panel.arrive());
    }

    pub(super) fn close(&self) {
        self.open.set(0);
        self.button.focus();
    }

    pub(super) fn search(&self, query: String) {
        self.ask(query);
        self.active.set(0);
    }

    pub(super) fn choose(&self, model: &Model, metric: usize) {
        self.close();
        model.pick(metric);
    }

    /// Typing is at hand where there is a keyboard; on a touch screen its pictured one would cover the list.
    fn arrive(&self) {
        let touch = window().match_media("(hover: none)").ok().flatten().is_some_and(|query| query.matches());
        if touch || !self.input.focus() {
            self.list.focus();
        }
        let list = self.list.get();
        let options = list.as_ref().and_then(|list| list.query_selector_all("[role=option]").ok());
        let selected = options.and_then(|options| {
            (0..options.length()).find(|at| {
                let option = options.item(*at).and_then(|node| node.dyn_into::<HtmlElement>().ok());
                option.is_some_and(|option| option.get_attribute("aria-selected").as_deref() == Some("true"))
            })
        });
        self.active.set(usize::try_from(selected.unwrap_or_default()).unwrap_or_default());
        self.reveal();
    }

    /// The id of the marked option.
    pub(super) fn active_id(&self, model: &Model) -> Option<Words> {
        let offered = model.offered(&self.query());
        let at = *offered.iter().flat_map(|(_, metrics)| metrics).nth(self.active.get())?;
        Some(option_id(at).into())
    }

    pub(super) fn pressed(&self, model: &Model, event: &Event) {
        let query = self.query.borrow().clone();
        let places: Vec<_> = model.offered(&query).into_iter().flat_map(|(_, metrics)| metrics).collect();
        let (last, at) = (places.len().saturating_sub(1), self.active.get_untracked());
        match key(event).as_str() {
            "ArrowDown" => self.active.set(if at < last { at + 1 } else { 0 }),
            "ArrowUp" => self.active.set(if at > 0 { at - 1 } else { last }),
            "PageDown" => self.active.set((at + PAGE).min(last)),
            "PageUp" => self.active.set(at.saturating_sub(PAGE)),
            "Home" if query.is_empty() => self.active.set(0),
            "End" if query.is_empty() => self.active.set(last),
            "Enter" => places.get(at).into_iter().for_each(|metric| self.choose(model, *metric)),
            "Escape" => self.close(),
            "Tab" => return self.open.set(0),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
        let panel = self.clone();
        request_animation_frame(move || panel.reveal());
    }

    /// Scrolls the marked option into view, within the list.
    fn reveal(&self) {
        let Some(list) = self.list.get() else { return };
        let Some(option) = list.query_selector(".active").ok().flatten() else { return };
        let Ok(option) = option.dyn_into::<HtmlElement>() else { return };
        let (top, height) = (option.offset_top() - list.offset_top(), option.offset_height());
        let (from, room) = (list.scroll_top(), list.client_height());
        if top < from + HEADING {
            list.set_scroll_top(top - HEADING);
        } else if top + height > from + room {
            list.set_scroll_top(top + height - room);
        }
    }
}
