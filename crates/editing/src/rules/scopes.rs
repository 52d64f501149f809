//! The scope of a figure is one of its metric's, and where a metric has scopes its figures name one.

use figure_tracker_core::dataset::format::Scope;

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// Looks up the scope of every figure.
pub(super) fn check_scopes(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, figure) in document.figures.iter() {
        let (Some(scope), Some((metric_index, metric))) = (&figure.scope, document.metric_of(figure)) else {
            continue;
        };
        let is_unreadable =
            || report.is_faulty(&Place::of(Key::Metrics, metric_index).key_if_there(Key::Scopes));
        if metric.scopes.iter().any(|known| known.id == *scope) || is_unreadable() {
            continue;
        }
        let message = format!("the metric `{}` has no scope `{scope}`", metric.id);
        let suggestion = report.did_you_mean(scope, metric.scopes.iter().map(|scope| scope.id.as_str()));
        let help = suggestion.unwrap_or_else(|| list(&metric.scopes));
        let place = Place::of(Key::Figures, index).key(Key::Scope);
        report.error("unresolved-reference", &place, message, help);
    }
}

/// Warns of every figure that names no scope although its metric has some: which line it is on is not said.
pub(super) fn check_missing(document: &Document<'_>, report: &mut Report<'_, '_>) {
    for (index, figure) in document.figures.iter() {
        let Some((_, metric)) = document.metric_of(figure) else { continue };
        let names_scope = figure.scope.is_some() || metric.scopes.is_empty();
        if names_scope || document.is_stated(Key::Figures, index, Key::Scope) {
            continue;
        }
        let message = format!("the metric `{}` has scopes, but this figure names none", metric.id);
        report.warning("missing-scope", &Place::of(Key::Figures, index), message, list(&metric.scopes));
    }
}

fn list(scopes: &[Scope]) -> String {
    if scopes.is_empty() {
        return "it has no scopes at all".to_owned();
    }
    let ids: Vec<&str> = scopes.iter().map(|scope| scope.id.as_str()).collect();
    format!("its scopes are `{}`", ids.join("`, `"))
}
