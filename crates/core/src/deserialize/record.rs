//! Reads objects with known keys, records, key by key.

use super::{Fault, Field, Null, Object, Reading, Value};

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

/// The keys of a record, in the order of its fields.
pub(crate) struct Keys {
    list: &'static [Key],
    /// Those that must be there: for each one bit.
    required: u64,
}

impl Keys {
    pub(crate) const fn new(list: &'static [Key]) -> Self {
        assert!(list.len() <= MOST_KEYS);
        let (mut required, mut bit, mut rest) = (0, 1, list);
        while let [key, others @ ..] = rest {
            if matches!(key.presence, Presence::Required) {
                required |= bit;
            }
            (bit, rest) = (bit << 1, others);
        }
        Self { list, required }
    }

    /// Returns the key at a place.
    pub(crate) fn get(&self, place: usize) -> Option<&'static Key> {
        self.list.get(place)
    }
}

/// An object with known keys.
pub(crate) trait Record {
    /// Its keys.
    fn keys(&self) -> &'static Keys;

    /// Returns what the value under the key at `place` is read into.
    fn field(&mut self, place: usize) -> Option<&mut dyn Field>;

    /// Returns the text that may stand in place of a record which has no other key.
    fn only_text(&mut self) -> Option<OnlyText<'_>> {
        None
    }
}

/// A text that may stand in place of its record.
pub(crate) struct OnlyText<'a> {
    pub(crate) key: &'static str,
    pub(crate) field: &'a mut String,
    /// What would be right in place of the record.
    pub(crate) expected: &'static str,
}

/// Reads a record that is blank.
pub(crate) fn read_record(record: &mut dyn Record, value: &mut dyn Value) -> Reading {
    let keys = &mut KeyReader::new(record.keys());
    value.object(&mut RecordObject { record, keys })
}

/// A record into which others of its kind are read one after another, each in place of the one before: what that one had to have
/// made for it, the next one uses.
pub(crate) struct Reused<R> {
    record: R,
    keys: KeyReader,
}

impl<R: Record> Reused<R> {
    pub(crate) fn new(record: R) -> Self {
        let keys = KeyReader::new(record.keys());
        Self { record, keys }
    }

    /// Reads the next record.
    pub(crate) fn read(&mut self, value: &mut dyn Value) -> Result<&mut R, Fault> {
        self.keys.begin();
        value.object(&mut RecordObject { record: &mut self.record, keys: &mut self.keys })?;
        Ok(&mut self.record)
    }
}

struct RecordObject<'a> {
    record: &'a mut dyn Record,
    keys: &'a mut KeyReader,
}

impl Object for RecordObject<'_> {
    fn key(&mut self, key: &str) -> Result<(), String> {
        self.keys.read_key(key)
    }

    fn value(&mut self, value: &mut dyn Value) -> Reading {
        self.keys.read_value(self.record, value)
    }

    fn end(&mut self) -> Result<(), String> {
        self.keys.end(self.record)
    }

    fn expected(&mut self) -> &'static str {
        self.record.only_text().map_or("an object", |text| text.expected)
    }

    fn string(&mut self, string: &str) -> Option<Result<(), String>> {
        let OnlyText { key, field, .. } = self.record.only_text()?;
        string.clone_into(field);
        Some(self.keys.read_key(key).and_then(|()| self.end()))
    }
}

/// How many keys a record may have: each is a bit of a number.
const MOST_KEYS: usize = 64;

/// Reads the keys of a record: each at most once, and each that is required.
pub(crate) struct KeyReader {
    keys: &'static Keys,
    /// Which of them there were: for each one bit.
    seen: u64,
    /// Of which of them the record may still hold what was there before.
    held: u64,
    /// The place of the key whose value comes next.
    place: usize,
    /// The place of the key that comes next in a file that has them in their order.
    next: usize,
}

impl KeyReader {
    pub(crate) fn new(keys: &'static Keys) -> Self {
        Self { keys, seen: 0, held: 0, place: 0, next: 0 }
    }

    /// Begins another record, which is read into the same.
    fn begin(&mut self) {
        self.held |= self.seen;
        (self.seen, self.next) = (0, 0);
    }

    /// Returns whether a key is one of the record's.
    pub(crate) fn has_name(&self, name: &str) -> bool {
        self.place_of(name).is_some()
    }

    /// The place of a key, looked for where it is in a file that has all in their order.
    fn place_of(&self, name: &str) -> Option<usize> {
        let mut place = self.next;
        for _ in self.keys.list {
            let key = match self.keys.get(place) {
                Some(key) => key,
                None => {
                    place = 0;
                    self.keys.get(place)?
                }
            };
            // Most have another length.
            if key.name.len() == name.len() && key.name == name {
                return Some(place);
            }
            place += 1;
        }
        None
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
            return Err(Fault::Kept);
        };
        if key.presence == Presence::Optional {
            value.allow_null();
        }
        match field.read(value) {
            Err(Fault::Null) => return Ok(()),
            reading => reading?,
        }
        if let Some(rule) = key.rule
            && let Some(text) = field.text()
        {
            rule(text)?;
        }
        Ok(())
    }

    /// The name of the key whose value comes next.
    pub(crate) fn name(&self) -> Option<&'static str> {
        self.keys.get(self.place).map(|key| key.name)
    }

    /// Ends the record, which holds nothing then of which there was no key.
    pub(crate) fn end(&mut self, record: &mut dyn Record) -> Result<(), String> {
        if let Some(key) = self.keys.get(first(self.keys.required & !self.seen)) {
            return Err(format!("missing field `{}`", key.name));
        }
        let mut outdated = self.held & !self.seen;
        while outdated != 0 {
            if let Some(field) = record.field(first(outdated)) {
                // Whatever it says of that: it is blank then.
                _ = field.read(&mut Null);
            }
            outdated &= outdated - 1;
        }
        self.held = 0;
        Ok(())
    }

    fn has(&self, place: usize) -> bool {
        self.seen & 1 << place != 0
    }
}

/// The place of the first key among some, [`MOST_KEYS`] where there is none.
fn first(keys: u64) -> usize {
    keys.trailing_zeros() as usize
}

/// Declares how a record is read: its fields, each `required`, `optional` or `omissible` as [`Presence`] says.
///
/// A key that is not named like its field has its name after `as`; a text that is held to a rule has the rule after
/// `where`. Fields that are filled otherwise stand after `and`; the key whose text may stand in place of the record stands after
/// `or`, with what would be right there.
macro_rules! impl_record {
    (
        $Record:ident { $($presence:ident $field:ident $(as $key:literal)? $(where $rule:path)?,)* }
        $(and { $($other:ident),* })? $(or $text:ident: $expected:literal)?
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
            fn keys(&self) -> &'static $crate::deserialize::record::Keys {
                static KEYS: $crate::deserialize::record::Keys = $crate::deserialize::record::Keys::new(&[
                    $($crate::deserialize::record::Key {
                        name: $crate::deserialize::record::key_name!($field $(as $key)?),
                        presence: $crate::deserialize::record::presence!($presence),
                        rule: $crate::deserialize::record::rule!($($rule)?),
                    },)*
                ]);
                &KEYS
            }

            fn field(&mut self, place: usize) -> Option<&mut dyn $crate::deserialize::Field> {
                let mut places = 0..;
                $(if places.next() == Some(place) {
                    return Some(&mut self.$field);
                })*
                None
            }

            $(fn only_text(&mut self) -> Option<$crate::deserialize::record::OnlyText<'_>> {
                let (key, field) = (stringify!($text), &mut self.$text);
                Some($crate::deserialize::record::OnlyText { key, field, expected: $expected })
            })?
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

/// Declares how a record is read as [`impl_record`] does, and that it stands in the file.
macro_rules! deserialize_record {
    ($Record:ident $($declaration:tt)*) => {
        $crate::deserialize::record::impl_record! { $Record $($declaration)* }

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
