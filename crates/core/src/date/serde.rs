//! How a [`Date`] stands in a file: as a string of EDTF.

use serde::{Serialize, Serializer};

use super::{Date, Day};
use crate::deserialize::{Field, Reading, Value, deserialize_fields, parse_into};

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl Field for Date {
    fn blank() -> Self {
        Self::from(Day::MIN)
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        parse_into(self, value, Self::parse)
    }
}

deserialize_fields!(Date);
