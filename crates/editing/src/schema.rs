//! The JSON Schema of the data format, generated from the types that read it.
//!
//! Whatever the schema rejects a check rejects too. The reverse can't be: a schema knows no references, dates and sums.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use figure_tracker_core::dataset::format::Dataset;

/// Returns the schema (draft 2020-12).
pub fn dataset_schema() -> Value {
    let mut schema =
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Dataset>().to_value();
    complete(&mut schema);
    schema
}

/// Completes every object of the schema: what need not be there may be null as well, and a description is one line.
fn complete(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            complete_record(members);
            for (key, value) in members {
                match value {
                    Value::String(text) if key == "description" => *text = text.replace('\n', " "),
                    value => complete(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(complete),
        _ => {}
    }
}

fn complete_record(members: &mut Map<String, Value>) {
    let required = members.get("required").cloned().unwrap_or_default();
    let is_required =
        |key: &str| required.as_array().is_some_and(|keys| keys.iter().any(|known| known == key));
    let Some(Value::Object(properties)) = members.get_mut("properties") else { return };
    for (key, property) in properties {
        if let Value::Object(property) = property
            && !is_required(key)
        {
            property.retain(|key, value| key != "default" || !(value.is_null() || *value == json!([])));
            allow_null(property);
        }
    }
}

/// Lets a property be null as well.
fn allow_null(property: &mut Map<String, Value>) {
    if let Some(Value::String(kind)) = property.get("type").cloned()
        && kind != "null"
    {
        property.insert("type".to_owned(), json!([kind, "null"]));
    }
    if let Some(reference) = property.remove("$ref") {
        property.insert("anyOf".to_owned(), json!([{ "$ref": reference }, { "type": "null" }]));
    }
}
