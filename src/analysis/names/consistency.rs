//! Makes the names of an article agree, after each of its sentences was tagged alone.
//!
//! A form that was tagged in several ways takes the kind that most of its mentions have. A capitalised word that was
//! not tagged, yet is elsewhere, or is a part of a person's longer name, is that name; one that is nowhere tagged and has
//! nothing but its capital letter for it is none. Joins nothing: which mentions are one entity is decided later.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::spot::{Candidate, Evidence};
use crate::analysis::reading::Reading;
use crate::lang::fold;
use crate::model::EntityKind;

/// How often a form was tagged as a person, an organisation, a place.
type Votes = [u32; KINDS.len()];

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Gives the candidates of one article kinds that agree, and leaves out those that are no names.
pub(crate) fn agree(reading: &Reading, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut votes: FxHashMap<Cow<str>, Votes> = FxHashMap::default();
    for candidate in &candidates {
        if let Evidence::Tagged(kind) = candidate.evidence {
            vote(&mut votes, form(reading, &candidate.tokens), kind);
            if kind == EntityKind::Person && candidate.tokens.len() > 1 {
                let parts = candidate.tokens.clone().filter(|&at| reading.is_capitalised(at));
                parts.for_each(|at| vote(&mut votes, fold(reading.text(at)), kind));
            }
        }
    }
    let agreed = candidates.into_iter().filter_map(|candidate| {
        let is_weak = is_weak(candidate.evidence) && !candidate.bracketed;
        let is_open = matches!(candidate.evidence, Evidence::Tagged(_)) || is_weak;
        let elected = || elected(votes.get(&form(reading, &candidate.tokens))?);
        match is_open.then(elected).flatten() {
            Some(kind) => Some(Candidate { evidence: Evidence::Tagged(kind), ..candidate }),
            None => (!is_weak).then_some(candidate),
        }
    });
    agreed.collect()
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

/// The kind with the most votes; of equals the first.
fn elected(votes: &Votes) -> Option<EntityKind> {
    let (place, _) = votes.iter().enumerate().rev().max_by_key(|(_, count)| **count)?;
    Some(KINDS[place])
}

fn form<'a>(reading: &Reading<'a>, tokens: &Range<usize>) -> Cow<'a, str> {
    fold(reading.span(tokens.clone()).of(reading.body))
}
