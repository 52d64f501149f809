//! Reads a message catalog message by message, by name.
//!
//! Serde's derive would write out one function for all of [`Messages`](super::Messages); with its two hundred fields
//! that function alone was a seventh of the widget's wasm.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

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

/// What can stand under a name in a catalog.
pub(super) trait CatalogEntry: DeserializeOwned + Default {
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

/// The entries of a catalog that have not been taken yet, and the first fault.
pub(super) struct CatalogReader {
    entries: BTreeMap<String, Box<RawValue>>,
    fault: Option<CatalogError>,
}

impl CatalogReader {
    /// Reads the names in a catalog.
    ///
    /// # Errors
    /// [`CatalogError`] if it is no JSON object.
    pub(super) fn new(json: &[u8]) -> Result<Self, CatalogError> {
        let entries = serde_json::from_slice(json).map_err(|error| CatalogError(error.to_string()))?;
        Ok(Self { entries, fault: None })
    }

    /// Takes the entry of a name. What is missing or of another type becomes a default, and [`Self::finish`] says so.
    pub(super) fn take<T: CatalogEntry>(&mut self, name: &str) -> T {
        let Some(entry) = self.entries.remove(name) else {
            if !T::IS_OPTIONAL {
                self.note(format!("`{name}` is missing"));
            }
            return T::default();
        };
        serde_json::from_str(entry.get()).unwrap_or_else(|error| {
            self.note(format!("`{name}`: {error}"));
            T::default()
        })
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// The first fault: something missing, of another type, or unknown to this build.
    pub(super) fn finish(mut self) -> Result<(), CatalogError> {
        if let Some(name) = self.entries.keys().next().cloned() {
            self.note(format!("`{name}` is not known here"));
        }
        self.fault.map_or(Ok(()), Err)
    }

    fn note(&mut self, fault: String) {
        self.fault.get_or_insert(CatalogError(fault));
    }
}

/// Declares the messages once: as a struct, and as what is read of a catalog.
macro_rules! messages {
    ($(#[$meta:meta])* pub struct Messages { $($(#[$doc:meta])* pub $name:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        pub struct Messages {
            $($(#[$doc])* pub $name: $type,)+
        }

        impl Messages {
            /// Parses a message catalog, UTF-8 JSON as the files in `locales/` are.
            ///
            /// # Errors
            ///
            /// [`CatalogError`] where a message is missing, unknown or of another type.
            pub fn parse(json: &[u8]) -> Result<Self, CatalogError> {
                let mut reader = CatalogReader::new(json)?;
                let messages = Self { $($name: reader.take(stringify!($name)),)+ };
                reader.finish()?;
                Ok(messages)
            }
        }
    };
}
pub(super) use messages;
