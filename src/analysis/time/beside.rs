//! The side of the news on which a time without its year lies, by the times told beside it: the year that opens its paragraph, the
//! same day told before, what is to come or is over in its sentence.

use super::Seen;
use super::fields::Fields;
use super::resolving::Resolving;
use crate::lang::time::Direction;
use crate::model::{Anchor, Grain, Interval, Span, TimeExpression};

/// The day of a story is looked for among as many times before.
const NEAR_TIMES: usize = 16;

/// ' dan berakhir pada ' is as long, in bytes.
const LONGEST_STEP: usize = 40;

/// 'yang tenggelam pada' has at most as many tokens.
const LONGEST_RELATIVE: usize = 3;

/// 'Lalu pada' before the month that opens a sentence.
const LONGEST_LEAD: usize = 2;

/// Two times of one sentence stand so many tokens apart at most.
const LONGEST_SENTENCE: usize = 12;

impl Resolving<'_> {
    /// The year of the same day that was told with it before, in a story of another year: 'pada 11 Maret 1966 ... Pagi hari 11 Maret'.
    pub(super) fn year_of_same_day(&self, fields: &Fields) -> Option<i16> {
        let (month, day) = fields.month.zip(fields.day).filter(|_| fields.weekday.is_none())?;
        if fields.direction.is_some() || !self.pack.grammar.noun_first || !self.anchors.is_story_of_past() {
            return None;
        }
        let near = self.out.items().iter().rev().take(NEAR_TIMES);
        let same = |it: &TimeExpression| {
            let date = it.value.interval().filter(|at| at.grain <= Grain::Day)?.first_day();
            let told = it.anchor == Anchor::Explicit && date.month() == month && date.day() == day;
            told.then_some(date.year())
        };
        near.filter_map(same).next()
    }

    /// 'Pada 1999, keramik kapal yang tenggelam pada 1822 diangkat, lalu dilelang setahun kemudian': whether `span` tells of a noun when it
    /// was done, long before the year that its sentence tells.
    pub(super) fn is_of_old_noun(&self, span: Span, interval: Interval) -> bool {
        let Some((id, told)) = self.anchors.latest.filter(|_| self.pack.grammar.noun_first) else { return false };
        let year = |it: Interval| it.grain == Grain::Year;
        if !year(interval) || !year(told) || interval.first_day() >= told.first_day() {
            return false;
        }
        let at = self.reading.token_from(span.start);
        let relative = |at: usize| self.pack.cues.relatives.has(self.reading.words[at]);
        let near = (at.saturating_sub(LONGEST_RELATIVE)..at).any(relative);
        near && !Span::new(self.out[id].span.end, span.start).of(self.reading.body).contains(['.', '\n'])
    }

    /// 'Sepanjang 2025, KPK menangkap tujuh bupati. Pada Januari, Bupati Kolaka ditangkap': the year that is over and opens the paragraph of
    /// a month that opens its sentence.
    pub(super) fn year_of_review(&self, fields: &Fields, span: Span) -> Option<i16> {
        fields.month.filter(|_| self.pack.grammar.noun_first && fields.day.is_none() && fields.direction.is_none())?;
        let at = self.reading.token_from(span.start);
        let opens = |at: usize| at == 0 || self.reading.opens_paragraph(at) || self.reading.mark(at - 1) == '.';
        let begins = (at.saturating_sub(LONGEST_LEAD)..=at).any(opens);
        let today = self.anchors.published?.date;
        let near = self.out.items().iter().rev().take(NEAR_TIMES);
        let mut years = near.take_while(|it| !Span::new(it.span.end, span.start).of(self.reading.body).contains('\n'));
        let told = years.find(|it| it.value.interval().is_some_and(|it| it.grain == Grain::Year))?;
        let first = self.reading.token_from(told.span.start);
        let leads = (first.saturating_sub(1)..=first).any(|at| self.reading.opens_paragraph(at));
        let year = told.value.interval().filter(|it| it.last_day() < today)?.first_day().year();
        (begins && leads && self.reading.mark(self.reading.tokens_in(span).end) == ',').then_some(year)
    }

    /// 'dimulai 1 Juni dan berakhir pada awal Juli': whether `span` stands right behind a day to come that is told in its clause.
    pub(super) fn goes_on_ahead(&self, span: Span) -> bool {
        let Some((last, today)) = self.out.items().last().zip(self.anchors.published) else { return false };
        if !self.pack.grammar.noun_first || self.anchors.tense.is_some() || span.start - last.span.end > LONGEST_STEP {
            return false;
        }
        let ahead = last.value.interval().is_some_and(|it| it.grain <= Grain::Month && it.first_day() > today.date);
        ahead && !Span::new(last.span.end, span.start).of(self.reading.body).contains(['.', ',', ';', '\n'])
    }

    /// 'dibahas pada Maret, tetapi anggarannya dicoret September lalu': whether the next time of the sentence is told to be over.
    pub(super) fn looks_back_behind(&self, behind: &[Seen]) -> bool {
        let [own, next, ..] = behind else { return false };
        if !self.pack.grammar.noun_first || next.found.parts[0].fields.direction != Some(Direction::Past) {
            return false;
        }
        let between = own.found.end..next.found.parts[0].start;
        let month = own.found.parts[0].fields.month.is_some() && next.found.parts[0].fields.month.is_some();
        month && between.len() < LONGEST_SENTENCE && !between.into_iter().any(|at| self.reading.mark(at) == '.')
    }
}
