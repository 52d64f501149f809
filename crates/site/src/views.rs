//! The parts of a metric and who said its figures, as sections behind the chart: what the widget has in tabs.

use std::sync::Arc;

use leptos::prelude::*;

use super::Site;
use figure_tracker::components::{Parts, WhoSaidIt};
use figure_tracker_core::dataset::Metric;
use figure_tracker_core::views::{count_parts, has_several_voices};

/// The sections of a page; none for a metric without parts and with one voice alone.
pub(super) fn print_views(site: &Site<'_>, metric: &Arc<Metric>) -> Option<impl IntoView + use<>> {
    let localizer = &site.localizer;
    let place = site.dataset.place_of_metric(&metric.id)?;
    let parts = count_parts(&site.dataset, place);
    let has_voices = metric.figures.len() > 1 && has_several_voices(metric);
    if parts == 0 && !has_voices {
        return None;
    }
    provide_context(site.tracker_state(metric));
    let parts = (parts > 0).then(|| {
        let heading = localizer.format_count(parts, localizer.messages.part_count());
        view! { <section><h2>{heading}</h2><Parts/></section> }
    });
    let voices = has_voices.then(|| {
        let heading = localizer.messages.view_who().to_owned();
        view! { <section><h2>{heading}</h2><WhoSaidIt/></section> }
    });
    let direction = if localizer.messages.is_right_to_left() { "rtl" } else { "ltr" };
    Some(view! { <div class="ft-base views" data-theme="auto" dir=direction>{parts}{voices}</div> })
}
