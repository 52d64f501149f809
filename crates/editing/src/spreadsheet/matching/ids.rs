//! Where the ids of everybody and everything are found that cells name.

use std::borrow::Cow;

use crate::hash::{HashMap, HashMapExt};
use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::matching::metric::{MetricRecords, add_metric_names};
use crate::spreadsheet::matching::unit::UnitIds;
use crate::spreadsheet::record::Record;
use figure_tracker_core::dataset::format;

/// Where ids are found.
pub(crate) struct IdDirectories {
    pub(crate) units: UnitIds,
    pub(crate) institutions: IdDirectory,
    pub(crate) speakers: IdDirectory,
    pub(crate) outlets: IdDirectory,
    pub(crate) groups: IdDirectory,
    pub(crate) metrics: IdDirectory,
    /// By id of the metric.
    pub(crate) scopes: HashMap<String, IdDirectory>,
}

impl IdDirectories {
    /// Everybody in the file.
    pub(crate) fn new(before: &format::Dataset) -> Self {
        fn names<'a>(
            id: &'a str,
            name: &'a format::Text,
            more: &'a [String],
        ) -> (&'a str, Vec<Cow<'a, str>>) {
            let names = name.entries().map(|(_, name)| name).chain(more.iter().map(String::as_str));
            (id, names.map(Cow::Borrowed).collect())
        }
        let scopes = |metric: &format::Metric| {
            let scopes = metric.scopes.iter().map(|scope| names(&scope.id, &scope.label, &[]));
            (metric.id.clone(), IdDirectory::new("scope", scopes))
        };
        Self {
            units: UnitIds::new(&before.units),
            institutions: IdDirectory::new(
                "institution",
                before.institutions.iter().map(|i| names(&i.id, &i.name, &[])),
            ),
            speakers: IdDirectory::new(
                "speaker",
                before.speakers.iter().map(|s| names(&s.id, &s.name, &s.spellings)),
            ),
            outlets: IdDirectory::new("outlet", before.outlets.iter().map(|o| names(&o.id, &o.name, &[]))),
            groups: IdDirectory::new("group", before.groups.iter().map(|g| names(&g.id, &g.label, &[]))),
            metrics: IdDirectory::new(
                "metric",
                before.metrics.iter().map(|m| names(&m.id, &m.label, m.name.as_slice())),
            ),
            scopes: before.metrics.iter().map(scopes).collect(),
        }
    }

    /// Gives ids to everybody who is new in the rows.
    pub(crate) fn add(&mut self, records: &[Record<'_>]) {
        self.institutions.add(records.iter().filter_map(|record| record.institution.as_deref()));
        self.speakers.add(records.iter().filter_map(|record| record.speaker.as_deref()));
        self.outlets.add(records.iter().filter_map(|record| record.outlet.as_deref()));
        self.groups.add(records.iter().filter_map(|record| record.group.as_deref()));
        add_metric_names(records, &mut self.metrics);
        let mut scopes: HashMap<String, Vec<&str>> = HashMap::new();
        for record in records {
            if let Some(scope) = record.scope.as_deref() {
                scopes.entry(self.metrics.id(&record.metric).to_owned()).or_default().push(scope);
            }
        }
        for (metric, texts) in scopes {
            let none = || IdDirectory::new("scope", std::iter::empty());
            self.scopes.entry(metric).or_insert_with(none).add(texts.into_iter());
        }
    }

    /// Returns the id of the scope of a metric that a text names; the text itself where it names none.
    pub(crate) fn scope_id<'i>(&'i self, metric: &str, text: &'i str) -> &'i str {
        self.scopes.get(metric).map_or(text, |scopes| scopes.id(text))
    }

    /// Gives ids to the units of metrics.
    pub(crate) fn add_units(&mut self, metrics: &HashMap<String, MetricRecords<'_>>) {
        let cell = |metric: &MetricRecords<'_>| match metric.unit {
            Some((unit, _)) => unit.clone(),
            None => UnitCell::Label(metric.label.map_or(metric.name, |(label, _)| label).to_owned()),
        };
        self.units.add(metrics.values().map(cell));
    }
}
