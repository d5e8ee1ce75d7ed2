//! Rows of buttons and sections: 'Share this article: Facebook X WhatsApp', 'World Europe Politics'; and what works them.

use super::Shape;
use crate::lang::FurnitureWord;

/// The longest line of buttons, in words.
const LONGEST_CONTROLS_WORDS: usize = 14;

/// A row of sections this long may hold one word that is none.
const LONG_ROW_WORDS: usize = 4;

/// Of the words of a line of buttons this many in four are words of buttons.
const CONTROLS_IN_FOUR: usize = 3;

impl Shape<'_> {
    /// '1 of 12': which picture of a row is shown.
    pub(super) fn is_of_a_row(&self) -> bool {
        let first = self.line.tokens.start;
        self.line.tokens.len() == 3
            && self.reading.is_number(first)
            && self.reading.is_word(first + 1)
            && self.reading.is_number(first + 2)
    }

    /// 'How to help families in Dickson County →'
    pub(super) fn points_on(&self) -> bool {
        self.line.words > 0 && matches!(self.reading.mark(self.line.tokens.end - 1), '→' | '›' | '»' | '▸' | '►' | '▶')
    }

    /// 'Share this article: Facebook X WhatsApp', '154 Comments', 'World Europe Politics'.
    pub(super) fn is_controls(&self) -> bool {
        if !self.line.is_open() || self.line.words > LONGEST_CONTROLS_WORDS {
            return false;
        }
        let mut tally = Controls::default();
        let mut at = self.line.tokens.start;
        while at < self.line.tokens.end {
            let rest = &self.reading.words[at..self.line.tokens.end];
            let phrases = self.pack.cues.furniture.words.starting(rest);
            let of_menu = |word: &FurnitureWord| matches!(word, FurnitureWord::Control | FurnitureWord::Section);
            let found = phrases.filter(|(_, words)| words.iter().any(of_menu)).last();
            let len = found.map_or(1, |(len, _)| len);
            let words = (at..at + len).filter(|&at| self.reading.is_word(at)).count();
            tally.all += words;
            tally.capitalised += (at..at + len).filter(|&at| self.reading.is_capitalised(at)).count();
            let (_, kinds) = found.unwrap_or((0, &[]));
            tally.controls += if kinds.contains(&FurnitureWord::Control) { words } else { 0 };
            tally.covered += if found.is_some() { words } else { 0 };
            at += len;
        }
        tally.numbers = self.tokens().filter(|&at| self.reading.is_number(at)).count();
        tally.is_menu()
    }
}

/// The words of a line by what they are in menus.
#[derive(Default)]
struct Controls {
    all: usize,
    capitalised: usize,
    controls: usize,
    covered: usize,
    numbers: usize,
}

impl Controls {
    fn is_menu(&self) -> bool {
        if self.controls == 0 {
            // A row of sections: 'Health Education Politics', not 'Health and politics'; or a counter: '2 hours ago'.
            let row = self.all > 1 && self.capitalised == self.all && self.numbers == 0;
            let covered = self.covered == self.all || self.covered >= LONG_ROW_WORDS && self.covered + 1 == self.all;
            return covered && (row || self.numbers == 1);
        }
        let long = self.all > 2;
        if long { self.covered * 4 >= self.all * CONTROLS_IN_FOUR } else { self.covered == self.all }
    }
}
