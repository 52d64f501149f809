//! What the rows of one metric say of the metric itself, and whether they agree.

use crate::diagnostic::Diagnostic;
use crate::hash::{HashMap, HashMapExt};
use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::RowPosition;
use crate::spreadsheet::table::Column;
use crate::spreadsheet::text;

/// What the records say of one metric; each with the row that said it first.
#[derive(Debug, Default)]
pub(crate) struct MetricRecords<'t> {
    /// What the cell in `metric` says.
    pub(crate) name: &'t str,
    /// Its label.
    pub(crate) label: Option<(&'t str, RowPosition)>,
    /// Its group.
    pub(crate) group: Option<(&'t str, RowPosition)>,
    /// What it is counted in.
    pub(crate) unit: Option<(&'t UnitCell, RowPosition)>,
    /// A row that gives its numbers in millions or the like, by its unit.
    scaled: Option<RowPosition>,
    /// A row with a number and no unit.
    bare: Option<RowPosition>,
}

/// Gives every metric of the rows its id, in `directory`.
pub(crate) fn add_metric_names(records: &[Record<'_>], directory: &mut IdDirectory) {
    let mut labels: HashMap<&str, &str> = HashMap::new();
    let mut named: HashMap<&str, Vec<&str>> = HashMap::new();
    for record in records.iter().filter(|record| directory.find(&record.metric).is_none()) {
        if let Some(label) = &record.metric_label
            && labels.insert(&record.metric, label).is_none()
        {
            named.entry(label).or_default().push(&record.metric);
        }
    }
    // A cell that is the label of exactly one other metric means that metric.
    let alias = |text: &str| match named.get(text).map(Vec::as_slice) {
        Some([metric]) if *metric != text && !labels.contains_key(text) => Some(*metric),
        _ => None,
    };
    directory.add(records.iter().map(|record| &*record.metric).filter(|text| alias(text).is_none()));
    for (label, metric) in records.iter().filter_map(|record| Some((&*record.metric, alias(&record.metric)?)))
    {
        let id = directory.id(metric).to_owned();
        directory.add_name(label, &id);
    }
}

/// Collects what the records say of each metric, by id; what they do not agree on is noted.
pub(crate) fn gather_metrics<'t>(
    records: &'t [Record<'t>],
    directory: &IdDirectory,
    diagnostics: &mut Vec<Diagnostic>,
) -> HashMap<String, MetricRecords<'t>> {
    let mut metrics: HashMap<String, MetricRecords<'t>> = HashMap::new();
    for record in records {
        let id = directory.find(&record.metric).unwrap_or(&record.metric);
        let metric = match metrics.get_mut(id) {
            Some(metric) => metric,
            None => metrics
                .entry(id.to_owned())
                .or_insert(MetricRecords { name: &record.metric, ..MetricRecords::default() }),
        };
        metric.add(record, diagnostics);
    }
    for metric in metrics.values() {
        if let (Some(scaled), Some(bare)) = (metric.scaled, metric.bare) {
            let message = "`unit` is empty beside a number";
            let help = format!(
                "{} gives this metric in another scale: write the unit in every row",
                scaled.seen_from(bare)
            );
            let span = bare.cell(Column::Unit, "");
            diagnostics.push(Diagnostic::error("missing-unit", span, message).with_help(help));
        }
    }
    metrics
}

impl<'t> MetricRecords<'t> {
    fn add(&mut self, record: &'t Record<'t>, diagnostics: &mut Vec<Diagnostic>) {
        if self.label.is_some_and(|(label, _)| label == self.name) {
            // The metric may have been named by its label first.
            self.name = &record.metric;
        }
        if let Some(other) = differing(&mut self.label, record.metric_label.as_deref(), record.position) {
            let (message, _) = differs(Column::MetricLabel, other, record.position);
            let span = record.position.cell(Column::MetricLabel, other.cell);
            diagnostics.push(Diagnostic::warning("two-labels", span, message).with_help("the first stays"));
        }
        if let Some(other) = differing(&mut self.group, record.group.as_deref(), record.position) {
            let (message, help) = differs(Column::Group, other, record.position);
            let span = record.position.cell(Column::Group, other.cell);
            diagnostics.push(Diagnostic::error("two-meanings", span, message).with_help(help));
        }
        self.add_unit(record, diagnostics);
    }

    fn add_unit(&mut self, record: &'t Record<'t>, diagnostics: &mut Vec<Diagnostic>) {
        match (record.unit.as_deref(), &self.unit) {
            (None, _) if record.has_number() => self.bare = self.bare.or(Some(record.position)),
            (Some(found), None) => self.unit = Some((found, record.position)),
            (Some(found), Some((known, first))) if !found.counts_as(known) => {
                let other = Differing { cell: found.name(), first: known.name(), position: *first };
                let (message, help) = differs(Column::Unit, other, record.position);
                let span = record.position.cell(Column::Unit, found.name());
                diagnostics.push(Diagnostic::error("two-units", span, message).with_help(help));
            }
            _ => {}
        }
        if record.unit.as_ref().is_some_and(|unit| unit.power() != 0) {
            self.scaled = self.scaled.or(Some(record.position));
        }
    }
}

/// A cell that differs from the first one about the same.
#[derive(Clone, Copy)]
struct Differing<'c> {
    cell: &'c str,
    first: &'c str,
    position: RowPosition,
}

/// Notes the first cell about something; returns a later one that differs from it.
fn differing<'t>(
    known: &mut Option<(&'t str, RowPosition)>,
    cell: Option<&'t str>,
    position: RowPosition,
) -> Option<Differing<'t>> {
    let cell = cell?;
    let (first, first_position) = *known.get_or_insert((cell, position));
    (!text::same(first, cell)).then_some(Differing { cell, first, position: first_position })
}

fn differs(column: Column, other: Differing<'_>, here: RowPosition) -> (String, &'static str) {
    let Differing { cell, first, position } = other;
    let name = column.name();
    let message =
        format!("`{name}` is `{cell}`, but `{first}` in {} of the same metric", position.seen_from(here));
    (message, "a metric has one; write the same in all of its rows, or leave it empty in all but one")
}
