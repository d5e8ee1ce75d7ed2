//! Who the words for a speaker mean: a person or organisation of the article, somebody only described, a document.

use std::ops::Range;

use super::bearers::{REACH_OF_ROLE, bearer, titled};
use super::memory::{Known, Memory};
use crate::analysis::attribution::frames::nouns::is_possessor;
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::{NameCue, Turn};
use crate::model::{EntityId, EntityKind, Source, Span};

/// Who speaks, by the words at `tokens`.
pub(crate) fn resolve(page: &Page, tokens: &Range<usize>, memory: &Memory, unit: usize) -> Source {
    let span = page.span(tokens.clone());
    let tokens = &before_relative(page, tokens);
    let entity = |entity: EntityId| Source::Entity { entity, span };
    let known = |known: Option<Known>| match known {
        Some(Known::Entity(entity)) => Source::Entity { entity, span },
        Some(Known::Unnamed(described)) => Source::Unnamed { span, described },
        None => unnamed(span),
    };
    if is_pronoun(page, tokens) {
        let neuter = page.turns(tokens.start, Turn::Neuter);
        let many = page.turns(tokens.start, Turn::Many);
        return known(match (neuter, many) {
            (true, _) => memory.neuter(),
            // 'Pihaknya' is one person's as well.
            (false, true) if page.pack.grammar.noun_first => memory.several(unit).or_else(|| memory.anybody()),
            (false, true) => memory.many(unit),
            (false, false) => memory.person(),
        });
    }
    if are_joined(page, tokens) {
        return unnamed(span);
    }
    // 'His lawyer', 'whose lawyer' is nobody who was named by that.
    let is_owned = (tokens.start.saturating_sub(1)..=tokens.start).any(|at| page.turns(at, Turn::Owner));
    let described = described(page, tokens).filter(|&kind| kind != EntityKind::Person || !is_owned);
    if described == Some(EntityKind::Person) {
        if let Some(bearer) = bearer(page, tokens) {
            return bearer.map_or(unnamed(span), entity);
        }
        if let Some(entity_of_title) = titled(page, tokens) {
            return entity(entity_of_title);
        }
        return memory.described_person(unit).map_or(unnamed(span), entity);
    }
    if let Some(person) = person(page, tokens) {
        return entity(person.entity);
    }
    if is_own_reckoning(page, tokens) {
        return known(memory.person());
    }
    if page.is(tokens.start, fact::DOCUMENT) && !page.is(tokens.start, fact::ROLE) || heads_document(page, tokens) {
        return Source::Document { span };
    }
    if let Some(name) = organisation(page, tokens) {
        return entity(name.entity);
    }
    match described {
        Some(_) => {
            let meant = memory.described_organisation(unit).filter(|&meant| may_be(page, tokens, meant));
            meant.map_or(unnamed(span), entity)
        }
        None => unnamed(span),
    }
}

/// 'Attorneys Rob Turkewitz and Brian Knowles', 'Google dan Meta': two who are named and joined, with which the words end, are none of them
/// alone.
pub(super) fn are_joined(page: &Page, tokens: &Range<usize>) -> bool {
    let acts = |name: &&Naming| matches!(name.kind, EntityKind::Person | EntityKind::Organisation);
    let mut names = page.names_in(tokens.clone()).filter(acts);
    let Some(first) = names.next() else { return false };
    let Some(second) = names.next() else { return false };
    let between = first.tokens.end..second.start;
    let joint = between.clone().last().is_some_and(|at| page.turns(at, Turn::Joint));
    let light = between.into_iter().all(|at| page.turns(at, Turn::Joint) || page.reading.mark(at) == ',');
    joint && light && second.tokens.end == tokens.end && names.next().is_none() && first.entity != second.entity
}

/// 'Menurut hitungannya': what somebody has worked out, in one word that says whose it is.
fn is_own_reckoning(page: &Page, tokens: &Range<usize>) -> bool {
    let text = page.reading.text(tokens.start);
    let owned = page.pack.cues.owned_suffixes.iter().any(|suffix| text.ends_with(suffix.as_str()));
    let somebody =
        [Turn::Person, Turn::Organisation, Turn::Relation].into_iter().any(|turn| page.turns(tokens.start, turn));
    tokens.len() == 1 && owned && !somebody
}

/// Whether a body may be called so: 'the ministry' is none that is named as an office.
pub(super) fn may_be(page: &Page, tokens: &Range<usize>, meant: EntityId) -> bool {
    let before = page.turns(tokens.start, Turn::DefiniteBefore);
    let head = if before { tokens.end - 1 } else { tokens.start };
    // 'the foreign ministry in Dhaka'
    let adjunct = tokens.clone().skip(1).find(|&at| page.turns(at, Turn::Adjunct)).filter(|_| before);
    let head = adjunct.map_or(head, |at| at - 1);
    let is_kind = |at: usize| page.turns(at, Turn::Institution);
    let near = page.names_in(head.saturating_sub(REACH_OF_ROLE)..head).filter(|name| name.entity == meant);
    let names_kind = |at: usize| is_kind(at) || page.turns(at, Turn::Organisation);
    let words: Vec<usize> = near.flat_map(|name| name.tokens.clone()).filter(|&at| names_kind(at)).collect();
    let word = page.reading.folded(head);
    // 'The Sudanese army' is no force that was named before.
    let is_full = || tokens.clone().skip(1).any(|at| at < head && page.reading.is_capitalised(at));
    !is_kind(head) || words.is_empty() && !is_full() || words.iter().any(|&at| page.reading.folded(at) == word)
}

/// The words without the clause that is told of somebody named before it, or of a source that is not: 'Fadli Zon yang hadir
/// dalam acara itu', 'sumber yang mengetahui rencana itu'.
fn before_relative(page: &Page, tokens: &Range<usize>) -> Range<usize> {
    // 'Goldman Sachs analysts led by James Schneider' are none of them he alone.
    let led = |at: usize| page.turns(at + 1, Turn::By) && page.is_verb(at) && at > tokens.start;
    if let Some(led) = tokens.clone().find(|&at| led(at)).filter(|_| page.pack.grammar.verbs_inflect) {
        return tokens.start..led;
    }
    let relative = tokens.clone().find(|&at| page.is(at, fact::RELATIVE)).unwrap_or(tokens.end);
    let is_named = page.names_in(tokens.start..relative).any(|name| name.tokens.end == relative);
    let is_source = relative == tokens.start + 1 && page.turns(tokens.start, Turn::Relation);
    if is_named || is_source { tokens.start..relative } else { tokens.clone() }
}

/// The pronoun within a verb: 'katanya'.
pub(crate) fn within_verb(page: &Page, cue: &Range<usize>, memory: &Memory) -> Source {
    let span = page.span(cue.clone());
    match memory.person() {
        Some(Known::Entity(entity)) => Source::Entity { entity, span },
        Some(Known::Unnamed(described)) => Source::Unnamed { span, described },
        None => unnamed(span),
    }
}

/// Somebody of whom nothing else is known.
fn unnamed(span: Span) -> Source {
    Source::Unnamed { span, described: None }
}

fn is_pronoun(page: &Page, tokens: &Range<usize>) -> bool {
    tokens.clone().all(|at| page.is(at, fact::PRONOUN)) && !tokens.is_empty()
}

/// The person whom the words name: the last one that is not only somebody's relation or owner, before the comma that an
/// apposition follows ('Fedi Nuril, lawan main Claresta Taufan').
fn person<'p>(page: &'p Page, tokens: &Range<usize>) -> Option<&'p Naming> {
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
    let before = name.tokens.start.checked_sub(1).filter(|&at| at >= start);
    before.is_some_and(|at| {
        // A title ends with such a word and begins before it: 'kapten tim Marc Klok'.
        let is_title = name.start < at && !page.turns(name.start, Turn::Relation);
        let of_name = name.start == name.tokens.start || page.is(at, fact::ROLE) || is_kin(page, at);
        page.turns(at, Turn::Relation) && !is_title && of_name && !is_newly_named(page, at, name)
    })
}

/// 'kata istri Joko Susilo': a word for kin, which is no address ('Ibu Ani') and begins no sentence.
fn is_kin(page: &Page, at: usize) -> bool {
    let addresses = page.pack.cues.names.of(page.reading.words[at]).contains(&NameCue::Honorific);
    page.is(at, fact::TITLE) && !addresses && !page.reading.is_capitalised(at)
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
fn organisation<'p>(page: &'p Page, tokens: &Range<usize>) -> Option<&'p Naming> {
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
    let leads = |name: &&Naming| {
        let role_before = (tokens.start..name.tokens.start).any(|at| page.is(at, fact::ROLE | fact::TITLE));
        // 'seorang akademisi di Universitas Renmin'
        let before = name.tokens.start.checked_sub(1).filter(|&at| at > first && page.pack.grammar.noun_first);
        let lies = before.is_some_and(|at| page.is(at, fact::PLACE_PREPOSITION));
        (name.tokens.start <= first + 1 || !role_before) && !lies && !is_possessor(page, name.tokens.end)
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
fn heads_document(page: &Page, tokens: &Range<usize>) -> bool {
    let limit = tokens.end.min(tokens.start + 4);
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

/// What kind of thing a description means that was named before, if it is marked as known: 'the company', 'menteri itu'.
///
/// The head is the last word in English ('the 2010 World Cup winner'), the first one in Indonesian ('pelatih Persib itu').
/// Names within it only describe, unless it is a person's own: 'the judge, Mr Justice Hallam'.
fn described(page: &Page, tokens: &Range<usize>) -> Option<EntityKind> {
    let last = tokens.end - 1;
    // 'Dua sumber yang mengetahui rencana itu' are newly told of.
    // 'Politikus Gerindra ini'
    let this = tokens.len() > 1 && page.turns(last, Turn::Covers) && page.turns(tokens.start, Turn::Person);
    let behind = (page.turns(last, Turn::DefiniteBehind) || this) && !page.is(tokens.start, fact::QUANTITY);
    let before = page.turns(tokens.start, Turn::DefiniteBefore);
    let is_role = page.is(tokens.start, fact::TITLE | fact::ROLE) && page.turns(tokens.start, Turn::Person);
    // 'Korban mengaku' is none of those named before.
    // 'Pelatih Octavian' is named; 'Pelatih Persib' is not.
    let by_name = || page.names_in(tokens.clone()).any(|name| name.kind == EntityKind::Person);
    let bare = tokens.len() <= 2 && is_role && !page.turns(tokens.start, Turn::Newcomer) && !by_name();
    if !behind && !before && !bare {
        return None;
    }
    let head = if before { last } else { tokens.start };
    // 'The department's own survey'
    if before && head > tokens.start && page.is(head, fact::DOCUMENT) && !page.turns(head, Turn::Organisation) {
        return None;
    }
    // 'The authors' are several.
    let text = page.reading.text(head);
    let is_many = before && page.pack.grammar.verbs_inflect && text.ends_with('s') && !text.ends_with("ss");
    if is_many && !page.turns(head, Turn::Organisation) {
        return None;
    }
    let named = page.names_in(tokens.clone()).any(|name| !matches!(name.kind, EntityKind::Place | EntityKind::Other));
    // 'istri Atta Halilintar itu'
    if behind && named && page.turns(head, Turn::Relation) && !page.turns(head, Turn::Organisation) {
        return Some(EntityKind::Person);
    }
    if page.turns(head, Turn::Organisation) && !(before && named) {
        return Some(EntityKind::Organisation);
    }
    if page.turns(head, Turn::Person) && (behind || page.name_over(head).is_none_or(|name| name.tokens.len() == 1)) {
        return Some(EntityKind::Person);
    }
    let noun = tokens.clone().find(|&at| page.turns(at, Turn::Person) || page.turns(at, Turn::Organisation));
    match noun {
        Some(at) if !named && page.turns(at, Turn::Organisation) => Some(EntityKind::Organisation),
        Some(_) if !named => Some(EntityKind::Person),
        None if named || page.is(head, fact::DOCUMENT) => None,
        None if behind || before && tokens.len() == 2 => Some(EntityKind::Person),
        _ => None,
    }
}
