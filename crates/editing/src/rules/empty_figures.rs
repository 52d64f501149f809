//! A figure reports a number, a range or words.

use figure_tracker_core::dataset::format::Figure;

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// Reports every figure that reports nothing.
pub(super) fn check_figures(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let reporting = [Key::Value, Key::Low, Key::High, Key::Words];
    for (index, figure) in document.figures.iter() {
        let Figure { value, low, high, words, .. } = figure;
        let reports = value.is_some() || low.is_some() || high.is_some() || words.is_some();
        if !reports && !reporting.iter().any(|key| document.is_stated(Key::Figures, index, *key)) {
            let message = format!("the figure `{}` reports nothing", figure.id);
            let help = "a figure has a `value`, a range from `low` to `high`, or `words`";
            report.error("nothing-reported", &Place::of(Key::Figures, index), message, help);
        }
    }
}
