//! Which figures of a metric may have the tallest card or explanation: those alone are laid out unseen, for the browser to
//! measure. Reckoned in lines, roughly, so that what comes close counts too.

use std::sync::Arc;

use crate::state::TrackerState;
use figure_tracker_core::chart::LONG_SERIES;
use figure_tracker_core::dataset::{Dataset, Figure, Metric, Qualifier, Relation, Status, Text};
use figure_tracker_core::date::Date;
use figure_tracker_core::localize::Localizer;

/// By how many lines what is reckoned to be shorter may turn out to be the tallest all the same.
const TOLERANCE: usize = 3;
/// The most figures that are laid out unseen for one width.
const MOST: usize = 5;
/// About as many letters stand in a line of a card's second column: beside a chart, and on a phone.
const CARD_COLUMNS: [usize; 2] = [24, 34];
/// The same of what explains a figure: on a phone, and where it is wide.
const EXPLANATION_COLUMNS: [usize; 2] = [45, 90];
/// About as many letters a date has.
const DATE: usize = 15;
/// About as many letters say in which way a document gives a figure, or how exact a number is.
const WAY: usize = 20;
/// About as many letters has what a relation says beside the texts of the dataset.
const RELATION: usize = 50;

/// Returns the figures whose cards may be the tallest.
pub(super) fn tallest_cards(state: TrackerState, metric: &Metric) -> Vec<Arc<Figure>> {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let length = Length(&localizer);
    tallest(metric, &|figure| {
        let texts = card_texts(length, &dataset, metric, figure);
        CARD_COLUMNS.map(|column| count_lines(&texts, column))
    })
}

/// Returns the figures whose explanations may be the tallest.
pub(super) fn tallest_explanations(state: TrackerState, metric: &Metric) -> Vec<Arc<Figure>> {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let length = Length(&localizer);
    tallest(metric, &|figure| {
        let [phone, wide] = EXPLANATION_COLUMNS;
        let texts = [figure.note.as_ref(), figure.quote.as_ref()];
        let texts = texts.into_iter().flatten().chain(metric.definitions_of(figure));
        let texts: Vec<usize> = texts.map(|text| length.of(text)).collect();
        let remarks: Vec<usize> = dataset
            .relations_of(&figure.id)
            .flat_map(|relation| remark_texts(length, metric, figure, relation))
            .collect();
        // Where it is wide, remarks stand in two columns.
        [
            count_lines(&texts, phone) + count_lines(&remarks, phone),
            count_lines(&texts, wide) + count_lines(&remarks, phone).div_ceil(2),
        ]
    })
}

/// Returns the figures that have most lines in one of two columns, or nearly so.
fn tallest(metric: &Metric, lines: &dyn Fn(&Figure) -> [usize; 2]) -> Vec<Arc<Figure>> {
    let lines: Vec<[usize; 2]> = metric.figures.iter().map(|figure| lines(figure)).collect();
    let mut chosen = Vec::new();
    add_places_of_most(&mut chosen, &lines, |[narrow, _]| narrow);
    add_places_of_most(&mut chosen, &lines, |[_, wide]| wide);
    chosen.sort_unstable();
    chosen.into_iter().filter_map(|place| metric.figures.get(place).cloned()).collect()
}

/// Adds the places of the most lines in a column, and of those that come near them.
fn add_places_of_most(chosen: &mut Vec<usize>, lines: &[[usize; 2]], of: fn([usize; 2]) -> usize) {
    let most = lines.iter().map(|lines| of(*lines)).max().unwrap_or_default();
    let mut left = MOST;
    for fewer in 0..=TOLERANCE {
        for (place, lines) in lines.iter().enumerate() {
            if left > 0 && of(*lines) + fewer == most {
                left -= 1;
                if !chosen.contains(&place) {
                    chosen.push(place);
                }
            }
        }
    }
}

/// How many lines texts of so many letters have, each of which begins a new one.
fn count_lines(lengths: &[usize], column: usize) -> usize {
    lengths.iter().map(|length| length.div_ceil(column)).sum()
}

/// Counts the letters of texts in the language of a reader.
#[derive(Clone, Copy)]
struct Length<'a>(&'a Localizer);

impl Length<'_> {
    fn of(self, text: &Text) -> usize {
        text.get(&self.0.tag).chars().count()
    }

    fn of_optional(self, text: Option<&Text>) -> usize {
        text.map_or(0, |text| self.of(text))
    }
}

/// The letters of the texts in which one card differs from another.
fn card_texts(length: Length<'_>, dataset: &Dataset, metric: &Metric, figure: &Figure) -> Vec<usize> {
    let messages = &length.0.messages;
    // Of a range both ends stand there, and words around them.
    let ends = [&figure.low, &figure.high].into_iter().flatten().filter(|_| figure.value.is_none());
    let digits = ends.map(|end| end.to_string().len() + WAY / 2).sum::<usize>()
        + figure.value.as_ref().map_or(0, |value| value.to_string().len());
    // Its letters are twice as large, and so are its lines.
    let amount = 2 * (digits + length.of_optional(figure.words.as_ref()));
    let qualifier = if figure.qualifier == Qualifier::Exact { 0 } else { WAY };
    let status = if figure.status.status == Status::Stands { 0 } else { WAY };
    let status = status + figure.status.note.as_ref().map_or(0, |note| length.of(note) + DATE);
    let speaker = figure.speaker.as_ref().map(|speaker| length.of(&speaker.name));
    let speaker = speaker.unwrap_or_else(|| messages.speaker_not_named.chars().count());
    let institution = figure.institution.as_ref().map_or(0, |institution| length.of(&institution.name));
    let as_of = figure.as_of.as_ref().map_or(0, |date| date_length(Some(date)));
    let scope = figure.scope.as_ref().map_or(0, |scope| length.of(&scope.label));
    let office = length.of_optional(figure.office.as_ref());
    let is_compared = metric.figures.len() >= LONG_SERIES || dataset.previous_figure(figure).is_some();
    let change = if is_compared { 2 * WAY } else { 0 };
    let sources = figure.sources.iter().map(|entry| {
        let outlet = entry.outlet.as_ref().map(|outlet| length.of(&outlet.name));
        let outlet = outlet.unwrap_or_else(|| messages.outlet_not_named.chars().count());
        let cited = entry.cites.as_ref().and_then(|cited| cited.outlet());
        let way = if figure.attribution_in(entry).is_some() { WAY } else { 0 };
        let way = way + cited.map_or(0, |outlet| length.of(&outlet.name));
        let archived = if entry.archived.is_some() { WAY } else { 0 };
        outlet
            + date_length(entry.published.as_ref())
            + way
            + archived
            + length.of_optional(entry.note.as_ref())
    });
    let conflicts = dataset.relations_of(&figure.id).filter(|relation| relation.is_conflict());
    let conflicts = conflicts.map(|_| 2 * RELATION);
    let said = date_length(figure.said.as_ref());
    let mut texts =
        vec![amount, amount, qualifier, status, speaker, institution, said, as_of, scope, office, change];
    texts.extend(sources);
    texts.extend(conflicts);
    texts
}

/// About as many letters a date has, with what is uncertain about it.
fn date_length(date: Option<&Date>) -> usize {
    if date.is_none_or(|date| date.is_uncertain() || date.is_approximate()) { DATE + WAY } else { DATE }
}

/// The letters of what a relation says from the side of a figure.
fn remark_texts(length: Length<'_>, metric: &Metric, figure: &Figure, relation: &Relation) -> Vec<usize> {
    let of_other = |other: &Figure| {
        let speaker = other.speaker.as_ref().map_or(0, |speaker| length.of(&speaker.name));
        let is_labelled = other.metric != metric.id || other.scope_id() != figure.scope_id();
        let scope = other.scope.as_ref().filter(|_| is_labelled);
        let scope = scope.map_or(0, |scope| length.of(&scope.label));
        RELATION + speaker + scope
    };
    match relation {
        Relation::Sum { whole, parts, note, .. } if whole.id == figure.id => {
            let sum = RELATION / 2 + parts.len() * 6 + length.of_optional(note.as_ref());
            [sum].into_iter().chain(parts.iter().map(|part| of_other(part) / 2)).collect()
        }
        Relation::Sum { whole, note, .. } => vec![of_other(whole), length.of_optional(note.as_ref())],
        Relation::Edge { from, to, note, .. } => {
            let other = if from.id == figure.id { to } else { from };
            vec![of_other(other), length.of_optional(note.as_ref())]
        }
    }
}
