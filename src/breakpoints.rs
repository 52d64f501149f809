//! Which form the widget takes at which inner width, and how large its plot is laid out there.

/// The inner width in CSS pixels from which chart and card stand side by side.
pub const WIDE: f64 = 568.0;
/// The inner width that is taken for granted until the browser has told it: a phone's.
pub const DEFAULT_WIDTH: f64 = 343.0;
/// The width of the card's column and of the gap before it, as in `tracker.css`.
const ASIDE: f64 = 304.0;
/// The largest inner width, as in `tracker.css`.
const MAX_WIDTH: f64 = 928.0;
/// The smallest width that a plot is laid out for.
const MIN_PLOT_WIDTH: f64 = 200.0;

/// The widths of the plot on a page of the widget's own: it is laid out for one of them and drawn as wide as there is
/// room, so that what is printed and what a browser lays out are the same picture.
pub const BANDS: [Band; 6] = [
    Band { from: 0.0, plot: 288.0 },
    Band { from: 320.0, plot: 328.0 },
    Band { from: 408.0, plot: 448.0 },
    Band { from: WIDE, plot: 300.0 },
    Band { from: 688.0, plot: 440.0 },
    Band { from: 828.0, plot: 624.0 },
];

/// A range of inner widths that share one layout of the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The inner width it begins at.
    pub from: f64,
    /// The width the plot is laid out for.
    pub plot: f64,
}

/// The size that a plot is laid out for, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PlotSize {
    pub width: f64,
    pub height: f64,
}

impl PlotSize {
    /// The size of the plot at an inner width.
    pub fn at_width(inner: f64) -> Self {
        if inner < WIDE {
            Self::above_card(inner.max(MIN_PLOT_WIDTH))
        } else {
            Self::beside_card(inner.min(MAX_WIDTH) - ASIDE)
        }
    }

    /// The size of the plot in a band.
    pub fn of_band(band: Band) -> Self {
        if band.from < WIDE { Self::above_card(band.plot) } else { Self::beside_card(band.plot) }
    }

    fn above_card(width: f64) -> Self {
        Self { width, height: (width * 0.72).clamp(208.0, 348.0).round() }
    }

    fn beside_card(width: f64) -> Self {
        Self { width, height: (width * 0.66).clamp(340.0, 412.0).round() }
    }
}

/// The band of an inner width.
pub fn band_at_width(inner: f64) -> Band {
    let [first, ..] = BANDS;
    BANDS.into_iter().rfind(|band| band.from <= inner).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plot_is_narrower_where_the_card_stands_beside_it() {
        assert!(PlotSize::at_width(WIDE).width < PlotSize::at_width(WIDE - 1.0).width);
    }

    #[test]
    fn a_plot_is_never_laid_out_for_less_than_it_needs() {
        assert_eq!(PlotSize::at_width(0.0), PlotSize { width: 200.0, height: 208.0 });
    }

    #[test]
    fn every_width_has_the_widest_band_that_begins_before_it() {
        for (inner, plot) in [(0.0, 288.0), (319.0, 288.0), (320.0, 328.0), (900.0, 624.0)] {
            assert_eq!(band_at_width(inner).plot, plot, "{inner}");
        }
    }
}
