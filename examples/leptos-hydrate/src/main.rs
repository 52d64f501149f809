//! Prints the page as HTML. A server would do the same with `leptos_axum` or `leptos_actix`; a static page needs neither.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_hydrate::App;

const HEAD: &str = r#"<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nach der Flut</title>
<link rel="icon" href="data:,">
<script type="module" src="start.js"></script>
</head>
<body>"#;

fn main() {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let body = owner.with(|| view! { <App/> }.to_html());
    println!("{HEAD}{body}</body>\n</html>");
}
