//! What can be wrong with a record, or between two, in sentences that name their ids.

use std::fmt;

use crate::dataset::format::RelationType;

/// What is wrong with a record, or between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// Two entries of a list have one id.
    DuplicateId {
        /// What an entry of the list is called.
        noun: &'static str,
        /// The id.
        id: String,
    },
    /// A reference leads nowhere.
    UnresolvedReference {
        /// The record with the reference.
        record: String,
        /// What is referred to.
        noun: &'static str,
        /// The id that nothing has.
        id: String,
    },
    /// Records are, by way of others, parts or successors of themselves.
    Cycle {
        /// What the records are called.
        noun: &'static str,
        /// The id of one of them.
        id: String,
    },
    /// A unit has none, or more than one, of `label`, `currency` and `percent`.
    AmbiguousUnit {
        /// The id of the unit.
        unit: String,
    },
    /// The lower end of a range is above its upper end.
    LowAboveHigh {
        /// The id of the figure.
        figure: String,
    },
    /// A value lies outside of its range.
    ValueOutsideRange {
        /// The id of the figure.
        figure: String,
    },
    /// A figure has no value, no range and no words.
    NothingReported {
        /// The id of the figure.
        figure: String,
    },
    /// A figure names no document.
    NoSource {
        /// The id of the figure.
        figure: String,
    },
    /// A figure is related to itself.
    SelfRelation {
        /// The kind of relation.
        relation: RelationType,
        /// The id of the figure.
        figure: String,
    },
    /// A relation lacks a key of its type.
    IncompleteRelation {
        /// The kind of relation.
        relation: RelationType,
        /// Its index in the file.
        index: usize,
        /// The key.
        key: &'static str,
    },
}

impl RecordFault {
    /// A reference to an entry that isn't there.
    pub(super) fn unresolved(referrer: Referrer<'_>, noun: &'static str, id: &str) -> Self {
        Self::UnresolvedReference { record: referrer.to_string(), noun, id: id.to_owned() }
    }
}

impl fmt::Display for RecordFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId { noun, id } => write!(f, "more than one {noun} has the id `{id}`"),
            Self::UnresolvedReference { record, noun, id } => {
                write!(f, "{record} refers to the {noun} `{id}`, which is not in the file")
            }
            Self::Cycle { noun, id } => write!(f, "the {noun} `{id}` leads back to itself by way of others"),
            Self::AmbiguousUnit { unit } => {
                write!(f, "the unit `{unit}` needs exactly one of `label`, `currency` and `percent`")
            }
            Self::LowAboveHigh { figure } => write!(f, "`low` is above `high` in the figure `{figure}`"),
            Self::ValueOutsideRange { figure } => {
                write!(f, "`value` is outside of `low` and `high` in the figure `{figure}`")
            }
            Self::NothingReported { figure } => {
                write!(
                    f,
                    "the figure `{figure}` reports nothing: it has no `value`, `low`, `high` or `words`"
                )
            }
            Self::NoSource { figure } => write!(f, "the figure `{figure}` has no source"),
            Self::SelfRelation { relation, figure } => {
                write!(f, "the figure `{figure}` is in the relation `{}` with itself", relation.name())
            }
            Self::IncompleteRelation { relation, index, key } => {
                write!(f, "the relation `{}` in /relations/{index} has no `{key}`", relation.name())
            }
        }
    }
}

/// Who refers to something.
#[derive(Clone, Copy, Debug)]
pub enum Referrer<'a> {
    /// A record of this noun and id.
    Record(&'static str, &'a str),
    /// An entry without id: the list, and its index there.
    Entry(&'static str, usize),
}

impl fmt::Display for Referrer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(noun, id) => write!(f, "the {noun} `{id}`"),
            Self::Entry(list, index) => write!(f, "/{list}/{index}"),
        }
    }
}
