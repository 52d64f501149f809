//! The offices of speakers, which most figures of a speaker say again.

use super::localized_text;
use crate::dataset::{Text, format};

/// The plain office that each speaker had in the last figure that names one; first that of nobody who is named.
#[derive(Default)]
pub(super) struct Offices(Vec<Text>);

impl Offices {
    /// Resolves an office of the speaker at a place of the list of speakers.
    pub(super) fn resolve(
        &mut self,
        office: &mut Option<format::Text>,
        speaker: Option<usize>,
        language: &str,
    ) -> Option<Text> {
        let Some(format::Text::Plain(office)) = office else {
            return office.take().map(|office| localized_text(office, language));
        };
        let place = speaker.map_or(0, |speaker| speaker + 1);
        if self.0.len() <= place {
            self.0.resize_with(place + 1, Text::default);
        }
        let last = self.0.get_mut(place)?;
        if !matches!(&*last.entries, [(_, text)] if text == office) {
            *last = Text::new(language, office);
        }
        Some(last.clone())
    }
}
