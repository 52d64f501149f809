//! The control that picks a metric: a button, and a panel with a list to choose from, searchable when it is long.
//! Follows the combobox and listbox patterns of the ARIA Authoring Practices.

use leptos::ev::{self, KeyboardEvent};
use leptos::html::{self, button, div, input, li, small, span, ul};
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::Model;
use crate::dataset::Metric;

/// From how many metrics on the list can be searched.
const MANY: usize = 13;

/// What is open, typed and marked.
#[derive(Clone, Copy)]
struct Panel {
    open: RwSignal<bool>,
    query: RwSignal<String>,
    active: RwSignal<usize>,
    button: NodeRef<html::Button>,
    input: NodeRef<html::Input>,
    list: NodeRef<html::Div>,
}

/// The button and, while it is open, the panel under it.
pub(super) fn picker(model: &Model) -> impl IntoView + use<> {
    let panel = Panel {
        open: RwSignal::new(false),
        query: RwSignal::new(String::new()),
        active: RwSignal::new(0),
        button: NodeRef::new(),
        input: NodeRef::new(),
        list: NodeRef::new(),
    };
    let m = model.clone();
    let opened = move || panel.open.get().then(|| open_panel(&m, panel).into_any());
    div().attr("class", "picker-box").child((closed(model, panel), opened))
}

fn closed(model: &Model, panel: Panel) -> impl IntoView + use<> {
    let (m, metric) = (model.clone(), model.metric());
    let label = move || {
        let metric = m.dataset.metrics.get(metric.get())?;
        let tag = &m.voice.tag;
        let group = metric.group.as_ref().map(|g| small().child(g.label.get(tag).to_owned()));
        let name = span().attr("class", "name").child((group, metric.label.get(tag).to_owned()));
        Some((name, span().attr("class", "extent").child(m.count(metric))))
    };
    let m = model.clone();
    button()
        .attr("type", "button")
        .attr("part", "picker")
        .attr("class", "picker")
        .attr("aria-haspopup", "dialog")
        .attr("aria-expanded", move || panel.open.get().to_string())
        .attr("aria-label", move || picker_name(&m))
        .node_ref(panel.button)
        .on(ev::click, move |_| panel.toggle())
        .on(ev::keydown, move |event| {
            if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
                event.prevent_default();
                panel.toggle();
            }
        })
        .child(label)
}

fn picker_name(model: &Model) -> String {
    let metric = model.dataset.metrics.get(model.shown.get().metric);
    let metric = metric.map(|m| format!(": {}, {}", m.label.get(&model.voice.tag), model.count(m)));
    format!("{}{}", model.voice.words.choose_metric, metric.unwrap_or_default())
}

fn open_panel(model: &Model, panel: Panel) -> impl IntoView + use<> {
    let words = model.voice.words;
    let searchable = model.dataset.metrics.len() >= MANY;
    panel.query.set(String::new());
    panel.active.set(panel.place_of(model, model.shown.get_untracked().metric));
    Effect::new(move |_| panel.take_focus(searchable));
    let backdrop = div().attr("class", "backdrop").on(ev::click, move |_| panel.close());
    let (m, n) = (model.clone(), model.clone());
    let options = div()
        .attr("class", "options")
        .attr("role", "listbox")
        .attr("id", "metrics")
        .attr("tabindex", "0")
        .attr("aria-label", words.choose_metric)
        .attr("aria-activedescendant", move || panel.active_id(&n))
        .node_ref(panel.list)
        .child(move || options(&m, panel));
    let (m, search) = (model.clone(), searchable.then(|| search(model, panel)));
    let dialog = div()
        .attr("class", "panel")
        .attr("role", "dialog")
        .attr("aria-label", words.choose_metric)
        .on(ev::keydown, move |event| panel.key(&m, &event))
        .child((search, options));
    (backdrop, dialog)
}

fn search(model: &Model, panel: Panel) -> impl IntoView + use<> {
    let m = model.clone();
    input()
        .attr("type", "search")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("aria-expanded", "true")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", "metrics")
        .attr("aria-activedescendant", move || panel.active_id(&m))
        .attr("aria-label", model.voice.words.search)
        .attr("placeholder", model.voice.words.search)
        .node_ref(panel.input)
        .on(ev::input, move |event| {
            panel.query.set(event_target_value(&event));
            panel.active.set(0);
        })
}

fn options(model: &Model, panel: Panel) -> AnyView {
    let offered = model.offered(&panel.query.get());
    if offered.is_empty() {
        return div()
            .attr("class", "nothing")
            .attr("role", "status")
            .child(model.voice.words.nothing_found)
            .into_any();
    }
    let mut place = 0;
    let groups = offered.into_iter().map(|(group, metrics)| {
        let heading = group.map(|g| g.label.get(&model.voice.tag).to_owned()).unwrap_or_default();
        let items = metrics.into_iter().filter_map(|at| {
            let metric = model.dataset.metrics.get(at)?;
            place += 1;
            Some(option(model, panel, at, place - 1, metric))
        });
        let items = items.collect::<Vec<_>>();
        ul().attr("role", "group")
            .attr("aria-label", heading.clone())
            .child((li().attr("class", "group-name").attr("role", "presentation").child(heading), items))
    });
    groups.collect::<Vec<_>>().into_any()
}

fn option(model: &Model, panel: Panel, at: usize, place: usize, metric: &Metric) -> impl IntoView + use<> {
    let (m, voice) = (model.clone(), &model.voice);
    let shown = model.shown;
    let newest = metric.latest().map(|f| voice.amount_short(f, &metric.unit)).unwrap_or_default();
    li().attr("class", "option")
        .attr("role", "option")
        .attr("id", format!("metric-{at}"))
        .attr("data-metric", metric.id.clone())
        .attr("aria-selected", move || (shown.get().metric == at).to_string())
        .class(("active", move || panel.active.get() == place))
        .on(ev::click, move |_| panel.choose(&m, at))
        .child((
            span()
                .attr("class", "name")
                .child((metric.label.get(&voice.tag).to_owned(), small().child(model.count(metric)))),
            span().attr("class", "newest").child(newest),
        ))
}

impl Panel {
    fn toggle(self) {
        if self.open.get_untracked() {
            self.close();
        } else {
            self.open.set(true);
        }
    }

    fn close(self) {
        self.open.set(false);
        if let Some(button) = self.button.get_untracked() {
            _ = button.focus();
        }
    }

    fn choose(self, model: &Model, metric: usize) {
        self.close();
        model.pick(metric);
    }

    /// Typing is at hand where there is a keyboard; on a touch screen its pictured one would cover the list.
    fn take_focus(self, searchable: bool) {
        let touch =
            || window().match_media("(hover: none)").ok().flatten().is_some_and(|query| query.matches());
        match (self.input.get(), self.list.get()) {
            (Some(input), _) if searchable && !touch() => _ = input.focus(),
            (_, Some(list)) => _ = list.focus(),
            _ => return,
        }
        self.reveal();
    }

    fn key(self, model: &Model, event: &KeyboardEvent) {
        let places: Vec<_> =
            model.offered(&self.query.get_untracked()).into_iter().flat_map(|(_, m)| m).collect();
        let (last, at) = (places.len().saturating_sub(1), self.active.get_untracked());
        match event.key().as_str() {
            "ArrowDown" => self.active.set(if at < last { at + 1 } else { 0 }),
            "ArrowUp" => self.active.set(if at > 0 { at - 1 } else { last }),
            "PageDown" => self.active.set((at + 8).min(last)),
            "PageUp" => self.active.set(at.saturating_sub(8)),
            "Home" if self.query.get_untracked().is_empty() => self.active.set(0),
            "End" if self.query.get_untracked().is_empty() => self.active.set(last),
            "Enter" => {
                if let Some(metric) = places.get(at) {
                    self.choose(model, *metric);
                }
            }
            "Escape" => self.close(),
            "Tab" => return self.open.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
        self.reveal();
    }

    /// Scrolls the marked option into view, within the list.
    fn reveal(self) {
        let Some(list) = self.list.get_untracked() else { return };
        request_animation_frame(move || {
            let Some(option) = list.query_selector(".active").ok().flatten() else { return };
            let Ok(option) = option.dyn_into::<web_sys::HtmlElement>() else { return };
            let (top, height) = (option.offset_top() - list.offset_top(), option.offset_height());
            let (from, room) = (list.scroll_top(), list.client_height());
            if top < from + 40 {
                list.set_scroll_top(top - 40);
            } else if top + height > from + room {
                list.set_scroll_top(top + height - room);
            }
        });
    }

    fn place_of(self, model: &Model, metric: usize) -> usize {
        let offered = model.offered("");
        offered.iter().flat_map(|(_, metrics)| metrics).position(|at| *at == metric).unwrap_or_default()
    }

    fn active_id(self, model: &Model) -> Option<String> {
        let offered = model.offered(&self.query.get());
        let at = *offered.iter().flat_map(|(_, metrics)| metrics).nth(self.active.get())?;
        Some(format!("metric-{at}"))
    }
}
