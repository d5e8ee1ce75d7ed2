//! Times of what is not told to have happened: what would have been, what somebody asks or supposes, and how long something is to
//! last.

use std::ops::Range;

use super::Gate;
use crate::lang::{EventWord, StatusCue};
use crate::model::{Grain, Interval, TimeExpression};

/// 'been taken', 'long since taken' behind 'would have' have as many tokens.
const UNREAL_TOKENS: usize = 2;

/// 'yang mestinya sudah dimulai di Bandung pada' has at most as many tokens.
const LONGEST_RELATIVE_TOKENS: usize = 10;

/// 'Before Thursday, the stock of the company had' has at most so many tokens behind its time.
const PLUPERFECT_TOKENS: usize = 8;

impl Gate<'_> {
    /// 'Kalau protes, besok tidak ada pekerjaan': what somebody says would be, in their own words.
    pub(super) fn is_supposed(&self) -> bool {
        let start = self.stage.tokens().start;
        let supposes = |at: usize| self.stage.is(at, EventWord::Supposition);
        let start = if self.is_quoted() { start } else { self.condition_start() };
        (start..self.tokens.start).any(supposes) || self.is_supposed_of_noun()
    }

    /// 'Tur yang mestinya dimulai pekan ini terpaksa diundur': what should have been done to a noun, of which something else is told.
    fn is_supposed_of_noun(&self) -> bool {
        let stage = self.stage;
        let noun_first = stage.pack.grammar.noun_first;
        let clause = self.part.start.max(self.tokens.start.saturating_sub(LONGEST_RELATIVE_TOKENS))..self.tokens.start;
        let relative = |at: &usize| stage.is_relative(*at) && stage.is(at + 1, EventWord::Supposition);
        let supposed = clause.rev().find(relative).filter(|_| noun_first);
        supposed.is_some_and(|at| {
            let verbs = (at + 2..self.tokens.start).filter(|&at| stage.is_main_verb(at)).count();
            verbs == 1 && stage.has_verb(self.tokens.end..self.part.end)
        })
    }

    /// 'penjabat yang waktu itu ditunjuk', 'Jika kotak kosong menang, pemilihan diulang setahun kemudian': a time that was told before, in
    /// what is said of a noun, or counted from what may never be.
    pub(super) fn is_taken_up_aside(&self) -> bool {
        let stage = self.stage;
        let start = self.tokens.start;
        let first = stage.tokens().start;
        let of_noun = start > self.part.start && stage.is_relative(start - 1);
        let condition =
            || start > first && stage.is(first, EventWord::Supposition) && stage.is(first, EventWord::Complementiser);
        self.is_earlier
            && stage.pack.grammar.noun_first
            && (of_noun || condition() || self.is_in_midst() || self.is_of_role())
    }

    /// 'Gubernur Jawa Tengah kala itu, Ganjar Pranowo, menerbitkan': who held the role then.
    fn is_of_role(&self) -> bool {
        let stage = self.stage;
        let Range { start, end } = self.tokens.clone();
        let bare = self.before() == start && start > self.part.start && stage.reading.is_word(start - 1);
        let leads = |at: usize| stage.is_verb(at) || stage.opens_clause(at) || stage.is_event_noun(at);
        let named = stage.reading.mark(end) == ',' && stage.reading.is_capitalised(end + 1);
        bare && !leads(start - 1) && (named || stage.reading.is_capitalised(end))
    }

    /// 'Saat itu mereka hendak menyeberang': what somebody was about when that happened which was told before.
    fn is_in_midst(&self) -> bool {
        let stage = self.stage;
        let Range { start, end } = self.tokens.clone();
        let verb = (end..self.part.end).find(|&at| stage.is_main_verb(at));
        let led = verb.is_some_and(|verb| verb > end && stage.is(verb - 1, EventWord::Midst));
        // 'Malam itu ia sedang mengangkat jemuran ketika mendengar suara gemuruh'
        let then = || verb.is_some_and(|verb| (verb..self.part.end).any(|at| stage.is(at, EventWord::When)));
        led && !stage.has_verb(self.part.start..start) && !then()
    }

    fn closes_condition(&self, at: usize) -> bool {
        self.stage.reading.mark(at) == ',' || self.stage.is_quotation_mark(at)
    }

    /// Where the condition that the time stands in begins, else the time itself: 'Kalau hujan turun besok, warga siap mengungsi'.
    fn condition_start(&self) -> usize {
        let stage = self.stage;
        if stage.pack.grammar.verbs_inflect {
            // 'If the bill passes on Thursday, ...', but 'If elected, he will be sworn in on Friday'
            let near = (self.part.start..self.tokens.start).rev().take_while(|&at| !self.closes_condition(at));
            let opens = near.into_iter().find(|&at| stage.is(at, EventWord::Supposition));
            return opens.unwrap_or(self.tokens.start);
        }
        let comma = (self.part.start..self.tokens.start).rev().find(|&at| stage.reading.mark(at) == ',');
        // 'akan digelar Senin jika hujan reda': only before the verb.
        let start = comma.map_or(self.part.start, |at| at + 1);
        if stage.is(start, EventWord::Supposition) { start } else { self.tokens.start }
    }

    /// 'The levy would have taken effect in July', 'Had somebody called in February, we would not be here': what never was.
    pub(super) fn is_unreal(&self) -> bool {
        let unreal = |at: usize| {
            let len = self.stage.len_of(at, EventWord::Unreal);
            let longest = self.stage.pack.cues.status.longest(self.stage.rest(at)).map_or(0, |(len, _)| len);
            // 'would have 40 planes by 2030' is a plan.
            let done = |len: usize| self.stage.is_verb(at + len) || self.stage.is(at + len - 1, EventWord::Passive);
            len.filter(|&len| len >= longest && done(len))
        };
        // 'would have been the ninth strike since the dispute began in October'
        let reaches = |end: usize| !(end + UNREAL_TOKENS..self.tokens.start).any(|at| self.stage.is_main_verb(at));
        let clause = if self.is_quoted() { self.stage.tokens() } else { self.part.clone() };
        clause.into_iter().any(|at| unreal(at).is_some_and(|len| reaches(at + len)))
    }

    /// 'Beli sekarang atau tunggu enam bulan lagi?': what somebody asks, in their own words.
    pub(super) fn is_asked(&self) -> bool {
        let end = self.stage.tokens().end;
        let close = (self.tokens.end..end).find(|&at| self.stage.is_quotation_mark(at)).unwrap_or(end);
        close > self.tokens.end && self.stage.reading.mark(close - 1) == '?'
    }

    /// 'Pelemahan rupiah bisa menekan laba pada semester II': what can be, at a time that is not over. 'Warga bisa pulang pada Senin' is
    /// told of a day that is.
    pub(super) fn is_possible(&self, interval: Interval) -> bool {
        let stage = self.stage;
        // 'pada semester II' without a year is the one to come, if it is told of what can be.
        let told = !self.is_relative || interval.grain < Grain::Month;
        let over = stage.found.published.is_none_or(|today| interval.last_day() < today && told);
        if stage.pack.grammar.verbs_inflect || over {
            return false;
        }
        let start = self.tokens.start;
        let verb = (self.part.start..start).rev().find(|&at| stage.is_main_verb(at));
        // 'memperkenalkan asisten yang mampu memahami bahasa Jawa, Rabu': of a noun, and not of the clause.
        // 'baru bisa dipadamkan pukul 05.00' is done.
        let other = |verb: usize| verb > 1 && (stage.is_relative(verb - 2) || stage.is(verb - 2, EventWord::Done));
        let able = |verb: usize| stage.is(verb - 1, EventWord::Ability) && !other(verb);
        verb.is_some_and(|verb| verb > self.part.start && able(verb)) && !self.is_planned()
    }

    /// 'Before Thursday, the stock had lost a third of its value': what had been so by then.
    pub(super) fn is_up_to(&self) -> bool {
        let before = self.before();
        let leads = before == self.part.start && before < self.tokens.start && self.stage.opens_clause(before);
        let end = self.part.end.min(self.tokens.end + PLUPERFECT_TOKENS);
        let had = || (self.tokens.end..end).any(|at| self.stage.is(at, EventWord::Pluperfect));
        leads && self.stage.is(before, EventWord::By) && had()
    }

    /// 'lived in Rome for much of the 1990s', 'closed throughout 2023': what was so all the time; a plan may be for as long.
    pub(super) fn is_throughout(&self, interval: Interval) -> bool {
        interval.grain >= Grain::Week && self.follows(EventWord::Throughout) && !self.is_planned()
    }

    /// 'mendesak KPK menelusuri aliran uang sejak 2019': what is yet to be done is of something that began then.
    pub(super) fn is_past_of_plan(&self, time: &TimeExpression, interval: Interval) -> bool {
        let past = self.stage.found.published.is_some_and(|today| interval.last_day() < today);
        // 'Rencana itu sudah disusun sejak 2022' was done, as was 'pabrik yang dibangun sejak 2023'.
        let verb = (self.part.start..self.tokens.start).rev().find(|&at| self.stage.is_main_verb(at));
        let told = |at: usize| self.stage.is(at, EventWord::Done) || self.stage.is_relative(at);
        let done = verb.is_some_and(|verb| verb > self.part.start && told(verb - 1));
        // 'terpisah sejak Kamis, ketika hendak berangkat'
        let planned = |at: usize| self.stage.status_cue(at) == Some(StatusCue::Planned);
        let asked = || (self.part.start..self.tokens.start).any(planned);
        past && !done && time.until.is_none() && self.follows(EventWord::Since) && asked()
    }

    /// 'menunda tenggat dari 9 Juli menjadi 1 Agustus': a time that another becomes; the verb before both tells it.
    /// 'Pencarian malam itu dihentikan pukul 21.00' tells of an hour of that night.
    pub(super) fn is_moved_to(&self, interval: Interval) -> bool {
        let stage = self.stage;
        let first = |at: usize| (self.part.start..at).rev().take_while(|&at| stage.is_in_time(at)).last();
        let origin = |at: usize| first(at).is_some_and(|at| at > 0 && stage.is(at - 1, EventWord::Origin));
        let hour = interval.grain <= Grain::Hour;
        let becomes = |at: usize| stage.is_verb(at) && !stage.is_time_preposition(at) && stage.is_in_time(at - 1);
        let Range { start, end } = self.tokens;
        // 'Festival 2025 digelar 14 Juli': a year before the verb is the noun's.
        let year = |at: usize| stage.reading.is_number(at) || stage.reading.mark(at) == '/';
        let of_noun = |at: usize| interval.grain < Grain::Year && first(at).is_some_and(|from| (from..at).all(year));
        // 'A truce agreed in January collapsed two months later'
        let bare = stage.pack.grammar.noun_first && !hour;
        let changed = |at: usize| becomes(at) && !of_noun(at) && (bare || origin(at));
        let follows = start > self.part.start + 1 && changed(start - 1);
        follows
            || start > self.part.start
                && stage.is(start - 1, EventWord::Origin)
                && becomes(end)
                && stage.is_in_time(end + 1)
    }

    /// 'The match was moved from Nov. 13 to Nov. 14': the day it was to be on, with the one it is on now.
    pub(super) fn is_moved_from(&self) -> bool {
        let stage = self.stage;
        let before = self.before();
        let verb = (self.part.start..before).rev().find(|&at| stage.is_main_verb(at));
        stage.pack.grammar.verbs_inflect
            && before < self.tokens.start
            && stage.is(before, EventWord::Origin)
            && verb.is_some_and(|verb| stage.is(verb, EventWord::Moved))
    }

    /// 'suspended flights until the end of March', 'jailed until 2031': how long what was done is to last. 'postponed until Friday'
    /// tells when something is to be, and so does a plan.
    pub(super) fn is_end_of_deed(&self, interval: Interval) -> bool {
        let before = self.before();
        let ahead = self.stage.found.published.is_some_and(|today| interval.last_day() >= today);
        let until = before < self.tokens.start && self.stage.is(before, EventWord::Since);
        if !ahead || !until || !self.stage.pack.grammar.verbs_inflect {
            return false;
        }
        let moved = |at: usize| self.stage.is(at, EventWord::Moved);
        // 'agreed to waive the fee through Aug. 31' is done.
        let planned =
            |at: usize| self.stage.status_cue(at) == Some(StatusCue::Planned) && !self.stage.is(at, EventWord::Act);
        let deed = (self.part.start..before).rev().find(|&at| self.stage.is_main_verb(at));
        // 'will make $42 million this season and is signed through 2028'
        let joint =
            (self.part.start..before).rev().find(|&at| self.stage.is_and(at)).map_or(self.part.start, |at| at + 1);
        let from = if deed.is_some_and(|deed| deed > joint) { joint } else { self.part.start };
        deed.is_some() && !(from..before).any(|at| moved(at) || planned(at))
    }
}
