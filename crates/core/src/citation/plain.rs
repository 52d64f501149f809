//! Sentences, in the reader's language.

use super::Citation;
use crate::localize::Localizer;

/// Writes what is cited, then each reference on a line of its own.
pub(super) fn write_plain(citation: &Citation, localizer: &Localizer) -> String {
    let mut lines = vec![localizer.end_sentence(&citation.statement)];
    for reference in &citation.references {
        let date = match &reference.date {
            Some(date) if reference.is_dataset => Some(localizer.format_edition(date)),
            Some(_) if reference.title.is_some() => Some(reference.date_text.clone()),
            _ => None,
        };
        let title = reference.title_or_name().to_owned();
        let sentences = reference.author.iter().cloned().chain([title]).chain(date);
        let mut line = localizer.join_sentences(sentences.map(|sentence| localizer.end_sentence(&sentence)));
        let archived = reference.archived.as_ref();
        let archived = archived.map(|url| localizer.format_labelled(localizer.messages.archived_copy(), url));
        for address in reference.url.iter().chain(&archived) {
            line.push(' ');
            line.push_str(address);
        }
        lines.push(line);
    }
    lines.join("\n")
}
