//! Bodies whose names are in another language, with its small words in them ('Fundación Ideas para la Paz'), and clubs by the letters
//! before their town ('MC Oran').

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::NameHint;
use crate::text::token::Case;

/// The most small words that stand beside one another.
const MOST_SMALL: usize = 2;

/// The longest name, in tokens.
const LONGEST: usize = 10;

impl Spotter<'_> {
    /// 'Partido dos Trabalhadores', 'Fundación Ideas para la Paz': a noun for bodies, and a small word of its language further on.
    pub(super) fn foreign_body(&mut self, at: usize) -> Option<usize> {
        let is_head = self.scene.is_hint(at, NameHint::ForeignHead)
            && self.reading.tokens[at].case == Case::Capital
            && self.scene.pack.full_names
            && !self.page.headlines.holds(at);
        if !is_head {
            return None;
        }
        let limit = self.sentence.end.min(at + LONGEST);
        let mut end = at + 1;
        while end < limit {
            let small = (end..limit).take(MOST_SMALL).take_while(|&at| self.is_foreign_joint(at)).count();
            if !self.is_name_word(end + small) {
                break;
            }
            end += small + 1;
        }
        let end = end.min(limit);
        let has_joint = (at..end).any(|at| self.is_foreign_joint(at));
        let longer = self.tagged_len(at).max(self.scene.known(at..self.sentence.end).map_or(0, |known| known.len));
        if !has_joint || longer >= end - at {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::OrganisationWord, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    fn is_foreign_joint(&self, at: usize) -> bool {
        at < self.sentence.end
            && self.reading.tokens[at].case == Case::Lower
            && self.scene.is_hint(at, NameHint::ForeignJoint)
    }

    /// 'MC Oran', 'JS Kabylie', in a report of matches.
    pub(super) fn lettered_club(&mut self, at: usize) -> Option<usize> {
        let is_head = self.page.reports_matches
            && self.reading.tokens[at].case == Case::Upper
            && self.scene.is_hint(at, NameHint::ClubHead)
            && self.is_name_word(at + 1)
            && self.reading.tokens[at + 1].case == Case::Capital
            && self.scene.pack.full_names;
        if !is_head {
            return None;
        }
        let town = self.scene.known(at + 1..self.sentence.end).map_or(1, |known| known.len);
        let end = at + 1 + town.max(self.tagged_len(at + 1));
        let longer = self.tagged_len(at).max(self.scene.known(at..self.sentence.end).map_or(0, |known| known.len));
        if longer >= end - at {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::OrganisationWord, None);
        Some(end)
    }
}
