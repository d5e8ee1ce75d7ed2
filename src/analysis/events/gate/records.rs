//! Times that a record is measured by: 'the highest since June', 'the third this year'.

use super::Gate;
use crate::lang::EventWord;
use crate::model::{Grain, Interval};

/// How far before a 'since' its superlative may stand.
const SUPERLATIVE_TOKENS: usize = 8;

/// 'genap dua puluh tahun sejak', 'marks exactly ten years since' have at most as many tokens.
const JUBILEE_TOKENS: usize = 6;

/// 'is the third person to die on the mountain' has at most this many tokens.
const RECORD_TOKENS: usize = 14;

/// 'terendah', 'paling mematikan' stand so near before 'dalam lima tahun terakhir'.
const NEAREST_RECORD_TOKENS: usize = 2;

impl Gate<'_> {
    /// 'terendah sejak 2015', 'the highest level since June'
    pub(super) fn is_since_record(&self) -> bool {
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(SUPERLATIVE_TOKENS));
        let since = self.before() < self.tokens.start;
        let record = (from..before).rev().take_while(|&at| self.stage.reading.mark(at) != ',');
        let is_record = |at: usize| self.stage.is(at, EventWord::Superlative);
        // 'the best semi-final since Wigan and Bradford in 2000'
        let lasting = (from..before).rev().take_while(|&at| !self.stage.is_main_verb(at));
        // 'ke level Rp16.245 per dolar AS pada Rabu': for each, and since nothing.
        let each = |at: usize| self.stage.is(at, EventWord::AsOf) && !self.stage.is_in_time(at + 1);
        // 'yang paling mematikan sejak penyanderaan di Beslan pada 2004'
        let since_event =
            |at: usize| self.stage.is(at, EventWord::Lasting) || self.stage.is(at, EventWord::Since) && !each(at);
        let lasting = lasting.into_iter().find(|&at| since_event(at));
        // 'for the fifth time since December earlier this month'
        let has_time = |since: usize| {
            let span = self.stage.reading.span(since..before.max(since + 1));
            let times = self.stage.found.times.items();
            let first = times.partition_point(|time| time.span.end <= span.start);
            times.get(first).is_some_and(|time| time.span.end <= span.end)
        };
        let recorded = |at: usize| (at.saturating_sub(SUPERLATIVE_TOKENS)..at).any(is_record);
        // 'their heaviest defeat since losing 6-0 to City in May 2019'
        let losing = (from..before).rev().find(|&at| self.stage.is(at, EventWord::Lasting)).filter(|&at| {
            let form = self.stage.pack.cues.aside_suffix(self.stage.reading.text(at + 1));
            form && !(at + 2..before).any(|at| self.stage.is_main_verb(at))
        });
        if losing.is_some_and(recorded) {
            return true;
        }
        if lasting.is_some_and(|at| at + 1 < before && !has_time(at) && recorded(at)) {
            return true;
        }
        // 'Rumah pertama ditargetkan berdiri sebelum Idul Adha'
        let not_before = self.stage.is(before, EventWord::NotBefore);
        since && !not_before && self.stage.opens_clause(before) && record.into_iter().any(is_record)
    }

    /// 'Bulan depan genap setahun sejak bendungan jebol', 'Saturday marks ten years since the dam burst': how long ago something was, on
    /// a day that is not its own.
    pub(super) fn is_jubilee(&self) -> bool {
        let stage = self.stage;
        let since = |at: usize| stage.opens_clause(at) && stage.is_time_preposition(at);
        let counts = |at: usize| (at + 1..self.part.end.min(at + JUBILEE_TOKENS)).any(since);
        let end = self.part.end.min(self.tokens.end + JUBILEE_TOKENS);
        (self.tokens.end..end).any(|at| stage.is(at, EventWord::Jubilee) && counts(at))
    }

    /// 'yang kedua tahun ini', 'the fastest time in the world this year'
    pub(super) fn is_record_of(&self, interval: Interval) -> bool {
        let start = self.tokens.start;
        let present = self.stage.found.published.is_some_and(|today| {
            interval.grain >= Grain::Month && interval.first_day() <= today && today <= interval.last_day()
        });
        let from = self.part.start.max(start.saturating_sub(SUPERLATIVE_TOKENS));
        // 'kecelakaan ketiga di Sungai Kelekar tahun ini'
        let leads = |at: usize| {
            let place = self.stage.pack.grammar.noun_first && self.stage.reading.is_capitalised(at + 1);
            self.stage.is_time_preposition(at) && !place
        };
        let nearest = (from..start).rev().take_while(|&at| !self.stage.is_main_verb(at) && !leads(at));
        // 'melted at a record rate this year' tells how, and not of what it is the most.
        let of_manner = |at: usize| (at.saturating_sub(2)..at).any(|at| self.stage.is_time_preposition(at));
        let record = |at: usize| self.stage.is(at, EventWord::Superlative) && !of_manner(at);
        // 'adalah yang terbaik di film Indonesia tahun ini'
        let is_most = || {
            let from = self.part.start.max(start.saturating_sub(RECORD_TOKENS));
            let before = (from..start).rev().take_while(|&at| {
                let light = self.stage.is(at, EventWord::State)
                    || self.stage.is(at, EventWord::Copula)
                    || self.stage.pack.grammar.noun_first && self.stage.is_event_noun(at);
                !self.stage.is_main_verb(at) || light || self.is_infinitive(at)
            });
            let (mut most, mut state) = (false, false);
            for at in before {
                most |= self.stage.is(at, EventWord::Superlative);
                // 'merupakan kecelakaan keempat di lokasi yang sama tahun ini'
                let was = || self.stage.is(at, EventWord::Passive) || self.stage.is(at, EventWord::Copula);
                state |= most && (self.stage.is(at, EventWord::State) || was());
            }
            state
        };
        // 'merupakan yang ketiga sepanjang 2025'
        let throughout = || {
            let most = (from..self.before()).rev().find(|&at| self.stage.is(at, EventWord::Superlative));
            let told = |most: usize| (most + 1..self.before()).any(|at| self.stage.is_main_verb(at));
            let behind = |most: usize| !told(most) && self.stage.is_relative(most - 1);
            let state = |most: usize| most > from + 1 && self.stage.is(most - 2, EventWord::Copula);
            most.is_some_and(|most| most > from && behind(most) && state(most))
        };
        if self.stage.pack.grammar.noun_first && self.before() < start {
            // 'jatuh ke level terendah dalam lima tahun terakhir'
            let near = self.part.start.max(self.before().saturating_sub(NEAREST_RECORD_TOKENS))..self.before();
            let most = |at: usize| self.stage.len_of(at, EventWord::Superlative) == Some(self.before() - at);
            if interval.length.is_some() && near.into_iter().any(most) {
                return true;
            }
            return interval.grain >= Grain::Month && throughout();
        }
        present && self.before() == start && (nearest.into_iter().any(record) || is_most())
    }

    /// 'the third person to die on the mountain this year'
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        at > self.part.start && self.stage.is_time_preposition(at - 1) && self.stage.is(at - 1, EventWord::Auxiliary)
    }
}
