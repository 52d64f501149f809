//! A figure reports a number, a range or words.

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// Reports every figure that reports nothing.
pub(super) fn check_figures(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let reporting = [Key::Value, Key::Low, Key::High, Key::Words];
    for (index, figure) in document.figures.iter() {
        if !reporting.iter().any(|key| document.is_stated(Key::Figures, index, *key)) {
            let message = format!("the figure `{}` reports nothing", figure.id);
            let help = "a figure has a `value`, a range from `low` to `high`, or `words`";
            report.error("nothing-reported", &Place::of(Key::Figures, index), message, help);
        }
    }
}
