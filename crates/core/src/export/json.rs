//! The data format, written from what was read: the figures of one metric with all that they refer to. What no figure
//! refers to is not in it, nor what only editors need: other spellings, the names that spreadsheets have for things.

use std::collections::HashSet;
use std::sync::Arc;

use crate::dataset::{
    Attribution, Cited, Dataset, Edge, Figure, Metric, Qualifier, Relation, Source, SourceEntry, Status,
    Text, Unit, UnitKind,
};
use crate::date::Date;
use crate::decimal::Decimal;

/// Writes the figures of a metric, which may be a part of one of the dataset's, as a dataset of their own.
pub fn write_json(dataset: &Dataset, metric: &Arc<Metric>) -> String {
    let part = dataset.with_metric_alone(Arc::clone(metric));
    let inside: HashSet<&str> = metric.figures.iter().map(|figure| &*figure.id).collect();
    let corrections = dataset.corrections.iter();
    let corrections = corrections
        .filter(|correction| correction.figure.as_deref().is_none_or(|figure| inside.contains(figure)));
    let sources = referred_sources(dataset, metric);
    let outlets = sources.iter().filter_map(|source| source.outlet.as_ref());
    let cited =
        metric.figures.iter().flat_map(|figure| &figure.sources).filter_map(|entry| match &entry.cites {
            Some(Cited::Outlet(outlet)) => Some(outlet),
            _ => None,
        });
    let outlets = once_each(outlets.chain(cited), |outlet| &outlet.id);
    let figures = || metric.figures.iter();
    let speakers = once_each(figures().filter_map(|figure| figure.speaker.as_ref()), |speaker| &speaker.id);
    let institutions =
        once_each(figures().filter_map(|figure| figure.institution.as_ref()), |institution| &institution.id);
    let named = |id: &str, name: &Text| JsonObject::new().string("id", id).text("name", name);
    let object = JsonObject::new()
        .raw("format", "1")
        .string("id", &dataset.id)
        .text("title", &dataset.title)
        .optional(dataset.summary.as_ref(), |object, summary| object.text("summary", summary))
        .string("language", &dataset.language)
        .date("edition", dataset.edition.as_ref())
        .optional(dataset.license.as_ref(), |object, license| object.string("license", license))
        .list("units", [write_unit(&metric.unit)])
        .list("institutions", institutions.iter().map(|one| named(&one.id, &one.name)))
        .list("speakers", speakers.iter().map(|one| named(&one.id, &one.name)))
        .list(
            "outlets",
            outlets.iter().map(|one| {
                named(&one.id, &one.name).optional(one.url.as_ref(), |object, url| object.string("url", url))
            }),
        )
        .list("sources", sources.iter().map(|source| write_source(source)))
        .list(
            "groups",
            metric
                .group
                .iter()
                .map(|group| JsonObject::new().string("id", &group.id).text("label", &group.label)),
        )
        .list("metrics", [write_metric(metric)])
        .list("figures", figures().map(|figure| write_figure(figure)))
        .list("relations", part.relations.iter().map(write_relation))
        .list(
            "events",
            dataset
                .events
                .iter()
                .map(|event| JsonObject::new().date("date", Some(&event.date)).text("label", &event.label)),
        )
        .list(
            "corrections",
            corrections.map(|correction| {
                JsonObject::new()
                    .date("date", Some(&correction.date))
                    .optional(correction.figure.as_ref(), |object, figure| object.string("figure", figure))
                    .text("note", &correction.note)
            }),
        );
    object.finish() + "\n"
}

/// The documents that a metric's figures refer to, in the dataset's order.
fn referred_sources(dataset: &Dataset, metric: &Metric) -> Vec<Arc<Source>> {
    let mut ids = HashSet::new();
    for figure in &metric.figures {
        ids.extend(figure.status.source.iter().map(|source| &*source.id));
        for entry in &figure.sources {
            ids.insert(&entry.source.id);
            if let Some(Cited::Source(source)) = &entry.cites {
                ids.insert(&source.id);
            }
        }
    }
    dataset.sources.iter().filter(|source| ids.contains(&*source.id)).cloned().collect()
}

fn once_each<'a, T>(records: impl Iterator<Item = &'a Arc<T>>, id: fn(&T) -> &str) -> Vec<&'a Arc<T>> {
    let mut known = HashSet::new();
    records.filter(|record| known.insert(id(record).to_owned())).collect()
}

fn write_unit(unit: &Unit) -> JsonObject {
    let object = JsonObject::new().string("id", &unit.id);
    match &unit.kind {
        UnitKind::Currency(code) => object.string("currency", code),
        UnitKind::Percent => object.raw("percent", "true"),
        UnitKind::Counted(languages) => {
            let forms = |forms: &[(String, String)]| {
                forms.iter().fold(JsonObject::new(), |o, (key, word)| o.string(key, word)).finish()
            };
            let label = languages
                .iter()
                .fold(JsonObject::new(), |object, (tag, words)| object.raw(tag, &forms(words)));
            object.raw("label", &label.finish())
        }
    }
}

fn write_metric(metric: &Metric) -> JsonObject {
    let scopes = metric.scopes.iter().map(|scope| {
        let object = JsonObject::new().string("id", &scope.id).text("label", &scope.label);
        object.optional(scope.definition.as_ref(), |object, text| object.text("definition", text))
    });
    JsonObject::new()
        .string("id", &metric.id)
        .text("label", &metric.label)
        .optional(metric.group.as_ref(), |object, group| object.string("group", &group.id))
        .string("unit", &metric.unit.id)
        .optional(metric.definition.as_ref(), |object, text| object.text("definition", text))
        .list("scopes", scopes)
}

fn write_source(source: &Source) -> JsonObject {
    JsonObject::new()
        .string("id", &source.id)
        .optional(source.outlet.as_ref(), |object, outlet| object.string("outlet", &outlet.id))
        .optional(source.title.as_ref(), |object, title| object.text("title", title))
        .date("published", source.published.as_ref())
        .optional(source.url.as_ref(), |object, url| object.string("url", url))
        .optional(source.archived.as_ref(), |object, url| object.string("archived", url))
        .optional(source.language.as_ref(), |object, language| object.string("language", language))
        .optional(source.note.as_ref(), |object, note| object.text("note", note))
}

fn write_figure(figure: &Figure) -> JsonObject {
    let status = &figure.status;
    let is_qualified = figure.qualifier != Qualifier::Exact;
    let has_status = status.status != Status::Stands;
    JsonObject::new()
        .string("id", &figure.id)
        .string("metric", &figure.metric)
        .optional(figure.scope.as_ref(), |object, scope| object.string("scope", &scope.id))
        .number("value", figure.value)
        .number("low", figure.low())
        .number("high", figure.high())
        .optional(figure.words.as_ref(), |object, words| object.text("words", words))
        .optional(is_qualified.then_some(figure.qualifier), |object, it| {
            object.string("qualifier", it.name())
        })
        .date("said", figure.said.as_ref())
        .date("as_of", figure.as_of.as_deref())
        .optional(figure.speaker.as_ref(), |object, speaker| object.string("speaker", &speaker.id))
        .optional(figure.office.as_ref(), |object, office| object.text("office", office))
        .optional(figure.institution.as_ref(), |object, one| object.string("institution", &one.id))
        .optional(figure.attribution, |object, it| object.string("attribution", it.name()))
        .list("sources", figure.sources.iter().map(write_entry))
        .optional(has_status.then_some(status.status), |object, it| object.string("status", it.name()))
        .optional(status.note.as_ref(), |object, note| object.text("status_note", note))
        .optional(status.source.as_ref(), |object, source| object.string("status_source", &source.id))
        .optional(figure.note.as_ref(), |object, note| object.text("note", note))
        .optional(figure.quote.as_ref(), |object, quote| object.text("quote", quote))
}

fn write_entry(entry: &SourceEntry) -> JsonObject {
    let cites = entry.cites.as_ref().map(|cited| match cited {
        Cited::Source(source) => &source.id,
        Cited::Outlet(outlet) => &outlet.id,
    });
    JsonObject::new()
        .string("source", &entry.source.id)
        .optional(entry.attribution.map(Attribution::name), |object, name| object.string("attribution", name))
        .optional(entry.qualifier.map(Qualifier::name), |object, name| object.string("qualifier", name))
        .optional(cites, |object, id| object.string("cites", id))
        .optional(entry.note.as_ref(), |object, note| object.text("note", note))
}

fn write_relation(relation: &Relation) -> JsonObject {
    let (object, note) = match relation {
        Relation::Sum { whole, parts, adds_up, note } => {
            let parts: Vec<String> = parts.iter().map(|part| quote(&part.id)).collect();
            let object = JsonObject::new()
                .string("type", "sum")
                .string("whole", &whole.id)
                .raw("parts", &["[", &parts.join(", "), "]"].concat())
                .raw("adds_up", if *adds_up { "true" } else { "false" });
            (object, note)
        }
        Relation::Edge { kind, from, to, note } => {
            let object = JsonObject::new().string("type", edge_name(*kind));
            (object.string("from", &from.id).string("to", &to.id), note)
        }
    };
    object.optional(note.as_ref(), |object, note| object.text("note", note))
}

fn edge_name(kind: Edge) -> &'static str {
    match kind {
        Edge::PartOf => "part_of",
        Edge::Revises => "revises",
        Edge::Repeats => "repeats",
        Edge::Contradicts => "contradicts",
        Edge::Retracts => "retracts",
        Edge::NotComparable => "not_comparable",
        Edge::Converted => "converted",
    }
}

/// A JSON object that is being written, key by key.
struct JsonObject(String);

impl JsonObject {
    fn new() -> Self {
        Self(String::new())
    }

    /// Adds a key whose value is JSON already.
    fn raw(mut self, key: &str, json: &str) -> Self {
        if !self.0.is_empty() {
            self.0.push_str(", ");
        }
        self.0.extend([&*quote(key), ": ", json]);
        self
    }

    fn string(self, key: &str, text: &str) -> Self {
        self.raw(key, &quote(text))
    }

    /// Adds a number, as a string where a double would lose digits of it.
    fn number(self, key: &str, number: Option<Decimal>) -> Self {
        self.optional(number, |object, number| match number.fits_double() {
            true => object.raw(key, &number.to_string()),
            false => object.string(key, &number.to_string()),
        })
    }

    fn date(self, key: &str, date: Option<&Date>) -> Self {
        self.optional(date, |object, date| object.string(key, &date.text()))
    }

    /// Adds a text in all its languages.
    fn text(self, key: &str, text: &Text) -> Self {
        let languages = text.entries.iter().fold(Self::new(), |object, (tag, text)| object.string(tag, text));
        self.raw(key, &languages.finish())
    }

    /// Adds a list of objects, each on a line of its own; none where it would be empty.
    fn list(self, key: &str, objects: impl IntoIterator<Item = Self>) -> Self {
        let objects: Vec<String> = objects.into_iter().map(Self::finish).collect();
        match objects.is_empty() {
            true => self,
            false => self.raw(key, &["[\n  ", &objects.join(",\n  "), "\n]"].concat()),
        }
    }

    /// Adds what there is to add of a value, if there is one.
    fn optional<T>(self, value: Option<T>, add: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => add(self, value),
            None => self,
        }
    }

    fn finish(self) -> String {
        ["{", &self.0, "}"].concat()
    }
}

/// A text as a JSON string.
fn quote(text: &str) -> String {
    // A text can always be written.
    serde_json::to_string(text).unwrap_or_default()
}
