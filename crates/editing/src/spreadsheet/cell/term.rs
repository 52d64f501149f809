//! Cells that hold one of a few words, and addresses.

use crate::spreadsheet::cell::phrase;
use crate::spreadsheet::report::Wrong;
use figure_tracker_core::dataset::nearest::nearest;
use figure_tracker_core::dataset::{Qualifier, Status, is_http};

/// The names of what can have become of a figure.
const STANDINGS: [(&str, Status); 6] = [
    ("stands", Status::Stands),
    ("superseded", Status::Superseded),
    ("corrected", Status::Corrected),
    ("disputed", Status::Disputed),
    ("denied", Status::Denied),
    ("retracted", Status::Retracted),
];

/// The name of what has become of a figure.
pub(crate) fn status_name(status: Status) -> &'static str {
    STANDINGS.iter().find(|(_, known)| *known == status).map_or("", |(name, _)| name)
}

/// Whether a status needs a note that says why and a document that says so.
pub(crate) fn is_doubt(status: Status) -> bool {
    !matches!(status, Status::Stands | Status::Superseded)
}

/// Reads a qualifier: its name, or a phrase.
pub(crate) fn qualifier(text: &str) -> Result<Qualifier, Wrong> {
    phrase::whole(&text.to_lowercase()).ok_or_else(|| {
        let names: Vec<&str> = phrase::names().collect();
        let hint = match nearest(&text.to_lowercase(), names.iter().copied()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("a qualifier is one of `{}`", names.join("`, `")),
        };
        Wrong::new("bad-qualifier", text, "is not a qualifier", hint)
    })
}

/// Reads a status.
pub(crate) fn status(text: &str) -> Result<Status, Wrong> {
    let name = text.to_lowercase();
    STANDINGS.iter().find(|(known, _)| *known == name).map(|(_, status)| *status).ok_or_else(|| {
        let names = || STANDINGS.iter().map(|(name, _)| *name);
        let hint = match nearest(&name, names()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("a status is one of `{}`", names().collect::<Vec<_>>().join("`, `")),
        };
        Wrong::new("bad-status", text, "is not a status", hint)
    })
}

/// Reads an address.
pub(crate) fn address(text: &str) -> Result<(), Wrong> {
    if is_http(text) {
        return Ok(());
    }
    let guess = format!("https://{text}");
    let hint = if text.contains('.') && !text.contains(':') && is_http(&guess) {
        format!("write `{guess}`")
    } else {
        "an address begins with `https://` or `http://` and has no spaces".to_owned()
    };
    Err(Wrong::new("bad-url", text, "is not a web address", hint))
}
