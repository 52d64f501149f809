//! Which text gets which id, where several texts would get the same one.
//!
//! The outcome depends on the texts and on the ids there are already, never on the order of the rows.

use std::collections::{HashMap, HashSet};

use super::slug::hash;

/// A thing that needs an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wish {
    /// The id it would have if it were alone.
    pub(super) id: String,
    /// What it is, in full: no two wishes have the same.
    pub(super) text: String,
}

/// The ids of all things, in the order of `wishes`; `taken` are the ids there are, and gets the new ones.
///
/// Of several wishes for one id the plainest text gets it, the one that is the id already, else the shortest; the
/// others get a name made of their own text behind it.
pub(super) fn ids(wishes: &[Wish], noun: &str, taken: &mut HashSet<String>) -> Vec<String> {
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, wish) in wishes.iter().enumerate() {
        same.entry(&wish.id).or_default().push(index);
    }
    let mut ids = vec![String::new(); wishes.len()];
    let mut give = |index: usize, id: String, taken: &mut HashSet<String>| {
        let free = taken.insert(id.clone());
        if let Some(place) = ids.get_mut(index).filter(|_| free) {
            *place = id;
        }
        free
    };
    let text = |index: &usize| wishes.get(*index).map_or("", |wish| wish.text.as_str());
    let mut others = Vec::new();
    for (id, mut group) in same {
        group.sort_by_key(|index| (text(index) != id, text(index).len(), text(index)));
        for index in group {
            if id.is_empty() || !give(index, id.to_owned(), taken) {
                others.push((index, if id.is_empty() { noun } else { id }));
            }
        }
    }
    others.sort_by_key(|(index, id)| (*id, text(index)));
    for (index, id) in others {
        (4..=12).any(|length| give(index, format!("{id}-{}", hash(text(&index), length)), taken));
    }
    ids
}
