//! The version of the format. There is one.

use serde::{Serialize, Serializer};

use crate::deserialize::{Field, Reading, Value, deserialize_fields};

/// The version of the format, 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormatVersion;

impl FormatVersion {
    /// How the version is written.
    pub const NUMBER: u32 = 1;
}

impl Serialize for FormatVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(Self::NUMBER)
    }
}

impl Field for FormatVersion {
    fn blank() -> Self {
        Self
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        value.whole_number(&mut |version| {
            if version == u64::from(Self::NUMBER) {
                Ok(())
            } else {
                Err(format!("`format` is {version}, which is not known here: the format has one version, 1"))
            }
        })
    }
}

deserialize_fields!(FormatVersion);
