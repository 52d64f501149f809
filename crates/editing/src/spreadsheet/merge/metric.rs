//! Metrics, and what they need: a unit, a group, scopes.

use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::matching::metric::MetricRecords;
use crate::spreadsheet::matching::metric::unit_key;
use crate::spreadsheet::matching::statement::{IdDirectories, StatementMatch};
use crate::spreadsheet::merge::{List, Sheet, Writer};
use crate::spreadsheet::report::{Change, Edit};
use crate::spreadsheet::text::{change, same, shown, unit};
use figure_tracker_core::dataset::MetricKind;
use figure_tracker_core::dataset::raw::{self, Text};

impl Writer<'_> {
    /// Writes what the rows say of the metric of a statement, when it is met first.
    pub(crate) fn metric(&mut self, sheet: &Sheet<'_, '_>, statement: &StatementMatch) {
        let id = statement.said.metric.as_str();
        let Some(metric) = sheet.metrics.get(id) else { return };
        if self.find(List::Metrics, id).is_none() {
            self.add_metric(id, metric, &sheet.ids);
        } else if self.enter(List::SeenMetrics, id) {
            self.edit_metric(id, metric, &sheet.ids);
        }
        let scope = sheet.rows_of(statement).first().and_then(|row| row.scope.clone());
        let (Some(text), Some(scope)) = (scope, &statement.said.scope) else { return };
        let place = self.find(List::Metrics, id).unwrap_or_default();
        if self.enter(List::Scopes, &[id, scope].join("/"))
            && let Some(metric) = self.after.metrics.get_mut(place)
        {
            metric.scopes.push(raw::Scope { id: scope.clone(), label: Text::from(&*text), definition: None });
        }
    }

    pub(crate) fn add_metric(&mut self, id: &str, metric: &MetricRecords<'_>, ids: &IdDirectories) {
        let label = metric.label.map_or(metric.name, |(label, _)| label);
        // Where nothing is said of the unit, the metric itself is what is counted: "225 deaths".
        let fallback = UnitCell::Label(label.to_owned());
        let cell = metric.unit.map_or(&fallback, |(unit, _)| unit);
        let unit = self.unit(cell, ids);
        let group = metric.group.map(|(group, _)| self.group(group, ids));
        self.enter(List::Metrics, id);
        self.after.metrics.push(raw::Metric {
            id: id.to_owned(),
            label: Text::from(label),
            group,
            unit,
            kind: match cell {
                UnitCell::Percent => MetricKind::Level,
                UnitCell::Currency(..) => MetricKind::Amount,
                UnitCell::Label(_) => MetricKind::RunningTotal,
            },
            ..raw::Metric::default()
        });
    }

    pub(crate) fn edit_metric(&mut self, id: &str, metric: &MetricRecords<'_>, ids: &IdDirectories) {
        let language = self.after.language.clone();
        let mut edits = Vec::new();
        let unit_id = metric.unit.map(|(cell, _)| self.unit(cell, ids));
        let group_id = metric.group.map(|(group, _)| self.group(group, ids));
        let place = self.find(List::Metrics, id).unwrap_or_default();
        let unit_named = |after: &raw::Dataset, id: &str| {
            after
                .units
                .iter()
                .find(|unit| unit.id == id)
                .map_or(id.to_owned(), |found| unit(found, &language).into_owned())
        };
        let units = unit_id.as_ref().map(|now| {
            let was = self.after.metrics.get(place).map(|metric| metric.unit.clone()).unwrap_or_default();
            (unit_named(&self.after, &was), unit_named(&self.after, now))
        });
        let Some(known) = self.after.metrics.get_mut(place) else { return };
        if let Some((label, _)) =
            metric.label.filter(|(label, _)| !same(shown(&known.label, &language), label))
        {
            Edit::note("metric_label", shown(&known.label, &language), label, &mut edits);
            change(&mut known.label, &language, label);
        }
        if let Some(group) = group_id.filter(|group| known.group.as_ref() != Some(group)) {
            Edit::note("group", known.group.as_deref().unwrap_or_default(), &group, &mut edits);
            known.group = Some(group);
        }
        if let (Some(now), Some((was, named))) = (unit_id.filter(|now| known.unit != *now), units) {
            Edit::note("unit", &was, &named, &mut edits);
            known.unit = now;
        }
        let rows =
            [metric.label.map(|(_, at)| at), metric.group.map(|(_, at)| at), metric.unit.map(|(_, at)| at)];
        let rows = rows.into_iter().flatten().take(1).collect();
        self.changed(Change { noun: "metric", id: id.to_owned(), figure: None, edits, rows });
    }

    pub(crate) fn unit(&mut self, cell: &UnitCell, ids: &IdDirectories) -> String {
        let text = unit_key(cell);
        let id = ids.units.id(&text);
        if self.enter(List::Units, &id) {
            let (label, currency, percent) = match cell {
                UnitCell::Percent => (None, None, Some(true)),
                UnitCell::Currency(code, _) => (None, Some(code.clone()), None),
                UnitCell::Label(word) => (Some(raw::Label::Plain(word.clone())), None, None),
            };
            self.after.units.push(raw::Unit { id: id.clone(), label, currency, percent });
        }
        id
    }

    pub(crate) fn group(&mut self, text: &str, ids: &IdDirectories) -> String {
        let id = ids.groups.id(text);
        if self.enter(List::Groups, &id) {
            self.after.groups.push(raw::Group { id: id.clone(), label: Text::from(text) });
        }
        id
    }
}
