//! Figures as text: the number, how exact it claims to be, and what is counted.

use super::Localizer;
use super::PluralCategory;
use super::interpolate::interpolate;
use crate::dataset::{Figure, Qualifier, Unit, UnitKind};
use crate::decimal::Decimal;
use crate::language::negotiate;

/// In which form a number is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NumberForm {
    /// Whether it is abbreviated, as on charts.
    pub(super) is_short: bool,
    /// Whether it stands after a qualifier that governs its case.
    pub(super) is_governed: bool,
}

impl Localizer {
    /// A number in its unit, without the word for what is counted: `4,500`, `KZT 38.6 billion`, `38.5%`.
    pub fn format_number(&self, number: &Decimal, unit: &Unit) -> String {
        self.format_number_in(number, unit, NumberForm::default())
    }

    /// A figure in full: `more than 4,500 people`.
    pub fn format_amount(&self, figure: &Figure, unit: &Unit) -> String {
        let Some(number) = self.format_qualified(figure, unit) else { return self.format_words(figure) };
        let word = self.unit_label(figure, unit);
        let amount = if word.is_empty() {
            number
        } else {
            interpolate(self.messages.counted(), &[("n", &number), ("unit", &word)])
        };
        match (&figure.value, self.format_range(figure, unit)) {
            (Some(_), Some(range)) => {
                interpolate(self.messages.number_and_range(), &[("n", &amount), ("range", &range)])
            }
            _ => amount,
        }
    }

    /// A figure without the word for what is counted: `more than 4,500`.
    pub fn format_amount_without_unit(&self, figure: &Figure, unit: &Unit) -> String {
        self.format_qualified(figure, unit).unwrap_or_else(|| self.format_words(figure))
    }

    /// The word for what is counted in the form that goes with the number: `people`; empty for money, shares
    /// and figures without a number.
    pub fn unit_label(&self, figure: &Figure, unit: &Unit) -> String {
        let number = figure.value.as_ref().or(figure.high.as_deref()).or(figure.low.as_deref());
        let is_governed = is_governed(figure);
        number.map_or_else(String::new, |number| self.counted_label(unit, &number.to_string(), is_governed))
    }

    /// A figure on a chart: `>4,500`, `1,000–1,200`, `KZT 38.6 bn`.
    pub fn format_short_amount(&self, figure: &Figure, unit: &Unit) -> String {
        let messages = &self.messages;
        let form = NumberForm { is_short: true, ..NumberForm::default() };
        let number = |number: &Decimal| self.format_number_in(number, unit, form);
        let one = |template, decimal| interpolate(template, &[("n", &number(decimal))]);
        match (&figure.value, &figure.low, &figure.high) {
            (Some(value), ..) => one(self.short_qualifier_message(figure.qualifier), value),
            (None, Some(low), Some(high)) if low == high => number(low),
            (None, Some(low), Some(high)) => {
                interpolate(messages.short_range(), &[("low", &number(low)), ("high", &number(high))])
            }
            (None, Some(low), None) => one(messages.short_at_least(), low),
            (None, None, Some(high)) => one(messages.short_up_to(), high),
            (None, None, None) => self.format_words(figure),
        }
    }

    /// The name of a qualifier: `more than`.
    pub fn qualifier_label(&self, qualifier: Qualifier) -> &str {
        match qualifier {
            Qualifier::Exact => self.messages.qualifier_exact(),
            Qualifier::About => self.messages.qualifier_about(),
            Qualifier::Almost => self.messages.qualifier_almost(),
            Qualifier::MoreThan => self.messages.qualifier_more_than(),
            Qualifier::AtLeast => self.messages.qualifier_at_least(),
            Qualifier::LessThan => self.messages.qualifier_less_than(),
            Qualifier::AtMost => self.messages.qualifier_at_most(),
            Qualifier::UpTo => self.messages.qualifier_up_to(),
        }
    }

    /// The word for so many of what is counted, in the nearest language.
    pub(super) fn counted_label(&self, unit: &Unit, digits: &str, is_governed: bool) -> String {
        let UnitKind::Counted(languages) = &unit.kind else { return String::new() };
        let nearest = negotiate(&self.tag, languages.iter().map(|(tag, _)| tag.as_str())).unwrap_or(0);
        let forms = languages.get(nearest).map_or(&[][..], |(_, forms)| forms);
        let form = |wanted: PluralCategory| forms.iter().find(|(category, _)| category == wanted.name());
        let category = self.plural_category(digits, is_governed);
        let form = form(category).or_else(|| form(PluralCategory::Other)).or_else(|| forms.last());
        form.map_or_else(String::new, |(_, word)| self.isolate(word))
    }

    /// The plural category of a number, or the one whose form stands for it after a qualifier.
    pub(super) fn plural_category(&self, digits: &str, is_governed: bool) -> PluralCategory {
        let category = self.locale.plural_category(digits);
        let governed = self.messages.governed_plurals.iter().find(|(of, _)| is_governed && *of == category);
        governed.map_or(category, |(_, governed)| *governed)
    }

    fn format_number_in(&self, number: &Decimal, unit: &Unit, form: NumberForm) -> String {
        match &unit.kind {
            UnitKind::Counted(_) => self.locale.format_number(&number.to_string()),
            UnitKind::Currency(code) => self.format_money(*number, code, form),
            UnitKind::Percent => interpolate(
                self.messages.percent(),
                &[("n", &self.locale.format_number(&number.to_string()))],
            ),
        }
    }

    fn format_words(&self, figure: &Figure) -> String {
        figure
            .words
            .as_ref()
            .map_or_else(|| self.messages.no_number().to_owned(), |words| self.localize_text(words))
    }

    /// The number, else the range; none where there is neither.
    fn format_qualified(&self, figure: &Figure, unit: &Unit) -> Option<String> {
        let template = self.qualifier_message(figure.qualifier, &unit.kind);
        let form = NumberForm { is_governed: is_governed(figure), ..NumberForm::default() };
        let number = |number: &Decimal| self.format_number_in(number, unit, form);
        match (&figure.value, &figure.low, &figure.high) {
            (Some(value), ..) => Some(interpolate(template, &[("n", &number(value))])),
            (None, Some(low), Some(high)) if figure.qualifier != Qualifier::Exact => {
                let (low, high) = (number(low), number(high));
                let range = interpolate(self.messages.low_to_high(), &[("low", &low), ("high", &high)]);
                Some(interpolate(template, &[("n", &range)]))
            }
            _ => self.format_range(figure, unit),
        }
    }

    fn format_range(&self, figure: &Figure, unit: &Unit) -> Option<String> {
        let form = NumberForm { is_governed: figure.low != figure.high, ..NumberForm::default() };
        let number = |number: &Decimal| self.format_number_in(number, unit, form);
        match (&figure.low, &figure.high) {
            (Some(low), Some(high)) if low == high => Some(number(low)),
            (Some(low), Some(high)) => {
                Some(interpolate(self.messages.between(), &[("low", &number(low)), ("high", &number(high))]))
            }
            (Some(low), None) => Some(interpolate(self.messages.at_least(), &[("n", &number(low))])),
            (None, Some(high)) => Some(interpolate(self.messages.up_to(), &[("n", &number(high))])),
            (None, None) => None,
        }
    }

    fn qualifier_message(&self, qualifier: Qualifier, kind: &UnitKind) -> &str {
        match qualifier {
            Qualifier::Exact => "{n}",
            Qualifier::About => self.messages.about_number(),
            Qualifier::Almost => self.messages.almost(),
            Qualifier::MoreThan => self.messages.more_than(),
            Qualifier::AtLeast => self.messages.at_least(),
            Qualifier::LessThan if matches!(kind, UnitKind::Counted(_)) => self.messages.fewer_than(),
            Qualifier::LessThan => self.messages.less_than(),
            Qualifier::AtMost => self.messages.at_most(),
            Qualifier::UpTo => self.messages.up_to(),
        }
    }

    fn short_qualifier_message(&self, qualifier: Qualifier) -> &str {
        match qualifier {
            Qualifier::Exact => "{n}",
            Qualifier::About => self.messages.short_about(),
            Qualifier::Almost => self.messages.short_almost(),
            Qualifier::MoreThan => self.messages.short_more_than(),
            Qualifier::AtLeast => self.messages.short_at_least(),
            Qualifier::LessThan => self.messages.short_less_than(),
            Qualifier::AtMost => self.messages.short_at_most(),
            Qualifier::UpTo => self.messages.short_up_to(),
        }
    }
}

/// Whether a qualifier or the ends of a range govern the case of what is counted. "Almost" does not: it says
/// nothing but the number.
fn is_governed(figure: &Figure) -> bool {
    let is_qualified = !matches!(figure.qualifier, Qualifier::Exact | Qualifier::Almost);
    is_qualified || figure.value.is_none() && figure.low != figure.high
}
