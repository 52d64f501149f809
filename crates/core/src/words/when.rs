//! When a figure was said, no more precisely than is known.

use super::fill::{fill, shared};
use super::{DateStyle, Voice};
use crate::date::{Bound, Date, Point, Span};

impl Voice {
    /// A date by itself: `14 March 2022`, `on or before 15 January 2022`, `date not given`.
    pub fn said(&self, date: Option<&Date>) -> String {
        date.map_or_else(|| self.words.date_not_given.to_owned(), |date| self.date(date, false))
    }

    /// The edition of a data set: `Edition of 14 March 2022`.
    pub fn edition(&self, date: &Date) -> String {
        fill(self.words.edition, &[("date", &self.said(Some(date)))])
    }

    /// A date within a sentence: `on 14 March 2022`, `in January 2022`, `on a day not given`.
    pub fn said_in_sentence(&self, date: Option<&Date>) -> String {
        date.map_or_else(|| self.words.on_day_not_given.to_owned(), |date| self.date(date, true))
    }

    /// The end of a date, else its start, without what is uncertain about it: for "from ... to ...".
    pub(super) fn end_of(&self, date: &Date) -> String {
        let point = date.end().and_then(Bound::point).or_else(|| date.start().point());
        point.map_or_else(|| self.words.date_not_given.to_owned(), |point| self.span(point.span))
    }

    fn date(&self, date: &Date, in_sentence: bool) -> String {
        let words = self.words;
        let text = match (date.start(), date.end()) {
            (Bound::At(point), None) => self.point(point, in_sentence),
            (Bound::At(from), Some(Bound::At(to))) => self.interval(from, to, in_sentence),
            (_, Some(Bound::At(to))) => self.bound(to, words.by_day, words.by_month),
            (Bound::At(from), Some(_)) => self.bound(from, words.from_day, words.from_month),
            _ => words.date_not_given.to_owned(),
        };
        match (date.is_uncertain(), in_sentence) {
            (false, _) => text,
            (true, false) => fill(words.inferred, &[("date", &text)]),
            (true, true) => fill(words.inferred_in_sentence, &[("date", &text)]),
        }
    }

    fn point(&self, point: Point, in_sentence: bool) -> String {
        let words = self.words;
        let last_year = match point.span {
            Span::Century(year) => Some(year + 99),
            Span::Decade(year) => Some(year + 9),
            _ => None,
        };
        let template = match (point.approximate, in_sentence, point.span) {
            (true, true, _) => words.around_date,
            (true, false, _) => words.about_date,
            (false, true, Span::Day(_)) => words.on_day,
            (false, true, Span::Month(..) | Span::SomeDay(..)) => words.in_month,
            (false, true, _) if last_year.is_none() => words.in_year,
            _ => "{date}",
        };
        let text = match last_year {
            Some(to) => self.between(&self.span(point.span), &self.span(Span::Year(to))),
            None => self.span(point.span),
        };
        fill(template, &[("date", &text)])
    }

    fn interval(&self, from: Point, to: Point, in_sentence: bool) -> String {
        if matches!((from.span, to.span), (Span::Day(from), Span::Day(to)) if from == to) {
            return self
                .point(Point { approximate: from.approximate || to.approximate, ..from }, in_sentence);
        }
        let (start, end) = (self.approximate(from), self.approximate(to));
        if from.approximate || to.approximate {
            return self.between(&start, &end);
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
        let (start, end) = same_month.map_or((&*start, &*end), |same| shared(&start, &end, same));
        let days = matches!((from.span, to.span), (Span::Day(_), Span::Day(_)));
        fill(
            if days { self.words.between_days } else { self.words.between_dates },
            &[("from", start), ("to", end)],
        )
    }

    fn bound(&self, point: Point, day: &str, month: &str) -> String {
        let template = if matches!(point.span, Span::Day(_)) { day } else { month };
        fill(template, &[("date", &self.approximate(point))])
    }

    fn approximate(&self, point: Point) -> String {
        let text = self.span(point.span);
        if point.approximate { fill(self.words.about_date, &[("date", &text)]) } else { text }
    }

    fn between(&self, from: &str, to: &str) -> String {
        fill(self.words.between_dates, &[("from", from), ("to", to)])
    }

    fn span(&self, span: Span) -> String {
        let style = match span {
            Span::Day(_) => DateStyle::Long,
            Span::Month(..) | Span::SomeDay(..) => DateStyle::MonthYear,
            _ => DateStyle::Year,
        };
        self.locale.date(span.days().0, style)
    }
}
