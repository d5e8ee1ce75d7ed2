//! Times that serve the reader and date no event: what a time itself is, the hour at which a show starts, and how long something
//! may be done.

use std::ops::Range;

use super::Gate;
use crate::lang::{Cue, EventWord, StatusCue};
use crate::model::{Anchor, Grain, Interval, Span, TimeExpression};
use crate::text::token::Case;

/// How far behind 'Saturday is' the noun of an event may stand.
const NOUN_TOKENS: usize = 5;

/// How far before its hour the word for the start of something may stand; a bare hour has no more tokens.
const START_TOKENS: usize = 7;

/// What happened so many days before the news is a story of another year.
const OLD_STORY_DAYS: i32 = 300;

/// 'from noon on June 8 to noon on' has at most this many tokens before its last day.
const LEAVE_TOKENS: usize = 10;

impl Gate<'_> {
    /// 'This week is the first time since 2009 that ...', 'Friday was the deadline': of what a time itself is, nothing happens
    /// on it. 'Saturday is the final' tells of an event by its noun.
    pub(super) fn is_subject(&self) -> bool {
        let Range { start, end } = self.tokens;
        // 'We think January is safer'
        let says = |cue: &Cue| matches!(cue, Cue::Says(_) | Cue::SaysBehind(_));
        let said = start > self.part.start
            && (self.stage.says(start - 1, says).is_some() || self.stage.is(start - 1, EventWord::Complementiser));
        let opens = start == self.part.start || said;
        let is = self.stage.is(end, EventWord::Passive) && self.stage.is(end, EventWord::Auxiliary);
        let noun = || (end + 1..self.part.end.min(end + NOUN_TOKENS)).any(|at| self.stage.is_event_noun(at));
        // 'Dekade 1970-an adalah zaman keemasan'
        let copula = || self.stage.pack.grammar.noun_first && self.stage.is(end, EventWord::Copula);
        let led = || start == self.part.start + 1 && self.before() == start;
        (opens && (is || copula()) || led() && copula()) && !noun()
    }

    /// 'Kickoff is set for 7 p.m.', 'Doors open at 6.30pm': the hour of what the article has dated by its day.
    pub(super) fn is_hour_of_start(&self, time: &TimeExpression, interval: Interval) -> bool {
        // '7 p.m. Friday' has its own day.
        let is_zone =
            |at: usize| self.stage.pack.grammar.noun_first && self.stage.reading.tokens[at].case == Case::Upper;
        let is_day =
            |at: usize| self.stage.reading.is_capitalised(at) && self.stage.reading.text(at).len() > 2 && !is_zone(at);
        // 'Saturday's ceremony begins at 11 a.m.': the day stands in the sentence, and it is that of the noun.
        let is_of_noun = || {
            let Anchor::Earlier(id) = time.anchor else { return false };
            let day = self.stage.found.times[id].span;
            let behind = self.stage.reading.text(self.stage.reading.tokens_in(day).end);
            self.stage.span.covers(day) && behind.starts_with(['\'', '’'])
        };
        let bare =
            interval.grain < Grain::PartOfDay && time.anchor != Anchor::Explicit && !self.tokens.clone().any(is_day);
        let from = self.part.start.max(self.tokens.start.saturating_sub(START_TOKENS));
        bare && self.tokens.len() <= START_TOKENS
            && (from..self.tokens.start).any(|at| self.stage.is(at, EventWord::Start))
            && !is_of_noun()
    }

    /// 'Pukul 03.30, ketika warga masih terlelap, ia sudah meniup tungku', 'Kios tutup pukul 10.00': an hour without its zone, in a story
    /// that told no day before it, is that of any day. News names the zone ('pukul 10.15 WIB').
    pub(super) fn is_hour_of_no_day(&self, time: &TimeExpression, interval: Interval) -> bool {
        let reading = self.stage.reading;
        // 'kemarin pukul 04.30'
        let has_day = time.rule.is_called("shift");
        let bare = interval.grain <= Grain::Hour && !has_day && self.is_of_publication(time.anchor);
        let named = || self.tokens.clone().any(|at| reading.is_capitalised(at) && at > self.stage.tokens().start);
        bare && reading.is_number(self.tokens.end - 1) && !named() && self.stage.day_behind(&self.tokens).is_none()
    }

    /// 'won the prize in 2012. Quill dropped the trophy that night': a day that is counted over a longer time told in between, of
    /// which it is no part, is that of another story.
    pub(super) fn is_of_other_story(&self, time: &TimeExpression, interval: Interval) -> bool {
        let (Anchor::Earlier(id), true) = (time.anchor, self.stage.is_relative(self.tokens.start)) else {
            return false;
        };
        let times = self.stage.found.times.items();
        let last = times.partition_point(|other| other.span.start < time.span.start);
        let body = self.stage.reading.body;
        let mut between = times[..last].iter().skip(id.index() + 1).rev();
        let other = between.find_map(|other| Some((other.span, other.value.interval()?)));
        other.is_some_and(|(span, other)| {
            let beside = !Span::new(span.end, time.span.start).of(body).contains('\n');
            let past = other.last_day() < interval.first_day();
            beside && past && other.grain >= Grain::Month && interval.grain <= Grain::Day
        })
    }

    /// 'Kemarin berunding, hari ini diancam' of somebody in a story of 1945: no day near the news.
    pub(super) fn is_quoted_in_old_story(&self, time: &TimeExpression, interval: Interval) -> bool {
        let Some(today) = self.stage.found.published else { return false };
        if interval.grain > Grain::Day || !matches!(time.anchor, Anchor::Published { .. }) || !self.is_quoted() {
            return false;
        }
        let times = self.stage.found.times.items();
        let first = times.partition_point(|other| other.span.start < self.stage.span.start);
        let next = times.partition_point(|other| other.span.start < self.stage.span.end);
        let day = |other: &TimeExpression| other.value.interval().filter(|it| it.grain <= Grain::Day);
        let old = |day: Interval| day.last_day().until(today).is_ok_and(|span| span.get_days() >= OLD_STORY_DAYS);
        times[..first].iter().rev().find_map(day).is_some_and(old)
            && times[next..].iter().find_map(day).is_some_and(old)
    }

    /// 'Hari Pahlawan ditetapkan lewat keputusan presiden': a feast that is the subject.
    pub(super) fn is_feast_as_subject(&self, time: &TimeExpression) -> bool {
        let stage = self.stage;
        let Range { start, end } = self.tokens;
        let opens = start == self.part.start && start == stage.tokens().start && stage.is_verb(end);
        opens && stage.pack.grammar.noun_first && time.rule.is_called("holiday")
    }

    /// 'Modi, who was in Rajkot over the weekend, called the deaths sad', 'Setelah buron sejak 2020, ia ditangkap': how somebody was, told in
    /// passing.
    pub(super) fn is_of_state_aside(&self) -> bool {
        let stage = self.stage;
        let Range { start, end } = self.tokens.clone();
        let is_comma = |at: usize| stage.reading.is_comma(at);
        let closes = end + 1 >= stage.tokens().end;
        // 'Setelah buron sejak 2020, ia ditangkap'
        if stage.pack.grammar.noun_first {
            let first = stage.tokens().start;
            let happens = |at: usize| stage.is_main_verb(at) || stage.is_event_noun(at);
            let since = |at: usize| {
                stage.is(at, EventWord::Since) && stage.opens_clause(first) && !(first + 1..at).any(happens)
            };
            return is_comma(end) && start > first + 1 && since(start - 1) && stage.has_verb(end..stage.tokens().end);
        }
        if !stage.pack.grammar.verbs_inflect || !closes && !is_comma(end) {
            return false;
        }
        let first = stage.tokens().start;
        let Some(open) = (first..start).rev().find(|&at| is_comma(at)) else { return false };
        let happens = |at: usize| stage.is_main_verb(at) || stage.is_event_noun(at) || stage.status_cue(at).is_some();
        // 'were taken to hospital, where one remained in a stable condition on Wednesday'
        if closes && stage.opens_clause(open + 1) && !stage.is_and(open + 1) {
            let verb = (open + 2..start).find(|&at| stage.is_verb(at));
            let state = verb.filter(|&verb| stage.is(verb, EventWord::State) && stage.is(verb, EventWord::Measure));
            return state.is_some_and(|verb| !(verb + 1..start).any(happens));
        }
        let was = stage.is(open + 2, EventWord::Passive) && stage.is_relative(open + 1);
        was && !closes && !(open + 3..start).any(happens)
    }

    /// 'Trucks come through at night', 'They came at night and took the boys': a part of a day that no day was told for.
    pub(super) fn is_part_of_no_day(&self, time: &TimeExpression, interval: Interval) -> bool {
        let stage = self.stage;
        let Range { start, end } = self.tokens.clone();
        // 'in the evening'
        let light = |at: usize| stage.is(at, EventWord::Determiner) || stage.is_time_preposition(at);
        let named = |at: usize| stage.is_relative(at) || stage.reading.is_capitalised(at);
        // 'dimutilasi di kamar mandi hingga pagi'
        let until = interval.grain == Grain::PartOfDay && end == start + 1 && stage.is(self.before(), EventWord::Until);
        if until && stage.pack.grammar.noun_first && !self.is_planned() {
            return true;
        }
        // 'menyeberangi sungai pada malam hari'
        let alone = stage.pack.grammar.noun_first && time.rule.is_called("part-alone") && !self.is_planned();
        if alone && interval.grain == Grain::PartOfDay && self.is_of_publication(time.anchor) {
            return true;
        }
        let bare = interval.grain == Grain::PartOfDay
            && (start..end - 1).all(|at| light(at) && !named(at))
            && self.is_of_publication(time.anchor);
        let led = self.before() < start || stage.is_time_preposition(start);
        stage.pack.grammar.verbs_inflect && bare && led && !self.is_planned()
    }

    /// Whether a time is counted from the day of publication, if only over an hour that is.
    fn is_of_publication(&self, anchor: Anchor) -> bool {
        match anchor {
            Anchor::Published { .. } => true,
            Anchor::Earlier(id) => {
                let before = &self.stage.found.times[id];
                let hour = before.value.interval().is_some_and(|it| it.grain <= Grain::Hour);
                hour && matches!(before.anchor, Anchor::Published { .. })
            }
            _ => false,
        }
    }

    /// 'Kendaraan hanya boleh melintas pukul 06.00 hingga 17.00', 'melarang truk melintas pada pukul 06.00-09.00 mulai 1 Agustus': from which
    /// hour to which something may be done, or not.
    pub(super) fn is_open_hours(&self, time: &TimeExpression, interval: Interval) -> bool {
        let hours = interval.grain <= Grain::Hour && time.until.is_some() && self.is_relative;
        let may = |at: usize| self.stage.is(at, EventWord::Ability);
        let from = self.stage.is(self.tokens.end, EventWord::By) && self.stage.is_in_time(self.tokens.end + 1);
        hours && self.stage.pack.grammar.noun_first && (from || (self.part.start..self.tokens.start).any(may))
    }

    /// 'Comments can be emailed until midnight on April 3', 'Residents can apply from noon on June 8': how long something may be done.
    pub(super) fn is_leave(&self) -> bool {
        let start = self.tokens.start;
        let mut near = self.part.start.max(start.saturating_sub(LEAVE_TOKENS))..start;
        let last = [EventWord::Since, EventWord::Origin, EventWord::By];
        // 'until midnight on April 3'
        let until = near.find(|&at| last.into_iter().any(|word| self.stage.is(at, word)));
        let Some(until) = until else { return false };
        let from = self.part.start.max(until.saturating_sub(LEAVE_TOKENS));
        let leave = |at: usize| self.stage.is(at, EventWord::Leave);
        let planned = |at: usize| self.stage.status_cue(at) == Some(StatusCue::Planned) && !leave(at);
        // 'Elections must be held by January'
        let held = || {
            self.stage.pack.grammar.verbs_inflect
                && (self.part.start..until).any(|at| self.stage.is_event_noun(at) && at + 1 < until && leave(at + 1))
        };
        (from..until).any(leave) && !held() && !(self.part.start..until).any(planned) && !self.is_quoted()
    }
}
