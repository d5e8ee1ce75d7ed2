//! Bills, resolutions and questions put to voters, by their numbers and letters: 'Bill C-5', 'Proposition 50', 'SB 4', 'House Bill 2'.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::NameHint;

impl Spotter<'_> {
    /// A bill whose word, or the house before it, stands at `at`.
    pub(super) fn bill(&mut self, at: usize) -> Option<usize> {
        let has_house = self.scene.is_hint(at, NameHint::Chamber);
        let head = at + usize::from(has_house);
        if !self.scene.is_hint(head, NameHint::BillHead) || !self.reading.is_capitalised(head) {
            return None;
        }
        let number = head + 1;
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
}
