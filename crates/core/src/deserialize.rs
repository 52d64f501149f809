//! Helpers for reading values with serde. Every value here is written as a JSON string.

pub(crate) mod record;

use std::fmt::{self, Display};

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Deserializes a string and parses it. An error is reported at the place of the string.
pub(crate) fn parse_string<'de, D, T, E>(
    deserializer: D,
    parse: fn(&str) -> Result<T, E>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    E: Display,
{
    deserializer.deserialize_str(StringVisitor { parse })
}

struct StringVisitor<T, E> {
    parse: fn(&str) -> Result<T, E>,
}

impl<T, E: Display> Visitor<'_> for StringVisitor<T, E> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text in double quotes")
    }

    fn visit_str<Fault: Error>(self, text: &str) -> Result<T, Fault> {
        (self.parse)(text).map_err(Fault::custom)
    }
}

/// Says that a name is none of those that are known here, as serde does.
pub(crate) fn unknown_name(name: &str, known: &[&str]) -> String {
    format!("unknown variant `{name}`, expected one of `{}`", known.join("`, `"))
}
