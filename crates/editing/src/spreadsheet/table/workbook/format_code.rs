//! The number formats of Excel, such as `#,##0.0,,," bn"` or `mmm-yy`: what they put beside a number, what they divide
//! it by, and which parts of a date they show. Colours, alignment and locales mean nothing here.

use std::iter::Peekable;
use std::str::Chars;

use super::format::{CellFormat, Comparison, Condition, Section, Shows};
use super::shown_date::DateParts;
use super::shown_number::NumberParts;

/// Parses a number format.
pub(super) fn parse_format_code(code: &str) -> CellFormat {
    let read: Vec<SectionReader> = split_sections(code).iter().map(|code| read_section(code)).collect();
    let numeric = read.len().min(3);
    let has_own = read.first().is_some_and(|first| first.condition.is_some());
    let sections = read.into_iter().take(3).enumerate().map(|(index, section)| {
        let implied = match (index, numeric) {
            (0, 2) => Some((Comparison::AtLeast, 0.0)),
            (0, 3) => Some((Comparison::More, 0.0)),
            (1, 2) if has_own => None,
            (1, 2 | 3) => Some((Comparison::Less, 0.0)),
            _ => None,
        };
        let implied = implied.map(|(comparison, number)| Condition { comparison, number });
        Section { condition: section.condition.or(implied), shows: section.into_shows() }
    });
    CellFormat { sections: sections.collect() }
}

/// Splits a format at its semicolons, but for those in quotes, in brackets and behind a backslash.
fn split_sections(code: &str) -> Vec<String> {
    let (mut sections, mut section) = (Vec::new(), String::new());
    let (mut is_quoted, mut is_bracketed) = (false, false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' if !is_quoted && !is_bracketed => {
                sections.push(std::mem::take(&mut section));
                continue;
            }
            '"' => is_quoted = !is_quoted,
            '[' if !is_quoted => is_bracketed = true,
            ']' if !is_quoted => is_bracketed = false,
            '\\' | '_' | '*' if !is_quoted => {
                section.push(letter);
                section.extend(letters.next());
                continue;
            }
            _ => {}
        }
        section.push(letter);
    }
    sections.push(section);
    sections
}

/// What was read of a section.
#[derive(Default)]
struct SectionReader {
    condition: Option<Condition>,
    parts: NumberParts,
    has_digits: bool,
    /// How many digits stand behind the point, where there is one.
    decimals: Option<usize>,
    /// Commas behind the last digit so far.
    commas: i32,
    /// Commas behind the last digit before the point.
    thousands: i32,
    /// The letters of dates and times, each once for a run of it.
    letters: Vec<char>,
    is_general: bool,
    is_inexact: bool,
}

fn read_section(code: &str) -> SectionReader {
    let mut section = SectionReader::default();
    if code.trim().eq_ignore_ascii_case("general") {
        section.is_general = true;
        return section;
    }
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => letters.by_ref().take_while(|letter| *letter != '"').for_each(|l| section.literal(l)),
            '\\' => letters.next().into_iter().for_each(|letter| section.literal(letter)),
            '_' => {
                letters.next();
                section.literal(' ');
            }
            '*' => drop(letters.next()),
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                section.bracket(&inside);
            }
            '0' | '#' | '?' => section.digit(),
            '.' if section.has_digits
                || letters.peek().is_some_and(|next| matches!(next, '0' | '#' | '?')) =>
            {
                section.decimals = Some(0);
                section.thousands += std::mem::take(&mut section.commas);
            }
            ',' if section.has_digits => section.commas += 1,
            '%' => {
                section.parts.percent += 2;
                section.literal('%');
            }
            'E' | 'e' if letters.peek().is_some_and(|next| matches!(next, '+' | '-')) => {
                letters.next();
                section.is_inexact = true;
            }
            '/' if section.has_digits => section.is_inexact = true,
            'A' | 'a' if is_half_of_day(&mut letters) => section.letters.push('h'),
            'y' | 'm' | 'd' | 'h' | 's' | 'e' | 'b' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
                let lower = letter.to_ascii_lowercase();
                while letters.next_if(|next| next.to_ascii_lowercase() == lower).is_some() {}
                section.letters.push(lower);
            }
            other => section.literal(other),
        }
    }
    section
}

/// Takes the rest of `AM/PM` or `A/P`, if that follows.
fn is_half_of_day(letters: &mut Peekable<Chars<'_>>) -> bool {
    let rest: String = letters.clone().take(4).collect::<String>().to_ascii_lowercase();
    let length = if rest.starts_with("m/pm") {
        4
    } else if rest.starts_with("/p") {
        2
    } else {
        return false;
    };
    letters.by_ref().take(length).for_each(drop);
    true
}

impl SectionReader {
    fn literal(&mut self, letter: char) {
        // The sign is the value's own.
        if matches!(letter, '(' | ')' | '-' | '−') {
            return;
        }
        let parts = &mut self.parts;
        if self.has_digits { parts.after.push(letter) } else { parts.before.push(letter) }
    }

    fn digit(&mut self) {
        self.has_digits = true;
        self.commas = 0;
        if let Some(decimals) = &mut self.decimals {
            *decimals += 1;
        }
    }

    /// `[$€-407]`, `[>=1000]`, `[h]`; `[Red]` means nothing here.
    fn bracket(&mut self, inside: &str) {
        let lower = inside.to_ascii_lowercase();
        if let Some(symbol) = inside.strip_prefix('$') {
            let symbol = symbol.split('-').next().unwrap_or_default().to_owned();
            symbol.chars().for_each(|letter| self.literal(letter));
        } else if let Some(condition) = parse_condition(inside) {
            self.condition = Some(condition);
        } else if !lower.is_empty() && lower.chars().all(|letter| matches!(letter, 'h' | 'm' | 's')) {
            self.letters.push('h');
        }
    }

    fn into_shows(self) -> Shows {
        let is = |letter: char| self.letters.contains(&letter);
        if self.letters.iter().any(|letter| matches!(letter, 'y' | 'm' | 'd' | 'h' | 's')) {
            let month = self.letters.iter().enumerate().any(|(index, letter)| {
                let before = index.checked_sub(1).and_then(|before| self.letters.get(before));
                let is_minute = before == Some(&'h') || self.letters.get(index + 1) == Some(&'s');
                *letter == 'm' && !is_minute
            });
            return Shows::Date(DateParts {
                year: is('y') || is('e') || is('b'),
                month,
                day: is('d'),
                time: is('h') || is('s'),
            });
        }
        if self.is_general || !self.has_digits {
            return Shows::Plain;
        }
        let decimals = if self.is_inexact { None } else { Some(self.decimals.unwrap_or(0)) };
        Shows::Number(NumberParts { thousands: self.thousands + self.commas, decimals, ..self.parts })
    }
}

/// Parses `>=1000`.
pub(super) fn parse_condition(text: &str) -> Option<Condition> {
    let number = text.trim_start_matches(['<', '>', '=', '!']);
    let comparison = match text.strip_suffix(number)? {
        "<" => Comparison::Less,
        "<=" => Comparison::AtMost,
        "=" => Comparison::Equal,
        "<>" | "!=" => Comparison::NotEqual,
        ">=" => Comparison::AtLeast,
        ">" => Comparison::More,
        _ => return None,
    };
    Some(Condition { comparison, number: number.trim().parse().ok()? })
}
