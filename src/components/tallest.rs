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
/// About as many letters a number has.
const NUMBER: usize = 6;
/// About as many letters a date has.
const DATE: usize = 15;
/// About as many letters say in which way a document gives a figure, or how exact a number is.
const WAY: usize = 20;
/// About as many letters has what a relation says beside the texts of the dataset.
const RELATION: usize = 50;

/// Returns the figures whose cards may be the tallest.
pub(super) fn tallest_cards(state: TrackerState, metric: &Metric) -> Vec<Arc<Figure>> {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let is_related = is_related(&dataset, metric);
    let is_long = metric.figures.len() >= LONG_SERIES;
    tallest(metric, &|figure| {
        let mut lines = Lines::new(&localizer, CARD_COLUMNS);
        add_card(&mut lines, figure);
        // In a long series nearly every figure is compared with one before.
        if is_long || dataset.previous_figure(figure).is_some() {
            lines.add(2 * WAY);
        }
        if is_related {
            let conflicts = dataset.relations_of(&figure.id).filter(|relation| relation.is_conflict());
            conflicts.for_each(|_| lines.add(2 * RELATION));
        }
        lines.counts
    })
}

/// Returns the figures whose explanations may be the tallest.
pub(super) fn tallest_explanations(state: TrackerState, metric: &Metric) -> Vec<Arc<Figure>> {
    let (dataset, localizer) = (state.dataset(), state.localizer());
    let is_related = is_related(&dataset, metric);
    tallest(metric, &|figure| {
        let mut lines = Lines::new(&localizer, EXPLANATION_COLUMNS);
        let texts = [figure.note.as_ref(), figure.quote.as_ref()].into_iter().flatten();
        texts.chain(metric.definitions_of(figure)).for_each(|text| lines.add_text(text));
        // Where it is wide, remarks stand in two columns.
        let [phone, _] = EXPLANATION_COLUMNS;
        let mut remarks = Lines::new(&localizer, [phone, phone]);
        if is_related {
            let relations = dataset.relations_of(&figure.id);
            relations.for_each(|relation| add_remarks(&mut remarks, metric, figure, relation));
        }
        let ([on_phone, in_wide], [remarked, _]) = (lines.counts, remarks.counts);
        [on_phone + remarked, in_wide + remarked.div_ceil(2)]
    })
}

/// Whether a relation speaks of a figure of the metric: else none has to be looked for.
fn is_related(dataset: &Dataset, metric: &Metric) -> bool {
    dataset.relations_of_metric(&metric.id).next().is_some()
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
            if of(*lines) + fewer == most {
                if !chosen.contains(&place) {
                    chosen.push(place);
                }
                left -= 1;
                if left == 0 {
                    return;
                }
            }
        }
    }
}

/// Counts the lines of texts in two columns, each of which begins a new one.
struct Lines<'a> {
    localizer: &'a Localizer,
    columns: [usize; 2],
    counts: [usize; 2],
}

impl<'a> Lines<'a> {
    fn new(localizer: &'a Localizer, columns: [usize; 2]) -> Self {
        Self { localizer, columns, counts: [0, 0] }
    }

    /// Adds a text of so many letters.
    fn add(&mut self, letters: usize) {
        for (count, column) in self.counts.iter_mut().zip(self.columns) {
            // Most stand in one line: of many figures, dividing takes the longest.
            *count += if letters > column { letters.div_ceil(column) } else { letters.min(1) };
        }
    }

    fn add_text(&mut self, text: &Text) {
        self.add(self.letters(Some(text)));
    }

    /// How many letters a text has in the language of the reader.
    fn letters(&self, text: Option<&Text>) -> usize {
        text.map_or(0, |text| text.get(&self.localizer.tag).chars().count())
    }
}

/// Adds the texts in which one card differs from another.
fn add_card(lines: &mut Lines<'_>, figure: &Figure) {
    let messages = &lines.localizer.messages;
    let ends = [&figure.low, &figure.high].into_iter().flatten().filter(|_| figure.value.is_none());
    // Its letters are twice as large, and so are its lines.
    let amount = 2 * (NUMBER + ends.count() * NUMBER + lines.letters(figure.words.as_ref()));
    lines.add(amount);
    lines.add(amount);
    lines.add(if figure.qualifier == Qualifier::Exact { 0 } else { WAY });
    let status = figure.status.note.as_ref().map_or(0, |note| lines.letters(Some(note)) + DATE);
    lines.add(if figure.status.status == Status::Stands { status } else { WAY + status });
    match &figure.speaker {
        Some(speaker) => lines.add_text(&speaker.name),
        None => lines.add(messages.speaker_not_named().chars().count()),
    }
    figure.institution.iter().for_each(|institution| lines.add_text(&institution.name));
    figure.office.iter().for_each(|office| lines.add_text(office));
    figure.scope.iter().for_each(|scope| lines.add_text(&scope.label));
    lines.add(date_length(figure.said.as_ref()));
    figure.as_of.iter().for_each(|date| lines.add(date_length(Some(date))));
    for entry in &figure.sources {
        let outlet = match &entry.outlet {
            Some(outlet) => lines.letters(Some(&outlet.name)),
            None => messages.outlet_not_named().chars().count(),
        };
        let cited = entry.cites.as_ref().and_then(|cited| cited.outlet());
        let way = if figure.attribution_in(entry).is_some() { WAY } else { 0 };
        let archived = if entry.archived.is_some() { WAY } else { 0 };
        let texts = lines.letters(cited.map(|outlet| &outlet.name)) + lines.letters(entry.note.as_ref());
        lines.add(outlet + date_length(entry.published.as_ref()) + way + archived + texts);
    }
}

/// About as many letters a date has, with what is uncertain about it.
fn date_length(date: Option<&Date>) -> usize {
    if date.is_none_or(|date| date.is_uncertain() || date.is_approximate()) { DATE + WAY } else { DATE }
}

/// Adds what a relation says from the side of a figure.
fn add_remarks(lines: &mut Lines<'_>, metric: &Metric, figure: &Figure, relation: &Relation) {
    let letters_of = |lines: &Lines<'_>, other: &Figure| {
        let speaker = other.speaker.as_ref().map(|speaker| &speaker.name);
        let is_labelled = !other.is_of(&metric.id) || other.scope_id() != figure.scope_id();
        let scope = other.scope.as_ref().filter(|_| is_labelled).map(|scope| &scope.label);
        RELATION + lines.letters(speaker) + lines.letters(scope)
    };
    match relation {
        Relation::Sum { whole, parts, note, .. } if whole.id == figure.id => {
            lines.add(RELATION / 2 + parts.len() * NUMBER + lines.letters(note.as_ref()));
            for part in parts {
                lines.add(letters_of(lines, part) / 2);
            }
        }
        Relation::Sum { whole, note, .. } => {
            lines.add(letters_of(lines, whole));
            lines.add(lines.letters(note.as_ref()));
        }
        Relation::Edge { from, to, note, .. } => {
            let other = if from.id == figure.id { to } else { from };
            lines.add(letters_of(lines, other));
            lines.add(lines.letters(note.as_ref()));
        }
    }
}
