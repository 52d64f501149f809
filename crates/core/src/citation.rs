//! What is cited of a dataset, a figure or a whole chart, in the forms that writers use: plain text, APA, BibTeX and the
//! markup of wikis. Every text of the dataset is anybody's: each form writes it so that it stays text.

mod apa;
mod bibtex;
mod plain;
mod wiki;

use crate::dataset::{Dataset, Figure, Metric, Source, Text};
use crate::date::Date;
use crate::localize::Localizer;

/// The forms of a citation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CitationStyle {
    /// Sentences, in the reader's language.
    #[default]
    Plain,
    /// A list of references as the American Psychological Association has them; English, as the style is.
    Apa,
    /// Entries of a BibTeX file.
    Bibtex,
    /// The markup of MediaWiki, with the templates of Wikipedia.
    Wiki,
}

impl CitationStyle {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Apa, Self::Bibtex, Self::Wiki];
}

/// What is cited, with everything that it refers to: the documents that carry a figure, and the dataset last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// What is cited, in words: `Deaths: 230 people, said by Berik Asylov, Prosecutor General, on 14 March 2022`.
    pub statement: String,
    /// The documents, then the dataset.
    pub references: Vec<Reference>,
}

/// One document or dataset that is referred to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// What tells it from other references of the dataset: ids, whatever they consist of.
    pub key: String,
    /// Who published it, as the reader's language has it; none where that is not known.
    pub author: Option<String>,
    /// Its title; none where the document has none.
    pub title: Option<String>,
    /// How the document is called where it has no title: `outlet not named, 5 January 2023`.
    pub name: String,
    /// When it was published; of a dataset its edition.
    pub date: Option<Date>,
    /// The date in the reader's language; empty where there is none.
    pub date_text: String,
    /// Whether it is the dataset, and not a document.
    pub is_dataset: bool,
    /// Its address.
    pub url: Option<String>,
    /// The address of an archived copy.
    pub archived: Option<String>,
}

impl Citation {
    /// Cites a figure: what it says, the documents that carry it, and the dataset at `address`, which may be unknown.
    pub fn of_figure(
        localizer: &Localizer,
        dataset: &Dataset,
        metric: &Metric,
        figure: &Figure,
        address: Option<&str>,
    ) -> Self {
        let scope = figure.scope.as_ref().filter(|_| figure.scope_id() != metric.main_scope());
        let label = plain_text(localizer, &metric.label);
        let label = match scope {
            Some(scope) => localizer.format_metric_and_scope(&label, &plain_text(localizer, &scope.label)),
            None => label,
        };
        let statement = localizer.format_labelled(&label, &localizer.describe_mark(figure, &metric.unit));
        let documents =
            figure.sources.iter().map(|entry| Reference::of_source(localizer, dataset, &entry.source));
        let references = documents.chain([Reference::of_dataset(localizer, dataset, &figure.id, address)]);
        Self { statement: one_line(&statement), references: references.collect() }
    }

    /// Cites the chart of a metric in the dataset at `address`, which may be unknown: of those figures that the metric has,
    /// with what is `asked` of it in words, which is empty where it has all.
    pub fn of_chart(
        localizer: &Localizer,
        dataset: &Dataset,
        metric: &Metric,
        asked: &str,
        address: Option<&str>,
    ) -> Self {
        let figures = localizer.format_count(metric.figures.len(), localizer.messages.figure_count());
        let about = [asked, &figures];
        let about: Vec<_> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let about = about.join(localizer.messages.list_separator());
        let statement = localizer.format_aside(&plain_text(localizer, &metric.label), &about);
        let references = vec![Reference::of_dataset(localizer, dataset, &metric.id, address)];
        Self { statement: one_line(&statement), references }
    }

    /// Writes the citation.
    pub fn format(&self, localizer: &Localizer, style: CitationStyle) -> String {
        match style {
            CitationStyle::Plain => plain::write_plain(self, localizer),
            CitationStyle::Apa => apa::write_apa(self),
            CitationStyle::Bibtex => bibtex::write_bibtex(self),
            CitationStyle::Wiki => wiki::write_wiki(self),
        }
    }
}

impl Reference {
    fn of_source(localizer: &Localizer, dataset: &Dataset, source: &Source) -> Self {
        Self {
            key: [&*dataset.id, "/", &source.id].concat(),
            author: source.outlet.as_ref().map(|outlet| plain_text(localizer, &outlet.name)),
            title: source.title.as_ref().map(|title| plain_text(localizer, title)),
            name: one_line(&localizer.format_source(source)),
            date: source.published.clone(),
            date_text: date_text(localizer, source.published.as_ref()),
            is_dataset: false,
            url: source.url.clone(),
            archived: source.archived.clone(),
        }
    }

    /// The dataset, of which a part with this id is cited.
    fn of_dataset(localizer: &Localizer, dataset: &Dataset, part: &str, address: Option<&str>) -> Self {
        Self {
            key: [&*dataset.id, "/", part].concat(),
            title: Some(plain_text(localizer, &dataset.title)),
            date: dataset.edition.clone(),
            date_text: date_text(localizer, dataset.edition.as_ref()),
            is_dataset: true,
            url: address.map(str::to_owned),
            ..Self::default()
        }
    }

    /// Its title, or how it is called without one.
    fn title_or_name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }
}

fn date_text(localizer: &Localizer, date: Option<&Date>) -> String {
    date.map(|date| localizer.format_date_said(Some(date))).unwrap_or_default()
}

/// A text of the dataset in the nearest language, on one line.
fn plain_text(localizer: &Localizer, text: &Text) -> String {
    one_line(text.get(&localizer.tag))
}

/// A text without what breaks lines, or turns the direction of what comes after it: it goes into programs of others.
fn one_line(text: &str) -> String {
    let is_invisible = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    let text: String = text.chars().filter(|letter| !crate::localize::is_bidi_control(*letter)).collect();
    text.split(|letter: char| letter.is_whitespace() || is_invisible(letter))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Ends a sentence, if nothing ends it yet.
fn push_sentence(text: &mut String, sentence: &str) {
    if sentence.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(sentence);
    if !sentence.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
        text.push('.');
    }
}

/// Writes each letter that `replace` has something for as that.
fn escape(text: &str, replace: impl Fn(char) -> Option<&'static str>) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match replace(letter) {
            Some(written) => escaped.push_str(written),
            None => escaped.push(letter),
        }
    }
    escaped
}
