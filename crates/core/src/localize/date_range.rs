//! Two dates of one month or year, without what both have in common.

/// Returns two dates of one year without what they share: `10 January 2022` and `14 January 2022` give `10` and
/// `14 January 2022`. Of one month too, `January 10, 2022` and `January 14, 2022` give `January 10` and `14, 2022`;
/// `2022年1月10日` and `2022年2月14日` give `2022年1月10日` and `2月14日`.
pub(super) fn split_shared_parts<'a>(from: &'a str, to: &'a str, is_same_month: bool) -> (&'a str, &'a str) {
    let both = from.char_indices().zip(to.chars());
    let ends_part = |letter: char| letter.is_whitespace() || matches!(letter, '年' | '月');
    let start = last_word_end(both, ends_part).filter(|(_, letter)| is_same_month || !letter.is_whitespace());
    let both = from.char_indices().rev().zip(to.chars().rev());
    let end = last_word_end(both, |letter| letter.is_whitespace() || letter == ',');
    let head = start.map_or(0, |(at, letter)| at + letter.len_utf8());
    let tail = end.map_or(from.len(), |(at, _)| at);
    match (from.split_at_checked(tail), to.split_at_checked(head)) {
        (Some((from, _)), Some((_, to))) if head < tail => (from, to),
        _ => (from, to),
    }
}

/// The last place in a common run of characters where a word ends.
fn last_word_end(
    both: impl Iterator<Item = ((usize, char), char)>,
    ends_word: impl Fn(char) -> bool,
) -> Option<(usize, char)> {
    both.take_while(|((_, a), b)| a == b).map(|(at, _)| at).filter(|(_, letter)| ends_word(*letter)).last()
}
