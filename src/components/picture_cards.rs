//! What a picture shows of each figure once that is tapped: a picture is one figure's, and has no program that would know the
//! others. The element's script puts it into the picture (`element/answers.js`).

use leptos::prelude::*;

use super::card::Card;
use super::chart::{SelectedMark, ShownChart};
use super::erased::{Erase, ErasedView};
use super::shelf::{Definitions, Remarks};
use crate::breakpoints::PlotSize;
use crate::state::{Picture, TrackerState};

/// For each figure of the chart on display, in their order: its card, what explains it, its place among them, and what the
/// drawing of each band has of it while it is selected.
#[component]
pub fn PictureCards(
    /// What the picture shows.
    state: TrackerState,
) -> impl IntoView {
    provide_context(state);
    let (metric, scope) = untrack(|| (state.metric(), state.chart_scope()));
    let metric = metric?;
    let chart = metric.of_chart(scope.as_deref());
    let shown = ShownChart::new(state, chart.clone());
    let bands = state.picture().unwrap_or(Picture::WHOLE).printed_bands();
    let scenes: Vec<_> =
        bands.map(|(index, band)| (index, shown.lay_out(state, PlotSize::of_band(band), true))).collect();
    let localizer = state.localizer();
    let count = chart.figures.len();
    let figures = chart.figures.iter().enumerate().map(|(place, figure)| {
        let drawn = scenes.iter().map(|(band, scene)| {
            let (metric, scene) = (chart.clone(), scene.clone());
            view! { <svg data-band=band.to_string()><SelectedMark metric scene figure=place/></svg> }.erase()
        });
        let drawn: Vec<ErasedView> = drawn.collect();
        view! {
            <div data-figure=figure.id.clone() data-place=localizer.format_place(place + 1, count)>
                <Card metric=metric.clone() figure=figure.clone()/>
                <div>
                    <Definitions metric=metric.clone() figure=figure.clone()/>
                    <Remarks figure=figure.clone()/>
                </div>
                {drawn}
            </div>
        }
        .erase()
    });
    Some(view! { <section>{figures.collect_view()}</section> }.erase())
}
