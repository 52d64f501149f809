//! Web addresses: what a reader can be sent to, and nothing else.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::deserialize::{Field, Reading, Value, deserialize_fields, parse_into};

/// An `http` or `https` address, as far as safety needs: the scheme, a host, no blanks.
///
/// ```
/// use figure_tracker_core::dataset::format::WebAddress;
///
/// assert!(WebAddress::parse("https://paper.example/1").is_ok());
/// let error = WebAddress::parse("javascript:alert(1)").unwrap_err();
/// assert_eq!(error.to_string(), "is not a web address");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WebAddress(String);

impl WebAddress {
    /// Takes a text as an address, just as it is written.
    ///
    /// # Errors
    /// Any other scheme, no host, a blank, a control character or a backslash.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let (scheme, rest) = text.split_once("://").ok_or(AddressError)?;
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        let has_host = rest.chars().next().is_some_and(|first| !matches!(first, '/' | '?' | '#'));
        let is_clean = !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\');
        if is_web && has_host && is_clean { Ok(Self(text.to_owned())) } else { Err(AddressError) }
    }

    /// Returns the address as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for WebAddress {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for WebAddress {
    type Err = AddressError;

    /// [`WebAddress::parse`].
    fn from_str(text: &str) -> Result<Self, AddressError> {
        Self::parse(text)
    }
}

impl From<WebAddress> for String {
    fn from(address: WebAddress) -> Self {
        address.0
    }
}

impl Serialize for WebAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Field for WebAddress {
    fn blank() -> Self {
        Self(String::new())
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        parse_into(self, value, |text| {
            Self::parse(text).map_err(|error| format!("`{text}` {error}: {}", AddressError::HELP))
        })
    }
}

deserialize_fields!(WebAddress);

/// A text is no [`WebAddress`]: the end of a sentence that begins with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressError;

impl AddressError {
    /// What would be right.
    pub const HELP: &str = "an address begins with `https://` or `http://` and has no spaces";
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("is not a web address")
    }
}

impl std::error::Error for AddressError {}
