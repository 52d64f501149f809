//! Where the data, the list of all metrics and the kept copy of an edition are.

use super::Site;
use super::names::safe_stem;
use figure_tracker_core::date::Date;

/// The folder of all editions.
pub const EDITIONS: &str = "editions/";

/// The edition that the data set names.
pub(super) fn edition_name(site: &Site<'_>) -> Option<String> {
    site.dataset.edition.as_ref().map(Date::text)
}

/// The folder of the data set's edition, with `/` at its end.
pub(super) fn edition_folder(site: &Site<'_>) -> Option<String> {
    edition_name(site).map(|name| [EDITIONS, &safe_stem(&name), "/"].concat())
}

/// Where the data is, from a page.
pub(super) fn data_address(site: &Site<'_>) -> String {
    match &site.options.data {
        Some(data) if !site.frozen => data.clone(),
        _ => "data.json".to_owned(),
    }
}

/// Where the data is, for other programs.
pub(super) fn public_data_address(site: &Site<'_>) -> String {
    match &site.options.data {
        Some(data) if !site.frozen => data.clone(),
        _ => public_address(site, "data.json"),
    }
}

/// Where all metrics are listed, for other programs.
pub(super) fn public_index_address(site: &Site<'_>) -> String {
    public_address(site, "index.html")
}

/// A file beside the pages: in full where the site's address was given.
fn public_address(site: &Site<'_>, name: &str) -> String {
    match site.options.base {
        Some(_) => site.full_address(&[&site.folder, name].concat()),
        None => name.to_owned(),
    }
}
