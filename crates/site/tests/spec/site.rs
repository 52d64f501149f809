//! The static pages: what must be in them so that nobody needs a script, a style or a picture.

mod first_picture;
mod help;
mod hostile;
mod links;
mod picture;
mod programs;
mod style;
mod weight;

use std::sync::Arc;

use figure_tracker_core::dataset;
use figure_tracker_site::{File, Names, Options};

const DATA: &str = include_str!("../../../../tests/data/everything.json");
const BUNDLED: &str = include_str!("../../../../data.json");

fn files(text: &str, options: &Options) -> Vec<File> {
    let dataset = dataset::read(text).unwrap();
    figure_tracker_site::print_site(&Arc::new(dataset), text, options)
}

fn page(files: &[File], name: &str) -> String {
    let file = files.iter().find(|file| file.name == name);
    String::from_utf8(file.unwrap_or_else(|| panic!("no file {name}")).bytes.to_vec()).unwrap()
}

#[track_caller]
fn has(html: &str, wanted: &str) {
    assert!(html.contains(wanted), "`{wanted}` is not in\n{html}");
}

#[test]
fn every_metric_has_a_page_and_one_page_lists_them_all() {
    let files = files(BUNDLED, &Options::default());
    let dataset = dataset::read(BUNDLED).unwrap();
    let all = page(&files, "index.html");
    for metric in &dataset.metrics {
        let name = format!("{}.html", metric.id);
        has(&all, &format!("href=\"{name}\""));
        has(&page(&files, &name), "<!doctype html>");
    }
}

#[test]
fn a_page_says_the_latest_state_and_every_figure_in_a_table() {
    let html = page(&files(DATA, &Options::default()), "deaths.html");
    has(&html, "230 people, said by Ada Speaker, Prosecutor General, on March 14, 2022");
    assert_eq!(html.matches("part=\"row\"").count(), 6);
    has(&html, "<tr part=\"row\"");
    has(&html, "id=\"figure-deaths-225\"");
}

#[test]
fn a_sentence_says_of_a_text_in_another_language_which_it_is() {
    let files = files(DATA, &Options { language: Some("de".to_owned()), ..Options::default() });
    let [ada, office] = ["<bdi lang=\"en\">Ada Speaker</bdi>", "<bdi lang=\"en\">Prosecutor General</bdi>"];
    has(&page(&files, "index.html"), &format!("laut {ada}, {office}, am 14. März 2022"));
    has(&page(&files, "deaths.html"), &format!("{ada}, {office}"));
}

#[test]
fn a_chart_is_printed_for_every_width_and_shown_once() {
    let html = page(&files(DATA, &Options::default()), "deaths.html");
    assert_eq!(html.matches("part=\"chart\"").count(), 6);
    assert_eq!(html.matches("ft-plot ft-at-").count(), 6);
    assert_eq!(html.matches("<div hidden class=\"ft-plot").count(), 5);
}

#[test]
fn a_printed_page_has_no_button_that_does_nothing_where_scripts_never_run() {
    let html = page(&files(DATA, &Options::default()), "deaths.html");
    let buttons = html.matches("<button").count();
    let steps = html.matches("<button type=\"button\" part=\"previous\"").count()
        + html.matches("<button type=\"button\" part=\"next\"").count();
    let zero = html.matches("class=\"ft-zero").count();
    assert_eq!(buttons, steps + zero, "the style sheet hides these two kinds alone");
}

#[test]
fn a_page_has_its_script_once_where_the_rest_of_the_widget_begins() {
    let files = files(BUNDLED, &Options::default());
    let dataset = dataset::read(BUNDLED).unwrap();
    for metric in &dataset.metrics {
        let html = page(&files, &format!("{}.html", metric.id));
        let (before, after) = html.split_once("<script src=").unwrap();
        has(before, "part=\"title\"");
        assert_eq!(
            after.split_once("</script>").unwrap().1.find("<div part=\"shelf\""),
            Some(0),
            "{}",
            metric.id
        );
        assert!(!after.contains("<script src="), "{} has it twice", metric.id);
    }
}

#[test]
fn what_grows_with_the_figures_and_is_not_seen_is_the_last_of_a_page() {
    let files = files(BUNDLED, &Options::default());
    for name in ["deaths.html", "index.html", "ledger.html"] {
        let html = page(&files, name);
        let (before, after) = html.split_once("<script type=\"application/ld+json\">").unwrap();
        has(before, "</footer>");
        assert_eq!(after.split_once("</script>").unwrap().1, "</body></html>\n", "{name}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(files(BUNDLED, &Options::default()), files(BUNDLED, &Options::default()));
}

#[test]
fn no_rule_of_the_style_sheet_reaches_out_of_the_element_but_the_page_s_own() {
    let files = files(DATA, &Options::default());
    let css = files.iter().find(|file| file.name.ends_with(".css")).unwrap();
    let css = String::from_utf8(css.bytes.to_vec()).unwrap();
    has(&css, ".ft-base .ft-body{grid-template-columns");
    has(&css, "@container (min-width:35.5em)");
    assert!(!css.contains("/*") && !css.contains("\n"), "only people need these");
    let heads = css.split('{').map(|text| text.rsplit(['}', ';']).next().unwrap().trim());
    let heads = heads.filter(|head| !head.is_empty() && !head.contains('@'));
    for selector in heads.flat_map(|head| head.split(',')) {
        assert!(
            selector.contains(".ft-") || selector.contains("figure-tracker"),
            "{selector} is the page's own"
        );
    }
}

#[test]
fn a_name_of_a_file_is_the_id_made_safe_and_never_twice() {
    let text = DATA.replace("\"injured\"", "\"Index\"");
    let dataset = dataset::read(&text).unwrap();
    let names = Names::new(&dataset);
    assert_eq!(names.file_stem("deaths"), "deaths");
    assert_eq!(names.file_stem("Index"), "Index~2");
}

#[test]
fn the_widget_and_the_data_are_named_as_wanted() {
    let options = Options {
        widget: Some("../w.js".to_owned()),
        data: Some("../d.json".to_owned()),
        ..Options::default()
    };
    let files = files(DATA, &options);
    let html = page(&files, "deaths.html");
    has(&html, "<script type=\"module\" src=\"../w.js\">");
    has(&html, "src=\"../d.json\"");
    assert!(files.iter().all(|file| file.name != "data.json"));
}

#[test]
fn the_snippet_maker_and_the_pages_have_the_same_names_for_them() {
    let table: Vec<(String, String)> =
        serde_json::from_str(include_str!("../../../../tests/data/names.json")).unwrap();
    let metric = |(id, _): &(String, String)| serde_json::json!({ "id": id, "label": id, "unit": "people" });
    let text = serde_json::json!({
        "format": 1, "id": "names", "title": "Names", "language": "en",
        "units": [{ "id": "people", "label": "people" }],
        "metrics": table.iter().map(metric).collect::<Vec<_>>(),
        "figures": [],
    });
    let dataset = dataset::read(text.to_string()).unwrap();
    let names = Names::new(&dataset);
    for (id, name) in &table {
        assert_eq!(names.href(id, ".html"), *name, "{id}");
    }
}
