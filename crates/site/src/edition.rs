//! The frozen copies: the pages of one edition with its data, in a folder of its own.
//!
//! They hold nothing that a later edition would change: no picture, no table, no feed, only links to them.

use super::addresses::edition_folder;
use super::{File, Site, index, ledger, page};

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
