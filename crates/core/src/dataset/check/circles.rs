//! Nothing is, by way of others, a part, a revision or a repetition of itself.

use crate::dataset::facts::Facts;
use crate::dataset::finding::Findings;
use crate::dataset::order::sorted;
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
    let mut metrics = Vec::new();
    for (from, metric) in facts.each("metrics") {
        let whole = metric.get("part_of");
        let to = whole.and_then(At::text).and_then(|id| facts.find("metrics", id));
        metrics.extend(whole.zip(to).map(|(at, to)| Edge { from, to, at }));
    }
    report(facts, "metrics", metrics, findings);
    for kind in ["part_of", "revises", "repeats", "retracts"] {
        report(facts, "figures", edges(facts, kind), findings);
    }
}

/// The relations of one type; the parts of a sum are parts of its whole.
fn edges<'a>(facts: &Facts<'a>, kind: &str) -> Vec<Edge<'a>> {
    let mut edges = Vec::new();
    let figure = |at: At<'_, '_>| facts.find("figures", at.text()?);
    let mut add = |from: Option<At<'a, 'a>>, to: Option<At<'a, 'a>>, at| {
        if let Some((from, to)) = from.and_then(figure).zip(to.and_then(figure)) {
            edges.push(Edge { from, to, at });
        }
    };
    for (_, relation) in facts.each("relations") {
        match relation.word("type") {
            "sum" if kind == "part_of" => {
                let whole = relation.get("whole");
                relation.list("parts").iter().map(At).for_each(|part| add(Some(part), whole, part));
            }
            own if own == kind => add(relation.get("from"), relation.get("to"), relation.key("to")),
            _ => {}
        }
    }
    edges
}

/// Notes each edge that closes a circle.
fn report(facts: &Facts<'_>, list: &str, mut edges: Vec<Edge<'_>>, findings: &mut Findings) {
    edges.retain(|edge| edge.from != edge.to);
    if edges.is_empty() {
        return;
    }
    let order = sorted(&mut edges.iter().map(|edge| (i64::try_from(edge.from).unwrap_or(i64::MAX), 0)));
    let edges: Vec<Edge<'_>> = order.into_iter().filter_map(|index| edges.get(index).copied()).collect();
    let entries = facts.root.list(list);
    for (closing, circle) in search(entries.len(), &edges) {
        let name = |node: &usize| entries.get(*node).map_or("", |entry| At(entry).word("id"));
        let mut chain: Vec<&str> = circle.iter().map(name).collect();
        if chain.len() > 6 {
            chain.truncate(5);
            chain.push("…");
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
    const DONE: usize = usize::MAX;
    // For each node 0 before it is reached, how many stand on the way to it and with it, at last `DONE`.
    let mut reached = vec![0; nodes];
    let mut circles = Vec::new();
    for start in 0..nodes {
        // The nodes on the way, each with the index of its next edge.
        let mut way: Vec<(usize, usize)> = Vec::new();
        let mut to = Some(start).filter(|start| reached.get(*start) == Some(&0));
        loop {
            if let Some(node) = to.take() {
                way.push((node, edges.partition_point(|edge| edge.from < node)));
                set(&mut reached, node, way.len());
            }
            let Some((node, next)) = way.last_mut() else { break };
            let (from, index) = (*node, *next);
            *next += 1;
            match edges.get(index).filter(|edge| edge.from == from) {
                None => {
                    set(&mut reached, from, DONE);
                    way.pop();
                }
                Some(edge) => match reached.get(edge.to).copied().unwrap_or(DONE) {
                    0 => to = Some(edge.to),
                    DONE => {}
                    first => {
                        circles.push((index, way.iter().skip(first - 1).map(|(node, _)| *node).collect()));
                    }
                },
            }
        }
    }
    circles
}

fn set(list: &mut [usize], index: usize, value: usize) {
    if let Some(slot) = list.get_mut(index) {
        *slot = value;
    }
}
