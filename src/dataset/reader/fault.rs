//! What is wrong with the shape of a value, and what would be right.

use super::{Reader, What};
use crate::dataset::tree::Member;

impl Reader<'_> {
    /// Notes that the value is not what it should be.
    pub(super) fn wrong(self, expected: &str) {
        let subject = match self.what {
            What::Whole => "the data set".to_owned(),
            What::Key(name) => ["`", name, "`"].concat(),
            What::ItemOf(name) => ["an item of `", name, "`"].concat(),
        };
        let message = [&subject, " is ", self.node.kind()].concat();
        let null = if self.nullable { ", or null," } else { "" };
        let hint = [expected, null, " would be right"].concat();
        self.findings.borrow_mut().spoil("wrong-type", self.node, message, Some(hint));
    }

    pub(super) fn missing(self, name: &str, key: &str) {
        let span = (self.node.start, self.node.start + 1);
        let message = ["`", key, "` is missing in this ", name].concat();
        self.findings.borrow_mut().fault("missing-key", span, message, None);
    }

    pub(super) fn unknown_key(self, name: &str, member: &Member<'_>, keys: &[&'static str]) {
        let mut findings = self.findings.borrow_mut();
        let message = ["`", &member.key, "` is not a key of a ", name].concat();
        let guess = findings.did_you_mean(&member.key, keys.iter().copied());
        let hint = guess.unwrap_or_else(|| ["its keys are ", &quoted(keys)].concat());
        findings.fault("unknown-key", (member.start, member.end), message, Some(hint));
    }
}

/// `` `a`, `b` ``
pub(super) fn quoted(words: &[&str]) -> String {
    ["`", &words.join("`, `"), "`"].concat()
}
