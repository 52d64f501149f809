//! A value that has not been read yet, whatever deserializer it stands in.

use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::Field;

/// Why a value could not be read.
#[derive(Debug)]
pub(crate) enum Fault {
    /// It can't be: what is wrong with it.
    Told(String),
    /// The deserializer has said why.
    Kept,
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
    /// Takes a string.
    fn string(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading;
    /// Takes a whole number.
    fn whole_number(&mut self, take: &mut dyn FnMut(u64) -> Result<(), String>) -> Reading;
    /// Takes `true` or `false`.
    fn boolean(&mut self, take: &mut dyn FnMut(bool)) -> Reading;
    /// Takes whatever it is, as it is written in JSON.
    fn as_written(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading;
    /// Takes a value that is not `null`.
    fn unless_null(&mut self, take: &mut dyn FnMut(&mut dyn Value) -> Reading) -> Reading;
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
    error: Option<E>,
}

impl<'de, D: Deserializer<'de>> Unread<D, D::Error> {
    fn new(deserializer: D) -> Self {
        Self { deserializer: Some(deserializer), error: None }
    }

    fn ask(&mut self, ask: impl FnOnce(D) -> Result<(), D::Error>) -> Reading {
        let Some(deserializer) = self.deserializer.take() else {
            return Err(Fault::Told("a value was read twice".to_owned()));
        };
        ask(deserializer).map_err(|error| {
            self.error = Some(error);
            Fault::Kept
        })
    }

    /// Has it visited as whatever it is.
    fn visit(&mut self, expected: &'static str, wanted: Wanted<'_>) -> Reading {
        self.ask(|deserializer| deserializer.deserialize_any(WantedVisitor { expected, wanted }))
    }

    fn finish(self, reading: Reading) -> Result<(), D::Error> {
        match (reading, self.error) {
            (Ok(()), _) => Ok(()),
            (Err(Fault::Kept), Some(error)) => Err(error),
            (Err(Fault::Kept), None) => Err(D::Error::custom("a value could not be read")),
            (Err(Fault::Told(reason)), _) => Err(D::Error::custom(reason)),
        }
    }
}

impl<'de, D: Deserializer<'de>> Value for Unread<D, D::Error> {
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
        self.ask(|deserializer| {
            let raw = Box::<RawValue>::deserialize(deserializer)?;
            take(raw.get()).map_err(D::Error::custom)
        })
    }

    fn unless_null(&mut self, take: &mut dyn FnMut(&mut dyn Value) -> Reading) -> Reading {
        self.ask(|deserializer| deserializer.deserialize_option(Taken(take)))
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
/// doubles.
struct WantedVisitor<'a> {
    expected: &'static str,
    wanted: Wanted<'a>,
}

/// Says that a value is of another type than expected.
fn refuse<E: Error>(expected: &str) -> Result<(), E> {
    Err(E::custom(format_args!("invalid type, expected {expected}")))
}

impl<'de> Visitor<'de> for WantedVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        refuse(self.expected)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<(), E> {
        match self.wanted {
            Wanted::Boolean(take) => {
                take(boolean);
                Ok(())
            }
            _ => refuse(self.expected),
        }
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        refuse(self.expected)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        refuse(self.expected)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        match self.wanted {
            Wanted::WholeNumber(take) => take(number).map_err(E::custom),
            _ => refuse(self.expected),
        }
    }

    fn visit_str<E: Error>(self, string: &str) -> Result<(), E> {
        match self.wanted {
            Wanted::String(take) => take(string).map_err(E::custom),
            Wanted::StringOrObject(object) => object.string(string).map_err(E::custom),
            _ => refuse(self.expected),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Wanted::List(take) = self.wanted else { return refuse(self.expected) };
        while list.next_element_seed(Taken(take))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (Wanted::Object(object) | Wanted::StringOrObject(object)) = self.wanted else {
            return refuse(self.expected);
        };
        while let Some(is_number) = map.next_key_seed(KeySeed(object))? {
            if is_number {
                return refuse(self.expected);
            }
            map.next_value_seed(Taken(&mut |value| object.value(value)))?;
        }
        object.end().map_err(A::Error::custom)
    }
}

/// Has a value of a list, of an object or beside `null` taken.
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

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.visit_newtype_struct(deserializer)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
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
        let mut is_number = false;
        let mut take = |key: &str| {
            is_number = key == NUMBER_KEY;
            if is_number { Ok(()) } else { self.0.key(key) }
        };
        let wanted = Wanted::String(&mut take);
        deserializer.deserialize_identifier(WantedVisitor { expected: "a key", wanted })?;
        Ok(is_number)
    }
}
