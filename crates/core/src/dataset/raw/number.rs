//! A number as it is written: a JSON number or a decimal string, with every digit kept.

use serde::de::Error;
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
        let written = Box::<RawValue>::deserialize(deserializer)?;
        let quoted = written.get().starts_with('"');
        let text = match quoted {
            true => serde_json::from_str(written.get()).map_err(D::Error::custom)?,
            false => written.get().to_owned(),
        };
        Ok(Self { text, quoted })
    }
}
