//! What is shown as the attributes of the custom element: texts that anybody may have typed.

use super::View;
use figure_tracker_core::dataset::{Question, parse_question_day};

/// The attributes of the custom element that say what is shown; one that is absent is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes([String; Attributes::NAMES.len()]);

impl Attributes {
    /// Their names: metric and figure first.
    pub const NAMES: [&'static str; 10] =
        ["metric", "figure", "view", "scope", "speaker", "institution", "outlet", "known-on", "from", "to"];

    /// Returns the attributes of what is shown. What is so without being asked for is left out, but for metric and figure.
    pub(super) fn of(metric: String, figure: String, view: View, question: &Question) -> Self {
        let id = |id: &Option<String>| id.clone().unwrap_or_default();
        let day = |day: Option<_>| day.map(figure_tracker_core::date::Day::text).unwrap_or_default();
        let view = if view == View::default() { "" } else { view.name() };
        let Question { scope, speaker, institution, outlet, known_on, from, to } = question;
        Self([
            metric,
            figure,
            view.to_owned(),
            id(scope),
            id(speaker),
            id(institution),
            id(outlet),
            day(*known_on),
            day(*from),
            day(*to),
        ])
    }

    /// Returns the value of an attribute; of another than [`NAMES`](Self::NAMES) nothing.
    pub fn get(&self, name: &str) -> &str {
        let place = Self::NAMES.iter().position(|known| *known == name);
        place.and_then(|place| self.0.get(place)).map_or("", String::as_str)
    }

    /// Sets the value of an attribute. Another than [`NAMES`](Self::NAMES) says nothing of what is shown.
    pub fn set(&mut self, name: &str, value: &str) {
        let place = Self::NAMES.iter().position(|known| *known == name);
        if let Some(own) = place.and_then(|place| self.0.get_mut(place)) {
            value.trim().clone_into(own);
        }
    }

    /// Reads the values of [`NAMES`](Self::NAMES), one a line; lines that are missing are empty.
    pub fn from_lines(text: &str) -> Self {
        let mut attributes = Self::default();
        for (own, line) in attributes.0.iter_mut().zip(text.lines()) {
            line.trim().clone_into(own);
        }
        attributes
    }

    /// Writes the values of [`NAMES`](Self::NAMES), one a line.
    pub fn to_lines(&self) -> String {
        self.0.join("\n")
    }

    /// Reads view and question, and returns what can't be meant in a sentence each.
    pub(super) fn parse(&self) -> (View, Question, Vec<String>) {
        let mut ignored = Vec::new();
        let given = |name: &'static str| Some(self.get(name)).filter(|value| !value.is_empty());
        let view = given("view").map(|name| View::from_name(name).ok_or(name));
        let view = view.transpose().unwrap_or_else(|name| {
            ignored.push(format!("view=\"{name}\" is none of over-time, parts and who, and is ignored"));
            None
        });
        let mut day = |name: &'static str| match parse_question_day(name, given(name)?) {
            Ok(day) => Some(day),
            Err(error) => {
                ignored.push(error.to_string());
                None
            }
        };
        let (known_on, from, to) = (day("known-on"), day("from"), day("to"));
        let id = |name| given(name).map(str::to_owned);
        let question = Question {
            scope: id("scope"),
            speaker: id("speaker"),
            institution: id("institution"),
            outlet: id("outlet"),
            known_on,
            from,
            to,
        };
        (view.unwrap_or_default(), question, ignored)
    }
}
