//! Which quotations are somebody speaking, and which are titles or scare quotes.

use super::quotes::{self, Quote};
use super::{Page, fact};
use crate::lang::Turn;

/// The title of a programme has no more words.
const LONGEST_TITLE_WORDS: usize = 6;

impl Page<'_> {
    pub(crate) fn read_quotes(&mut self) {
        let quotes = quotes::find(self.reading);
        for quote in quotes {
            if self.is_speech(&quote) {
                self.add(quote.tokens.clone(), fact::SPEECH);
                self.quotes.push(quote);
            }
        }
        // A verb within speech attributes nothing outside it.
        let facts = &self.facts;
        self.clues.retain(|clue| facts[clue.tokens.start] & fact::SPEECH == 0);
    }

    /// The title of a programme behind 'on' or 'told': 'said on “The Pat McAfee Show.”'.
    fn is_programme(&self, quote: &Quote) -> bool {
        let led = quote.tokens.start > 0
            && self.is(quote.tokens.start - 1, fact::CUE)
            && self.turns(quote.tokens.start - 1, Turn::Adjunct);
        let words = || quote.inner().filter(|&at| self.reading.is_word(at));
        let small = |at: usize| {
            self.turns(at, Turn::Of) || self.turns(at, Turn::DefiniteBefore) || self.turns(at, Turn::Adjunct)
        };
        led && words().count() <= LONGEST_TITLE_WORDS && words().all(|at| self.reading.is_capitalised(at) || small(at))
    }

    /// Whether a quotation is somebody speaking rather than a title or a scare quote; the rule is told in `quotes`.
    fn is_speech(&self, quote: &Quote) -> bool {
        let inner = quote.inner();
        if inner.len() < 2 {
            return false;
        }
        let start = quote.tokens.start;
        if self.is_programme(quote) {
            return false;
        }
        let before = start.checked_sub(1).map_or('.', |before| self.reading.mark(before));
        let opens_paragraph = self.reading.paragraphs.binary_search_by_key(&start, |it| it.start).is_ok();
        let before_is_cue = start > 0 && self.is(start - 1, fact::CUE | fact::of(Turn::AsSaying));
        let begins =
            opens_paragraph || before_is_cue || !self.reading.is_word(start - 1) && !self.reading.is_number(start - 1);
        let ends = matches!(self.reading.mark(inner.end - 1), ',' | '.' | '?' | '!' | '…' | '-' | '—') || quote.is_open;
        let is_lower = self.reading.is_word(inner.start) && !self.reading.is_capitalised(inner.start);
        let behind = if self.reading.mark(quote.tokens.end) == ',' { quote.tokens.end + 1 } else { quote.tokens.end };
        let is_told = self.is(behind, fact::CUE);
        let led = opens_paragraph || matches!(before, ':' | '.' | '?' | '!' | '”' | '"' | '’');
        begins
            && (ends && !(is_lower && before_is_cue)
                || is_told && !is_lower
                || led && inner.len() >= 3
                || inner.len() >= 8 && !is_lower)
    }
}
