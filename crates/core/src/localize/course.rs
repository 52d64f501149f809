//! What became of a number over time, in one sentence.

use super::interpolate::interpolate;
use super::{DateStyle, Localizer};
use crate::dataset::{Dataset, Edge, Figure, Metric, Relation};
use crate::date::{Date, Day};

/// A period of more months than this is told in years.
const MAX_MONTHS_TOLD: i32 = 24;

impl Localizer {
    /// Describes what became of the number of a scope, whose figures alone the metric has: `From 164 to 230 in three
    /// statements, January to March 2022.`; without figures an empty text.
    ///
    /// Where neither figure is known to be the later one, or they contradict each other, no direction is told: `Between 599
    /// and 1,205 in two statements, January 2023.` Figures that were taken back are counted, but are no ends.
    pub fn describe_course(&self, dataset: &Dataset, metric: &Metric) -> String {
        let standing = || metric.figures.iter().filter(|figure| !figure.status.status.is_struck());
        let first = standing().find(|figure| figure.said.is_some()).or(standing().next());
        let (Some(first), Some(latest)) =
            (first.or(metric.figures.first()), standing().next_back().or(metric.figures.last()))
        else {
            return String::new();
        };
        let text = |figure: &Figure| self.format_short_amount(figure, &metric.unit);
        let statements = self.format_statements(metric.figures.len());
        let statements = ("statements", &*statements);
        let sentence = if metric.figures.len() == 1 {
            let amount = self.format_amount(latest, &metric.unit);
            interpolate(self.messages.state_once(), &[("amount", &amount)])
        } else if text(first) == text(latest) {
            let amount = self.format_amount(latest, &metric.unit);
            interpolate(self.messages.state_unchanged(), &[("amount", &amount), statements])
        } else if is_later(dataset, first, latest) {
            let ends = [("first", &*text(first)), ("latest", &*text(latest)), statements];
            interpolate(self.messages.state_changed(), &ends)
        } else {
            let number = |figure: &Figure| figure.value.or(figure.low()).or(figure.high());
            let (low, high) = if number(first) <= number(latest) { (first, latest) } else { (latest, first) };
            let ends = [("low", &*text(low)), ("high", &*text(high)), statements];
            interpolate(self.messages.state_between(), &ends)
        };
        let sentence = match self.format_period(metric) {
            Some(period) => {
                interpolate(self.messages.state_in_period(), &[("sentence", &sentence), ("period", &period)])
            }
            None => sentence,
        };
        self.end_sentence(&sentence)
    }

    /// How many statements, in words where they are few: `three statements`.
    fn format_statements(&self, count: usize) -> String {
        let in_words = count.checked_sub(2).and_then(|place| self.messages.few_statements.get(place));
        in_words.cloned().unwrap_or_else(|| self.format_count(count, self.messages.statement_count()))
    }

    /// In which months or years figures were said: `January to March 2022`.
    fn format_period(&self, metric: &Metric) -> Option<String> {
        let dates = || metric.figures.iter().filter_map(|figure| figure.said.as_ref());
        let first = dates().filter_map(|date| date.earliest().or(date.latest())).min()?;
        let last = dates().filter_map(|date| date.latest().or(date.earliest())).max()?;
        let months = count_months(first, last);
        let style = if months > MAX_MONTHS_TOLD { DateStyle::Year } else { DateStyle::MonthYear };
        let [from, to] = [first, last].map(|day| self.locale.format_date(day, style));
        if months == 0 {
            return Some(to);
        }
        let (from, to) = if first.ymd().0 == last.ymd().0 {
            super::date_range::split_shared_parts(&from, &to, true)
        } else {
            (&*from, &*to)
        };
        Some(interpolate(self.messages.state_period(), &[("from", from), ("to", to)]))
    }
}

/// Returns how many months after the month of one day that of another is.
fn count_months(first: Day, last: Day) -> i32 {
    let index = |day: Day| {
        let (year, month, _) = day.ymd();
        year * 12 + i32::from(month)
    };
    index(last) - index(first)
}

/// Returns whether one figure is a later count than another, and not a rival of it.
fn is_later(dataset: &Dataset, first: &Figure, latest: &Figure) -> bool {
    let is_rival = |relation: &Relation| {
        matches!(relation, Relation::Edge { kind: Edge::Contradicts, from, to, .. }
            if from.id == first.id || to.id == first.id)
    };
    if dataset.relations_of(&latest.id).any(is_rival) {
        return false;
    }
    let day = |figure: &Figure, end: fn(&Date) -> Option<Day>| figure.said.as_ref().and_then(end);
    let days = day(first, Date::latest).zip(day(latest, Date::earliest));
    days.is_some_and(|(first, latest)| first < latest) || dataset.previous_figure(latest).is_some()
}
