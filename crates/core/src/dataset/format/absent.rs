//! Keys that may be missing: where one is `null`, that says the same.

use serde::{Deserialize, Deserializer};

/// Deserializes `null` as the default, which a missing key has.
pub(super) fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Whether a key can be left out, because reading gives the same value without it.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
