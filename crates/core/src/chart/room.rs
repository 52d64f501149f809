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
        let mut room = Self {
            inside: frame.inside(),
            radius: frame.radius,
            marks: Vec::new(),
            taken: Vec::new(),
            spared: Vec::new(),
        };
        for mark in marks {
            room.marks.push(mark.at);
            room.taken.push(marks::outline(mark, frame.radius).grown(1.0));
            if let Some(whisker) = mark.whisker {
                room.spare(Rect::from_sides(whisker, (mark.at.y, mark.at.y)).grown(STROKE));
            }
        }
        for track in tracks {
            track.each_segment(&mut |a, b| {
                room.taken.push(Rect::from_sides((a.x, b.x), (a.y, b.y)).grown(STROKE));
            });
        }
        if let Some(column) = frame.column {
            room.spare(frame.upright(column.1));
        }
        room
    }

    /// Takes the room of a label.
    pub(crate) fn take(&mut self, label: Option<&Label>) {
        if let Some(label) = label {
            self.taken.push(label.rect());
        }
    }

    /// Gives the room of a label back.
    pub(crate) fn leave(&mut self, label: Option<&Label>) {
        if let Some(label) = label {
            let rect = label.rect();
            self.taken.retain(|taken| *taken != rect);
        }
    }

    /// Names room to be used last.
    pub(crate) fn spare(&mut self, rect: Rect) {
        self.spared.push(rect);
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
