//! The data set that comes with the widget is one that its editors can defend.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use super::import::{folder, run};

const BUNDLED: &str = include_str!("../../../../data.json");
const LANGUAGES: [&str; 3] = ["en", "ru", "kk"];
/// The plural categories that CLDR has for whole numbers and fractions of each language.
const CATEGORIES: [&[&str]; 3] = [&["one", "other"], &["one", "few", "many", "other"], &["one", "other"]];
/// The keys under which a reader sees text; a document's own `title` stays in its language.
const TEXTS: [&str; 9] =
    ["title", "summary", "name", "label", "definition", "words", "office", "status_note", "note"];

fn bundled() -> Value {
    serde_json::from_str(BUNDLED).unwrap()
}

/// Calls `visit` with the place and the value of every text that a reader sees.
fn each_text(value: &Value, place: &str, visit: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                each_text(item, &format!("{place}/{index}"), visit);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                let place = format!("{place}/{key}");
                let own_language = key == "title" && place.starts_with("/sources/");
                if TEXTS.contains(&key.as_str()) && !member.is_null() && !own_language {
                    visit(&place, member);
                } else {
                    each_text(member, &place, visit);
                }
            }
        }
        _ => {}
    }
}

/// The numbers that a text mentions, without separators of thousands.
fn numbers(text: &str, decimal: char) -> Vec<String> {
    let separator = if decimal == '.' { ',' } else { '\u{a0}' };
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<&char>| at.is_some_and(char::is_ascii_digit);
    let mut found = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        let inside = at > 0 && is_digit(letters.get(at - 1)) && is_digit(letters.get(at + 1));
        match *letter {
            digit if digit.is_ascii_digit() => found.last_mut().unwrap().push(digit),
            mark if inside && mark == separator => {}
            mark if inside && mark == decimal => found.last_mut().unwrap().push('.'),
            _ => found.push(String::new()),
        }
    }
    found.retain(|number| !number.is_empty());
    found.sort_unstable();
    found
}

#[test]
fn no_text_lacks_english_russian_or_kazakh() {
    let mut lacking = Vec::new();
    each_text(&bundled(), "", &mut |place, text| {
        for language in LANGUAGES {
            let written = match text.get(language) {
                Some(Value::String(text)) => !text.trim().is_empty(),
                Some(Value::Object(forms)) => {
                    forms.values().all(|form| form.as_str().is_some_and(|form| !form.is_empty()))
                }
                _ => false,
            };
            if !written {
                lacking.push(format!("{place} ({language})"));
            }
        }
    });
    assert_eq!(lacking, <[String; 0]>::default());
}

#[test]
fn units_have_every_plural_form_of_each_language() {
    for unit in bundled()["units"].as_array().unwrap().iter().filter(|unit| unit.get("label").is_some()) {
        for (language, categories) in LANGUAGES.iter().zip(CATEGORIES) {
            let forms: BTreeSet<&str> =
                unit["label"][language].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(forms, categories.iter().copied().collect(), "{} ({language})", unit["id"]);
        }
    }
}

#[test]
fn a_text_mentions_the_same_numbers_in_each_language() {
    each_text(&bundled(), "", &mut |place, text| {
        if let Some(english) = text["en"].as_str() {
            for language in ["ru", "kk"] {
                let other = text[language].as_str().unwrap();
                assert_eq!(numbers(other, ','), numbers(english, '.'), "{place} ({language})");
            }
        }
    });
}

#[test]
fn fewer_than_half_of_the_metrics_have_a_single_figure() {
    let data = bundled();
    let mut counts: BTreeMap<&str, usize> = data["metrics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|metric| (metric["id"].as_str().unwrap(), 0))
        .collect();
    for figure in data["figures"].as_array().unwrap() {
        *counts.get_mut(figure["metric"].as_str().unwrap()).unwrap() += 1;
    }
    let single = counts.values().filter(|count| **count == 1).count();
    assert!(single * 2 < counts.len(), "{single} of {}", counts.len());
}

#[test]
fn every_metric_and_every_scope_says_what_it_counts() {
    for metric in bundled()["metrics"].as_array().unwrap() {
        assert!(metric.get("definition").is_some(), "{}", metric["id"]);
        for scope in metric["scopes"].as_array().into_iter().flatten() {
            assert!(scope.get("definition").is_some(), "{} {}", metric["id"], scope["id"]);
        }
    }
}

#[test]
fn every_figure_has_a_row_and_every_metric_a_page() {
    let folder = folder("");
    fs::write(folder.path().join("data.json"), BUNDLED).unwrap();
    let data = bundled();
    let rows = run(folder.path(), &["export", "data.json", "-o", "-"]).out;
    let figures = data["figures"].as_array().unwrap();
    let documents = |figure: &Value| {
        figure["sources"].as_array().unwrap().len() + usize::from(figure.get("status_source").is_some())
    };
    let expected: usize = figures.iter().map(documents).sum();
    assert_eq!(rows.lines().count(), expected + 1, "a row for each document, below the header");
    run(folder.path(), &["render", "data.json", "-o", "pages"]);
    for metric in data["metrics"].as_array().unwrap() {
        let page = format!("pages/{}.html", metric["id"].as_str().unwrap());
        assert!(folder.path().join(&page).exists(), "{page}");
    }
}
