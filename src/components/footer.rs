//! The footer, with edition and licence.

use leptos::prelude::*;

use super::erased::Erase;
use crate::state::use_tracker;

/// The footer of the widget: where the data comes from if the page did not say it, the edition, whether it is kept or updated,
/// and the licence.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let state = use_tracker();
    let (dataset, localizer) = (state.whole_dataset(), state.localizer());
    let messages = localizer.messages.clone();
    let edition = dataset.edition.as_ref().map(|date| {
        let kept =
            if state.is_frozen() { messages.frozen().to_owned() } else { messages.updating().to_owned() };
        localizer.format_edition_kept(date, &kept)
    });
    let licence = dataset.license.as_ref();
    let licence = licence.map(|licence| localizer.format_labelled(messages.licence(), licence));
    let data = state.data_address().map(|address| localizer.format_labelled(messages.data(), &address));
    let about = [data, edition, licence].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! { <footer class="ft-footer"><p class={"ft-about"}>{about}</p></footer> }.erase()
}
