//! From figures to a scene: geometry as literal paths.

mod carried_in;
pub(crate) mod help;
mod imports;
mod never;
mod pictures;
mod scale_up;
mod text;

use figure_tracker_core::chart::{
    Axes, ChartRelations, EventRule, LayoutOptions, Line, Mark, Point, Scene, Shape, Tick, Whisker, layout,
};
use figure_tracker_core::dataset::{Edge, Figure, Qualifier, Relation, Status};

use self::help::{TEXTS, drawn, drawn_related, event, figure, metric, of, range, scene, with, words};

/// Lines as `scope: path tail`.
fn check_lines(figures: Vec<Figure>, expected: &[&str]) {
    check_related_lines(figures, &[], expected);
}

/// Lines of figures that are related.
fn check_related_lines(figures: Vec<Figure>, edges: &[(Edge, &str, &str)], expected: &[&str]) {
    let scene = drawn_related(figures, edges);
    let line =
        |line: &Line| format!("{}: {} ~ {}", line.scope.as_deref().unwrap_or("-"), line.path, line.tail);
    let lines: Vec<String> = scene.lines.iter().map(line).collect();
    assert_eq!(lines, expected);
}

/// The mark of the figure at an index of the metric.
fn mark_of(scene: &Scene, figure: usize) -> &Mark {
    &scene.marks[scene.mark_of(figure).unwrap()]
}

#[test]
fn the_line_holds_until_the_next_figure_and_then_steps() {
    check_lines(
        vec![
            figure("a", 100.0, "2022-01-01"),
            figure("b", 200.0, "2022-01-11"),
            figure("c", 150.0, "2022-01-21"),
        ],
        &["-: M14 151H163V24H312V87.5 ~ M312 87.5H400"],
    );
}

#[test]
fn a_second_figure_on_the_same_day_is_not_joined_to_the_first() {
    check_lines(
        vec![
            figure("a", 100.0, "2022-01-01"),
            figure("b", 200.0, "2022-01-11"),
            figure("c", 300.0, "2022-01-11"),
        ],
        &["-: M14 193.3H312V108.7 ~ M312 24H400"],
    );
}

#[test]
fn a_revision_on_the_same_day_steps_without_moving_right() {
    check_related_lines(
        vec![
            figure("a", 100.0, "2022-01-01"),
            figure("b", 200.0, "2022-01-11"),
            figure("c", 300.0, "2022-01-11"),
        ],
        &[(Edge::Revises, "c", "b")],
        &["-: M14 193.3H312V108.7V24 ~ M312 24H400"],
    );
}

#[test]
fn figures_whose_days_overlap_are_joined_only_by_a_revision() {
    let figures = || vec![figure("a", 100.0, "../2022-01-11"), figure("b", 200.0, "2022-01-11")];
    check_lines(figures(), &["-:  ~ M163 24H400"]);
    check_related_lines(figures(), &[(Edge::Revises, "b", "a")], &["-: M163 151V24 ~ M163 24H400"]);
    let spans =
        vec![figure("a", 100.0, "2022-01-01/2022-01-11"), figure("b", 200.0, "2022-01-10/2022-01-21")];
    check_lines(spans, &["-: M163 151H312 ~ M312 24H400"]);
}

#[test]
fn two_sides_of_a_contradiction_are_not_joined() {
    check_related_lines(
        vec![figure("a", 200.0, "2022-01-01"), figure("b", 150.0, "2022-01-11")],
        &[(Edge::Contradicts, "b", "a")],
        &["-: M43.6 24H312 ~ M312 87.5H400"],
    );
}

#[test]
fn what_is_not_comparable_is_no_fall() {
    check_related_lines(
        vec![
            figure("a", 200.0, "2022-01-01"),
            figure("b", 150.0, "2022-01-11"),
            figure("c", 100.0, "2022-01-21"),
        ],
        &[(Edge::NotComparable, "b", "a")],
        &["-: M43.6 24H177.8M177.8 87.5H312V151 ~ M312 151H400"],
    );
}

#[test]
fn a_sum_told_again_in_another_currency_is_no_step() {
    check_related_lines(
        vec![figure("a", 200.0, "2022-01-01"), figure("b", 190.0, "2022-01-11")],
        &[(Edge::Converted, "b", "a")],
        &["-: M43.6 24H312 ~ M312 24H400"],
    );
}

#[test]
fn a_figure_that_repeats_another_is_no_step() {
    check_related_lines(
        vec![
            figure("a", 200.0, "2022-01-01"),
            figure("b", 190.0, "2022-01-11"),
            figure("c", 200.0, "2022-01-21"),
        ],
        &[(Edge::Repeats, "b", "a")],
        &["-: M43.6 24H312 ~ M312 24H400"],
    );
}

#[test]
fn a_figure_that_says_the_same_again_is_no_corner() {
    check_lines(
        vec![
            figure("a", 200.0, "2022-01-01"),
            figure("b", 200.0, "2022-01-11"),
            figure("c", 200.0, "2022-01-21"),
        ],
        &["-: M43.6 24H312 ~ M312 24H400"],
    );
}

#[test]
fn a_single_figure_is_no_line_but_has_a_tail() {
    check_lines(vec![figure("a", 200.0, "2022-01-01")], &["-:  ~ M163 24H400"]);
}

#[test]
fn each_scope_has_its_own_line() {
    check_lines(
        vec![
            of("city", figure("a", 100.0, "2022-01-01")),
            of("country", figure("b", 200.0, "2022-01-11")),
            of("city", figure("c", 150.0, "2022-01-21")),
        ],
        &["city: M14 151H312V87.5 ~ M312 87.5H400", "country:  ~ M163 24H400"],
    );
}

#[test]
fn the_line_passes_by_struck_figures_but_holds_until_the_last_of_them() {
    check_lines(
        vec![
            figure("a", 100.0, "2022-01-01"),
            with(Status::Denied, figure("b", 180.0, "2022-01-11")),
            figure("c", 150.0, "2022-01-21"),
            with(Status::Retracted, figure("d", 200.0, "2022-01-31")),
        ],
        &["-: M14 151H212.7V87.5H312 ~ M312 87.5H400"],
    );
}

#[test]
fn a_superseded_figure_is_a_part_of_the_line() {
    check_lines(
        vec![
            with(Status::Superseded, figure("a", 100.0, "2022-01-01")),
            with(Status::Corrected, figure("b", 200.0, "2022-01-31")),
        ],
        &["-: M14 151H312V24 ~ M312 24H400"],
    );
}

#[test]
fn a_range_breaks_the_line() {
    check_lines(
        vec![
            figure("a", 100.0, "2022-01-01"),
            figure("b", 120.0, "2022-01-05"),
            range("c", 150.0, 250.0, "2022-01-11"),
            figure("d", 180.0, "2022-01-21"),
            figure("e", 200.0, "2022-01-31"),
        ],
        &["-: M14 176.4H53.7V156.1H113.3M212.7 95.1H312V74.8 ~ M312 74.8H400"],
    );
}

#[test]
fn after_a_range_there_is_no_tail() {
    check_lines(
        vec![figure("a", 100.0, "2022-01-01"), range("b", 150.0, 200.0, "2022-01-31")],
        &["-: M14 151H312 ~ "],
    );
}

#[test]
fn words_and_undated_figures_are_not_joined() {
    check_lines(
        vec![
            figure("u", 50.0, ""),
            figure("a", 100.0, "2022-01-01"),
            words("w", "dozens", "2022-01-11"),
            figure("b", 200.0, "2022-01-31"),
        ],
        &["-: M103.8 140H312V24 ~ M312 24H400"],
    );
}

#[test]
fn struck_figures_alone_are_no_line() {
    check_lines(vec![with(Status::Disputed, figure("a", 100.0, "2022-01-01"))], &[]);
}

#[test]
fn no_middle_of_a_range_is_drawn() {
    let scene = drawn(vec![range("a", 100.0, 200.0, "2022-01-01")]);
    assert_eq!((scene.lines.len(), scene.marks[0].shape), (0, Shape::Range));
    assert_eq!(scene.marks[0].range, Some((24.0, 151.0)));
}

#[test]
fn the_shape_says_how_exact_a_number_claims_to_be() {
    use Qualifier::{About, Almost, AtLeast, AtMost, Exact, LessThan, MoreThan, UpTo};
    let shape = |qualifier| drawn(vec![Figure { qualifier, ..figure("a", 5.0, "2022") }]).marks[0].shape;
    assert_eq!([Exact].map(shape), [Shape::Exact]);
    assert_eq!([MoreThan, AtLeast].map(shape), [Shape::AtLeast; 2]);
    assert_eq!([LessThan, AtMost, UpTo].map(shape), [Shape::AtMost; 3]);
    assert_eq!([About, Almost].map(shape), [Shape::About; 2]);
}

#[test]
fn one_end_of_a_range_is_a_limit_and_not_joined() {
    let low = Figure { value: None, low: Some(help::decimal(7.0).into()), ..figure("a", 0.0, "2022-01-01") };
    let high =
        Figure { value: None, high: Some(help::decimal(9.0).into()), ..figure("b", 0.0, "2022-01-05") };
    let scene = drawn(vec![low, high]);
    assert_eq!([scene.marks[0].shape, scene.marks[1].shape], [Shape::AtLeast, Shape::AtMost]);
    assert_eq!(scene.lines, []);
}

#[test]
fn words_stand_in_a_lane_under_the_plot() {
    let scene = drawn(vec![words("w", "dozens", "2022-01-05"), figure("a", 5.0, "2022-01-01")]);
    let mark = mark_of(&scene, 1);
    assert_eq!(mark.shape, Shape::Words);
    assert!(mark.at.y > scene.plot.bottom());
    assert_eq!(mark.label.as_ref().unwrap().text, "dozens");
}

#[test]
fn undated_figures_stand_in_a_column_of_their_own() {
    let scene = drawn(vec![figure("u", 50.0, ""), figure("a", 100.0, "2022-01-01")]);
    let column = scene.undated.clone().unwrap();
    assert!(mark_of(&scene, 0).at.x < column.x && column.x < mark_of(&scene, 1).at.x);
    assert_eq!(column.label.unwrap().text, "Undated");
}

#[test]
fn without_undated_figures_there_is_no_column() {
    assert_eq!(drawn(vec![figure("a", 100.0, "2022-01-01")]).undated, None);
}

/// The whisker of the second figure, relative to its day: left, right, whether it is open. The first is from
/// 5 December.
fn check_whisker(said: &str, expected: Option<(f64, f64, bool)>) {
    let scene = drawn(vec![figure("a", 100.0, "2021-12-05"), figure("b", 200.0, said)]);
    let mark = mark_of(&scene, 1);
    let relative = |whisker: Whisker| {
        let round = |length: f64| (length * 10.0).round() / 10.0;
        (round(whisker.left - mark.at.x), round(whisker.right - mark.at.x), whisker.open)
    };
    assert_eq!(mark.whisker.map(relative), expected, "{said}");
}

#[test]
fn a_certain_day_has_no_whisker() {
    check_whisker("2022-01-15", None);
}

#[test]
fn an_inferred_day_has_no_whisker() {
    check_whisker("2022-01-15?", None);
    check_whisker("2022-01-15~", None);
}

#[test]
fn a_mark_stands_at_the_latest_day_and_its_whisker_covers_the_rest_to_scale() {
    check_whisker("2022-01", Some((-156.8, 0.0, false)));
    check_whisker("2022-01-05/2022-01-15", Some((-72.7, 0.0, false)));
    check_whisker("2022-01-14/2022-01-15", Some((-7.3, 0.0, false)));
}

#[test]
fn an_open_start_reaches_to_the_left_edge_of_the_time_shown() {
    let scene = drawn(vec![figure("a", 164.0, "../2022-01-15"), figure("b", 225.0, "2022-03-14")]);
    let mark = mark_of(&scene, 0);
    assert_eq!(mark.whisker, Some(Whisker { left: 2.0, right: mark.at.x, open: true }));
}

#[test]
fn an_open_end_reaches_to_the_right_edge() {
    let scene = drawn(vec![figure("a", 225.0, "2022-01-14"), figure("b", 164.0, "2022-01-15/..")]);
    let mark = mark_of(&scene, 1);
    assert_eq!(mark.whisker, Some(Whisker { left: mark.at.x, right: 398.0, open: true }));
}

#[test]
fn figures_of_one_day_and_about_one_value_share_a_mark_at_that_day() {
    let said = |id, value| figure(id, value, "2022-01-15");
    let scene =
        drawn(vec![figure("d", 50.0, "2022-01-01"), said("a", 100.0), said("b", 101.0), said("c", 200.0)]);
    let figures: Vec<&[usize]> = scene.marks.iter().map(|mark| &*mark.figures).collect();
    assert_eq!(figures, [&[0][..], &[1, 2], &[3]]);
    let counts: Vec<Option<&str>> =
        scene.marks.iter().map(|mark| mark.count.as_ref().map(|label| label.text.as_str())).collect();
    assert_eq!(counts, [None, Some("×2"), None]);
    assert!([1, 2, 3].iter().all(|figure| scene.point_of(*figure).unwrap().x == 312.0));
}

#[test]
fn a_mark_of_several_figures_looks_like_the_last_or_like_the_selected_one() {
    let about = Figure { qualifier: Qualifier::About, ..figure("a", 100.0, "2022-01-15") };
    let scene = drawn(vec![figure("d", 20.0, "2022-01-01"), about, figure("b", 101.0, "2022-01-15")]);
    assert_eq!((scene.marks.len(), scene.marks[1].shape), (2, Shape::Exact));
    let shown = scene.mark_showing(1, "100").unwrap();
    assert_eq!((shown.shape, Some(shown.at)), (Shape::About, scene.point_of(1)));
    assert_eq!(shown.label.unwrap().text, "100");
}

#[test]
fn one_tap_after_the_other_reaches_every_figure_of_a_mark() {
    let said = |id| figure(id, 100.0, "2022-01-15");
    let scene = drawn(vec![said("a"), said("b"), said("c")]);
    let at = scene.marks[0].at;
    let taps = [None, Some(2), Some(1), Some(0)].map(|selected| scene.figure_at(at, selected));
    assert_eq!(taps, [Some(2), Some(1), Some(0), Some(2)]);
}

#[test]
fn no_mark_moves_in_time() {
    let figure = |index: i32| {
        let day = figure_tracker_core::date::Day::from_number(index).to_string();
        figure(&index.to_string(), f64::from(index.min(500)), &day)
    };
    let scene = drawn((0..1000).map(figure).collect());
    for mark in &scene.marks {
        assert_eq!(Some(mark.at), scene.point_of(*mark.figures.last().unwrap()));
    }
}

#[test]
fn only_what_was_denied_or_retracted_is_struck_through() {
    use Status::{Corrected, Denied, Disputed, Retracted, Stands, Superseded};
    let struck = |standing| drawn(vec![with(standing, figure("a", 5.0, "2022"))]).marks[0].struck;
    assert_eq!([Stands, Superseded, Corrected, Disputed].map(struck), [false; 4]);
    assert_eq!([Denied, Retracted].map(struck), [true; 2]);
}

#[test]
fn a_contradiction_is_bracketed_and_both_sides_look_the_same() {
    let figures =
        vec![with(Status::Disputed, figure("a", 241.0, "2022-01-01")), figure("b", 130.0, "2022-01-01")];
    let scene = drawn_related(figures, &[(Edge::Contradicts, "b", "a")]);
    let paths: Vec<&str> = scene.brackets.iter().map(|bracket| bracket.path.as_str()).collect();
    assert_eq!(paths, ["M170.5 33.1H174.5V145.9H170.5"]);
    let look = |mark: &Mark| (mark.shape, mark.struck, mark.contradicted, mark.subject);
    assert_eq!(look(&scene.marks[0]), look(&scene.marks[1]));
}

#[test]
fn the_subject_is_the_scope_that_no_other_contains() {
    let metric = metric(vec![
        of("officers", figure("a", 18.0, "2022-01-01")),
        of("officers", figure("b", 19.0, "2022-01-02")),
        of("country", figure("c", 225.0, "2022-01-03")),
        of("abroad", figure("d", 3.0, "2022-01-04")),
    ]);
    let of_country = Relation::Edge {
        kind: Edge::PartOf,
        from: metric.figures[1].clone(),
        to: metric.figures[2].clone(),
        note: None,
    };
    let subject = |relations: &[Relation]| ChartRelations::of_metric(&metric, relations).subject;
    assert_eq!(subject(&[]).as_deref(), Some("officers"));
    assert_eq!(subject(std::slice::from_ref(&of_country)).as_deref(), Some("country"));
    let lines =
        help::related_scene(&metric, &[], &ChartRelations::of_metric(&metric, &[of_country]), 400.0, 300.0);
    let subjects: Vec<bool> = lines.lines.iter().map(|line| line.subject).collect();
    assert_eq!(subjects, [false, true, false]);
}

/// The first marks that are labelled, of figures of the subject with these values and of a part with 50.
fn check_labelled(values: &[f64], expected: &[usize]) {
    let subject = |(index, value): (usize, &f64)| {
        figure(&index.to_string(), *value, &format!("2022-0{}-01", index + 1))
    };
    let mut figures: Vec<Figure> = values.iter().enumerate().map(subject).collect();
    figures.push(of("part", figure("part", 50.0, "2022-08-15")));
    let scene = scene(&metric(figures), &[], 1000.0, 400.0);
    assert_eq!(scene.labelled(None)[..expected.len()], *expected);
}

#[test]
fn the_subjects_values_are_labelled_first_up_to_six() {
    check_labelled(&[100.0, 200.0, 300.0, 400.0, 500.0, 600.0], &[5, 0, 4, 3, 2, 1, 6]);
}

#[test]
fn of_more_than_six_values_the_ends_and_the_extremes_are_labelled() {
    check_labelled(&[200.0, 300.0, 100.0, 400.0, 800.0, 500.0, 600.0, 700.0], &[7, 0, 4, 2, 8]);
}

/// Ticks of the value axis as they read.
fn check_axis(values: &[f64], expected: &str) {
    // Seven figures, for fewer have no grid.
    let figures = values
        .iter()
        .cycle()
        .take(7)
        .enumerate()
        .map(|(index, value)| figure(&index.to_string(), *value, &format!("2022-01-{:02}", index + 1)));
    let scene = drawn(figures.collect());
    let texts =
        scene.value_ticks.iter().filter_map(|tick| tick.label.as_ref()).map(|label| label.text.as_str());
    let texts: Vec<&str> = texts.collect();
    let foot = if scene.broken { "broken " } else { "" };
    assert_eq!(format!("{foot}{} {}", texts.join(" "), scene.unit), expected);
}

#[test]
fn the_value_axis_starts_at_zero() {
    check_axis(&[164.0, 225.0, 230.0], "0 100 200 300 people");
    check_axis(&[0.0], "0 1 2 people");
    check_axis(&[5.0, 5.0], "0 2 4 6 people");
}

#[test]
fn where_figures_are_few_zero_and_a_top_value_are_enough() {
    let scene = drawn(vec![figure("a", 164.0, "2022-01-01"), figure("b", 230.0, "2022-02-01")]);
    let ticks = scene.value_ticks.iter().filter_map(|tick| tick.label.as_ref());
    assert_eq!(ticks.map(|label| label.text.as_str()).collect::<Vec<_>>(), ["0", "250"]);
    assert!(scene.gridlines.is_empty());
}

#[test]
fn where_figures_were_said_on_few_days_the_ticks_stand_at_these() {
    let scene = drawn(vec![figure("a", 164.0, "2022-01-15"), figure("b", 230.0, "2022-03-14")]);
    let tick = |tick: &Tick| (tick.at, tick.label.as_ref().map(|label| label.text.clone()).unwrap());
    let ticks: Vec<(f64, String)> = scene.time_ticks.iter().map(tick).collect();
    assert_eq!(ticks, [(14.0, "15 Jan 2022".to_owned()), (312.0, "14 Mar".to_owned())]);
}

#[test]
fn an_axis_that_would_hide_the_change_is_broken() {
    check_axis(&[4353.0, 4500.0, 4578.0], "broken 4,300 4,400 4,500 4,600 people");
}

#[test]
fn what_only_different_scopes_differ_by_is_not_enlarged() {
    let axis = |figures: Vec<Figure>| {
        let scene = drawn(figures);
        (scene.broken, scene.breakable)
    };
    let small = of("small", figure("a", 38.6, "2022-03-14"));
    let all = of("all", figure("b", 37.5, "2023-01-05"));
    assert_eq!(axis(vec![small.clone(), all.clone()]), (false, false));
    assert_eq!(axis(vec![small, all, of("all", figure("c", 38.0, "2023-02-01"))]), (true, true));
}

#[test]
fn who_asks_for_zero_gets_zero() {
    let metric = metric(vec![figure("a", 4353.0, "2022-01-01"), figure("b", 4578.0, "2022-02-01")]);
    let relations = &ChartRelations::default();
    let options = LayoutOptions {
        width: 400.0,
        height: 300.0,
        texts: TEXTS,
        events: &[],
        relations,
        from_zero: true,
        axes: Axes::default(),
    };
    let scene = layout(&metric, &options);
    assert_eq!((scene.broken, scene.breakable), (false, true));
    assert_eq!(scene.value_ticks[0].at, scene.plot.bottom());
}

#[test]
fn large_numbers_are_scaled_and_the_scale_is_said_once() {
    check_axis(&[38.6e9, 12.5e9], "0 10 20 30 40 billion");
    check_axis(&[1.0, 1e12], "0 500 1,000 billion");
}

#[test]
fn negative_numbers_hang_under_zero() {
    check_axis(&[-30.0, 20.0], "−40 −20 0 20 people");
}

#[test]
fn a_chart_of_one_day_names_that_day() {
    let scene = drawn(vec![figure("a", 5.0, "2022-03-14")]);
    let labels = scene.time_ticks.iter().filter_map(|tick| tick.label.as_ref());
    let texts: Vec<&str> = labels.map(|label| label.text.as_str()).collect();
    assert_eq!(texts, ["14 Mar 2022"]);
    assert_eq!(scene.time_ticks[0].at, scene.marks[0].at.x);
}

#[test]
fn the_time_axis_has_no_ticks_under_the_tail() {
    let scene = drawn(vec![figure("a", 5.0, "2022-01-14"), figure("b", 7.0, "2022-06-14")]);
    let last = mark_of(&scene, 1).at.x;
    assert!(scene.time_ticks.iter().all(|tick| tick.at <= last), "{:?}", scene.time_ticks);
}

/// The labels of the events that are drawn, for a metric with figures from 15 January to 14 March 2022.
fn check_events(events: &[(&str, &str)], expected: &[Option<&str>]) {
    let events: Vec<_> = events.iter().map(|(date, label)| event(date, label)).collect();
    let metric = metric(vec![figure("a", 164.0, "2022-01-15"), figure("b", 230.0, "2022-03-14")]);
    let scene = scene(&metric, &events, 400.0, 300.0);
    let label = |rule: &EventRule| rule.label.as_ref().map(|label| label.text.clone());
    let drawn: Vec<Option<String>> = scene.events.iter().map(label).collect();
    assert_eq!(drawn.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
}

#[test]
fn events_within_and_just_before_the_figures_are_drawn() {
    check_events(
        &[("2021-06-01", "Long before"), ("2022-01-02", "Protests begin"), ("2022-03-15", "After")],
        &[Some("Protests begin")],
    );
}

#[test]
fn labels_of_events_stand_in_two_rows_and_then_yield() {
    check_events(
        &[("2022-02-01", "First of February"), ("2022-02-02", "Second of February"), ("2022-02-03", "Third")],
        &[Some("First of February"), Some("Second of February"), None],
    );
}

#[test]
fn several_events_of_one_day_have_one_rule() {
    let events = [("2022-02-01", "A"), ("2022-02-01", "B"), ("2022-02-01", "C"), ("2022-02-01", "D")];
    check_events(&events, &[Some("A")]);
}

#[test]
fn a_row_that_no_label_uses_takes_no_room() {
    let metric = metric(vec![figure("a", 164.0, "2022-01-15"), figure("b", 230.0, "2022-03-14")]);
    let top = |events: &[_]| scene(&metric, events, 400.0, 300.0).plot.top;
    let (first, near, far) =
        (event("2022-01-20", "First"), event("2022-01-21", "Second"), event("2022-03-01", "Third"));
    assert_eq!(top(&[]), 0.0);
    assert_eq!(top(&[first.clone(), far]), 16.0);
    assert_eq!(top(&[first, near]), 32.0);
}

#[test]
fn a_label_of_an_event_is_whole_or_absent() {
    let long = "The President addresses the nation for the second time in a week, and the nation listens";
    check_events(&[("2022-02-10", long)], &[None]);
}

#[test]
fn the_selected_mark_shows_its_number_first_then_the_ends_of_the_line() {
    let scene = drawn(vec![
        figure("a", 100.0, "2022-01-01"),
        figure("b", 200.0, "2022-02-01"),
        figure("c", 300.0, "2022-03-01"),
    ]);
    let selected = scene.mark_showing(1, "200");
    assert_eq!(scene.labelled(selected.as_ref()), [1, 2, 0]);
    assert_eq!(scene.labelled(None), [2, 0, 1]);
    assert_eq!(scene.mark_showing(99, ""), None);
}

#[test]
fn a_pointer_means_the_nearest_mark_rather_along_the_time_axis() {
    let scene = drawn(vec![figure("a", 100.0, "2022-01-01"), figure("b", 200.0, "2022-03-01")]);
    let (a, b) = (mark_of(&scene, 0).at, mark_of(&scene, 1).at);
    assert_eq!(scene.nearest(Point { x: a.x + 5.0, y: b.y }), Some(0));
    assert_eq!(scene.nearest(Point { x: b.x + 500.0, y: b.y + 500.0 }), Some(1));
}

#[test]
fn an_empty_drawing_has_no_nearest_mark() {
    assert_eq!(drawn(vec![]).nearest(Point::default()), None);
}

#[test]
fn dense_marks_are_small() {
    let figures = |count: i32| {
        let figure = |index: i32| {
            figure(&index.to_string(), 5.0, &figure_tracker_core::date::Day::from_number(index).to_string())
        };
        drawn((0..count).map(figure).collect()).radius
    };
    assert_eq!([figures(20), figures(45), figures(300)], [4.5, 3.3333333333333335, 3.0]);
}

#[test]
fn lines_are_named_only_where_there_are_several() {
    let names = |figures: Vec<Figure>| -> Vec<Option<String>> {
        drawn(figures).lines.iter().map(|line| line.label.as_ref().map(|label| label.text.clone())).collect()
    };
    let city = || of("city", figure("a", 100.0, "2022-01-01"));
    assert_eq!(names(vec![city()]), [None]);
    let country = of("country", figure("b", 200.0, "2022-01-11"));
    assert_eq!(names(vec![city(), country]), [Some("city".to_owned()), Some("country".to_owned())]);
}

/// Daily figures, so many, with what makes one special.
fn daily(count: usize, special: impl Fn(usize, Figure) -> Figure) -> Scene {
    let day = |index: usize| format!("2022-{:02}-{:02}", 1 + index / 28, 1 + index % 28);
    let value = |index: usize| 100.0 + (index * 3) as f64;
    drawn(
        (0..count)
            .map(|index| special(index, figure(&index.to_string(), value(index), &day(index))))
            .collect(),
    )
}

/// The first figures of the marks that are drawn in a long series.
fn outstanding(scene: &Scene) -> Vec<usize> {
    let drawn = (0..scene.marks.len()).filter(|mark| scene.stands_out(*mark));
    drawn.filter_map(|mark| scene.marks[mark].figures.first().copied()).collect()
}

#[test]
fn of_a_long_series_only_what_stands_out_has_a_mark() {
    let scene = daily(60, |_, figure| figure);
    assert!(scene.is_long());
    assert_eq!(outstanding(&scene), [0, 59]);
    let scene = daily(60, |index, figure| match index {
        20 => with(Status::Retracted, figure),
        30 => range("r", 150.0, 170.0, "2022-02-03"),
        _ => figure,
    });
    assert_eq!(outstanding(&scene), [0, 20, 30, 59]);
    assert!(!daily(20, |_, figure| figure).is_long());
    assert!(daily(58, |_, figure| figure).is_long(), "their marks would stand under 6 px apart");
}

#[test]
fn of_a_long_series_only_marks_that_are_drawn_have_numbers() {
    // The highest number stands in the middle.
    let scene =
        daily(
            80,
            |index, figure| {
                if index == 40 { Figure { value: Some(help::decimal(900.0)), ..figure } } else { figure }
            },
        );
    let highest = scene.mark_of(40).unwrap();
    assert!(!scene.labelled(None).contains(&highest));
    let selected = scene.mark_showing(40, "900");
    assert!(scene.labelled(selected.as_ref()).contains(&highest));
}
