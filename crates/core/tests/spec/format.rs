//! The file as structs: what is read is written again, with the keys in the order of the format.

use figure_tracker_core::dataset::format::{Dataset, Figure, FigureSource, Metric, Relation, Unit};
use figure_tracker_core::decimal::Decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Checks that JSON is read and written again just as it was.
#[track_caller]
fn check<T: Serialize + DeserializeOwned>(json: &str) -> T {
    let read: T = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    read
}

#[track_caller]
fn refused<T: DeserializeOwned>(json: &str, message: &str) {
    let error = serde_json::from_str::<T>(json).err().unwrap().to_string();
    assert!(error.starts_with(message), "{error}");
}

#[test]
fn the_data_sets_of_this_repository_are_read_and_written_without_loss() {
    for text in [
        include_str!("../../../../data.json"),
        include_str!("../../../../tests/data/valid.json"),
        include_str!("../../../../tests/data/everything.json"),
    ] {
        let read: Dataset = serde_json::from_str(text).unwrap();
        let written = serde_json::to_string(&read).unwrap();
        assert_eq!(serde_json::from_str::<Dataset>(&written).unwrap(), read);
    }
}

#[test]
fn a_source_of_a_figure_is_an_id_or_an_object() {
    let figure: Figure = check(
        r#"{"id":"f","metric":"m","value":1,"sources":["a",{"source":"b","attribution":"relayed","qualifier":"up_to","cites":"a","note":"Says as many as."}]}"#,
    );
    assert_eq!(figure.sources[0], FigureSource::from("a"));
    assert!(!figure.sources[1].is_plain());
    refused::<FigureSource>(r#"{"attribution":"quote"}"#, "missing field `source`");
    refused::<FigureSource>(r#"{"source":"a","who":"b"}"#, "unknown field `who`");
}

#[test]
fn a_record_is_read_from_a_text_from_a_tree_and_from_bytes_that_come() {
    let json = r#"{"id":"f","metric":"m","value":1.50,"low":"1.5","high":null,"sources":["a"]}"#;
    let figure: Figure = serde_json::from_str(json).unwrap();
    assert_eq!(figure.value.unwrap().to_string(), "1.50");
    assert_eq!(serde_json::from_reader::<_, Figure>(json.as_bytes()).unwrap(), figure);
    let tree: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::from_value::<Figure>(tree).unwrap(), figure);
}

#[test]
fn null_stands_only_for_what_may_be_missing() {
    refused::<Figure>(r#"{"id":null,"metric":"m","sources":[]}"#, "invalid type, expected a text");
    refused::<Figure>(r#"{"id":"f","metric":"m","sources":null}"#, "invalid type, expected a list");
    refused::<Figure>(
        r#"{"id":"f","metric":"m","sources":[null]}"#,
        "invalid type, expected the id of a source",
    );
    refused::<FigureSource>(r#"{"source":null}"#, "invalid type, expected a text");
    refused::<Unit>(r#"{"id":"u","label":{"one":null}}"#, "invalid type, expected a text");
    refused::<Decimal>("null", "a number or a decimal string");
}

#[test]
fn a_metric_keeps_its_name_and_a_unit_its_scale() {
    let metric: Metric =
        check(r#"{"id":"gaza-killed","name":"gaza.killed_cum","label":"Killed","unit":"people"}"#);
    assert_eq!(metric.name.as_deref(), Some("gaza.killed_cum"));
    check::<Unit>(r#"{"id":"usd","currency":"USD","scale":"bn"}"#);
}

#[test]
fn figures_can_be_not_comparable_or_converted() {
    check::<Relation>(r#"{"type":"not_comparable","from":"a","to":"b","note":"Another method."}"#);
    check::<Relation>(r#"{"type":"converted","from":"a","to":"b"}"#);
}

#[test]
fn null_says_the_same_as_a_missing_key() {
    let figure: Figure = serde_json::from_str(
        r#"{"id":"f","metric":"m","value":null,"words":"dozens","qualifier":null,"status":null,"sources":[]}"#,
    )
    .unwrap();
    assert_eq!(
        serde_json::to_string(&figure).unwrap(),
        r#"{"id":"f","metric":"m","words":"dozens","sources":[]}"#
    );
    let unit: Unit =
        serde_json::from_str(r#"{"id":"u","label":"people","currency":null,"scale":null}"#).unwrap();
    assert_eq!(unit.currency, None);
}

#[test]
fn a_value_that_is_nonsense_is_refused_with_what_would_be_right() {
    refused::<Figure>(
        r#"{"id":"f","metric":"m","said":"2022-02-30","sources":[]}"#,
        "`2022-02-30` is not a day: February 2022 has 28 days",
    );
    refused::<Figure>(r#"{"id":"","metric":"m","sources":[]}"#, "the id is empty");
    refused::<Figure>(
        r#"{"id":"f","metric":"m","value":"1,000","sources":[]}"#,
        "`\"1,000\"` is not a decimal number",
    );
    refused::<Unit>(r#"{"id":"u","currency":"eur"}"#, "`eur` is not a currency code");
    refused::<Unit>(r#"{"id":"u","label":{"one":"person"}}"#, "the plural category `other` is missing");
    refused::<Unit>(r#"{"id":"u","label":{"en":{"plural":"people"}}}"#, "`plural` is not a plural category");
    refused::<Unit>(r#"{"id":"u","label":" "}"#, "the label is empty");
    refused::<Metric>(r#"{"id":"m","label":{"e":"Deaths"},"unit":"u"}"#, "`e` is not a language tag");
    refused::<Metric>(r#"{"id":"m","label":"","unit":"u"}"#, "this text is empty");
    refused::<Dataset>(r#"{"format":2}"#, "`format` is 2, which is not known here");
}
