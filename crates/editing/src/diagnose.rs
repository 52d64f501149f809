//! Checks a data file for editors: every fault at once, each with its place and what would be right.

use std::borrow::Cow;

use crate::declaration::{DeclarationFault, dataset_record};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::file_tree::FileTree;
use crate::findings::Finding;
use crate::located::into_diagnostics;
use crate::report::Report;
use crate::rules::{DATES, ERRORS, Rule, WARNINGS};
use crate::shape::ShapeCheck;
use crate::syntax::find_syntax_fault;
use figure_tracker_core::dataset::{NotUtf8, decode_utf8};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Lists every error and warning in the bytes of a data file, in the order of the file.
///
/// ```
/// let text = r#"{
///   "format": 1, "id": "x", "title": "X", "language": "en",
///   "units": [{"id": "people", "label": {"one": "person", "other": "people"}}],
///   "sources": [{"id": "paper", "published": "2022-01-15", "archived": "https://archive.example/1"}],
///   "metrics": [{"id": "deaths", "label": "Deaths", "unit": "people"}],
///   "figures": [{"id": "d1", "metric": "death", "value": 225, "said": "2022-01-15", "sources": ["paper"]}]
/// }"#;
/// let diagnostics = figure_tracker_editing::diagnose(text.as_bytes());
/// assert_eq!(
///     diagnostics[1].to_string(),
///     "line 6, column 38 (/figures/0/metric): no metric has the id `death`; did you mean `deaths`?"
/// );
/// ```
pub fn diagnose(bytes: &[u8]) -> Vec<Diagnostic> {
    diagnose_by(bytes, &[ERRORS, DATES, WARNINGS])
}

/// Lists every error in the bytes of a data file, and no warning but those that a single value gives.
pub fn diagnose_errors(bytes: &[u8]) -> Vec<Diagnostic> {
    let mut diagnostics = diagnose_by(bytes, &[ERRORS]);
    diagnostics.retain(Diagnostic::is_error);
    diagnostics
}

/// Lists every error in the bytes of a data file, and of the warnings those about dates: what an import says of its rows.
pub fn diagnose_errors_and_dates(bytes: &[u8]) -> Vec<Diagnostic> {
    let about_dates = ["other-calendar", "said-after-published", "said-long-before", "later-than-edition"];
    let mut diagnostics = diagnose_by(bytes, &[ERRORS, DATES]);
    diagnostics.retain(|diagnostic| diagnostic.is_error() || about_dates.contains(&diagnostic.code));
    diagnostics
}

fn diagnose_by(bytes: &[u8], rules: &[&[Rule]]) -> Vec<Diagnostic> {
    match decode_utf8(bytes) {
        Ok(text) => diagnose_text(text, rules),
        Err(NotUtf8 { start, length, fault }) => {
            let before = String::from_utf8_lossy(bytes.get(..start).unwrap_or_default());
            let skipped = before.len() - without_mark(&before).len();
            let wrong = start - skipped..start + length - skipped;
            let finding =
                Finding::error("not-utf8", wrong, fault.to_string()).with_help("save the file as UTF-8");
            into_diagnostics(vec![finding], &Cow::from(without_mark(&before)), skipped, None)
        }
    }
}

fn diagnose_text(text: &str, rules: &[&[Rule]]) -> Vec<Diagnostic> {
    let content = without_mark(text);
    let skipped = text.len() - content.len();
    let checked = FileTree::split(content).and_then(|tree| Some((check_tree(&tree, rules)?, tree)));
    match checked {
        Some((findings, tree)) => into_diagnostics(findings, content, skipped, Some(&tree)),
        None => into_diagnostics(vec![find_syntax_fault(content)], content, skipped, None),
    }
}

/// Holds a tree to its shape and to the rules; none where an item of it is no JSON.
fn check_tree(tree: &FileTree<'_>, rules: &[&[Rule]]) -> Option<Vec<Finding>> {
    let dataset = match dataset_record() {
        Ok(dataset) => dataset,
        Err(fault) => return Some(vec![broken_declarations(fault)]),
    };
    let mut shape = ShapeCheck::default();
    let document = Document::read(tree, dataset, &mut shape)?;
    let mut report = Report::new(&document, &mut shape);
    for rule in rules.iter().copied().flatten() {
        rule(&document, &mut report);
    }
    Some(shape.findings)
}

/// Says that the declarations themselves can't be read, which is a fault of this program.
fn broken_declarations(fault: &DeclarationFault) -> Finding {
    let message = format!("this program does not understand its own format: {fault}");
    Finding::error("broken-declarations", 0..0, message)
}

fn without_mark(text: &str) -> &str {
    text.trim_start_matches(BYTE_ORDER_MARK)
}
