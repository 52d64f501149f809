//! Builds a node in the browser and keeps what follows signals up to date. Dropping what was built takes it out.

use leptos::prelude::RenderEffect;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event};

use super::{Child, Listener, Node, Value};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element in the page, with what keeps it alive.
pub struct Built {
    element: Element,
    _parts: Vec<Part>,
}

/// Something inside an element, or at it.
enum Part {
    Element { _built: Built },
    Text(web_sys::Text),
    Listener { _closure: Closure<dyn FnMut(Event)> },
    Live { effect: Effect },
}

/// What follows signals, and what it made. One type of effect for all, since each costs bytes of its own.
type Effect = RenderEffect<Vec<Part>>;

impl Drop for Built {
    fn drop(&mut self) {
        self.element.remove();
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        match self {
            Self::Element { .. } | Self::Listener { .. } => {}
            Self::Text(text) => text.remove(),
            // The effect's task holds what it made until it is next polled. By then what that reads may be gone.
            Self::Live { effect } => drop(effect.take_value()),
        }
    }
}

impl Node {
    /// Builds the element at the end of `parent`. None where the browser refuses to.
    pub fn mount(self, parent: &Element) -> Option<Built> {
        let document = parent.owner_document()?;
        let built = self.build(&document)?;
        parent.append_child(&built.element).ok()?;
        Some(built)
    }

    fn build(self, document: &Document) -> Option<Built> {
        let space = if self.is_svg() { SVG } else { "http://www.w3.org/1999/xhtml" };
        let node = *self.0;
        let element = document.create_element_ns(Some(space), node.tag).ok()?;
        if let Some(handle) = node.handle {
            *handle.0.borrow_mut() = Some(element.clone());
        }
        let mut parts = Vec::new();
        for (name, value) in node.attributes {
            parts.extend(set(&element, name, value));
        }
        for listener in node.listeners {
            parts.push(listen(&element, listener));
        }
        for child in node.children {
            parts.extend(child.build(document, &element, None));
        }
        Some(Built { element, _parts: parts })
    }
}

fn listen(element: &Element, (event, then): Listener) -> Part {
    let closure = Closure::wrap(then);
    _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    Part::Listener { _closure: closure }
}

fn set(element: &Element, name: &'static str, value: Value) -> Option<Part> {
    let value = match value {
        Value::Still(value) => {
            _ = element.set_attribute(name, &value);
            return None;
        }
        Value::Live(value) => value,
    };
    let (element, mut before) = (element.clone(), None);
    let effect = Effect::new(move |_| {
        let now = value();
        if before.as_ref() != Some(&now) {
            match &now {
                Some(now) => _ = element.set_attribute(name, now),
                None => _ = element.remove_attribute(name),
            }
            before = Some(now);
        }
        Vec::new()
    });
    Some(Part::Live { effect })
}

impl Child {
    /// Builds it into `parent`, before `next` or at the end.
    fn build(self, document: &Document, parent: &Element, next: Option<&web_sys::Node>) -> Option<Part> {
        match self {
            Self::Node(node) => {
                let built = node.build(document)?;
                parent.insert_before(&built.element, next).ok()?;
                Some(Part::Element { _built: built })
            }
            Self::Text(text) => {
                let text = document.create_text_node(&text);
                parent.insert_before(&text, next).ok()?;
                Some(Part::Text(text))
            }
            Self::Live(make) => Some(live(make, document, parent, next)),
        }
    }
}

/// What follows signals stands before an empty text of its own, which marks its place.
fn live(
    make: Box<dyn Fn() -> Vec<Child>>,
    document: &Document,
    parent: &Element,
    next: Option<&web_sys::Node>,
) -> Part {
    let mark = document.create_text_node("");
    _ = parent.insert_before(&mark, next);
    let (document, parent) = (document.clone(), parent.clone());
    let effect = Effect::new(move |before| {
        drop(before);
        let mut parts = Vec::new();
        for child in make() {
            parts.extend(child.build(&document, &parent, Some(&mark)));
        }
        parts
    });
    Part::Live { effect }
}
