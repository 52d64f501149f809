//! The messages of one language, as its file in `locales/` gives them.
//!
//! A message is a whole clause with `{placeholders}` for what is known, so that a language can put the parts in its
//! own order. The placeholders that a message must have stand in its documentation, and a test holds every catalog
//! to them. Grammar lives in the catalogs, never here.

use super::catalog_reader::{CatalogError, messages};
use super::months::MonthNames;
use super::plural::{PluralCategory, PluralMessage};
use crate::deserialize::record::deserialize_record;
use crate::deserialize::{Field, Reading, Value, parse_into, take_json, unknown_name};

messages! {
/// A message catalog: every message of the interface in one language.
///
/// A file that lacks a message, or has one that this build does not know, is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    /// The language, a BCP 47 tag.
    pub language: String,
    /// In which direction it is written.
    pub direction: Direction,
    /// The powers of ten that money is shortened by, the largest first.
    pub magnitudes: Vec<Magnitude>,
    /// The names of the months, where browsers have none for the language.
    omissible months: Option<MonthNames>,

    /// Which plural form stands for which after a qualifier that governs the genitive, pair by pair: Russian has
    /// `2 года`, but `не менее 2 лет`. Empty in a language that does not decline there.
    omissible governed_plurals: Vec<(PluralCategory, PluralCategory)>,

    /// How many figures there are: `{n}`.
    pub figure_count: PluralMessage,
    /// How many statements there are: `{n}`.
    pub statement_count: PluralMessage,
    /// Two to six statements, in words.
    pub few_statements: Vec<String>,
    /// How many parts the subject of a metric has: `{n}`.
    pub part_count: PluralMessage,
    /// How many documents there are: `{n}`.
    pub source_count: PluralMessage,
    /// How many metrics there are: `{n}`.
    pub all_counts: PluralMessage,
    /// How many figures of one metric contradict each other: `{n}`.
    pub version_count: PluralMessage,
    /// A difference between two shares: `{n}`.
    pub percentage_points: PluralMessage,
    /// How many figures of a chart are struck through: `{n}`.
    pub struck_count: PluralMessage,
    /// How many figures of a chart have no date: `{n}`.
    pub undated_count: PluralMessage,

    /// A counted thing: `{n}`, `{unit}`.
    pub counted: String,
    /// A share: `{n}`.
    pub percent: String,
    /// Money by its ISO 4217 code: `{n}`, `{code}`.
    pub money: String,
    /// Money by its sign: `{n}`, `{code}`.
    pub money_sign: String,
    /// A shortened number: `{n}`, `{scale}`.
    pub scaled: String,
    /// [`crate::dataset::Qualifier::About`]: `{n}`.
    pub about_number: String,
    /// [`crate::dataset::Qualifier::Almost`]: `{n}`.
    pub almost: String,
    /// [`crate::dataset::Qualifier::MoreThan`]: `{n}`.
    pub more_than: String,
    /// [`crate::dataset::Qualifier::AtLeast`]: `{n}`.
    pub at_least: String,
    /// [`crate::dataset::Qualifier::LessThan`]: `{n}`.
    pub less_than: String,
    /// [`crate::dataset::Qualifier::LessThan`] of a counted thing: `{n}`.
    pub fewer_than: String,
    /// [`crate::dataset::Qualifier::AtMost`]: `{n}`.
    pub at_most: String,
    /// [`crate::dataset::Qualifier::UpTo`], and a range of which only the upper end was reported: `{n}`.
    pub up_to: String,
    /// On charts: about: `{n}`.
    pub short_about: String,
    /// On charts: almost: `{n}`.
    pub short_almost: String,
    /// On charts: more than: `{n}`.
    pub short_more_than: String,
    /// On charts: at least: `{n}`.
    pub short_at_least: String,
    /// On charts: less than: `{n}`.
    pub short_less_than: String,
    /// On charts: at most: `{n}`.
    pub short_at_most: String,
    /// On charts: up to: `{n}`.
    pub short_up_to: String,
    /// A range: `{low}`, `{high}`.
    pub between: String,
    /// A range after a qualifier: `{low}`, `{high}`.
    pub low_to_high: String,
    /// A range on charts: `{low}`, `{high}`.
    pub short_range: String,
    /// A number with the range that was reported with it: `{n}`, `{range}`.
    pub number_and_range: String,
    /// Neither number, range nor words.
    pub no_number: String,
    /// Name of a qualifier.
    pub qualifier_exact: String,
    /// Name of a qualifier.
    pub qualifier_about: String,
    /// Name of a qualifier.
    pub qualifier_almost: String,
    /// Name of a qualifier.
    pub qualifier_more_than: String,
    /// Name of a qualifier.
    pub qualifier_at_least: String,
    /// Name of a qualifier.
    pub qualifier_less_than: String,
    /// Name of a qualifier.
    pub qualifier_at_most: String,
    /// Name of a qualifier.
    pub qualifier_up_to: String,

    /// A day within a sentence: `{date}`.
    pub on_day: String,
    /// A month within a sentence: `{date}`.
    pub in_month: String,
    /// A year within a sentence: `{date}`.
    pub in_year: String,
    /// A season by itself: `{year}`.
    pub spring: String,
    /// A season by itself: `{year}`.
    pub summer: String,
    /// A season by itself: `{year}`.
    pub autumn: String,
    /// A season by itself: `{year}`.
    pub winter: String,
    /// A season within a sentence: `{year}`.
    pub in_spring: String,
    /// A season within a sentence: `{year}`.
    pub in_summer: String,
    /// A season within a sentence: `{year}`.
    pub in_autumn: String,
    /// A season within a sentence: `{year}`.
    pub in_winter: String,
    /// No later than a day: `{date}`.
    pub by_day: String,
    /// No later than a month or a year: `{date}`.
    pub by_month: String,
    /// No earlier than a day: `{date}`.
    pub from_day: String,
    /// No earlier than a month or a year: `{date}`.
    pub from_month: String,
    /// Within a stretch of days: `{from}`, `{to}`.
    pub between_days: String,
    /// Within a stretch of months or years: `{from}`, `{to}`.
    pub between_dates: String,
    /// An approximate date by itself: `{date}`.
    pub about_date: String,
    /// An approximate date within a sentence: `{date}`.
    pub around_date: String,
    /// A date that was inferred, by itself: `{date}`.
    pub inferred: String,
    /// A date that was inferred, within a sentence: `{date}`.
    pub inferred_in_sentence: String,
    /// Nothing is known of the date, by itself.
    pub date_not_given: String,
    /// Nothing is known of the date, within a sentence.
    pub on_day_not_given: String,

    /// The document names no speaker.
    pub speaker_not_named: String,
    /// The document names no institution.
    pub institution_not_named: String,
    /// The document names no outlet.
    pub outlet_not_named: String,
    /// A speaker and their office: `{name}`, `{office}`.
    pub name_and_office: String,
    /// An outlet and the date of its document: `{outlet}`, `{date}`.
    pub outlet_and_date: String,
    /// Who said a figure: `{who}`.
    pub said_by: String,
    /// Who said a figure, as one outlet has it from another: `{who}`, `{outlet}`.
    pub said_by_relayed: String,
    /// Who said a figure, as one outlet has it from another that it names: `{who}`, `{outlet}`, `{cited}`.
    pub said_by_citing: String,
    /// The outlet that gives a figure in its own voice: `{outlet}`.
    pub reported_by: String,
    /// The outlet that has a figure from another outlet: `{outlet}`.
    pub reported_by_relayed: String,
    /// The outlet that has a figure from another outlet that it names: `{outlet}`, `{cited}`.
    pub reported_by_citing: String,
    /// The outlet that gives the words of somebody it doesn't name: `{outlet}`.
    pub reported_by_unnamed: String,
    /// Neither speaker nor outlet is named.
    pub reported_unnamed: String,
    /// [`crate::dataset::Attribution::Quote`].
    pub attribution_quote: String,
    /// [`crate::dataset::Attribution::Indirect`].
    pub attribution_indirect: String,
    /// [`crate::dataset::Attribution::Outlet`].
    pub attribution_outlet: String,
    /// [`crate::dataset::Attribution::Relayed`].
    pub attribution_relayed: String,
    /// [`crate::dataset::Attribution::Relayed`] from an outlet that is named: `{cited}`.
    pub attribution_citing: String,
    /// A document that gives a figure less or more exactly than the others: `{amount}`.
    pub given_as: String,
    /// [`crate::dataset::Status::Stands`].
    pub status_stands: String,
    /// [`crate::dataset::Status::Superseded`].
    pub status_superseded: String,
    /// [`crate::dataset::Status::Corrected`].
    pub status_corrected: String,
    /// [`crate::dataset::Status::Disputed`].
    pub status_disputed: String,
    /// [`crate::dataset::Status::Denied`].
    pub status_denied: String,
    /// [`crate::dataset::Status::Retracted`].
    pub status_retracted: String,

    /// The sentence of a figure: `{amount}`, `{by}`, `{when}`.
    pub statement: String,
    /// The sentence of a figure where who said it has commas of its own: `{amount}`, `{by}`, `{when}`.
    pub statement_commas: String,
    /// The figure before, and how much more this one is, both numbers exact: `{n}`, `{share}`, `{before}`, `{when}`.
    pub more: String,
    /// The same without a share: `{n}`, `{before}`, `{when}`.
    pub more_plain: String,
    /// The figure before, and how much less this one is, both numbers exact: `{n}`, `{share}`, `{before}`, `{when}`.
    pub less: String,
    /// The same without a share: `{n}`, `{before}`, `{when}`.
    pub less_plain: String,
    /// The figure before, and how many fewer counted things these are: `{n}`, `{share}`, `{before}`, `{when}`.
    pub fewer: String,
    /// The same without a share: `{n}`, `{before}`, `{when}`.
    pub fewer_plain: String,
    /// A growth: `{n}`.
    pub plus_percent: String,
    /// A decline: `{n}`.
    pub minus_percent: String,
    /// The figure before, less than this one, a number not exact: `{before}`, `{when}`.
    pub up_from: String,
    /// The figure before, more than this one, a number not exact: `{before}`, `{when}`.
    pub down_from: String,
    /// The same number as before: `{when}`.
    pub unchanged: String,
    /// The figure before, where neither more nor less is certain: `{before}`, `{when}`.
    pub compared: String,

    /// Parts that make their whole: `86 + 53 = 139`: `{sum}`.
    pub parts_add_up: String,
    /// Parts that make something else: `86 + 53 = 139, not 140`: `{sum}`, `{whole}`.
    pub parts_do_not_add_up: String,
    /// Parts that make something else, seen from one of them: `{sum}`, `{other}`.
    pub part_of_failing_sum: String,
    /// Parts that cannot be added because one has no number: `{sum}`.
    pub parts: String,
    /// A part, seen from the whole: `{amount}`, `{label}`.
    pub of_these: String,
    /// A part, seen from the whole, where both count the same: `{other}`.
    pub of_these_plain: String,
    /// The whole, seen from a part: `{other}`.
    pub part_of: String,
    /// An older count, seen from the newer: `{other}`.
    pub revises: String,
    /// A newer count, seen from the older: `{other}`.
    pub revised: String,
    /// An earlier statement of the same, seen from the later: `{other}`.
    pub repeats: String,
    /// A later statement of the same, seen from the earlier: `{other}`.
    pub repeated: String,
    /// A figure that can't be right where this one is: `{other}`.
    pub differs: String,
    /// A figure that this one takes back: `{other}`.
    pub takes_back: String,
    /// The figure that takes this one back: `{other}`.
    pub taken_back: String,
    /// A figure that looks like an earlier or later state of this one, and is none: `{other}`.
    pub not_comparable: String,
    /// The same sum in another currency or unit: `{other}`.
    pub converted: String,
    /// A figure of another metric or scope: `{text}`, `{label}`.
    pub labelled: String,
    /// A name and what there is to say of it: `{label}`, `{text}`.
    pub label_and_text: String,
    /// A metric and one of its scopes: `{metric}`, `{scope}`.
    pub metric_and_scope: String,

    /// A mark and what has become of its figure: `{text}`, `{standing}`.
    pub mark_and_status: String,
    /// What became of a number over time: `{first}`, `{latest}`, `{statements}`.
    pub state_changed: String,
    /// Numbers of which none is known to be the later: `{low}`, `{high}`, `{statements}`.
    pub state_between: String,
    /// A number that did not change: `{amount}`, `{statements}`.
    pub state_unchanged: String,
    /// A number that was said once while others were said more often: `{amount}`.
    pub state_once: String,
    /// What became of a number, and when: `{sentence}`, `{period}`.
    pub state_in_period: String,
    /// From one month or year to another: `{from}`, `{to}`.
    pub state_period: String,
    /// The state of a metric with one figure.
    pub only_figure: String,
    /// How many figures a chart shows and over what time: `{label}`, `{figures}`, `{from}`, `{to}`.
    pub chart_over_time: String,
    /// How many figures a chart shows, all of one date or none: `{label}`, `{figures}`.
    pub chart_at_once: String,
    /// The first figure of a chart: `{statement}`.
    pub chart_first: String,
    /// The highest figure of a chart: `{statement}`.
    pub chart_highest: String,
    /// The latest figure of a chart: `{statement}`.
    pub chart_latest: String,
    /// The only figure of a chart: `{statement}`.
    pub chart_only: String,
    /// What the figures of a chart cover: `{scopes}`.
    pub chart_scopes: String,
    /// A sentence with what ends it: `{sentence}`.
    pub full_sentence: String,
    /// A sentence after others: `{text}`, `{sentence}`.
    pub next_sentence: String,
    /// Between the items of a list.
    pub list_separator: String,

    /// Name of a tab.
    pub view_who: String,
    /// Label of the field that searches all metrics.
    pub find_count: String,
    /// Name of a filter: all metrics.
    pub filter_all: String,
    /// Name of a filter: the metrics of which a number changed.
    pub filter_changed: String,
    /// Name of a filter: the metrics with figures that cannot all be right.
    pub filter_disputed: String,
    /// Heading of the column of the latest numbers.
    pub latest: String,
    /// A metric of one figure.
    pub said_once: String,
    /// From the first number to the latest: `{from}`, `{to}`.
    pub from_to: String,
    /// Parts that make more than their whole: `{sum}`, `{n}`.
    pub too_many: String,
    /// Parts that make less than their whole: `{sum}`, `{n}`.
    pub too_few: String,
    /// Figures by who said them.
    pub by_person: String,
    /// Figures by the institution they were said for.
    pub by_institution: String,
    /// Figures by who printed them.
    pub by_outlet: String,
    /// Whoever a document does not name.
    pub not_named: String,
    /// Shows the rest of a list: `{n}`.
    pub show_all: String,
    /// Label of the picker.
    pub choose_metric: String,
    /// Label of the search field.
    pub search: String,
    /// The search found nothing.
    pub nothing_found: String,
    /// Label of a button.
    pub previous_figure: String,
    /// Label of a button.
    pub next_figure: String,
    /// Label of the tabs.
    pub views: String,
    /// Name of a tab.
    pub view_over_time: String,
    /// Which figure of how many is selected: `{n}`, `{total}`.
    pub place_of_total: String,
    /// Before the chart: how it is used.
    pub chart_usage: String,
    /// Label of the control that asks what was known on a day.
    pub known_on_question: String,
    /// What is asked: what was known on a day, `{date}`.
    pub as_known_on: String,
    /// What is asked: only what one speaker, institution, outlet or scope has, `{name}`.
    pub only: String,
    /// What is asked: a period, `{from}` and `{to}`.
    pub period: String,
    /// What is asked: a period without end, `{from}`.
    pub period_from: String,
    /// What is asked: a period without beginning, `{to}`.
    pub period_until: String,
    /// What is asked and the latest figure of it: `{question}` and `{amount}`.
    pub question_and_answer: String,
    /// What stood when the period that is asked for begins: `{statement}`.
    pub carried_in: String,
    /// Label of the button that ends all questions.
    pub show_everything: String,
    /// Label of the button that closes a control.
    pub close: String,
    /// In the chart, over the days after the one that is asked for.
    pub not_yet_known: String,
    /// Label of the handle at the beginning of the period.
    pub period_first_day: String,
    /// Label of the handle at the end of the period.
    pub period_last_day: String,
    /// Label of the button that shows the last year.
    pub period_year: String,
    /// Label of the button that shows the last month.
    pub period_month: String,
    /// Label of the button that shows the whole series.
    pub period_all: String,
    /// Label of the field for the number of a figure in a long series.
    pub go_to_figure: String,
    /// Label of the button to the day before on which something became known.
    pub earlier_day: String,
    /// Label of the button to the next day on which something became known.
    pub later_day: String,
    /// Heading of the table: `{n}`.
    pub all_figures: PluralMessage,
    /// A long series in which marks stand for several figures: `{figures}`.
    pub marks_stand_for_several: String,
    /// Which rows of a long table are shown: `{from}`, `{to}`, `{n}`.
    pub rows_shown: String,
    /// That only the newest rows of a long table are written: `{n}`, `{all}`.
    pub newest_rows: String,
    /// The button to the newer rows of a long table.
    pub newer_figures: String,
    /// The button to the older rows of a long table.
    pub older_figures: String,
    /// The field that a date is typed into, to go to its rows.
    pub go_to_date: String,
    /// Column of the table: when it was said.
    pub column_said: String,
    /// Column of the table: the figure.
    pub column_figure: String,
    /// Column of the table: who said it.
    pub column_who: String,
    /// Heading of the key to the marks.
    pub legend: String,
    /// What [`crate::chart::Shape::Exact`] means.
    pub legend_exact: String,
    /// What [`crate::chart::Shape::AtLeast`] means.
    pub legend_at_least: String,
    /// What [`crate::chart::Shape::AtMost`] means.
    pub legend_at_most: String,
    /// What [`crate::chart::Shape::About`] means.
    pub legend_about: String,
    /// What [`crate::chart::Shape::Range`] means.
    pub legend_range: String,
    /// What [`crate::chart::Shape::Words`] means.
    pub legend_words: String,
    /// What a mark struck through means.
    pub legend_struck: String,
    /// What a horizontal whisker means.
    pub legend_whisker: String,
    /// In the legend: the bracket of a contradiction.
    pub legend_bracket: String,
    /// In the legend: the number of figures beside a mark.
    pub legend_count: String,
    /// What the dashed stretch at the end of a line means.
    pub legend_tail: String,
    /// Beside the dashed stretch at the end of a line.
    pub no_later_figure: String,
    /// Over the figures whose date is not known.
    pub undated: String,
    /// The day of the data set's last change: `{date}`.
    pub edition: String,
    /// An edition, and whether it is kept or updated: `{edition}`, `{kept}`.
    pub edition_kept: String,
    /// After it: later editions are not shown.
    pub frozen: String,
    /// After it: later editions will be shown.
    pub updating: String,
    /// Heading of what was mended in the file.
    pub corrections: String,
    /// Label of the licence.
    pub licence: String,
    /// Names the address of a dataset that the page did not choose.
    pub data: String,
    /// The file can't be shown.
    pub not_shown: String,
    /// Heading of the sums and contradictions.
    pub ledger: String,
    /// Choice: everything in the dataset, not one metric.
    pub whole_record: String,
    /// Heading of the sums that fail.
    pub failing_sums: String,
    /// Heading of the contradictions.
    pub contradictions: String,
    /// Heading of the sums that add up.
    pub holding_sums: String,
    /// Below the parts of a sum that make more than was said: `{whole}`, `{n}`.
    pub sum_over: String,
    /// Below the parts of a sum that make less than was said: `{whole}`, `{n}`.
    pub sum_under: String,
    /// Below the parts of a sum, where no difference can be told: `{whole}`.
    pub sum_said: String,
    /// How far two figures that contradict each other are apart: `{n}`.
    pub apart: String,
    /// The ledger has neither sums nor contradictions.
    pub nothing_to_reckon: String,
    /// Button that shows more of a list.
    pub show_more: String,
    /// Heading of documents, people and corrections.
    pub all_sources: String,
    /// Heading of the documents with what they carry.
    pub documents: String,
    /// Heading of those who said figures.
    pub speakers: String,
    /// A document has no title.
    pub no_title: String,
    /// A document has no address.
    pub no_link: String,
    /// A document has no archived copy.
    pub no_archived_copy: String,
    /// Heading of what the sources revised themselves.
    pub revised_by_sources: String,
    /// Heading of what a reader takes along.
    pub take_away: String,
    /// Heading of the citation.
    pub cite: String,
    /// Choice: cite the selected figure.
    pub cite_figure: String,
    /// Choice: cite the whole chart.
    pub cite_chart: String,
    /// Choice: a citation in sentences.
    pub plain_text: String,
    /// Choice: a citation in the markup of wikis.
    pub wiki_markup: String,
    /// Button that copies a text.
    pub copy: String,
    /// A text was copied.
    pub copied: String,
    /// A text could not be copied; it is selected.
    pub copy_by_hand: String,
    /// Button that shares the link to what is shown.
    pub share: String,
    /// Label of the link to what is shown.
    pub view_link: String,
    /// Heading of the files.
    pub download: String,
    /// Below a download: what to do where no file is saved.
    pub text_by_hand: String,
    /// Below a picture: what to do where no file is saved.
    pub picture_by_hand: String,
    /// What a reader asked for is being fetched.
    pub loading: String,
    /// What a reader asked for could not be fetched.
    pub not_loaded: String,
    /// Link to an archived copy.
    pub archived_copy: String,
    /// Label of a button: let the value axis start at zero.
    pub start_at_zero: String,
    /// Label of a button: let the value axis show the change.
    pub zoom_in: String,
    /// Label of the figure before and of the change since.
    pub change: String,
    /// Label of the time that a number is about.
    pub as_of: String,
    /// Label of the date on which a figure was said.
    pub date_said: String,
    /// Label of the speaker.
    pub speaker: String,
    /// Label of the documents that carry a figure.
    pub published_by: String,
    /// Label of how a figure relates to others.
    pub beside_other_figures: String,
    /// Heading of what there is to say of a figure beside its card.
    pub about_figure: String,
    /// Heading of other metrics of the same group.
    pub counted_beside: String,
}
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Field for Direction {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, value: &mut dyn Value) -> Reading {
        parse_into(self, value, |name| match name {
            "ltr" => Ok(Self::Ltr),
            "rtl" => Ok(Self::Rtl),
            _ => Err(unknown_name(name, &["ltr", "rtl"])),
        })
    }
}

impl Direction {
    /// Returns the value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A power of ten that money is shortened by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Magnitude {
    /// The power.
    pub exponent: u32,
    /// Its name in sentences.
    pub name: PluralMessage,
    /// Its name on charts.
    pub short: String,
}

deserialize_record! {
    Magnitude { required exponent, required name, required short, }
}

impl Messages {
    /// Parses a message catalog, UTF-8 JSON as the files in `locales/` are.
    ///
    /// # Errors
    ///
    /// [`CatalogError`] where a message is missing, unknown or of another type.
    pub fn parse(json: &[u8]) -> Result<Self, CatalogError> {
        let mut messages = Self::blank();
        take_json(std::str::from_utf8(json)?, &mut |value| messages.read(value))?;
        Ok(messages)
    }

    /// Returns whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.direction == Direction::Rtl
    }
}
