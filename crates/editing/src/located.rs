//! Finds the line, column and JSON pointer of each [`Finding`], in one walk over the text.

use crate::diagnostic::{Diagnostic, TextSpan};
use crate::file_tree::{FileTree, PointerFinder};
use crate::findings::Finding;
use crate::lines::LineWalk;

/// Turns findings into diagnostics, first first, errors before warnings at the same place. `skipped` bytes stand before
/// the text; `tree` is that of the file, if it has one.
pub(crate) fn into_diagnostics(
    mut findings: Vec<Finding>,
    text: &str,
    skipped: usize,
    tree: Option<&FileTree<'_>>,
) -> Vec<Diagnostic> {
    findings.sort_by_key(|finding| (finding.bytes.start, finding.severity, finding.bytes.end));
    let mut walk = LineWalk::new(text);
    let mut pointers = tree.map(PointerFinder::new);
    findings
        .into_iter()
        .map(|finding| {
            let Finding { severity, code, bytes, message, help, pointer } = finding;
            let (line, column) = walk.advance_to(bytes.start);
            let (found, figure) =
                pointers.as_mut().map(|finder| finder.find(bytes.start)).unwrap_or_default();
            let span = TextSpan {
                line,
                column,
                start: bytes.start + skipped,
                end: bytes.end + skipped,
                pointer: pointer.unwrap_or(found),
                figure,
            };
            Diagnostic { severity, code, span: span.into(), message, help }
        })
        .collect()
}
