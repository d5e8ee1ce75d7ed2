//! What a subject takes with it over the comma before it: a name and what its bearer is, a role and the name of whoever has it, a body and
//! its letters.

use std::ops::Range;

use super::appositions::segment_start;
use super::subjects::trim_front;
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::Turn;
use crate::model::EntityKind;

/// Where the name begins before whose comma somebody is told by what they are, if no second comma closes that: 'Ahmad Yani, Ketua RT 05
/// menuturkan'.
pub(super) fn named_before(page: &Page, comma: usize, role: usize, floor: usize) -> Option<usize> {
    let told = page.is(role, fact::ROLE | fact::TITLE);
    let name = comma.checked_sub(1).and_then(|last| page.name_over(last)).filter(|name| name.tokens.end == comma)?;
    let opens = trim_front(page, floor..name.start).0.is_empty();
    let is_person = name.kind == EntityKind::Person && page.pack.grammar.noun_first;
    (told && opens && is_person).then_some(name.start)
}

/// Where the role begins whose comma stands before the name of whoever has it, if no second comma closes that: 'Kepala SDN 4
/// Penganjuran, Widayati berharap'.
pub(super) fn role_before(page: &Page, comma: usize, name: Range<usize>, floor: usize) -> Option<usize> {
    let whole = |it: &Naming| {
        let mut title = name.start..it.tokens.start;
        let titled = title.all(|at| page.is(at, fact::ROLE | fact::TITLE) || !page.reading.is_word(at));
        it.kind == EntityKind::Person && it.tokens.start >= name.start && it.tokens.end == name.end && titled
    };
    let is_named = page.name_over(name.end - 1).is_some_and(whole);
    let role = trim_front(page, segment_start(page, comma, floor)..comma).0;
    let somebody = page.is(role.start, fact::ROLE | fact::TITLE) || page.turns(role.start, Turn::Person);
    let told = |at: usize| {
        page.is(at, fact::RELATIVE | fact::CUE) && !page.is(at, fact::ROLE | fact::TITLE)
            || page.is_verb(at) && page.name_over(at).is_none()
            || page.name_over(at).is_some_and(|other| other.kind == EntityKind::Person)
    };
    let plain = !role.is_empty() && somebody && !role.clone().any(told);
    (is_named && plain && page.pack.grammar.noun_first).then_some(role.start)
}

/// Where a body's name begins whose letters stand between commas, before the place where it speaks: 'The Nigeria Labour Congress,
/// NLC, in Kano has rejected'.
pub(super) fn body_in_letters(page: &Page, comma: usize, place: usize, floor: usize) -> Option<usize> {
    let letters = comma.checked_sub(2).filter(|&before| {
        page.divides(before) && page.reading.is_lone_capitals(comma - 1) && page.is(place, fact::PLACE_PREPOSITION)
    })?;
    let name = page.name_over(letters.checked_sub(1)?).filter(|name| name.tokens.end == letters)?;
    let start = name.start - usize::from(name.start > floor && page.reading.is_the(name.start - 1));
    (name.kind == EntityKind::Organisation && start >= floor && page.pack.grammar.verbs_inflect).then_some(start)
}
