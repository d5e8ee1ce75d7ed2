//! Cases before a court, by the letter between those who are parties to them: 'Marbury v. Madison'.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::NameHint;
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of one party, in tokens.
const LONGEST_PARTY: usize = 6;

impl Spotter<'_> {
    /// The name of a case that begins at `at`; who plays against whom is none.
    pub(super) fn court_case(&mut self, at: usize) -> Option<usize> {
        // 'v' is the shortest of words: most names are seen at once to have none behind them.
        let limit = self.sentence.end.min(at + LONGEST_PARTY + 1);
        let has_letter = (at + 1..limit).any(|at| self.reading.text(at).len() == 1 && self.is_versus(at));
        if !has_letter || self.page.reports_matches || !self.is_name_word(at) {
            return None;
        }
        let versus = self.end_of_party(at);
        if versus >= self.sentence.end || !self.is_versus(versus) {
            return None;
        }
        let has_stop = self.reading.mark(versus + 1) == '.';
        let other = versus + 1 + usize::from(has_stop);
        let end = self.end_of_party(other);
        let is_place = |at: usize| self.scene.known(at..end).is_some_and(|known| known.kind == EntityKind::Place);
        // 'Alcaraz v Sinner: Italian wins', 'England v India'
        let is_match = || at == self.sentence.start || is_place(at) && is_place(other);
        if end == other || !has_stop && is_match() {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::EventWord, None);
        Some(end)
    }

    fn is_versus(&self, at: usize) -> bool {
        self.reading.tokens[at].case == Case::Lower && self.scene.is_hint(at, NameHint::Versus)
    }

    /// Behind the capitalised words from `at` on, with the small ones that join them: 'Board of Education'.
    fn end_of_party(&self, at: usize) -> usize {
        let limit = self.sentence.end.min(at + LONGEST_PARTY);
        let is_word = |at: usize| at < limit && self.reading.is_capitalised(at) && self.reading.is_word(at);
        let joins = |at: usize| self.scene.is_hint(at, NameHint::LawJoint) || self.reading.mark(at) == '&';
        let mut end = at;
        while is_word(end) || end > at && end < limit && joins(end) && is_word(end + 1) {
            end += 1;
        }
        end
    }
}
