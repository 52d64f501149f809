//! The frozen copies: the pages of one edition with its data, in a folder of its own.
//!
//! They hold nothing that a later edition would change: no picture, no table, no feed, only links to them.

use super::names::safe_stem;
use super::{File, Site, index, ledger, page};
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

/// The frozen copies of every page; none where the data set names no edition.
pub(super) fn print_edition(site: &Site<'_>, text: &str, page_done: &dyn Fn()) -> Vec<File> {
    let Some(folder) = edition_folder(site) else { return Vec::new() };
    let fresh = Site::new(site.dataset.clone(), site.options, site.shared.clone());
    let (translations, language_folder) = (site.translations.clone(), site.language_folder.clone());
    let frozen = Site { folder, frozen: true, translations, language_folder, ..fresh };
    let mut files =
        vec![frozen.new_file("data.json", text), index::print_index(&frozen), ledger::print_ledger(&frozen)];
    for metric in &frozen.dataset.metrics {
        files.push(page::print_metric_page(&frozen, metric));
        page_done();
    }
    files
}
