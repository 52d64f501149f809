//! The tree of parts.

use figure_tracker_core::localize::Localizer;
use figure_tracker_core::views::{PartRow, PartTree, count_parts, shorten_part_names};

use super::{bundled, dataset_of, edge, figure, sum};
use figure_tracker_core::dataset::{self, Dataset};

/// The rows, indented: `scope` or `metric`, and a failing sum as it is told.
fn outline(dataset: &Dataset, metric: &str, scope: Option<&str>) -> Vec<String> {
    let localizer = Localizer::for_language("en");
    let tree = PartTree::new(dataset, dataset.place_of_metric(metric).unwrap(), scope);
    let row = |row: &PartRow| match row {
        PartRow::Part(part) => {
            let name = part.key.scope.clone();
            let name = name.unwrap_or_else(|| dataset.metrics[part.key.metric].id.clone());
            ">".repeat(part.depth) + &name
        }
        PartRow::FailingSum { whole, parts, depth } => {
            ">".repeat(*depth) + &localizer.describe_sum_difference(dataset, whole, parts)
        }
    };
    tree.rows.iter().map(row).collect()
}

#[test]
fn each_part_stands_under_the_narrowest_that_contains_it() {
    assert_eq!(
        outline(&bundled(), "deaths", None),
        [
            "almaty",
            ">almaty-assailants",
            ">almaty-inquiry",
            ">>almaty-gunshot",
            ">>almaty-stab",
            ">>almaty-other-injuries",
            "regions-assailants",
            "civilians",
            ">civilians-almaty",
            ">civilians-almaty-region",
            ">civilians-taraz",
            "officers",
            "139 + 63 + 20 + 19 = 241, 11 too many",
        ]
    );
}

#[test]
fn a_part_has_parts_of_its_own_and_something_above_it() {
    let dataset = bundled();
    assert_eq!(
        outline(&dataset, "deaths", Some("almaty-inquiry")),
        ["almaty-gunshot", "almaty-stab", "almaty-other-injuries"]
    );
    let deaths = dataset.place_of_metric("deaths").unwrap();
    let above = |scope| PartTree::new(&dataset, deaths, Some(scope)).above.unwrap().scope;
    assert_eq!(above("almaty-inquiry").as_deref(), Some("almaty"));
    assert_eq!(above("almaty").as_deref(), Some("country"));
    assert_eq!(PartTree::new(&dataset, deaths, None).above, None);
}

#[test]
fn parts_may_be_other_metrics_with_parts_of_their_own() {
    let dataset = bundled();
    let rows = outline(&dataset, "victims", None);
    assert!(rows.contains(&"country".to_owned()), "{rows:?}");
    assert!(rows.iter().any(|row| row.starts_with(">>")), "{rows:?}");
}

#[test]
fn a_scope_that_nothing_contains_comes_last() {
    let figures = [
        figure("all", "a", "all", 10, "2022-01-01", ""),
        figure("all-2", "a", "all", 12, "2022-01-02", ""),
        figure("part", "a", "part", 4, "2022-01-01", ""),
        figure("alone", "a", "alone", 3, "2022-01-01", ""),
    ];
    let dataset = dataset_of(&figures, &[edge("part_of", "part", "all")]);
    assert_eq!(outline(&dataset, "a", None), ["part", "alone"]);
}

#[test]
fn scopes_that_contain_one_another_are_listed_once() {
    let figures = [
        figure("all", "a", "all", 10, "2022-01-01", ""),
        figure("x", "a", "x", 4, "2022-01-01", ""),
        figure("y", "a", "y", 4, "2022-01-01", ""),
        figure("x-2", "a", "x", 5, "2022-02-01", ""),
        figure("y-2", "a", "y", 3, "2022-02-01", ""),
    ];
    let dataset = dataset_of(&figures, &[edge("part_of", "x", "y"), edge("part_of", "y-2", "x-2")]);
    assert_eq!(outline(&dataset, "a", Some("x")), ["y"]);
    let all = outline(&dataset, "a", None);
    let mut names: Vec<_> = all.iter().map(|row| row.trim_start_matches('>')).collect();
    names.sort_unstable();
    assert_eq!(names, ["x", "y"]);
}

#[test]
fn a_sum_that_makes_less_says_so() {
    let figures = [
        figure("whole", "a", "whole", 10, "2022-01-01", ""),
        figure("x", "a", "x", 4, "2022-01-01", ""),
        figure("y", "a", "y", 3, "2022-01-01", ""),
    ];
    let dataset = dataset_of(&figures, &[sum("whole", &["x", "y"], false)]);
    assert_eq!(outline(&dataset, "a", Some("whole")), ["x", "y", "4 + 3 = 7, 3 too few"]);
}

#[test]
fn two_thousand_parts_are_found_in_the_order_of_their_sum() {
    let ids: Vec<String> = (0..2000).map(|at| format!("p{at:04}")).collect();
    let mut figures: Vec<_> =
        ids.iter().map(|id| figure(id, "a", &format!("s{id}"), 1, "2022-01-01", "")).collect();
    figures.push(figure("whole", "a", "whole", 2000, "2022-01-01", ""));
    let parts: Vec<&str> = ids.iter().rev().map(String::as_str).collect();
    let dataset = dataset_of(&figures, &[sum("whole", &parts, true)]);
    let rows = outline(&dataset, "a", None);
    assert_eq!((rows.len(), rows[0].as_str()), (2000, "sp1999"));
}

#[test]
fn names_lose_what_their_whole_says_already() {
    let short = |whole: &str, names: &[&str]| shorten_part_names(whole, names).join(" | ");
    assert_eq!(
        short("Almaty, unclear", &["Almaty, unclear: gunshot", "Almaty, unclear: stab wounds, burns"]),
        "gunshot | stab wounds, burns"
    );
    assert_eq!(short("Almaty city", &["Almaty, assailants", "Almaty, unclear"]), "assailants | unclear");
    assert_eq!(short("Country", &["Police and soldiers", "Police"]), "Police and soldiers | Police");
    assert_eq!(short("Алматы", &["Алматы: стариктер", "Алматы: балалар"]), "стариктер | балалар");
    assert_eq!(short("A", &["A, ", "A, x"]), "A,  | A, x");
}

#[test]
fn the_parts_are_counted_as_the_tree_lists_them() {
    let mut with_parts = 0;
    let everything = dataset::read(include_str!("../../../../../tests/data/everything.json")).unwrap();
    for dataset in [bundled(), everything] {
        for (place, metric) in dataset.metrics.iter().enumerate() {
            let count = count_parts(&dataset, place);
            assert_eq!(count, PartTree::new(&dataset, place, None).parts().count(), "{}", metric.id);
            with_parts += usize::from(count > 0);
        }
    }
    assert!(with_parts > 3, "{with_parts}");
}
