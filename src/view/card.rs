//! The card of the selected figure: the number, its witness, where it was printed, what else is known of it.

use std::sync::Arc;

use super::Model;
use super::node::{Node, classy, el};
use figure_tracker_core::dataset::{Figure, Metric, Source, Status, Text};
use figure_tracker_core::localize::RelationNote;

/// The card, in a frame as high as the highest card of the metric, so that selecting moves nothing.
pub(super) fn cards(model: &Model, metric: &Arc<Metric>) -> Node {
    let (m, shown) = (model.clone(), metric.clone());
    let sizer = |figure: Arc<Figure>| {
        let frame =
            classy("div", "card sizer").attr("aria-hidden", "true").attr("inert", "").attr("hidden", "");
        frame.child(content(model, metric, &figure))
    };
    let tallest = model.tallest(metric).into_iter().map(sizer).collect::<Vec<_>>();
    let name = model.localizer.messages.column_figure.clone();
    let card = classy("div", "card").attr("part", "card").attr("role", "group").attr("aria-label", name);
    let selected = move || {
        let figure = shown.figures.get(m.shown.get().figure)?;
        Some(content(&m, &shown, figure))
    };
    classy("div", "cards").child(tallest).child(card.follow(selected))
}

fn content(model: &Model, metric: &Metric, figure: &Arc<Figure>) -> Vec<Node> {
    let tag = &model.localizer.tag;
    let scope = figure.scope.as_ref().map(|s| {
        let definition = s.definition.as_ref().map(|d| el("small").child(d.get(tag).to_owned()));
        classy("p", "scope").child(s.label.get(tag).to_owned()).child(definition)
    });
    let mut content = Vec::new();
    content.extend(scope);
    content.push(amount(model, metric, figure));
    content.extend(standing(model, figure));
    content.push(facts(model, metric, figure));
    extras(model, figure, &mut content);
    content
}

fn amount(model: &Model, metric: &Metric, figure: &Figure) -> Node {
    let (before, number, unit) = model.parts(metric, figure);
    let struck = figure.status.status.is_struck();
    let size = if number.chars().count() > 9 { "long" } else { "short" };
    let before = (!before.is_empty()).then(|| classy("span", "qualifier").child(before));
    let unit = (!unit.trim().is_empty()).then(|| classy("span", "unit").child(unit));
    let amount = classy("p", if struck { "amount struck" } else { "amount" });
    amount.child(before).child(classy("b", size).child(number)).child(unit)
}

fn standing(model: &Model, figure: &Figure) -> Option<Node> {
    let status = &figure.status;
    let text = model.localizer.status_label(status.status).to_owned();
    let note = status.note.as_ref().map(|n| [": ", n.get(&model.localizer.tag)].concat()).unwrap_or_default();
    let source = status.source.as_ref().map(|s| [" (", &model.localizer.format_source(s), ")"].concat());
    let source = source.unwrap_or_default();
    let class = if status.status.is_struck() { "standing struck" } else { "standing" };
    (status.status != Status::Stands).then(|| classy("p", class).child([&*text, &note, &source].concat()))
}

fn facts(model: &Model, metric: &Metric, figure: &Arc<Figure>) -> Node {
    let (localizer, messages) = (&model.localizer, &model.localizer.messages);
    let who = classy("dd", "who").child(witness(model, figure));
    let sources = figure.sources.iter().map(|s| source(model, s)).collect::<Vec<_>>();
    let how = figure.attribution.map(|how| el("small").child(localizer.attribution_label(how).to_owned()));
    let before = model.dataset.previous_figure(figure);
    let change = before.and_then(|before| localizer.format_change(before, figure, &metric.unit));
    el("dl")
        .child((el("dt").child(messages.speaker.clone()), who))
        .child(fact(messages.date_said.clone(), localizer.format_date_said(figure.said.as_ref())))
        .child(
            figure.as_of.as_ref().map(|d| fact(messages.as_of.clone(), localizer.format_date_said(Some(d)))),
        )
        .child((el("dt").child(messages.published_by.clone()), el("dd").child(sources).child(how)))
        .child(change.map(|c| fact(messages.change.clone(), c)))
}

/// Who said it: the person, else the office or the institution, and below it what else is known of them.
fn witness(model: &Model, figure: &Figure) -> (String, Vec<Node>) {
    let tag = &model.localizer.tag;
    let office = figure.office.as_ref().map(|office| office.get(tag).to_owned());
    let institution = figure.institution.as_ref().map(|institution| institution.name.get(tag).to_owned());
    let unnamed = figure.speaker.is_none();
    let person = (!unnamed).then(|| model.localizer.speaker_name(figure));
    let last = unnamed.then(|| model.localizer.messages.speaker_not_named.to_owned());
    let mut names = [person, office, institution, last].into_iter().flatten();
    let first = names.next().unwrap_or_default();
    (first, names.map(|name| el("small").child(name)).collect())
}

fn fact(name: String, text: String) -> (Node, Node) {
    (el("dt").child(name), el("dd").child(text))
}

/// One document that carries the figure, with links where they exist.
pub(super) fn source(model: &Model, source: &Source) -> Node {
    let name = model.localizer.format_source(source);
    let archived =
        source.archived.as_ref().map(|url| link(url, model.localizer.messages.archived_copy.to_owned()));
    let name = match &source.url {
        Some(url) => link(url, name),
        None => el("span").child(name),
    };
    el("div").child(name).child(archived.map(|link| (" · ".to_owned(), link)))
}

fn link(url: &str, text: String) -> Node {
    el("a")
        .attr("href", url.to_owned())
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child(text)
}

fn extras(model: &Model, figure: &Arc<Figure>, into: &mut Vec<Node>) {
    let tag = &model.localizer.tag;
    let note = figure.note.as_ref().map(|n| classy("p", "note").child(n.get(tag).to_owned()));
    let quote = figure.quote.as_ref().map(|q| {
        let quote = el("q").attr("lang", q.nearest(tag).1.to_owned());
        classy("p", "note").child(quote.child(q.get(tag).to_owned()))
    });
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for remark in model.localizer.describe_relations(&model.dataset, figure) {
        (if remark.is_conflict { &mut first } else { &mut rest }).push(remark);
    }
    let first = (!first.is_empty()).then(|| list(model, first));
    let rest = (!rest.is_empty()).then(|| {
        let number = classy("span", "number").child(model.number(rest.len()));
        let heading =
            el("summary").child(model.localizer.messages.beside_other_figures.clone()).child(number);
        el("details").child(heading).child(list(model, rest))
    });
    for extra in [note, quote, first, rest] {
        into.extend(extra);
    }
}

/// What else a row of the list says where there is room for all: what has become of the figure, its note, and what
/// the relations say.
pub(super) fn more(model: &Model, figure: &Arc<Figure>) -> Vec<Node> {
    let tag = &model.localizer.tag;
    let note = |text: &Text| el("p").child(text.get(tag).to_owned());
    let remarks = model.localizer.describe_relations(&model.dataset, figure);
    let remarks = (!remarks.is_empty()).then(|| list(model, remarks));
    [figure.status.note.as_ref().map(note), figure.note.as_ref().map(note), remarks]
        .into_iter()
        .flatten()
        .collect()
}

fn list(model: &Model, remarks: Vec<RelationNote>) -> Node {
    let mut list = classy("ul", "remarks");
    for remark in remarks {
        list = list.child(el("li").child(self::remark(model, remark)));
    }
    list
}

/// What a relation says; it leads to the other figure where it speaks of one alone.
fn remark(model: &Model, remark: RelationNote) -> (Node, Option<Node>) {
    let note = remark.note.map(|n| el("small").child(n));
    let [id] = remark.figures.as_slice() else {
        return (el("span").child(remark.text), note);
    };
    let (m, id) = (model.clone(), id.clone());
    let link = match model.place_of(Some(&id)) {
        Some(place) => classy("a", "text-link").attr("href", place),
        None => classy("button", "text-link").attr("type", "button").on("click", move |_| m.select_id(&id)),
    };
    (link.child(remark.text), note)
}
