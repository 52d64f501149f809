//! A file as a tree of which the items of the dataset's own lists are parsed when they are looked at, one by one: a
//! file of hundreds of thousands of records costs little more than its text.

use std::ops::Range as Bytes;

use jsonc_parser::ast::{Array, Object, ObjectProp, ObjectPropName, StringLit, Value};
use jsonc_parser::common::{Range, Ranged};

use crate::json::parts::{Part, Parts, split_list, split_object};
use crate::syntax::{MAX_DEPTH, parse_value};
use crate::tree::{Step, member, members, push_step, step_towards};

/// A file.
pub(crate) struct FileTree<'t> {
    text: &'t str,
    /// The dataset, whose own lists are without items.
    root: Value<'t>,
    lists: Vec<ItemList>,
}

/// The items of a list of the dataset.
struct ItemList {
    /// The index of its member in the dataset.
    member: usize,
    items: Vec<Bytes<usize>>,
}

impl<'t> FileTree<'t> {
    /// Splits a text, which has no byte order mark; none where it is no JSON. Of the items no more is known then than
    /// that a parser can pass over them.
    pub(crate) fn split(text: &'t str) -> Option<Self> {
        let content = text.trim_ascii();
        if !content.starts_with('{') {
            let root = parse_value(text, 0..text.len(), MAX_DEPTH)?;
            return Some(Self { text, root, lists: Vec::new() });
        }
        let (mut lists, mut properties) = (Vec::new(), Vec::<ObjectProp<'t>>::new());
        for Part { key, head, value } in split_object(content).ok()?.parts {
            let bytes = bytes_in(text, value);
            let key_bytes = bytes_in(text, head.get(head.find('"')?..=head.rfind('"')?)?);
            let is_first = properties.iter().all(|known| known.name.as_str() != key);
            let value = if is_first && value.starts_with('[') {
                let Parts { parts, .. } = split_list(value).ok()?;
                let items = parts.iter().map(|part| bytes_in(text, part.value)).collect();
                lists.push(ItemList { member: properties.len(), items });
                Value::Array(Array { range: range_of(&bytes), elements: Vec::new() })
            } else {
                parse_value(text, bytes.clone(), MAX_DEPTH - 1)?
            };
            let range = Range::new(key_bytes.start, bytes.end);
            let name = ObjectPropName::String(StringLit { range: range_of(&key_bytes), value: key });
            properties.push(ObjectProp { range, name, value });
        }
        let root = Value::Object(Object { range: range_of(&bytes_in(text, content)), properties });
        Some(Self { text, root, lists })
    }

    /// Returns the text of the file.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the dataset, whose own lists are without items.
    pub(crate) fn root(&self) -> &Value<'t> {
        &self.root
    }

    /// Returns the lists of the dataset by their keys, each with the bytes of its items.
    pub(crate) fn lists(&self) -> impl Iterator<Item = (&str, &[Bytes<usize>])> {
        self.lists.iter().filter_map(|list| {
            let member = members(&self.root).get(list.member)?;
            Some((member.name.as_str(), list.items.as_slice()))
        })
    }

    /// Returns the bytes of the items of a list of the dataset.
    pub(crate) fn items(&self, key: &str) -> &[Bytes<usize>] {
        self.lists().find(|(known, _)| *known == key).map_or(&[], |(_, items)| items)
    }

    /// Parses an item of a list of the dataset; none where it is no JSON, or values are nested too deep in it.
    pub(crate) fn parse_item(&self, bytes: &Bytes<usize>) -> Option<Value<'t>> {
        parse_value(self.text, bytes.clone(), MAX_DEPTH - 2)
    }

    /// Returns the value under a key of an item of a list of the dataset.
    pub(crate) fn value_in_item(&self, list: &str, index: usize, key: &str) -> Option<Value<'t>> {
        let item = self.parse_item(self.items(list).get(index)?)?;
        member(&item, key).map(|member| member.value.clone())
    }
}

fn range_of(bytes: &Bytes<usize>) -> Range {
    Range::new(bytes.start, bytes.end)
}

/// Returns where a piece of a text stands in it.
fn bytes_in(text: &str, piece: &str) -> Bytes<usize> {
    let start = piece.as_ptr() as usize - text.as_ptr() as usize;
    start..start + piece.len()
}

/// Finds pointers to offsets, which come first first: what is about one item parses it once.
pub(crate) struct PointerFinder<'f, 't> {
    tree: &'f FileTree<'t>,
    last: Option<Value<'t>>,
}

impl<'f, 't> PointerFinder<'f, 't> {
    /// Makes a finder for a file.
    pub(crate) fn new(tree: &'f FileTree<'t>) -> Self {
        Self { tree, last: None }
    }

    /// Returns the JSON pointer (RFC 6901) to the innermost value that covers an offset, or whose key does, and the
    /// index of the figure that this lies in, if it lies in one.
    pub(crate) fn find(&mut self, offset: usize) -> (String, Option<usize>) {
        let mut pointer = String::new();
        let Some((value, step)) = step_towards(self.tree.root(), offset) else { return (pointer, None) };
        push_step(&mut pointer, &step);
        let key = match step {
            Step::Key(key) => key,
            Step::Index(_) => "",
        };
        let items = if matches!(value, Value::Array(list) if list.elements.is_empty()) {
            self.tree.items(key)
        } else {
            &[]
        };
        let index = items.partition_point(|item| item.end <= offset);
        let Some(bytes) = items.get(index).filter(|item| item.start <= offset && value.start() < offset)
        else {
            push_steps(&mut pointer, value, offset);
            return (pointer, None);
        };
        push_step(&mut pointer, &Step::Index(index));
        if self.last.as_ref().is_none_or(|last| last.start() != bytes.start) {
            self.last = self.tree.parse_item(bytes);
        }
        self.last.iter().for_each(|item| push_steps(&mut pointer, item, offset));
        (pointer, Some(index).filter(|_| key == "figures"))
    }
}

fn push_steps(pointer: &mut String, from: &Value<'_>, offset: usize) {
    let mut value = from;
    while let Some((inner, step)) = step_towards(value, offset) {
        push_step(pointer, &step);
        value = inner;
    }
}
