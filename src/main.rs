//! One binary, two programs: the command line natively, the widget in the browser.

fn main() {}
