//! What a reader asks of a dataset: only what one speaker said, what was known on a day. A question leaves figures out
//! and changes none.

use std::fmt;
use std::sync::Arc;

use super::{Dataset, Figure, Metric};
use crate::date::{Date, Day};

/// What is asked of a dataset; each part that is there leaves more out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The id of a scope of the metric on display: only what its figures cover.
    pub scope: Option<String>,
    /// The id of a speaker: only what they said.
    pub speaker: Option<String>,
    /// The id of an institution: only what was said for it.
    pub institution: Option<String>,
    /// The id of an outlet: only what it printed.
    pub outlet: Option<String>,
    /// Only what could be known on this day.
    pub known_on: Option<Day>,
    /// Only what can have been said on this day or later.
    pub from: Option<Day>,
    /// Only what can have been said on this day or earlier.
    pub to: Option<Day>,
}

/// A part of a question that can't be meant, for the console of a developer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswerable {
    /// No record of this kind has the id.
    UnknownId(&'static str, String),
    /// Not a day of the calendar.
    NotADay(&'static str, String),
    /// The period ends before it begins.
    Backwards(Day, Day),
}

impl fmt::Display for Unanswerable {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownId(name, id) => write!(to, "{name}=\"{id}\" names nothing here and is ignored"),
            Self::NotADay(name, text) => {
                write!(to, "{name}=\"{text}\" is no day as 2022-01-20 is, and is ignored")
            }
            Self::Backwards(from, until) => {
                write!(to, "from=\"{}\" is later than to=\"{}\": both are ignored", from.text(), until.text())
            }
        }
    }
}

/// Reads one of the days of a question, named `name` where it is no day.
///
/// # Errors
/// [`Unanswerable::NotADay`] for anything but one certain day: `2022-01-20`.
pub fn parse_question_day(name: &'static str, text: &str) -> Result<Day, Unanswerable> {
    let date = Date::parse(text).ok().filter(|date| !date.is_uncertain() && !date.is_approximate());
    date.and_then(|date| date.day()).ok_or_else(|| Unanswerable::NotADay(name, text.to_owned()))
}

impl Question {
    /// Returns whether nothing is asked, so that everything is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes out what can't be meant of a metric of this dataset, and returns what that was.
    pub fn remove_unanswerable(&mut self, dataset: &Dataset, metric: &Metric) -> Vec<Unanswerable> {
        let mut removed = Vec::new();
        let figures = || dataset.metrics.iter().flat_map(|metric| &metric.figures);
        let mut check = |name: &'static str, id: &mut Option<String>, is_known: &dyn Fn(&str) -> bool| {
            if let Some(unknown) = id.take_if(|id| !is_known(id)) {
                removed.push(Unanswerable::UnknownId(name, unknown));
            }
        };
        check("scope", &mut self.scope, &|id| metric.scopes.iter().any(|scope| scope.id == id));
        check("speaker", &mut self.speaker, &|id| figures().any(|figure| is_said_by(figure, id)));
        check("institution", &mut self.institution, &|id| figures().any(|figure| is_said_for(figure, id)));
        check("outlet", &mut self.outlet, &|id| figures().any(|figure| is_printed_by(figure, id)));
        if let (Some(from), Some(to)) = (self.from, self.to)
            && from > to
        {
            (self.from, self.to) = (None, None);
            removed.push(Unanswerable::Backwards(from, to));
        }
        removed
    }

    /// Returns whether a figure is among those asked for, whatever was known when.
    pub fn covers(&self, figure: &Figure) -> bool {
        let wants = |id: &Option<String>, is_met: fn(&Figure, &str) -> bool| {
            id.as_deref().is_none_or(|id| is_met(figure, id))
        };
        let (earliest, latest) =
            figure.said.as_ref().map_or((None, None), |said| (said.earliest(), said.latest()));
        wants(&self.scope, |figure, id| figure.scope_id() == Some(id))
            && wants(&self.speaker, is_said_by)
            && wants(&self.institution, is_said_for)
            && wants(&self.outlet, is_printed_by)
            && self.from.zip(latest).is_none_or(|(from, latest)| latest >= from)
            && self.to.zip(earliest).is_none_or(|(to, earliest)| earliest <= to)
    }

    /// Returns the figure of a scope of a metric whose value stands when the period begins: the last of the others that are
    /// asked for to have been said before it. None without a beginning, and where that figure has no one value.
    pub fn figure_before<'a>(&self, metric: &'a Metric, scope: Option<&str>) -> Option<&'a Arc<Figure>> {
        let from = self.from?;
        let of_scope = Self { scope: None, from: None, to: None, ..self.clone() };
        let is_before =
            |figure: &Figure| figure.said.as_ref().and_then(Date::latest).is_some_and(|day| day < from);
        let stands = |figure: &Figure| !figure.status.status.is_questioned();
        let last = metric.figures.iter().rfind(|figure| {
            figure.scope_id() == scope
                && is_before(figure)
                && figure.has_number()
                && stands(figure)
                && of_scope.covers(figure)
        });
        last.filter(|figure| figure.value.is_some())
    }

    /// Returns the part of a metric that is asked for: the metric itself where that is all of it.
    pub fn narrow(&self, metric: &Arc<Metric>) -> Arc<Metric> {
        if self.is_empty() || metric.figures.iter().all(|figure| self.covers(figure)) {
            return metric.clone();
        }
        let figures = metric.figures.iter().filter(|figure| self.covers(figure)).cloned().collect();
        Arc::new(Metric { figures, ..Metric::clone(metric) })
    }
}

fn is_said_by(figure: &Figure, id: &str) -> bool {
    figure.speaker.as_ref().is_some_and(|speaker| speaker.id == id)
}

fn is_said_for(figure: &Figure, id: &str) -> bool {
    figure.institution.as_ref().is_some_and(|institution| institution.id == id)
}

fn is_printed_by(figure: &Figure, id: &str) -> bool {
    figure.sources.iter().any(|entry| entry.outlet.as_ref().is_some_and(|outlet| outlet.id == id))
}
