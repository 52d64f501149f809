//! An element of the view: one type whatever its tag, so that the whole view costs the wasm one piece of code.
//!
//! Leptos gives every element a type of its own, made of its attributes and children; with it the wasm was 501 KB,
//! with this 413 KB, all else the same. A [`Node`] is plain data that is printed natively ([`Node::to_html`]) and
//! built in the browser (`dom.rs`), where what depends on signals follows them. Texts are always texts, never markup.

#[cfg(target_arch = "wasm32")]
mod dom;
mod html;

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

#[cfg(target_arch = "wasm32")]
pub use dom::Built;

/// Text that is known, or comes with the program.
pub(super) type Words = Cow<'static, str>;
type LiveValue = Box<dyn Fn() -> Option<Words>>;
type LiveNodes = Box<dyn Fn() -> Vec<Child>>;
type Listener = (&'static str, Box<dyn FnMut(Event)>);

/// One element with everything in it: boxed, so that every step of building it hands on one word.
pub struct Node(Box<Inside>);

struct Inside {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    listeners: Vec<Listener>,
    children: Vec<Child>,
    handle: Option<Handle>,
}

/// Leads to an element once it stands in the page.
#[derive(Clone, Default)]
pub(super) struct Handle(Rc<RefCell<Option<Element>>>);

impl Handle {
    /// The element, where it stands.
    pub(super) fn get(&self) -> Option<HtmlElement> {
        self.0.borrow().clone()?.dyn_into().ok()
    }

    /// Gives it the focus; says whether it could.
    pub(super) fn focus(&self) -> bool {
        self.get().is_some_and(|element| element.focus().is_ok())
    }
}

enum Value {
    Still(Words),
    Live(LiveValue),
}

/// What stands inside an element.
pub enum Child {
    /// An element.
    Node(Node),
    /// A text.
    Text(Words),
    /// What is made anew when a signal that it reads changes.
    Live(LiveNodes),
}

/// An element without anything. SVG elements are known by their tags.
pub fn el(tag: &'static str) -> Node {
    let (attributes, listeners, children) = (Vec::new(), Vec::new(), Vec::new());
    Node(Box::new(Inside { tag, attributes, listeners, children, handle: None }))
}

/// An element of a class.
pub fn classy(tag: &'static str, class: &'static str) -> Node {
    el(tag).attr("class", class)
}

impl Node {
    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Words>) -> Self {
        self.0.attributes.push((name, Value::Still(value.into())));
        self
    }

    /// With an attribute that follows signals; none takes it away.
    pub(super) fn live(mut self, name: &'static str, value: impl Fn() -> Option<Words> + 'static) -> Self {
        self.0.attributes.push((name, Value::Live(Box::new(value))));
        self
    }

    /// With a class that follows signals, a `word` at the end or not.
    pub(super) fn class_if(
        self,
        class: &'static str,
        word: &'static str,
        on: impl Fn() -> bool + 'static,
    ) -> Self {
        self.class_when(class, word, Box::new(on))
    }

    fn class_when(self, class: &'static str, word: &'static str, on: Box<dyn Fn() -> bool>) -> Self {
        self.live("class", move || Some(if on() { [class, " ", word].concat().into() } else { class.into() }))
    }

    /// With something that happens on an event.
    pub(super) fn on(mut self, event: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        self.0.listeners.push((event, Box::new(then)));
        self
    }

    /// With a handle to it.
    pub(super) fn keep(mut self, handle: &Handle) -> Self {
        self.0.handle = Some(handle.clone());
        self
    }

    /// With something inside, after what is there already.
    pub fn child(mut self, child: impl Children) -> Self {
        child.put(&mut self.0.children);
        self
    }

    /// With something inside that follows signals.
    pub(super) fn follow<C: Children>(mut self, make: impl Fn() -> C + 'static) -> Self {
        let make = move || {
            let mut made = Vec::new();
            make().put(&mut made);
            made
        };
        self.0.children.push(Child::Live(Box::new(make)));
        self
    }

    #[cfg(target_arch = "wasm32")]
    fn is_svg(&self) -> bool {
        matches!(self.0.tag, "svg" | "g" | "path" | "text")
    }
}

/// What can be put into an element: an element, a text, none or several of them.
pub trait Children {
    /// Puts it behind what is there already.
    fn put(self, into: &mut Vec<Child>);
}

impl Children for Node {
    fn put(self, into: &mut Vec<Child>) {
        into.push(Child::Node(self));
    }
}

impl Children for String {
    fn put(self, into: &mut Vec<Child>) {
        into.push(Child::Text(self.into()));
    }
}

impl Children for &'static str {
    fn put(self, into: &mut Vec<Child>) {
        into.push(Child::Text(self.into()));
    }
}

impl Children for Vec<Node> {
    fn put(self, into: &mut Vec<Child>) {
        into.extend(self.into_iter().map(Child::Node));
    }
}

impl<C: Children> Children for Option<C> {
    fn put(self, into: &mut Vec<Child>) {
        if let Some(child) = self {
            child.put(into);
        }
    }
}

impl<A: Children, B: Children> Children for (A, B) {
    fn put(self, into: &mut Vec<Child>) {
        self.0.put(into);
        self.1.put(into);
    }
}
