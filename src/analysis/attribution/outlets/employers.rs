//! Outlets that are known by whose reporter somebody is: 'told TNT's Jackie Redmond'.

use super::hearing::is_told;
use super::{Named, Outlets, is_possessor};
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::Turn;
use crate::model::EntityKind;

/// No name of such an outlet has more words: 'told Morning Ledger's Ana Brandt'.
const LONGEST_NAME: usize = 3;

/// The title of a programme has no more words.
const LONGEST_TITLE: usize = 4;

impl Outlets<'_> {
    /// The name at `at` behind a verb by which somebody is told, whose reporter is named behind it. What a list knows for
    /// something else tells nobody anything: 'told Ukraine's Andriy Sybiha'.
    pub(super) fn employer(&mut self, page: &Page, at: usize, end: usize) -> Option<Named> {
        let capital = |&at: &usize| page.reading.is_capitalised(at) && !page.is(at, fact::ROLE | fact::TITLE);
        let name = at..(at..end.min(at + LONGEST_NAME)).take_while(capital).last()? + 1;
        let person = |at: usize| page.name_over(at).filter(|name| name.tokens.start == at && name.tokens.len() > 1);
        let reporter = person(name.end + 1).is_some_and(|name| name.kind == EntityKind::Person);
        if is_possessor(page, name.end) && is_told(page, at) && has_programme(page, name.end + 1, end) {
            let known = page.name_over(at).is_some_and(|name| self.entities[name.entity].is_listed());
            return (!known).then(|| self.take(page, name));
        }
        // 'per Deadline's Nellie Ashe'
        let word = || page.turns(at, Turn::OutletWord) && page.is(at.wrapping_sub(1), fact::CUE);
        if !reporter || !is_possessor(page, name.end) || !(is_told(page, at) || word()) {
            return None;
        }
        let listed = page
            .name_over(at)
            .is_some_and(|name| self.entities[name.entity].is_listed() || name.kind == EntityKind::Place);
        (!listed).then(|| self.take(page, name))
    }
}

/// Whether a programme is named at `at`: 'Xtra programme', 'Good Morning show'.
fn has_programme(page: &Page, at: usize, end: usize) -> bool {
    let title = (at..end.min(at + LONGEST_TITLE)).take_while(|&at| page.reading.is_capitalised(at)).count();
    let noun = at + title;
    title > 0 && noun < end && page.turns(noun, Turn::OutletTail) && !page.reading.is_capitalised(noun)
}
