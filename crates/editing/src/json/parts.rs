//! The members of an object and the items of a list, as slices of their text.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// One value in an object or a list.
#[derive(Clone, Debug)]
pub(crate) struct Part<'t> {
    /// The key, without escapes; empty in a list.
    pub(crate) key: Cow<'t, str>,
    /// Everything between the value before it, or the opening bracket, and the value: comma, spaces, key, colon.
    pub(crate) head: &'t str,
    /// The value as it is written.
    pub(crate) value: &'t str,
}

/// An object or a list, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Parts<'t> {
    /// What it holds, in order.
    pub(crate) parts: Vec<Part<'t>>,
    /// What stands behind the last value: spaces and the closing bracket.
    pub(crate) tail: &'t str,
}

/// Takes an object apart; one without members where the text is no object.
pub(super) fn members(object: &str) -> Parts<'_> {
    split_object(object).unwrap_or_default()
}

/// Takes a list apart; one without items where the text is no list.
pub(super) fn items(list: &str) -> Parts<'_> {
    split_list(list).unwrap_or_default()
}

/// Takes an object apart that begins where the text does.
///
/// # Errors
/// Why the text is no object.
pub(crate) fn split_object(object: &str) -> serde_json::Result<Parts<'_>> {
    let mut deserializer = serde_json::Deserializer::from_str(object);
    let members = deserializer.deserialize_map(MemberVisitor)?;
    deserializer.end()?;
    Ok(with_heads(object, members.into_iter()))
}

/// Takes a list apart that begins where the text does.
///
/// # Errors
/// Why the text is no list.
pub(crate) fn split_list(list: &str) -> serde_json::Result<Parts<'_>> {
    let items: Vec<&RawValue> = serde_json::from_str(list)?;
    Ok(with_heads(list, items.into_iter().map(|item| (Cow::Borrowed(""), item))))
}

fn with_heads<'t>(
    text: &'t str,
    values: impl ExactSizeIterator<Item = (Cow<'t, str>, &'t RawValue)>,
) -> Parts<'t> {
    let mut end = 1;
    let mut parts = Vec::with_capacity(values.len());
    for (key, value) in values {
        let value = value.get();
        let start = value.as_ptr() as usize - text.as_ptr() as usize;
        parts.push(Part { key, head: text.get(end..start).unwrap_or_default(), value });
        end = start + value.len();
    }
    Parts { parts, tail: text.get(end..).unwrap_or_default() }
}

struct MemberVisitor;

impl<'t> Visitor<'t> for MemberVisitor {
    type Value = Vec<(Cow<'t, str>, &'t RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            members.push((unescaped(key.get()), value));
        }
        Ok(members)
    }
}

/// Returns a quoted key without quotes and escapes.
fn unescaped(key: &str) -> Cow<'_, str> {
    match serde_json::from_str::<&str>(key) {
        Ok(plain) => Cow::Borrowed(plain),
        Err(_) => Cow::Owned(serde_json::from_str(key).unwrap_or_default()),
    }
}
