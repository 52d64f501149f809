//! Texts of the data file as a cell shows them: one language at a time.

use std::borrow::Cow;

use crate::spreadsheet::matching::slug::composed;
use crate::spreadsheet::matching::unit::{cell_text, currency_cell};
use figure_tracker_core::dataset::format::{Label, Text, Unit};

/// Returns the text as a sheet in the language `tag` shows it: in that language, else a near one, else the first.
pub(crate) fn shown<'a>(text: &'a Text, tag: &str) -> &'a str {
    match text {
        Text::Plain(text) => text,
        Text::Tagged(entries) => {
            let tags = entries.iter().map(|(tag, _)| tag.as_str());
            nearest(&tags, tag).and_then(|index| entries.get(index)).map_or("", |(_, text)| text)
        }
    }
}

/// Puts another text in the place of the one that [`shown`] gives.
pub(crate) fn change(text: &mut Text, tag: &str, to: &str) {
    match text {
        Text::Plain(text) => *text = to.to_owned(),
        Text::Tagged(entries) => {
            let index = nearest(&entries.iter().map(|(tag, _)| tag.as_str()), tag);
            match index.and_then(|index| entries.get_mut(index)) {
                Some((_, text)) => *text = to.to_owned(),
                None => entries.push((tag.to_owned(), to.to_owned())),
            }
        }
    }
}

/// The tag nearest to `wanted`, by its index: the same, one of the same language, the first.
fn nearest<'a>(tags: &(impl Iterator<Item = &'a str> + Clone), wanted: &str) -> Option<usize> {
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let same = tags.clone().position(|tag| tag.eq_ignore_ascii_case(wanted));
    same.or_else(|| tags.clone().position(|tag| language(tag) == language(wanted)))
        .or_else(|| tags.clone().next().map(|_| 0))
}

/// Returns what the cell of a unit shows.
pub(crate) fn unit_text<'a>(unit: &'a Unit, tag: &str) -> Cow<'a, str> {
    if unit.percent == Some(true) {
        return Cow::Borrowed("%");
    }
    match (&unit.currency, &unit.label) {
        (Some(code), _) => Cow::Owned(cell_text(&currency_cell(code, unit.scale.as_deref()))),
        (_, Some(Label::Plain(word))) => Cow::Borrowed(word),
        (_, Some(Label::Keyed(entries))) => Cow::Borrowed(keyed(entries, tag)),
        _ => Cow::Borrowed(&unit.id),
    }
}

/// The word for many, in the nearest language.
fn keyed<'a>(entries: &'a [(String, Text)], tag: &str) -> &'a str {
    let other = |text: &'a Text| match text {
        Text::Plain(word) => word.as_str(),
        Text::Tagged(forms) => forms
            .iter()
            .find(|(form, _)| form == "other")
            .or(forms.first())
            .map_or("", |(_, word)| word.as_str()),
    };
    if let Some((_, word)) = entries.iter().find(|(key, _)| key == "other") {
        return other(word);
    }
    let index = nearest(&entries.iter().map(|(key, _)| key.as_str()), tag);
    index.and_then(|index| entries.get(index)).map_or("", |(_, text)| other(text))
}

/// Whether two texts look the same.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a == b || composed(a.trim()) == composed(b.trim())
}
