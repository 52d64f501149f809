//! A number as it is written: a JSON number or a decimal string, with every digit kept.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A number, or a decimal string where a double would lose digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// The number as it is written, without quotes.
    pub text: String,
    /// Whether it is written as a string.
    pub quoted: bool,
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Not through a double: `12.0` stays `12.0`.
        match RawValue::from_string(self.text.clone()) {
            Ok(number) if !self.quoted => number.serialize(serializer),
            _ => serializer.serialize_str(&self.text),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct("Number", NumberVisitor)
    }
}

/// Takes a number in JSON notation: in quotes where it is written as a string.
struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a decimal string")
    }

    fn visit_str<E>(self, notation: &str) -> Result<Number, E> {
        let text = notation.trim_matches('"');
        Ok(Number { text: text.to_owned(), quoted: text.len() != notation.len() })
    }
}
