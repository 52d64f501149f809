//! Where a text stands among many: ids in a list, keys in an object.
//!
//! Texts are found by a number made of them, so that a large file is not searched through again and again; the
//! numbers are sorted, as in [`order`](super::order). Texts made to share one number would be slow to find among each
//! other; none is lost or mistaken for another. It knows no figures.

use super::order::sorted;

/// Texts in the order of the file, and where to find each.
pub(super) struct Index<'a> {
    texts: Vec<&'a str>,
    /// The number of each text, sorted, and beside it the place of the text.
    numbers: Vec<i64>,
    places: Vec<usize>,
}

impl<'a> Index<'a> {
    pub(super) fn new(texts: &mut dyn Iterator<Item = &'a str>) -> Self {
        let texts: Vec<&str> = texts.collect();
        let places = sorted(&mut texts.iter().map(|text| (number(text), 0)));
        let numbers = places.iter().filter_map(|&place| texts.get(place)).map(|text| number(text)).collect();
        Self { texts, numbers, places }
    }

    /// The first place of a text.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        let wanted = number(text);
        let first = self.numbers.partition_point(|&number| number < wanted);
        let mut at = first;
        while self.numbers.get(at) == Some(&wanted) {
            let place = *self.places.get(at)?;
            if self.texts.get(place) == Some(&text) {
                return Some(place);
            }
            at += 1;
        }
        None
    }

    /// Every text with its place, and whether it stood before.
    pub(super) fn each(&self) -> impl Iterator<Item = (&'a str, usize, bool)> {
        let again = |(place, text): (usize, &&'a str)| (*text, place, self.find(text) != Some(place));
        self.texts.iter().enumerate().map(again)
    }

    /// The texts.
    pub(super) fn texts(&self) -> &[&'a str] {
        &self.texts
    }
}

/// A number that two different texts hardly ever share (FNV-1a).
fn number(text: &str) -> i64 {
    text.bytes().fold(-0x340d_631b_7bdd_dcdb, |number, byte| {
        (number ^ i64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
