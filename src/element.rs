//! The widget's side of the custom element: what `element.js` calls. The element owns the shadow root, fetches the
//! data and speaks with the page; this draws and answers.

use std::any::Any;
use std::cell::RefCell;
use std::hint::black_box;
use std::mem::take;
use std::sync::{Arc, Weak};

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::components::{
    ErrorMessage, Tracker, add_late_views, describe_unknown, load_with, tell_of_failure,
};
use crate::state::{Attributes, Picture, TrackerOptions, TrackerState, ViewLink};
use figure_tracker_core::dataset::{self, Dataset, IncomingDataset, ReadError};
use figure_tracker_core::localize::{Localizer, Messages};

/// A widget in its place. Freeing it takes everything out again.
#[wasm_bindgen]
pub struct Mounted {
    state: Option<TrackerState>,
    error: Option<String>,
    ignored: String,
    /// Takes the view out when it is dropped.
    _view: Box<dyn Any>,
    /// Ends all that reacts when it is dropped, after the view.
    _owner: Owner,
}

/// Where a widget is mounted.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// In a page about something else.
    #[default]
    Article,
    /// In a page of its own, which was printed with it.
    OwnPage,
    /// Where a picture of it stands.
    Picture,
}

/// What `element.js` asks for when it mounts a widget.
#[wasm_bindgen]
#[derive(Clone, Debug, Default)]
pub struct MountOptions {
    language: String,
    edition: String,
    data_address: String,
    table_address: String,
    view_link: Option<Function>,
    place: Place,
    width: f64,
    stepwise: bool,
}

#[wasm_bindgen]
impl MountOptions {
    /// Collects the options: the language, the edition of the dataset that alone may be shown, the address of the dataset
    /// if the page did not choose it (each empty if there is none), where it is mounted, and the inner width in CSS pixels.
    #[wasm_bindgen(constructor)]
    pub fn new(language: String, edition: String, data_address: String, place: Place, width: f64) -> Self {
        Self { language, edition, data_address, place, width, ..Self::default() }
    }

    /// Says under which address others see what is shown: called with the values of [`Attributes::NAMES`], one a line.
    #[wasm_bindgen(setter, js_name = viewLink)]
    pub fn set_view_link(&mut self, view_link: Function) {
        self.view_link = Some(view_link);
    }

    /// Has the heading alone drawn at first, and the rest by [`Mounted::draw_next_part`].
    #[wasm_bindgen(setter)]
    pub fn set_stepwise(&mut self, stepwise: bool) {
        self.stepwise = stepwise;
    }

    /// Names a file with all figures, for paper, which has not all of many.
    #[wasm_bindgen(setter, js_name = tableAddress)]
    pub fn set_table_address(&mut self, address: String) {
        self.table_address = address;
    }
}

/// A file of data that has been read: its dataset, or what is wrong with it.
#[wasm_bindgen]
pub struct DataFile {
    dataset: Result<Arc<Dataset>, ReadError>,
}

#[wasm_bindgen]
impl DataFile {
    /// Reads the bytes of a file.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Self {
        Self { dataset: read_shared(bytes) }
    }

    /// The language that the dataset is written in; empty where it could not be read.
    #[wasm_bindgen(getter)]
    pub fn language(&self) -> String {
        self.dataset.as_ref().map_or_else(|_| String::new(), |dataset| dataset.language.clone())
    }
}

impl DataFile {
    /// Returns the dataset if it is of the edition that may be shown, or says what is wrong.
    fn of_edition(&self, edition: &str) -> Result<Arc<Dataset>, String> {
        let dataset = self.dataset.as_ref().map_err(ToString::to_string)?;
        let is_wanted =
            edition.is_empty() || dataset.edition.as_ref().is_some_and(|date| date.text() == edition);
        match is_wanted {
            true => Ok(dataset.clone()),
            false => Err(format!("the data set is not of the edition {edition}")),
        }
    }
}

/// Draws the dataset of a file into `root`, or what is wrong with it.
///
/// `attributes` are the values of [`Attributes::NAMES`], one a line. `select` is called when a reader, not the page, selects,
/// with `true` when it is the view or a question that changed.
#[wasm_bindgen]
pub fn mount(
    root: HtmlElement,
    file: &DataFile,
    options: &MountOptions,
    attributes: &str,
    select: Function,
) -> Mounted {
    match file.of_edition(&options.edition) {
        Ok(dataset) => mount_tracker(root, dataset, options, attributes, select),
        Err(sentence) => mount_error(root, sentence, localizer(&options.language, "")),
    }
}

/// A file of data that is still coming, and is read meanwhile.
#[wasm_bindgen]
#[derive(Default)]
pub struct IncomingFile {
    incoming: IncomingDataset,
    fingerprint: Fingerprint,
    /// How long the file was when memory was last made ready for more of it.
    ready_since: usize,
}

/// For so many bytes of a very large file the memory is made ready at once, for each time that it grows takes time.
const MEMORY_STEP: usize = 1 << 22;

#[wasm_bindgen]
impl IncomingFile {
    /// Begins a file.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the next bytes, and returns whether it can be read in this way so far.
    pub fn push(&mut self, piece: &[u8]) -> bool {
        self.fingerprint.add(piece);
        if self.fingerprint.length - self.ready_since >= MEMORY_STEP {
            self.ready_since = self.fingerprint.length;
            // The allocator keeps what it is given back.
            drop(black_box(Vec::<u8>::with_capacity(MEMORY_STEP)));
        }
        self.incoming.push(piece)
    }

    /// Ends the file. Nothing where that can't be read in this way: then a [`DataFile`] is made of its bytes.
    pub fn finish(self) -> Option<DataFile> {
        let dataset = find_shown(self.fingerprint)
            .or_else(|| self.incoming.finish().map(|dataset| remember(self.fingerprint, dataset)))?;
        Some(DataFile { dataset: Ok(dataset) })
    }
}

thread_local! {
    /// The datasets on the page, each by the bytes it was read from, as far as a widget still shows it.
    static SHOWN: RefCell<Vec<(Fingerprint, Weak<Dataset>)>> = const { RefCell::new(Vec::new()) };
}

/// What tells files apart: their length and a hash.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Fingerprint {
    length: usize,
    hash: u64,
    /// The bytes that are no eight yet.
    word: u64,
}

impl Fingerprint {
    fn of(bytes: &[u8]) -> Self {
        let mut fingerprint = Self::default();
        fingerprint.add(bytes);
        fingerprint
    }

    /// Adds the next bytes of the file, whatever pieces it comes in.
    fn add(&mut self, bytes: &[u8]) {
        let outstanding = self.length.wrapping_neg() % 8;
        let (first, others) = bytes.split_at(outstanding.min(bytes.len()));
        first.iter().for_each(|byte| self.add_byte(*byte));
        let (eights, last) = others.as_chunks();
        eights.iter().for_each(|eight| self.mix(u64::from_le_bytes(*eight)));
        self.length += others.len() - last.len();
        last.iter().for_each(|byte| self.add_byte(*byte));
    }

    fn add_byte(&mut self, byte: u8) {
        self.word = self.word >> 8 | u64::from(byte) << 56;
        self.length += 1;
        if self.length.is_multiple_of(8) {
            let word = take(&mut self.word);
            self.mix(word);
        }
    }

    fn mix(&mut self, word: u64) {
        self.hash = (self.hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// Returns the dataset of a file that another widget on the page shows.
fn find_shown(fingerprint: Fingerprint) -> Option<Arc<Dataset>> {
    SHOWN.with_borrow_mut(|shown| {
        shown.retain(|(_, dataset)| dataset.strong_count() > 0);
        let same = shown.iter().find(|(known, _)| *known == fingerprint);
        same.and_then(|(_, dataset)| dataset.upgrade())
    })
}

/// Lets other widgets have the dataset of a file.
fn remember(fingerprint: Fingerprint, dataset: Dataset) -> Arc<Dataset> {
    let dataset = Arc::new(dataset);
    SHOWN.with_borrow_mut(|shown| shown.push((fingerprint, Arc::downgrade(&dataset))));
    dataset
}

/// Returns the dataset in a file: the one that another widget on the page shows, if it is of the same bytes.
fn read_shared(bytes: &[u8]) -> Result<Arc<Dataset>, ReadError> {
    let fingerprint = Fingerprint::of(bytes);
    match find_shown(fingerprint) {
        Some(dataset) => Ok(dataset),
        None => Ok(remember(fingerprint, dataset::read(bytes)?)),
    }
}

fn mount_tracker(
    root: HtmlElement,
    dataset: Arc<Dataset>,
    options: &MountOptions,
    attributes: &str,
    select: Function,
) -> Mounted {
    let localizer = localizer(&options.language, &dataset.language);
    let owner = Owner::new();
    // In the owner, the callback too: what is made outside of it is never let go of.
    let state =
        owner.with(|| TrackerState::new(dataset, localizer.clone(), tracker_options(options, select)));
    let ignored = match state.show_attributes(&Attributes::from_lines(attributes)) {
        Ok(ignored) => ignored.join("\n"),
        Err(id) => return mount_error(root, describe_unknown(&id), localizer),
    };
    let view = owner.with(|| mount_to(root, move || view! { <Tracker state/> }));
    Mounted { state: Some(state), error: None, ignored, _view: Box::new(view), _owner: owner }
}

fn tracker_options(options: &MountOptions, select: Function) -> TrackerOptions {
    let select = SendWrapper::new(select);
    let changed = select.clone();
    let on_select = Callback::new(move |_| _ = select.call1(&JsValue::NULL, &JsValue::FALSE));
    let on_change = Callback::new(move |_| _ = changed.call1(&JsValue::NULL, &JsValue::TRUE));
    let view_link = options.view_link.clone().map(|link| {
        let link = SendWrapper::new(link);
        let view_link: ViewLink = Arc::new(move |attributes: &Attributes| {
            let address = link.call1(&JsValue::NULL, &attributes.to_lines().into());
            address.ok().and_then(|address| address.as_string()).unwrap_or_default()
        });
        view_link
    });
    TrackerOptions {
        view_link,
        width: options.width,
        own_page: options.place == Place::OwnPage,
        picture: (options.place == Place::Picture).then_some(Picture::WHOLE),
        stepwise: options.stepwise,
        frozen: !options.edition.is_empty(),
        data_address: options.data_address.clone(),
        table_address: options.table_address.clone(),
        on_select: Some(on_select),
        on_change: Some(on_change),
        ..TrackerOptions::default()
    }
}

fn mount_error(root: HtmlElement, sentence: String, localizer: Localizer) -> Mounted {
    let (owner, shown) = (Owner::new(), sentence.clone());
    let view = owner.with(|| mount_to(root, || view! { <ErrorMessage localizer sentence=shown/> }));
    Mounted {
        state: None,
        error: Some(sentence),
        ignored: String::new(),
        _view: Box::new(view),
        _owner: owner,
    }
}

/// Draws that the data could not be had, and why.
#[wasm_bindgen(js_name = mountFailure)]
pub fn mount_failure(root: HtmlElement, why: String, language: &str) -> Mounted {
    mount_error(root, why, localizer(language, ""))
}

/// Registers a message catalog, one of the files of `locales/`, for as long as the page lives.
///
/// # Errors
///
/// Why the catalog does not fit this build; nothing is registered then.
#[wasm_bindgen(js_name = registerCatalog)]
pub fn register_catalog(json: &[u8]) -> Result<(), String> {
    // What English stands in for may be said in its own words now.
    LOCALIZER.take();
    Messages::register(json).map_err(|error| error.to_string())
}

thread_local! {
    /// What the script has given to load the second part of the program with.
    static LOAD_LATE_VIEWS: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Sets what has the second part of the program loaded, the components of which few readers ask for. It is called again
/// and again, until the part is there.
#[wasm_bindgen(js_name = loadLateViewsWith)]
pub fn load_late_views_with(load: Function) {
    LOAD_LATE_VIEWS.set(Some(load));
    load_with(|| {
        if let Some(load) = LOAD_LATE_VIEWS.with_borrow(Clone::clone) {
            _ = load.call0(&JsValue::NULL);
        }
    });
}

/// Begins the second part: where this is a module of its own, it is the one function that it exports.
#[wasm_bindgen(js_name = addLateViews)]
pub fn begin_late_views() {
    add_late_views();
}

/// Tells those who wait for the second part that it did not come. Who asks for it next has it loaded again.
#[wasm_bindgen(js_name = lateViewsFailed)]
pub fn late_views_failed() {
    tell_of_failure();
}

thread_local! {
    /// The localizer that was asked for last: most pages have one language, and it takes time to make one.
    static LOCALIZER: RefCell<Option<Localizer>> = const { RefCell::new(None) };
}

/// Makes ready what says things in a language, so that mounting a widget in it takes less time.
#[wasm_bindgen(js_name = prepareLanguage)]
pub fn prepare_language(language: &str) {
    localizer(language, "");
}

fn localizer(language: &str, otherwise: &str) -> Localizer {
    let tag = if language.is_empty() { otherwise } else { language };
    if let Some(known) = LOCALIZER.with_borrow(Clone::clone).filter(|known| *known.tag == *tag) {
        return known;
    }
    let localizer = Localizer::for_language(tag);
    LOCALIZER.set(Some(localizer.clone()));
    localizer
}

#[wasm_bindgen]
impl Mounted {
    /// What is wrong with the data or with what was asked for, if anything.
    #[wasm_bindgen(getter)]
    pub fn error(&self) -> Option<String> {
        self.error.clone()
    }

    /// What could not be meant of what was asked at first, in a sentence each; empty if there is nothing of the kind.
    #[wasm_bindgen(getter)]
    pub fn ignored(&self) -> String {
        self.ignored.clone()
    }

    /// Draws the next part of what was left out, which is there in the next task, and returns whether there was one. Nothing where
    /// the part before could not be drawn.
    #[wasm_bindgen(js_name = drawNextPart)]
    pub fn draw_next_part(&self) -> Option<bool> {
        self.state.map_or(Some(false), TrackerState::draw_next_part)
    }

    /// What is shown: the values of [`Attributes::NAMES`], one a line. Nothing where an error stands.
    #[wasm_bindgen(getter)]
    pub fn shown(&self) -> Option<String> {
        Some(self.state?.attributes().to_lines())
    }

    /// Shows what the values of [`Attributes::NAMES`] ask for, one a line; an empty one stands for what is shown without it.
    /// Returns what can't be meant, in a sentence each; nothing where no metric or figure has the id: then what is shown
    /// stays.
    pub fn show(&self, attributes: &str) -> Option<String> {
        let ignored = self.state?.show_attributes(&Attributes::from_lines(attributes)).ok()?;
        Some(ignored.join("\n"))
    }
}
