//! What a table of the format is made of: records, their keys, and what stands under each.
//!
//! The tables themselves are in [`raw`](super::raw).

/// A kind of object in a file.
pub(crate) struct Record {
    /// What it is called in a sentence.
    pub(crate) name: &'static str,
    /// Its keys, in the order in which they are written.
    pub(crate) fields: &'static [Field],
}

/// A key of a record.
pub(crate) struct Field {
    pub(crate) key: &'static str,
    /// What its value is.
    pub(crate) what: What,
    /// Whether it must be there.
    pub(crate) needed: bool,
}

/// What a value is.
pub(crate) enum What {
    /// The version of the format.
    Version,
    /// A text for machines, about which no rule for all keys says anything.
    Word,
    /// A list of such texts.
    Words,
    /// A text for readers.
    Text,
    /// The word for a counted thing.
    Label,
    /// A number or a decimal string.
    Number,
    /// True or false.
    Flag,
    /// A date in EDTF.
    Date,
    /// An `http` or `https` address.
    Address,
    /// A BCP 47 tag.
    Language,
    /// One of these names.
    One(&'static [&'static str]),
    /// An id in the list under this key of the data set.
    Ref(&'static str),
    /// A list of such ids.
    Refs(&'static str),
    /// A list of records.
    List(&'static Record),
}

impl Record {
    /// What is under a key.
    pub(crate) fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}
