//! How a language writes, by the browser's `Intl`: in the browser only.

use std::cell::RefCell;

use js_sys::{JsString, Object, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;

use super::super::plural::PluralCategory;
use super::{DateStyle, Locale};
use crate::date::Day;

const MILLISECONDS_PER_DAY: f64 = 86_400_000.0;
/// `Intl` takes no more digits after the point.
const MAX_FRACTION_DIGITS: usize = 20;

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
    // `Intl` makes a number of the digits itself.
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, digits: &str) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> String;
}

/// The formatters of one language, each made when first wanted.
pub(super) struct Formatters {
    tag: String,
    /// By the number of digits after the point.
    numbers: SendWrapper<RefCell<Vec<(usize, NumberFormatters)>>>,
    dates: SendWrapper<RefCell<Vec<(DateStyle, DateTimeFormat)>>>,
}

struct NumberFormatters {
    number: NumberFormat,
    plural: PluralRules,
}

impl NumberFormatters {
    /// Creates the formatters of a language that write so many digits after the point.
    fn new(tag: &str, fraction: usize) -> Option<Self> {
        let count = JsValue::from(u32::try_from(fraction).ok()?);
        let options = [("minimumFractionDigits", count.clone()), ("maximumFractionDigits", count)];
        let options = make_options(options);
        let number = NumberFormat::new(tag, &options).ok()?;
        let plural = PluralRules::new(tag, &options).ok()?;
        Some(Self { number, plural })
    }
}

impl Formatters {
    /// The formatters of the language `tag`, of `en` where it is malformed or not known.
    pub(super) fn new(tag: &str) -> Self {
        let is_known = NumberFormat::supported(tag).is_ok_and(|tags| tags.length() > 0);
        let tag = if is_known { tag } else { "en" }.to_owned();
        Self {
            tag,
            numbers: SendWrapper::new(RefCell::default()),
            dates: SendWrapper::new(RefCell::default()),
        }
    }

    /// Calls `format` with the formatters that keep every digit after the point.
    fn with_formatters<T>(&self, digits: &str, format: impl FnOnce(&NumberFormatters) -> T) -> Option<T> {
        let fraction = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let fraction = fraction.min(MAX_FRACTION_DIGITS);
        let mut numbers = self.numbers.borrow_mut();
        find_or_make(&mut numbers, fraction, || NumberFormatters::new(&self.tag, fraction)).map(format)
    }
}

/// Returns what is known under a key, made where it is first wanted; none where it can't be made.
fn find_or_make<Key: PartialEq, T>(
    known: &mut Vec<(Key, T)>,
    key: Key,
    make: impl FnOnce() -> Option<T>,
) -> Option<&T> {
    let place = match known.iter().position(|(of, _)| *of == key) {
        Some(place) => place,
        None => {
            known.push((key, make()?));
            known.len() - 1
        }
    };
    known.get(place).map(|(_, made)| made)
}

impl Locale for Formatters {
    fn tag(&self) -> &str {
        &self.tag
    }

    fn format_number(&self, digits: &str) -> String {
        let number = self.with_formatters(digits, |formatters| formatters.number.format(digits));
        number.unwrap_or_else(|| digits.to_owned())
    }

    fn plural_category(&self, digits: &str) -> PluralCategory {
        let name = self.with_formatters(digits, |formatters| formatters.plural.select(digits));
        name.and_then(|name| PluralCategory::from_name(&name)).unwrap_or(PluralCategory::Other)
    }

    fn format_date(&self, day: Day, style: DateStyle) -> String {
        let milliseconds = f64::from(day.number()) * MILLISECONDS_PER_DAY;
        let mut dates = self.dates.borrow_mut();
        let make = || DateTimeFormat::new(&self.tag, &date_options(style)).ok();
        match find_or_make(&mut dates, style, make) {
            Some(formatter) => formatter.format(milliseconds),
            None => day.to_string(),
        }
    }

    fn lowercase(&self, text: &str) -> String {
        JsString::from(text).to_locale_lower_case(Some(&self.tag)).into()
    }
}

/// The options of `Intl.DateTimeFormat`.
fn date_options(style: DateStyle) -> Object {
    let parts: &[(&str, &str)] = match style {
        DateStyle::Long => &[("dateStyle", "long")],
        DateStyle::Medium => &[("day", "numeric"), ("month", "short"), ("year", "numeric")],
        DateStyle::DayMonth => &[("day", "numeric"), ("month", "short")],
        DateStyle::MonthYear => &[("month", "long"), ("year", "numeric")],
        DateStyle::Month => &[("month", "short")],
        DateStyle::ShortMonthYear => &[("month", "short"), ("year", "numeric")],
        DateStyle::Year => &[("year", "numeric")],
    };
    let always = [("timeZone", "UTC"), ("calendar", "gregory")];
    make_options(always.iter().chain(parts).map(|(name, value)| (*name, JsValue::from(*value))))
}

fn make_options<'a>(options: impl IntoIterator<Item = (&'a str, JsValue)>) -> Object {
    let object = Object::new();
    for (name, value) in options {
        // Setting a property of a new object never fails.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}
