//! One statement is one figure, however many documents carry it.

use std::hash::{Hash, Hasher};

use figure_tracker_core::dataset::format::{Figure, RelationType};
use figure_tracker_core::date::Date;
use figure_tracker_core::decimal::Decimal;

use crate::document::Document;
use crate::hash::{HashMap, HashMapExt, HashSet, HashSetExt};
use crate::place::{Key, Place};
use crate::report::Report;

/// What makes two figures the same statement.
#[derive(PartialEq, Eq, Hash)]
struct Statement<'a> {
    numbers: [Option<Decimal>; 3],
    words: Option<&'a str>,
    metric: &'a str,
    scope: Option<&'a str>,
    said: Option<&'a Date>,
    speaker: Option<&'a str>,
    /// Where nobody is named: two ministries that say 225 are two statements.
    institution: Option<&'a str>,
}

impl<'a> From<&'a Figure> for Statement<'a> {
    fn from(figure: &'a Figure) -> Self {
        let speaker = figure.speaker.as_deref();
        Self {
            numbers: [figure.value, figure.low, figure.high],
            words: figure.words.as_ref().and_then(|words| words.entries().next()).map(|(_, text)| text),
            metric: &figure.metric,
            scope: figure.scope.as_deref(),
            said: figure.said.as_ref(),
            speaker,
            institution: figure.institution.as_deref().filter(|_| speaker.is_none()),
        }
    }
}

/// A figure, which is equal to those that are the same statement.
struct Stated<'a>(&'a Figure);

impl PartialEq for Stated<'_> {
    fn eq(&self, other: &Self) -> bool {
        Statement::from(self.0) == Statement::from(other.0)
    }
}

impl Eq for Stated<'_> {}

impl Hash for Stated<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Statement::from(self.0).hash(state);
    }
}

/// Warns where two figures report the same of the same, by the same speaker, on the same day, and no relation says that
/// one repeats the other.
pub(super) fn check_statements(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let repeats = repeats(document);
    let mut last_said = HashMap::with_capacity(document.figures.len());
    for (index, figure) in document.figures.iter() {
        let Some(before) = last_said.insert(Stated(figure), index) else { continue };
        let Some(first) = document.figures.get(before) else { continue };
        if !repeats.contains(&(first.id.as_str(), figure.id.as_str())) {
            let place = Place::of(Key::Figures, index).key(Key::Id);
            let message = format!("`{}` is the same statement", first.id);
            let help = "one statement carried by two documents is one figure with two sources";
            report.warning("same-statement", &place, message, help);
        }
    }
}

/// The pairs of figures of which the file says that one repeats the other, both ways round.
fn repeats<'a>(document: &'a Document<'_>) -> HashSet<(&'a str, &'a str)> {
    let mut pairs = HashSet::new();
    for (_, relation) in document.relations.iter().filter(|(_, one)| one.kind == RelationType::Repeats) {
        if let (Some(from), Some(to)) = (relation.from.as_deref(), relation.to.as_deref()) {
            pairs.extend([(from, to), (to, from)]);
        }
    }
    pairs
}
