//! Rows into a file that is there: what is new is added, what differs is mended and listed, the rest stays.

use figure_tracker_core::dataset::format;
use figure_tracker_editing::json;
use figure_tracker_editing::spreadsheet::Changes;

use super::{empty, merged};

const HEAD: &str =
    "metric,value,said_on,speaker,role,scope,outlet,published_on,url,archived_url,status,note\n";
const ROWS: &str = "deaths,225,2022-01-15,Shalabaev,Head,country,One,2022-01-16,https://one.example/a,https://archive.example/a,,\n\
    deaths,230,2022-03-14,Asylov,PG,country,Two,2022-03-14,https://two.example/b,https://archive.example/b,,first note\n\
    injured,4353,2022-01-15,Shalabaev,Head,,One,2022-01-16,https://one.example/a,https://archive.example/a,,\n";

fn base() -> format::Dataset {
    merged(&empty(), &format!("{HEAD}{ROWS}")).0
}

/// The base with one text replaced in its sheet, and what came of importing that.
#[track_caller]
fn edited(from: &str, to: &str) -> (format::Dataset, Changes) {
    assert!(ROWS.contains(from));
    merged(&base(), &format!("{HEAD}{}", ROWS.replacen(from, to, 1)))
}

fn notes(data: &format::Dataset) -> Vec<String> {
    let note = |c: &format::Correction| {
        let text = c.note.entries().next().unwrap().1.to_owned();
        format!("{} {}: {text}", c.date, c.figure.clone().unwrap_or_default())
    };
    data.corrections.iter().map(note).collect()
}

#[test]
fn the_same_sheet_again_changes_nothing() {
    let (after, changes) = merged(&base(), &format!("{HEAD}{ROWS}"));
    assert_eq!(after, base());
    assert!(changes.is_empty());
    assert_eq!((changes.same, changes.left.len()), (3, 0));
}

#[test]
fn new_rows_are_added_behind_what_is_there() {
    let (after, changes) =
        merged(&base(), &format!("{HEAD}deaths,227,2022-01-20,Shalabaev,Head,country,One,2022-01-21,,,,\n"));
    assert_eq!(
        after.figures.iter().map(|f| f.id.as_str()).collect::<Vec<_>>(),
        [
            "deaths-country-2022-01-15-225",
            "deaths-country-2022-03-14-230",
            "injured-2022-01-15-4353",
            "deaths-country-2022-01-20-227",
        ]
    );
    assert_eq!(changes.added.len(), 1);
    assert_eq!(changes.left.len(), 3);
    assert!(notes(&after).is_empty());
    assert_eq!(after.edition, Some(super::day().into()));
}

#[test]
fn a_changed_number_is_an_edit_of_the_same_figure() {
    let (after, changes) = edited("deaths,225", "deaths,226");
    assert_eq!((changes.added.len(), changes.left.len(), changes.same), (0, 0, 2));
    assert_eq!(after.figures[0].id, "deaths-country-2022-01-15-225");
    assert_eq!(after.figures[0].value.unwrap().to_string(), "226");
    assert_eq!(notes(&after), ["2024-05-02 deaths-country-2022-01-15-225: value: “225” changed to “226”"]);
}

#[test]
fn a_changed_cell_of_any_column_is_an_edit() {
    let id = "2024-05-02 deaths-country-2022-01-15-225";
    for (from, to, note) in [
        ("2022-01-15,Shal", "2022-01-14,Shal", format!("{id}: said_on: “2022-01-15” changed to “2022-01-14”")),
        ("Shalabaev,Head,c", "Asylov,Head,c", format!("{id}: speaker: “shalabaev” changed to “asylov”")),
        ("Head,c", "Deputy,c", format!("{id}: role: “Head” changed to “Deputy”")),
        ("country", "whole", format!("{id}: scope: “country” changed to “whole”")),
        ("225", ">225", format!("{id}: qualifier: “exact” changed to “more_than”")),
        ("first note", "second note", "2024-05-02 deaths-country-2022-03-14-230: note: “first note” changed to “second note”".to_owned()),
        (",,first note", ",superseded,first note", "2024-05-02 deaths-country-2022-03-14-230: status: “stands” changed to “superseded”".to_owned()),
        ("https://two.example/b", "https://two.example/c", "2024-05-02 deaths-country-2022-03-14-230: source two-2022-03-14: url: “https://two.example/b” changed to “https://two.example/c”".to_owned()),
        ("Two,2022-03-14", "Two,2022-03-15", "2024-05-02 deaths-country-2022-03-14-230: source two-2022-03-14: published_on: “2022-03-14” changed to “2022-03-15”".to_owned()),
    ] {
        let (after, changes) = edited(from, to);
        assert_eq!(notes(&after), [note], "{from} {to}");
        assert_eq!((changes.added.len(), changes.left.len(), changes.changed.len()), (0, 0, 1), "{from} {to}");
        assert_eq!(after.sources.len(), 2);
    }
}

#[test]
fn another_document_of_the_same_statement_is_a_source_and_no_correction() {
    let (after, changes) =
        merged(&base(), &format!("{HEAD}deaths,225,2022-01-15,Shalabaev,,country,Three,2022-01-15,,,,\n"));
    assert_eq!(
        after.figures[0].sources.iter().map(|s| s.source.as_str()).collect::<Vec<_>>(),
        ["three-2022-01-15", "one-2022-01-16"]
    );
    assert!(notes(&after).is_empty());
    assert_eq!((changes.added.len(), changes.changed.len()), (0, 1));
}

#[test]
fn an_archived_copy_that_is_added_is_no_correction() {
    let mut before = base();
    before.sources[0].archived = None;
    let (after, changes) = merged(&before, &format!("{HEAD}{ROWS}"));
    assert_eq!(after.sources, base().sources);
    assert!(notes(&after).is_empty());
    assert_eq!(changes.changed[0].noun, "source");
}

#[test]
fn an_empty_cell_leaves_what_is_in_the_file() {
    let sheet = "metric,value,said_on,speaker,scope,outlet,published_on,url\n\
        deaths,225,2022-01-15,Shalabaev,country,One,2022-01-16,https://one.example/a\n\
        deaths,230,2022-03-14,Asylov,country,,,\n";
    let (after, changes) = merged(&base(), sheet);
    assert_eq!(after, base());
    assert_eq!(changes.same, 2);
}

#[test]
fn a_later_number_of_the_same_document_is_a_new_figure_where_the_old_one_is_still_there() {
    let (after, changes) =
        merged(&base(), &format!("{HEAD}{ROWS}{}", ROWS.lines().next().unwrap().replace("225", "226")));
    assert_eq!((after.figures.len(), changes.added.len(), changes.changed.len()), (4, 1, 0));
}

#[test]
fn the_same_number_in_another_scope_is_no_edit_in_a_sheet_of_additions() {
    let row = ROWS.lines().next().unwrap().replace("country", "officers");
    let (after, changes) = merged(&base(), &format!("{HEAD}{row}\n"));
    assert_eq!((after.figures.len(), changes.added.len(), changes.changed.len()), (4, 1, 0));
}

#[test]
fn a_column_that_is_filled_in_later_is_no_new_figure() {
    let bare = ROWS.replace("country", "");
    let (before, _) = merged(&empty(), &format!("{HEAD}{bare}"));
    let (after, changes) = merged(&before, &format!("{HEAD}{ROWS}"));
    assert_eq!((changes.added.len(), changes.changed.len(), changes.left.len()), (0, 2, 0));
    assert_eq!(after.figures[0].scope.as_deref(), Some("country"));
}

#[test]
fn a_changed_label_group_or_unit_of_a_metric_is_an_edit() {
    let (after, _) = merged(
        &base(),
        "metric,metric_label,group,unit,value,said_on,speaker\ninjured,Wounded,People,people,4353,2022-01-15,Shalabaev\n",
    );
    assert_eq!(
        notes(&after),
        [
            "2024-05-02 : metric injured: metric_label: “injured” changed to “Wounded”; group: “people” added; unit: “injured” changed to “people”"
        ]
    );
    assert_eq!(after.metrics[1].label, "Wounded".into());
}

#[test]
fn what_an_editor_wrote_by_hand_stays() {
    let text = json::write_dataset(&base());
    let (head, tail) = text.split_once("\"metrics\"").unwrap();
    let tail = tail.replacen(
        "\"label\": \"deaths\",",
        "\"label\": {\"kk\": \"Қаза\", \"en\": \"deaths\"},   \"definition\": \"All of them\",",
        1,
    );
    let text = [head, "\"metrics\"", &tail].concat();
    let text = text
        .replacen("\"value\": 225,", "\"value\":   225, \"quote\": \"two hundred\",\n\n      \"as_of\": null,", 1)
        .replace("\n  ]\n}\n", "\n  ],\n  \"relations\": [{ \"type\": \"revises\",\n    \"from\": \"deaths-country-2022-03-14-230\", \"to\": \"deaths-country-2022-01-15-225\" }],\n  \"events\": []\n}\n");
    let before = json::read_dataset(&text).unwrap();
    let rows =
        ROWS.replace("Head,c", "Deputy,c") + "deaths,240,2022-04-01,Asylov,PG,country,Two,2022-04-01,,,,\n";
    let (after, _) = merged(&before, &format!("{HEAD}{rows}"));
    let written = json::edit_dataset(&text, &after);
    assert_eq!(json::read_dataset(&written).unwrap(), after);
    // Taking out what was written gives the file as it was.
    let new = "\n    {\n      \"id\": \"deaths-country-2022-04-01-240\",";
    let start = written.find(new).unwrap();
    let end = written[start..].find("\n    }").unwrap() + start + 6;
    let undone = [&written[..start - 1], &written[end..]].concat();
    let undone = undone.replacen("\"office\": \"Deputy\"", "\"office\": \"Head\"", 1);
    let kept = undone.split("  \"corrections\"").next().unwrap();
    assert!(
        kept.contains("\"label\": {\"kk\": \"Қаза\", \"en\": \"deaths\"},   \"definition\": \"All of them\"")
    );
    assert!(kept.contains("\"value\":   225, \"quote\": \"two hundred\",\n\n      \"as_of\": null,"));
    assert!(kept.contains("[{ \"type\": \"revises\",\n    \"from\""));
}

#[test]
fn a_file_changes_only_in_the_lines_that_differ() {
    let text = json::write_dataset(&base());
    let before = json::read_dataset(&text).unwrap();
    let (after, _) = merged(&before, &format!("{HEAD}{}", ROWS.replace("first note", "second note")));
    let written = json::edit_dataset(&text, &after);
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(&text), lines(&written));
    let added: Vec<&String> = new.iter().filter(|line| !old.contains(line)).collect();
    assert_eq!(
        added,
        [
            "      \"note\": \"second note\"",
            "  ],",
            "  \"corrections\": [",
            "    {",
            "      \"date\": \"2024-05-02\",",
            "      \"figure\": \"deaths-country-2022-03-14-230\",",
            "      \"note\": \"note: “first note” changed to “second note”\"",
        ]
        .iter()
        .filter(|line| !old.contains(&(**line).to_owned()))
        .collect::<Vec<_>>()
    );
}

#[test]
fn a_correction_in_a_data_set_of_another_language_says_that_it_is_english() {
    let before = format::Dataset { language: "kk".to_owned(), ..base() };
    let (after, _) = merged(&before, &format!("{HEAD}{}", ROWS.replace("first note", "x")));
    let note = serde_json::to_string(&after.corrections[0].note).unwrap();
    assert_eq!(note, r#"{"en":"note: “first note” changed to “x”"}"#);
}

#[test]
fn a_name_in_another_language_or_spelling_is_the_same_person() {
    let mut before = base();
    before.speakers[0].spellings.push("Shalabayev".to_owned());
    before.speakers[1].name = format::Text::Tagged(vec![
        ("kk".to_owned(), "Асылов".to_owned()),
        ("en".to_owned(), "Asylov".to_owned()),
    ]);
    let rows = ROWS.replace("Shalabaev", "Shalabayev").replace("Asylov", "Асылов");
    assert_eq!(merged(&before, &format!("{HEAD}{rows}")).0, before);
}
