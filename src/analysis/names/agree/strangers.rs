//! Companies, bands and brands of one unknown word, by what the article does not do: it introduces nobody who is called so.

use rustc_hash::{FxHashMap, FxHashSet};

use super::companies::Judge;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::lang::NameHint;
use crate::model::EntityKind;
use crate::text::token::Case;

/// How often a word must be named before it is missed that nobody was introduced by it.
const LEAST_NAMED: usize = 2;

/// Where news introduces people by their full names, takes single words that were tagged as people for companies: those that
/// nobody is known to bear, that are named again and again and never speak. Bands and brands are so tagged: 'Lankum'.
pub(super) fn without_strangers(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let judge = Judge { scene: *scene, reading };
    let introduced: FxHashSet<&str> = candidates
        .iter()
        .filter(|it| judge.is_introduced(it))
        .flat_map(|it| it.tokens.clone().map(|at| reading.form(&(at..at + 1))))
        .collect();
    let mut named: FxHashMap<&str, usize> = FxHashMap::default();
    for candidate in candidates.iter().filter(|it| it.tokens.len() == 1) {
        *named.entry(judge.form(candidate)).or_default() += 1;
    }
    for candidate in candidates.iter_mut().filter(|it| judge.is_stranger(it)) {
        let form = judge.form(candidate);
        if named.get(&form).is_some_and(|&times| times >= LEAST_NAMED) && !introduced.contains(&form) {
            candidate.evidence = Evidence::Tagged(EntityKind::Organisation);
        }
    }
    candidates
}

impl Judge<'_> {
    /// A single word that the tagger took for somebody of whom nothing else is known.
    fn is_stranger(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        candidate.evidence == Evidence::Tagged(EntityKind::Person)
            && candidate.tokens.len() == 1
            && !self.scene.is_person_word(start)
            && self.reading.tokens[start].case != Case::Upper
    }

    /// Whether the words around a name are those of a person, or it is the full name of one.
    fn is_introduced(&self, candidate: &Candidate) -> bool {
        let end = candidate.tokens.end;
        let is_told_of = self.reading.mark(end) == ','
            && (self.is_hint(end + 1, NameHint::PersonPronoun) || self.reading.is_number(end + 1));
        let is_person = matches!(
            candidate.evidence,
            Evidence::Tagged(EntityKind::Person) | Evidence::Known(_, EntityKind::Person) | Evidence::AfterTitle
        );
        candidate.title.is_some() || is_told_of || is_person && candidate.tokens.len() > 1
    }
}
