//! Reads a message catalog. Which messages there are, and in which order, the English catalog says.

use std::fmt;
use std::mem::take;
use std::str::Utf8Error;

use super::messages::Messages;
use super::plural::PluralMessage;
use crate::deserialize::record::{KeyReader, Record};
use crate::deserialize::{Field, Object, Reading, Value, take_json};

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

/// A catalog as it is read: what tells of the language, and the messages by their names.
pub(super) struct ReadCatalog {
    language: Messages,
    messages: Vec<(String, PluralMessage)>,
}

impl ReadCatalog {
    /// Reads a catalog, UTF-8 JSON as the files in `locales/` are.
    pub(super) fn parse(json: &[u8]) -> Result<Self, CatalogError> {
        let mut catalog = Self::blank();
        take_json(std::str::from_utf8(json)?, &mut |value| catalog.read(value))?;
        Ok(catalog)
    }

    /// Takes the messages in the order in which they stand, and their names.
    pub(super) fn in_own_order(self) -> (Messages, Vec<String>) {
        let (names, messages) = self.messages.into_iter().unzip();
        (Messages { messages, ..self.language }, names)
    }

    /// Takes the messages in the order of their names in another catalog, which must be the same names.
    pub(super) fn in_order_of(mut self, names: &[String]) -> Result<Messages, CatalogError> {
        let mut messages = Vec::with_capacity(names.len());
        for name in names {
            let found = self.messages.iter_mut().find(|(read, _)| read == name);
            let (read, message) = found.ok_or_else(|| CatalogError(format!("missing field `{name}`")))?;
            read.clear();
            messages.push(take(message));
        }
        match self.messages.iter().find(|(read, _)| !read.is_empty()) {
            Some((name, _)) => Err(CatalogError(format!("unknown field `{name}`"))),
            None => Ok(Messages { messages, ..self.language }),
        }
    }
}

impl Field for ReadCatalog {
    fn blank() -> Self {
        Self { language: Messages::blank_record(), messages: Vec::new() }
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        self.messages.clear();
        let keys = KeyReader::new(self.language.keys());
        value.object(&mut CatalogObject { catalog: self, keys, is_message: false })
    }
}

struct CatalogObject<'a> {
    catalog: &'a mut ReadCatalog,
    keys: KeyReader,
    /// Whether the value that comes next is a message.
    is_message: bool,
}

impl Object for CatalogObject<'_> {
    fn key(&mut self, key: &str) -> Result<(), String> {
        self.is_message = !self.keys.has_name(key);
        if self.is_message {
            self.catalog.messages.push((key.to_owned(), PluralMessage::blank()));
            return Ok(());
        }
        self.keys.read_key(key)
    }

    fn value(&mut self, value: &mut dyn Value) -> Reading {
        match self.catalog.messages.last_mut() {
            Some((_, message)) if self.is_message => message.read(value),
            _ => self.keys.read_value(&mut self.catalog.language, value),
        }
    }

    fn end(&mut self) -> Result<(), String> {
        self.keys.end(&mut self.catalog.language)
    }
}

/// Declares what a catalog holds: what tells of the language as a struct, of which what is `omissible` may be missing, and
/// the messages as methods of it. What is there under their names is in the struct as a list.
macro_rules! messages {
    (
        $(#[$meta:meta])*
        pub struct Messages {
            $(
                $(#[$doc:meta])*
                $(pub $name:ident)? $(omissible $omissible:ident)?: $type:ty,
            )+
        }

        $(#[$about_messages:meta])*
        impl Messages {
            $(
                $(#[$message_doc:meta])*
                pub $message:ident: $kind:ident,
            )+
        }
    ) => {
        $(#[$meta])*
        pub struct Messages {
            $($(#[$doc])* pub $($name)? $($omissible)?: $type,)+
            /// The messages, each in the place of its name.
            pub(super) messages: Vec<PluralMessage>,
        }

        $crate::deserialize::record::impl_record! {
            Messages { $($(required $name)? $(omissible $omissible)?,)+ } and { messages }
        }

        /// The names of the messages.
        #[expect(non_camel_case_types, reason = "each is called as in the catalogs")]
        #[derive(Clone, Copy)]
        enum Name {
            $($message,)+
        }

        $(#[$about_messages])*
        impl Messages {
            /// The names of the messages, in the order of the methods.
            pub(super) const NAMES: &[&str] = &[$(stringify!($message),)+];

            $($crate::localize::catalog_reader::message! { $(#[$message_doc])* $message: $kind })+
        }
    };
}
pub(super) use messages;

/// The method that gives a message. A text is given as a `String`: passing `str`s, which are two words, takes a kilobyte of wasm.
macro_rules! message {
    ($(#[$doc:meta])* $message:ident: String) => {
        $(#[$doc])*
        pub fn $message(&self) -> &String {
            &self.message(Name::$message).other
        }
    };
    ($(#[$doc:meta])* $message:ident: PluralMessage) => {
        $(#[$doc])*
        pub fn $message(&self) -> &PluralMessage {
            self.message(Name::$message)
        }
    };
}
pub(super) use message;
