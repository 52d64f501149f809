//! Views that other sites embed: what is asked of a metric, as the address of its page has it.

use std::fmt;
use std::sync::Arc;

use leptos::prelude::Owner;
use percent_encoding::percent_decode_str;

use super::names::{percent_encode, safe_stem, shorten_stem};
use figure_tracker::state::{Attributes, TrackerOptions, TrackerState, View};
use figure_tracker_core::dataset::{Dataset, Question};
use figure_tracker_core::localize::Localizer;

/// What an address of a page has before a view.
const FRAGMENT: &str = "#figure-tracker=";

/// A view of a metric that can be meant of its dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbeddedView {
    /// The metric.
    pub(crate) metric: String,
    /// The attributes of the element, as the program itself gives them.
    attributes: Attributes,
    /// What is asked.
    pub(crate) question: Question,
}

/// Why a text is no view of a dataset: a sentence without full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoView(String);

impl std::error::Error for NoView {}

impl fmt::Display for NoView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl EmbeddedView {
    /// Parses a view of a dataset: `metric=deaths&known-on=2022-01-20`, or the link to a view, which ends so.
    ///
    /// # Errors
    /// [`NoView`] where a name or a value says nothing of this dataset, or all of the metric is asked for.
    pub fn parse(dataset: &Arc<Dataset>, text: &str) -> Result<Self, NoView> {
        let asked = text.split_once(FRAGMENT).map_or(text, |(_, asked)| asked);
        let mut attributes = Attributes::default();
        for pair in asked.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if !Attributes::NAMES.contains(&name) {
                return Err(NoView(format!("`{name}` is none of {}", Attributes::NAMES.join(", "))));
            }
            let value = value.replace('+', " ");
            attributes.set(name, &percent_decode_str(&value).decode_utf8_lossy());
        }
        let owner = Owner::new();
        let shown = owner.with(|| {
            let localizer = Localizer::for_language(&dataset.language);
            let state = TrackerState::new(Arc::clone(dataset), localizer, TrackerOptions::default());
            let ignored = state.show_attributes(&attributes);
            (ignored, state.attributes(), leptos::prelude::untrack(|| (state.view(), state.question())))
        });
        owner.unset();
        let (ignored, attributes, (view, question)) = shown;
        match ignored {
            Err(_) => return Err(NoView("it names no metric or figure of the data set".to_owned())),
            Ok(ignored) if !ignored.is_empty() => return Err(NoView(ignored.join("; "))),
            Ok(_) => {}
        }
        if view == View::default() && question.is_empty() {
            return Err(NoView(
                "it asks for everything, which the page shows anyway: add one of view, known-on, speaker"
                    .to_owned(),
            ));
        }
        Ok(Self { metric: attributes.get("metric").to_owned(), attributes, question })
    }

    /// The names and values that are given, the metric and what is asked of it.
    fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let pairs = Attributes::NAMES.into_iter().map(|name| (name, self.attributes.get(name)));
        // The figure that is selected is no part of what is asked.
        pairs.filter(|(name, value)| *name != "figure" && !value.is_empty())
    }

    /// What the address of the page ends with.
    pub(crate) fn fragment(&self) -> String {
        let pairs: Vec<_> =
            self.given().map(|(name, value)| [name, "=", &percent_encode(value)].concat()).collect();
        [FRAGMENT, &pairs.join("&")].concat()
    }

    /// What its files are called, after the stem of its metric: `known-on-2022-01-20`.
    pub(crate) fn file_stem(&self) -> String {
        let asked = self.given().filter(|(name, _)| *name != "metric");
        let pairs: Vec<_> = asked.map(|(name, value)| [name, "-", &safe_stem(value)].concat()).collect();
        shorten_stem(pairs.join("."))
    }
}
