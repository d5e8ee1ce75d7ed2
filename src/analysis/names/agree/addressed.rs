//! People whose only name is that of a place as well, where a form of address stands before it: 'Mbah Sarmi', 'Mrs London'.
//! Where the article tells of the place too, nothing is changed.

use rustc_hash::FxHashSet;

use super::consistency::stands_as_place;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::lang::{Cue, NameCue};
use crate::model::EntityKind;

/// Takes the single words that are addressed as people, and never stand as places, for people.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let may_be = |it: &Candidate| {
        it.tokens.len() == 1
            && matches!(
                it.evidence,
                Evidence::Known(_, EntityKind::Place) | Evidence::Tagged(EntityKind::Place) | Evidence::AfterTitle
            )
    };
    let is_addressed = |it: &Candidate| {
        let start = it.tokens.start;
        start > 0
            && scene.is_cue(start - 1, NameCue::Honorific)
            && !scene.is_cue(start - 1, NameCue::Title)
            && reading.is_capitalised(start - 1)
            && !reading.is_capitalised(it.tokens.end)
    };
    // 'ujar Bima', who is Bima Arya Sugiarto
    let is_person = |it: &&Candidate| {
        it.tokens.len() > 1
            && matches!(it.evidence, Evidence::Known(_, EntityKind::Person) | Evidence::Tagged(EntityKind::Person))
    };
    let firsts: FxHashSet<&str> =
        candidates.iter().filter(is_person).map(|it| reading.folded(it.tokens.start)).collect();
    let is_said = |it: &Candidate| {
        let start = it.tokens.start;
        let says = |cue: &Cue| matches!(cue, Cue::Says(_) | Cue::SaysBehind(_));
        start > 0
            && firsts.contains(reading.folded(start))
            && scene.pack.grammar.noun_first
            && scene.pack.cues.speech.exact(&reading.words[start - 1..start]).iter().any(says)
    };
    let addressed: FxHashSet<&str> = candidates
        .iter()
        .filter(|it| may_be(it) && (is_addressed(it) || is_said(it)))
        .map(|it| reading.form(&it.tokens))
        .collect();
    if addressed.is_empty() {
        return candidates;
    }
    let is_placed = |it: &Candidate| {
        let start = it.tokens.start;
        stands_as_place(scene, start) || start > 0 && scene.is_cue(start - 1, NameCue::PlaceHead)
    };
    let placed: FxHashSet<&str> =
        candidates.iter().filter(|it| may_be(it) && is_placed(it)).map(|it| reading.form(&it.tokens)).collect();
    for candidate in candidates.iter_mut().filter(|it| may_be(it)) {
        let form = reading.form(&candidate.tokens);
        if addressed.contains(form) && !placed.contains(form) {
            candidate.evidence = Evidence::Tagged(EntityKind::Person);
        }
    }
    candidates
}
