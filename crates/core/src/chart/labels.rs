//! The numbers beside the marks: those of the subject first.

use super::geometry::{Point, Rect};
use super::label::{
    Anchor, Label, NORMAL_FONT, SMALL_FONT, baseline_above, baseline_below, baseline_centred,
};
use super::marks::mark_outline;
use super::placement::{LabelSpace, ObstacleIndex};
use super::scene::{Glyph, Mark, Shape};
use super::step_line::StepLine;
use super::text::fit_text;

/// The distance between a mark and its number; the ring of the selected mark takes a part of it.
const LABEL_GAP: f64 = 6.0;
/// The distance between a mark and the count beside it, which the ring of the selected mark does not reach.
const COUNT_GAP: f64 = 5.0;
/// The distance between a number over or under a mark and what stands upright at the mark's day.
const UPRIGHT_GAP: f64 = 6.0;
/// How many values of the subject are labelled first.
const MAX_SUBJECT_LABELS: usize = 6;
/// From so many figures on a series is a long one: its marks are not counted.
pub const LONG_SERIES: usize = 60;
/// The widest number beside a mark, in pixels.
const MAX_LABEL_WIDTH: f64 = 200.0;

/// Writes the number of a figure, by its index.
pub(super) type WriteAmount<'a> = &'a dyn Fn(usize) -> String;

/// Returns the marks whose numbers are placed first: those of the subject's dated figures, then the last of every
/// other line.
pub(super) fn choose_first_labels(
    subject: &[usize],
    lines: &[StepLine],
    glyphs: &[Glyph],
    mark_of: &[usize],
) -> Vec<usize> {
    let subject_figures = choose_subject_labels(subject, glyphs);
    let subject_marks = distinct_marks(subject_figures.into_iter(), mark_of, MAX_SUBJECT_LABELS);
    let others = lines.iter().filter(|line| !line.subject).map(|line| line.ends.1);
    let others = distinct_marks(others, mark_of, usize::MAX);
    let others = others.into_iter().filter(|mark| !subject_marks.contains(mark)).collect::<Vec<_>>();
    [subject_marks, others].concat()
}

/// Returns the figures of the subject that are labelled: the last and the first, then the others where they are few,
/// else the highest and the lowest.
fn choose_subject_labels(subject: &[usize], glyphs: &[Glyph]) -> Vec<usize> {
    let ends = subject.last().into_iter().chain(subject.first()).copied();
    if subject.len() <= MAX_SUBJECT_LABELS {
        return ends.chain(subject.iter().rev().copied()).collect();
    }
    let y_of = |figure: &&usize| glyphs.get(**figure).map_or(0.0, |glyph| glyph.at.y);
    let by_height = |one: &&usize, other: &&usize| y_of(one).total_cmp(&y_of(other));
    let numbers = || {
        let is_number =
            |figure: &&usize| glyphs.get(**figure).is_some_and(|glyph| glyph.shape != Shape::Words);
        subject.iter().filter(is_number)
    };
    let extremes = numbers().min_by(by_height).into_iter().chain(numbers().max_by(by_height));
    ends.chain(extremes.copied()).collect()
}

fn distinct_marks(figures: impl Iterator<Item = usize>, mark_of: &[usize], most: usize) -> Vec<usize> {
    let mut marks = Vec::new();
    for mark in figures.filter_map(|figure| mark_of.get(figure)) {
        if marks.len() >= most {
            break;
        }
        if !marks.contains(mark) {
            marks.push(*mark);
        }
    }
    marks
}

/// Labels the marks at these indices, in this order, each keeping clear of those before. Returns the rectangles of
/// the labels.
pub(super) fn label_first_marks(
    marks: &mut [Mark],
    indices: &[usize],
    write_amount: WriteAmount<'_>,
    space: &LabelSpace,
) -> ObstacleIndex {
    let mut taken = ObstacleIndex::default();
    for index in indices {
        if let Some(mark) = marks.get_mut(*index) {
            mark.label = place_number(mark, write_amount, space, &taken);
            taken.insert_label(mark.label.as_ref());
        }
    }
    taken
}

/// Labels all other marks; in a long series only those whose numbers may be `shown` while another mark is selected. They
/// need not keep clear of one another: [`super::Scene::labelled`] chooses.
pub(super) fn label_other_marks(
    marks: &mut [Mark],
    done: &[usize],
    shown: &[usize],
    write_amount: WriteAmount<'_>,
    space: &LabelSpace,
) {
    let is_long = is_long_series(marks);
    for (index, mark) in marks.iter_mut().enumerate() {
        if !done.contains(&index) && (!is_long || shown.contains(&index)) {
            mark.label = place_number(mark, write_amount, space, &ObstacleIndex::default());
        }
    }
}

fn place_number(
    mark: &Mark,
    write_amount: WriteAmount<'_>,
    space: &LabelSpace,
    taken: &ObstacleIndex,
) -> Option<Label> {
    let text = write_amount(*mark.figures.last()?);
    place_mark_label(mark, &text, space, taken)
}

/// Finds room for a text beside a mark.
pub(super) fn place_mark_label(
    mark: &Mark,
    text: &str,
    space: &LabelSpace,
    taken: &ObstacleIndex,
) -> Option<Label> {
    let max_width = (space.inside.width * 0.45).min(MAX_LABEL_WIDTH);
    let text = fit_text(text, NORMAL_FONT, max_width)?;
    let outline = mark_outline(mark, space.radius).expand(LABEL_GAP);
    let mut candidates = candidates_around(&outline, mark, &text, NORMAL_FONT);
    candidates.retain(|label| mark.range.is_some() || space.belongs_to(label, mark.at));
    space.first_free_beside(candidates, taken)
}

/// Places how many figures a mark stands for, where it stands for several and there is room. In a long series no mark
/// is counted: there a mark stands for a stretch of the line and not for one moment.
pub(super) fn place_counts(
    marks: &mut [Mark],
    write_count: &dyn Fn(usize) -> String,
    space: &mut LabelSpace,
    taken: &ObstacleIndex,
) {
    if is_long_series(marks) {
        return;
    }
    for mark in marks.iter_mut().filter(|mark| mark.figures.len() > 1) {
        let text = write_count(mark.figures.len());
        let outline = mark_outline(mark, space.radius).expand(COUNT_GAP);
        let mut candidates = candidates_around(&outline, mark, &text, SMALL_FONT);
        candidates.retain(|label| space.belongs_to(label, mark.at));
        mark.count = space.first_free_beside(candidates, taken);
        space.obstacles.insert_label(mark.count.as_ref());
    }
}

fn is_long_series(marks: &[Mark]) -> bool {
    marks.iter().map(|mark| mark.figures.len()).sum::<usize>() >= LONG_SERIES
}

/// Returns the places for a text around a mark, best first.
fn candidates_around(outline: &Rect, mark: &Mark, text: &str, font_size: f64) -> Vec<Label> {
    let above = baseline_above(outline.top, font_size);
    let below = baseline_below(outline.bottom(), font_size);
    let beside = baseline_centred(mark.at.y, font_size);
    let (left, right, Point { x, .. }) = (outline.left, outline.right(), mark.at);
    let mut places = [
        (Anchor::Middle, x, above),
        (Anchor::End, x - UPRIGHT_GAP, above),
        (Anchor::Start, x + UPRIGHT_GAP, above),
        (Anchor::End, left, beside),
        (Anchor::Start, right, beside),
        (Anchor::Middle, x, below),
        (Anchor::Start, x + UPRIGHT_GAP, below),
        (Anchor::End, x - UPRIGHT_GAP, below),
    ];
    if mark.shape == Shape::Words {
        // Under the plot, a text stands best at the right of its square.
        places.rotate_left(4);
    }
    let label = |(anchor, x, y)| Label::new(text.to_owned(), font_size, anchor, x, y);
    places.into_iter().map(label).collect()
}
