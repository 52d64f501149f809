//! Sites to look at, and what is found in their files.

use std::collections::BTreeMap;
use std::sync::Arc;

use figure_tracker_core::dataset;
use figure_tracker_site::Options;

pub(super) const VALID: &str = include_str!("../../../../../tests/data/valid.json");
pub(super) const EVERYTHING: &str = include_str!("../../../../../tests/data/everything.json");
pub(super) const BUNDLED: &str = include_str!("../../../../../data.json");
pub(super) const ARABIC: &str = include_str!("../../../../../examples/invented-arabic.json");
pub(super) const KAZAKH: &str = include_str!("../../../../../examples/invented-kazakh.json");

/// Data sets that differ in all there is: scripts, units, scopes, relations.
pub(super) const SAMPLES: [&str; 5] = [VALID, EVERYTHING, BUNDLED, ARABIC, KAZAKH];

/// The files of a site by name.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The files of a data set at an address, its pages with their style sheet in a file.
pub(super) fn at(text: &str, base: Option<&str>) -> Files {
    let dataset = dataset::read(text).expect("the sample can be drawn");
    let options = Options { base: base.map(str::to_owned), style_file: true, ..Options::default() };
    let files = figure_tracker_site::print_site(&Arc::new(dataset), text, &options);
    let count = files.len();
    let files: Files = files.into_iter().map(|file| (file.name, file.bytes.to_vec())).collect();
    assert_eq!(files.len(), count, "no two files have the same name");
    files
}

/// The files of a data set that is published.
pub(super) fn published(text: &str) -> Files {
    at(text, Some("https://news.example/figures/"))
}

/// Whether a file is a page that readers come to, and no first picture or its cards.
pub(super) fn is_page(name: &str) -> bool {
    name.ends_with(".html") && ![".picture.html", ".cards.html"].iter().any(|ending| name.ends_with(ending))
}

/// A file as a text.
#[track_caller]
pub(super) fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    std::str::from_utf8(files.get(name).unwrap_or_else(|| panic!("no {name}"))).unwrap()
}

/// Every value of an attribute in a page.
pub(super) fn values(html: &str, attribute: &str) -> Vec<String> {
    let before = format!(" {attribute}=\"");
    let values = html.split(&*before).skip(1).map(|rest| rest.split('"').next().unwrap());
    values.map(plain).collect()
}

/// A text without references.
pub(super) fn plain(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What a page says in JSON-LD.
pub(super) fn linked(html: &str) -> serde_json::Value {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("there is JSON-LD");
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// The JSON-LD things of a type.
pub(super) fn things<'v>(linked: &'v serde_json::Value, kind: &str) -> Vec<&'v serde_json::Value> {
    linked["@graph"].as_array().unwrap().iter().filter(|thing| thing["@type"] == kind).collect()
}
