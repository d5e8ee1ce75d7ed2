//! People whose first name is a title as well, where they are called by it and the next: 'Raja Juli' of 'Raja Juli Antoni'.

use rustc_hash::FxHashSet;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::lang::NameCue;
use crate::model::EntityKind;

/// A full name of which two words are a short form has at least so many.
const LEAST_WORDS: usize = 3;

/// Gives short names the first word that was taken for a title.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let is_person = |it: &Candidate| {
        matches!(it.evidence, Evidence::Tagged(EntityKind::Person) | Evidence::Known(_, EntityKind::Person))
    };
    let short = |it: &Candidate| {
        let start = it.tokens.start;
        let is_told = is_person(it) && it.tokens.len() >= LEAST_WORDS && scene.is_cue(start, NameCue::Title);
        is_told.then(|| reading.form(&(start..start + 2)))
    };
    let shorts: FxHashSet<&str> = candidates.iter().filter_map(short).collect();
    if shorts.is_empty() {
        return candidates;
    }
    for candidate in candidates.iter_mut().filter(|it| it.tokens.len() == 1 && it.tokens.start > 0) {
        let start = candidate.tokens.start - 1;
        if reading.is_capitalised(start) && shorts.contains(reading.form(&(start..start + 2))) {
            candidate.tokens.start = start;
            candidate.evidence = Evidence::Tagged(EntityKind::Person);
            candidate.title = None;
        }
    }
    candidates
}
