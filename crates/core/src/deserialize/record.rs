//! Reads objects with known keys, records, key by key into one that holds nothing yet.

use super::{Field, Object, Reading, Value};

/// A key of a record.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) presence: Presence,
    /// What its text is held to.
    pub(crate) rule: Option<Rule>,
}

/// Says what is wrong with a text that is not held to it.
pub(crate) type Rule = fn(&str) -> Result<(), String>;

/// Whether a key must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It must.
    Required,
    /// It may be missing, and `null` says the same.
    Optional,
    /// It may be missing. Where it stands its value must, too.
    Omissible,
}

/// An object with known keys.
pub(crate) trait Record {
    /// Its keys, in the order of its fields.
    fn keys(&self) -> &'static [Key];

    /// Returns what the value under the key at `place` is read into.
    fn field(&mut self, place: usize) -> Option<&mut dyn Field>;
}

/// Reads a record.
pub(crate) fn read_record(record: &mut dyn Record, value: &mut dyn Value) -> Reading {
    let keys = KeyReader::new(record.keys());
    value.object(&mut RecordObject { record, keys })
}

struct RecordObject<'a> {
    record: &'a mut dyn Record,
    keys: KeyReader,
}

impl Object for RecordObject<'_> {
    fn key(&mut self, key: &str) -> Result<(), String> {
        self.keys.read_key(key)
    }

    fn value(&mut self, value: &mut dyn Value) -> Reading {
        self.keys.read_value(self.record, value)
    }

    fn end(&mut self) -> Result<(), String> {
        self.keys.end()
    }
}

/// How many keys a record may have: each is a bit of a number.
pub(crate) const MOST_KEYS: usize = 64;

/// Reads the keys of a record: each at most once, and each that is required.
pub(crate) struct KeyReader {
    keys: &'static [Key],
    /// Which of them there were: for each one bit.
    seen: u64,
    /// The place of the key whose value comes next.
    place: usize,
    /// The place of the key that comes next in a file that has them in their order.
    next: usize,
}

impl KeyReader {
    pub(crate) fn new(keys: &'static [Key]) -> Self {
        Self { keys, seen: 0, place: 0, next: 0 }
    }

    /// Returns whether a key is one of the record's.
    pub(crate) fn has_name(&self, name: &str) -> bool {
        self.place_of(name).is_some()
    }

    /// The place of a key, looked for where it is in a file that has all in their order.
    fn place_of(&self, name: &str) -> Option<usize> {
        let is_it = |key: &Key| key.name == name;
        let (before, after) = self.keys.split_at_checked(self.next).unwrap_or((self.keys, &[]));
        let place = after.iter().position(is_it).map(|place| self.next + place);
        place.or_else(|| before.iter().position(is_it))
    }

    pub(crate) fn read_key(&mut self, name: &str) -> Result<(), String> {
        self.place =
            self.place_of(name).ok_or_else(|| format!("unknown field `{name}`, expected another"))?;
        self.next = self.place + 1;
        if self.has(self.place) {
            return Err(format!("duplicate field `{name}`"));
        }
        self.seen |= 1 << self.place;
        Ok(())
    }

    pub(crate) fn read_value(&mut self, record: &mut dyn Record, value: &mut dyn Value) -> Reading {
        let (Some(key), Some(field)) = (self.keys.get(self.place), record.field(self.place)) else {
            return Err("a key has no field".to_owned().into());
        };
        match key.presence {
            Presence::Optional => value.unless_null(&mut |value| field.read(value))?,
            Presence::Required | Presence::Omissible => field.read(value)?,
        }
        match (key.rule, field.text()) {
            (Some(rule), Some(text)) => Ok(rule(text)?),
            _ => Ok(()),
        }
    }

    /// The name of the key whose value comes next.
    pub(crate) fn name(&self) -> Option<&'static str> {
        self.keys.get(self.place).map(|key| key.name)
    }

    pub(crate) fn end(&self) -> Result<(), String> {
        let mut keys = self.keys.iter().enumerate();
        let missing = keys.find(|(place, key)| key.presence == Presence::Required && !self.has(*place));
        missing.map_or(Ok(()), |(_, key)| Err(format!("missing field `{}`", key.name)))
    }

    fn has(&self, place: usize) -> bool {
        self.seen & 1 << place != 0
    }
}

/// Declares how a record is read: its fields, each `required`, `optional` or `omissible` as [`Presence`] says.
///
/// A key that is not named like its field has its name after `as`; a text that is held to a rule has the rule after
/// `where`. Fields that are filled otherwise stand after `and`.
macro_rules! impl_record {
    (
        $Record:ident { $($presence:ident $field:ident $(as $key:literal)? $(where $rule:path)?,)* }
        $(and { $($other:ident),* })?
    ) => {
        impl $Record {
            /// Returns a record of which no key has been read.
            pub(crate) fn blank_record() -> Self {
                Self {
                    $($field: $crate::deserialize::Field::blank(),)*
                    $($($other: $crate::deserialize::Field::blank(),)*)?
                }
            }
        }

        impl $crate::deserialize::record::Record for $Record {
            fn keys(&self) -> &'static [$crate::deserialize::record::Key] {
                const KEYS: &[$crate::deserialize::record::Key] = &[
                    $($crate::deserialize::record::Key {
                        name: $crate::deserialize::record::key_name!($field $(as $key)?),
                        presence: $crate::deserialize::record::presence!($presence),
                        rule: $crate::deserialize::record::rule!($($rule)?),
                    },)*
                ];
                const { assert!(KEYS.len() <= $crate::deserialize::record::MOST_KEYS) };
                KEYS
            }

            fn field(&mut self, place: usize) -> Option<&mut dyn $crate::deserialize::Field> {
                let mut places = 0..;
                $(if places.next() == Some(place) {
                    return Some(&mut self.$field);
                })*
                None
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
macro_rules! presence {
    (required) => {
        $crate::deserialize::record::Presence::Required
    };
    (optional) => {
        $crate::deserialize::record::Presence::Optional
    };
    (omissible) => {
        $crate::deserialize::record::Presence::Omissible
    };
}
pub(crate) use presence;

/// What a text is held to.
macro_rules! rule {
    () => {
        None
    };
    ($rule:path) => {
        Some($rule)
    };
}
pub(crate) use rule;

/// Declares how a record is read as [`impl_record`] does, and that it stands in the file as an object.
macro_rules! deserialize_record {
    ($Record:ident $fields:tt) => {
        $crate::deserialize::record::impl_record! { $Record $fields }

        impl $crate::deserialize::Field for $Record {
            fn blank() -> Self {
                Self::blank_record()
            }

            fn read(&mut self, value: &mut dyn $crate::deserialize::Value) -> $crate::deserialize::Reading {
                $crate::deserialize::record::read_record(self, value)
            }
        }

        $crate::deserialize::deserialize_fields!($Record);
    };
}
pub(crate) use deserialize_record;
