//! What is asked of a dataset, in words.

use super::interpolate::interpolate;
use super::{DateStyle, Localizer};
use crate::dataset::{Dataset, Figure, Metric, Question, Text};
use crate::date::Day;

impl Localizer {
    /// Returns a day by itself: `14 March 2022`.
    pub fn format_day(&self, day: Day) -> String {
        self.locale.format_date(day, DateStyle::Long)
    }

    /// Says what is asked of a metric: `As known on 20 January 2022; Only Berik Asylov`. Empty where nothing is. Ids that name
    /// nothing are passed over.
    pub fn describe_question(&self, dataset: &Dataset, metric: &Metric, question: &Question) -> String {
        let messages = &self.messages;
        let name_among = |id: &Option<String>, name: for<'a> fn(&'a Figure, &str) -> Option<&'a Text>| {
            let id = id.as_deref()?;
            let mut figures = dataset.metrics.iter().flat_map(|metric| &metric.figures);
            figures.find_map(|figure| name(figure, id)).map(|name| self.localize_text(name))
        };
        let scope =
            question.scope.as_deref().and_then(|id| metric.scopes.iter().find(|scope| scope.id == id));
        let only = [
            scope.map(|scope| self.localize_text(&scope.label)),
            name_among(&question.speaker, speaker_name),
            name_among(&question.institution, institution_name),
            name_among(&question.outlet, outlet_name),
        ];
        let only = only.into_iter().flatten().map(|name| interpolate(messages.only(), &[("name", &name)]));
        let known_on = question
            .known_on
            .map(|day| interpolate(messages.as_known_on(), &[("date", &self.format_day(day))]));
        let all: Vec<String> =
            known_on.into_iter().chain(only).chain(self.describe_period(question)).collect();
        all.join(messages.list_separator())
    }

    /// Says what is asked of a metric and what the answer is: `As known on 20 January 2022: 225 people.` And what stood when
    /// the period that is asked for begins: `At the start: 225 people, said by Erlan Qarin on 15 January 2022.`
    pub fn describe_answer(
        &self,
        dataset: &Dataset,
        metric: &Metric,
        question: &Question,
        before: Option<&Figure>,
    ) -> String {
        let asked = self.describe_question(dataset, metric, question);
        let amount = match metric.latest() {
            Some(latest) => self.format_amount(latest, &metric.unit),
            None => self.messages.nothing_found().to_owned(),
        };
        let answer =
            interpolate(self.messages.question_and_answer(), &[("question", &asked), ("amount", &amount)]);
        let before = before.map(|before| self.describe_carried_in(before, metric));
        self.join_sentences([answer].into_iter().chain(before))
    }

    /// Says what stood when a period begins.
    pub fn describe_carried_in(&self, before: &Figure, metric: &Metric) -> String {
        let amount = self.format_amount(before, &metric.unit);
        let statement = self.format_sentence(before, &amount, self.format_speaker_shortly(before).as_deref());
        interpolate(self.messages.carried_in(), &[("statement", &statement)])
    }

    fn describe_period(&self, question: &Question) -> Option<String> {
        let [from, to] = [question.from, question.to].map(|day| day.map(|day| self.format_day(day)));
        let message = match (&from, &to) {
            (Some(_), Some(_)) => self.messages.period(),
            (Some(_), None) => self.messages.period_from(),
            (None, Some(_)) => self.messages.period_until(),
            (None, None) => return None,
        };
        let [from, to] = [from, to].map(Option::unwrap_or_default);
        Some(interpolate(message, &[("from", &from), ("to", &to)]))
    }
}

fn speaker_name<'a>(figure: &'a Figure, id: &str) -> Option<&'a Text> {
    figure.speaker.as_ref().filter(|speaker| speaker.id == id).map(|speaker| &speaker.name)
}

fn institution_name<'a>(figure: &'a Figure, id: &str) -> Option<&'a Text> {
    figure
        .institution
        .as_ref()
        .filter(|institution| institution.id == id)
        .map(|institution| &institution.name)
}

fn outlet_name<'a>(figure: &'a Figure, id: &str) -> Option<&'a Text> {
    let mut outlets = figure.sources.iter().filter_map(|entry| entry.outlet.as_ref());
    outlets.find(|outlet| outlet.id == id).map(|outlet| &outlet.name)
}
