//! A value that has not been read yet, whatever deserializer it stands in.

use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Unexpected, Visitor};
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
        self.ask(|deserializer| deserializer.deserialize_str(StringVisitor(take)))
    }

    fn whole_number(&mut self, take: &mut dyn FnMut(u64) -> Result<(), String>) -> Reading {
        // Not as a number of a type: serde_json would read any, and needs tables for doubles.
        self.ask(|deserializer| deserializer.deserialize_any(NumberVisitor(take)))
    }

    fn boolean(&mut self, take: &mut dyn FnMut(bool)) -> Reading {
        self.ask(|deserializer| bool::deserialize(deserializer).map(take))
    }

    fn as_written(&mut self, take: &mut dyn FnMut(&str) -> Result<(), String>) -> Reading {
        self.ask(|deserializer| {
            let raw = Box::<RawValue>::deserialize(deserializer)?;
            take(raw.get()).map_err(D::Error::custom)
        })
    }

    fn unless_null(&mut self, take: &mut dyn FnMut(&mut dyn Value) -> Reading) -> Reading {
        self.ask(|deserializer| deserializer.deserialize_option(OptionVisitor(take)))
    }

    fn list(&mut self, take: &mut dyn FnMut(&mut dyn Value) -> Reading) -> Reading {
        self.ask(|deserializer| deserializer.deserialize_seq(ListVisitor(take)))
    }

    fn object(&mut self, object: &mut dyn Object) -> Reading {
        self.ask(|deserializer| deserializer.deserialize_map(ObjectVisitor { expected: "an object", object }))
    }

    fn string_or_object(&mut self, expected: &'static str, object: &mut dyn Object) -> Reading {
        let visitor = StringOrObjectVisitor(ObjectVisitor { expected, object });
        self.ask(|deserializer| deserializer.deserialize_any(visitor))
    }
}

struct StringVisitor<'a>(&'a mut dyn FnMut(&str) -> Result<(), String>);

impl Visitor<'_> for StringVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text in double quotes")
    }

    fn visit_str<E: Error>(self, string: &str) -> Result<(), E> {
        (self.0)(string).map_err(E::custom)
    }
}

struct NumberVisitor<'a>(&'a mut dyn FnMut(u64) -> Result<(), String>);

impl Visitor<'_> for NumberVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        (self.0)(number).map_err(E::custom)
    }
}

struct OptionVisitor<'a>(&'a mut dyn FnMut(&mut dyn Value) -> Reading);

impl<'de> Visitor<'de> for OptionVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or `null`")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Taken(self.0).deserialize(deserializer)
    }
}

/// Has a value taken.
struct Taken<'a>(&'a mut dyn FnMut(&mut dyn Value) -> Reading);

impl<'de> DeserializeSeed<'de> for Taken<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut value = Unread::new(deserializer);
        let reading = (self.0)(&mut value);
        value.finish(reading)
    }
}

struct ListVisitor<'a>(&'a mut dyn FnMut(&mut dyn Value) -> Reading);

impl<'de> Visitor<'de> for ListVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Taken(self.0))?.is_some() {}
        Ok(())
    }
}

struct ObjectVisitor<'a> {
    expected: &'static str,
    object: &'a mut dyn Object,
}

impl<'de> Visitor<'de> for ObjectVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let expected = self.expected;
        let object = self.object;
        while let Some(is_number) = map.next_key_seed(KeySeed(object))? {
            if is_number {
                return Err(A::Error::invalid_type(Unexpected::Other("number"), &expected));
            }
            map.next_value_seed(Taken(&mut |value| object.value(value)))?;
        }
        object.end().map_err(A::Error::custom)
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
        deserializer.deserialize_identifier(StringVisitor(&mut |key| {
            is_number = key == NUMBER_KEY;
            if is_number { Ok(()) } else { self.0.key(key) }
        }))?;
        Ok(is_number)
    }
}

struct StringOrObjectVisitor<'a>(ObjectVisitor<'a>);

impl<'de> Visitor<'de> for StringOrObjectVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: Error>(self, string: &str) -> Result<(), E> {
        self.0.object.string(string).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.0.visit_map(map)
    }
}
