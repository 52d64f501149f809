//! What was known of a metric on each day on which something became known: what the widget answers where a program runs.

use std::sync::Arc;

use leptos::prelude::*;

use super::Site;
use figure_tracker::components::KNOWN_DAYS_ID;
use figure_tracker_core::dataset::Metric;

/// How many of the last such days are listed: of a long series nobody reads more.
const MAX_DAYS: usize = 24;

/// The section of a page, where the figures became known on several days.
pub(super) fn print_known_days(site: &Site<'_>, metric: &Arc<Metric>) -> Option<impl IntoView + use<>> {
    let days = metric.days_known();
    if days.len() < 2 {
        return None;
    }
    let alone = site.dataset.with_metric_alone(Arc::clone(metric));
    let localizer = &site.localizer;
    let rows = days.iter().rev().take(MAX_DAYS).filter_map(|day| {
        let known = alone.as_known_on(*day);
        let latest = known.metrics.first()?.latest()?.clone();
        let amount = localizer.format_amount(&latest, &metric.unit);
        let amount = match &latest.scope {
            Some(scope) => localizer.format_aside(&amount, &localizer.localize_text(&scope.label)),
            None => amount,
        };
        // The day is marked as one, wherever the language puts it.
        let written = localizer.format_day(*day);
        let row = localizer.format_labelled(&written, &amount);
        let (before, after) = row.split_once(&written)?;
        let (before, after) = (before.to_owned(), after.to_owned());
        Some(view! { <li>{before}<time datetime=day.text()>{written}</time>{after}</li> })
    });
    let rows = rows.collect_view();
    let heading = localizer.messages.known_on_question().to_owned();
    Some(
        view! { <details class="known-days" id=KNOWN_DAYS_ID><summary>{heading}</summary><ul>{rows}</ul></details> },
    )
}
