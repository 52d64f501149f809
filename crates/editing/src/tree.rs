//! Small questions to a JSON tree: what a value is called, and which value an offset lies in.

use std::ops::Range;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;

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
pub(crate) fn bytes_of(value: &impl Ranged) -> Range<usize> {
    value.start()..value.end()
}

/// The bytes to underline: a whole plain value, but only the opening bracket of a list or an object.
pub(crate) fn underlined(value: &Value<'_>) -> Range<usize> {
    match value {
        Value::Array(_) | Value::Object(_) => value.start()..value.start() + 1,
        _ => bytes_of(value),
    }
}

/// The bytes of the key of a member.
pub(crate) fn key_bytes(member: &ObjectProp<'_>) -> Range<usize> {
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

/// Returns the JSON pointer (RFC 6901) to the innermost value that covers an offset, or whose key does.
pub(crate) fn pointer_to(root: &Value<'_>, offset: usize) -> String {
    let mut pointer = String::new();
    let mut value = root;
    while let Some((inner, step)) = step_towards(value, offset) {
        match step {
            Step::Key(key) => push_pointer_step(&mut pointer, key),
            Step::Index(index) => push_pointer_step(&mut pointer, &index.to_string()),
        }
        value = inner;
    }
    pointer
}

/// Returns the index of the figure that covers an offset.
pub(crate) fn figure_index(root: &Value<'_>, offset: usize) -> Option<usize> {
    match step_towards(root, offset)? {
        (figures, Step::Key("figures")) => match step_towards(figures, offset)? {
            (_, Step::Index(index)) => Some(index),
            _ => None,
        },
        _ => None,
    }
}

enum Step<'v> {
    Key(&'v str),
    Index(usize),
}

/// The value within a value that covers an offset, or whose key does.
fn step_towards<'v, 't>(value: &'v Value<'t>, offset: usize) -> Option<(&'v Value<'t>, Step<'v>)> {
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
