//! What is counted, in which unit, and what its figures cover.

use std::sync::Arc;

use super::names::named;
use super::{Figure, Text};

/// What a metric is counted in.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its id in the file.
    pub id: String,
    /// How a number of it is written.
    pub kind: UnitKind,
}

/// How a number of a unit is written.
#[derive(Clone, Debug, PartialEq)]
pub enum UnitKind {
    /// A counted thing: for each BCP 47 tag the word by CLDR plural category (`one`, `few`, `other` ...).
    Counted(Vec<(String, Vec<(String, String)>)>),
    /// Money, with its ISO 4217 code.
    Currency(String),
    /// A share, 100 being the whole.
    Percent,
}

/// A heading of the picker.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its id in the file.
    pub id: String,
    /// Its heading.
    pub label: Text,
}

named! {
    /// How the numbers of a metric behave over time.
    #[derive(Default)]
    pub enum MetricKind as "kind" {
        /// Only grows unless somebody takes a number back: deaths, cases opened.
        #[default]
        "running_total" RunningTotal,
        /// Goes up and down: people in custody.
        "level" Level,
        /// One sum: damage, compensation.
        "amount" Amount,
    }
}

/// What a figure of a metric covers; a step line joins figures of one scope only.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// Its id within the metric.
    pub id: String,
    /// Its short name.
    pub label: Text,
    /// What is counted in it.
    pub definition: Option<Text>,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// Its id in the file.
    pub id: String,
    /// Its short name.
    pub label: Text,
    /// The heading it stands under.
    pub group: Option<Arc<Group>>,
    /// What it is counted in.
    pub unit: Arc<Unit>,
    /// What is counted, exactly.
    pub definition: Option<Text>,
    /// The id of the scope that it is about: one that no sum and no `part_of` contains in another; of several the one
    /// with most figures, then the first. None where its figures have no scope.
    pub subject: Option<String>,
    /// The ids of the scopes that count what the subject counts, with another outcome: a figure of theirs contradicts one of
    /// the subject's. They stand on its chart.
    pub rivals: Vec<String>,
    /// Its scopes, in the file's order; empty where it has just one.
    pub scopes: Vec<Arc<Scope>>,
    /// Its figures in time order: undated first, then by the latest day on which each can have been said.
    pub figures: Vec<Arc<Figure>>,
}

impl Metric {
    /// Returns the id of the scope that the metric is about; none where its figures have no scope.
    pub fn main_scope(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// Returns the id of the scope on whose chart the figures of a scope stand: its own, but for rivals of the subject, which
    /// stand on that one's.
    pub fn chart_scope<'a>(&'a self, scope: Option<&'a str>) -> Option<&'a str> {
        let is_rival = self.rivals.iter().any(|rival| Some(&**rival) == scope);
        if is_rival { self.main_scope() } else { scope }
    }

    /// Returns the metric with those figures alone that stand on the chart of a scope; itself where it has no others.
    pub fn of_chart(self: &Arc<Self>, scope: Option<&str>) -> Arc<Self> {
        let is_on_chart = |other: Option<&str>| self.chart_scope(other) == scope;
        let is_alone = scope.is_none() && self.scopes.is_empty();
        if is_alone || self.figures.iter().all(|figure| is_on_chart(figure.scope_id())) {
            return self.clone();
        }
        let figures = self.figures.iter().filter(|figure| is_on_chart(figure.scope_id())).cloned().collect();
        let scopes = self.scopes.iter().filter(|other| is_on_chart(Some(&other.id))).cloned().collect();
        Arc::new(Self { scopes, figures, ..Self::clone(self) })
    }

    /// Returns what a figure of this metric counts, exactly: the definition of the metric, and that of the figure's scope.
    /// A reader sees it with every figure, the only one too.
    pub fn definitions_of<'a>(&'a self, figure: &'a Figure) -> impl Iterator<Item = &'a Text> {
        let scope = figure.scope.as_ref().and_then(|scope| scope.definition.as_ref());
        [self.definition.as_ref(), scope].into_iter().flatten()
    }

    /// The newest figure of the main scope that still stands, else the newest of that scope.
    pub fn latest(&self) -> Option<&Arc<Figure>> {
        let main = self.main_scope();
        let of_main = |figure: &&Arc<Figure>| figure.scope_id() == main;
        let stands = |figure: &&Arc<Figure>| of_main(figure) && !figure.status.status.is_struck();
        let newest = self.figures.iter().rev();
        newest.clone().find(stands).or_else(|| newest.clone().find(of_main)).or_else(|| self.figures.last())
    }

    /// Whether anything in it changed over time: two different numbers on two different days within one scope.
    pub fn moved(&self) -> bool {
        let mut by_scope: Vec<&Arc<Figure>> = self.figures.iter().collect();
        by_scope.sort_unstable_by_key(|figure| figure.scope_id());
        by_scope.chunk_by(|one, next| one.scope_id() == next.scope_id()).any(|figures| {
            let Some(first) = figures.first() else { return false };
            // If some number and some day differ from the first, then some pair differs in both.
            figures.iter().any(|figure| figure.value != first.value)
                && figures.iter().any(|figure| figure.said != first.said)
        })
    }
}
