//! The widget's reading and the editors' diagnosis agree: what is diagnosed without an error the widget reads, and
//! what the widget refuses is diagnosed as an error.

use figure_tracker_core::dataset;
use figure_tracker_editing::diagnose_errors;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

const VALID: &str = include_str!("../../../../tests/data/valid.json");
const EVERYTHING: &str = include_str!("../../../../tests/data/everything.json");
const BUNDLED: &str = include_str!("../../../../data.json");

/// Checks that both readers agree on a file.
fn check(file: &[u8]) -> Result<(), TestCaseError> {
    if let Err(refusal) = dataset::read(file) {
        let errors = diagnose_errors(file);
        let text = String::from_utf8_lossy(file);
        prop_assert!(!errors.is_empty(), "the widget refuses what passes: {}\n{}", refusal, text);
    }
    Ok(())
}

/// One change of a file: which value of it, what happens to it, and with what.
#[derive(Clone, Debug)]
struct Mutation {
    value: Index,
    action: Action,
    other: Value,
    key: String,
}

#[derive(Clone, Copy, Debug)]
enum Action {
    Replace,
    Remove,
    Duplicate,
    Add,
    CopyFromElsewhere,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let action = prop::sample::select(vec![
        Action::Replace,
        Action::Remove,
        Action::Duplicate,
        Action::Add,
        Action::CopyFromElsewhere,
    ]);
    (any::<Index>(), action, prop::sample::select(values()), prop::sample::select(keys()))
        .prop_map(|(value, action, other, key)| Mutation { value, action, other, key: key.to_owned() })
}

fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1),
        json!(12.50),
        json!(1e30),
        json!("1e3"),
        json!("12345678901234567890.5"),
        json!(""),
        json!(" "),
        json!("x"),
        json!("d1"),
        json!("deaths"),
        json!("en"),
        json!("2022-02-30"),
        json!("2022-01-15?"),
        json!("../2022"),
        json!("http://"),
        json!("https://paper.example/a b"),
        json!("HTTPS://paper.example"),
        json!("javascript:alert(1)"),
        json!("retracted"),
        json!("converted"),
        json!("not_comparable"),
        json!("up_to"),
        json!([]),
        json!(["first"]),
        json!([{"source": "first", "attribution": "relayed", "cites": "second", "note": "N"}]),
        json!([{"source": "first", "qualifier": "exactly"}]),
        json!({}),
        json!({"en": "A", "kk": ""}),
        json!({"en": "", "kk": " "}),
        json!({"one": "a", "other": "b"}),
        json!({"one": "a"}),
        json!({"en": {"one": "a", "other": "b"}, "kk": "c"}),
        json!({"other": {"other": "b"}}),
        json!({"notatag": {"few": "b"}}),
        json!({"source": "first"}),
    ]
}

fn keys() -> Vec<&'static str> {
    vec![
        "id",
        "value",
        "low",
        "high",
        "words",
        "said",
        "scope",
        "qualifier",
        "status",
        "label",
        "currency",
        "percent",
        "scale",
        "name",
        "part_of",
        "cites",
        "whole",
        "parts",
        "adds_up",
        "from",
        "to",
        "type",
        "note",
        "url",
        "figure",
        "key that nobody knows",
    ]
}

/// JSON pointers to every value in a file but the whole.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut visit = |key: &str, value: &Value| {
        let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        pointers(value, &at, found);
        found.push(at);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| visit(key, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| visit(&at.to_string(), value)),
        _ => {}
    }
}

fn mutate(file: &mut Value, mutation: &Mutation) {
    let mut places = Vec::new();
    pointers(file, "", &mut places);
    if places.is_empty() {
        return;
    }
    let place = mutation.value.get(&places).clone();
    let (parent, key) = place.rsplit_once('/').unwrap();
    let elsewhere = places[(mutation.value.index(places.len()) * 7 + 3) % places.len()].clone();
    let copied = file.pointer(&elsewhere).cloned().unwrap();
    let old = file.pointer(&place).cloned().unwrap();
    match (file.pointer_mut(parent).unwrap(), mutation.action) {
        (Value::Object(members), Action::Remove) => _ = members.remove(&key.replace("~1", "/")),
        (Value::Array(items), Action::Remove) => _ = items.remove(key.parse().unwrap()),
        (Value::Array(items), Action::Duplicate) => items.push(old),
        (Value::Object(members), Action::Add) => {
            _ = members.insert(mutation.key.clone(), mutation.other.clone());
        }
        (Value::Array(items), Action::Add) => items.push(mutation.other.clone()),
        (_, Action::CopyFromElsewhere) => *file.pointer_mut(&place).unwrap() = copied,
        _ => *file.pointer_mut(&place).unwrap() = mutation.other.clone(),
    }
}

fn mutated(text: &'static str) -> impl Strategy<Value = String> {
    prop::collection::vec(mutation(), 1..4).prop_map(move |mutations| {
        let mut file: Value = serde_json::from_str(text).unwrap();
        mutations.iter().for_each(|mutation| mutate(&mut file, mutation));
        file.to_string()
    })
}

/// Text with a piece cut out and another put in its place.
fn spliced(text: &'static str) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[\\[\\]{}:,\"0-9.eE+\\-\\\\u]{0,8}",
        prop::sample::select(vec![
            "null", "true", "\"id\"", "1e999", "\u{202e}", "\0", "\\ud800", "\"\"", "//", "'", "\u{feff}"
        ])
        .prop_map(str::to_owned),
    ];
    (any::<Index>(), 0..40_usize, piece).prop_map(move |(at, length, piece)| {
        let at = at.index(text.chars().count());
        let before: String = text.chars().take(at).collect();
        let after: String = text.chars().skip(at + length).collect();
        before + &piece + &after
    })
}

#[test]
fn files_without_fault_pass_both() {
    for text in [VALID, EVERYTHING, BUNDLED] {
        assert_eq!(diagnose_errors(text.as_bytes()), []);
        assert!(dataset::read(text).is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn agree_on_a_small_file_with_changed_values(text in mutated(VALID)) {
        check(text.as_bytes())?;
    }

    #[test]
    fn agree_on_a_file_with_one_of_everything(text in mutated(EVERYTHING)) {
        check(text.as_bytes())?;
    }

    #[test]
    fn agree_on_a_file_with_changed_text(text in prop_oneof![spliced(VALID), spliced(EVERYTHING)]) {
        check(text.as_bytes())?;
    }

    #[test]
    fn agree_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn agree_on_the_bundled_data_with_changed_values(text in mutated(BUNDLED)) {
        check(text.as_bytes())?;
    }
}
