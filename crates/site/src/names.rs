//! What the files of a metric are called: after its id, safe on every file system, no two the same.

use std::collections::{BTreeSet, HashMap};

use figure_tracker_core::dataset::Dataset;

/// Names that other files of the site have, or Windows its devices.
const TAKEN: [&str; 28] = [
    "index", "data", "feed", "sitemap", "embed", "ledger", "con", "prn", "aux", "nul", "com1", "com2",
    "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6",
    "lpt7", "lpt8", "lpt9",
];
/// How many bytes of a name are kept: a file system takes 255, with the ending and a number.
const LONGEST: usize = 160;

/// The names of all metrics' files, without their endings.
#[derive(Debug)]
pub struct Names {
    by_id: HashMap<String, String>,
}

impl Names {
    /// The names for a data set. An id of letters, digits, `-` and `_` is its own name.
    pub fn new(dataset: &Dataset) -> Self {
        let mut taken: BTreeSet<String> = TAKEN.into_iter().map(str::to_owned).collect();
        let mut by_id = HashMap::new();
        for metric in &dataset.metrics {
            let safe = shorten_stem(safe_stem(&metric.id));
            let numbered = (2..).map(|number: usize| format!("{safe}~{number}"));
            let name =
                std::iter::once(safe.clone()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
            by_id.insert(metric.id.clone(), name.unwrap_or(safe));
        }
        Self { by_id }
    }

    /// The name of a metric's files; its id where it has none.
    pub fn file_stem<'n>(&'n self, metric: &'n str) -> &'n str {
        self.by_id.get(metric).map_or(metric, String::as_str)
    }

    /// The address of one of a metric's files, from another file in the same folder.
    pub fn href(&self, metric: &str, ending: &str) -> String {
        percent_encode(self.file_stem(metric)) + ending
    }
}

/// An id with `~` and its number in place of each character that file systems or addresses take amiss.
pub(super) fn safe_stem(id: &str) -> String {
    let letter = |c: char| match c {
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => c.to_string(),
        c => format!("~{:x}", u32::from(c)),
    };
    id.chars().map(letter).collect()
}

/// A name that no file system finds too long: its beginning, and what tells it from others with the same beginning.
pub(super) fn shorten_stem(name: String) -> String {
    if name.len() <= LONGEST {
        return name;
    }
    let digest = super::style::hash_bytes(name.as_bytes());
    let end = (0..=LONGEST).rev().find(|end| name.is_char_boundary(*end)).unwrap_or_default();
    format!("{}~{digest:016x}", name.get(..end).unwrap_or_default())
}

/// A text as part of an address.
pub(crate) fn percent_encode(text: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    utf8_percent_encode(text, KEPT).to_string()
}
