//! Whom words for a speaker name: a person, a body, a paper.

use std::ops::Range;

use crate::analysis::attribution::frames::nouns::is_possessor;
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::{NameCue, Turn};
use crate::model::EntityKind;

/// The person whom the words name: the last one that is not only somebody's relation or owner, before the comma that an
/// apposition follows ('Fedi Nuril, lawan main Claresta Taufan').
pub(super) fn person<'p>(page: &'p Page, tokens: &Range<usize>) -> Option<&'p Naming> {
    // 'Those bondholders, a group of hedge funds including Elliott and Silver Point'
    let example =
        |&at: &usize| page.pack.cues.connectives.has(page.reading.words[at]) && !page.reading.is_capitalised(at);
    let tokens = &(tokens.start..tokens.clone().skip(1).find(example).unwrap_or(tokens.end));
    let people = page.names_in(tokens.clone()).filter(|name| name.kind == EntityKind::Person);
    let people = people.filter(|name| !is_possessor(page, name.tokens.end) && !is_relation(page, tokens.start, name));
    let mut people = people.peekable();
    let first = people.peek()?;
    // 'Istri Karsim, Tuminah': whose relation it is stands before the comma.
    let is_kin = page.turns(first.tokens.start.wrapping_sub(1), Turn::Relation) && first.tokens.start > tokens.start;
    let comma = first.tokens.end;
    let apposed = page.name_over(comma + 1).filter(|name| {
        is_kin && page.reading.mark(comma) == ',' && name.start == comma + 1 && name.kind == EntityKind::Person
    });
    if let Some(apposed) = apposed.filter(|name| name.tokens.end <= tokens.end) {
        return Some(apposed);
    }
    let first = first.tokens.end;
    let comma = (first..tokens.end).find(|&at| page.reading.mark(at) == ',' && page.divides(at)).unwrap_or(tokens.end);
    people.take_while(|name| name.tokens.start < comma).last()
}

/// Whether the words only say whose relation speaks: 'istri Budi', 'lawyers for Budi'.
fn is_relation(page: &Page, start: usize, name: &Naming) -> bool {
    // 'a lawyer for Mr Combs'
    let addressed =
        page.pack.grammar.verbs_inflect && name.start + 1 == name.tokens.start && is_address(page, name.start);
    let first = if addressed { name.start } else { name.tokens.start };
    let before = first.checked_sub(1).filter(|&at| at >= start);
    before.is_some_and(|at| {
        // A title ends with such a word and begins before it: 'kapten tim Marc Klok'.
        let is_title = name.start < at && !page.turns(name.start, Turn::Relation);
        let of_name = name.start == first || page.is(at, fact::ROLE) || is_kin(page, at);
        page.turns(at, Turn::Relation) && !is_title && of_name && !is_newly_named(page, at, name)
    })
}

fn is_address(page: &Page, at: usize) -> bool {
    page.pack.cues.names.of(page.reading.words[at]).contains(&NameCue::Honorific)
}

/// 'kata istri Joko Susilo': a word for kin, which is no address ('Ibu Ani') and begins no sentence.
fn is_kin(page: &Page, at: usize) -> bool {
    page.is(at, fact::TITLE) && !is_address(page, at) && !page.reading.is_capitalised(at)
}

/// 'kata kuasa hukum Ari Yusuf Amir': whoever is named in full for the first time behind a profession is no client of whom the
/// article told.
fn is_newly_named(page: &Page, at: usize, name: &Naming) -> bool {
    let profession = page.turns(at, Turn::Person) && page.is(at, fact::ROLE);
    let first = || page.names.iter().find(|other| other.entity == name.entity);
    page.pack.grammar.noun_first
        && profession
        && name.tokens.len() > 1
        && first().is_some_and(|first| first.tokens == name.tokens)
}

/// The organisation, outlet or place that speaks, if the words begin with it or hold nothing else of weight.
///
/// Behind a body's name the last word tells whether somebody of it speaks: 'three unnamed ANC officials'.
pub(super) fn organisation<'p>(page: &'p Page, tokens: &Range<usize>) -> Option<&'p Naming> {
    // 'UN officials in Colombo'
    let adjunct =
        |&at: &usize| page.turns(at, Turn::Adjunct) && !page.turns(at, Turn::Of) && page.name_over(at).is_none();
    let end = tokens.clone().skip(1).find(adjunct).filter(|_| page.pack.grammar.verbs_inflect);
    let last = end.unwrap_or(tokens.end) - 1;
    let of_body = page.is(last, fact::ROLE) && page.name_over(last).is_none();
    if of_body && !page.turns(last, Turn::Organisation) {
        return None;
    }
    // 'Ketua IDI Palu' is somebody whose name is not told.
    let heads = page.is(tokens.start, fact::ROLE | fact::TITLE) && page.turns(tokens.start, Turn::Person);
    if heads && page.pack.grammar.noun_first && page.name_over(tokens.start).is_none() {
        return None;
    }
    let first = (tokens.clone()).find(|&at| !page.turns(at, Turn::DefiniteBefore) && !page.is(at, fact::QUANTITY))?;
    // 'A spokeswoman for the developer, Humber Tidal'
    let of_somebody =
        page.is(first, fact::ROLE) && page.turns(first, Turn::Person) && !page.turns(first, Turn::Organisation);
    if of_somebody && page.pack.grammar.verbs_inflect && page.name_over(first).is_none() {
        return None;
    }
    let names = |kind: EntityKind| page.names_in(tokens.clone()).filter(move |name| name.kind == kind);
    // 'the Hamas-run health ministry'
    let joined = |name: &Naming| {
        page.pack.grammar.verbs_inflect
            && page.reading.mark(name.tokens.end) == '-'
            && name.tokens.end + 2 < tokens.end
            && page.reading.is_glued(name.tokens.end)
            && page.is_verb(name.tokens.end + 1)
    };
    let leads = |name: &&Naming| {
        let role_before = (tokens.start..name.tokens.start).any(|at| page.is(at, fact::ROLE | fact::TITLE));
        // 'seorang akademisi di Universitas Renmin'
        let before = name.tokens.start.checked_sub(1).filter(|&at| at > first && page.pack.grammar.noun_first);
        let lies = before.is_some_and(|at| page.is(at, fact::PLACE_PREPOSITION));
        (name.tokens.start <= first + 1 || !role_before)
            && !lies
            && !is_possessor(page, name.tokens.end)
            && !joined(name)
    };
    // 'China, pembeli minyak terbesar Teheran'
    let ends = |at: usize| at == tokens.end || page.reading.mark(at) == ',' && page.divides(at);
    // 'Inggris, Prancis, dan Kanada' are none of the three.
    let other = page.name_over(last).is_some_and(|name| name.kind == EntityKind::Place && name.tokens.start > first);
    let row = other && tokens.clone().any(|at| page.turns(at, Turn::Joint)) && page.pack.grammar.noun_first;
    let place = |name: &&Naming| name.tokens.start == first && ends(name.tokens.end) && !row;
    // 'the company Acme', 'Lembaga HAM yang berbasis di Norwegia, Iran Human Rights (IHR)'
    let closes = |name: &&Naming| {
        !page.is(name.tokens.start, fact::BRACKET) && (name.tokens.end..tokens.end).all(|at| page.is(at, fact::BRACKET))
    };
    let apposed = page.names_in(tokens.clone()).filter(closes).last().filter(|name| {
        let before = name.tokens.start.wrapping_sub(1);
        let is_led = page.turns(before, Turn::Organisation) || page.reading.mark(before) == ',';
        name.kind == EntityKind::Organisation && is_led
    });
    apposed.or_else(|| names(EntityKind::Organisation).find(leads)).or_else(|| names(EntityKind::Place).find(place))
}

/// 'The leaked memorandum', 'hasil otopsi': a noun for a paper among the first words; 'ruling' of 'the ruling People Power Party' is none.
pub(super) fn heads_document(page: &Page, tokens: &Range<usize>) -> bool {
    let limit = tokens.end.min(tokens.start + 4);
    // 'Statistics Canada'
    let is_body = |name: &Naming| name.kind == EntityKind::Organisation && name.tokens == *tokens;
    if page.names_in(tokens.clone()).any(is_body) {
        return false;
    }
    if page.is(tokens.start, fact::DOCUMENT) && !page.is(tokens.start, fact::ROLE) {
        return true;
    }
    let describes = |at: usize| {
        let named = |name: &Naming| name.tokens == (at + 1..tokens.end);
        page.pack.grammar.verbs_inflect && page.names_in(tokens.clone()).any(named)
    };
    // 'A coroner's report', 'court documents'
    let owns =
        |at: usize| is_possessor(page, at + 1) || page.pack.grammar.verbs_inflect && page.is(at + 1, fact::DOCUMENT);
    // 'the Recording Academy'
    let in_capitals = |at: usize| page.reading.is_capitalised(at) && page.reading.is_capitalised(at + 1);
    let is_noun = |at: usize| page.is(at, fact::DOCUMENT | fact::ROLE | fact::TITLE) && !describes(at) && !owns(at);
    // 'the statistics service'
    let plain = |at: usize| {
        let breaks = page.turns(at, Turn::Adjunct) || page.is(at, fact::RELATIVE | fact::TIME) || page.is_verb(at);
        at < tokens.end && page.reading.is_word(at) && !page.reading.is_capitalised(at) && !breaks
    };
    let of_noun = |at: usize| page.pack.grammar.verbs_inflect && plain(at + 1) && at + 2 == tokens.end;
    let is_noun = |at: usize| is_noun(at) && !of_noun(at);
    let is_noun = |at: usize| is_noun(at) && !(page.pack.grammar.verbs_inflect && in_capitals(at) && at > tokens.start);
    let head = (tokens.start..limit).find(|&at| is_noun(at));
    head.is_some_and(|at| !page.is(at, fact::ROLE | fact::TITLE))
}
