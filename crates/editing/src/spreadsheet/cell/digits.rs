//! A number as people type it: `4,500`, `4 500`, `38.6`, `38,6`, `1.234.567,8`, in the digits of any script.
//!
//! `4.500` is four and a half thousand to half of the world and four and a half to the other: it is read only
//! where other numbers of the same file show which, and refused otherwise.

use crate::spreadsheet::cell::CellError;
use figure_tracker_core::decimal::Decimal;

/// What a point and a comma mean in a file, as far as its unmistakable numbers show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SeparatorStyle {
    /// A point before a fraction was seen (`38.6`).
    pub(crate) decimal_point: bool,
    /// A comma before a fraction was seen (`38,6`).
    pub(crate) decimal_comma: bool,
    /// Points between groups of three were seen (`1.234.567`).
    pub(crate) grouping_point: bool,
}

/// How the separators of a number are to be read.
enum Form<'t> {
    Plain {
        whole: String,
        fraction: &'t str,
    },
    /// One mark with three digits behind it: groups or a fraction.
    Either {
        mark: char,
        whole: &'t str,
        fraction: &'t str,
    },
    Broken,
}

/// The first digit of each script whose ten digits stand in a row.
const ZEROS: [char; 21] = [
    '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '０', '෦', '᧐',
];

/// A text with ASCII digits, plain spaces and plain hyphens in place of those of other scripts and type cases.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|letter| !is_invisible(*letter)).map(plain_letter).collect()
}

/// SeparatorStyle of direction and joiners, which spreadsheets in right-to-left scripts put around numbers.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn plain_letter(letter: char) -> char {
    match letter {
        '\0'..='\x7f' => letter,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '−' | '–' | '—' | '‒' | '‐' | '‑' | '―' => '-',
        '٬' => ' ',
        '٫' | '．' => '.',
        '，' => ',',
        '٪' | '％' => '%',
        '’' => '\'',
        _ => ascii_digit(letter).unwrap_or(letter),
    }
}

fn ascii_digit(letter: char) -> Option<char> {
    let value =
        ZEROS.iter().find_map(|zero| u32::from(letter).checked_sub(u32::from(*zero)).filter(|v| *v < 10))?;
    char::from_digit(value, 10)
}

/// Notes what the separators of a number show, given in plain digits and without sign.
pub(crate) fn notice_number(number: &str, style: &mut SeparatorStyle) {
    let Form::Plain { whole, fraction } = form(number) else { return };
    if !fraction.is_empty() {
        let last = number.rfind(['.', ',']).and_then(|at| number.get(at..)).unwrap_or_default();
        style.decimal_point |= last.starts_with('.');
        style.decimal_comma |= last.starts_with(',');
    } else if number.contains('.') && !whole.is_empty() {
        style.grouping_point = true;
    }
}

/// Parses a number without sign, in plain digits.
///
/// # Errors
/// Groups that are not of three digits, and what could be read in two ways.
pub(crate) fn read_digits(number: &str, negative: bool, style: SeparatorStyle) -> Result<Decimal, CellError> {
    match form(number) {
        Form::Plain { whole, fraction } => decimal(number, negative, &whole, fraction),
        Form::Broken => Err(CellError::new(
            "bad-number",
            number,
            "is not a number",
            "write digits, and a point before a fraction, like `4500` or `38.6`",
        )),
        Form::Either { mark, whole, fraction } => match style.meaning(mark) {
            Some(Meaning::Fraction) => decimal(number, negative, whole, fraction),
            Some(Meaning::Groups) => decimal(number, negative, &[whole, fraction].concat(), ""),
            None => {
                let small = unmistakable(decimal(number, false, whole, fraction)?.normalized());
                let hint = format!("write `{whole}{fraction}` or `{small}`, whichever is meant");
                Err(CellError::new("ambiguous-number", number, "can be read in two ways", hint))
            }
        },
    }
}

/// What a mark with three digits behind it is.
enum Meaning {
    Groups,
    Fraction,
}

impl SeparatorStyle {
    /// What a point or a comma with three digits behind it is in this file, if that is beyond doubt.
    fn meaning(self, mark: char) -> Option<Meaning> {
        let comma_style = self.decimal_comma || self.grouping_point;
        match (self.decimal_point, comma_style, mark) {
            (true, true, _) | (false, false, '.') => None,
            (true, false, '.') | (false, true, ',') => Some(Meaning::Fraction),
            _ => Some(Meaning::Groups),
        }
    }
}

fn form(number: &str) -> Form<'_> {
    let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let last = marks.last().copied();
    match last {
        None if number.is_empty() => Form::Broken,
        None => Form::Plain { whole: number.to_owned(), fraction: "" },
        Some(mark @ ('.' | ',')) if marks.iter().filter(|m| **m == mark).count() == 1 => {
            one_mark(number, mark, marks.len() > 1)
        }
        Some(_) => grouped(number).map_or(Form::Broken, |whole| Form::Plain { whole, fraction: "" }),
    }
}

/// A number whose last separator is a point or a comma, and the only one of its kind.
fn one_mark(number: &str, mark: char, others: bool) -> Form<'_> {
    let (whole, fraction) = number.split_once(mark).unwrap_or((number, ""));
    if fraction.is_empty() {
        return Form::Broken;
    }
    if others {
        let groups = if whole.contains(mark) { None } else { grouped(whole) };
        return groups.map_or(Form::Broken, |whole| Form::Plain { whole, fraction });
    }
    let group = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    if group {
        return Form::Either { mark, whole, fraction };
    }
    // A fourth digit, a zero, says that the three before it are a fraction.
    let doubtful = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    let three = fraction.strip_suffix('0').filter(|three| three.len() == 3 && doubtful);
    Form::Plain { whole: whole.to_owned(), fraction: three.unwrap_or(fraction) }
}

/// Returns a number as [`read_digits`] takes it in any file: a fraction of three digits gets a zero where it could be
/// taken for a group.
pub(crate) fn unmistakable(number: Decimal) -> String {
    let mut digits = number.to_string();
    let (whole, fraction) = digits.trim_start_matches('-').split_once('.').unwrap_or_default();
    if fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
        digits.push('0');
    }
    digits
}

/// Makes a number of its sign, the digits before the point and those behind it.
fn decimal(number: &str, negative: bool, whole: &str, fraction: &str) -> Result<Decimal, CellError> {
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let is_zero = whole == "0" && fraction.bytes().all(|digit| digit == b'0');
    let sign = if negative && !is_zero { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    Decimal::parse(&[sign, whole, point, fraction].concat())
        .map_err(|error| CellError::new("too-many-digits", number, &error.to_string(), error.help()))
}

/// Digits in groups of three with one kind of mark between them, or in the Indian way, without the marks.
fn grouped(number: &str) -> Option<String> {
    let mark = number.chars().find(|c| !c.is_ascii_digit())?;
    let groups: Vec<&str> = number.split(mark).collect();
    let (last, before) = groups.split_last()?;
    let (first, middle) = before.split_first()?;
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let sized = |size: usize| middle.iter().all(|group| group.len() == size);
    let known = matches!(mark, ' ' | '\'' | ',' | '.' | '_');
    let threes = first.len() <= 3 && sized(3);
    let indian = first.len() <= 2 && sized(2) && mark == ',' && !middle.is_empty();
    (known && groups.iter().all(|g| digits(g)) && last.len() == 3 && (threes || indian))
        .then(|| groups.concat())
}
