//! Who said a figure and who printed it, named as far as the document names them.

use super::Voice;
use super::fill::fill;
use crate::dataset::{Attribution, Figure, Source, Standing};

impl Voice {
    /// The speaker's name, or that the document names none.
    pub fn speaker(&self, figure: &Figure) -> String {
        self.name(figure).unwrap_or_else(|| self.words.speaker_not_named.to_owned())
    }

    /// The institution's name, or that the document names none.
    pub fn institution(&self, figure: &Figure) -> String {
        let institution = figure.institution.as_ref().map(|institution| self.text(&institution.name));
        institution.unwrap_or_else(|| self.words.institution_not_named.to_owned())
    }

    /// The speaker with their office, or as much of it as is known: `Berik Asylov, Prosecutor General`.
    pub fn byline(&self, figure: &Figure) -> String {
        self.who(figure).unwrap_or_else(|| self.words.speaker_not_named.to_owned())
    }

    /// Who said or reported a figure, whatever the document names: `reported by Vlast, speaker not named`.
    pub fn reported(&self, figure: &Figure) -> String {
        self.by(figure, self.who(figure).as_deref())
    }

    /// The outlet and the date of a document: `Interfax, 14 March 2022`.
    pub fn published(&self, source: &Source) -> String {
        let outlet = source.outlet.as_ref().map(|outlet| self.text(&outlet.name));
        let outlet = outlet.unwrap_or_else(|| self.words.outlet_not_named.to_owned());
        let date = self.said(source.published.as_ref());
        fill(self.words.outlet_and_date, &[("outlet", &outlet), ("date", &date)])
    }

    /// In whose voice the document gives a figure.
    pub fn attribution(&self, attribution: Attribution) -> &'static str {
        match attribution {
            Attribution::Quote => self.words.attribution_quote,
            Attribution::Indirect => self.words.attribution_indirect,
            Attribution::Outlet => self.words.attribution_outlet,
            Attribution::Relayed => self.words.attribution_relayed,
        }
    }

    /// What has become of a figure: `stands`, `disputed`.
    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Stands => self.words.stands,
            Standing::Superseded => self.words.superseded,
            Standing::Corrected => self.words.corrected,
            Standing::Disputed => self.words.disputed,
            Standing::Denied => self.words.denied,
            Standing::Retracted => self.words.retracted,
        }
    }

    /// The speaker's name alone, else whatever names them.
    pub(super) fn shortly(&self, figure: &Figure) -> Option<String> {
        self.name(figure).or_else(|| self.who(figure))
    }

    /// The speaker with their office; none where the document names nobody at all.
    pub(super) fn who(&self, figure: &Figure) -> Option<String> {
        let office =
            figure.office.as_ref().or(figure.institution.as_ref().map(|institution| &institution.name));
        match (self.name(figure), office.map(|office| self.text(office))) {
            (Some(name), Some(office)) => {
                Some(fill(self.words.name_and_office, &[("name", &name), ("office", &office)]))
            }
            (name, office) => name.or(office),
        }
    }

    /// `said by ...` or `reported by ...`.
    pub(super) fn by(&self, figure: &Figure, who: Option<&str>) -> String {
        let words = self.words;
        let outlet = figure.sources.iter().find_map(|source| source.outlet.as_ref());
        let outlet = outlet.map(|outlet| self.text(&outlet.name));
        let template = match (who, figure.attribution, &outlet) {
            (Some(_), Some(Attribution::Relayed), Some(_)) => words.said_by_relayed,
            (Some(_), ..) => words.said_by,
            (None, Some(Attribution::Outlet), Some(_)) => words.reported_by,
            (None, Some(Attribution::Relayed), Some(_)) => words.reported_by_relayed,
            (None, _, Some(_)) => words.reported_by_unnamed,
            (None, _, None) => words.reported_unnamed,
        };
        fill(template, &[("who", who.unwrap_or_default()), ("outlet", outlet.as_deref().unwrap_or_default())])
    }

    fn name(&self, figure: &Figure) -> Option<String> {
        figure.speaker.as_ref().map(|speaker| self.text(&speaker.name))
    }
}
