//! Addresses behind the cells of a workbook: what a cell shows and where it leads may be two things.

use std::borrow::Cow;

use crate::diagnostic::{CellSpan, Diagnostic};
use crate::spreadsheet::cell::shortened;
use crate::spreadsheet::cell::term::read_addresses;
use crate::spreadsheet::table::column::{Cells, Column};

/// Takes the address behind a cell where the cell shows none; says so, and where the two differ or it is left out.
pub(super) fn take_link<'t>(cells: &mut Cells<'t>, column: Column, address: &'t str) -> Option<Diagnostic> {
    if !matches!(column, Column::Url | Column::ArchivedUrl) {
        return note_link(cells, address);
    }
    let text = cells.get(column).unwrap_or_default().to_owned();
    match read_addresses(&text) {
        Ok(addresses) => {
            let is_shown = addresses.all.iter().any(|shown| is_same_address(shown.as_str(), address));
            if is_shown {
                return None;
            }
            cells.refuse(column);
            let message =
                format!("the cell shows `{}`, but leads to `{}`", shortened(&text), shortened(address));
            let help = "let it show the address that is meant, without a link behind it";
            Some(Diagnostic::error("two-meanings", CellSpan::default(), message).with_help(help))
        }
        Err(_) => {
            let message = format!("the cell shows `{}`, and leads to an address", shortened(&text));
            let help = format!("it is taken as `{}`", shortened(address));
            cells.put(column, Cow::Borrowed(address));
            Some(Diagnostic::warning("link-behind-cell", CellSpan::default(), message).with_help(help))
        }
    }
}

/// Says that the address behind a cell of another column is left out, where the row has none.
fn note_link(cells: &Cells<'_>, address: &str) -> Option<Diagnostic> {
    if cells.get(Column::Url).is_some() {
        return None;
    }
    let message = format!("the cell leads to `{}`, which is left out", shortened(address));
    let help = "if that is the document, write the address into `url`";
    Some(Diagnostic::warning("link-left-out", CellSpan::default(), message).with_help(help))
}

/// Whether two addresses differ only in what programs add to a link.
fn is_same_address(shown: &str, behind: &str) -> bool {
    let bare = |address: &str| {
        let address = address.split_once("://").map_or(address, |(_, rest)| rest);
        address.trim_end_matches('/').to_lowercase()
    };
    bare(shown) == bare(behind)
}
