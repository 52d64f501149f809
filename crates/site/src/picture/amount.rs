//! A figure as a statement: how exact, the number, what is counted, and under it its witness: who, in what office,
//! when. It says nothing that the card of the widget does not say.

use super::super::Site;
use super::column::{Column, Type, fitting_size};
use figure_tracker_core::dataset::{Figure, Metric, Status};
use figure_tracker_core::localize::AmountParts;

/// How large a statement is set.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// The least and the largest size of the number.
    pub(super) number: (f64, f64),
    /// The size of what stands before and after it.
    pub(super) words: f64,
    /// The size of the witness.
    pub(super) witness: f64,
}

impl Scale {
    /// The same with a number so many times as large, and smaller words, but not by as much: they must be read too.
    pub(super) fn times(self, share: f64) -> Self {
        let ((least, largest), some) = (self.number, share * 0.5 + 0.5);
        let number = (least * some, (largest * share).max(least * some));
        Self { number, words: self.words * some, witness: self.witness * some }
    }
}

/// The number with how exact it is and what is counted.
pub(super) fn draw_amount(
    column: &mut Column,
    site: &Site<'_>,
    metric: &Metric,
    figure: &Figure,
    scale: Scale,
) {
    let AmountParts { qualifier, number, unit } = site.localizer.amount_parts(figure, &metric.unit);
    let words = Type { size: scale.words, class: "", lines: 2 };
    column.add_text(&qualifier, words);
    let class = if figure.status.status.is_struck() { "bold struck" } else { "bold" };
    let size = fitting_size(&number, class, scale.number, column.width());
    // A number is never cut: where its longest word has no room it is smaller.
    let words_of_number = number.split_whitespace().filter(|word| word.contains(|c: char| c.is_numeric()));
    let sizes = words_of_number.map(|word| fitting_size(word, class, (1.0, size), column.width()));
    let size = sizes.fold(size, f64::min);
    column.add_gap(-0.08 * size);
    column.add_text(&number, Type { size, class, lines: 3 });
    column.add_gap(-0.06 * size);
    column.add_text(&unit, words);
    if let Some(scope) = &figure.scope {
        let scope = site.localize_text(&scope.label);
        column.add_text(scope, Type { size: scale.witness, class: "soft", lines: 1 });
    }
    if figure.status.status != Status::Stands {
        let standing = site.localizer.status_label(figure.status.status);
        column.add_text(standing, Type { class: "bold soft", ..words });
    }
}

/// What must be known beside a figure: what can't be right beside it, and what exactly it counts.
pub(super) fn remarks(site: &Site<'_>, metric: &Metric, figure: &Figure) -> Vec<String> {
    let conflicts = site.localizer.describe_conflicts(&site.dataset, figure);
    let definitions = metric.definitions_of(figure).map(|text| site.localizer.localize_text(text));
    conflicts.into_iter().map(|conflict| with_capital(&conflict.text)).chain(definitions).collect()
}

/// A clause as it begins a line.
fn with_capital(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Who said it, in what office, when; of an outlet, when it was printed.
pub(super) fn draw_witness(column: &mut Column, site: &Site<'_>, figure: &Figure, scale: Scale) {
    let localizer = &site.localizer;
    let size = scale.witness;
    let bold = Type { size, class: "bold", lines: 2 };
    let soft = Type { size: size * 0.9, class: "soft", lines: 2 };
    let office = figure.office.as_ref().map(|office| site.localize_text(office));
    let institution = figure.institution.as_ref().map(|institution| site.localize_text(&institution.name));
    match (&figure.speaker, office, institution) {
        (Some(_), office, institution) => {
            column.add_text(&localizer.speaker_name(figure), bold);
            column.add_text(office.or(institution).unwrap_or_default(), Type { lines: 3, ..soft });
        }
        (None, Some(office), _) => column.add_text(office, Type { lines: 3, ..bold }),
        (None, None, Some(institution)) => column.add_text(institution, Type { lines: 3, ..bold }),
        (None, None, None) => {
            column.add_text(&localizer.format_reported_by(figure), Type { lines: 3, ..bold });
        }
    }
    column.add_text(&localizer.format_date_reported(figure), soft);
}
