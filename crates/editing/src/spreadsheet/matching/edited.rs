//! Statements whose cells were changed in the sheet: a row that is new beside a figure that is in no row any more.
//!
//! A later number is a new figure, never an edit. So a row is taken for an edited one only where it is from the
//! same document, of the same metric, and everything else that makes a statement is the same: with another
//! number, or with the same number and one other thing changed. What could be two things is neither.

use std::borrow::Cow;

use crate::hash::{HashMap, HashMapExt, HashSet, HashSetExt};
use crate::spreadsheet::matching::document::Document;
use crate::spreadsheet::matching::ids::IdDirectories;
use crate::spreadsheet::matching::statement::{StatedReport, Statement, StatementMatch};
use figure_tracker_core::dataset::format;
use figure_tracker_core::date::Date;

/// Finds the figures that new statements are edits of.
pub(crate) fn find_edited_figures(
    statements: &mut [StatementMatch<'_>],
    of_records: &[Option<&str>],
    before: &format::Dataset,
    ids: &IdDirectories,
) {
    let seen: HashSet<usize> = statements.iter().filter_map(|statement| statement.figure).collect();
    let missing: Vec<(usize, Statement<'_>)> = (0..before.figures.len())
        .filter(|index| !seen.contains(index))
        .filter_map(|index| {
            Some((index, Statement::of_figure(before.figures.get(index)?, &before.language, ids)))
        })
        .collect();
    if missing.is_empty() {
        return;
    }
    let counts = counted(&seen, before);
    for part in PARTS {
        pair(statements, of_records, before, &missing, &counts, part);
    }
}

/// The part of a statement that an editor can have changed while the rest stayed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EditedPart {
    Number,
    Speaker,
    Day,
    Scope,
}

/// In this order: the number is changed most often.
const PARTS: [EditedPart; 4] = [EditedPart::Number, EditedPart::Speaker, EditedPart::Day, EditedPart::Scope];

/// What stays of a statement of which one part was edited.
#[derive(PartialEq, Eq, Hash)]
struct UneditedParts<'i> {
    metric: Cow<'i, str>,
    reported: Option<StatedReport<'i>>,
    scope: Option<Cow<'i, str>>,
    said: Option<Date>,
    speaker: Option<Cow<'i, str>>,
}

impl EditedPart {
    /// Returns what stays of a statement.
    fn unedited<'i>(self, statement: &Statement<'i>) -> UneditedParts<'i> {
        UneditedParts {
            metric: statement.metric.clone(),
            reported: Some(&statement.reported).filter(|_| self != Self::Number).cloned(),
            scope: statement.scope.clone().filter(|_| self != Self::Scope),
            said: statement.said.clone().filter(|_| self != Self::Day),
            speaker: statement.speaker.clone().filter(|_| self != Self::Speaker),
        }
    }

    /// Whether a figure can have been edited so, by how many figures of its document are in the sheet and how
    /// many are not. Where a cell was empty and is filled in, always.
    fn is_likely(self, old: &Statement<'_>, (seen, missing): (usize, usize)) -> bool {
        match self {
            Self::Number => true,
            Self::Speaker => old.speaker.is_none() || missing == 1,
            Self::Day => old.said.is_none() || missing == 1,
            Self::Scope => old.scope.is_none() || (missing == 1 && seen > 0),
        }
    }
}

/// Pairs new statements with missing figures where there is exactly one of each.
fn pair(
    statements: &mut [StatementMatch<'_>],
    of_records: &[Option<&str>],
    before: &format::Dataset,
    missing: &[(usize, Statement<'_>)],
    counts: &HashMap<&str, (usize, usize)>,
    part: EditedPart,
) {
    let taken: HashSet<usize> = statements.iter().filter_map(|statement| statement.figure).collect();
    let mut places: HashMap<(UneditedParts<'_>, &str), OldAndNew> = HashMap::new();
    for (index, said) in missing.iter().filter(|(index, _)| !taken.contains(index)) {
        let sources = before.figures.get(*index).map(|figure| figure.sources.as_slice()).unwrap_or_default();
        let count = |source: &str| counts.get(source).copied().unwrap_or_default();
        for source in sources.iter().filter(|source| part.is_likely(said, count(&source.source))) {
            places.entry((part.unedited(said), source.source.as_str())).or_default().0.push(*index);
        }
    }
    for (index, statement) in
        statements.iter().enumerate().filter(|(_, statement)| statement.figure.is_none())
    {
        for source in statement.records.iter().filter_map(|record| *of_records.get(*record)?) {
            let place = places.get_mut(&(part.unedited(&statement.statement), source));
            if let Some((_, new)) = place.filter(|(_, new)| new.last() != Some(&index)) {
                new.push(index);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> =
        places.into_values().filter_map(|(old, new)| one_each(&old, &new)).collect();
    pairs.sort_unstable();
    let mut used = HashSet::new();
    for (new, old) in pairs {
        if let Some(statement) = statements.get_mut(new).filter(|s| s.figure.is_none() && used.insert(old)) {
            statement.figure = Some(old);
        }
    }
}

/// Missing figures and new statements that are alike.
type OldAndNew = (Vec<usize>, Vec<usize>);

fn one_each(old: &[usize], new: &[usize]) -> Option<(usize, usize)> {
    if let ([old], [new]) = (old, new) { Some((*new, *old)) } else { None }
}

/// For each document how many of its figures are in the sheet, and how many are not.
fn counted<'b>(seen: &HashSet<usize>, before: &'b format::Dataset) -> HashMap<&'b str, (usize, usize)> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (index, figure) in before.figures.iter().enumerate() {
        for source in &figure.sources {
            let count = counts.entry(source.source.as_str()).or_default();
            *if seen.contains(&index) { &mut count.0 } else { &mut count.1 } += 1;
        }
    }
    counts
}

/// Finds the documents whose address or date was changed: every figure that the file has from the old one is in
/// the sheet, from the new one, and nothing in the sheet is from the old one. Tells whether there are any.
pub(crate) fn find_edited_documents(
    documents: &mut [Document<'_>],
    of_records: &[Option<usize>],
    statements: &[StatementMatch<'_>],
    before: &format::Dataset,
) -> bool {
    if before.figures.is_empty() || documents.iter().all(|document| document.known.is_some()) {
        return false;
    }
    let mut any = false;
    let mut claimed: HashSet<usize> = documents.iter().filter_map(|document| document.known).collect();
    let mut touched: HashMap<usize, HashSet<usize>> = HashMap::new();
    for statement in statements {
        let Some(figure) = statement.figure else { continue };
        for document in statement.records.iter().filter_map(|row| of_records.get(*row).copied().flatten()) {
            touched.entry(document).or_default().insert(figure);
        }
    }
    let index_of: HashMap<&str, usize> =
        before.sources.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect();
    let mut carried: HashMap<usize, Vec<usize>> = HashMap::new();
    for (figure, raw) in before.figures.iter().enumerate() {
        for source in raw.sources.iter().filter_map(|id| index_of.get(id.source.as_str())) {
            carried.entry(*source).or_default().push(figure);
        }
    }
    for (index, document) in documents.iter_mut().enumerate().filter(|(_, document)| document.known.is_none())
    {
        let Some(figures) = touched.get(&index) else { continue };
        let old = |source: &usize| {
            let whole =
                carried.get(source).is_some_and(|all| all.iter().all(|figure| figures.contains(figure)));
            whole
                && !claimed.contains(source)
                && before.sources.get(*source).is_some_and(|s| is_near(document, s))
        };
        let mut candidates: Vec<usize> = figures
            .iter()
            .filter_map(|figure| before.figures.get(*figure))
            .flat_map(|figure| {
                figure.sources.iter().filter_map(|id| index_of.get(id.source.as_str()).copied())
            })
            .filter(old)
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        if let [one] = candidates.as_slice() {
            document.known = Some(*one);
            claimed.insert(*one);
            any = true;
        }
    }
    any
}

/// Whether one of address and date is as it was.
fn is_near(document: &Document<'_>, known: &format::Source) -> bool {
    let same_url = document.url.is_some() && document.url == known.url.as_ref();
    same_url || (document.outlet == known.outlet.as_deref() && document.published == known.published)
}
