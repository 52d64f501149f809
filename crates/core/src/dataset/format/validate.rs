//! Strings that are held to a rule while they are read: ids, language tags, currency codes.

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

/// Holds an id to be there.
///
/// # Errors
/// What is wrong with it.
pub(super) fn not_empty(id: &str) -> Result<(), String> {
    if id.is_empty() { Err("the id is empty".to_owned()) } else { Ok(()) }
}

/// Holds a text to be a language tag.
///
/// # Errors
/// What is wrong with it.
pub(super) fn language(tag: &str) -> Result<(), String> {
    if is_language_tag(tag) { Ok(()) } else { Err(not_a_language(tag)) }
}

/// Holds a text to be a currency code.
///
/// # Errors
/// What is wrong with it.
pub(super) fn currency(code: &str) -> Result<(), String> {
    if is_currency_code(code) {
        Ok(())
    } else {
        Err(format!(
            "`{code}` is not a currency code: it is three capital letters, like `KZT` or `EUR` (ISO 4217)"
        ))
    }
}

/// Says that a text is not a language tag.
pub(super) fn not_a_language(tag: &str) -> String {
    format!("`{tag}` is not a language tag: it is written like `en`, `kk` or `zh-Hant` (BCP 47)")
}
