//! Finds a circle in a directed graph.

/// Returns a node that leads back to itself along the edges, each from one node to another; none where no node does.
///
/// Takes time in proportion to the nodes and edges, and no recursion: a chain may be as long as the file.
pub(super) fn find_cycle(node_count: usize, edges: &[(usize, usize)]) -> Option<usize> {
    if edges.is_empty() {
        return None;
    }
    let mut successors = vec![Vec::new(); node_count];
    for &(from, to) in edges {
        successors.get_mut(from)?.push(to);
    }
    let mut states = vec![State::New; node_count];
    let mut path: Vec<usize> = Vec::new();
    for start in 0..node_count {
        path.push(start);
        while let Some(&node) = path.last() {
            let state = states.get_mut(node)?;
            if *state == State::New {
                *state = State::OnPath;
            }
            match (*state, successors.get_mut(node)?.pop()) {
                (State::OnPath, Some(next)) if states.get(next) == Some(&State::OnPath) => return Some(next),
                (State::OnPath, Some(next)) => path.push(next),
                _ => {
                    set_done(&mut states, node);
                    path.pop();
                }
            }
        }
    }
    None
}

/// How far the search has come with a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnPath,
    Done,
}

fn set_done(states: &mut [State], node: usize) {
    if let Some(state) = states.get_mut(node) {
        *state = State::Done;
    }
}
