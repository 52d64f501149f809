//! A list of rows that each have a name, a number and a strip: parts and who said it. A row is one button, or on a printed
//! page one link.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::erased::{Erase, ErasedView};
use crate::state::use_tracker;

/// What a row shows and does.
pub(super) struct StripRow {
    /// Its class.
    pub(super) class: String,
    /// What it is called.
    pub(super) name: ErasedView,
    /// Its latest number.
    pub(super) amount: String,
    /// Its strip.
    pub(super) strip: Option<ErasedView>,
    /// Where it leads on a printed page.
    pub(super) href: Option<String>,
    /// Whether what it asks is asked already; none where it asks nothing.
    pub(super) pressed: Option<bool>,
    /// What a tap does.
    pub(super) act: Box<dyn FnMut(MouseEvent)>,
}

/// Draws a row.
pub(super) fn draw_row(row: StripRow) -> ErasedView {
    let content = view! {
        <span class="ft-name">{row.name}</span>
        " "
        <span class="ft-newest">{row.amount}</span>
        {row.strip}
    }
    .erase();
    let pressed = row.pressed.map(|pressed| if pressed { "true" } else { "false" });
    let content = match row.href {
        Some(href) => view! { <a class="ft-row-button" href=href>{content}</a> }.erase(),
        None => view! {
            <button class="ft-row-button" type="button" aria-pressed=pressed on:click=row.act>{content}</button>
        }
        .erase(),
    };
    list_item(row.class, content)
}

/// Draws an item of the list.
pub(super) fn list_item(class: String, content: ErasedView) -> ErasedView {
    view! { <li class=class>{content}</li> }.erase()
}

/// Draws the list; `total` is how many rows there are where not all of them are drawn.
pub(super) fn row_list(
    rows: Vec<ErasedView>,
    total: Option<usize>,
    is_complete: RwSignal<bool>,
) -> ErasedView {
    let rest = total.map(|total| {
        let text = use_tracker().localizer().format_show_all(total);
        let show = move |_| is_complete.set(true);
        view! { <button class="ft-show-all ft-text-link" type="button" on:click=show>{text}</button> }.erase()
    });
    view! { <ul class="ft-rows">{rows}</ul>{rest} }.erase()
}
