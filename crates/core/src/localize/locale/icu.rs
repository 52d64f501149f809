//! How a language writes, by ICU4X with its compiled data: natively only.

use icu::calendar::Gregorian;
use icu::casemap::CaseMapper;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::enums::{CalendarPeriodFieldSet, DateFieldSet};
use icu::datetime::fieldsets::{M, MD, Y, YM, YMD};
use icu::datetime::input::Date;
use icu::datetime::pattern::FixedCalendarDateTimeNames;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::{LanguageIdentifier, Locale as Tag};
use icu::plurals::{PluralCategory as IcuCategory, PluralRules};

use super::super::plural::PluralCategory;
use super::{DateStyle, Locale};
use crate::date::Day;

type DateFormatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The formatters of one language.
pub(super) struct Formatters {
    tag: String,
    language: LanguageIdentifier,
    numbers: Option<DecimalFormatter>,
    plurals: Option<PluralRules>,
    dates: Vec<(DateStyle, DateFormatter<DateFieldSet>)>,
    periods: Vec<(DateStyle, DateFormatter<CalendarPeriodFieldSet>)>,
}

impl Formatters {
    /// The formatters of the language `tag`, of `en` where it is malformed or not known.
    pub(super) fn new(tag: &str) -> Self {
        let known = Tag::try_from_str(tag).ok().map(|tag| Self::of(&tag)).filter(Self::is_known);
        known.unwrap_or_else(|| Self::of(&icu::locale::locale!("en")))
    }

    fn of(tag: &Tag) -> Self {
        let date = |(style, fields)| Some((style, DateFormatter::try_new(tag.into(), fields).ok()?));
        let period = |(style, fields)| Some((style, period_formatter(tag, fields)?));
        Self {
            tag: tag.to_string(),
            language: tag.id.clone(),
            numbers: DecimalFormatter::try_new(tag.into(), Default::default()).ok(),
            plurals: PluralRules::try_new_cardinal(tag.into()).ok(),
            dates: dates().into_iter().filter_map(date).collect(),
            periods: periods().into_iter().filter_map(period).collect(),
        }
    }

    /// A language that ICU4X has no data for is written by the root's patterns, where March is `M03`.
    fn is_known(&self) -> bool {
        Day::from_ymd(2022, 3, 1).is_some_and(|day| !self.format_date(day, DateStyle::Long).contains("M03"))
    }
}

/// The formatter of a month or a year. ICU4X 2.4 forgets the digits of some languages, such as those of `março de 2022`.
fn period_formatter(
    tag: &Tag,
    fields: CalendarPeriodFieldSet,
) -> Option<DateFormatter<CalendarPeriodFieldSet>> {
    let formatter = DateFormatter::try_new(tag.into(), fields).ok()?;
    let mut names = FixedCalendarDateTimeNames::from_formatter(tag.into(), formatter);
    names.include_decimal_formatter().ok()?;
    names.try_into_formatter(fields).ok()
}

fn dates() -> [(DateStyle, DateFieldSet); 3] {
    [
        (DateStyle::Long, DateFieldSet::YMD(YMD::long())),
        (DateStyle::Medium, DateFieldSet::YMD(YMD::medium())),
        (DateStyle::DayMonth, DateFieldSet::MD(MD::medium())),
    ]
}

fn periods() -> [(DateStyle, CalendarPeriodFieldSet); 4] {
    [
        (DateStyle::MonthYear, CalendarPeriodFieldSet::YM(YM::long())),
        (DateStyle::Month, CalendarPeriodFieldSet::M(M::medium())),
        (DateStyle::ShortMonthYear, CalendarPeriodFieldSet::YM(YM::medium())),
        (DateStyle::Year, CalendarPeriodFieldSet::Y(Y::medium())),
    ]
}

impl Locale for Formatters {
    fn tag(&self) -> &str {
        &self.tag
    }

    fn format_number(&self, digits: &str) -> String {
        let decimal = Decimal::try_from_str(digits).ok();
        let written = decimal.zip(self.numbers.as_ref()).map(|(decimal, by)| by.format_to_string(&decimal));
        written.unwrap_or_else(|| digits.to_owned())
    }

    fn plural_category(&self, digits: &str) -> PluralCategory {
        let decimal = Decimal::try_from_str(digits).ok();
        let category = decimal.zip(self.plurals.as_ref()).map(|(decimal, by)| by.category_for(&decimal));
        match category {
            Some(IcuCategory::Zero) => PluralCategory::Zero,
            Some(IcuCategory::One) => PluralCategory::One,
            Some(IcuCategory::Two) => PluralCategory::Two,
            Some(IcuCategory::Few) => PluralCategory::Few,
            Some(IcuCategory::Many) => PluralCategory::Many,
            Some(IcuCategory::Other) | None => PluralCategory::Other,
        }
    }

    fn format_date(&self, day: Day, style: DateStyle) -> String {
        let (year, month, of_month) = day.ymd();
        let written = Date::try_new_gregorian(year, month, of_month).ok().and_then(|date| {
            let by =
                self.dates.iter().find(|(of, _)| *of == style).map(|(_, by)| by.format(&date).to_string());
            let period = || self.periods.iter().find(|(of, _)| *of == style);
            by.or_else(|| period().map(|(_, by)| by.format(&date).to_string()))
        });
        // `03/2022` and `14.03.2022` are German to ICU4X; a browser writes the month's name.
        let with_name = match style {
            DateStyle::ShortMonthYear => Some(DateStyle::MonthYear),
            DateStyle::Medium => Some(DateStyle::Long),
            _ => None,
        };
        match (written, with_name) {
            (Some(text), Some(longer)) if !text.contains(char::is_alphabetic) => {
                self.format_date(day, longer)
            }
            // CLDR has a narrow space in "2022 г.", which browsers turn into a plain one.
            (Some(text), _) => text.replace('\u{202f}', " "),
            (None, _) => day.to_string(),
        }
    }

    fn lowercase(&self, text: &str) -> String {
        CaseMapper::new().lowercase_to_string(text, &self.language).into_owned()
    }
}
