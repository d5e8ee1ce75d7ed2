//! Works by the quotation marks around their titles: "The Orchard Thieves", “Badai Pasti Berlalu”. What somebody says stands
//! between the same marks, but is not written as titles are, or ends as sentences do.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::NameHint;
use crate::text::token::Case;

/// The longest title, in tokens.
const LONGEST: usize = 8;

/// The longest word that is not capitalised within a title, in bytes.
const SMALL_WORD_BYTES: usize = 6;

/// How far behind the closing mark a verb of saying tells that somebody spoke, in tokens.
const SPEECH: usize = 3;

impl Spotter<'_> {
    /// A title between double quotation marks, the first of which stands before `at`.
    pub(super) fn work(&mut self, at: usize) -> Option<usize> {
        let is_open = at > self.sentence.start && matches!(self.reading.mark(at - 1), '“' | '"');
        if !is_open || !self.reading.is_capitalised(at) || self.is_spoken_before(at - 1) {
            return None;
        }
        let limit = self.sentence.end.min(at + LONGEST + 2);
        let close = (at + 1..limit).find(|&at| matches!(self.reading.mark(at), '”' | '"'))?;
        let end = if self.reading.mark(close - 1) == ',' { close - 1 } else { close };
        let is_title = (at..end).all(|at| self.may_stand_in_title(at)) && self.reading.is_capitalised(end - 1);
        let is_word = end == at + 1 && self.scene.is_common(at);
        if end == at || !is_title || is_word || self.is_spoken_behind(close) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::EventWord, None);
        Some(end)
    }

    /// A title without quotation marks behind a noun for works, with the small words in it: 'lagu Hati-Hati di Jalan'.
    pub(super) fn titled_work(&mut self, at: usize) -> Option<usize> {
        if !self.hint_ends_at(at, NameHint::WorkNoun) || !self.is_name_word(at) {
            return None;
        }
        let mut end = at + 1;
        while end < self.sentence.end && end - at < LONGEST {
            let token = &self.reading.tokens[end];
            let is_small =
                token.case == Case::Lower && self.scene.pack.function_words.contains(&self.reading.words[end]);
            let is_joint = is_small || self.reading.mark(end) == '-' && self.reading.is_glued(end);
            if self.is_name_word(end) {
                end += 1;
            } else if is_joint && self.is_name_word(end + 1) && self.is_no_place(end + 1) {
                end += 2;
            } else {
                break;
            }
        }
        // One or two words are found by other rules as well, which know people.
        let has_joint = (at..end).any(|at| !self.reading.is_capitalised(at));
        if !has_joint {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterThing, None);
        Some(end)
    }

    fn is_no_place(&self, at: usize) -> bool {
        self.scene.known(at..self.sentence.end).is_none()
    }

    fn may_stand_in_title(&self, at: usize) -> bool {
        let token = &self.reading.tokens[at];
        let is_small = token.case == Case::Lower && self.reading.text(at).len() <= SMALL_WORD_BYTES;
        let is_small = is_small && self.scene.pack.function_words.contains(&self.reading.words[at]);
        self.reading.is_capitalised(at)
            || is_small
            || self.reading.is_number(at)
            || self.reading.text(at).starts_with(['\'', '’', '-', '&', ':'])
    }

    /// A colon or comma before the opening mark leads to speech.
    fn is_spoken_before(&self, mark: usize) -> bool {
        mark > self.sentence.start && self.reading.mark(mark - 1) == ':' || mark == self.sentence.start
    }

    fn is_spoken_behind(&self, close: usize) -> bool {
        let behind = close..self.sentence.end.min(close + SPEECH);
        behind
            .into_iter()
            .any(|at| self.scene.pack.cues.speech.longest(&self.reading.words[at..self.sentence.end]).is_some())
    }
}
