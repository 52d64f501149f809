//! Which mark a pointer means, which figure a mark shows, which marks of a long series are drawn, and which show their
//! numbers.

use super::geometry::{Point, Rect};
use super::label::Label;
use super::labels::{LONG_SERIES, place_mark_label};
use super::placement::ObstacleIndex;
use super::scene::{Mark, Scene};

/// How much more a distance along the time axis counts than one along the value axis: people aim at a day.
const TIME_WEIGHT: f64 = 1.5;

/// Marks that stand closer than this on average, in pixels, make a long series of any...
const CROWDED: f64 = 6.0;
/// ...that has more marks than this.
const FEW_MARKS: usize = 24;

impl Scene {
    /// Returns whether the series is a long one: a thin line speaks for the marks, of which only those are drawn that
    /// stand out, and the selected one.
    pub fn is_long(&self) -> bool {
        let ends = self.marks.first().zip(self.marks.last());
        let across = ends.map_or(0.0, |(first, last)| last.at.x - first.at.x);
        let is_crowded = self.marks.len() > FEW_MARKS && self.marks.len() as f64 * CROWDED > across;
        is_crowded || self.glyphs.len() >= LONG_SERIES
    }

    /// Returns whether a mark is drawn in a long series: the first, the last, one that is contradicted, and what no line
    /// goes through: what was denied or taken back, ranges, words, figures without a day.
    pub fn stands_out(&self, mark: usize) -> bool {
        let Some(found) = self.marks.get(mark) else { return false };
        let is_end = mark == 0 || mark + 1 == self.marks.len();
        let is_off_line = |figure: &usize| self.glyphs.get(*figure).is_some_and(|glyph| glyph.off_line);
        is_end || found.contradicted || found.figures.iter().any(is_off_line)
    }

    /// Returns the index of the mark that stands for a figure of the metric. Takes the same time for any number of
    /// figures.
    pub fn mark_of(&self, figure: usize) -> Option<usize> {
        self.mark_of.get(figure).copied()
    }

    /// Returns the point at which a figure of the metric stands: at its day and value, also where it shares a mark.
    pub fn point_of(&self, figure: usize) -> Option<Point> {
        self.glyphs.get(figure).map(|glyph| glyph.at)
    }

    /// Returns the mark of a figure as it is drawn while that figure is selected: it looks like this figure and
    /// stands at its day. `amount` is the number that the label shows.
    ///
    /// A mark of one figure looks the same whether that is selected or not.
    pub fn mark_showing(&self, figure: usize, amount: &str) -> Option<Mark> {
        let mark = self.marks.get(self.mark_of(figure)?)?;
        let is_last = mark.figures.last() == Some(&figure);
        // In a long series a mark has no label before it is needed.
        if is_last && (mark.label.is_some() || self.glyphs.len() < LONG_SERIES) {
            return Some(mark.clone());
        }
        let mut shown = if is_last { mark.clone() } else { self.glyphs.get(figure)?.to_mark() };
        shown.figures.clone_from(&mark.figures);
        shown.count.clone_from(&mark.count);
        shown.label = place_mark_label(&shown, amount, &self.label_space, &ObstacleIndex::default());
        Some(shown)
    }

    /// Returns the index of the mark nearest to a point, if there is any; the first of those equally near.
    ///
    /// The marks are searched from the point outwards, as far as one can still be nearer.
    pub fn nearest(&self, point: Point) -> Option<usize> {
        let middle = self.marks.partition_point(|mark| mark.at.x < point.x);
        let mut best: Option<(f64, usize)> = None;
        let leftwards = self.marks.iter().enumerate().take(middle).rev();
        let rightwards = self.marks.iter().enumerate().skip(middle);
        search_nearest(leftwards, point, &mut best);
        search_nearest(rightwards, point, &mut best);
        best.map(|(_, index)| index)
    }

    /// Returns the index of the figure to select where a reader taps a point: the last one of the nearest mark; of
    /// the mark that is selected already the one before, so that one tap after the other reaches all of them.
    pub fn figure_at(&self, point: Point, selected: Option<usize>) -> Option<usize> {
        let figures = &self.marks.get(self.nearest(point)?)?.figures;
        let place = figures.iter().position(|figure| Some(*figure) == selected);
        let before = place.and_then(|place| place.checked_sub(1));
        before.and_then(|before| figures.get(before)).or_else(|| figures.last()).copied()
    }

    /// Returns the indices of the marks whose numbers are shown, best first: the selected mark, as
    /// [`Scene::mark_showing`] gives it, then the subject's values, the ends of the other lines, the last and the
    /// first mark; each only if its label touches none before. In a long series a mark that isn't drawn has no number either.
    pub fn labelled(&self, selected: Option<&Mark>) -> Vec<usize> {
        let selected_index = selected.and_then(|mark| self.mark_of(*mark.figures.last()?));
        // In a long series a mark has a number if it is drawn and that number is its only one, or the last of all.
        let is_long = self.is_long();
        let is_told = |index: usize| {
            let is_last = index + 1 == self.marks.len();
            let is_single = self.marks.get(index).is_some_and(|mark| mark.figures.len() == 1);
            !is_long || (self.stands_out(index) && (is_single || is_last))
        };
        let mut chosen: Vec<usize> = Vec::new();
        let mut taken: Vec<Rect> = Vec::new();
        if let (Some(index), Some(label)) = (selected_index, selected.and_then(|mark| mark.label.as_ref())) {
            chosen.push(index);
            taken.push(label.rect());
        }
        for index in &self.label_order {
            if Some(*index) == selected_index || chosen.contains(index) || !is_told(*index) {
                continue;
            }
            let label = self.marks.get(*index).and_then(|mark| mark.label.as_ref());
            let Some(rect) = label.map(Label::rect) else { continue };
            if taken.iter().all(|other| !other.touches(&rect)) {
                chosen.push(*index);
                taken.push(rect);
            }
        }
        chosen
    }
}

fn search_nearest<'a>(
    marks: impl Iterator<Item = (usize, &'a Mark)>,
    point: Point,
    best: &mut Option<(f64, usize)>,
) {
    for (index, mark) in marks {
        let x = (mark.at.x - point.x) * TIME_WEIGHT;
        if best.is_some_and(|(distance, _)| x * x > distance) {
            return;
        }
        let y = mark.at.y - point.y;
        let distance = x * x + y * y;
        let is_nearer =
            best.is_none_or(|(least, first)| distance < least || (distance == least && index < first));
        if is_nearer {
            *best = Some((distance, index));
        }
    }
}
