//! Which rows the views beside the chart have, and what stands in them.

mod counts;
mod lanes;
mod parts;
mod strips;

use figure_tracker_core::dataset::{self, Dataset};
use serde_json::{Value, json};

/// The bundled data set.
pub(crate) fn bundled() -> Dataset {
    dataset::read(include_str!("../../../../data.json")).unwrap()
}

/// A figure of people, said by `speaker` and printed by `outlet`, each of which may be empty.
pub(crate) fn figure(id: &str, metric: &str, scope: &str, value: i64, said: &str, speaker: &str) -> Value {
    let mut figure =
        json!({"id": id, "metric": metric, "value": value, "said": said, "sources": ["document"]});
    for (key, text) in [("scope", scope), ("speaker", speaker)] {
        if !text.is_empty() {
            figure[key] = text.into();
        }
    }
    figure
}

/// A data set of metrics `a`, `b` and `c`, of which `a` has the scopes that its figures name.
pub(crate) fn dataset_of(figures: &[Value], relations: &[Value]) -> Dataset {
    let mut scopes: Vec<&str> = figures
        .iter()
        .filter(|figure| figure["metric"] == "a")
        .filter_map(|figure| figure["scope"].as_str())
        .collect();
    scopes.sort_unstable();
    scopes.dedup();
    let scopes: Vec<Value> =
        scopes.iter().map(|id| json!({"id": id, "label": format!("Scope {id}")})).collect();
    let used = |id: &str| figures.iter().any(|figure| figure["metric"] == id);
    let metric =
        |id: &str| json!({"id": id, "label": format!("Metric {id}"), "unit": "people", "group": "g"});
    let mut metrics: Vec<Value> = ["a", "b", "c"].into_iter().filter(|id| used(id)).map(metric).collect();
    if !scopes.is_empty() {
        metrics[0]["scopes"] = scopes.into();
    }
    let file = json!({
        "format": 1, "id": "x", "title": "X", "language": "en",
        "units": [{"id": "people", "label": {"one": "person", "other": "people"}}],
        "groups": [{"id": "g", "label": "Group"}],
        "outlets": [{"id": "paper", "name": "The Paper"}],
        "institutions": [{"id": "ministry", "name": "The Ministry"}],
        "speakers": [{"id": "ann", "name": "Ann Example"}, {"id": "bob", "name": "Bob Sample"}],
        "sources": [{"id": "document", "outlet": "paper", "published": "2022-03-15"}, {"id": "leaflet", "published": "2022-03-15"}],
        "metrics": metrics, "figures": figures, "relations": relations,
    });
    dataset::read(file.to_string().as_bytes()).unwrap()
}

pub(crate) fn sum(whole: &str, parts: &[&str], adds_up: bool) -> Value {
    json!({"type": "sum", "whole": whole, "parts": parts, "adds_up": adds_up, "note": "Because."})
}

pub(crate) fn edge(kind: &str, from: &str, to: &str) -> Value {
    json!({"type": kind, "from": from, "to": to, "note": "Because."})
}
