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
    /// Takes a string.
    fn string(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading;
    /// Takes a whole number.
    fn whole_number(&mut self, take: &mut dyn FnMut(u64) -> Result<(), String>) -> Reading;
    /// Takes `true` or `false`.
    fn boolean(&mut self, take: &mut dyn FnMut(bool)) -> Reading;
    /// Takes whatever it is, as it is written in JSON.
    fn as_written(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading;
    /// Takes the values of a list one after another.
    fn list(&mut self, take: &mut dyn FnMut(&mut dyn Value) -> Reading) -> Reading;
    /// Takes an object.
    fn object(&mut self, object: &mut dyn Object) -> Reading;
    /// Takes a string or an object; `expected` says which.
    fn string_or_object(&mut self, expected: &'static str, object: &mut dyn Object) -> Reading;
}

/// What an object is read into, entry by entry.
pub(crate) trait Object {
    /// Takes the key of the next entry.
    fn key(&mut self, key: &str) -> Result<(), String>;
    /// Reads its value.
    fn value(&mut self, value: &mut dyn Value) -> Reading;
    /// Ends the object.
    fn end(&mut self) -> Result<(), String>;
    /// Takes a string that stands in the place of the object.
    fn string(&mut self, _string: &str) -> Result<(), String> {
        Ok(())
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

    /// Asks for it; the answer is whether it is `null`.
    fn ask(&mut self, ask: impl FnOnce(D) -> Result<bool, D::Error>) -> Reading {
        let Some(deserializer) = self.deserializer.take() else {
            return Err(Fault::Told("a value was read twice".to_owned()));
        };
        match ask(deserializer) {
            Ok(false) => Ok(()),
            Ok(true) => Err(Fault::Null),
            Err(error) => {
                self.error = Some(error);
                Err(Fault::Kept)
            }
        }
    }

    /// Has it visited as whatever it is.
    fn visit(&mut self, expected: &'static str, wanted: Wanted<'_>) -> Reading {
        let visitor = WantedVisitor { expected, may_be_null: self.may_be_null, wanted };
        self.ask(|deserializer| deserializer.deserialize_any(visitor))
    }

    fn finish(self, reading: Reading) -> Result<(), D::Error> {
        match (reading, self.error) {
            (Ok(()) | Err(Fault::Null), _) => Ok(()),
            (Err(Fault::Kept), Some(error)) => Err(error),
            (Err(Fault::Kept), None) => Err(D::Error::custom("a value could not be read")),
            (Err(Fault::Told(reason)), _) => Err(D::Error::custom(reason)),
        }
    }
}

impl<'de, D: Deserializer<'de>> Value for Unread<D, D::Error> {
    fn allow_null(&mut self) {
        self.may_be_null = true;
    }

    fn string(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading {
        self.visit("a text in double quotes", Wanted::String(take))
    }

    fn whole_number(&mut self, take: &mut dyn FnMut(u64) -> Result<(), String>) -> Reading {
        self.visit("a whole number", Wanted::WholeNumber(take))
    }

    fn boolean(&mut self, take: &mut dyn FnMut(bool)) -> Reading {
        self.visit("`true` or `false`", Wanted::Boolean(take))
    }

    fn as_written(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading {
        let visitor = WrittenVisitor { may_be_null: self.may_be_null, take };
        self.ask(|deserializer| deserializer.deserialize_newtype_struct(WRITTEN_KEY, visitor))
    }

    fn list(&mut self, take: &mut dyn FnMut(&mut dyn Value) -> Reading) -> Reading {
        self.visit("a list", Wanted::List(take))
    }

    fn object(&mut self, object: &mut dyn Object) -> Reading {
        self.visit("an object", Wanted::Object(object))
    }

    fn string_or_object(&mut self, expected: &'static str, object: &mut dyn Object) -> Reading {
        self.visit(expected, Wanted::StringOrObject(object))
    }
}

/// What a value should be, and what takes it then.
enum Wanted<'a> {
    String(&'a mut dyn FnMut(&str) -> Result<(), String>),
    WholeNumber(&'a mut dyn FnMut(u64) -> Result<(), String>),
    Boolean(&'a mut dyn FnMut(bool)),
    List(&'a mut dyn FnMut(&mut dyn Value) -> Reading),
    Object(&'a mut dyn Object),
    StringOrObject(&'a mut dyn Object),
}

/// Takes what is wanted, and refuses everything else: itself, for serde's words for a value of another type need tables for
/// doubles. Tells whether it was `null`.
struct WantedVisitor<'a> {
    expected: &'static str,
    may_be_null: bool,
    wanted: Wanted<'a>,
}

/// Says that a value is of another type than expected.
fn refuse<T, E: Error>(expected: &str) -> Result<T, E> {
    Err(E::custom(format_args!("invalid type, expected {expected}")))
}

impl<'de> Visitor<'de> for WantedVisitor<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        if self.may_be_null { Ok(true) } else { refuse(self.expected) }
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<bool, E> {
        match self.wanted {
            Wanted::Boolean(take) => {
                take(boolean);
                Ok(false)
            }
            _ => refuse(self.expected),
        }
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<bool, E> {
        refuse(self.expected)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<bool, E> {
        refuse(self.expected)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<bool, E> {
        match self.wanted {
            Wanted::WholeNumber(take) => not_null(take(number)),
            _ => refuse(self.expected),
        }
    }

    fn visit_str<E: Error>(self, string: &str) -> Result<bool, E> {
        match self.wanted {
            Wanted::String(take) => not_null(take(string)),
            Wanted::StringOrObject(object) => not_null(object.string(string)),
            _ => refuse(self.expected),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<bool, A::Error> {
        let Wanted::List(take) = self.wanted else { return refuse(self.expected) };
        while list.next_element_seed(Taken(take))?.is_some() {}
        Ok(false)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        let (Wanted::Object(object) | Wanted::StringOrObject(object)) = self.wanted else {
            return refuse(self.expected);
        };
        while let Some(is_number) = map.next_key_seed(KeySeed(object))? {
            if is_number {
                return refuse(self.expected);
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
        match map.next_key::<IgnoredAny>()? {
            Some(_) => map.next_value_seed(self),
            None => refuse("a value"),
        }
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
