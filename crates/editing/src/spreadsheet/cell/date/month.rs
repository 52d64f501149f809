//! Months by their names, in the languages of the interface (Chinese has a module of its own), and dates in words that could mean several days: these
//! are refused, with the days that they could mean.

use super::chinese::in_english;
use super::{small_number, year_of};
use figure_tracker_core::date::Day;

/// The names of each month: English first (short, long), then German, French, Spanish, Portuguese, Russian, Ukrainian,
/// Kazakh, Turkish, Arabic, with the forms that they have behind "early", "in" and the like.
const MONTHS: [&str; 12] = [
    "jan january januar janvier enero janeiro января январь январе січень січня січні қаңтар қаңтардың қаңтарда ocak يناير",
    "feb february februar février febrero fevereiro февраля февраль феврале лютий лютого лютому ақпан ақпанның ақпанда şubat فبراير شباط",
    "mar march märz mars marzo março марта март марте березень березня березні наурыз наурыздың наурызда mart مارس آذار",
    "apr april april avril abril апреля апрель апреле квітень квітня квітні сәуір сәуірдің сәуірде nisan أبريل نيسان",
    "may may mai mai mayo maio мая май мае травень травня травні мамыр мамырдың мамырда mayıs mayis مايو أيار",
    "jun june juni juin junio junho июня июнь июне червень червня червні маусым маусымның маусымда haziran يونيو حزيران",
    "jul july juli juillet julio julho июля июль июле липень липня липні шілде шілденің шілдеде temmuz يوليو تموز",
    "aug august august août agosto августа август августе серпень серпня серпні тамыз тамыздың тамызда ağustos أغسطس آب",
    "sep september september septembre septiembre setembro сентября сентябрь сентябре вересень вересня вересні қыркүйек қыркүйектің қыркүйекте eylül سبتمبر أيلول sept",
    "oct october oktober octobre octubre outubro октября октябрь октябре жовтень жовтня жовтні қазан қазанның қазанда ekim أكتوبر",
    "nov november november novembre noviembre novembro ноября ноябрь ноябре листопад листопада листопаді қараша қарашаның қарашада kasım kasim نوفمبر",
    "dec december dezember décembre diciembre dezembro декабря декабрь декабре грудень грудня грудні желтоқсан желтоқсанның желтоқсанда aralık aralik ديسمبر",
];

/// A part of a month or of a year: its words, its first and last day, its first and last month.
struct Part {
    words: &'static str,
    days: (u8, u8),
    months: (u8, u8),
}

const PARTS: [Part; 3] = [
    Part {
        words: "early beginning anfang début principios inicios início inicio começo начало начала начале початок початку басы \
            басында başı başında أوائل مطلع بداية",
        days: (1, 10),
        months: (1, 4),
    },
    Part {
        words: "mid middle mitte mi milieu mediados meados середина середины середине середині середини ортасы ортасында \
            ortası ortasında منتصف",
        days: (11, 20),
        months: (5, 8),
    },
    Part {
        words: "late end ende fin finales fim final конец конца конце кінець кінця кінці наприкінці соңы соңында sonu sonunda \
            أواخر نهاية",
        days: (21, 31),
        months: (9, 12),
    },
];

/// The names of each season, English first, in the languages of the interface; winter is the last.
const SEASONS: [&str; 4] = [
    "spring frühling frühjahr printemps primavera весна весны весной весне навесні көктем көктемі көктемде ilkbahar bahar ربيع",
    "summer sommer été verano verão лето лета летом літо літа влітку жаз жазы жазда yaz yazı صيف",
    "autumn fall herbst automne otoño outono осень осени осенью осінь осені восени күз күзі күзде sonbahar güz خريف",
    "winter hiver invierno inverno зима зимы зимой взимку қыс қысы қыста kış kis شتاء",
];

/// Returns the month that an English word names.
pub(super) fn english(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let is_english = |names: &str| {
        names.split(' ').take(2).any(|name| name == word) || (word == "sept" && names.starts_with("sep "))
    };
    number(MONTHS.iter().position(|names| is_english(names)))
}

/// Returns the place in which EDTF writes a season that an English word names: 21 for spring. Winter lies in two years.
pub(super) fn english_season(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    let is_english = |names: &str| names.split(' ').next() == Some(word.as_str());
    if word == "fall" {
        Some(23)
    } else {
        SEASONS.iter().take(3).position(|names| is_english(names)).map(|at| 21 + at)
    }
}

/// Returns the month that a word of any language of the interface names.
fn month_named(word: &str) -> Option<u8> {
    number(MONTHS.iter().position(|names| has_word(names, word)))
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
    let chinese = in_english(text, &MONTHS);
    let text = chinese.as_deref().unwrap_or(text);
    let words: Vec<&str> = text.split([' ', ',', '-', '/']).filter(|word| !word.is_empty()).collect();
    let Some(month) = words.iter().find_map(|word| month_named(word)) else {
        return refuse_season_or_part(&words);
    };
    let numbers: Vec<&str> =
        words.iter().copied().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect();
    let part = words.iter().find_map(|word| part_of_month(word));
    match (numbers.as_slice(), part) {
        ([year], Some(Part { days: (first, last), .. })) if year_of(year).is_some() => {
            let (year, first, last) = (year_of(year)?, *first, *last);
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

/// Says what a season or a part of a year in words could mean: `winter 2022`, `весна 2022`, `early 2022`.
fn refuse_season_or_part(words: &[&str]) -> Option<(&'static str, String)> {
    let year = words.iter().find_map(|word| year_of(word))?;
    if let Some(Part { months: (first, last), .. }) = words.iter().find_map(|word| part_of_month(word)) {
        let months = format!("{year:04}-{first:02}/{year:04}-{last:02}");
        let help = format!("write the months that are meant, such as `{months}`, or the year, `{year:04}`");
        return Some(("names no month and no year exactly", help));
    }
    let is_named = |word: &&str| SEASONS.iter().position(|names| has_word(names, word));
    match words.iter().find_map(is_named)? {
        3 => {
            let (before, after) = (year - 1, year + 1);
            let help = format!(
                "write `{before:04}-12/{year:04}-02` or `{year:04}-12/{after:04}-02`, whichever is meant"
            );
            Some(("is a winter, which lies in two years", help))
        }
        season => {
            let help = format!("write `{year:04}-{}`", 21 + season);
            Some(("is not a date: seasons are read by their English names", help))
        }
    }
}

fn part_of_month(word: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| has_word(part.words, word))
}

/// Whether a word is among others, whatever its case.
fn has_word(words: &str, word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    words.split_whitespace().any(|known| known == word)
}
