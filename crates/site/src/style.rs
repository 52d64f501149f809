//! The widget's style sheet and what its printed form has besides: what a program decides by the width in the widget
//! is decided by the style sheet there.

use std::sync::LazyLock;

use super::File;
use figure_tracker::STYLES;
use figure_tracker::breakpoints::{BANDS, Band, WIDE};
use figure_tracker::components::{UNPRINTED_STYLES, WIDE_STYLES};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Features, Targets};

/// What the printed widget has besides.
const PRINTED: &str = include_str!("printed.css");
/// What the pages have besides the widget.
const PAGE: &str = include_str!("page.css");
/// The type size that lengths of the layout are meant for.
const TYPE_SIZE: f64 = 16.0;
/// The space inside the widget, both sides together.
const PADDING: f64 = 32.0;

static WIDGET_STYLES: LazyLock<String> = LazyLock::new(|| minify(&widget_styles()));
static PAGE_STYLES: LazyLock<String> = LazyLock::new(|| WIDGET_STYLES.clone() + &minify(PAGE));
static ELEMENT_STYLES: LazyLock<String> = LazyLock::new(|| escape_for_element(&PAGE_STYLES));

/// The style sheet of the printed widget, which leaves the page around it alone, so that it can be used on any.
pub(super) fn widget_style_file() -> File {
    File::named_by_hash("figure-tracker", "css", WIDGET_STYLES.clone())
}

/// The style sheet of the pages themselves, with that of the printed widget in it: nothing is seen before it has come, and two
/// files come later than one.
pub(super) fn page_style_file() -> File {
    File::named_by_hash("page", "css", PAGE_STYLES.clone())
}

/// The same rules for a `style` element. They depend on the release alone, and not on the data: a policy that names them by
/// their hash holds for all pages and for later editions.
pub(super) fn page_style_text() -> &'static str {
    &ELEMENT_STYLES
}

fn widget_styles() -> String {
    let wide = WIDE_STYLES.replace(".ft-wide ", ".ft-base ");
    let printed = UNPRINTED_STYLES.iter().fold(STYLES.to_owned(), |css, rules| css.replacen(rules, "", 1));
    [&printed, &rules_from_width(WIDE, &wide), &band_rules(), PRINTED].concat()
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

/// The same rules, written as short as they can be; lengths of media queries as browsers of 2022 know them. A sheet that can't be
/// read would be written as it is.
fn minify(css: &str) -> String {
    let targets = Targets { include: Features::MediaRangeSyntax, ..Targets::default() };
    let shorter = StyleSheet::parse(css, ParserOptions::default()).ok().and_then(|mut sheet| {
        sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).ok()?;
        sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() }).ok()
    });
    shorter.map_or_else(|| css.to_owned(), |shorter| shorter.code)
}

/// The same rules without what would end a `style` element, or a comment in it: in CSS a backslash before such a letter says nothing.
fn escape_for_element(css: &str) -> String {
    css.replace("</", "<\\/").replace("<!", "<\\!")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_and_written_short() {
        let css = "/* Two\n lines. */\n.a :is(p, q),\n.c {\n  --x: a: b;\n  content: \": \";\n}\n\
                   @media (min-width: 30em) and (max-width: 40em) {\n  .d {\n    margin: 0;\n  }\n}\n";
        assert_eq!(
            minify(css),
            ".a :is(p,q),.c{--x:a: b;content:\": \"}@media (min-width:30em) and (max-width:40em){.d{margin:0}}"
        );
        for css in [widget_styles(), PAGE.to_owned()] {
            assert!(!minify(&css).contains("/*"), "a style sheet can't be read: {css}");
        }
    }

    #[test]
    fn no_rule_ends_the_element_that_it_stands_in() {
        let css = escape_for_element(r#"p::after{content:"</style><!--"}"#);
        assert_eq!(css, r#"p::after{content:"<\/style><\!--"}"#);
    }
}
