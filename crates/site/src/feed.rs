//! The Atom feed of figures, newest first. No clock: when a figure was new is what the data says of it.

use std::cmp::Reverse;

use uuid::Uuid;

use super::names::percent_encode;
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
pub(super) fn write_feed(site: &Site<'_>) -> File {
    let mut figures = site.dataset.newest_first();
    // Stable: of one day the last in the file stays first.
    figures.sort_by_key(|(_, figure)| Reverse(day_said(figure)));
    figures.truncate(MOST);
    let updated =
        figures.iter().map(|(_, figure)| day_updated(site, figure)).chain([edition_day(site)]).max();
    let mut xml = Xml::new();
    xml.open_element("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &site.localizer.tag)]);
    xml.write_text_element("id", &format_urn(Uuid::new_v5(&NAMESPACE, site.dataset.id.as_bytes())));
    xml.write_text_element("title", site.localize_text(&site.dataset.title));
    if let Some(summary) = &site.dataset.summary {
        xml.write_text_element("subtitle", site.localize_text(summary));
    }
    xml.write_text_element("updated", &format_moment(updated.unwrap_or_default()));
    write_link(&mut xml, "self", "application/atom+xml", &site.full_address("feed.xml"));
    write_link(&mut xml, "alternate", "text/html", &site.full_address("index.html"));
    xml.open_element("author", &[]);
    xml.write_text_element("name", site.localize_text(&site.dataset.title));
    xml.close_element("author");
    if let Some(licence) = &site.dataset.license {
        xml.write_text_element(
            "rights",
            &site.localizer.format_labelled(site.localizer.messages.licence(), licence),
        );
    }
    for (metric, figure) in &figures {
        write_entry(site, metric, figure, &mut xml);
    }
    xml.close_element("feed");
    File::new("feed.xml", xml.finish())
}

fn write_entry(site: &Site<'_>, metric: &Metric, figure: &Figure, xml: &mut Xml) {
    let label = site.localizer.localize_text(&metric.label);
    let page = site.names.href(&metric.id, ".html");
    let of_data = Uuid::new_v5(&NAMESPACE, site.dataset.id.as_bytes());
    xml.open_element("entry", &[]);
    xml.write_text_element("id", &format_urn(Uuid::new_v5(&of_data, figure.id.as_bytes())));
    xml.write_text_element(
        "title",
        &site.localizer.format_labelled(&label, &site.localizer.format_amount(figure, &metric.unit)),
    );
    if let Some(day) = figure.said.as_ref().and_then(last_day) {
        xml.write_text_element("published", &format_moment(Some(day)));
    }
    xml.write_text_element("updated", &format_moment(day_updated(site, figure)));
    let row = [&page, "#", &percent_encode(&row_id(&figure.id))].concat();
    write_link(xml, "alternate", "text/html", &site.full_address(&row));
    for url in figure.sources.iter().filter_map(|source| source.url.as_ref()) {
        xml.write_empty_element("link", &[("rel", "via"), ("href", url)]);
    }
    xml.write_empty_element("category", &[("term", &metric.id), ("label", &label)]);
    xml.write_text_element("summary", &entry_summary(site, metric, figure));
    xml.close_element("entry");
}

/// The sentence of the figure, with what a careful reader must know.
fn entry_summary(site: &Site<'_>, metric: &Metric, figure: &Figure) -> String {
    let scope = figure.scope.as_ref().map(|scope| site.localizer.localize_text(&scope.label));
    let notes = [&figure.status.note, &figure.note]
        .into_iter()
        .flatten()
        .map(|note| site.localizer.localize_text(note));
    let said = site.localizer.describe_mark(figure, &metric.unit);
    let conflicts =
        site.localizer.describe_conflicts(&site.dataset, figure).into_iter().map(|note| note.text);
    std::iter::once(said).chain(scope).chain(conflicts).chain(notes).collect::<Vec<_>>().join(" · ")
}

fn write_link(xml: &mut Xml, rel: &str, kind: &str, href: &str) {
    xml.write_empty_element("link", &[("rel", rel), ("type", kind), ("href", href)]);
}

fn format_urn(id: Uuid) -> String {
    id.urn().to_string()
}

/// When the figure was said, else when it was printed.
fn day_said(figure: &Figure) -> Option<Day> {
    figure
        .said
        .as_ref()
        .and_then(last_day)
        .or_else(|| figure.sources.iter().find_map(|source| day_published(source)))
}

fn day_published(source: &Source) -> Option<Day> {
    source.published.as_ref().and_then(last_day)
}

fn edition_day(site: &Site<'_>) -> Option<Day> {
    site.dataset.edition.as_ref().and_then(last_day)
}

/// When what is told of a figure last became something else: it was said, doubted, or mended in the file.
fn day_updated(site: &Site<'_>, figure: &Figure) -> Option<Day> {
    let mended = site.dataset.corrections.iter().filter(|c| c.figure.as_ref() == Some(&figure.id));
    let mended = mended.filter_map(|correction| last_day(&correction.date)).max();
    let doubted = figure.status.source.as_deref().and_then(day_published);
    day_said(figure).or_else(|| edition_day(site)).max(doubted).max(mended)
}

/// The last day that a date can mean, else the first.
fn last_day(date: &Date) -> Option<Day> {
    date.latest().or_else(|| date.earliest())
}

/// A day as feeds write moments; the first day of 1970 where none is known.
fn format_moment(day: Option<Day>) -> String {
    let day = day.filter(|day| (0..=9999).contains(&day.ymd().0)).unwrap_or(Day::from_number(0));
    day.text() + "T00:00:00Z"
}
