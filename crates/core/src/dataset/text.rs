//! Texts in one language or several.

use std::sync::Arc;

use crate::language::{LanguageTag, negotiate};

/// A text that a reader sees, in one language or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Pairs of BCP 47 tag and text, never empty for a text of a checked data set. What is said again and again is shared.
    pub entries: Arc<[(String, String)]>,
}

impl Text {
    /// A text in one language.
    pub fn new(tag: &str, text: &str) -> Self {
        Self { entries: [(tag.to_owned(), text.to_owned())].into() }
    }

    /// Returns the text nearest to the language `tag` and the tag it is written in, as [`negotiate`] finds it;
    /// else the first text, which is the dataset's own language where there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use figure_tracker_core::dataset::Text;
    ///
    /// let deaths = Text { entries: [("en".into(), "Deaths".into()), ("kk".into(), "Қаза".into())].into() };
    /// assert_eq!(deaths.nearest("kk-KZ"), ("Қаза", "kk"));
    /// assert_eq!(deaths.nearest("ja"), ("Deaths", "en"));
    /// ```
    pub fn nearest(&self, tag: &str) -> (&str, &str) {
        // Most texts are in one language: of those nothing is asked.
        let position = match &*self.entries {
            [] | [_] => 0,
            entries => negotiate(tag, entries.iter().map(|(tag, _)| tag.as_str())).unwrap_or(0),
        };
        self.entries.get(position).map_or(("", ""), |(tag, text)| (text.as_str(), tag.as_str()))
    }

    /// Returns the language of the text nearest to `tag`, where it is another one than that of the interface around it, or
    /// written in another script.
    pub fn foreign_language(&self, tag: &str, interface: &str) -> Option<&str> {
        let (_, language) = self.nearest(tag);
        let is_foreign = !LanguageTag::new(language).is_same_writing(LanguageTag::new(interface));
        Some(language).filter(|language| is_foreign && !language.is_empty())
    }

    /// The text nearest to the language `tag`.
    pub fn get(&self, tag: &str) -> &str {
        self.nearest(tag).0
    }
}
