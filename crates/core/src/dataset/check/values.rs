//! The rules for one value, wherever in a file it stands: what the tables of the format say a value is tells
//! which rule it is held to.

use super::{dates, numbers, references, sources, texts};
use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::raw::DATASET;
use crate::dataset::shape::{Record, What};
use crate::dataset::tree::{At, Node};

/// Every text says something, every language, date, number and address is one, every reference leads somewhere.
pub(super) fn values(facts: &Facts<'_>, findings: &mut Findings) {
    record(facts, facts.root.node(), &DATASET, findings);
}

/// As deep as the tables, whose depth is four.
fn record(facts: &Facts<'_>, node: &Node<'_>, table: &'static Record, findings: &mut Findings) {
    for member in node.members() {
        let Some(field) = table.field(&member.key) else { continue };
        let (key, at) = (field.key, At(&member.node));
        match field.what {
            What::List(inner) => {
                at.node().items().iter().for_each(|item| record(facts, item, inner, findings));
            }
            What::Text => texts::text(key, at, findings),
            What::Label => texts::label(at, findings),
            What::Language => texts::language(at, findings),
            What::Date => dates::date(at, findings),
            What::Number => numbers::decimals(key, at, findings),
            What::Address => sources::address(key, at, findings),
            What::Ref(list) => references::reference(facts, list, at, findings),
            What::Refs(list) => {
                for item in at.node().items() {
                    references::reference(facts, list, At(item), findings);
                }
            }
            _ => {}
        }
    }
}
