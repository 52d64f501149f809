//! Language tags and language negotiation: which of several languages is shown to a reader.
//!
//! The texts of a dataset, the message catalogs and the names of units all ask [`negotiate`], so that they agree.
//! Nothing here knows what is written in a language.

/// A BCP 47 language tag, such as `en`, `zh-Hant-TW` or `es-419`, as far as negotiation needs it.
///
/// It borrows the text and never fails: a malformed tag is just one that nothing matches. Subtags are compared
/// without regard to case, and `_` is taken for `-`.
///
/// # Examples
///
/// ```
/// use figure_tracker_core::language::LanguageTag;
///
/// let tag = LanguageTag::new("zh-Hant-TW");
/// assert_eq!(tag.language(), "zh");
/// assert_eq!(tag.script(), Some("Hant"));
/// assert_eq!(tag.region(), Some("TW"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct LanguageTag<'a>(&'a str);

/// Languages that are written in one script where nothing is said, and in another in some regions.
///
/// Source: CLDR, `likelySubtags`, as far as the script decides whether a reader can read a text.
const OTHER_SCRIPTS: [(&str, &[&str], &str); 6] = [
    ("zh", &["TW", "HK", "MO"], "Hant"),
    ("yue", &["CN"], "Hans"),
    ("az", &["IR", "IQ"], "Arab"),
    ("kk", &["CN", "IR"], "Arab"),
    ("pa", &["PK"], "Arab"),
    ("uz", &["AF"], "Arab"),
];

/// The script in which each of these languages, and Serbian, is written where nothing is said.
const USUAL_SCRIPTS: [(&str, &str); 7] = [
    ("zh", "Hans"),
    ("yue", "Hant"),
    ("az", "Latn"),
    ("kk", "Cyrl"),
    ("pa", "Guru"),
    ("uz", "Latn"),
    ("sr", "Cyrl"),
];

impl<'a> LanguageTag<'a> {
    /// Wraps the text of a tag.
    pub fn new(tag: &'a str) -> Self {
        Self(tag)
    }

    /// Returns the text of the tag.
    pub fn as_str(self) -> &'a str {
        self.0
    }

    /// Returns the primary language, such as `zh`; empty where the tag is.
    pub fn language(self) -> &'a str {
        self.subtags().next().unwrap_or_default()
    }

    /// Returns the script that the tag names, such as `Hant`, if it names one.
    pub fn script(self) -> Option<&'a str> {
        let mut subtags = self.subtags().skip(1).take_while(|subtag| subtag.len() > 1);
        subtags.find(|subtag| subtag.len() == 4 && subtag.chars().all(|letter| letter.is_ascii_alphabetic()))
    }

    /// Returns the region that the tag names, such as `TW` or `419`, if it names one.
    pub fn region(self) -> Option<&'a str> {
        let mut subtags = self.subtags().skip(1).take_while(|subtag| subtag.len() > 1);
        subtags.find(|subtag| {
            let all = |is: fn(&char) -> bool| subtag.chars().all(|letter| is(&letter));
            (subtag.len() == 2 && all(char::is_ascii_alphabetic))
                || (subtag.len() == 3 && all(char::is_ascii_digit))
        })
    }

    /// Returns whether both tags are of one language, whatever their scripts and regions.
    pub fn is_same_language(self, other: LanguageTag<'_>) -> bool {
        self.language().eq_ignore_ascii_case(other.language())
    }

    /// Returns whether both tags have the same subtags.
    pub fn is_same_tag(self, other: LanguageTag<'_>) -> bool {
        let same = |a: u8, b: u8| a.eq_ignore_ascii_case(&b) || (is_separator(a) && is_separator(b));
        self.0.len() == other.0.len() && self.0.bytes().zip(other.0.bytes()).all(|(a, b)| same(a, b))
    }

    /// Returns the tag without its last subtag, and without a single letter that would then be the last
    /// (RFC 4647, section 3.4); none where just the language is left.
    pub fn parent(self) -> Option<Self> {
        let end = self.0.bytes().rposition(is_separator)?;
        let shorter = Self(self.0.get(..end)?);
        let last = shorter.subtags().next_back().unwrap_or_default();
        if last.len() > 1 { Some(shorter) } else { shorter.parent() }
    }

    /// Returns whether who reads the one can read the other: the same language in the same script, as far as it is known
    /// here which scripts a language has.
    pub fn is_same_writing(self, other: LanguageTag<'_>) -> bool {
        self.is_same_language(other) && self.is_same_script(other)
    }

    /// Returns the script that the tag names, that its region implies or that is the language's usual one; none of a
    /// language that is written in one script everywhere.
    pub fn written_script(self) -> Option<&'a str> {
        let own = self.language();
        let usual = || USUAL_SCRIPTS.into_iter().find(|(language, _)| own.eq_ignore_ascii_case(language));
        self.named_script().or_else(|| usual().map(|(_, script)| script))
    }

    /// The script that the tag names or that its region implies.
    fn named_script(self) -> Option<&'a str> {
        let own = self.language();
        let in_region = |(language, regions, script): (&str, &[&str], &'static str)| {
            let region = own.eq_ignore_ascii_case(language).then(|| self.region()).flatten()?;
            regions.iter().any(|of| region.eq_ignore_ascii_case(of)).then_some(script)
        };
        self.script().or_else(|| OTHER_SCRIPTS.into_iter().find_map(in_region))
    }

    fn is_same_script(self, other: LanguageTag<'_>) -> bool {
        match (self.written_script(), other.written_script()) {
            (Some(script), Some(of)) => script.eq_ignore_ascii_case(of),
            (script, of) => script.is_none() && of.is_none(),
        }
    }

    fn subtags(self) -> impl DoubleEndedIterator<Item = &'a str> {
        self.0.split(['-', '_'])
    }
}

fn is_separator(byte: u8) -> bool {
    byte == b'-' || byte == b'_'
}

/// Returns which of the `available` tags is nearest to the `requested` one, as its position; none where no tag is of
/// that language.
///
/// The rules, in order; of several tags that match one rule, the first wins:
///
/// 1. Lookup by RFC 4647, section 3.4: the same tag, else the tag with its last subtags cut off one by one. Before
///    the language alone is tried, a script that the region implies is: `zh-TW` finds `zh-Hant` rather than `zh`.
/// 2. A tag of the same language in the same script.
/// 3. A tag of the same language.
///
/// # Examples
///
/// ```
/// use figure_tracker_core::language::negotiate;
///
/// assert_eq!(negotiate("de-CH", ["en", "de", "de-AT"]), Some(1));
/// assert_eq!(negotiate("pt", ["pt-BR", "pt-PT"]), Some(0));
/// assert_eq!(negotiate("zh-TW", ["zh", "zh-Hant"]), Some(1));
/// assert_eq!(negotiate("zh-Hant-TW", ["en", "zh"]), Some(1));
/// assert_eq!(negotiate("ja", ["en", "ru"]), None);
/// ```
pub fn negotiate<'a, Tags>(requested: &str, available: Tags) -> Option<usize>
where
    Tags: IntoIterator<Item = &'a str>,
    Tags::IntoIter: Clone,
{
    let requested = LanguageTag::new(requested);
    let available = available.into_iter().map(LanguageTag::new);
    if requested.language().is_empty() {
        return None;
    }
    let find = |matches: &dyn Fn(LanguageTag<'_>) -> bool| available.clone().position(matches);
    let mut range = Some(requested);
    while let Some(tag) = range {
        range = tag.parent();
        let of_script = || find(&|found| is_language_and_script(found, requested));
        let is_language = range.is_none();
        if let Some(position) =
            is_language.then(of_script).flatten().or_else(|| find(&|found| found.is_same_tag(tag)))
        {
            return Some(position);
        }
    }
    find(&|found| found.is_same_writing(requested))
        .or_else(|| find(&|found| found.is_same_language(requested)))
}

/// Whether a tag is just the language and the script of another one: `zh-Hant` of `zh-TW`.
fn is_language_and_script(tag: LanguageTag<'_>, of: LanguageTag<'_>) -> bool {
    let script = || tag.script().filter(|_| tag.subtags().count() == 2);
    tag.is_same_language(of)
        && script()
            .zip(of.named_script())
            .is_some_and(|(script, implied)| script.eq_ignore_ascii_case(implied))
}
