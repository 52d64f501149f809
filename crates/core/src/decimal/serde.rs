//! How a [`Decimal`] stands in a file: as a JSON number, or as a string where a double would lose digits.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::Decimal;
use crate::deserialize::{Field, Reading, Value, deserialize_fields, read};

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Not through a double: `12.0` stays `12.0`.
        match RawValue::from_string(self.to_string()) {
            Ok(number) if self.fits_double() => number.serialize(serializer),
            _ => serializer.collect_str(self),
        }
    }
}

impl Field for Decimal {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        value.as_written(&mut |written| {
            let parsed = match written.as_bytes().first() {
                Some(b'"') => {
                    let mut text = String::new();
                    read(&mut text, &mut serde_json::Deserializer::from_str(written))
                        .map_err(|error| error.to_string())?;
                    Self::parse(&text)
                }
                Some(b'-' | b'0'..=b'9') => Self::parse_json_number(written),
                _ => return Err("a number or a decimal string would be right here".to_owned()),
            };
            *self = parsed.map_err(|error| format!("`{written}` {error}: {}", error.help()))?;
            Ok(())
        })
    }
}

deserialize_fields!(Decimal);
