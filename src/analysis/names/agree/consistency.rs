//! Makes the names of an article agree, after each of its sentences was tagged alone.
//!
//! A form that was tagged in several ways takes the kind that most of its mentions have. A capitalised word that was
//! not tagged, yet is elsewhere, or is a part of a person's longer name, is that name; one that is nowhere tagged and has
//! nothing but its capital letter for it is none.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::letters::{abbreviations, is_introduced, listed_letters, with_own_letters};
use super::openers::{with_first_words, without_openers};
use super::places;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::kind::is_half;
use crate::analysis::names::scene::Scene;
use crate::lang::{NameCue, NameHint, Turn};
use crate::model::EntityKind;

/// How often a form was tagged as a person, an organisation, a place.
type Votes = [u32; KINDS.len()];

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Gives the candidates of one article kinds that agree, and leaves out those that are no names.
pub(crate) fn agree(scene: &Scene, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let candidates = listed_places(scene, places::settle(scene, candidates));
    let candidates = with_own_letters(scene, without_openers(scene, with_first_words(scene, candidates)));
    let mut votes: FxHashMap<&str, Votes> = FxHashMap::default();
    for candidate in &candidates {
        let told = match candidate.evidence {
            Evidence::Tagged(kind) | Evidence::Reader(kind) => Some(kind),
            Evidence::Known(_, kind) if candidate.tokens.len() == 2 => {
                Some(kind).filter(|&kind| matches!(kind, EntityKind::Person | EntityKind::Place))
            }
            Evidence::Known(_, kind) => Some(kind).filter(|&kind| kind == EntityKind::Person),
            Evidence::AfterPlaceHead => Some(EntityKind::Place),
            Evidence::StandsAsPlace => Some(EntityKind::Place),
            _ => None,
        };
        if let Some(kind) = told {
            vote(&mut votes, reading.form(&candidate.tokens), kind);
            // 'Cuyahoga' of 'Cuyahoga County'
            if kind == EntityKind::Place
                && candidate.tokens.len() == 2
                && scene.is_hint(candidate.tokens.end - 1, NameHint::County)
            {
                vote(&mut votes, reading.folded(candidate.tokens.start), kind);
            }
            if kind == EntityKind::Person && candidate.tokens.len() > 1 {
                // 'd'Annibale' ends a name with a small letter.
                let is_written = |at: usize| reading.is_capitalised(at) || at + 1 == candidate.tokens.end;
                let is_part = |&at: &usize| is_written(at) && !is_passing(scene, at) && !is_half(reading, at);
                let parts = candidate.tokens.clone().filter(is_part);
                parts.for_each(|at| vote(&mut votes, reading.folded(at), kind));
            }
        }
    }
    let mut abbreviations = abbreviations(scene, &candidates);
    // 'PT Mantimin Coal Mining (MCM)': what a bracket explains is known wherever it stands.
    let written = |it: &Candidate| reading.span(it.tokens.clone()).of(reading.body);
    let explained = candidates.windows(2).filter(|pair| {
        let (name, letters) = (&pair[0], &pair[1]);
        letters.bracketed
            && letters.tokens.len() == 1
            && name.tokens.end + 1 == letters.tokens.start
            && name.evidence.is_body()
    });
    abbreviations.extend(explained.map(|pair| written(&pair[1]).to_owned()));
    let listed = listed_letters(scene, &candidates);
    // Where words that are no name end, so that letters in brackets behind them are none: 'Bahan Bakar Minyak (BBM)'.
    let mut passed_over = None;
    let agreed = candidates.into_iter().filter_map(|candidate| {
        let Range { start, end } = candidate.tokens;
        let explains_words = start.checked_sub(1).is_some_and(|bracket| passed_over == Some(bracket));
        let is_told = candidate.bracketed && !explains_words
            || candidate.evidence == Evidence::Acronym && listed.contains(scene.reading.text(candidate.tokens.start))
            || is_introduced(scene, &candidate)
            || is_full_name(scene, &candidate)
            || candidate.evidence == Evidence::Acronym
                && abbreviations.contains(reading.span(candidate.tokens.clone()).of(reading.body));
        let is_weak = is_weak(candidate.evidence) && !is_told;
        let is_open = matches!(candidate.evidence, Evidence::Tagged(_)) || is_weak;
        let elected = || match votes.get(&reading.form(&candidate.tokens)) {
            Some(_) if is_somebody(scene, &votes, &candidate) => Some(EntityKind::Person),
            Some(votes) => outvoted(votes, candidate.evidence),
            None => is_made_of_people(scene, &votes, &candidate.tokens).then_some(EntityKind::Person),
        };
        let kept = match is_open.then(elected).flatten() {
            Some(kind) => Some(Candidate { evidence: Evidence::Tagged(kind), ..candidate }),
            None => (!is_weak).then_some(candidate),
        };
        passed_over = kept.is_none().then_some(end);
        kept
    });
    agreed.collect()
}

/// Names that stand in one list are of one kind: whoever stands behind places without a title, and is no known name of people,
/// is a place too ('Kecamatan Sitahuis, Tukka, Lumut, dan Kolang').
fn listed_places(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let is_joint =
        |at: usize| reading.mark(at) == ',' || scene.is_cue(at, NameCue::And) || scene.is_hint(at, NameHint::ListJoint);
    let is_place = |candidate: &Candidate| {
        matches!(
            candidate.evidence,
            Evidence::Known(_, EntityKind::Place) | Evidence::Tagged(EntityKind::Place) | Evidence::AfterPlaceHead
        )
    };
    let is_person = |it: &Candidate| {
        matches!(
            it.evidence,
            Evidence::Tagged(EntityKind::Person) | Evidence::Known(_, EntityKind::Person) | Evidence::AfterTitle
        )
    };
    for index in 0..candidates.len() {
        let here = &candidates[index];
        let is_open = here.evidence == Evidence::Tagged(EntityKind::Person) || is_weak(here.evidence);
        let follows = candidates.get(index + 1).is_some_and(|next| {
            next.tokens.start == here.tokens.end + 1 && reading.mark(here.tokens.end) == ',' && is_place(next)
        });
        let is_dweller = here.tokens.start > 0 && scene.is_hint(here.tokens.start - 1, NameHint::Resident);
        let is_borne = here.tokens.clone().any(|at| scene.is_person_word(at));
        // 'Wayan Sudarsana, warga Bumi Dipasena Abadi, kehilangan': whoever lives there was just named.
        let is_told = || {
            let comma = here.tokens.start.wrapping_sub(2);
            let ends = matches!(reading.mark(here.tokens.end), ',' | '.');
            let is_named = |it: &Candidate| it.tokens.end == comma && is_person(it);
            ends && reading.mark(comma) == ',' && index > 0 && is_named(&candidates[index - 1])
        };
        // 'warga Bence, Kecamatan Garum'
        if is_open && is_dweller && (follows && !is_borne || is_told()) {
            candidates[index].evidence = Evidence::Tagged(EntityKind::Place);
            candidates[index].title = None;
        }
    }
    let mut places = 0;
    for index in 1..candidates.len() {
        let (before, here) = (&candidates[index - 1], &candidates[index]);
        let between = before.tokens.end..here.tokens.start;
        let is_listed = (1..=2).contains(&between.len()) && between.clone().all(is_joint);
        places = if is_place(before) && (places == 0 || is_listed) { places + 1 } else { 0 };
        let is_last = candidates.get(index + 1).is_none_or(|next| {
            let gap = here.tokens.end..next.tokens.start;
            gap.is_empty() || gap.len() > 2 || !gap.into_iter().all(is_joint)
        });
        let is_open = here.evidence == Evidence::Tagged(EntityKind::Person) || is_weak(here.evidence);
        let is_borne = here.tokens.clone().any(|at| scene.is_person_word(at));
        let is_word = scene.is_common(here.tokens.start);
        // A full name is somebody's where the place before it is only taken for one.
        let is_full = here.tokens.len() > 1 && before.evidence == Evidence::Tagged(EntityKind::Place);
        if is_listed
            && places > 0
            && is_open
            && !is_borne
            && !is_word
            && here.title.is_none()
            && !here.bracketed
            && !is_full
        {
            // Two are a list where 'dan' joins them, more are one by commas.
            let is_pair =
                between.len() == 1 && reading.mark(between.start) != ',' && candidates[index].tokens.len() == 1;
            let is_list = places > 1 || is_pair || !is_last;
            if is_list {
                candidates[index].evidence = Evidence::Tagged(EntityKind::Place);
            }
        }
    }
    candidates
}

/// Whether a preposition of place, or a common noun for places, ends before token `at`.
pub(super) fn stands_as_place(scene: &Scene, at: usize) -> bool {
    let is_cue = |cue: &NameCue| matches!(cue, NameCue::PlacePreposition | NameCue::PlaceHead);
    (at.saturating_sub(2)..at).any(|from| scene.cues_of(from..at).iter().any(is_cue))
}

/// Whether words behind a title, none of them an ordinary one, make a name whatever the tagger says: 'Wali Kota Ratna
/// Dewanti', but not 'Menteri Perumahan Rakyat itu', which is an office.
fn is_full_name(scene: &Scene, candidate: &Candidate) -> bool {
    let reading = scene.reading;
    // 'Founders Priya May': behind a given name an ordinary word is a family name.
    let is_behind_given = |at: usize| {
        at > candidate.tokens.start && scene.pack.full_names && scene.is_given_name(at - 1) && !scene.is_common(at - 1)
    };
    let is_name = |at: usize| {
        let is_word = (scene.is_common(at) || is_passing(scene, at)) && !is_behind_given(at)
            || scene.pack.is_made_noun(reading.text(at));
        reading.is_capitalised(at) && !is_word
    };
    let next = reading.words.get(candidate.tokens.end).copied();
    let is_office = next.is_some_and(|word| scene.pack.cues.turns.of(word).contains(&Turn::DefiniteBehind));
    let is_long = candidate.tokens.len() > 1 || reading.text(candidate.tokens.start).len() > SHORT_NAME_BYTES;
    // 'Indah Putri Indriani', whose first name is an ordinary word too.
    let is_borne = candidate.tokens.len() > 2 && scene.is_full_name(candidate.tokens.clone());
    let are_names = is_borne || candidate.tokens.clone().all(is_name);
    candidate.evidence == Evidence::AfterTitle && is_long && are_names && !is_office
}

/// Whether the token at `at` names nobody by itself, wherever it stands: a letter, or an ordinary word that nobody is called by.
fn is_passing(scene: &Scene, at: usize) -> bool {
    let reading = scene.reading;
    let is_word = || scene.pack.is_ordinary(reading.words[at]) || scene.is_hint(at, NameHint::Site);
    reading.text(at).len() == 1 || is_word() && !scene.is_person_word(at)
}

/// A single word of no more letters behind a title is no name for sure.
const SHORT_NAME_BYTES: usize = 5;

/// Evidence that a tagger has seen as well, and has not found enough.
pub(crate) fn is_weak(evidence: Evidence) -> bool {
    use Evidence::{Acronym, AfterPreposition, AfterTitle, BesideSpeech, Capitals};
    matches!(evidence, Capitals | AfterPreposition | Acronym | BesideSpeech | AfterTitle)
}

fn vote<'a>(votes: &mut FxHashMap<&'a str, Votes>, form: &'a str, kind: EntityKind) {
    if let Some(place) = KINDS.iter().position(|&known| known == kind) {
        votes.entry(form).or_default()[place] += 1;
    }
}

/// Whether every one of several words is part of a longer name of somebody ('Ottilie Marchbanks' of 'Ottilie Jane Marchbanks'),
/// or the last of two is what somebody is called elsewhere ('Eberechi Eze', 'Eze').
fn is_made_of_people(scene: &Scene, votes: &FxHashMap<&str, Votes>, tokens: &Range<usize>) -> bool {
    let reading = scene.reading;
    let is_person = |at: usize| votes.get(&reading.folded(at)).and_then(elected) == Some(EntityKind::Person);
    let is_introduced =
        tokens.len() == 2 && scene.pack.full_names && !scene.is_common(tokens.start) && is_person(tokens.end - 1);
    tokens.len() > 1 && (is_introduced || tokens.clone().all(is_person))
}

/// Whether what was tagged as a place is the full name of somebody who is called by its last word elsewhere: 'Kennedy Agyapong'
/// beside 'Mr Agyapong'.
fn is_somebody(scene: &Scene, votes: &FxHashMap<&str, Votes>, candidate: &Candidate) -> bool {
    let Range { start, end } = candidate.tokens;
    candidate.evidence == Evidence::Tagged(EntityKind::Place)
        && end - start == 2
        && (scene.is_borne(start) || !scene.is_common(start) && !begins_place(scene, start))
        && votes.get(&scene.reading.folded(end - 1)).and_then(elected) == Some(EntityKind::Person)
}

/// Whether the names of places begin so: 'Lake', 'New', 'Port'.
fn begins_place(scene: &Scene, at: usize) -> bool {
    scene.is_cue(at, NameCue::PlaceHead) || scene.is_hint(at, NameHint::PlaceStart)
}

/// The kind that a form is by its votes, unless these are nearly as many for what it was tagged as here.
fn outvoted(votes: &Votes, evidence: Evidence) -> Option<EntityKind> {
    let count = |kind| KINDS.iter().position(|&known| known == kind).map_or(0, |place| votes[place]);
    let kind = elected(votes)?;
    match evidence {
        Evidence::Tagged(told) if count(kind) < CLEAR_MAJORITY * count(told) => Some(told),
        _ => Some(kind),
    }
}

/// So many times as many votes overrule what a mention was tagged as.
const CLEAR_MAJORITY: u32 = 2;

/// The kind with the most votes; of equals the first.
fn elected(votes: &Votes) -> Option<EntityKind> {
    let (place, _) = votes.iter().enumerate().rev().max_by_key(|(_, count)| **count)?;
    Some(KINDS[place])
}
