//! From the mirror of a file without errors to a [`Dataset`] in which every reference leads somewhere.
//!
//! No rule is checked here: whatever cannot be resolved has been reported as an error before.

use std::sync::Arc;

use super::facts::{Facts, Ids, date};
use super::number::decimal;
use super::order::{sorted, time_key};
use super::raw::{self, Label, RelationType};
use super::{
    Correction, Dataset, Decimal, Edge, Event, Figure, Group, Institution, Measure, Metric, Outlet, Relation,
    Scope, Source, Speaker, Status, Text, Unit,
};
use crate::date::Date;

/// Resolves a whole data set; none if a reference in it leads nowhere.
pub(super) fn dataset(facts: &Facts<'_>) -> Option<Dataset> {
    let raw = facts.raw;
    let parts = Parts::new(facts)?;
    let figures: Vec<Arc<Figure>> =
        collect(facts.figures().map(|(index, ..)| parts.figure(facts, index).map(Arc::new)))?;
    let language = &raw.language;
    let events = collect(raw.events.iter().map(|event| {
        Some(Event { date: Date::parse(&event.date).ok()?, label: text(&event.label, language) })
    }))?;
    let in_order = sorted(&mut events.iter().map(|event| time_key(Some(&event.date))));
    Some(Dataset {
        id: raw.id.clone(),
        title: text(&raw.title, language),
        summary: some(raw.summary.as_ref(), language),
        language: raw.language.clone(),
        edition: date(raw.edition.as_ref()),
        license: raw.license.clone(),
        metrics: parts.metrics(facts, &figures)?,
        relations: collect(raw.relations.iter().map(|relation| self::relation(facts, relation, &figures)))?,
        corrections: collect(raw.corrections.iter().map(|raw| correction(raw, language)))?,
        groups: parts.groups,
        sources: parts.sources,
        events: in_order.into_iter().filter_map(|index| events.get(index).cloned()).collect(),
    })
}

/// All items, or nothing where one is missing.
fn collect<T>(items: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    items.collect()
}

/// What figures and metrics refer to, each list in the order of the file.
struct Parts {
    units: Vec<Arc<Unit>>,
    institutions: Vec<Arc<Institution>>,
    speakers: Vec<Arc<Speaker>>,
    sources: Vec<Arc<Source>>,
    groups: Vec<Arc<Group>>,
    /// The scopes of each metric.
    scopes: Vec<Vec<Arc<Scope>>>,
}

/// The part with an id.
fn find<T>(ids: &Ids<'_>, parts: &[Arc<T>], id: &str) -> Option<Arc<T>> {
    ids.find(id).and_then(|index| parts.get(index)).cloned()
}

/// The part with an id, where there is an id; nothing at all where it leads nowhere.
fn find_some<T>(ids: &Ids<'_>, parts: &[Arc<T>], id: Option<&String>) -> Option<Option<Arc<T>>> {
    match id {
        None => Some(None),
        Some(id) => find(ids, parts, id).map(Some),
    }
}

impl Parts {
    fn new(facts: &Facts<'_>) -> Option<Self> {
        let (raw, language) = (facts.raw, facts.raw.language.as_str());
        let outlet = |raw: &raw::Outlet| Outlet {
            id: raw.id.clone(),
            name: text(&raw.name, language),
            url: raw.url.clone(),
        };
        let outlets: Vec<Arc<Outlet>> = raw.outlets.iter().map(|raw| Arc::new(outlet(raw))).collect();
        let institution =
            |raw: &raw::Institution| Institution { id: raw.id.clone(), name: text(&raw.name, language) };
        let group = |raw: &raw::Group| Group { id: raw.id.clone(), label: text(&raw.label, language) };
        let scopes =
            |metric: &raw::Metric| metric.scopes.iter().map(|raw| Arc::new(scope(raw, language))).collect();
        Some(Self {
            units: collect(raw.units.iter().map(|raw| unit(raw, language).map(Arc::new)))?,
            institutions: raw.institutions.iter().map(|raw| Arc::new(institution(raw))).collect(),
            speakers: raw.speakers.iter().map(|raw| Arc::new(speaker(raw, language))).collect(),
            sources: collect(raw.sources.iter().map(|raw| source(facts, raw, &outlets).map(Arc::new)))?,
            groups: raw.groups.iter().map(|raw| Arc::new(group(raw))).collect(),
            scopes: raw.metrics.iter().map(scopes).collect(),
        })
    }

    fn figure(&self, facts: &Facts<'_>, index: usize) -> Option<Figure> {
        let raw = facts.raw.figures.get(index)?;
        let some = |text| some(text, &facts.raw.language);
        let source = |id: &String| find(&facts.sources, &self.sources, id);
        Some(Figure {
            id: raw.id.clone(),
            metric: raw.metric.clone(),
            scope: self.scope(facts, raw),
            value: number(raw.value.as_ref()),
            low: number(raw.low.as_ref()),
            high: number(raw.high.as_ref()),
            words: some(raw.words.as_ref()),
            qualifier: raw.qualifier,
            said: facts.said(index).cloned(),
            as_of: date(raw.as_of.as_ref()),
            speaker: find_some(&facts.speakers, &self.speakers, raw.speaker.as_ref())?,
            office: some(raw.office.as_ref()),
            institution: find_some(&facts.institutions, &self.institutions, raw.institution.as_ref())?,
            attribution: raw.attribution,
            sources: collect(raw.sources.iter().map(source))?,
            status: Status {
                standing: raw.status,
                note: some(raw.status_note.as_ref()),
                source: find_some(&facts.sources, &self.sources, raw.status_source.as_ref())?,
            },
            note: some(raw.note.as_ref()),
            quote: some(raw.quote.as_ref()),
        })
    }

    fn scope(&self, facts: &Facts<'_>, figure: &raw::Figure) -> Option<Arc<Scope>> {
        let (metric, wanted) = (facts.metrics.find(&figure.metric)?, figure.scope.as_ref()?);
        self.scopes.get(metric)?.iter().find(|scope| scope.id == *wanted).cloned()
    }

    fn metrics(&self, facts: &Facts<'_>, figures: &[Arc<Figure>]) -> Option<Vec<Arc<Metric>>> {
        let mut lines: Vec<Vec<Arc<Figure>>> = vec![Vec::new(); facts.raw.metrics.len()];
        for figure in in_time_order(figures) {
            lines.get_mut(facts.metrics.find(&figure.metric)?)?.push(figure);
        }
        let metrics = facts.raw.metrics.iter().zip(lines).zip(&self.scopes);
        collect(
            metrics.map(|((raw, figures), scopes)| self.metric(facts, raw, figures, scopes).map(Arc::new)),
        )
    }

    fn metric(
        &self,
        facts: &Facts<'_>,
        raw: &raw::Metric,
        figures: Vec<Arc<Figure>>,
        scopes: &[Arc<Scope>],
    ) -> Option<Metric> {
        let language = &facts.raw.language;
        Some(Metric {
            id: raw.id.clone(),
            label: text(&raw.label, language),
            group: find_some(&facts.groups, &self.groups, raw.group.as_ref())?,
            unit: find(&facts.units, &self.units, &raw.unit)?,
            definition: some(raw.definition.as_ref(), language),
            kind: raw.kind,
            part_of: raw.part_of.clone(),
            scopes: scopes.to_vec(),
            figures,
        })
    }
}

fn in_time_order(figures: &[Arc<Figure>]) -> impl Iterator<Item = Arc<Figure>> {
    let order = sorted(&mut figures.iter().map(|figure| time_key(figure.said.as_ref())));
    order.into_iter().filter_map(|index| figures.get(index).cloned())
}

fn number(raw: Option<&raw::Number>) -> Option<Decimal> {
    raw.and_then(|raw| decimal(raw).ok())
}

fn text(raw: &raw::Text, language: &str) -> Text {
    let entry = |(tag, text): (Option<&str>, &str)| (tag.unwrap_or(language).to_owned(), text.to_owned());
    let mut entries: Vec<(String, String)> = raw.entries().map(entry).collect();
    if let Some(own) = entries.iter().position(|(tag, _)| tag == language) {
        entries.get_mut(..=own).unwrap_or_default().rotate_right(1);
    }
    Text { entries }
}

fn some(raw: Option<&raw::Text>, language: &str) -> Option<Text> {
    raw.map(|raw| text(raw, language))
}

fn unit(raw: &raw::Unit, language: &str) -> Option<Unit> {
    let measure = match (&raw.label, &raw.currency) {
        (Some(label), _) => Measure::Counted(words(label, language)),
        (_, Some(code)) => Measure::Currency(code.clone()),
        _ => raw.percent.map(|_| Measure::Percent)?,
    };
    Some(Unit { id: raw.id.clone(), measure })
}

/// For each language the words by plural category; a word without category serves every number.
fn words(label: &Label, language: &str) -> Vec<(String, Vec<(String, String)>)> {
    let other = |word: &str| vec![("other".to_owned(), word.to_owned())];
    let forms = |text: &raw::Text| match text {
        raw::Text::Plain(word) => other(word),
        raw::Text::Tagged(forms) => forms.clone(),
    };
    match label {
        Label::Plain(word) => vec![(language.to_owned(), other(word))],
        Label::Keyed(entries) if label.is_by_category() => {
            let word = |text: &raw::Text| text.entries().next().map_or("", |(_, word)| word).to_owned();
            let forms = entries.iter().map(|(category, text)| (category.clone(), word(text)));
            vec![(language.to_owned(), forms.collect())]
        }
        Label::Keyed(entries) => entries.iter().map(|(tag, text)| (tag.clone(), forms(text))).collect(),
    }
}

fn speaker(raw: &raw::Speaker, language: &str) -> Speaker {
    Speaker { id: raw.id.clone(), name: text(&raw.name, language), spellings: raw.spellings.clone() }
}

fn scope(raw: &raw::Scope, language: &str) -> Scope {
    let definition = some(raw.definition.as_ref(), language);
    Scope { id: raw.id.clone(), label: text(&raw.label, language), definition }
}

fn source(facts: &Facts<'_>, raw: &raw::Source, outlets: &[Arc<Outlet>]) -> Option<Source> {
    Some(Source {
        id: raw.id.clone(),
        outlet: find_some(&facts.outlets, outlets, raw.outlet.as_ref())?,
        title: some(raw.title.as_ref(), &facts.raw.language),
        published: date(raw.published.as_ref()),
        url: raw.url.clone(),
        archived: raw.archived.clone(),
        language: raw.language.clone(),
        note: some(raw.note.as_ref(), &facts.raw.language),
    })
}

fn relation(facts: &Facts<'_>, raw: &raw::Relation, figures: &[Arc<Figure>]) -> Option<Relation> {
    let find = |id: &String| find(&facts.figures, figures, id);
    let note = some(raw.note.as_ref(), &facts.raw.language);
    let kind = match raw.kind {
        RelationType::Sum => {
            let parts = collect(raw.parts.iter().map(find))?;
            return Some(Relation::Sum {
                whole: find(raw.whole.as_ref()?)?,
                parts,
                adds_up: raw.adds_up?,
                note,
            });
        }
        RelationType::PartOf => Edge::PartOf,
        RelationType::Revises => Edge::Revises,
        RelationType::Repeats => Edge::Repeats,
        RelationType::Contradicts => Edge::Contradicts,
        RelationType::Retracts => Edge::Retracts,
    };
    Some(Relation::Edge { kind, from: find(raw.from.as_ref()?)?, to: find(raw.to.as_ref()?)?, note })
}

fn correction(raw: &raw::Correction, language: &str) -> Option<Correction> {
    let date = Date::parse(&raw.date).ok()?;
    Some(Correction { date, figure: raw.figure.clone(), note: text(&raw.note, language) })
}
