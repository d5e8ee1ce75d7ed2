//! Times of what is usual, and of what is counted.

use std::ops::Range;

use super::Gate;
use crate::lang::{Cue, EventWord, Turn};
use crate::model::{Amount, Grain, Interval, Occasion, TimeExpression, TimeValue, Unit};

/// 'every other' before a day has as many tokens.
const EVERY_TOKENS: usize = 2;

/// How far behind a time a word may stand that makes a habit of it.
const HABIT_TOKENS: usize = 6;

/// 'Rp50 juta' before 'per bulan' has as many tokens.
const LONGEST_RATE_TOKENS: usize = 4;

impl Gate<'_> {
    /// 'sudah dua Lebaran tidak pulang': how many, and not which.
    pub(super) fn is_counted(&self) -> bool {
        let start = self.tokens.start;
        let counts = |cue: &Cue| *cue == Cue::Quantity;
        start > self.part.start
            && self.stage.pack.grammar.noun_first
            && self.stage.reading.is_word(start)
            && self.stage.says(start - 1, counts).is_some()
    }

    /// 'Pada hari kerja dibuka pukul 11.00, sedangkan Sabtu dan Minggu pukul 10.00': the hours and days of a schedule.
    pub(super) fn is_of_schedule(&self, interval: Interval) -> bool {
        let scheduled = || self.stage.tokens().any(|at| self.stage.is(at, EventWord::Schedule));
        self.is_relative && interval.grain <= Grain::Week && scheduled()
    }

    /// A word for what is usual before the time; behind it, where no verb stands before; or another time that recurs. On a day that is
    /// told by its date nothing is usual, in a year of which no more is told it may be ('Sejak 2016 nelayan sering menjaring tulang').
    pub(super) fn is_habit(&self, interval: Interval) -> bool {
        let is_open = self.is_relative || self.stage.pack.grammar.noun_first && interval.grain >= Grain::Year;
        let told = self.stage.has_verb(self.part.start..self.tokens.start);
        let behind = if told { 0 } else { HABIT_TOKENS };
        let mut reach = self.habit_start()..self.part.end.min(self.tokens.end + behind);
        let times = self.stage.found.times.items();
        let part = self.stage.reading.span(self.part.clone());
        let from = times.partition_point(|time| time.span.end <= part.start);
        let mut beside = times[from..].iter().take_while(|time| time.span.start < part.end);
        // 'the annual meeting' is one of many, and may well be next month.
        let describes = |time: &TimeExpression| {
            let first = self.stage.time_tokens(time).start;
            // 'Sin Chew Daily reported'
            if first > 0 && (first - 1..=first).all(|at| self.stage.reading.is_capitalised(at)) {
                return true;
            }
            // 'aimed for annual capacity'
            let next = self.stage.time_tokens(time).end;
            let before_noun = next == first + 1
                && self.stage.reading.is_word(next)
                && !self.stage.is_time_preposition(next)
                && !self.stage.is_verb(next);
            // 'rapat umum pemegang saham tahunan'
            let before = first.checked_sub(1).filter(|_| self.stage.pack.grammar.noun_first && next == first + 1);
            let noun = |at: usize| self.stage.reading.is_word(at) && !self.stage.is_verb(at);
            let behind_noun = before.is_some_and(|at| noun(at) && !self.stage.is_time_preposition(at));
            before_noun || behind_noun || first > 0 && self.stage.is(first - 1, EventWord::Determiner)
        };
        // 'tunjangan senilai Rp50 juta per bulan' tells how much.
        let rate = |time: &TimeExpression| {
            let per = self.stage.time_tokens(time).start.saturating_sub(1);
            let from = self.part.start.max(per.saturating_sub(LONGEST_RATE_TOKENS));
            self.stage.is(per, EventWord::AsOf) && (from..per).any(|at| self.stage.is_amount(at))
        };
        // 'dibuka lagi 17 Juli, tetapi hanya sampai pukul 18.00 setiap hari', 'forgot the emails that reached him each day', 'would take
        // effect on 1 October and raise $1.1 million a year'
        let other_clause = |time: &TimeExpression| {
            let between = self.tokens.end..self.stage.time_tokens(time).start;
            let noun_first = self.stage.pack.grammar.noun_first;
            // 'was liberated in November 2022 and has been shelled daily since then'
            let goes_on = |at: usize| self.stage.is_verb(at) || self.stage.is(at, EventWord::Auxiliary);
            let amount = |at: usize| (at..between.end).any(|at| self.stage.is_amount(at));
            let joins = |at: usize| self.stage.is_and(at) && (goes_on(at + 1) || amount(at));
            let opens = |at: usize| {
                if noun_first { self.stage.opens_clause(at) } else { self.stage.is_relative(at) || joins(at) }
            };
            // 'which reopens on Saturday after a refit, expects 300,000 visitors a year'
            let closes = |at: usize| self.stage.reading.is_comma(at) && goes_on(at + 1);
            let within = !noun_first && (self.part.start..self.tokens.start).any(|at| self.stage.is_relative(at));
            told && (between.clone().any(opens) || within && between.clone().any(closes))
        };
        // 'Festival yang digelar setiap tahun itu akan berlangsung pada 5 Desember': of which kind it is.
        let of_subject = |time: &TimeExpression| {
            let Range { start, end } = self.stage.time_tokens(time);
            let definite =
                |at: usize| self.stage.pack.cues.turns.of(self.stage.reading.words[at]).contains(&Turn::DefiniteBehind);
            let inside = self.stage.pack.grammar.noun_first && end < self.tokens.start && definite(end);
            inside && (self.part.start..start).any(|at| self.stage.is_relative(at))
        };
        // 'Every Remembrance Sunday', 'each June'
        let first = self.tokens.start.saturating_sub(EVERY_TOKENS).max(self.part.start);
        // 'on a Friday afternoon in October' is one of them.
        let one = |at: usize| self.stage.len_of(at, EventWord::Every) == Some(EVERY_TOKENS) && self.tokens.len() > 2;
        let every =
            |at: usize| self.stage.is(at, EventWord::Every) && !one(at) && !self.stage.has_verb(at..self.tokens.start);
        // 'bred two weeks earlier in each of the last four summers'
        let end = self.tokens.end;
        let in_each = is_open && self.stage.is_time_preposition(end) && self.stage.is(end + 1, EventWord::Every);
        in_each
            || (first..self.tokens.start).any(every)
            || is_open && reach.any(|at| self.is_usual(at) && !self.is_of_clause_before(at))
            || beside.any(|time| {
                is_recurring(time) && !describes(time) && !other_clause(time) && !rate(time) && !of_subject(time)
            })
    }

    /// 'used to', but not 'it was used to knock a provider offline'
    fn is_usual(&self, at: usize) -> bool {
        let passive = || self.stage.pack.grammar.verbs_inflect && at > 0 && self.stage.is(at - 1, EventWord::Passive);
        self.stage.is(at, EventWord::Habit) && !(self.stage.is(at, EventWord::Participle) && passive())
    }

    /// 'Bursa cenderung melemah, pasar menanti keputusan yang akan diumumkan Kamis': whether the word at `at` tells of a clause that its
    /// comma parts from that of the time.
    fn is_of_clause_before(&self, at: usize) -> bool {
        let stage = self.stage;
        let comma = |at: &usize| stage.reading.is_comma(*at);
        let parted = |comma: usize| stage.has_verb(at + 1..comma) && stage.has_verb(comma..self.tokens.start);
        stage.pack.grammar.noun_first && (at + 1..self.tokens.start).rev().find(comma).is_some_and(parted)
    }

    /// Where what is usual may be said of the part: at its subject, which may stand in the words before it ('Musim hujan biasanya dimulai
    /// pada Oktober dan berakhir pada April').
    pub(super) fn habit_start(&self) -> usize {
        let first = self.stage.tokens().start;
        let joined = self.stage.pack.grammar.noun_first && self.stage.is_main_verb(self.part.start);
        let parted = || (first..self.part.start).any(|at| matches!(self.stage.reading.mark(at), ',' | ';'));
        if joined && !parted() { first } else { self.part.start }
    }
}

/// Whether a time tells how often something is; '9 meter kubik per detik', '120 kilometer per jam' tell how fast.
fn is_recurring(time: &TimeExpression) -> bool {
    let rate = |every: Amount| every.unit <= Unit::Hour;
    matches!(time.value, TimeValue::Recurring { every, on, .. } if !rate(every) || on != Occasion::default())
}
