//! Reads objects with known keys, records, key by key into one that holds nothing yet.
//!
//! Serde's derive would write that out for each record, and once more for lists, which no file has in the place of an object:
//! a tenth of the widget's wasm.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::date::{Date, Day};

/// A key of a record.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
}

/// An object with known keys.
pub(crate) trait Record: Sized {
    /// Its keys, in the order of its fields.
    const KEYS: &[Key];

    /// Returns one in which no key has been read.
    fn blank() -> Self;

    /// Reads what stands under the key at `place` of [`Record::KEYS`].
    fn read_value<'de, A: MapAccess<'de>>(&mut self, place: usize, map: &mut A) -> Result<(), A::Error>;
}

/// Reads a record of an object's keys and values.
pub(crate) fn read_record<'de, R: Record, A: MapAccess<'de>>(mut map: A) -> Result<R, A::Error> {
    const { assert!(R::KEYS.len() <= SETS * KEYS_IN_SET) };
    let mut record = R::blank();
    let mut keys = KeyReader { keys: R::KEYS, seen: [0; SETS] };
    while let Some(place) = keys.next(&mut map)? {
        record.read_value(place, &mut map)?;
    }
    Ok(record)
}

/// How many keys one number tells of, and how many such numbers there are: the message catalogs have two hundred keys.
const KEYS_IN_SET: usize = 64;
const SETS: usize = 4;

/// Reads the keys of an object: each at most once, and each that is required.
struct KeyReader {
    keys: &'static [Key],
    /// Which of them there were: for each one bit.
    seen: [u64; SETS],
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
        if let Some(set) = self.seen.get_mut(place / KEYS_IN_SET) {
            *set |= 1 << (place % KEYS_IN_SET);
        }
        Ok(Some(place))
    }

    fn has(&self, place: usize) -> bool {
        self.seen.get(place / KEYS_IN_SET).is_some_and(|set| set & 1 << (place % KEYS_IN_SET) != 0)
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
pub(crate) struct RecordVisitor<R>(pub(crate) PhantomData<R>);

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
pub(crate) fn read<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    value: &mut T,
    map: &mut A,
) -> Result<(), A::Error> {
    *value = map.next_value()?;
    Ok(())
}

/// Reads a value, or `null`, which says the same as a missing key.
pub(crate) fn read_optional<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    value: &mut T,
    map: &mut A,
) -> Result<(), A::Error> {
    if let Some(read) = map.next_value()? {
        *value = read;
    }
    Ok(())
}

/// Holds a text, where there is one, to a rule.
pub(crate) fn hold<E: Error>(value: &impl HeldText, rule: fn(&str) -> Result<(), String>) -> Result<(), E> {
    value.held_text().map_or(Ok(()), rule).map_err(E::custom)
}

/// A value that a rule about texts holds for.
pub(crate) trait HeldText {
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

/// What stands in a record until its key is read.
pub(crate) trait Blank {
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

/// Declares how a record is read: its fields, each `required`, `optional` (`null` says the same as a missing key) or
/// `omissible` (where the key stands its value must, too).
///
/// A key that is not named like its field has its name after `as`; a text that is held to a rule has the rule after
/// `where`.
macro_rules! impl_record {
    ($Record:ident { $($presence:ident $field:ident $(as $key:literal)? $(where $rule:path)?,)* }) => {
        impl $crate::deserialize::record::Record for $Record {
            const KEYS: &[$crate::deserialize::record::Key] = &[
                $($crate::deserialize::record::Key {
                    name: $crate::deserialize::record::key_name!($field $(as $key)?),
                    is_required: $crate::deserialize::record::is_required!($presence),
                },)*
            ];

            fn blank() -> Self {
                Self { $($field: $crate::deserialize::record::Blank::blank(),)* }
            }

            fn read_value<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                place: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                let mut places = 0..;
                $(if places.next() == Some(place) {
                    return $crate::deserialize::record::read_key!(self, map, $presence $field $(where $rule)?);
                })*
                Ok(())
            }
        }
    };
}
pub(crate) use impl_record;

/// The name that a field's key has in the file.
macro_rules! key_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident as $key:literal) => {
        $key
    };
}
pub(crate) use key_name;

/// Whether a key must be there.
macro_rules! is_required {
    (required) => {
        true
    };
    (optional) => {
        false
    };
    (omissible) => {
        false
    };
}
pub(crate) use is_required;

/// Reads what stands under a key into its field.
macro_rules! read_key {
    ($record:expr, $map:expr, required $field:ident) => {
        $crate::deserialize::record::read(&mut $record.$field, $map)
    };
    ($record:expr, $map:expr, omissible $field:ident) => {
        $crate::deserialize::record::read(&mut $record.$field, $map)
    };
    ($record:expr, $map:expr, optional $field:ident) => {
        $crate::deserialize::record::read_optional(&mut $record.$field, $map)
    };
    ($record:expr, $map:expr, $presence:ident $field:ident where $rule:path) => {{
        $crate::deserialize::record::read_key!($record, $map, $presence $field)?;
        $crate::deserialize::record::hold(&$record.$field, $rule)
    }};
}
pub(crate) use read_key;

/// Declares how a record is read as [`impl_record`] does, and that it stands in the file as an object.
macro_rules! deserialize_record {
    ($Record:ident $fields:tt) => {
        $crate::deserialize::record::impl_record! { $Record $fields }

        impl<'de> serde::Deserialize<'de> for $Record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer
                    .deserialize_map($crate::deserialize::record::RecordVisitor(std::marker::PhantomData))
            }
        }
    };
}
pub(crate) use deserialize_record;
