//! From a data set to rows: one a figure and document, and one more for a doubt that another document casts.
//!
//! Every row is written in full, so that a sheet can be sorted and filtered, and so that reading it gives the
//! same rows again. What the form has no column for (relations, definitions, quotes) is not in it.

use crate::spreadsheet::cell::phrase::qualifier_name;
use crate::spreadsheet::cell::term::is_doubt;
use crate::spreadsheet::cell::term::status_name;
use crate::spreadsheet::matching::metric::unit_key;
use crate::spreadsheet::table::delimited::write_row;
use std::borrow::Cow;
use std::collections::HashMap;

use crate::spreadsheet::cell::digits::unmistakable;

use crate::spreadsheet::cell::unit::{self, UnitCell};
use crate::spreadsheet::decimal;
use crate::spreadsheet::matching::directory::IdDirectory;
use crate::spreadsheet::matching::statement::IdDirectories;
use crate::spreadsheet::table::column::COLUMNS;
use crate::spreadsheet::text::{self, shown};
use figure_tracker_core::dataset::raw::{self, Text};
use figure_tracker_core::dataset::{Qualifier, Status};

type Cell<'a> = Cow<'a, str>;

/// Everything a row may need to look up.
struct Book<'a> {
    data: &'a raw::Dataset,
    ids: IdDirectories,
    metrics: HashMap<&'a str, &'a raw::Metric>,
    units: HashMap<&'a str, &'a raw::Unit>,
    groups: HashMap<&'a str, &'a Text>,
    speakers: HashMap<&'a str, &'a Text>,
    institutions: HashMap<&'a str, &'a Text>,
    outlets: HashMap<&'a str, &'a Text>,
    sources: HashMap<&'a str, &'a raw::Source>,
}

/// The rows of a data set as a text, the header first, their cells separated by an ASCII character.
pub fn export(data: &raw::Dataset, delimiter: u8) -> String {
    let book = Book::new(data);
    let mut csv = String::new();
    write_row(COLUMNS.iter().map(|(_, name)| *name), delimiter, &mut csv);
    for figure in &data.figures {
        book.figure(figure, &mut |cells| write_row(cells.iter().map(|cell| &**cell), delimiter, &mut csv));
    }
    csv
}

impl<'a> Book<'a> {
    fn new(data: &'a raw::Dataset) -> Self {
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
    fn figure(&self, figure: &raw::Figure, write: &mut dyn FnMut(&[Cell<'_>])) {
        let first = figure.sources.first();
        let together = figure.note.is_none() && figure.status_source.as_ref() == first;
        let doubted = is_doubt(figure.status) && figure.status_note.is_some();
        let (status, note) = if doubted && together {
            (figure.status, figure.status_note.as_ref())
        } else if doubted {
            (Status::Stands, figure.note.as_ref())
        } else {
            (figure.status, figure.note.as_ref())
        };
        for source in &figure.sources {
            self.row(figure, Some(source), status, note, write);
        }
        if doubted && !together {
            self.row(
                figure,
                figure.status_source.as_ref(),
                figure.status,
                figure.status_note.as_ref(),
                write,
            );
        }
    }

    fn row(
        &self,
        figure: &raw::Figure,
        source: Option<&String>,
        status: Status,
        note: Option<&Text>,
        write: &mut dyn FnMut(&[Cell<'_>]),
    ) {
        let language = self.data.language.as_str();
        let text =
            |text: Option<&'_ Text>| text.map_or(String::new(), |text| shown(text, language).to_owned());
        let number = |number: &Option<raw::Number>| {
            let digits =
                |number: &raw::Number| decimal::plain(&number.text).map(|digits| unmistakable(&digits));
            number
                .as_ref()
                .map(|number| digits(number).unwrap_or_else(|| number.text.clone()))
                .unwrap_or_default()
        };
        let metric = self.metrics.get(figure.metric.as_str()).copied();
        let source = source.and_then(|id| self.sources.get(id.as_str()).copied());
        let part = |part: Option<&'a Option<String>>| {
            Cow::Borrowed(part.and_then(Option::as_deref).unwrap_or_default())
        };
        let named = |id: Option<&String>, names: &HashMap<&str, &'a Text>, ids| {
            id.map_or(Cow::Borrowed(""), |id| Cow::Owned(self.name(id, names.get(id.as_str()).copied(), ids)))
        };
        let cells: [Cell<'_>; COLUMNS.len()] = [
            Cow::Borrowed(&figure.metric),
            Cow::Borrowed(metric.map_or("", |metric| shown(&metric.label, language))),
            named(metric.and_then(|metric| metric.group.as_ref()), &self.groups, &self.ids.groups),
            metric.map_or(Cow::Borrowed(""), |metric| self.unit(metric)),
            self.scope(figure, metric).into(),
            number(&figure.value).into(),
            number(&figure.low).into(),
            number(&figure.high).into(),
            text(figure.words.as_ref()).into(),
            if figure.qualifier == Qualifier::Exact { "" } else { qualifier_name(figure.qualifier) }.into(),
            Cow::Borrowed(figure.said.as_deref().unwrap_or_default()),
            part(source.map(|source| &source.published)),
            named(figure.speaker.as_ref(), &self.speakers, &self.ids.speakers),
            text(figure.office.as_ref()).into(),
            named(figure.institution.as_ref(), &self.institutions, &self.ids.institutions),
            named(source.and_then(|source| source.outlet.as_ref()), &self.outlets, &self.ids.outlets),
            part(source.map(|source| &source.url)),
            part(source.map(|source| &source.archived)),
            if status == Status::Stands { "" } else { status_name(status) }.into(),
            text(note).into(),
        ];
        write(&cells);
    }

    /// The name of somebody; their id where the name is another's too.
    fn name(&self, id: &str, name: Option<&Text>, ids: &IdDirectory) -> String {
        let name = name.map_or("", |name| shown(name, &self.data.language));
        if ids.find(name) == Some(id) { name.to_owned() } else { id.to_owned() }
    }

    fn scope(&self, figure: &raw::Figure, metric: Option<&raw::Metric>) -> String {
        let Some(id) = &figure.scope else { return String::new() };
        let scope = metric.and_then(|metric| metric.scopes.iter().find(|scope| scope.id == *id));
        match self.ids.scopes.get(&figure.metric) {
            Some(ids) => self.name(id, scope.map(|scope| &scope.label), ids),
            None => id.clone(),
        }
    }

    /// What a metric is counted in; nothing where that is the metric itself.
    fn unit(&self, metric: &'a raw::Metric) -> Cell<'a> {
        let Some(found) = self.units.get(metric.unit.as_str()) else { return Cow::Borrowed("") };
        let word = text::unit(found, &self.data.language);
        let label = found.percent.is_none() && found.currency.is_none();
        if label && word == shown(&metric.label, &self.data.language) {
            return Cow::Borrowed("");
        }
        let again = unit::read(&word).ok().filter(|cell| label == matches!(cell, UnitCell::Label(_)));
        let same = again.is_some_and(|cell| self.ids.units.find(&unit_key(&cell)) == Some(&found.id));
        if same { word } else { Cow::Borrowed(&found.id) }
    }
}
