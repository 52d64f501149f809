//! A straight scale from numbers to pixels. It answers with a finite pixel whatever it is asked.

/// The largest magnitude drawn; beyond it a number is drawn as if it were this one.
const LARGEST: f64 = 1e300;

/// A straight scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// The numbers at the two ends, the smaller first.
    pub domain: (f64, f64),
    /// The pixels at the two ends.
    pub range: (f64, f64),
}

impl Linear {
    /// The pixel of a number. Numbers outside the domain stand at its nearer end; where the domain is a single
    /// number, everything stands in the middle.
    pub fn at(&self, number: f64) -> f64 {
        let (low, high) = (finite(self.domain.0), finite(self.domain.1));
        let (from, to) = (finite(self.range.0), finite(self.range.1));
        let span = high - low;
        if span <= 0.0 {
            return (from + to) / 2.0;
        }
        from + ((finite(number) - low) / span).clamp(0.0, 1.0) * (to - from)
    }
}

/// The number itself, or the nearest one that can be drawn: zero for none at all.
pub fn finite(number: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(-LARGEST, LARGEST) }
}
