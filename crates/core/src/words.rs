//! What the interface says, per language, and how a language writes numbers and dates.
//!
//! Everything here is plain text, never markup. A [`Locale`] knows how a language writes; [`Words`] is the table
//! of a language's phrases; a [`Voice`] has both and says what there is to say about figures. No phrase of the
//! interface stands anywhere else.

mod amount;
mod change;
mod decimal;
mod describe;
mod en;
mod file;
mod fill;
mod money;
mod months;
mod number;
mod phrases;
mod remark;
mod statement;
mod when;
mod who;

#[cfg(not(target_arch = "wasm32"))]
mod ar;
#[cfg(not(target_arch = "wasm32"))]
mod de;
#[cfg(not(target_arch = "wasm32"))]
mod es;
#[cfg(not(target_arch = "wasm32"))]
mod fr;
#[cfg(not(target_arch = "wasm32"))]
mod icu;
#[cfg(not(target_arch = "wasm32"))]
mod kk;
#[cfg(not(target_arch = "wasm32"))]
mod ru;

#[cfg(target_arch = "wasm32")]
mod intl;

use std::rc::Rc;
use std::sync::Arc;

pub use amount::AmountParts;
pub use phrases::{Plural, Words};
pub use remark::Remark;

use crate::dataset::Text;
use crate::date::Day;

/// How a language writes numbers and dates: `Intl` in the browser, ICU4X natively.
pub trait Locale {
    /// The BCP 47 tag.
    fn tag(&self) -> &str;
    /// Decimal digits (as in [`crate::dataset::Decimal::digits`]) with the language's grouping and signs.
    fn number(&self, digits: &str) -> String;
    /// The CLDR plural category of a number (`one`, `few`, `other` ...).
    fn plural(&self, digits: &str) -> &'static str;
    /// A date at the precision and length that `style` names, in the Gregorian calendar.
    fn date(&self, day: Day, style: DateStyle) -> String;
}

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// `14 March 2022`
    Long,
    /// `14 Mar 2022`
    Medium,
    /// `14 Mar`
    DayMonth,
    /// `March 2022`
    MonthYear,
    /// `Mar`
    Month,
    /// `Mar 2022`
    ShortMonthYear,
    /// `2022`
    Year,
}

/// The names of the CLDR plural categories.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// How the language `tag` is written here; `en` where the tag is malformed or the language not known.
pub fn locale(tag: &str) -> Rc<dyn Locale> {
    #[cfg(not(target_arch = "wasm32"))]
    return Rc::new(icu::Icu::new(tag));
    #[cfg(target_arch = "wasm32")]
    return Rc::new(intl::Intl::new(tag));
}

/// The text in lower case: by the browser in the browser, where a table of letters would cost bytes.
pub fn lowercase(text: &str) -> String {
    #[cfg(not(target_arch = "wasm32"))]
    return text.to_lowercase();
    #[cfg(target_arch = "wasm32")]
    return intl::lowercase(text);
}

/// Says what there is to say about figures, in one language.
#[derive(Clone)]
pub struct Voice {
    /// The phrases.
    pub words: &'static Words,
    /// How numbers and dates are written.
    pub locale: Rc<dyn Locale>,
    /// BCP 47 tag of the language in which the data set's own texts are wanted.
    pub tag: Arc<str>,
}

impl Voice {
    /// The voice of a locale: its language's phrases, or the English ones.
    pub fn new(locale: Rc<dyn Locale>) -> Self {
        Self { words: Words::nearest(locale.tag()), tag: locale.tag().into(), locale }
    }

    /// The voice for readers of the language `tag`.
    ///
    /// A language without phrases of its own gets English phrases, and English dates and numbers with them, so
    /// that no sentence is half of each; the data set's texts are still wanted in `tag`.
    pub fn of(tag: &str) -> Self {
        let words = Words::nearest(tag);
        let locale = locale(if words.are_of(tag) { tag } else { words.tag });
        Self { words, locale, tag: tag.into() }
    }

    /// Whether the phrases are in the language that was wanted, and not English instead.
    pub fn is_native(&self) -> bool {
        self.words.are_of(&self.tag)
    }

    /// A data set's text in the nearest language, fit to be put into a sentence.
    pub fn text(&self, text: &Text) -> String {
        self.isolated(text.get(&self.tag))
    }

    /// How many there are of something: `3 figures`.
    pub fn count(&self, number: usize, phrase: Plural) -> String {
        let digits = number.to_string();
        let phrase = fill::choose(phrase, self.locale.plural(&digits));
        fill::fill(phrase, &[("n", &self.locale.number(&digits))])
    }

    fn isolated(&self, text: &str) -> String {
        fill::isolated(text, self.words.right_to_left)
    }
}
