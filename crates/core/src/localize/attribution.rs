//! Who said a figure and who printed it, named as far as the document names them.

use super::Localizer;
use super::interpolate::interpolate;
use crate::dataset::{Attribution, Cited, Figure, Source, SourceEntry, Status, Unit};
use crate::date::Date;

impl Localizer {
    /// The speaker's name, or that the document names none.
    pub fn speaker_name(&self, figure: &Figure) -> String {
        self.format_speaker_name(figure).unwrap_or_else(|| self.messages.speaker_not_named().to_owned())
    }

    /// The institution's name, or that the document names none.
    pub fn institution_name(&self, figure: &Figure) -> String {
        let institution =
            figure.institution.as_ref().map(|institution| self.localize_text(&institution.name));
        institution.unwrap_or_else(|| self.messages.institution_not_named().to_owned())
    }

    /// The speaker with their office, or as much of it as is known: `Berik Asylov, Prosecutor General`.
    pub fn format_byline(&self, figure: &Figure) -> String {
        self.format_speaker(figure).unwrap_or_else(|| self.messages.speaker_not_named().to_owned())
    }

    /// Who said or reported a figure, whatever the document names: `reported by Vlast, speaker not named`.
    pub fn format_reported_by(&self, figure: &Figure) -> String {
        self.format_reporter(figure, self.format_speaker(figure).as_deref())
    }

    /// The outlet and the date of a document: `Interfax, 14 March 2022`.
    pub fn format_source(&self, source: &Source) -> String {
        let outlet = source.outlet.as_ref().map(|outlet| self.localize_text(&outlet.name));
        let outlet = outlet.unwrap_or_else(|| self.messages.outlet_not_named().to_owned());
        let date = self.format_date_said(source.published.as_ref());
        interpolate(self.messages.outlet_and_date(), &[("outlet", &outlet), ("date", &date)])
    }

    /// In whose voice the document gives a figure.
    pub fn attribution_label(&self, attribution: Attribution) -> &str {
        match attribution {
            Attribution::Quote => self.messages.attribution_quote(),
            Attribution::Indirect => self.messages.attribution_indirect(),
            Attribution::Outlet => self.messages.attribution_outlet(),
            Attribution::Relayed => self.messages.attribution_relayed(),
        }
    }

    /// What has become of a figure: `stands`, `disputed`.
    pub fn status_label(&self, standing: Status) -> &str {
        match standing {
            Status::Stands => self.messages.status_stands(),
            Status::Superseded => self.messages.status_superseded(),
            Status::Corrected => self.messages.status_corrected(),
            Status::Disputed => self.messages.status_disputed(),
            Status::Denied => self.messages.status_denied(),
            Status::Retracted => self.messages.status_retracted(),
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
                Some(interpolate(self.messages.name_and_office(), &[("name", &name), ("office", &office)]))
            }
            (name, office) => name.or(office),
        }
    }

    /// `said by ...` or `reported by ...`.
    pub(super) fn format_reporter(&self, figure: &Figure, who: Option<&str>) -> String {
        let messages = &self.messages;
        let entry = leading_entry(figure, who);
        let outlet =
            entry.and_then(|entry| entry.outlet.as_ref()).map(|outlet| self.localize_text(&outlet.name));
        let attribution = entry.map_or(figure.attribution, |entry| figure.attribution_in(entry));
        let cited = entry.and_then(|entry| self.format_cited(entry));
        let template = match (who, attribution, &outlet, &cited) {
            // An outlet's own voice is nobody else's.
            (_, Some(Attribution::Outlet), Some(_), _) => messages.reported_by(),
            (Some(_), Some(Attribution::Relayed), Some(_), Some(_)) => messages.said_by_citing(),
            (Some(_), Some(Attribution::Relayed), Some(_), None) => messages.said_by_relayed(),
            (Some(_), ..) => messages.said_by(),
            (None, Some(Attribution::Relayed), Some(_), Some(_)) => messages.reported_by_citing(),
            (None, Some(Attribution::Relayed), Some(_), None) => messages.reported_by_relayed(),
            (None, _, Some(_), _) => messages.reported_by_unnamed(),
            (None, _, None, _) => messages.reported_unnamed(),
        };
        let [who, outlet, cited] = [who, outlet.as_deref(), cited.as_deref()].map(Option::unwrap_or_default);
        interpolate(template, &[("who", who), ("outlet", outlet), ("cited", cited)])
    }

    /// The day on which whoever reports a figure reported it: an outlet's own voice, and what it has from another
    /// without a speaker, by the day it was printed; an official's words by the day they were said.
    pub(super) fn date_reported<'a>(&self, figure: &'a Figure, who: Option<&str>) -> Option<&'a Date> {
        let entry = leading_entry(figure, who);
        let is_outlets = entry.is_some_and(|entry| match figure.attribution_in(entry) {
            Some(Attribution::Outlet) => true,
            Some(Attribution::Relayed) => who.is_none(),
            _ => false,
        });
        let printed = entry.filter(|entry| is_outlets && entry.outlet.is_some());
        printed.and_then(|entry| entry.published.as_ref()).or(figure.said.as_ref())
    }

    /// When whoever reports a figure reported it, by itself: `11 January 2023`.
    pub fn format_date_reported(&self, figure: &Figure) -> String {
        self.format_date_said(self.date_reported(figure, self.format_speaker(figure).as_deref()))
    }

    /// Describes how a document gives a figure: quoted or retold, whom it cites, less or more exactly than the others; and its
    /// note. None where nothing is known of it.
    pub fn describe_source_entry(&self, figure: &Figure, entry: &SourceEntry, unit: &Unit) -> Option<String> {
        let attribution = figure.attribution_in(entry).map(|attribution| match self.format_cited(entry) {
            Some(cited) => interpolate(self.messages.attribution_citing(), &[("cited", &cited)]),
            None => self.attribution_label(attribution).to_owned(),
        });
        let qualifier = entry.qualifier.filter(|qualifier| *qualifier != figure.qualifier);
        let given = qualifier.map(|qualifier| {
            let amount = self.format_amount(&Figure { qualifier, ..figure.clone() }, unit);
            interpolate(self.messages.given_as(), &[("amount", &amount)])
        });
        let note = entry.note.as_ref().map(|note| self.localize_text(note));
        let parts: Vec<_> = [attribution, given, note].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(self.messages.list_separator()))
    }

    /// The name of the outlet that a document cites.
    fn format_cited(&self, entry: &SourceEntry) -> Option<String> {
        let cited = entry.cites.as_ref().and_then(Cited::outlet);
        cited.map(|outlet| self.localize_text(&outlet.name))
    }

    fn format_speaker_name(&self, figure: &Figure) -> Option<String> {
        figure.speaker.as_ref().map(|speaker| self.localize_text(&speaker.name))
    }
}

/// The document by which a figure is told: the first that names its outlet, and for somebody's words the first of them
/// that has these words.
fn leading_entry<'a>(figure: &'a Figure, who: Option<&str>) -> Option<&'a SourceEntry> {
    let mut entries = figure.sources.iter().filter(|entry| entry.outlet.is_some());
    let has_words = |entry: &&SourceEntry| figure.attribution_in(entry) != Some(Attribution::Outlet);
    who.and_then(|_| entries.clone().find(has_words)).or_else(|| entries.next())
}
