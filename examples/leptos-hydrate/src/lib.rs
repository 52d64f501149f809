//! A page that is printed natively (`ssr`), readable before any script has come, and brought to life in the browser
//! (`hydrate`): the markup stays, and reacts from then on.

use figure_tracker::{FigureTracker, STYLES};
use leptos::prelude::*;

const FLOOD: &str = include_str!("../../invented-flood.json");

/// What stands in the body of the page, printed and living.
#[component]
pub fn App() -> impl IntoView {
    let metric = RwSignal::new("deaths".to_owned());
    view! {
        <main>
            <style>{STYLES}</style>
            <h1>"Nach der Flut"</h1>
            <button on:click=move |_| metric.set("missing".to_owned())>"Die Vermissten"</button>
            <FigureTracker data=FLOOD metric=metric language="de"/>
        </main>
    }
}

/// Brings the printed page to life; the page's script calls it once the wasm has come.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_body(App);
}
