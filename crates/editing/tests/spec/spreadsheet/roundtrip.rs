//! Import, export, import is a fixed point, whatever is in the cells.

use figure_tracker_core::dataset::format;
use figure_tracker_editing::spreadsheet;
use figure_tracker_editing::{diagnose_errors, json};
use proptest::prelude::*;

use super::{empty, into, merged};

const HEAD: &str = "metric,metric_label,group,unit,scope,value,low,high,words,qualifier,said_on,published_on,speaker,role,institution,outlet,url,archived_url,status,note\n";

/// Texts in any script, with everything that a cell can hold.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        3 => "[a-cA-C]{1,3}",
        2 => prop::sample::select(vec!["Қаржы министрлігі", "وزارة الصحة", "משרד", "José", "JOSE", "a, \"b\"", "two\nlines", "=1+1", "卫生部", "x;y\tz", "é", "e\u{301}", "-", "%", "USD", "12", "≈5", "null"]).prop_map(str::to_owned),
        1 => "(?s)[^\0]{1,8}",
    ]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        4 => "[0-9]{1,6}",
        1 => "[0-9]{1,3}\\.[0-9]{1,2}",
        1 => prop::sample::select(vec!["4,500", "1.2345", "≈2,000", ">10", "10-14", "up to 1.2m", "5 bn", "dozens", "12%", "0.125", "12.0", "1.2340", "-7"]).prop_map(str::to_owned),
    ]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        3 => "2022-0[1-9]-[12][0-9]",
        1 => prop::sample::select(vec!["2022", "2022-01", "2022-01-14?", "../2022-01-15", "2022-01-10/2022-01-14", "15 January 2022"]).prop_map(str::to_owned),
    ]
}

fn row() -> impl Strategy<Value = Vec<String>> {
    let pick = |list: &'static [&'static str]| prop::sample::select(list).prop_map(str::to_owned);
    (
        (
            pick(&["m", "n", "Қаза", "M"]),
            text(),
            text(),
            pick(&["", "", "people", "USD", "USD bn", "%"]),
            text(),
        ),
        (
            number(),
            pick(&["", "", "", "10"]),
            pick(&["", "", "14"]),
            text(),
            pick(&["", "", "about", "more than", "at_least"]),
        ),
        (date(), date(), text(), text(), text()),
        (
            text(),
            pick(&["", "https://a.example/1", "https://b.example/2"]),
            pick(&["", "https://archive.example/1"]),
            pick(&["", "", "superseded", "disputed", "retracted"]),
            text(),
        ),
    )
        .prop_map(|(a, b, c, d)| {
            vec![
                a.0, a.1, a.2, a.3, a.4, b.0, b.1, b.2, b.3, b.4, c.0, c.1, c.2, c.3, c.4, d.0, d.1, d.2,
                d.3, d.4,
            ]
        })
}

fn sheet_of(rows: &[Vec<String>]) -> String {
    let mut text = HEAD.to_owned();
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    text += &String::from_utf8(writer.into_inner().unwrap()).unwrap();
    text
}

/// The most rows that can be taken together: each is kept if the sheet with it has no error.
fn sound(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let mut kept: Vec<Vec<String>> = Vec::new();
    for row in rows {
        kept.push(row);
        if into(&empty(), &sheet_of(&kept)).dataset.is_none() {
            kept.pop();
        }
    }
    kept
}

#[track_caller]
fn is_fixed(csv: &str) {
    let first = merged(&empty(), csv).0;
    let out = spreadsheet::export(&first, b',');
    let second = merged(&empty(), &out).0;
    assert_eq!(json::write_dataset(&second), json::write_dataset(&first), "{csv}\n{out}");
    assert_eq!(spreadsheet::export(&second, b','), out);
    assert_eq!(spreadsheet::export(&merged(&empty(), &spreadsheet::export(&first, b';')).0, b','), out);
    let (again, changes) = merged(&first, &out);
    assert_eq!(again, first, "{out}");
    assert!(changes.is_empty());
}

#[test]
fn a_zero_at_the_end_comes_back_beside_numbers_in_a_scale() {
    let rows = "m,,,USD bn,,38.6,,,,,,,,,,,,,,\nm,,,USD,,12.0,,,,,,,,,,,,,,\n";
    is_fixed(&[HEAD, rows].concat());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn import_export_import_is_a_fixed_point(rows in prop::collection::vec(row(), 1..6)) {
        is_fixed(&sheet_of(&sound(rows)));
    }

    #[test]
    fn what_is_imported_is_written_and_read_back(rows in prop::collection::vec(row(), 1..5), more in prop::collection::vec(row(), 1..4)) {
        let before = merged(&empty(), &sheet_of(&sound(rows))).0;
        let text = json::write_dataset(&before);
        let problems = diagnose_errors(text.as_bytes());
        let read = json::read_dataset(&text).unwrap();
        prop_assert!(problems.is_empty(), "{:?}\n{}", problems, text);
        prop_assert_eq!(&read, &before);
        if let Some(after) = into(&before, &sheet_of(&more)).dataset {
            let written = json::edit_dataset(&text, &after);
            prop_assert_eq!(json::read_dataset(&written).unwrap(), after, "{}", written);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "(?s).{0,80}") {
        for bytes in [bytes, [HEAD.as_bytes(), text.as_bytes()].concat()] {
            let _ = spreadsheet::import(&[&bytes], &spreadsheet::ReadOptions::default(), empty(), super::day(), &|_| {});
        }
    }
}

#[test]
fn rows_in_canonical_form_come_back_as_they_are() {
    let csv = format!(
        "{HEAD}\
        deaths,Deaths,People,people,Country,225,,,,,2022-01-15?,2022-01-16,A,Head,Office,One,https://one.example/a,https://archive.example/a,superseded,\"a \"\"note\"\"\nin two lines\"\n\
        deaths,Deaths,People,people,Country,225,,,,,2022-01-15?,2022-01-17,A,Head,Office,Two,,,superseded,\"a \"\"note\"\"\nin two lines\"\n\
        deaths,Deaths,People,people,Country,,10,14,,,,,,,,,,,,\n\
        deaths,Deaths,People,people,Country,4500,,,,more_than,2022-01,2022-01-16,,,Ministry,One,,,,\n\
        қаза,Қаза,,адам,,,,,ондаған,,2022,2022-01-16,Асылов,,,One,,,disputed,Why\n\
        share,Share,,%,,12.0,,,,about,2022-01-10/2022-01-14,,,,,,https://x.example/,,,=1+1\n\
        loss,Loss,,USD,,1.2340,,,,,,,,,,,https://x.example/,,,\n"
    );
    assert_eq!(spreadsheet::export(&merged(&empty(), &csv).0, b','), csv);
}

#[test]
fn the_bundled_data_sets_survive_export_and_import() {
    for path in ["data.json", "tests/data/everything.json"] {
        let text = std::fs::read_to_string(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let before = json::read_dataset(&text).unwrap();
        let out = spreadsheet::export(&before, b',');
        let (after, changes) = merged(&before, &out);
        assert_eq!(after, before, "{path}");
        assert!(changes.is_empty() && changes.left.is_empty(), "{path}");
        assert_eq!(json::edit_dataset(&text, &after), text);
        let apart = merged(&format::Dataset { language: before.language.clone(), ..empty() }, &out).0;
        assert_eq!(spreadsheet::export(&apart, b',').lines().count(), out.lines().count(), "{path}");
    }
}

#[test]
fn cells_come_back_as_they_were_typed() {
    let csv = format!(
        "{HEAD}\
        gaza.killed_cum,Killed,,people,,225,,,,,,,,,,,https://x.example/,,,\n\
        loss,Loss,,USD bn,,38.6,,,,,,,,,,,https://x.example/,,,\n\
        loss,Loss,,USD bn,,,37.5,38.6,,about,2022,,,,,,https://x.example/,,,\n\
        aid,Aid,,EUR million,,1.2345,,,,,,,,,,,https://x.example/,,,\n"
    );
    let data = merged(&empty(), &csv).0;
    assert_eq!(spreadsheet::export(&data, b','), csv);
    assert_eq!(data.metrics[0].id, "gaza-killed-cum");
    assert_eq!(merged(&data, &csv).0, data);
}
