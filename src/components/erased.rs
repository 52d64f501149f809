//! A view that has lost its type, and is made anew where Leptos would change the one before it.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::{AddAnyAttr, AnyView, IntoAny, IntoView, Mountable, Render, RenderHtml};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Position, PositionState};
#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
use send_wrapper::SendWrapper;

/// A view of any kind, which replaces the one before it with everything that stands in its elements.
///
/// A browser's translation puts elements of its own in the place of text nodes; a text that Leptos then changes is no
/// longer on the page, and what the reader sees is stale. Replacing takes the translation out with the old text. And as
/// one type stands for all, what Leptos makes of a type, and the code that would compare two views, is in the wasm once.
pub struct ErasedView(Content);

/// Where nothing is printed, all that is asked of a view is to be built: that is done at once, and its type ends there.
#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
type Content = SendWrapper<ErasedState>;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
type Content = AnyView;

/// Takes the type from a view.
pub(crate) trait Erase {
    /// Turns the view into one of the type that all erased views have.
    fn erase(self) -> ErasedView;
}

impl<V: IntoView + 'static> Erase for V {
    #[cfg(not(any(feature = "ssr", feature = "hydrate")))]
    fn erase(self) -> ErasedView {
        ErasedView(SendWrapper::new(ErasedState(Box::new(self.build()))))
    }

    #[cfg(any(feature = "ssr", feature = "hydrate"))]
    fn erase(self) -> ErasedView {
        ErasedView(self.into_any())
    }
}

/// What stands in the page of an erased view.
pub struct ErasedState(Box<dyn Standing>);

/// What is asked of what stands in the page, whatever it is.
trait Standing {
    fn unmount(&mut self);
    fn mount(&mut self, parent: &Element, marker: Option<&Node>);
    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool;
    /// Its elements, for attributes that an app puts on a component. The custom element's program does so nowhere, and of each
    /// type of view the code would be in its wasm: 2 KB as sent.
    #[cfg(not(all(target_arch = "wasm32", feature = "element")))]
    fn elements(&self) -> Vec<Element>;
}

impl<M: Mountable> Standing for M {
    fn unmount(&mut self) {
        Mountable::unmount(self);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Mountable::mount(self, parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        Mountable::insert_before_this(self, child)
    }

    #[cfg(not(all(target_arch = "wasm32", feature = "element")))]
    fn elements(&self) -> Vec<Element> {
        Mountable::elements(self)
    }
}

impl Mountable for ErasedState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    #[cfg(not(all(target_arch = "wasm32", feature = "element")))]
    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }

    #[cfg(all(target_arch = "wasm32", feature = "element"))]
    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

impl Render for ErasedView {
    type State = ErasedState;

    #[cfg(not(any(feature = "ssr", feature = "hydrate")))]
    fn build(self) -> ErasedState {
        self.0.take()
    }

    #[cfg(any(feature = "ssr", feature = "hydrate"))]
    fn build(self) -> ErasedState {
        ErasedState(Box::new(self.0.build()))
    }

    fn rebuild(self, state: &mut ErasedState) {
        let mut new = self.build();
        state.0.insert_before_this(&mut new);
        state.0.unmount();
        *state = new;
    }
}

impl AddAnyAttr for ErasedView {
    type Output<New: Attribute> = <AnyView as AddAnyAttr>::Output<New>;

    fn add_any_attr<New: Attribute>(self, attr: New) -> Self::Output<New> {
        self.into_any().add_any_attr(attr)
    }
}

/// Nothing is printed and nothing hydrated without the features for it.
#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
impl RenderHtml for ErasedView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> ErasedState {
        self.build()
    }

    async fn hydrate_async(self, _: &Cursor, _: &PositionState) -> ErasedState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(any(feature = "ssr", feature = "hydrate"))]
impl RenderHtml for ErasedView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = AnyView::MIN_LENGTH;

    fn dry_resolve(&mut self) {
        self.0.dry_resolve();
    }

    async fn resolve(self) -> Self {
        Self(self.0.resolve().await)
    }

    fn html_len(&self) -> usize {
        self.0.html_len()
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        self.0.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> ErasedState {
        ErasedState(Box::new(self.0.hydrate::<FROM_SERVER>(cursor, position)))
    }

    async fn hydrate_async(self, cursor: &Cursor, position: &PositionState) -> ErasedState {
        ErasedState(Box::new(self.0.hydrate_async(cursor, position).await))
    }

    fn into_owned(self) -> Self {
        self
    }
}
