//! Times of tallies: how many there were of something since a time or in a year, and how often something was.

use std::ops::Range;

use super::Gate;
use super::figures::LONGEST_FIGURE_TOKENS;
use crate::lang::{Cue, EventWord, Turn};
use crate::model::{Grain, Interval};

/// 'More than 1.2 million' has as many tokens.
const LONGEST_TALLY_TOKENS: usize = 6;

/// A period in which things are counted has at least as many days.
const SHORTEST_PERIOD_DAYS: i32 = 28;

impl Gate<'_> {
    /// 'Sejak 2017, klub itu dua kali menang di sana', 'Gunung itu sudah 40 kali meletus sejak Januari': how often since then.
    pub(super) fn is_tally(&self, interval: Interval) -> bool {
        let stage = self.stage;
        let since = self.before() < self.tokens.start && stage.is(self.before(), EventWord::Since);
        // 'Dalam lima tahun terakhir desa itu tiga kali dilanda banjir'
        let within = interval.is_period() && stage.pack.grammar.noun_first;
        // 'Data menunjukkan sembilan kali penindakan selama 2024'
        let yearly = interval.grain >= Grain::Year && stage.pack.grammar.noun_first && !self.is_in_row();
        if !(since || within || yearly) {
            return false;
        }
        let counted = |at: usize| stage.reading.is_number(at) || stage.says(at, |cue| *cue == Cue::Quantity).is_some();
        // 'sudah 22 gajah mati dalam lima tahun terakhir'
        let today = stage.found.published;
        let days = interval.first_day().until(interval.last_day()).map_or(0, |span| span.get_days());
        let long = within && days >= SHORTEST_PERIOD_DAYS;
        let many = long && today.is_some_and(|today| interval.last_day() >= today);
        let number = |at: usize| stage.reading.is_number(at) && !stage.is_in_time(at);
        let told = (self.part.start..self.before()).rev().find(|&at| stage.is_main_verb(at)).unwrap_or(self.part.start);
        if many && (self.part.start.max(told.saturating_sub(LONGEST_TALLY_TOKENS))..told).any(number) {
            return true;
        }
        // 'lebih dari 10.000 kasus yang melibatkan warga sejak 2020'
        let relative = (self.part.start..self.before()).rev().find(|&at| stage.is_relative(at));
        let of_many = |at: usize| (self.part.start.max(at.saturating_sub(LONGEST_TALLY_TOKENS))..at).any(number);
        if since && interval.grain >= Grain::Year && stage.pack.grammar.noun_first && relative.is_some_and(of_many) {
            return true;
        }
        // 'Sejak Januari hingga Oktober, tercatat 18 kecelakaan'
        let first = self.tokens.end + usize::from(stage.reading.mark(self.tokens.end) == ',');
        let figure = stage.is(first, EventWord::Figure) && stage.is_amount(first + 1);
        if since && figure && stage.pack.grammar.noun_first && self.before() == self.part.start {
            return true;
        }
        // 'menewaskan 12 orang dalam tujuh tahun terakhir'
        let led = self.before() < self.tokens.start || self.before() == self.part.start;
        if many && led && stage.is_main_verb(told) && number(told + 1) {
            return true;
        }
        let times = |at: usize| stage.is(at, EventWord::Times) && at > self.part.start && counted(at - 1);
        let leads = self.before() == self.part.start;
        let end = if since || within || leads { self.part.end } else { self.tokens.start };
        (self.part.start..end).any(times)
    }

    /// 'dua kali juara, yakni pada 2013 dan 2015': each of them is told.
    fn is_in_row(&self) -> bool {
        let (stage, Range { start, end }) = (self.stage, self.tokens.clone());
        let behind = stage.is_and(end) && stage.is_in_time(end + 1);
        behind || start >= self.part.start + 2 && stage.is_and(start - 1) && stage.is_in_time(start - 2)
    }

    /// 'mencatat 61 kali gempa susulan hingga Senin pukul 05.00': how many events there were by then, with no verb that tells of them.
    pub(super) fn is_counted_until(&self) -> bool {
        let (stage, before) = (self.stage, self.before());
        if before == self.tokens.start || !stage.is(before, EventWord::Until) {
            return false;
        }
        // 'terdapat 478 jamaah yang masuk daftar hingga Kamis'
        let state = |at: &usize| stage.is(*at, EventWord::State);
        let mut states = (self.part.start..before).take_while(|at| state(at) || !stage.is_main_verb(*at)).filter(state);
        if stage.pack.grammar.noun_first && states.any(|at| self.is_numeral(at + 1)) {
            return true;
        }
        let from = self.part.start.max(before.saturating_sub(LONGEST_FIGURE_TOKENS));
        let near = (from..before).rev().take_while(|&at| !stage.is_main_verb(at) || stage.is_event_noun(at));
        let mut noun = false;
        near.into_iter().any(|at| {
            noun |= stage.is_event_noun(at);
            noun && self.is_numeral(at) && !stage.is_in_time(at)
        })
    }

    /// 'Around 1.2 million people visited last year', 'Six have died in custody this year': how many there were in a year. 'in the
    /// 2011 tsunami' is none.
    pub(super) fn is_tally_of_year(&self, interval: Interval) -> bool {
        let Gate { stage, part, tokens, .. } = self;
        // 'Saat itu 65 emiten mengajukan' tells of what happened then.
        let taken_up = stage.pack.cues.turns.of(stage.reading.words[tokens.end - 1]).contains(&Turn::DefiniteBehind);
        if interval.grain != Grain::Year || stage.is_event_noun(tokens.end) || taken_up {
            return false;
        }
        // 'Of 212 members in 2021, 131 remain'
        let of = stage.pack.cues.turns.of(stage.reading.words[part.start]).contains(&Turn::Of);
        if of && stage.is_amount(part.start + 1) && !stage.has_verb(part.start..self.before()) {
            return true;
        }
        // 'displaced by fires in 2025', 'among them one who has borrowed since it reopened in 1954'
        let other = |at: usize| {
            let agent = at > 0 && stage.is(at - 1, EventWord::By) && stage.is_event_noun(at);
            agent || stage.opens_clause(at) || stage.is_relative(at) || stage.reading.mark(at) == ';'
        };
        if (part.start..self.before()).any(other) {
            return false;
        }
        // 'Last year 190 people were killed'
        let comma = usize::from(stage.reading.mark(tokens.end) == ',');
        let leads = self.before() == part.start && stage.reading.is_number(tokens.end + comma);
        if leads && !(tokens.end + comma..part.end).any(other) {
            return true;
        }
        // 'In 2025, police arrested 3,119 people, up from 3,030 in 2024'
        let compared =
            |at: usize| stage.len_of(at, EventWord::Comparison).is_some_and(|len| len > 1 && stage.is_amount(at + len));
        if stage.pack.grammar.verbs_inflect && part.clone().any(compared) {
            return true;
        }
        let near = stage.len_of(part.start, EventWord::Approximation);
        let first = part.start + near.unwrap_or(0);
        let number = |at: usize| stage.reading.is_number(at);
        let large = |at: usize| {
            let thousands = stage.reading.mark(at + 1) == ',' && stage.reading.is_glued(at + 1) && number(at + 2);
            number(at) && thousands || stage.is(at, EventWord::Tally)
        };
        let words = first..tokens.start.min(first + LONGEST_TALLY_TOKENS);
        let large = || words.clone().take_while(|&at| !stage.is_verb(at)).any(large);
        let present = stage.found.published.is_some_and(|today| interval.last_day() >= today);
        let perfect =
            |at: usize| stage.is(at, EventWord::Auxiliary) && stage.is(at, EventWord::State) && stage.is_verb(at + 1);
        // 'Pada musim haji 2024, lebih dari 1.300 jamaah meninggal' tells of what happened.
        let near = near.filter(|_| stage.pack.grammar.verbs_inflect);
        let many = number(first) && (near.is_some() || large()) || stage.is(first, EventWord::Tally);
        many || present && self.is_numeral(first) && (first..tokens.start).any(perfect)
    }

    /// 'Elephants killed 19 people between 2021 and 2025', 'Between 2019 and 2024, officials approved 412 licences': how many in some
    /// years. Fewer than ten may be told one by one.
    pub(super) fn is_tally_of_years(&self, interval: Interval) -> bool {
        let stage = self.stage;
        let counts = |at: usize| {
            let many = stage.reading.text(at).len() > 1 || stage.is(at + 1, EventWord::Tally);
            stage.reading.is_number(at) && !stage.is_in_time(at) && !stage.reading.is_glued(at) && many
        };
        let behind_verb = |at: usize| at > self.part.start && stage.is_main_verb(at - 1);
        let led = self.before() < self.tokens.start && stage.is(self.before(), EventWord::By);
        interval.grain >= Grain::Year
            && led
            && stage.pack.grammar.verbs_inflect
            && self.part.clone().any(|at| counts(at) && (behind_verb(at) || at == self.part.start))
    }
}
