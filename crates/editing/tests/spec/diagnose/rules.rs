//! Every rule of the format: what is said, where, and what would be right, word by word.

use figure_tracker_editing::diagnose;

use super::{VALID, check_bytes};

/// The valid file with some of its text exchanged.
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(VALID.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "`{from}` should be in the file once");
        text.replace(from, to)
    })
}

/// Checks what is found in the valid file after some changes, as `severity[code] place: sentence; help` and the text
/// that is underlined.
#[track_caller]
fn check(changes: &[(&str, &str)], expected: &[&str]) {
    check_bytes(changed(changes).as_bytes(), expected, true);
}

#[test]
fn a_valid_file_has_no_problems() {
    check(&[], &[]);
}

#[test]
fn a_key_that_stands_twice_is_an_error() {
    check(
        &[(r#""id": "d1","#, r#""id": "d1", "id": "dd","#)],
        &[
            r#"error[duplicate-key] line 28, column 18 (/figures/0/id): `id` stands twice in the same object; keep one of the two @ "id""#,
        ],
    );
}

#[test]
fn an_unknown_key_is_an_error_and_the_nearest_key_is_named() {
    check(
        &[(r#""speaker": "asylov""#, r#""speeker": "asylov""#)],
        &[
            r#"warning[unused] line 12, column 12 (/speakers/0/id): the speaker `asylov` is never used @ "asylov""#,
            r#"error[unknown-key] line 28, column 95 (/figures/0/speeker): `speeker` is not a key of a figure; did you mean `speaker`? @ "speeker""#,
        ],
    );
}

#[test]
fn an_unknown_key_like_no_other_lists_the_keys_there_are() {
    check(
        &[(r#""groups": [{"id": "killed", "label""#, r#""groups": [{"id": "killed", "colour": 1, "label""#)],
        &[
            r#"error[unknown-key] line 20, column 31 (/groups/0/colour): `colour` is not a key of a group; its keys are `id`, `label` @ "colour""#,
        ],
    );
}

#[test]
fn a_missing_key_is_an_error_at_its_object() {
    check(
        &[(r#"{"id": "d2", "metric": "deaths", "#, r#"{"id": "d2", "#)],
        &["error[missing-key] line 30, column 5 (/figures/1): `metric` is missing in this figure @ {"],
    );
}

#[test]
fn a_value_of_the_wrong_type_is_an_error_and_nothing_follows_from_it() {
    check(
        &[
            (r#""value": 230"#, r#""value": [230]"#),
            (r#""sources": ["first", "second"]"#, r#""sources": "first""#),
            (r#""label": "In custody""#, r#""label": 7"#),
            (r#""adds_up": true"#, r#""adds_up": "yes""#),
            (r#""format": 1"#, r#""format": "1""#),
        ],
        &[
            r#"error[wrong-type] line 2, column 13 (/format): `format` is a text; a whole number would be right @ "1""#,
            r#"warning[unused] line 17, column 12 (/sources/0/id): the source `first` is never used @ "first""#,
            "error[wrong-type] line 24, column 29 (/metrics/1/label): `label` is a number; a text, or an object from language tag to text would be right @ 7",
            r#"error[wrong-type] line 29, column 42 (/figures/0/sources): `sources` is a text; a list would be right @ "first""#,
            "error[wrong-type] line 30, column 67 (/figures/1/value): `value` is a list; a number or a decimal string, or null, would be right @ [",
            r#"error[wrong-type] line 39, column 70 (/relations/0/adds_up): `adds_up` is a text; true or false, or null, would be right @ "yes""#,
        ],
    );
}

#[test]
fn a_null_where_a_value_is_needed_is_an_error() {
    check(
        &[(r#""language": "en""#, r#""language": null"#)],
        &[
            "error[wrong-type] line 5, column 15 (/language): `language` is null; a text in double quotes would be right @ null",
        ],
    );
}

#[test]
fn a_null_anywhere_else_says_the_same_as_leaving_the_key_out() {
    check(
        &[
            (r#""status": "superseded""#, r#""status": null, "qualifier": null"#),
            (r#""groups": [{"id": "killed", "label": "Killed"}]"#, r#""groups": null"#),
            (r#" "group": "killed","#, ""),
        ],
        &[],
    );
}

#[test]
fn a_list_that_can_not_be_read_is_one_error() {
    check(
        &[
            (r#""units": ["#, r#""units": 3, "unused": ["#),
            (r#""groups": [{"id": "killed", "label": "Killed"}]"#, r#""groups": {}"#),
            (r#""speakers": ["#, r#""speakers": "none", "nobody": ["#),
        ],
        &[
            "error[wrong-type] line 6, column 12 (/units): `units` is a number; a list, or null, would be right @ 3",
            r#"error[unknown-key] line 6, column 15 (/unused): `unused` is not a key of a dataset; its keys are `$schema`, `corrections`, `edition`, `events`, `figures`, `format`, `groups`, `id`, `institutions`, `language`, `license`, `metrics`, `outlets`, `relations`, `sources`, `speakers`, `summary`, `title`, `units` @ "unused""#,
            r#"error[wrong-type] line 11, column 15 (/speakers): `speakers` is a text; a list, or null, would be right @ "none""#,
            r#"error[unknown-key] line 11, column 23 (/nobody): `nobody` is not a key of a dataset; its keys are `$schema`, `corrections`, `edition`, `events`, `figures`, `format`, `groups`, `id`, `institutions`, `language`, `license`, `metrics`, `outlets`, `relations`, `sources`, `speakers`, `summary`, `title`, `units` @ "nobody""#,
            "error[wrong-type] line 20, column 13 (/groups): `groups` is an object; a list, or null, would be right @ {",
        ],
    );
}

#[test]
fn a_fault_in_the_shape_of_an_entry_is_one_error() {
    check(
        &[
            (
                r#""events": [{"date": "2022-01-02", "label": "Protests begin"}]"#,
                r#""events": ["Protests begin"]"#,
            ),
            (
                r#"{"id": "d4", "metric": "deaths", "scope": "rest", "value": 81, "said": "2022-03-14", "sources": ["second"]}"#,
                "81",
            ),
            (r#", "d4"]"#, r#"], "note": null"#),
            (r#""adds_up": true, "note""#, r#""adds_up": false, "quote""#),
            (r#""speaker": "sklyar""#, r#""speaker": 7"#),
        ],
        &[
            r#"warning[unused] line 13, column 12 (/speakers/1/id): the speaker `sklyar` is never used @ "sklyar""#,
            "error[wrong-type] line 32, column 5 (/figures/3): an item of `figures` is a number; an object would be right @ 81",
            "error[wrong-type] line 34, column 85 (/figures/5/speaker): `speaker` is a number; a text in double quotes, or null, would be right @ 7",
            r#"error[unknown-key] line 39, column 85 (/relations/0/quote): `quote` is not a key of a relation; did you mean `note`? @ "quote""#,
            r#"error[wrong-type] line 42, column 14 (/events/0): an item of `events` is a text; an object would be right @ "Protests begin""#,
        ],
    );
}

#[test]
fn an_item_of_the_wrong_type_is_an_error() {
    check(
        &[
            (r#""parts": ["d3", "d4"], "adds_up": true"#, r#""parts": ["d3", "d4", 5], "adds_up": true"#),
            (r#""spellings": ["Berik Assylov"]"#, r#""spellings": [{}]"#),
        ],
        &[
            "error[wrong-type] line 12, column 60 (/speakers/0/spellings/0): an item of `spellings` is an object; a text in double quotes would be right @ {",
            "error[wrong-type] line 39, column 58 (/relations/0/parts/2): an item of `parts` is a number; a text in double quotes would be right @ 5",
        ],
    );
}

#[test]
fn an_unknown_value_is_an_error_and_the_nearest_one_is_named() {
    check(
        &[(r#""status": "denied""#, r#""status": "denid""#), (r#""kind": "level""#, r#""kind": "stock""#)],
        &[
            r#"error[unknown-value] line 24, column 69 (/metrics/1/kind): `stock` is not a value of `kind`; its values are `running_total`, `level`, `amount` @ "stock""#,
            r#"error[unknown-value] line 35, column 16 (/figures/5/status): `denid` is not a value of `status`; did you mean `denied`? @ "denid""#,
        ],
    );
}

#[test]
fn a_relation_of_unknown_type_is_one_error() {
    check(
        &[(r#""type": "revises""#, r#""type": "revised""#)],
        &[
            r#"error[unknown-value] line 40, column 14 (/relations/1/type): `revised` is not a value of `type`; did you mean `revises`? @ "revised""#,
        ],
    );
}

#[test]
fn a_relation_has_the_keys_of_its_type() {
    check(
        &[
            (
                r#""type": "revises", "from": "d2", "to": "d1""#,
                r#""type": "revises", "from": "d2", "whole": "d1""#,
            ),
            (r#""adds_up": true, "note""#, r#""from": "d1", "note""#),
        ],
        &[
            "error[missing-key] line 39, column 5 (/relations/0): `adds_up` is missing in a sum @ {",
            r#"error[unknown-key] line 39, column 59 (/relations/0/from): `from` is not a key of a sum; its keys are `whole`, `parts`, `adds_up` @ "from""#,
            "error[missing-key] line 40, column 5 (/relations/1): `to` is missing in this relation @ {",
            r#"error[unknown-key] line 40, column 39 (/relations/1/whole): `whole` is not a key of this relation; its keys are `from`, `to` @ "whole""#,
        ],
    );
}

#[test]
fn a_sum_without_parts_is_an_error() {
    check(
        &[(r#""parts": ["d3", "d4"]"#, r#""parts": []"#)],
        &["error[empty-sum] line 39, column 45 (/relations/0/parts): this sum has no parts @ ["],
    );
}

#[test]
fn another_version_of_the_format_is_an_error() {
    check(
        &[(r#""format": 1"#, r#""format": 2"#)],
        &[
            "error[unknown-format] line 2, column 13 (/format): `format` is 2, which is not known here; the format has one version: 1 @ 2",
        ],
    );
}

#[test]
fn an_id_that_is_there_twice_is_an_error_at_the_second() {
    check(
        &[
            (r#""id": "d2""#, r#""id": "d1""#),
            (r#""whole": "d2""#, r#""whole": "d1""#),
            (
                r#""type": "revises", "from": "d2", "to": "d1""#,
                r#""type": "repeats", "from": "d3", "to": "d1""#,
            ),
            (r#""adds_up": true"#, r#""adds_up": false"#),
        ],
        &[
            r#"error[duplicate-id] line 30, column 12 (/figures/1/id): another figure has the id `d1` already @ "d1""#,
        ],
    );
}

#[test]
fn a_scope_id_is_unique_within_its_metric() {
    check(
        &[(
            r#"{"id": "rest", "label": "Rest"}"#,
            r#"{"id": "rest", "label": "Rest"}, {"id": "city", "label": "Town"}"#,
        )],
        &[
            r#"error[duplicate-id] line 23, column 119 (/metrics/0/scopes/3/id): another scope of this metric has the id `city` already @ "city""#,
        ],
    );
}

#[test]
fn an_empty_id_is_an_error() {
    check(
        &[
            (r#""id": "january""#, r#""id": """#),
            (r#"{"id": "kzt", "currency""#, r#"{"id": "", "currency""#),
            (r#""unit": "kzt""#, r#""unit": "people""#),
        ],
        &[
            r#"error[empty-id] line 3, column 9 (/id): the id is empty @ """#,
            r#"error[empty-id] line 8, column 12 (/units/1/id): the id is empty @ """#,
        ],
    );
}

#[test]
fn a_reference_that_leads_nowhere_is_an_error_and_the_nearest_id_is_named() {
    check(
        &[
            (r#""speaker": "asylov""#, r#""speaker": "assylov""#),
            (r#""outlet": "paper""#, r#""outlet": "papers""#),
            (r#""unit": "kzt""#, r#""unit": "KZ""#),
            (r#""figure": "d1", "note""#, r#""figure": "x1", "note""#),
        ],
        &[
            r#"warning[unused] line 12, column 12 (/speakers/0/id): the speaker `asylov` is never used @ "asylov""#,
            r#"warning[unused] line 15, column 22 (/outlets/0/id): the outlet `paper` is never used @ "paper""#,
            r#"error[unresolved-reference] line 17, column 31 (/sources/0/outlet): no outlet has the id `papers`; did you mean `paper`? @ "papers""#,
            r#"error[unresolved-reference] line 25, column 49 (/metrics/2/unit): no unit has the id `KZ`; did you mean `kzt`? @ "KZ""#,
            r#"error[unresolved-reference] line 28, column 106 (/figures/0/speaker): no speaker has the id `assylov`; did you mean `asylov`? @ "assylov""#,
            r#"error[unresolved-reference] line 43, column 52 (/corrections/0/figure): no figure has the id `x1`; did you mean `d1`? @ "x1""#,
        ],
    );
}

#[test]
fn every_reference_is_looked_up() {
    check(
        &[
            (r#""institution": "office""#, r#""institution": "ministry""#),
            (r#""status_source": "second""#, r#""status_source": "third""#),
            (r#""part_of": "deaths""#, r#""part_of": "nothing""#),
            (r#""from": "d2", "to": "d1""#, r#""from": "nobody", "to": "d1""#),
            (r#""parts": ["d3", "d4"]"#, r#""parts": ["d3", "d4", "nowhere"]"#),
            (r#""group": "killed", "unit""#, r#""group": "wounded", "unit""#),
        ],
        &[
            r#"warning[unused] line 10, column 27 (/institutions/0/id): the institution `office` is never used @ "office""#,
            r#"error[unresolved-reference] line 22, column 72 (/metrics/0/group): no group has the id `wounded` @ "wounded""#,
            r#"error[unresolved-reference] line 24, column 89 (/metrics/1/part_of): no metric has the id `nothing` @ "nothing""#,
            r#"error[unresolved-reference] line 29, column 21 (/figures/0/institution): no institution has the id `ministry` @ "ministry""#,
            r#"error[unresolved-reference] line 35, column 85 (/figures/5/status_source): no source has the id `third` @ "third""#,
            r#"error[unresolved-reference] line 39, column 58 (/relations/0/parts/2): no figure has the id `nowhere` @ "nowhere""#,
            r#"error[unresolved-reference] line 40, column 33 (/relations/1/from): no figure has the id `nobody` @ "nobody""#,
        ],
    );
}

#[test]
fn a_scope_must_be_one_of_the_metric() {
    check(
        &[
            (r#""scope": "city", "value""#, r#""scope": "ciyt", "value""#),
            (r#""metric": "damage", "value""#, r#""metric": "damage", "scope": "city", "value""#),
        ],
        &[
            r#"error[unresolved-reference] line 31, column 47 (/figures/2/scope): the metric `deaths` has no scope `ciyt`; did you mean `city`? @ "ciyt""#,
            r#"error[unresolved-reference] line 36, column 47 (/figures/6/scope): the metric `damage` has no scope `city`; it has no scopes at all @ "city""#,
        ],
    );
}

#[test]
fn a_figure_of_a_metric_with_scopes_names_one() {
    check(
        &[(r#""scope": "rest", "value""#, r#""value""#)],
        &[
            "warning[missing-scope] line 32, column 5 (/figures/3): the metric `deaths` has scopes, but this figure names none; its scopes are `country`, `city`, `rest` @ {",
        ],
    );
}

#[test]
fn a_text_that_says_nothing_is_an_error() {
    check(
        &[
            (r#""title": "January""#, r#""title": " ""#),
            (r#""name": "Roman Sklyar""#, r#""name": {}"#),
            (r#""words": "dozens""#, r#""words": """#),
        ],
        &[
            r#"error[empty-text] line 4, column 12 (/title): `title` is empty; write it, or leave the key out @ " ""#,
            "error[empty-text] line 13, column 30 (/speakers/1/name): `name` is empty; write it, or leave the key out @ {",
            r#"error[empty-text] line 34, column 45 (/figures/5/words): `words` is empty; write it, or leave the key out @ """#,
        ],
    );
}

#[test]
fn a_language_is_a_language_tag() {
    check(
        &[
            (r#""language": "en""#, r#""language": "english language""#),
            (r#""kk": "Қаза""#, r#""k": "Қаза""#),
            (r#"{"en": {"one""#, r#"{"1": {"one""#),
        ],
        &[
            r#"error[bad-language] line 5, column 15 (/language): `english language` is not a language tag; a tag is written like `en`, `kk` or `zh-Hant` (BCP 47) @ "english language""#,
            r#"error[bad-language] line 7, column 32 (/units/0/label/1): `1` is not a language tag; a tag is written like `en`, `kk` or `zh-Hant` (BCP 47) @ "1""#,
            r#"error[bad-language] line 22, column 48 (/metrics/0/label/k): `k` is not a language tag; a tag is written like `en`, `kk` or `zh-Hant` (BCP 47) @ "k""#,
        ],
    );
}

#[test]
fn plural_forms_go_by_the_categories_of_cldr() {
    check(
        &[(r#"{"one": "person", "other": "people"}"#, r#"{"singular": "person", "other": " "}"#)],
        &[
            r#"error[unknown-key] line 7, column 39 (/units/0/label/en/singular): `singular` is not a plural category; the categories are `zero`, `one`, `two`, `few`, `many`, `other` @ "singular""#,
            r#"error[empty-text] line 7, column 70 (/units/0/label/en/other): the label is empty; write the word for what is counted @ " ""#,
        ],
    );
}

#[test]
fn the_plural_category_other_is_always_there() {
    check(
        &[(r#"{"en": {"one": "person", "other": "people"}}"#, r#"{"one": "person", "few": "persons"}"#)],
        &[
            "error[missing-key] line 7, column 31 (/units/0/label): the plural category `other` is missing; it is the word for all numbers that have no word of their own @ {",
        ],
    );
}

#[test]
fn a_unit_says_once_what_it_counts() {
    check(
        &[
            (r#""currency": "KZT""#, r#""currency": "KZT", "percent": true"#),
            (r#""label": {"en": {"one": "person", "other": "people"}}"#, r#""label": null"#),
        ],
        &[
            "error[bad-unit] line 7, column 5 (/units/0): the unit `people` does not say what it counts; a unit has exactly one of `label`, `currency` and `percent` @ {",
            "error[bad-unit] line 8, column 5 (/units/1): the unit `kzt` says more than once what it counts; a unit has exactly one of `label`, `currency` and `percent` @ {",
        ],
    );
}

#[test]
fn percent_can_only_be_true() {
    check(
        &[(r#""currency": "KZT""#, r#""percent": false"#)],
        &[
            "error[bad-unit] line 8, column 30 (/units/1/percent): `percent` can only be true; leave the key out @ false",
        ],
    );
}

#[test]
fn a_currency_is_three_capital_letters() {
    check(
        &[(r#""currency": "KZT""#, r#""currency": "tenge""#)],
        &[
            r#"error[bad-currency] line 8, column 31 (/units/1/currency): `tenge` is not a currency code; a code is three capital letters, like `KZT` or `EUR` (ISO 4217) @ "tenge""#,
        ],
    );
}

#[test]
fn an_impossible_date_is_an_error() {
    check(
        &[
            (r#""said": "2022-03""#, r#""said": "2022-02-30""#),
            (r#""date": "2022-01-02""#, r#""date": "January""#),
            (r#""published": "2022-01-15""#, r#""published": "15.01.2022""#),
        ],
        &[
            r#"error[bad-date] line 17, column 53 (/sources/0/published): `15.01.2022` is not a date: write `2022-01-15` @ "15.01.2022""#,
            r#"error[bad-date] line 33, column 69 (/figures/4/said): `2022-02-30` is not a day: February 2022 has 28 days @ "2022-02-30""#,
            r#"error[bad-date] line 42, column 23 (/events/0/date): `January` is not a date: write it like `2022-01-15`, `2022-01` or `2022` @ "January""#,
        ],
    );
}

#[test]
fn something_said_after_it_was_printed_is_a_warning() {
    check(
        &[(r#""said": "2022-01-15?""#, r#""said": "2022-01-16""#)],
        &[
            r#"warning[said-after-published] line 28, column 80 (/figures/0/said): this was said after its source `first` was published (2022-01-15) @ "2022-01-16""#,
        ],
    );
}

#[test]
fn a_number_is_written_without_separators() {
    check(
        &[
            (r#""value": "149""#, r#""value": "1,149""#),
            (r#""value": 81"#, r#""value": "81e0""#),
            (r#""adds_up": true"#, r#""adds_up": false"#),
        ],
        &[
            r#"error[bad-number] line 31, column 64 (/figures/2/value): `value` is `1,149`, which is not a decimal number; write it like 1234567.89: digits, and a point before the fraction @ "1,149""#,
            r#"error[bad-number] line 32, column 64 (/figures/3/value): `value` is `81e0`, which is not a decimal number; write it like 1234567.89: digits, and a point before the fraction @ "81e0""#,
        ],
    );
}

#[test]
fn a_number_has_no_more_digits_than_can_be_kept() {
    check(
        &[(r#""value": 113.5"#, r#""value": 1e999"#), (r#""value": 81"#, r#""value": 0.0000000000001"#)],
        &[
            "error[bad-number] line 32, column 64 (/figures/3/value): `value` is `0.0000000000001`, which has too many digits; at most 24 digits before the point and 12 behind it are kept @ 0.0000000000001",
            "error[bad-number] line 36, column 47 (/figures/6/value): `value` is `1e999`, which has too many digits; at most 24 digits before the point and 12 behind it are kept @ 1e999",
        ],
    );
}

#[test]
fn more_digits_than_a_double_keeps_belong_in_a_string() {
    check(
        &[
            (r#""value": 113.5"#, r#""value": 12345678901234567890"#),
            (r#""value": 81"#, r#""value": 81.000000000"#),
        ],
        &[
            r#"warning[lost-digits] line 36, column 47 (/figures/6/value): `value` has more digits than a double keeps; write it as a string: "12345678901234567890" @ 12345678901234567890"#,
        ],
    );
}

#[test]
fn a_range_that_is_upside_down_is_an_error() {
    check(
        &[(r#""low": 700, "high": 779"#, r#""low": 779.5, "high": "779.25""#)],
        &[
            "error[low-above-high] line 33, column 43 (/figures/4/low): `low` 779.5 is above `high` 779.25 @ 779.5",
        ],
    );
}

#[test]
fn a_number_outside_its_range_is_an_error() {
    check(
        &[
            (r#""value": 225"#, r#""value": 225, "low": 226"#),
            (r#""value": 113.5"#, r#""value": 113.5, "low": 100, "high": 113"#),
        ],
        &[
            "error[value-outside-range] line 28, column 67 (/figures/0/value): `value` 225 is below `low` 226 @ 225",
            "error[value-outside-range] line 36, column 47 (/figures/6/value): `value` 113.5 is above `high` 113 @ 113.5",
        ],
    );
}

#[test]
fn a_figure_that_reports_nothing_is_an_error() {
    check(
        &[(r#""value": 113.5"#, r#""value": null"#)],
        &[
            "error[nothing-reported] line 36, column 5 (/figures/6): the figure `m1` reports nothing; a figure has a `value`, a range from `low` to `high`, or `words` @ {",
        ],
    );
}

#[test]
fn a_range_may_be_qualified_as_a_number_is() {
    check(&[(r#""low": 700,"#, r#""qualifier": "about", "low": 700,"#)], &[]);
}

#[test]
fn a_figure_without_source_is_an_error() {
    check(
        &[(r#""sources": ["first", "second"]"#, r#""sources": []"#)],
        &[
            r#"warning[unused] line 17, column 12 (/sources/0/id): the source `first` is never used @ "first""#,
            "error[no-source] line 29, column 42 (/figures/0/sources): the figure `d1` has no source; name at least one document that carries it @ [",
        ],
    );
}

#[test]
fn an_address_is_http_or_https() {
    check(
        &[
            (r#""url": "http://paper.example/1""#, r#""url": "javascript:alert(1)""#),
            (r#""archived": "https://a.example/1""#, r#""archived": "https://""#),
            (r#""url": "https://paper.example/""#, r#""url": "HTTPS://paper.example/a b""#),
        ],
        &[
            r#"error[bad-url] line 15, column 59 (/outlets/0/url): `url` is `HTTPS://paper.example/a b`, which is not a web address; an address begins with `https://` or `http://` and has no spaces @ "HTTPS://paper.example/a b""#,
            r#"error[bad-url] line 17, column 74 (/sources/0/url): `url` is `javascript:alert(1)`, which is not a web address; an address begins with `https://` or `http://` and has no spaces @ "javascript:alert(1)""#,
            r#"error[bad-url] line 17, column 109 (/sources/0/archived): `archived` is `https://`, which is not a web address; an address begins with `https://` or `http://` and has no spaces @ "https://""#,
        ],
    );
}

#[test]
fn a_status_that_casts_doubt_needs_its_note_and_its_source() {
    check(
        &[(r#""status_note": "The ministry denies it.", "status_source": "second""#, r#""note": "?""#)],
        &[
            r#"error[unexplained-status] line 35, column 16 (/figures/5/status): `status` is `denied`, but there is no `status_note`; say why, in your own words @ "denied""#,
            r#"error[unexplained-status] line 35, column 16 (/figures/5/status): `status` is `denied`, but there is no `status_source`; name the document that says so @ "denied""#,
        ],
    );
}

#[test]
fn a_source_without_archived_copy_is_a_warning() {
    check(
        &[
            (r#", "archived": "https://a.example/2""#, r#", "archived": null"#),
            (r#", "archived": "https://a.example/1""#, ""),
        ],
        &[
            "warning[not-archived] line 17, column 5 (/sources/0): the source `first` has no `archived` link; save a copy at an archive and give its address @ {",
            "warning[not-archived] line 18, column 74 (/sources/1/archived): the source `second` has no `archived` link; save a copy at an archive and give its address @ null",
        ],
    );
}

#[test]
fn a_sum_that_does_not_add_up_is_an_error() {
    check(
        &[(r#""value": 81"#, r#""value": 80.5"#)],
        &[
            r#"error[wrong-sum] line 39, column 70 (/relations/0/adds_up): the parts add up to 229.5, not to 230; write `"adds_up": false`, or mend a number @ true"#,
        ],
    );
}

#[test]
fn a_sum_that_adds_up_after_all_is_an_error() {
    check(
        &[(r#""adds_up": true"#, r#""adds_up": false"#)],
        &[
            r#"error[wrong-sum] line 39, column 70 (/relations/0/adds_up): the parts do add up to 230; write `"adds_up": true` @ false"#,
        ],
    );
}

#[test]
fn a_sum_with_a_range_or_a_qualified_number_is_not_judged() {
    check(&[(r#""value": 81"#, r#""low": 1, "high": 2"#)], &[]);
}

#[test]
fn a_sum_with_a_qualified_number_is_not_judged() {
    check(&[(r#""value": 230"#, r#""value": 240, "qualifier": "about""#)], &[]);
}

#[test]
fn nothing_relates_to_itself() {
    check(
        &[
            (r#""from": "d2", "to": "d1""#, r#""from": "d2", "to": "d2""#),
            (r#""parts": ["d3", "d4"], "adds_up": true"#, r#""parts": ["d3", "d4", "d2"], "adds_up": false"#),
            (r#""part_of": "deaths""#, r#""part_of": "held""#),
        ],
        &[
            r#"error[self-relation] line 24, column 89 (/metrics/1/part_of): the metric `held` is part of itself @ "held""#,
            r#"error[self-relation] line 39, column 58 (/relations/0/parts/2): `d2` is a part of itself in this sum @ "d2""#,
            r#"error[self-relation] line 40, column 45 (/relations/1/to): `d2` is related to itself @ "d2""#,
        ],
    );
}

#[test]
fn a_circle_of_relations_of_one_type_is_an_error() {
    check(
        &[(
            r#"{"type": "revises", "from": "d2", "to": "d1"}"#,
            "{\"type\": \"revises\", \"from\": \"d2\", \"to\": \"d1\"},\n    {\"type\": \"revises\", \"from\": \"d1\", \"to\": \"h1\"},\n    {\"type\": \"revises\", \"from\": \"h1\", \"to\": \"d2\"},\n    {\"type\": \"repeats\", \"from\": \"d1\", \"to\": \"d2\"}",
        )],
        &[
            r#"error[cycle] line 40, column 45 (/relations/1/to): this closes a circle: `d1` → `h1` → `d2` → `d1` @ "d1""#,
        ],
    );
}

#[test]
fn parts_of_sums_and_of_figures_make_one_circle() {
    check(
        &[(
            r#"{"type": "revises", "from": "d2", "to": "d1"}"#,
            r#"{"type": "part_of", "from": "d2", "to": "d3"}"#,
        )],
        &[
            r#"error[cycle] line 39, column 46 (/relations/0/parts/0): this closes a circle: `d2` → `d3` → `d2` @ "d3""#,
        ],
    );
}

#[test]
fn two_figures_may_contradict_each_other_both_ways() {
    check(
        &[(
            r#"{"type": "revises", "from": "d2", "to": "d1"}"#,
            r#"{"type": "contradicts", "from": "d2", "to": "d1"}, {"type": "contradicts", "from": "d1", "to": "d2"}"#,
        )],
        &[],
    );
}

#[test]
fn metrics_are_not_parts_of_each_other_in_a_circle() {
    check(
        &[
            (r#""group": "killed", "unit""#, r#""part_of": "damage", "unit""#),
            (r#""kind": "amount""#, r#""kind": "amount", "part_of": "held""#),
        ],
        &[
            r#"error[cycle] line 24, column 89 (/metrics/1/part_of): this closes a circle: `deaths` → `damage` → `held` → `deaths` @ "deaths""#,
        ],
    );
}

#[test]
fn a_running_total_that_falls_is_a_warning() {
    check(
        &[
            (r#""value": 225"#, r#""value": 231"#),
            (
                r#"{"type": "revises", "from": "d2", "to": "d1"}"#,
                r#"{"type": "contradicts", "from": "d2", "to": "d1"}"#,
            ),
        ],
        &[
            "warning[falling-total] line 30, column 67 (/figures/1/value): this running total falls below `d1`, which was said before it; say why with a relation `revises` or `retracts` from `d2`, or give it a scope; if it is no running total, its metric has another `kind` @ 230",
        ],
    );
}

#[test]
fn a_fall_that_a_revision_explains_is_none() {
    check(&[(r#""value": 225"#, r#""value": 231"#)], &[]);
}

#[test]
fn a_figure_that_is_struck_falls_for_nobody() {
    check(
        &[
            (r#""value": 225"#, r#""value": 231"#),
            (
                r#"{"type": "revises", "from": "d2", "to": "d1"}"#,
                r#"{"type": "contradicts", "from": "d2", "to": "d1"}"#,
            ),
            (
                r#""status": "superseded""#,
                r#""status": "disputed", "status_note": "Too many.", "status_source": "first""#,
            ),
        ],
        &[],
    );
}

#[test]
fn more_than_a_number_is_no_fall_from_a_higher_one() {
    check(
        &[
            (r#""value": 225"#, r#""value": 231"#),
            (r#""value": 230"#, r#""value": 230, "qualifier": "more_than""#),
            (
                r#"{"type": "revises", "from": "d2", "to": "d1"}"#,
                r#"{"type": "contradicts", "from": "d2", "to": "d1"}"#,
            ),
        ],
        &[],
    );
}

#[test]
fn a_level_may_fall() {
    check(&[(r#""words": "dozens""#, r#""value": 12"#)], &[]);
}

#[test]
fn the_same_statement_twice_is_a_warning() {
    check(
        &[
            (
                r#"{"id": "m1","#,
                "{\"id\": \"d5\", \"metric\": \"deaths\", \"scope\": \"country\", \"value\": \"230.0\", \"said\": \"2022-03-14\", \"sources\": [\"first\"]},\n    {\"id\": \"m1\",",
            ),
            (r#""said": "2022-01-15?""#, r#""said": "2022-01""#),
        ],
        &[
            r#"warning[same-statement] line 36, column 12 (/figures/6/id): `d2` is the same statement; one statement carried by two documents is one figure with two sources @ "d5""#,
            r#"warning[said-after-published] line 36, column 84 (/figures/6/said): this was said after its source `first` was published (2022-01-15) @ "2022-03-14""#,
        ],
    );
}

#[test]
fn two_institutions_that_say_the_same_are_two_statements_where_nobody_is_named() {
    let twice = |institution: &str| {
        let end = format!(
            "\"said\": \"2022-03-14\", \"institution\": \"{institution}\", \"sources\": [\"second\"]}},\n    "
        );
        let d5 =
            format!("{{\"id\": \"d5\", \"metric\": \"deaths\", \"scope\": \"city\", \"value\": 7, {end}");
        let d6 = "{\"id\": \"d6\", \"metric\": \"deaths\", \"scope\": \"city\", \"value\": 7, \"said\": \"2022-03-14\", \"institution\": \"office\", \"sources\": [\"second\"]},\n    ";
        let text = changed(&[
            (r#"[{"id": "office","#, r#"[{"id": "police", "name": "Police"}, {"id": "office","#),
            (r#"{"id": "m1","#, &[&d5, d6, r#"{"id": "m1","#].concat()),
        ]);
        diagnose(text.as_bytes()).iter().filter(|diagnostic| diagnostic.code == "same-statement").count()
    };
    assert_eq!(twice("police"), 0);
    assert_eq!(twice("office"), 1);
}

#[test]
fn a_statement_that_is_said_to_repeat_another_is_no_second_entry_of_it() {
    check(
        &[
            (
                r#"{"id": "m1","#,
                "{\"id\": \"d5\", \"metric\": \"deaths\", \"scope\": \"country\", \"value\": 230, \"said\": \"2022-03-14\", \"sources\": [\"second\"]},\n    {\"id\": \"m1\",",
            ),
            (
                r#""type": "revises", "from": "d2", "to": "d1""#,
                r#""type": "repeats", "from": "d5", "to": "d2""#,
            ),
        ],
        &[],
    );
}

#[test]
fn a_metric_without_figure_is_a_warning() {
    check(
        &[(r#""metric": "damage""#, r#""metric": "held""#)],
        &[
            r#"warning[metric-without-figure] line 25, column 12 (/metrics/2/id): the metric `damage` has no figure @ "damage""#,
        ],
    );
}

#[test]
fn a_speaker_institution_outlet_or_source_never_used_is_a_warning() {
    check(
        &[
            (r#""speaker": "sklyar", "#, ""),
            (r#""institution": "office", "#, ""),
            (r#""outlet": "paper", "#, ""),
            (r#""sources": ["first", "second"]"#, r#""sources": ["second"]"#),
        ],
        &[
            r#"warning[unused] line 10, column 27 (/institutions/0/id): the institution `office` is never used @ "office""#,
            r#"warning[unused] line 13, column 12 (/speakers/1/id): the speaker `sklyar` is never used @ "sklyar""#,
            r#"warning[unused] line 15, column 22 (/outlets/0/id): the outlet `paper` is never used @ "paper""#,
            r#"warning[unused] line 17, column 12 (/sources/0/id): the source `first` is never used @ "first""#,
        ],
    );
}

#[test]
fn a_name_that_two_speakers_share_is_a_warning() {
    check(
        &[(r#""name": "Roman Sklyar""#, r#""name": {"en": "BERIK ÁSSYLOV", "kk": "Роман Скляр"}"#)],
        &[
            r#"warning[shared-name] line 13, column 37 (/speakers/1/name/en): the speaker `asylov` has the name `Berik Assylov` already; if it is the same speaker, keep one entry @ "BERIK ÁSSYLOV""#,
        ],
    );
}

#[test]
fn two_outlets_whose_names_differ_in_case_and_spaces_only_are_a_warning() {
    check(
        &[
            (
                r#"{"id": "paper", "name": "The Paper","#,
                r#"{"id": "paper2", "name": "the-paper"}, {"id": "paper", "name": "The Paper","#,
            ),
            (r#""outlet": null"#, r#""outlet": "paper2""#),
        ],
        &[
            r#"warning[shared-name] line 15, column 78 (/outlets/1/name): the outlet `paper2` has the name `the-paper` already; if it is the same outlet, keep one entry @ "The Paper""#,
        ],
    );
}

#[test]
fn a_control_or_a_bidi_override_in_a_text_is_a_warning_where_it_stands() {
    check(
        &[
            (r#""label": "Damage""#, "\"label\": \"Dam\u{202e}age\""),
            (r#""title": "January""#, r#""title": "Jan\u0007uary\n\t""#),
            (
                r#""id": "office", "name": "Prosecutor's Office""#,
                "\"id\": \"office\", \"name\": \"ا\u{200f} Office \u{2066}x\u{2069}\"",
            ),
            (r#""note": "A typo"#, "\"note\": \"A\u{7f} typo"),
        ],
        &[
            r#"warning[invisible-character] line 4, column 12 (/title): this text holds a control character (U+0007); remove it @ "Jan\u0007uary\n\t""#,
            "warning[invisible-character] line 10, column 56 (/institutions/0/name): this text holds a character that turns the writing direction (U+2066); remove it @ \u{2066}",
            "warning[invisible-character] line 25, column 35 (/metrics/2/label): this text holds a character that turns the writing direction (U+202E); remove it @ \u{202e}",
            "warning[invisible-character] line 43, column 68 (/corrections/0/note): this text holds a control character (U+007F); remove it @ \u{7f}",
        ],
    );
}

#[test]
fn a_number_ahead_of_the_edition_is_a_warning_but_what_it_is_about_may_lie_ahead() {
    check(
        &[
            (r#""language": "en","#, r#""language": "en", "edition": "2022-04-15","#),
            (
                r#""said": "2022-03-14", "sources": ["second"]},
    {"id": "d3""#,
                r#""said": "2022-03-14", "as_of": "2030", "sources": ["second"]},
    {"id": "d3""#,
            ),
            (r#""published": "2022-01-15""#, r#""published": "2022-04-16""#),
            (r#""date": "2022-01-02""#, r#""date": "2023-01-02""#),
        ],
        &[
            r#"warning[later-than-edition] line 17, column 53 (/sources/0/published): `2022-04-16` is later than the `edition` of this dataset (2022-04-15); is the year right? the edition is the day of the last change @ "2022-04-16""#,
            r#"warning[later-than-edition] line 42, column 23 (/events/0/date): `2023-01-02` is later than the `edition` of this dataset (2022-04-15); is the year right? the edition is the day of the last change @ "2023-01-02""#,
            r#"warning[later-than-edition] line 43, column 28 (/corrections/0/date): `2022-05-01` is later than the `edition` of this dataset (2022-04-15); is the year right? the edition is the day of the last change @ "2022-05-01""#,
        ],
    );
}

#[test]
fn something_said_generations_before_it_was_printed_is_a_warning() {
    check(
        &[(r#""said": "2022-01-15?""#, r#""said": "1922-01-15""#)],
        &[
            r#"warning[said-long-before] line 28, column 80 (/figures/0/said): this was said generations before its source was published (2022-01-15); is the year right? @ "1922-01-15""#,
        ],
    );
}

#[test]
fn a_year_of_another_calendar_is_a_warning_of_its_own() {
    check(
        &[
            (r#""language": "en","#, r#""language": "en", "edition": "2022-06","#),
            (r#""said": "2022-01-15?""#, r#""said": "1400-10-25""#),
            (r#""published": "2022-04""#, r#""published": "2565-04""#),
        ],
        &[
            r#"warning[other-calendar] line 18, column 51 (/sources/1/published): 2565 looks like a year of the Buddhist calendar; write the year of the common calendar, which would be 2022 here @ "2565-04""#,
            r#"warning[other-calendar] line 28, column 80 (/figures/0/said): 1400 looks like a year of the Iranian calendar; write the year of the common calendar, which would be 2021 here @ "1400-10-25""#,
        ],
    );
}

#[test]
fn a_source_says_of_its_own_how_it_carries_a_figure() {
    check(
        &[(
            r#""sources": ["first", "second"]"#,
            r#""sources": ["first", {"source": "second", "attribution": "relayed", "qualifier": "up_to", "cites": "paper", "note": "As many as."}]"#,
        )],
        &[],
    );
}

#[test]
fn a_source_cites_a_source_or_an_outlet() {
    check(
        &[(
            r#""sources": ["first", "second"]"#,
            r#""sources": [{"source": "first", "cites": "secnod"}, {"source": "second", "cites": "second"}]"#,
        )],
        &[
            r#"error[unresolved-reference] line 29, column 72 (/figures/0/sources/0/cites): no source and no outlet has the id `secnod`; did you mean `second`? @ "secnod""#,
            r#"error[self-relation] line 29, column 113 (/figures/0/sources/1/cites): the source `second` cites itself @ "second""#,
        ],
    );
}

#[test]
fn an_entry_of_a_source_has_its_own_keys() {
    check(
        &[(
            r#""sources": ["first", "second"]"#,
            r#""sources": [{"source": "frist"}, {"id": "first"}, 7, "second"]"#,
        )],
        &[
            r#"warning[unused] line 17, column 12 (/sources/0/id): the source `first` is never used @ "first""#,
            r#"error[unresolved-reference] line 29, column 54 (/figures/0/sources/0/source): no source has the id `frist`; did you mean `first`? @ "frist""#,
            "error[missing-key] line 29, column 64 (/figures/0/sources/1): `source` is missing in this figure source @ {",
            r#"error[unknown-key] line 29, column 65 (/figures/0/sources/1/id): `id` is not a key of a figure source; its keys are `attribution`, `cites`, `note`, `qualifier`, `source` @ "id""#,
            "error[wrong-type] line 29, column 81 (/figures/0/sources/2): an item of `sources` is a number; a text in double quotes, or an object would be right @ 7",
        ],
    );
}

#[test]
fn what_is_not_comparable_or_converted_has_two_ends() {
    check(
        &[(
            r#"{"type": "revises", "from": "d2", "to": "d1"}"#,
            r#"{"type": "not_comparable", "from": "d2", "to": "d1"}, {"type": "converted", "from": "m1"}"#,
        )],
        &["error[missing-key] line 40, column 59 (/relations/2): `to` is missing in this relation @ {"],
    );
}

#[test]
fn a_fall_of_what_is_not_comparable_is_explained() {
    check(
        &[(r#""value": 225"#, r#""value": 231"#), (r#""type": "revises""#, r#""type": "not_comparable""#)],
        &[],
    );
}

#[test]
fn two_metrics_of_one_name_in_the_spreadsheet_are_a_warning() {
    check(
        &[
            (r#"{"id": "held","#, r#"{"id": "held", "name": "jan.held","#),
            (r#"{"id": "damage","#, r#"{"id": "damage", "name": "jan.held","#),
            (r#""currency": "KZT""#, r#""currency": "KZT", "scale": "bn""#),
        ],
        &[
            r#"warning[shared-name] line 25, column 30 (/metrics/2/name): the metric `held` has the name `jan.held` already; if it is the same metric, keep one entry @ "jan.held""#,
        ],
    );
}

#[test]
fn a_fault_does_not_hide_the_others_of_its_record() {
    check(
        &[
            (r#""id": "d2", "metric": "deaths", "#, r#""id": "d2", "sources": ["nobody"], "when": 1, "#),
            (
                r#""said": "2022-03-14", "sources": ["second"]},
    {"id": "d3""#,
                r#""said": "2022-02-30"},
    {"id": "d3""#,
            ),
        ],
        &[
            "error[missing-key] line 30, column 5 (/figures/1): `metric` is missing in this figure @ {",
            r#"error[unresolved-reference] line 30, column 30 (/figures/1/sources/0): no source has the id `nobody` @ "nobody""#,
            r#"error[unknown-key] line 30, column 41 (/figures/1/when): `when` is not a key of a figure; its keys are `as_of`, `attribution`, `high`, `id`, `institution`, `low`, `metric`, `note`, `office`, `qualifier`, `quote`, `said`, `scope`, `sources`, `speaker`, `status`, `status_note`, `status_source`, `value`, `words` @ "when""#,
            r#"error[bad-date] line 30, column 94 (/figures/1/said): `2022-02-30` is not a day: February 2022 has 28 days @ "2022-02-30""#,
        ],
    );
}
