//! A text of the dataset among the words of the interface.

use leptos::prelude::*;

use figure_tracker_core::dataset::{Figure, Source, Text};
use figure_tracker_core::localize::{Localizer, balance_isolates};

/// Writes a text of the dataset in its own direction, and says its language where that isn't the reader's. Of one type
/// for all, so that it is in the wasm once.
pub fn dataset_text(localizer: &Localizer, text: &Text) -> AnyView {
    let language = text.foreign_language(&localizer.tag).map(str::to_owned);
    view! { <bdi lang=language>{balance_isolates(text.get(&localizer.tag))}</bdi> }.into_any()
}

/// Writes a message of two placeholders: a name of the dataset, or what stands in for it, and what belongs to it.
fn named(message: &str, name: (&str, AnyView), more: (&str, AnyView)) -> AnyView {
    let (before, rest) = message.split_once(name.0).unwrap_or_default();
    let (between, after) = rest.split_once(more.0).unwrap_or_default();
    let [before, between, after] = [before, between, after].map(str::to_owned);
    view! { {before}{name.1}{between}{more.1}{after} }.into_any()
}

/// Writes the outlet and the date of a document, as [`Localizer::format_source`] does.
pub(super) fn source_name(localizer: &Localizer, source: &Source) -> AnyView {
    let Some(outlet) = &source.outlet else { return localizer.format_source(source).into_any() };
    let date = localizer.format_date_said(source.published.as_ref()).into_any();
    let outlet = dataset_text(localizer, &outlet.name);
    named(&localizer.messages.outlet_and_date, ("{outlet}", outlet), ("{date}", date))
}

/// Writes the speaker with their office, as [`Localizer::format_byline`] does.
pub(super) fn byline(localizer: &Localizer, figure: &Figure) -> AnyView {
    let institution = figure.institution.as_ref().map(|institution| &institution.name);
    let office = figure.office.as_ref().or(institution);
    let text = |text: &Text| dataset_text(localizer, text);
    match (figure.speaker.as_ref().map(|speaker| text(&speaker.name)), office.map(text)) {
        (Some(name), Some(office)) => {
            named(&localizer.messages.name_and_office, ("{name}", name), ("{office}", office))
        }
        (None, None) => localizer.format_byline(figure).into_any(),
        (Some(name), None) | (None, Some(name)) => name,
    }
}
