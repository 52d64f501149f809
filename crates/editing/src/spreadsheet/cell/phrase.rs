//! The words around a number: "more than", "about", "bn", in the languages in which they are often met.
//!
//! A phrase that is not in these tables is not a qualifier; nothing is concluded from half a word.

use Qualifier::{About, Almost, AtLeast, AtMost, LessThan, MoreThan, UpTo};
use figure_tracker_core::dataset::Qualifier;

/// Phrases that stand before a number, in lower case.
const BEFORE: &[(&str, Qualifier)] = &[
    ("about", About),
    ("around", About),
    ("approximately", About),
    ("approx.", About),
    ("approx", About),
    ("roughly", About),
    ("circa", About),
    ("ca.", About),
    ("ca", About),
    ("c.", About),
    ("some", About),
    ("an estimated", About),
    ("estimated", About),
    ("≈", About),
    ("~", About),
    ("∼", About),
    ("almost", Almost),
    ("nearly", Almost),
    ("close to", Almost),
    ("more than", MoreThan),
    ("more", MoreThan),
    ("over", MoreThan),
    ("above", MoreThan),
    ("exceeding", MoreThan),
    ("greater than", MoreThan),
    (">", MoreThan),
    ("at least", AtLeast),
    ("no fewer than", AtLeast),
    ("no less than", AtLeast),
    ("not fewer than", AtLeast),
    ("not less than", AtLeast),
    ("minimum", AtLeast),
    ("≥", AtLeast),
    (">=", AtLeast),
    ("less than", LessThan),
    ("less", LessThan),
    ("fewer", LessThan),
    ("fewer than", LessThan),
    ("under", LessThan),
    ("below", LessThan),
    ("<", LessThan),
    ("at most", AtMost),
    ("no more than", AtMost),
    ("not more than", AtMost),
    ("maximum", AtMost),
    ("≤", AtMost),
    ("<=", AtMost),
    ("up to", UpTo),
    ("as many as", UpTo),
    ("as much as", UpTo),
    // German, French, Spanish
    ("etwa", About),
    ("rund", About),
    ("ungefähr", About),
    ("zirka", About),
    ("fast", Almost),
    ("knapp", Almost),
    ("mehr als", MoreThan),
    ("über", MoreThan),
    ("mindestens", AtLeast),
    ("weniger als", LessThan),
    ("unter", LessThan),
    ("höchstens", AtMost),
    ("bis zu", UpTo),
    ("environ", About),
    ("presque", Almost),
    ("plus de", MoreThan),
    ("au moins", AtLeast),
    ("moins de", LessThan),
    ("au plus", AtMost),
    ("jusqu'à", UpTo),
    ("jusqu’à", UpTo),
    ("aproximadamente", About),
    ("alrededor de", About),
    ("casi", Almost),
    ("más de", MoreThan),
    ("al menos", AtLeast),
    ("menos de", LessThan),
    ("como máximo", AtMost),
    ("hasta", UpTo),
    // Russian, Ukrainian, Kazakh
    ("около", About),
    ("примерно", About),
    ("порядка", About),
    ("почти", Almost),
    ("более", MoreThan),
    ("больше", MoreThan),
    ("свыше", MoreThan),
    ("не менее", AtLeast),
    ("как минимум", AtLeast),
    ("по меньшей мере", AtLeast),
    ("менее", LessThan),
    ("меньше", LessThan),
    ("не более", AtMost),
    ("до", UpTo),
    ("близько", About),
    ("приблизно", About),
    ("майже", Almost),
    ("понад", MoreThan),
    ("більше", MoreThan),
    ("щонайменше", AtLeast),
    ("не менше", AtLeast),
    ("менше", LessThan),
    ("не більше", AtMost),
    ("шамамен", About),
    ("кемінде", AtLeast),
    // Arabic, Hebrew, Persian
    ("حوالي", About),
    ("نحو", About),
    ("ما يقارب", About),
    ("أكثر من", MoreThan),
    ("ما لا يقل عن", AtLeast),
    ("على الأقل", AtLeast),
    ("أقل من", LessThan),
    ("ما يصل إلى", UpTo),
    ("כ-", About),
    ("כמעט", Almost),
    ("יותר מ-", MoreThan),
    ("מעל", MoreThan),
    ("לפחות", AtLeast),
    ("פחות מ-", LessThan),
    ("עד", UpTo),
    ("حدود", About),
    ("بیش از", MoreThan),
    ("دست‌کم", AtLeast),
    ("کمتر از", LessThan),
    // Chinese, Japanese, Korean
    ("逾", MoreThan),
    ("超", MoreThan),
    ("约", About),
    ("大约", About),
    ("約", About),
    ("超过", MoreThan),
    ("至少", AtLeast),
    ("少なくとも", AtLeast),
    ("不到", LessThan),
    ("近", Almost),
    ("약", About),
    ("최소", AtLeast),
];

/// Phrases that stand behind a number, in lower case.
const BEHIND: &[(&str, Qualifier)] = &[
    ("+", AtLeast),
    ("or more", AtLeast),
    ("at least", AtLeast),
    ("or less", AtMost),
    ("or fewer", AtMost),
    ("at most", AtMost),
    ("approximately", About),
    ("approx.", About),
    ("астам", MoreThan),
    ("-ден астам", MoreThan),
    ("-дан астам", MoreThan),
    ("-тен астам", MoreThan),
    ("-тан астам", MoreThan),
    ("-ге дейін", UpTo),
    ("-ға дейін", UpTo),
    ("-ке дейін", UpTo),
    ("-қа дейін", UpTo),
    ("-ге жуық", Almost),
    ("-ға жуық", Almost),
    ("-ке жуық", Almost),
    ("-қа жуық", Almost),
    ("жуық", Almost),
    ("дейін", UpTo),
    ("على الأقل", AtLeast),
    ("以上", AtLeast),
    ("以下", AtMost),
    ("余", MoreThan),
    ("未満", LessThan),
    ("이상", AtLeast),
];

/// Words beside a number that make it another number, in lower case: no help leaves one of them out.
const CHANGING: &str = "minus negative dozen dozens score scores gross pair pairs couple couples half halves quarter \
    quarters third thirds double triple twice times fold per percent permille dutzend douzaine douzaines docena \
    docenas дюжина дюжины дюжин минус moins menos weniger plus";

/// Words for powers of ten, in lower case.
const SCALES: &[(&str, i32)] = &[
    ("hundred", 2),
    ("k thousand thousands tsd tausend тыс тысяч тысячи тысяча тисяч тисячі мың ألف آلاف אלף هزار 千 천", 3),
    ("万 萬 만", 4),
    ("lakh lakhs", 5),
    ("m mn mln mio million millions millionen millones millón milioni milhões млн миллион миллиона", 6),
    ("миллионов мільйон мільйонів مليون ملايين מיליון میلیون", 6),
    ("crore crores", 7),
    ("亿 億 억", 8),
    ("b bn bln billion billions mrd mld milliard milliards milliarde milliarden млрд миллиард", 9),
    ("миллиарда миллиардов мільярд мільярдів مليار مليارات מיליארד میلیارد", 9),
    ("tn trn trillion trillions billionen трлн триллион триллионов трильйон تريليون 兆", 12),
];

/// The qualifier that a whole text in lower case names or says.
pub(crate) fn whole(text: &str) -> Option<Qualifier> {
    let name = text.replace(['_', '-'], " ");
    let named = Qualifier::ALL.iter().find(|known| known.name().replace('_', " ") == name).copied();
    let said =
        |table: &[(&str, Qualifier)]| table.iter().find(|(phrase, _)| *phrase == text).map(|(_, q)| *q);
    named.or_else(|| said(BEFORE)).or_else(|| said(BEHIND))
}

/// Takes a qualifier off the beginning of a text in lower case, the longest there is.
pub(crate) fn before(text: &str) -> Option<(Qualifier, &str)> {
    let fits = |(phrase, qualifier): &(&'static str, Qualifier)| {
        let rest = text.strip_prefix(phrase)?;
        // "under" is not the beginning of "undertakers".
        let whole = !phrase.ends_with(is_spaced_letter) || !rest.starts_with(is_spaced_letter);
        whole.then_some((phrase.len(), *qualifier, rest.trim_start()))
    };
    BEFORE.iter().filter_map(fits).max_by_key(|found| found.0).map(|(_, qualifier, rest)| (qualifier, rest))
}

/// Takes a qualifier off the end of a text in lower case, the longest there is.
pub(crate) fn behind(text: &str) -> Option<(Qualifier, &str)> {
    let fits = |(phrase, qualifier): &(&'static str, Qualifier)| {
        let rest = text.strip_suffix(phrase)?;
        let whole = !phrase.starts_with(is_spaced_letter) || !rest.ends_with(is_spaced_letter);
        whole.then_some((phrase.len(), *qualifier, rest.trim_end()))
    };
    BEHIND.iter().filter_map(fits).max_by_key(|found| found.0).map(|(_, qualifier, rest)| (qualifier, rest))
}

/// A letter of a script that puts spaces between words.
fn is_spaced_letter(letter: char) -> bool {
    letter.is_alphabetic() && u32::from(letter) < 0x2E80
}

/// The power of ten that a word in lower case stands for.
pub(crate) fn scale(word: &str) -> Option<i32> {
    let word = word.trim_end_matches('.');
    let found = SCALES.iter().find(|(words, _)| words.split(' ').any(|known| known == word));
    found.map(|(_, power)| *power)
}

/// Whether a word in lower case makes another number of the one beside it, or another qualifier.
pub(crate) fn changes_number(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let abbreviated = ["est", "approx", "ca", "c"].contains(&word);
    abbreviated
        || scale(word).is_some()
        || whole(word).is_some()
        || CHANGING.split_ascii_whitespace().any(|known| known == word)
}

/// Returns the power of ten that a word stands for which may be two words in one: `万亿`.
pub(crate) fn scales(word: &str) -> Option<i32> {
    scale(word).or_else(|| {
        let mut letters = word.chars();
        let first = letters.next().filter(|first| !first.is_ascii())?;
        let (first, rest) = (scale(first.encode_utf8(&mut [0; 4]))?, scale(letters.as_str())?);
        (first < rest).then_some(first + rest)
    })
}
