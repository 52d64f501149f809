//! The native tests: names are sentences, `cargo test --test spec` runs them all.
