//! The markup of MediaWiki, with the templates of Wikipedia: each reference in a `<ref>`, the statement before it.

use super::{Citation, Reference, escape};
use crate::date::{Date, Day};

/// Writes the statement with its references behind it.
pub(super) fn write_wiki(citation: &Citation) -> String {
    let references =
        citation.references.iter().map(|reference| ["<ref>", &write_template(reference), "</ref>"].concat());
    [escape_wiki(&citation.statement), references.collect()].concat()
}

/// `{{cite web |title=… |publisher=… |date=… |url=… |archive-url=… |archive-date=… |url-status=live}}`
fn write_template(reference: &Reference) -> String {
    // A template asks for an address where it has that of an archived copy, and for the day of the copy: where that can't be
    // told the copy is linked behind it.
    let url = reference.url.as_ref().or(reference.archived.as_ref());
    let archived = reference.archived.as_ref().filter(|_| reference.url.is_some());
    let archive_day = archived.and_then(|url| archive_day(url));
    let date = reference.date.as_ref().and_then(certain_date);
    let parameters = [
        ("title", Some(escape_wiki(reference.title_or_name()))),
        ("publisher", reference.author.as_deref().map(escape_wiki)),
        ("date", date),
        ("url", url.map(|url| escape_address(url))),
        ("archive-url", archived.filter(|_| archive_day.is_some()).map(|url| escape_address(url))),
        ("archive-date", archive_day.map(Day::text)),
        ("url-status", archive_day.map(|_| "live".to_owned())),
    ];
    let name = if url.is_some() { "cite web" } else { "cite news" };
    let parameters =
        parameters.into_iter().filter_map(|(name, value)| Some([" |", name, "=", &value?].concat()));
    let template = ["{{", name, &parameters.collect::<String>(), "}}"].concat();
    match archived.filter(|_| archive_day.is_none()) {
        Some(url) => [&template, " [", &escape_address(url), " Archived copy]"].concat(),
        None => template,
    }
}

/// The date as the templates take it: a day, a month or a year.
fn certain_date(date: &Date) -> Option<String> {
    let text = date.text();
    let is_plain = text.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    is_plain.then_some(text)
}

/// The day on which a copy was made, where its address tells: `https://web.archive.org/web/20220314120000/…`.
fn archive_day(url: &str) -> Option<Day> {
    let (_, rest) = url.split_once("://web.archive.org/web/")?;
    let number = |from: usize, to: usize| rest.get(from..to)?.parse::<u16>().ok();
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    Day::from_ymd(year.into(), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// A text that no wiki takes for markup: what begins a link, a template, a tag, a list or a magic word is written by its
/// number.
fn escape_wiki(text: &str) -> String {
    let escaped = escape(text, |letter| {
        Some(match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '[' => "&#91;",
            ']' => "&#93;",
            '{' => "&#123;",
            '}' => "&#125;",
            '|' => "&#124;",
            '\'' => "&#39;",
            '~' => "&#126;",
            '_' => "&#95;",
            '=' => "&#61;",
            '*' => "&#42;",
            '#' => "&#35;",
            _ => return None,
        })
    });
    // A colon at the beginning indents a line, and an address in a text would become a link.
    let colons = escaped.split(": ").map(|part| part.replace(':', "&#58;"));
    let escaped = colons.collect::<Vec<_>>().join(": ");
    match escaped.strip_prefix(':') {
        Some(rest) => ["&#58;", rest].concat(),
        None => escaped,
    }
}

/// An address as it stands in a template.
fn escape_address(url: &str) -> String {
    escape(url, |letter| {
        Some(match letter {
            '[' => "%5B",
            ']' => "%5D",
            '{' => "%7B",
            '}' => "%7D",
            '|' => "%7C",
            '<' => "%3C",
            '>' => "%3E",
            '"' => "%22",
            '\'' => "%27",
            _ => return None,
        })
    })
}
