//! `figure-tracker schema`: the JSON Schema of the data format, generated from the types that read it.
//!
//! Whatever the schema rejects `check` rejects too. The reverse can't be: a schema knows no references, dates
//! and sums.

use std::io::Write;

use serde_json::{Map, Value, json};

use figure_tracker_core::dataset::raw::{self, required};

/// Prints the schema.
pub fn run() -> u8 {
    let _ = writeln!(anstream::stdout(), "{:#}", schema());
    0
}

/// The schema.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(raw::Dataset).to_value();
    record("data set", &mut schema);
    if let Some(records) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        records.iter_mut().for_each(|(name, definition)| record(name, definition));
    }
    for (name, key, more) in refinements() {
        let definition = match name {
            "data set" => Some(&mut schema),
            _ => schema.get_mut("$defs").and_then(|records| records.get_mut(name)),
        };
        let property = definition.and_then(|definition| match key {
            "" => Some(definition),
            _ => definition.get_mut("properties").and_then(|properties| properties.get_mut(key)),
        });
        if let (Some(Value::Object(property)), Value::Object(more)) = (property, more) {
            property.extend(more);
        }
    }
    join_lines(&mut schema);
    schema
}

/// Makes one line of each description: comments are wrapped in the source.
fn join_lines(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(text) if key == "description" => *text = text.replace('\n', " "),
                    value => join_lines(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(join_lines),
        _ => {}
    }
}

/// Completes a record: which keys it needs, that it has no others, and that the rest may be null.
fn record(name: &str, definition: &mut Value) {
    let Some(definition) = definition.as_object_mut() else { return };
    let Some(properties) = definition.get_mut("properties").and_then(Value::as_object_mut) else { return };
    if name == "label" {
        return;
    }
    for (key, property) in properties.iter_mut() {
        let Some(property) = property.as_object_mut() else { continue };
        property.remove("default");
        if !required(name).contains(&key.as_str()) {
            nullable(property);
        }
    }
    definition.insert("required".to_owned(), json!(required(name)));
    definition.insert("additionalProperties".to_owned(), json!(false));
}

/// Lets a property be null as well.
fn nullable(property: &mut Map<String, Value>) {
    if let Some(Value::String(kind)) = property.get("type").cloned() {
        property.insert("type".to_owned(), json!([kind, "null"]));
    }
    if let Some(reference) = property.remove("$ref") {
        property.insert("anyOf".to_owned(), json!([{ "$ref": reference }, { "type": "null" }]));
    }
}

/// What the types don't say, by record and key; an empty key is the record itself.
fn refinements() -> Vec<(&'static str, &'static str, Value)> {
    const WEB: &str = "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\s]";
    let there =
        |key: &str| json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } });
    let id = || json!({ "minLength": 1, "examples": ["prosecutor-general-office"] });
    let mut refinements = vec![
        ("data set", "", json!({ "title": "figure-tracker data set" })),
        ("data set", "format", json!({ "const": 1 })),
        ("data set", "language", json!({ "examples": ["en", "kk", "zh-Hant"] })),
        ("data set", "edition", json!({ "examples": ["2023-01-12"] })),
        ("data set", "license", json!({ "examples": ["CC0-1.0"] })),
        ("unit", "currency", json!({ "pattern": "^[A-Z]{3}$", "examples": ["KZT"] })),
        ("unit", "percent", json!({ "enum": [true, null] })),
        ("unit", "", json!({ "oneOf": [there("label"), there("currency"), there("percent")] })),
        ("speaker", "spellings", json!({ "examples": [["Berik Assylov"]] })),
        ("outlet", "url", json!({ "pattern": WEB, "examples": ["https://example.org/"] })),
        ("source", "published", json!({ "examples": ["2022-03-14", "2022-03"] })),
        ("source", "url", json!({ "pattern": WEB, "examples": ["https://example.org/news/1"] })),
        ("source", "archived", json!({ "pattern": WEB, "examples": ["https://archive.example.org/news/1"] })),
        ("source", "language", json!({ "examples": ["en", "ru"] })),
        ("metric", "kind", json!({ "default": "running_total" })),
        ("figure", "qualifier", json!({ "default": "exact" })),
        ("figure", "status", json!({ "default": "stands" })),
        ("figure", "value", json!({ "examples": [225, "12345678901234567890"] })),
        (
            "figure",
            "said",
            json!({ "examples": ["2022-01-15", "2022-01-15?", "../2022-01-15", "2022-01-10/2022-01-14"] }),
        ),
        ("figure", "as_of", json!({ "examples": ["2022-01-14", "2022-01"] })),
        ("figure", "sources", json!({ "minItems": 1 })),
        ("figure", "", json!({ "anyOf": [there("value"), there("low"), there("high"), there("words")] })),
        ("figure", "", doubted(&there)),
        ("relation", "", by_type(&there)),
        ("event", "date", json!({ "examples": ["2022-01-02"] })),
        ("correction", "date", json!({ "examples": ["2023-02-01"] })),
    ];
    for record in [
        "data set",
        "unit",
        "institution",
        "speaker",
        "outlet",
        "source",
        "group",
        "metric",
        "scope",
        "figure",
    ] {
        refinements.push((record, "id", id()));
    }
    refinements
}

/// A status that casts doubt on a figure is explained and sourced.
fn doubted(there: &dyn Fn(&str) -> Value) -> Value {
    let doubts = json!({ "enum": ["corrected", "disputed", "denied", "retracted"] });
    json!({
        "if": { "required": ["status"], "properties": { "status": doubts } },
        "then": { "allOf": [there("status_note"), there("status_source")] }
    })
}

/// A sum has other keys than the relations of two figures.
fn by_type(there: &dyn Fn(&str) -> Value) -> Value {
    let absent = |key: &str| json!({ "properties": { key: { "type": "null" } } });
    json!({
        "if": { "required": ["type"], "properties": { "type": { "const": "sum" } } },
        "then": {
            "properties": { "parts": { "minItems": 1 } },
            "allOf": [there("whole"), there("parts"), there("adds_up"), absent("from"), absent("to")]
        },
        "else": { "allOf": [there("from"), there("to"), absent("whole"), absent("parts"), absent("adds_up")] }
    })
}
