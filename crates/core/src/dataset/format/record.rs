//! Records of the file: which keys each has, and how one is read.
//!
//! A record is read key by key into one that holds nothing yet, by one function for all of them. Serde's derive would
//! write it out for each record, and once more for lists, which the format doesn't have: a twentieth of the widget's
//! wasm.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::date::{Date, Day};

/// A key of a record.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) is_required: bool,
}

/// An object of the file.
pub(super) trait Record: Sized {
    /// Its keys, in the order of the file.
    const KEYS: &[Key];

    /// Returns one in which no key has been read.
    fn blank() -> Self;

    /// Reads what stands under the key at `place` of [`Record::KEYS`].
    fn read_value<'de, A: MapAccess<'de>>(&mut self, place: usize, map: &mut A) -> Result<(), A::Error>;
}

/// Reads a record of an object's keys and values.
pub(super) fn read_record<'de, R: Record, A: MapAccess<'de>>(mut map: A) -> Result<R, A::Error> {
    let mut record = R::blank();
    let mut keys = KeyReader { keys: R::KEYS, seen: 0 };
    while let Some(place) = keys.next(&mut map)? {
        record.read_value(place, &mut map)?;
    }
    Ok(record)
}

/// Reads the keys of an object: each at most once, and each that is required.
struct KeyReader {
    keys: &'static [Key],
    /// Which of them there were: for each one bit.
    seen: u32,
}

impl KeyReader {
    /// Reads the next key and returns its place; none at the end of the object.
    fn next<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<Option<usize>, A::Error> {
        let Some((place, key)) = map.next_key_seed(KeySeed(self.keys))? else {
            let missing =
                self.keys.iter().enumerate().find(|(place, key)| key.is_required && !self.has(*place));
            return missing.map_or(Ok(None), |(_, key)| Err(A::Error::missing_field(key.name)));
        };
        if self.has(place) {
            return Err(A::Error::duplicate_field(key.name));
        }
        self.seen |= 1 << place;
        Ok(Some(place))
    }

    fn has(&self, place: usize) -> bool {
        self.seen & 1 << place != 0
    }
}

/// Finds a key of the file among those of a record.
struct KeySeed(&'static [Key]);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = (usize, &'static Key);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = (usize, &'static Key);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let found = self.0.iter().enumerate().find(|(_, key)| key.name == name);
        found.ok_or_else(|| E::custom(format_args!("unknown field `{name}`, expected another")))
    }
}

/// Reads an object as a record.
pub(super) struct RecordVisitor<R>(pub(super) PhantomData<R>);

impl<'de, R: Record> Visitor<'de> for RecordVisitor<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<R, A::Error> {
        read_record(map)
    }
}

/// Reads a value.
pub(super) fn read<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    value: &mut T,
    map: &mut A,
) -> Result<(), A::Error> {
    *value = map.next_value()?;
    Ok(())
}

/// Reads a value, or `null`, which says the same as a missing key.
pub(super) fn read_optional<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    value: &mut T,
    map: &mut A,
) -> Result<(), A::Error> {
    if let Some(read) = map.next_value()? {
        *value = read;
    }
    Ok(())
}

/// Holds a text, where there is one, to a rule.
pub(super) fn hold<E: Error>(value: &impl HeldText, rule: fn(&str) -> Result<(), String>) -> Result<(), E> {
    value.held_text().map_or(Ok(()), rule).map_err(E::custom)
}

/// A value that a rule about texts holds for.
pub(super) trait HeldText {
    /// Returns the text that is held to the rule.
    fn held_text(&self) -> Option<&str>;
}

impl HeldText for String {
    fn held_text(&self) -> Option<&str> {
        Some(self)
    }
}

impl HeldText for Option<String> {
    fn held_text(&self) -> Option<&str> {
        self.as_deref()
    }
}

/// Whether a key can be left out, because reading gives the same value without it.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What stands in a record until its key is read.
pub(super) trait Blank {
    /// Returns it.
    fn blank() -> Self;
}

impl<T: Default> Blank for T {
    fn blank() -> Self {
        Self::default()
    }
}

impl Blank for Date {
    fn blank() -> Self {
        Self::from(Day::MIN)
    }
}

/// Declares a record: its struct, whose keys are `required` or `optional`, and how it is read, written and described.
///
/// A key that is not named like its field has its name after `as`; a text that is held to a rule has the rule after
/// `where`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $Record:ident $($declaration:tt)*) => {
        $crate::dataset::format::record::record_struct! { $(#[$meta])* pub struct $Record $($declaration)* }

        impl<'de> serde::Deserialize<'de> for $Record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let visitor = $crate::dataset::format::record::RecordVisitor(std::marker::PhantomData);
                deserializer.deserialize_map(visitor)
            }
        }
    };
}
pub(super) use record;

/// Declares a record as [`record`] does, but not what stands for it in the file.
macro_rules! record_struct {
    (
        $(#[$meta:meta])*
        pub struct $Record:ident as $name:literal {
            $(
                $(#[$about:meta])*
                $(required $required:ident)? $(optional $optional:ident)?: $Type:ty
                    $(as $key:literal)? $(where $rule:path)?,
            )*
        }
    ) => {
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = $name))]
        $(#[$meta])*
        pub struct $Record {
            $(
                $(#[$about])*
                $(#[serde(rename = $key)])?
                $(pub $required: $Type,)?
                $(
                    #[serde(default, skip_serializing_if = "crate::dataset::format::record::is_default")]
                    pub $optional: $Type,
                )?
            )*
        }

        impl $crate::dataset::format::record::Record for $Record {
            const KEYS: &[$crate::dataset::format::record::Key] = &[
                $($crate::dataset::format::record::Key {
                    name: $crate::dataset::format::record::key_name!($($required)? $($optional)? $(as $key)?),
                    is_required: !stringify!($($required)?).is_empty(),
                },)*
            ];

            fn blank() -> Self {
                Self { $($($required)? $($optional)?: $crate::dataset::format::record::Blank::blank(),)* }
            }

            fn read_value<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                place: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                let mut places = 0..;
                $(if places.next() == Some(place) {
                    return $crate::dataset::format::record::read_key!(
                        self, map, $(required $required)? $(optional $optional)? $(where $rule)?
                    );
                })*
                Ok(())
            }
        }
    };
}
pub(super) use record_struct;

/// The name that a field's key has in the file.
macro_rules! key_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident as $key:literal) => {
        $key
    };
}
pub(super) use key_name;

/// Reads what stands under a key into its field.
macro_rules! read_key {
    ($record:expr, $map:expr, required $field:ident) => {
        $crate::dataset::format::record::read(&mut $record.$field, $map)
    };
    ($record:expr, $map:expr, optional $field:ident) => {
        $crate::dataset::format::record::read_optional(&mut $record.$field, $map)
    };
    ($record:expr, $map:expr, $presence:ident $field:ident where $rule:path) => {{
        $crate::dataset::format::record::read_key!($record, $map, $presence $field)?;
        $crate::dataset::format::record::hold(&$record.$field, $rule)
    }};
}
pub(super) use read_key;
