//! How a [`Decimal`] stands in a file: as a JSON number, or as a string where a double would lose digits.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::Decimal;

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Not through a double: `12.0` stays `12.0`.
        match RawValue::from_string(self.to_string()) {
            Ok(number) if self.fits_double() => number.serialize(serializer),
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    /// Reads the digits as they are written. Works with `serde_json` only.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let written = raw.get();
        let parsed = match written.as_bytes().first() {
            Some(b'"') => {
                let text: String = serde_json::from_str(written).map_err(D::Error::custom)?;
                Self::parse(&text)
            }
            Some(b'-' | b'0'..=b'9') => Self::parse_json_number(written),
            _ => return Err(D::Error::custom("a number or a decimal string would be right here")),
        };
        parsed.map_err(|error| D::Error::custom(format_args!("`{written}` {error}: {}", error.help())))
    }
}
