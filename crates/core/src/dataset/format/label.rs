//! The word for a counted thing, as it is written: plain, by plural category, by language, or both.

use std::mem::take;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Text;
use super::validate::{is_language_tag, not_a_language};
use crate::deserialize::{Field, Object, Reading, Value, deserialize_fields};

/// The plural categories of CLDR.
pub const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The word for a counted thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// One word for any number, in the data set's language.
    Plain(String),
    /// By plural category, in the data set's language; or by BCP 47 tag, each a word or words by category.
    Keyed(Vec<(String, Text)>),
}

impl Label {
    /// Whether the keys are plural categories, not languages.
    pub fn is_by_category(&self) -> bool {
        let is_category = |(key, word): &(String, Text)| {
            PLURAL_CATEGORIES.contains(&key.as_str()) && matches!(word, Text::Plain(_))
        };
        matches!(self, Self::Keyed(entries) if entries.iter().all(is_category))
    }

    /// Says what is wrong with the plural forms and languages, if anything is.
    fn fault(&self) -> Option<String> {
        match self {
            Self::Plain(word) => word.trim().is_empty().then(|| EMPTY.to_owned()),
            Self::Keyed(entries) if self.is_by_category() => {
                has_other(entries.iter().map(|(category, _)| category.as_str())).err()
            }
            Self::Keyed(entries) => entries.iter().find_map(|(tag, words)| match words {
                _ if !is_language_tag(tag) => Some(not_a_language(tag)),
                Text::Plain(_) => None,
                Text::Tagged(forms) => forms_fault(forms),
            }),
        }
    }
}

const EMPTY: &str = "the label is empty: write the word for what is counted";

fn forms_fault(forms: &[(String, String)]) -> Option<String> {
    let fault = forms.iter().find_map(|(category, word)| {
        if !PLURAL_CATEGORIES.contains(&category.as_str()) {
            let categories = PLURAL_CATEGORIES.join("`, `");
            return Some(format!("`{category}` is not a plural category: the categories are `{categories}`"));
        }
        word.trim().is_empty().then(|| EMPTY.to_owned())
    });
    fault.or_else(|| has_other(forms.iter().map(|(category, _)| category.as_str())).err())
}

fn has_other<'a>(mut categories: impl Iterator<Item = &'a str>) -> Result<(), String> {
    if categories.any(|category| category == "other") {
        Ok(())
    } else {
        Err("the plural category `other` is missing: it is the word for all numbers that have no word of their own".to_owned())
    }
}

impl Default for Label {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(word) => serializer.serialize_str(word),
            Self::Keyed(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(key, word)| map.serialize_entry(key, word))?;
                map.end()
            }
        }
    }
}

impl Field for Label {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        *self = Self::default();
        value.object(&mut LabelObject { label: self, key: String::new() })
    }
}

deserialize_fields!(Label);

/// What a label is read into.
struct LabelObject<'a> {
    label: &'a mut Label,
    /// The key whose words come next.
    key: String,
}

impl LabelObject<'_> {
    fn check(&self) -> Result<(), String> {
        self.label.fault().map_or(Ok(()), Err)
    }
}

impl Object for LabelObject<'_> {
    fn expected(&mut self) -> &'static str {
        "a word, or an object from plural category or language tag to words"
    }

    fn string(&mut self, word: &str) -> Option<Result<(), String>> {
        *self.label = Label::Plain(word.to_owned());
        Some(self.check())
    }

    fn key(&mut self, key: &str) -> Result<(), String> {
        key.clone_into(&mut self.key);
        Ok(())
    }

    fn value(&mut self, value: &mut dyn Value) -> Reading {
        let mut words = Text::blank();
        words.read(value)?;
        let entry = (take(&mut self.key), words);
        match self.label {
            Label::Keyed(entries) => entries.push(entry),
            Label::Plain(_) => *self.label = Label::Keyed(vec![entry]),
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        self.check()
    }
}
