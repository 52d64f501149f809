//! What does not grow with the number of figures, and what grows no faster.

use std::time::{Duration, Instant};

use figure_tracker_core::chart::{Axes, ChartRelations, LayoutOptions, Point, Scene, layout};
use figure_tracker_core::dataset::{Figure, Metric};
use figure_tracker_core::date::Day;

use super::help::{TEXTS, event, figure, metric, of};

/// So many figures of three scopes, a day apart, going up and down.
fn many(count: usize) -> Metric {
    let make = |index: usize| {
        let day = Day::from_number(i32::try_from(index / 10).unwrap()).to_string();
        let value = (index * 7919 % 1000) as f64;
        let figure = Figure { id: index.to_string(), ..figure("", value, &day) };
        if index.is_multiple_of(3) { of("city", figure) } else { of("country", figure) }
    };
    metric((0..count).map(make).collect())
}

/// Lays a metric out, and counts how many numbers are written for labels.
fn lay_out(metric: &Metric) -> (Scene, usize) {
    let written = std::cell::Cell::new(0);
    let amount = |figure: &Figure| {
        written.set(written.get() + 1);
        figure.id.clone()
    };
    let texts = figure_tracker_core::chart::ChartTexts { amount: &amount, ..TEXTS };
    let events: Vec<_> =
        (0..2000).map(|day| event(&Day::from_number(day).to_string(), "Something")).collect();
    let relations = &ChartRelations::of_metric(metric, &[]);
    let options = LayoutOptions {
        width: 360.0,
        height: 270.0,
        texts,
        span: None,
        events: &events,
        relations,
        from_zero: false,
        axes: Axes::default(),
    };
    let scene = layout(metric, &options);
    (scene, written.get())
}

#[test]
fn what_is_drawn_does_not_grow_with_the_number_of_figures() {
    for count in [1_000, 10_000, 30_000] {
        let (scene, written) = lay_out(&many(count));
        assert!(scene.marks.len() <= 240, "{count}: {} marks", scene.marks.len());
        assert!(written <= 240, "{count}: {written} numbers were written");
        let path = scene.lines.iter().map(|line| line.path.len()).max().unwrap();
        // About ten commands a column of pixels, of six characters each.
        assert!(path < 360 * 10 * 6, "{count}: a path of {path} characters");
        assert!(scene.events.len() < 3600, "{count}: {} events", scene.events.len());
    }
}

#[test]
fn every_figure_is_reached_however_many_there_are() {
    let (scene, _) = lay_out(&many(10_000));
    let mut reached = vec![false; 10_000];
    for figure in scene.marks.iter().flat_map(|mark| &mark.figures) {
        reached[*figure] = true;
    }
    assert!(reached.into_iter().all(|reached| reached));
    for figure in [0, 4_999, 9_999] {
        let shown = scene.mark_showing(figure, "").unwrap();
        assert!(shown.figures.contains(&figure));
        assert_eq!(Some(shown.at), scene.point_of(figure));
    }
}

#[test]
fn the_nearest_mark_is_the_one_that_a_search_of_all_finds() {
    let (scene, _) = lay_out(&many(10_000));
    for x in 0..36 {
        let point = Point { x: f64::from(x) * 10.0, y: f64::from(x * 7 % 27) * 10.0 };
        let distance = |index: usize| {
            let at = scene.marks[index].at;
            ((at.x - point.x) * 1.5).hypot(at.y - point.y)
        };
        let least = (0..scene.marks.len()).map(distance).fold(f64::INFINITY, f64::min);
        assert!((distance(scene.nearest(point).unwrap()) - least).abs() < 1e-9);
    }
}

/// The shortest of three times that a layout takes.
fn time(metric: &Metric) -> Duration {
    let once = || {
        let start = Instant::now();
        lay_out(metric);
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap()
}

#[test]
fn sixteen_times_the_figures_take_less_than_sixty_times_as_long() {
    let (few, more) = (many(2_000), many(32_000));
    let ratio = time(&more).as_secs_f64() / time(&few).as_secs_f64();
    // In proportion it would be 16 times, square 256.
    assert!(ratio < 60.0, "{ratio} times as long");
}

#[test]
fn a_dense_line_covers_the_pixels_of_all_its_figures() {
    let (scene, _) = lay_out(&many(10_000));
    let line = scene.lines.iter().find(|line| line.subject).unwrap();
    let heights = |figures: &[usize]| -> (f64, f64) {
        let heights = figures.iter().map(|figure| scene.point_of(*figure).unwrap().y);
        heights.fold((f64::INFINITY, 0.0), |(top, bottom), y| (top.min(y), f64::max(bottom, y)))
    };
    let of_line: Vec<usize> = (0..10_000_usize).filter(|index| !index.is_multiple_of(3)).collect();
    let all = heights(&of_line);
    for height in [all.0, all.1] {
        let text = figure_tracker_core::chart::format_length(height);
        assert!(
            line.path.contains(&format!("V{text}")) || line.path.contains(&format!(" {text}")),
            "{height}"
        );
    }
}
