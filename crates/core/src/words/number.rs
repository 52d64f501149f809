//! Figures as text: the number, how exact it claims to be, and what is counted.

use super::Voice;
use super::decimal::Exact;
use super::fill::{choose, fill, language};
use crate::dataset::{Decimal, Figure, Measure, Qualifier, Unit};

impl Voice {
    /// A number in its unit, without the word for what is counted: `4,500`, `KZT 38.6 billion`, `38.5%`.
    pub fn number(&self, number: &Decimal, unit: &Unit) -> String {
        self.written(number, unit, false)
    }

    /// A figure in full: `more than 4,500 people`.
    pub fn amount(&self, figure: &Figure, unit: &Unit) -> String {
        let Some(number) = self.qualified(figure, unit) else { return self.words_only(figure) };
        let word = self.unit_word(figure, unit);
        let amount = if word.is_empty() {
            number
        } else {
            fill(self.words.counted, &[("n", &number), ("unit", &word)])
        };
        match (&figure.value, self.range(figure, unit)) {
            (Some(_), Some(range)) => fill(self.words.number_and_range, &[("n", &amount), ("range", &range)]),
            _ => amount,
        }
    }

    /// A figure without the word for what is counted: `more than 4,500`.
    pub fn bare(&self, figure: &Figure, unit: &Unit) -> String {
        self.qualified(figure, unit).unwrap_or_else(|| self.words_only(figure))
    }

    /// The word for what is counted in the form that goes with the number: `people`; empty for money, shares
    /// and figures without a number.
    pub fn unit_word(&self, figure: &Figure, unit: &Unit) -> String {
        let number = figure.value.as_ref().or(figure.high.as_ref()).or(figure.low.as_ref());
        number.map_or_else(String::new, |number| self.counted_word(unit, &number.digits))
    }

    /// A figure on a chart: `>4,500`, `1,000–1,200`, `KZT 38.6 bn`.
    pub fn amount_short(&self, figure: &Figure, unit: &Unit) -> String {
        let words = self.words;
        let number = |number: &Decimal| self.written(number, unit, true);
        let one = |template, decimal| fill(template, &[("n", &number(decimal))]);
        match (&figure.value, &figure.low, &figure.high) {
            (Some(value), ..) => one(self.short_qualifier(figure.qualifier), value),
            (None, Some(low), Some(high)) if low.digits == high.digits => number(low),
            (None, Some(low), Some(high)) => {
                fill(words.short_range, &[("low", &number(low)), ("high", &number(high))])
            }
            (None, Some(low), None) => one(words.short_at_least, low),
            (None, None, Some(high)) => one(words.short_up_to, high),
            (None, None, None) => self.words_only(figure),
        }
    }

    /// The name of a qualifier: `more than`.
    pub fn qualifier(&self, qualifier: Qualifier) -> &'static str {
        match qualifier {
            Qualifier::Exact => self.words.qualifier_exact,
            Qualifier::About => self.words.qualifier_about,
            Qualifier::Almost => self.words.qualifier_almost,
            Qualifier::MoreThan => self.words.qualifier_more_than,
            Qualifier::AtLeast => self.words.qualifier_at_least,
            Qualifier::LessThan => self.words.qualifier_less_than,
            Qualifier::AtMost => self.words.qualifier_at_most,
            Qualifier::UpTo => self.words.qualifier_up_to,
        }
    }

    /// The word for so many of what is counted, in the nearest language.
    pub(super) fn counted_word(&self, unit: &Unit, digits: &str) -> String {
        let Measure::Counted(languages) = &unit.measure else { return String::new() };
        let is = |tag: &str| languages.iter().find(|(of, _)| of.eq_ignore_ascii_case(tag));
        let wanted = language(&self.tag);
        let near = || languages.iter().find(|(of, _)| language(of).eq_ignore_ascii_case(wanted));
        let found = is(&self.tag).or_else(|| is(wanted)).or_else(near).or_else(|| languages.first());
        let Some((_, words)) = found else { return String::new() };
        let words: Vec<_> = words.iter().map(|(category, word)| (category.as_str(), word.as_str())).collect();
        let word = match choose(&words, self.locale.plural(digits)) {
            "" => words.last().map_or("", |(_, word)| word),
            word => word,
        };
        self.isolated(word)
    }

    fn written(&self, number: &Decimal, unit: &Unit, short: bool) -> String {
        match &unit.measure {
            Measure::Counted(_) => self.locale.number(&number.digits),
            Measure::Currency(code) => self.money(&number.digits, Exact::of(number), code, short),
            Measure::Percent => fill(self.words.percent, &[("n", &self.locale.number(&number.digits))]),
        }
    }

    fn words_only(&self, figure: &Figure) -> String {
        figure.words.as_ref().map_or_else(|| self.words.no_number.to_owned(), |words| self.text(words))
    }

    /// The number, else the range; none where there is neither.
    fn qualified(&self, figure: &Figure, unit: &Unit) -> Option<String> {
        let template = self.qualifier_phrase(figure.qualifier, &unit.measure);
        match (&figure.value, &figure.low, &figure.high) {
            (Some(value), ..) => Some(fill(template, &[("n", &self.number(value, unit))])),
            (None, Some(low), Some(high)) if figure.qualifier != Qualifier::Exact => {
                let (low, high) = (self.number(low, unit), self.number(high, unit));
                let range = fill(self.words.low_to_high, &[("low", &low), ("high", &high)]);
                Some(fill(template, &[("n", &range)]))
            }
            _ => self.range(figure, unit),
        }
    }

    fn range(&self, figure: &Figure, unit: &Unit) -> Option<String> {
        let number = |number: &Decimal| self.number(number, unit);
        match (&figure.low, &figure.high) {
            (Some(low), Some(high)) if low.digits == high.digits => Some(number(low)),
            (Some(low), Some(high)) => {
                Some(fill(self.words.between, &[("low", &number(low)), ("high", &number(high))]))
            }
            (Some(low), None) => Some(fill(self.words.at_least, &[("n", &number(low))])),
            (None, Some(high)) => Some(fill(self.words.up_to, &[("n", &number(high))])),
            (None, None) => None,
        }
    }

    fn qualifier_phrase(&self, qualifier: Qualifier, measure: &Measure) -> &'static str {
        match qualifier {
            Qualifier::Exact => "{n}",
            Qualifier::About => self.words.about_number,
            Qualifier::Almost => self.words.almost,
            Qualifier::MoreThan => self.words.more_than,
            Qualifier::AtLeast => self.words.at_least,
            Qualifier::LessThan if matches!(measure, Measure::Counted(_)) => self.words.fewer_than,
            Qualifier::LessThan => self.words.less_than,
            Qualifier::AtMost => self.words.at_most,
            Qualifier::UpTo => self.words.up_to,
        }
    }

    fn short_qualifier(&self, qualifier: Qualifier) -> &'static str {
        match qualifier {
            Qualifier::Exact => "{n}",
            Qualifier::About => self.words.short_about,
            Qualifier::Almost => self.words.short_almost,
            Qualifier::MoreThan => self.words.short_more_than,
            Qualifier::AtLeast => self.words.short_at_least,
            Qualifier::LessThan => self.words.short_less_than,
            Qualifier::AtMost => self.words.short_at_most,
            Qualifier::UpTo => self.words.short_up_to,
        }
    }
}
