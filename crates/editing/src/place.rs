//! How a rule says where: by collection, index and field, never by a text that could be misspelt.

use std::fmt;

/// Declares the keys of the format that rules speak of.
macro_rules! keys {
    ($($Key:ident $name:literal,)*) => {
        /// A key of the format that rules speak of. A test holds each to the format's own declarations.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum Key {
            $($Key,)*
        }

        impl Key {
            /// Every key.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$Key),*];

            /// Returns the key as it is written in a file.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$Key => $name,)*
                }
            }
        }
    };
}

keys! {
    Edition "edition",
    Units "units",
    Institutions "institutions",
    Speakers "speakers",
    Outlets "outlets",
    Sources "sources",
    Groups "groups",
    Metrics "metrics",
    Figures "figures",
    Relations "relations",
    Events "events",
    Corrections "corrections",
    Id "id",
    Name "name",
    Label "label",
    Spellings "spellings",
    Currency "currency",
    Percent "percent",
    Outlet "outlet",
    Published "published",
    Archived "archived",
    Group "group",
    Unit "unit",
    PartOf "part_of",
    Scopes "scopes",
    Metric "metric",
    Scope "scope",
    Value "value",
    Low "low",
    High "high",
    Words "words",
    Said "said",
    AsOf "as_of",
    Speaker "speaker",
    Institution "institution",
    Source "source",
    Cites "cites",
    Status "status",
    StatusNote "status_note",
    StatusSource "status_source",
    Whole "whole",
    Parts "parts",
    AddsUp "adds_up",
    From "from",
    To "to",
    Date "date",
    Figure "figure",
}

/// A step from a value to one within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// To the value under a key.
    Key(Key),
    /// To the value under a key if there is one, else nowhere: what is absent is shown at the object that lacks it.
    KeyIfThere(Key),
    /// To the value under a key of an object; any other value stands for it.
    KeyIfObject(Key),
    /// To an item of a list.
    Index(usize),
    /// To the text in one language.
    Language(&'a str),
}

/// Where in a dataset a rule has found something: the steps from the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place<'a> {
    pub(crate) steps: Vec<Step<'a>>,
    /// Whether the key of the last step is meant, and not its value.
    pub(crate) is_key: bool,
}

impl<'a> Place<'a> {
    /// Returns the place of a key of the dataset itself.
    pub(crate) fn of_dataset(key: Key) -> Self {
        Self { steps: vec![Step::Key(key)], is_key: false }
    }

    /// Returns the place of an item of a list of the dataset.
    pub(crate) fn of(list: Key, index: usize) -> Self {
        Self::of_dataset(list).item(index)
    }

    /// Goes on to the value under a key, which must be there.
    pub(crate) fn key(self, key: Key) -> Self {
        self.step(Step::Key(key))
    }

    /// Goes on to the value under a key, if there is one.
    pub(crate) fn key_if_there(self, key: Key) -> Self {
        self.step(Step::KeyIfThere(key))
    }

    /// Goes on to the value under a key of an object; a word that is written instead of the object stands for it.
    pub(crate) fn key_if_object(self, key: Key) -> Self {
        self.step(Step::KeyIfObject(key))
    }

    /// Goes on to an item of a list.
    pub(crate) fn item(self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// Goes on to the text in a language; a text without language stays where it is.
    pub(crate) fn language(self, tag: Option<&'a str>) -> Self {
        match tag {
            Some(tag) => self.step(Step::Language(tag)),
            None => self,
        }
    }

    /// Means the key itself, and not its value.
    pub(crate) fn key_itself(self) -> Self {
        Self { is_key: true, ..self }
    }

    fn step(mut self, step: Step<'a>) -> Self {
        self.steps.push(step);
        self
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
