//! When a figure was said, no more precisely than is known.

use super::date_range::split_shared_parts;
use super::interpolate::interpolate;
use super::{DateStyle, Localizer};
use crate::date::{Bound, Date, Point, Season, Span};

impl Localizer {
    /// A date by itself: `14 March 2022`, `on or before 15 January 2022`, `date not given`.
    pub fn format_date_said(&self, date: Option<&Date>) -> String {
        date.map_or_else(|| self.messages.date_not_given().to_owned(), |date| self.format_date(date, false))
    }

    /// The edition of a data set: `Edition of 14 March 2022`.
    pub fn format_edition(&self, date: &Date) -> String {
        interpolate(self.messages.edition(), &[("date", &self.format_date_said(Some(date)))])
    }

    /// The edition of a data set, and whether it is kept or updated: `Edition of 14 March 2022, kept as it was`.
    pub fn format_edition_kept(&self, date: &Date, kept: &str) -> String {
        let edition = self.format_edition(date);
        interpolate(self.messages.edition_kept(), &[("edition", &edition), ("kept", kept)])
    }

    /// A date within a sentence: `on 14 March 2022`, `in January 2022`, `on a day not given`.
    pub fn format_date_in_sentence(&self, date: Option<&Date>) -> String {
        date.map_or_else(|| self.messages.on_day_not_given().to_owned(), |date| self.format_date(date, true))
    }

    /// The end of a date, else its start, without what is uncertain about it: for "from ... to ...".
    pub(super) fn format_end_of(&self, date: &Date) -> String {
        let point = date.end().and_then(Bound::point).or_else(|| date.start().point());
        point.map_or_else(|| self.messages.date_not_given().to_owned(), |point| self.format_span(point.span))
    }

    /// The start of a date, else its end, likewise.
    pub(super) fn format_start_of(&self, date: &Date) -> String {
        let point = date.start().point().or_else(|| date.end().and_then(Bound::point));
        point.map_or_else(|| self.messages.date_not_given().to_owned(), |point| self.format_span(point.span))
    }

    fn format_date(&self, date: &Date, in_sentence: bool) -> String {
        let messages = &self.messages;
        let text = match (date.start(), date.end()) {
            (Bound::At(point), None) => self.format_point(point, in_sentence),
            (Bound::At(from), Some(Bound::At(to))) => self.format_interval(from, to, in_sentence),
            (_, Some(Bound::At(to))) => self.format_bound(to, messages.by_day(), messages.by_month()),
            (Bound::At(from), Some(_)) => self.format_bound(from, messages.from_day(), messages.from_month()),
            _ => messages.date_not_given().to_owned(),
        };
        match (date.is_uncertain(), in_sentence) {
            (false, _) => text,
            (true, false) => interpolate(messages.inferred(), &[("date", &text)]),
            (true, true) => interpolate(messages.inferred_in_sentence(), &[("date", &text)]),
        }
    }

    fn format_point(&self, point: Point, in_sentence: bool) -> String {
        let messages = &self.messages;
        if let Span::Season(year, season) = point.span {
            return self.format_season(year, season, in_sentence);
        }
        let last_year = match point.span {
            Span::Century(year) => Some(year + 99),
            Span::Decade(year) => Some(year + 9),
            _ => None,
        };
        let template = match (point.approximate, in_sentence, point.span) {
            (true, true, _) => messages.around_date(),
            (true, false, _) => messages.about_date(),
            (false, true, Span::Day(_)) => messages.on_day(),
            (false, true, Span::Month(..) | Span::SomeDay(..)) => messages.in_month(),
            (false, true, _) if last_year.is_none() => messages.in_year(),
            _ => "{date}",
        };
        let text = match last_year {
            Some(to) => self.format_between(&self.format_span(point.span), &self.format_span(Span::Year(to))),
            None => self.format_span(point.span),
        };
        interpolate(template, &[("date", &text)])
    }

    fn format_interval(&self, from: Point, to: Point, in_sentence: bool) -> String {
        if matches!((from.span, to.span), (Span::Day(from), Span::Day(to)) if from == to) {
            return self.format_point(
                Point { approximate: from.approximate || to.approximate, ..from },
                in_sentence,
            );
        }
        let (start, end) = (self.format_approximate_point(from), self.format_approximate_point(to));
        if from.approximate || to.approximate {
            return self.format_between(&start, &end);
        }
        let same_month = match (from.span, to.span) {
            (Span::Month(year, _), Span::Month(of, _)) if year == of => Some(false),
            (Span::Day(from), Span::Day(to)) => match (from.ymd(), to.ymd()) {
                ((year, month, _), (of, same, _)) if (year, month) == (of, same) => Some(true),
                ((year, _, day), (of, _, other)) if year == of && day != other => Some(false),
                _ => None,
            },
            _ => None,
        };
        let (start, end) = same_month.map_or((&*start, &*end), |same| split_shared_parts(&start, &end, same));
        let days = matches!((from.span, to.span), (Span::Day(_), Span::Day(_)));
        interpolate(
            if days { self.messages.between_days() } else { self.messages.between_dates() },
            &[("from", start), ("to", end)],
        )
    }

    fn format_bound(&self, point: Point, day: &str, month: &str) -> String {
        let template = if matches!(point.span, Span::Day(_)) { day } else { month };
        interpolate(template, &[("date", &self.format_approximate_point(point))])
    }

    fn format_approximate_point(&self, point: Point) -> String {
        let text = self.format_span(point.span);
        if point.approximate { interpolate(self.messages.about_date(), &[("date", &text)]) } else { text }
    }

    fn format_between(&self, from: &str, to: &str) -> String {
        interpolate(self.messages.between_dates(), &[("from", from), ("to", to)])
    }

    fn format_season(&self, year: i32, season: Season, in_sentence: bool) -> String {
        let messages = &self.messages;
        let (by_itself, within) = match season {
            Season::Spring => (messages.spring(), messages.in_spring()),
            Season::Summer => (messages.summer(), messages.in_summer()),
            Season::Autumn => (messages.autumn(), messages.in_autumn()),
            Season::Winter => (messages.winter(), messages.in_winter()),
        };
        let template = if in_sentence { within } else { by_itself };
        interpolate(template, &[("year", &self.format_span(Span::Year(year)))])
    }

    fn format_span(&self, span: Span) -> String {
        if let Span::Season(year, season) = span {
            return self.format_season(year, season, false);
        }
        let style = match span {
            Span::Day(_) => DateStyle::Long,
            Span::Month(..) | Span::SomeDay(..) => DateStyle::MonthYear,
            _ => DateStyle::Year,
        };
        self.locale.format_date(span.days().0, style)
    }
}
