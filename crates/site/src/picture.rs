//! The pictures of a metric: an SVG that stands by itself, for articles and print, and a card of 1200 by 630 pixels
//! for shared links. What a chart shows is laid out and drawn by
//! [`figure_tracker_core::chart`] and [`figure_tracker::components`], never here.

mod amount;
mod card;
mod column;
mod fonts;
mod ink;
mod key;
mod png;
mod sheet;

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

pub use fonts::Fonts;
pub use png::PngError;

use leptos::prelude::*;

use super::html::print_html;
use super::{File, Site};
use figure_tracker_core::chart::{format_length, format_path};
use figure_tracker_core::dataset::Metric;

/// The picture of a metric that stands by itself.
pub(super) fn draw_picture(site: &Site<'_>, metric: &Arc<Metric>) -> File {
    let svg = site.with_signals(|| sheet::draw_sheet(site, metric));
    File::new(format!("{}.svg", site.names.file_stem(&metric.id)), svg)
}

/// The cards of all metrics, as what they are drawn from.
#[derive(Clone, Debug)]
pub struct Cards {
    /// The name of each card's file.
    names: Vec<String>,
    /// Each card as SVG.
    drawings: Vec<String>,
}

impl Cards {
    /// Lays all cards of a language out, whose files are in `folder`.
    pub(crate) fn new(site: &Site<'_>, folder: &str) -> Self {
        let metrics = || site.dataset.metrics.iter();
        Self {
            names: metrics()
                .map(|metric| format!("{folder}{}.png", site.names.file_stem(&metric.id)))
                .collect(),
            drawings: metrics().map(|metric| site.with_signals(|| card::draw_card(site, metric))).collect(),
        }
    }

    /// The cards of all languages together.
    pub(crate) fn all(cards: impl Iterator<Item = Self>) -> Self {
        let mut all = Self { names: Vec::new(), drawings: Vec::new() };
        for Self { names, drawings } in cards {
            all.names.extend(names);
            all.drawings.extend(drawings);
        }
        all
    }

    /// The name of each card's file, and the card as SVG.
    pub fn drawings(&self) -> impl Iterator<Item = (&str, &str)> {
        self.names.iter().zip(&self.drawings).map(|(name, drawing)| (&**name, &**drawing))
    }

    /// The letters in them that fonts lack.
    pub fn lacking(&self, fonts: &Fonts) -> BTreeSet<char> {
        fonts.lacking(&self.drawings.concat())
    }

    /// The cards as pictures.
    ///
    /// # Errors
    /// Which one could not be drawn, and why.
    pub fn files(self, fonts: &Fonts) -> Result<Vec<File>, CardError> {
        let pictures = png::render_all(&self.drawings, fonts);
        let file = |(name, picture): (String, png::Picture)| match picture {
            Ok(bytes) => Ok(File::new(name, bytes)),
            Err(why) => Err(CardError { name, why }),
        };
        self.names.into_iter().zip(pictures).map(file).collect()
    }
}

/// A card that could not be drawn.
#[derive(Debug)]
pub struct CardError {
    /// The name of its file.
    pub name: String,
    /// What kept it from being drawn.
    pub why: PngError,
}

impl Error for CardError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.why)
    }
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` can't be drawn: {}", self.name, self.why)
    }
}

/// A picture as XML: its size, what it is called and says, and what is drawn on it.
struct Picture {
    width: f64,
    height: f64,
    title: String,
    description: String,
    content: Vec<AnyView>,
}

impl Picture {
    fn into_xml(self, site: &Site<'_>) -> String {
        let Self { width, height, title, description, content } = self;
        let tag = site.localizer.tag.to_string();
        let paper = format_path(&[("M0 0H", width), ("V", height)]) + "H0Z";
        let svg = view! {
            <svg
                xmlns="http://www.w3.org/2000/svg"
                width=format_length(width)
                height=format_length(height)
                viewBox=format_path(&[("0 0 ", width), (" ", height)])
                role="img"
                lang=tag.clone()
                xml:lang=tag
            >
                <title>{title}</title>
                <desc>{description}</desc>
                <style>{ink::STYLES}</style>
                <path fill=ink::PAPER d=paper></path>
                {content}
            </svg>
        };
        let xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", print_html(svg));
        xml.chars().filter(|letter| is_xml(*letter)).collect()
    }
}

/// Whether XML 1.0 can hold a character at all, even in other words.
fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
