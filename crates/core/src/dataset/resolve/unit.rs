//! What metrics are counted in.

use super::RecordFault;
use crate::dataset::format::{self, Label};
use crate::dataset::{Unit, UnitKind};

/// Resolves a unit, which says once what it counts.
pub(super) fn resolve_unit(unit: format::Unit, language: &str) -> Result<Unit, RecordFault> {
    let kind = match (unit.label, unit.currency, unit.percent) {
        (Some(label), None, None) => UnitKind::Counted(words_by_language(label, language)),
        (None, Some(currency), None) => UnitKind::Currency(currency),
        (None, None, Some(true)) => UnitKind::Percent,
        _ => return Err(RecordFault::AmbiguousUnit { unit: unit.id }),
    };
    Ok(Unit { id: unit.id, kind })
}

/// For each language the words by plural category; a word without category serves every number.
fn words_by_language(label: Label, language: &str) -> Vec<(String, Vec<(String, String)>)> {
    let by_category = label.is_by_category();
    match label {
        Label::Plain(word) => vec![(language.to_owned(), vec![for_every_number(word)])],
        Label::Keyed(entries) if by_category => {
            let forms = entries.into_iter().flat_map(|(category, word)| match word {
                format::Text::Plain(word) => Some((category, word)),
                format::Text::Tagged(_) => None,
            });
            vec![(language.to_owned(), forms.collect())]
        }
        Label::Keyed(entries) => entries.into_iter().map(|(tag, words)| (tag, forms(words))).collect(),
    }
}

fn forms(words: format::Text) -> Vec<(String, String)> {
    match words {
        format::Text::Plain(word) => vec![for_every_number(word)],
        format::Text::Tagged(forms) => forms,
    }
}

fn for_every_number(word: String) -> (String, String) {
    ("other".to_owned(), word)
}
