//! What never happens, whatever the figures and the size.

use std::sync::LazyLock;

use figure_tracker_core::chart::{Label, Rect, Scene};
use figure_tracker_core::dataset::{Event, Figure, Metric, Qualifier, Status};
use figure_tracker_core::date::Day;
use proptest::prelude::*;

use super::help::{event, figure, labels, metric, of, range, scene, with, words};

static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    vec![
        "",
        "a",
        "dozens",
        "Protests begin",
        "Parliament hearing",
        "the city and the region together",
        "死者",
        "قتلى في المدينة",
    ]
});

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (0..300_i32).prop_map(f64::from),
        2 => (4300..4600_i32).prop_map(f64::from),
        1 => (-50..50_i32).prop_map(f64::from),
        1 => 0.0..2.0_f64,
        1 => Just(1e12),
        1 => Just(38.6e9),
        1 => any::<f64>(),
    ]
}

fn said() -> impl Strategy<Value = String> {
    let near = (18_993..19_400_i32).prop_map(|day| Day::from_number(day).to_string());
    let same = Just("2022-03-14".to_owned());
    let far = (-20_000..40_000_i32).prop_map(|day| Day::from_number(day).to_string());
    let odd = prop::sample::select(vec![
        "",
        "2022",
        "2022-01",
        "2022-01-15?",
        "2022~",
        "../2022-01-15",
        "2022-01-15/..",
        "2022-01-10/2022-02-14",
        "-4000",
        "9999-12-31",
        "202X",
    ]);
    prop_oneof![6 => near, 4 => same, 1 => far, 4 => odd.prop_map(str::to_owned)]
}

fn one() -> impl Strategy<Value = Figure> {
    let text = prop::sample::select(WORDS.clone());
    (value(), value(), said(), 0..10_u8, 0..8_u8, 0..4_u8, text).prop_map(
        |(a, b, said, kind, status, scope, text)| {
            let figure = match kind {
                0 => range("r", a.min(b), a.max(b), &said),
                1 => words("w", text, &said),
                2 => Figure { qualifier: Qualifier::MoreThan, ..figure("m", a, &said) },
                3 => Figure { qualifier: Qualifier::UpTo, ..figure("u", a, &said) },
                _ => figure("f", a, &said),
            };
            let figure = if status == 0 { with(Status::Denied, figure) } else { figure };
            match scope {
                0 => of("city", figure),
                1 => of("the city and the region together", figure),
                _ => figure,
            }
        },
    )
}

fn some() -> impl Strategy<Value = Metric> {
    let few = prop::collection::vec(one(), 0..14);
    let many = prop::collection::vec(one(), 60..90);
    prop_oneof![8 => few, 1 => many].prop_map(metric)
}

fn happened() -> impl Strategy<Value = Vec<Event>> {
    let label = prop::sample::select(WORDS.clone());
    let day = (18_980..19_300_i32).prop_map(|day| Day::from_number(day).to_string());
    prop::collection::vec((day, label).prop_map(|(day, label)| event(&day, label)), 0..7)
}

fn drawn() -> impl Strategy<Value = Scene> {
    (some(), happened(), 240.0..1200.0_f64, 120.0..600.0_f64)
        .prop_map(|(metric, events, width, height)| scene(&metric, &events, width, height))
}

/// Every straight piece of a path of `M`, `H` and `V`.
fn pieces(path: &str) -> Vec<Rect> {
    let mut pieces = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(char::is_alphabetic).map_or(rest.len(), |end| end + 1);
        let numbers: Vec<f64> = rest[1..end].split(' ').map(|number| number.parse().unwrap()).collect();
        let to = match command {
            'M' => (numbers[0], numbers[1]),
            'H' => (numbers[0], y),
            'V' => (x, numbers[0]),
            other => panic!("{other} in {path}"),
        };
        if command != 'M' {
            pieces.push(Rect::from_sides((x, to.0), (y, to.1)).expand(1.0));
        }
        (x, y) = to;
        rest = &rest[end..];
    }
    pieces
}

/// The selections to try: none, and a handful of marks.
fn selections(scene: &Scene) -> Vec<Option<usize>> {
    let figures: usize = scene.marks.iter().map(|mark| mark.figures.len()).sum();
    let step = figures / 5 + 1;
    (0..figures).step_by(step).map(Some).chain([None]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_two_labels_touch_and_none_leaves_the_drawing(scene in drawn()) {
        let whole = Rect { left: 0.0, top: 0.0, width: scene.width, height: scene.height };
        for selected in selections(&scene) {
            let labels = labels(&scene, selected);
            for (index, (kind, label)) in labels.iter().enumerate() {
                prop_assert!(label.rect().is_within(&whole), "{kind} {label:?}");
                for (other, rival) in &labels[index + 1..] {
                    let room = label.rect().expand(-0.05);
                    prop_assert!(!room.touches(&rival.rect()), "{kind} {label:?} and {other} {rival:?}");
                }
            }
        }
    }

    #[test]
    fn no_number_and_no_name_touches_a_line_or_a_mark(scene in drawn()) {
        let lines = scene.lines.iter().flat_map(|line| [&line.path, &line.tail]);
        let mut taken: Vec<Rect> = lines.flat_map(|path| pieces(path)).collect();
        let disc = |at: &figure_tracker_core::chart::Mark| Rect::from_sides((at.at.x, at.at.x), (at.at.y, at.at.y)).expand(scene.radius);
        taken.extend(scene.marks.iter().map(disc));
        let named = scene.lines.iter().filter_map(|line| line.label.as_ref());
        let numbers = scene.marks.iter().filter_map(|mark| mark.label.as_ref());
        for label in named.chain(numbers).chain(&scene.tail) {
            prop_assert!(taken.iter().all(|rect| !rect.touches(&label.rect())), "{label:?}");
        }
    }

    #[test]
    fn no_number_stands_nearer_to_another_mark(scene in drawn()) {
        for mark in scene.marks.iter().filter(|mark| mark.range.is_none()) {
            let Some(rect) = mark.label.as_ref().map(Label::rect) else { continue };
            for other in &scene.marks {
                prop_assert!(rect.distance_to(mark.at) <= rect.distance_to(other.at) + 0.2, "{rect:?}");
            }
        }
    }

    #[test]
    fn every_mark_can_be_reached(scene in drawn()) {
        for mark in &scene.marks {
            let nearest = scene.nearest(mark.at).map(|index| scene.marks[index].at);
            prop_assert_eq!(nearest, Some(mark.at));
        }
    }

    #[test]
    fn everything_is_a_number_within_the_drawing(scene in drawn()) {
        let xs = scene.marks.iter().flat_map(|mark| {
            let whisker = mark.whisker.map(|whisker| [whisker.left, whisker.right]).into_iter().flatten();
            [mark.at.x].into_iter().chain(whisker)
        });
        let xs = xs.chain(scene.time_ticks.iter().map(|tick| tick.at)).chain(scene.events.iter().map(|event| event.x));
        for x in xs {
            prop_assert!((0.0..=scene.width).contains(&x), "{x}");
        }
        let ys = scene.marks.iter().flat_map(|mark| {
            [mark.at.y].into_iter().chain(mark.range.map(|(a, b)| [a, b]).into_iter().flatten())
        });
        for y in ys.chain(scene.value_ticks.iter().map(|tick| tick.at)) {
            prop_assert!((0.0..=scene.height).contains(&y), "{y}");
        }
        for path in scene.lines.iter().flat_map(|line| [&line.path, &line.tail]) {
            prop_assert!(path.chars().all(|letter| "MHV .0123456789".contains(letter)), "{path}");
        }
    }

    #[test]
    fn a_size_without_sense_is_drawn_all_the_same(metric in some(), width: f64, height: f64) {
        let scene = scene(&metric, &[], width, height);
        prop_assert!((120.0..=4000.0).contains(&scene.width) && (90.0..=4000.0).contains(&scene.height));
        let figures: usize = scene.marks.iter().map(|mark| mark.figures.len()).sum();
        prop_assert_eq!(figures, metric.figures.len());
    }
}
