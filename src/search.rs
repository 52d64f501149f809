//! Which metrics the picker offers for a query: those that changed over time first, under their headings; which part of a
//! long list is drawn; and which figures the table finds.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use figure_tracker_core::dataset::{Dataset, Figure, Metric, Text};
use figure_tracker_core::localize::{Locale, Localizer};

/// The most entries of a long list that are drawn.
const WINDOW: usize = 40;
/// A window moves by so many entries.
const WINDOW_STEP: usize = 10;

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
        let groups = offer_all(dataset);
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

/// All metrics under their headings, those that changed over time first.
pub fn offer_all(dataset: &Dataset) -> Vec<OfferedGroup> {
    let headings = (0..dataset.groups.len()).map(Some).chain([None]);
    let mut groups: Vec<_> = headings.map(|group| OfferedGroup { group, metrics: Vec::new() }).collect();
    let places: HashMap<_, _> =
        dataset.groups.iter().enumerate().map(|(place, group)| (&*group.id, place)).collect();
    let (moved, unmoved): (Vec<_>, Vec<_>) =
        dataset.metrics.iter().enumerate().partition(|(_, metric)| metric.moved());
    for (index, metric) in moved.into_iter().chain(unmoved) {
        let place = metric.group.as_ref().and_then(|group| places.get(&*group.id).copied());
        if let Some(group) = groups.get_mut(place.unwrap_or(dataset.groups.len())) {
            group.metrics.push(index);
        }
    }
    groups.retain(|group| !group.metrics.is_empty());
    groups
}

/// The part of a list of `count` entries that is drawn where the one at `position` is seen: all of a short list.
pub fn window_around(position: usize, count: usize) -> Range<usize> {
    if count <= WINDOW {
        return 0..count;
    }
    let wanted = position.saturating_sub(WINDOW / 2) / WINDOW_STEP * WINDOW_STEP;
    let start = wanted.min(count - WINDOW);
    start..start + WINDOW
}

/// Cuts groups to a window of their metrics; each comes with the place of its first metric in the whole list.
pub fn cut_to_window(groups: &[OfferedGroup], window: &Range<usize>) -> Vec<(usize, OfferedGroup)> {
    let mut cut = Vec::new();
    let mut position = 0;
    for OfferedGroup { group, metrics } in groups {
        let skipped = window.start.saturating_sub(position);
        let kept = metrics.iter().copied().skip(skipped).take(window.end.saturating_sub(position + skipped));
        let metrics_kept: Vec<usize> = kept.collect();
        if !metrics_kept.is_empty() {
            cut.push((position + skipped, OfferedGroup { group: *group, metrics: metrics_kept }));
        }
        position += metrics.len();
    }
    cut
}

/// Returns whether a figure has a query, in lower case, in its number, its day, or the names and words that it is told
/// with, in the reader's language.
pub fn is_figure_found(figure: &Figure, localizer: &Localizer, query: &str) -> bool {
    let numbers = [figure.value, figure.low, figure.high].into_iter().flatten();
    let of_figure = [figure.words.as_ref(), figure.note.as_ref(), figure.quote.as_ref()];
    let scope = figure.scope.as_ref().map(|scope| &scope.label);
    let texts = of_figure.into_iter().chain([scope]).flatten().chain(names_of(figure));
    // Lower case is asked of the browser: once a figure.
    let mut searched = String::new();
    for text in texts {
        searched.extend([text.get(&localizer.tag), "\n"]);
    }
    localizer.locale.lowercase(&searched).contains(query)
        || figure.said.as_ref().is_some_and(|said| said.text().contains(query))
        || numbers.map(|number| number.to_string()).any(|number| number.contains(query))
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
