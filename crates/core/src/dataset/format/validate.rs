//! Strings that are held to a rule while they are read: ids, language tags, currency codes.

use serde::{Deserialize, Deserializer};

use crate::deserialize::parse_string;

/// Whether a text has the form of a BCP 47 language tag: letters first, then letters and digits, in subtags of one to
/// eight.
pub fn is_language_tag(tag: &str) -> bool {
    let is_subtag =
        |text: &str| (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let mut subtags = tag.split('-');
    let is_language = |text: &str| text.len() >= 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
    subtags.next().is_some_and(|text| is_language(text) && is_subtag(text)) && subtags.all(is_subtag)
}

/// Whether a text has the form of an ISO 4217 currency code: three capital letters.
pub fn is_currency_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Deserializes an id, which is not empty.
pub(super) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    parse_string(
        deserializer,
        |text| if text.is_empty() { Err("the id is empty") } else { Ok(text.to_owned()) },
    )
}

/// Deserializes a language tag.
pub(super) fn language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    parse_string(deserializer, parse_language)
}

/// Deserializes a language tag or `null`.
pub(super) fn some_language<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<Language>::deserialize(deserializer)?.map(|tag| tag.0))
}

/// Deserializes a currency code or `null`.
pub(super) fn some_currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<Currency>::deserialize(deserializer)?.map(|code| code.0))
}

#[derive(Deserialize)]
struct Language(#[serde(deserialize_with = "language")] String);

#[derive(Deserialize)]
struct Currency(#[serde(deserialize_with = "currency")] String);

fn currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    parse_string(deserializer, |code| {
        if is_currency_code(code) {
            Ok(code.to_owned())
        } else {
            Err(format!(
                "`{code}` is not a currency code: it is three capital letters, like `KZT` or `EUR` (ISO 4217)"
            ))
        }
    })
}

/// Takes a text as a language tag.
pub(super) fn parse_language(tag: &str) -> Result<String, String> {
    if is_language_tag(tag) { Ok(tag.to_owned()) } else { Err(not_a_language(tag)) }
}

/// Says that a text is not a language tag.
pub(super) fn not_a_language(tag: &str) -> String {
    format!("`{tag}` is not a language tag: it is written like `en`, `kk` or `zh-Hant` (BCP 47)")
}
