//! How a [`Date`] stands in a file: as a string of EDTF.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Date;
use crate::deserialize::parse_string;

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_string(deserializer, Self::parse)
    }
}
