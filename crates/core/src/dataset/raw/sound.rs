//! From the located tree to the mirror of a file: whatever has the right shape, by way of JSON that holds just
//! that. Native only.

use super::{DATASET, Dataset};
use crate::dataset::shape::{Record, What};
use crate::dataset::tree::{Node, Shape};

/// The mirror of a file; what is not as the format says is missing in it.
pub(in crate::dataset) fn mirror(root: &Node<'_>) -> Dataset {
    serde_json::from_str(&record(root, &DATASET)).unwrap_or_default()
}

fn record(node: &Node<'_>, record: &Record) -> String {
    let member = |key: &str, node: &Node<'_>| sound(node, &record.field(key)?.what);
    let members = node.members().filter_map(|m| Some((m.key.as_ref(), member(&m.key, &m.node)?)));
    object(members)
}

/// A value as JSON, if it has the right shape.
fn sound(node: &Node<'_>, what: &What) -> Option<String> {
    Some(match (what, &node.shape) {
        (What::List(inner), Shape::List(items)) => list(items.iter().map(|item| record(item, inner))),
        (What::Words | What::Refs(_), Shape::List(items)) => {
            list(items.iter().filter_map(|item| sound(item, &What::Word)))
        }
        (What::Text, Shape::Object(_)) => keyed(node, &What::Word),
        (What::Label, Shape::Object(_)) => keyed(node, &What::Text),
        (What::Number, Shape::Number(text)) => (*text).to_owned(),
        (What::Version, Shape::Number(text)) => text.parse::<u32>().ok()?.to_string(),
        (What::Flag, Shape::Bool(flag)) => flag.to_string(),
        (What::One(names), Shape::Text(name)) if names.contains(&name.as_ref()) => quoted(name),
        (What::Version | What::Flag | What::One(_) | What::List(_) | What::Words | What::Refs(_), _) => None?,
        (_, Shape::Text(text)) => quoted(text),
        _ => None?,
    })
}

fn keyed(node: &Node<'_>, inner: &What) -> String {
    object(node.members().filter_map(|member| Some((member.key.as_ref(), sound(&member.node, inner)?))))
}

fn object<'k>(members: impl Iterator<Item = (&'k str, String)>) -> String {
    let members: Vec<String> = members.map(|(key, value)| [&quoted(key), ":", &value].concat()).collect();
    ["{", &members.join(","), "}"].concat()
}

fn list(items: impl Iterator<Item = String>) -> String {
    ["[", &items.collect::<Vec<_>>().join(","), "]"].concat()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
