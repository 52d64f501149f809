//! The static files of a data set: what is in them, and that other programs understand it.

mod hostile;
mod links;
mod programs;
mod render;
mod weight;

use std::collections::BTreeMap;
use std::sync::Arc;

use figure_tracker::dataset;
use figure_tracker::site::{self, Options};

pub(crate) const VALID: &str = include_str!("../data/valid.json");
const EVERYTHING: &str = include_str!("../data/everything.json");
const BUNDLED: &str = include_str!("../../data.json");
const ARABIC: &str = include_str!("../../examples/invented-arabic.json");
const KAZAKH: &str = include_str!("../../examples/invented-kazakh.json");

/// Data sets that differ in all there is: scripts, units, scopes, relations.
const SAMPLES: [&str; 5] = [VALID, EVERYTHING, BUNDLED, ARABIC, KAZAKH];

/// The files of a site by name.
type Files = BTreeMap<String, Vec<u8>>;

/// The files of a data set at an address.
fn at(text: &str, base: Option<&str>) -> Files {
    let dataset = dataset::read(text).dataset.expect("the sample can be drawn");
    let options = Options { base: base.map(str::to_owned), ..Options::default() };
    let files = site::files(Arc::new(dataset), text, &options);
    let count = files.len();
    let files: Files = files.into_iter().map(|file| (file.name, file.bytes)).collect();
    assert_eq!(files.len(), count, "no two files have the same name");
    files
}

/// The files of a data set that is published.
fn published(text: &str) -> Files {
    at(text, Some("https://news.example/figures/"))
}

/// A file as a text.
#[track_caller]
fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    std::str::from_utf8(files.get(name).unwrap_or_else(|| panic!("no {name}"))).unwrap()
}

/// Every value of an attribute in a page.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let before = format!(" {attribute}=\"");
    let values = html.split(&*before).skip(1).map(|rest| rest.split('"').next().unwrap());
    values.map(plain).collect()
}

/// A text without references.
fn plain(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What a page says in JSON-LD.
fn linked(html: &str) -> serde_json::Value {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("there is JSON-LD");
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// The JSON-LD things of a type.
fn things<'v>(linked: &'v serde_json::Value, kind: &str) -> Vec<&'v serde_json::Value> {
    linked["@graph"].as_array().unwrap().iter().filter(|thing| thing["@type"] == kind).collect()
}
