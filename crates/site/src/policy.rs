//! What a content security policy must name for a page to be seen as it is meant.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Gives the source, `'sha256-…'` with its quotes, by which the `style-src` of a policy allows the style that a page has within
/// itself; none where a page has its style sheet in a file.
#[must_use]
pub fn style_source(html: &str) -> Option<String> {
    // No text of a data set has a `<` in print, so that the first is the page's own.
    let (_, element) = html.split_once("<style data-widget=")?;
    let (_, content) = element.split_once('>')?;
    let (css, _) = content.split_once("</style>")?;
    Some(["'sha256-", &STANDARD.encode(Sha256::digest(css)), "'"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_is_the_hash_of_what_is_between_the_tags() {
        // From the examples of the specification (CSP Level 3, 8.3), of a script with the same bytes.
        let html = "<head><style data-widget=\"a.css\">doSomething();</style></head>";
        let source = style_source(html);
        assert_eq!(source.as_deref(), Some("'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"));
        assert_eq!(style_source("<head><link rel=\"stylesheet\" href=\"a.css\"></head>"), None);
    }
}
