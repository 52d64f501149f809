//! A text that a reader sees, as it is written: a string, or an object from language tag to string.

use std::mem::take;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::validate::{is_language_tag, not_a_language};
use crate::deserialize::{Field, Object, Reading, Value, deserialize_fields};

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

impl Field for Text {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        if matches!(self, Self::Tagged(_)) {
            *self = Self::default();
        }
        value.object(&mut TextObject { text: self, tag: String::new() })
    }
}

deserialize_fields!(Text);

/// What a text is read into.
struct TextObject<'a> {
    text: &'a mut Text,
    /// The language tag whose text comes next.
    tag: String,
}

impl TextObject<'_> {
    fn check(&self) -> Result<(), String> {
        match self.text.is_blank() {
            true => Err("this text is empty: write it, or leave the key out".to_owned()),
            false => Ok(()),
        }
    }
}

impl Object for TextObject<'_> {
    fn expected(&mut self) -> &'static str {
        "a text, or an object from language tag to text"
    }

    fn string(&mut self, text: &str) -> Option<Result<(), String>> {
        match self.text {
            // Of many figures in a row the offices are the same.
            Text::Plain(plain) if plain == text && !plain.is_empty() => return Some(Ok(())),
            Text::Plain(plain) => text.clone_into(plain),
            Text::Tagged(_) => {}
        }
        Some(self.check())
    }

    fn key(&mut self, tag: &str) -> Result<(), String> {
        tag.clone_into(&mut self.tag);
        Ok(())
    }

    fn value(&mut self, value: &mut dyn Value) -> Reading {
        let mut text = String::new();
        text.read(value)?;
        if !is_language_tag(&self.tag) {
            return Err(not_a_language(&self.tag).into());
        }
        let entry = (take(&mut self.tag), text);
        match self.text {
            Text::Tagged(entries) => entries.push(entry),
            Text::Plain(_) => *self.text = Text::Tagged(vec![entry]),
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        match self.text {
            Text::Plain(text) => text.clear(),
            Text::Tagged(_) => {}
        }
        self.check()
    }
}
