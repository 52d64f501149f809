//! What the standard library does faster and in more code: sorting and finding texts, for the short lists and texts
//! of the core and the view, where the widget's bytes count. Not for what can be long and in any order.

/// Sorts a list so that what is `before` comes first; equals keep their order. Quick where little is out of place.
pub fn sort_by<T>(list: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while matches!(list.get(at.wrapping_sub(1)..=at), Some([a, b]) if before(b, a)) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// What stands before and after the first place of `part` in a text.
pub fn split_once<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let places = (0..=text.len()).filter_map(|at| text.split_at_checked(at));
    places.into_iter().find_map(|(before, rest)| Some((before, rest.strip_prefix(part)?)))
}

/// Texts with another between them.
pub fn join(texts: &[String], between: &str) -> String {
    let mut joined = String::new();
    for (at, text) in texts.iter().enumerate() {
        joined.push_str(if at > 0 { between } else { "" });
        joined.push_str(text);
    }
    joined
}
