//! A data set as static files that need no script: a page, a picture and feeds for every metric.
//!
//! Pure: from a data set and options to names and bytes, the same for the same input. It opens no file and knows no
//! clock; the command line writes, and asks for the machine's fonts where [`Fonts::bundled`] lack a letter. What
//! the pages draw is drawn by [`figure_tracker::components`], as in the widget.

// The types of views are as deep as their markup.
#![recursion_limit = "256"]

mod addresses;
mod document;
mod edition;
mod embedded_view;
mod feed;
mod first_picture;
mod foot;
mod frame;
mod html;
mod index;
mod known_days;
mod language;
mod ledger;
mod linked;
mod messages;
mod meta;
mod names;
mod oembed;
mod page;
mod picture;
mod policy;
mod sitemap;
mod style;
mod summary;
mod tables;
mod views;
mod xml;

use std::sync::Arc;

use leptos::prelude::Owner;

pub use addresses::EDITIONS;
pub use embedded_view::{EmbeddedView, NoView};
pub use names::Names;
pub use picture::{CardError, Cards, Fonts, PngError};
pub use policy::style_source;

use figure_tracker::components::row_id;
use figure_tracker::state::{Attributes, TrackerOptions, TrackerState, ViewLink};
use figure_tracker_core::dataset::format::WebAddress;
use figure_tracker_core::dataset::{Dataset, Figure, Metric, Text};
use figure_tracker_core::localize::Localizer;
use figure_tracker_editing::json;

/// What stands for the address of the site where none is given.
pub const NOWHERE: &str = "https://example.org/";

/// How the files are made.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The address under which the files will lie, for what must be said in full: feeds, pictures for other sites.
    pub base: Option<String>,
    /// The address of `figure-tracker.js`, from the pages; without it the pages stay as they are.
    pub widget: Option<String>,
    /// The address of the data set, from the pages; none for the copy beside them.
    pub data: Option<String>,
    /// In which language the pages at the top are; none for the data set's own. Those in its other languages have folders of
    /// their own.
    pub language: Option<String>,
    /// Views that other sites can embed, beside whole metrics.
    pub views: Vec<EmbeddedView>,
    /// Whether the pages share a file with their style sheet; else each has it within itself, and [`style_source`] says what a
    /// policy needs then.
    pub style_file: bool,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with `/` between folders.
    pub name: String,
    /// What is in it, which several files may share.
    pub bytes: Arc<[u8]>,
}

impl File {
    pub(crate) fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into().into() }
    }

    /// The same under each of several names.
    pub(crate) fn under(
        names: impl IntoIterator<Item = String>,
        bytes: impl Into<Vec<u8>>,
    ) -> impl Iterator<Item = Self> {
        let bytes: Arc<[u8]> = bytes.into().into();
        names.into_iter().map(move |name| Self { name, bytes: Arc::clone(&bytes) })
    }

    /// A file that is named after what is in it, so that a cache never shows another one.
    pub(crate) fn named_by_hash(stem: &str, ending: &str, text: String) -> Self {
        Self::new(format!("{stem}-{:016x}.{ending}", style::hash_bytes(text.as_bytes())), text)
    }
}

/// What all files of a site share.
pub(crate) struct Site<'a> {
    /// What is shown.
    pub(crate) dataset: Arc<Dataset>,
    /// How it is said.
    pub(crate) localizer: Localizer,
    /// The names of the pages.
    pub(crate) names: Arc<Names>,
    /// How the files are made.
    pub(crate) options: &'a Options,
    /// The names of what all pages load: the style sheet of the printed widget, that of the pages, and the script for
    /// pages in an iframe.
    pub(crate) shared: [String; 3],
    /// Whether the pages keep to this edition.
    pub(crate) frozen: bool,
    /// The folder of the pages, with `/` at its end; nothing for the top.
    pub(crate) folder: String,
    /// The same site in every language, itself included.
    pub(crate) translations: Vec<Translation>,
    /// The folder of its language, with `/` at its end; nothing for the pages at the top.
    pub(crate) language_folder: String,
    /// What the links to the other files say.
    pub(crate) links: &'static messages::LinkMessages,
}

/// A site in one of the languages of its data set.
#[derive(Clone, Debug)]
pub(crate) struct Translation {
    /// The language, a BCP 47 tag.
    pub(crate) tag: String,
    /// Its folder, with `/` at its end; nothing for the language of the pages at the top.
    pub(crate) folder: String,
}

/// All files for a data set whose text is `text`, in the order of their names.
pub fn print_site(dataset: &Arc<Dataset>, text: &str, options: &Options) -> Vec<File> {
    print_site_with_progress(dataset, text, options, &|| ())
}

/// The same; `page_done` is called after each page of a metric, of which there are two a language where the data set has
/// an edition.
pub fn print_site_with_progress(
    dataset: &Arc<Dataset>,
    text: &str,
    options: &Options,
    page_done: &dyn Fn(),
) -> Vec<File> {
    let shared = [style::widget_style_file(), style::page_style_file(), frame::frame_script_file()];
    let names = shared.each_ref().map(|file| file.name.clone());
    let [widget_style, page_style, frame_script] = shared;
    let mut files = vec![widget_style, frame_script];
    files.extend(options.style_file.then_some(page_style));
    let translations = language::translations(dataset, options);
    // The dataset was read from this text.
    let written = json::read_dataset(text).ok();
    let tables = written.as_ref().map(tables::Tables::new);
    for own in &translations {
        let options = language::options_in(options, own);
        let shared = names.each_ref().map(|name| own.path_to_top(name));
        let site = Site {
            translations: translations.clone(),
            language_folder: own.folder.clone(),
            ..Site::new(Arc::clone(dataset), &options, shared)
        };
        let mut printed = print_language(&site, text, tables.as_ref(), page_done);
        let first = first_picture::print_first_pictures(&site, own);
        printed.iter_mut().for_each(|file| file.name.insert_str(0, &own.folder));
        files.extend(printed.into_iter().chain(first));
        if own.is_at_top() {
            files.push(sitemap::write_sitemap(&site));
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// In how many languages a data set is printed: its own, and those into which its title is translated.
pub fn count_languages(dataset: &Dataset, options: &Options) -> usize {
    language::translations(dataset, options).len()
}

/// The files of a site in one language; `tables` are of what `text` says.
fn print_language(
    site: &Site<'_>,
    text: &str,
    tables: Option<&tables::Tables<'_>>,
    page_done: &dyn Fn(),
) -> Vec<File> {
    let mut files = vec![index::print_index(site), ledger::print_ledger(site), feed::write_feed(site)];
    if site.options.data.is_none() {
        files.push(File::new("data.json", text));
    }
    for metric in &site.dataset.metrics {
        files.push(page::print_metric_page(site, metric));
        files.push(oembed::write_oembed(site, metric, None));
        let views = site.options.views.iter().filter(|view| view.metric == metric.id);
        files.extend(views.map(|view| oembed::write_oembed(site, metric, Some(view))));
        files.push(picture::draw_picture(site, metric));
        files.extend(tables.into_iter().flat_map(|tables| tables.write_files(site, metric)));
        page_done();
    }
    files.extend(edition::print_edition(site, text, page_done));
    files
}

/// The first picture of a metric alone, in the data set's own language; none where no metric has the id.
pub fn first_picture(dataset: &Arc<Dataset>, metric: &str) -> Option<String> {
    let options = Options::default();
    let site = Site::new(Arc::clone(dataset), &options, Default::default());
    let own = language::translations(dataset, &options).into_iter().next()?;
    let metric = dataset.metrics.iter().find(|known| known.id == metric)?;
    Some(first_picture::print_first_picture(&site, &own, "", metric, false))
}

/// The cards of all metrics in all languages, laid out for [`Cards::files`] to draw: they come apart from the other files,
/// since they need fonts.
pub fn lay_out_cards(dataset: &Arc<Dataset>, options: &Options) -> Cards {
    let translations = language::translations(dataset, options);
    let in_language = |own: &Translation| {
        let options = language::options_in(options, own);
        Cards::new(&Site::new(Arc::clone(dataset), &options, Default::default()), &own.folder)
    };
    Cards::all(translations.iter().map(in_language))
}

impl<'a> Site<'a> {
    fn new(dataset: Arc<Dataset>, options: &'a Options, shared: [String; 3]) -> Self {
        let localizer = Localizer::for_language(options.language.as_deref().unwrap_or(&dataset.language));
        let links = messages::LinkMessages::for_language(&localizer.messages.language);
        let names = Arc::new(Names::new(&dataset));
        let (translations, language_folder, folder) = (Vec::new(), String::new(), String::new());
        Self {
            dataset,
            localizer,
            names,
            options,
            shared,
            frozen: false,
            folder,
            translations,
            language_folder,
            links,
        }
    }
}

impl Site<'_> {
    /// The widget's state for a printed page of a metric.
    pub(crate) fn tracker_state(&self, metric: &Metric) -> TrackerState {
        self.tracker_state_of(Arc::clone(&self.dataset), metric)
    }

    /// The same with another data set in the place of the site's.
    pub(crate) fn tracker_state_of(&self, dataset: Arc<Dataset>, metric: &Metric) -> TrackerState {
        let names = Arc::clone(&self.names);
        let links = move |figure: Option<&Figure>| page_address(&names, figure);
        // Also of a kept copy: its citation names the edition.
        let page =
            self.options.base.as_ref().map(|_| self.full_address(&self.names.href(&metric.id, ".html")));
        let page = page.unwrap_or_default();
        let view_link: ViewLink = Arc::new(move |_: &Attributes| page.clone());
        let options = TrackerOptions {
            own_page: true,
            links: Some(Arc::new(links)),
            view_link: Some(view_link),
            table_address: self.public_address(&self.names.href(&metric.id, ".csv")),
            ..TrackerOptions::default()
        };
        self.tracker_state_with(dataset, metric, options)
    }

    /// The same, printed in another way.
    pub(crate) fn tracker_state_with(
        &self,
        dataset: Arc<Dataset>,
        metric: &Metric,
        options: TrackerOptions,
    ) -> TrackerState {
        let options = TrackerOptions { frozen: self.frozen, ..options };
        let state = TrackerState::new(dataset, self.localizer.clone(), options);
        // The metric is one of the dataset's.
        _ = state.show(&metric.id, "");
        state
    }

    /// Does something within what signals need, and lets go of them afterwards.
    pub(crate) fn with_signals<T>(&self, work: impl FnOnce() -> T) -> T {
        let owner = Owner::new();
        let done = owner.with(work);
        owner.unset();
        done
    }

    /// The full address of a file of the site; of nowhere where its address was not given.
    pub(crate) fn full_address(&self, href: &str) -> String {
        let base = self.options.base.as_deref().unwrap_or(NOWHERE);
        [base.trim_end_matches('/'), "/", href].concat()
    }

    /// The address of a file at the top, from a page.
    pub(crate) fn path_from_page(&self, href: &str) -> String {
        let up = self.folder.split('/').skip(1).map(|_| "../");
        up.chain([href]).collect()
    }

    /// The address of a page in another language: in full where the site's address was given.
    pub(crate) fn address_in(&self, translation: &Translation, href: &str) -> String {
        let path = [&*translation.folder, &*self.folder, href].concat();
        let base = self.options.base.as_deref().map(|base| base.trim_end_matches('/'));
        match base.and_then(|base| base.strip_suffix(self.language_folder.trim_end_matches('/'))) {
            Some(top) => [top.trim_end_matches('/'), "/", &path].concat(),
            None if self.language_folder.is_empty() => self.path_from_page(&path),
            None => self.path_from_page(&["../", &path].concat()),
        }
    }

    /// The address of a file at the top for other programs: in full where the site's address was given.
    pub(crate) fn public_address(&self, href: &str) -> String {
        if self.options.base.is_some() { self.full_address(href) } else { self.path_from_page(href) }
    }

    /// An address that was given from the top, from a page.
    pub(crate) fn resolve_address(&self, address: &str) -> String {
        resolve_from_top(address, |address| self.path_from_page(address))
    }

    /// A file in the folder of the pages.
    pub(crate) fn new_file(&self, name: &str, bytes: impl Into<Vec<u8>>) -> File {
        File::new([&self.folder, name].concat(), bytes)
    }

    /// A text of the data set in the language of the site.
    pub(crate) fn localize_text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(&self.localizer.tag)
    }
}

/// An address that was given from the top, from a folder, which `path` leads out of; one that is the same from anywhere stays.
pub(crate) fn resolve_from_top(address: &str, path: impl FnOnce(&str) -> String) -> String {
    let from_anywhere = address.starts_with('/') || WebAddress::parse(address).is_ok();
    if from_anywhere { address.to_owned() } else { path(address) }
}

/// Where a figure stands on its metric's page, or the list of all metrics, from the folder of the pages.
pub(crate) fn page_address(names: &Names, figure: Option<&Figure>) -> String {
    match figure {
        Some(figure) => {
            [&names.href(&figure.metric, ".html"), "#", &names::percent_encode(&row_id(&figure.id))].concat()
        }
        None => "index.html".to_owned(),
    }
}
