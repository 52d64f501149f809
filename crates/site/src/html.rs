//! Prints views as markup that is also XML where it is made of SVG: nothing is left in it of what helps Leptos to find
//! its way in a living page, and no character that documents may not have.

use leptos::prelude::*;

/// Prints a view.
pub(crate) fn print_html(view: impl IntoView) -> String {
    without_markers(&view.into_view().to_html()).chars().map(replace_control_character).collect()
}

/// Takes out the comments that Leptos puts between texts. Texts have none, since their `<` is escaped.
fn without_markers(html: &str) -> String {
    let mut pieces = html.split("<!");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let rest = match piece.strip_prefix("--") {
            Some(comment) => comment.split_once("-->").map(|(_, rest)| rest),
            None => piece.strip_prefix('>'),
        };
        text + rest.unwrap_or_default()
    })
}

/// No document may have control characters, not even as references.
fn replace_control_character(letter: char) -> char {
    if letter.is_control() && !matches!(letter, '\t' | '\n' | '\r') { '\u{fffd}' } else { letter }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leptos_needs_between_texts_is_not_printed() {
        assert_eq!(without_markers("a<!>b<!--<() />-->c<p>d</p>"), "abc<p>d</p>");
    }
}
