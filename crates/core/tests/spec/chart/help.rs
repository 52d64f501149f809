//! Figures by hand, plain English wording, and a scene as a picture to look at.

use std::fmt::Write as _;
use std::sync::Arc;

use figure_tracker_core::chart::{
    Anchor, Axes, ChartRelations, ChartTexts, Label, LayoutOptions, Scene, Shape, Whisker, layout,
};
use figure_tracker_core::dataset::{
    Edge, Event, Figure, Metric, Qualifier, Relation, Scope, Status, StatusDetail, Text, Unit, UnitKind,
};
use figure_tracker_core::date::{Date, Day};
use figure_tracker_core::decimal::Decimal;
use figure_tracker_core::localize::{DateStyle, Locale, PluralCategory};

/// English as far as a chart needs it.
pub(crate) struct English;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Locale for English {
    fn tag(&self) -> &str {
        "en"
    }

    fn format_number(&self, digits: &str) -> String {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("−", whole));
        let mut out = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                out.push(',');
            }
            out.push(digit);
        }
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{out}{point}{fraction}")
    }

    fn plural_category(&self, digits: &str) -> PluralCategory {
        if digits == "1" { PluralCategory::One } else { PluralCategory::Other }
    }

    fn format_date(&self, day: Day, style: DateStyle) -> String {
        let (year, month, day) = day.ymd();
        let month = MONTHS[usize::from(month) - 1];
        match style {
            DateStyle::Long | DateStyle::Medium => format!("{day} {month} {year}"),
            DateStyle::DayMonth => format!("{day} {month}"),
            DateStyle::MonthYear | DateStyle::ShortMonthYear => format!("{month} {year}"),
            DateStyle::Month => month.to_owned(),
            DateStyle::Year => year.to_string(),
        }
    }

    fn lowercase(&self, text: &str) -> String {
        text.to_lowercase()
    }
}

/// A number as the data set keeps it: of those that a file can't hold the nearest.
pub(crate) fn decimal(number: f64) -> Decimal {
    let number = if number.is_nan() { 0.0 } else { number.clamp(-9e23, 9e23) };
    Decimal::parse(&format!("{number:.12}")).unwrap().normalized()
}

/// A figure: `said` in EDTF, nothing for undated.
pub(crate) fn figure(id: &str, value: f64, said: &str) -> Figure {
    Figure {
        id: id.to_owned(),
        metric: "m".into(),
        scope: None,
        value: Some(decimal(value)),
        low: None,
        high: None,
        words: None,
        qualifier: Qualifier::Exact,
        said: (!said.is_empty()).then(|| Date::parse(said).unwrap()),
        as_of: None,
        speaker: None,
        office: None,
        institution: None,
        attribution: None,
        sources: Vec::new(),
        status: StatusDetail { status: Status::Stands, note: None, source: None },
        note: None,
        quote: None,
    }
}

/// A figure with a range and no value.
pub(crate) fn range(id: &str, low: f64, high: f64, said: &str) -> Figure {
    Figure {
        value: None,
        low: Some(decimal(low).into()),
        high: Some(decimal(high).into()),
        ..figure(id, 0.0, said)
    }
}

/// A figure in words.
pub(crate) fn words(id: &str, words: &str, said: &str) -> Figure {
    Figure { value: None, words: Some(Text::new("en", words)), ..figure(id, 0.0, said) }
}

/// The figure with another status.
pub(crate) fn with(status: Status, figure: Figure) -> Figure {
    Figure { status: StatusDetail { status, note: None, source: None }, ..figure }
}

/// The figure in a scope.
pub(crate) fn of(scope: &str, figure: Figure) -> Figure {
    let scope = Scope { id: scope.to_owned(), label: Text::new("en", scope), definition: None };
    Figure { scope: Some(Arc::new(scope)), ..figure }
}

/// A metric of people, its figures in time order as the data set promises.
pub(crate) fn metric(mut figures: Vec<Figure>) -> Metric {
    let latest = |figure: &Figure| {
        let said = figure.said.as_ref();
        said.and_then(|said| said.latest().or(said.earliest()))
    };
    figures.sort_by_key(latest);
    let mut scopes: Vec<Arc<Scope>> = Vec::new();
    for scope in figures.iter().filter_map(|figure| figure.scope.clone()) {
        if !scopes.contains(&scope) {
            scopes.push(scope);
        }
    }
    Metric {
        id: "m".to_owned(),
        label: Text::new("en", "Metric"),
        group: None,
        unit: Arc::new(Unit { id: "people".to_owned(), kind: UnitKind::Counted(Vec::new()) }),
        definition: None,
        subject: None,
        rivals: Vec::new(),
        scopes,
        figures: figures.into_iter().map(Arc::new).collect(),
    }
}

/// Something that happened.
pub(crate) fn event(date: &str, label: &str) -> Event {
    Event { date: Date::parse(date).unwrap(), label: Text::new("en", label) }
}

/// The short label of a mark.
fn amount(figure: &Figure) -> String {
    let number = |decimal: Option<Decimal>| {
        decimal.as_ref().map(|decimal| English.format_number(&decimal.to_string()))
    };
    let words = || figure.words.as_ref().map(|words| words.get("en").to_owned());
    let between = || Some(format!("{}–{}", number(figure.low())?, number(figure.high())?));
    let limit = || number(figure.low()).or(number(figure.high()));
    number(figure.value).or_else(between).or_else(limit).or_else(words).unwrap_or_default()
}

fn magnitude(largest: f64) -> (f64, String) {
    match largest {
        1e9.. => (1e9, "billion".to_owned()),
        1e6.. => (1e6, "million".to_owned()),
        _ => (1.0, "people".to_owned()),
    }
}

pub(crate) const TEXTS: ChartTexts<'static> = ChartTexts {
    locale: &English,
    language: "en",
    interface: "en",
    amount: &amount,
    magnitude: &magnitude,
    no_later_figure: "no later figure",
    not_yet_known: "not yet known",
    undated: "Undated",
};

/// The scene of a metric at a size.
pub(crate) fn scene(metric: &Metric, events: &[Event], width: f64, height: f64) -> Scene {
    related_scene(metric, events, &ChartRelations::of_metric(metric, &[]), width, height)
}

/// The scene of a metric whose figures are related.
pub(crate) fn related_scene(
    metric: &Metric,
    events: &[Event],
    relations: &ChartRelations,
    width: f64,
    height: f64,
) -> Scene {
    layout(
        metric,
        &LayoutOptions {
            width,
            height,
            texts: TEXTS,
            events,
            relations,
            from_zero: false,
            axes: Axes::default(),
        },
    )
}

/// The scene of some figures, 400 by 300.
pub(crate) fn drawn(figures: Vec<Figure>) -> Scene {
    scene(&metric(figures), &[], 400.0, 300.0)
}

/// The scene of some figures, 400 by 300, that are related: `kind`, the id of the one and of the other.
pub(crate) fn drawn_related(figures: Vec<Figure>, edges: &[(Edge, &str, &str)]) -> Scene {
    let metric = metric(figures);
    let find = |id: &str| Arc::clone(metric.figures.iter().find(|figure| figure.id == id).unwrap());
    let edge = |(kind, from, to): &(Edge, &str, &str)| Relation::Edge {
        kind: *kind,
        from: find(from),
        to: find(to),
        note: None,
    };
    let relations: Vec<Relation> = edges.iter().map(edge).collect();
    related_scene(&metric, &[], &ChartRelations::of_metric(&metric, &relations), 400.0, 300.0)
}

/// Every label that can be seen at once, with what it is.
pub(crate) fn labels(scene: &Scene, selected: Option<usize>) -> Vec<(&'static str, Label)> {
    let value = scene.value_ticks.iter().filter_map(|tick| Some(("value tick", tick.label.as_ref()?)));
    let time = scene.time_ticks.iter().filter_map(|tick| Some(("time tick", tick.label.as_ref()?)));
    let events = scene.events.iter().filter_map(|event| Some(("event", event.label.as_ref()?)));
    let lines = scene.lines.iter().filter_map(|line| Some(("line", line.label.as_ref()?)));
    let undated = scene.undated.iter().filter_map(|undated| Some(("undated", undated.label.as_ref()?)));
    let tail = scene.tail.iter().map(|label| ("tail", label));
    let counts = scene.marks.iter().filter_map(|mark| Some(("count", mark.count.as_ref()?)));
    let mark = selected.and_then(|figure| scene.mark_showing(figure, "1,234"));
    let selected_index = selected.and_then(|figure| scene.mark_of(figure));
    let shown = scene.labelled(mark.as_ref()).into_iter().filter(|index| Some(*index) != selected_index);
    let marks = shown.filter_map(|index| scene.marks[index].label.clone());
    let marks = marks.chain(mark.and_then(|mark| mark.label)).map(|label| ("mark", label));
    let marks: Vec<_> = marks.collect();
    let fixed = value.chain(time).chain(events).chain(lines).chain(undated).chain(tail).chain(counts);
    fixed.map(|(kind, label)| (kind, label.clone())).chain(marks).collect()
}

/// A scene as a picture, roughly as the widget draws it.
pub(crate) fn picture(scene: &Scene, selected: Option<usize>) -> String {
    let Scene { width, height, plot, radius: r, .. } = scene;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         font-family=\"sans-serif\" style=\"direction:ltr;background:#fff\">\n"
    );
    let out = &mut svg;
    for tick in &scene.value_ticks {
        let at = tick.at;
        writeln!(out, "<path d=\"M0 {at}H{width}\" stroke=\"#ddd\"/>").unwrap();
    }
    let (bottom, top) = (plot.bottom(), plot.top);
    if scene.broken {
        let y = bottom - 10.0;
        writeln!(out, "<path d=\"M0 {y}l4 4 4 -8 4 8 4 -8 4 4\" fill=\"none\" stroke=\"#666\"/>").unwrap();
    }
    writeln!(out, "<path d=\"M0 {bottom}H{width}\" stroke=\"#888\"/>").unwrap();
    for tick in &scene.time_ticks {
        let at = tick.at;
        writeln!(out, "<path d=\"M{at} {bottom}v4\" stroke=\"#888\"/>").unwrap();
    }
    if let Some(undated) = &scene.undated {
        let x = undated.x;
        writeln!(out, "<path d=\"M{x} {top}V{height}\" stroke=\"#bbb\"/>").unwrap();
    }
    for event in &scene.events {
        let (x, top) = (event.x, event.top);
        writeln!(out, "<path d=\"M{x} {top}V{bottom}\" stroke=\"#888\" stroke-dasharray=\"1 3\"/>").unwrap();
    }
    for line in &scene.lines {
        let (path, tail) = (&line.path, &line.tail);
        writeln!(out, "<path d=\"{path}\" fill=\"none\" stroke=\"#1a4f8b\" stroke-width=\"2\"/>").unwrap();
        let dash = "stroke-dasharray=\"3 4\" opacity=\".6\"";
        writeln!(out, "<path d=\"{tail}\" fill=\"none\" stroke=\"#1a4f8b\" stroke-width=\"2\" {dash}/>")
            .unwrap();
    }
    for bracket in &scene.brackets {
        let path = &bracket.path;
        writeln!(out, "<path d=\"{path}\" fill=\"none\" stroke=\"#9c3f06\"/>").unwrap();
    }
    let selected_mark = selected.and_then(|figure| scene.mark_of(figure));
    for (index, mark) in scene.marks.iter().enumerate() {
        let (x, y) = (mark.at.x, mark.at.y);
        let ink = if mark.subject { "#1a4f8b" } else { "#777" };
        if let Some(Whisker { left, right, open }) = mark.whisker {
            let dash = if open { "stroke-dasharray=\"1 3\"" } else { "" };
            writeln!(out, "<path d=\"M{left} {y}H{right}\" stroke=\"{ink}\" {dash}/>").unwrap();
        }
        if let Some((high, low)) = mark.range {
            let cap = "M-4 0h8";
            let d = format!("M{x} {high}V{low}");
            writeln!(out, "<path d=\"{d}\" stroke=\"{ink}\" stroke-width=\"2\"/>").unwrap();
            for y in [high, low] {
                writeln!(
                    out,
                    "<path d=\"{cap}\" transform=\"translate({x} {y})\" stroke=\"{ink}\" stroke-width=\"2\"/>"
                )
                .unwrap();
            }
        }
        let big = if Some(index) == selected_mark { r + 2.0 } else { *r };
        let halo = if *r < 3.0 { 0 } else { 1 };
        let body = match mark.shape {
            Shape::Range => String::new(),
            Shape::Words => {
                format!("<rect x=\"{}\" y=\"{}\" width=\"8\" height=\"8\" fill=\"{ink}\"/>", x - 4.0, y - 4.0)
            }
            Shape::About => format!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{big}\" fill=\"#fff\" stroke=\"{ink}\" stroke-width=\"2\"/>"
            ),
            shape => {
                let tick = match shape {
                    Shape::AtLeast => {
                        format!("<path d=\"M{x} {y}v-9\" stroke=\"{ink}\" stroke-width=\"2\"/>")
                    }
                    Shape::AtMost => format!("<path d=\"M{x} {y}v9\" stroke=\"{ink}\" stroke-width=\"2\"/>"),
                    _ => String::new(),
                };
                format!(
                    "{tick}<circle cx=\"{x}\" cy=\"{y}\" r=\"{big}\" fill=\"{ink}\" stroke=\"#fff\" stroke-width=\"{halo}\"/>"
                )
            }
        };
        writeln!(out, "{body}").unwrap();
    }
    for (kind, label) in labels(scene, selected) {
        let anchor = match label.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (x, y, size, text) = (label.at.x, label.at.y, label.size, &label.text);
        let ink = if kind == "mark" { "#111" } else { "#666" };
        writeln!(
            out,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{ink}\" text-anchor=\"{anchor}\" \
             paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"2\">{text}</text>"
        )
        .unwrap();
    }
    svg + "</svg>\n"
}
