//! Letters that are a body's in one article and a tax's in the other: 'sidang PBB', 'tunggakan PBB'.

use super::Spotter;
use crate::lang::NameHint;
use crate::text::token::Case;

impl Spotter<'_> {
    /// Behind the letters of a tax, with those of its kind ('PBB-P2'): a word for taxes stands beside them somewhere in the article,
    /// which speaks of the body never.
    pub(super) fn levy(&self, at: usize) -> Option<usize> {
        if self.reading.tokens[at].case != Case::Upper || !self.scene.is_hint(at, NameHint::Levy) {
            return None;
        }
        let word = self.reading.words[at];
        let is_told = |it: &usize| self.reading.words[*it] == word && self.is_beside_tax(*it);
        let kind = at + 2;
        let has_kind = self.reading.mark(at + 1) == '-' && self.scene.is_hint(kind, NameHint::LevyBehind);
        (0..self.reading.words.len()).any(|it| is_told(&it)).then_some(if has_kind { kind + 1 } else { at + 1 })
    }

    fn is_beside_tax(&self, at: usize) -> bool {
        let before = at > 0 && self.scene.is_hint(at - 1, NameHint::LevyBefore);
        let behind = if self.reading.mark(at + 1) == '-' { at + 2 } else { at + 1 };
        before || self.scene.is_hint(behind, NameHint::LevyBehind)
    }
}
