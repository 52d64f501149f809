//! Metrics, and what they need: a unit, a group, scopes.

use super::Merger;
use super::entries::List;
use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::matching::metric::MetricRecords;
use crate::spreadsheet::matching::statement::StatementMatch;
use crate::spreadsheet::matching::unit::cell_of;
use crate::spreadsheet::report::{Change, Edits};
use crate::spreadsheet::text::{change, same, shown, unit_text};
use figure_tracker_core::dataset::MetricKind;
use figure_tracker_core::dataset::format::{Group, Label, Metric, Scope, Text, Unit};

impl Merger<'_, '_> {
    /// Merges what the records say of the metric of a statement, when it is met first, and its scope.
    pub(super) fn merge_metric(&mut self, found: &StatementMatch<'_>) {
        let id = &*found.statement.metric;
        let Some(metric) = self.matched.metrics.get(id) else { return };
        if self.entries.find(List::Metrics, id).is_none() {
            self.add_metric(id, metric);
        } else if self.entries.see(List::Metrics, id) {
            self.edit_metric(id, metric);
        }
        let first = found.records.first().and_then(|index| self.matched.records.get(*index));
        let scope = first.and_then(|record| record.scope.as_deref());
        let (Some(text), Some(scope)) = (scope, found.statement.scope.as_deref()) else { return };
        let place = self.entries.find(List::Metrics, id).unwrap_or_default();
        if self.entries.enter_scope(id, scope)
            && let Some(metric) = self.after.metrics.get_mut(place)
        {
            metric.scopes.push(Scope { id: scope.to_owned(), label: Text::from(text), definition: None });
        }
    }

    fn add_metric(&mut self, id: &str, metric: &MetricRecords<'_>) {
        let label = metric.label.map_or(metric.name, |(label, _)| label);
        // Where nothing is said of the unit, the metric itself is what is counted: "225 deaths".
        let fallback = UnitCell::Label(label.to_owned());
        let cell = metric.unit.map_or(&fallback, |(unit, _)| unit);
        let unit = self.add_unit(cell);
        let group = metric.group.map(|(group, _)| self.add_group(group));
        self.entries.enter(List::Metrics, id);
        self.entries.see(List::Metrics, id);
        self.after.metrics.push(Metric {
            id: id.to_owned(),
            name: Some(metric.name.to_owned()).filter(|name| name != id),
            label: Text::from(label),
            group,
            unit,
            kind: match cell {
                UnitCell::Percent => MetricKind::Level,
                UnitCell::Currency { .. } => MetricKind::Amount,
                UnitCell::Label(_) => MetricKind::RunningTotal,
            },
            ..Metric::default()
        });
    }

    fn edit_metric(&mut self, id: &str, metric: &MetricRecords<'_>) {
        let language = self.after.language.clone();
        let place = self.entries.find(List::Metrics, id).unwrap_or_default();
        let mut edits = Edits::kept();
        let unit = self.other_unit(place, metric).map(|cell| self.add_unit(cell));
        let group = metric.group.map(|(group, _)| self.add_group(group));
        let unit_named = |units: &[Unit], id: &str| {
            let unit = units.iter().find(|unit| unit.id == id);
            unit.map_or(id.to_owned(), |unit| unit_text(unit, &language).into_owned())
        };
        let Some(known) = self.after.metrics.get_mut(place) else { return };
        if let Some((label, _)) =
            metric.label.filter(|(label, _)| !same(shown(&known.label, &language), label))
        {
            edits.note("metric_label", shown(&known.label, &language), label);
            change(&mut known.label, &language, label);
        }
        if let Some(group) = group.filter(|group| known.group.as_ref() != Some(group)) {
            edits.note("group", known.group.as_deref().unwrap_or_default(), &group);
            known.group = Some(group);
        }
        if let Some(unit) = unit.filter(|unit| known.unit != *unit) {
            let (was, now) =
                (unit_named(&self.after.units, &known.unit), unit_named(&self.after.units, &unit));
            edits.note("unit", &was, &now);
            known.unit = unit;
        }
        let rows = [
            metric.label.map(|(_, position)| position),
            metric.group.map(|(_, position)| position),
            metric.unit.map(|(_, position)| position),
        ];
        let rows = rows.into_iter().flatten().take(1).collect();
        let edits = edits.into_kept();
        self.note_change(Change { noun: "metric", id: id.to_owned(), figure: None, edits, rows });
    }

    /// Returns the unit that records give to a metric of the dataset, if it counts in something else. Money in
    /// another scale is the same money.
    fn other_unit<'m>(&self, place: usize, metric: &MetricRecords<'m>) -> Option<&'m UnitCell> {
        let (cell, _) = metric.unit?;
        let known = self.after.metrics.get(place)?.unit.as_str();
        let unit = self.after.units.get(self.entries.find(List::Units, known)?)?;
        Some(cell).filter(|cell| !cell_of(unit).is_some_and(|known| known.counts_as(cell)))
    }

    fn add_unit(&mut self, cell: &UnitCell) -> String {
        let id = self.matched.ids.units.id(cell);
        if self.entries.enter(List::Units, &id) {
            let unit = Unit { id: id.clone(), ..Unit::default() };
            self.after.units.push(match cell {
                UnitCell::Percent => Unit { percent: Some(true), ..unit },
                UnitCell::Currency { code, scale } => Unit {
                    currency: Some(code.clone()),
                    scale: scale.as_ref().map(|scale| scale.word.clone()),
                    ..unit
                },
                UnitCell::Label(word) => Unit { label: Some(Label::Plain(word.clone())), ..unit },
            });
        }
        id
    }

    fn add_group(&mut self, text: &str) -> String {
        let id = self.matched.ids.groups.id(text).to_owned();
        if self.entries.enter(List::Groups, &id) {
            self.after.groups.push(Group { id: id.clone(), label: Text::from(text) });
        }
        id
    }
}
