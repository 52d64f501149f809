//! Which rows are one figure, and which document they are from.

use super::{fresh, wrong};
use figure_tracker_core::dataset::format;

const HEAD: &str =
    "metric,value,said_on,speaker,role,institution,outlet,published_on,url,archived_url,status,note\n";

/// The documents of a figure.
fn sources(figure: &format::Figure) -> String {
    figure.sources.iter().map(|source| source.source.as_str()).collect::<Vec<_>>().join(" ")
}

/// The figures of a sheet, a line each: value, sources, status, notes.
fn figures(rows: &str) -> Vec<String> {
    let data = fresh(&format!("{HEAD}{rows}"));
    let text = |text: &Option<format::Text>| {
        text.as_ref().map_or(String::new(), |text| text.entries().next().unwrap().1.to_owned())
    };
    let line = |f: &format::Figure| {
        let status = serde_json::to_value(f.status).unwrap();
        format!(
            "{} [{}] {} note={:?} why={:?} by={:?}",
            f.value.unwrap(),
            sources(f),
            status.as_str().unwrap(),
            text(&f.note),
            text(&f.status_note),
            f.status_source.clone().unwrap_or_default()
        )
    };
    data.figures.iter().map(line).collect()
}

#[test]
fn one_statement_through_two_outlets_is_one_figure_with_two_sources() {
    let rows = "m,225,2022-01-15,A,PG,Office,Two,2022-01-17,,,,\nm,225,2022-01-15,A,,,One,2022-01-16,,,,\n";
    assert_eq!(figures(rows), ["225 [one-2022-01-16 two-2022-01-17] stands note=\"\" why=\"\" by=\"\""]);
}

#[test]
fn another_number_day_speaker_scope_or_qualifier_is_another_figure() {
    for other in [
        "m,226,2022-01-15,A",
        "m,225,2022-01-16,A",
        "m,225,2022-01-15,B",
        "m,225,2022-01-15,",
        "n,225,2022-01-15,A",
        "m,>225,2022-01-15,A",
    ] {
        let rows = format!("m,225,2022-01-15,A,,,One,2022-01-16,,,,\n{other},,,One,2022-01-16,,,,\n");
        assert_eq!(figures(&rows).len(), 2, "{other}");
    }
    let data = fresh("metric,scope,value,url\nm,a,1,https://a.example/\nm,b,1,https://a.example/\n");
    assert_eq!(data.figures.len(), 2);
}

#[test]
fn the_same_number_is_the_same_however_it_is_typed() {
    assert_eq!(figures("m,\"4,500\",2022-01-15,A,,,One,,,,,\nm,4500.0,15.01.2022,A,,,Two,,,,,\n").len(), 1);
}

#[test]
fn an_institution_tells_statements_apart_where_nobody_is_named() {
    assert_eq!(
        figures("m,5,2022,,,WHO,One,,,,,\nm,5,2022,,,Ministry,One,,,,,\nm,5,2022,,,,One,,,,,\n").len(),
        3
    );
    assert_eq!(figures("m,5,2022,A,,WHO,One,,,,,\nm,5,2022,A,,,Two,,,,,\n").len(), 1);
    assert_eq!(figures("m,5,2022,A,Premier,,One,,,,,\nm,5,2022,A,President,,Two,,,,,\n").len(), 2);
}

#[test]
fn different_notes_of_one_statement_are_both_kept() {
    let rows = "m,5,2022,A,,,One,,,,,first\nm,5,2022,A,,,Two,,,,,second\nm,5,2022,A,,,Three,,,,,first\n";
    assert_eq!(figures(rows), ["5 [one two three] stands note=\"first\\nsecond\" why=\"\" by=\"\""]);
}

#[test]
fn a_source_is_its_address_else_its_outlet_and_date() {
    let sources = |rows: &str| {
        let data = fresh(&format!("{HEAD}{rows}"));
        data.sources.iter().map(|source| source.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(sources("m,1,,,,,One,2022-01-16,,,,\nm,2,,,,,One,2022-01-16,,,,\n"), ["one-2022-01-16"]);
    assert_eq!(sources("m,1,,,,,One,2022-01-16,,,,\nm,2,,,,,One,2022-01-17,,,,\n").len(), 2);
    assert_eq!(
        sources("m,1,,,,,One,2022-01-16,https://one.example/a,,,\nm,2,,,,,,,https://one.example/a,,,\n"),
        ["one-2022-01-16"]
    );
    assert_eq!(sources("m,1,,,,,,2022-01-16,https://one.example/a,,,\n"), ["one-example-2022-01-16"]);
    assert_eq!(sources("m,1,,,,,,2022-01-16,,,,\n"), ["unnamed-2022-01-16"]);
    // One address that is updated daily is one document for each day.
    let daily = sources(
        "m,1,,,,,One,2022-01-16,https://one.example/a,,,\nm,2,,,,,One,2022-01-17,https://one.example/a,,,\n",
    );
    assert_eq!(daily, ["one-2022-01-16", "one-2022-01-17"]);
    // Two documents of one outlet on one day.
    let two = sources(
        "m,1,,,,,One,2022-01-16,https://one.example/a,,,\nm,2,,,,,One,2022-01-16,https://one.example/b,,,\n",
    );
    assert!(two[0] == "one-2022-01-16" && two[1].starts_with("one-2022-01-16-"), "{two:?}");
}

#[test]
fn a_document_is_its_address_its_outlet_and_its_day_together() {
    let shared = |rows: &str| {
        let data = fresh(&format!("{HEAD}{rows}"));
        data.sources.iter().map(|source| source.id.clone()).collect::<Vec<_>>()
    };
    let page = "https://landing.example/";
    assert_eq!(
        shared(&format!("m,1,,,,,One,2022-01-16,{page},,,\nm,2,,,,,Two,2022-01-16,{page},,,\n")),
        ["one-2022-01-16", "two-2022-01-16"]
    );
    // An empty cell says nothing.
    assert_eq!(
        shared(&format!("m,1,,,,,One,2022-01-16,{page},,,\nm,2,,,,,,2022-01-16,{page},,,\n")),
        ["one-2022-01-16"]
    );
    assert_eq!(
        shared(&format!(
            "m,1,,,,,One,2022-01-16,{page},,,\nm,2,,,,,Two,2022-01-17,{page},,,\nm,3,,,,,One,,{page},,,\n"
        )),
        ["one-2022-01-16", "two-2022-01-17"]
    );
}

#[test]
fn rows_about_one_document_agree() {
    let row = |value: u8, copy: &str| {
        format!("m,{value},,,,,One,2022-01-16,https://one.example/a,https://archive.example/{copy},,\n")
    };
    assert_eq!(
        wrong(&format!("{HEAD}{}{}", row(1, "a"), row(2, "b"))),
        "row 3, column archived_url: `archived_url` differs from row 2 about the same document; one document has one; write the same in both rows\n"
    );
}

#[test]
fn a_label_that_differs_between_rows_is_a_warning_and_the_first_stays() {
    let sheet =
        "metric,metric_label,value,url\nm,Deaths,1,https://a.example/\nm,Killed,2,https://a.example/\n";
    assert_eq!(fresh(sheet).metrics[0].label, "Deaths".into());
    assert_eq!(
        wrong(sheet),
        "row 3, column metric_label: `metric_label` is `Killed`, but `Deaths` in row 2 of the same metric; the first stays\n"
    );
}

#[test]
fn what_joins_another_row_says_so() {
    let row = "m,5,2022,A,,,One,2022-01-16,https://one.example/a,,,\n";
    assert_eq!(
        wrong(&format!("{HEAD}{row}{row}")),
        "row 3: the row says the same as row 2, from the same document; both rows are one figure\n"
    );
    let bare = format!("{HEAD}{row}m,5,2022,A,,,,,,,,\n");
    assert!(wrong(&bare).starts_with(
        "row 3: the row says the same as row 2, and names no document; both rows are one figure\n"
    ));
    // It is exported as a row of its own.
    let data = fresh(&bare);
    assert_eq!(sources(&data.figures[0]), "one-2022-01-16 unnamed");
    assert_eq!(figure_tracker_editing::spreadsheet::export(&data, b',').lines().count(), 3);
}

#[test]
fn a_row_without_any_document_is_taken_with_a_warning() {
    let data = fresh("metric,value\nm,1\nm,2\n");
    assert_eq!(data.figures.iter().map(sources).collect::<Vec<_>>(), ["unnamed", "unnamed"]);
    assert_eq!(
        wrong("metric,value\nm,1\n"),
        "row 2: the row names no document; give its `url`, or its `outlet` and `published_on`; until then it is entered as an unnamed document\n"
    );
}

#[test]
fn a_status_takes_its_note_and_document_from_its_row() {
    assert_eq!(
        figures("m,5,2022,A,,,One,,,,disputed,Nobody else says so\n"),
        ["5 [one] disputed note=\"\" why=\"Nobody else says so\" by=\"one\""]
    );
    assert_eq!(
        figures(
            "m,5,2022,A,,,One,,,,retracted,He took it back\nm,5,2022,A,,,Two,,,,retracted,He took it back\n"
        ),
        ["5 [one two] retracted note=\"\" why=\"He took it back\" by=\"one\""]
    );
    assert_eq!(
        figures("m,5,2022,A,,,One,,,,,Said on the phone\nm,5,2022,A,,,Two,,,,retracted,He took it back\n"),
        ["5 [one] retracted note=\"Said on the phone\" why=\"He took it back\" by=\"two\""]
    );
    assert_eq!(
        figures("m,5,2022,A,,,One,,,,superseded,\n"),
        ["5 [one] superseded note=\"\" why=\"\" by=\"\""]
    );
}

#[test]
fn a_doubt_without_reason_is_refused() {
    assert_eq!(
        wrong(&format!("{HEAD}m,5,2022,A,,,One,,,,disputed,\n")),
        "row 2, column note: `note` is empty; a figure that is corrected, disputed, denied or retracted needs a note that says why\n"
    );
    assert!(wrong(&format!("{HEAD}m,5,2022,A,,,,,,,disputed,Why\n")).contains("the row names no document"));
    assert!(
        wrong(&format!("{HEAD}m,5,2022,A,,,One,,,,disputed,Why\nm,5,2022,A,,,Two,,,,denied,Why\n"))
            .contains("a statement has one status")
    );
}

#[test]
fn several_sheets_are_read_as_one() {
    let sheets: [&[u8]; 2] = [
        b"metric,value,said_on,outlet\nm,5,2022,One\n",
        b"outlet;said_on;value;metric\nTwo;2022;5;m\nTwo;2023;6;m\n",
    ];
    let data = figure_tracker_editing::spreadsheet::import(
        &sheets,
        &figure_tracker_editing::spreadsheet::ReadOptions::default(),
        super::empty(),
        super::day(),
        &|_| {},
    )
    .dataset
    .unwrap();
    assert_eq!(data.figures.iter().map(sources).collect::<Vec<_>>(), ["one two", "two"]);
}

#[test]
fn a_metric_is_a_running_total_a_level_or_an_amount_by_its_unit() {
    let data = fresh(
        "metric,value,unit,url\na,1,people,https://a.example/\nb,1,%,https://a.example/\nc,1,EUR,https://a.example/\n",
    );
    let kinds: Vec<_> = data.metrics.iter().map(|m| serde_json::to_value(m.kind).unwrap()).collect();
    assert_eq!(kinds, ["running_total", "level", "amount"]);
}
