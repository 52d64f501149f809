//! The sentence of a figure: what was counted, who said it, when.

use super::Voice;
use super::fill::fill;
use crate::dataset::{Figure, Unit};

impl Voice {
    /// The sentence of a figure, without full stop: `230 people, said by Berik Asylov, Prosecutor General, on 14
    /// March 2022`.
    pub fn statement(&self, figure: &Figure, unit: &Unit) -> String {
        self.sentence(figure, &self.amount(figure, unit), self.who(figure).as_deref())
    }

    /// Any amount with who said the figure and when.
    pub(super) fn sentence(&self, figure: &Figure, amount: &str, who: Option<&str>) -> String {
        let by = self.by(figure, who);
        let has_commas = by.chars().any(|letter| matches!(letter, ',' | '،'));
        let template = if has_commas { self.words.statement_commas } else { self.words.statement };
        let when = self.said_in_sentence(figure.said.as_ref());
        fill(template, &[("amount", amount), ("by", &by), ("when", &when)])
    }
}
