//! The word that somebody may have meant. It knows nothing of files.

use strsim::osa_distance;

/// Returns the candidate nearest to a word, if one is near enough to be worth asking about: at most a third of its
/// letters are added, left out, changed or exchanged with their neighbour. The first of several.
///
/// ```
/// use figure_tracker_editing::suggestion::nearest;
///
/// assert_eq!(nearest("speeker", ["scope", "speaker"]), Some("speaker"));
/// assert_eq!(nearest("colour", ["scope", "speaker"]), None);
/// ```
pub fn nearest<'w>(word: &str, candidates: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let limit = length.div_ceil(3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.is_empty() || candidate.chars().count().abs_diff(length) > limit {
            continue;
        }
        let distance = osa_distance(&word, &candidate.to_lowercase());
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many words may be compared in one check, so that a file full of errors stays quick to check.
const MAX_COMPARISONS: usize = 300_000;

/// Makes suggestions until too many words have been compared.
#[derive(Debug)]
pub(crate) struct Suggestions {
    left: usize,
}

impl Default for Suggestions {
    fn default() -> Self {
        Self { left: MAX_COMPARISONS }
    }
}

impl Suggestions {
    /// "did you mean", where one of the candidates is near enough.
    pub(crate) fn did_you_mean<'w>(
        &mut self,
        word: &str,
        candidates: impl ExactSizeIterator<Item = &'w str>,
    ) -> Option<String> {
        self.left = self.left.checked_sub(candidates.len())?;
        nearest(word, candidates).map(|found| format!("did you mean `{found}`?"))
    }
}
