//! The figures of a metric in lanes: by the person who said them, by the institution they were said for, by the outlet
//! that printed them. Whoever is not named has a lane, too.

use rustc_hash::FxHashMap;

use crate::dataset::{Figure, Metric, Text};

/// By what figures are put into lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneKind {
    /// Who said them.
    #[default]
    Person,
    /// For which institution they were said.
    Institution,
    /// Who printed them; a figure that several outlets printed is in the lane of each.
    Outlet,
}

impl LaneKind {
    /// Every kind, in the order in which a reader is offered them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Institution, Self::Outlet];
}

/// The figures of one person, institution or outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its id; none for those who are not named.
    pub id: Option<String>,
    /// Its name; none likewise.
    pub name: Option<Text>,
    /// What else is known of it, of the latest figure: a person's office, else the institution; of who is not named the
    /// outlet.
    pub detail: Option<Text>,
    /// Its figures, by their places in the metric, in time order: those of the scope that is shown, or where it has none
    /// of that, those of the scope of its latest figure. Never empty.
    pub figures: Vec<usize>,
    /// Whether its figures are of the scope that is shown.
    pub is_of_scope: bool,
}

/// Puts the figures of a metric into lanes, in the order of the first figure of each; first those with figures of a
/// scope.
pub fn find_lanes(metric: &Metric, kind: LaneKind, scope: Option<&str>) -> Vec<Lane> {
    let mut lanes: Vec<(Option<&str>, Option<&Text>, Vec<usize>)> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for (index, figure) in metric.figures.iter().enumerate() {
        for (id, name) in voices_of(figure, kind) {
            // No id is empty: that stands for who is not named.
            let place = *places.entry(id.unwrap_or_default()).or_insert_with(|| {
                lanes.push((id, name, Vec::new()));
                lanes.len() - 1
            });
            // One figure may be in several documents of one outlet.
            if let Some((.., figures)) = lanes.get_mut(place).filter(|(.., one)| one.last() != Some(&index)) {
                figures.push(index);
            }
        }
    }
    let lanes = lanes.into_iter();
    let lanes = lanes.filter_map(|(id, name, figures)| make_lane(metric, kind, scope, id, name, &figures));
    let (mut first, others): (Vec<Lane>, Vec<Lane>) = lanes.partition(|lane| lane.is_of_scope);
    first.extend(others);
    first
}

/// Returns whether it says anything who gave the figures of a metric: whether it has two lanes of some kind.
pub fn has_several_voices(metric: &Metric) -> bool {
    LaneKind::ALL.into_iter().any(|kind| {
        let mut voices = metric.figures.iter().flat_map(|figure| voices_of(figure, kind));
        let first = voices.next().map(|(id, _)| id);
        voices.any(|(id, _)| Some(id) != first)
    })
}

/// The ids and names of those who gave a figure; none stands for whoever is not named.
fn voices_of(figure: &Figure, kind: LaneKind) -> Vec<(Option<&str>, Option<&Text>)> {
    match kind {
        LaneKind::Person => {
            vec![figure.speaker.as_ref().map(|speaker| (&*speaker.id, &speaker.name)).unzip()]
        }
        LaneKind::Institution => {
            vec![figure.institution.as_ref().map(|one| (&*one.id, &one.name)).unzip()]
        }
        LaneKind::Outlet => {
            let outlets = figure.sources.iter().map(|entry| entry.outlet.as_ref());
            outlets.map(|outlet| outlet.map(|outlet| (&*outlet.id, &outlet.name)).unzip()).collect()
        }
    }
}

fn make_lane(
    metric: &Metric,
    kind: LaneKind,
    scope: Option<&str>,
    id: Option<&str>,
    name: Option<&Text>,
    all: &[usize],
) -> Option<Lane> {
    let figure_at = |place: &usize| metric.figures.get(*place);
    let of = |scope: Option<&str>| {
        let is_of = |place: &usize| figure_at(place).is_some_and(|figure| figure.scope_id() == scope);
        all.iter().copied().filter(is_of).collect::<Vec<_>>()
    };
    let of_scope = of(scope);
    let is_of_scope = !of_scope.is_empty();
    let latest = figure_at(all.last()?)?;
    let figures = if is_of_scope { of_scope } else { of(latest.scope_id()) };
    let latest = figure_at(figures.last()?)?;
    let institution = latest.institution.as_ref().map(|institution| &institution.name);
    let outlet = latest.sources.iter().find_map(|entry| entry.outlet.as_ref()).map(|outlet| &outlet.name);
    let detail = match (kind, id) {
        (LaneKind::Person, Some(_)) => latest.office.as_ref().or(institution),
        (LaneKind::Person, None) => latest.office.as_ref().or(institution).or(outlet),
        (LaneKind::Institution, None) => outlet,
        _ => None,
    };
    Some(Lane {
        id: id.map(str::to_owned),
        name: name.cloned(),
        detail: detail.cloned(),
        figures,
        is_of_scope,
    })
}
