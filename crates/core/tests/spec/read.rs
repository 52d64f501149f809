//! From bytes to a data set: the order of figures, what references lead to, and that nothing ends in a panic.

use figure_tracker_core::dataset::{
    self, Attribution, Cited, IncomingDataset, Qualifier, Relation, SourceEntry, UnitKind,
};
use figure_tracker_testing::changed;
use proptest::prelude::*;

const VALID: &str = include_str!("../../../../tests/data/valid.json");

fn valid() -> dataset::Dataset {
    dataset::read(VALID).unwrap()
}

#[test]
fn figures_stand_in_time_order_undated_first() {
    let figure = |id: &str, said: &str| {
        let said = if said.is_empty() { "null".to_owned() } else { format!("{said:?}") };
        format!(r#"{{"id": "{id}", "metric": "held", "value": 1, "said": {said}, "sources": ["second"]}}"#)
    };
    let dates = [
        ("open", "2022-01-01/.."),
        ("day", "2022-01-15"),
        ("month", "2022-01"),
        ("undated", ""),
        ("before", "../2022-01-15"),
        ("same", "2022-01-15?"),
        ("within", "2022-01-10/2022-01-15"),
    ];
    let figures: Vec<String> = dates.map(|(id, said)| figure(id, said)).to_vec();
    let text = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "language": "en", "units": [{{"id": "u", "percent": true}}],
        "sources": [{{"id": "second"}}], "metrics": [{{"id": "held", "label": "Held", "unit": "u", "kind": "level"}}],
        "figures": [{}]}}"#,
        figures.join(",")
    );
    let dataset = dataset::read(&text).unwrap();
    let order: Vec<&str> = dataset.metrics[0].figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(order, ["undated", "before", "within", "day", "same", "month", "open"]);
}

#[test]
fn the_keys_of_a_file_may_stand_in_any_order() {
    let file: serde_json::Map<String, serde_json::Value> = serde_json::from_str(VALID).unwrap();
    let entries: Vec<String> = file.iter().map(|(key, value)| format!("{key:?}: {value}")).collect();
    let place = |key: &str| file.keys().position(|other| other == key).unwrap();
    assert!(place("figures") < place("sources") && place("figures") > place("corrections"));
    let backwards: Vec<String> = entries.iter().rev().cloned().collect();
    for entries in [entries, backwards] {
        let read = dataset::read(format!("{{{}}}", entries.join(", "))).unwrap();
        assert_eq!(read, valid());
    }
}

#[test]
fn every_reference_leads_to_the_part_it_names() {
    let dataset = valid();
    let figure = dataset.figure("d1").unwrap();
    assert_eq!(figure.scope.as_ref().unwrap().label.get("en"), "Country");
    assert_eq!(figure.speaker.as_ref().unwrap().name.get("en"), "Berik Asylov");
    assert_eq!(figure.institution.as_ref().unwrap().name.get("en"), "Prosecutor's Office");
    let sources: Vec<&str> = figure.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(sources, ["first", "second"]);
    assert_eq!(figure.sources[0].outlet.as_ref().unwrap().name.get("en"), "The Paper");
    let denied = dataset.figure("h2").unwrap();
    assert_eq!(denied.status.source.as_ref().unwrap().id, "second");
    let metric = dataset.metric("deaths").unwrap();
    assert_eq!(metric.group.as_ref().unwrap().label.get("en"), "Killed");
    assert!(matches!(&metric.unit.kind, UnitKind::Counted(words)
        if words == &[("en".into(), vec![("one".into(), "person".into()), ("other".into(), "people".into())])]));
    assert!(matches!(&dataset.relations[0], Relation::Sum { whole, parts, adds_up: true, .. }
        if whole.id == "d2" && parts.len() == 2));
}

#[test]
fn a_plain_text_is_in_the_language_of_the_data_set() {
    let dataset = valid();
    assert_eq!(dataset.title.nearest("kk"), ("January", "en"));
    assert_eq!(dataset.metrics[0].label.nearest("kk-KZ"), ("Қаза", "kk"));
}

#[test]
fn numbers_keep_their_digits() {
    let value = |written: &str| {
        let text = VALID.replace(r#""value": 113.5"#, &format!(r#""value": {written}"#));
        let value = dataset::read(&text).unwrap().figure("m1").unwrap().value.unwrap();
        (value.to_string(), value.to_f64())
    };
    let decimal = |digits: &str, number: f64| (digits.to_owned(), number);
    assert_eq!(value("113.5"), decimal("113.5", 113.5));
    assert_eq!(value("0.10"), decimal("0.10", 0.1));
    assert_eq!(value("-0"), decimal("0", 0.0));
    assert_eq!(value("-0.5"), decimal("-0.5", -0.5));
    assert_eq!(value("1.25e3"), decimal("1250", 1250.0));
    assert_eq!(value("25e-3"), decimal("0.025", 0.025));
    assert_eq!(value("\"9007199254740993\""), decimal("9007199254740993", 9_007_199_254_740_992.0));
    assert_eq!(value("\"123456789012345678901234.123456789012\"").0, "123456789012345678901234.123456789012");
}

#[test]
fn a_unit_can_be_labelled_in_four_ways() {
    let words = |label: &str| {
        let text = VALID.replace(r#"{"en": {"one": "person", "other": "people"}}"#, label);
        match &dataset::read(&text).unwrap().metrics[0].unit.kind {
            UnitKind::Counted(words) => {
                let forms = |forms: &[(String, String)]| {
                    forms
                        .iter()
                        .map(|(category, word)| format!("{category} {word}"))
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                words
                    .iter()
                    .map(|(tag, words)| format!("{tag}: {}", forms(words)))
                    .collect::<Vec<_>>()
                    .join("; ")
            }
            _ => String::new(),
        }
    };
    assert_eq!(words(r#""people""#), "en: other people");
    assert_eq!(words(r#"{"one": "person", "other": "people"}"#), "en: one person, other people");
    assert_eq!(words(r#"{"kk": "адам", "en": "people"}"#), "kk: other адам; en: other people");
    assert_eq!(words(r#"{"en": {"other": "people"}, "kk": "адам"}"#), "en: other people; kk: other адам");
}

#[test]
fn a_document_may_carry_a_figure_in_its_own_way() {
    let file = r#"{
        "format": 1, "id": "d", "title": "D", "language": "en",
        "units": [{ "id": "people", "label": { "other": "people" } }],
        "outlets": [{ "id": "interfax", "name": "Interfax" }],
        "sources": [{ "id": "first", "outlet": "interfax" }, { "id": "second" }, { "id": "third" }],
        "metrics": [{ "id": "m", "label": "M", "unit": "people" }],
        "figures": [{ "id": "f", "metric": "m", "value": 1, "attribution": "quote", "sources": [
            "first",
            { "source": "second", "attribution": "relayed", "qualifier": "up_to", "cites": "first" },
            { "source": "third", "cites": "interfax", "note": "a translation" }
        ] }]
    }"#;
    let data = dataset::read(file).unwrap();
    let figure = data.figure("f").unwrap();
    let [first, second, third] = &*figure.sources else { panic!("{:?}", figure.sources) };
    assert_eq!(*first, SourceEntry::from(data.sources[0].clone()));
    assert_eq!(figure.attribution_in(first), Some(Attribution::Quote));
    assert_eq!(figure.attribution_in(second), Some(Attribution::Relayed));
    assert_eq!(second.qualifier, Some(Qualifier::UpTo));
    assert_eq!(second.cites, Some(Cited::Source(data.sources[0].clone())));
    assert!(matches!(&third.cites, Some(Cited::Outlet(outlet)) if outlet.id == "interfax"));
    assert_eq!(third.note.as_ref().unwrap().get("en"), "a translation");
    let error = dataset::read(file.replace(r#""cites": "interfax""#, r#""cites": "tass""#)).unwrap_err();
    assert_eq!(error.to_string(), "the figure `f` refers to the source `tass`, which is not in the file");
}

/// A file with these figures, all of one metric.
fn file_of(figures: &[&str]) -> String {
    format!(
        r#"{{"format": 1, "id": "d", "title": "D", "language": "en",
        "units": [{{"id": "people", "label": "people"}}], "institutions": [{{"id": "office", "name": "Office"}}],
        "speakers": [{{"id": "ada", "name": "Ada"}}, {{"id": "bela", "name": "Bela"}}],
        "outlets": [{{"id": "paper", "name": "Paper"}}], "sources": [{{"id": "first"}}, {{"id": "second"}}],
        "metrics": [{{"id": "m", "label": "M", "unit": "people", "scopes": [{{"id": "city", "label": "City"}}]}}],
        "figures": [{}]}}"#,
        figures.join(",")
    )
}

#[test]
fn a_figure_holds_nothing_of_the_one_before() {
    let figures = [
        r#"{"id": "everything", "metric": "m", "scope": "city", "value": 2.5, "low": -1, "high": "3", "words": "two or three",
            "qualifier": "about", "said": "2022-01-15", "as_of": "2022-01", "speaker": "ada", "office": "Minister",
            "institution": "office", "attribution": "quote", "status": "denied", "status_note": "By herself",
            "status_source": "second", "note": "A note", "quote": "Two or three", "sources": [
            {"source": "first", "attribution": "relayed", "qualifier": "up_to", "cites": "paper", "note": "Differs"},
            {"source": "second", "attribution": "indirect", "qualifier": "almost", "cites": "first", "note": "Too"}]}"#,
        r#"{"id": "number", "metric": "m", "value": 1, "sources": ["second"]}"#,
        r#"{"id": "words", "metric": "m", "words": "dozens", "sources": ["first", "second"]}"#,
        r#"{"id": "document", "metric": "m", "low": 1, "sources": [{"source": "first"}, {"source": "second"}, "first"]}"#,
        r#"{"id": "nothing", "metric": "m", "scope": null, "value": null, "low": null, "high": 1, "words": null,
            "qualifier": null, "said": null, "as_of": null, "speaker": null, "office": null, "institution": null,
            "attribution": null, "status": null, "status_note": null, "status_source": null, "note": null,
            "quote": null, "sources": [{"source": "first", "attribution": null, "qualifier": null, "cites": null, "note": null}]}"#,
        r#"{"id": "languages", "metric": "m", "value": 1, "speaker": "ada", "office": {"kk": "Министр"},
            "note": {"kk": "Ескерту", "en": "A note"}, "sources": ["first"]}"#,
        r#"{"id": "another language", "metric": "m", "value": 1, "office": {"ru": "Министр"}, "sources": ["first"]}"#,
        r#"{"id": "same office", "metric": "m", "value": 1, "office": "Minister", "sources": ["first"]}"#,
    ];
    let read = |figures: &[&str]| {
        let file = file_of(figures);
        let data = read_in_pieces(file.as_bytes(), file.len()).unwrap();
        assert_eq!(data, dataset::read(file).unwrap());
        data
    };
    let id = |figure: &str| figure.split('"').nth(3).unwrap().to_owned();
    for before in figures {
        for figure in figures.into_iter().filter(|figure| *figure != before) {
            let (both, alone) = (read(&[before, figure]), read(&[figure]));
            assert_eq!(both.figure(&id(figure)), alone.figure(&id(figure)), "after {}", id(before));
        }
    }
    for incomplete in
        [r#"{"id": "x"}"#, r#"{"id": "x", "metric": "m", "value": 1, "office": {}, "sources": ["first"]}"#]
    {
        assert!(read_in_pieces(file_of(&[figures[0], incomplete]).as_bytes(), 50).is_none(), "{incomplete}");
    }
}

#[test]
fn an_office_that_a_speaker_keeps_is_there_once() {
    let figure = |id: &str, speaker: &str, office: &str| {
        format!(
            r#"{{"id": "{id}", "metric": "m", "value": 1, "speaker": {speaker}, "office": "{office}", "sources": ["first"]}}"#
        )
    };
    let figures = [
        figure("a", r#""ada""#, "Minister"),
        figure("b", r#""bela""#, "Mayor"),
        figure("c", "null", "Spokesman"),
        figure("d", r#""ada""#, "Minister"),
        figure("e", r#""ada""#, "President"),
    ];
    let data = dataset::read(file_of(&figures.each_ref().map(String::as_str))).unwrap();
    let office = |id| data.figure(id).unwrap().office.as_ref().unwrap();
    assert_eq!(
        ["a", "b", "c", "d", "e"].map(|id| office(id).get("en")),
        ["Minister", "Mayor", "Spokesman", "Minister", "President"]
    );
    assert!(std::sync::Arc::ptr_eq(&office("a").entries, &office("d").entries));
}

#[test]
fn eighty_thousand_figures_are_read_in_linear_time() {
    let small = time(10_000);
    let large = time(80_000);
    assert!(
        large < small * 24 + std::time::Duration::from_millis(200),
        "10,000 took {small:?}, 80,000 {large:?}"
    );
}

/// Reads a file that comes in pieces of so many bytes.
fn read_in_pieces(file: &[u8], length: usize) -> Option<dataset::Dataset> {
    let mut incoming = IncomingDataset::default();
    file.chunks(length).for_each(|piece| _ = incoming.push(piece));
    incoming.finish()
}

#[test]
fn a_file_may_come_in_pieces_of_any_length() {
    let bundled = include_str!("../../../../data.json");
    for text in [VALID, bundled, &format!("\u{feff}{VALID}")] {
        let whole = dataset::read(text).unwrap();
        for length in [1, 2, 3, 7, 100, 1000, text.len() - 1, text.len()] {
            let read = read_in_pieces(text.as_bytes(), length).unwrap();
            assert_eq!(read.metrics, whole.metrics, "in pieces of {length} bytes");
            assert_eq!(read.title, whole.title);
            assert_eq!(read.relations, whole.relations);
            assert_eq!(read.sources, whole.sources);
            assert_eq!(read.corrections, whole.corrections);
        }
    }
}

#[test]
fn what_has_not_come_whole_is_no_data_set() {
    for end in (0..VALID.trim_end().len()).step_by(7) {
        assert!(read_in_pieces(&VALID.as_bytes()[..end], 50).is_none(), "{end}");
    }
    for more in ["}", "{}", "x"] {
        assert!(read_in_pieces([VALID, more].concat().as_bytes(), 50).is_none(), "{more}");
    }
}

#[test]
fn a_file_in_another_order_is_left_to_the_other_reader() {
    let (before, figures) = VALID.split_once(r#""figures":"#).unwrap();
    let before = before.trim_end().trim_end_matches(',');
    let figures = figures.trim_end().strip_suffix('}').unwrap();
    let (head, rest) = before.split_once(r#""metrics":"#).unwrap();
    let text = format!(r#"{head}"figures":{figures},"metrics":{rest}}}"#);
    assert_eq!(dataset::read(&text).unwrap().metrics, valid().metrics);
    assert!(read_in_pieces(text.as_bytes(), 100).is_none());
}

/// How long it takes to read a file of `count` figures, each of one metric.
fn time(count: usize) -> std::time::Duration {
    let figure = |i: usize| format!(r#"{{"id": "f{i}", "metric": "n", "value": {i}, "sources": ["s"]}}"#);
    let figures: Vec<String> = (0..count).map(figure).collect();
    let text = format!(
        r#"{{"format": 1, "id": "x", "title": "X", "language": "en", "units": [{{"id": "u", "percent": true}}],
        "sources": [{{"id": "s"}}], "metrics": [{{"id": "n", "label": "N", "unit": "u"}}], "figures": [{}]}}"#,
        figures.join(",")
    );
    let (reading, time) = figure_tracker_testing::measure_time(|| dataset::read(&text));
    assert_eq!(reading.unwrap().metrics[0].figures.len(), count);
    time
}

/// Reads, and checks what holds of any error: its sentence says something, and its place is in the file.
fn sound(bytes: &[u8]) {
    let read = dataset::read(bytes);
    let in_pieces = read_in_pieces(bytes, 1 + bytes.len() / 3);
    assert!(in_pieces.is_none() || read.is_ok());
    let Err(error) = read else { return };
    let sentence = error.to_string();
    assert!(!sentence.is_empty() && !sentence.ends_with('.'), "{sentence}");
    let lines = String::from_utf8_lossy(bytes).lines().count();
    assert!(error.position().is_none_or(|at| at.line <= lines + 1 && at.column > 0), "{sentence}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_in_one_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        sound(&bytes);
    }

    #[test]
    fn any_text_in_the_notation_ends_in_one_error(text in "[\\[\\]{}:,\"0-9.eE+\\-\\\\ un]{0,60}") {
        sound(text.as_bytes());
    }

    #[test]
    fn a_changed_valid_file_ends_in_a_data_set_or_in_one_error(text in changed(VALID)) {
        sound(text.as_bytes());
    }
}
