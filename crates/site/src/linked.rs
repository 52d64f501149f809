//! The figures as JSON-LD in the words of schema.org: the data set, every figure as a claim that somebody made, and
//! the documents that carry it. Nothing is said here that the data doesn't say: a date that was inferred is left out.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::names::percent_encode;
use super::summary::{latest_statement, page_title};
use super::{Site, addresses};
use figure_tracker::components::row_id;
use figure_tracker_core::dataset::format::WebAddress;
use figure_tracker_core::dataset::{Attribution, Figure, Metric, Source, Status, Text};
use figure_tracker_core::date::{Bound, Date, Point, Span};

/// A metric: its figures as a data set, each as a claim, and their sources.
pub(super) fn describe_metric(site: &Site<'_>, metric: &Metric) -> Value {
    let file = |ending| site.names.href(&metric.id, ending);
    let state = Some(latest_statement(site, metric)).filter(|state| !state.is_empty());
    let description = metric.definition.as_ref().or(site.dataset.summary.as_ref());
    let description = description.map(|text| site.localize_text(text).to_owned()).or(state);
    let whole = make_thing(
        "Dataset",
        [
            ("name", text_value(site, &site.dataset.title)),
            ("url", Some(addresses::public_index_address(site).into())),
        ],
    );
    let downloads = match site.frozen {
        true => vec![download_thing("application/json", addresses::public_data_address(site))],
        false => vec![
            download_thing("text/csv", site.public_address(&file(".csv"))),
            download_thing("application/json", site.public_address(&file(".json"))),
        ],
    };
    let data = [
        ("@id", Some("#data".into())),
        ("name", Some(page_title(site, metric).into())),
        ("description", description.map(Value::from)),
        ("variableMeasured", text_value(site, &metric.label)),
        ("temporalCoverage", temporal_coverage(metric.figures.iter()).map(Value::from)),
        ("distribution", Some(downloads.into())),
        ("isPartOf", Some(whole)),
    ];
    let mut sources: Vec<&Source> = Vec::new();
    for source in metric.figures.iter().flat_map(|figure| &figure.sources) {
        if sources.iter().all(|known| known.id != source.id) {
            sources.push(source);
        }
    }
    let claims = metric.figures.iter().map(|figure| claim_thing(site, metric, figure));
    let documents = sources.into_iter().map(|source| document_thing(site, source));
    make_graph(&std::iter::once(dataset_thing(site, data)).chain(claims).chain(documents).collect::<Vec<_>>())
}

/// The whole data set.
pub(super) fn describe_dataset(site: &Site<'_>) -> Value {
    let labels: Vec<Value> = site.dataset.metrics.iter().filter_map(|m| text_value(site, &m.label)).collect();
    let figures = site.dataset.metrics.iter().flat_map(|metric| &metric.figures);
    let summary = site.dataset.summary.as_ref().unwrap_or(&site.dataset.title);
    let data = [
        ("name", text_value(site, &site.dataset.title)),
        ("description", text_value(site, summary)),
        ("variableMeasured", Some(labels.into())),
        ("temporalCoverage", temporal_coverage(figures).map(Value::from)),
        ("distribution", Some(download_thing("application/json", addresses::public_data_address(site)))),
    ];
    make_graph(&[dataset_thing(site, data)])
}

fn make_graph(things: &[Value]) -> Value {
    json!({ "@context": "https://schema.org", "@graph": things })
}

/// A data set with what every one of this site has in common.
fn dataset_thing<const N: usize>(site: &Site<'_>, data: [(&'static str, Option<Value>); N]) -> Value {
    let shared = [
        ("inLanguage", Some((&*site.localizer.tag).into())),
        ("license", site.dataset.license.as_deref().map(|licence| licence_address(licence).into())),
        ("version", addresses::edition_name(site).map(Value::from)),
        ("dateModified", site.dataset.edition.as_ref().and_then(date_value)),
    ];
    make_thing("Dataset", data.into_iter().chain(shared))
}

/// A figure as a claim: its sentence, who made it, and where it was printed.
fn claim_thing(site: &Site<'_>, metric: &Metric, figure: &Figure) -> Value {
    let standing = figure.status.status;
    let status = (standing != Status::Stands).then(|| site.localizer.status_label(standing).into());
    let sources: Vec<Value> =
        figure.sources.iter().map(|source| json!({ "@id": source_id(source) })).collect();
    let printer = figure.sources.iter().find_map(|source| publisher_thing(site, source));
    make_thing(
        "Claim",
        [
            ("@id", Some(["#", &percent_encode(&row_id(&figure.id))].concat().into())),
            ("text", Some(site.localizer.format_statement(figure, &metric.unit).into())),
            (
                "author",
                author_thing(site, figure)
                    .or_else(|| is_own_voice(figure).then(|| printer.clone()).flatten()),
            ),
            ("claimInterpreter", printer),
            ("datePublished", figure.said.as_ref().and_then(date_value)),
            ("creativeWorkStatus", status),
            ("firstAppearance", sources.first().cloned()),
            ("appearance", Some(sources.into())),
        ],
    )
}

/// Whether the outlet itself says it.
fn is_own_voice(figure: &Figure) -> bool {
    figure.attribution == Some(Attribution::Outlet)
}

/// Who said it, in the office of that day; none where the document names nobody.
fn author_thing(site: &Site<'_>, figure: &Figure) -> Option<Value> {
    let institution = figure
        .institution
        .as_ref()
        .map(|i| make_thing("Organization", [("name", text_value(site, &i.name))]));
    let Some(speaker) = &figure.speaker else { return institution };
    let person =
        make_thing("Person", [("name", text_value(site, &speaker.name)), ("affiliation", institution)]);
    let Some(office) = &figure.office else { return Some(person) };
    Some(make_thing("Role", [("roleName", text_value(site, office)), ("author", Some(person))]))
}

fn document_thing(site: &Site<'_>, source: &Source) -> Value {
    make_thing(
        "CreativeWork",
        [
            ("@id", Some(source_id(source).into())),
            ("name", source.title.as_ref().and_then(|title| text_value(site, title))),
            ("url", source.url.clone().map(Value::from)),
            ("archivedAt", source.archived.clone().map(Value::from)),
            ("publisher", publisher_thing(site, source)),
            ("datePublished", source.published.as_ref().and_then(date_value)),
            ("inLanguage", source.language.clone().map(Value::from)),
        ],
    )
}

fn publisher_thing(site: &Site<'_>, source: &Source) -> Option<Value> {
    let outlet = source.outlet.as_ref()?;
    let url = outlet.url.clone().map(Value::from);
    Some(make_thing("Organization", [("name", text_value(site, &outlet.name)), ("url", url)]))
}

fn source_id(source: &Source) -> String {
    ["#source-", &percent_encode(&source.id)].concat()
}

fn download_thing(kind: &str, address: String) -> Value {
    make_thing("DataDownload", [("encodingFormat", Some(kind.into())), ("contentUrl", Some(address.into()))])
}

/// A thing with those of its properties that are known.
fn make_thing(kind: &str, properties: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let known = properties.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    std::iter::once(("@type".to_owned(), kind.into())).chain(known).collect::<Map<_, _>>().into()
}

fn text_value(site: &Site<'_>, text: &Text) -> Option<Value> {
    Some(site.localize_text(text)).filter(|text| !text.is_empty()).map(Value::from)
}

/// The address of a licence; of an SPDX identifier where SPDX explains it.
fn licence_address(licence: &str) -> String {
    let is_id = !licence.is_empty()
        && licence.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '+'));
    if WebAddress::parse(licence).is_ok() || !is_id {
        return licence.to_owned();
    }
    ["https://spdx.org/licenses/", licence, ".html"].concat()
}

/// A date as ISO 8601 has it, where it was stated so: a day, a month or a year.
fn date_value(date: &Date) -> Option<Value> {
    let Bound::At(Point { span, uncertain: false, approximate: false }) = date.start() else { return None };
    let is_point = date.end().is_none() && matches!(span, Span::Day(_) | Span::Month(..) | Span::Year(_));
    let is_common = (0..=9999).contains(&date.earliest()?.ymd().0);
    (is_point && is_common).then(|| date.text().into())
}

/// The days from the first to the last of the figures' dates.
fn temporal_coverage<'f>(figures: impl Iterator<Item = &'f Arc<Figure>>) -> Option<String> {
    let dates: Vec<&Date> = figures.filter_map(|figure| figure.said.as_ref()).collect();
    let days = || dates.iter().flat_map(|date| [date.earliest(), date.latest()]).flatten();
    let (first, last) = (days().min()?, days().max()?);
    (first.ymd().0 >= 0).then(|| [first.text(), "/".to_owned(), last.text()].concat())
}
