//! From a file without errors to a [`Dataset`] in which every reference leads somewhere.
//!
//! No rule is checked here: whatever cannot be resolved has been reported as an error before.

use std::sync::Arc;

use super::check::is_by_category;
use super::facts::{Facts, date};
use super::number::decimal;
use super::order::{Key, sorted, time_key};
use super::raw::RelationType;
use super::tree::{At, Shape};
use super::{
    Attribution, Correction, Dataset, Decimal, Edge, Event, Figure, Group, Institution, Metric, MetricKind,
    Outlet, Qualifier, Relation, Scope, Source, Speaker, Status, StatusDetail, Text, Unit, UnitKind,
};

/// Resolves a whole data set; none if a reference in it leads nowhere.
pub(super) fn dataset(facts: &Facts<'_>) -> Option<Dataset> {
    let root = facts.root;
    let mut parts = Parts::none(facts);
    parts.units = all(root, "units", &|at| parts.unit(at))?;
    parts.institutions = all(root, "institutions", &|at| Some(parts.institution(at)))?;
    parts.outlets = all(root, "outlets", &|at| Some(parts.outlet(at)))?;
    parts.sources = all(root, "sources", &|at| parts.source(at))?;
    parts.speakers = all(root, "speakers", &|at| Some(parts.speaker(at)))?;
    parts.groups = all(root, "groups", &|at| Some(parts.group(at)))?;
    for metric in root.list("metrics") {
        parts.scopes.push(all(At(metric), "scopes", &|at| Some(parts.scope(at)))?);
    }
    parts.figures = all(root, "figures", &|at| parts.figure(at))?;
    parts.dataset()
}

/// What is resolved so far, each list in the order of the file.
struct Parts<'f> {
    facts: &'f Facts<'f>,
    language: &'f str,
    units: Vec<Arc<Unit>>,
    institutions: Vec<Arc<Institution>>,
    speakers: Vec<Arc<Speaker>>,
    outlets: Vec<Arc<Outlet>>,
    sources: Vec<Arc<Source>>,
    groups: Vec<Arc<Group>>,
    /// The scopes of each metric.
    scopes: Vec<Vec<Arc<Scope>>>,
    figures: Vec<Arc<Figure>>,
}

/// One of each entry of a list, or nothing where one cannot be made.
fn all<T>(at: At<'_, '_>, list: &str, make: &dyn Fn(At<'_, '_>) -> Option<T>) -> Option<Vec<Arc<T>>> {
    let mut made = Vec::new();
    for entry in at.list(list) {
        made.push(Arc::new(make(At(entry))?));
    }
    Some(made)
}

impl<'f> Parts<'f> {
    fn none(facts: &'f Facts<'f>) -> Self {
        Self {
            facts,
            language: facts.root.word("language"),
            units: Vec::new(),
            institutions: Vec::new(),
            speakers: Vec::new(),
            outlets: Vec::new(),
            sources: Vec::new(),
            groups: Vec::new(),
            scopes: Vec::new(),
            figures: Vec::new(),
        }
    }

    fn dataset(mut self) -> Option<Dataset> {
        let root = self.facts.root;
        let events = list(root, "events", &|at| {
            Some(Event { date: date(at, "date")?, label: self.text(at, "label") })
        })?;
        let events = in_order(&events, &|event| time_key(Some(&event.date)));
        Some(Dataset {
            id: word(root, "id"),
            title: self.text(root, "title"),
            summary: self.some(root, "summary"),
            language: self.language.to_owned(),
            edition: date(root, "edition"),
            license: some_word(root, "license"),
            metrics: self.metrics()?,
            relations: list(root, "relations", &|at| self.relation(at))?,
            corrections: list(root, "corrections", &|at| self.correction(at))?,
            groups: std::mem::take(&mut self.groups),
            sources: std::mem::take(&mut self.sources),
            events,
        })
    }

    /// The index that a reference under a key leads to, if there is one; nothing at all where it leads nowhere.
    fn find(&self, at: At<'_, '_>, key: &str, list: &str) -> Option<Option<usize>> {
        match at.get(key).and_then(At::text) {
            None => Some(None),
            Some(id) => self.facts.find(list, id).map(Some),
        }
    }

    fn unit(&self, at: At<'_, '_>) -> Option<Unit> {
        let kind = match (at.get("label").filter(|at| !at.node().is_null()), some_word(at, "currency")) {
            (Some(label), _) => UnitKind::Counted(self.words(label)),
            (_, Some(code)) => UnitKind::Currency(code),
            _ if at.has("percent") => UnitKind::Percent,
            _ => return None,
        };
        Some(Unit { id: word(at, "id"), kind })
    }

    /// For each language the words by plural category; a word without category serves every number.
    fn words(&self, label: At<'_, '_>) -> Vec<(String, Vec<(String, String)>)> {
        if label.text().is_some() || is_by_category(label.node()) {
            return vec![(self.language.to_owned(), entries(label, "other"))];
        }
        let words =
            label.node().members().map(|m| (m.key.clone().into_owned(), entries(At(&m.node), "other")));
        words.collect()
    }

    fn institution(&self, at: At<'_, '_>) -> Institution {
        Institution { id: word(at, "id"), name: self.text(at, "name") }
    }

    fn group(&self, at: At<'_, '_>) -> Group {
        Group { id: word(at, "id"), label: self.text(at, "label") }
    }

    fn speaker(&self, at: At<'_, '_>) -> Speaker {
        let spellings = at.list("spellings").iter().filter_map(|name| At(name).text()).map(str::to_owned);
        Speaker { id: word(at, "id"), name: self.text(at, "name"), spellings: spellings.collect() }
    }

    fn outlet(&self, at: At<'_, '_>) -> Outlet {
        Outlet { id: word(at, "id"), name: self.text(at, "name"), url: some_word(at, "url") }
    }

    fn scope(&self, at: At<'_, '_>) -> Scope {
        Scope { id: word(at, "id"), label: self.text(at, "label"), definition: self.some(at, "definition") }
    }

    fn source(&self, at: At<'_, '_>) -> Option<Source> {
        Some(Source {
            id: word(at, "id"),
            outlet: pick(&self.outlets, self.find(at, "outlet", "outlets")?),
            title: self.some(at, "title"),
            published: date(at, "published"),
            url: some_word(at, "url"),
            archived: some_word(at, "archived"),
            language: some_word(at, "language"),
            note: self.some(at, "note"),
        })
    }

    fn figure(&self, at: At<'_, '_>) -> Option<Figure> {
        let mut sources = Vec::new();
        for id in at.list("sources") {
            sources.push(self.sources.get(self.facts.find("sources", At(id).text()?)?)?.clone());
        }
        Some(Figure {
            id: word(at, "id"),
            metric: word(at, "metric"),
            scope: self.scope_of(at),
            value: number(at, "value"),
            low: number(at, "low"),
            high: number(at, "high"),
            words: self.some(at, "words"),
            qualifier: Qualifier::from_name(at.word("qualifier")).unwrap_or_default(),
            said: date(at, "said"),
            as_of: date(at, "as_of"),
            speaker: pick(&self.speakers, self.find(at, "speaker", "speakers")?),
            office: self.some(at, "office"),
            institution: pick(&self.institutions, self.find(at, "institution", "institutions")?),
            attribution: Attribution::from_name(at.word("attribution")),
            sources,
            status: StatusDetail {
                status: Status::from_name(at.word("status")).unwrap_or_default(),
                note: self.some(at, "status_note"),
                source: pick(&self.sources, self.find(at, "status_source", "sources")?),
            },
            note: self.some(at, "note"),
            quote: self.some(at, "quote"),
        })
    }

    fn scope_of(&self, figure: At<'_, '_>) -> Option<Arc<Scope>> {
        let metric = self.facts.find("metrics", figure.word("metric"))?;
        let wanted = figure.word("scope");
        self.scopes.get(metric)?.iter().find(|scope| scope.id == wanted).cloned()
    }

    fn metrics(&self) -> Option<Vec<Arc<Metric>>> {
        let mut lines: Vec<Vec<Arc<Figure>>> = self.scopes.iter().map(|_| Vec::new()).collect();
        for figure in in_order(&self.figures, &|figure| time_key(figure.said.as_ref())) {
            lines.get_mut(self.facts.find("metrics", &figure.metric)?)?.push(figure);
        }
        let mut metrics = Vec::new();
        let entries = self.facts.root.list("metrics").iter().map(At);
        for ((at, figures), scopes) in entries.zip(lines).zip(&self.scopes) {
            metrics.push(Arc::new(Metric {
                id: word(at, "id"),
                label: self.text(at, "label"),
                group: pick(&self.groups, self.find(at, "group", "groups")?),
                unit: pick(&self.units, self.find(at, "unit", "units")?)?,
                definition: self.some(at, "definition"),
                kind: MetricKind::from_name(at.word("kind")).unwrap_or_default(),
                part_of: some_word(at, "part_of"),
                scopes: scopes.clone(),
                figures,
            }));
        }
        Some(metrics)
    }

    fn relation(&self, at: At<'_, '_>) -> Option<Relation> {
        let find = |at: At<'_, '_>| self.figures.get(self.facts.find("figures", at.text()?)?).cloned();
        let note = self.some(at, "note");
        let kind = match RelationType::from_name(at.word("type"))? {
            RelationType::Sum => {
                let mut parts = Vec::new();
                for part in at.list("parts") {
                    parts.push(find(At(part))?);
                }
                let adds_up = matches!(at.get("adds_up")?.node().shape, Shape::Bool(true));
                return Some(Relation::Sum { whole: find(at.get("whole")?)?, parts, adds_up, note });
            }
            RelationType::PartOf => Edge::PartOf,
            RelationType::Revises => Edge::Revises,
            RelationType::Repeats => Edge::Repeats,
            RelationType::Contradicts => Edge::Contradicts,
            RelationType::Retracts => Edge::Retracts,
        };
        Some(Relation::Edge { kind, from: find(at.get("from")?)?, to: find(at.get("to")?)?, note })
    }

    fn correction(&self, at: At<'_, '_>) -> Option<Correction> {
        Some(Correction {
            date: date(at, "date")?,
            figure: some_word(at, "figure"),
            note: self.text(at, "note"),
        })
    }

    fn text(&self, at: At<'_, '_>, key: &str) -> Text {
        self.some(at, key).unwrap_or_default()
    }

    /// The text under a key, its own language first.
    fn some(&self, at: At<'_, '_>, key: &str) -> Option<Text> {
        let at = at.get(key).filter(|at| !at.node().is_null())?;
        let mut entries = entries(at, self.language);
        if let Some(own) = entries.iter().position(|(tag, _)| tag == self.language) {
            entries.get_mut(..=own).unwrap_or_default().rotate_right(1);
        }
        Some(Text { entries })
    }
}

/// Pairs of key and text; a plain text has the key `plain`.
fn entries(at: At<'_, '_>, plain: &str) -> Vec<(String, String)> {
    if let Some(text) = at.text() {
        return vec![(plain.to_owned(), text.to_owned())];
    }
    let mut entries = Vec::new();
    for member in at.node().members() {
        entries
            .push((member.key.as_ref().to_owned(), At(&member.node).text().unwrap_or_default().to_owned()));
    }
    entries
}

/// One of each entry of a list that nothing refers to, or nothing where one cannot be made.
fn list<T>(at: At<'_, '_>, list: &str, make: &dyn Fn(At<'_, '_>) -> Option<T>) -> Option<Vec<T>> {
    let mut made = Vec::new();
    for entry in at.list(list) {
        made.push(make(At(entry))?);
    }
    Some(made)
}

fn pick<T>(parts: &[Arc<T>], index: Option<usize>) -> Option<Arc<T>> {
    parts.get(index?).cloned()
}

fn in_order<T: Clone>(things: &[T], key: &dyn Fn(&T) -> Key) -> Vec<T> {
    sorted(&mut things.iter().map(key)).into_iter().filter_map(|index| things.get(index).cloned()).collect()
}

fn word(at: At<'_, '_>, key: &str) -> String {
    at.word(key).to_owned()
}

fn some_word(at: At<'_, '_>, key: &str) -> Option<String> {
    at.get(key).and_then(At::text).map(str::to_owned)
}

fn number(at: At<'_, '_>, key: &str) -> Option<Decimal> {
    decimal(at.get(key)?.number()?).ok()
}
