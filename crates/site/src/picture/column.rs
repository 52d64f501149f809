//! A column of texts on paper, set from the top down: wrapped by the estimates of [`text_width`], since SVG has no
//! lines, and from the right where the language is written so.

use leptos::prelude::*;

use figure_tracker_core::chart::format_length;
use figure_tracker_core::chart::text::{fit_text, text_width};

/// The height of a line, in em.
const LEADING: f64 = 1.3;
/// The baseline from the top of a line, in em.
const BASELINE: f64 = 1.0;
/// How much wider bold letters are.
const BOLD: f64 = 1.06;

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// Its size in pixels.
    pub(super) size: f64,
    /// Its class in the style sheet.
    pub(super) class: &'static str,
    /// On how many lines at most; what has no room ends in an ellipsis.
    pub(super) lines: usize,
}

/// A column that texts are put into, one under the other.
pub(super) struct Column {
    /// Its left and right side.
    sides: (f64, f64),
    /// Where the next line starts.
    pub(super) y: f64,
    right_to_left: bool,
    nodes: Vec<AnyView>,
}

impl Column {
    /// An empty one.
    pub(super) fn new(left: f64, right: f64, top: f64, right_to_left: bool) -> Self {
        Self { sides: (left, right), y: top, right_to_left, nodes: Vec::new() }
    }

    /// How wide it is.
    pub(super) fn width(&self) -> f64 {
        self.sides.1 - self.sides.0
    }

    /// Leaves room.
    pub(super) fn add_gap(&mut self, by: f64) {
        self.y += by;
    }

    /// Puts a text under what is there.
    pub(super) fn add_text(&mut self, text: &str, style: Type) {
        for line in break_lines(text, style, self.width()) {
            let baseline = self.y + BASELINE * style.size;
            self.nodes.push(self.view_line(&line, style, baseline));
            self.y += LEADING * style.size;
        }
    }

    /// Puts a text under what is there if all of it has room above `bottom`.
    pub(super) fn add_text_above(&mut self, bottom: f64, text: &str, style: Type) {
        let lines = break_lines(text, Type { lines: usize::MAX, ..style }, self.width()).len();
        let height = lines as f64 * LEADING * style.size;
        if lines <= style.lines && self.y + height <= bottom {
            self.add_text(text, style);
        }
    }

    /// One line at its side of the column.
    fn view_line(&self, text: &str, style: Type, baseline: f64) -> AnyView {
        let (x, anchor) = if self.right_to_left { (self.sides.1, "end") } else { (self.sides.0, "start") };
        let text = isolate_text(text, self.right_to_left);
        let (x, y, size) = (format_length(x), format_length(baseline), format_length(style.size));
        view! { <text class=style.class x=x y=y font-size=size text-anchor=anchor>{text}</text> }.into_any()
    }

    /// Puts something drawn on the paper.
    pub(super) fn add_drawing(&mut self, node: impl IntoAny) {
        self.nodes.push(node.into_any());
    }

    /// What has been put into it.
    pub(super) fn into_nodes(self) -> Vec<AnyView> {
        self.nodes
    }
}

/// A text in the direction of its paragraph, whatever the program that draws it takes for granted.
pub(super) fn isolate_text(text: &str, right_to_left: bool) -> String {
    let start = if right_to_left { "\u{2067}" } else { "\u{2066}" };
    if text.is_ascii() && !right_to_left { text.to_owned() } else { [start, text, "\u{2069}"].concat() }
}

/// How wide a text is in a type.
pub(super) fn styled_width(text: &str, style: Type) -> f64 {
    text_width(text, style.size) * if style.class.contains("bold") { BOLD } else { 1.0 }
}

/// The size in which a text fits on a line, between the least and the largest.
pub(super) fn fitting_size(text: &str, class: &'static str, (least, largest): (f64, f64), room: f64) -> f64 {
    let em = styled_width(text, Type { size: 1.0, class, lines: 1 });
    (room / em.max(0.1)).clamp(least, largest).floor()
}

/// The lines of a text, as many as it may have.
pub(super) fn break_lines(text: &str, style: Type, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut pieces = text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty());
    let mut line = String::new();
    while let Some(word) = pieces.next() {
        let longer = if line.is_empty() { word.to_owned() } else { [&*line, " ", word].concat() };
        if line.is_empty() || styled_width(&longer, style) <= room {
            line = longer;
            continue;
        }
        if lines.len() + 1 >= style.lines {
            let rest: Vec<&str> = [word].into_iter().chain(pieces).collect();
            line = [&*line, " ", &rest.join(" ")].concat();
            break;
        }
        lines.push(std::mem::replace(&mut line, word.to_owned()));
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let broken = lines.iter().flat_map(|line| break_line(line, style, room)).collect::<Vec<_>>();
    balance_lines(cut_lines(broken, style, room))
}

/// A line in pieces that fit, where one word is longer than a line: so it is in Chinese.
fn break_line(line: &str, style: Type, room: f64) -> Vec<String> {
    if line.contains(' ') || styled_width(line, style) <= room {
        return vec![line.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for letter in line.chars() {
        // What ends a clause never starts a line.
        let fits = |piece: &String| {
            "、。，；：！？）」』".contains(letter)
                || styled_width(&format!("{piece}{letter}"), style) <= room
        };
        match pieces.last_mut().filter(|piece| fits(piece)) {
            Some(piece) => piece.push(letter),
            None => pieces.push(letter.to_string()),
        }
    }
    pieces
}

/// The first lines, the last of them cut where there is more to say.
fn cut_lines(lines: Vec<String>, style: Type, room: f64) -> Vec<String> {
    let whole = lines.len() <= style.lines;
    let room = room / styled_width("n", style) * text_width("n", style.size);
    let mut kept: Vec<String> = lines.into_iter().take(style.lines).collect();
    if let Some(last) = kept.last_mut() {
        let more = if whole { last.clone() } else { format!("{last}…") };
        *last = fit_text(&more, style.size, room).unwrap_or(more);
    }
    kept
}

/// Lines whose isolated stretches end where the line ends and start anew on the next.
fn balance_lines(lines: Vec<String>) -> Vec<String> {
    let mut open: Vec<char> = Vec::new();
    let balance = |line: String| {
        let start: String = open.iter().collect();
        for letter in line.chars() {
            match letter {
                '\u{2066}'..='\u{2068}' => open.push(letter),
                '\u{2069}' => _ = open.pop(),
                _ => {}
            }
        }
        [start, line, "\u{2069}".repeat(open.len())].concat()
    };
    lines.into_iter().map(balance).collect()
}
