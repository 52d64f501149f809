//! Dates as Chinese writes them, without spaces: `2022年1月15日`, `2022年1月初`, `2022年春`.

/// The months in Chinese numerals.
const NUMERALS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
/// Words for a season or a part of a month or year, as the text behind year or month begins, and in English.
const WORDS: [(&str, &str); 11] = [
    ("初", "early"),
    ("上旬", "early"),
    ("中", "mid"),
    ("中旬", "mid"),
    ("底", "late"),
    ("末", "late"),
    ("下旬", "late"),
    ("春", "spring"),
    ("夏", "summer"),
    ("秋", "autumn"),
    ("冬", "winter"),
];

/// Returns a date that is written in Chinese in English words; none where it is no such date.
pub(super) fn in_english(text: &str, month_names: &[&str]) -> Option<String> {
    let (year, rest) = text.trim().split_once('年')?;
    let year = year.trim();
    let (month, rest) = match rest.trim().split_once('月') {
        Some((month, rest)) => (Some(month_name(month.trim(), month_names)?), rest.trim()),
        None => (None, rest.trim()),
    };
    let rest = rest.trim_start_matches('份');
    let day = rest.trim_end_matches(['日', '号', '號']).trim();
    let is_day = !day.is_empty() && day.bytes().all(|byte| byte.is_ascii_digit());
    let known = |word: &str| WORDS.iter().find(|(own, _)| *own == word).map(|(_, english)| *english);
    let word = match rest {
        "" => "",
        _ if is_day => day,
        _ => known(rest.trim_end_matches(['天', '季']))?,
    };
    Some([word, month.unwrap_or_default(), year].join(" "))
}

/// The English name of a month that is written in digits or Chinese numerals.
fn month_name<'n>(month: &str, names: &[&'n str]) -> Option<&'n str> {
    let place = NUMERALS.iter().position(|numeral| *numeral == month);
    let number = place.map(|place| place + 1).or_else(|| month.parse().ok())?;
    names.get(number.checked_sub(1)?)?.split(' ').next()
}
