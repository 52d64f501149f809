//! How hard the widget's own words are to read: the grade of Flesch and Kincaid, over all that it prints of the bundled data
//! apart from the data's own texts.

use std::sync::Arc;

use figure_tracker::components::Tracker;
use figure_tracker::state::{TrackerOptions, TrackerState};
use figure_tracker_core::dataset;
use figure_tracker_core::localize::{FIRST_STRONG_ISOLATE, Localizer, POP_DIRECTIONAL_ISOLATE};
use leptos::prelude::*;

/// What most people read with ease who have been to school for so many years.
const MAX_GRADE: f64 = 9.0;
/// What is shorter is a name or a number, and no sentence: it would make the rest seem easy.
const MIN_WORDS: usize = 5;

/// Elements that stand within a sentence.
const INLINE: [&str; 12] = ["a", "b", "bdi", "br", "code", "em", "q", "s", "small", "span", "strong", "time"];
/// Elements whose text is the data's, or is no text to be read.
const LEFT_OUT: [&str; 5] = ["bdi", "q", "svg", "pre", "textarea"];

#[derive(Default)]
struct Counts {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Counts {
    /// Counts what stands in one block, or is said of a picture.
    fn add(&mut self, text: &str) {
        let text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        for sentence in
            text.split_inclusive(['.', '!', '?']).filter(|sentence| words(sentence).count() >= MIN_WORDS)
        {
            self.sentences += 1;
            for word in words(sentence) {
                self.words += 1;
                self.syllables += syllables(word);
            }
        }
    }

    fn grade(&self) -> f64 {
        let (sentences, words, syllables) = (self.sentences as f64, self.words as f64, self.syllables as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_letter = |letter: char| letter.is_alphabetic() || letter == '’' || letter == '\'';
    text.split(move |letter| !is_letter(letter)).filter(|word| word.chars().any(char::is_alphabetic))
}

/// Groups of vowels, but for an `e` that isn't spoken at the end: at least one.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let groups = letters.iter().enumerate().filter(|(place, letter)| {
        is_vowel(**letter)
            && !place
                .checked_sub(1)
                .and_then(|before| letters.get(before))
                .is_some_and(|letter| is_vowel(*letter))
    });
    let spoken = ["le", "ted", "ded"];
    let is_silent = (word.ends_with('e') || word.ends_with("ed") || word.ends_with("es"))
        && !spoken.iter().any(|end| word.ends_with(end));
    groups.count().saturating_sub(usize::from(is_silent)).max(1)
}

/// Counts the words of a page that are the widget's own.
fn count_page(html: &str, counts: &mut Counts) {
    let (mut block, mut left_out) = (String::new(), Vec::new());
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if let Some(label) = tag.split_once("aria-label=\"").and_then(|(_, rest)| rest.split('"').next()) {
            counts.add(&without_data(label));
        }
        if LEFT_OUT.contains(&name) {
            match tag.starts_with('/') {
                true => _ = left_out.pop(),
                false => left_out.push(name),
            }
        } else if !INLINE.contains(&name) {
            counts.add(&std::mem::take(&mut block));
        }
        if left_out.is_empty() {
            block.push_str(text);
        }
    }
    counts.add(&block);
}

/// A text without what is isolated in it.
fn without_data(text: &str) -> String {
    let pieces = text.split(FIRST_STRONG_ISOLATE);
    let own = pieces.enumerate().map(|(place, piece)| match place {
        0 => piece,
        _ => piece.split_once(POP_DIRECTIONAL_ISOLATE).map_or(piece, |(_, rest)| rest),
    });
    own.collect()
}

#[test]
fn the_widgets_own_words_are_read_with_nine_years_of_school() {
    let dataset = Arc::new(dataset::read(include_str!("../../data.json")).unwrap());
    let mut counts = Counts::default();
    for metric in &dataset.metrics {
        let html = Owner::new().with(|| {
            let options = TrackerOptions { own_page: true, whole_record: true, ..TrackerOptions::default() };
            let state = TrackerState::new(dataset.clone(), Localizer::for_language("en-GB"), options);
            state.show(&metric.id, "").unwrap();
            view! { <Tracker state/> }.to_html()
        });
        count_page(&html.replace("<!>", ""), &mut counts);
    }
    let grade = counts.grade();
    assert!(counts.words > 5_000, "{} words", counts.words);
    assert!(
        grade <= MAX_GRADE,
        "grade {grade:.2}: {} sentences, {} words, {} syllables",
        counts.sentences,
        counts.words,
        counts.syllables
    );
}

#[test]
fn the_messages_by_themselves_are_no_harder() {
    let catalog: serde_json::Value =
        serde_json::from_str(include_str!("../../crates/core/locales/en.json")).unwrap();
    let mut counts = Counts::default();
    for message in catalog.as_object().unwrap().values().filter_map(serde_json::Value::as_str) {
        let text = message.replace(['{', '}'], " ");
        counts.add(&text);
    }
    assert!(counts.sentences > 30, "{} sentences", counts.sentences);
    assert!(counts.grade() <= MAX_GRADE, "grade {:.2}", counts.grade());
}

#[test]
fn the_grade_is_that_of_the_formula() {
    let grade = |text: &str| {
        let mut counts = Counts::default();
        counts.add(text);
        (counts.sentences, counts.words, counts.syllables)
    };
    assert_eq!(grade("The cat sat on the mat."), (1, 6, 6));
    assert_eq!(grade("Contradictory statistics notwithstanding, nobody apologised: 12."), (1, 5, 19));
    assert_eq!(grade("12. Yes. All of it."), (0, 0, 0));
}
