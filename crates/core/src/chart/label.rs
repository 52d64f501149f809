//! Texts in the drawing, and the rectangles they take.

use super::geometry::{Point, Rect, round_to_tenth};
use super::options::ChartTexts;
use super::text::text_width;
use crate::dataset::Text;

/// The font size of labels of axes, events and lines.
pub const SMALL_FONT: f64 = 12.0;
/// The font size of the number beside a mark.
pub const NORMAL_FONT: f64 = 14.0;

/// How far a text reaches above its baseline, in em: room for accents and for tall scripts.
const ASCENT: f64 = 0.95;
/// How far a text reaches below its baseline, in em.
const DESCENT: f64 = 0.3;
/// Half the height of a digit, in em.
const HALF_DIGIT: f64 = 0.35;

/// A text in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where its baseline starts, has its middle, or ends, by `anchor`.
    pub at: Point,
    /// Which part of it is at `at`.
    pub anchor: Anchor,
    /// What it says.
    pub text: String,
    /// Its font size in pixels.
    pub size: f64,
    /// The language of a dataset's text that isn't in the reader's.
    pub language: Option<String>,
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

impl Anchor {
    /// Returns the value of SVG's `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Label {
    /// Makes a label; its point is rounded to a tenth of a pixel.
    pub fn new(text: String, size: f64, anchor: Anchor, x: f64, y: f64) -> Self {
        Self { at: Point { x: round_to_tenth(x), y: round_to_tenth(y) }, anchor, text, size, language: None }
    }

    /// Makes the label of a dataset's text: it says its language where that isn't the reader's.
    pub(super) fn of_text(self, text: &Text, texts: &ChartTexts<'_>) -> Self {
        let language = text.foreign_language(texts.language, texts.interface);
        Self { language: language.map(str::to_owned), ..self }
    }

    /// Returns the rectangle it takes, by the estimate of [`text_width`].
    pub fn rect(&self) -> Rect {
        let width = text_width(&self.text, self.size);
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        let height = (ASCENT + DESCENT) * self.size;
        Rect { left, top: self.at.y - ASCENT * self.size, width, height }
    }
}

/// Returns the baseline of a text whose rectangle ends at `bottom`.
pub(super) fn baseline_above(bottom: f64, font_size: f64) -> f64 {
    bottom - DESCENT * font_size
}

/// Returns the baseline of a text whose rectangle starts at `top`.
pub(super) fn baseline_below(top: f64, font_size: f64) -> f64 {
    top + ASCENT * font_size
}

/// Returns the baseline of a text whose digits are centred at `middle`.
pub(super) fn baseline_centred(middle: f64, font_size: f64) -> f64 {
    middle + HALF_DIGIT * font_size
}
