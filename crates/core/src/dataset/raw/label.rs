//! The word for a counted thing, as it is written: plain, by plural category, by language, or both.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde::{Deserialize, Deserializer};

use super::Text;

/// The word for a counted thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// One word for any number, in the data set's language.
    Plain(String),
    /// By plural category, in the data set's language; or by BCP 47 tag, each a word or words by category.
    Keyed(Vec<(String, Text)>),
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

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LabelVisitor)
    }
}

struct LabelVisitor;

impl<'de> Visitor<'de> for LabelVisitor {
    type Value = Label;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word, or an object from plural category or language tag to words")
    }

    fn visit_str<E>(self, word: &str) -> Result<Label, E> {
        Ok(Label::Plain(word.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Label, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Label::Keyed(entries))
    }
}
