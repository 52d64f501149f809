//! Where labels can still go: what is taken, and what is better spared.

use super::frame::Frame;
use super::step::Track;
use super::{Label, Mark, Point, Rect, marks};

/// Half the width of a step line and of the air beside it.
const STROKE: f64 = 2.0;

/// Marks closer than this stand together.
const TOGETHER: f64 = 12.0;
/// How many times as far a label is from other marks as from its own, at least.
const CLEARLY: f64 = 1.4;

/// The room for labels.
pub(crate) struct Room {
    /// Where labels may stand.
    pub(crate) inside: Rect,
    /// The radius of a mark.
    pub(crate) radius: f64,
    marks: Vec<Point>,
    taken: Vec<Rect>,
    spared: Vec<Rect>,
}

impl Room {
    /// All the room that marks and lines leave.
    pub(crate) fn new(frame: &Frame, marks: &[Mark], tracks: &[Track]) -> Self {
        let outlines = marks.iter().map(|mark| marks::outline(mark, frame.radius).grown(1.0));
        let strokes = tracks.iter().flat_map(Track::segments);
        let strokes = strokes.map(|(a, b)| Rect::from_sides((a.x, b.x), (a.y, b.y)).grown(STROKE));
        let taken = outlines.chain(strokes).collect();
        let middles = marks.iter().map(|mark| mark.at).collect();
        let mut room =
            Self { inside: frame.inside(), radius: frame.radius, marks: middles, taken, spared: Vec::new() };
        let whiskers = marks.iter().filter_map(|mark| mark.whisker.map(|x| (x, mark.at.y)));
        room.spare(whiskers.map(|(x, y)| Rect::from_sides(x, (y, y)).grown(STROKE)));
        room.spare(frame.column.iter().map(|column| frame.upright(column.1)));
        room
    }

    /// Takes the room of labels.
    pub(crate) fn take<'a>(&mut self, labels: impl IntoIterator<Item = &'a Label>) {
        self.taken.extend(labels.into_iter().map(Label::rect));
    }

    /// Gives the room of labels back.
    pub(crate) fn leave<'a>(&mut self, labels: impl IntoIterator<Item = &'a Label>) {
        for label in labels {
            let rect = label.rect();
            self.taken.retain(|taken| *taken != rect);
        }
    }

    /// Names room to be used last.
    pub(crate) fn spare(&mut self, rects: impl IntoIterator<Item = Rect>) {
        self.spared.extend(rects);
    }

    /// Whether a label is so much nearer to its own mark than to any other that nobody takes it for another's.
    /// Of marks that stand together it is enough that none is nearer.
    pub(crate) fn belongs(&self, label: &Label, own: &Point) -> bool {
        let rect = label.rect();
        let far = rect.distance(own);
        let clear = |mark: &Point| {
            let together = (mark.x - own.x).hypot(mark.y - own.y) < TOGETHER;
            rect.distance(mark) + 0.1 > if together { far } else { far * CLEARLY }
        };
        self.marks.iter().all(clear)
    }

    /// The first of these labels that touches nothing, or nothing but what is better spared.
    pub(crate) fn first_free(&self, labels: &[Label]) -> Option<Label> {
        let clear = |rect: &Rect, of: &[Rect]| of.iter().all(|other| !other.touches(rect));
        let free = |label: &&Label| label.rect().within(&self.inside) && clear(&label.rect(), &self.taken);
        let free: Vec<&Label> = labels.iter().filter(free).collect();
        let best = free.iter().find(|label| clear(&label.rect(), &self.spared));
        best.or(free.first()).map(|label| (*label).clone())
    }
}
