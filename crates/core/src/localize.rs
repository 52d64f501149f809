//! What the interface says, per language, and how a language writes numbers and dates.
//!
//! Everything here is plain text, never markup. A [`Locale`] knows how a language writes; [`Messages`] is a message
//! catalog, one language's file in `locales/`; a [`Localizer`] has both and says what there is to say about figures.
//! No message of the interface stands anywhere else.

mod amount_parts;
mod amounts;
mod attribution;
mod catalog_reader;
mod catalogs;
mod change;
mod course;
mod date_range;
mod dates;
mod descriptions;
mod direction;
mod interpolate;
mod ledger;
mod locale;
mod messages;
mod money;
mod months;
mod plural;
mod questions;
mod relations;
mod statement;
mod views;

use std::sync::Arc;

pub use amount_parts::AmountParts;
pub use catalog_reader::CatalogError;
pub use direction::{runs_left_to_right, runs_right_to_left};
pub use interpolate::{FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE, balance_isolates, is_bidi_control};
pub use locale::{DateStyle, Locale, locale_for_tag};
pub use messages::{Direction, Magnitude, Messages};
pub use months::MonthNames;
pub use plural::{PluralCategory, PluralMessage};
pub use relations::RelationNote;

use self::interpolate::{interpolate, isolate, isolated};
use self::months::WithMonthNames;
use crate::dataset::Text;
use crate::language::LanguageTag;

/// Says what there is to say about figures, in one language. Cheap to clone.
///
/// # Examples
///
/// ```
/// use figure_tracker_core::localize::Localizer;
///
/// let localizer = Localizer::for_language("en-GB");
/// assert_eq!(localizer.messages.search(), "Search");
/// assert_eq!(localizer.format_count(2, localizer.messages.figure_count()), "2 figures");
/// ```
#[derive(Clone)]
pub struct Localizer {
    /// The messages.
    pub messages: Arc<Messages>,
    /// How numbers and dates are written.
    pub locale: Arc<dyn Locale>,
    /// BCP 47 tag of the language in which the dataset's own texts are wanted.
    pub tag: Arc<str>,
    /// BCP 47 tag of the language in which the messages are: that which is wanted, else what stands in for it, English or
    /// another script.
    pub interface_tag: Arc<str>,
}

impl Localizer {
    /// Returns the localizer for readers of the language `tag`.
    ///
    /// A language without a message catalog gets English messages, and English dates and numbers with them, so that
    /// no sentence is half of each; the dataset's texts are still wanted in `tag`.
    pub fn for_language(tag: &str) -> Self {
        let catalog = Messages::negotiate(tag);
        let written = if catalog.is_some() { tag } else { "en" };
        let messages = catalog.unwrap_or_else(Messages::english);
        let locale = locale_for_tag(written);
        let locale = match &messages.months {
            Some(months) => Arc::new(WithMonthNames { locale, months: months.clone() }),
            None => locale,
        };
        let interface_tag = interface_tag(tag, &messages.language);
        Self { messages, locale, tag: tag.into(), interface_tag }
    }

    /// Returns whether the messages are in the language that was wanted, and not in English instead.
    pub fn is_translated(&self) -> bool {
        LanguageTag::new(&self.messages.language).is_same_language(LanguageTag::new(&self.tag))
    }

    /// Returns a dataset's text in the nearest language, fit to be put into a sentence: isolated where it is of another
    /// language, or its letters run in the other direction.
    pub fn localize_text(&self, text: &Text) -> String {
        let words = text.get(&self.tag);
        match self.foreign_language(text) {
            Some(_) if !words.is_empty() => isolated(words),
            _ => self.isolate(words),
        }
    }

    /// Returns the language of a dataset's text, where it isn't that of the messages.
    pub fn foreign_language<'a>(&self, text: &'a Text) -> Option<&'a str> {
        text.foreign_language(&self.tag, &self.interface_tag)
    }

    /// Formats how many there are of something: `3 figures`.
    pub fn format_count(&self, number: usize, message: &PluralMessage) -> String {
        let digits = number.to_string();
        let form = message.form(self.locale.plural_category(&digits));
        interpolate(form, &[("n", &self.locale.format_number(&digits))])
    }

    /// Writes a name and what there is to say of it: `Licence: CC BY 4.0`.
    pub fn format_labelled(&self, label: &str, text: &str) -> String {
        interpolate(self.messages.label_and_text(), &[("label", label), ("text", text)])
    }

    /// Writes a metric and one of its scopes: `Deaths – Almaty`.
    pub fn format_metric_and_scope(&self, metric: &str, scope: &str) -> String {
        interpolate(self.messages.metric_and_scope(), &[("metric", metric), ("scope", scope)])
    }

    /// Writes a text and what belongs to it: `230 (Almaty)`.
    pub fn format_aside(&self, text: &str, label: &str) -> String {
        interpolate(self.messages.labelled(), &[("text", text), ("label", label)])
    }

    /// Writes sentences one after the other.
    pub fn join_sentences(&self, sentences: impl IntoIterator<Item = String>) -> String {
        let join = |text: String, sentence: String| {
            interpolate(self.messages.next_sentence(), &[("text", &text), ("sentence", &sentence)])
        };
        sentences.into_iter().reduce(join).unwrap_or_default()
    }

    /// Ends a sentence, if nothing ends it yet: a year may end in an abbreviation, `2022 г.`
    pub(crate) fn end_sentence(&self, sentence: &str) -> String {
        match sentence.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
            true => sentence.to_owned(),
            false => interpolate(self.messages.full_sentence(), &[("sentence", sentence)]),
        }
    }

    fn isolate(&self, text: &str) -> String {
        isolate(text, self.messages.is_right_to_left())
    }
}

/// The tag that messages have where `wanted` was asked for: `zh-Hans` where a reader of `zh-TW` gets Simplified Chinese.
fn interface_tag(wanted: &str, language: &str) -> Arc<str> {
    let own = LanguageTag::new(language);
    if LanguageTag::new(wanted).is_same_writing(own) {
        return wanted.into();
    }
    match own.written_script() {
        Some(script) => [language, "-", script].concat().into(),
        None => language.into(),
    }
}
