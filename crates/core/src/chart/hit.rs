//! Which mark a pointer means, and which marks show their number.

use super::{Label, Mark, Point, Rect, Scene};

/// How much more a distance along the time axis counts than one along the value axis: people aim at a day.
const ALONG_TIME: f64 = 1.5;

impl Scene {
    /// The index of the mark nearest to a point, if there is any; the first of those equally near.
    ///
    /// Every mark is the nearest to its own [`Mark::at`].
    pub fn nearest(&self, point: Point) -> Option<usize> {
        let far = |mark: &Mark| {
            let (x, y) = ((mark.at.x - point.x) * ALONG_TIME, mark.at.y - point.y);
            x * x + y * y
        };
        let distances = self.marks.iter().map(far).enumerate();
        distances.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
    }

    /// Which marks show their number when `selected` is selected, best first: the selected, then the last and the
    /// first of each line, then the last and the first of all; each only if its label touches neither one before
    /// nor the drop line of the selected mark.
    pub fn labelled(&self, selected: Option<usize>) -> Vec<usize> {
        let mut order = Vec::new();
        order.extend(selected);
        for line in &self.lines {
            order.push(line.ends.1);
        }
        for line in &self.lines {
            order.push(line.ends.0);
        }
        order.extend([self.marks.len().saturating_sub(1), 0]);
        let mut chosen: Vec<usize> = Vec::new();
        let mut taken: Vec<Rect> = Vec::new();
        let drop_line =
            selected.and_then(|index| self.marks.get(index)).and_then(|mark| mark.drop_line(self));
        for index in order {
            let label = self.marks.get(index).and_then(|mark| mark.label.as_ref());
            let Some(rect) = label.map(Label::rect) else { continue };
            let crossed = Some(index) != selected && drop_line.is_some_and(|line| line.touches(&rect));
            if !crossed && !chosen.contains(&index) && taken.iter().all(|other| !other.touches(&rect)) {
                chosen.push(index);
                taken.push(rect);
            }
        }
        chosen
    }
}

impl Mark {
    fn drop_line(&self, scene: &Scene) -> Option<Rect> {
        let bottom = self.at.y.max(scene.plot.bottom());
        self.day.map(|x| Rect::from_sides((x - 1.0, x + 1.0), (self.at.y, bottom)))
    }
}
