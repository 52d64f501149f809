//! The spreadsheet form: a row for each figure and document, in the columns that an import reads.

use std::borrow::Cow;

use crate::dataset::{Dataset, Figure, Metric, Qualifier, Source, Text, Unit, UnitKind};
use crate::date::Date;
use crate::decimal::Decimal;

/// The columns, as `figure-tracker import` names them.
const HEADER: &str = "metric,metric_label,group,unit,scope,value,low,high,words,qualifier,said_on,published_on,speaker,role,\
                      institution,outlet,url,archived_url,status,note";

/// Writes the figures of a metric as CSV, in the language of the dataset: UTF-8 with a byte order mark, without which Excel
/// takes the letters for others, and lines that end with CRLF.
///
/// No text of the dataset becomes a formula: one that a spreadsheet would reckon has an apostrophe before it, which
/// spreadsheets take for "this is text".
pub fn write_csv(dataset: &Dataset, metric: &Metric) -> String {
    let mut csv = ["\u{feff}", HEADER, "\r\n"].concat();
    for figure in &metric.figures {
        for entry in &figure.sources {
            let source = &entry.source;
            push_row(&mut csv, &row(dataset, metric, figure, source));
        }
    }
    csv
}

fn row<'a>(
    dataset: &'a Dataset,
    metric: &'a Metric,
    figure: &'a Figure,
    source: &'a Source,
) -> [Cow<'a, str>; 20] {
    let text = |text: Option<&'a Text>| safe_text(text.map_or("", |text| text.get(&dataset.language)));
    let address = |address: &'a Option<String>| safe_text(address.as_deref().unwrap_or_default());
    let number = |number: Option<Decimal>| number.map(|number| number.to_string()).unwrap_or_default().into();
    let date = |date: &Option<Date>| {
        let date = date.as_ref().map(Date::text).unwrap_or_default();
        safe_text(&date).into_owned().into()
    };
    let status = &figure.status;
    let note = status.note.as_ref().or(figure.note.as_ref());
    [
        safe_text(&metric.id),
        text(Some(&metric.label)),
        text(metric.group.as_ref().map(|group| &group.label)),
        safe_text(unit_name(&metric.unit, &dataset.language)),
        text(figure.scope.as_ref().map(|scope| &scope.label)),
        number(figure.value),
        number(figure.low()),
        number(figure.high()),
        text(figure.words.as_ref()),
        if figure.qualifier == Qualifier::Exact { "" } else { figure.qualifier.name() }.into(),
        date(&figure.said),
        date(&source.published),
        text(figure.speaker.as_ref().map(|speaker| &speaker.name)),
        text(figure.office.as_ref()),
        text(figure.institution.as_ref().map(|institution| &institution.name)),
        text(source.outlet.as_ref().map(|outlet| &outlet.name)),
        address(&source.url),
        address(&source.archived),
        status.status.name().into(),
        text(note),
    ]
}

/// What a metric is counted in, as a cell has it.
fn unit_name<'a>(unit: &'a Unit, language: &str) -> &'a str {
    match &unit.kind {
        UnitKind::Currency(code) => code,
        UnitKind::Percent => "%",
        UnitKind::Counted(languages) => {
            let forms = languages.iter().find(|(tag, _)| tag == language).or(languages.first());
            let word = forms.and_then(|(_, forms)| forms.iter().find(|(category, _)| category == "other"));
            word.map_or(&*unit.id, |(_, word)| word)
        }
    }
}

/// Returns a text that no spreadsheet takes for a formula: one that it would reckon has an apostrophe before it. What
/// stands before the sign is passed over by some of them.
pub fn safe_text(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(["'", text].concat()) } else { Cow::Borrowed(text) }
}

fn is_formula(text: &str) -> bool {
    let is_passed_over = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '\'';
    let first = text.trim_start_matches(is_passed_over);
    first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n'])
}

fn push_row(csv: &mut String, cells: &[Cow<'_, str>]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            csv.push(',');
        }
        if cell.contains([',', ';', '"', '\r', '\n', '\t', '\'']) {
            csv.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            csv.push_str(cell);
        }
    }
    csv.push_str("\r\n");
}
