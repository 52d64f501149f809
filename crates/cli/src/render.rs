//! `figure-tracker render data.json -o DIR`: a data set as static files that need no script.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::{ArgumentFault, Failure};
use super::progress::Progress;
use super::render_report::{self as summary, Outcome};
use super::{FAULTY, Format, WRONG_USAGE, files, report};
use figure_tracker_core::dataset::format::WebAddress;
use figure_tracker_core::dataset::{self, Dataset};
use figure_tracker_editing::diagnose;
use figure_tracker_editing::diagnostic::Diagnostic;
use figure_tracker_site::{self, EDITIONS, EmbeddedView};

/// The arguments of `render`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  figure-tracker render data.json -o pages
  figure-tracker render data.json -o pages --base https://example.org/pages/ --widget ../figure-tracker.js
  figure-tracker render data.json -o seiten --lang de
  figure-tracker render data.json -o pages --style-file

A page is written for each metric, and one that lists them all. They need no script; with
`--widget` the widget takes over where it can. Pages in the other languages of the data set are
in folders: `ru/deaths.html`. Beside each page are its rows (CSV), its data (JSON) and what
other sites need to embed it (oEmbed); beside all of them a feed (Atom) and a sitemap. Files
that are there already and are not written again stay as they are.

Each page has its style sheet within itself (5 KB as sent), so that on a phone its chart is seen a
round trip earlier. A content security policy that refuses inline styles must name it by its hash:
the last line says how. The hash changes with releases of this program, not with the data, and
editions that are kept have that of their time. With `--style-file` the pages share a file instead,
which any policy with `style-src 'self'` allows, and which is sent once to whoever reads several.

A data set with an `edition` also gives copies under `editions/` that no later edition changes.
Where other data has been written under the same edition nothing is written: raise the
`edition`.

Exit code: 0 if the files are there, 1 if the data has errors or its edition is taken, 2 for
wrong usage.")]
pub struct Args {
    /// The data file; `-` is standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The folder to write into
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The address under which the folder will be published, for feeds and previews
    #[arg(long, value_name = "URL", value_parser = parse_base)]
    base: Option<String>,
    /// The address of figure-tracker.js, from the pages
    #[arg(long, value_name = "URL")]
    widget: Option<String>,
    /// The address of the data file, from the pages; without it a copy is written beside them
    #[arg(long, value_name = "URL")]
    data: Option<String>,
    /// The language of the pages at the top, where it isn't to be the data set's own; those in its other languages have folders
    /// of their own
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// A view that other sites can embed (oEmbed), as the link to it ends: `metric=deaths&known-on=2022-01-20`. It needs
    /// `--widget`; may be given several times
    #[arg(long, value_name = "VIEW", requires = "widget")]
    view: Vec<String>,
    /// Puts the style sheet into a file that the pages share, for policies that refuse inline styles; the first page is seen later
    #[arg(long)]
    style_file: bool,
    /// How to say what was done and what is wrong
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// A font file for the pictures' letters that the bundled fonts lack; may be given several times
    #[arg(long, value_name = "FILE")]
    font: Vec<String>,
}

/// Renders, and tells the exit code.
pub fn run_render(args: &Args) -> u8 {
    let progress = Progress::start_bar(2);
    let outcome = render_pages(args, &progress);
    progress.clear_bar();
    match (&outcome, args.format) {
        (Ok(outcome), Format::Human) => summary::print_rendering(outcome),
        (Ok(outcome), Format::Json) => summary::print_rendering_as_json(outcome),
        (Err(failure), _) => report::report_failure(failure),
    }
    outcome.map_or(WRONG_USAGE, |outcome| if outcome.has_failed() { FAULTY } else { 0 })
}

fn render_pages<'a>(args: &'a Args, progress: &Progress) -> Result<Outcome<'a>, Failure> {
    progress.begin_stage("reading the file");
    let bytes = files::read_file(&args.file)?;
    let text = String::from_utf8_lossy(&bytes);
    let (errors, warnings): (Vec<_>, Vec<_>) = diagnose(&bytes).into_iter().partition(Diagnostic::is_error);
    let dataset = if errors.is_empty() { dataset::read(&bytes).ok() } else { None };
    let mut outcome = Outcome::new(&args.file, &args.output, errors, warnings.len());
    if let Some(dataset) = dataset {
        outcome.unfounded = args.base.is_none();
        outcome.edition = dataset.edition.is_some();
        let made = print_pages(args, dataset, &text, progress)?;
        outcome.taken = find_other_edition(&args.output, &made);
        if outcome.taken.is_none() {
            write_all(&args.output, &made, progress, &mut outcome)?;
            outcome.style_sources = find_style_sources(&args.output, &made);
        }
    }
    outcome.text = text.into_owned();
    Ok(outcome)
}

fn print_pages(
    args: &Args,
    dataset: Dataset,
    text: &str,
    progress: &Progress,
) -> Result<Vec<figure_tracker_site::File>, Failure> {
    let dataset = Arc::new(dataset);
    let views = args.view.iter().map(|text| {
        EmbeddedView::parse(&dataset, text).map_err(|error| Failure::NoView(text.clone(), error))
    });
    let options = figure_tracker_site::Options {
        views: views.collect::<Result<_, _>>()?,
        base: args.base.clone(),
        widget: args.widget.clone(),
        data: args.data.clone(),
        language: args.lang.clone(),
        style_file: args.style_file,
    };
    let copies = if dataset.edition.is_some() { 2 } else { 1 };
    let languages = figure_tracker_site::count_languages(&dataset, &options);
    progress.add_steps(dataset.metrics.len() * copies * languages);
    progress.begin_stage("drawing the pages");
    let mut made = figure_tracker_site::print_site_with_progress(&dataset, text, &options, &|| {
        progress.finish_step();
    });
    progress.begin_stage("drawing the cards");
    made.extend(draw_cards(args, figure_tracker_site::lay_out_cards(&dataset, &options))?);
    Ok(made)
}

/// The cards, in letters that come with the program where it has them, else in those of the machine.
fn draw_cards(
    args: &Args,
    cards: figure_tracker_site::Cards,
) -> Result<Vec<figure_tracker_site::File>, Failure> {
    let mut fonts = figure_tracker_site::Fonts::bundled();
    for name in &args.font {
        if !fonts.add(files::read_file(name)?) {
            return Err(Failure::NoFont(name.clone()));
        }
    }
    let lacking = cards.lacking(&fonts);
    if !lacking.is_empty() {
        let found = fonts.add_system(&lacking);
        if !found.is_empty() {
            report::report_note(&format!(
                "the pictures have letters that the bundled fonts lack; taken from this machine: {}. \
                 On another machine they may look different; `--font FILE` settles it",
                found.join(", ")
            ));
        }
        let lacking: String =
            cards.lacking(&fonts).iter().take(20).map(|letter| format!(" {letter}")).collect();
        if !lacking.is_empty() {
            report::report_note(&format!(
                "no font has these letters of the pictures:{lacking}; name one by `--font FILE`"
            ));
        }
    }
    cards.files(&fonts).map_err(Failure::Card)
}

/// The folder of the edition, if there is other data of the same edition in it.
fn find_other_edition(folder: &Path, made: &[figure_tracker_site::File]) -> Option<PathBuf> {
    let data =
        made.iter().find(|file| file.name.starts_with(EDITIONS) && file.name.ends_with("/data.json"))?;
    let path = folder.join(&data.name);
    let there = fs::read(&path).ok()?;
    (*there != *data.bytes).then(|| path.parent().unwrap_or(folder).to_owned())
}

/// What a policy must name of the pages' own styles: of those that were made, and of the editions that are kept, whose pages may
/// be of another release.
fn find_style_sources(folder: &Path, made: &[figure_tracker_site::File]) -> BTreeSet<String> {
    let pages = made.iter().filter(|file| file.name.ends_with(".html"));
    let made = pages.filter_map(|file| figure_tracker_site::style_source(str::from_utf8(&file.bytes).ok()?));
    let languages = folders_in(folder);
    let kept = languages.chain([folder.to_owned()]).flat_map(|language| folders_in(&language.join(EDITIONS)));
    let kept = kept.filter_map(|edition| {
        figure_tracker_site::style_source(&fs::read_to_string(edition.join("index.html")).ok()?)
    });
    made.chain(kept).collect()
}

/// The folders in a folder; none where it can't be read.
fn folders_in(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir())
}

fn write_all(
    folder: &Path,
    made: &[figure_tracker_site::File],
    progress: &Progress,
    outcome: &mut Outcome<'_>,
) -> Result<(), Failure> {
    progress.add_steps(made.len());
    progress.begin_stage("writing them");
    for file in made {
        let path = folder.join(&file.name);
        if write_if_new(&path, &file.bytes)
            .map_err(|error| Failure::Write(path.display().to_string(), error))?
        {
            outcome.written.push(file.name.clone());
        } else {
            outcome.unchanged += 1;
        }
        progress.finish_step();
    }
    Ok(())
}

/// Writes a file unless it is there already; says whether it was written.
fn write_if_new(path: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(false);
    }
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    files::replace_made(path, bytes).map(|()| true)
}

/// The address in the argument `--base`.
fn parse_base(text: &str) -> Result<String, ArgumentFault> {
    if WebAddress::parse(text).is_ok() && !text.contains(['?', '#']) {
        return Ok(text.to_owned());
    }
    Err(ArgumentFault::Base)
}
