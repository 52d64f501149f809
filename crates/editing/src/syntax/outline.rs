//! Which value an offset lies in, told by the tokens before it: a text that is no JSON has no tree to ask.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::tokens::Token;
use jsonc_parser::{Scanner, ScannerOptions};

use super::MAX_DEPTH;
use crate::tree::push_pointer_step;

/// The objects and lists that are open at an offset, outermost first.
pub(super) struct Outline {
    levels: Vec<Level>,
}

/// An object or a list that is not closed yet.
struct Level {
    /// The offset of its opening bracket.
    start: usize,
    /// The key of an object whose value is not complete yet, or the index of an item.
    step: Step,
    /// What may stand next in it.
    next: Next,
}

enum Step {
    Key(String),
    Index(usize),
}

/// What may stand next in an object or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// The key of an object.
    Key,
    /// The colon behind a key.
    Colon,
    /// A value.
    Value,
    /// A comma or the closing bracket.
    Comma,
    /// Nothing: the text is complete.
    End,
}

/// What is wrong before the offset at which a parser gave up.
#[derive(Clone, Copy, Debug)]
pub(super) enum EarlyFault {
    /// A value that is nested too deep.
    TooDeep(usize),
    /// A control character within a text, and where the text begins.
    ControlCharacter { text_start: usize, offset: usize },
}

/// Finds the first value in a tree that is nested more than `depth` deep, and returns its offset.
pub(super) fn first_too_deep(value: &Value<'_>, depth: usize) -> Option<usize> {
    let Some(left) = depth.checked_sub(1) else { return Some(value.start()) };
    match value {
        Value::Array(list) => list.elements.iter().find_map(|item| first_too_deep(item, left)),
        Value::Object(object) => {
            object.properties.iter().find_map(|member| first_too_deep(&member.value, left))
        }
        _ => None,
    }
}

/// Finds the first control character in the text that begins at an offset and ends before another.
pub(super) fn find_control_character(text: &str, start: usize, end: usize) -> Option<EarlyFault> {
    let content = text.get(start..end)?;
    let at = content.bytes().position(|byte| byte < b' ')?;
    Some(EarlyFault::ControlCharacter { text_start: start, offset: start + at })
}

impl Outline {
    /// Follows the tokens up to an offset.
    ///
    /// # Errors
    /// What is wrong before it that the parser passed over.
    pub(super) fn before(text: &str, offset: usize) -> Result<Self, EarlyFault> {
        let options = ScannerOptions {
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let mut scanner = Scanner::new(text, &options);
        let mut outline = Self { levels: Vec::new() };
        let mut complete = false;
        while let Ok(Some(token)) = scanner.scan() {
            let (start, end) = (scanner.token_start(), scanner.token_end());
            if matches!(token, Token::String(_))
                && let Some(fault) = find_control_character(text, start, end)
            {
                return Err(fault);
            }
            let opens = matches!(token, Token::OpenBrace | Token::OpenBracket);
            if opens && outline.levels.len() >= MAX_DEPTH {
                return Err(EarlyFault::TooDeep(start));
            }
            if end > offset || complete {
                break;
            }
            outline.push(token, start);
            complete = outline.levels.is_empty();
        }
        if complete {
            outline.levels.push(Level { start: 0, step: Step::Index(0), next: Next::End });
        }
        Ok(outline)
    }

    fn push(&mut self, token: Token<'_>, start: usize) {
        match token {
            Token::OpenBrace => {
                self.levels.push(Level { start, step: Step::Key(String::new()), next: Next::Key });
            }
            Token::OpenBracket => self.levels.push(Level { start, step: Step::Index(0), next: Next::Value }),
            Token::CloseBrace | Token::CloseBracket => {
                self.levels.pop();
                self.complete_value();
            }
            Token::Comma => self.pass_comma(),
            Token::Colon => self.expect(Next::Value),
            Token::String(key) if self.next() == Next::Key => {
                if let Some(level) = self.levels.last_mut() {
                    level.step = Step::Key(key.into_owned());
                    level.next = Next::Colon;
                }
            }
            _ => self.complete_value(),
        }
    }

    fn pass_comma(&mut self) {
        let Some(level) = self.levels.last_mut() else { return };
        match &mut level.step {
            Step::Key(_) => level.next = Next::Key,
            Step::Index(index) => {
                *index += 1;
                level.next = Next::Value;
            }
        }
    }

    fn complete_value(&mut self) {
        self.expect(Next::Comma);
    }

    fn expect(&mut self, next: Next) {
        if let Some(level) = self.levels.last_mut() {
            level.next = next;
        }
    }

    /// What may stand at the offset.
    pub(super) fn next(&self) -> Next {
        self.levels.last().map_or(Next::Value, |level| level.next)
    }

    /// The offset of the opening bracket of the innermost object or list, and its closing bracket.
    pub(super) fn innermost(&self) -> Option<(usize, char)> {
        let level = self.levels.last().filter(|level| level.next != Next::End)?;
        Some((level.start, if matches!(level.step, Step::Key(_)) { '}' } else { ']' }))
    }

    /// The JSON pointer (RFC 6901) to the value at the offset.
    pub(super) fn pointer(&self) -> String {
        let mut pointer = String::new();
        let outer = self.levels.len().saturating_sub(1);
        for (depth, level) in self.levels.iter().enumerate() {
            if depth < outer || level.next == Next::Value {
                match &level.step {
                    Step::Key(key) => push_pointer_step(&mut pointer, key),
                    Step::Index(index) => push_pointer_step(&mut pointer, &index.to_string()),
                }
            }
        }
        pointer
    }
}
