//! What the rows of one metric say of the metric itself, and whether they agree.

use std::collections::HashMap;

use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::matching::slug::slug;
use crate::spreadsheet::record::Record;
use crate::spreadsheet::report::{At, Fault};
use crate::spreadsheet::text;

/// What the rows say of one metric; each with the row that said it first.
#[derive(Debug, Default)]
pub(crate) struct MetricRecords<'t> {
    /// What the cell in `metric` says.
    pub(crate) name: &'t str,
    /// Its label.
    pub(crate) label: Option<(&'t str, At)>,
    /// Its group.
    pub(crate) group: Option<(&'t str, At)>,
    /// What it is counted in.
    pub(crate) unit: Option<(&'t UnitCell, At)>,
    /// A row that gives its numbers in millions or the like, by its unit.
    scaled: Option<At>,
    /// A row with a number and no unit.
    bare: Option<At>,
}

/// Gives every metric of the rows its id, in `directory`.
pub(crate) fn add_metric_names(rows: &[Record<'_>], directory: &mut IdDirectory) {
    let mut labels: HashMap<&str, &str> = HashMap::new();
    let mut named: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in rows.iter().filter(|row| directory.find(&row.metric).is_none()) {
        if let Some(label) = &row.metric_label
            && labels.insert(&row.metric, label).is_none()
        {
            named.entry(label).or_default().push(&row.metric);
        }
    }
    // A cell that is the label of exactly one other metric means that metric.
    let alias = |text: &str| match named.get(text).map(Vec::as_slice) {
        Some([metric]) if *metric != text && !labels.contains_key(text) => Some(*metric),
        _ => None,
    };
    directory.learn(rows.iter().map(|row| &*row.metric).filter(|text| alias(text).is_none()));
    for (label, metric) in rows.iter().filter_map(|row| Some((&*row.metric, alias(&row.metric)?))) {
        let id = directory.id(metric);
        directory.also(label, &id);
    }
}

/// What the rows say of each metric, by id; what they do not agree on is noted.
pub(crate) fn gather_metrics<'t>(
    rows: &'t [Record<'t>],
    directory: &IdDirectory,
    faults: &mut Vec<Fault>,
) -> HashMap<String, MetricRecords<'t>> {
    let mut metrics: HashMap<String, MetricRecords<'t>> = HashMap::new();
    for row in rows {
        let id = directory.find(&row.metric).unwrap_or(&row.metric);
        let metric = match metrics.get_mut(id) {
            Some(metric) => metric,
            None => metrics
                .entry(id.to_owned())
                .or_insert(MetricRecords { name: &row.metric, ..MetricRecords::default() }),
        };
        agree(&mut metric.label, row.metric_label.as_deref(), row, "metric_label", faults);
        agree(&mut metric.group, row.group.as_deref(), row, "group", faults);
        unit(metric, row, faults);
    }
    for metric in metrics.values() {
        if let (Some(scaled), Some(bare)) = (metric.scaled, metric.bare) {
            let message = "`unit` is empty beside a number".to_owned();
            let hint = format!(
                "{} gives this metric in another scale: write the unit in every row",
                row_named(scaled, bare)
            );
            faults.push(Fault::row("missing-unit", bare, message, hint).in_column("unit", String::new(), ""));
        }
    }
    metrics
}

fn unit<'t>(metric: &mut MetricRecords<'t>, row: &'t Record<'t>, faults: &mut Vec<Fault>) {
    let number = row.report.value.is_some() || row.report.low.is_some() || row.report.high.is_some();
    match (&row.unit, &metric.unit) {
        (None, _) if number => metric.bare = metric.bare.or(Some(row.at)),
        (Some(found), None) => metric.unit = Some((found, row.at)),
        (Some(found), Some((known, at))) if unit_key(found) != unit_key(known) => {
            let (message, hint) = differs("unit", named(found), named(known), *at, row.at);
            faults.push(Fault::row("two-units", row.at, message, hint).in_column(
                "unit",
                String::new(),
                named(found),
            ));
        }
        _ => {}
    }
    if matches!(&row.unit, Some(UnitCell::Currency(_, power)) if *power != 0) {
        metric.scaled = metric.scaled.or(Some(row.at));
    }
}

fn agree<'t>(
    known: &mut Option<(&'t str, At)>,
    cell: Option<&'t str>,
    row: &Record<'_>,
    column: &'static str,
    faults: &mut Vec<Fault>,
) {
    let Some(cell) = cell else { return };
    match known {
        None => *known = Some((cell, row.at)),
        Some((other, at)) if !text::same(other, cell) => {
            let (message, hint) = differs(column, cell, other, *at, row.at);
            faults.push(Fault::row("two-meanings", row.at, message, hint).in_column(
                column,
                String::new(),
                cell,
            ));
        }
        Some(_) => {}
    }
}

fn differs(column: &str, cell: &str, other: &str, at: At, here: At) -> (String, String) {
    let message =
        format!("`{column}` is `{cell}`, but `{other}` in {} of the same metric", row_named(at, here));
    (
        message,
        "a metric has one; write the same in all of its rows, or leave it empty in all but one".to_owned(),
    )
}

/// A row as another row speaks of it.
pub(crate) fn row_named(at: At, here: At) -> String {
    if at.file == here.file {
        format!("row {}", at.row)
    } else {
        format!("row {} of file {}", at.row, at.file + 1)
    }
}

/// The text by which a unit is found: a word, or a sign or code behind a mark that no cell holds.
pub(crate) fn unit_key(unit: &UnitCell) -> String {
    let mark = if matches!(unit, UnitCell::Label(_)) { "" } else { NOT_A_WORD };
    [mark, named(unit)].concat()
}

/// Stands before the names of units that are no words, so that a word can't be taken for one of them.
pub(crate) const NOT_A_WORD: &str = "\u{1}";

/// A unit as a cell names it.
fn named(unit: &UnitCell) -> &str {
    match unit {
        UnitCell::Percent => "%",
        UnitCell::Currency(code, _) => code,
        UnitCell::Label(word) => word,
    }
}

/// The id that a unit would like to have.
pub(crate) fn wanted_unit_id(unit: &UnitCell) -> String {
    if *unit == UnitCell::Percent { "percent".to_owned() } else { slug(named(unit)) }
}
