//! `figure-tracker render data.json -o DIR`: a data set as static files that need no script.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{FAULTY, WRONG_USAGE, files, report};
use crate::dataset;
use crate::problem::Severity;
use crate::site;

/// The arguments of `render`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  figure-tracker render data.json -o pages
  figure-tracker render data.json -o pages --base https://example.org/pages/ --widget ../figure-tracker.js
  figure-tracker render data.json -o seiten --lang de

A page is written for each metric, and one that lists them all. They need no script; with `--widget` the widget takes
over where it can. Files that are there already and are not written again stay as they are.")]
pub struct Args {
    /// The data file; `-` is standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The folder to write into
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The address under which the folder will be published, for feeds and previews
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// The address of figure-tracker.js, from the pages
    #[arg(long, value_name = "URL")]
    widget: Option<String>,
    /// The address of the data file, from the pages; without it a copy is written beside them
    #[arg(long, value_name = "URL")]
    data: Option<String>,
    /// The language of the pages, where it isn't to be the data set's own
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Renders, and tells the exit code.
pub fn run(args: &Args) -> u8 {
    render(args).unwrap_or_else(|message| {
        report::failure(&message);
        WRONG_USAGE
    })
}

fn render(args: &Args) -> Result<u8, String> {
    let bytes = files::read(&args.file)?;
    let text = String::from_utf8_lossy(&bytes);
    let reading = dataset::read_bytes(&bytes);
    let Some(dataset) = reading.dataset else {
        let errors: Vec<_> =
            reading.problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect();
        report::problems(&args.file, &text, &errors);
        return Ok(FAULTY);
    };
    let options = site::Options {
        base: args.base.clone(),
        widget: args.widget.clone(),
        data: args.data.clone(),
        language: args.lang.clone(),
    };
    let made = site::files(Arc::new(dataset), &text, &options);
    for file in &made {
        write(&args.output, file)?;
    }
    Ok(0)
}

fn write(folder: &Path, file: &site::File) -> Result<(), String> {
    let path = folder.join(&file.name);
    let parent = path.parent().unwrap_or(folder);
    let written = fs::create_dir_all(parent).and_then(|()| match fs::read(&path) {
        Ok(there) if there == file.bytes => Ok(()),
        _ => files::replace(&path, &file.bytes),
    });
    written.map_err(|error| format!("`{}` can't be written: {error}", path.display()))
}
