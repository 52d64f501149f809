//! The pictures of a metric: the SVG that stands by itself, the card for shared links, the strips of the index.

use std::path::PathBuf;
use std::sync::Arc;

use figure_tracker_core::dataset::{self, Dataset};
use figure_tracker_site::{Cards, File, Fonts, Options};
use resvg::usvg::{self, fontdb};
use roxmltree::Document;

/// A data set with one metric of two figures, `LABEL` standing for its label.
const SMALL: &str = r#"{
  "format": 1, "id": "x", "title": "X", "language": "en",
  "units": [{"id": "people", "label": {"one": "person", "other": "people"}}],
  "sources": [{"id": "paper", "published": "2022-01-15"}],
  "metrics": [{"id": "deaths", "label": "LABEL", "unit": "people"}],
  "figures": [
    {"id": "a", "metric": "deaths", "value": 100, "said": "2022-01-10", "sources": ["paper"]},
    {"id": "b", "metric": "deaths", "value": 200, "said": "2022-01-15", "sources": ["paper"]}
  ]
}"#;

fn read(text: &str) -> Arc<Dataset> {
    Arc::new(dataset::read(text).unwrap())
}

fn load(path: &str) -> Arc<Dataset> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    read(&std::fs::read_to_string(path).unwrap())
}

/// The bundled data set and every example.
fn all() -> Vec<Arc<Dataset>> {
    let names = ["arabic", "budget", "claimed-losses", "epidemic", "flood", "kazakh", "polls"];
    let examples = names.map(|name| load(&format!("examples/invented-{name}.json")));
    [load("data.json")].into_iter().chain(examples).collect()
}

fn options(language: Option<&str>) -> Options {
    Options { language: language.map(str::to_owned), ..Options::default() }
}

fn cards(dataset: &Arc<Dataset>) -> Cards {
    figure_tracker_site::lay_out_cards(dataset, &options(None))
}

fn svgs(dataset: &Arc<Dataset>) -> Vec<File> {
    let files = figure_tracker_site::print_site(dataset, "", &options(None));
    files.into_iter().filter(|file| file.name.ends_with(".svg")).collect()
}

fn text(file: &File) -> &str {
    std::str::from_utf8(&file.bytes).unwrap()
}

/// The SVG of the small data set with a label.
fn labelled(label: &str) -> String {
    let file = svgs(&read(&SMALL.replace("LABEL", label))).remove(0);
    text(&file).to_owned()
}

/// All texts of a drawing, without the signs that only say where they run.
fn words(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    let unseen = |letter: char| matches!(letter, '\u{2066}'..='\u{2069}');
    texts.map(|node| node.text().unwrap_or_default().replace(unseen, "")).collect()
}

#[test]
fn every_metric_has_a_picture_that_stands_by_itself() {
    for dataset in all() {
        let files = svgs(&dataset);
        let languages = figure_tracker_site::count_languages(&dataset, &options(None));
        assert_eq!(files.len(), dataset.metrics.len() * languages);
        for file in files {
            let document =
                Document::parse(text(&file)).unwrap_or_else(|error| panic!("{}: {error}", file.name));
            let root = document.root_element();
            assert!(root.has_tag_name(("http://www.w3.org/2000/svg", "svg")), "{}", file.name);
            assert!(root.attribute("viewBox").is_some_and(|sides| sides.starts_with("0 0 720 ")));
            for name in ["title", "desc"] {
                let words = root.children().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
                assert!(words.is_some_and(|words| words.len() > 3), "{}: {name}", file.name);
            }
        }
    }
}

#[test]
fn a_picture_asks_for_nothing_and_runs_nothing() {
    for file in svgs(&load("data.json")) {
        let document = Document::parse(text(&file)).unwrap();
        for node in document.descendants() {
            assert!(!["script", "image", "use", "foreignObject", "a"].contains(&node.tag_name().name()));
            for attribute in node.attributes() {
                assert!(
                    !attribute.name().starts_with("on") && !attribute.name().contains("href"),
                    "{attribute:?}"
                );
            }
        }
        assert!(!text(&file).contains("@import") && !text(&file).contains("url("));
    }
}

#[test]
fn a_picture_says_the_label_the_state_and_where_it_was_printed() {
    let words = words(&labelled("Deaths"));
    for wanted in ["X", "Deaths", "200 people, reported, speaker not named, on January 15, 2022", "200"] {
        assert!(words.iter().any(|text| text == wanted), "{wanted:?} is not in {words:?}");
    }
    let printed = "Printed by: outlet not named, January 15, 2022";
    assert!(words.iter().any(|text| text == printed), "{words:?}");
}

#[test]
fn a_hostile_label_is_a_text_and_the_picture_stays_xml() {
    let svg = labelled(r#"</text><script>alert(1)</script>&\"'\u0001]]>"#);
    let document = Document::parse(&svg).unwrap();
    assert!(document.descendants().all(|node| !node.has_tag_name("script")));
    let title = document.descendants().find(|node| node.has_tag_name("title")).unwrap();
    assert_eq!(title.text(), Some("</text><script>alert(1)</script>&\"'\u{fffd}]]> – X"));
}

#[test]
fn a_long_label_is_wrapped_and_in_the_end_cut_with_an_ellipsis() {
    let words = words(&labelled(&"Reported deaths ".repeat(40)));
    let lines: Vec<_> = words.iter().filter(|text| text.starts_with("Reported")).collect();
    assert_eq!(lines.len(), 3, "{words:?}");
    assert!(lines.iter().take(2).all(|line| !line.ends_with('…')) && lines[2].ends_with('…'), "{lines:?}");
}

#[test]
fn a_struck_figure_is_spelt_out_and_explained() {
    let data = load("examples/invented-claimed-losses.json");
    let struck = data.metrics.iter().find(|m| m.figures.iter().any(|f| f.status.status.is_struck()));
    let struck = struck.expect("the example has a figure that no longer stands");
    let files = svgs(&data);
    let file = files.iter().find(|file| file.name == format!("{}.svg", struck.id)).unwrap();
    assert!(words(text(file)).iter().any(|text| text == "denied or taken back"));
}

/// Texts that lie outside of the paper, by the letters that they are drawn in.
fn outside(svg: &str) -> Vec<String> {
    let mut faces = fontdb::Database::new();
    for font in [notosans::REGULAR_TTF, notosans::BOLD_TTF, dejavu::sans::regular(), dejavu::sans::bold()] {
        faces.load_font_data(font.to_vec());
    }
    let options = usvg::Options { fontdb: Arc::new(faces), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).unwrap();
    let mut found = Vec::new();
    texts(tree.root(), &mut |text| {
        let (area, size) = (text.abs_bounding_box(), tree.size());
        if area.left() < 0.0
            || area.top() < 0.0
            || area.right() > size.width()
            || area.bottom() > size.height()
        {
            found.push(text.chunks().iter().map(usvg::TextChunk::text).collect());
        }
    });
    found
}

fn texts(group: &usvg::Group, on: &mut impl FnMut(&usvg::Text)) {
    for child in group.children() {
        match child {
            usvg::Node::Group(group) => texts(group, on),
            usvg::Node::Text(text) => on(text),
            _ => {}
        }
    }
}

#[test]
fn every_text_stays_on_the_paper() {
    for dataset in all() {
        for file in svgs(&dataset) {
            assert_eq!(outside(text(&file)), Vec::<String>::new(), "{}", file.name);
        }
        for (name, svg) in cards(&dataset).drawings() {
            assert_eq!(outside(svg), Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn the_bundled_fonts_have_every_letter_in_every_language_of_the_interface() {
    let fonts = Fonts::bundled();
    for dataset in all() {
        for tag in ["en", "ru", "kk", "de", "fr", "es", "ar"] {
            let cards = figure_tracker_site::lay_out_cards(&dataset, &options(Some(tag)));
            assert!(cards.lacking(&fonts).is_empty(), "{tag}: {:?}", cards.lacking(&fonts));
        }
    }
}

#[test]
fn letters_that_the_bundled_fonts_lack_are_named() {
    let cards = cards(&read(&SMALL.replace("LABEL", "死者 \\u200f\\u2067")));
    assert_eq!(cards.lacking(&Fonts::bundled()).into_iter().collect::<String>(), "死者");
}

#[test]
fn a_card_is_1200_by_630_pixels_and_the_same_every_time() {
    for path in ["examples/invented-arabic.json", "examples/invented-flood.json"] {
        let cards = cards(&load(path));
        let (once, again) = (cards.clone().files(&Fonts::bundled()), cards.files(&Fonts::bundled()));
        let once = once.unwrap();
        assert_eq!(once, again.unwrap());
        for file in once {
            assert!(file.name.ends_with(".png"));
            assert_eq!(file.bytes[..8], *b"\x89PNG\r\n\x1a\n");
            assert_eq!(file.bytes[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "{}", file.name);
        }
    }
}

#[test]
fn a_card_says_how_exact_the_number_is_who_said_it_in_what_office_and_when() {
    let data = load("data.json");
    let cards = cards(&data);
    let card = |id: &str| words(cards.drawings().find(|(name, _)| *name == format!("{id}.png")).unwrap().1);
    for metric in &data.metrics {
        let (figure, words) = (metric.latest().unwrap(), card(&metric.id).join(" "));
        if let Some(speaker) = &figure.speaker {
            assert!(words.contains(speaker.name.get("en")), "{}: {words}", metric.id);
        }
    }
}

#[test]
fn a_card_has_the_day_on_which_an_outlet_printed_what_it_reports() {
    let data = load("data.json");
    let cards = cards(&data);
    let card = |id: &str| words(cards.drawings().find(|(name, _)| *name == format!("{id}.png")).unwrap().1);
    let words = card("people-prosecuted").join(" ");
    assert!(words.contains("reported by El.kz, citing primeminister.kz"), "{words}");
    assert!(words.contains("January 11, 2023") && !words.contains("January 5, 2023"), "{words}");
}

#[test]
fn a_file_that_is_no_font_is_told() {
    assert!(!Fonts::bundled().add(b"no font".to_vec()));
    assert!(Fonts::bundled().add(dejavu::serif::regular().to_vec()));
}

/// The strips of the index page.
fn strips(dataset: &Arc<Dataset>) -> Vec<String> {
    let files = figure_tracker_site::print_site(dataset, "", &options(None));
    let index = files.iter().find(|file| file.name == "index.html").unwrap();
    text(index)
        .split("<div class=\"strip\">")
        .skip(1)
        .map(|rest| rest.split("</div>").next().unwrap().to_owned())
        .collect()
}

#[test]
fn each_metric_of_the_index_has_a_strip_on_one_time_axis() {
    let dataset = load("data.json");
    let strips = strips(&dataset);
    assert_eq!(strips.len(), dataset.metrics.len());
    let path = |strip: &str, name: &str| {
        let document = Document::parse(strip).unwrap();
        let is = |node: &roxmltree::Node| node.attribute("class") == Some(name);
        document.descendants().find(is).and_then(|node| node.attribute("d")).map(str::to_owned)
    };
    let days: Vec<_> = strips.iter().map(|strip| path(strip, "ft-days").unwrap()).collect();
    assert!(days.windows(2).all(|pair| pair[0] == pair[1]), "{days:?}");
    assert!(strips.iter().any(|strip| path(strip, "ft-line").is_some()));
}
