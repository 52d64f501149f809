//! A text of the dataset among the words of the interface.

use leptos::prelude::*;

use super::erased::{Erase, ErasedView};
use figure_tracker_core::dataset::{Dataset, Figure, Source, Text};
use figure_tracker_core::language::LanguageTag;
use figure_tracker_core::localize::{
    FIRST_STRONG_ISOLATE, Localizer, POP_DIRECTIONAL_ISOLATE, balance_isolates,
};

/// Writes a text of the dataset in its own direction, and says its language where that isn't the reader's.
pub fn dataset_text(localizer: &Localizer, text: &Text) -> ErasedView {
    let language = localizer.foreign_language(text).map(str::to_owned);
    isolated_text(language, balance_isolates(text.get(&localizer.tag)))
}

/// Writes a sentence of the interface. What is isolated in it is a text of the dataset: it says its language where that
/// isn't the reader's.
pub fn sentence_text(localizer: &Localizer, dataset: &Dataset, sentence: &str) -> ErasedView {
    let own = LanguageTag::new(&dataset.language);
    let is_foreign = !own.is_same_writing(LanguageTag::new(&localizer.interface_tag));
    let mut views = Vec::new();
    for piece in sentence.split_inclusive([FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE]) {
        match piece.strip_suffix(POP_DIRECTIONAL_ISOLATE) {
            Some(text) => {
                views.push(isolated_text(is_foreign.then(|| dataset.language.clone()), text.to_owned()));
            }
            None if piece.starts_with(FIRST_STRONG_ISOLATE) => {}
            None => views.push(piece.trim_end_matches(FIRST_STRONG_ISOLATE).to_owned().erase()),
        }
    }
    views.erase()
}

/// Writes a text that moves nothing around it.
pub(super) fn isolated_text(language: Option<String>, text: String) -> ErasedView {
    view! { <bdi lang=language>{text}</bdi> }.erase()
}

/// Writes a message with texts and views in its placeholders, wherever the language puts them. Texts that meet are one, as
/// in a page that was printed.
pub(super) fn message_view<const N: usize>(
    message: &str,
    texts: &[(&str, &str)],
    views: [(&str, ErasedView); N],
) -> ErasedView {
    let mut views: Vec<_> = views.into_iter().collect();
    let (mut written, mut text) = (Vec::new(), String::new());
    for piece in message.split_inclusive(['{', '}']) {
        let name = piece.trim_end_matches(['{', '}']);
        let is_meant = |known: &str| piece.ends_with('}') && known == name;
        if let Some(place) = views.iter().position(|(known, _)| is_meant(known)) {
            push_text(&mut written, std::mem::take(&mut text));
            written.push(views.swap_remove(place).1);
        } else {
            let meant = texts.iter().find(|(known, _)| is_meant(known));
            text.push_str(meant.map_or(name, |(_, text)| *text));
        }
    }
    push_text(&mut written, text);
    written.erase()
}

fn push_text(written: &mut Vec<ErasedView>, text: String) {
    if !text.is_empty() {
        written.push(text.erase());
    }
}

/// Writes the outlet and the date of a document, as [`Localizer::format_source`] does.
pub(super) fn source_name(localizer: &Localizer, source: &Source) -> ErasedView {
    let Some(outlet) = &source.outlet else { return localizer.format_source(source).erase() };
    let outlet = dataset_text(localizer, &outlet.name);
    let date = localizer.format_date_said(source.published.as_ref());
    message_view(localizer.messages.outlet_and_date(), &[("date", &date)], [("outlet", outlet)])
}

/// Writes the speaker with their office, as [`Localizer::format_byline`] does.
pub(super) fn byline(localizer: &Localizer, figure: &Figure) -> ErasedView {
    let institution = figure.institution.as_ref().map(|institution| &institution.name);
    let office = figure.office.as_ref().or(institution);
    let text = |text: &Text| dataset_text(localizer, text);
    match (figure.speaker.as_ref().map(|speaker| text(&speaker.name)), office.map(text)) {
        (Some(name), Some(office)) => {
            message_view(localizer.messages.name_and_office(), &[], [("name", name), ("office", office)])
        }
        (None, None) => localizer.format_byline(figure).erase(),
        (Some(name), None) | (None, Some(name)) => name,
    }
}
