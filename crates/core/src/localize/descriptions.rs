//! The words for those who don't see the picture.

use std::sync::Arc;

use super::Localizer;
use super::interpolate::interpolate;
use crate::dataset::{Figure, Metric, Status, Unit};

impl Localizer {
    /// What a mark says to those who don't see it: the sentence of its figure, and its standing unless it stands.
    pub fn describe_mark(&self, figure: &Figure, unit: &Unit) -> String {
        let text = self.format_statement(figure, unit);
        match figure.status.status {
            Status::Stands => text,
            standing => {
                let placeholders = [("text", &*text), ("standing", self.status_label(standing))];
                interpolate(self.messages.mark_and_status(), &placeholders)
            }
        }
    }

    /// Says of a long series that only some of its figures have a mark of their own.
    pub fn describe_shared_marks(&self, figures: usize) -> String {
        let figures = self.format_count(figures, self.messages.figure_count());
        interpolate(self.messages.marks_stand_for_several(), &[("figures", &figures)])
    }

    /// Says which rows of a long table are shown, the first being 1.
    pub fn describe_rows(&self, from: usize, to: usize, all: usize) -> String {
        let [from, to, n] = [from, to, all].map(|number| self.format_whole_number(number));
        interpolate(self.messages.rows_shown(), &[("from", &from), ("to", &to), ("n", &n)])
    }

    /// Says that only the newest rows of a long table are written.
    pub fn describe_newest_rows(&self, written: usize, all: usize) -> String {
        let [n, all] = [written, all].map(|number| self.format_whole_number(number));
        interpolate(self.messages.newest_rows(), &[("n", &n), ("all", &all)])
    }

    /// Which figure of how many is selected, from 1 on: `3 of 16`.
    pub fn format_place(&self, place: usize, total: usize) -> String {
        let (place, total) = (self.format_whole_number(place), self.format_whole_number(total));
        interpolate(self.messages.place_of_total(), &[("n", &place), ("total", &total)])
    }

    /// A chart in sentences: how many figures over what time, the first, the highest, the latest, and whether
    /// any is struck through or without date.
    pub fn describe_chart(&self, metric: &Metric) -> String {
        let mut sentences = vec![self.describe_extent(metric)];
        sentences.extend(self.describe_turning_points(metric));
        if metric.scopes.len() > 1 {
            let scopes: Vec<_> = metric.scopes.iter().map(|scope| self.localize_text(&scope.label)).collect();
            let scopes = scopes.join(self.messages.list_separator());
            sentences.push(interpolate(self.messages.chart_scopes(), &[("scopes", &scopes)]));
        }
        let count = |is: fn(&Figure) -> bool| metric.figures.iter().filter(|figure| is(figure)).count();
        for (number, phrase) in [
            (count(|figure| figure.status.status.is_questioned()), self.messages.struck_count()),
            (count(|figure| figure.said.is_none()), self.messages.undated_count()),
        ] {
            if number > 0 {
                sentences.push(self.format_count(number, phrase));
            }
        }
        self.join_sentences(sentences)
    }

    fn describe_extent(&self, metric: &Metric) -> String {
        let label = self.localize_text(&metric.label);
        let figures = self.format_count(metric.figures.len(), self.messages.figure_count());
        let dates = metric.figures.iter().filter_map(|figure| figure.said.as_ref());
        let last = dates.clone().next_back().map(|date| self.format_end_of(date));
        let first = dates.min_by_key(|date| date.earliest().or(date.latest()));
        let first = first.map(|date| self.format_start_of(date));
        let placeholders = [("label", &*label), ("figures", &*figures)];
        match (first, last) {
            (Some(first), Some(last)) if first != last => {
                let [label, figures] = placeholders;
                interpolate(
                    self.messages.chart_over_time(),
                    &[label, figures, ("from", &first), ("to", &last)],
                )
            }
            _ => interpolate(self.messages.chart_at_once(), &placeholders),
        }
    }

    fn describe_turning_points(&self, metric: &Metric) -> Vec<String> {
        let messages = &self.messages;
        let said = |template, figure: &Arc<Figure>| {
            interpolate(template, &[("statement", &self.describe_mark(figure, &metric.unit))])
        };
        if let [only] = &*metric.figures {
            return vec![said(messages.chart_only(), only)];
        }
        let first = metric.figures.iter().find(|figure| figure.said.is_some()).or(metric.figures.first());
        let candidates = [
            (messages.chart_first(), first),
            (messages.chart_highest(), highest(metric)),
            (messages.chart_latest(), metric.latest()),
        ];
        let mut told = Vec::new();
        let mut sentences = Vec::new();
        for (template, figure) in candidates {
            if let Some(figure) = figure.filter(|figure| !told.contains(&&figure.id)) {
                told.push(&figure.id);
                sentences.push(said(template, figure));
            }
        }
        sentences
    }
}

/// The first of those figures with the highest number that nobody took back.
fn highest(metric: &Metric) -> Option<&Arc<Figure>> {
    let number =
        |figure: &Figure| figure.value.as_ref().or(figure.high.as_deref()).map(|number| number.to_f64());
    let mut best = None;
    for figure in metric.figures.iter().filter(|figure| !figure.status.status.is_struck()) {
        if let Some(number) = number(figure).filter(|number| best.is_none_or(|(most, _)| *number > most)) {
            best = Some((number, figure));
        }
    }
    best.map(|(_, figure)| figure)
}
