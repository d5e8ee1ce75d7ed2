//! Times since or until which something has lasted, or has not been done.

use std::ops::Range;

use super::Gate;
use crate::lang::{Cue, EventWord, StatusCue, Turn};
use crate::model::Interval;

/// How far before 'sejak' a word may stand that makes a state of it.
const LONGEST_STATE_TOKENS: usize = 7;

impl Gate<'_> {
    /// 'has been restless since the summer': how long, and not when.
    pub(super) fn is_lasting(&self, interval: Interval) -> bool {
        let before = self.before();
        // 'since the Christmas break', but not 'since the October 9 verdict'
        let of_event = self.stage.is_event_noun(self.tokens.end);
        let led = before.checked_sub(1).filter(|&at| {
            before == self.tokens.start && self.stage.is(at, EventWord::Determiner) && at > self.part.start && !of_event
        });
        let before = led.map(|at| at - 1).filter(|&at| self.stage.is(at, EventWord::Lasting)).unwrap_or(before);
        if self.stage.is(before, EventWord::Lasting) {
            // 'Olivia Bailey, a special adviser since 2024, told'
            let comma = (self.part.start..before).rev().find(|&at| self.stage.reading.mark(at) == ',');
            let aside =
                comma.is_some_and(|comma| comma + 1 < before) && self.stage.reading.mark(self.tokens.end) == ',';
            // 'Since 2016, 14,000 families have been moved'
            let leads = self.stage.pack.grammar.verbs_inflect && before == self.part.start;
            // 'Two hikers missing since Thursday were found', but not 'Strikes since Thursday have killed 30'
            let end = self.tokens.end;
            let goes_on = self.stage.is(end, EventWord::Auxiliary) || self.stage.is_verb(end);
            let of_subject = self.stage.pack.grammar.verbs_inflect
                && goes_on
                && !(self.part.start..before).any(|at| self.stage.is_event_noun(at));
            return aside || leads || of_subject || self.stage.has_verb(self.part.start..before);
        }
        // 'was suspended from trading until January 2023': what is over by now tells how long.
        let today = self.stage.found.published;
        let over = today.is_some_and(|today| interval.last_day() < today);
        if over
            && self.stage.pack.grammar.verbs_inflect
            && before < self.tokens.start
            && self.stage.is(before, EventWord::Since)
        {
            return true;
        }
        // 'Pria yang menjabat sejak 2019', 'impor masih lemah sejak kuartal III', 'rasio berada di level 0,9 kali per akhir Juni': a state that has lasted since.
        let from = self.part.start.max(before.saturating_sub(LONGEST_STATE_TOKENS));
        let since = before < self.tokens.start && self.stage.is(before, EventWord::Since);
        let noun_first = self.stage.pack.grammar.noun_first;
        let told = |at: usize| self.stage.is_main_verb(at) && !self.stage.is(at, EventWord::State);
        // 'mogok mengajar sejak Senin': of what is a state a deed tells that it ended or began.
        let says = |at: usize| self.stage.says(at, |cue| matches!(cue, Cue::Says(_))).is_some();
        let behind = |verb: usize| if noun_first && !says(verb) { verb + 2 } else { verb + 1 };
        let from = (from..before).rev().find(|&at| told(at)).map_or(from, behind);
        // 'has until April 2 to make an offer', 'will stay shut until Friday' are plans; what somebody says of a state is none.
        let planned = |at: usize| self.stage.status_cue(at) == Some(StatusCue::Planned);
        let begun = !noun_first || today.is_none_or(|today| interval.first_day() <= today);
        let plans = |at: usize| planned(at) && !(noun_first && begun && self.stage.is(at, EventWord::State));
        // 'mulai bekerja sejak Senin'
        let begins = |at: usize| self.stage.is_time_preposition(at) && self.stage.is(at, EventWord::Auxiliary);
        let lasts = |at: usize| self.stage.is(at, EventWord::State) && !plans(at) && !begins(at.saturating_sub(1));
        let is_plan = || self.stage.attributions().next().is_none() && (self.part.start..before).any(plans);
        let until = before < self.tokens.start && self.stage.is(before, EventWord::Until);
        // 'Harga gabah per 15 November berada pada Rp6.400', 'stok beras hingga akhir tahun dalam kondisi aman'
        if (since || until) && self.stage.is(self.tokens.end, EventWord::State) && !is_plan() {
            return true;
        }
        // 'memprakirakan hujan masih mengguyur Inhil sampai Kamis malam'
        let verb = || (self.part.start..before).rev().find(|&at| self.stage.is_main_verb(at));
        let still = |verb: usize| verb > self.part.start && self.stage.is(verb - 1, EventWord::State);
        if noun_first && until && verb().is_some_and(|verb| still(verb) && !planned(verb - 1)) {
            return true;
        }
        let not_before = before < self.tokens.start && !over && self.stage.is(before, EventWord::NotBefore);
        (since && begun || until) && self.goes_on_behind()
            || since && self.is_taken_up()
            || (since && begun || until) && (from..before).any(lasts) && !is_plan()
            || (since || until || not_before) && self.is_undone(before)
            || (until || self.stage.is(before, EventWord::AsOf)) && self.is_undone_behind(before)
    }

    /// 'Hingga Rabu siang, pencarian masih berlangsung': the time leads, and the first verb behind it tells what goes on still.
    fn goes_on_behind(&self) -> bool {
        let stage = self.stage;
        let verb =
            || (self.tokens.end..self.part.end).find(|&at| stage.is_main_verb(at) && !stage.is(at, EventWord::State));
        let leads = stage.pack.grammar.noun_first && self.before() == self.part.start;
        leads && verb().is_some_and(|verb| verb > self.tokens.end && stage.is(verb - 1, EventWord::State))
    }

    /// 'Sejak saat itu, material menumpuk di lereng': since what was told before.
    fn is_taken_up(&self) -> bool {
        let last = self.stage.reading.words[self.tokens.end - 1];
        let definite = self.stage.pack.cues.turns.of(last).contains(&Turn::DefiniteBehind);
        self.stage.pack.grammar.noun_first && self.is_earlier && definite
    }

    /// 'belum tampil di muka umum sejak Rabu pekan lalu', 'belum menjawab pesan yang dikirim hingga Selasa malam': what was not done
    /// since or until then.
    pub(super) fn is_undone(&self, since: usize) -> bool {
        // 'tidak melengkapi rekomendasi pemadam kebakaran hingga Jumat'
        let told = |at: usize| self.stage.is_main_verb(at) && !self.stage.is_event_noun(at);
        let of_noun = |at: usize| at > self.part.start && self.stage.is_relative(at - 1);
        let verb = (self.part.start..since).rev().find(|&at| told(at) && !of_noun(at));
        // 'tidak pernah tampil'; in 'Hujan tanpa henti mengguyur' something else is negated.
        let light = |at: &usize| self.stage.is(*at, EventWord::Auxiliary) && !self.stage.negates(*at);
        // 'tak kunjung dibayarkan'
        let longer = |at: usize| at > 0 && self.stage.len_of(at - 1, EventWord::Negation) == Some(2);
        let negates = |at: usize| self.stage.negates(at) || longer(at);
        let undone = |verb: usize| (0..verb).rev().find(|at| !light(at)).is_some_and(negates);
        verb.is_some_and(undone)
    }

    /// 'Sampai Kamis malam, api belum padam', 'Laporan per 30 Juni belum diaudit': the first verb is negated, behind the time.
    pub(super) fn is_undone_behind(&self, lead: usize) -> bool {
        let Range { start, end } = self.tokens.end..self.part.end;
        let verb = (start..end).find(|&at| self.stage.is_main_verb(at));
        let light = |at: &usize| self.stage.is(*at, EventWord::Auxiliary) && !self.stage.negates(*at);
        let before = verb.and_then(|verb| (start..verb).rev().find(|at| !light(at)));
        let negated = before.is_some_and(|at| self.stage.negates(at));
        self.stage.pack.grammar.noun_first && negated && !self.stage.has_verb(self.part.start..lead)
    }
}
