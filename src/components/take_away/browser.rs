//! What only a browser can do: the clipboard, sharing, files, pictures. Each may be missing or refused, so each is called by
//! its name: what isn't there gives an error and not a halt.

use figure_tracker_core::chart::{format_length, format_path};
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Function, Object, Reflect, global};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use figure_tracker_core::chart::text::text_width;

/// What of a computed style a drawing needs outside of its page.
const STYLES: [&str; 14] = [
    "display",
    "fill",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-weight",
    "opacity",
    "paint-order",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-width",
    "visibility",
];
const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";
/// How many pixels of a picture are one of the screen's, so that it is sharp in print.
const SHARPNESS: f64 = 3.0;
/// The size of the title above a drawing and of what is asked below it, and the height of a line, in CSS pixels.
const TITLE_SIZE: f64 = 16.0;
const QUESTION_SIZE: f64 = 12.0;
const LINE_HEIGHT: f64 = 20.0;
/// The room between the last of these lines and the drawing.
const HEAD_MARGIN: f64 = 12.0;

/// A drawing as a file of its own.
pub(super) struct DrawnChart {
    /// SVG.
    pub(super) text: String,
    width: f64,
    height: f64,
}

fn property(target: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(target, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = property(target, method)?.dyn_into().ok()?;
    Reflect::apply(&function, target, &arguments.iter().cloned().collect::<Array>()).ok()
}

fn navigator() -> Option<JsValue> {
    property(&global(), "navigator")
}

/// Copies the text of a field and tells whether that was allowed; where it wasn't, the text is selected.
pub(super) fn copy_text(field: &HtmlTextAreaElement, copied: RwSignal<Option<bool>>) {
    let selected = field.clone();
    let refuse = move || {
        _ = selected.focus();
        selected.select();
        _ = copied.try_set(Some(false));
    };
    let clipboard = navigator().and_then(|navigator| property(&navigator, "clipboard"));
    let promise = clipboard.and_then(|clipboard| call(&clipboard, "writeText", &[field.value().into()]));
    // Where it is of another realm it is no instance of this one's class.
    let Some(promise) = promise else { return refuse() };
    let done = Closure::once_into_js(move |_: JsValue| _ = copied.try_set(Some(true)));
    let refused = Closure::once_into_js(move |_: JsValue| refuse());
    _ = call(&promise, "then", &[done, refused]);
}

/// Returns whether the browser can share a link with other programs of the device.
pub(super) fn can_share() -> bool {
    cfg!(target_arch = "wasm32")
        && navigator().is_some_and(|navigator| property(&navigator, "share").is_some())
}

/// Shares a link. Nothing is told where the reader doesn't.
pub(super) fn share_link(title: &str, link: &str) {
    let data = Object::new();
    _ = Reflect::set(&data, &"title".into(), &title.into());
    _ = Reflect::set(&data, &"url".into(), &link.into());
    let shared = navigator().and_then(|navigator| call(&navigator, "share", &[data.into()]));
    let ignored = Closure::once_into_js(|_: JsValue| ());
    _ = shared.and_then(|promise| call(&promise, "catch", &[ignored]));
}

/// Offers a text as a file, as far as the page may.
pub(super) fn save_text(name: &str, kind: &str, text: &str) {
    let offer = || {
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
        let blob: Function = property(&global(), "Blob")?.dyn_into().ok()?;
        let parts = Array::of1(&Array::of1(&text.into()));
        parts.push(&options);
        let blob = Reflect::construct(&blob, &parts).ok()?;
        let addresses = property(&global(), "URL")?;
        let address = call(&addresses, "createObjectURL", &[blob])?;
        save_data(name, &address.as_string()?);
        // The browser has begun to save when a second has passed.
        let revoke = Closure::once_into_js(move || _ = call(&addresses, "revokeObjectURL", &[address]));
        call(&global(), "setTimeout", &[revoke, 1000.into()])
    };
    _ = offer();
}

/// Offers what an address holds as a file.
pub(super) fn save_data(name: &str, address: &str) {
    let Ok(link) = document().create_element("a") else { return };
    _ = link.set_attribute("href", address);
    _ = link.set_attribute("download", name);
    if let Ok(link) = link.dyn_into::<HtmlElement>() {
        link.click();
    }
}

/// Draws the chart that is shown near an element as SVG, with its title, what is asked, and the colours that it has on the
/// page; where another view stands in its place, the one that nobody sees.
pub(super) fn svg_of_chart(near: &HtmlElement) -> Option<DrawnChart> {
    let base = near.closest(".ft-base").ok()??;
    let charts = base.get_elements_by_tag_name("svg");
    let mut charts = (0..charts.length()).filter_map(|place| charts.item(place));
    let is_seen =
        |chart: &Element| chart.has_attribute("part") && chart.get_bounding_client_rect().width() > 0.0;
    let chart = charts.find(is_seen).or_else(|| base.query_selector(".ft-still svg").ok()?)?;
    let size = property(&property(&chart, "viewBox")?, "baseVal")?;
    let (width, height) = (property(&size, "width")?.as_f64()?, property(&size, "height")?.as_f64()?);
    let copy: Element = chart.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    copy_styles(&chart, &copy);
    let (drawn, copied) = (chart.get_elements_by_tag_name("*"), copy.get_elements_by_tag_name("*"));
    for place in 0..drawn.length() {
        if let (Some(drawn), Some(copied)) = (drawn.item(place), copied.item(place)) {
            copy_styles(&drawn, &copied);
        }
    }
    let text_of =
        |selector: &str| base.query_selector(selector).ok()?.and_then(|element| element.text_content());
    let question = text_of(".ft-asked strong").map(|text| break_text(&text, width)).unwrap_or_default();
    let lines: Vec<_> = text_of("[part~=picker]").into_iter().chain(question).collect();
    let head = lines.len() as f64 * LINE_HEIGHT + HEAD_MARGIN;
    let (top, whole) = (-head, height + head);
    for (name, value) in [("width", width), ("height", whole)] {
        _ = copy.set_attribute(name, &format_length(value));
    }
    _ = copy.set_attribute("viewBox", &format_path(&[("0 ", top), (" ", width), (" ", whole)]));
    let paper = style_of(&base, "--ft-paper").unwrap_or_default();
    let ground = svg_element(
        "rect",
        &[("y", &format_length(top)), ("width", "100%"), ("height", "100%"), ("fill", &paper)],
    )?;
    let ink = style_of(&base, "color").unwrap_or_default();
    let font = style_of(&base, "font-family").unwrap_or_default();
    // Each goes before those that are there.
    for (place, line) in lines.iter().enumerate().rev() {
        let (size, weight) = if place == 0 { (TITLE_SIZE, "700") } else { (QUESTION_SIZE, "400") };
        let y = top + (place + 1) as f64 * LINE_HEIGHT;
        let attributes = [
            ("x", "0"),
            ("y", &*format_length(y)),
            ("fill", &ink),
            ("font-family", &font),
            ("font-size", &format_length(size)),
            ("font-weight", weight),
        ];
        let text = svg_element("text", &attributes)?;
        text.set_text_content(Some(line));
        _ = copy.insert_before(&text, copy.first_child().as_ref());
    }
    _ = copy.insert_before(&ground, copy.first_child().as_ref());
    let serializer: Function = property(&global(), "XMLSerializer")?.dyn_into().ok()?;
    let serializer = Reflect::construct(&serializer, &Array::new()).ok()?;
    let text = call(&serializer, "serializeToString", &[copy.into()])?.as_string()?;
    Some(DrawnChart { text, width, height: whole })
}

/// Breaks a text into lines of a width, between words.
fn break_text(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(line, QUESTION_SIZE) + text_width(word, QUESTION_SIZE) < width => {
                line.extend([" ", word]);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn svg_element(name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document().create_element_ns(Some(SVG_NAMESPACE), name).ok()?;
    for (name, value) in attributes {
        _ = element.set_attribute(name, value);
    }
    Some(element)
}

fn style_of(element: &Element, name: &str) -> Option<String> {
    let style = call(&global(), "getComputedStyle", &[element.clone().into()])?;
    let value = call(&style, "getPropertyValue", &[name.into()])?.as_string()?;
    Some(value.trim().to_owned())
}

/// Writes what the page's style sheets say of an element into a copy of it, which then needs none of them.
fn copy_styles(drawn: &Element, copy: &Element) {
    for name in ["class", "part", "id", "tabindex", "role", "aria-hidden", "aria-describedby"] {
        _ = copy.remove_attribute(name);
    }
    let Some(style) = call(&global(), "getComputedStyle", &[drawn.clone().into()]) else { return };
    for name in STYLES {
        let value = call(&style, "getPropertyValue", &[name.into()]).and_then(|value| value.as_string());
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            _ = copy.set_attribute(name, &value);
        }
    }
}

/// Draws a chart as PNG and hands over its address; nothing where the browser doesn't let a picture be drawn.
pub(super) fn draw_png(chart: &DrawnChart, done: impl FnOnce(String) + 'static) {
    let Ok(image) = document().create_element("img") else { return };
    let Some(encoded) = call(&global(), "encodeURIComponent", &[chart.text.as_str().into()]) else { return };
    let address = ["data:image/svg+xml;charset=utf-8,", &encoded.as_string().unwrap_or_default()].concat();
    let (width, height) = (chart.width * SHARPNESS, chart.height * SHARPNESS);
    let drawn = image.clone();
    let draw = move || {
        let canvas = document().create_element("canvas").ok()?;
        for (name, value) in [("width", width), ("height", height)] {
            _ = canvas.set_attribute(name, &format_length(value));
        }
        let context = call(&canvas, "getContext", &["2d".into()])?;
        let zero = || JsValue::from(0);
        call(&context, "drawImage", &[drawn.into(), zero(), zero(), width.into(), height.into()])?;
        done(call(&canvas, "toDataURL", &["image/png".into()])?.as_string()?);
        Some(())
    };
    let load = Closure::once_into_js(move |_: JsValue| _ = draw());
    _ = image.add_event_listener_with_callback("load", load.unchecked_ref());
    _ = image.set_attribute("src", &address);
}
