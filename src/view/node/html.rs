//! Prints a node. Knows no browser.

use super::{Child, Node, Value, Words};

/// Elements that have no end tag.
const VOID: [&str; 6] = ["input", "br", "img", "hr", "meta", "link"];

impl Node {
    /// The markup of the element as it stands at this moment.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.print(&mut html);
        html
    }

    fn print(&self, html: &mut String) {
        html.extend(["<", self.0.tag]);
        for (name, value) in &self.0.attributes {
            if let Some(value) = value.now() {
                html.extend([" ", name, "=\""]);
                escape(&value, html);
                html.push('"');
            }
        }
        html.push('>');
        if VOID.contains(&self.0.tag) {
            return;
        }
        self.0.children.iter().for_each(|child| child.print(self.0.tag, html));
        html.extend(["</", self.0.tag, ">"]);
    }
}

impl Value {
    /// What it is at this moment.
    pub(super) fn now(&self) -> Option<Words> {
        match self {
            Self::Still(value) => Some(value.clone()),
            Self::Live(value) => value(),
        }
    }
}

impl Child {
    fn print(&self, within: &'static str, html: &mut String) {
        match self {
            // The style sheet sets these apart; without one a space does.
            Self::Node(node) if ["small", "span"].contains(&node.0.tag) => {
                html.push(' ');
                node.print(html);
                html.push(' ');
            }
            Self::Node(node) => node.print(html),
            // Nothing in a script is markup but its end; in JSON, which is all that is put there, this is a `<`.
            Self::Text(text) if within == "script" => html.push_str(&text.replace('<', "\\u003c")),
            Self::Text(text) => escape(text, html),
            Self::Live(make) => make().iter().for_each(|child| child.print(within, html)),
        }
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\t' | '\n' | '\r' => html.push(c),
            // No document may have them, not even as references.
            c if c.is_control() => html.push('\u{fffd}'),
            c => html.push(c),
        }
    }
}
