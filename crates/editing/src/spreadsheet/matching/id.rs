//! Which text gets which id, where several texts would get the same one.
//!
//! The outcome depends on the texts and on the ids there are already, never on the order of the rows.

use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::spreadsheet::matching::slug::hash;

/// The ids of things, in the order of `wishes`, the ids that they would have if they were alone. `text` is what a
/// thing is in full, no two the same; `taken` are the ids there are, and gets the new ones.
///
/// Of several wishes for one id the plainest text gets it, the one that is the id already, else the shortest; the
/// others get a name made of their own text behind it.
pub(crate) fn assign_ids(
    wishes: &[String],
    text: &dyn Fn(usize) -> String,
    noun: &str,
    taken: &mut HashSet<String>,
) -> Vec<String> {
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(wishes.len());
    let mut more: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, wish) in wishes.iter().enumerate() {
        let known = *first.entry(wish).or_insert(index);
        if known != index || wish.is_empty() || taken.contains(wish) {
            more.entry(wish).or_insert_with(|| vec![known]).extend(Some(index).filter(|_| known != index));
        }
    }
    let alone = |(index, wish): (usize, &String)| {
        if more.contains_key(wish.as_str()) { (index, String::new()) } else { (index, wish.clone()) }
    };
    let mut ids: Vec<String> = wishes.iter().enumerate().map(alone).map(|(_, id)| id).collect();
    taken.extend(ids.iter().filter(|id| !id.is_empty()).cloned());
    let mut others = Vec::new();
    for (wish, group) in more {
        let mut group: Vec<(String, usize)> = group.into_iter().map(|index| (text(index), index)).collect();
        group.sort_by(|(a, _), (b, _)| (a != wish, a.len(), a).cmp(&(b != wish, b.len(), b)));
        for (text, index) in group {
            if wish.is_empty() || !give(&mut ids, index, wish.to_owned(), taken) {
                others.push((if wish.is_empty() { noun } else { wish }, text, index));
            }
        }
    }
    others.sort();
    for (wish, text, index) in others {
        (4..=12).any(|length| give(&mut ids, index, format!("{wish}-{}", hash(&text, length)), taken));
    }
    ids
}

/// Gives an id to a thing, if it is free.
fn give(ids: &mut [String], index: usize, id: String, taken: &mut HashSet<String>) -> bool {
    let free = taken.insert(id.clone());
    if let Some(place) = ids.get_mut(index).filter(|_| free) {
        *place = id;
    }
    free
}
