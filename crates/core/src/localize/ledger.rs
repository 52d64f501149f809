//! The words beside the arithmetic of a ledger.

use std::sync::Arc;

use super::Localizer;
use super::interpolate::interpolate;
use crate::dataset::{Dataset, Figure, Metric, Unit};
use crate::decimal::Decimal;
use crate::ledger::{Contradiction, LedgerSum};

impl Localizer {
    /// The line below the parts of a sum that fails: what was said of the whole, and by how much the parts are more or less:
    /// `but 230 was said: 11 over`.
    pub fn describe_excess(&self, sum: &LedgerSum, unit: &Unit) -> String {
        let messages = &self.messages;
        let whole = self.format_amount_without_unit(&sum.whole, unit);
        let template = match sum.excess.map(Decimal::signum) {
            Some(1) => messages.sum_over(),
            Some(-1) => messages.sum_under(),
            _ => return interpolate(messages.sum_said(), &[("whole", &whole)]),
        };
        let excess = sum.excess.and_then(Decimal::checked_abs).unwrap_or_default();
        interpolate(template, &[("whole", &whole), ("n", &self.format_number(&excess, unit))])
    }

    /// How far apart two figures are that contradict each other: `606 apart`, `more than 147 apart`.
    pub fn format_distance(&self, contradiction: &Contradiction, unit: &Unit) -> Option<String> {
        let distance = contradiction.distance?;
        let amount = Figure {
            value: Some(distance.number),
            qualifier: distance.qualifier,
            low: None,
            high: None,
            ..Figure::clone(contradiction.figures.first()?)
        };
        let amount = self.format_amount_without_unit(&amount, unit);
        Some(interpolate(self.messages.apart(), &[("n", &amount)]))
    }

    /// A figure's number in a column of others: with what is counted only where that isn't `unit`.
    pub fn format_ledger_amount(&self, dataset: &Dataset, figure: &Figure, unit: &Unit) -> String {
        match dataset.metric(&figure.metric).map(|metric| &metric.unit) {
            Some(own) if own.id == unit.id => self.format_amount_without_unit(figure, own),
            Some(own) => self.format_amount(figure, own),
            None => self.messages.no_number().to_owned(),
        }
    }

    /// What a figure covers, beside others: its metric where that isn't `beside`, and its scope where that isn't what such a
    /// metric is about.
    pub fn ledger_label(&self, dataset: &Dataset, figure: &Figure, beside: Option<&Metric>) -> String {
        let metric = dataset.metric(&figure.metric);
        let is_other = beside.is_none_or(|beside| !figure.is_of(&beside.id));
        let metric = metric.filter(|_| is_other || figure.scope.is_none());
        let is_subject = metric.is_some_and(|metric| is_other && figure.scope_id() == metric.main_scope());
        let scope = figure.scope.as_ref().filter(|_| !is_subject).map(|scope| &scope.label);
        let text = |label| self.localize_text(label);
        match (metric.map(|metric| text(&metric.label)), scope.map(text)) {
            (Some(metric), Some(scope)) => self.format_metric_and_scope(&metric, &scope),
            (metric, scope) => metric.or(scope).unwrap_or_default(),
        }
    }

    /// Who said or reported a figure and when, in one line: `Berik Asylov, 14 March 2022`.
    pub fn format_witness(&self, figure: &Figure) -> String {
        let who = self.format_speaker_shortly(figure).unwrap_or_else(|| self.format_reported_by(figure));
        let when = self.format_date_reported(figure);
        interpolate(self.messages.outlet_and_date(), &[("outlet", &who), ("date", &when)])
    }

    /// Who said all of these figures and when, if that is the same of all.
    pub fn format_common_witness<'a>(
        &self,
        figures: impl IntoIterator<Item = &'a Arc<Figure>>,
    ) -> Option<String> {
        let mut witnesses = figures.into_iter().map(|figure| self.format_witness(figure));
        let first = witnesses.next()?;
        witnesses.all(|other| other == first).then_some(first)
    }
}
