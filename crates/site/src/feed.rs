//! The Atom feed of figures, newest first. No clock: when a figure was new is what the data says of it.

use std::cmp::Reverse;

use uuid::Uuid;

use super::names::encoded;
use super::xml::Xml;
use super::{File, Site};
use figure_tracker::components::row_id;
use figure_tracker_core::dataset::{Figure, Metric, Source};
use figure_tracker_core::date::{Date, Day};

/// How many figures are in it.
const MOST: usize = 100;
/// What makes the ids of this program's feeds others than anybody else's.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f2b_84a7_0d1c_4e5f_9a3e_7c58_21d4_b690);

/// The feed.
pub(super) fn file(site: &Site<'_>) -> File {
    let mut figures = site.dataset.newest_first();
    // Stable: of one day the last in the file stays first.
    figures.sort_by_key(|(_, figure)| Reverse(told(figure)));
    figures.truncate(MOST);
    let updated = figures.iter().map(|(_, figure)| updated(site, figure)).chain([edition(site)]).max();
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &site.localizer.tag)]);
    xml.text("id", &urn(Uuid::new_v5(&NAMESPACE, site.dataset.id.as_bytes())));
    xml.text("title", site.text(&site.dataset.title));
    if let Some(summary) = &site.dataset.summary {
        xml.text("subtitle", site.text(summary));
    }
    xml.text("updated", &moment(updated.unwrap_or_default()));
    link(&mut xml, "self", "application/atom+xml", &site.address("feed.xml"));
    link(&mut xml, "alternate", "text/html", &site.address("index.html"));
    xml.open("author", &[]);
    xml.text("name", site.text(&site.dataset.title));
    xml.close("author");
    if let Some(licence) = &site.dataset.license {
        xml.text("rights", &[&*site.localizer.messages.licence, ": ", licence].concat());
    }
    for (metric, figure) in &figures {
        entry(site, metric, figure, &mut xml);
    }
    xml.close("feed");
    File::new("feed.xml", xml.finish())
}

fn entry(site: &Site<'_>, metric: &Metric, figure: &Figure, xml: &mut Xml) {
    let label = site.localizer.localize_text(&metric.label);
    let page = site.names.href(&metric.id, ".html");
    let of_data = Uuid::new_v5(&NAMESPACE, site.dataset.id.as_bytes());
    xml.open("entry", &[]);
    xml.text("id", &urn(Uuid::new_v5(&of_data, figure.id.as_bytes())));
    xml.text("title", &[&label, ": ", &site.localizer.format_amount(figure, &metric.unit)].concat());
    if let Some(day) = figure.said.as_ref().and_then(day) {
        xml.text("published", &moment(Some(day)));
    }
    xml.text("updated", &moment(updated(site, figure)));
    let row = [&page, "#", &encoded(&row_id(&figure.id))].concat();
    link(xml, "alternate", "text/html", &site.address(&row));
    for url in figure.sources.iter().filter_map(|source| source.url.as_ref()) {
        xml.empty("link", &[("rel", "via"), ("href", url)]);
    }
    xml.empty("category", &[("term", &metric.id), ("label", &label)]);
    xml.text("summary", &summary(site, metric, figure));
    xml.close("entry");
}

/// The sentence of the figure, with what a careful reader must know.
fn summary(site: &Site<'_>, metric: &Metric, figure: &Figure) -> String {
    let scope = figure.scope.as_ref().map(|scope| site.localizer.localize_text(&scope.label));
    let notes = [&figure.status.note, &figure.note]
        .into_iter()
        .flatten()
        .map(|note| site.localizer.localize_text(note));
    let said = site.localizer.describe_mark(figure, &metric.unit);
    std::iter::once(said).chain(scope).chain(notes).collect::<Vec<_>>().join(" · ")
}

fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) {
    xml.empty("link", &[("rel", rel), ("type", kind), ("href", href)]);
}

fn urn(id: Uuid) -> String {
    id.urn().to_string()
}

/// When the figure was said, else when it was printed.
fn told(figure: &Figure) -> Option<Day> {
    figure.said.as_ref().and_then(day).or_else(|| figure.sources.iter().find_map(|source| printed(source)))
}

fn printed(source: &Source) -> Option<Day> {
    source.published.as_ref().and_then(day)
}

fn edition(site: &Site<'_>) -> Option<Day> {
    site.dataset.edition.as_ref().and_then(day)
}

/// When what is told of a figure last became something else: it was said, doubted, or mended in the file.
fn updated(site: &Site<'_>, figure: &Figure) -> Option<Day> {
    let mended = site.dataset.corrections.iter().filter(|c| c.figure.as_ref() == Some(&figure.id));
    let mended = mended.filter_map(|correction| day(&correction.date)).max();
    let doubted = figure.status.source.as_deref().and_then(printed);
    told(figure).or_else(|| edition(site)).max(doubted).max(mended)
}

/// The last day that a date can mean, else the first.
fn day(date: &Date) -> Option<Day> {
    date.latest().or_else(|| date.earliest())
}

/// A day as feeds write moments; the first day of 1970 where none is known.
fn moment(day: Option<Day>) -> String {
    let day = day.filter(|day| (0..=9999).contains(&day.ymd().0)).unwrap_or(Day::from_number(0));
    day.text() + "T00:00:00Z"
}
