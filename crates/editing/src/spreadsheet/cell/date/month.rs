//! Months by their names, in the languages of the interface, and dates in words that could mean several days: these
//! are refused, with the days that they could mean.

use super::{small_number, year_of};
use figure_tracker_core::date::Day;

/// The names of each month: English first (short, long), then German, French, Spanish, Russian, Kazakh, Arabic.
const MONTHS: [&str; 12] = [
    "jan january januar janvier enero января январь қаңтар يناير",
    "feb february februar février febrero февраля февраль ақпан فبراير",
    "mar march märz mars marzo марта март наурыз مارس",
    "apr april april avril abril апреля апрель сәуір أبريل",
    "may may mai mai mayo мая май мамыр مايو",
    "jun june juni juin junio июня июнь маусым يونيو",
    "jul july juli juillet julio июля июль шілде يوليو",
    "aug august august août agosto августа август тамыз أغسطس",
    "sep september september septembre septiembre сентября сентябрь қыркүйек سبتمبر sept",
    "oct october oktober octobre octubre октября октябрь қазан أكتوبر",
    "nov november november novembre noviembre ноября ноябрь қараша نوفمبر",
    "dec december dezember décembre diciembre декабря декабрь желтоқсан ديسمبر",
];

/// Words for a part of a month, with its days: the last is that of the month.
const PARTS: [(&str, u8, u8); 3] = [
    ("early beginning anfang début principios начало начала начале басы أوائل", 1, 10),
    ("mid middle mitte mi mediados середина середины середине ортасы منتصف", 11, 20),
    ("late end ende fin finales конец конца конце соңы أواخر", 21, 31),
];

/// Returns the month that an English word names.
pub(super) fn english(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let is_english = |names: &str| {
        names.split(' ').take(2).any(|name| name == word) || (word == "sept" && names.starts_with("sep "))
    };
    number(MONTHS.iter().position(|names| is_english(names)))
}

/// Returns the month that a word of any language of the interface names.
fn month_named(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.').to_lowercase();
    number(MONTHS.iter().position(|names| names.split(' ').any(|name| name == word)))
}

fn number(index: Option<usize>) -> Option<u8> {
    index.and_then(|index| u8::try_from(index + 1).ok())
}

/// Whether a text is a day and a month without a year, as a spreadsheet program shows them: `14-Oct`, `Oct-14`.
pub(crate) fn is_day_and_month(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', ' ']).collect();
    let pair = |a: &str, b: &str| month_named(a).is_some() && small_number(b).is_some();
    matches!(parts.as_slice(), [a, b] if pair(a, b) || pair(b, a))
}

/// Says what a date in words is, and what it could mean.
pub(super) fn refuse(text: &str) -> Option<(&'static str, String)> {
    let words: Vec<&str> = text.split([' ', ',', '-', '/']).filter(|word| !word.is_empty()).collect();
    let month = words.iter().find_map(|word| month_named(word))?;
    let numbers: Vec<&str> =
        words.iter().copied().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect();
    let part = words.iter().find_map(|word| part_of_month(word));
    match (numbers.as_slice(), part) {
        ([year], Some((first, last))) if year_of(year).is_some() => {
            let year = year_of(year)?;
            let last = (first..=last).rev().find_map(|day| Day::from_ymd(year, month, day))?;
            let first = Day::from_ymd(year, month, first)?;
            let help = format!(
                "write the days that are meant, such as `{first}/{last}`, or the month, `{year:04}-{month:02}`"
            );
            Some(("names no day and no month exactly", help))
        }
        ([day, year], _) if year_of(year).is_some() => {
            let day = Day::from_ymd(year_of(year)?, month, small_number(day)?)?;
            Some(("is not a date: months are read by their English names", format!("write `{day}`")))
        }
        ([year], _) if year_of(year).is_some() => {
            let help = format!("write `{:04}-{month:02}`", year_of(year)?);
            Some(("is not a date: months are read by their English names", help))
        }
        ([day, year], _) if small_number(year).is_some() => {
            let (day, year) = (small_number(day)?, small_number(year)?);
            let days = [2000, 1900].map(|century| Day::from_ymd(century + i32::from(year), month, day));
            let days: Vec<String> = days.into_iter().flatten().map(|day| format!("`{day}`")).collect();
            let help = format!("write {}, whichever is meant", days.join(" or "));
            Some(("has a year of two digits", help)).filter(|_| !days.is_empty())
        }
        ([number], _) => {
            let number = small_number(number)?;
            let day = Day::from_ymd(2000, month, number)
                .map(|_| format!("the day `YYYY-{month:02}-{number:02}` with its year"));
            let months =
                [2000, 1900].map(|century| format!("`{:04}-{month:02}`", century + i32::from(number)));
            let readings: Vec<String> = day.into_iter().chain(months).collect();
            Some((
                "has no year of four digits",
                format!("write {}, whichever is meant", readings.join(" or ")),
            ))
        }
        _ => None,
    }
}

fn part_of_month(word: &str) -> Option<(u8, u8)> {
    let word = word.to_lowercase();
    let found = PARTS.iter().find(|(words, ..)| words.split(' ').any(|known| known == word));
    found.map(|(_, first, last)| (*first, *last))
}
