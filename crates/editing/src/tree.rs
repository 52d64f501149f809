//! Small questions to a JSON tree: what a value is called, and which value an offset lies in.

use std::ops::Range as Bytes;

use jsonc_parser::ast::{Object, ObjectProp, ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged};

/// What a value is, in words.
pub(crate) fn kind_in_words(value: &Value<'_>) -> &'static str {
    match value {
        Value::NullKeyword(_) => "null",
        Value::BooleanLit(flag) if flag.value => "true",
        Value::BooleanLit(_) => "false",
        Value::NumberLit(_) => "a number",
        Value::StringLit(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Whether a value is null.
pub(crate) fn is_null(value: &Value<'_>) -> bool {
    matches!(value, Value::NullKeyword(_))
}

/// All bytes of a value.
pub(crate) fn bytes_of(value: &impl Ranged) -> Bytes<usize> {
    value.start()..value.end()
}

/// The bytes to underline: a whole plain value, but only the opening bracket of a list or an object.
pub(crate) fn underlined(value: &Value<'_>) -> Bytes<usize> {
    match value {
        Value::Array(_) | Value::Object(_) => value.start()..value.start() + 1,
        _ => bytes_of(value),
    }
}

/// The bytes of the key of a member.
pub(crate) fn key_bytes(member: &ObjectProp<'_>) -> Bytes<usize> {
    bytes_of(&member.name)
}

/// The members of an object; none for any other value.
pub(crate) fn members<'v, 't>(value: &'v Value<'t>) -> &'v [ObjectProp<'t>] {
    match value {
        Value::Object(Object { properties, .. }) => properties,
        _ => &[],
    }
}

/// The items of a list; none for any other value.
pub(crate) fn items<'v, 't>(value: &'v Value<'t>) -> &'v [Value<'t>] {
    match value {
        Value::Array(list) => &list.elements,
        _ => &[],
    }
}

/// The first member of an object with a key.
pub(crate) fn member<'v, 't>(value: &'v Value<'t>, key: &str) -> Option<&'v ObjectProp<'t>> {
    members(value).iter().find(|member| member.name.as_str() == key)
}

/// The text of a value that is one.
pub(crate) fn text_of<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    value.as_string_lit().map(|text| text.value.as_ref())
}

/// From a value to one within it.
pub(crate) enum Step<'v> {
    Key(&'v str),
    Index(usize),
}

/// The value within a value that covers an offset, or whose key does.
pub(crate) fn step_towards<'v, 't>(value: &'v Value<'t>, offset: usize) -> Option<(&'v Value<'t>, Step<'v>)> {
    match value {
        Value::Array(list) => {
            let index = list.elements.partition_point(|item| item.end() <= offset);
            let item = list.elements.get(index).filter(|item| item.start() <= offset)?;
            Some((item, Step::Index(index)))
        }
        Value::Object(object) => {
            let index = object.properties.partition_point(|member| member.end() <= offset);
            let member = object.properties.get(index).filter(|member| member.start() <= offset)?;
            Some((&member.value, Step::Key(member.name.as_str())))
        }
        _ => None,
    }
}

/// Adds a step to a JSON pointer.
pub(crate) fn push_step(pointer: &mut String, step: &Step<'_>) {
    match step {
        Step::Key(key) => push_pointer_step(pointer, key),
        Step::Index(index) => push_pointer_step(pointer, &index.to_string()),
    }
}

/// Adds a key or an index to a JSON pointer.
pub(crate) fn push_pointer_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    for letter in step.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(letter),
        }
    }
}

/// Moves a value, with all that is in it, by some bytes: it was parsed from a piece of the text.
pub(crate) fn move_value(value: &mut Value<'_>, by: usize) {
    let shift = |range: &mut Range| *range = Range::new(range.start + by, range.end + by);
    match value {
        Value::StringLit(text) => shift(&mut text.range),
        Value::NumberLit(number) => shift(&mut number.range),
        Value::BooleanLit(flag) => shift(&mut flag.range),
        Value::NullKeyword(null) => shift(&mut null.range),
        Value::Array(list) => {
            shift(&mut list.range);
            list.elements.iter_mut().for_each(|item| move_value(item, by));
        }
        Value::Object(object) => {
            shift(&mut object.range);
            for member in &mut object.properties {
                shift(&mut member.range);
                match &mut member.name {
                    ObjectPropName::String(name) => shift(&mut name.range),
                    ObjectPropName::Word(name) => shift(&mut name.range),
                }
                move_value(&mut member.value, by);
            }
        }
    }
}
