//! What a value of a file is read into.

use std::fmt::Display;

use super::{Fault, Reading, Value};

/// A place that a value of the file is read into.
pub(crate) trait Field {
    /// Returns what stands in it until its value is read.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads its value, in place of what it holds. What may be missing is blank where that is a [`Fault::Null`].
    fn read(&mut self, value: &mut dyn Value) -> Reading;

    /// Returns the text in it that rules about texts hold for.
    fn text(&self) -> Option<&str> {
        None
    }
}

impl Field for String {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        value.string(&mut |text| {
            text.clone_into(self);
            Ok(())
        })
    }

    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Field for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        value.boolean(&mut |boolean| *self = boolean)
    }
}

impl Field for u32 {
    fn blank() -> Self {
        0
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        value.whole_number(&mut |number| {
            *self = number.try_into().map_err(|_| format!("the number {number} is too large"))?;
            Ok(())
        })
    }
}

/// What may be missing. Whether `null` stands for that is said of the key ([`super::record::Presence`]).
impl<T: Field> Field for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        let reading = self.get_or_insert_with(T::blank).read(value);
        if matches!(reading, Err(Fault::Null)) {
            *self = None;
        }
        reading
    }

    fn text(&self) -> Option<&str> {
        self.as_ref()?.text()
    }
}

impl<T: Field> Field for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        read_list(self, value)
    }
}

/// A list that values are read into.
trait List {
    /// Takes everything out of it.
    fn clear(&mut self);

    /// Adds a blank item, and returns it.
    fn add(&mut self) -> Option<&mut dyn Field>;
}

impl<T: Field> List for Vec<T> {
    fn clear(&mut self) {
        self.clear();
    }

    fn add(&mut self) -> Option<&mut dyn Field> {
        // Most lists have one item, and there may be many lists.
        if self.is_empty() {
            self.reserve_exact(1);
        }
        self.push(T::blank());
        self.last_mut().map(|item| item as &mut dyn Field)
    }
}

fn read_list(list: &mut dyn List, value: &mut dyn Value) -> Reading {
    list.clear();
    value.list(&mut |item| list.add().map_or(Ok(()), |place| place.read(item)))
}

/// A list of two.
impl<A: Field, B: Field> Field for (A, B) {
    fn blank() -> Self {
        (A::blank(), B::blank())
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        let mut places = 0..;
        value.list(&mut |item| match places.next() {
            Some(0) => self.0.read(item),
            Some(1) => self.1.read(item),
            _ => Err(not_two()),
        })?;
        if places.start == 2 { Ok(()) } else { Err(not_two()) }
    }
}

fn not_two() -> Fault {
    "a list of two would be right here".to_owned().into()
}

/// Reads a string and parses it.
pub(crate) fn parse_into<T, E: Display>(
    place: &mut T,
    value: &mut dyn Value,
    parse: fn(&str) -> Result<T, E>,
) -> Reading {
    value.string(&mut |text| {
        *place = parse(text).map_err(|error| error.to_string())?;
        Ok(())
    })
}

/// Says that a name is none of those that are known here, as serde does.
pub(crate) fn unknown_name(name: &str, known: &[&str]) -> String {
    format!("unknown variant `{name}`, expected one of `{}`", known.join("`, `"))
}

/// Has serde read types as the [`Field`]s that they are.
macro_rules! deserialize_fields {
    ($($Type:ty),*) => {
        $(impl<'de> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::deserialize::read_new(deserializer)
            }
        })*
    };
}
pub(crate) use deserialize_fields;
