//! Ids from texts: readable, stable, and the same in whatever order the rows stand.

use figure_tracker_editing::spreadsheet::id_of;

use super::{fresh, merged};

#[test]
fn an_id_is_the_text_in_its_own_script() {
    for (text, id) in [
        ("Berik Asylov", "berik-asylov"),
        ("Prosecutor General's Office", "prosecutor-generals-office"),
        ("Kasim-Yomart Tokáyev", "kasim-yomart-tokayev"),
        ("Łódź & Straße", "lodz-strasse"),
        ("İstanbul", "istanbul"),
        ("Қаржы министрлігі", "қаржы-министрлігі"),
        ("Йошкар-Ола", "йошкар-ола"),
        ("وزارة الصحة", "وزارة-الصحة"),
        ("משרד הבריאות", "משרד-הבריאות"),
        ("स्वास्थ्य मंत्रालय", "स्वास्थ्य-मंत्रालय"),
        ("卫生部", "卫生部"),
        ("deaths", "deaths"),
        ("  a  b ", "a-b"),
    ] {
        assert_eq!(id_of(text), id);
    }
    assert_eq!(id_of("e\u{301}"), id_of("\u{e9}"));
    assert_eq!(id_of("и\u{306}"), "й");
}

#[test]
fn a_text_without_letters_has_an_id_too() {
    assert_eq!(id_of("!!!"), id_of("!!!"));
    assert_ne!(id_of("!!!"), id_of("???"));
    let data = fresh("metric,url,value,speaker\nm,https://a.example/,1,★\n");
    assert!(data.speakers[0].id.starts_with("speaker-"), "{}", data.speakers[0].id);
}

#[test]
fn a_very_long_text_has_a_short_id_and_keeps_its_letters() {
    let long = "word ".repeat(40_000);
    let data = fresh(&format!("metric,url,value,speaker\nm,https://a.example/,1,\"{long}\"\n"));
    assert_eq!(data.speakers[0].name, long.trim().into());
    assert!(data.speakers[0].id.chars().count() <= 60);
}

#[test]
fn texts_that_would_share_an_id_keep_apart_in_any_order() {
    let row = |name: &str, number: u32| format!("m,https://a.example/,{number},{name}\n");
    let names = ["Jose", "José", "jose", "JOSE"];
    let ids = |order: &[usize]| -> Vec<String> {
        let rows: String = order.iter().map(|i| row(names[*i], 1 + *i as u32)).collect();
        let data = fresh(&format!("metric,url,value,speaker\n{rows}"));
        let id = |name: &str| data.speakers.iter().find(|s| s.name == name.into()).unwrap().id.clone();
        names.iter().map(|name| id(name)).collect()
    };
    let first = ids(&[0, 1, 2, 3]);
    assert_eq!(first, ids(&[3, 2, 1, 0]));
    assert_eq!(first[2], "jose");
    assert!(first[0].starts_with("jose-") && first[1].starts_with("jose-") && first[0] != first[1]);
}

#[test]
fn an_id_stays_when_a_later_sheet_brings_a_text_that_would_take_it() {
    let (before, _) = merged(&super::empty(), "metric,url,value,speaker\nm,https://a.example/,1,José\n");
    assert_eq!(before.speakers[0].id, "jose");
    let (after, _) = merged(
        &before,
        "metric,url,value,speaker\nm,https://a.example/,1,José\nm,https://a.example/,2,Jose\n",
    );
    assert_eq!(after.speakers[0].id, "jose");
    assert!(after.speakers[1].id.starts_with("jose-"));
}

#[test]
fn a_figure_is_named_by_what_when_and_how_many() {
    let rows = [
        ("deaths,officers,19,,,2022-01-15,", "deaths-officers-2022-01-15-19"),
        ("deaths,officers,164,,,../2022-01-15,", "deaths-officers-before-2022-01-15-164"),
        ("deaths,officers,4500,,,2022-01-15?,more_than", "deaths-officers-2022-01-15-more-than-4500"),
        (
            "deaths,officers,,10,14,2022-01-10/2022-01-14,",
            "deaths-officers-2022-01-10-to-2022-01-14-10-to-14",
        ),
        ("deaths,officers,38.6,,,,", "deaths-officers-undated-38.6"),
        ("deaths,officers,-3,,,2022,", "deaths-officers-2022-minus-3"),
    ];
    for (row, id) in rows {
        let data =
            fresh(&format!("metric,scope,value,low,high,said_on,qualifier,url\n{row},https://a.example/\n"));
        assert_eq!(data.figures[0].id, id);
    }
}

#[test]
fn a_metric_is_found_by_its_id_or_its_label() {
    let data = fresh(
        "metric,metric_label,url,value\ndeaths,People killed,https://a.example/,1\nPeople killed,,https://a.example/,2\n",
    );
    assert_eq!(data.metrics.len(), 1);
    let (after, _) = merged(&data, "metric,url,value\nPeople killed,https://a.example/,3\n");
    assert_eq!((after.metrics.len(), after.figures.len()), (1, 3));
}

#[test]
fn an_id_is_its_own_id_also_where_it_was_made_longer_than_a_text_makes_it() {
    let name = |end: &str| format!("{} {end}", "a long name of a thing that is counted ".repeat(2));
    for (one, other) in [
        (name("here"), name("there")),
        ("очень длинное имя ".repeat(5) + "раз", "очень длинное имя ".repeat(5) + "два"),
    ] {
        let row = |metric: &str| format!("{metric},https://a.example/,1\n");
        let data = fresh(&format!("metric,url,value\n{}{}", row(&one), row(&other)));
        let ids: Vec<&str> = data.metrics.iter().map(|metric| metric.id.as_str()).collect();
        let again = fresh(&format!("metric,url,value\n{}{}", row(ids[0]), row(ids[1])));
        assert_eq!(again.metrics.iter().map(|metric| metric.id.as_str()).collect::<Vec<_>>(), ids);
    }
}
