//! `figure-tracker import SHEET… -o data.json`: spreadsheet rows into the data format, or into a file of it.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::io::{self, Write};
use std::path::Path;
use std::time::SystemTime;

use super::excerpt::make_visible;
use super::failure::{ArgumentFault, Failure};
use super::import_report::{self as report, Outcome};
use super::progress::Progress;
use super::{FAULTY, Format, WRONG_USAGE, diagnostics, files};
use figure_tracker_core::dataset::format::{self, FormatVersion};
use figure_tracker_core::date::{Date, Day};
use figure_tracker_editing::diagnostic::{CellSpan, Diagnostic, Span, TextSpan, any_error};
use figure_tracker_editing::json;
use figure_tracker_editing::spreadsheet::{
    self, Changes, Import, ImportStep, MAX_FILE, ReadOptions, RowPosition,
};
use figure_tracker_editing::{diagnose, diagnose_errors, diagnose_errors_and_dates};

/// The arguments of `import`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  figure-tracker import figures.csv -o data.json --title \"Flood of 2024\" --language en
  figure-tracker import figures.csv -o data.json --dry-run
  figure-tracker import march.csv april.csv -o data.json --date 2024-05-02
  figure-tracker import book.xlsx -o data.json --sheet March --sheet April

Columns, in any order: metric, metric_label, group, unit, scope, value, low, high, words,
qualifier, said_on, published_on, speaker, role, institution, outlet, url, archived_url, status,
note. Only `metric` and one of `value`, `low`, `high` and `words` are needed. An empty cell says
nothing: it leaves what is in the file as it is.

Of a workbook the only sheet is read, or the first one with a header, unless --sheet names
others. A file may have 256 megabytes, a sheet 1,048,576 rows and 1,000 columns, of CSV too, a
workbook 1 gigabyte when it is unpacked.

Exit code: 0 if the rows are in, 1 if something in them is wrong (nothing is written then), 2
for wrong usage.")]
pub struct Args {
    /// Spreadsheets: CSV in UTF-8, separated by comma, semicolon or tab, XLSX or ODS; `-` is standard input
    #[arg(required = true, value_name = "SHEET")]
    sheets: Vec<String>,
    /// The data file; where it is there already the rows are merged into it; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: String,
    /// Says what would be added and changed, and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// The name of a sheet of a workbook that is read; may be given several times
    #[arg(long, value_name = "NAME")]
    sheet: Vec<String>,
    /// The encoding of CSV that is not UTF-8, such as `windows-1251` or `utf-16le`
    #[arg(long, value_name = "NAME", value_parser = parse_encoding)]
    encoding: Option<String>,
    /// The day of the import, for the edition and for corrections; today if left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    date: Option<Day>,
    /// The title of a new data file; the name of the sheet if left out
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The language of the texts of a new data file, such as `en` or `kk`; `und` (undetermined) if left out
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// How to say what was done and what is wrong
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// The stages of an import that every one has.
const STAGES: usize = 4;

/// Imports, and tells the exit code.
pub fn run_import(args: &Args) -> u8 {
    import_sheets(args).unwrap_or_else(|failure| {
        super::report::report_failure(&failure);
        WRONG_USAGE
    })
}

fn import_sheets(args: &Args) -> Result<u8, Failure> {
    let progress = Progress::start_bar(STAGES);
    let Some(Existing { mark, data }) = read_existing(args)? else { return Ok(FAULTY) };
    // Each file is opened, and its rows are read.
    progress.add_steps(2 * args.sheets.len());
    let read = |name: &String| files::read_start(name, MAX_FILE + 1);
    let sheets = args.sheets.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let bytes: Vec<&[u8]> = sheets.iter().map(Vec::as_slice).collect();
    let options = ReadOptions { sheets: args.sheet.clone(), encoding: args.encoding.clone() };
    let today = args.date.unwrap_or_else(current_day);
    let mut done =
        spreadsheet::import(&bytes, &options, data, today, &|step| show_step(&progress, args, step));
    // What comes next needs the room.
    drop(sheets);
    let is_fine = match done.dataset.take() {
        None => false,
        // Nothing is new: the file is sound already, and stays.
        Some(_) if mark.is_some() && done.changes.is_empty() => true,
        Some(after) => {
            progress.begin_stage("laying out the file");
            let written = lay_out(args, mark, &after)?;
            // The text is checked in the room that the data set had.
            drop(after);
            progress.begin_stage("checking it");
            let is_sound = is_sound(&written, &mut done);
            progress.begin_stage("writing it");
            if is_sound && !args.dry_run {
                write_output(&args.output, &written)?;
            }
            is_sound
        }
    };
    progress.clear_bar();
    let outcome =
        Outcome { args_output: &args.output, sheets: &args.sheets, dry_run: args.dry_run, import: &done };
    match args.format {
        Format::Human => report::print_import(&outcome, mark.is_none() && args.language.is_none()),
        Format::Json => report::print_import_as_json(&outcome),
    }
    Ok(if is_fine { 0 } else { FAULTY })
}

/// Says on the terminal which file and which sheet is read.
fn show_step(progress: &Progress, args: &Args, step: ImportStep<'_>) {
    let name = |file: usize| match args.sheets.get(file).map_or("", String::as_str) {
        "-" => "<stdin>".to_owned(),
        // Its folder would leave no room for the rest of the line.
        path => make_visible(&Path::new(path).file_name().unwrap_or_default().to_string_lossy()),
    };
    match step {
        ImportStep::OpenFile { file } => progress.begin_stage(format!("reading {}", name(file))),
        ImportStep::ReadSheet { file, sheet } => {
            progress.add_steps(1);
            progress.begin_stage(format!("reading {}, sheet {}", name(file), make_visible(sheet)));
        }
        ImportStep::ReadRows { file, sheet: None } => {
            progress.begin_stage(format!("reading the rows of {}", name(file)));
        }
        ImportStep::ReadRows { file, sheet: Some(sheet) } => {
            progress.begin_stage(format!(
                "reading the rows of {}, sheet {}",
                name(file),
                make_visible(sheet)
            ));
        }
        ImportStep::FindStatements => progress.begin_stage("finding statements"),
    }
}

/// What is there already: the data set, and the file that it was read from; none where there is no file.
struct Existing {
    mark: Option<FileMark>,
    data: format::Dataset,
}

/// By what a text is known again that is not kept: a file of hundreds of thousands of figures is read twice instead.
#[derive(Clone, Copy, PartialEq, Eq)]
struct FileMark {
    length: usize,
    hash: u64,
}

impl FileMark {
    fn of(text: &str) -> Self {
        Self { length: text.len(), hash: BuildHasherDefault::<DefaultHasher>::default().hash_one(text) }
    }
}

/// The data set that is there already; or what a new one begins with. None where its file has errors.
fn read_existing(args: &Args) -> Result<Option<Existing>, Failure> {
    let there = args.output != "-" && Path::new(&args.output).try_exists().unwrap_or(true);
    if !there {
        return Ok(Some(Existing { mark: None, data: new_dataset(args) }));
    }
    let text = match String::from_utf8(files::read_file(&args.output)?) {
        Ok(text) => text,
        Err(error) => {
            let text = String::from_utf8_lossy(error.as_bytes());
            diagnostics::print_for_text(&args.output, &text, &diagnose(error.as_bytes()));
            return Ok(None);
        }
    };
    let found = diagnose_errors(text.as_bytes());
    if any_error(&found) {
        diagnostics::print_for_text(&args.output, &text, &found);
        super::report::report_failure(&"the data file has errors: mend them first, nothing was imported");
        return Ok(None);
    }
    let data = json::read_dataset(&text).map_err(|error| Failure::Parse(args.output.clone(), error))?;
    Ok(Some(Existing { mark: Some(FileMark::of(&text)), data }))
}

/// Returns the text of the file that is to hold a data set: of a new one, or of the one that is there, changed.
fn lay_out(args: &Args, mark: Option<FileMark>, after: &format::Dataset) -> Result<String, Failure> {
    let Some(mark) = mark else { return Ok(json::write_dataset(after)) };
    let changed = || Failure::Changed(args.output.clone());
    let text = String::from_utf8(files::read_file(&args.output)?).map_err(|_| changed())?;
    if FileMark::of(&text) == mark { Ok(json::edit_dataset(&text, after)) } else { Err(changed()) }
}

/// What a new data file begins with.
fn new_dataset(args: &Args) -> format::Dataset {
    let stem = |name: &String| Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let sheet = args.sheets.iter().find(|name| *name != "-").and_then(stem);
    let title = args.title.clone().or(sheet).unwrap_or_else(|| "Figures".to_owned());
    format::Dataset {
        format: FormatVersion,
        id: spreadsheet::id_of(&title),
        title: format::Text::Plain(title),
        language: args.language.clone().unwrap_or_else(|| "und".to_owned()),
        ..format::Dataset::default()
    }
}

/// Whether the file that would be written can be drawn: no import writes what `check` refuses. What is told of the
/// dates in its rows is told as well.
fn is_sound(written: &str, done: &mut Import) -> bool {
    let found = diagnose_errors_and_dates(written.as_bytes());
    if found.is_empty() {
        return true;
    }
    let after = json::read_dataset(written).unwrap_or_default();
    let rows = ImportedRows::new(&after, &done.changes);
    let mut told = Vec::new();
    for diagnostic in found {
        let row = rows.row_of(&diagnostic);
        // A date that no row brought is the business of `check`.
        if row.is_none() && !diagnostic.is_error() {
            continue;
        }
        let row = row.unwrap_or_default();
        let column = if diagnostic.is_error() { "" } else { date_column(&diagnostic) };
        let sheet_name = done.sheet_name(row).unwrap_or_default().to_owned();
        let span = CellSpan { column: column.to_owned(), sheet_name, ..row.span() };
        told.push(Diagnostic { span: span.into(), ..diagnostic });
    }
    told.sort_by_key(RowPosition::of);
    done.diagnostics.extend(told);
    !any_error(&done.diagnostics)
}

/// In which rows the figures and the documents of a file stand.
struct ImportedRows<'a> {
    after: &'a format::Dataset,
    by_figure: HashMap<&'a str, RowPosition>,
    by_source: HashMap<&'a str, RowPosition>,
}

impl<'a> ImportedRows<'a> {
    fn new(after: &'a format::Dataset, changes: &'a Changes) -> Self {
        let by_figure = changes.rows_by_figure();
        let mut by_source = HashMap::new();
        for figure in &after.figures {
            let Some(row) = by_figure.get(&*figure.id) else { continue };
            for entry in &figure.sources {
                let first = by_source.entry(&*entry.source).or_insert(*row);
                *first = (*first).min(*row);
            }
        }
        Self { after, by_figure, by_source }
    }

    /// Returns the first row that speaks of the figure, or of the document, that a diagnostic lies in.
    fn row_of(&self, diagnostic: &Diagnostic) -> Option<RowPosition> {
        let Span::Text(TextSpan { figure, pointer, .. }) = &diagnostic.span else { return None };
        if let Some(figure) = figure.and_then(|index| self.after.figures.get(index)) {
            return self.by_figure.get(&*figure.id).copied();
        }
        let index: usize = pointer.strip_prefix("/sources/")?.split('/').next()?.parse().ok()?;
        self.by_source.get(&*self.after.sources.get(index)?.id).copied()
    }
}

/// The column of the spreadsheet from which a date in the file comes.
fn date_column(diagnostic: &Diagnostic) -> &'static str {
    match &diagnostic.span {
        Span::Text(span) if span.pointer.ends_with("/said") => "said_on",
        Span::Text(span) if span.pointer.ends_with("/published") => "published_on",
        _ => "",
    }
}

fn write_output(output: &str, text: &str) -> Result<(), Failure> {
    if output == "-" {
        return io::stdout().write_all(text.as_bytes()).map_err(Failure::Print);
    }
    files::replace_file(Path::new(output), text.as_bytes())
        .map_err(|error| Failure::Write(output.to_owned(), error))
}

/// The day in the argument `--date`.
fn parse_day(text: &str) -> Result<Day, ArgumentFault> {
    let date = Date::parse(text).map_err(ArgumentFault::Date)?;
    date.day().ok_or_else(|| ArgumentFault::NoDay(text.to_owned()))
}

/// The encoding in the argument `--encoding`.
fn parse_encoding(text: &str) -> Result<String, ArgumentFault> {
    let known = spreadsheet::encoding_name(text).map(str::to_owned);
    known.ok_or_else(|| ArgumentFault::Encoding(text.to_owned()))
}

/// Today, in Greenwich.
fn current_day() -> Day {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Day::from_number(i32::try_from(since.as_secs() / 86_400).unwrap_or(0))
}
