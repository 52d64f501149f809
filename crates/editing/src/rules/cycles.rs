//! Nothing is, by way of others, a part, a revision or a repetition of itself.

use figure_tracker_core::dataset::format::RelationType;

use crate::document::Document;
use crate::place::{Key, Place};
use crate::report::Report;

/// The types of relation that may not run in a circle. A contradiction and what is not comparable hold both ways.
const ACYCLIC: [RelationType; 5] = [
    RelationType::PartOf,
    RelationType::Revises,
    RelationType::Repeats,
    RelationType::Retracts,
    RelationType::Converted,
];

/// From one record of a list to another, and where the file says so.
struct Edge<'a> {
    from: usize,
    to: usize,
    place: Place<'a>,
}

/// Reports where a chain of metrics, or a chain of relations of one type, runs in a circle.
pub(super) fn check_cycles(document: &Document<'_>, report: &mut Report<'_, '_>) {
    let metrics = document.metrics.iter().filter_map(|(from, metric)| {
        let to = document.find(Key::Metrics, metric.part_of.as_deref()?)?;
        Some(Edge { from, to, place: Place::of(Key::Metrics, from).key(Key::PartOf) })
    });
    report_cycles(document, Key::Metrics, metrics.collect(), report);
    for kind in ACYCLIC {
        report_cycles(document, Key::Figures, relation_edges(document, kind), report);
    }
}

/// The relations of one type; the parts of a sum are parts of its whole.
fn relation_edges<'a>(document: &Document<'_>, kind: RelationType) -> Vec<Edge<'a>> {
    let mut edges = Vec::new();
    let mut add = |from: Option<&str>, to: Option<&str>, place: Place<'a>| {
        let find = |id: Option<&str>| document.find(Key::Figures, id?);
        if let (Some(from), Some(to)) = (find(from), find(to)) {
            edges.push(Edge { from, to, place });
        }
    };
    for (index, relation) in document.relations.iter() {
        let place = || Place::of(Key::Relations, index);
        if relation.kind == kind {
            add(relation.from.as_deref(), relation.to.as_deref(), place().key(Key::To));
        } else if relation.kind == RelationType::Sum && kind == RelationType::PartOf {
            for (item, part) in relation.parts.iter().enumerate() {
                add(Some(part), relation.whole.as_deref(), place().key(Key::Parts).item(item));
            }
        }
    }
    edges
}

/// Reports each edge that closes a cycle.
fn report_cycles(document: &Document<'_>, list: Key, mut edges: Vec<Edge<'_>>, report: &mut Report<'_, '_>) {
    edges.retain(|edge| edge.from != edge.to);
    edges.sort_by_key(|edge| edge.from);
    let Some(ids) = document.ids(list).filter(|_| !edges.is_empty()) else { return };
    for (closing, cycle) in find_cycles(ids.len(), &edges) {
        let name = |node: &usize| ids.id_at(*node).unwrap_or_default();
        let mut chain: Vec<&str> = cycle.iter().map(name).collect();
        if chain.len() > 6 {
            chain.truncate(5);
            chain.push("…");
        }
        chain.extend(cycle.first().map(name));
        if let Some(edge) = edges.get(closing) {
            let message = format!("this closes a circle: `{}`", chain.join("` → `"));
            report.error("cycle", &edge.place, message, ());
        }
    }
}

/// How far the search has come with a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    NotReached,
    /// On the way, as the node with this number.
    OnTheWay(usize),
    Done,
}

/// Walks along the edges, which are sorted by `from`, and returns each edge that leads to a node on the way to itself,
/// with the nodes of that cycle. Without recursion: a chain may be as long as the file.
fn find_cycles(nodes: usize, edges: &[Edge<'_>]) -> Vec<(usize, Vec<usize>)> {
    let mut progress = vec![Progress::NotReached; nodes];
    let set = |progress: &mut Vec<Progress>, node: usize, to| {
        if let Some(slot) = progress.get_mut(node) {
            *slot = to;
        }
    };
    let mut cycles = Vec::new();
    for start in 0..nodes {
        // The nodes on the way, each with the index of its next edge.
        let mut way: Vec<(usize, usize)> = Vec::new();
        let mut next = Some(start).filter(|_| progress.get(start) == Some(&Progress::NotReached));
        loop {
            if let Some(node) = next.take() {
                set(&mut progress, node, Progress::OnTheWay(way.len()));
                way.push((node, edges.partition_point(|edge| edge.from < node)));
            }
            let Some((node, index)) = way.last_mut() else { break };
            let (node, at) = (*node, *index);
            *index += 1;
            let Some(edge) = edges.get(at).filter(|edge| edge.from == node) else {
                set(&mut progress, node, Progress::Done);
                way.pop();
                continue;
            };
            match progress.get(edge.to) {
                Some(Progress::NotReached) => next = Some(edge.to),
                Some(Progress::OnTheWay(first)) => {
                    cycles.push((at, way.iter().skip(*first).map(|(node, _)| *node).collect()));
                }
                _ => {}
            }
        }
    }
    cycles
}
