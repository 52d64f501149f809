//! Objects with declared keys: none unknown, none twice, none missing.

use std::borrow::Cow;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;

use super::{Edit, Holder, ShapeCheck};
use crate::declaration::{Field, Record};
use crate::findings::Finding;
use crate::hash::{HashSet, HashSetExt};
use crate::tree::{bytes_of, is_null, key_bytes, members, underlined};

impl ShapeCheck {
    /// Checks an object by what is declared for it.
    pub(super) fn check_record(&mut self, value: &Value<'_>, record: &Record, holder: Holder<'_>) {
        if !matches!(value, Value::Object(_)) {
            let reading = if matches!(holder, Holder::Nothing) { Some("{}") } else { None };
            return self.report_type(value, "an object", reading, holder);
        }
        let (mut known, mut unknown, mut removed) = (0_u64, HashSet::new(), Vec::new());
        for (index, member) in members(value).iter().enumerate() {
            let key = member.name.as_str();
            let number = record.fields.iter().position(|field| field.key == key);
            let bit = number.map_or(0, |number| 1 << number);
            let is_duplicate = if number.is_some() { known & bit != 0 } else { !unknown.insert(key) };
            known |= bit;
            match number.and_then(|number| record.fields.get(number)) {
                Some(field) if !is_duplicate => self.check_field(member, field),
                _ => {
                    removed.push(index);
                    self.report_surplus_member(member, record, is_duplicate);
                }
            }
        }
        self.remove_members(value, &removed);
        let is_missing = |number: usize, field: &&Field| field.is_required && known & (1 << number) == 0;
        let missing = record.fields.iter().enumerate().filter(|(number, field)| is_missing(*number, field));
        let missing: Vec<&Field> = missing.map(|(_, field)| field).collect();
        self.report_missing_keys(value, record, &missing, removed.len() < members(value).len());
    }

    /// Says which keys an object lacks, and lets it be read as if it had them.
    fn report_missing_keys(
        &mut self,
        object: &Value<'_>,
        record: &Record,
        missing: &[&Field],
        has_others: bool,
    ) {
        if missing.is_empty() {
            return;
        }
        self.lacks_keys = true;
        for field in missing {
            let message = format!("`{}` is missing in this {}", field.key, record.name);
            self.findings.push(Finding::error("missing-key", underlined(object), message));
        }
        let member = |field: &&Field| Some(format!("\"{}\":{}", field.key, field.kind.neutral()?));
        match missing.iter().map(member).collect::<Option<Vec<_>>>() {
            None => self.read_as(bytes_of(object), None),
            Some(members) => {
                let inside = object.start() + 1;
                let comma = if has_others { "," } else { "" };
                let replacement = Some(Cow::Owned(members.join(",") + comma));
                self.edits.push(Edit { bytes: inside..inside, replacement });
            }
        }
    }

    fn check_field(&mut self, member: &ObjectProp<'_>, field: &Field) {
        if field.is_required || !is_null(&member.value) {
            let holder = Holder::Key { name: &field.key, is_required: field.is_required };
            self.check_value(&member.value, &field.kind, holder);
        }
    }

    /// Says that a key stands twice, or is none of the record.
    fn report_surplus_member(&mut self, member: &ObjectProp<'_>, record: &Record, is_duplicate: bool) {
        if is_duplicate {
            return self.report_duplicate_key(member);
        }
        let key = member.name.as_str();
        let message = format!("`{key}` is not a key of a {}", record.name);
        let keys: Vec<&str> = record.fields.iter().map(|field| field.key.as_str()).collect();
        let help = self.name_meant(key, &keys, "its keys are");
        self.findings.push(Finding::error("unknown-key", key_bytes(member), message).with_help(help));
    }

    pub(super) fn report_duplicate_key(&mut self, member: &ObjectProp<'_>) {
        let message = format!("`{}` stands twice in the same object", member.name.as_str());
        let finding = Finding::error("duplicate-key", key_bytes(member), message);
        self.findings.push(finding.with_help("keep one of the two"));
        self.faulty.push(bytes_of(member));
    }

    /// Lets an object be read without some of its members, each run of them with the comma that belongs to it.
    fn remove_members(&mut self, object: &Value<'_>, removed: &[usize]) {
        let members = members(object);
        for run in removed.chunk_by(|before, index| before + 1 == *index) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let before = first.checked_sub(1).and_then(|index| members.get(index));
            let own_start = members.get(*first).map_or(0, Ranged::start);
            let close = object.end().saturating_sub(1);
            let bytes = match (members.get(last + 1), before) {
                (Some(next), _) => own_start..next.start(),
                (None, Some(before)) => before.end()..close,
                (None, None) => own_start..close,
            };
            self.read_as(bytes, Some(""));
        }
    }
}
