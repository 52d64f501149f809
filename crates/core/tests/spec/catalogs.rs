//! The message catalogs: whole, in use, with the placeholders and the plural categories that they must have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use figure_tracker_core::localize::{
    Direction, Localizer, Messages, PluralCategory, PluralMessage, locale_for_tag,
};
use serde_json::Value;

const DECLARATIONS: &str = include_str!("../../src/localize/messages.rs");
const RUSSIAN: &str = include_str!("../../locales/ru.json");

/// The files of the catalogs by language, as plain JSON.
fn catalog_files() -> BTreeMap<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let read = |entry: fs::DirEntry| {
        let language = entry.path().file_stem().unwrap().to_str().unwrap().to_owned();
        (language, serde_json::from_slice(&fs::read(entry.path()).unwrap()).unwrap())
    };
    fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect()
}

/// The placeholders in a text.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// Every message with the placeholders that its documentation names.
fn declared_messages() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut messages = BTreeMap::new();
    let mut named = BTreeSet::new();
    for line in DECLARATIONS.lines().map(str::trim) {
        if let Some(docs) = line.strip_prefix("///") {
            named.extend(placeholders(docs));
        } else if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|line| line.split_once(": ")) {
            if matches!(kind, "String," | "PluralMessage,") && name != "language" {
                messages.insert(name, named.clone());
            }
            named.clear();
        } else {
            named.clear();
        }
        if line.starts_with("pub enum") {
            break;
        }
    }
    messages
}

/// Every text of a message: one, or one for each plural form.
fn texts(message: &Value) -> Vec<&str> {
    match message {
        Value::String(text) => vec![text],
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_catalog_is_embedded_and_named_after_its_language() {
    let files = catalog_files();
    let mut languages: Vec<_> = Messages::all().iter().map(|catalog| catalog.language.clone()).collect();
    languages.retain(|language| !language.starts_with("qa"));
    languages.sort();
    assert_eq!(languages, files.keys().cloned().collect::<Vec<_>>());
    for (language, catalog) in &files {
        assert_eq!(catalog["language"], **language);
        assert!(Messages::parse(catalog.to_string().as_bytes()).is_ok(), "{language}");
    }
}

#[test]
fn every_message_has_just_its_placeholders_in_every_language() {
    let declared = declared_messages();
    assert!(declared.len() > 100, "{declared:?}");
    for (language, catalog) in catalog_files() {
        for (name, expected) in &declared {
            let texts = texts(&catalog[*name]);
            assert!(!texts.is_empty(), "{language} {name}");
            for text in texts {
                assert!(!text.trim().is_empty(), "{language} {name}");
                assert_eq!(&placeholders(text), expected, "{language} {name}: {text}");
                let braces = text.matches(['{', '}']).count();
                assert_eq!(braces, 2 * expected.len(), "{language} {name}: {text}");
            }
        }
    }
}

#[test]
fn every_message_is_used() {
    fn read(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                read(&entry.path(), all);
            } else if entry.path().extension().is_some_and(|ending| ending == "rs") {
                all.push_str(&fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut code = String::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in ["src", "crates/core/src", "crates/site/src"] {
        read(&root.join(folder), &mut code);
    }
    let is_used = |name: &str| {
        let ends = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
        code.split(&format!("messages.{name}")).skip(1).any(ends)
    };
    let unused: Vec<_> = declared_messages().into_keys().filter(|name| !is_used(name)).collect();
    assert!(unused.is_empty(), "unused messages: {unused:?}");
}

#[test]
fn a_plural_message_has_the_forms_that_its_language_needs() {
    let numbers = ["0", "1", "2", "3", "5", "11", "21", "100", "1000000", "1.5"];
    for catalog in Messages::all().iter().filter(|catalog| !catalog.language.starts_with("qa")) {
        let locale = locale_for_tag(&catalog.language);
        assert_eq!(locale.tag(), catalog.language);
        let needed: BTreeSet<_> = numbers.iter().map(|digits| locale.plural_category(digits)).collect();
        let forms = |message: &PluralMessage| -> BTreeSet<_> {
            PluralCategory::ALL.into_iter().filter(|category| has_form(message, *category)).collect()
        };
        let of = &catalog;
        let counts =
            [of.figure_count(), of.statement_count(), of.part_count(), of.source_count(), of.all_figures()];
        assert_eq!(of.few_statements.len(), 5, "{}", of.language);
        for message in
            counts.into_iter().chain([of.percentage_points(), of.struck_count(), of.undated_count()])
        {
            let forms = forms(message);
            assert!(forms.len() == 1 || forms == needed, "{}: {message:?}, {needed:?}", of.language);
        }
        // A mere name has no form where it is that of all other numbers.
        for magnitude in &catalog.magnitudes {
            assert!(forms(&magnitude.name).is_subset(&needed), "{}: {magnitude:?}", of.language);
        }
        let exponents: Vec<_> = catalog.magnitudes.iter().map(|magnitude| magnitude.exponent).collect();
        // Chinese counts in ten thousands.
        let expected = if catalog.language == "zh" { [12, 8, 4] } else { [12, 9, 6] };
        assert_eq!(exponents, expected, "{}", catalog.language);
    }
}

fn has_form(message: &PluralMessage, category: PluralCategory) -> bool {
    match category {
        PluralCategory::Zero => message.zero.is_some(),
        PluralCategory::One => message.one.is_some(),
        PluralCategory::Two => message.two.is_some(),
        PluralCategory::Few => message.few.is_some(),
        PluralCategory::Many => message.many.is_some(),
        PluralCategory::Other => true,
    }
}

#[test]
fn chinese_has_its_own_punctuation_and_no_space_between_sentences() {
    let catalog = catalog_files().remove("zh").unwrap();
    let is_han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    for (name, message) in catalog.as_object().unwrap() {
        for text in texts(message).into_iter().filter(|text| text.contains(is_han)) {
            let letters: Vec<char> = text.chars().collect();
            for pair in letters.windows(2) {
                let is_ascii =
                    |letter: char| matches!(letter, ',' | ';' | ':' | '.' | '?' | '!' | '(' | ')' | ' ');
                let stands_alone =
                    is_han(pair[0]) && is_ascii(pair[1]) || is_ascii(pair[0]) && is_han(pair[1]);
                assert!(!stands_alone, "{name}: {text}");
            }
        }
    }
    assert_eq!(catalog["next_sentence"], "{text}{sentence}");
    assert_eq!(catalog["full_sentence"], "{sentence}。");
}

#[test]
fn where_a_catalog_names_months_it_names_all() {
    let catalogs = Messages::all();
    let named: Vec<_> = catalogs.iter().filter_map(|catalog| catalog.months.as_ref()).collect();
    assert!(!named.is_empty());
    assert!(named.iter().all(|months| months.names.len() == 12), "{named:?}");
}

#[test]
fn a_catalog_that_does_not_fit_is_refused() {
    let refused = |json: &str| Messages::parse(json.as_bytes()).unwrap_err().to_string();
    for end in (0..RUSSIAN.trim_end().len()).filter(|end| RUSSIAN.is_char_boundary(*end)).step_by(7) {
        refused(&RUSSIAN[..end]);
    }
    let begins = |error: String, expected: &str| assert!(error.starts_with(expected), "{error}");
    let text = "the message catalog does not fit this build: ";
    begins(
        refused(&RUSSIAN.replacen("\"search\":", "\"seek\":", 1)),
        &format!("{text}missing field `search`"),
    );
    let line = RUSSIAN.lines().find(|line| line.contains("\"search\"")).unwrap();
    begins(refused(&RUSSIAN.replacen(line, "", 1)), &format!("{text}missing field `search`"));
    let surplus = RUSSIAN.replacen('{', "{\"surplus\": \"\",", 1);
    begins(refused(&surplus), &format!("{text}unknown field `surplus`"));
    let number = RUSSIAN.replacen(line, "\"search\": 1,", 1);
    begins(
        refused(&number),
        &format!("{text}invalid type, expected a text, or one for each plural category"),
    );
    begins(refused("<!doctype html>"), &format!("{text}expected value at line 1 column 1"));
    begins(refused("[]"), &format!("{text}invalid type, expected an object"));
    begins(refused(&format!("{RUSSIAN}{RUSSIAN}")), &format!("{text}trailing characters"));
}

#[test]
fn a_catalog_that_is_registered_is_found() {
    assert!(Messages::register(b"<!doctype html>").is_err());
    assert!(Messages::register(&[0xff, b'\n']).is_err());
    assert!(!Localizer::for_language("qaa-x-test").is_translated());
    let invented = RUSSIAN.replacen("\"ru\"", "\"qaa\"", 1).replacen("\"ltr\"", "\"rtl\"", 1).replacen(
        "Поиск",
        "Qaa",
        1,
    );
    Messages::register(invented.as_bytes()).unwrap();
    Messages::register(invented.as_bytes()).unwrap();
    let localizer = Localizer::for_language("QAA-x-test");
    assert!(localizer.is_translated() && localizer.messages.is_right_to_left());
    assert_eq!(localizer.messages.direction, Direction::Rtl);
    assert_eq!(localizer.messages.search(), "Qaa");
    assert_eq!(Messages::all().iter().filter(|catalog| catalog.language == "qaa").count(), 1);
    assert_eq!(Localizer::for_language("ru").messages.language, "ru");
    assert_eq!(Localizer::for_language("qab").messages.search(), "Search");
}

#[test]
fn a_name_stands_first_and_what_belongs_to_it_last() {
    for (language, catalog) in catalog_files() {
        for (message, first, last) in
            [("outlet_and_date", "{outlet}", "{date}"), ("name_and_office", "{name}", "{office}")]
        {
            let text = catalog[message].as_str().unwrap();
            assert!(text.starts_with(first) && text.ends_with(last), "{language} {message}: {text}");
        }
    }
}
