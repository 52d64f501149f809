//! What is said of figures, word for word, with numbers and dates by ICU4X.

use std::sync::Arc;

use figure_tracker_core::dataset::{
    self, Attribution, Cited, Edge, Figure, Institution, Metric, Outlet, Qualifier, Relation, Scope, Source,
    SourceEntry, Speaker, Status, StatusDetail, Text, Unit, UnitKind,
};
use figure_tracker_core::date::{Date, Day};
use figure_tracker_core::decimal::Decimal;
use figure_tracker_core::localize::{
    DateStyle, Localizer, Messages, balance_isolates, locale_for_tag, runs_left_to_right, runs_right_to_left,
};
use unicode_bidi::{BidiClass, bidi_class};

fn decimal(digits: &str) -> Decimal {
    Decimal::parse(digits).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn unit(kind: UnitKind) -> Unit {
    Unit { id: "unit".to_owned(), kind }
}

fn people() -> Unit {
    let forms = |forms: &[(&str, &str)]| forms.iter().map(|(c, w)| (c.to_string(), w.to_string())).collect();
    unit(UnitKind::Counted(vec![
        ("en".to_owned(), forms(&[("one", "person"), ("other", "people")])),
        (
            "ru".to_owned(),
            forms(&[("one", "человек"), ("few", "человека"), ("many", "человек"), ("other", "человека")]),
        ),
    ]))
}

fn tenge() -> Unit {
    unit(UnitKind::Currency("KZT".to_owned()))
}

/// 230 people, said by nobody at no time, printed by nobody.
fn figure() -> Figure {
    Figure {
        id: "f".to_owned(),
        metric: "deaths".into(),
        scope: None,
        value: Some(decimal("230")),
        low: None,
        high: None,
        words: None,
        qualifier: Qualifier::Exact,
        said: None,
        as_of: None,
        speaker: None,
        office: None,
        institution: None,
        attribution: None,
        sources: vec![source(None, None)],
        status: StatusDetail { status: Status::Stands, note: None, source: None },
        note: None,
        quote: None,
    }
}

fn source(outlet: Option<&str>, published: Option<&str>) -> SourceEntry {
    let outlet = outlet
        .map(|name| Arc::new(Outlet { id: name.to_lowercase(), name: Text::new("en", name), url: None }));
    Arc::new(Source {
        id: "s".to_owned(),
        outlet,
        title: None,
        published: published.map(date),
        url: None,
        archived: None,
        language: None,
        note: None,
    })
    .into()
}

fn speaker(name: &str) -> Option<Arc<Speaker>> {
    Some(Arc::new(Speaker { id: "p".to_owned(), name: Text::new("en", name) }))
}

fn institution(name: &str) -> Option<Arc<Institution>> {
    Some(Arc::new(Institution { id: "i".to_owned(), name: Text::new("en", name) }))
}

fn english() -> Localizer {
    Localizer::for_language("en-GB")
}

/// A figure with just this number.
fn value(digits: &str) -> Figure {
    Figure { value: Some(decimal(digits)), ..figure() }
}

fn asylov() -> Figure {
    Figure {
        said: Some(date("2022-03-14")),
        speaker: speaker("Berik Asylov"),
        office: Some(Text::new("en", "Prosecutor General")),
        ..figure()
    }
}

fn check(said: impl AsRef<str>, expected: &str) {
    assert_eq!(said.as_ref(), expected);
}

#[test]
fn kazakh_dates_are_the_same_where_the_browser_does_not_know_the_months() {
    let (locale, messages) = (locale_for_tag("kk"), Localizer::for_language("kk").messages);
    let months = messages.months.as_ref().unwrap();
    let days = [Day::from_ymd(2022, 10, 14).unwrap(), Day::from_ymd(2022, 3, 4).unwrap()];
    for style in [
        DateStyle::Long,
        DateStyle::Medium,
        DateStyle::DayMonth,
        DateStyle::MonthYear,
        DateStyle::Month,
        DateStyle::ShortMonthYear,
    ] {
        for day in days {
            let own = months.format_date(day, style).unwrap();
            assert_eq!(own, locale.format_date(day, style).to_lowercase());
        }
    }
    let [day, _] = days;
    assert_eq!(months.format_date(day, DateStyle::Year), None);
    assert_eq!(Localizer::for_language("ru").messages.months, None);
}

#[test]
fn a_language_writes_its_own_numbers_and_dates() {
    let march = Day::from_ymd(2022, 3, 14).unwrap();
    let written = |tag: &str, style| {
        let locale = locale_for_tag(tag);
        format!(
            "{} {} {}",
            locale.format_number("1234567.50"),
            locale.format_number("-45"),
            locale.format_date(march, style)
        )
    };
    check(written("en", DateStyle::Long), "1,234,567.50 -45 March 14, 2022");
    check(written("en-GB", DateStyle::Long), "1,234,567.50 -45 14 March 2022");
    check(written("en-GB", DateStyle::Medium), "1,234,567.50 -45 14 Mar 2022");
    check(written("en-GB", DateStyle::DayMonth), "1,234,567.50 -45 14 Mar");
    check(written("en-GB", DateStyle::MonthYear), "1,234,567.50 -45 March 2022");
    check(written("en-GB", DateStyle::Month), "1,234,567.50 -45 Mar");
    check(written("en-GB", DateStyle::ShortMonthYear), "1,234,567.50 -45 Mar 2022");
    check(written("en-GB", DateStyle::Year), "1,234,567.50 -45 2022");
    check(written("ru", DateStyle::Long), "1\u{a0}234\u{a0}567,50 -45 14 марта 2022 г.");
    check(written("de", DateStyle::Long), "1.234.567,50 -45 14. März 2022");
    check(written("de", DateStyle::Medium), "1.234.567,50 -45 14. März 2022");
    check(written("hi", DateStyle::Month), "12,34,567.50 -45 मार्च");
    check(written("ar-EG", DateStyle::Long), "١٬٢٣٤٬٥٦٧٫٥٠ \u{61c}-٤٥ ١٤ مارس ٢٠٢٢");
}

#[test]
fn a_number_keeps_all_its_digits() {
    check(
        english().format_number(&decimal("12345678901234567890.123456789"), &people()),
        "12,345,678,901,234,567,890.123456789",
    );
    check(english().format_number(&decimal("9007199254740993"), &people()), "9,007,199,254,740,993");
}

#[test]
fn a_language_that_is_not_known_is_written_as_english() {
    for tag in ["xx", "tlh", "", "!!", "en_US_POSIX_and_more", "a", "\u{202e}ne", "de-"] {
        let locale = locale_for_tag(tag);
        assert_eq!((locale.tag(), &*locale.format_number("4500.5")), ("en", "4,500.5"), "{tag}");
    }
}

#[test]
fn a_number_has_the_plural_of_its_language() {
    let plurals = |tag: &str| {
        ["0", "1", "2", "5", "21", "1.5"]
            .map(|digits| locale_for_tag(tag).plural_category(digits).name())
            .join(" ")
    };
    check(plurals("en"), "other one other other other other");
    check(plurals("ru"), "many one few many one other");
    check(plurals("ar"), "zero one two few many other");
}

#[test]
fn a_voice_without_phrases_of_its_own_speaks_english_throughout() {
    let japanese = Localizer::for_language("ja");
    assert_eq!((japanese.locale.tag(), &*japanese.messages.language, &*japanese.tag), ("en", "en", "ja"));
    check(japanese.format_date_said(Some(&date("2022-03-14"))), "March 14, 2022");
    let label = Text {
        entries: [("en".to_owned(), "Deaths".to_owned()), ("ja".to_owned(), "死者".to_owned())].into(),
    };
    check(japanese.localize_text(&label), "\u{2068}死者\u{2069}");
    check(&english().messages.language, "en");
}

#[test]
fn money_is_shortened_where_that_loses_nothing() {
    let sum = |code: &str, digits: &str| {
        english().format_number(&decimal(digits), &unit(UnitKind::Currency(code.to_owned())))
    };
    check(sum("KZT", "38600000000"), "KZT 38.6 billion");
    check(sum("KZT", "38612000000"), "KZT 38.612 billion");
    check(sum("KZT", "38612300000"), "KZT 38,612,300,000");
    check(sum("KZT", "1000000"), "KZT 1 million");
    check(sum("KZT", "999999"), "KZT 999,999");
    check(sum("KZT", "3000000000000"), "KZT 3 trillion");
    check(sum("IDR", "3613056000000000"), "IDR 3,613.056 trillion");
    check(sum("IDR", "3621313700000000"), "IDR 3,621.3137 trillion");
    check(sum("IDR", "3621313700123456"), "IDR 3,621,313,700,123,456");
    check(sum("KZT", "1200000.50"), "KZT 1,200,000.50");
    check(sum("USD", "4500"), "$4,500");
    check(sum("USD", "-2500000"), "-$2.5 million");
    check(sum("EUR", "1500000"), "€1.5 million");
    check(sum("GBP", "0"), "£0");
    check(sum("JPY", "12"), "¥12");
    check(sum("KZT", &"9".repeat(24)), &["KZT ", &["999"; 8].join(",")].concat());
}

#[test]
fn an_axis_says_its_unit_once() {
    check(english().axis_unit_label(&people(), 0), "people");
    check(Localizer::for_language("ru").axis_unit_label(&people(), 0), "человек");
    check(english().axis_unit_label(&tenge(), 9), "KZT billion");
    check(english().axis_unit_label(&tenge(), 0), "KZT");
    check(english().axis_unit_label(&unit(UnitKind::Currency("USD".to_owned())), 6), "$ million");
    check(english().axis_unit_label(&unit(UnitKind::Percent), 0), "%");
}

#[test]
fn a_figure_says_how_exact_it_claims_to_be() {
    let said = |qualifier| {
        let figure = Figure { qualifier, ..value("4500") };
        let localizer = english();
        [
            localizer.format_amount(&figure, &people()),
            localizer.format_amount_without_unit(&figure, &people()),
            localizer.format_short_amount(&figure, &people()),
            localizer.qualifier_label(qualifier).to_owned(),
        ]
        .join(" | ")
    };
    check(said(Qualifier::Exact), "4,500 people | 4,500 | 4,500 | exact");
    check(said(Qualifier::About), "about 4,500 people | about 4,500 | ~4,500 | about");
    check(said(Qualifier::Almost), "almost 4,500 people | almost 4,500 | almost 4,500 | almost");
    check(said(Qualifier::MoreThan), "more than 4,500 people | more than 4,500 | >4,500 | more than");
    check(said(Qualifier::AtLeast), "at least 4,500 people | at least 4,500 | 4,500+ | at least");
    check(said(Qualifier::LessThan), "fewer than 4,500 people | fewer than 4,500 | <4,500 | less than");
    let less = Figure { qualifier: Qualifier::LessThan, ..value("4500") };
    check(english().format_amount(&less, &tenge()), "less than KZT 4,500");
    check(said(Qualifier::AtMost), "at most 4,500 people | at most 4,500 | ≤4,500 | at most");
    check(said(Qualifier::UpTo), "up to 4,500 people | up to 4,500 | up to 4,500 | up to");
}

#[test]
fn a_range_is_said_as_it_was_reported() {
    let said = |value: Option<&str>, low: Option<&str>, high: Option<&str>, qualifier, unit: &Unit| {
        let end = |end: Option<&str>| end.map(|end| decimal(end).into());
        let (value, low, high) = (value.map(decimal), end(low), end(high));
        let figure = Figure { value, low, high, qualifier, ..figure() };
        [
            english().format_amount(&figure, unit),
            english().format_amount_without_unit(&figure, unit),
            english().format_short_amount(&figure, unit),
        ]
        .join(" | ")
    };
    let exact = Qualifier::Exact;
    let (low, high) = (Some("1000"), Some("1200"));
    check(
        said(None, low, high, exact, &people()),
        "between 1,000 and 1,200 people | between 1,000 and 1,200 | 1,000–1,200",
    );
    check(said(None, low, low, exact, &people()), "1,000 people | 1,000 | 1,000");
    check(said(None, low, None, exact, &people()), "at least 1,000 people | at least 1,000 | 1,000+");
    check(said(None, None, high, exact, &people()), "up to 1,200 people | up to 1,200 | up to 1,200");
    check(
        said(None, low, high, Qualifier::About, &people()),
        "about 1,000 to 1,200 people | about 1,000 to 1,200 | 1,000–1,200",
    );
    check(
        said(Some("1100"), low, high, exact, &people()),
        "1,100 people (between 1,000 and 1,200) | 1,100 | 1,100",
    );
    check(
        said(None, Some("1000000000"), Some("2500000000"), exact, &tenge()),
        "between KZT 1 billion and KZT 2.5 billion | between KZT 1 billion and KZT 2.5 billion | KZT 1 bn–KZT 2.5 bn",
    );
    check(
        said(None, Some("10"), Some("12.5"), exact, &unit(UnitKind::Percent)),
        "between 10% and 12.5% | between 10% and 12.5% | 10%–12.5%",
    );
}

#[test]
fn absent_is_not_zero() {
    let said = |figure: &Figure| {
        [
            english().format_amount(figure, &people()),
            english().format_amount_without_unit(figure, &people()),
            english().unit_label(figure, &people()),
        ]
        .join(" | ")
    };
    check(said(&value("0")), "0 people | 0 | people");
    check(
        said(&Figure { value: None, words: Some(Text::new("en", "dozens")), ..figure() }),
        "dozens | dozens | ",
    );
    check(said(&Figure { value: None, ..figure() }), "no number given | no number given | ");
}

#[test]
fn what_is_counted_has_the_plural_of_the_number() {
    check(english().format_amount(&value("1"), &people()), "1 person");
    check(english().format_amount(&value("38.5"), &unit(UnitKind::Percent)), "38.5%");
    check(english().unit_label(&value("1"), &people()), "person");
    check(english().unit_label(&value("1"), &tenge()), "");
    let figures =
        [1, 2, 1500].map(|number| english().format_count(number, english().messages.figure_count()));
    check(figures.join(", "), "1 figure, 2 figures, 1,500 figures");
}

#[test]
fn a_date_is_said_as_precisely_as_it_is_known() {
    let said = |text: &str, alone: &str, in_sentence: &str| {
        check(english().format_date_said(Some(&date(text))), alone);
        check(english().format_date_in_sentence(Some(&date(text))), in_sentence);
    };
    said("2022-03-14", "14 March 2022", "on 14 March 2022");
    said("2022-01", "January 2022", "in January 2022");
    said("2022-01-XX", "January 2022", "in January 2022");
    said("2022-21", "spring 2022", "in spring 2022");
    said("2022-24", "winter 2022", "in winter 2022");
    said("2022", "2022", "in 2022");
    said("202X", "between 2020 and 2029", "between 2020 and 2029");
    said("20XX?", "between 2000 and 2099, inferred", "between 2000 and 2099 (date inferred)");
    said("2022-01-15?", "15 January 2022, inferred", "on 15 January 2022 (date inferred)");
    said("2022-01~", "about January 2022", "around January 2022");
    said("2022-01-15%", "about 15 January 2022, inferred", "around 15 January 2022 (date inferred)");
    said("../2022-01-15", "on or before 15 January 2022", "on or before 15 January 2022");
    said("/2022-01", "in or before January 2022", "in or before January 2022");
    said("2022-01-15/..", "on or after 15 January 2022", "on or after 15 January 2022");
    said("2022/", "in or after 2022", "in or after 2022");
    said("../2022-01-15~", "on or before about 15 January 2022", "on or before about 15 January 2022");
    check(english().format_date_said(None), "date not given");
    check(english().format_date_in_sentence(None), "on a day not given");
}

#[test]
fn a_stretch_of_time_names_what_both_ends_share_once() {
    let said = |text: &str, british: &str, american: &str| {
        check(english().format_date_said(Some(&date(text))), british);
        check(Localizer::for_language("en-US").format_date_said(Some(&date(text))), american);
    };
    said("2022-01-10/2022-01-14", "between 10 and 14 January 2022", "between January 10 and 14, 2022");
    said("2022-01-01/2022-01-11", "between 1 and 11 January 2022", "between January 1 and 11, 2022");
    said(
        "2022-01-10/2022-02-14",
        "between 10 January and 14 February 2022",
        "between January 10 and February 14, 2022",
    );
    said(
        "2022-01-10/2022-02-10",
        "between 10 January 2022 and 10 February 2022",
        "between January 10, 2022 and February 10, 2022",
    );
    said(
        "2021-12-31/2022-01-01",
        "between 31 December 2021 and 1 January 2022",
        "between December 31, 2021 and January 1, 2022",
    );
    said("2022-01/2022-03", "between January and March 2022", "between January and March 2022");
    said("2021-01/2022-01", "between January 2021 and January 2022", "between January 2021 and January 2022");
    said("2021/2022", "between 2021 and 2022", "between 2021 and 2022");
    said("2022-01-15/2022-01-15", "15 January 2022", "January 15, 2022");
    said(
        "2022-01-10~/2022-01-14?",
        "between about 10 January 2022 and 14 January 2022, inferred",
        "between about January 10, 2022 and January 14, 2022, inferred",
    );
}

#[test]
fn a_speaker_is_named_as_far_as_the_document_names_them() {
    let said = |figure: &Figure, speaker: &str, byline: &str| {
        check(english().speaker_name(figure), speaker);
        check(english().format_byline(figure), byline);
    };
    let unnamed = "speaker not named in the document";
    let office = Some(Text::new("en", "Prosecutor General"));
    let ministry = institution("Ministry of Health");
    said(&figure(), unnamed, unnamed);
    said(&asylov(), "Berik Asylov", "Berik Asylov, Prosecutor General");
    said(&Figure { office: None, ..asylov() }, "Berik Asylov", "Berik Asylov");
    said(&Figure { office, ..figure() }, unnamed, "Prosecutor General");
    said(&Figure { institution: ministry.clone(), ..figure() }, unnamed, "Ministry of Health");
    check(english().institution_name(&figure()), "institution not named in the document");
    let figure = Figure { institution: ministry, office: None, ..asylov() };
    check(english().institution_name(&figure), "Ministry of Health");
    check(english().format_byline(&figure), "Berik Asylov, Ministry of Health");
}

#[test]
fn a_document_names_its_outlet_and_its_date() {
    check(english().format_source(&source(Some("Interfax"), Some("2022-03-14"))), "Interfax, 14 March 2022");
    check(english().format_source(&source(None, Some("2022-01"))), "outlet not named, January 2022");
    check(english().format_source(&source(None, None)), "outlet not named, date not given");
}

#[test]
fn the_sentence_of_a_figure_has_the_verb_for_who_gives_it() {
    let interfax = || vec![source(Some("Interfax"), None)];
    let said = |figure: Figure| english().format_statement(&figure, &people());
    check(said(asylov()), "230 people, said by Berik Asylov, Prosecutor General, on 14 March 2022");
    check(said(Figure { office: None, ..asylov() }), "230 people, said by Berik Asylov on 14 March 2022");
    check(
        said(Figure { attribution: Some(Attribution::Relayed), sources: interfax(), ..asylov() }),
        "230 people, said by Berik Asylov, Prosecutor General, as Interfax has it from another outlet, on 14 March 2022",
    );
    let unnamed = |attribution, sources| {
        said(Figure { attribution, sources, said: Some(date("../2022-01-15")), ..figure() })
    };
    check(
        unnamed(None, vec![source(None, None)]),
        "230 people, reported, speaker not named, on or before 15 January 2022",
    );
    check(
        unnamed(Some(Attribution::Outlet), interfax()),
        "230 people, reported by Interfax on or before 15 January 2022",
    );
    check(
        unnamed(Some(Attribution::Relayed), interfax()),
        "230 people, reported by Interfax, citing another outlet, on or before 15 January 2022",
    );
    check(
        unnamed(Some(Attribution::Indirect), interfax()),
        "230 people, reported by Interfax, speaker not named, on or before 15 January 2022",
    );
    check(
        said(Figure { institution: institution("Ministry of Health"), ..figure() }),
        "230 people, said by Ministry of Health on a day not given",
    );
    check(english().attribution_label(Attribution::Quote), "quoted");
}

/// A document of an outlet, printed on a day, with the voice in which it gives a figure.
fn entry(outlet: &str, published: &str, attribution: Attribution) -> SourceEntry {
    SourceEntry { attribution: Some(attribution), ..source(Some(outlet), Some(published)) }
}

fn cited(outlet: &str) -> Option<Cited> {
    Some(Cited::Source(source(Some(outlet), None).source))
}

#[test]
fn an_outlets_own_voice_has_its_name_and_the_day_it_was_printed() {
    let said = |sources| {
        english()
            .format_statement(&Figure { said: Some(date("2023-01-05")), sources, ..value("1095") }, &people())
    };
    let own = || entry("El.kz", "2023-01-11", Attribution::Outlet);
    check(said(vec![own()]), "1,095 people, reported by El.kz on 11 January 2023");
    let relayed = entry("El.kz", "2023-01-11", Attribution::Relayed);
    let citing = SourceEntry { cites: cited("primeminister.kz"), ..relayed.clone() };
    check(said(vec![relayed]), "1,095 people, reported by El.kz, citing another outlet, on 11 January 2023");
    check(said(vec![citing]), "1,095 people, reported by El.kz, citing primeminister.kz, on 11 January 2023");
    let unnamed = entry("El.kz", "2023-01-11", Attribution::Indirect);
    check(said(vec![unnamed]), "1,095 people, reported by El.kz, speaker not named, on 5 January 2023");
}

#[test]
fn an_officials_words_are_dated_by_the_day_they_were_said() {
    let said = |sources| english().format_statement(&Figure { sources, office: None, ..asylov() }, &people());
    let own = || entry("El.kz", "2023-01-11", Attribution::Outlet);
    let quoted = entry("Vlast", "2022-03-15", Attribution::Quote);
    check(said(vec![own(), quoted.clone()]), "230 people, said by Berik Asylov on 14 March 2022");
    check(said(vec![quoted, own()]), "230 people, said by Berik Asylov on 14 March 2022");
    check(said(vec![own()]), "230 people, reported by El.kz on 11 January 2023");
    let relayed = entry("El.kz", "2023-01-11", Attribution::Relayed);
    check(
        said(vec![SourceEntry { cites: cited("Interfax"), ..relayed }]),
        "230 people, said by Berik Asylov, as El.kz has it from Interfax, on 14 March 2022",
    );
}

#[test]
fn each_document_says_how_it_gives_the_statement() {
    let described = |sources: Vec<SourceEntry>| {
        let figure = Figure { sources, ..asylov() };
        let entries = figure.sources.iter();
        let of_entry = |entry| english().describe_source_entry(&figure, entry, &people()).unwrap_or_default();
        entries.map(of_entry).collect::<Vec<_>>()
    };
    let quoted = || entry("Vlast", "2022-03-15", Attribution::Quote);
    let retold = || entry("Interfax", "2022-03-14", Attribution::Indirect);
    assert_eq!(described(vec![quoted(), quoted()]), ["quoted", "quoted"]);
    assert_eq!(described(vec![quoted(), retold()]), ["quoted", "reported"]);
    let up_to = SourceEntry { qualifier: Some(Qualifier::UpTo), ..quoted() };
    assert_eq!(described(vec![quoted(), up_to]), ["quoted", "quoted; given as up to 230 people"]);
    let citing = SourceEntry {
        attribution: Some(Attribution::Relayed),
        cites: cited("Interfax"),
        note: Some(Text::new("en", "a translation")),
        ..quoted()
    };
    assert_eq!(described(vec![quoted(), citing]), ["quoted", "citing Interfax; a translation"]);
    assert_eq!(described(vec![source(Some("Vlast"), None)]), [""]);
}

#[test]
fn an_override_in_a_text_ends_with_the_text() {
    check(balance_isolates("plain"), "plain");
    check(balance_isolates("\u{202e}gnA"), "\u{202e}gnA");
    check(balance_isolates("a\u{2069}b"), "ab");
    check(balance_isolates("\u{2067}a\u{2069}b\u{2068}c"), "\u{2067}a\u{2069}b\u{2068}c\u{2069}");
    let text = |text| english().localize_text(&Text::new("en", text));
    check(text("Ann"), "Ann");
    check(text("\u{202e}gnA\u{2069}"), "\u{2068}\u{202e}gnA\u{2069}");
}

#[test]
fn a_name_in_the_other_direction_is_isolated() {
    let figure = Figure { speaker: speaker("بيريك أسيلوف"), office: None, ..asylov() };
    check(
        english().format_statement(&figure, &people()),
        "230 people, said by \u{2068}بيريك أسيلوف\u{2069} on 14 March 2022",
    );
    check(english().format_byline(&figure), "\u{2068}بيريك أسيلوف\u{2069}");
    check(english().format_byline(&asylov()), "Berik Asylov, Prosecutor General");
}

#[test]
fn a_text_in_another_language_than_the_interfaces_is_isolated() {
    check(
        Localizer::for_language("de").format_byline(&asylov()),
        "\u{2068}Berik Asylov\u{2069}, \u{2068}Prosecutor General\u{2069}",
    );
    check(Localizer::for_language("en-US").format_byline(&asylov()), "Berik Asylov, Prosecutor General");
}

#[test]
fn a_sentence_that_ends_with_an_abbreviation_has_one_full_stop() {
    let later = Figure { id: "g".to_owned(), ..value("225") };
    let deaths = metric("deaths", "Погибшие", vec![asylov(), later]);
    let described = Localizer::for_language("ru").describe_chart(&deaths);
    let described = described.replace(['\u{a0}', '\u{202f}'], " ").replace(['\u{2068}', '\u{2069}'], "");
    assert!(described.contains("14 марта 2022 г. Последнее: 225"), "{described}");
    assert!(!described.contains(".."), "{described}");
}

#[test]
fn a_chart_begins_with_the_first_day_on_which_a_figure_can_have_been_said() {
    let said = |day: &str| Figure { id: day.to_owned(), said: Some(date(day)), ..value("164") };
    let described = |first: &str| {
        let figures = vec![said(first), said("2022-03-14")].into_iter().map(Arc::new).collect();
        english().describe_chart(&Metric { figures, ..metric("deaths", "Deaths", Vec::new()) })
    };
    let begins = |first: &str, start: &str| {
        let described = described(first);
        assert!(
            described.starts_with(&format!("Deaths: 2 figures, from {start} to 14 March 2022. ")),
            "{described}"
        );
    };
    begins("2022-01-02/2022-01-15", "2 January 2022");
    begins("../2022-01-15", "15 January 2022");
    begins("2022-01", "January 2022");
}

#[test]
fn every_letter_runs_in_the_direction_that_unicode_says() {
    for letter in '\0'..=char::MAX {
        match bidi_class(letter) {
            BidiClass::L if letter.is_alphabetic() => {
                assert!(runs_left_to_right(letter) && !runs_right_to_left(letter), "{letter:?}");
            }
            BidiClass::R | BidiClass::AL => {
                assert!(runs_right_to_left(letter) && !runs_left_to_right(letter), "{letter:?}");
            }
            _ => assert!(!letter.is_ascii() || !(runs_left_to_right(letter) || runs_right_to_left(letter))),
        }
    }
}

#[test]
fn lower_case_is_that_of_the_language() {
    let lowercase = |tag: &str, text: &str| locale_for_tag(tag).lowercase(text);
    check(lowercase("en", "AÉЖ"), "aéж");
    check(lowercase("tr", "IŞIK İL"), "ışık il");
    check(lowercase("kk", "ӘЛІ"), "әлі");
}

#[test]
fn a_change_between_two_exact_numbers_is_reckoned() {
    let change = |before: &str, now: &str, unit: &Unit| {
        let before = Figure { said: Some(date("2022-01-15")), ..value(before) };
        english().format_change(&before, &value(now), unit).unwrap()
    };
    check(change("225", "230", &people()), "225 on 15 January 2022: 5 more (+2.2%)");
    check(change("230", "225", &people()), "230 on 15 January 2022: 5 fewer (−2.2%)");
    check(change("225", "225", &people()), "the same number on 15 January 2022");
    check(change("0", "225", &people()), "0 on 15 January 2022: 225 more");
    check(change("86", "1203", &people()), "86 on 15 January 2022: 1,117 more (+1,299%)");
    check(change("100000", "100001", &people()), "100,000 on 15 January 2022: 1 more");
    check(change("100", "200", &people()), "100 on 15 January 2022: 100 more (+100%)");
    check(change("0.1", "0.3", &people()), "0.1 on 15 January 2022: 0.2 more (+200%)");
    check(
        change("37400000000", "38600000000", &tenge()),
        "KZT 37.4 billion on 15 January 2022: KZT 1.2 billion more (+3.2%)",
    );
    check(change("5", "4", &tenge()), "KZT 5 on 15 January 2022: KZT 1 less (−20%)");
    check(
        change("38.5", "37.5", &unit(UnitKind::Percent)),
        "38.5% on 15 January 2022: 1 percentage point less",
    );
    check(
        change("38.5", "40", &unit(UnitKind::Percent)),
        "38.5% on 15 January 2022: 1.5 percentage points more",
    );
}

#[test]
fn a_change_is_never_more_exact_than_the_numbers() {
    let change = |qualifier, before: &str, now: &Figure| {
        let before = Figure { said: Some(date("2022-01-15")), qualifier, ..value(before) };
        english().format_change(&before, now, &people())
    };
    let more_than = |digits| Figure { qualifier: Qualifier::MoreThan, ..value(digits) };
    let said = |said: Option<String>, expected: &str| assert_eq!(said.as_deref(), Some(expected));
    said(change(Qualifier::Exact, "546", &more_than("3700")), "546 on 15 January 2022: risen since");
    said(change(Qualifier::AtMost, "4500", &value("5000")), "at most 4,500 on 15 January 2022: risen since");
    said(change(Qualifier::MoreThan, "4500", &value("4500")), "more than 4,500 on 15 January 2022");
    said(change(Qualifier::MoreThan, "4500", &more_than("4500")), "the same number on 15 January 2022");
    let ranged = Figure { low: Some(decimal("4900").into()), ..value("5000") };
    said(change(Qualifier::Exact, "4500", &ranged), "4,500 on 15 January 2022: risen since");
}

#[test]
fn where_a_number_may_have_grown_or_fallen_neither_is_told() {
    let change = |before, now| {
        let figure = |(qualifier, digits): (Qualifier, &str)| Figure {
            said: Some(date("2022-01-15")),
            qualifier,
            ..value(digits)
        };
        english().format_change(&figure(before), &figure(now), &people()).unwrap()
    };
    let (exact, about, more_than) = (Qualifier::Exact, Qualifier::About, Qualifier::MoreThan);
    check(change((more_than, "4500"), (exact, "5000")), "more than 4,500 on 15 January 2022");
    check(change((exact, "4500"), (more_than, "4000")), "4,500 on 15 January 2022");
    check(change((more_than, "50000"), (about, "50000")), "more than 50,000 on 15 January 2022");
    check(change((about, "4000"), (exact, "4100")), "about 4,000 on 15 January 2022");
    check(change((Qualifier::UpTo, "10"), (Qualifier::AtLeast, "10")), "up to 10 on 15 January 2022");
}

#[test]
fn figures_that_cannot_be_compared_have_no_change() {
    let none = |before: &Figure| assert_eq!(english().format_change(before, &value("230"), &people()), None);
    none(&Figure { value: None, words: Some(Text::new("en", "dozens")), ..figure() });
    none(&Figure { value: None, low: Some(decimal("200").into()), ..figure() });
    none(&Figure { scope: Some(scope("almaty", "Almaty")), ..value("200") });
    none(&Figure { metric: "injured".into(), ..value("200") });
}

fn scope(id: &str, label: &str) -> Arc<Scope> {
    Arc::new(Scope { id: id.to_owned(), label: Text::new("en", label), definition: None })
}

fn metric(id: &str, label: &str, figures: Vec<Figure>) -> Metric {
    Metric {
        id: id.to_owned(),
        label: Text::new("en", label),
        group: None,
        unit: Arc::new(people()),
        definition: None,
        subject: None,
        rivals: Vec::new(),
        scopes: Vec::new(),
        figures: figures.into_iter().map(Arc::new).collect(),
    }
}

/// A whole and its parts.
type Parts = (Arc<Figure>, Vec<Arc<Figure>>);

const EMPTY: &str = r#"{"format": 1, "id": "d", "title": "d", "language": "en", "units": [], "sources": [], "metrics": [], "figures": []}"#;

/// Four figures of two metrics, and relations between them made by `relate` from all, killed, police, older.
fn remarks(relate: impl Fn([Arc<Figure>; 4]) -> Relation, of: usize) -> Vec<String> {
    let all = Arc::new(Figure { id: "all".to_owned(), ..asylov() });
    let part = |id: &str, number: &str, label: &str| {
        let scope = Some(scope(id, label));
        Arc::new(Figure {
            id: id.to_owned(),
            metric: "almaty".into(),
            scope,
            office: None,
            value: Some(decimal(number)),
            ..asylov()
        })
    };
    let killed = part("civilians", "139", "Civilians");
    let police = part("police", "91", "Police officers");
    let older = Arc::new(Figure {
        id: "older".to_owned(),
        said: Some(date("2022-01-15")),
        speaker: None,
        office: None,
        ..value("225")
    });
    let figures = [all, killed, police, older];
    let of_metric = |id: &str, label: &str| {
        let figures = figures.iter().filter(|figure| figure.is_of(id)).cloned().collect();
        Arc::new(Metric { figures, ..metric(id, label, Vec::new()) })
    };
    let metrics = vec![of_metric("deaths", "Deaths"), of_metric("almaty", "Deaths in Almaty")];
    let mut data = dataset::read(EMPTY).unwrap();
    data.relations = vec![relate(figures.clone()), relate(figures.clone())];
    let data = data.with_metrics(metrics);
    english().describe_relations(&data, &figures[of]).into_iter().map(|remark| remark.text).collect()
}

#[test]
fn a_relation_is_said_from_either_side_and_once() {
    let both = |kind: Edge, of_older: &str, of_all: &str| {
        let edge =
            |[all, _, _, older]: [Arc<Figure>; 4]| Relation::Edge { kind, from: all, to: older, note: None };
        assert_eq!(remarks(edge, 0), [of_all]);
        assert_eq!(remarks(edge, 3), [of_older]);
        assert!(remarks(edge, 1).is_empty());
    };
    let older = "225, reported, speaker not named, on 15 January 2022";
    let newer = "230, said by Berik Asylov on 14 March 2022";
    both(Edge::Revises, &format!("updated to {newer}"), &format!("updates {older}"));
    both(Edge::Repeats, &format!("said again: {newer}"), &format!("repeats {older}"));
    both(Edge::Contradicts, &format!("differs from {newer}"), &format!("differs from {older}"));
    both(Edge::Retracts, &format!("taken back: {newer}"), &format!("takes back {older}"));
    both(Edge::PartOf, &format!("includes {newer}"), &format!("part of {older}"));
}

#[test]
fn a_relation_across_metrics_names_the_other_and_its_scope() {
    let edge = |kind| {
        move |[all, killed, ..]: [Arc<Figure>; 4]| Relation::Edge { kind, from: killed, to: all, note: None }
    };
    assert_eq!(remarks(edge(Edge::PartOf), 0), ["139 of these: Deaths in Almaty – Civilians"]);
    assert_eq!(
        remarks(edge(Edge::PartOf), 1),
        ["part of 230, said by Berik Asylov on 14 March 2022 (Deaths)"]
    );
    assert_eq!(
        remarks(edge(Edge::Contradicts), 0),
        ["differs from 139, said by Berik Asylov on 14 March 2022 (Deaths in Almaty – Civilians)"]
    );
}

#[test]
fn a_relation_across_scopes_names_the_other() {
    let edge = |[_, killed, police, _]: [Arc<Figure>; 4]| Relation::Edge {
        kind: Edge::Contradicts,
        from: killed,
        to: police,
        note: None,
    };
    assert_eq!(remarks(edge, 2), ["differs from 139, said by Berik Asylov on 14 March 2022 (Civilians)"]);
}

#[test]
fn parts_are_added_up_before_the_reader() {
    let sum = |adds_up, parts: fn([Arc<Figure>; 4]) -> Parts| {
        move |figures| {
            let (whole, parts) = parts(figures);
            Relation::Sum { whole, parts, adds_up, note: None }
        }
    };
    let all = |[all, killed, police, _]: [Arc<Figure>; 4]| (all, vec![killed, police]);
    let of_these =
        ["139 of these: Deaths in Almaty – Civilians", "91 of these: Deaths in Almaty – Police officers"];
    assert_eq!(remarks(sum(true, all), 0), ["the parts add up: 139 + 91 = 230", of_these[0], of_these[1]]);
    assert_eq!(remarks(sum(true, all), 1), ["part of 230, said by Berik Asylov on 14 March 2022 (Deaths)"]);
    let older = |[_, killed, police, older]: [Arc<Figure>; 4]| (older, vec![killed, police]);
    assert_eq!(remarks(sum(false, older), 3), ["the parts do not add up: 139 + 91 = 230, not 225"]);
    let words = |[all, killed, ..]: [Arc<Figure>; 4]| {
        let words = Some(Text::new("en", "dozens"));
        (all, vec![killed.clone(), Arc::new(Figure { value: None, words, ..(*killed).clone() })])
    };
    assert_eq!(remarks(sum(true, words), 0)[0], "the parts: 139 + dozens");
}

#[test]
fn a_mark_has_a_name_for_those_who_do_not_see_it() {
    let status = |standing| StatusDetail { status: standing, note: None, source: None };
    let said =
        |standing| english().describe_mark(&Figure { status: status(standing), ..asylov() }, &people());
    let sentence = "230 people, said by Berik Asylov, Prosecutor General, on 14 March 2022";
    check(said(Status::Stands), sentence);
    check(said(Status::Superseded), &format!("{sentence}; superseded"));
    check(said(Status::Corrected), &format!("{sentence}; corrected"));
    check(said(Status::Disputed), &format!("{sentence}; disputed"));
    check(said(Status::Denied), &format!("{sentence}; denied"));
    check(said(Status::Retracted), &format!("{sentence}; taken back"));
}

#[test]
fn what_a_figure_counts_is_defined_with_it() {
    let text = |text| Some(Text::new("en", text));
    let of = |definition, figure: &Figure| {
        let metric = Metric { definition, ..metric("deaths", "Deaths", Vec::new()) };
        let texts: Vec<_> = metric.definitions_of(figure).map(|text| text.get("en").to_owned()).collect();
        texts.join(" ")
    };
    let almaty = Scope { definition: text("In Almaty only."), ..(*scope("almaty", "Almaty")).clone() };
    let scoped = Figure { scope: Some(Arc::new(almaty)), ..figure() };
    assert_eq!(of(None, &figure()), "");
    assert_eq!(of(text("Bodies found."), &figure()), "Bodies found.");
    assert_eq!(of(None, &scoped), "In Almaty only.");
    assert_eq!(of(text("Bodies found."), &scoped), "Bodies found. In Almaty only.");
}

#[test]
fn a_chart_is_described_by_its_turning_points() {
    let at = |id: &str, number: &str, said: Option<&str>, standing| Figure {
        id: id.to_owned(),
        said: said.map(date),
        status: StatusDetail { status: standing, note: None, source: None },
        ..value(number)
    };
    let stands = Status::Stands;
    let figures = vec![
        at("a", "100", None, stands),
        at("b", "164", Some("../2022-01-09"), stands),
        at("c", "999", Some("2022-01-10"), Status::Denied),
        at("d", "230", Some("2022-01-15"), stands),
        at("e", "225", Some("2022-01"), stands),
    ];
    check(
        english().describe_chart(&metric("deaths", "Deaths", figures.clone())),
        "Deaths: 5 figures. First: 164 people, reported, speaker not named, on or before 9 January 2022. \
         Highest: 230 people, reported, speaker not named, on 15 January 2022. \
         Latest: 225 people, reported, speaker not named, in January 2022. \
         1 of them is disputed, denied or taken back. 1 of them has no date.",
    );
    check(
        english().describe_chart(&metric("deaths", "Deaths", vec![asylov()])),
        "Deaths: 1 figure. The only figure: 230 people, said by Berik Asylov, Prosecutor General, on 14 March 2022.",
    );
    check(english().describe_chart(&metric("deaths", "Deaths", Vec::new())), "Deaths: 0 figures.");
    let scopes = vec![scope("all", "The whole country"), scope("almaty", "Almaty")];
    let described = english().describe_chart(&Metric { scopes, ..metric("deaths", "Deaths", figures) });
    assert!(
        described.contains(" The figures cover different things: The whole country; Almaty. "),
        "{described}"
    );
}

#[test]
fn nothing_is_said_with_a_hole_left_open() {
    let figures =
        [asylov(), figure(), value("0"), Figure { value: None, low: Some(decimal("5").into()), ..figure() }];
    for messages in Messages::all() {
        let localizer = Localizer::for_language(&messages.language);
        for figure in &figures {
            for unit in [people(), tenge(), unit(UnitKind::Percent)] {
                let said = [
                    localizer.format_statement(figure, &unit),
                    localizer.format_short_amount(figure, &unit),
                    localizer.format_change(&value("7"), figure, &unit).unwrap_or_default(),
                    localizer.format_change(&value("700"), figure, &unit).unwrap_or_default(),
                    localizer.describe_chart(&metric("deaths", "Deaths", vec![figure.clone(), asylov()])),
                ]
                .join("\n");
                assert!(!said.contains(['{', '}']), "{said}");
            }
        }
    }
}

#[test]
fn every_language_makes_its_own_sentences() {
    let said = |tag: &str, expected: [&str; 4]| {
        let localizer = Localizer::for_language(tag);
        let before = Figure { said: Some(date("2022-01-10/2022-01-14")), ..value("225") };
        let inferred = Some(date("2022-01?"));
        let more_than = Figure { qualifier: Qualifier::MoreThan, said: inferred, ..value("38600000000") };
        let lines = [
            localizer.format_statement(&asylov(), &unit(UnitKind::Percent)),
            localizer.format_statement(&more_than, &tenge()),
            localizer.format_change(&before, &asylov(), &people()).unwrap(),
            localizer.format_statement(
                &Figure { said: Some(date("../2022")), ..value("4500") },
                &unit(UnitKind::Percent),
            ),
        ];
        let readable =
            |line: String| line.replace(['\u{a0}', '\u{202f}'], " ").replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(lines.map(readable), expected, "{tag}");
    };
    said(
        "ru",
        [
            "230 % — Berik Asylov, Prosecutor General, 14 марта 2022 г.",
            "более 38,6 миллиарда KZT — кто сообщил, не указано, январь 2022 г. (дата установлена косвенно)",
            "225, между 10 и 14 января 2022 г.: на 5 больше (+2,2 %)",
            "4 500 % — кто сообщил, не указано, 2022 или раньше",
        ],
    );
    said(
        "kk",
        [
            "230% — Berik Asylov, Prosecutor General, 2022 ж. 14 наурыз",
            "38,6 миллиард KZT санынан көп — кім хабарлағаны көрсетілмеген, 2022 ж. қаңтар (күні жанама анықталған)",
            "225, 2022 ж. 10 – 14 қаңтар аралығында: 5 артық (+2,2%)",
            "4 500% — кім хабарлағаны көрсетілмеген, 2022 немесе одан бұрын",
        ],
    );
    said(
        "de",
        [
            "230 %, laut Berik Asylov, Prosecutor General, am 14. März 2022",
            "mehr als 38,6 Milliarden KZT, berichtet, ohne Namen zu nennen, im Januar 2022 (Datum erschlossen)",
            "225 zwischen dem 10. und dem 14. Januar 2022: 5 mehr (+2,2 %)",
            "4.500 %, berichtet, ohne Namen zu nennen, 2022 oder früher",
        ],
    );
    said(
        "fr",
        [
            "230 %, selon Berik Asylov, Prosecutor General, le 14 mars 2022",
            "plus de 38,6 milliards de KZT, rapporté sans nommer personne, en janvier 2022 (date déduite)",
            "225 entre le 10 et le 14 janvier 2022 : 5 de plus (+2,2 %)",
            "4 500 %, rapporté sans nommer personne, 2022 ou avant",
        ],
    );
    said(
        "es",
        [
            "230 %, según Berik Asylov, Prosecutor General, el 14 de marzo de 2022",
            "más de 38,6 mil millones de KZT, publicado sin nombrar a nadie, en enero de 2022 (fecha deducida)",
            "225 entre el 10 y el 14 de enero de 2022: 5 más (+2,2 %)",
            "4500 %, publicado sin nombrar a nadie, 2022 o antes",
        ],
    );
    said(
        "ar",
        [
            "230%، بحسب Berik Asylov، Prosecutor General، في 14 مارس 2022",
            "أكثر من 38.6 مليار KZT، من دون تسمية القائل، في يناير 2022 (تاريخ مستنتج)",
            "225 بين 10 و14 يناير 2022: زيادة 5 (\u{200e}+2.2%\u{200e})",
            "4,500%، من دون تسمية القائل، في 2022 أو قبله",
        ],
    );
}

#[test]
fn chinese_is_written_without_spaces_between_sentences_and_counts_in_ten_thousands() {
    let chinese = Localizer::for_language("zh-CN");
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    let later = Figure { id: "g".to_owned(), said: Some(date("2022-03-15")), ..value("225") };
    let deaths = metric("deaths", "死者", vec![asylov(), later]);
    check(
        plain(chinese.describe_chart(&deaths)),
        "死者：2个数字，2022年3月14日至2022年3月15日。最早：230 people，据Berik Asylov，Prosecutor General，2022年3月14日。\
         最新：225 people，报道未写明发言人，2022年3月15日。",
    );
    check(
        plain(chinese.format_change(&value("225"), &value("230"), &people()).unwrap()),
        "225（日期不详）：增加5（+2.2%）",
    );
    let dated = |text: &str| chinese.format_date_said(Some(&date(text)));
    check(dated("2022-03-14"), "2022年3月14日");
    check(dated("2022-01-10/2022-01-14"), "2022年1月10日至14日之间");
    check(dated("2022-01-10/2022-02-14"), "2022年1月10日至2月14日之间");
    check(dated("2022-01/2022-03"), "2022年1月至3月之间");
    check(dated("2021-12-31/2022-01-01"), "2021年12月31日至2022年1月1日之间");
    check(dated("2022-21"), "2022年春季");
    check(dated("202X"), "2020年至2029年之间");
    let sum = |digits: &str| chinese.format_number(&decimal(digits), &tenge());
    check(sum("38600000000"), "386亿 KZT");
    check(sum("50000"), "5万 KZT");
    check(sum("3000000000000"), "3万亿 KZT");
    check(sum("4500"), "4,500 KZT");
    assert_eq!(chinese.axis_scale(&tenge(), 38_600_000_000.0), (1e8, "亿 KZT".to_owned()));
    let people = Unit {
        id: "people".to_owned(),
        kind: UnitKind::Counted(vec![("zh".to_owned(), vec![("other".to_owned(), "人".to_owned())])]),
    };
    check(
        chinese.format_amount(&Figure { qualifier: Qualifier::MoreThan, ..value("230") }, &people),
        "超过230 人",
    );
}

#[test]
fn messages_in_another_script_say_in_which() {
    let tags = |wanted: &str| {
        let localizer = Localizer::for_language(wanted);
        (localizer.messages.language.clone(), localizer.interface_tag.to_string())
    };
    for tag in ["zh", "zh-CN", "zh-Hans", "zh-Hans-SG"] {
        assert_eq!(tags(tag), ("zh".to_owned(), tag.to_owned()));
    }
    for tag in ["zh-TW", "zh-HK", "zh-Hant", "zh-Hant-TW"] {
        assert_eq!(tags(tag), ("zh".to_owned(), "zh-Hans".to_owned()));
    }
    assert_eq!(tags("ja"), ("en".to_owned(), "en".to_owned()));
    assert_eq!(tags("ru-KZ"), ("ru".to_owned(), "ru-KZ".to_owned()));
    assert_eq!(tags("kk-CN"), ("kk".to_owned(), "kk-Cyrl".to_owned()));
    let texts = Text {
        entries: [("zh-Hans".to_owned(), "死亡".to_owned()), ("zh-Hant".to_owned(), "死亡人數".to_owned())]
            .into(),
    };
    assert_eq!(Localizer::for_language("zh-CN").foreign_language(&texts), None);
    assert_eq!(Localizer::for_language("zh-TW").foreign_language(&texts), Some("zh-Hant"));
}

#[test]
fn a_month_is_never_written_as_a_number_beside_its_year() {
    let march = Day::from_ymd(2022, 3, 14).unwrap();
    check(locale_for_tag("de").format_date(march, DateStyle::ShortMonthYear), "März 2022");
    check(locale_for_tag("en-GB").format_date(march, DateStyle::ShortMonthYear), "Mar 2022");
}

#[test]
fn what_is_counted_is_declined_after_a_qualifier() {
    let forms = [("one", "год"), ("few", "года"), ("many", "лет"), ("other", "года")];
    let forms = forms.map(|(category, word)| (category.to_owned(), word.to_owned())).to_vec();
    let years = Unit { id: "years".to_owned(), kind: UnitKind::Counted(vec![("ru".to_owned(), forms)]) };
    let said = |qualifier, digits: &str, unit: &Unit| {
        let figure = Figure { qualifier, ..value(digits) };
        Localizer::for_language("ru").format_amount(&figure, unit).replace('\u{a0}', " ")
    };
    check(said(Qualifier::Exact, "2", &years), "2 года");
    check(said(Qualifier::Almost, "2", &years), "почти 2 года");
    check(said(Qualifier::AtLeast, "2", &years), "не менее 2 лет");
    check(said(Qualifier::MoreThan, "21", &years), "более 21 года");
    check(said(Qualifier::About, "5", &years), "около 5 лет");
    check(said(Qualifier::MoreThan, "24000000000", &tenge()), "более 24 миллиардов KZT");
    let range =
        Figure { value: None, low: Some(decimal("2").into()), high: Some(decimal("4").into()), ..figure() };
    check(Localizer::for_language("ru").format_amount(&range, &years), "от 2 до 4 лет");
}

#[test]
fn money_has_its_word_in_the_plural_of_the_language() {
    let sum = |tag: &str, digits: &str| {
        Localizer::for_language(tag).format_number(&decimal(digits), &tenge()).replace('\u{a0}', " ")
    };
    check(sum("ru", "1000000000"), "1 миллиард KZT");
    check(sum("ru", "5000000000"), "5 миллиардов KZT");
    check(sum("ru", "22000000"), "22 миллиона KZT");
    check(sum("de", "1000000000000"), "1 Billion KZT");
    check(sum("ar", "3000000"), "3 ملايين KZT");
    let short = Figure { value: Some(decimal("38600000000")), ..figure() };
    check(Localizer::for_language("de").format_short_amount(&short, &tenge()), "38,6 Mrd. KZT");
    check(english().format_short_amount(&short, &tenge()), "KZT 38.6 bn");
}
