//! Where the search for what a time depends on ends, and what it passes over.

use super::Look;
use crate::lang::{Cue, EventWord};

/// The title of a programme between its marks has fewer tokens.
const LONGEST_TITLE_TOKENS: usize = 8;

/// 'of', 'the' within a title.
const LONGEST_SMALL_BYTES: usize = 3;

impl Look<'_> {
    /// 'memperkenalkan kapal yang mampu memuat 40 truk, Rabu': how something is that the verb before tells of.
    pub(super) fn is_state_of_noun(&self, at: usize) -> bool {
        let stage = self.stage;
        if stage.pack.grammar.verbs_inflect || !stage.is(at, EventWord::State) {
            return false;
        }
        let light = |at: &usize| stage.is(*at, EventWord::Ability) || stage.is(*at, EventWord::Auxiliary);
        // 'diterima dari pendengar bernama Suwito pukul 06.27'
        let beside =
            at > self.part.start && stage.reading.is_word(at - 1) && !light(&(at - 1)) && !stage.negates(at - 1);
        let described = stage.reading.is_capitalised(at + 1);
        if beside && described && stage.tells_deed(self.part.start..at - 1) {
            return true;
        }
        let relative = (self.part.start..at).rev().find(|at| !light(at)).filter(|&at| stage.is_relative(at));
        relative.is_some_and(|relative| stage.has_verb(self.part.start..relative))
    }

    /// Whether a number stands at `at`, and no verb behind it before the next comma.
    pub(super) fn counts(&self, at: usize) -> bool {
        let comma = (at..self.part.end).find(|&at| self.stage.reading.is_comma(at));
        let end = comma.unwrap_or(self.part.end);
        self.stage.reading.is_number(at) && at < end && !self.stage.has_verb(at + 1..end)
    }

    /// The mark that opens a title, if the one at `at` closes it: a few capitalised words between quotation marks.
    pub(super) fn title_before(&self, at: usize) -> Option<usize> {
        let from = self.part.start.max(at.saturating_sub(LONGEST_TITLE_TOKENS));
        let open = (from..at).rev().find(|&open| self.stage.is_quotation_mark(open));
        let open = open.filter(|_| self.stage.is_quotation_mark(at))?;
        let reading = self.stage.reading;
        let fits = |at: usize| reading.is_capitalised(at) || reading.text(at).len() <= LONGEST_SMALL_BYTES;
        (open + 1 < at && (open + 1..at).all(fits)).then_some(open)
    }

    /// Whether the search for a verb stops at `at`: a quotation mark, what opens a thing said, or a clause of somebody else
    /// ('semula menolaknya, namun televisi negara pada Rabu mengumumkan').
    pub(super) fn is_barrier(&self, at: usize) -> bool {
        let says = |cue: &Cue| matches!(cue, Cue::Says(_));
        let opens_said = self.stage.reading.mark(at) == ','
            && at + 1 < self.time.start
            && at > 0
            && self.stage.says(at - 1, says).is_some();
        let turns = self.stage.reading.mark(at) == ','
            && self.stage.is(at + 1, EventWord::Contrast)
            && self.stage.pack.grammar.noun_first
            && self.stage.is_main_verb(self.time.end);
        self.stage.is_quotation_mark(at) || self.stage.opens_said(at) || opens_said || turns
    }

    /// Whether the time leads a clause: behind its beginning or a comma, and before a word that is no end of it. A time
    /// without a preposition behind a comma belongs to what stands before: 'kata X, Sabtu (12/7), ...'.
    pub(super) fn opens_clause(&self) -> bool {
        let preposition = self.time.start > self.part.start && self.stage.is_time_preposition(self.time.start - 1);
        let first = if preposition { self.time.start - 1 } else { self.time.start };
        // 'mengalahkan Budi, yang empat tahun lalu kalah tipis'
        let of_noun = self.stage.is_relative(first.saturating_sub(1)) && self.stage.pack.grammar.noun_first;
        if first == self.part.start || of_noun && self.stage.is_verb(self.time.end) {
            return true;
        }
        let comma = self.stage.reading.mark(first - 1) == ',' || self.stage.is_and(first - 1);
        // 'was opened by the mayor, Ada Bello, on 14 May but was never used'
        let goes_on = self.stage.reading.is_word(self.time.end)
            && !(self.stage.pack.grammar.verbs_inflect && self.stage.is(self.time.end, EventWord::Contrast));
        comma && preposition && goes_on
    }
}
