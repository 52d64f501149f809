//! Which figures the table finds for a query.

use figure_tracker_core::dataset::Figure;
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::names_of_figure;

/// Returns whether a figure has a query, in lower case, in its number, its day, or the names and words that it is told
/// with, in the reader's language.
pub fn is_figure_found(figure: &Figure, localizer: &Localizer, query: &str) -> bool {
    let numbers = [figure.value, figure.low(), figure.high()].into_iter().flatten();
    let of_figure = [figure.words.as_ref(), figure.note.as_ref(), figure.quote.as_ref()];
    let scope = figure.scope.as_ref().map(|scope| &scope.label);
    let texts = of_figure.into_iter().chain([scope]).flatten().chain(names_of_figure(figure));
    // Lower case is asked of the browser: once a figure.
    let mut searched = String::new();
    for text in texts {
        searched.extend([text.get(&localizer.tag), "\n"]);
    }
    localizer.locale.lowercase(&searched).contains(query)
        || figure.said.as_ref().is_some_and(|said| said.text().contains(query))
        || numbers.map(|number| number.to_string()).any(|number| number.contains(query))
}
