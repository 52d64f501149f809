//! Reads a message catalog.

use std::fmt;
use std::str::Utf8Error;

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

/// Declares the messages once: as a struct, and as what is read of a catalog, which may lack those that are `omissible`.
macro_rules! messages {
    (
        $(#[$meta:meta])*
        pub struct Messages {
            $(
                $(#[$doc:meta])*
                $(pub $name:ident)? $(omissible $omissible:ident)?: $type:ty,
            )+
        }
    ) => {
        $(#[$meta])*
        pub struct Messages {
            $($(#[$doc])* pub $($name)? $($omissible)?: $type,)+
        }

        $crate::deserialize::record::impl_record! {
            Messages { $($(required $name)? $(omissible $omissible)?,)+ }
        }

        impl $crate::deserialize::Field for Messages {
            fn blank() -> Self {
                Self::blank_record()
            }

            fn read(&mut self, value: &mut dyn $crate::deserialize::Value) -> $crate::deserialize::Reading {
                $crate::deserialize::record::read_record(self, value)
            }
        }
    };
}
pub(super) use messages;
