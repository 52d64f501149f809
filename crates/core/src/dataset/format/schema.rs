//! What the JSON Schema says of values that are not plain records, and of what no type says. For the command line and
//! for editors.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{FormatVersion, Label, PLURAL_CATEGORIES, Text, WebAddress};
use crate::date::Date;
use crate::decimal::Decimal;

/// Declares how the schema describes values of a type, under a name of its own.
macro_rules! describe {
    ($Type:ty as $name:literal: $schema:tt) => {
        impl JsonSchema for $Type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

/// Stands for a `String` that is an id.
pub(super) struct Id;

/// Stands for a `String` that is a BCP 47 language tag.
pub(super) struct LanguageTag;

/// Stands for a `String` that is an ISO 4217 currency code.
pub(super) struct CurrencyCode;

describe!(Id as "id": {
    "type": "string",
    "minLength": 1,
    "examples": ["prosecutor-general-office"]
});

describe!(LanguageTag as "language": {
    "description": "A BCP 47 language tag.",
    "type": "string",
    "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
    "examples": ["en", "kk", "zh-Hant"]
});

describe!(CurrencyCode as "currency": {
    "type": "string",
    "pattern": "^[A-Z]{3}$",
    "examples": ["KZT"]
});

describe!(FormatVersion as "version": {
    "type": "integer",
    "const": (FormatVersion::NUMBER)
});

describe!(Date as "date": {
    "description": "A date (EDTF, ISO 8601-2, level 1).",
    "type": "string",
    "minLength": 4,
    "examples": ["2022-01-15", "2022-01", "2022-01-15?", "../2022-01-15", "2022-01-10/2022-01-14"]
});

describe!(WebAddress as "address": {
    "description": "An `http` or `https` address.",
    "type": "string",
    "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#\\s]",
    "examples": ["https://example.org/news/1"]
});

describe!(Decimal as "number": {
    "description": "A number, or a decimal string where a double would lose digits.",
    "examples": [225, 12.5, "12345678901234567890"],
    "anyOf": [
        { "type": "number" },
        { "type": "string", "pattern": "^-?(0|[1-9][0-9]{0,23})(\\.[0-9]{1,12})?$" }
    ]
});

describe!(Text as "text": {
    "description": "A text that a reader sees: in the dataset's language, or by BCP 47 tag.",
    "examples": ["Deaths", { "en": "Deaths", "kk": "Қаза тапқандар" }],
    "anyOf": [
        { "type": "string", "minLength": 1 },
        { "type": "object", "minProperties": 1, "additionalProperties": { "type": "string" } }
    ]
});

impl JsonSchema for Label {
    fn schema_name() -> Cow<'static, str> {
        "label".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let categories: Map<String, Value> = PLURAL_CATEGORIES
            .iter()
            .map(|category| ((*category).to_owned(), json!({ "type": "string" })))
            .collect();
        let forms = json!({
            "type": "object",
            "properties": categories,
            "required": ["other"],
            "additionalProperties": false
        });
        json_schema!({
            "description": "The word for what is counted: one for all numbers, by CLDR plural category, or either by BCP 47 tag.",
            "examples": ["people", { "one": "person", "other": "people" }, { "en": { "one": "person", "other": "people" } }],
            "anyOf": [
                { "type": "string", "minLength": 1 },
                forms,
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": { "anyOf": [{ "type": "string", "minLength": 1 }, forms] }
                }
            ]
        })
    }
}

/// Lets an object be written as the id of a source instead.
pub(super) fn or_id(schema: &mut Schema) {
    let description = schema.remove("description");
    let object = std::mem::take(schema).to_value();
    schema.insert("anyOf".to_owned(), json!([{ "type": "string" }, object]));
    if let Some(description) = description {
        schema.insert("description".to_owned(), description);
    }
}

/// Says that a key is there and not null.
fn there(key: &str) -> Value {
    json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } })
}

/// Says that a key is not there, or null.
fn absent(key: &str) -> Value {
    json!({ "properties": { key: { "type": "null" } } })
}

/// A unit says once what it counts.
pub(super) fn unit(schema: &mut Schema) {
    schema.insert("oneOf".to_owned(), json!([there("label"), there("currency"), there("percent")]));
}

/// A figure reports something, and a status that casts doubt on it is explained and sourced.
pub(super) fn figure(schema: &mut Schema) {
    let doubts = json!({ "enum": ["corrected", "disputed", "denied", "retracted"] });
    schema.insert("anyOf".to_owned(), json!([there("value"), there("low"), there("high"), there("words")]));
    schema.insert("if".to_owned(), json!({ "required": ["status"], "properties": { "status": doubts } }));
    schema.insert("then".to_owned(), json!({ "allOf": [there("status_note"), there("status_source")] }));
}

/// A sum has other keys than the relations of two figures.
pub(super) fn relation(schema: &mut Schema) {
    let is_sum = json!({ "required": ["type"], "properties": { "type": { "const": "sum" } } });
    let sum = [there("whole"), there("parts"), there("adds_up"), absent("from"), absent("to")];
    let two = [there("from"), there("to"), absent("whole"), absent("parts"), absent("adds_up")];
    schema.insert("if".to_owned(), is_sum);
    schema.insert(
        "then".to_owned(),
        json!({ "properties": { "parts": { "type": "array", "minItems": 1 } }, "allOf": sum }),
    );
    schema.insert("else".to_owned(), json!({ "allOf": two }));
}
