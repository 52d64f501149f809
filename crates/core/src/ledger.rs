//! What adds up and what doesn't: the sums and contradictions of a dataset, with how far each is off. Pure arithmetic on
//! numbers as they were reported: nothing is decided, and nothing is reckoned from a number that isn't exact.

use std::collections::HashSet;
use std::sync::Arc;

use crate::dataset::{Dataset, Distance, Edge, Figure, Relation, Text};
use crate::decimal::Decimal;

/// The sums and contradictions of a metric or of a whole dataset, in the order in which they are told: each list is in the
/// file's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The sums whose parts don't add up.
    pub failing_sums: Vec<LedgerSum>,
    /// The figures that can't both be right, each pair once.
    pub contradictions: Vec<Contradiction>,
    /// The sums whose parts add up.
    pub holding_sums: Vec<LedgerSum>,
}

/// A sum as it is written at school: its parts, what they make, and what was said of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerSum {
    /// The whole as it was said.
    pub whole: Arc<Figure>,
    /// Its parts, in the file's order.
    pub parts: Vec<Arc<Figure>>,
    /// What the numbers of the parts make; none where one has none, or they are not all counted in the unit of the whole.
    pub total: Option<Decimal>,
    /// By how much the total is larger than the whole, negative where it is smaller; none where they are the same, or not
    /// all numbers are exact.
    pub excess: Option<Decimal>,
    /// In the words of those who keep the file.
    pub note: Option<Text>,
}

/// Two figures that can't both be right.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// Both, the larger number first.
    pub figures: [Arc<Figure>; 2],
    /// How far apart they are; none where that can't be told, or they are counted in different units.
    pub distance: Option<Distance>,
    /// In the words of those who keep the file.
    pub note: Option<Text>,
}

impl Ledger {
    /// Collects the ledger of a whole dataset.
    pub fn of_dataset(dataset: &Dataset) -> Self {
        Self::of_relations(dataset, &dataset.relations)
    }

    /// Collects the ledger of what speaks of a figure of the metric with this id.
    pub fn of_metric(dataset: &Dataset, metric: &str) -> Self {
        Self::of_relations(dataset, dataset.relations_of_metric(metric))
    }

    fn of_relations<'a>(dataset: &Dataset, relations: impl IntoIterator<Item = &'a Relation>) -> Self {
        let mut ledger = Self::default();
        let mut pairs = HashSet::new();
        for relation in relations {
            match relation {
                Relation::Sum { whole, parts, adds_up, note } => {
                    let sum = LedgerSum::new(dataset, whole, parts, note.as_ref());
                    let list = if *adds_up { &mut ledger.holding_sums } else { &mut ledger.failing_sums };
                    list.push(sum);
                }
                Relation::Edge { kind: Edge::Contradicts, from, to, note }
                    if pairs
                        .insert((&*from.id).min(&*to.id).to_owned() + "\n" + (&*from.id).max(&*to.id)) =>
                {
                    ledger.contradictions.push(Contradiction::new(dataset, from, to, note.as_ref()));
                }
                Relation::Edge { .. } => {}
            }
        }
        ledger
    }

    /// Returns whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many sums and contradictions there are.
    pub fn len(&self) -> usize {
        self.failing_sums.len() + self.contradictions.len() + self.holding_sums.len()
    }
}

impl LedgerSum {
    fn new(dataset: &Dataset, whole: &Arc<Figure>, parts: &[Arc<Figure>], note: Option<&Text>) -> Self {
        let unit = unit_id(dataset, whole);
        let add = |sum: Decimal, part: &Arc<Figure>| {
            sum.checked_add(part.value.filter(|_| unit_id(dataset, part) == unit)?)
        };
        let total = parts.iter().try_fold(Decimal::ZERO, add).map(Decimal::normalized);
        let is_exact = parts.iter().chain([whole]).all(|figure| figure.is_exact());
        let excess = total.zip(whole.value).and_then(|(total, whole)| total.checked_sub(whole));
        let excess = excess.filter(|excess| is_exact && excess.signum() != 0).map(Decimal::normalized);
        Self { whole: whole.clone(), parts: parts.to_vec(), total, excess, note: note.cloned() }
    }
}

impl Contradiction {
    fn new(dataset: &Dataset, from: &Arc<Figure>, to: &Arc<Figure>, note: Option<&Text>) -> Self {
        let is_same_unit = unit_id(dataset, from) == unit_id(dataset, to);
        let distance = from.distance_to(to).filter(|_| is_same_unit);
        let (larger, smaller) = if to.value > from.value { (to, from) } else { (from, to) };
        Self { figures: [larger.clone(), smaller.clone()], distance, note: note.cloned() }
    }
}

/// The id of the unit that a figure is counted in.
fn unit_id<'a>(dataset: &'a Dataset, figure: &Figure) -> Option<&'a str> {
    dataset.metric(&figure.metric).map(|metric| &*metric.unit.id)
}
