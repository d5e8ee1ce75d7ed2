//! Verbs of saying in a clause that opens the sentence, so that what was said ends before the main one: 'After Reed told MPs that he would
//! go, shares fell'.

use super::Framer;
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::{EventWord, Turn};

/// 'Namun, dua setengah tahun' before 'setelah' has at most as many tokens.
const LONGEST_LENGTH: usize = 6;

impl Framer<'_, '_, '_, '_> {
    /// 'Ten months after Reed told MPs that he would go, ministers': whether the speaker at `speaker` stands in a clause that opens the
    /// sentence and tells when or although something else was.
    pub(crate) fn opens_subordinate(&self, speaker: usize) -> bool {
        let page = self.page;
        let light = |at: usize| {
            let length = page.is(at, fact::TIME | fact::QUANTITY) || page.reading.is_number(at);
            length || page.turns(at, Turn::Opening) || page.turns(at, Turn::Joint) || page.reading.mark(at) == ','
        };
        let start = self.unit.tokens.start;
        let opener = (start..=speaker.min(start + LONGEST_LENGTH)).find(|&at| leads_clause(page, at));
        opener.is_some_and(|opener| (start..opener).all(light) && !page.is(opener, fact::CUE))
    }

    /// The comma before the main clause behind a clause that opens the sentence and goes on at `from`.
    pub(crate) fn main_clause(&self, from: usize) -> Option<usize> {
        let page = self.page;
        let comma = |&at: &usize| page.reading.mark(at) == ',' && page.divides(at) && !page.is(at, fact::SPEECH);
        let joins = |at: usize| page.turns(at, Turn::Joint) || page.is(at, fact::RELATIVE);
        let comma = (from + 1..self.end()).find(comma).filter(|&comma| !joins(comma + 1))?;
        self.has_verb_within(comma + 1..self.reach(comma + 1)).then_some(comma)
    }
}

/// 'Before the bank warned', 'Ketika Gubernur mengumumkan': whether the word at `at` tells when the clause behind it was.
pub(super) fn leads_clause(page: &Page, at: usize) -> bool {
    let (cues, word) = (&page.pack.cues, page.reading.words[at]);
    let joins = page.turns(at, Turn::Joint) || page.turns(at, Turn::That) || page.is(at, fact::RELATIVE);
    let leads = cues.clause_openers.has(word) && cues.time_prepositions.has(word) && !joins;
    (leads || cues.events.may_open(word, EventWord::When)) && page.name_over(at).is_none()
}
