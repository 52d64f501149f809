//! From the located tree to the [`raw`] mirror: a serde deserializer that collects faults and never fails.
//!
//! Where a value has the wrong shape it notes a problem with the value's place and hands serde something
//! harmless of the right shape, so that reading goes on and every fault is listed. No rule about figures here.

mod access;
mod fault;

use std::cell::RefCell;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use self::access::{Items, Members, Variant};
use self::fault::quoted;
use super::finding::Findings;
use super::raw::{self, required};
use super::tree::{Member, Node, Shape};

/// Reads a whole data set.
pub(super) fn read(root: &Node<'_>, findings: &mut Findings) -> raw::Dataset {
    let reader = Reader { node: root, what: What::Whole, nullable: false, findings: &RefCell::new(findings) };
    raw::Dataset::deserialize(reader).unwrap_or_default()
}

/// What a value is to the one that holds it.
#[derive(Clone, Copy)]
enum What<'r> {
    Whole,
    Key(&'r str),
    ItemOf(&'r str),
}

/// The deserializer of one value.
#[derive(Clone, Copy)]
struct Reader<'r> {
    node: &'r Node<'r>,
    what: What<'r>,
    nullable: bool,
    findings: &'r RefCell<&'r mut Findings>,
}

impl<'r> Reader<'r> {
    fn name(self) -> &'r str {
        match self.what {
            What::Whole => "",
            What::Key(name) | What::ItemOf(name) => name,
        }
    }

    /// The text of the value; empty, and noted, where it is no text.
    fn text(self) -> &'r str {
        if let Shape::Text(text) = &self.node.shape {
            return text;
        }
        self.wrong("a text in double quotes");
        ""
    }

    /// The members of an object, of which each key is one of `keys`.
    fn record(self, name: &str, keys: &'static [&'static str]) -> Vec<&'r Member<'r>> {
        if !matches!(self.node.shape, Shape::Object(_)) {
            self.wrong("an object");
            return Vec::new();
        }
        let needed = required(name);
        for key in needed.iter().filter(|key| self.node.members().all(|member| member.key != **key)) {
            self.missing(name, key);
        }
        let mut known = Vec::new();
        for member in self.node.members() {
            let key = member.key.as_ref();
            if !keys.contains(&key) {
                self.unknown_key(name, member, keys);
            } else if needed.contains(&key) || member.node.shape != Shape::Null {
                known.push(member);
            }
        }
        known
    }

    /// The variant that the value names; the first one, and noted, where it names none.
    fn variant(self, variants: &'static [&'static str]) -> &'static str {
        let first = variants.first().copied().unwrap_or_default();
        let Shape::Text(text) = &self.node.shape else {
            self.wrong("a text in double quotes");
            return first;
        };
        if let Some(known) = variants.iter().find(|variant| *variant == text) {
            return known;
        }
        let mut findings = self.findings.borrow_mut();
        let message = ["`", text, "` is not a value of `", self.name(), "`"].concat();
        let guess = findings.did_you_mean(text, variants.iter().copied());
        let hint = guess.unwrap_or_else(|| ["its values are ", &quoted(variants)].concat());
        findings.spoil("unknown-value", self.node, message, Some(hint));
        first
    }

    /// A number in JSON notation, in quotes where it is written as a string.
    fn number(self) -> String {
        match &self.node.shape {
            Shape::Number(text) => (*text).to_owned(),
            Shape::Text(text) => ["\"", text, "\""].concat(),
            _ => {
                self.wrong("a number or a decimal string");
                "0".to_owned()
            }
        }
    }

    /// The members of an object whose keys are languages or plural categories.
    fn keyed<'de, V: Visitor<'de>>(self, expected: &str, visitor: V) -> Result<V::Value, Never> {
        match &self.node.shape {
            Shape::Text(text) => visitor.visit_str(text),
            Shape::Object(_) => visitor.visit_map(Members::new(self, self.node.members().collect(), &[])),
            _ => {
                self.wrong(expected);
                visitor.visit_str("")
            }
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Never;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_map(Members::new(self, self.record(name, fields), required(name)))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if !matches!(self.node.shape, Shape::List(_)) {
            self.wrong("a list");
        }
        visitor.visit_seq(Items::new(self))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        match self.node.shape {
            Shape::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(Variant(self.variant(variants)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        match name {
            "Number" => visitor.visit_str(&self.number()),
            "Label" => {
                self.keyed("a word, or an object from plural category or language tag to words", visitor)
            }
            _ => self.keyed("a text, or an object from language tag to text", visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if !matches!(self.node.shape, Shape::Bool(_)) {
            self.wrong("true or false");
        }
        visitor.visit_bool(self.node.shape == Shape::Bool(true))
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let number = if let Shape::Number(text) = self.node.shape { text.parse().ok() } else { None };
        if number.is_none() {
            self.wrong("a whole number");
        }
        visitor.visit_u32(number.unwrap_or_default())
    }

    /// Nothing in the mirror asks for just any value.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct map
        identifier ignored_any
    }
}

/// The error that serde wants and this reader never makes.
#[derive(Debug)]
struct Never;

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
