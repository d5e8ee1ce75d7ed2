//! Who the words for a speaker mean: a person or organisation of the article, somebody only described, a document.

use std::ops::Range;

use super::bearers::{REACH_OF_ROLE, bearer, titled};
use super::memory::{Known, Memory};
use super::named::{heads_document, organisation, person};
use crate::analysis::attribution::frames::nouns::{is_plural, speaks};
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::Turn;
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
    // 'jaksa' behind 'Jaksa Greafik Loserte'
    if page.turns(tokens.start, Turn::Newcomer)
        && let Some(Some(named)) = bearer(page, tokens)
    {
        return entity(named);
    }
    if is_own_reckoning(page, tokens) {
        return known(memory.person());
    }
    if heads_document(page, tokens) {
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
    if before && is_plural(page, head) && !page.turns(head, Turn::Organisation) {
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
    // 'The Irishman', but not 'the suit', 'the Vatican'
    let place = |head: usize| page.name_over(head).is_some_and(|name| name.kind == EntityKind::Place);
    let may_speak = |head: usize| !place(head) && (page.reading.is_capitalised(head) || speaks(page, tokens));
    match noun {
        Some(at) if !named && page.turns(at, Turn::Organisation) => Some(EntityKind::Organisation),
        Some(_) if !named => Some(EntityKind::Person),
        None if named || page.is(head, fact::DOCUMENT) => None,
        None if behind || before && tokens.len() == 2 && may_speak(head) => Some(EntityKind::Person),
        _ => None,
    }
}
