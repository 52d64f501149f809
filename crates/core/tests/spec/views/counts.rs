//! The rows of all metrics, their filters and what they are found by.

use figure_tracker_core::dataset::Dataset;
use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::{CountFilter, CountGroup, CountIndex, CountList, PartTree, metric_change};

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
    assert_eq!(description(&dataset, "homicide-cases"), "said once");
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
    assert!(changed.contains(&"deaths") && !changed.contains(&"homicide-cases"), "{changed:?}");
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
