//! The widget's style sheet for its printed form: every rule stays within `figure-tracker`, and what a program
//! decides by the width in the widget is decided by the style sheet itself.

use super::File;
use figure_tracker::view::{BANDS, STYLES, WIDE};

/// What the pages have besides the widget.
const PAGE: &str = include_str!("page.css");
/// The space inside the widget, both sides together.
const PADDING: usize = 32;

/// The style sheet of the printed widget, which leaves the page around it alone, so that it can be used on any.
pub(super) fn file() -> File {
    File::hashed("figure-tracker", "css", [scoped(STYLES), bands(), of_page(true)].concat())
}

/// The style sheet of the pages themselves.
pub(super) fn page() -> File {
    File::hashed("page", "css", of_page(false))
}

/// The rules of `page.css` that are about the widget, or the others.
fn of_page(widget: bool) -> String {
    let rules = blocks(PAGE).into_iter();
    let rules =
        rules.filter(|(head, body)| [head, body].iter().any(|t| t.contains("figure-tracker")) == widget);
    rules.map(|(head, body)| format!("{head}{{{body}}}\n")).collect()
}

/// 64 bits that are others as soon as a byte is another: FNV-1a.
pub(crate) fn digest(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Every rule of a style sheet, within the element.
fn scoped(css: &str) -> String {
    blocks(css).into_iter().map(|(head, body)| rule(head, body)).collect()
}

fn rule(head: &str, body: &str) -> String {
    if head.starts_with('@') {
        return format!("{head}{{{}}}", scoped(body));
    }
    let body: String =
        body.split(';').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(";");
    let (wide, any): (Vec<&str>, Vec<&str>) =
        head.split(',').map(str::trim).partition(|selector| selector.starts_with(".wide "));
    let plain = |selectors: &[&str]| {
        let selectors: Vec<String> = selectors.iter().map(|selector| within(selector)).collect();
        if selectors.is_empty() { String::new() } else { format!("{}{{{body}}}", selectors.join(",")) }
    };
    let wide = plain(&wide);
    plain(&any) + &if wide.is_empty() { wide } else { from_width(WIDE, &wide) }
}

/// A selector of the shadow root as one of the page.
fn within(selector: &str) -> String {
    if let Some(condition) = selector.strip_prefix(":host") {
        let condition =
            condition.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(condition);
        return format!("figure-tracker{condition}");
    }
    let selector =
        selector.strip_prefix(".wide ").map_or(selector.to_owned(), |rest| format!(".base {rest}"));
    format!("figure-tracker {selector}")
}

/// Rules that hold from an inner width on: of the element, or of the window where browsers don't ask elements.
fn from_width(inner: usize, rules: &str) -> String {
    let outer = inner + PADDING;
    format!(
        "@supports not (container-type:inline-size){{@media (min-width:{outer}px){{{rules}}}}}\
         @container (min-width:{inner}px){{{rules}}}"
    )
}

/// Of the sizes in which a chart is printed, the one that fits is shown.
fn bands() -> String {
    let shown = |at: usize| {
        let selector = |other: usize| format!("figure-tracker .at-{other}");
        let others: Vec<_> = (0..BANDS.len()).filter(|other| *other != at).map(selector).collect();
        format!("{}{{display:block}}{}{{display:none}}", selector(at), others.join(","))
    };
    let from = |(at, (inner, _)): (usize, (usize, f64))| match at {
        0 => shown(0),
        at => from_width(inner, &shown(at)),
    };
    BANDS.into_iter().enumerate().map(from).collect()
}

/// The blocks of a style sheet: what stands before the braces, and in them.
fn blocks(css: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    let mut rest = css;
    while let Some((head, after)) = rest.split_once('{') {
        let Some(end) = closing(after) else { break };
        let (body, next) = after.split_at(end);
        blocks.push((head.trim(), body));
        rest = next.strip_prefix('}').unwrap_or_default();
    }
    blocks
}

/// Where the brace that is open is closed.
fn closing(css: &str) -> Option<usize> {
    let mut depth = 1_usize;
    css.bytes().position(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}
