//! A text of the dataset among the words of the interface.

use leptos::prelude::*;

use figure_tracker_core::dataset::Text;
use figure_tracker_core::language::LanguageTag;
use figure_tracker_core::localize::Localizer;

/// Writes a text of the dataset in its own direction, and says its language where that isn't the interface's.
pub(super) fn dataset_text(localizer: &Localizer, text: &Text) -> impl IntoView + use<> {
    let (text, language) = text.nearest(&localizer.tag);
    let is_foreign = !LanguageTag::new(language).is_same_language(LanguageTag::new(&localizer.tag));
    let language = is_foreign.then(|| language.to_owned()).filter(|language| !language.is_empty());
    view! { <bdi lang=language>{text.to_owned()}</bdi> }
}
