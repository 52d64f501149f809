//! The table of phrases that every language fills. Grammar lives in the languages' own files, never here: a
//! phrase is a whole clause with placeholders for what is known, so that a language can put the parts in its own order.

use super::en;
use super::interpolate::language;
#[cfg(not(target_arch = "wasm32"))]
use super::{ar, de, es, fr, kk, ru};

/// Phrases by CLDR plural category, `other` always among them; the placeholder is `{n}`.
pub type Plural = &'static [(&'static str, &'static str)];

/// A power of ten that money is shortened by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Magnitude {
    /// The power.
    pub exponent: u32,
    /// Its name in sentences, by plural category.
    pub name: Plural,
    /// Its name on charts.
    pub short: &'static str,
}

macro_rules! phrases {
    ($($(#[doc = $doc:literal])+ $name:ident $([$($placeholder:ident)+])?;)+) => {
        /// The phrases of one language.
        ///
        /// The placeholders of a phrase are named in its documentation; [`super::Localizer`] fills them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Messages {
            /// The language, a BCP 47 tag without region.
            pub tag: &'static str,
            /// Whether the language is written from right to left.
            pub right_to_left: bool,
            /// What money is shortened by, the largest first.
            pub magnitudes: &'static [Magnitude],
            /// `3 figures`
            pub figures: Plural,
            /// `2 percentage points`
            pub points: Plural,
            /// `1 of them is disputed, denied or taken back.`
            pub struck: Plural,
            /// `2 of them have no date.`
            pub without_date: Plural,
            $($(#[doc = $doc])+ pub $name: &'static str,)+
        }

        /// Eight letters that are others as soon as a phrase or a placeholder is added, taken out, renamed or moved.
        pub(super) const SIGNATURE: &str =
            letters(&signature(concat!($(stringify!($name), " ", $($(stringify!($placeholder), " ",)+)?)+)));

        impl Messages {
            /// Every phrase without plurals, to be replaced.
            pub(super) fn slots(&mut self) -> impl Iterator<Item = &mut &'static str> {
                [$(&mut self.$name),+].into_iter()
            }

            /// Every phrase by name, with the names of the placeholders it must have: for tests.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn phrases(&self) -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
                vec![$((stringify!($name), self.$name, vec![$($(stringify!($placeholder)),+)?])),+]
            }
        }
    };
}

phrases! {
    /// A counted thing.
    counted [n unit];
    /// A share.
    percent [n];
    /// Money by its ISO 4217 code.
    money [n code];
    /// Money by its sign.
    money_sign [n code];
    /// A shortened number.
    scaled [n scale];
    /// [`crate::dataset::Qualifier::About`].
    about_number [n];
    /// [`crate::dataset::Qualifier::Almost`].
    almost [n];
    /// [`crate::dataset::Qualifier::MoreThan`].
    more_than [n];
    /// [`crate::dataset::Qualifier::AtLeast`].
    at_least [n];
    /// [`crate::dataset::Qualifier::LessThan`].
    less_than [n];
    /// [`crate::dataset::Qualifier::LessThan`] of a counted thing.
    fewer_than [n];
    /// [`crate::dataset::Qualifier::AtMost`].
    at_most [n];
    /// [`crate::dataset::Qualifier::UpTo`], and a range of which only the upper end was reported.
    up_to [n];
    /// On charts: about.
    short_about [n];
    /// On charts: almost.
    short_almost [n];
    /// On charts: more than.
    short_more_than [n];
    /// On charts: at least.
    short_at_least [n];
    /// On charts: less than.
    short_less_than [n];
    /// On charts: at most.
    short_at_most [n];
    /// On charts: up to.
    short_up_to [n];
    /// A range.
    between [low high];
    /// A range after a qualifier.
    low_to_high [low high];
    /// A range on charts.
    short_range [low high];
    /// A number with the range that was reported with it.
    number_and_range [n range];
    /// Neither number, range nor words.
    no_number;
    /// Name of a qualifier.
    qualifier_exact;
    /// Name of a qualifier.
    qualifier_about;
    /// Name of a qualifier.
    qualifier_almost;
    /// Name of a qualifier.
    qualifier_more_than;
    /// Name of a qualifier.
    qualifier_at_least;
    /// Name of a qualifier.
    qualifier_less_than;
    /// Name of a qualifier.
    qualifier_at_most;
    /// Name of a qualifier.
    qualifier_up_to;

    /// A day within a sentence.
    on_day [date];
    /// A month within a sentence.
    in_month [date];
    /// A year within a sentence.
    in_year [date];
    /// No later than a day.
    by_day [date];
    /// No later than a month or a year.
    by_month [date];
    /// No earlier than a day.
    from_day [date];
    /// No earlier than a month or a year.
    from_month [date];
    /// Within a stretch of days.
    between_days [from to];
    /// Within a stretch of months or years.
    between_dates [from to];
    /// An approximate date by itself.
    about_date [date];
    /// An approximate date within a sentence.
    around_date [date];
    /// A date that was inferred, by itself.
    inferred [date];
    /// A date that was inferred, within a sentence.
    inferred_in_sentence [date];
    /// What follows a year, then the names of the months, where browsers have none for the language; else a dash.
    months;
    /// Nothing is known of the date, by itself.
    date_not_given;
    /// Nothing is known of the date, within a sentence.
    on_day_not_given;

    /// The document names no speaker.
    speaker_not_named;
    /// The document names no institution.
    institution_not_named;
    /// The document names no outlet.
    outlet_not_named;
    /// A speaker and their office.
    name_and_office [name office];
    /// An outlet and the date of its document.
    outlet_and_date [outlet date];
    /// Who said a figure.
    said_by [who];
    /// Who said a figure, as one outlet has it from another.
    said_by_relayed [who outlet];
    /// The outlet that gives a figure in its own voice.
    reported_by [outlet];
    /// The outlet that has a figure from another outlet.
    reported_by_relayed [outlet];
    /// The outlet that gives the words of somebody it doesn't name.
    reported_by_unnamed [outlet];
    /// Neither speaker nor outlet is named.
    reported_unnamed;
    /// [`crate::dataset::Attribution::Quote`].
    attribution_quote;
    /// [`crate::dataset::Attribution::Indirect`].
    attribution_indirect;
    /// [`crate::dataset::Attribution::Outlet`].
    attribution_outlet;
    /// [`crate::dataset::Attribution::Relayed`].
    attribution_relayed;
    /// [`crate::dataset::Status::Stands`].
    stands;
    /// [`crate::dataset::Status::Superseded`].
    superseded;
    /// [`crate::dataset::Status::Corrected`].
    corrected;
    /// [`crate::dataset::Status::Disputed`].
    disputed;
    /// [`crate::dataset::Status::Denied`].
    denied;
    /// [`crate::dataset::Status::Retracted`].
    retracted;

    /// The sentence of a figure.
    statement [amount by when];
    /// The sentence of a figure where who said it has commas of its own.
    statement_commas [amount by when];
    /// More than before, both numbers exact.
    more [n share before when];
    /// More than before, without a share.
    more_plain [n before when];
    /// Less than before, both numbers exact.
    less [n share before when];
    /// Less than before, without a share.
    less_plain [n before when];
    /// Fewer counted things than before.
    fewer [n share before when];
    /// Fewer counted things than before, without a share.
    fewer_plain [n before when];
    /// A growth.
    plus_percent [n];
    /// A decline.
    minus_percent [n];
    /// More than before, a number not exact.
    up_from [before when];
    /// Less than before, a number not exact.
    down_from [before when];
    /// The same number as before.
    unchanged [when];
    /// The same number as before, but not claimed as exactly.
    compared [before when];

    /// Parts that make their whole: `86 + 53 = 139`.
    parts_add_up [sum];
    /// Parts that make something else: `86 + 53 = 139, not 140`.
    parts_do_not_add_up [sum whole];
    /// Parts that cannot be added because one has no number.
    parts [sum];
    /// A part, seen from the whole.
    of_these [amount label];
    /// A part, seen from the whole, where both count the same.
    of_these_plain [other];
    /// The whole, seen from a part.
    part_of [other];
    /// An older count, seen from the newer.
    revises [other];
    /// A newer count, seen from the older.
    revised [other];
    /// An earlier statement of the same, seen from the later.
    repeats [other];
    /// A later statement of the same, seen from the earlier.
    repeated [other];
    /// A figure that can't be right where this one is.
    differs [other];
    /// A figure that this one takes back.
    takes_back [other];
    /// The figure that takes this one back.
    taken_back [other];
    /// A figure of another metric or scope.
    labelled [text label];

    /// A mark and what has become of its figure.
    mark_and_standing [text standing];
    /// How many figures a chart shows and over what time.
    chart_over_time [label figures from to];
    /// How many figures a chart shows, all of one date or none.
    chart_at_once [label figures];
    /// The first figure of a chart.
    chart_first [statement];
    /// The highest figure of a chart.
    chart_highest [statement];
    /// The latest figure of a chart.
    chart_latest [statement];
    /// The only figure of a chart.
    chart_only [statement];
    /// What the figures of a chart cover.
    chart_scopes [scopes];
    /// Between the items of a list.
    list_separator;

    /// Label of the picker.
    choose_metric;
    /// Label of the search field.
    search;
    /// The search found nothing.
    nothing_found;
    /// Heading of the latest figure.
    latest;
    /// Label of a button.
    previous_figure;
    /// Label of a button.
    next_figure;
    /// Heading of the table.
    all_figures;
    /// Column of the table: when it was said.
    column_said;
    /// Column of the table: the figure.
    column_figure;
    /// Column of the table: who said it.
    column_who;
    /// Column of the table: where it was printed.
    column_published;
    /// Column of the table: what has become of it.
    column_standing;
    /// Heading of the key to the marks.
    key;
    /// What [`crate::chart::Shape::Exact`] means.
    key_exact;
    /// What [`crate::chart::Shape::AtLeast`] means.
    key_at_least;
    /// What [`crate::chart::Shape::AtMost`] means.
    key_at_most;
    /// What [`crate::chart::Shape::About`] means.
    key_about;
    /// What [`crate::chart::Shape::Range`] means.
    key_range;
    /// What [`crate::chart::Shape::Messages`] means.
    key_words;
    /// What a mark struck through means.
    key_struck;
    /// What a horizontal whisker means.
    key_whisker;
    /// What the dashed stretch at the end of a line means.
    key_tail;
    /// Beside the dashed stretch at the end of a line.
    no_later_figure;
    /// Over the figures whose date is not known.
    undated;
    /// The day of the data set's last change.
    edition [date];
    /// After it: later editions are not shown.
    frozen;
    /// After it: later editions will be shown.
    updating;
    /// Heading of the documents.
    sources;
    /// Heading of what was mended in the file.
    corrections;
    /// Label of the licence.
    licence;
    /// While the file is on its way.
    loading;
    /// The file can't be shown.
    not_shown;
    /// Label of a disclosure.
    show_details;
    /// Link to an archived copy.
    archived_copy;
    /// After the name of a link to a document.
    opens_document;
    /// Label of a button: let the value axis start at zero.
    start_at_zero;
    /// Label of a button: let the value axis show the change.
    zoom_in;
    /// Label of the change since the figure before.
    change;
    /// Label of a note.
    note;
    /// Label of a definition.
    about;
    /// Heading of a quote.
    in_the_documents_words;
    /// Label of the time that a number is about.
    as_of;
    /// Label of the date on which a figure was said.
    date_said;
    /// Label of the speaker.
    speaker;
    /// Label of the institution.
    institution;
    /// Label of how the document gives a figure.
    attribution;
    /// Label of the documents that carry a figure.
    published_by;
    /// Label of what a figure covers.
    scope;
    /// Label of what has become of a figure.
    standing;
    /// Label of how a figure relates to others.
    beside_other_figures;
    /// A document without title.
    untitled_document;
    /// The list of what happened.
    events;
}

/// FNV-1a, a letter for each four bits.
const fn signature(names: &str) -> [u8; 8] {
    let mut hash: u32 = 0x811c_9dc5;
    let mut bytes = names.as_bytes();
    while let [byte, rest @ ..] = bytes {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        bytes = rest;
    }
    let mut letters = [b'a'; 8];
    let mut left: &mut [u8] = &mut letters;
    while let [letter, rest @ ..] = left {
        *letter += (hash & 15) as u8;
        hash >>= 4;
        left = rest;
    }
    letters
}

const fn letters(bytes: &[u8]) -> &str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Every language there is, English first: it stands in for any other.
#[cfg(not(target_arch = "wasm32"))]
static LANGUAGES: [&Messages; 7] =
    [&en::WORDS, &ru::WORDS, &kk::WORDS, &de::WORDS, &fr::WORDS, &es::WORDS, &ar::WORDS];
/// The widget learns the others from files, where a page needs one.
#[cfg(target_arch = "wasm32")]
static LANGUAGES: [&Messages; 1] = [&en::WORDS];

impl Messages {
    /// The phrases of the language of `tag`, else the English ones.
    pub fn negotiate(tag: &str) -> &'static Self {
        let mut known = LANGUAGES.into_iter().chain(Self::learnt());
        known.find(|words| words.are_of(tag)).unwrap_or(&en::WORDS)
    }

    /// Whether these are the phrases of the language of `tag`.
    pub(super) fn are_of(&self, tag: &str) -> bool {
        self.tag.eq_ignore_ascii_case(language(tag))
    }

    /// Every language that has phrases.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn languages() -> &'static [&'static Self] {
        &LANGUAGES
    }
}
