//! Who said a figure and who printed it, named as far as the document names them.

use super::Localizer;
use super::interpolate::interpolate;
use crate::dataset::{Attribution, Figure, Source, Status};

impl Localizer {
    /// The speaker's name, or that the document names none.
    pub fn speaker_name(&self, figure: &Figure) -> String {
        self.format_speaker_name(figure).unwrap_or_else(|| self.messages.speaker_not_named.clone())
    }

    /// The institution's name, or that the document names none.
    pub fn institution_name(&self, figure: &Figure) -> String {
        let institution =
            figure.institution.as_ref().map(|institution| self.localize_text(&institution.name));
        institution.unwrap_or_else(|| self.messages.institution_not_named.clone())
    }

    /// The speaker with their office, or as much of it as is known: `Berik Asylov, Prosecutor General`.
    pub fn format_byline(&self, figure: &Figure) -> String {
        self.format_speaker(figure).unwrap_or_else(|| self.messages.speaker_not_named.clone())
    }

    /// Who said or reported a figure, whatever the document names: `reported by Vlast, speaker not named`.
    pub fn format_reported_by(&self, figure: &Figure) -> String {
        self.format_reporter(figure, self.format_speaker(figure).as_deref())
    }

    /// The outlet and the date of a document: `Interfax, 14 March 2022`.
    pub fn format_source(&self, source: &Source) -> String {
        let outlet = source.outlet.as_ref().map(|outlet| self.localize_text(&outlet.name));
        let outlet = outlet.unwrap_or_else(|| self.messages.outlet_not_named.clone());
        let date = self.format_date_said(source.published.as_ref());
        interpolate(&self.messages.outlet_and_date, &[("outlet", &outlet), ("date", &date)])
    }

    /// In whose voice the document gives a figure.
    pub fn attribution_label(&self, attribution: Attribution) -> &str {
        match attribution {
            Attribution::Quote => &self.messages.attribution_quote,
            Attribution::Indirect => &self.messages.attribution_indirect,
            Attribution::Outlet => &self.messages.attribution_outlet,
            Attribution::Relayed => &self.messages.attribution_relayed,
        }
    }

    /// What has become of a figure: `stands`, `disputed`.
    pub fn status_label(&self, standing: Status) -> &str {
        match standing {
            Status::Stands => &self.messages.status_stands,
            Status::Superseded => &self.messages.status_superseded,
            Status::Corrected => &self.messages.status_corrected,
            Status::Disputed => &self.messages.status_disputed,
            Status::Denied => &self.messages.status_denied,
            Status::Retracted => &self.messages.status_retracted,
        }
    }

    /// The speaker's name alone, else whatever names them.
    pub(super) fn format_speaker_shortly(&self, figure: &Figure) -> Option<String> {
        self.format_speaker_name(figure).or_else(|| self.format_speaker(figure))
    }

    /// The speaker with their office; none where the document names nobody at all.
    pub(super) fn format_speaker(&self, figure: &Figure) -> Option<String> {
        let office =
            figure.office.as_ref().or(figure.institution.as_ref().map(|institution| &institution.name));
        match (self.format_speaker_name(figure), office.map(|office| self.localize_text(office))) {
            (Some(name), Some(office)) => {
                Some(interpolate(&self.messages.name_and_office, &[("name", &name), ("office", &office)]))
            }
            (name, office) => name.or(office),
        }
    }

    /// `said by ...` or `reported by ...`.
    pub(super) fn format_reporter(&self, figure: &Figure, who: Option<&str>) -> String {
        let messages = &self.messages;
        let outlet = figure.sources.iter().find_map(|source| source.outlet.as_ref());
        let outlet = outlet.map(|outlet| self.localize_text(&outlet.name));
        let template = match (who, figure.attribution, &outlet) {
            (Some(_), Some(Attribution::Relayed), Some(_)) => &messages.said_by_relayed,
            (Some(_), ..) => &messages.said_by,
            (None, Some(Attribution::Outlet), Some(_)) => &messages.reported_by,
            (None, Some(Attribution::Relayed), Some(_)) => &messages.reported_by_relayed,
            (None, _, Some(_)) => &messages.reported_by_unnamed,
            (None, _, None) => &messages.reported_unnamed,
        };
        interpolate(
            template,
            &[("who", who.unwrap_or_default()), ("outlet", outlet.as_deref().unwrap_or_default())],
        )
    }

    fn format_speaker_name(&self, figure: &Figure) -> Option<String> {
        figure.speaker.as_ref().map(|speaker| self.localize_text(&speaker.name))
    }
}
