//! What whoever made it has before its name, where no quotation marks tell: 'Taylor Swift's The Life of a Showgirl'.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::NameHint;

impl Spotter<'_> {
    /// A title that begins with an article, behind a possessive: nothing else within a sentence is written so.
    pub(super) fn owned_work(&mut self, at: usize) -> Option<usize> {
        let is_owned = at > self.sentence.start + 1
            && self.scene.is_possessive(at - 1)
            && self.reading.is_capitalised(at - 2)
            && self.scene.is_hint(at, NameHint::Article)
            && self.reading.is_capitalised(at)
            && self.scene.pack.full_names
            && !self.page.headlines.holds(at);
        // 'Murdoch's The Times'
        if !is_owned || !self.is_name_word(at + 1) || self.scene.known(at..self.sentence.end).is_some() {
            return None;
        }
        let mut end = self.end_of_title(at);
        // 'A Potter's Book'
        while self.scene.is_possessive(end) && self.is_name_word(end + 1) {
            end = self.end_of_title(end + 1);
        }
        self.title = None;
        self.push(at..end, Evidence::AfterThing, None);
        Some(end)
    }
}
