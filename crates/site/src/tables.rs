//! The figures of one metric as a spreadsheet and as a data set of their own.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{File, Site};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::dataset::format::{self, Relation};
use figure_tracker_editing::json;
use figure_tracker_editing::spreadsheet;

/// A data set whose records are found by what leads to them, so that the files of a metric take no look at those of others.
pub(super) struct Tables<'a> {
    data: &'a format::Dataset,
    /// The figures of each metric.
    figures: HashMap<&'a str, Vec<&'a format::Figure>>,
    /// The places of the relations that speak of each figure.
    relations: HashMap<&'a str, Vec<usize>>,
    /// The places of the corrections of each figure; under no figure those of the data set.
    corrections: HashMap<Option<&'a str>, Vec<usize>>,
    metrics: Places<'a>,
    units: Places<'a>,
    groups: Places<'a>,
    institutions: Places<'a>,
    speakers: Places<'a>,
    outlets: Places<'a>,
    sources: Places<'a>,
}

/// The places of the entries of a list by their ids.
type Places<'a> = HashMap<&'a str, usize>;

impl<'a> Tables<'a> {
    /// Finds its way through the whole data set.
    pub(super) fn new(data: &'a format::Dataset) -> Self {
        let mut figures: HashMap<&str, Vec<&format::Figure>> = HashMap::new();
        for figure in &data.figures {
            figures.entry(&figure.metric).or_default().push(figure);
        }
        let mut relations: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, relation) in data.relations.iter().enumerate() {
            for end in relation_ends(relation) {
                relations.entry(end).or_default().push(place);
            }
        }
        let mut corrections: HashMap<Option<&str>, Vec<usize>> = HashMap::new();
        for (place, correction) in data.corrections.iter().enumerate() {
            corrections.entry(correction.figure.as_deref()).or_default().push(place);
        }
        Self {
            data,
            figures,
            relations,
            corrections,
            metrics: places(&data.metrics, |metric| &metric.id),
            units: places(&data.units, |unit| &unit.id),
            groups: places(&data.groups, |group| &group.id),
            institutions: places(&data.institutions, |institution| &institution.id),
            speakers: places(&data.speakers, |speaker| &speaker.id),
            outlets: places(&data.outlets, |outlet| &outlet.id),
            sources: places(&data.sources, |source| &source.id),
        }
    }

    /// Both files of a metric.
    pub(super) fn write_files(&self, site: &Site<'_>, metric: &Metric) -> [File; 2] {
        let part = self.dataset_of_metric(&metric.id);
        let name = |ending| [site.names.file_stem(&metric.id), ending].concat();
        [
            File::new(name(".csv"), spreadsheet::export_without_formulas(&part, b',')),
            File::new(name(".json"), json::write_dataset(&part)),
        ]
    }

    /// What the data set says of one metric: its figures, what they need, and the relations between them alone.
    fn dataset_of_metric(&self, metric: &str) -> format::Dataset {
        let data = self.data;
        let figures = self.figures.get(metric).map(Vec::as_slice).unwrap_or_default();
        let ids: HashSet<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
        let metrics = pick(&data.metrics, &self.metrics, [metric]);
        let metrics: Vec<format::Metric> = metrics.into_iter().map(metric_without_whole).collect();
        let entries = || figures.iter().flat_map(|figure| &figure.sources);
        // What a document cites is the id of a source, else of an outlet.
        let cited = || entries().filter_map(|entry| entry.cites.as_deref());
        let of_status = figures.iter().filter_map(|figure| figure.status_source.as_deref());
        let sources = entries().map(|entry| entry.source.as_str()).chain(cited()).chain(of_status);
        let sources = pick(&data.sources, &self.sources, sources);
        let outlets = sources.iter().filter_map(|source| source.outlet.as_deref()).chain(cited());
        let speakers = figures.iter().filter_map(|figure| figure.speaker.as_deref());
        let institutions = figures.iter().filter_map(|figure| figure.institution.as_deref());
        let relations = at_places(&data.relations, figures.iter().filter_map(|f| self.relations.get(&*f.id)));
        let is_inside = |relation: &Relation| relation_ends(relation).all(|id| ids.contains(id));
        let about = [None].into_iter().chain(figures.iter().map(|figure| Some(figure.id.as_str())));
        format::Dataset {
            units: pick(&data.units, &self.units, metrics.iter().map(|metric| metric.unit.as_str())),
            institutions: pick(&data.institutions, &self.institutions, institutions),
            speakers: pick(&data.speakers, &self.speakers, speakers),
            outlets: pick(&data.outlets, &self.outlets, outlets),
            groups: pick(&data.groups, &self.groups, metrics.iter().filter_map(|m| m.group.as_deref())),
            relations: relations.into_iter().filter(is_inside).collect(),
            events: data.events.clone(),
            corrections: at_places(&data.corrections, about.filter_map(|id| self.corrections.get(&id))),
            figures: figures.iter().copied().cloned().collect(),
            sources,
            metrics,
            ..data.without_records()
        }
    }
}

/// A metric that is no part of any other: those are not there.
fn metric_without_whole(metric: format::Metric) -> format::Metric {
    format::Metric { part_of: None, ..metric }
}

fn places<'a, T>(list: &'a [T], id: impl Fn(&'a T) -> &'a String) -> Places<'a> {
    list.iter().enumerate().map(|(place, entry)| (id(entry).as_str(), place)).collect()
}

/// The entries of a list that have these ids, in its order.
fn pick<'i, T: Clone>(list: &[T], places: &Places<'_>, ids: impl IntoIterator<Item = &'i str>) -> Vec<T> {
    let picked: BTreeSet<usize> = ids.into_iter().filter_map(|id| places.get(id).copied()).collect();
    picked.into_iter().filter_map(|place| list.get(place).cloned()).collect()
}

/// The entries of a list at any of these places, in its order.
fn at_places<'p, T: Clone>(list: &[T], places: impl Iterator<Item = &'p Vec<usize>>) -> Vec<T> {
    let places: BTreeSet<usize> = places.flatten().copied().collect();
    places.into_iter().filter_map(|place| list.get(place).cloned()).collect()
}

/// The figures that a relation speaks of.
fn relation_ends(relation: &Relation) -> impl Iterator<Item = &str> {
    let one = [&relation.whole, &relation.from, &relation.to].into_iter().flatten();
    one.chain(&relation.parts).map(String::as_str)
}
