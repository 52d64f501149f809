//! How a language writes, by the browser's `Intl`: in the browser only.

use std::cell::{OnceCell, RefCell};

use wasm_bindgen::prelude::*;

use super::{CATEGORIES, DateStyle, Locale, Messages};
use crate::date::Day;
use crate::small::cut;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<NumberFormat, JsValue>;
    // Given a text, `Intl` keeps digits that a double would lose.
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, digits: &str) -> String;
    #[wasm_bindgen(static_method_of = NumberFormat, js_namespace = Intl, js_name = supportedLocalesOf, catch)]
    fn supported(tag: &str) -> Result<js_sys::Array, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<PluralRules, JsValue>;
    // `Intl` makes a number of the digits, so that the wasm needs no code for that.
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, digits: &str) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> String;
}

/// How one language writes.
pub(super) struct Intl {
    tag: String,
    formatters: Formatters,
}

/// The formatters of one language, made when first wanted.
#[derive(Default)]
struct Formatters {
    /// By the number of digits after the point.
    numbers: RefCell<Vec<(usize, NumberFormat, PluralRules)>>,
    /// By style.
    dates: [OnceCell<Option<DateTimeFormat>>; 7],
}

impl Intl {
    /// The formatters of the language `tag`, of `en` where it is malformed or not known.
    pub(super) fn new(tag: &str) -> Self {
        let known = NumberFormat::supported(tag).is_ok_and(|tags| tags.length() > 0);
        let tag = if known { tag } else { "en" }.to_owned();
        Self { tag, formatters: Formatters::default() }
    }

    /// Hands the formatters for so many digits after the point to `say`.
    fn with<T>(&self, digits: &str, say: impl FnOnce(&NumberFormat, &PluralRules) -> T) -> Option<T> {
        let fraction = cut(digits, ".").1.map_or(0, |fraction| fraction.len().min(20));
        let mut numbers = self.formatters.numbers.borrow_mut();
        if !numbers.iter().any(|(of, ..)| *of == fraction) {
            let count = fraction.to_string();
            let options =
                [r#"{"minimumFractionDigits":"#, &count, r#","maximumFractionDigits":"#, &count, "}"]
                    .concat();
            let options = js_sys::JSON::parse(&options).ok()?;
            let number = NumberFormat::new(&self.tag, &options).ok()?;
            numbers.push((fraction, number, PluralRules::new(&self.tag, &options).ok()?));
        }
        numbers.iter().find(|(of, ..)| *of == fraction).map(|(_, number, plural)| say(number, plural))
    }
}

/// The options of `Intl.DateTimeFormat`, less the time zone and the calendar.
fn options(style: DateStyle) -> &'static str {
    match style {
        DateStyle::Long => r#""dateStyle":"long""#,
        DateStyle::Medium => r#""dateStyle":"medium""#,
        DateStyle::DayMonth => r#""day":"numeric","month":"short""#,
        DateStyle::MonthYear => r#""month":"long","year":"numeric""#,
        DateStyle::Month => r#""month":"short""#,
        DateStyle::ShortMonthYear => r#""month":"short","year":"numeric""#,
        DateStyle::Year => r#""year":"numeric""#,
    }
}

fn formatter(tag: &str, style: DateStyle) -> Option<DateTimeFormat> {
    let options = [r#"{"timeZone":"UTC","calendar":"gregory","#, options(style), "}"].concat();
    DateTimeFormat::new(tag, &js_sys::JSON::parse(&options).ok()?).ok()
}

/// The text in lower case, by the browser's table of letters.
pub(super) fn lowercase(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

impl Locale for Intl {
    fn tag(&self) -> &str {
        &self.tag
    }

    fn format_number(&self, digits: &str) -> String {
        self.with(digits, |by, _| by.format(digits)).unwrap_or_else(|| digits.to_owned())
    }

    fn plural_category(&self, digits: &str) -> &'static str {
        let category = self.with(digits, |_, by| by.select(digits)).unwrap_or_default();
        CATEGORIES.into_iter().find(|known| *known == category).unwrap_or("other")
    }

    fn format_date(&self, day: Day, style: DateStyle) -> String {
        let cell = self.formatters.dates.get(style as usize);
        let by = cell.and_then(|cell| cell.get_or_init(|| formatter(&self.tag, style)).as_ref());
        let text = by.map_or_else(|| day.text(), |by| by.format(f64::from(day.number()) * 86_400_000.0));
        // A browser that does not know the months of a language writes `M03`.
        let own = text.contains('M').then(|| Messages::negotiate(&self.tag).own_date(day, style)).flatten();
        own.unwrap_or(text)
    }
}
