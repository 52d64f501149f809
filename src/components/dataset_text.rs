//! A text of the dataset among the words of the interface.

use leptos::prelude::*;

use super::erased::{Erase, ErasedView};
use figure_tracker_core::dataset::{Figure, Source, Text};
use figure_tracker_core::localize::{Localizer, balance_isolates};

/// Writes a text of the dataset in its own direction, and says its language where that isn't the reader's. Of one type
/// for all, so that it is in the wasm once.
pub fn dataset_text(localizer: &Localizer, text: &Text) -> ErasedView {
    let language = text.foreign_language(&localizer.tag).map(str::to_owned);
    view! { <bdi lang=language>{balance_isolates(text.get(&localizer.tag))}</bdi> }.erase()
}

/// What stands between the two placeholders of a message that begins and ends with one.
fn text_between(message: &str, first: &str, last: &str) -> String {
    let between = message.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    between.unwrap_or(", ").to_owned()
}

/// Writes the outlet and the date of a document, as [`Localizer::format_source`] does.
pub(super) fn source_name(localizer: &Localizer, source: &Source) -> ErasedView {
    let Some(outlet) = &source.outlet else { return localizer.format_source(source).erase() };
    let between = text_between(&localizer.messages.outlet_and_date, "{outlet}", "{date}");
    let date = between + &localizer.format_date_said(source.published.as_ref());
    view! { {dataset_text(localizer, &outlet.name)}{date} }.erase()
}

/// Writes the speaker with their office, as [`Localizer::format_byline`] does.
pub(super) fn byline(localizer: &Localizer, figure: &Figure) -> ErasedView {
    let institution = figure.institution.as_ref().map(|institution| &institution.name);
    let office = figure.office.as_ref().or(institution);
    let text = |text: &Text| dataset_text(localizer, text);
    match (figure.speaker.as_ref().map(|speaker| text(&speaker.name)), office.map(text)) {
        (Some(name), Some(office)) => {
            let between = text_between(&localizer.messages.name_and_office, "{name}", "{office}");
            view! { {name}{between}{office} }.erase()
        }
        (None, None) => localizer.format_byline(figure).erase(),
        (Some(name), None) | (None, Some(name)) => name,
    }
}
