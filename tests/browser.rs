//! What only a browser can answer for one function: what `Intl` says, and what mounting leaves in the document.
//!
//! Whole pages are tested end to end in `tests/e2e/`; what needs no browser is tested natively in `tests/spec/`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed test is a panic")]

use figure_tracker::STYLES;
use figure_tracker::element::{DataFile, MountOptions, Mounted, Place, mount, mount_failure};
use figure_tracker::state::Attributes;
use figure_tracker_core::date::Day;
use figure_tracker_core::localize::{DateStyle, locale_for_tag};
use js_sys::Function;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

const BUNDLED: &str = include_str!("../data.json");

/// An empty element in the page.
fn room() -> HtmlElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let room = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&room).unwrap();
    room.unchecked_into()
}

fn nobody() -> Function {
    Function::new_no_args("")
}

/// Mounts a widget in English.
fn mount_in(root: &HtmlElement, bytes: &[u8], metric: &str, edition: &str, select: Function) -> Mounted {
    let options =
        MountOptions::new("en".to_owned(), edition.to_owned(), String::new(), Place::Article, 288.0);
    mount(root.clone(), &DataFile::new(bytes), &options, metric, select)
}

/// The ids of metric and figure on display, and the view.
fn shown(widget: &Mounted) -> [String; 3] {
    let shown = Attributes::from_lines(&widget.shown().unwrap());
    ["metric", "figure", "view"].map(|name| shown.get(name).to_owned())
}

fn part(room: &HtmlElement, name: &str) -> Option<String> {
    let found = room.query_selector(&format!("[part~={name}]")).unwrap()?;
    found.text_content()
}

#[wasm_bindgen_test]
fn a_data_set_is_drawn_and_freeing_takes_everything_out() {
    let room = room();
    let widget = mount_in(&room, BUNDLED.as_bytes(), "deaths", "", nobody());
    assert_eq!(widget.error(), None);
    assert_eq!(shown(&widget)[0], "deaths");
    assert!(part(&room, "card").unwrap().contains("230"));
    drop(widget);
    assert_eq!(room.inner_html().replace("<!---->", ""), "");
}

#[wasm_bindgen_test]
fn a_number_in_the_place_of_a_text_is_told_as_one() {
    for number in ["1", "1.5", "-2e30", "184467440737095516160"] {
        let file = BUNDLED.replacen("\"format\": 1", &format!("\"format\": 1, \"summary\": {number}"), 1);
        let widget = mount_in(&room(), file.as_bytes(), "", "", nobody());
        let error = widget.error().unwrap();
        assert!(
            error.ends_with("a text, or an object from language tag to text would be right here"),
            "{error}"
        );
    }
}

#[wasm_bindgen_test]
fn a_broken_data_set_is_drawn_as_its_problem() {
    let room = room();
    let widget = mount_in(&room, b"{\n\"format\": oops}", "", "", nobody());
    assert!(widget.error().unwrap().starts_with("line 2"), "{:?}", widget.error());
    assert!(part(&room, "error").unwrap().contains("line 2"));
    assert_eq!(widget.shown(), None);
}

#[wasm_bindgen_test]
fn data_that_never_came_is_drawn_as_the_reason() {
    let room = room();
    let widget = mount_failure(room.clone(), "the server answered 404".to_owned(), "en");
    assert_eq!(widget.error().as_deref(), Some("the server answered 404"));
    assert!(part(&room, "error").unwrap().contains("the server answered 404"));
}

#[wasm_bindgen_test]
fn a_page_that_keeps_to_an_edition_refuses_another() {
    let room = room();
    let widget = mount_in(&room, BUNDLED.as_bytes(), "", "1999-12-31", nobody());
    assert_eq!(widget.error().as_deref(), Some("the data set is not of the edition 1999-12-31"));
    assert!(part(&room, "error").unwrap().contains("1999-12-31"));
}

#[wasm_bindgen_test]
fn the_page_selects_without_being_told_and_the_reader_with() {
    let room = room();
    let told = js_sys::Array::new();
    let list = told.clone();
    let tell = Closure::<dyn Fn(JsValue)>::new(move |is_change| _ = list.push(&is_change));
    let tell = tell.into_js_value().unchecked_into();
    let widget = mount_in(&room, BUNDLED.as_bytes(), "deaths", "", tell);
    let [_, latest, _] = shown(&widget);
    let step = room.query_selector("[part~=previous]").unwrap().unwrap();
    step.unchecked_ref::<HtmlElement>().click();
    assert_ne!(shown(&widget)[1], latest);
    assert_eq!(widget.show(&format!("\n{latest}")).as_deref(), Some(""));
    assert_eq!(widget.show("injured\n\nwho").as_deref(), Some(""));
    let [metric, _, view] = shown(&widget);
    assert_eq!([metric, view], ["injured", "who"]);
    assert_eq!(widget.show("nothing-of-the-kind"), None);
    assert!(widget.show("injured\n\npie").unwrap().contains("pie"));
    assert_eq!(told.length(), 1, "the reader selected once");
    assert_eq!(told.get(0).as_bool(), Some(false), "and asked nothing");
}

#[wasm_bindgen_test]
fn the_style_sheet_is_one_that_the_browser_reads() {
    let sheet = web_sys::CssStyleSheet::new().unwrap();
    sheet.replace_sync(STYLES).unwrap();
    assert!(sheet.css_rules().unwrap().length() > 20);
}

/// `Intl` and the native ICU4X must say the same; the native tests have the same sentences.
#[wasm_bindgen_test]
fn numbers_are_written_as_the_language_does() {
    for (tag, digits, said) in [
        ("en-GB", "4578", "4,578"),
        ("en-GB", "38600000000", "38,600,000,000"),
        ("en-GB", "12345678901234567890", "12,345,678,901,234,567,890"),
        ("de", "1234.5", "1.234,5"),
        ("fr", "1234567", "1\u{202f}234\u{202f}567"),
        ("xx-not-a-language", "1000", "1,000"),
    ] {
        assert_eq!(locale_for_tag(tag).format_number(digits), said, "{tag}");
    }
}

#[wasm_bindgen_test]
fn dates_are_written_as_the_language_does() {
    let day = Day::from_ymd(2022, 3, 14).unwrap();
    for (tag, style, said) in [
        ("en-GB", DateStyle::Long, "14 March 2022"),
        ("de", DateStyle::Medium, "14. März 2022"),
        ("en-GB", DateStyle::ShortMonthYear, "Mar 2022"),
        ("en-US", DateStyle::Long, "March 14, 2022"),
        ("de", DateStyle::Long, "14. März 2022"),
        ("de", DateStyle::MonthYear, "März 2022"),
    ] {
        assert_eq!(locale_for_tag(tag).format_date(day, style), said, "{tag}");
    }
}
