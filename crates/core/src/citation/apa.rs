//! References as the American Psychological Association has them. The style is English, and so are its dates.

use super::{Citation, Reference, push_sentence};
use crate::date::{Bound, Date, MONTHS, Span};

/// Writes each reference on a line of its own.
pub(super) fn write_apa(citation: &Citation) -> String {
    let lines = citation.references.iter().map(|reference| match reference.is_dataset {
        true => write_dataset(reference, &citation.statement),
        false => write_document(reference),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// `Interfax. (2022, March 14). Total of 230 people die. https://…`: without an author the title stands first.
fn write_document(reference: &Reference) -> String {
    let date = ["(", &format_apa_date(reference.date.as_ref()), ")"].concat();
    let title = reference.title.as_deref().unwrap_or("[Untitled document]");
    let mut line = String::new();
    match &reference.author {
        Some(author) => {
            push_sentence(&mut line, author);
            push_sentence(&mut line, &date);
            push_sentence(&mut line, title);
        }
        None => {
            push_sentence(&mut line, title);
            push_sentence(&mut line, &date);
        }
    }
    push_addresses(&mut line, reference);
    line
}

/// `Title (Edition of 2026-11-26) [Data set]. Deaths: 230 people … https://…`
fn write_dataset(reference: &Reference, statement: &str) -> String {
    let year = reference.date.as_ref().and_then(Date::earliest).map(|day| day.ymd().0.to_string());
    let edition = reference.date.as_ref().map(|date| [" (", &date.text(), " ed.)"].concat());
    let title = [reference.title_or_name(), &edition.unwrap_or_default(), " [Data set]"].concat();
    let mut line = String::new();
    push_sentence(&mut line, &title);
    push_sentence(&mut line, &["(", year.as_deref().unwrap_or("n.d."), ")"].concat());
    push_sentence(&mut line, statement);
    push_addresses(&mut line, reference);
    line
}

fn push_addresses(line: &mut String, reference: &Reference) {
    if let Some(url) = &reference.url {
        line.extend([" ", url]);
    }
    if let Some(archived) = &reference.archived {
        line.extend([" Archived at ", archived]);
    }
}

/// A date as APA writes it, no more precisely than it is known: `2022, March 14`, `ca. 2022`, `n.d.`
fn format_apa_date(date: Option<&Date>) -> String {
    let Some(date) = date else { return "n.d.".to_owned() };
    let point = |bound: Bound| bound.point().map(|point| format_span(point.span));
    let (start, end) = (point(date.start()), date.end().map(point));
    let text = match (start, end) {
        (Some(start), None) => start,
        (Some(start), Some(Some(end))) => [start, end].join(" – "),
        (Some(known), Some(None)) => ["after ", &known].concat(),
        (None, Some(Some(known))) => ["before ", &known].concat(),
        _ => return "n.d.".to_owned(),
    };
    if date.is_approximate() { ["ca. ", &text].concat() } else { text }
}

fn format_span(span: Span) -> String {
    let (year, month, day) = span.days().0.ymd();
    let name = MONTHS.get(usize::from(month.saturating_sub(1))).copied().unwrap_or_default();
    match span {
        Span::Day(_) => format!("{year}, {name} {day}"),
        Span::Month(..) | Span::SomeDay(..) => format!("{year}, {name}"),
        Span::Century(year) => format!("{year}–{}", year + 99),
        Span::Decade(year) => format!("{year}–{}", year + 9),
        _ => year.to_string(),
    }
}
