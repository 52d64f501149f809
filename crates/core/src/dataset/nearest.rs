//! The word somebody may have meant. It knows nothing of files.

/// The word nearest to `word`, if one is near enough to be worth asking about: at most a third of its letters
/// differ. The first of several.
pub fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let word: Vec<char> = word.chars().collect();
    let limit = word.len().div_ceil(3).max(1);
    let mut row = Vec::new();
    let mut best: Option<(usize, &str)> = None;
    for other in words.filter(|other| !other.is_empty() && other.len().abs_diff(word.len()) <= 2 * limit) {
        let enough = best.map_or(limit, |(distance, _)| distance.saturating_sub(1));
        let distance = distance(&word, other, &mut row);
        if distance <= enough && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, other));
        }
    }
    best.map(|(_, other)| other)
}

/// How many letters have to be added, removed or changed to make one word of the other (Levenshtein), with one
/// row of the table kept in `row`.
fn distance(word: &[char], other: &str, row: &mut Vec<usize>) -> usize {
    row.clear();
    row.extend(0..=word.len());
    for (i, letter) in other.chars().enumerate() {
        let mut above_left = i;
        let mut left = i + 1;
        let letters = std::iter::once(None).chain(word.iter().map(Some));
        for (cell, mine) in row.iter_mut().zip(letters) {
            let above = *cell;
            if let Some(&mine) = mine {
                let changed = above_left + usize::from(!mine.eq_ignore_ascii_case(&letter));
                left = changed.min(above + 1).min(left + 1);
            }
            above_left = above;
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}
