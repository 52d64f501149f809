//! Files that are nearly valid.

use proptest::prelude::*;

/// Returns something between valid and broken: pieces of a valid file in another order, with foreign pieces.
pub fn changed(valid: &'static str) -> impl Strategy<Value = String> {
    let length = valid.chars().count();
    let own = (0..length, 0..400_usize)
        .prop_map(|(start, length)| valid.chars().skip(start).take(length).collect());
    let foreign = vec!["null", "true", "\"id\"", "1e999", "\u{202e}", "\0", "\\ud800", "\"\""];
    let piece = prop_oneof![
        own,
        "[\\[\\]{}:,\"0-9.eE+\\-\\\\u]{0,8}",
        prop::sample::select(foreign).prop_map(str::to_owned),
    ];
    let cut = (0..length, 0..60_usize, piece);
    prop::collection::vec(cut, 1..4).prop_map(|cuts| {
        cuts.into_iter().fold(valid.to_owned(), |text, (at, length, piece): (usize, usize, String)| {
            let before: String = text.chars().take(at).collect();
            let after: String = text.chars().skip(at + length).collect();
            before + &piece + &after
        })
    })
}
