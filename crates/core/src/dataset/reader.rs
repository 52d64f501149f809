//! Holds a located tree to the shape of the format: which keys there are, and what stands under each.
//!
//! Where a value has the wrong shape it notes a problem with the value's place and goes on, so that every fault
//! is listed; whoever reads such a value later finds nothing there. No rule about figures here.

mod fault;

use self::fault::unknown_key;
use super::finding::Findings;
use super::raw::DATASET;
use super::shape::{Record, What};
use super::tree::{Member, Node, Shape};
use crate::small::whole;

/// Notes every value of a data set that has the wrong shape, and every key that is missing or unknown.
pub(super) fn check(root: &Node<'_>, findings: &mut Findings) {
    Value { node: root, of: Of::Whole, nullable: false }.record(&DATASET, findings);
}

/// What a value is to the one that holds it.
#[derive(Clone, Copy)]
enum Of<'r> {
    Whole,
    Key(&'r str),
    Item(&'r str),
}

/// A value that is to have a shape.
#[derive(Clone, Copy)]
struct Value<'r, 't> {
    node: &'r Node<'t>,
    of: Of<'r>,
    /// Whether it might be null as well.
    nullable: bool,
}

impl<'r, 't> Value<'r, 't> {
    fn name(self) -> &'r str {
        match self.of {
            Of::Whole => "",
            Of::Key(name) | Of::Item(name) => name,
        }
    }

    fn check(self, what: &What, findings: &mut Findings) {
        let right = match (what, &self.node.shape) {
            (What::List(record), _) => {
                return self.each(&|item, findings| item.record(record, findings), findings);
            }
            (What::Words | What::Refs(_), _) => {
                return self.each(&|item, findings| item.check(&What::Word, findings), findings);
            }
            (What::Text, _) => {
                return self.keyed("a text, or an object from language tag to text", &What::Word, findings);
            }
            (What::Label, _) => {
                let right = "a word, or an object from plural category or language tag to words";
                return self.keyed(right, &What::Text, findings);
            }
            (What::One(names), Shape::Text(name)) => return self.one_of(names, name, findings),
            (What::Number, Shape::Number(_) | Shape::Text(_)) | (What::Flag, Shape::Bool(_)) => return,
            (What::Version, Shape::Number(text)) if whole(text).is_some_and(|n| u32::try_from(n).is_ok()) => {
                return;
            }
            (What::Number, _) => "a number or a decimal string",
            (What::Flag, _) => "true or false",
            (What::Version, _) => "a whole number",
            (_, Shape::Text(_)) => return,
            _ => "a text in double quotes",
        };
        self.wrong(right, findings);
    }

    /// Checks each item of a list.
    fn each(self, check: &dyn Fn(Self, &mut Findings), findings: &mut Findings) {
        if !matches!(self.node.shape, Shape::List(_)) {
            self.wrong("a list", findings);
        }
        for node in self.node.items() {
            check(Value { node, of: Of::Item(self.name()), nullable: false }, findings);
        }
    }

    /// Checks a text, or an object whose keys are languages or plural categories.
    fn keyed(self, right: &str, inner: &What, findings: &mut Findings) {
        if !matches!(self.node.shape, Shape::Text(_) | Shape::Object(_)) {
            self.wrong(right, findings);
        }
        for Member { key, node, .. } in self.node.members() {
            Value { node, of: Of::Key(key), nullable: false }.check(inner, findings);
        }
    }

    /// Checks an object by its table.
    fn record(self, record: &'static Record, findings: &mut Findings) {
        if !matches!(self.node.shape, Shape::Object(_)) {
            return self.wrong("an object", findings);
        }
        for field in record.fields.iter().filter(|field| field.needed) {
            if self.node.members().all(|member| member.key != field.key) {
                self.missing(record, field.key, findings);
            }
        }
        for member in self.node.members() {
            match record.field(&member.key) {
                None => unknown_key(record, member, findings),
                Some(field) if field.needed || !member.node.is_null() => {
                    let value = Value { node: &member.node, of: Of::Key(field.key), nullable: !field.needed };
                    value.check(&field.what, findings);
                }
                Some(_) => {}
            }
        }
    }
}
