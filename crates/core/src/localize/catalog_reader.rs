//! Reads a message catalog.

use std::fmt;
use std::str::Utf8Error;

use super::messages::{Direction, Magnitude};
use super::months::MonthNames;
use super::plural::{PluralCategory, PluralMessage};

/// A message catalog that does not fit this build: damaged, incomplete, or of another version.
#[derive(Debug)]
pub struct CatalogError(String);

impl fmt::Display for CatalogError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the message catalog does not fit this build: {}", self.0)
    }
}

impl std::error::Error for CatalogError {}

impl From<Utf8Error> for CatalogError {
    fn from(error: Utf8Error) -> Self {
        Self(error.to_string())
    }
}

impl From<serde_json::Error> for CatalogError {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

/// What can stand under a name in a catalog.
pub(super) trait CatalogEntry {
    /// Whether a catalog may lack it.
    const IS_OPTIONAL: bool = false;
}

impl CatalogEntry for String {}
impl CatalogEntry for Direction {}
impl CatalogEntry for PluralMessage {}
impl CatalogEntry for Vec<Magnitude> {}
impl CatalogEntry for Option<MonthNames> {
    const IS_OPTIONAL: bool = true;
}
impl CatalogEntry for Vec<(PluralCategory, PluralCategory)> {
    const IS_OPTIONAL: bool = true;
}

/// Declares the messages once: as a struct, and as what is read of a catalog.
macro_rules! messages {
    ($(#[$meta:meta])* pub struct Messages { $($(#[$doc:meta])* pub $name:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        pub struct Messages {
            $($(#[$doc])* pub $name: $type,)+
        }

        impl Record for Messages {
            const KEYS: &[Key] = &[
                $(Key { name: stringify!($name), is_required: !<$type as CatalogEntry>::IS_OPTIONAL },)+
            ];

            fn blank() -> Self {
                Self { $($name: Blank::blank(),)+ }
            }

            fn read_value<'de, A: MapAccess<'de>>(
                &mut self,
                place: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                let mut places = 0..;
                $(if places.next() == Some(place) {
                    return record::read(&mut self.$name, map);
                })+
                Ok(())
            }
        }
    };
}
pub(super) use messages;
