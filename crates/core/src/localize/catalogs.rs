//! The message catalogs there are: English always, the other ones embedded with the feature `locales`, or registered
//! by a page that has fetched them.

use std::iter;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::catalog_reader::{CatalogError, ReadCatalog};
use super::messages::Messages;
use crate::language::negotiate;

/// The other catalogs in the program, as JSON.
const OTHERS: &[&str] = &[
    #[cfg(feature = "locales")]
    include_str!("../../locales/ar.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/de.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/es.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/fr.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/kk.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/pt.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/ru.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/tr.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/uk.json"),
    #[cfg(feature = "locales")]
    include_str!("../../locales/zh.json"),
];

/// The English catalog, which stands in for any other, and the names of the messages, in whose order all have them.
static ENGLISH: LazyLock<(Arc<Messages>, Vec<String>)> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "an embedded catalog is part of the program, and a test reads each"
    )]
    let (messages, names) = ReadCatalog::parse(include_bytes!("../../locales/en.json"))
        .expect("an embedded catalog is whole")
        .in_own_order();
    debug_assert_eq!(names, Messages::NAMES);
    (Arc::new(messages), names)
});

static CATALOGS: LazyLock<RwLock<Vec<Arc<Messages>>>> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "an embedded catalog is part of the program, and a test reads each"
    )]
    let read =
        |json: &&str| Arc::new(Messages::parse(json.as_bytes()).expect("an embedded catalog is whole"));
    RwLock::new(iter::once(Messages::english()).chain(OTHERS.iter().map(read)).collect())
});

impl Messages {
    /// Parses a message catalog, UTF-8 JSON as the files in `locales/` are.
    ///
    /// # Errors
    ///
    /// [`CatalogError`] where a message is missing, unknown or of another type.
    pub fn parse(json: &[u8]) -> Result<Self, CatalogError> {
        let (_, names) = &*ENGLISH;
        ReadCatalog::parse(json)?.in_order_of(names)
    }

    /// Parses a message catalog and registers it for the rest of the program: [`Messages::negotiate`] finds it
    /// from now on, and takes it before an earlier one of the same language.
    ///
    /// # Errors
    ///
    /// [`CatalogError`] where the catalog does not fit this build; nothing is registered then.
    pub fn register(json: &[u8]) -> Result<(), CatalogError> {
        let catalog = Arc::new(Self::parse(json)?);
        let mut catalogs = CATALOGS.write().unwrap_or_else(PoisonError::into_inner);
        catalogs.retain(|known| known.language != catalog.language);
        catalogs.push(catalog);
        Ok(())
    }

    /// Returns every catalog that is embedded or registered, English first.
    pub fn all() -> Vec<Arc<Self>> {
        CATALOGS.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the catalog nearest to the language `tag`; none where there is none of that language.
    pub fn negotiate(tag: &str) -> Option<Arc<Self>> {
        let catalogs = CATALOGS.read().unwrap_or_else(PoisonError::into_inner);
        let position = negotiate(tag, catalogs.iter().map(|catalog| &*catalog.language))?;
        catalogs.get(position).cloned()
    }

    /// Returns the catalog that stands in for every other: English.
    pub fn english() -> Arc<Self> {
        ENGLISH.0.clone()
    }
}
