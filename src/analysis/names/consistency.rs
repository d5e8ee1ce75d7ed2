//! Makes the names of an article agree, after each of its sentences was tagged alone.
//!
//! A form that was tagged in several ways takes the kind that most of its mentions have. A capitalised word that was
//! not tagged, yet is elsewhere, or is a part of a person's longer name, is that name; one that is nowhere tagged and has
//! nothing but its capital letter for it is none. Joins nothing: which mentions are one entity is decided later.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::candidate::{Candidate, Evidence};
use super::places;
use super::resolve::initials;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, Pack, Packs, Turn, fold};
use crate::model::EntityKind;

/// How often a form was tagged as a person, an organisation, a place.
type Votes = [u32; KINDS.len()];

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Gives the candidates of one article kinds that agree, and leaves out those that are no names.
pub(crate) fn agree(reading: &Reading, packs: &Packs, pack: &Pack, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let candidates = places::settle(reading, packs, pack, candidates);
    let candidates = without_openers(reading, pack, candidates);
    let mut votes: FxHashMap<Cow<str>, Votes> = FxHashMap::default();
    for candidate in &candidates {
        let told = match candidate.evidence {
            Evidence::Tagged(kind) | Evidence::Reader(kind) => Some(kind),
            Evidence::Known(_, kind) => Some(kind).filter(|&kind| kind == EntityKind::Person),
            Evidence::StandsAsPlace => Some(EntityKind::Place),
            _ => None,
        };
        if let Some(kind) = told {
            vote(&mut votes, form(reading, &candidate.tokens), kind);
            if kind == EntityKind::Person && candidate.tokens.len() > 1 {
                let parts = candidate.tokens.clone().filter(|&at| reading.is_capitalised(at));
                parts.for_each(|at| vote(&mut votes, fold(reading.text(at)), kind));
            }
        }
    }
    let abbreviations = abbreviations(reading, &candidates);
    let agreed = candidates.into_iter().filter_map(|candidate| {
        let is_told = candidate.bracketed
            || is_full_name(reading, pack, &candidate)
            || candidate.evidence == Evidence::Acronym
                && abbreviations.contains(reading.span(candidate.tokens.clone()).of(reading.body));
        let is_weak = is_weak(candidate.evidence) && !is_told;
        let is_open = matches!(candidate.evidence, Evidence::Tagged(_)) || is_weak;
        let elected = || match votes.get(&form(reading, &candidate.tokens)) {
            Some(votes) => elected(votes),
            None => is_made_of_people(reading, pack, &votes, &candidate.tokens).then_some(EntityKind::Person),
        };
        match is_open.then(elected).flatten() {
            Some(kind) => Some(Candidate { evidence: Evidence::Tagged(kind), ..candidate }),
            None => (!is_weak).then_some(candidate),
        }
    });
    agreed.collect()
}

/// The initials of the organisations of several words: 'ALEA', which stands for the 'Alabama Law Enforcement Agency'.
fn abbreviations(reading: &Reading, candidates: &[Candidate]) -> FxHashSet<String> {
    let is_organisation = |candidate: &&Candidate| {
        let kind = match candidate.evidence {
            Evidence::Known(_, kind) | Evidence::Tagged(kind) | Evidence::Reader(kind) => kind,
            Evidence::OrganisationWord => EntityKind::Organisation,
            _ => return false,
        };
        kind == EntityKind::Organisation && candidate.tokens.len() > 1
    };
    candidates.iter().filter(is_organisation).filter_map(|it| initials(reading, &it.tokens)).collect()
}

/// Leaves out the ordinary words that were tagged only where a sentence begins with them: 'Court jails former official'.
fn without_openers(reading: &Reading, pack: &Pack, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let is_lone = |candidate: &Candidate| {
        let word = reading.words[candidate.tokens.start];
        candidate.tokens.len() == 1 && matches!(candidate.evidence, Evidence::Tagged(_)) && pack.is_common(word)
    };
    let inside: FxHashSet<Cow<str>> = candidates
        .iter()
        .filter(|candidate| is_lone(candidate) && !candidate.opens)
        .map(|candidate| form(reading, &candidate.tokens))
        .collect();
    let is_name = |candidate: &Candidate| {
        !candidate.opens || !is_lone(candidate) || inside.contains(&form(reading, &candidate.tokens))
    };
    candidates.retain(is_name);
    candidates
}

/// Whether a preposition of place, or a common noun for places, ends before token `at`.
pub(super) fn stands_as_place(reading: &Reading, pack: &Pack, at: usize) -> bool {
    let is_cue = |cue: &NameCue| matches!(cue, NameCue::PlacePreposition | NameCue::PlaceHead);
    (at.saturating_sub(2)..at).any(|from| pack.cues.names.exact(&reading.words[from..at]).iter().any(is_cue))
}

/// Whether several words behind a title, none of them an ordinary one, make a name whatever the tagger says: 'Wali Kota Ratna
/// Dewanti', but not 'Menteri Perumahan Rakyat itu', which is an office.
fn is_full_name(reading: &Reading, pack: &Pack, candidate: &Candidate) -> bool {
    let is_name = |at: usize| reading.is_capitalised(at) && !pack.is_common(reading.words[at]);
    let next = reading.words.get(candidate.tokens.end).copied();
    let is_office = next.is_some_and(|word| pack.cues.turns.exact(&[word]).contains(&Turn::DefiniteBehind));
    candidate.evidence == Evidence::AfterTitle
        && candidate.tokens.len() > 1
        && candidate.tokens.clone().all(is_name)
        && !is_office
}

/// Evidence that a tagger has seen as well, and has not found enough.
pub(super) fn is_weak(evidence: Evidence) -> bool {
    use Evidence::{Acronym, AfterPreposition, AfterTitle, BesideSpeech, Capitals};
    matches!(evidence, Capitals | AfterPreposition | Acronym | BesideSpeech | AfterTitle)
}

fn vote<'a>(votes: &mut FxHashMap<Cow<'a, str>, Votes>, form: Cow<'a, str>, kind: EntityKind) {
    if let Some(place) = KINDS.iter().position(|&known| known == kind) {
        votes.entry(form).or_default()[place] += 1;
    }
}

/// Whether every one of several words is part of a longer name of somebody ('Ottilie Marchbanks' of 'Ottilie Jane Marchbanks'),
/// or the last of two is what somebody is called elsewhere ('Eberechi Eze', 'Eze').
fn is_made_of_people(
    reading: &Reading,
    pack: &Pack,
    votes: &FxHashMap<Cow<str>, Votes>,
    tokens: &Range<usize>,
) -> bool {
    let is_person = |at: usize| votes.get(&fold(reading.text(at))).and_then(elected) == Some(EntityKind::Person);
    let is_introduced = tokens.len() == 2
        && pack.full_names
        && !pack.is_common(reading.words[tokens.start])
        && is_person(tokens.end - 1);
    tokens.len() > 1 && (is_introduced || tokens.clone().all(is_person))
}

/// The kind with the most votes; of equals the first.
fn elected(votes: &Votes) -> Option<EntityKind> {
    let (place, _) = votes.iter().enumerate().rev().max_by_key(|(_, count)| **count)?;
    Some(KINDS[place])
}

pub(super) fn form<'a>(reading: &Reading<'a>, tokens: &Range<usize>) -> Cow<'a, str> {
    fold(reading.span(tokens.clone()).of(reading.body))
}
