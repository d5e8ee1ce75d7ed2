//! Times that belong to a noun: to a paper, a law, the subject of what something is; they tell which, and not when.

use std::ops::Range;

use super::Gate;
use crate::lang::{Cue, EventWord, Turn};
use crate::model::{Grain, Interval, Modifier, TimeExpression};

/// A paper with whose it is and what it is about has at most this many tokens.
const LONGEST_PAPER_TOKENS: usize = 14;

impl Gate<'_> {
    /// 'this year's festival', 'second-quarter profit': a month or more before the noun it belongs to.
    pub(super) fn owns_noun(&self, interval: Interval) -> bool {
        let end = self.tokens.end;
        let possessive =
            self.stage.reading.text(end).trim_start_matches(['\'', '’']) == "s" && self.stage.reading.is_glued(end);
        // 'the July-September quarter'
        let named = self.stage.is(self.tokens.start.saturating_sub(1), EventWord::Determiner);
        let hyphened = self.tokens.clone().any(|at| self.stage.reading.mark(at) == '-')
            && (interval.grain == Grain::Quarter || interval.grain == Grain::Month && named)
            && self.stage.reading.is_word(end);
        // 'to stage this year's parade' tells which, 'after last year's coup' when.
        let today = self.stage.found.published;
        let present = today.is_some_and(|today| interval.first_day() <= today && today <= interval.last_day());
        let long = interval.grain >= Grain::Month && (present || !self.stage.is_event_noun(end + 1));
        // 'on Sunday's front page', 'Friday prayers draw hundreds', 'In its September report the bank forecast'
        let noun = if possessive { end + 1 } else { end };
        let paper =
            || named && interval.grain == Grain::Month && self.stage.says(noun, |cue| *cue == Cue::Document).is_some();
        let printed = (interval.grain <= Grain::Day || paper())
            && (self.stage.is(noun, EventWord::DatedNoun) || paper())
            && !self.stage.is_event_noun(noun)
            && (possessive || self.before() == self.tokens.start);
        possessive && long || printed || hyphened || self.is_of_dated_paper(interval)
    }

    /// 'refused to stay the court's August 29 order', 'ahead of August inflation figures': which paper it is, the day or month right
    /// before its noun. In 'since the October 9 verdict', 'his December 3 declaration' it is when that was.
    fn is_of_dated_paper(&self, interval: Interval) -> bool {
        let (stage, Range { start, end }) = (self.stage, self.tokens.clone());
        if !stage.pack.grammar.verbs_inflect || start <= self.part.start + 1 {
            return false;
        }
        let is_paper = |at: usize| {
            stage.says(at, |cue| *cue == Cue::Document).is_some() && !stage.is_name(at) && !stage.is_event_noun(at)
        };
        let mark = stage.reading.text(start - 1).trim_start_matches(['\'', '’']);
        let owned = mark == "s" && stage.reading.is_glued(start - 1) || stage.is(start - 1, EventWord::Determiner);
        // 'August jobs data', but not 'in January to study', 'in August the ruling party'
        let light = |at: usize| {
            let to = stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::ToDo);
            to || stage.is(at, EventWord::Determiner) || stage.is_time_preposition(at) || stage.opens_clause(at)
        };
        let small = |at: usize| stage.reading.is_word(at) && !stage.reading.is_capitalised(at);
        let plain = |at: usize| small(at) && !stage.is_verb(at) && !light(at);
        let bare = self.tokens.len() == 1 && interval.grain == Grain::Month && plain(end);
        interval.grain == Grain::Day && owned && is_paper(end) || bare && (is_paper(end) || is_paper(end + 1))
    }

    /// 'unveiled his budget for 2026', 'published a plan for next year': what a noun is meant for. An election for 2026 is to be.
    pub(super) fn is_meant_for(&self, interval: Interval) -> bool {
        let stage = self.stage;
        // 'Untuk tahun anggaran 2026, pemerintah menargetkan defisit 2,68%'
        let first = stage.tokens().start;
        let leads = first + 1 == self.tokens.start && interval.grain >= Grain::Year && stage.pack.grammar.noun_first;
        if leads && stage.pack.cues.turns.of(stage.reading.words[first]).contains(&Turn::ToDo) {
            return true;
        }
        let Some(lead) = self.tokens.start.checked_sub(1).filter(|&at| at > self.part.start) else { return false };
        let happens = |at: usize| stage.is_event_noun(at) && !stage.is(at, EventWord::DatedNoun);
        let is_noun = |at: usize| stage.reading.is_word(at) && !stage.is_in_time(at) && !happens(at);
        // 'a verdict was fixed for May'
        let light = |at: &usize| {
            let closes = stage.is(*at, EventWord::Auxiliary) || stage.is(*at, EventWord::Passive);
            !closes && stage.reading.mark(*at) != ','
        };
        let mut near = (self.part.start.max(lead.saturating_sub(4))..lead).rev().take_while(light);
        // 'salaries for November would be paid'
        let subject = || stage.is(self.tokens.end, EventWord::Auxiliary) && !stage.tells_deed(self.part.start..lead);
        // 'nada Powell untuk Desember'
        let to = stage.pack.cues.turns.of(stage.reading.words[lead]).contains(&Turn::ToDo);
        if stage.pack.grammar.noun_first && to && interval.grain >= Grain::Month {
            return is_noun(lead - 1) && !stage.is_verb(lead - 1);
        }
        let mut bound = || near.any(|at| stage.is(at, EventWord::Determiner)) || subject();
        stage.is(lead, EventWord::Purpose) && is_noun(lead - 1) && bound()
    }

    /// 'melintas pada malam kejadian': the part of the day of an event, which is told elsewhere.
    pub(super) fn is_part_of_day_of_event(&self, interval: Interval) -> bool {
        let Range { start, end } = self.tokens;
        let noun = || self.stage.is_event_noun(end) && !self.stage.is_verb(end);
        let bare = interval.grain == Grain::PartOfDay && end == start + 1;
        bare && self.stage.pack.grammar.noun_first && noun()
    }

    /// 'left the game in the third quarter': a part of a match, and no three months.
    pub(super) fn is_quarter_of_play(&self, interval: Interval) -> bool {
        let stage = self.stage;
        interval.grain == Grain::Quarter
            && stage.pack.grammar.verbs_inflect
            && self.is_relative
            && stage.tokens().any(|at| stage.is(at, EventWord::Play))
    }

    /// 'paket stimulus Ramadan', 'borong untuk Lebaran': a feast with nothing before it that leads a time tells of which kind
    /// something is, or what it is for.
    pub(super) fn is_feast_of_noun(&self, time: &TimeExpression) -> bool {
        let Range { start, end } = self.tokens;
        let stage = self.stage;
        let feast = || time.rule.is_called("holiday");
        // 'tying the record set by the Labor Day storm of 1935'
        let in_name = || {
            let led = start > self.part.start && stage.is(start - 1, EventWord::Determiner);
            let noun = stage.reading.is_word(end) && !stage.reading.is_capitalised(end) && !stage.is_verb(end);
            // 'until the end of the Easter holidays', 'before the Christmas recess'
            let of = || stage.pack.cues.turns.of(stage.reading.words[end + 1]).contains(&Turn::Of);
            led && noun && end + 1 < self.part.end && (of() || !stage.is_event_noun(end))
        };
        // 'on 3 February, a day before the Chinese New Year lunches'
        let counted_to = || start > self.part.start && stage.is_behind_length(start - 1);
        if stage.pack.grammar.verbs_inflect && feast() && (in_name() || counted_to()) {
            return true;
        }
        if stage.pack.grammar.verbs_inflect || start == self.part.start || self.before() < start || !feast() {
            return false;
        }
        let before = start - 1;
        // 'Libur Lebaran yang dimulai 18 Maret'
        let verb = stage.is_verb(before) && before > self.part.start;
        let leads = stage.is(before, EventWord::Circumstance) || verb || stage.is_and(before);
        stage.reading.is_word(before) && !stage.is_name(before) && !leads
    }

    /// 'Menjelang Lebaran, pedagang belum menaikkan harga': a feast that is still to come, which is no time of the deed.
    pub(super) fn is_before_feast(&self, time: &TimeExpression) -> bool {
        let stage = self.stage;
        let leads = stage.pack.grammar.noun_first && self.tokens.start == stage.tokens().start;
        leads
            && time.modifier == Some(Modifier::Before)
            && stage.pack.time.words_ahead_of.begins(stage.rest(self.tokens.start))
    }

    /// 'sudah dianggarkan tahun depan', 'telah memesan tiket untuk Agustus mendatang': what is done by now is for a time to come. An
    /// event that was fixed has its own noun ('telah menetapkan sidang 4 Maret').
    pub(super) fn is_after_done(&self, interval: Interval) -> bool {
        let stage = self.stage;
        let ahead = || stage.found.published.is_some_and(|today| interval.first_day() > today);
        if stage.pack.grammar.verbs_inflect || !ahead() {
            return false;
        }
        let start = self.tokens.start;
        let verb = (self.part.start..start).rev().find(|&at| stage.is_main_verb(at));
        let done = verb.is_some_and(|verb| verb > 0 && stage.is(verb - 1, EventWord::Done));
        done && !self.is_planned() && !(self.part.start..start).any(|at| stage.is_event_noun(at))
    }

    /// 'Agenda hari ini adalah pemeriksaan identitas', 'Tugas timnya pekan ini merupakan yang terberat': a time within the subject of
    /// a sentence that says what something is.
    pub(super) fn is_of_copula(&self) -> bool {
        let Range { start, end } = self.tokens.clone();
        let stage = self.stage;
        if self.before() != start || start == self.part.start {
            return false;
        }
        let is_copula = |at: usize| stage.is(at, EventWord::Copula);
        let verb = (end..self.part.end).find(|&at| is_copula(at) || stage.is_main_verb(at));
        let in_event = |from: usize| (from..start).any(|at| stage.is_event_noun(at));
        let opens = |&at: &usize| stage.reading.mark(at) == ',' || stage.is(at, EventWord::Complementiser);
        let from = (self.part.start..start).rev().find(opens).map_or(self.part.start, |at| at + 1);
        verb.is_some_and(is_copula) && from < start && !stage.has_verb(from..start) && !in_event(from)
    }

    /// 'The officer in charge that night resigned in February': a day that was told before, within the subject of a verb that has
    /// a time of its own.
    pub(super) fn is_of_subject(&self) -> bool {
        let stage = self.stage;
        let Range { start, end } = self.tokens.clone();
        let points = stage.is_relative(start) && start > self.part.start + 1;
        points
            && self.before() == start
            && stage.reading.is_word(start - 1)
            && !stage.has_verb(self.part.start..start)
            && (stage.is_verb(end) || stage.is(end, EventWord::Auxiliary))
    }

    /// 'Data on Wednesday showed', 'Penelitian Universitas Brawijaya pada 2023 menemukan', 'Survei yang digelar Indikator pada Mei 2025 menunjukkan': a time within
    /// the subject, a paper that tells something.
    pub(super) fn is_of_paper(&self) -> bool {
        let stage = self.stage;
        let Range { start, end } = self.tokens.clone();
        let first = self.part.start;
        // 'The announcement on Thursday comes as'
        let is_report = |at: usize| stage.pack.grammar.verbs_inflect && stage.is(at, EventWord::Report);
        let is_paper = |at: usize| {
            let paper = stage.says(at, |cue| *cue == Cue::Document).is_some() || is_report(at);
            paper && !stage.is_name(at) && !stage.is_event_noun(at)
        };
        if self.appears(is_paper) || self.is_of_what_paper_holds(is_paper) {
            return true;
        }
        if start <= first || !stage.is_verb(end) {
            return false;
        }
        // 'Data on Wednesday showed', 'A Labor Department report on Friday showed'
        if stage.pack.grammar.verbs_inflect {
            let before = self.before();
            let noun = before.checked_sub(1).filter(|&at| at >= first && is_paper(at));
            return noun.is_some_and(|noun| !stage.has_verb(first..noun));
        }
        if !is_paper(first) {
            return false;
        }
        let relative = (first + 1..start).find(|&at| stage.is_relative(at)).unwrap_or(start);
        !(first + 1..relative).any(|at| stage.reading.mark(at) == ',' || stage.is_main_verb(at))
    }

    /// 'Minutes of the October meeting showed': of what the paper holds that is the subject.
    fn is_of_what_paper_holds(&self, is_paper: impl Fn(usize) -> bool) -> bool {
        let (stage, start) = (self.stage, self.tokens.start);
        let led = start >= self.part.start + 3 && stage.is(start - 1, EventWord::Determiner);
        led && stage.pack.cues.turns.of(stage.reading.words[start - 2]).contains(&Turn::Of)
            && stage.is_event_noun(self.tokens.end)
            && is_paper(start - 3)
            && !stage.has_verb(self.part.start..start)
    }

    /// 'The paper, published today in Antiquity, analysed', 'Minutes of the meeting, released last week, showed': when a paper came
    /// before its readers, told in passing.
    fn appears(&self, is_paper: impl Fn(usize) -> bool) -> bool {
        let stage = self.stage;
        let Some(done) = self.before().checked_sub(1).filter(|&at| stage.is(at, EventWord::Appears)) else {
            return false;
        };
        let first = self.part.start.max(done.saturating_sub(LONGEST_PAPER_TOKENS));
        let aside = done > first && stage.reading.mark(done - 1) == ',';
        // 'Tests of fig pips, published Monday in Antiquity, place the fire'
        let end = self.tokens.end;
        let printed = stage.is_time_preposition(end) && (end + 1..end + 4).any(|at| stage.reading.is_capitalised(at));
        aside && (printed || !stage.has_verb(first..done) && (first..done).any(is_paper))
    }

    /// 'The Spaniard, champion here in 2023 and 2024, had not lost': what somebody was, told in passing between two commas. An
    /// aside that begins with its time, or leads to it, tells when.
    pub(super) fn is_of_aside(&self) -> bool {
        let stage = self.stage;
        let comma = |at: usize| stage.reading.is_comma(at);
        let first = self.before();
        let open = (self.part.start + 1..first).rev().find(|&at| comma(at));
        let close = (self.tokens.end..self.part.end).find(|&at| comma(at));
        let Some((open, close)) = open.zip(close) else { return false };
        let light = |at: usize| stage.is_time_preposition(at) || stage.opens_clause(at) || stage.is_and(at);
        let told = |at: usize| stage.is_verb(at) || stage.is_event_noun(at) || stage.reading.is_number(at);
        let aside = open + 1..first;
        let is_noun = !aside.is_empty() && !light(open + 1) && !stage.is_in_time(open + 1);
        let goes_on = stage.is_verb(close + 1) || stage.is(close + 1, EventWord::Auxiliary);
        is_noun
            && goes_on
            && !aside.into_iter().any(told)
            && stage.reading.is_word(open - 1)
            && !stage.has_verb(self.part.start..open)
    }

    /// 'Pernyataan pada 15 Mei itu memicu kemarahan', 'Mobil tahun 2018 itu': the time tells which, of a noun that is no event.
    pub(super) fn tells_which(&self) -> bool {
        let stage = self.stage;
        let definite = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::DefiniteBehind);
        let Range { start, end } = self.tokens.clone();
        let led = start.checked_sub(2).is_some_and(|noun| noun >= self.part.start && self.before() + 1 == start);
        // 'Lagu lawas tahun 1987 itu'
        let noun_first = stage.pack.grammar.noun_first;
        let beside =
            noun_first && self.before() == start && start > self.part.start && stage.reading.is_word(start - 1);
        let inside = led || beside;
        // 'Survei pada Mei 2025 menunjukkan'
        let is_paper = |at: usize| stage.says(at, |cue| *cue == Cue::Document).is_some() && !stage.is_name(at);
        let of_paper = || noun_first && led && is_paper(start - 2) && stage.is_verb(end);
        let event = || (self.part.start..start).any(|at| stage.is_event_noun(at));
        inside
            && end < self.part.end
            && (definite(end) || of_paper())
            && !stage.has_verb(self.part.start..start)
            && !event()
    }
}
