//! Nothing is, by way of others, a part, a revision or a repetition of itself.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::order::sorted;
use crate::dataset::raw::RelationType;
use crate::dataset::tree::At;

/// From one entry of a list to another, and where the file says so.
#[derive(Clone, Copy)]
struct Edge<'a> {
    from: usize,
    to: usize,
    at: At<'a, 'a>,
}

/// No chain of metrics, and no chain of relations of one type, runs in a circle.
pub(super) fn circles(facts: &Facts<'_>, findings: &mut Findings) {
    let metrics: Vec<&str> = facts.raw.metrics.iter().map(|metric| metric.id.as_str()).collect();
    report(&metrics, parts_of_metrics(facts), findings);
    let figures: Vec<&str> = facts.raw.figures.iter().map(|figure| figure.id.as_str()).collect();
    for kind in [RelationType::PartOf, RelationType::Revises, RelationType::Repeats, RelationType::Retracts] {
        report(&figures, edges(facts, kind), findings);
    }
}

fn parts_of_metrics<'a>(facts: &Facts<'a>) -> Vec<Edge<'a>> {
    let edge = |(from, metric): (usize, &crate::dataset::raw::Metric)| {
        let to = facts.metrics.find(metric.part_of.as_ref()?)?;
        Some(Edge { from, to, at: facts.root.of("metrics", from).key("part_of") })
    };
    facts.raw.metrics.iter().enumerate().filter_map(edge).collect()
}

/// The relations of one type; the parts of a sum are parts of its whole.
fn edges<'a>(facts: &Facts<'a>, kind: RelationType) -> Vec<Edge<'a>> {
    let mut edges = Vec::new();
    let mut add = |from: &str, to: &str, at| {
        if let (Some(from), Some(to)) = (facts.figures.find(from), facts.figures.find(to)) {
            edges.push(Edge { from, to, at });
        }
    };
    for (_, relation, at) in facts.relations() {
        match (&relation.from, &relation.to, &relation.whole) {
            (Some(from), Some(to), _) if relation.kind == kind => add(from, to, at.key("to")),
            (_, _, Some(whole)) if relation.kind == RelationType::Sum && kind == RelationType::PartOf => {
                relation.parts.iter().enumerate().for_each(|(i, part)| add(part, whole, at.of("parts", i)));
            }
            _ => {}
        }
    }
    edges
}

/// Notes each edge that closes a circle.
fn report(names: &[&str], mut edges: Vec<Edge<'_>>, findings: &mut Findings) {
    edges.retain(|edge| edge.from != edge.to);
    let order = sorted(&mut edges.iter().map(|edge| (i64::try_from(edge.from).unwrap_or(i64::MAX), 0)));
    let edges: Vec<Edge<'_>> = order.into_iter().filter_map(|index| edges.get(index).copied()).collect();
    for (closing, circle) in search(names.len(), &edges) {
        let name = |node: &usize| names.get(*node).copied().unwrap_or_default();
        let mut chain: Vec<&str> = circle.iter().map(name).collect();
        if chain.len() > 6 {
            chain.splice(5.., ["…"]);
        }
        chain.extend(circle.first().map(name));
        let message = ["this closes a circle: `", &chain.join("` → `"), "`"].concat();
        if let Some(edge) = edges.get(closing) {
            findings.error("circle", edge.at, message, None);
        }
    }
}

/// Walks along the edges, which are sorted by `from`, and gives back each edge that leads to a node on the way
/// to itself, with the nodes of that circle. Without recursion: a chain may be as long as the file.
fn search(nodes: usize, edges: &[Edge<'_>]) -> Vec<(usize, Vec<usize>)> {
    let mut next: Vec<usize> =
        (0..nodes).map(|node| edges.partition_point(|edge| edge.from < node)).collect();
    let mut depth: Vec<Option<usize>> = vec![None; nodes];
    let mut done = vec![false; nodes];
    let mut circles = Vec::new();
    for start in 0..nodes {
        let mut way: Vec<usize> = if done.get(start) == Some(&false) { vec![start] } else { Vec::new() };
        while let Some(&node) = way.last() {
            set(&mut depth, node, Some(way.len() - 1));
            let index = next.get(node).copied().unwrap_or_default();
            set(&mut next, node, index + 1);
            match edges.get(index).filter(|edge| edge.from == node) {
                None => {
                    set(&mut done, node, true);
                    set(&mut depth, node, None);
                    way.pop();
                }
                Some(edge) => match depth.get(edge.to).copied().flatten() {
                    Some(first) => circles.push((index, way.iter().skip(first).copied().collect())),
                    None if done.get(edge.to) == Some(&false) => way.push(edge.to),
                    None => {}
                },
            }
        }
    }
    circles
}

fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(slot) = list.get_mut(index) {
        *slot = value;
    }
}
