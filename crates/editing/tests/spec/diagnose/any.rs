//! What holds of any bytes, and that a file full of errors is quick to check.

use figure_tracker_editing::diagnose;
use figure_tracker_editing::diagnostic::Span;
use figure_tracker_testing::changed;
use proptest::prelude::*;

use super::VALID;

#[test]
fn eighty_thousand_figures_are_checked_in_linear_time() {
    let small = time(10_000);
    let large = time(80_000);
    assert!(large < small * 20, "10,000 figures: {small:?}, 80,000 figures: {large:?}");
}

/// How long it takes to check a file of `count` figures, each with a fault in its reference.
fn time(count: usize) -> std::time::Duration {
    let figure = |i: usize| format!(r#"{{"id": "f{i}", "metric": "n{i}", "value": {i}, "sources": ["s"]}}"#);
    let figures: Vec<String> = (0..count).map(figure).collect();
    let text = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "language": "en", "units": [{{"id": "u", "percent": true}}],
        "sources": [{{"id": "s"}}], "metrics": [{{"id": "n", "label": "N", "unit": "u"}}], "figures": [{}]}}"#,
        figures.join(",")
    );
    let (found, time) = figure_tracker_testing::measure_time(|| diagnose(text.as_bytes()));
    assert_eq!(found.iter().filter(|one| one.code == "unresolved-reference").count(), count);
    time
}

/// Checks, and holds the diagnostics to what is true of all of them.
fn check(bytes: &[u8]) {
    let found = diagnose(bytes);
    let mut last = 0;
    for diagnostic in &found {
        let Span::Text(span) = &diagnostic.span else { panic!("{diagnostic} is in no text") };
        assert!(bytes.get(span.start..span.end).is_some(), "{diagnostic} is outside of the file");
        assert!(!diagnostic.message.ends_with('.') && !diagnostic.message.is_empty());
        assert!(last <= span.start, "{diagnostic} is out of order");
        assert!(diagnostic.code != "unreadable", "{diagnostic}: the shape is as declared");
        last = span.start;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_in_diagnostics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes);
    }

    #[test]
    fn any_text_in_the_notation_ends_in_diagnostics(text in "[\\[\\]{}:,\"0-9.eE+\\-\\\\ un]{0,60}") {
        check(text.as_bytes());
    }

    #[test]
    fn a_changed_valid_file_ends_in_diagnostics(text in changed(VALID)) {
        check(text.as_bytes());
    }

    #[test]
    fn the_notation_is_judged_as_serde_json_judges_it(
        text in prop_oneof![changed(VALID), "[\\[\\]{}:,\"0-9.eE+\\-\\\\ unl]{0,20}"]
    ) {
        let is_broken = diagnose(text.as_bytes()).iter().any(|diagnostic| diagnostic.code == "not-json");
        match serde_json::from_str::<serde_json::Value>(&text) {
            Ok(_) => prop_assert!(!is_broken),
            Err(error) if error.to_string().starts_with("number out of range") => {}
            Err(error) => prop_assert!(is_broken, "serde_json says: {}", error),
        }
    }
}
