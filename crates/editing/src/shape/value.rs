//! Single values: names, numbers, dates, addresses, languages, texts.

use std::fmt::Display;
use std::ops::Range;

use jsonc_parser::ast::Value;

use figure_tracker_core::dataset::format::{
    AddressError, FormatVersion, WebAddress, is_currency_code, is_language_tag,
};
use figure_tracker_core::date::Date;
use figure_tracker_core::decimal::Decimal;

use super::{Holder, ShapeCheck};
use crate::declaration::ValueKind;
use crate::findings::Finding;
use crate::hash::{HashSet, HashSetExt};
use crate::tree::{bytes_of, key_bytes, members, text_of, underlined};

const LANGUAGE_HELP: &str = "a tag is written like `en`, `kk` or `zh-Hant` (BCP 47)";

impl ValueKind {
    /// What would be right, in words.
    pub(super) fn in_words(&self) -> &'static str {
        match self {
            Self::Version => "a whole number",
            Self::Text => "a text, or an object from language tag to text",
            Self::Label => "a word, or an object from plural category or language tag to words",
            Self::Number => "a number or a decimal string",
            Self::Flag => "true or false",
            Self::List(_) => "a list",
            Self::Record(_) => "an object",
            Self::WordOrRecord(_) => "a text in double quotes, or an object",
            _ => "a text in double quotes",
        }
    }

    /// Whether such a value is a JSON string.
    pub(super) fn is_written_as_text(&self) -> bool {
        matches!(
            self,
            Self::Word
                | Self::Id
                | Self::Date
                | Self::Address
                | Self::Language
                | Self::Currency
                | Self::WordOrRecord(_)
        )
    }

    /// What a faulty value of this kind is read as, so that the rest of its record can be read; none where nothing
    /// harmless could be read instead.
    pub(super) fn neutral(&self) -> Option<&'static str> {
        match self {
            Self::Word | Self::Id | Self::Text | Self::Label | Self::WordOrRecord(_) => Some("\"?\""),
            Self::Version => Some("1"),
            Self::Language => Some("\"und\""),
            Self::List(_) => Some("[]"),
            _ => None,
        }
    }
}

impl ShapeCheck {
    /// Checks a name against those that may stand there.
    pub(super) fn check_name(
        &mut self,
        value: &Value<'_>,
        name: &str,
        names: &[String],
        kind: &ValueKind,
        holder: Holder<'_>,
    ) {
        if names.iter().any(|known| known == name) {
            return;
        }
        let message = format!("`{name}` is not a value of `{}`", holder.name());
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let help = self.name_meant(name, &names, "its values are");
        self.report(value, "unknown-value", message, help);
        self.mark_faulty(value, kind.neutral(), holder);
    }

    /// The version of the format is the one that this program reads.
    pub(super) fn check_version(&mut self, value: &Value<'_>, version: &str) {
        if version != FormatVersion::NUMBER.to_string() {
            let message = format!("`format` is {version}, which is not known here");
            let help = format!("the format has one version: {}", FormatVersion::NUMBER);
            self.report(value, "unknown-format", message, help);
            self.mark_faulty(value, ValueKind::Version.neutral(), Holder::Nothing);
        }
    }

    /// A number can be read without losing a digit, and programs that read it as a double lose none.
    pub(super) fn check_number(&mut self, value: &Value<'_>, holder: Holder<'_>) {
        let (written, parsed) = match value {
            Value::NumberLit(number) => (number.value, Decimal::parse_json_number(number.value)),
            Value::StringLit(text) => (text.value.as_ref(), Decimal::parse(&text.value)),
            _ => return,
        };
        let key = holder.name();
        match parsed {
            Ok(number) if matches!(value, Value::NumberLit(_)) && !number.fits_double() => {
                let message = format!("`{key}` has more digits than a double keeps");
                let finding = Finding::warning("lost-digits", bytes_of(value), message);
                self.findings.push(finding.with_help(format!("write it as a string: \"{written}\"")));
            }
            Ok(_) => {}
            Err(error) => {
                let message = format!("`{key}` is `{written}`, which {error}");
                self.report(value, "bad-number", message, error.help());
                self.mark_faulty(value, None, holder);
            }
        }
    }

    /// A word that has a form has it.
    pub(super) fn check_word(&mut self, value: &Value<'_>, text: &str, kind: &ValueKind, holder: Holder<'_>) {
        let (code, message, help): (_, String, &str) = match kind {
            ValueKind::Id if text.is_empty() => ("empty-id", "the id is empty".to_owned(), ""),
            ValueKind::Date => match Date::parse(text) {
                Err(error) => ("bad-date", error.to_string(), ""),
                Ok(_) => return,
            },
            ValueKind::Address => match WebAddress::parse(text) {
                Err(error) => ("bad-url", in_sentence(holder.name(), text, error), AddressError::HELP),
                Ok(_) => return,
            },
            ValueKind::Language if !is_language_tag(text) => {
                ("bad-language", format!("`{text}` is not a language tag"), LANGUAGE_HELP)
            }
            ValueKind::Currency if !is_currency_code(text) => (
                "bad-currency",
                format!("`{text}` is not a currency code"),
                "a code is three capital letters, like `KZT` or `EUR` (ISO 4217)",
            ),
            _ => return,
        };
        self.report(value, code, message, help);
        self.mark_faulty(value, kind.neutral(), holder);
    }

    /// A text says something, in languages that are named by BCP 47 tags.
    pub(super) fn check_text(&mut self, value: &Value<'_>, key: &str) {
        let is_blank = |value: &Value<'_>| text_of(value).is_some_and(|text| text.trim().is_empty());
        let entries = members(value);
        let mut is_sound = self.check_entries(value, &ValueKind::Word);
        if is_blank(value) || (text_of(value).is_none() && entries.iter().all(|entry| is_blank(&entry.value)))
        {
            let message = format!("`{key}` is empty");
            self.report(value, "empty-text", message, "write it, or leave the key out");
            is_sound = false;
        }
        for entry in entries {
            is_sound &= self.check_language_key(entry.name.as_str(), key_bytes(entry));
        }
        if !is_sound {
            self.faulty.push(bytes_of(value));
            self.read_as(bytes_of(value), Some("\"?\""));
        }
    }

    /// Checks the type of each value of an object whose keys are languages or plural categories, and that none of them
    /// stands twice.
    pub(super) fn check_entries(&mut self, value: &Value<'_>, kind: &ValueKind) -> bool {
        let before = self.findings.len();
        let mut seen = HashSet::new();
        for entry in members(value) {
            if seen.insert(entry.name.as_str()) {
                let holder = Holder::Key { name: entry.name.as_str(), is_required: true };
                self.check_value(&entry.value, kind, holder);
            } else {
                self.report_duplicate_key(entry);
            }
        }
        self.findings.len() == before
    }

    /// A language is named by a BCP 47 tag.
    pub(super) fn check_language_key(&mut self, tag: &str, bytes: Range<usize>) -> bool {
        let is_tag = is_language_tag(tag);
        if !is_tag {
            let message = format!("`{tag}` is not a language tag");
            self.findings.push(Finding::error("bad-language", bytes, message).with_help(LANGUAGE_HELP));
        }
        is_tag
    }

    pub(super) fn report(
        &mut self,
        value: &Value<'_>,
        code: &'static str,
        message: String,
        help: impl Into<String>,
    ) {
        let help = Some(help.into()).filter(|help| !help.is_empty());
        self.findings.push(Finding::error(code, underlined(value), message).with_help_if_any(help));
    }
}

fn in_sentence(key: &str, text: &str, error: impl Display) -> String {
    format!("`{key}` is `{text}`, which {error}")
}
