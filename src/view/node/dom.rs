//! Builds a node in the browser and keeps what follows signals up to date. Dropping what was built takes it out.

use leptos::prelude::RenderEffect;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event};

use super::{Child, Node, Value, Words};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element in the page, with what keeps it alive.
pub struct Built {
    element: Element,
    _children: Vec<Part>,
    _values: Vec<RenderEffect<Option<Words>>>,
    _listeners: Vec<Closure<dyn FnMut(Event)>>,
}

/// Something inside an element.
enum Part {
    Element { _built: Built },
    Text(web_sys::Text),
    Live { effect: RenderEffect<Vec<Part>> },
}

impl Drop for Built {
    fn drop(&mut self) {
        self.element.remove();
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        match self {
            Self::Element { .. } => {}
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
        let values =
            node.attributes.into_iter().filter_map(|(name, value)| set(&element, name, value)).collect();
        let listeners = node.listeners.into_iter().map(|(event, then)| {
            let then = Closure::wrap(then);
            _ = element.add_event_listener_with_callback(event, then.as_ref().unchecked_ref());
            then
        });
        let listeners = listeners.collect();
        let children =
            node.children.into_iter().filter_map(|child| child.build(document, &element, None)).collect();
        Some(Built { element, _children: children, _values: values, _listeners: listeners })
    }
}

fn set(element: &Element, name: &'static str, value: Value) -> Option<RenderEffect<Option<Words>>> {
    let value = match value {
        Value::Still(value) => {
            _ = element.set_attribute(name, &value);
            return None;
        }
        Value::Live(value) => value,
    };
    let element = element.clone();
    Some(RenderEffect::new(move |before: Option<Option<Words>>| {
        let now = value();
        if before.as_ref() != Some(&now) {
            match &now {
                Some(now) => _ = element.set_attribute(name, now),
                None => _ = element.remove_attribute(name),
            }
        }
        now
    }))
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
    let effect = RenderEffect::new(move |before: Option<Vec<Part>>| {
        drop(before);
        make().into_iter().filter_map(|child| child.build(&document, &parent, Some(&mark))).collect()
    });
    Part::Live { effect }
}
