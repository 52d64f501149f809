//! What is shown instead of the widget when the data can't be drawn: one sentence, details to open.

use leptos::prelude::*;

use figure_tracker_core::localize::Localizer;
use figure_tracker_core::problem::Problem;

/// How many problems are listed; the command line lists them all.
const MAX_LISTED: usize = 20;

/// The error for a reader and, behind one tap, what an editor needs.
#[component]
pub fn ErrorMessage(
    /// The language of its headings.
    localizer: Localizer,
    /// What is wrong.
    sentence: String,
    /// Everything that is wrong with a file.
    #[prop(optional)]
    problems: Vec<Problem>,
) -> impl IntoView {
    let messages = localizer.messages.clone();
    let details = (!problems.is_empty()).then(|| {
        let items = problems.iter().take(MAX_LISTED).map(|problem| {
            let hint = problem.hint.clone().map(|hint| view! { " "<small>{hint}</small> });
            let (line, column) = (problem.place.line, problem.place.column);
            let place = format!("{line}:{column} {}", problem.place.pointer);
            view! { <li><div>{problem.message.clone()}</div><code>{place}</code>{hint}</li> }
        });
        let items = items.collect_view();
        view! { <details><summary>{messages.show_details.clone()}</summary><ul class={"ft-inside"}>{items}</ul></details> }
    });
    view! {
        <div class="ft-base ft-error" part="error" role="alert">
            <h2>{messages.not_shown.clone()}</h2>
            <p>{sentence}</p>
            {details}
        </div>
    }
}
