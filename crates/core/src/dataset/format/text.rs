//! A text that a reader sees, as it is written: a string, or an object from language tag to string.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde::{Deserialize, Deserializer};

use super::validate::{is_language_tag, not_a_language};

/// A text in the data set's language, or in several languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// In the data set's language.
    Plain(String),
    /// Pairs of BCP 47 tag and text.
    Tagged(Vec<(String, String)>),
}

impl Text {
    /// Returns every language tag and text; a plain text has no tag.
    pub fn entries(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        let (plain, tagged) = match self {
            Self::Plain(text) => (Some((None, text.as_str())), [].as_slice()),
            Self::Tagged(entries) => (None, entries.as_slice()),
        };
        plain.into_iter().chain(tagged.iter().map(|(tag, text)| (Some(tag.as_str()), text.as_str())))
    }

    /// Whether it says nothing in any language.
    pub fn is_blank(&self) -> bool {
        self.entries().all(|(_, text)| text.trim().is_empty())
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(text) => serializer.serialize_str(text),
            Self::Tagged(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(tag, text)| map.serialize_entry(tag, text))?;
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or an object from language tag to text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        not_blank(text.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut entries = Vec::new();
        while let Some((tag, text)) = map.next_entry::<String, String>()? {
            if !is_language_tag(&tag) {
                return Err(A::Error::custom(not_a_language(&tag)));
            }
            entries.push((tag, text));
        }
        not_blank(Text::Tagged(entries))
    }
}

fn not_blank<E: Error>(text: Text) -> Result<Text, E> {
    if text.is_blank() {
        Err(E::custom("this text is empty: write it, or leave the key out"))
    } else {
        Ok(text)
    }
}
