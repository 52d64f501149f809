//! A linear scale from numbers to pixels. It answers with a finite pixel whatever it is asked.

/// The largest magnitude drawn; beyond it a number is drawn as if it were this one.
const MAX_MAGNITUDE: f64 = 1e300;

/// A linear scale.
///
/// ```
/// use figure_tracker_core::scale::linear::LinearScale;
///
/// let scale = LinearScale { domain: (0.0, 200.0), range: (300.0, 100.0) };
/// assert_eq!(scale.position(50.0), 250.0);
/// assert_eq!(scale.position(1_000.0), 100.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LinearScale {
    /// The numbers at the two ends, the smaller first.
    pub domain: (f64, f64),
    /// The pixels at the two ends.
    pub range: (f64, f64),
}

impl LinearScale {
    /// Returns the pixel of a number. Numbers outside the domain stand at its nearer end; where the domain is a
    /// single number, everything stands in the middle.
    pub fn position(&self, number: f64) -> f64 {
        let (low, high) = (clamp_to_finite(self.domain.0), clamp_to_finite(self.domain.1));
        let (from, to) = (clamp_to_finite(self.range.0), clamp_to_finite(self.range.1));
        let span = high - low;
        if span <= 0.0 {
            return (from + to) / 2.0;
        }
        from + ((clamp_to_finite(number) - low) / span).clamp(0.0, 1.0) * (to - from)
    }
}

/// Returns the number itself, or the nearest one that can be drawn: zero where it is not a number.
pub fn clamp_to_finite(number: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(-MAX_MAGNITUDE, MAX_MAGNITUDE) }
}
