//! Which of the documents that records speak of are in the dataset already, and which ids the others get.

use crate::hash::{HashMap, HashMapExt, HashSet, HashSetExt};
use crate::spreadsheet::matching::document::Document;
use crate::spreadsheet::matching::id::assign_ids;
use crate::spreadsheet::matching::slug::slug;
use figure_tracker_core::dataset::format::{Source, WebAddress};
use figure_tracker_core::date::Date;

/// By what a document of the dataset is looked up.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Lookup<'s> {
    /// Everything that tells documents with an address apart.
    Whole(&'s WebAddress, Option<&'s str>, Option<&'s Date>),
    /// The address alone.
    Address(&'s WebAddress),
    /// A document without address, with its archived copy.
    Copy(Option<&'s str>, Option<&'s Date>, Option<&'s WebAddress>),
    /// Outlet and day alone.
    OutletAndDay(Option<&'s str>, Option<&'s Date>),
}

/// How alike two documents are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// One of them has no address, the rest is the same.
    OutletAndDay,
    /// Where they differ, one of them says nothing.
    Fits,
    /// Nothing differs.
    Same,
}

/// How many documents of the dataset are compared with one of a sheet where none is just the same.
const MAX_COMPARED: usize = 64;

/// Finds the documents that are in the dataset already, each at most once, the likest first.
pub(crate) fn find_known_documents(documents: &mut [Document<'_>], known: &[Source]) {
    let mut claimed = HashSet::new();
    for wanted in [Likeness::Same, Likeness::Fits, Likeness::OutletAndDay] {
        if documents.iter().all(|document| document.known.is_some()) {
            return;
        }
        let by = by_lookup(known, wanted);
        for document in documents.iter_mut().filter(|document| document.known.is_none()) {
            let (outlet, published) = (document.outlet, document.published.as_ref());
            let lookup = match (document.url, wanted) {
                (Some(url), Likeness::Same) => Lookup::Whole(url, outlet, published),
                (None, Likeness::Same) => Lookup::Copy(outlet, published, document.archived),
                (Some(url), _) => Lookup::Address(url),
                (None, _) => Lookup::OutletAndDay(outlet, published),
            };
            let is_like = |index: &&usize| {
                !claimed.contains(*index)
                    && known.get(**index).is_some_and(|source| document.likeness(source) == Some(wanted))
            };
            let mut found = by.get(&lookup).into_iter().flatten().take(MAX_COMPARED).filter(is_like);
            let first = found.next().copied();
            // A row without address means a document that has one only if there is just one such.
            if first.is_some() && (wanted != Likeness::OutletAndDay || found.next().is_none()) {
                document.known = first;
                claimed.extend(first);
            }
        }
    }
}

/// Returns where documents of the dataset that are so much like one are looked up.
fn by_lookup(known: &[Source], wanted: Likeness) -> HashMap<Lookup<'_>, Vec<usize>> {
    let mut by: HashMap<Lookup<'_>, Vec<usize>> = HashMap::new();
    for (index, source) in known.iter().enumerate() {
        let (outlet, published) = (source.outlet.as_deref(), source.published.as_ref());
        let (first, second) = match (&source.url, wanted) {
            (Some(url), Likeness::Same) => (Lookup::Whole(url, outlet, published), None),
            (None, Likeness::Same) => (Lookup::Copy(outlet, published, source.archived.as_ref()), None),
            (url, _) => (Lookup::OutletAndDay(outlet, published), url.as_ref().map(Lookup::Address)),
        };
        for lookup in [Some(first), second].into_iter().flatten() {
            by.entry(lookup).or_default().push(index);
        }
    }
    by
}

impl Document<'_> {
    /// Tells how alike it is to a document of the dataset; none where it is another one.
    fn likeness(&self, known: &Source) -> Option<Likeness> {
        let day = Fit::of(self.published.as_ref(), known.published.as_ref());
        let copy = Fit::of(self.archived, known.archived.as_ref());
        let outlet = Fit::of(self.outlet, known.outlet.as_deref());
        let same_place = outlet == Fit::Same && day == Fit::Same;
        match (self.url, &known.url) {
            (Some(a), Some(b)) if a == b && same_place => Some(Likeness::Same),
            (Some(a), Some(b)) if a == b && outlet != Fit::Differs && day != Fit::Differs => {
                Some(Likeness::Fits)
            }
            (None, None) if same_place && copy == Fit::Same => Some(Likeness::Same),
            (None, None) if same_place && copy == Fit::Open => Some(Likeness::Fits),
            (None, _) if same_place && (copy != Fit::Differs || known.url.is_none()) => {
                Some(Likeness::OutletAndDay)
            }
            _ => None,
        }
    }

    /// The id that it would like to have.
    fn wanted_id(&self) -> String {
        let Self { outlet, published, url, archived, .. } = self;
        let host = || url.or(*archived).and_then(|url| url.split('/').nth(2)).map(slug);
        let name = outlet.map(str::to_owned).or_else(host).unwrap_or_else(|| "unnamed".to_owned());
        let day = published.as_ref().map(|day| format!("-{}", slug(&day.to_string()))).unwrap_or_default();
        name + &day
    }

    /// What it is in full, no two the same.
    fn full_text(&self) -> String {
        let Self { outlet, published, url, archived, .. } = self;
        serde_json::to_string(&(url, outlet, published, archived)).unwrap_or_default()
    }
}

/// How two cells compare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Same,
    /// One of them is empty.
    Open,
    Differs,
}

impl Fit {
    fn of<T: PartialEq + ?Sized>(a: Option<&T>, b: Option<&T>) -> Self {
        match (a, b) {
            (a, b) if a == b => Self::Same,
            (Some(_), Some(_)) => Self::Differs,
            _ => Self::Open,
        }
    }
}

/// Gives every document its id: that in the dataset, else one made of its outlet and its date.
pub(crate) fn name_documents(documents: &mut [Document<'_>], known: &[Source]) {
    let mut taken: HashSet<String> = known.iter().map(|source| source.id.clone()).collect();
    let new: Vec<&Document<'_>> = documents.iter().filter(|document| document.known.is_none()).collect();
    let wishes: Vec<String> = new.iter().map(|document| document.wanted_id()).collect();
    let text = |index: usize| new.get(index).map(|document| document.full_text()).unwrap_or_default();
    let mut ids = assign_ids(&wishes, &text, "source", &mut taken).into_iter();
    for document in documents {
        let there = document.known.and_then(|index| known.get(index)).map(|source| source.id.clone());
        document.id = there.or_else(|| ids.next()).unwrap_or_default();
    }
}
