//! How a widget stands in its page, and what it tells the app around it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Attributes, View};
use crate::breakpoints::{BANDS, Band, DEFAULT_WIDTH};
use figure_tracker_core::dataset::{Figure, Question};

/// What an app is told when a reader selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectedFigure {
    /// The id of the metric on display.
    pub metric: String,
    /// The id of the selected figure.
    pub figure: String,
}

/// What an app is told when a reader changes the view or what is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedView {
    /// The view that is shown now.
    pub view: View,
    /// What is asked now.
    pub question: Question,
}

/// Where the links of a printed page lead: to a figure, or without one to the list of all metrics.
pub type PageLinks = Arc<dyn Fn(Option<&Figure>) -> String + Send + Sync>;

/// Says under which address others see what is shown; empty where there is none.
pub type ViewLink = Arc<dyn Fn(&Attributes) -> String + Send + Sync>;

/// How a widget stands in its page.
#[derive(Clone)]
pub struct TrackerOptions {
    /// The inner width at first, in CSS pixels.
    pub width: f64,
    /// Whether the page is the widget's own: then the table is open and says all there is to say.
    pub own_page: bool,
    /// Whether it keeps to one edition of the dataset.
    pub frozen: bool,
    /// The address of the dataset, to be named where the page did not choose it; empty where it did.
    pub data_address: String,
    /// The address of a file with all figures, for a table on paper that has not all of them; empty if it is not known.
    pub table_address: String,
    /// The picture that it is printed as, or that it takes the place of.
    pub picture: Option<Picture>,
    /// Whether the heading alone is drawn at first, and each part below it when
    /// [`TrackerState::draw_next_part`](super::TrackerState::draw_next_part) asks for it: in between the page answers.
    pub stepwise: bool,
    /// What the ids of its elements begin with.
    pub id_prefix: String,
    /// Where its links lead if it is printed for readers without scripts. Only with the feature `ssr`.
    pub links: Option<PageLinks>,
    /// Whether the page is that of the whole dataset, with room for all that a document carries.
    pub whole_record: bool,
    /// Says under which address others see what is shown.
    pub view_link: Option<ViewLink>,
    /// Called when a reader, not the app, selects.
    pub on_select: Option<Callback<SelectedFigure>>,
    /// Called when a reader, not the app, changes the view or what is asked.
    pub on_change: Option<Callback<ChangedView>>,
}

/// What is printed of a widget as the picture that stands until its program has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The bands for which the chart is printed.
    pub bands: [bool; BANDS.len()],
    /// Whether the marks are printed one by one; else as dots.
    pub marks: bool,
    /// Whether the unseen cards that keep the room for the highest one are printed.
    pub sizers: bool,
    /// How many items of a list are printed before a link stands for it.
    pub longest_list: usize,
}

impl Picture {
    /// Everything, as a program draws it.
    pub const WHOLE: Self = Self { bands: [true; BANDS.len()], marks: true, sizers: true, longest_list: 24 };

    /// The bands for which the chart is printed, with their places among all.
    pub(crate) fn printed_bands(self) -> impl Iterator<Item = (usize, Band)> {
        let bands = BANDS.into_iter().enumerate().zip(self.bands);
        bands.filter_map(|(band, is_printed)| is_printed.then_some(band))
    }
}

impl TrackerOptions {
    /// Whether the plot has the size of a band, as it is printed, whatever the width within the band.
    pub(super) fn is_in_bands(&self) -> bool {
        self.own_page || self.picture.is_some()
    }
}

impl Default for TrackerOptions {
    fn default() -> Self {
        Self {
            width: DEFAULT_WIDTH,
            own_page: false,
            frozen: false,
            data_address: String::new(),
            table_address: String::new(),
            picture: None,
            stepwise: false,
            id_prefix: String::new(),
            links: None,
            whole_record: false,
            view_link: None,
            on_select: None,
            on_change: None,
        }
    }
}
