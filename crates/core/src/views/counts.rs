//! All metrics of a dataset as rows: under their headings, those first of which a number changed; which of them pass a
//! filter, and which are found by what a reader types.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::dataset::{Dataset, Edge, Figure, Metric, Relation, Text};
use crate::localize::{Locale, Localizer};

/// Which metrics are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountFilter {
    /// All of them.
    #[default]
    All,
    /// Those of which a number changed.
    Changed,
    /// Those with figures that can't all be right, or that somebody says are wrong.
    Disputed,
}

impl CountFilter {
    /// Every filter, in the order in which a reader is offered them.
    pub const ALL: [Self; 3] = [Self::All, Self::Changed, Self::Disputed];
}

/// The metrics under one heading, by their places in the dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountGroup {
    /// The place of the heading in the dataset's groups; none for metrics without one.
    pub group: Option<usize>,
    /// The metrics.
    pub metrics: Vec<usize>,
}

/// The metrics of a dataset under their headings, and which of them pass which filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountList {
    groups: Vec<CountGroup>,
    /// By the place of the metric.
    changed: Vec<bool>,
    disputed: Vec<bool>,
}

impl CountList {
    /// Lists the metrics of a dataset; those without a figure are left out, for on an earlier day there can be such.
    pub fn new(dataset: &Dataset) -> Self {
        let changed: Vec<bool> =
            dataset.metrics.iter().map(|metric| metric_change(dataset, metric).is_some()).collect();
        let disputed = dataset.metrics.iter().map(|metric| is_disputed(dataset, metric)).collect();
        let mut list = Self { groups: Vec::new(), changed, disputed };
        list.groups = list.group_metrics(dataset);
        list
    }

    /// Returns how many metrics pass a filter.
    pub fn count(&self, filter: CountFilter) -> usize {
        let metrics = self.groups.iter().flat_map(|group| &group.metrics);
        metrics.filter(|metric| self.passes(**metric, filter)).count()
    }

    /// Returns the groups of the metrics that pass a filter.
    pub fn filtered(&self, filter: CountFilter) -> Vec<CountGroup> {
        let groups = self.groups.iter().map(|CountGroup { group, metrics }| CountGroup {
            group: *group,
            metrics: metrics.iter().copied().filter(|metric| self.passes(*metric, filter)).collect(),
        });
        groups.filter(|group| !group.metrics.is_empty()).collect()
    }

    /// Returns whether the figures of a metric can't all be right, or somebody says that one is wrong.
    pub fn is_disputed(&self, metric: usize) -> bool {
        self.passes(metric, CountFilter::Disputed)
    }

    fn passes(&self, metric: usize, filter: CountFilter) -> bool {
        match filter {
            CountFilter::All => true,
            CountFilter::Changed => self.changed.get(metric).copied().unwrap_or_default(),
            CountFilter::Disputed => self.disputed.get(metric).copied().unwrap_or_default(),
        }
    }

    fn group_metrics(&self, dataset: &Dataset) -> Vec<CountGroup> {
        let headings = (0..dataset.groups.len()).map(Some).chain([None]);
        let mut groups: Vec<_> = headings.map(|group| CountGroup { group, metrics: Vec::new() }).collect();
        let places: FxHashMap<_, _> =
            dataset.groups.iter().enumerate().map(|(place, group)| (&*group.id, place)).collect();
        let is_changed = |index: &usize| self.passes(*index, CountFilter::Changed);
        let (changed, others): (Vec<usize>, Vec<usize>) = (0..dataset.metrics.len()).partition(is_changed);
        for index in changed.into_iter().chain(others) {
            let Some(metric) = dataset.metrics.get(index) else { continue };
            let place = metric.group.as_ref().and_then(|group| places.get(&*group.id).copied());
            let group = groups.get_mut(place.unwrap_or(dataset.groups.len()));
            if let Some(group) = group.filter(|_| !metric.figures.is_empty()) {
                group.metrics.push(index);
            }
        }
        groups.retain(|group| !group.metrics.is_empty());
        groups
    }
}

/// The texts of a dataset in lower case, to be searched again and again while a reader types.
pub struct CountIndex {
    /// In whose lower case.
    locale: Arc<dyn Locale>,
    /// For each metric its own label, which is a better match than any other text.
    labels: Vec<String>,
    /// For each metric the texts by which it is found, a line each: as they are written, and in lower case.
    texts: Vec<(String, String)>,
}

impl CountIndex {
    /// Collects what the metrics of a dataset are found by: label, heading, definition, scopes, and the names of who
    /// spoke and who printed it, in the reader's language.
    pub fn new(dataset: &Dataset, localizer: &Localizer) -> Self {
        let Localizer { tag, locale, .. } = localizer;
        let label = |metric: &Arc<Metric>| locale.lowercase(metric.label.get(tag));
        let text = |metric: &Arc<Metric>| {
            let text = searched_text(metric, tag);
            let lower_case = locale.lowercase(&text);
            (text, lower_case)
        };
        Self {
            locale: Arc::clone(locale),
            labels: dataset.metrics.iter().map(label).collect(),
            texts: dataset.metrics.iter().map(text).collect(),
        }
    }

    /// Returns the metrics of these groups that match a query, all of them where it is empty; those first whose label
    /// matches it.
    pub fn find(&self, groups: &[CountGroup], query: &str) -> Vec<CountGroup> {
        let query = self.query(query);
        let matches = |metric: &usize| self.texts.get(*metric).is_some_and(|(_, text)| text.contains(&query));
        let is_label = |metric: &usize| self.labels.get(*metric).is_some_and(|label| label.contains(&query));
        let found = groups.iter().map(|group| {
            let mut metrics: Vec<usize> = group.metrics.iter().copied().filter(matches).collect();
            metrics.sort_by_key(|metric| !is_label(metric));
            CountGroup { group: group.group, metrics }
        });
        let mut found: Vec<_> = found.filter(|group| !group.metrics.is_empty()).collect();
        found.sort_by_key(|group| !group.metrics.iter().any(is_label));
        found
    }

    /// Returns the text by which a metric was found, where that is not its label.
    pub fn matched_text(&self, metric: usize, query: &str) -> Option<&str> {
        let query = self.query(query);
        if query.is_empty() || self.labels.get(metric)?.contains(&query) {
            return None;
        }
        let (text, lower_case) = self.texts.get(metric)?;
        let line = lower_case.lines().position(|line| line.contains(&query))?;
        text.lines().nth(line)
    }

    fn query(&self, query: &str) -> String {
        self.locale.lowercase(query.trim())
    }
}

/// Returns the first and the latest figure of the subject of a metric of a dataset, where the number changed from the one to the
/// other: said on another day, comparable, and neither denied, taken back nor contradicted by the other.
pub fn metric_change<'a>(
    dataset: &Dataset,
    metric: &'a Metric,
) -> Option<(&'a Arc<Figure>, &'a Arc<Figure>)> {
    let latest = metric.latest()?;
    let is_of_subject = |figure: &Figure| figure.scope_id() == metric.main_scope();
    let place = |figure: &Figure| Some(dataset.place_of_figure(&figure.id)?.figure);
    let latest_place = place(latest)?;
    let mut start = 0;
    for (from, to) in edges_within(dataset, metric, Edge::NotComparable) {
        let later = place(from)?.max(place(to)?);
        if is_of_subject(from) && is_of_subject(to) && later <= latest_place {
            start = start.max(later);
        }
    }
    let is_first = |figure: &&Arc<Figure>| {
        let is_same = |(from, _): (&Arc<Figure>, &Arc<Figure>)| from.id == figure.id;
        let is_repeat = || {
            [Edge::Repeats, Edge::Converted]
                .iter()
                .any(|kind| edges_within(dataset, metric, *kind).any(is_same))
        };
        is_of_subject(figure)
            && !is_repeat()
            && figure.value.is_some()
            && figure.said.is_some()
            && !figure.status.status.is_questioned()
    };
    let first = metric.figures.get(start..latest_place)?.iter().find(is_first)?;
    let first_day = first.said.as_ref()?.latest()?;
    let is_later = latest.said.as_ref()?.earliest().is_some_and(|day| day > first_day);
    let mut rivals = edges_within(dataset, metric, Edge::Contradicts);
    let is_rival = rivals.any(|(from, to)| {
        [(from, to), (to, from)].iter().any(|(one, other)| one.id == first.id && other.id == latest.id)
    });
    let is_changed = first.value != latest.value && latest.value.is_some();
    (is_changed && is_later && !is_rival).then_some((first, latest))
}

/// Returns how many figures of the subject of a metric contradict another of them.
pub fn contradicting_figures(dataset: &Dataset, metric: &Metric) -> usize {
    let edges = edges_within(dataset, metric, Edge::Contradicts);
    let ends = edges.flat_map(|(from, to)| [from, to]);
    let of_subject = ends.filter(|figure| figure.scope_id() == metric.main_scope());
    of_subject.map(|figure| &*figure.id).collect::<BTreeSet<_>>().len()
}

/// The edges of one kind between figures of a metric.
fn edges_within<'a>(
    dataset: &'a Dataset,
    metric: &'a Metric,
    wanted: Edge,
) -> impl Iterator<Item = (&'a Arc<Figure>, &'a Arc<Figure>)> {
    dataset.relations_of_metric(&metric.id).filter_map(move |relation| match relation {
        Relation::Edge { kind, from, to, .. }
            if *kind == wanted && from.is_of(&metric.id) && to.is_of(&metric.id) =>
        {
            Some((from, to))
        }
        _ => None,
    })
}

fn is_disputed(dataset: &Dataset, metric: &Metric) -> bool {
    metric.figures.iter().any(|figure| figure.status.status.is_questioned())
        || dataset.relations_of_metric(&metric.id).any(Relation::is_conflict)
}

fn searched_text(metric: &Metric, tag: &str) -> String {
    let mut texts = BTreeSet::new();
    let heading = metric.group.as_ref().map(|group| &group.label);
    let scopes = metric.scopes.iter().flat_map(|scope| [Some(&scope.label), scope.definition.as_ref()]);
    let of_metric = [Some(&metric.label), heading, metric.definition.as_ref()];
    let of_figures = metric.figures.iter().flat_map(|figure| names_of_figure(figure));
    for text in of_metric.into_iter().chain(scopes).flatten().chain(of_figures) {
        texts.insert(text.get(tag));
    }
    Vec::from_iter(texts).join("\n")
}

/// Returns the names with which a figure is told: who spoke, as what, for whom, and who printed it.
pub fn names_of_figure(figure: &Figure) -> impl Iterator<Item = &Text> {
    let speaker = figure.speaker.as_ref().map(|speaker| &speaker.name);
    let institution = figure.institution.as_ref().map(|institution| &institution.name);
    let outlets = figure.sources.iter().filter_map(|source| source.outlet.as_ref());
    let named = [speaker, figure.office.as_ref(), institution].into_iter().flatten();
    named.chain(outlets.map(|outlet| &outlet.name))
}
