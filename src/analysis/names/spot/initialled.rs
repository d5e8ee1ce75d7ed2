//! People by two letters before their family name, written without full stops: 'DK Shivakumar', 'CJ Stroud'.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::NameHint;
use crate::model::EntityKind;
use crate::text::token::Case;

impl Spotter<'_> {
    /// Two letters that stand for nothing known, and a word behind them that no list has as another name.
    pub(super) fn initialled(&mut self, at: usize) -> Option<usize> {
        let (family, end) = (at + 1, at + 2);
        let is_letters = self.reading.tokens[at].case == Case::Upper
            && self.reading.text(at).len() == 2
            && self.scene.cues(at).is_empty()
            && !self.scene.is_any_hint(at, &[NameHint::Rank, NameHint::Style, NameHint::Postnominal])
            && self.scene.known(at..self.sentence.end).is_none()
            && self.tagged_len(at) == 0
            && !self.reading.is_roman_numeral(at);
        let is_before_name = end <= self.sentence.end
            && family < self.sentence.end
            && self.is_name_word(family)
            && self.reading.tokens[family].case == Case::Capital
            && !self.scene.is_common(family)
            && self.scene.cues(family).is_empty()
            && self.scene.known(family..self.sentence.end).is_none();
        let is_whole = end >= self.sentence.end || !self.reading.is_capitalised(end) && !self.reading.is_number(end);
        let is_free = self.scene.pack.full_names && !self.page.reports_matches && !self.page.headlines.holds(at);
        if !(is_letters && is_before_name && is_whole && is_free && self.tagged_len(family) <= 1) {
            return None;
        }
        let title = self.title.take().filter(|title| title.end == at);
        self.push(at..end, Evidence::Tagged(EntityKind::Person), title);
        Some(end)
    }
}
