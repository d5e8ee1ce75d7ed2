//! Figures that pages put beside articles, and accounts: weather, prices of shares, how long ago something appeared, handles.

use super::{Ending, Shape};
use crate::lang::FurnitureWord;

/// What is told of the weather of an hour, or of the price of a share, has at most this many words and numbers.
const LONGEST_BOARD_WORDS: usize = 8;

/// What is told of several prices has at most this many: 'FTSE 100 8,412.12 +12.40 (+0.15%)'.
const LONGEST_RATES_WORDS: usize = 14;

/// A question that calls the reader has at most this many words.
const LONGEST_QUESTION_WORDS: usize = 16;

impl Shape<'_> {
    /// '7AM 22°C', 'Mostly cloudy 14°C'; 'NASDAQ +0.42%', 'AAPL 187.22 -1.03 (-0.55%)': figures and hardly a word.
    pub(super) fn is_board(&self) -> bool {
        if !self.line.is_open() || self.line.words > LONGEST_RATES_WORDS {
            return false;
        }
        let degrees = |at: usize| self.reading.mark(at) == '°' && self.reading.is_number(at - 1);
        let changes = |at: usize| {
            let signed = matches!(self.reading.mark(at - 1), '+' | '-' | '−' | '▲' | '▼');
            signed && self.reading.is_number(at) && !self.reading.is_glued(at - 1)
        };
        let shares = || {
            let capital = |at: usize| !self.reading.text(at).contains(char::is_lowercase);
            self.tokens().any(|at| self.reading.is_word(at)) && self.tokens().all(capital)
        };
        let inner = self.tokens().start + 1..self.tokens().end;
        // 'Broken clouds 61°' has no verb.
        inner.clone().any(degrees) || !self.line.has_verb && inner.clone().any(changes) && shares() || self.is_tag()
    }

    /// '$TSLA', '@harbourpolice': a share by its letters, or an account.
    fn is_tag(&self) -> bool {
        let first = self.line.tokens.start;
        if self.line.tokens.len() != 2 || !self.reading.is_glued(first + 1) {
            return false;
        }
        match self.reading.mark(first) {
            '$' => self.reading.text(first + 1).bytes().all(|byte| byte.is_ascii_uppercase()),
            mark => mark == '@' && self.reading.is_word(first + 1),
        }
    }

    /// 'BestReviews / 1 day ago', 'News · 2 hours ago', 'HarbourFan 3 hours ago': a label, a mark or none, and how long ago.
    pub(super) fn is_dated_label(&self) -> bool {
        let clock = |at: usize| self.says(at, FurnitureWord::Clock);
        let Some(number) = self.tokens().rev().find(|&at| !clock(at)).filter(|&at| self.reading.is_number(at)) else {
            return false;
        };
        let marked = number > 0 && matches!(self.reading.mark(number - 1), '/' | '·' | '•' | '|' | '∙');
        let before = self.tokens().start..if marked { number - 1 } else { number };
        let short = marked || before.len() == 1;
        self.line.is_open()
            && self.line.words <= LONGEST_BOARD_WORDS
            && self.line.tokens.end - number == 3
            && !before.is_empty()
            && short
            && before.clone().all(|at| !self.reading.is_word(at) || self.reading.is_capitalised(at))
    }

    /// 'Are YOU affected by the closure?', 'Is YOUR street plagued by burglars?': a question to the reader, who is called in capitals.
    pub(super) fn calls_reader(&self) -> bool {
        let upper = |at: usize| self.reading.text(at).bytes().all(|byte| byte.is_ascii_uppercase());
        let called = |at: usize| self.reading.text(at).len() > 2 && upper(at) && self.says(at, FurnitureWord::Reader);
        self.line.ending == Ending::Question
            && self.line.words <= LONGEST_QUESTION_WORDS
            && self.tokens().any(called)
            && !upper(self.line.first_word)
    }
}
