//! The sentence of a figure: what was counted, who said it, when.

use super::Localizer;
use super::interpolate::interpolate;
use crate::dataset::{Figure, Unit};

impl Localizer {
    /// The sentence of a figure, without full stop: `230 people, said by Berik Asylov, Prosecutor General, on 14
    /// March 2022`.
    pub fn format_statement(&self, figure: &Figure, unit: &Unit) -> String {
        self.format_sentence(
            figure,
            &self.format_amount(figure, unit),
            self.format_speaker(figure).as_deref(),
        )
    }

    /// Any amount with who said the figure and when.
    pub(super) fn format_sentence(&self, figure: &Figure, amount: &str, who: Option<&str>) -> String {
        let by = self.format_reporter(figure, who);
        let has_commas = by.chars().any(|letter| matches!(letter, ',' | '،'));
        let template = if has_commas { self.messages.statement_commas() } else { self.messages.statement() };
        let when = self.format_date_in_sentence(self.date_reported(figure, who));
        interpolate(template, &[("amount", amount), ("by", &by), ("when", &when)])
    }
}
