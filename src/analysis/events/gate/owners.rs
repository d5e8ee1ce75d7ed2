//! Times of the noun before them: the year of a law, an edition or a projection, the day of a birth.

use std::ops::Range;

use super::{Gate, LONGEST_PHRASE_TOKENS};
use crate::lang::{EventWord, Turn};
use crate::model::{Grain, Interval};

/// The name of a law, before its year, has at most this many tokens.
const LONGEST_LAW_TOKENS: usize = 14;

/// 'proyeksi pertumbuhan ekonomi Indonesia' has at most as many tokens.
const LONGEST_OWNER_TOKENS: usize = 7;

impl Gate<'_> {
    /// 'edisi September 2023', 'a statement dated October 28', 'APBN 2025'
    pub(super) fn is_of_noun(&self, interval: Interval) -> bool {
        let start = self.row_start();
        if self.is_of_disaster() {
            return false;
        }
        let from = self.part.start.max(start.saturating_sub(LONGEST_PHRASE_TOKENS));
        // 'will publish its report next week' tells when, 'the report of 2023' which; so does 'kelahiran 1941', where what a
        // noun is of stands behind it.
        let of_noun = |at: usize| {
            let len = self.stage.len_of(at, EventWord::DatedNoun).filter(|len| at + len == start);
            // 'signed a deal to 2029' tells of the deal only when it ends; 'the election of 2024' is dated.
            let until = len.is_some_and(|len| len > 1) && self.stage.is_time_preposition(start - 1);
            len.is_some() && (until || self.stage.pack.grammar.noun_first || !self.stage.is_event_noun(at))
        };
        // 'proyeksi pertumbuhan ekonomi Indonesia tahun 2025', 'kelahiran Tabalong, Kalimantan Selatan, 1 November 1937 itu'
        let reading = self.stage.reading;
        let plain = |at: usize| {
            let leads = self.stage.is_time_preposition(at) || self.stage.opens_clause(at) || self.stage.is_verb(at);
            reading.is_word(at) && !leads
        };
        let placed = |at: usize| reading.is_capitalised(at) || reading.mark(at) == ',';
        let closed = || {
            let behind = self.tokens.end + usize::from(reading.mark(self.tokens.end) == ',');
            reading
                .words
                .get(behind)
                .is_some_and(|&it| self.stage.pack.cues.turns.of(it).contains(&Turn::DefiniteBehind))
        };
        let is_year = interval.grain == Grain::Year && reading.is_word(start);
        let far_noun = |at: usize| {
            let behind = || self.stage.len_of(at, EventWord::DatedNoun).map(|len| at + len..start);
            // 'pada musim kemarau tahun depan' dates the deed.
            let led = is_year && self.is_relative && at > self.part.start && self.stage.is_time_preposition(at - 1);
            if led {
                return false;
            }
            behind().is_some_and(|mut between| if is_year { between.all(plain) } else { between.all(placed) })
        };
        let bound = self.stage.pack.grammar.noun_first && self.before() == start && (is_year || closed());
        let far = self.part.start.max(start.saturating_sub(LONGEST_OWNER_TOKENS));
        if bound && (far..start).any(far_noun) {
            return true;
        }
        // 'memperpanjang kontrak Shin Tae-yong hingga 2027'
        let lead = self.before();
        let lasts = |at: usize| {
            let named = |at: usize| reading.is_capitalised(at) || reading.is_glued(at);
            self.stage.pack.cues.events.may_open(reading.words[at], EventWord::DatedNoun)
                && at + 1 < lead
                && (at + 1..lead).all(named)
        };
        let until = self.stage.pack.grammar.noun_first && lead < start && self.stage.is(lead, EventWord::Until);
        if until && (far..lead).any(lasts) {
            return true;
        }
        // 'dijadwalkan merilis angka inflasi Februari pada Senin siang'
        let end = self.tokens.end;
        let bare = self.tokens.len() == 1 && (end..self.part.end).any(|at| self.stage.is_in_time(at));
        !(self.is_relative && self.is_planned() && !bare) && (from..start).any(of_noun)
    }

    /// 'setelah tragedi 1 Oktober 2022 yang menewaskan 135 orang', 'Pada krisis 1998, rupiah anjlok': what is told of it behind the time, or
    /// the clause that it opens, is dated by it.
    fn is_of_disaster(&self) -> bool {
        let stage = self.stage;
        let Range { start, end } = self.tokens;
        let noun = start.checked_sub(1).filter(|&at| stage.pack.grammar.noun_first && at >= self.part.start);
        let told = || stage.is_relative(end) && stage.is_main_verb(end + 1);
        let first = stage.tokens().start;
        let opens = || start == first + 2 && stage.is_time_preposition(first) && stage.reading.mark(end) == ',';
        noun.is_some_and(|noun| stage.is(noun, EventWord::Disaster)) && (told() || opens())
    }

    /// 'Undang-Undang Perlindungan Data Pribadi tahun 2022', 'Peraturan Menteri Sosial Nomor 1 Tahun 2018': the year by which a
    /// law is known, behind the rest of its name.
    pub(super) fn is_of_law(&self, interval: Interval) -> bool {
        let start = self.tokens.start;
        let named = |at: usize| {
            let reading = self.stage.reading;
            let joins = self.stage.is_and(at) || matches!(reading.mark(at), '-' | '/' | '.');
            reading.is_capitalised(at) || reading.is_number(at) || joins
        };
        let from = self.part.start.max(start.saturating_sub(LONGEST_LAW_TOKENS));
        let bare = interval.grain == Grain::Year && self.before() == start;
        let mut name = (from..start).rev().take_while(|&at| named(at));
        bare && name.any(|at| self.stage.is(at, EventWord::Law))
    }

    /// 'Krisis moneter 1998', 'gempa Yogyakarta 2006': a year with nothing before it that leads a time, where what tells more of
    /// a noun stands behind it. Behind a verb it dates that ('lahir 1941').
    pub(super) fn is_year_of_noun(&self, interval: Interval) -> bool {
        let start = self.tokens.start;
        let reading = self.stage.reading;
        let noun_first = self.stage.pack.grammar.noun_first && start > self.part.start;
        // 'perkara impor gula 2015-2016'
        let range = self.tokens.len() == 3 && reading.is_number(start + 2);
        let bare = (self.tokens.len() == 1 || range) && interval.grain == Grain::Year && reading.is_number(start);
        if !noun_first || !bare || self.before() < start || !reading.is_word(start - 1) || self.is_of_disaster() {
            return false;
        }
        let before = start - 1;
        // 'digelar pada 2011, 2016, dan 2022'
        let in_row =
            || self.stage.is_and(before) && before > 1 && (before - 2..before).any(|at| self.stage.is_in_time(at));
        // 'Kuota haji 2026'
        let of_noun = before > 0 && self.stage.is(before - 1, EventWord::DatedNoun);
        // 'Kami beli lahan ini 2007'
        let turns = self.stage.pack.cues.turns.of(reading.words[before]);
        let closed = self.stage.is(before, EventWord::Now) || turns.contains(&Turn::DefiniteBehind);
        let closed = closed && self.stage.has_verb(self.part.start..before);
        let dates = closed || self.stage.is_verb(before) && !of_noun || self.stage.is_event_noun(before) || in_row();
        !dates && !self.stage.is(before, EventWord::Auxiliary) && !self.stage.is(before, EventWord::Circumstance)
    }

    /// Where the first of several times begins that are joined by 'and' or commas: 'angkutan Natal dan Tahun Baru', 'picks in 2027,
    /// 2029 and 2031'.
    fn row_start(&self) -> usize {
        let times = self.stage.found.times.items();
        let mut start = self.tokens.start;
        while let Some(joint) = start.checked_sub(1).filter(|&at| self.joins_row(at)) {
            let border = self.stage.reading.span(joint..joint + 1).start;
            let before = times[..times.partition_point(|time| time.span.start < border)].last();
            let row = before.map(|time| self.stage.time_tokens(time)).filter(|time| time.end == joint);
            let Some(time) = row else { break };
            start = time.start;
        }
        start
    }

    fn joins_row(&self, at: usize) -> bool {
        let comma = self.stage.pack.grammar.verbs_inflect && self.stage.reading.mark(at) == ',';
        self.stage.is_and(at) || comma
    }
}
