//! The table of the components that are loaded when a reader asks for them. Nothing of the first part of the program names what
//! stands in it: only what begins the second part does (`scripts/split.mjs`). Every other app has it from the start.

use leptos::prelude::*;

use super::alone::{CountedBeside, FigureTimeline};
use super::asked::Asked;
use super::chart::{StepNumber, UnseenChart};
use super::counts::AllCounts;
use super::erased::Erase;
use super::heading::PartState;
use super::known_on::DayPicker;
use super::late::LateViews;
use super::ledger::LedgerContent;
use super::parts::Parts;
use super::period::PeriodContent;
use super::shelf::AboutFigureContent;
use super::sources::SourcesContent;
use super::table::Rows;
use super::take_away::TakeAwayContent;
use super::who::WhoSaidIt;

static LATE_VIEWS: LateViews = LateViews {
    counts: |picker| view! { <AllCounts picker/> }.erase(),
    parts: || view! { <UnseenChart/><Parts/> }.erase(),
    who: || view! { <UnseenChart/><WhoSaidIt/> }.erase(),
    asked: || view! { <Asked/> }.erase(),
    part_state: || view! { <PartState/> }.erase(),
    period: |metric| view! { <PeriodContent metric/> }.erase(),
    day_picker: |day, days| view! { <DayPicker day days/> }.erase(),
    step_number: || view! { <StepNumber/> }.erase(),
    figure_timeline: |metric, figure| view! { <FigureTimeline metric figure/> }.erase(),
    counted_beside: |metric| view! { <CountedBeside metric/> }.erase(),
    about_figure: |metric| view! { <AboutFigureContent metric/> }.erase(),
    rows: |metric, is_on_paper| view! { <Rows metric is_on_paper/> }.erase(),
    ledger: |metric| view! { <LedgerContent metric/> }.erase(),
    sources: |metric| view! { <SourcesContent metric/> }.erase(),
    take_away: |metric| view! { <TakeAwayContent metric/> }.erase(),
};

/// In the custom element, shows what was waiting for the second part. All that only this leads to is the second part.
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(crate) fn add_late_views() {
    // The optimizer must not know that this is the only value: it would put it where the value is read.
    super::late::add(std::hint::black_box(&LATE_VIEWS));
}

/// In the custom element, gives the components inside of this one nothing: the second part is yet to come.
#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub(super) fn provide_late_views() {}

/// In every app but the custom element, gives them to the components inside of this one.
#[cfg(not(all(target_arch = "wasm32", feature = "element")))]
pub(super) fn provide_late_views() {
    provide_context(&LATE_VIEWS);
}
