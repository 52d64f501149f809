//! What the views beside the chart say of a metric and of a sum.

use std::sync::Arc;

use super::interpolate::interpolate;
use super::{DateStyle, Localizer};
use crate::dataset::{Dataset, Figure, Metric};
use crate::date::Day;
use crate::decimal::Decimal;
use crate::views::{contradicting_figures, metric_change};

impl Localizer {
    /// Describes what there is of a metric of a dataset, in few words: `164 → 230 · 12 parts`, `said once`.
    pub fn describe_count(&self, dataset: &Dataset, metric: &Metric, parts: usize) -> String {
        let amount = |figure: &Figure| self.format_short_amount(figure, &metric.unit);
        let rivals = contradicting_figures(dataset, metric);
        let what = match (metric_change(dataset, metric), metric.figures.len()) {
            (Some((first, latest)), _) => {
                interpolate(self.messages.from_to(), &[("from", &amount(first)), ("to", &amount(latest))])
            }
            (None, 1) => self.messages.said_once().to_owned(),
            (None, _) if rivals > 0 => self.format_count(rivals, self.messages.version_count()),
            (None, count) => self.format_count(count, self.messages.figure_count()),
        };
        match parts {
            0 => what,
            _ => [what, self.format_count(parts, self.messages.part_count())].join(" · "),
        }
    }

    /// Formats what shows the rest of a list, with how long all of it is: `Show all 500`.
    pub fn format_show_all(&self, count: usize) -> String {
        interpolate(self.messages.show_all(), &[("n", &self.format_whole_number(count))])
    }

    /// Formats the years of a time axis: `2022`, `2022–2023`.
    pub fn format_years(&self, (first, last): (Day, Day)) -> String {
        let [from, to] = [first, last].map(|day| self.locale.format_date(day, DateStyle::Year));
        if from == to {
            return from;
        }
        interpolate(self.messages.short_range(), &[("low", &from), ("high", &to)])
    }

    /// Describes a sum that fails: `139 + 63 + 20 + 19 = 241, 11 too many`; without the difference where there is none to
    /// be reckoned.
    pub fn describe_sum_difference(
        &self,
        dataset: &Dataset,
        whole: &Figure,
        parts: &[Arc<Figure>],
    ) -> String {
        let (sum, _) = self.format_sum(dataset, whole, parts);
        let add = |sum: Decimal, part: &Arc<Figure>| sum.checked_add(part.value?);
        let total = parts.iter().try_fold(Decimal::ZERO, add);
        let difference = total.zip(whole.value).and_then(|(total, whole)| total.checked_sub(whole));
        let unit = dataset.metric(&whole.metric).map(|metric| &metric.unit);
        let (Some(difference), Some(unit)) = (difference, unit) else { return sum };
        let message = match difference.signum() {
            0 => return sum,
            1.. => self.messages.too_many(),
            _ => self.messages.too_few(),
        };
        let number = difference.checked_abs().unwrap_or(difference).normalized();
        interpolate(message, &[("sum", &sum), ("n", &self.format_number(&number, unit))])
    }
}
