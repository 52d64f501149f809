//! A JSON document as a tree whose every value and key knows where it stands in the text.
//!
//! It knows no figures: what a key means is the business of [`raw`](super::raw) and of the rules.

use std::borrow::Cow;

/// A value and where it stands.
#[derive(Debug, PartialEq)]
pub(super) struct Node<'t> {
    /// Offset of its first byte.
    pub(super) start: usize,
    /// Offset behind its last byte.
    pub(super) end: usize,
    /// What it is.
    pub(super) shape: Shape<'t>,
}

/// What a value is.
#[derive(Debug, PartialEq)]
pub(super) enum Shape<'t> {
    Null,
    Bool(bool),
    /// A number as it is written.
    Number(&'t str),
    /// A text without its quotes and escapes.
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<Member<'t>>),
}

/// A key and its value.
#[derive(Debug, PartialEq)]
pub(super) struct Member<'t> {
    /// The key without its quotes and escapes.
    pub(super) key: Cow<'t, str>,
    /// Offset of the key's opening quote.
    pub(super) start: usize,
    /// Offset behind the key's closing quote.
    pub(super) end: usize,
    /// Whether the same key stood before it in the same object: the first one counts.
    pub(super) again: bool,
    /// Its value.
    pub(super) node: Node<'t>,
}

impl<'t> Node<'t> {
    /// What the value is, in words.
    pub(super) fn kind(&self) -> &'static str {
        match self.shape {
            Shape::Null => "null",
            Shape::Bool(true) => "true",
            Shape::Bool(false) => "false",
            Shape::Number(_) => "a number",
            Shape::Text(_) => "a text",
            Shape::List(_) => "a list",
            Shape::Object(_) => "an object",
        }
    }

    /// Whether it is null.
    pub(super) fn is_null(&self) -> bool {
        matches!(self.shape, Shape::Null)
    }

    /// The members of an object, each key once; nothing for any other value.
    pub(super) fn members(&self) -> impl Iterator<Item = &Member<'t>> {
        let members = if let Shape::Object(members) = &self.shape { members.as_slice() } else { &[] };
        members.iter().filter(|member| !member.again)
    }

    /// The items of a list; nothing for any other value.
    pub(super) fn items(&self) -> &[Node<'t>] {
        if let Shape::List(items) = &self.shape { items } else { &[] }
    }

    /// The JSON pointer (RFC 6901) to the innermost value that covers `offset`, or whose key does.
    pub(super) fn pointer(&self, offset: usize) -> String {
        let mut pointer = String::new();
        let mut node = self;
        while let Some(inner) = node.step(offset, &mut pointer) {
            node = inner;
        }
        pointer
    }

    /// One step of [`Node::pointer`].
    fn step(&self, offset: usize, pointer: &mut String) -> Option<&Self> {
        match &self.shape {
            Shape::List(items) => {
                let index = items.partition_point(|item| item.end <= offset);
                let item = items.get(index).filter(|item| item.start <= offset)?;
                pointer.push('/');
                pointer.push_str(&index.to_string());
                Some(item)
            }
            Shape::Object(members) => {
                let index = members.partition_point(|member| member.node.end.max(member.end) <= offset);
                let member = members.get(index).filter(|member| member.start <= offset)?;
                pointer.push('/');
                for letter in member.key.chars() {
                    match letter {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        _ => pointer.push(letter),
                    }
                }
                Some(&member.node)
            }
            _ => None,
        }
    }
}

/// A walk from the root of a tree to the value that a rule speaks about.
///
/// Where a key or an item is missing the walk stays at the innermost value there is, so that a problem with
/// something absent is shown at the object that lacks it.
#[derive(Clone, Copy)]
pub(super) struct At<'r, 't>(pub(super) &'r Node<'t>);

impl<'r, 't> At<'r, 't> {
    /// The value under a key, if there is one.
    pub(super) fn get(self, key: &str) -> Option<Self> {
        self.0.members().find(|member| member.key == key).map(|member| At(&member.node))
    }

    /// The value under a key, else the object itself.
    pub(super) fn key(self, key: &str) -> Self {
        self.get(key).unwrap_or(self)
    }

    /// Whether there is anything but null under a key.
    pub(super) fn has(self, key: &str) -> bool {
        self.get(key).is_some_and(|at| !at.0.is_null())
    }

    /// The value itself, where it is a text.
    pub(super) fn text(self) -> Option<&'r str> {
        if let Shape::Text(text) = &self.0.shape { Some(text) } else { None }
    }

    /// The text under a key; empty where there is none.
    pub(super) fn word(self, key: &str) -> &'r str {
        self.get(key).and_then(Self::text).unwrap_or_default()
    }

    /// The value itself, where it is a number, as it is written, and whether it is written as a text.
    pub(super) fn number(self) -> Option<(&'r str, bool)> {
        match &self.0.shape {
            Shape::Number(text) => Some((text, false)),
            Shape::Text(text) => Some((text, true)),
            _ => None,
        }
    }

    /// The items of the list under a key; nothing where there is none.
    pub(super) fn list(self, key: &str) -> &'r [Node<'t>] {
        self.get(key).map_or(&[], |at| at.0.items())
    }

    /// The bytes of a key, if there is one.
    pub(super) fn key_span(self, key: &str) -> Option<(usize, usize)> {
        self.0.members().find(|member| member.key == key).map(|member| (member.start, member.end))
    }

    /// An item of a list, else the list itself.
    pub(super) fn item(self, index: usize) -> Self {
        self.0.items().get(index).map_or(self, At)
    }

    /// An item of a list under a key.
    pub(super) fn of(self, key: &str, index: usize) -> Self {
        self.key(key).item(index)
    }

    /// The bytes to underline: a whole plain value, but only the opening bracket of a list or an object.
    pub(super) fn span(self) -> (usize, usize) {
        match self.0.shape {
            Shape::List(_) | Shape::Object(_) => (self.0.start, self.0.start + 1),
            _ => (self.0.start, self.0.end),
        }
    }

    /// The value itself.
    pub(super) fn node(self) -> &'r Node<'t> {
        self.0
    }
}
