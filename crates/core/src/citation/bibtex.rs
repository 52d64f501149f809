//! Entries of a BibTeX file, which BibTeX and biber read: every text stands in braces, so what is in it must balance.

use super::{Citation, Reference, escape};
use crate::date::{Date, Span};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Writes an entry for each reference, with an empty line between them.
pub(super) fn write_bibtex(citation: &Citation) -> String {
    let entries = citation.references.iter().map(|reference| write_entry(reference, &citation.statement));
    entries.collect::<Vec<_>>().join("\n\n")
}

fn write_entry(reference: &Reference, statement: &str) -> String {
    let mut fields: Vec<(&str, String)> = Vec::new();
    // Double braces: a name of an outlet is no first and last name, and a title keeps its capitals.
    fields.extend(
        reference.author.iter().map(|author| ("author", ["{{", &escape_bibtex(author), "}}"].concat())),
    );
    fields.push(("title", ["{{", &escape_bibtex(reference.title_or_name()), "}}"].concat()));
    fields.extend(date_fields(reference.date.as_ref()));
    fields.extend(reference.url.iter().map(|url| ("url", ["{", &escape_address(url), "}"].concat())));
    let edition = reference.date.as_ref().filter(|_| reference.is_dataset);
    let notes = [
        reference.is_dataset.then(|| escape_bibtex(statement)),
        edition.map(|date| ["edition of ", &escape_bibtex(&date.text())].concat()),
        reference.archived.as_ref().map(|url| ["archived copy: \\url{", &escape_address(url), "}"].concat()),
    ];
    let notes = notes.into_iter().flatten().collect::<Vec<_>>().join("; ");
    if !notes.is_empty() {
        fields.push(("note", ["{", &notes, "}"].concat()));
    }
    let fields = fields.iter().map(|(name, value)| format!("  {name} = {value}"));
    format!("@misc{{{},\n{}\n}}", entry_key(&reference.key), fields.collect::<Vec<_>>().join(",\n"))
}

/// Year, month and day as far as they are known for certain.
fn date_fields(date: Option<&Date>) -> Vec<(&'static str, String)> {
    let point = date.filter(|date| date.end().is_none()).and_then(|date| date.start().point());
    let Some(span) = point.map(|point| point.span) else { return Vec::new() };
    let (year, month, day) = span.days().0.ymd();
    let month = MONTHS.get(usize::from(month.saturating_sub(1))).copied().unwrap_or_default().to_owned();
    let year = ("year", ["{", &year.to_string(), "}"].concat());
    match span {
        Span::Day(_) => vec![year, ("month", month), ("day", ["{", &day.to_string(), "}"].concat())],
        Span::Month(..) | Span::SomeDay(..) => vec![year, ("month", month)],
        Span::Century(_) | Span::Decade(_) => Vec::new(),
        _ => vec![year],
    }
}

/// A key of letters, digits and signs that BibTeX takes.
fn entry_key(key: &str) -> String {
    let letter = |letter: char| match letter {
        '/' => ':',
        letter if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.') => letter,
        _ => '-',
    };
    key.chars().map(letter).collect()
}

/// A text as TeX prints it. Braces count for BibTeX even behind a backslash, so they have names here.
fn escape_bibtex(text: &str) -> String {
    escape(text, |letter| {
        Some(match letter {
            '\\' => "{\\textbackslash}",
            '{' => "{\\textbraceleft}",
            '}' => "{\\textbraceright}",
            '~' => "{\\textasciitilde}",
            '^' => "{\\textasciicircum}",
            '%' => "\\%",
            '&' => "\\&",
            '#' => "\\#",
            '$' => "\\$",
            '_' => "\\_",
            _ => return None,
        })
    })
}

/// An address as it stands between braces, where TeX takes the other signs as they are.
fn escape_address(url: &str) -> String {
    escape(url, |letter| {
        Some(match letter {
            '{' => "%7B",
            '}' => "%7D",
            '\\' => "%5C",
            _ => return None,
        })
    })
}
