//! A value that has not been read yet, whatever deserializer it stands in.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Field;

/// Why a value could not be read.
#[derive(Debug)]
pub(crate) enum Fault {
    /// It can't be: what is wrong with it.
    Told(String),
    /// The deserializer has said why.
    Kept,
    /// It is `null`, which it may be ([`Value::allow_null`]).
    Null,
}

impl From<String> for Fault {
    fn from(reason: String) -> Self {
        Self::Told(reason)
    }
}

/// Whether a value could be read.
pub(crate) type Reading = Result<(), Fault>;

/// A value that has not been read yet. It is asked once, for what it should be.
pub(crate) trait Value {
    /// Lets it be `null`, of which nothing is taken: that is told as a [`Fault::Null`].
    fn allow_null(&mut self);
    /// Has it taken as what is wanted.
    fn take(&mut self, wanted: Wanted<'_>) -> Reading;
}

impl dyn Value + '_ {
    /// Takes a string.
    pub(crate) fn string(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading {
        self.take(Wanted::String(take))
    }

    /// Takes a whole number.
    pub(crate) fn whole_number(&mut self, take: &mut dyn FnMut(u64) -> Result<(), String>) -> Reading {
        self.take(Wanted::WholeNumber(take))
    }

    /// Takes `true` or `false`.
    pub(crate) fn boolean(&mut self, take: &mut dyn FnMut(bool)) -> Reading {
        self.take(Wanted::Boolean(take))
    }

    /// Takes whatever it is, as it is written in JSON.
    pub(crate) fn as_written(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading {
        self.take(Wanted::Written(take))
    }

    /// Takes the values of a list one after another.
    pub(crate) fn list(&mut self, take: &mut dyn FnMut(&mut dyn Value) -> Reading) -> Reading {
        self.take(Wanted::List(take))
    }

    /// Takes an object, or what may stand in its place.
    pub(crate) fn object(&mut self, object: &mut dyn Object) -> Reading {
        self.take(Wanted::Object(object))
    }
}

/// The value of a key that is not there.
pub(crate) struct Null;

impl Value for Null {
    fn allow_null(&mut self) {}

    fn take(&mut self, _: Wanted<'_>) -> Reading {
        Err(Fault::Null)
    }
}

/// What a value should be, and what takes it then.
pub(crate) enum Wanted<'a> {
    String(&'a mut dyn FnMut(&str) -> Result<(), String>),
    WholeNumber(&'a mut dyn FnMut(u64) -> Result<(), String>),
    Boolean(&'a mut dyn FnMut(bool)),
    Written(&'a mut dyn FnMut(&str) -> Result<(), String>),
    List(&'a mut dyn FnMut(&mut dyn Value) -> Reading),
    Object(&'a mut dyn Object),
}

impl Wanted<'_> {
    /// What would be right.
    fn expected(&mut self) -> &'static str {
        match self {
            Self::String(_) | Self::Written(_) => "a text in double quotes",
            Self::WholeNumber(_) => "a whole number",
            Self::Boolean(_) => "`true` or `false`",
            Self::List(_) => "a list",
            Self::Object(object) => object.expected(),
        }
    }
}

/// What an object is read into, entry by entry.
pub(crate) trait Object {
    /// Takes the key of the next entry.
    fn key(&mut self, key: &str) -> Result<(), String>;
    /// Reads its value.
    fn value(&mut self, value: &mut dyn Value) -> Reading;
    /// Ends the object.
    fn end(&mut self) -> Result<(), String>;
    /// What would be right.
    fn expected(&mut self) -> &'static str {
        "an object"
    }
    /// Takes a string that stands in the place of the object; none where it may not.
    fn string(&mut self, _string: &str) -> Option<Result<(), String>> {
        None
    }
}

/// Reads a field.
pub(crate) fn read<'de, D: Deserializer<'de>>(
    field: &mut dyn Field,
    deserializer: D,
) -> Result<(), D::Error> {
    let mut value = Unread::new(deserializer);
    let reading = field.read(&mut value);
    value.finish(reading)
}

/// Reads a value of a type.
pub(crate) fn read_new<'de, T: Field, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    read(&mut value, deserializer)?;
    Ok(value)
}

/// Has the value taken that a text in JSON holds.
pub(crate) fn take_json(
    text: &str,
    take: &mut dyn FnMut(&mut dyn Value) -> Reading,
) -> serde_json::Result<()> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Taken(take).deserialize(&mut deserializer)?;
    deserializer.end()
}

/// Has the first value taken that a text holds, and returns the place behind it.
pub(crate) fn take_first_json(
    text: &str,
    take: &mut dyn FnMut(&mut dyn Value) -> Reading,
) -> serde_json::Result<usize> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Taken(take).deserialize(&mut deserializer)?;
    // The only reader of values that says where it is.
    Ok(deserializer.into_iter::<IgnoredAny>().byte_offset())
}

/// A deserializer that has not been asked yet, then what it said.
struct Unread<D, E> {
    deserializer: Option<D>,
    may_be_null: bool,
    error: Option<E>,
}

impl<'de, D: Deserializer<'de>> Unread<D, D::Error> {
    fn new(deserializer: D) -> Self {
        Self { deserializer: Some(deserializer), may_be_null: false, error: None }
    }

    fn finish(self, reading: Reading) -> Result<(), D::Error> {
        match (reading, self.error) {
            (Ok(()) | Err(Fault::Null), _) => Ok(()),
            (Err(Fault::Told(reason)), _) => Err(D::Error::custom(reason)),
            (Err(Fault::Kept), Some(error)) => Err(error),
            (Err(Fault::Kept), None) => Err(D::Error::custom("a value can't be read")),
        }
    }
}

impl<'de, D: Deserializer<'de>> Value for Unread<D, D::Error> {
    fn allow_null(&mut self) {
        self.may_be_null = true;
    }

    fn take(&mut self, wanted: Wanted<'_>) -> Reading {
        // It was read twice.
        let Some(deserializer) = self.deserializer.take() else { return Err(Fault::Kept) };
        let may_be_null = self.may_be_null;
        let is_null = match wanted {
            Wanted::Written(take) => {
                deserializer.deserialize_newtype_struct(WRITTEN_KEY, WrittenVisitor { may_be_null, take })
            }
            wanted => deserializer.deserialize_any(WantedVisitor { may_be_null, wanted }),
        };
        match is_null {
            Ok(false) => Ok(()),
            Ok(true) => Err(Fault::Null),
            Err(error) => {
                self.error = Some(error);
                Err(Fault::Kept)
            }
        }
    }
}

/// Takes what is wanted, and refuses everything else: itself, for serde's words for a value of another type need tables for
/// doubles. Tells whether it was `null`.
struct WantedVisitor<'a> {
    may_be_null: bool,
    wanted: Wanted<'a>,
}

impl WantedVisitor<'_> {
    fn refuse<E: Error>(mut self) -> Result<bool, E> {
        refuse(self.wanted.expected())
    }
}

/// Says that a value is of another type than expected.
fn refuse<T, E: Error>(expected: &str) -> Result<T, E> {
    Err(E::custom(format_args!("invalid type, expected {expected}")))
}

impl<'de> Visitor<'de> for WantedVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        if self.may_be_null { Ok(true) } else { self.refuse() }
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<bool, E> {
        match self.wanted {
            Wanted::Boolean(take) => {
                take(boolean);
                Ok(false)
            }
            _ => self.refuse(),
        }
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<bool, E> {
        self.refuse()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<bool, E> {
        self.refuse()
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<bool, E> {
        match self.wanted {
            Wanted::WholeNumber(take) => not_null(take(number)),
            _ => self.refuse(),
        }
    }

    fn visit_str<E: Error>(self, string: &str) -> Result<bool, E> {
        match self.wanted {
            Wanted::String(take) => not_null(take(string)),
            Wanted::Object(object) => match object.string(string) {
                Some(taken) => not_null(taken),
                None => refuse(object.expected()),
            },
            _ => self.refuse(),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<bool, A::Error> {
        let Wanted::List(take) = self.wanted else { return self.refuse() };
        while list.next_element_seed(Taken(take))?.is_some() {}
        Ok(false)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let Wanted::Object(object) = self.wanted else { return self.refuse() };
        while let Some(is_number) = map.next_key_seed(KeySeed(object))? {
            if is_number {
                return refuse(object.expected());
            }
            map.next_value_seed(Taken(&mut |value| object.value(value)))?;
        }
        not_null(object.end())
    }
}

/// Tells of a value that is not `null` how it was taken.
fn not_null<E: Error>(taken: Result<(), String>) -> Result<bool, E> {
    match taken {
        Ok(()) => Ok(false),
        Err(reason) => Err(E::custom(reason)),
    }
}

/// The name under which serde_json gives a value as it is written: a [`RawValue`](serde_json::value::RawValue), but without a
/// copy where the deserializer needs none.
const WRITTEN_KEY: &str = "$serde_json::private::RawValue";

/// Takes a value as it is written, which is given as an object with one entry. Tells whether it was `null`.
struct WrittenVisitor<'a> {
    may_be_null: bool,
    take: &'a mut dyn FnMut(&str) -> Result<(), String>,
}

impl<'de> Visitor<'de> for WrittenVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        map.next_key::<IgnoredAny>()?;
        map.next_value_seed(self)
    }

    fn visit_str<E: Error>(self, written: &str) -> Result<bool, E> {
        if self.may_be_null && written == "null" { Ok(true) } else { not_null((self.take)(written)) }
    }
}

impl<'de> DeserializeSeed<'de> for WrittenVisitor<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

/// Has a value of a list or of an object taken.
///
/// It is asked for as a newtype, which any value may be: but the text inside of a number that serde_json keeps as one, which is
/// read nowhere, and for which all that reads values would be in the wasm a second time.
struct Taken<'a>(&'a mut dyn FnMut(&mut dyn Value) -> Reading);

impl<'de> DeserializeSeed<'de> for Taken<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_newtype_struct("Taken", self)
    }
}

impl<'de> Visitor<'de> for Taken<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut value = Unread::new(deserializer);
        let reading = (self.0)(&mut value);
        value.finish(reading)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        refuse("another value")
    }
}

/// The key under which serde_json gives a number that it keeps as a text, with the feature for that.
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// Has a key taken, and tells whether it stands for a number.
struct KeySeed<'a>(&'a mut dyn Object);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for KeySeed<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        if key == NUMBER_KEY {
            return Ok(true);
        }
        not_null(self.0.key(key))
    }
}
