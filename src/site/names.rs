//! What the files of a metric are called: after its id, safe on every file system, no two the same.

use std::collections::BTreeSet;

use crate::dataset::Dataset;

/// Names that other files of the site have.
const TAKEN: [&str; 4] = ["index", "data", "feed", "sitemap"];

/// The names of all metrics' files, without their endings.
#[derive(Debug)]
pub struct Names {
    by_id: Vec<(String, String)>,
}

impl Names {
    /// The names for a data set. An id of letters, digits, `-` and `_` is its own name.
    pub fn new(dataset: &Dataset) -> Self {
        let mut taken: BTreeSet<String> = TAKEN.into_iter().map(str::to_owned).collect();
        let mut by_id = Vec::new();
        for metric in &dataset.metrics {
            let safe = safe(&metric.id);
            let numbered = (2..).map(|number: usize| format!("{safe}~{number}"));
            let name =
                std::iter::once(safe.clone()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
            by_id.push((metric.id.clone(), name.unwrap_or(safe)));
        }
        Self { by_id }
    }

    /// The name of a metric's files; its id where it has none.
    pub fn name<'n>(&'n self, metric: &'n str) -> &'n str {
        self.by_id.iter().find(|(id, _)| id == metric).map_or(metric, |(_, name)| name)
    }

    /// The address of one of a metric's files, from another file in the same folder.
    pub fn href(&self, metric: &str, ending: &str) -> String {
        encoded(self.name(metric)) + ending
    }
}

/// An id with `~` and its number in place of each character that file systems or addresses take amiss.
fn safe(id: &str) -> String {
    let letter = |c: char| match c {
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => c.to_string(),
        c => format!("~{:x}", u32::from(c)),
    };
    id.chars().map(letter).collect()
}

/// A text as part of an address.
pub(crate) fn encoded(text: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    utf8_percent_encode(text, KEPT).to_string()
}
