//! The pictures of a metric: an SVG that stands by itself, for articles and print, and a card of 1200 by 630 pixels
//! for shared links. What a chart shows is laid out and drawn by [`figure_tracker_core::chart`] and [`figure_tracker::view`], never here.

mod amount;
mod card;
mod column;
mod fonts;
mod ink;
mod legend;
mod png;
mod sheet;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use fonts::Fonts;

use super::markup::print_markup;
use super::{File, Site};
use figure_tracker_core::chart::format_length;
use figure_tracker_core::dataset::Metric;
use leptos::prelude::*;

/// The picture of a metric that stands by itself.
pub(super) fn file(site: &Site<'_>, metric: &Arc<Metric>) -> File {
    let svg = site.with_signals(|| sheet::sheet(site, metric));
    File::new(format!("{}.svg", site.names.name(&metric.id)), svg)
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
    /// Lays all cards out.
    pub(crate) fn new(site: &Site<'_>) -> Self {
        let metrics = || site.dataset.metrics.iter();
        Self {
            names: metrics().map(|metric| format!("{}.png", site.names.name(&metric.id))).collect(),
            drawings: metrics().map(|metric| site.with_signals(|| card::card(site, metric))).collect(),
        }
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
    pub fn files(self, fonts: &Fonts) -> Result<Vec<File>, String> {
        let pictures = png::all(&self.drawings, fonts);
        let file = |(name, picture): (String, Result<Vec<u8>, String>)| match picture {
            Ok(bytes) => Ok(File::new(name, bytes)),
            Err(why) => Err(format!("`{name}` can't be drawn: {why}")),
        };
        self.names.into_iter().zip(pictures).map(file).collect()
    }
}

/// Returns a whole picture, as XML, with its title and description for those who don't see it.
fn print_picture(
    site: &Site<'_>,
    (width, height): (f64, f64),
    [title, description]: [String; 2],
    inside: Vec<AnyView>,
) -> String {
    let tag = site.localizer.tag.to_string();
    let svg = view! {
        <svg
            xmlns="http://www.w3.org/2000/svg"
            width=format_length(width)
            height=format_length(height)
            viewBox=format!("0 0 {} {}", format_length(width), format_length(height))
            role="img"
            lang=tag.clone()
        >
            <title>{title}</title>
            <desc>{description}</desc>
            <style inner_html=ink::STYLES></style>
            <path fill=ink::PAPER d=format!("M0 0H{}V{}H0Z", format_length(width), format_length(height)) />
            {inside}
        </svg>
    }
    .attr("xml:lang", tag);
    let xml = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", &print_markup(svg), "\n"].concat();
    xml.chars().filter(|letter| is_xml(*letter)).collect()
}

/// Whether XML 1.0 can hold a character at all, even in other words.
fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
