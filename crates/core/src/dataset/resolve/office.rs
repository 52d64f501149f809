//! The offices of speakers, which most figures of a speaker say again.

use super::localized_text;
use crate::dataset::{Text, format};

/// The plain office that each speaker had in the last figure that names one; first that of nobody who is named.
#[derive(Default)]
pub(super) struct Offices(Vec<Option<Text>>);

impl Offices {
    /// Resolves an office of the speaker at a place of the list of speakers.
    pub(super) fn resolve(
        &mut self,
        office: &mut Option<format::Text>,
        speaker: Option<usize>,
        language: &str,
    ) -> Option<Text> {
        let written = match office {
            Some(format::Text::Plain(written)) => written,
            _ => return office.take().map(|office| localized_text(office, language)),
        };
        let place = speaker.map_or(0, |speaker| speaker + 1);
        if self.0.len() <= place {
            self.0.resize_with(place + 1, || None);
        }
        let last = self.0.get_mut(place)?;
        let is_same = |last: &Text| matches!(&*last.entries, [(_, text)] if text == written);
        if !last.as_ref().is_some_and(is_same) {
            *last = Some(localized_text(format::Text::Plain(written.clone()), language));
        }
        last.clone()
    }
}
