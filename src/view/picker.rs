//! The control that picks a metric: a button, and a panel with a list to choose from, searchable when it is long.
//! Follows the combobox and listbox patterns of the ARIA Authoring Practices.

mod panel;

use panel::Panel;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::Model;
use super::node::{Node, classy, el};
use figure_tracker_core::dataset::Metric;

/// From how many metrics on the list can be searched.
const MANY: usize = 13;

/// The button and, while it is open, the panel under it.
pub(super) fn picker(model: &Model) -> Node {
    let panel = Panel::default();
    let (m, p) = (model.clone(), panel.clone());
    let opened = move || p.is_open().then(|| opened(&m, &p));
    classy("div", "picker-box").child(closed(model, &panel)).follow(opened)
}

fn closed(model: &Model, panel: &Panel) -> Node {
    let (m, metric) = (model.clone(), model.metric_signal());
    let purpose = classy("span", "unseen").child([&*model.localizer.messages.choose_metric, ":"].concat());
    let picker = match model.place_of(None) {
        Some(all) => classy("a", "picker").attr("href", all),
        None => opener(panel),
    };
    picker.attr("part", "picker").child(purpose).follow(move || label(&m, metric()))
}

/// The button that opens the panel.
fn opener(panel: &Panel) -> Node {
    let (p, q, r) = (panel.clone(), panel.clone(), panel.clone());
    classy("button", "picker")
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .live("aria-expanded", move || Some(if p.is_open() { "true" } else { "false" }.into()))
        .keep(&panel.button)
        .on("click", move |_| q.toggle())
        .on("keydown", move |event| {
            if matches!(key(&event).as_str(), "ArrowDown" | "ArrowUp") {
                event.prevent_default();
                r.toggle();
            }
        })
}

/// The key of a keyboard event.
pub(super) fn key(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}

fn label(model: &Model, metric: usize) -> Option<(Node, Node)> {
    let metric = model.metric_at(metric)?;
    let tag = &model.localizer.tag;
    let group = metric.group.as_ref().map(|g| el("small").child(g.label.get(tag).to_owned()));
    let name = classy("span", "name").child(group).child(metric.label.get(tag).to_owned());
    Some((name, classy("span", "extent").child(model.count(&metric))))
}

fn opened(model: &Model, panel: &Panel) -> (Node, Node) {
    let messages = &model.localizer.messages;
    let searchable = model.dataset.metrics.len() >= MANY;
    let (m, n, o, p, q, r) =
        (model.clone(), model.clone(), model.clone(), panel.clone(), panel.clone(), panel.clone());
    let options = classy("div", "options")
        .attr("role", "listbox")
        .attr("id", "metrics")
        .attr("tabindex", "0")
        .attr("aria-label", messages.choose_metric.clone())
        .live("aria-activedescendant", move || p.active_id(&n))
        .keep(&panel.list)
        .follow(move || options(&m, &q));
    let dialog = classy("div", "panel")
        .attr("role", "dialog")
        .attr("aria-label", messages.choose_metric.clone())
        .on("keydown", move |event| r.pressed(&o, &event))
        .child(searchable.then(|| search(model, panel)))
        .child(options);
    let p = panel.clone();
    (classy("div", "backdrop").on("click", move |_| p.close()), dialog)
}

fn search(model: &Model, panel: &Panel) -> Node {
    let (m, p, q) = (model.clone(), panel.clone(), panel.clone());
    el("input")
        .attr("type", "search")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("aria-expanded", "true")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", "metrics")
        .live("aria-activedescendant", move || p.active_id(&m))
        .attr("aria-label", model.localizer.messages.search.clone())
        .attr("placeholder", model.localizer.messages.search.clone())
        .keep(&panel.input)
        .on("input", move |event| {
            let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            q.search(field.map(|field| field.value()).unwrap_or_default());
        })
}

fn options(model: &Model, panel: &Panel) -> Vec<Node> {
    let offered = model.offered(&panel.query());
    if offered.is_empty() {
        return vec![
            classy("div", "nothing")
                .attr("role", "status")
                .child(model.localizer.messages.nothing_found.clone()),
        ];
    }
    let mut place = 0;
    let groups = offered.into_iter().map(|(group, metrics)| {
        let heading = group.map(|g| g.label.get(&model.localizer.tag).to_owned()).unwrap_or_default();
        let name = classy("li", "group-name").attr("role", "presentation").child(heading.clone());
        let items = metrics.into_iter().filter_map(|at| {
            place += 1;
            Some(option(model, panel, at, place - 1, &*model.metric_at(at)?))
        });
        let items = items.collect::<Vec<_>>();
        el("ul").attr("role", "group").attr("aria-label", heading).child(name).child(items)
    });
    groups.collect()
}

fn option(model: &Model, panel: &Panel, at: usize, place: usize, metric: &Metric) -> Node {
    let (m, p, q, localizer) = (model.clone(), panel.clone(), panel.clone(), &model.localizer);
    let selected = model.is_metric(at);
    let newest = metric.latest().map(|f| localizer.format_short_amount(f, &metric.unit)).unwrap_or_default();
    let name = classy("span", "name").child(metric.label.get(&localizer.tag).to_owned());
    el("li")
        .class_if("option", "active", move || p.is_active(place))
        .attr("role", "option")
        .attr("id", panel::option_id(at))
        .attr("data-metric", metric.id.clone())
        .attr("aria-selected", if selected { "true" } else { "false" })
        .on("click", move |_| q.choose(&m, at))
        .child(name.child(el("small").child(model.count(metric))))
        .child(classy("span", "newest").child(newest))
}
