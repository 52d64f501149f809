//! What is wrong with the shape of a value, and what would be right.

use super::{Of, Value};
use crate::dataset::finding::Findings;
use crate::dataset::shape::Record;
use crate::dataset::tree::Member;

impl Value<'_, '_> {
    /// Notes that the value is not what it should be.
    pub(super) fn wrong(self, right: &str, findings: &mut Findings) {
        let (before, name, after) = match self.of {
            Of::Whole => ("the data set", "", ""),
            Of::Key(name) => ("`", name, "`"),
            Of::Item(name) => ("an item of `", name, "`"),
        };
        let message = [before, name, after, " is ", self.node.kind()].concat();
        let null = if self.nullable { ", or null," } else { "" };
        let hint = [right, null, " would be right"].concat();
        findings.spoil("wrong-type", self.node, message, Some(hint));
    }

    /// Notes that a key is missing in the object.
    pub(super) fn missing(self, record: &Record, key: &str, findings: &mut Findings) {
        let span = (self.node.start, self.node.start + 1);
        let message = ["`", key, "` is missing in this ", record.name].concat();
        findings.fault("missing-key", span, message, None);
    }

    /// Notes a name that is none of those that may stand there.
    pub(super) fn one_of(self, names: &[&str], name: &str, findings: &mut Findings) {
        if !names.contains(&name) {
            let message = ["`", name, "` is not a value of `", self.name(), "`"].concat();
            let hint = meant(name, names, "its values are `", findings);
            findings.spoil("unknown-value", self.node, message, Some(hint));
        }
    }
}

/// Notes a key that a record does not have.
pub(super) fn unknown_key(record: &Record, member: &Member<'_>, findings: &mut Findings) {
    let message = ["`", &member.key, "` is not a key of a ", record.name].concat();
    let keys: Vec<&str> = record.fields.iter().map(|field| field.key).collect();
    let hint = meant(&member.key, &keys, "its keys are `", findings);
    findings.fault("unknown-key", (member.start, member.end), message, Some(hint));
}

/// The name that may have been meant, else all there are.
fn meant(name: &str, names: &[&str], all: &str, findings: &mut Findings) -> String {
    let guess = findings.did_you_mean(name, &mut names.iter().copied());
    guess.unwrap_or_else(|| [all, &names.join("`, `"), "`"].concat())
}
