//! What something is measured against: the figure or the noun that was before, or another beside it.

use super::Gate;
use crate::lang::{EventWord, Turn};
use crate::model::Interval;

/// 'melanjutkan tren kemenangan' has at most this many tokens.
const LONGEST_CONTINUED_TOKENS: usize = 4;

/// 'from $1.2 billion' has at most this many tokens.
const LONGEST_FIGURE_TOKENS: usize = 7;

/// 'compared with $228.7 million, or $3.77 per share,' has at most this many tokens.
pub(super) const LONGEST_FIGURES_TOKENS: usize = 16;

impl Gate<'_> {
    /// 'dibandingkan kuartal I', 'compared with March'
    pub(super) fn is_compared(&self, interval: Interval) -> bool {
        self.follows(EventWord::Comparison) && !self.is_planned_as_of()
            || self.is_origin(interval)
            || self.is_of_other_figure()
            || self.is_of_other_noun()
            || self.is_off_plan()
    }

    /// 'opened on Monday, two years later than planned': how far from what was planned.
    fn is_off_plan(&self) -> bool {
        let behind = self.stage.pack.grammar.verbs_inflect && self.before() == self.tokens.start;
        // 'later', 'earlier', but not 'last July against'
        let counted = self.stage.is(self.tokens.end - 1, EventWord::Particle);
        behind && counted && self.stage.is(self.tokens.end, EventWord::Comparison)
    }

    /// 'would ground its fleet as of Friday': from when on something is to be so.
    fn is_planned_as_of(&self) -> bool {
        let as_of = self.tokens.start.checked_sub(2).filter(|&at| at > self.part.start);
        self.stage.pack.grammar.verbs_inflect
            && as_of.is_some_and(|at| self.stage.len_of(at, EventWord::AsOf) == Some(2))
            && self.is_planned()
    }

    /// 'lebih berat daripada putusan banding pada Mei 2023', 'melemah dibanding penutupan sehari sebelumnya': the time of the noun that
    /// something is held against.
    fn is_of_other_noun(&self) -> bool {
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(LONGEST_FIGURE_TOKENS));
        let closes = |at: usize| self.stage.is_main_verb(at) || self.stage.reading.mark(at) == ',';
        let mut near = (from..before).rev().take_while(|&at| !closes(at));
        near.any(|at| self.stage.is(at, EventWord::Than))
    }

    /// 'melanjutkan penguatan sehari sebelumnya', 'membalas kekalahan musim lalu': the time of the noun that goes on or is made good.
    pub(super) fn is_of_continued(&self, interval: Interval) -> bool {
        let start = self.tokens.start;
        let over = || self.stage.found.published.is_some_and(|today| interval.last_day() < today);
        if !self.stage.pack.grammar.noun_first || !self.is_relative || self.before() < start || !over() {
            return false;
        }
        let from = self.part.start.max(start.saturating_sub(LONGEST_CONTINUED_TOKENS));
        let verb = (from..start.saturating_sub(1)).rev().find(|&at| self.stage.is(at, EventWord::Continues));
        verb.is_some_and(|verb| {
            let definite =
                |at: usize| self.stage.pack.cues.turns.of(self.stage.reading.words[at]).contains(&Turn::DefiniteBehind);
            let noun =
                |at: usize| self.stage.reading.is_word(at) && !self.stage.is_time_preposition(at) && !definite(at);
            (verb + 1..start).all(noun)
        })
    }

    /// 'Sepuluh tahun setelah tsunami 2004, museum itu dibuka': the time of what something else was counted from.
    pub(super) fn is_of_distance(&self) -> bool {
        let start = self.tokens.start;
        let from = self.part.start.max(start.saturating_sub(LONGEST_CONTINUED_TOKENS));
        let leads = |&at: &usize| self.stage.opens_clause(at) && self.stage.is_behind_length(at);
        // 'ditangkap dua hari setelah ledakan pada Rabu' dates the blast.
        let opens = self.stage.reading.mark(self.tokens.end) == ',';
        let lead = (from..start).rev().find(leads).filter(|_| opens && self.stage.pack.grammar.noun_first);
        let told = |at: usize| self.stage.is_main_verb(at) && !self.stage.is_event_noun(at);
        lead.is_some_and(|lead| lead + 1 < start && !(lead + 1..start).any(told))
    }

    /// 'rose to 3.4% from 3.1% in May', 'dari Rp 8,9 triliun pada 2024': the time of the figure that was before.
    fn is_origin(&self, interval: Interval) -> bool {
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(LONGEST_FIGURE_TOKENS));
        let near = (from..before).rev().take_while(|&at| !self.stage.is_main_verb(at));
        // 'meluncurkan lebih dari 100 drone pada Jumat'
        let more = |at: usize| self.stage.len_of(at.saturating_sub(1), EventWord::Approximation) == Some(2);
        let origin = near.filter(|&at| self.stage.is(at, EventWord::Origin) && !more(at)).last();
        // 'naik 20 persen dari tahun lalu', 'grew 4.4% in the second quarter from a year earlier'
        // 'would lower the voting age to 16 from 2027' looks back at nothing.
        let bare = self.tokens.start.checked_sub(1).filter(|_| !self.stage.is_ahead(interval));
        let bare = bare.filter(|&at| self.stage.is(at, EventWord::Origin));
        let reach = if self.is_relative { LONGEST_FIGURE_TOKENS } else { 3 };
        // 'tumbuh dari bibit siklon 91S'
        let coded = |at: usize| self.stage.reading.text(at).ends_with(|c: char| c.is_ascii_uppercase());
        let figure = |at: usize| self.stage.reading.is_number(at) && !self.stage.is_in_time(at) && !coded(at);
        let changed = |at: usize| (self.part.start.max(at.saturating_sub(reach))..at).any(figure);
        // 'would furlough 1,400 workers from July 20': a plan begins then, and nothing has changed from it.
        let changes = |at: usize| self.stage.is(at, EventWord::Change) || self.stage.is(at, EventWord::Share);
        let begins = self.stage.pack.grammar.verbs_inflect
            && self.tokens.len() > 1
            && self.is_planned()
            && !(from..before).any(changes);
        if bare.is_some_and(changed) && !begins {
            return true;
        }
        // 'kalah dari Vietnam 0-1 di final 29 Juli': from whom, and not from how much.
        let scores = |at: usize| self.stage.reading.mark(at) == '-' && self.stage.reading.is_number(at + 1);
        let of_figure = |&origin: &usize| !(self.stage.is_name(origin + 1) && (origin..before).any(scores));
        origin.filter(of_figure).is_some_and(|origin| {
            let behind_verb = self.stage.has_verb(self.part.start..origin);
            behind_verb && (origin + 1..before).any(figure)
        })
    }

    /// 'compared with $228.7 million, or $3.77 per share, a year earlier': the time of the figure that another is held against.
    fn is_of_other_figure(&self) -> bool {
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(LONGEST_FIGURES_TOKENS));
        let mut near = (from..before)
            .rev()
            .take_while(|&at| !self.stage.is_main_verb(at) || self.stage.is(at, EventWord::Comparison));
        let compared = near.find(|&at| self.stage.len_of(at, EventWord::Comparison).is_some_and(|len| len > 1));
        compared.is_some_and(|at| (at..before).any(|at| self.stage.reading.is_number(at)))
    }
}
