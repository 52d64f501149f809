//! What the JSON Schema says of the values that are not plain records. Native only.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{CATEGORIES, Label, Number, Text};

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text that a reader sees: in the data set's language, or by BCP 47 tag.",
            "examples": ["Deaths", { "en": "Deaths", "kk": "Қаза тапқандар" }],
            "anyOf": [
                { "type": "string", "minLength": 1 },
                { "type": "object", "minProperties": 1, "additionalProperties": { "type": "string" } }
            ]
        })
    }
}

impl JsonSchema for Label {
    fn schema_name() -> Cow<'static, str> {
        "label".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let categories: serde_json::Map<_, _> = CATEGORIES
            .iter()
            .map(|category| ((*category).to_owned(), serde_json::json!({ "type": "string" })))
            .collect();
        let forms = json_schema!({
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

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number, or a decimal string where a double would lose digits.",
            "examples": [225, 12.5, "12345678901234567890"],
            "anyOf": [
                { "type": "number" },
                { "type": "string", "pattern": "^-?(0|[1-9][0-9]{0,23})(\\.[0-9]{1,12})?$" }
            ]
        })
    }
}
