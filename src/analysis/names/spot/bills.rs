//! Bills, resolutions, orders and questions put to voters, by their numbers and letters: 'Bill C-5', 'Proposition 50', 'SB 4', 'House
//! Bill 2', 'Republic Act No. 12079'.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::NameHint;

impl Spotter<'_> {
    /// A bill whose word, or the house before it, stands at `at`.
    pub(super) fn bill(&mut self, at: usize) -> Option<usize> {
        let has_house = self.scene.is_hint(at, NameHint::Chamber);
        let head = at + usize::from(has_house);
        let longest = if self.scene.is_hint_of(head..head + 2, NameHint::BillHead) { 2 } else { 1 };
        if !self.scene.is_hint_of(head..head + longest, NameHint::BillHead) || !self.reading.is_capitalised(head) {
            return None;
        }
        let number = self.behind_abbreviated_number(head + longest);
        let is_figure = |at: usize| at < self.sentence.end && self.reading.is_number(at) && !self.is_time(at);
        let is_letter = self.reading.text(number).len() == 1 && self.reading.is_capitalised(number);
        let is_lettered = is_letter
            && self.reading.mark(number + 1) == '-'
            && self.reading.is_glued(number + 1)
            && self.reading.is_glued(number + 2)
            && is_figure(number + 2);
        let end = match () {
            () if is_lettered => number + 3,
            () if is_figure(number) && self.reading.text(number).bytes().all(|byte| byte.is_ascii_digit()) => {
                number + 1
            }
            () => return None,
        };
        self.title = None;
        self.push(at..end, Evidence::EventWord, None);
        Some(end)
    }

    /// Behind the 'No.' before a number.
    fn behind_abbreviated_number(&self, at: usize) -> usize {
        let is_cut = self.reading.text(at) == "No" && self.reading.mark(at + 1) == '.';
        if is_cut { at + 2 } else { at }
    }
}
