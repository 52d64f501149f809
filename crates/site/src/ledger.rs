//! The page of the whole record: what adds up and what doesn't, and where everything is from.

use std::sync::Arc;

use leptos::prelude::*;

use super::document::{frame_script, print_document};
use super::{File, Site, foot, meta, page_address};
use figure_tracker::components::{LEDGER_PAGE, LedgerOf, Provenance};
use figure_tracker::state::{TrackerOptions, TrackerState};
use figure_tracker_core::dataset::Figure;

/// Where the documents and people stand on the page.
const SOURCES_ID: &str = "sources";

/// The page of what adds up and what doesn't in the whole dataset.
pub(super) fn print_ledger(site: &Site<'_>) -> File {
    let title = ledger_title(site);
    let body = || (view_ledger(site), foot::whole_footer(site, LEDGER_PAGE), meta::dataset_json_ld(site));
    let head = || (frame_script(site, true), meta::ledger_meta_tags(site, &title, LEDGER_PAGE));
    let html = site.with_signals(|| print_document(site, &title, head(), body()));
    site.new_file(LEDGER_PAGE, html)
}

fn ledger_title(site: &Site<'_>) -> String {
    [site.localizer.messages.ledger(), " – ", site.localize_text(&site.dataset.title)].concat()
}

fn view_ledger(site: &Site<'_>) -> impl IntoView + use<> {
    provide_context(ledger_state(site));
    let messages = site.localizer.messages.clone();
    let title = site.localize_text(&site.dataset.title).to_owned();
    let direction = if messages.is_right_to_left() { "rtl" } else { "ltr" };
    view! {
        <main class="record">
            <div class="ft-base" lang=site.localizer.tag.to_string() dir=direction>
                <p><a href="index.html">{title}</a></p>
                <h1>{messages.ledger().to_owned()}</h1>
                <section class="ft-inside"><h2 class="ft-unseen">{messages.whole_record().to_owned()}</h2><LedgerOf/></section>
                <section class="ft-inside" id=SOURCES_ID><h2>{messages.all_sources().to_owned()}</h2><Provenance/></section>
            </div>
        </main>
    }
}

/// The state of a page on which no metric is shown.
fn ledger_state(site: &Site<'_>) -> TrackerState {
    let names = Arc::clone(&site.names);
    let links = move |figure: Option<&Figure>| page_address(&names, figure);
    let options = TrackerOptions {
        own_page: true,
        whole_record: true,
        frozen: site.frozen,
        links: Some(Arc::new(links)),
        ..TrackerOptions::default()
    };
    TrackerState::new(Arc::clone(&site.dataset), site.localizer.clone(), options)
}
