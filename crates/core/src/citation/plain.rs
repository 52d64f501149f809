//! Sentences, in the reader's language.

use super::{Citation, push_sentence};
use crate::localize::Localizer;

/// Writes what is cited, then each reference on a line of its own.
pub(super) fn write_plain(citation: &Citation, localizer: &Localizer) -> String {
    let mut statement = String::new();
    push_sentence(&mut statement, &citation.statement);
    let mut lines = vec![statement];
    for reference in &citation.references {
        let mut line = String::new();
        if let Some(author) = &reference.author {
            push_sentence(&mut line, author);
        }
        push_sentence(&mut line, reference.title_or_name());
        match &reference.date {
            Some(date) if reference.is_dataset => push_sentence(&mut line, &localizer.format_edition(date)),
            _ if reference.title.is_some() => push_sentence(&mut line, &reference.date_text),
            _ => {}
        }
        let archived = reference.archived.as_ref();
        let archived = archived.map(|url| [&*localizer.messages.archived_copy, ": ", url].concat());
        for address in reference.url.iter().chain(&archived) {
            line.push(' ');
            line.push_str(address);
        }
        lines.push(line);
    }
    lines.join("\n")
}
