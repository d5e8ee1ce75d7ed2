//! Firms by what stands before them or is within: the letters of two partners before the name of a third ('J&E Hall'), the noun for
//! what they do ('the seafood chain Rockfish'); and groups by what they came together for.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::NameHint;
use crate::text::token::Case;

/// The most letters on each side of the sign, in bytes.
const LONGEST_LETTERS: usize = 2;

impl Spotter<'_> {
    /// A firm that begins at `at`.
    pub(super) fn firm(&mut self, at: usize) -> Option<usize> {
        self.lettered_firm(at).or_else(|| self.described_firm(at)).or_else(|| self.group(at))
    }

    /// 'Save the Sound', 'Friends of Hartley Park': never at the start of a sentence, where the words are ordinary as often.
    fn group(&mut self, at: usize) -> Option<usize> {
        let is_group = at > self.sentence.start
            && self.reading.is_word(at - 1)
            && self.scene.begins_group(at)
            && !self.page.headlines.holds(at);
        let end = at + 2 + (at + 2..self.sentence.end).take_while(|&at| self.is_name_word(at)).count();
        let known = self.scene.known(at..self.sentence.end).map_or(0, |known| known.len);
        if !is_group || self.tagged_len(at).max(known) >= end - at {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::OrganisationWord, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// 'J&E Hall', 'P&W MacLellan'
    fn lettered_firm(&mut self, at: usize) -> Option<usize> {
        let is_letters = |at: usize| {
            at < self.sentence.end
                && self.reading.text(at).len() <= LONGEST_LETTERS
                && self.reading.text(at).bytes().all(|byte| byte.is_ascii_uppercase())
        };
        let (sign, letters) = (at + 1, at + 2);
        let is_pair = is_letters(at)
            && is_letters(letters)
            && self.reading.mark(sign) == '&'
            && self.reading.is_glued(sign)
            && self.reading.is_glued(letters)
            && self.scene.pack.full_names;
        let is_written = |at: usize| matches!(self.reading.tokens[at].case, Case::Capital | Case::Mixed);
        let is_part = |&at: &usize| self.is_name_word(at) && is_written(at);
        let end = letters + 1 + (letters + 1..self.sentence.end).take_while(is_part).count();
        let known = self.scene.known(at..self.sentence.end).map_or(0, |known| known.len);
        if !is_pair || end == letters + 1 || at + known >= end || self.page.headlines.holds(end - 1) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::OrganisationWord, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// 'the seafood chain Rockfish': one word that nobody bears and no tagger saw, right behind a noun for companies.
    fn described_firm(&mut self, at: usize) -> Option<usize> {
        let end = at + 1;
        let is_behind = at > self.sentence.start + 1
            && self.reading.tokens[at - 1].case == Case::Lower
            && self.hint_ends_at(at, NameHint::CompanyHead)
            && self.scene.pack.full_names;
        let is_open = is_behind
            && self.is_name_word(at)
            && self.reading.tokens[at].case == Case::Capital
            && self.scene.cues(at).is_empty()
            && self.tagged_len(at) == 0
            && !self.is_name_word(end)
            && !self.scene.is_person_word(at)
            && self.scene.known(at..self.sentence.end).is_none();
        if !is_open {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::OrganisationWord, None);
        Some(end)
    }
}
