//! What more than one rule needs to know: which ids there are, what the numbers and dates come to.
//!
//! It judges nothing: an id that is there twice or a date that is none is simply not found here.

use super::index::Index;
use super::number::{Amount, amount, decimal};
use super::raw::DATASET;
use super::shape::What;
use super::tree::{At, Shape};
use crate::date::Date;

/// A file and what follows from it.
pub(super) struct Facts<'a> {
    pub(super) root: At<'a, 'a>,
    pub(super) text: &'a str,
    /// Every list of the data set whose entries have ids, in the order of the format's page.
    pub(super) ids: Vec<Ids<'a>>,
    /// One for each figure: what its numbers come to.
    amounts: Vec<Amounts>,
    /// One for each figure: when it was said.
    said: Vec<Option<Date>>,
}

/// What the numbers of a figure come to; none where there is no number, or none that can be read.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Amounts {
    pub(super) value: Option<Amount>,
    pub(super) low: Option<Amount>,
    pub(super) high: Option<Amount>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(root: At<'a, 'a>, text: &'a str) -> Self {
        let mut ids = Vec::new();
        for field in DATASET.fields {
            match field.what {
                What::List(record) if record.field("id").is_some() => {
                    ids.push(Ids::new(root, field.key, record.name, field.needed));
                }
                _ => {}
            }
        }
        let (mut amounts, mut said) = (Vec::new(), Vec::new());
        for node in root.list("figures") {
            amounts.push(Amounts::of(At(node)));
            said.push(date(At(node), "said"));
        }
        Self { root, text, ids, amounts, said }
    }

    /// Every entry of a list of the data set, with its index.
    pub(super) fn each(&self, list: &str) -> impl Iterator<Item = (usize, At<'a, 'a>)> + use<'a> {
        self.root.list(list).iter().map(At).enumerate()
    }

    /// The index of the first entry of a list that has this id.
    pub(super) fn find(&self, list: &str, id: &str) -> Option<usize> {
        self.ids.iter().find(|ids| ids.list == list).and_then(|ids| ids.index.find(id))
    }

    /// The metric of a figure.
    pub(super) fn metric_of(&self, figure: At<'_, '_>) -> Option<At<'a, 'a>> {
        let index = self.find("metrics", figure.word("metric"))?;
        self.root.list("metrics").get(index).map(At)
    }

    /// The amounts of a figure.
    pub(super) fn amounts(&self, figure: usize) -> Amounts {
        self.amounts.get(figure).copied().unwrap_or_default()
    }

    /// When a figure was said.
    pub(super) fn said(&self, figure: usize) -> Option<&Date> {
        self.said.get(figure).and_then(Option::as_ref)
    }
}

impl Amounts {
    fn of(figure: At<'_, '_>) -> Self {
        let amount = |key: &str| amount(&decimal(figure.get(key)?.number()?).ok()?.digits);
        Self { value: amount("value"), low: amount("low"), high: amount("high") }
    }
}

/// The date under a key, where it can be read.
pub(super) fn date(at: At<'_, '_>, key: &str) -> Option<Date> {
    at.get(key).and_then(At::text).and_then(|text| Date::parse(text).ok())
}

/// The ids of one list.
pub(super) struct Ids<'a> {
    /// The key of the list in the file.
    pub(super) list: &'static str,
    /// What an entry of it is called.
    pub(super) noun: &'static str,
    /// Whether the list could be read, so that an id which is not in it does not exist.
    pub(super) complete: bool,
    /// The ids in the order of the file.
    pub(super) index: Index<'a>,
}

impl<'a> Ids<'a> {
    /// The ids of a list under a key of `at`, which must be there if `needed`.
    pub(super) fn new(at: At<'a, 'a>, list: &'static str, noun: &'static str, needed: bool) -> Self {
        let index = Index::new(&mut at.list(list).iter().map(|node| At(node).word("id")));
        let complete = match at.get(list) {
            Some(at) if !at.node().is_null() => matches!(at.node().shape, Shape::List(_)),
            _ => !needed,
        };
        Self { list, noun, complete, index }
    }
}
