//! Which of several languages is the nearest to the one that a reader wants.

use figure_tracker_core::language::{LanguageTag, negotiate};

fn check(requested: &str, available: &[&str], expected: Option<&str>) {
    let found = negotiate(requested, available.iter().copied());
    assert_eq!(found.map(|at| available[at]), expected, "{requested} of {available:?}");
}

#[test]
fn the_same_tag_is_the_nearest_whatever_its_case() {
    check("pt-br", &["pt", "pt-PT", "pt-BR"], Some("pt-BR"));
    check("pt_BR", &["pt", "pt-BR"], Some("pt-BR"));
    check("EN", &["ru", "en"], Some("en"));
}

#[test]
fn subtags_are_cut_off_from_the_end() {
    check("de-CH-1996", &["de-AT", "de-CH", "de"], Some("de-CH"));
    check("de-CH-1996", &["de-AT", "de"], Some("de"));
    check("en-a-myext-x-private", &["en-a-myext", "en"], Some("en-a-myext"));
    check("zh-Hant-TW-x-phone", &["zh-Hant", "zh-TW"], Some("zh-Hant"));
}

#[test]
fn a_region_implies_its_script() {
    check("zh-TW", &["zh", "zh-Hant"], Some("zh-Hant"));
    check("zh-HK", &["zh-CN", "zh-TW"], Some("zh-TW"));
    check("zh-Hant-TW", &["zh-CN", "zh-TW"], Some("zh-TW"));
    check("zh-Hant-TW", &["zh"], Some("zh"));
    check("zh-CN", &["zh-Hant", "zh"], Some("zh"));
    check("zh", &["zh-TW", "zh-CN"], Some("zh-CN"));
    for tag in ["zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK"] {
        check(tag, &["en", "zh-Hant", "zh-Hans"], Some("zh-Hans"));
        check(tag, &["en", "zh-TW", "zh-CN"], Some("zh-CN"));
        check(tag, &["en", "zh"], Some("zh"));
    }
    check("sr-Cyrl", &["sr-Latn", "sr"], Some("sr"));
    check("sr", &["sr-Latn", "sr-Cyrl"], Some("sr-Cyrl"));
}

#[test]
fn any_text_of_the_language_is_nearer_than_none() {
    check("sr-Latn", &["en", "sr"], Some("sr"));
    check("pt", &["en", "pt-BR", "pt-PT"], Some("pt-BR"));
    check("en-GB", &["ru", "en-US"], Some("en-US"));
}

#[test]
fn another_language_is_never_found() {
    check("ja", &["en", "ru"], None);
    check("", &["", "en"], None);
    check("e", &["en"], None);
    check("!!", &["en"], None);
    check("-", &["en"], None);
}

#[test]
fn a_tag_is_taken_apart() {
    let parts = |tag| {
        let tag = LanguageTag::new(tag);
        (tag.language(), tag.script(), tag.region())
    };
    assert_eq!(parts("sr-Latn-RS"), ("sr", Some("Latn"), Some("RS")));
    assert_eq!(parts("es-419"), ("es", None, Some("419")));
    assert_eq!(parts("de-x-Latn-US"), ("de", None, None));
    assert_eq!(LanguageTag::new("de-x-us").parent().map(LanguageTag::as_str), Some("de"));
}
