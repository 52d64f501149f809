//! Level of detail: figures whose marks would cover each other share one mark, so that the number of marks depends
//! on the size of the drawing and not on the number of figures. No mark is moved aside.

use super::scene::Glyph;

/// Closer than this in time and value, in pixels, two marks coincide.
const NEAR: Nearness = Nearness { x: 3.0, y: 6.0 };
/// The most marks of a drawing. Where there would be more, those further apart coincide, too.
pub(super) const MAX_MARKS: usize = 240;
/// The most cells in either direction.
const MAX_CELLS: usize = 2048;

/// Within which distances marks coincide.
#[derive(Clone, Copy)]
struct Nearness {
    x: f64,
    y: f64,
}

/// Groups the figures whose marks would coincide, by their indices. Groups and figures are in the order of time.
pub(super) fn group_coinciding(glyphs: &[Glyph]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..glyphs.len()).collect();
    let x_of = |index: &usize| glyphs.get(*index).map_or(0.0, |glyph| glyph.at.x);
    if !order.is_sorted_by(|one, other| x_of(one) <= x_of(other)) {
        order.sort_by(|one, other| x_of(one).total_cmp(&x_of(other)));
    }
    let mut near = NEAR;
    loop {
        let groups = group_within(glyphs, &order, near);
        if groups.len() <= MAX_MARKS {
            return groups;
        }
        near = Nearness { x: near.x * 2.0, y: near.y * 2.0 };
    }
}

/// Groups with each first figure the later ones that lie near it. A grid of cells as large as `near` finds them, so
/// that the time grows with the number of figures alone.
fn group_within(glyphs: &[Glyph], order: &[usize], near: Nearness) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Glyph, Vec<usize>)> = Vec::new();
    let mut grid = Grid::new(glyphs, near);
    for index in order {
        let Some(glyph) = glyphs.get(*index) else { continue };
        let coincides =
            |group: &usize| groups.get(*group).is_some_and(|(first, _)| coincide(first, glyph, near));
        let found = grid.groups_around(glyph).find(coincides);
        if let Some((_, figures)) = found.and_then(|group| groups.get_mut(group)) {
            figures.push(*index);
        } else {
            grid.insert(glyph, groups.len());
            groups.push((*glyph, vec![*index]));
        }
    }
    groups.into_iter().map(|(_, figures)| figures).collect()
}

fn coincide(one: &Glyph, other: &Glyph, near: Nearness) -> bool {
    let (one_range, other_range) = (vertical_extent(one), vertical_extent(other));
    (one.at.x - other.at.x).abs() < near.x
        && (one_range.0 - other_range.0).abs() < near.y
        && (one_range.1 - other_range.1).abs() < near.y
}

fn vertical_extent(glyph: &Glyph) -> (f64, f64) {
    glyph.range.unwrap_or((glyph.at.y, glyph.at.y))
}

/// The groups by the cell in which their first figure stands.
struct Grid {
    near: Nearness,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<usize>>,
}

impl Grid {
    fn new(glyphs: &[Glyph], near: Nearness) -> Self {
        let largest = |length: fn(&Glyph) -> f64| glyphs.iter().map(length).fold(0.0, f64::max);
        let columns = cell_of(largest(|glyph| glyph.at.x), near.x) + 1;
        let rows = cell_of(largest(|glyph| glyph.at.y), near.y) + 1;
        Self { near, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    fn insert(&mut self, glyph: &Glyph, group: usize) {
        let cell = cell_of(glyph.at.y, self.near.y) * self.columns + cell_of(glyph.at.x, self.near.x);
        if let Some(groups) = self.cells.get_mut(cell) {
            groups.push(group);
        }
    }

    /// Returns the groups in the cell of a glyph and in the eight around it.
    fn groups_around(&self, glyph: &Glyph) -> impl Iterator<Item = usize> {
        let around = |cell: usize, count: usize| cell.saturating_sub(1)..(cell + 2).min(count);
        let columns = around(cell_of(glyph.at.x, self.near.x), self.columns);
        let rows = around(cell_of(glyph.at.y, self.near.y), self.rows);
        let cells = rows.flat_map(move |row| columns.clone().map(move |column| (row, column)));
        cells.filter_map(|(row, column)| self.cells.get(row * self.columns + column)).flatten().copied()
    }
}

fn cell_of(length: f64, cell_length: f64) -> usize {
    ((length / cell_length) as usize).min(MAX_CELLS - 1)
}
