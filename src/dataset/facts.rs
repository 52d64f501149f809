//! What more than one rule needs to know: which ids there are, what the numbers and dates come to.
//!
//! It judges nothing: an id that is there twice or a date that is none is simply not found here.

use crate::dataset::number::{Amount, amount, decimal};
use crate::dataset::raw;
use crate::dataset::tree::{At, Shape};
use crate::date::Date;

/// The mirror of a file, where everything in it stands, and what follows from it.
pub(in crate::dataset) struct Facts<'a> {
    pub(in crate::dataset) raw: &'a raw::Dataset,
    pub(in crate::dataset) root: At<'a, 'a>,
    pub(in crate::dataset) text: &'a str,
    pub(in crate::dataset) units: Ids<'a>,
    pub(in crate::dataset) institutions: Ids<'a>,
    pub(in crate::dataset) speakers: Ids<'a>,
    pub(in crate::dataset) outlets: Ids<'a>,
    pub(in crate::dataset) sources: Ids<'a>,
    pub(in crate::dataset) groups: Ids<'a>,
    pub(in crate::dataset) metrics: Ids<'a>,
    pub(in crate::dataset) figures: Ids<'a>,
    /// One for each figure: what its numbers come to.
    pub(in crate::dataset) amounts: Vec<Amounts>,
    /// One for each figure: when it was said.
    pub(in crate::dataset) said: Vec<Option<Date>>,
}

/// What the numbers of a figure come to; none where there is no number, or none that can be read.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::dataset) struct Amounts {
    pub(in crate::dataset) value: Option<Amount>,
    pub(in crate::dataset) low: Option<Amount>,
    pub(in crate::dataset) high: Option<Amount>,
}

impl<'a> Facts<'a> {
    pub(in crate::dataset) fn new(raw: &'a raw::Dataset, root: At<'a, 'a>, text: &'a str) -> Self {
        let ids = |list: &'static str, ids: &mut dyn Iterator<Item = &'a String>| Ids::new(root, list, ids);
        Self {
            raw,
            root,
            text,
            units: ids("units", &mut raw.units.iter().map(|unit| &unit.id)),
            institutions: ids(
                "institutions",
                &mut raw.institutions.iter().map(|institution| &institution.id),
            ),
            speakers: ids("speakers", &mut raw.speakers.iter().map(|speaker| &speaker.id)),
            outlets: ids("outlets", &mut raw.outlets.iter().map(|outlet| &outlet.id)),
            sources: ids("sources", &mut raw.sources.iter().map(|source| &source.id)),
            groups: ids("groups", &mut raw.groups.iter().map(|group| &group.id)),
            metrics: ids("metrics", &mut raw.metrics.iter().map(|metric| &metric.id)),
            figures: ids("figures", &mut raw.figures.iter().map(|figure| &figure.id)),
            amounts: raw.figures.iter().map(amounts).collect(),
            said: raw.figures.iter().map(|figure| date(figure.said.as_ref())).collect(),
        }
    }

    /// Every figure with its index and its place.
    pub(in crate::dataset) fn figures(&self) -> impl Iterator<Item = (usize, &'a raw::Figure, At<'a, 'a>)> {
        let list = self.root.key("figures");
        self.raw.figures.iter().enumerate().map(move |(index, figure)| (index, figure, list.item(index)))
    }

    /// Every relation with its index and its place.
    pub(in crate::dataset) fn relations(
        &self,
    ) -> impl Iterator<Item = (usize, &'a raw::Relation, At<'a, 'a>)> {
        let list = self.root.key("relations");
        self.raw
            .relations
            .iter()
            .enumerate()
            .map(move |(index, relation)| (index, relation, list.item(index)))
    }

    /// The metric of a figure.
    pub(in crate::dataset) fn metric_of(&self, figure: &raw::Figure) -> Option<&'a raw::Metric> {
        self.metrics.find(&figure.metric).and_then(|index| self.raw.metrics.get(index))
    }

    /// The amounts of a figure.
    pub(in crate::dataset) fn amounts(&self, figure: usize) -> Amounts {
        self.amounts.get(figure).copied().unwrap_or_default()
    }

    /// When a figure was said.
    pub(in crate::dataset) fn said(&self, figure: usize) -> Option<&Date> {
        self.said.get(figure).and_then(Option::as_ref)
    }
}

fn amounts(figure: &raw::Figure) -> Amounts {
    let amount = |number: &Option<raw::Number>| {
        number.as_ref().and_then(|n| decimal(n).ok()).and_then(|d| amount(&d.digits))
    };
    Amounts { value: amount(&figure.value), low: amount(&figure.low), high: amount(&figure.high) }
}

/// A date that can be read.
pub(in crate::dataset) fn date(text: Option<&String>) -> Option<Date> {
    text.and_then(|text| Date::parse(text).ok())
}

/// The ids of one list, sorted, each with its index in the file.
pub(in crate::dataset) struct Ids<'a> {
    /// The key of the list in the file.
    pub(in crate::dataset) list: &'static str,
    /// Whether the list could be read, so that an id which is not in it does not exist.
    pub(in crate::dataset) complete: bool,
    sorted: Vec<(&'a str, usize)>,
}

impl<'a> Ids<'a> {
    /// The ids of a list under a key of `at`.
    pub(in crate::dataset) fn new(
        at: At<'_, '_>,
        list: &'static str,
        ids: &mut dyn Iterator<Item = &'a String>,
    ) -> Self {
        let mut sorted: Vec<(&str, usize)> =
            ids.enumerate().map(|(index, id)| (id.as_str(), index)).collect();
        sorted.sort_unstable();
        let complete = match at.get(list) {
            Some(at) if !at.node().is_null() => matches!(at.node().shape, Shape::List(_)),
            _ => !raw::required("data set").contains(&list),
        };
        Self { list, complete, sorted }
    }

    /// The index of the first entry with this id.
    pub(in crate::dataset) fn find(&self, id: &str) -> Option<usize> {
        let first = self.sorted.partition_point(|(other, _)| *other < id);
        self.sorted.get(first).filter(|(other, _)| *other == id).map(|&(_, index)| index)
    }

    /// The entries whose id an earlier entry has.
    pub(in crate::dataset) fn repeated(&self) -> impl Iterator<Item = (&'a str, usize)> {
        let pairs = self.sorted.iter().zip(self.sorted.iter().skip(1));
        pairs.filter(|(a, b)| a.0 == b.0).map(|(_, b)| *b)
    }

    /// Every id with its index in the file, sorted by id.
    pub(in crate::dataset) fn entries(&self) -> impl Iterator<Item = (&'a str, usize)> {
        self.sorted.iter().copied()
    }

    /// The ids themselves.
    pub(in crate::dataset) fn names(&self) -> impl ExactSizeIterator<Item = &'a str> {
        self.sorted.iter().map(|&(id, _)| id)
    }
}
