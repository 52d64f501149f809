//! The widget's side of the custom element: what `element.js` calls. The element owns the shadow root, fetches the
//! data and speaks with the page; this draws and answers.

use std::rc::Rc;
use std::sync::Arc;

use any_spawner::Executor;
use js_sys::Function;
use leptos::prelude::{GetUntracked, Owner, Set};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::view::{self, Built, Model, Node, Setting};
use figure_tracker_core::dataset;
use figure_tracker_core::localize::{Localizer, Messages};
use figure_tracker_core::problem::Problem;

/// A widget in its place. Freeing it takes everything out again.
#[wasm_bindgen]
pub struct Mounted {
    model: Option<Model>,
    wants: Option<String>,
    problem: Option<String>,
    _held: Held,
}

/// What is drawn and what it reacts with; dropping it takes both out.
struct Held {
    _built: Option<Built>,
    _owner: Owner,
}

impl Held {
    fn new(root: &Element, view: impl FnOnce() -> Node) -> Self {
        // An error only says that another widget on the page did this before.
        _ = Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let built = owner.with(|| view().mount(root));
        Self { _built: built, _owner: owner }
    }
}

/// Draws the data set in `bytes` into `root`, or what is wrong with it.
///
/// `page` says that the page is the widget's own, `edition` which edition of the data set the page keeps to, if any.
/// `select` is called with the ids of metric and figure when a reader, not the page, selects.
#[expect(clippy::too_many_arguments, reason = "the other side is JavaScript, where a struct costs bytes")]
#[wasm_bindgen]
pub fn mount(
    root: &Element,
    bytes: &[u8],
    lang: &str,
    metric: &str,
    figure: &str,
    edition: &str,
    page: bool,
    width: f64,
    select: Function,
) -> Mounted {
    let mut reading = dataset::load_bytes(bytes);
    if !edition.is_empty() {
        reading.dataset = reading.dataset.filter(|d| d.edition.as_ref().is_some_and(|e| e.text() == edition));
    }
    let Some(dataset) = reading.dataset else {
        let localizer = localizer(lang, "");
        let first = reading.problems.first().map(Problem::text);
        let first = first.unwrap_or_else(|| ["the data set is not of the edition ", edition].concat());
        let sentence = first.clone();
        let held = Held::new(root, || view::problem(&localizer, &sentence, &reading.problems));
        return Mounted { model: None, wants: None, problem: Some(first), _held: held };
    };
    let localizer = localizer(lang, &dataset.language);
    let wants = (!localizer.is_translated()).then(|| String::from(&*localizer.tag));
    let on_select = move |metric: &str, figure: &str| {
        _ = select.call2(&JsValue::NULL, &metric.into(), &figure.into());
    };
    let (metric, figure, frozen) = (metric.to_owned(), figure.to_owned(), edition.to_owned());
    let mut model = None;
    let held = Held::new(root, || {
        let made = Model::new(Arc::new(dataset), localizer, whole(width), Rc::new(on_select));
        let made = made.within(Setting { page, frozen: !frozen.is_empty() });
        made.show(&metric, &figure);
        let view = view::tracker(&made);
        model = Some(made);
        view
    });
    Mounted { model, wants, problem: None, _held: held }
}

/// A width in whole pixels; the conversion saturates.
fn whole(width: f64) -> usize {
    width as usize
}

/// Draws that the data could not be had, and why.
#[wasm_bindgen(js_name = mountFailure)]
pub fn mount_failure(root: &Element, why: &str, lang: &str) -> Mounted {
    let (localizer, sentence) = (localizer(lang, ""), why.to_owned());
    let held = Held::new(root, || view::problem(&localizer, &sentence, &[]));
    Mounted { model: None, wants: None, problem: Some(why.to_owned()), _held: held }
}

/// Registers a message catalog, one of the files of `locales/`, for as long as the page lives.
///
/// # Errors
///
/// Why the catalog does not fit this build; nothing is registered then.
#[wasm_bindgen(js_name = registerCatalog)]
pub fn register_catalog(json: &[u8]) -> Result<(), String> {
    Messages::register(json).map_err(|error| error.to_string())
}

/// The style sheet for the shadow root.
#[wasm_bindgen]
pub fn styles() -> String {
    view::STYLES.to_owned()
}

fn localizer(lang: &str, otherwise: &str) -> Localizer {
    Localizer::for_language(if lang.is_empty() { otherwise } else { lang })
}

#[wasm_bindgen]
impl Mounted {
    /// What is wrong with the data, if anything.
    #[wasm_bindgen(getter)]
    pub fn problem(&self) -> Option<String> {
        self.problem.clone()
    }

    /// The language that readers wanted, where English stands in for it: the page may know its message catalog.
    #[wasm_bindgen(getter)]
    pub fn wants(&self) -> Option<String> {
        self.wants.clone()
    }

    /// The id of the metric on display.
    #[wasm_bindgen(getter)]
    pub fn metric(&self) -> Option<String> {
        let model = self.model.as_ref()?;
        Some(model.current(model.shown.get_untracked())?.0.id.clone())
    }

    /// Shows another metric and its latest figure.
    #[wasm_bindgen(setter)]
    pub fn set_metric(&self, id: &str) {
        if let Some(model) = &self.model {
            model.show(id, "");
        }
    }

    /// The id of the selected figure.
    #[wasm_bindgen(getter)]
    pub fn figure(&self) -> Option<String> {
        let model = self.model.as_ref()?;
        Some(model.current(model.shown.get_untracked())?.1.id.clone())
    }

    /// Selects a figure, of whichever metric it is.
    #[wasm_bindgen(setter)]
    pub fn set_figure(&self, id: &str) {
        if let Some(model) = &self.model {
            model.show("", id);
        }
    }

    /// Lays the chart out for another inner width, in CSS pixels.
    pub fn resize(&self, width: f64) {
        if let Some(model) = &self.model
            && width > 0.0
            && model.width.get_untracked() != whole(width)
        {
            model.width.set(whole(width));
        }
    }
}
