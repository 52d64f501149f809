//! From a data set to rows: one a figure and document, and one more for a doubt that another document casts.
//!
//! Every row is written in full, so that a sheet can be sorted and filtered, and so that reading it gives the
//! same rows again. What the form has no column for (relations, definitions, quotes) is not in it.

use std::borrow::Cow;

use crate::hash::HashMap;
use crate::spreadsheet::cell::digits::unmistakable;
use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::cell::unit::{UnitCell, read_unit};
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::matching::ids::IdDirectories;
use crate::spreadsheet::matching::unit::cell_of;
use crate::spreadsheet::table::column::{COLUMNS, Column};
use crate::spreadsheet::text::{shown, unit_text};
use figure_tracker_core::dataset::format::{self, Text};
use figure_tracker_core::dataset::{Qualifier, Status};
use figure_tracker_core::decimal::Decimal;
use figure_tracker_core::export::safe_text;

type Cell<'a> = Cow<'a, str>;

/// Everything a row may need to look up.
struct Book<'a> {
    data: &'a format::Dataset,
    ids: IdDirectories,
    metrics: HashMap<&'a str, &'a format::Metric>,
    units: HashMap<&'a str, &'a format::Unit>,
    groups: HashMap<&'a str, &'a Text>,
    speakers: HashMap<&'a str, &'a Text>,
    institutions: HashMap<&'a str, &'a Text>,
    outlets: HashMap<&'a str, &'a Text>,
    sources: HashMap<&'a str, &'a format::Source>,
}

/// Returns the rows of a dataset as a text, the header first, their cells separated by an ASCII character, each
/// text as it was typed.
pub fn export(data: &format::Dataset, delimiter: u8) -> String {
    write_rows(data, delimiter, |_, cell| Cow::Borrowed(cell))
}

/// Returns the rows of a dataset as [`export`] does, for readers who don't know who typed them: a text that a spreadsheet
/// program would take for a formula has an apostrophe before it.
pub fn export_without_formulas(data: &format::Dataset, delimiter: u8) -> String {
    write_rows(data, delimiter, |column, cell| match column {
        // A negative number is a number.
        Column::Value | Column::Low | Column::High => Cow::Borrowed(cell),
        _ => safe_text(cell),
    })
}

fn write_rows(
    data: &format::Dataset,
    delimiter: u8,
    shown: impl for<'c> Fn(Column, &'c str) -> Cow<'c, str>,
) -> String {
    let book = Book::new(data);
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(COLUMNS.iter().map(|(_, name)| name));
    for figure in &data.figures {
        book.write_figure(figure, &mut |cells| {
            let cells = cells.iter().zip(COLUMNS).map(|(cell, (column, _))| shown(column, cell));
            let _ = writer.write_record(cells.map(|cell| cell.into_owned().into_bytes()));
        });
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

impl<'a> Book<'a> {
    fn new(data: &'a format::Dataset) -> Self {
        Self {
            data,
            ids: IdDirectories::new(data),
            metrics: data.metrics.iter().map(|metric| (metric.id.as_str(), metric)).collect(),
            units: data.units.iter().map(|unit| (unit.id.as_str(), unit)).collect(),
            groups: data.groups.iter().map(|group| (group.id.as_str(), &group.label)).collect(),
            speakers: data.speakers.iter().map(|speaker| (speaker.id.as_str(), &speaker.name)).collect(),
            institutions: data.institutions.iter().map(|i| (i.id.as_str(), &i.name)).collect(),
            outlets: data.outlets.iter().map(|outlet| (outlet.id.as_str(), &outlet.name)).collect(),
            sources: data.sources.iter().map(|source| (source.id.as_str(), source)).collect(),
        }
    }

    /// Writes the rows of a figure.
    fn write_figure(&self, figure: &format::Figure, write: &mut dyn FnMut(&[Cell<'_>])) {
        let first = figure.sources.first();
        let together =
            figure.note.is_none() && figure.status_source.as_ref() == first.map(|first| &first.source);
        let doubted = is_doubt(figure.status) && figure.status_note.is_some();
        let (status, note) = if doubted && together {
            (figure.status, figure.status_note.as_ref())
        } else if doubted {
            (Status::Stands, figure.note.as_ref())
        } else {
            (figure.status, figure.note.as_ref())
        };
        for source in &figure.sources {
            self.write_row(figure, Some(&source.source), status, note, write);
        }
        if doubted && !together {
            let (source, note) = (figure.status_source.as_ref(), figure.status_note.as_ref());
            self.write_row(figure, source, figure.status, note, write);
        }
    }

    fn write_row(
        &self,
        figure: &format::Figure,
        source: Option<&String>,
        status: Status,
        note: Option<&Text>,
        write: &mut dyn FnMut(&[Cell<'_>]),
    ) {
        let language = self.data.language.as_str();
        let metric = self.metrics.get(figure.metric.as_str()).copied();
        let source = source.and_then(|id| self.sources.get(id.as_str()).copied());
        let named = |id: Option<&String>, names: &HashMap<&str, &'a Text>, ids| {
            id.map_or(Cow::Borrowed(""), |id| Cow::Owned(self.name(id, names.get(id.as_str()).copied(), ids)))
        };
        let ScaledNumbers { unit, value, low, high } = self.scaled_numbers(figure, metric);
        let cells: [Cell<'_>; COLUMNS.len()] = [
            Cow::Borrowed(metric.and_then(|metric| metric.name.as_deref()).unwrap_or(&figure.metric)),
            Cow::Borrowed(metric.map_or("", |metric| shown(&metric.label, language))),
            named(metric.and_then(|metric| metric.group.as_ref()), &self.groups, &self.ids.groups),
            unit,
            self.scope(figure, metric).into(),
            value.into(),
            low.into(),
            high.into(),
            Cow::Borrowed(figure.words.as_ref().map_or("", |words| shown(words, language))),
            Cow::Borrowed(if figure.qualifier == Qualifier::Exact { "" } else { figure.qualifier.name() }),
            optional(figure.said.as_ref()),
            optional(source.and_then(|source| source.published.as_ref())),
            named(figure.speaker.as_ref(), &self.speakers, &self.ids.speakers),
            Cow::Borrowed(figure.office.as_ref().map_or("", |office| shown(office, language))),
            named(figure.institution.as_ref(), &self.institutions, &self.ids.institutions),
            named(source.and_then(|source| source.outlet.as_ref()), &self.outlets, &self.ids.outlets),
            optional(source.and_then(|source| source.url.as_ref())),
            optional(source.and_then(|source| source.archived.as_ref())),
            Cow::Borrowed(if status == Status::Stands { "" } else { status.name() }),
            Cow::Borrowed(note.map_or("", |note| shown(note, language))),
        ];
        write(&cells);
    }

    /// Returns the unit and the numbers of a figure: in the scale of the unit where that loses no digit, else in full.
    fn scaled_numbers(
        &self,
        figure: &format::Figure,
        metric: Option<&'a format::Metric>,
    ) -> ScaledNumbers<'a> {
        let found = metric.and_then(|metric| self.units.get(metric.unit.as_str()).copied());
        let cell = found.and_then(cell_of);
        let power = cell.as_ref().map_or(0, UnitCell::power);
        let scale = |number: Decimal| {
            let scaled = number.checked_shift(-power)?.normalized();
            // Of a number in a scale import keeps no zero at the end: `12.0` comes back in full alone.
            let is_read_back = number.to_string() == number.normalized().to_string();
            Decimal::parse(&scaled.to_string()).ok().filter(|_| is_read_back)
        };
        let numbers = [figure.value, figure.low, figure.high];
        let has_number = numbers.iter().any(Option::is_some);
        let scaled = numbers.map(|number| number.map(scale));
        let text = |number: Option<Decimal>| number.map(unmistakable).unwrap_or_default();
        if power == 0 || !has_number || scaled.contains(&Some(None)) {
            let unit = match (&cell, metric) {
                (Some(UnitCell::Currency { code, .. }), _) if power != 0 && has_number => {
                    Cow::Owned(code.clone())
                }
                (_, Some(metric)) => self.unit(metric),
                (_, None) => Cow::Borrowed(""),
            };
            let [value, low, high] = numbers.map(text);
            return ScaledNumbers { unit, value, low, high };
        }
        let [value, low, high] = scaled.map(|number| text(number.flatten()));
        ScaledNumbers { unit: metric.map_or(Cow::Borrowed(""), |metric| self.unit(metric)), value, low, high }
    }

    /// The name of somebody; their id where the name is another's too.
    fn name(&self, id: &str, name: Option<&Text>, ids: &IdDirectory) -> String {
        let name = name.map_or("", |name| shown(name, &self.data.language));
        if ids.find(name) == Some(id) { name.to_owned() } else { id.to_owned() }
    }

    fn scope(&self, figure: &format::Figure, metric: Option<&format::Metric>) -> String {
        let Some(id) = &figure.scope else { return String::new() };
        let scope = metric.and_then(|metric| metric.scopes.iter().find(|scope| scope.id == *id));
        match self.ids.scopes.get(&figure.metric) {
            Some(ids) => self.name(id, scope.map(|scope| &scope.label), ids),
            None => id.clone(),
        }
    }

    /// What a metric is counted in; nothing where that is the metric itself.
    fn unit(&self, metric: &'a format::Metric) -> Cell<'a> {
        let Some(found) = self.units.get(metric.unit.as_str()) else { return Cow::Borrowed("") };
        let word = unit_text(found, &self.data.language);
        let is_label = cell_of(found).is_none();
        if is_label && word == shown(&metric.label, &self.data.language) {
            return Cow::Borrowed("");
        }
        let again = read_unit(&word).ok().filter(|cell| is_label == matches!(cell, UnitCell::Label(_)));
        let is_same = again.is_some_and(|cell| self.ids.units.find(&cell) == Some(&found.id));
        if is_same { word } else { Cow::Borrowed(&found.id) }
    }
}

/// The unit of a figure and its numbers, as a row has them.
struct ScaledNumbers<'a> {
    unit: Cell<'a>,
    value: String,
    low: String,
    high: String,
}

fn optional<T: ToString>(part: Option<&T>) -> Cell<'static> {
    part.map_or(Cow::Borrowed(""), |part| Cow::Owned(part.to_string()))
}
