//! The offices of speakers, which most figures of a speaker say again.

use super::localized_text;
use crate::dataset::{Text, format};

/// The office that each speaker had in the last figure, as it is written and as figures share it; first that of nobody who is named.
#[derive(Default)]
pub(super) struct Offices(Vec<(format::Text, Text)>);

impl Offices {
    /// Returns an office of the speaker at a place of the list of speakers.
    pub(super) fn share(&mut self, speaker: Option<usize>, office: &format::Text, language: &str) -> Text {
        let place = speaker.map_or(0, |speaker| speaker + 1);
        if self.0.len() <= place {
            self.0.resize_with(place + 1, Default::default);
        }
        let Some((written, shared)) = self.0.get_mut(place) else { return Text::default() };
        if written != office {
            *written = office.clone();
            *shared = localized_text(office.clone(), language);
        }
        shared.clone()
    }
}
