//! The rows of all metrics, their filters and what they are found by.

use figure_tracker_core::dataset::Dataset;
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::{
    CountFilter, CountGroup, CountIndex, CountList, PartTree, WINDOW_LINES, cut_to_window, metric_change,
    position_at, window_around,
};

use super::{bundled, dataset_of, edge, figure, sum};

fn ids<'a>(dataset: &'a Dataset, groups: &[CountGroup]) -> Vec<&'a str> {
    groups.iter().flat_map(|group| &group.metrics).map(|metric| &*dataset.metrics[*metric].id).collect()
}

fn description(dataset: &Dataset, metric: &str) -> String {
    let place = dataset.place_of_metric(metric).unwrap();
    let parts = PartTree::new(dataset, place, None).parts().count();
    Localizer::for_language("en").describe_count(dataset, &dataset.metrics[place], parts)
}

#[test]
fn a_row_says_what_changed_and_how_many_parts_there_are() {
    let dataset = bundled();
    assert_eq!(description(&dataset, "deaths"), "164 → 230 · 12 parts");
    assert!(description(&dataset, "criminal-cases").starts_with("3,770 → 5,300"));
    assert_eq!(description(&dataset, "cameras-damaged"), "said once");
}

#[test]
fn of_rival_numbers_there_are_versions_and_no_change() {
    let figures =
        [figure("a1", "a", "", 10, "2022-01-01", "ann"), figure("a2", "a", "", 12, "2022-02-01", "bob")];
    let dataset = dataset_of(&figures, &[edge("contradicts", "a2", "a1")]);
    assert_eq!(description(&dataset, "a"), "2 versions");
    assert_eq!(CountList::new(&dataset).count(CountFilter::Changed), 0);
    assert_eq!(CountList::new(&dataset).count(CountFilter::Disputed), 1);
}

#[test]
fn a_change_is_told_only_between_what_can_be_compared() {
    let figures = [
        figure("a1", "a", "", 10, "2022-01-01", ""),
        figure("a2", "a", "", 20, "2022-02-01", ""),
        figure("a3", "a", "", 25, "2022-03-01", ""),
    ];
    let of = |relations: &[serde_json::Value]| {
        let dataset = dataset_of(&figures, relations);
        metric_change(&dataset, &dataset.metrics[0])
            .map(|(first, latest)| (first.id.clone(), latest.id.clone()))
    };
    let pair = |one: &str, other: &str| Some((one.to_owned(), other.to_owned()));
    assert_eq!(of(&[]), pair("a1", "a3"));
    assert_eq!(of(&[edge("not_comparable", "a2", "a1")]), pair("a2", "a3"));
    assert_eq!(of(&[edge("not_comparable", "a3", "a2")]), None);
    assert_eq!(of(&[edge("repeats", "a1", "a2")]), pair("a2", "a3"));
}

#[test]
fn numbers_of_one_day_are_no_change() {
    let figures = [figure("a1", "a", "", 10, "2022-01", ""), figure("a2", "a", "", 12, "2022-01-20", "")];
    let dataset = dataset_of(&figures, &[]);
    assert_eq!(metric_change(&dataset, &dataset.metrics[0]), None);
    assert_eq!(description(&dataset, "a"), "2 figures");
}

#[test]
fn a_filter_leaves_what_changed_or_what_is_disputed() {
    let dataset = bundled();
    let list = CountList::new(&dataset);
    assert_eq!(list.count(CountFilter::All), dataset.metrics.len());
    let changed = list.filtered(CountFilter::Changed);
    let changed = ids(&dataset, &changed);
    assert!(changed.contains(&"deaths") && !changed.contains(&"cameras-damaged"), "{changed:?}");
    assert_eq!(changed.len(), list.count(CountFilter::Changed));
    let disputed = list.filtered(CountFilter::Disputed);
    let mut disputed = ids(&dataset, &disputed);
    disputed.sort_unstable();
    assert_eq!(disputed, ["amnestied", "convicted", "deaths", "injured", "people-prosecuted"]);
}

#[test]
fn a_failing_sum_is_a_dispute_of_all_metrics_that_it_is_of() {
    let figures = [
        figure("a1", "a", "", 10, "2022-01-01", ""),
        figure("b1", "b", "", 4, "2022-01-01", ""),
        figure("c1", "c", "", 1, "2022-01-01", ""),
    ];
    let dataset = dataset_of(&figures, &[sum("a1", &["b1"], false)]);
    let list = CountList::new(&dataset);
    assert_eq!([0, 1, 2].map(|metric| list.is_disputed(metric)), [true, true, false]);
}

#[test]
fn those_that_changed_come_first_in_each_group() {
    let figures = [
        figure("a1", "a", "", 10, "2022-01-01", ""),
        figure("b1", "b", "", 4, "2022-01-01", ""),
        figure("b2", "b", "", 5, "2022-01-02", ""),
    ];
    let dataset = dataset_of(&figures, &[]);
    assert_eq!(ids(&dataset, &CountList::new(&dataset).filtered(CountFilter::All)), ["b", "a"]);
}

#[test]
fn a_metric_of_which_nothing_is_known_yet_is_not_listed() {
    let dataset = bundled();
    let early =
        dataset.as_known_on(figure_tracker_core::date::Date::parse("2022-02-01").unwrap().day().unwrap());
    let list = CountList::new(&early);
    assert!(list.count(CountFilter::All) > 0 && list.count(CountFilter::All) < dataset.metrics.len());
}

#[test]
fn counts_are_found_by_what_they_count_and_by_who_spoke_and_printed() {
    let mut minister = figure("b1", "b", "", 4, "2022-01-01", "ann");
    minister["office"] = "Minister of Health".into();
    let dataset = dataset_of(&[figure("a1", "a", "north", 10, "2022-01-01", "bob"), minister], &[]);
    let index = CountIndex::new(&dataset, &Localizer::for_language("en"));
    let all = CountList::new(&dataset).filtered(CountFilter::All);
    let find = |query: &str| ids(&dataset, &index.find(&all, query));
    assert_eq!(find("metric B"), ["b"]);
    assert_eq!(find("scope north"), ["a"]);
    assert_eq!(find("ann ex"), ["b"]);
    assert_eq!(find("HEALTH"), ["b"]);
    assert_eq!(find("the paper"), ["a", "b"]);
    assert_eq!(find(" "), ["a", "b"]);
    assert_eq!(find("nobody"), [""; 0]);
    assert_eq!(index.matched_text(1, "health"), Some("Minister of Health"));
    assert_eq!(index.matched_text(1, "metric"), None);
}

fn groups_of(sizes: &[usize]) -> Vec<CountGroup> {
    let mut next = 0;
    let mut group = |(place, size): (usize, &usize)| {
        let metrics = (next..next + size).collect();
        next += size;
        CountGroup { group: Some(place), metrics }
    };
    sizes.iter().enumerate().map(&mut group).collect()
}

#[test]
fn all_of_a_short_list_is_drawn() {
    assert_eq!(window_around(20, 28, WINDOW_LINES, 1), 0..28);
    let cut = cut_to_window(&groups_of(&[3, 4]), &(0..7), 1);
    assert_eq!((cut.groups.len(), cut.above, cut.below), (2, 0, 0));
}

#[test]
fn of_a_long_list_a_window_around_what_is_seen_is_drawn() {
    assert_eq!(window_around(0, 2000, WINDOW_LINES, 1), 0..28);
    assert_eq!(window_around(1000, 2000, WINDOW_LINES, 1), 980..1008);
    assert_eq!(window_around(1999, 2000, WINDOW_LINES, 1), 1972..2000);
    assert_eq!(window_around(1000, 2000, WINDOW_LINES, 2), 966..1022);
}

#[test]
fn what_is_not_drawn_keeps_its_room() {
    let groups = groups_of(&[20; 100]);
    let whole = 100 * (44 + 20 * 56);
    for (start, columns, height) in
        [(0, 1, whole), (985, 1, whole), (1960, 1, whole), (960, 2, 100 * (44 + 10 * 56))]
    {
        let cut = cut_to_window(&groups, &(start..start + 40), columns);
        let drawn: usize =
            cut.groups.iter().map(|(_, group)| group.metrics.len().div_ceil(columns) * 56).sum();
        assert_eq!(cut.above + cut.below + drawn + 44 * cut.groups.len(), height, "{start}");
        assert!(cut.groups.iter().all(|(place, group)| group.metrics[0] == *place));
    }
}

#[test]
fn rows_stay_in_their_columns_where_a_group_is_cut() {
    let cut = cut_to_window(&groups_of(&[3, 9]), &(6..10), 2);
    assert_eq!(cut.groups, [(5, CountGroup { group: Some(1), metrics: vec![5, 6, 7, 8, 9] })]);
}

#[test]
fn a_share_of_the_height_is_a_row() {
    let groups = groups_of(&[20; 100]);
    assert_eq!([0.0, 0.5, 1.0].map(|share| position_at(&groups, share, 1)), [0, 1000, 1999]);
    assert_eq!(position_at(&[], 0.5, 1), 0);
}
