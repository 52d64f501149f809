//! A data set as static files that need no script: a page, a picture and feeds for every metric.
//!
//! Pure: from a data set and options to names and bytes, the same for the same input. It opens no file and knows no
//! clock; [`crate::cli::render`] writes. What the pages draw is drawn by [`crate::view`], as in the widget.

mod index;
mod names;
mod page;
mod spark;
mod style;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::Owner;

pub use names::Names;

use crate::dataset::{Dataset, Figure, Metric};
use crate::view::{Model, Setting, row_id};
use crate::words::Voice;

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
    /// In which language; none for the data set's own.
    pub language: Option<String>,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with `/` between folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    pub(crate) fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }
}

/// What all files of a site share.
pub(crate) struct Site<'a> {
    /// What is shown.
    pub(crate) dataset: Arc<Dataset>,
    /// How it is said.
    pub(crate) voice: Voice,
    /// The names of the pages.
    pub(crate) names: Rc<Names>,
    /// How the files are made.
    pub(crate) options: &'a Options,
    /// The name of the style sheet.
    pub(crate) style: String,
    /// Whether the pages keep to this edition.
    pub(crate) frozen: bool,
}

/// All files for a data set whose text is `text`, in the order of their names.
pub fn files(dataset: Arc<Dataset>, text: &str, options: &Options) -> Vec<File> {
    let voice = Voice::of(options.language.as_deref().unwrap_or(&dataset.language));
    let style = style::file();
    let names = Rc::new(Names::new(&dataset));
    let site = Site { dataset, voice, names, options, style: style.name.clone(), frozen: false };
    let mut files = vec![style, index::file(&site)];
    if options.data.is_none() {
        files.push(File::new("data.json", text));
    }
    for metric in &site.dataset.metrics {
        files.push(page::file(&site, metric));
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

impl Site<'_> {
    /// The widget's state for a printed page of a metric.
    pub(crate) fn model(&self, metric: &Metric) -> Model {
        let names = Rc::clone(&self.names);
        let place = move |figure: Option<&Figure>| match figure {
            Some(figure) => {
                [&names.href(&figure.metric, ".html"), "#", &names::encoded(&row_id(&figure.id))].concat()
            }
            None => "index.html".to_owned(),
        };
        let mut model = Model::new(Arc::clone(&self.dataset), self.voice.clone(), 0, Rc::new(|_, _| ()));
        model.setting = Setting { page: true, frozen: self.frozen, printed: Some(Rc::new(place)) };
        model.show(&metric.id, "");
        model
    }

    /// Does something within what signals need, and lets go of them afterwards.
    pub(crate) fn with_signals<T>(&self, work: impl FnOnce() -> T) -> T {
        let owner = Owner::new();
        let done = owner.with(work);
        owner.unset();
        done
    }

    #[expect(dead_code, reason = "feeds are next")]
    /// The full address of a file of the site.
    pub(crate) fn address(&self, href: &str) -> String {
        let base = self.options.base.as_deref().unwrap_or(NOWHERE);
        [base.trim_end_matches('/'), "/", href].concat()
    }

    /// A text of the data set in the language of the site.
    pub(crate) fn text<'t>(&self, text: &'t crate::dataset::Text) -> &'t str {
        text.get(&self.voice.tag)
    }
}
