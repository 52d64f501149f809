//! What a rendering says: what was done on stdout, what is wrong or missing on stderr; all of it on stdout for machines.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::check::InFile;
use super::excerpt::make_visible;
use super::{diagnostics, report};
use figure_tracker_editing::diagnostic::Diagnostic;
use figure_tracker_site::NOWHERE;

/// A rendering that was done, or was not.
pub(super) struct Outcome<'a> {
    /// The data file.
    file: &'a str,
    /// The folder.
    output: &'a Path,
    /// What is in the data file.
    pub(super) text: String,
    /// What keeps it from being drawn.
    errors: Vec<Diagnostic>,
    /// How much else there is to say of it.
    warnings: usize,
    /// Whether no address was given for the site.
    pub(super) unfounded: bool,
    /// Whether the data set names its edition.
    pub(super) edition: bool,
    /// The folder of the edition, where other data is in it.
    pub(super) taken: Option<PathBuf>,
    /// The names of the files that were written.
    pub(super) written: Vec<String>,
    /// How many files were there already.
    pub(super) unchanged: usize,
    /// What a policy must name of the styles that pages have within themselves.
    pub(super) style_sources: BTreeSet<String>,
}

impl<'a> Outcome<'a> {
    /// The rendering of a file of which nothing is drawn yet.
    pub(super) fn new(file: &'a str, output: &'a Path, errors: Vec<Diagnostic>, warnings: usize) -> Self {
        Self {
            file: if file == "-" { "<stdin>" } else { file },
            output,
            text: String::new(),
            errors,
            warnings,
            unfounded: false,
            edition: true,
            taken: None,
            written: Vec::new(),
            unchanged: 0,
            style_sources: BTreeSet::new(),
        }
    }

    /// Whether nothing was written.
    pub(super) fn has_failed(&self) -> bool {
        self.taken.is_some() || !self.errors.is_empty()
    }

    fn why_not(&self) -> Option<String> {
        let folder = self.taken.as_ref()?.display();
        Some(format!("`{folder}` keeps other data of the same edition: raise `edition`; nothing was written"))
    }

    /// What an editor should know although the files are there.
    fn list_cautions(&self) -> Vec<String> {
        let (file, plural) = (self.file, if self.warnings == 1 { "" } else { "s" });
        let base = format!(
            "no address was given: feed.xml, sitemap.xml and all .oembed.json begin theirs with {NOWHERE}; \
             give yours with --base"
        );
        let edition = "the data set has no `edition`: there is no frozen copy".to_owned();
        let warnings =
            format!("{file} has {} warning{plural}: `figure-tracker check` lists them", self.warnings);
        let said = [(self.warnings > 0, warnings), (self.unfounded, base), (!self.edition, edition)];
        said.into_iter().filter_map(|(is_so, text)| is_so.then_some(text)).collect()
    }
}

/// Says it to people.
pub(super) fn print_rendering(outcome: &Outcome<'_>) {
    if !outcome.errors.is_empty() {
        return diagnostics::print_for_text(outcome.file, &outcome.text, &outcome.errors);
    }
    if let Some(why) = outcome.why_not() {
        return report::report_failure(&why);
    }
    outcome.list_cautions().iter().for_each(|caution| report::report_caution(caution));
    let (written, unchanged) = (outcome.written.len(), outcome.unchanged);
    let folder = outcome.output.display().to_string();
    // A closed pipe ends the saying, not the rendering.
    let _ = writeln!(
        anstream::stdout(),
        "{}: {} files, {written} written, {unchanged} as before",
        make_visible(&folder),
        written + unchanged
    );
    if !outcome.style_sources.is_empty() {
        let sources: Vec<_> = outcome.style_sources.iter().map(String::as_str).collect();
        let _ = writeln!(
            anstream::stdout(),
            "a policy that refuses inline styles must name those of the pages: style-src {}",
            sources.join(" ")
        );
    }
}

/// Says it to machines.
pub(super) fn print_rendering_as_json(outcome: &Outcome<'_>) {
    let problems: Vec<_> = outcome.errors.iter().map(|one| InFile::new(outcome.file, one)).collect();
    let all = json!({
        "output": outcome.output.display().to_string(),
        "written": outcome.written,
        "unchanged": outcome.unchanged,
        "style_sources": outcome.style_sources,
        "taken": outcome.taken.as_ref().map(|folder| folder.display().to_string()),
        "cautions": outcome.list_cautions(),
        "problems": problems,
    });
    let _ = writeln!(anstream::stdout(), "{all:#}");
}
