//! A text of the dataset among the words of the interface.

use leptos::prelude::*;

use figure_tracker_core::dataset::{Dataset, Figure, Source, Text};
use figure_tracker_core::language::LanguageTag;
use figure_tracker_core::localize::{
    FIRST_STRONG_ISOLATE, Localizer, POP_DIRECTIONAL_ISOLATE, balance_isolates,
};

/// Writes a text of the dataset in its own direction, and says its language where that isn't the reader's. Of one type
/// for all, so that it is in the wasm once.
pub fn dataset_text(localizer: &Localizer, text: &Text) -> AnyView {
    let language = text.foreign_language(&localizer.tag).map(str::to_owned);
    view! { <bdi lang=language>{balance_isolates(text.get(&localizer.tag))}</bdi> }.into_any()
}

/// Writes a sentence of the interface. What is isolated in it is a text of the dataset: it says its language where that
/// isn't the reader's.
pub fn sentence_text(localizer: &Localizer, dataset: &Dataset, sentence: &str) -> AnyView {
    let own = LanguageTag::new(&dataset.language);
    let language =
        (!own.is_same_language(LanguageTag::new(&localizer.tag))).then(|| dataset.language.clone());
    let mut pieces = sentence.split(FIRST_STRONG_ISOLATE);
    let start = pieces.next().unwrap_or_default().to_owned();
    let pieces = pieces.map(|piece| {
        let (text, after) = piece.split_once(POP_DIRECTIONAL_ISOLATE).unwrap_or((piece, ""));
        view! { <bdi lang=language.clone()>{text.to_owned()}</bdi>{after.to_owned()} }
    });
    view! { {start}{pieces.collect_view()} }.into_any()
}

/// What stands between the two placeholders of a message that begins and ends with one.
fn text_between(message: &str, first: &str, last: &str) -> String {
    let between = message.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    between.unwrap_or(", ").to_owned()
}

/// Writes the outlet and the date of a document, as [`Localizer::format_source`] does.
pub(super) fn source_name(localizer: &Localizer, source: &Source) -> AnyView {
    let Some(outlet) = &source.outlet else { return localizer.format_source(source).into_any() };
    let between = text_between(&localizer.messages.outlet_and_date, "{outlet}", "{date}");
    let date = between + &localizer.format_date_said(source.published.as_ref());
    view! { {dataset_text(localizer, &outlet.name)}{date} }.into_any()
}

/// Writes the speaker with their office, as [`Localizer::format_byline`] does.
pub(super) fn byline(localizer: &Localizer, figure: &Figure) -> AnyView {
    let institution = figure.institution.as_ref().map(|institution| &institution.name);
    let office = figure.office.as_ref().or(institution);
    let text = |text: &Text| dataset_text(localizer, text);
    match (figure.speaker.as_ref().map(|speaker| text(&speaker.name)), office.map(text)) {
        (Some(name), Some(office)) => {
            let between = text_between(&localizer.messages.name_and_office, "{name}", "{office}");
            view! { {name}{between}{office} }.into_any()
        }
        (None, None) => localizer.format_byline(figure).into_any(),
        (Some(name), None) | (None, Some(name)) => name,
    }
}
