//! The timeline of a figure that was said once.

use figure_tracker_core::chart::{Anchor, Timeline, place_timeline};
use figure_tracker_core::dataset;
use figure_tracker_core::localize::locale_for_tag;

/// The timeline of the first of some figures, each given by the day on which it was said.
fn timeline(days: &[&str]) -> Timeline {
    let figures = days.iter().enumerate().map(|(index, day)| {
        let said = if day.is_empty() { "null".to_owned() } else { format!("\"{day}\"") };
        format!(r#"{{"id":"f{index}","metric":"m","value":1,"said":{said},"sources":["s"]}}"#)
    });
    let figures = figures.collect::<Vec<_>>().join(",");
    let json = format!(
        r#"{{"format":1,"id":"x","title":"X","language":"en","units":[{{"id":"u","label":"u"}}],
        "sources":[{{"id":"s"}}],"metrics":[{{"id":"m","label":"M","unit":"u"}}],"figures":[{figures}]}}"#
    );
    let dataset = dataset::read(&json).unwrap();
    let figure = dataset.figure("f0").unwrap();
    place_timeline(&dataset, figure, locale_for_tag("en-GB").as_ref())
}

fn labels(timeline: &Timeline) -> Vec<&str> {
    timeline.days.iter().filter_map(|day| day.label.as_ref()).map(|(text, _)| &**text).collect()
}

#[test]
fn the_figure_stands_at_its_day_among_the_others_of_the_record() {
    let timeline = timeline(&["2022-03-14", "2022-01-15", "2023-01-05"]);
    assert_eq!(labels(&timeline), ["14 Mar 2022", "5 Jan 2023"]);
    let own: Vec<bool> = timeline.days.iter().map(|day| day.is_own).collect();
    assert_eq!(own, [true, false, false]);
    assert_eq!(timeline.mark, Some(timeline.days[0].at));
    let [own, last, first] = [0, 1, 2].map(|place: usize| timeline.days[place].at);
    let share = (own - first) / (last - first);
    assert!((share - 58.0 / 355.0).abs() < 1e-9, "to scale: {share}");
}

#[test]
fn no_label_leaves_the_drawing_or_touches_another_and_its_own_day_comes_first() {
    let timeline = timeline(&["2022-01-16", "2022-01-15", "2022-01-17", "2023-01-05"]);
    assert_eq!(labels(&timeline), ["16 Jan 2022", "5 Jan 2023"]);
    let anchors: Vec<Anchor> =
        timeline.days.iter().filter_map(|day| day.label.as_ref().map(|label| label.1)).collect();
    assert_eq!(anchors, [Anchor::Start, Anchor::End]);
}

#[test]
fn a_record_of_one_day_has_it_in_the_middle() {
    assert_eq!(timeline(&["2022-01-15"]).mark, Some(0.5));
}

#[test]
fn a_figure_without_a_date_has_no_mark() {
    let timeline = timeline(&["", "2022-01-15"]);
    assert_eq!((timeline.mark, timeline.days.len()), (None, 1));
}
