//! The languages of a site: pages in the data set's own language are at the top, those in the others each in a folder that
//! is named after the language, as `ru/deaths.html`.

use super::names::safe_stem;
use super::{Options, Translation, resolve_from_top};
use figure_tracker_core::dataset::Dataset;
use figure_tracker_core::language::LanguageTag;

/// The languages that a data set is printed in: that of the pages at the top, then those into which its title is translated.
pub(super) fn translations(dataset: &Dataset, options: &Options) -> Vec<Translation> {
    let top = options.language.as_deref().unwrap_or(&dataset.language);
    let mut all = vec![Translation { tag: top.to_owned(), folder: String::new() }];
    let own = [&dataset.language].into_iter().chain(dataset.title.entries.iter().map(|(tag, _)| tag));
    for tag in own {
        let is_new =
            |known: &Translation| !LanguageTag::new(&known.tag).is_same_language(LanguageTag::new(tag));
        if !tag.is_empty() && all.iter().all(is_new) {
            all.push(Translation { tag: tag.clone(), folder: safe_stem(tag) + "/" });
        }
    }
    all
}

/// The options of the site in one of its languages.
pub(super) fn options_in(options: &Options, own: &Translation) -> Options {
    if own.is_at_top() {
        return options.clone();
    }
    let from_folder = |address: &String| resolve_from_top(address, |address| own.path_to_top(address));
    let base = options.base.as_ref().map(|base| [base.trim_end_matches('/'), "/", &own.folder].concat());
    Options {
        base,
        widget: options.widget.as_ref().map(from_folder),
        data: Some(options.data.as_ref().map_or_else(|| own.path_to_top("data.json"), from_folder)),
        language: Some(own.tag.clone()),
        views: options.views.clone(),
        style_file: options.style_file,
    }
}

impl Translation {
    /// Whether its pages are at the top.
    pub(super) fn is_at_top(&self) -> bool {
        self.folder.is_empty()
    }

    /// The address of a file at the top, from the folder of this language.
    pub(super) fn path_to_top(&self, href: &str) -> String {
        if self.is_at_top() { href.to_owned() } else { ["../", href].concat() }
    }
}
