//! Which metrics the picker offers for a query: those that changed over time first, under their headings.

use std::collections::BTreeSet;
use std::sync::Arc;

use figure_tracker_core::dataset::{Dataset, Figure, Group, Metric, Text};
use figure_tracker_core::localize::{Locale, Localizer};

/// The metrics under one heading of the picker, by their index in the dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedGroup {
    /// The index of the heading in the dataset's groups; none for metrics without one.
    pub group: Option<usize>,
    /// The metrics.
    pub metrics: Vec<usize>,
}

/// The texts of a dataset in lower case, to be searched again and again while a reader types.
pub struct SearchIndex {
    /// In whose lower case.
    locale: Arc<dyn Locale>,
    groups: Vec<OfferedGroup>,
    /// For each metric its own label, which is a better match than any other text.
    labels: Vec<String>,
    /// For each metric the texts by which it is found.
    texts: Vec<String>,
}

impl SearchIndex {
    /// Collects what the metrics of a dataset are found by: label, heading, definition, scopes, and the names of who
    /// spoke and who printed it, in the reader's language.
    pub fn new(dataset: &Dataset, localizer: &Localizer) -> Self {
        let Localizer { tag, locale, .. } = localizer;
        let headings = (0..dataset.groups.len()).map(Some).chain([None]);
        let groups = headings.map(|group| OfferedGroup { group, metrics: metrics_of(dataset, group) });
        let groups = groups.filter(|group| !group.metrics.is_empty()).collect();
        let label = |metric: &Arc<Metric>| locale.lowercase(metric.label.get(tag));
        let text = |metric: &Arc<Metric>| locale.lowercase(&searched_text(metric, tag));
        Self {
            locale: Arc::clone(locale),
            groups,
            labels: dataset.metrics.iter().map(label).collect(),
            texts: dataset.metrics.iter().map(text).collect(),
        }
    }

    /// The metrics that match a query, all of them where it is empty; those first whose label matches it.
    pub fn find(&self, query: &str) -> Vec<OfferedGroup> {
        let query = self.locale.lowercase(query.trim());
        let matches = |metric: &usize| self.texts.get(*metric).is_some_and(|text| text.contains(&query));
        let is_label = |metric: &usize| self.labels.get(*metric).is_some_and(|label| label.contains(&query));
        let found = self.groups.iter().map(|group| {
            let mut metrics: Vec<usize> = group.metrics.iter().copied().filter(matches).collect();
            metrics.sort_by_key(|metric| !is_label(metric));
            OfferedGroup { group: group.group, metrics }
        });
        let mut found: Vec<_> = found.filter(|group| !group.metrics.is_empty()).collect();
        found.sort_by_key(|group| !group.metrics.iter().any(is_label));
        found
    }
}

/// The metrics of a group, those that changed over time first.
fn metrics_of(dataset: &Dataset, group: Option<usize>) -> Vec<usize> {
    let group = group.and_then(|index| dataset.groups.get(index));
    let id = |group: &Arc<Group>| group.id.clone();
    let of_group = |metric: &Metric| metric.group.as_ref().map(id) == group.map(id);
    let metrics = dataset.metrics.iter().enumerate().filter(|(_, metric)| of_group(metric));
    let (mut moved, unmoved): (Vec<_>, Vec<_>) = metrics.partition(|(_, metric)| metric.moved());
    moved.extend(unmoved);
    moved.into_iter().map(|(index, _)| index).collect()
}

fn searched_text(metric: &Metric, tag: &str) -> String {
    let mut texts = BTreeSet::new();
    let heading = metric.group.as_ref().map(|group| &group.label);
    let scopes = metric.scopes.iter().flat_map(|scope| [Some(&scope.label), scope.definition.as_ref()]);
    let of_metric = [Some(&metric.label), heading, metric.definition.as_ref()];
    let of_figures = metric.figures.iter().flat_map(|figure| names_of(figure));
    for text in of_metric.into_iter().chain(scopes).flatten().chain(of_figures) {
        texts.insert(text.get(tag));
    }
    Vec::from_iter(texts).join("\n")
}

/// Who spoke, as what, for whom, and who printed it.
fn names_of(figure: &Figure) -> impl Iterator<Item = &Text> {
    let speaker = figure.speaker.as_ref().map(|speaker| &speaker.name);
    let institution = figure.institution.as_ref().map(|institution| &institution.name);
    let outlets = figure.sources.iter().filter_map(|source| source.outlet.as_ref());
    let named = [speaker, figure.office.as_ref(), institution].into_iter().flatten();
    named.chain(outlets.map(|outlet| &outlet.name))
}
