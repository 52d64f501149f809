//! The figures of one metric as a spreadsheet and as a data set of their own.

use std::collections::HashSet;

use super::{File, Site};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::dataset::format::{self, Relation};
use figure_tracker_editing::json;
use figure_tracker_editing::spreadsheet;

/// Both files of a metric; `data` is the whole data set.
pub(super) fn write_tables(site: &Site<'_>, metric: &Metric, data: &format::Dataset) -> [File; 2] {
    let part = dataset_of_metric(data, &metric.id);
    let name = |ending| [site.names.file_stem(&metric.id), ending].concat();
    [
        File::new(name(".csv"), spreadsheet::export(&part, b',')),
        File::new(name(".json"), json::write_dataset(&part)),
    ]
}

/// What a data set says of one metric: its figures, what they need, and the relations between them alone.
fn dataset_of_metric(data: &format::Dataset, metric: &str) -> format::Dataset {
    let figures: Vec<format::Figure> = data.figures.iter().filter(|f| f.metric == metric).cloned().collect();
    let ids: HashSet<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
    let metrics: Vec<format::Metric> =
        data.metrics.iter().filter(|m| m.id == metric).map(metric_without_whole).collect();
    let named = |of: fn(&format::Figure) -> Option<&String>| -> HashSet<&str> {
        figures.iter().filter_map(of).map(String::as_str).collect()
    };
    let (speakers, institutions) = (named(|f| f.speaker.as_ref()), named(|f| f.institution.as_ref()));
    let mut sources = named(|f| f.status_source.as_ref());
    let entries = || figures.iter().flat_map(|figure| &figure.sources);
    // What a document cites is the id of a source, else of an outlet.
    let cited: HashSet<&str> = entries().filter_map(|entry| entry.cites.as_deref()).collect();
    sources.extend(entries().map(|entry| entry.source.as_str()).chain(cited.iter().copied()));
    let sources = clone_kept(&data.sources, |source| sources.contains(source.id.as_str()));
    let outlets: HashSet<&str> = sources.iter().filter_map(|s| s.outlet.as_deref()).chain(cited).collect();
    let about = |id: &Option<String>| id.as_deref().is_none_or(|id| ids.contains(id));
    format::Dataset {
        units: clone_kept(&data.units, |unit| metrics.iter().any(|m| m.unit == unit.id)),
        institutions: clone_kept(&data.institutions, |i| institutions.contains(i.id.as_str())),
        speakers: clone_kept(&data.speakers, |speaker| speakers.contains(speaker.id.as_str())),
        outlets: clone_kept(&data.outlets, |outlet| outlets.contains(outlet.id.as_str())),
        groups: clone_kept(&data.groups, |group| metrics.iter().any(|m| m.group.as_ref() == Some(&group.id))),
        relations: clone_kept(&data.relations, |relation| relation_ends(relation).all(|id| ids.contains(id))),
        events: data.events.clone(),
        corrections: clone_kept(&data.corrections, |correction| about(&correction.figure)),
        schema: data.schema.clone(),
        format: data.format,
        id: data.id.clone(),
        title: data.title.clone(),
        summary: data.summary.clone(),
        language: data.language.clone(),
        edition: data.edition.clone(),
        license: data.license.clone(),
        sources,
        metrics,
        figures,
    }
}

/// A metric that is no part of any other: those are not there.
fn metric_without_whole(metric: &format::Metric) -> format::Metric {
    format::Metric { part_of: None, ..metric.clone() }
}

fn clone_kept<T: Clone>(all: &[T], is_kept: impl Fn(&T) -> bool) -> Vec<T> {
    all.iter().filter(|one| is_kept(one)).cloned().collect()
}

/// The figures that a relation speaks of.
fn relation_ends(relation: &Relation) -> impl Iterator<Item = &str> {
    let one = [&relation.whole, &relation.from, &relation.to].into_iter().flatten();
    one.chain(&relation.parts).map(String::as_str)
}
