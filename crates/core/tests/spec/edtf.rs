//! Our reader of EDTF beside the reference reader, the npm package `edtf` at level 1, whose verdicts `scripts/edtf.mjs` has
//! written down: where the two differ, and why.

use figure_tracker_core::date::Date;

/// Each text, a tab, and `no` or the first and the last day.
const VERDICTS: &str = include_str!("edtf.tsv");

/// Why the reference reader takes a text that we refuse; none where that isn't on purpose.
fn reason_to_refuse(text: &str) -> Option<&'static str> {
    let (start, end) = text.split_once('/').unwrap_or((text, "x"));
    let is_nothing = |bound: &str| bound.is_empty() || bound == "..";
    if text == "22" {
        Some("a century is written `22XX`: two digits are a slip for a year")
    } else if text == "XXXX" {
        Some("a date without any digit says nothing")
    } else if text == "-202X" {
        Some("nobody needs decades before the year 0")
    } else if text.ends_with("-02-29") {
        Some("there is no such day: the reference reader takes the one after it")
    } else if text.contains('T') {
        Some("a figure is reported on a day: times of day are left out")
    } else if text.contains('Y') {
        Some("nobody counted anything in years of more than four digits")
    } else if is_nothing(start) && is_nothing(end) {
        Some("an interval without any end says nothing")
    } else if text.contains('/') && is_backwards(start, end) {
        Some("an interval that ends before it starts is a slip")
    } else {
        None
    }
}

fn is_backwards(start: &str, end: &str) -> bool {
    let days = |text: &str| Date::parse(text).ok();
    days(start).zip(days(end)).is_some_and(|(start, end)| start.earliest() > end.latest())
}

/// Why we take a text that the reference reader refuses; none where that isn't on purpose.
fn reason_to_take(text: &str) -> Option<&'static str> {
    let may = "some day of a month may be inferred, and may end an interval, as the standard has it";
    (text.contains('X') && text.contains(['/', '?', '~', '%'])).then_some(may)
}

/// Why a text means other days to us than to the reference reader; none where that isn't on purpose.
fn reason_for_other_days(text: &str) -> Option<&'static str> {
    if ["-21", "-22", "-23", "-24"].iter().any(|season| text.ends_with(season)) {
        Some("the reference reader takes seasons for quarters; spring begins in March")
    } else if text == "-2022-XX" {
        Some("the reference reader has a year before the year 0 run backwards")
    } else {
        None
    }
}

#[test]
fn our_reader_differs_from_the_reference_reader_on_purpose_only() {
    let mut wrong = Vec::new();
    for line in VERDICTS.lines() {
        let (text, verdict) = line.split_once('\t').unwrap();
        let ours = Date::parse(text);
        let reason = match (&ours, verdict) {
            (Err(_), "no") => continue,
            (Err(_), _) => reason_to_refuse(text),
            (Ok(_), "no") => reason_to_take(text),
            (Ok(date), days) => {
                let (first, last) = days.split_once("..").unwrap();
                let same = |day: Option<figure_tracker_core::date::Day>, theirs: &str| {
                    theirs.is_empty() || day.is_some_and(|day| day.to_string() == theirs)
                };
                if same(date.earliest(), first) && same(date.latest(), last) {
                    continue;
                }
                reason_for_other_days(text)
            }
        };
        if reason.is_none() {
            wrong.push(format!(
                "{text:?}: {verdict}, ours {:?} {:?}",
                ours.as_ref()
                    .ok()
                    .map(|d| (d.earliest().map(|d| d.to_string()), d.latest().map(|d| d.to_string()))),
                ours.as_ref().err().map(ToString::to_string)
            ));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
