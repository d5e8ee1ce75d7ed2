//! Times of what something is measured against: the figure that was before, or another beside it.

use super::Gate;
use crate::lang::{Cue, EventWord};
use crate::model::Interval;

/// 'from $1.2 billion' has at most this many tokens.
const LONGEST_FIGURE_TOKENS: usize = 7;

/// 'compared with $228.7 million, or $3.77 per share,' has at most this many tokens.
const LONGEST_FIGURES_TOKENS: usize = 16;

impl Gate<'_> {
    /// 'dibandingkan kuartal I', 'compared with March'
    pub(super) fn is_compared(&self) -> bool {
        self.follows(EventWord::Comparison) || self.is_origin() || self.is_of_other_figure() || self.is_of_other_noun()
    }

    /// 'lebih berat daripada putusan banding pada Mei 2023': the time of the noun that something is held against.
    fn is_of_other_noun(&self) -> bool {
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(LONGEST_FIGURE_TOKENS));
        let closes = |at: usize| self.stage.is_main_verb(at) || self.stage.reading.mark(at) == ',';
        let mut near = (from..before).rev().take_while(|&at| !closes(at));
        before < self.tokens.start && near.any(|at| self.stage.is(at, EventWord::Than))
    }

    /// 'Rasio utang per 30 Juni mencapai 4,6 kali', 'per Maret jumlah pelanggannya baru 2 juta': the day of which a figure is.
    pub(super) fn is_as_of(&self, interval: Interval) -> bool {
        let before = self.before();
        let stage = self.stage;
        let past = stage.found.published.is_some_and(|today| interval.first_day() <= today);
        let leads = stage.is(before, EventWord::AsOf) || stage.is(before, EventWord::Until);
        if before == self.tokens.start || !past || !leads {
            return false;
        }
        let as_of = stage.is(before, EventWord::AsOf);
        let is_figure = |at: usize| stage.is(at, EventWord::Figure) || as_of && stage.is(at, EventWord::State);
        let tells = |&at: &usize| stage.is_main_verb(at) || is_figure(at);
        let before = (self.part.start..before).rev().find(tells);
        // 'wilayah yang diakui baru 4,85 juta hektare': what is told of a noun is passed over.
        let light = |at: &usize| stage.is(*at, EventWord::Auxiliary);
        let of_noun =
            |&at: &usize| (self.tokens.end..at).rev().find(|at| !light(at)).is_some_and(|at| stage.is_relative(at));
        let behind = || (self.tokens.end..self.part.end).filter(tells).find(|at| !of_noun(at));
        is_figure(self.tokens.end) || before.or_else(behind).is_none_or(is_figure)
    }

    /// 'Sejak 2017, klub itu dua kali menang di sana', 'Gunung itu sudah 40 kali meletus sejak Januari': how often since then.
    pub(super) fn is_tally(&self) -> bool {
        let stage = self.stage;
        let since = self.before() < self.tokens.start && stage.is(self.before(), EventWord::Since);
        if !since || stage.pack.cues.verbs_close {
            return false;
        }
        let counted = |at: usize| stage.reading.is_number(at) || stage.says(at, |cue| *cue == Cue::Quantity).is_some();
        let times = |at: usize| stage.is(at, EventWord::Times) && at > self.part.start && counted(at - 1);
        self.part.clone().any(times)
    }

    /// 'rose to 3.4% from 3.1% in May', 'dari Rp 8,9 triliun pada 2024': the time of the figure that was before.
    fn is_origin(&self) -> bool {
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(LONGEST_FIGURE_TOKENS));
        let near = (from..before).rev().take_while(|&at| !self.stage.is_main_verb(at));
        let origin = near.filter(|&at| self.stage.is(at, EventWord::Origin)).last();
        // 'naik 20 persen dari tahun lalu'
        let bare = self.tokens.start.checked_sub(1).filter(|&at| self.stage.is(at, EventWord::Origin));
        let changed =
            |at: usize| (self.part.start.max(at.saturating_sub(3))..at).any(|at| self.stage.reading.is_number(at));
        if bare.is_some_and(changed) {
            return true;
        }
        // 'kalah dari Vietnam 0-1 di final 29 Juli': from whom, and not from how much.
        let scores = |at: usize| self.stage.reading.mark(at) == '-' && self.stage.reading.is_number(at + 1);
        let of_figure = |&origin: &usize| !(self.stage.is_name(origin + 1) && (origin..before).any(scores));
        origin.filter(of_figure).is_some_and(|origin| {
            let behind_verb = self.stage.has_verb(self.part.start..origin);
            behind_verb && (origin + 1..before).any(|at| self.stage.reading.is_number(at))
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
        self.stage.pack.cues.verbs_close
            && compared.is_some_and(|at| (at..before).any(|at| self.stage.reading.is_number(at)))
    }
}
