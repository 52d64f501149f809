//! What parts are called under their whole: without the words that all of them begin with.

/// What may stand between the words that are shared and a name of its own.
const SEPARATORS: [&str; 5] = [", ", ": ", " – ", " — ", "، "];

/// Takes the beginning that all names share off them, where it ends with a separator: "Almaty, under inquiry: stab wounds"
/// is "stab wounds" beside "Almaty, under inquiry: burns". A name alone has nobody to share with but its whole.
///
/// ```
/// use figure_tracker_core::views::shorten_part_names;
///
/// assert_eq!(shorten_part_names("Civilians", &["Civilians, Almaty", "Civilians, Taraz"]), ["Almaty", "Taraz"]);
/// assert_eq!(shorten_part_names("Civilians", &["Civilians: Taraz"]), ["Taraz"]);
/// assert_eq!(shorten_part_names("Country", &["Almaty city", "Almaty region"]), ["Almaty city", "Almaty region"]);
/// ```
pub fn shorten_part_names<'a>(whole: &str, names: &[&'a str]) -> Vec<&'a str> {
    let shared = match names {
        [] => "",
        [only] => shared_beginning(only, whole),
        [first, others @ ..] => others.iter().fold(*first, |shared, name| shared_beginning(shared, name)),
    };
    let ends = SEPARATORS.iter().filter_map(|separator| {
        let end = shared.rfind(separator)? + separator.len();
        names.iter().all(|name| name.len() > end).then_some(end)
    });
    // A name alone may go on after its whole with the separator itself.
    let after_whole = SEPARATORS.iter().filter_map(|separator| {
        let [only] = names else { return None };
        let rest = only.strip_prefix(whole)?.strip_prefix(separator)?;
        (!whole.is_empty() && !rest.is_empty()).then(|| only.len() - rest.len())
    });
    let end = ends.chain(after_whole).max().unwrap_or_default();
    names.iter().map(|name| name.get(end..).unwrap_or(name)).collect()
}

fn shared_beginning<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.char_indices().zip(other.chars()).find(|((_, letter), of_other)| letter != of_other);
    let end = same.map_or(one.len().min(other.len()), |((place, _), _)| place);
    one.get(..end).unwrap_or_default()
}
