//! Single sentences on stderr: what failed, what to beware of, what is worth knowing.

use std::fmt;
use std::io::Write;

use anstyle::{AnsiColor, Style};

use super::excerpt::make_visible;

const BOLD: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const BLUE: Style = AnsiColor::Blue.on_default().bold();

/// Says on stderr why something could not be done at all.
pub(super) fn report_failure(failure: &dyn fmt::Display) {
    let _ = writeln!(
        anstream::stderr().lock(),
        "{RED}error{RED:#}{BOLD}: {}{BOLD:#}",
        make_visible(&failure.to_string())
    );
}

/// Says on stderr what an editor should know although everything was done.
pub(super) fn report_caution(message: &str) {
    let _ = writeln!(
        anstream::stderr().lock(),
        "{YELLOW}warning{YELLOW:#}{BOLD}: {}{BOLD:#}",
        make_visible(message)
    );
}

/// Says on stderr what is worth knowing of something that was done.
pub(super) fn report_note(message: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{BLUE}note{BLUE:#}: {}", make_visible(message));
}
