//! The parts of a metric as a tree, taken from its sums and `part_of`: a scope stands under the narrowest scope that
//! contains it, in the order in which the sum of that one lists its parts. Parts may be of other metrics.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::dataset::{Dataset, Edge, Figure, Metric, Relation, Scope};

/// A scope of a metric, or what its figures without a scope cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartKey {
    /// The place of the metric in the dataset.
    pub metric: usize,
    /// The id of the scope; none for figures without one.
    pub scope: Option<String>,
}

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub key: PartKey,
    /// Its scope.
    pub scope: Option<Arc<Scope>>,
    /// The place of the row of the part that contains it; none under the whole, and for what nothing contains.
    pub parent: Option<usize>,
    /// How many parts contain it, the whole not counted.
    pub depth: usize,
    /// Its figures, by their places in the metric, in time order; never empty.
    pub figures: Vec<usize>,
}

/// A row under the whole.
#[derive(Clone, Debug, PartialEq)]
pub enum PartRow {
    /// A part.
    Part(Part),
    /// A sum that fails, after the parts of its whole.
    FailingSum {
        /// The whole.
        whole: Arc<Figure>,
        /// What should make it.
        parts: Vec<Arc<Figure>>,
        /// How many parts contain the whole.
        depth: usize,
    },
}

/// A whole and its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct PartTree {
    /// The whole.
    pub whole: PartKey,
    /// What contains the whole; none for what a metric is about.
    pub above: Option<PartKey>,
    /// The parts, each before its own, and the sums that fail.
    pub rows: Vec<PartRow>,
}

impl PartTree {
    /// Finds the parts of what a metric is about, and after them the scopes of the metric that nothing contains; or the
    /// parts of one scope alone.
    pub fn new(dataset: &Dataset, metric: usize, scope: Option<&str>) -> Self {
        let of_metric = dataset.metrics.get(metric);
        let subject = of_metric.and_then(|metric| metric.main_scope());
        let scope = scope.or(subject);
        let whole = PartKey { metric, scope: scope.map(str::to_owned) };
        let mut tree = Self { whole, above: None, rows: Vec::new() };
        if of_metric.is_none_or(|metric| is_alone(dataset, metric)) {
            return tree;
        }
        let mut graph = PartGraph::new(dataset);
        graph.add_relations(metric);
        let Some(node) = graph.node(metric, scope) else { return tree };
        let mut is_listed = vec![false; graph.nodes.len()];
        if let Some(listed) = is_listed.get_mut(node) {
            *listed = true;
        }
        let mut walk = Walk { graph: &graph, is_listed, rows: Vec::new() };
        walk.add_parts(node, None, 0);
        if scope == subject {
            walk.add_others(metric);
        } else {
            let above = graph.narrowest_whole(node).or_else(|| graph.node(metric, subject));
            tree.above = above.and_then(|above| graph.key(above));
        }
        tree.rows = walk.rows;
        tree
    }

    /// Returns the parts without the sums.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.rows.iter().filter_map(|row| match row {
            PartRow::Part(part) => Some(part),
            PartRow::FailingSum { .. } => None,
        })
    }
}

/// Which scope contains which, by the relations of a metric and of those whose figures are its parts. Scopes are numbered:
/// each is a node.
struct PartGraph<'a> {
    dataset: &'a Dataset,
    /// For each metric the node of its figures without a scope; those of its scopes follow.
    first_nodes: Vec<usize>,
    /// For each metric whose figures were met the places of its scopes.
    scope_places: Vec<Option<FxHashMap<&'a str, usize>>>,
    nodes: Vec<PartNode<'a>>,
}

/// What is known of a scope.
#[derive(Clone, Default)]
struct PartNode<'a> {
    /// What contains it, in the order of the relations.
    wholes: Vec<usize>,
    /// Its parts, likewise.
    parts: Vec<usize>,
    /// The sums of which it is the whole, with their parts.
    sums: Vec<(&'a Relation, Vec<usize>)>,
    /// Its figures, by their places in the metric.
    figures: Vec<usize>,
}

impl<'a> PartGraph<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let mut count = 0;
        let first_nodes = dataset.metrics.iter().map(|metric| {
            let first = count;
            count += metric.scopes.len() + 1;
            first
        });
        let first_nodes = first_nodes.collect();
        let scope_places = vec![None; dataset.metrics.len()];
        Self { dataset, first_nodes, scope_places, nodes: vec![PartNode::default(); count] }
    }

    /// Adds what relations say of the parts of a metric, and of the parts of those.
    fn add_relations(&mut self, metric: usize) {
        let (mut open, mut is_added) = (vec![metric], vec![false; self.first_nodes.len()]);
        while let Some(metric) = open.pop() {
            let Some(is_added) = is_added.get_mut(metric).filter(|is_added| !**is_added) else { continue };
            *is_added = true;
            let dataset = self.dataset;
            let Some(of_metric) = dataset.metrics.get(metric) else { continue };
            for (place, figure) in of_metric.figures.iter().enumerate() {
                let node = self.node_of(figure);
                if let Some(node) = node.and_then(|node| self.nodes.get_mut(node)) {
                    node.figures.push(place);
                }
            }
            for relation in dataset.relations_of_metric(&of_metric.id) {
                open.extend(self.add_relation(relation, metric));
            }
        }
    }

    /// Adds what a relation says of the parts of a metric: each relation once, with the metric of its whole. Returns the
    /// metrics of the parts.
    fn add_relation(&mut self, relation: &'a Relation, metric: usize) -> Vec<usize> {
        let Some((whole, parts)) = whole_and_parts(relation) else { return Vec::new() };
        if self.dataset.place_of_metric(&whole.metric) != Some(metric) {
            return Vec::new();
        }
        let Some(whole) = self.node_of(whole) else { return Vec::new() };
        let nodes: Vec<usize> = parts.iter().filter_map(|part| self.node_of(part)).collect();
        for part in nodes.iter().filter(|part| **part != whole) {
            let Some(node) = self.nodes.get_mut(*part).filter(|node| !node.wholes.contains(&whole)) else {
                continue;
            };
            node.wholes.push(whole);
            if let Some(node) = self.nodes.get_mut(whole) {
                node.parts.push(*part);
            }
        }
        if let (Relation::Sum { .. }, Some(node)) = (relation, self.nodes.get_mut(whole)) {
            node.sums.push((relation, nodes));
        }
        parts.iter().filter_map(|part| self.dataset.place_of_metric(&part.metric)).collect()
    }

    fn node_of(&mut self, figure: &Figure) -> Option<usize> {
        let metric = self.dataset.place_of_metric(&figure.metric)?;
        let first = self.first_nodes.get(metric)?;
        let Some(scope) = figure.scope_id() else { return Some(*first) };
        let scopes = &self.dataset.metrics.get(metric)?.scopes;
        let places = self.scope_places.get_mut(metric)?.get_or_insert_with(|| {
            scopes.iter().enumerate().map(|(place, scope)| (&*scope.id, place)).collect()
        });
        Some(first + 1 + places.get(scope)?)
    }

    fn node(&self, metric: usize, scope: Option<&str>) -> Option<usize> {
        let first = self.first_nodes.get(metric)?;
        let Some(scope) = scope else { return Some(*first) };
        let scopes = &self.dataset.metrics.get(metric)?.scopes;
        Some(first + 1 + scopes.iter().position(|other| other.id == scope)?)
    }

    /// The metric of a node, and its scope.
    fn scope_of(&self, node: usize) -> Option<(usize, Option<&'a Arc<Scope>>)> {
        let metric = self.first_nodes.partition_point(|first| *first <= node).checked_sub(1)?;
        let place = (node - self.first_nodes.get(metric)?).checked_sub(1);
        let scopes = &self.dataset.metrics.get(metric)?.scopes;
        Some((metric, place.and_then(|place| scopes.get(place))))
    }

    fn key(&self, node: usize) -> Option<PartKey> {
        let (metric, scope) = self.scope_of(node)?;
        Some(PartKey { metric, scope: scope.map(|scope| scope.id.clone()) })
    }

    /// The narrowest scope that contains a part: one that contains none of the others that do.
    fn narrowest_whole(&self, part: usize) -> Option<usize> {
        let wholes = &self.nodes.get(part)?.wholes;
        let is_wider = |one: usize| wholes.iter().any(|other| *other != one && self.is_within(*other, one));
        let narrowest = wholes.iter().find(|one| wholes.len() == 1 || !is_wider(**one));
        narrowest.or(wholes.first()).copied()
    }

    /// Whether a scope is contained in another, at any depth.
    fn is_within(&self, part: usize, whole: usize) -> bool {
        let (mut open, mut seen) = (vec![part], vec![part]);
        while let Some(node) = open.pop() {
            for above in self.nodes.get(node).into_iter().flat_map(|node| &node.wholes) {
                if *above == whole {
                    return true;
                }
                if !seen.contains(above) {
                    seen.push(*above);
                    open.push(*above);
                }
            }
        }
        false
    }

    /// The parts that stand right under a whole, in the order of the sum that has most of them; then the others.
    fn parts_under(&self, whole: usize) -> Vec<usize> {
        let Some(node) = self.nodes.get(whole) else { return Vec::new() };
        let is_under = |part: &usize| self.narrowest_whole(*part) == Some(whole);
        let mut is_part = vec![false; self.nodes.len()];
        for part in node.parts.iter().filter(|part| is_under(part)) {
            if let Some(is_part) = is_part.get_mut(*part) {
                *is_part = true;
            }
        }
        let is_listed = |part: &usize| is_part.get(*part).copied().unwrap_or_default();
        let listed = |parts: &[usize]| parts.iter().filter(|part| is_listed(part)).count();
        // Of sums with as many the first: `max_by_key` keeps the last.
        let order = node.sums.iter().rev().max_by_key(|(_, parts)| listed(parts));
        let order = order.map_or(&[][..], |(_, parts)| parts);
        let ordered: Vec<usize> = order.iter().chain(&node.parts).copied().filter(is_listed).collect();
        let mut added = vec![false; self.nodes.len()];
        let is_new = |part: &usize| added.get_mut(*part).is_some_and(|added| !std::mem::replace(added, true));
        ordered.into_iter().filter(is_new).collect()
    }
}

/// The rows as they are collected.
struct Walk<'a> {
    graph: &'a PartGraph<'a>,
    /// For each node whether it has a row.
    is_listed: Vec<bool>,
    rows: Vec<PartRow>,
}

impl Walk<'_> {
    /// Adds the parts of a whole, each with its own, and the sums of the whole that fail.
    fn add_parts(&mut self, whole: usize, parent: Option<usize>, depth: usize) {
        for part in self.graph.parts_under(whole) {
            self.add_part(part, parent, depth);
        }
        for (relation, _) in self.graph.nodes.get(whole).into_iter().flat_map(|node| &node.sums) {
            if let Relation::Sum { whole, parts, adds_up: false, .. } = relation {
                self.rows.push(PartRow::FailingSum { whole: whole.clone(), parts: parts.clone(), depth });
            }
        }
    }

    fn add_part(&mut self, node: usize, parent: Option<usize>, depth: usize) {
        let Some((key, (_, scope))) = self.graph.key(node).zip(self.graph.scope_of(node)) else {
            return;
        };
        let figures = self.graph.nodes.get(node).map(|node| node.figures.clone()).unwrap_or_default();
        let Some(is_listed) = self.is_listed.get_mut(node).filter(|is_listed| !**is_listed) else { return };
        if figures.is_empty() {
            return;
        }
        *is_listed = true;
        let place = self.rows.len();
        self.rows.push(PartRow::Part(Part { key, scope: scope.cloned(), parent, depth, figures }));
        self.add_parts(node, Some(place), depth + 1);
    }

    /// Adds the scopes of a metric that nothing contains, with their parts.
    fn add_others(&mut self, metric: usize) {
        let graph = self.graph;
        let Some(first) = graph.first_nodes.get(metric) else { return };
        let end = graph.first_nodes.get(metric + 1).copied().unwrap_or(graph.nodes.len());
        let is_free = |node: &usize| graph.nodes.get(*node).is_some_and(|node| node.wholes.is_empty());
        let (free, contained): (Vec<usize>, Vec<usize>) = (*first..end).partition(is_free);
        // Those that are only contained in one another come last, that none be lost.
        for node in free.into_iter().chain(contained) {
            self.add_part(node, None, 0);
        }
    }
}

/// Counts the parts that [`PartTree::new`] finds of what a metric is about, without what is shown of them: its scopes, and
/// the parts that are of other metrics.
pub fn count_parts(dataset: &Dataset, metric: usize) -> usize {
    let Some(metric) = dataset.metrics.get(metric).filter(|metric| !is_alone(dataset, metric)) else {
        return 0;
    };
    let scopes = metric.figures.iter().map(|figure| figure.scope_id());
    let mut scopes: Vec<Option<&str>> = scopes.filter(|scope| *scope != metric.main_scope()).collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes.len() + count_parts_elsewhere(dataset, metric)
}

/// How many scopes of other metrics are parts of a metric, or parts of those.
fn count_parts_elsewhere(dataset: &Dataset, metric: &Metric) -> usize {
    let mut open = vec![(&*metric.id, None)];
    // In order, so that thousands are looked up quickly.
    let mut found: Vec<(&str, Option<&str>)> = Vec::new();
    while let Some((id, scope)) = open.pop() {
        // Of the metric itself all scopes are there already.
        let is_reached = |whole: &Figure| whole.is_of(id) && (id == metric.id || whole.scope_id() == scope);
        let relations = dataset.relations_of_metric(id).filter_map(whole_and_parts);
        for part in relations.filter(|(whole, _)| is_reached(whole)).flat_map(|(_, parts)| parts) {
            let key = (&*part.metric, part.scope_id());
            if !part.is_of(&metric.id)
                && let Err(place) = found.binary_search(&key)
            {
                found.insert(place, key);
                open.push(key);
            }
        }
    }
    found.len()
}

/// Whether a metric has neither several scopes nor parts.
fn is_alone(dataset: &Dataset, metric: &Metric) -> bool {
    let mut relations = dataset.relations_of_metric(&metric.id);
    metric.scopes.len() < 2 && relations.all(|relation| whole_and_parts(relation).is_none())
}

/// What a relation says is a part of what.
fn whole_and_parts(relation: &Relation) -> Option<(&Arc<Figure>, &[Arc<Figure>])> {
    match relation {
        Relation::Sum { whole, parts, .. } => Some((whole, parts)),
        Relation::Edge { kind: Edge::PartOf, from, to, .. } => Some((to, std::slice::from_ref(from))),
        Relation::Edge { .. } => None,
    }
}
