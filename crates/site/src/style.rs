//! The widget's style sheet and what its printed form has besides: what a program decides by the width in the widget
//! is decided by the style sheet there.

use super::File;
use figure_tracker::STYLES;
use figure_tracker::breakpoints::{BANDS, Band, WIDE};
use figure_tracker::components::WIDE_STYLES;

/// What the printed widget has besides.
const PRINTED: &str = include_str!("printed.css");
/// What the pages have besides the widget.
const PAGE: &str = include_str!("page.css");
/// The type size that lengths of the layout are meant for.
const TYPE_SIZE: f64 = 16.0;
/// The space inside the widget, both sides together.
const PADDING: f64 = 32.0;

/// The style sheet of the printed widget, which leaves the page around it alone, so that it can be used on any.
pub(super) fn widget_style_file() -> File {
    File::named_by_hash("figure-tracker", "css", widget_styles())
}

/// The style sheet of the pages themselves, with that of the printed widget in it: nothing is seen before it has come, and two
/// files come later than one.
pub(super) fn page_style_file() -> File {
    File::named_by_hash("page", "css", [&widget_styles(), PAGE].concat())
}

fn widget_styles() -> String {
    let wide = WIDE_STYLES.replace(".ft-wide ", ".ft-base ");
    [STYLES, &rules_from_width(WIDE, &wide), &band_rules(), PRINTED].concat()
}

/// What tells one release of the widget from another: its version and style sheet. The script's build says the same
/// (scripts/styles.mjs), and shows the pictures of no other.
pub(crate) fn build_name() -> String {
    format!("{:016x}", hash_bytes([env!("CARGO_PKG_VERSION"), STYLES].concat().as_bytes()))
}

/// 64 bits that are others as soon as a byte is another: FNV-1a.
pub(crate) fn hash_bytes(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Rules that hold from an inner width on, measured in type: of the element, or of the window where browsers don't ask elements.
fn rules_from_width(inner: f64, rules: &str) -> String {
    let [outer, inner] = [inner + PADDING, inner].map(|pixels| pixels / TYPE_SIZE);
    format!(
        "@supports not (container-type:inline-size){{@media (min-width:{outer}em){{{rules}}}}}\
         @container (min-width:{inner}em){{{rules}}}"
    )
}

/// Of the sizes in which a chart is printed, the one that fits is shown; on paper the widest, which has the whole width there.
fn band_rules() -> String {
    let shown = |at: usize| {
        let selector = |other: usize| format!("figure-tracker .ft-at-{other}");
        let others: Vec<_> = (0..BANDS.len()).filter(|other| *other != at).map(selector).collect();
        format!("{}{{display:block}}{}{{display:none}}", selector(at), others.join(","))
    };
    let rules = |(at, Band { from, .. }): (usize, Band)| match at {
        0 => shown(0),
        at => rules_from_width(from, &shown(at)),
    };
    let on_paper = format!("@media print{{{}}}", shown(BANDS.len() - 1));
    BANDS.into_iter().enumerate().map(rules).chain([on_paper]).collect()
}
