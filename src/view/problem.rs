//! What is shown instead of the widget when the data can't be drawn: one sentence, details to open.

use leptos::html::{code, details, div, h2, li, p, small, summary, ul};
use leptos::prelude::*;

use crate::problem::{Problem, Severity};
use crate::words::Voice;

/// How many problems are listed; the command line lists them all.
const LISTED: usize = 20;

/// The error for a reader and, behind one tap, what an editor needs.
pub fn problem(voice: &Voice, sentence: &str, problems: &[Problem]) -> impl IntoView + use<> {
    let items = problems.iter().filter(|p| p.severity == Severity::Error).take(LISTED).map(|p| {
        let hint = p.hint.clone().map(|h| small().child(h));
        li().child((div().child(p.message.clone()), code().child(place(p)), hint))
    });
    let items = items.collect::<Vec<_>>();
    let list = (!items.is_empty()).then(|| {
        let list = ul().attr("class", "inside").child(items);
        details().child((summary().child(voice.words.show_details), list))
    });
    div().attr("class", "base error").attr("part", "error").attr("role", "alert").child((
        h2().child(voice.words.not_shown),
        p().child(sentence.to_owned()),
        list,
    ))
}

fn place(problem: &Problem) -> String {
    let place = &problem.place;
    format!("{}:{} {}", place.line, place.column, place.pointer)
}
