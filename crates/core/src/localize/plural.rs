//! Plural categories, and messages that have a form for each. Which number is of which category is the
//! [`Locale`](super::Locale)'s to say.

use crate::deserialize::record::deserialize_record;
use crate::deserialize::{Field, Reading, Value, parse_into, unknown_name};

/// A plural category of CLDR: which numbers it holds differs from language to language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PluralCategory {
    /// Such as 0 in Arabic.
    Zero,
    /// Such as 1 in English.
    One,
    /// Such as 2 in Arabic.
    Two,
    /// Such as 2 to 4 in Russian.
    Few,
    /// Such as 5 to 20 in Russian.
    Many,
    /// All other numbers; every language has it.
    Other,
}

impl PluralCategory {
    /// Every category, in the order of CLDR.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// Returns the name that CLDR and the data format have for it, such as `few`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// Returns the category with this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }
}

impl Field for PluralCategory {
    fn blank() -> Self {
        Self::Other
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        parse_into(self, value, |name| {
            Self::from_name(name).ok_or_else(|| unknown_name(name, &Self::ALL.map(Self::name)))
        })
    }
}

/// A message in the plural forms of its language; the number is `{n}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PluralMessage {
    /// For [`PluralCategory::Zero`].
    pub zero: Option<String>,
    /// For [`PluralCategory::One`].
    pub one: Option<String>,
    /// For [`PluralCategory::Two`].
    pub two: Option<String>,
    /// For [`PluralCategory::Few`].
    pub few: Option<String>,
    /// For [`PluralCategory::Many`].
    pub many: Option<String>,
    /// For [`PluralCategory::Other`], and for every category that has no form of its own.
    pub other: String,
}

deserialize_record! {
    PluralMessage {
        optional zero, optional one, optional two, optional few, optional many, required other,
    } or other: "a text, or one for each plural category"
}

impl PluralMessage {
    /// A message that says nothing.
    pub(super) const EMPTY: Self =
        Self { zero: None, one: None, two: None, few: None, many: None, other: String::new() };

    /// Returns the form for a plural category.
    pub fn form(&self, category: PluralCategory) -> &str {
        let form = match category {
            PluralCategory::Zero => &self.zero,
            PluralCategory::One => &self.one,
            PluralCategory::Two => &self.two,
            PluralCategory::Few => &self.few,
            PluralCategory::Many => &self.many,
            PluralCategory::Other => &None,
        };
        form.as_deref().unwrap_or(&self.other)
    }
}
