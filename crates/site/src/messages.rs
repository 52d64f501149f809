//! What the links between the files say, per language: a message catalog of the site's own, which the widget need not
//! carry.

use std::sync::LazyLock;

use figure_tracker_core::language::negotiate;
use serde::Deserialize;

/// The messages of one language, as its file in `locales/` gives them.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkMessages {
    /// The language, a BCP 47 tag.
    pub(crate) language: String,
    /// The territory that previews are told where the language alone is known.
    pub(crate) territory: String,
    /// Leads to the rows of a metric.
    pub(crate) table: String,
    /// Leads to the data in the data format.
    pub(crate) data: String,
    /// Leads to the picture for print.
    pub(crate) drawing: String,
    /// Leads to the picture for previews.
    pub(crate) picture: String,
    /// Leads to the feed.
    pub(crate) feed: String,
    /// Leads from a page to its frozen copy.
    pub(crate) frozen: String,
    /// Leads from a frozen copy to the page that is updated.
    pub(crate) updating: String,
    /// Says so of a picture whose value axis starts elsewhere.
    pub(crate) broken_scale: String,
}

/// English first, which stands in for any other language.
const FILES: [&str; 11] = [
    include_str!("../locales/en.json"),
    include_str!("../locales/ar.json"),
    include_str!("../locales/de.json"),
    include_str!("../locales/es.json"),
    include_str!("../locales/fr.json"),
    include_str!("../locales/kk.json"),
    include_str!("../locales/pt.json"),
    include_str!("../locales/ru.json"),
    include_str!("../locales/tr.json"),
    include_str!("../locales/uk.json"),
    include_str!("../locales/zh.json"),
];

static CATALOGS: LazyLock<[LinkMessages; 11]> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "an embedded catalog is part of the program, and a test reads each"
    )]
    FILES.map(|json| serde_json::from_str(json).expect("an embedded catalog is whole"))
});

impl LinkMessages {
    /// Returns the messages of the language nearest to `tag`; the English ones where there are none.
    pub(super) fn for_language(tag: &str) -> &'static Self {
        let [english, ..] = &*CATALOGS;
        let position = negotiate(tag, CATALOGS.iter().map(|catalog| &*catalog.language));
        position.and_then(|position| CATALOGS.get(position)).unwrap_or(english)
    }
}
