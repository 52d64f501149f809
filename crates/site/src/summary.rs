//! A metric in one line: its title, and its latest state.

use super::Site;
use figure_tracker_core::dataset::Metric;

/// What a window or a search engine calls the page.
pub(crate) fn page_title(site: &Site<'_>, metric: &Metric) -> String {
    [site.localize_text(&metric.label), " – ", site.localize_text(&site.dataset.title)].concat()
}

/// The latest state of a metric in words, with what can't be right beside it: wherever a figure is printed, that is, too.
pub(crate) fn latest_statement(site: &Site<'_>, metric: &Metric) -> String {
    let Some(figure) = metric.latest() else { return String::new() };
    let conflicts =
        site.localizer.describe_conflicts(&site.dataset, figure).into_iter().map(|note| note.text);
    let sentence = std::iter::once(site.localizer.describe_mark(figure, &metric.unit)).chain(conflicts);
    sentence.collect::<Vec<_>>().join(site.localizer.messages.list_separator())
}
