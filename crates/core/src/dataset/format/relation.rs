//! How figures relate, what happened beside them, and what was mended in the file.

use super::Text;
use super::record::record;
use crate::dataset::names::named;
use crate::date::Date;

record! {
    /// How figures relate: a `sum` has `whole`, `parts` and `adds_up`; every other type has `from` and `to`.
    #[derive(Default)]
    #[cfg_attr(feature = "schema", schemars(transform = super::schema::relation))]
    pub struct Relation as "relation" {
        /// What kind of relation it is.
        required kind: RelationType as "type",
        /// Of a sum: the id of the figure that is the whole.
        optional whole: Option<String>,
        /// Of a sum: the ids of the figures that are its parts.
        optional parts: Vec<String>,
        /// Of a sum: whether the parts add up to the whole.
        optional adds_up: Option<bool>,
        /// The id of the figure that does it.
        optional from: Option<String>,
        /// The id of the figure that it is done to.
        optional to: Option<String>,
        /// What a careful reader must know of it, in our words.
        optional note: Option<Text>,
    }
}

named! {
    /// What kind of relation it is.
    #[derive(Default)]
    pub enum RelationType as "relation type" {
        /// The parts and their whole.
        #[default]
        "sum" Sum,
        /// `from` is contained in `to`.
        "part_of" PartOf,
        /// `from` is the newer count of what `to` counted.
        "revises" Revises,
        /// `from` says again what `to` said.
        "repeats" Repeats,
        /// `from` and `to` can't both be right.
        "contradicts" Contradicts,
        /// `from` takes `to` back.
        "retracts" Retracts,
        /// `from` and `to` look like a change and are none.
        "not_comparable" NotComparable,
        /// `from` is `to` in another currency or unit.
        "converted" Converted,
    }
}

record! {
    /// Something that happened, drawn on the time axis.
    pub struct Event as "event" {
        /// When (EDTF).
        required date: Date,
        /// What.
        required label: Text,
    }
}

record! {
    /// Something the keepers of this file mended in it.
    pub struct Correction as "correction" {
        /// When it was mended (EDTF).
        required date: Date,
        /// The id of the figure, if it was about one.
        optional figure: Option<String>,
        /// What was mended.
        required note: Text,
    }
}
