//! A page of a Leptos app that runs in the browser alone (`csr`): two trackers of two datasets, one of which follows the
//! app's own buttons, and a line that the app writes when a reader selects a figure.

use figure_tracker::{FigureTracker, STYLES, SelectedFigure};
use leptos::prelude::*;

const FLOOD: &str = include_str!("../../invented-flood.json");
const EPIDEMIC: &str = include_str!("../../invented-epidemic.json");

fn main() {
    leptos::mount::mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let metric = RwSignal::new("deaths".to_owned());
    let selected = RwSignal::new(None::<SelectedFigure>);
    view! {
        <style>{STYLES}</style>
        <main>
            <h1>"After the flood"</h1>
            <p>
                <button on:click=move |_| metric.set("deaths".to_owned())>"The dead"</button>
                <button on:click=move |_| metric.set("missing".to_owned())>"The missing"</button>
            </p>
            <FigureTracker data=FLOOD metric=metric on_select=move |figure| selected.set(Some(figure))/>
            <p id="selected">{move || selected.get().map(|SelectedFigure { figure, .. }| figure)}</p>
            <h2>"The fever"</h2>
            <FigureTracker data=EPIDEMIC/>
        </main>
    }
}
