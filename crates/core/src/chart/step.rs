//! The step line of each scope. Holds, then steps; never smoothed, never through what is struck.

use super::facts::{Fact, Level};
use super::frame::Frame;
use super::geometry::{self, baseline_over, baseline_under};
use super::room::Room;
use super::{Anchor, Label, Line, Point, SMALL, Wording, measure};
use crate::dataset::Metric;
use crate::small::sort_by;

/// The room between a tail and the text at it.
const GAP: f64 = 3.0;

/// The line of one scope, in points.
pub(crate) struct Track {
    /// The id of the scope.
    scope: Option<String>,
    /// Unbroken stretches, corner by corner.
    runs: Vec<Vec<Point>>,
    /// From where to where it is dashed.
    tail: Option<(Point, Point)>,
    /// Indexes of its first and its last mark.
    pub(crate) ends: (usize, usize),
}

/// The lines of all scopes that have a dated number that stands.
pub(crate) fn tracks(metric: &Metric, facts: &[Fact], frame: &Frame) -> Vec<Track> {
    scopes(metric).into_iter().filter_map(|scope| track(scope, facts, frame)).collect()
}

fn scopes(metric: &Metric) -> Vec<Option<&str>> {
    let named = metric.scopes.iter().map(|scope| Some(scope.id.as_str()));
    [None].into_iter().chain(named).collect()
}

/// Whether the line passes through a figure.
fn carries(fact: &Fact) -> bool {
    !fact.struck && fact.when.is_some() && matches!(fact.level, Level::At(_))
}

fn track(scope: Option<&str>, facts: &[Fact], frame: &Frame) -> Option<Track> {
    let mut stops: Vec<(usize, &Fact, f64)> = Vec::new();
    for (index, fact) in facts.iter().enumerate().filter(|(_, fact)| fact.scope() == scope) {
        stops.extend(fact.when.map(|when| (index, fact, frame.x(when.day))));
    }
    sort_by(&mut stops, |a, b| a.2 < b.2);
    let mut pen = Pen::default();
    for (_, fact, x) in &stops {
        match fact.level {
            Level::At(value) if !fact.struck => pen.step(Point { x: *x, y: frame.y(value) }),
            Level::Between(..) | Level::Limit(_) if !fact.struck => pen.lift(*x),
            _ => pen.hold(*x),
        }
    }
    let on_line = || stops.iter().filter(|(_, fact, _)| carries(fact)).map(|(index, ..)| *index);
    let ends = (on_line().next()?, on_line().next_back()?);
    let tail = pen.run.last().map(|last| (*last, Point { x: frame.width, y: last.y }));
    pen.runs.push(pen.run);
    Some(Track { scope: scope.map(str::to_owned), runs: pen.runs, tail, ends })
}

/// Draws the stretches of a line.
#[derive(Default)]
struct Pen {
    runs: Vec<Vec<Point>>,
    run: Vec<Point>,
}

impl Pen {
    /// On at the same height.
    fn hold(&mut self, x: f64) {
        let Some(last) = self.run.last().copied() else { return };
        if last.x == x {
            return;
        }
        let straight = self.run.iter().rev().nth(1).is_some_and(|before| before.y == last.y);
        if straight {
            self.run.pop();
        }
        self.run.push(Point { x, ..last });
    }

    /// On, then up or down to the point.
    fn step(&mut self, to: Point) {
        self.hold(to.x);
        if self.run.last() != Some(&to) {
            self.run.push(to);
        }
    }

    /// On, and off the paper.
    fn lift(&mut self, x: f64) {
        self.hold(x);
        self.runs.push(std::mem::take(&mut self.run));
    }
}

impl Track {
    /// Tells every straight piece of it, the dashed one included.
    pub(crate) fn each_segment(&self, tell: &mut dyn FnMut(&Point, &Point)) {
        for run in &self.runs {
            for pair in run.windows(2) {
                if let [a, b] = pair {
                    tell(a, b);
                }
            }
        }
        if let Some((a, b)) = &self.tail {
            tell(a, b);
        }
    }

    fn path(&self) -> String {
        self.runs.iter().filter(|run| run.len() > 1).map(|run| path(run)).collect()
    }

    fn tail_path(&self) -> String {
        self.tail.map(|(from, to)| path(&[from, to])).unwrap_or_default()
    }

    /// Its name, where there are several lines.
    fn name<'a>(&self, metric: &'a Metric, language: &str) -> Option<&'a str> {
        let scope = metric.scopes.iter().find(|scope| Some(&scope.id) == self.scope.as_ref())?;
        Some(scope.label.get(language)).filter(|name| !name.is_empty())
    }
}

/// Corners as an SVG path of upright and level pieces.
fn path(run: &[Point]) -> String {
    let mut pieces = Vec::new();
    let mut before: Option<&Point> = None;
    for point in run {
        match before.replace(point) {
            None => pieces.extend([("M", point.x), (" ", point.y)]),
            Some(last) if last.y == point.y => pieces.push(("H", point.x)),
            Some(_) => pieces.push(("V", point.y)),
        }
    }
    geometry::path(&pieces)
}

/// The names of the scopes that have a line, where there are several.
pub(crate) fn names(metric: &Metric, facts: &[Fact], language: &str) -> Vec<String> {
    let has_line = |scope: &Option<&str>| facts.iter().any(|fact| fact.scope() == *scope && carries(fact));
    let scopes: Vec<Option<&str>> = scopes(metric).into_iter().filter(has_line).collect();
    if scopes.len() < 2 {
        return Vec::new();
    }
    let named = metric.scopes.iter().filter(|scope| scopes.contains(&Some(&scope.id)));
    named.map(|scope| scope.label.get(language).to_owned()).collect()
}

/// The lines as paths, named where there are several and there is room.
pub(crate) fn lines(
    metric: &Metric,
    tracks: &[Track],
    frame: &Frame,
    wording: &Wording<'_>,
    room: &mut Room,
) -> Vec<Line> {
    let named = tracks.len() > 1;
    let line = |track: &Track| {
        let name = track.name(metric, wording.language).filter(|_| named);
        let label = name.and_then(|name| at_tail(track, name, frame, room, [true, false]));
        room.take(label.as_ref());
        Line {
            scope: track.scope.clone(),
            path: track.path(),
            tail: track.tail_path(),
            label,
            ends: track.ends,
        }
    };
    tracks.iter().map(line).collect()
}

/// The words at the first tail that has room for them: over it where it is the only one, else rather under it.
pub(crate) fn tail_label(
    tracks: &[Track],
    frame: &Frame,
    wording: &Wording<'_>,
    room: &mut Room,
) -> Option<Label> {
    let over = tracks.len() < 2;
    let words = wording.no_later_figure;
    let label = tracks.iter().find_map(|track| at_tail(track, words, frame, room, [over, !over]));
    room.take(label.as_ref());
    label
}

/// A text over (true) or under (false) the tail of a line, at its right end or else at its left; cut to the
/// length of the tail where the whole has no room, but not to less than three fifths: a stump says nothing.
fn at_tail(track: &Track, text: &str, frame: &Frame, room: &Room, sides: [bool; 2]) -> Option<Label> {
    let (from, to) = track.tail?;
    let start = from.x + frame.radius + 4.0;
    let y = |over: bool| match over {
        true => baseline_over(from.y - GAP, SMALL),
        false => baseline_under(from.y + GAP, SMALL),
    };
    for length in [frame.width * 0.5, to.x - 4.0 - start] {
        let Some(cut) = measure::fit(text, SMALL, length) else { continue };
        if cut.is_empty() || cut.chars().count() * 5 < text.chars().count() * 3 {
            continue;
        }
        let mut labels = Vec::new();
        for (anchor, x) in [(Anchor::End, to.x - 4.0), (Anchor::Start, start)] {
            for over in sides {
                labels.push(Label::new(cut.clone(), SMALL, anchor, x, y(over)));
            }
        }
        if let Some(free) = room.first_free(&labels) {
            return Some(free);
        }
    }
    None
}
