//! Who is credited with an article: '(Reporting by Ann Lee and Bea Heavens in London; Editing by Martin Petty)'. Whatever
//! their names are elsewhere, those behind such words are people.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of one who is credited, in tokens.
const LONGEST: usize = 6;

/// The longest line that names whoever wrote an article, in tokens.
const LONGEST_LINE: usize = 20;

impl Spotter<'_> {
    /// The people of one credit, the first of whom begins at `at`.
    pub(super) fn credited(&mut self, at: usize) -> Option<usize> {
        // 'Penulis : Dwi Sekar Tari'
        let leads = |by: usize| self.scene.is_hint(by, NameHint::CreditBy) || self.reading.mark(by) == ':';
        let is_led = at >= self.sentence.start + 2 && leads(at - 1) && self.scene.is_hint(at - 2, NameHint::CreditOf);
        if !is_led && !self.is_byline(at) {
            return None;
        }
        let mut end = None;
        let mut start = at;
        while let Some(behind) = self.end_of_credited(start) {
            self.title = None;
            self.push(start..behind, Evidence::Tagged(EntityKind::Person), None);
            end = Some(behind);
            let joins = self.reading.mark(behind) == ',' || self.scene.is_cue(behind, NameCue::And);
            if !joins {
                break;
            }
            start = behind + 1;
        }
        end
    }

    /// Whether a line of few words, that is no sentence, begins with 'By' before `at`: 'By MELANIE LIDMAN, SAM MEDNICK and SAMY MAGDY'.
    fn is_byline(&self, at: usize) -> bool {
        let start = self.sentence.start;
        at == start + 1
            && self.sentence.len() <= LONGEST_LINE
            && self.scene.is_hint(start, NameHint::CreditBy)
            && self.reading.is_capitalised(start)
            && !self.is_time(at)
            && !matches!(self.reading.mark(self.sentence.end - 1), '.' | '!' | '?' | '"' | '”')
    }

    /// Behind two capitalised words or more, with initials and hyphens between them, that no list has as a body.
    fn end_of_credited(&self, start: usize) -> Option<usize> {
        let is_word = |at: usize| {
            at < self.sentence.end && self.reading.is_word(at) && self.reading.tokens[at].case != Case::Lower
        };
        let joins = |at: usize| {
            let is_initial = self.reading.mark(at) == '.' && self.reading.text(at - 1).chars().count() == 1;
            let is_hyphen = self.reading.mark(at) == '-' && self.reading.is_glued(at) && self.reading.is_glued(at + 1);
            (is_initial || is_hyphen) && at + 1 < self.sentence.end
        };
        let limit = self.sentence.end.min(start + LONGEST);
        let mut end = start;
        while end < limit && (is_word(end) || end > start && (joins(end) || self.reading.mark(end - 1) == '-')) {
            end += 1;
        }
        let is_body =
            self.scene.known(start..end).is_some_and(|known| known.kind != EntityKind::Person && known.len > 1);
        (is_word(start) && end - start > 1 && !is_body).then_some(end)
    }
}
