//! The word for a counted thing: spelt so that every language and number finds its form.

use jsonc_parser::ast::Value;

use figure_tracker_core::dataset::format::PLURAL_CATEGORIES;

use super::{Holder, ShapeCheck};
use crate::declaration::ValueKind;
use crate::findings::Finding;
use crate::hash::{HashSet, HashSetExt};
use crate::tree::{bytes_of, key_bytes, member, members, text_of, underlined};

impl ShapeCheck {
    /// Checks a word, its plural forms by CLDR category, or either per language.
    pub(super) fn check_label(&mut self, label: &Value<'_>) {
        let before = self.findings.len();
        if is_by_category(label) {
            self.check_entries(label, &ValueKind::Word);
            self.check_forms(label);
        } else {
            self.check_languages(label);
        }
        if self.findings.len() > before {
            self.faulty.push(bytes_of(label));
            self.read_as(bytes_of(label), Some("\"?\""));
        }
    }

    /// The words of each language.
    fn check_languages(&mut self, label: &Value<'_>) {
        let mut seen = HashSet::new();
        for entry in members(label) {
            let tag = entry.name.as_str();
            if !seen.insert(tag) {
                self.report_duplicate_key(entry);
                continue;
            }
            self.check_language_key(tag, key_bytes(entry));
            if matches!(entry.value, Value::StringLit(_) | Value::Object(_)) {
                self.check_entries(&entry.value, &ValueKind::Word);
                self.check_forms(&entry.value);
            } else {
                let holder = Holder::Key { name: tag, is_required: true };
                self.report_wrong_type(&entry.value, &ValueKind::Text, holder);
            }
        }
    }

    /// The words of one language, by plural category or one for all numbers.
    fn check_forms(&mut self, words: &Value<'_>) {
        if text_of(words).is_some_and(|word| word.trim().is_empty()) {
            self.report_empty_label(words);
        }
        if !matches!(words, Value::Object(_)) {
            return;
        }
        for form in members(words) {
            let category = form.name.as_str();
            if !PLURAL_CATEGORIES.contains(&category) {
                let message = format!("`{category}` is not a plural category");
                let help = format!("the categories are `{}`", PLURAL_CATEGORIES.join("`, `"));
                let finding = Finding::error("unknown-key", key_bytes(form), message);
                self.findings.push(finding.with_help(help));
            } else if text_of(&form.value).is_some_and(|word| word.trim().is_empty()) {
                self.report_empty_label(&form.value);
            }
        }
        if member(words, "other").is_none() {
            let finding =
                Finding::error("missing-key", underlined(words), "the plural category `other` is missing");
            self.findings
                .push(finding.with_help("it is the word for all numbers that have no word of their own"));
        }
    }

    fn report_empty_label(&mut self, value: &Value<'_>) {
        let message = "the label is empty".to_owned();
        self.report(value, "empty-text", message, "write the word for what is counted");
    }
}

/// Whether the keys of a label are plural categories rather than languages.
fn is_by_category(label: &Value<'_>) -> bool {
    let is_category = |key: &str| PLURAL_CATEGORIES.contains(&key);
    members(label)
        .iter()
        .all(|member| is_category(member.name.as_str()) && !matches!(member.value, Value::Object(_)))
}
