//! The foot: sources, what the marks mean, corrections, edition and licence.

use std::sync::Arc;

use super::node::{Node, classy, el};
use super::{Model, card, key};
use figure_tracker_core::dataset::{Figure, Metric};
use figure_tracker_core::small::join;

/// The footer of the widget.
pub(super) fn foot(model: &Model) -> Node {
    classy("footer", "foot")
        .child(sources(model))
        .child(marks(model))
        .child(corrections(model))
        .child(about(model))
}

fn folded(heading: String, inside: Node) -> Node {
    el("details").child(el("summary").child(heading)).child(inside)
}

fn sources(model: &Model) -> Node {
    let (m, metric) = (model.clone(), model.metric_signal());
    let list = move || Some(documents(&m, &*m.metric_at(metric())?));
    folded(model.localizer.messages.sources.clone(), classy("ul", "inside").follow(list))
}

/// The documents that carry figures of a metric.
fn documents(model: &Model, metric: &Metric) -> Vec<Node> {
    let tag = &model.localizer.tag;
    let mut items = Vec::new();
    for source in &model.dataset.sources {
        let carries = |figure: &Arc<Figure>| figure.sources.iter().any(|s| s.id == source.id);
        if metric.figures.iter().any(carries) {
            let title = source.title.as_ref().map(|t| el("div").child(t.get(tag).to_owned()));
            let note = source.note.as_ref().map(|n| el("small").child(n.get(tag).to_owned()));
            items.push(el("li").child(title).child(card::source(model, source)).child(note));
        }
    }
    items
}

fn marks(model: &Model) -> Node {
    let (m, metric) = (model.clone(), model.metric_signal());
    let key = move || Some(key::key(&m, &*m.metric_at(metric())?));
    folded(model.localizer.messages.legend.clone(), classy("div", "inside").follow(key))
}

fn corrections(model: &Model) -> Option<Node> {
    let items = model.dataset.corrections.iter().map(|c| {
        let date = el("small").child(model.localizer.format_date_said(Some(&c.date)));
        el("li").child(date).child(el("div").child(c.note.get(&model.localizer.tag).to_owned()))
    });
    let items = items.collect::<Vec<_>>();
    let heading = model.localizer.messages.corrections.clone();
    (!items.is_empty()).then(|| folded(heading, classy("ul", "inside").child(items)))
}

fn about(model: &Model) -> Node {
    let messages = &model.localizer.messages;
    let edition = model.dataset.edition.as_ref().map(|d| {
        let kept = if model.setting.frozen { messages.frozen.clone() } else { messages.updating.clone() };
        [&model.localizer.format_edition(d), ", ", &kept].concat()
    });
    let licence = model.dataset.license.as_ref().map(|l| [&*messages.licence, ": ", l].concat());
    classy("p", "about").child(join(&[edition, licence].into_iter().flatten().collect::<Vec<_>>(), " · "))
}
