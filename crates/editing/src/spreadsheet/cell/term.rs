//! Cells that hold one of a few words, and addresses.

use crate::spreadsheet::cell::CellError;
use crate::spreadsheet::cell::phrase;
use crate::suggestion::nearest;
use figure_tracker_core::dataset::format::{AddressError, WebAddress};
use figure_tracker_core::dataset::{Qualifier, Status};

/// Whether a status needs a note that says why and a document that says so.
pub(crate) fn is_doubt(status: Status) -> bool {
    !matches!(status, Status::Stands | Status::Superseded)
}

/// Parses a qualifier: its name, or a phrase.
pub(crate) fn read_qualifier(text: &str) -> Result<Qualifier, CellError> {
    phrase::whole(&text.to_lowercase()).ok_or_else(|| {
        CellError::new(
            "bad-qualifier",
            text,
            "is not a qualifier",
            choices("a qualifier", text, Qualifier::NAMES),
        )
    })
}

/// Parses a status.
pub(crate) fn read_status(text: &str) -> Result<Status, CellError> {
    Status::from_name(&text.to_lowercase()).ok_or_else(|| {
        CellError::new("bad-status", text, "is not a status", choices("a status", text, Status::NAMES))
    })
}

fn choices(noun: &str, text: &str, names: &[&'static str]) -> String {
    match nearest(&text.to_lowercase(), names.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("{noun} is one of `{}`", names.join("`, `")),
    }
}

/// The addresses in a cell, and whether they had to be completed or taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Addresses {
    /// One or several.
    pub(crate) all: Vec<WebAddress>,
    /// Whether `https://` was added.
    pub(crate) completed: bool,
}

/// Parses the addresses in a cell. One without `https://` that can be nothing else is completed.
pub(crate) fn read_addresses(text: &str) -> Result<Addresses, CellError> {
    let mut addresses = Addresses { all: Vec::new(), completed: false };
    let pieces = if text.contains("://") { text.split(is_between_addresses).collect() } else { vec![text] };
    for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
        let address = WebAddress::parse(piece).or_else(|error| {
            addresses.completed = is_bare_address(piece);
            if addresses.completed { WebAddress::parse(&format!("https://{piece}")) } else { Err(error) }
        });
        let address = address
            .map_err(|error| CellError::new("bad-url", text, &error.to_string(), AddressError::HELP))?;
        if !addresses.all.contains(&address) {
            addresses.all.push(address);
        }
    }
    Ok(addresses)
}

fn is_between_addresses(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ';' | '|')
}

/// Whether a text is an address but for its scheme: a host name with a point in it, and perhaps a path.
fn is_bare_address(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    let top = labels.last().is_some_and(|top| top.len() >= 2 && top.chars().all(char::is_alphabetic));
    labels.len() >= 2 && top && labels.iter().all(is_label)
}
