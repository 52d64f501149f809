//! What is shown instead of the widget when the data can't be drawn: one sentence, details to open.

use super::node::{Node, classy, el};
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::problem::Problem;

/// How many problems are listed; the command line lists them all.
const LISTED: usize = 20;

/// The error for a reader and, behind one tap, what an editor needs.
pub fn problem(localizer: &Localizer, sentence: &str, problems: &[Problem]) -> Node {
    let items = problems.iter().take(LISTED).map(|p| {
        let hint = p.hint.clone().map(|h| el("small").child(h));
        el("li").child(el("div").child(p.message.clone())).child(el("code").child(place(p))).child(hint)
    });
    let items = items.collect::<Vec<_>>();
    let list = (!items.is_empty()).then(|| {
        let list = classy("ul", "inside").child(items);
        el("details").child(el("summary").child(localizer.messages.show_details.clone())).child(list)
    });
    classy("div", "base error")
        .attr("part", "error")
        .attr("role", "alert")
        .child(el("h2").child(localizer.messages.not_shown.clone()))
        .child(el("p").child(sentence.to_owned()))
        .child(list)
}

fn place(problem: &Problem) -> String {
    let place = &problem.place;
    [&place.line.to_string(), ":", &place.column.to_string(), " ", &place.pointer].concat()
}
