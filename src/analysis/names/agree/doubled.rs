//! People with two family names and a hyphen between, wherever both stand without the given name: 'Walt Haddock-Bern ... Haddock-Bern
//! plans'. The tagger passes over them where a sentence begins, and the lists know the half that is a town.

use rustc_hash::FxHashSet;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::model::EntityKind;

/// The tokens of two names and their hyphen.
const PAIR: usize = 3;

/// Finds the people of `candidates` again by their two family names.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let halves = |at: usize| {
        let is_pair = reading.mark(at + 1) == '-'
            && reading.is_glued(at + 1)
            && reading.is_glued(at + 2)
            && reading.is_capitalised(at)
            && reading.is_capitalised(at + 2);
        is_pair.then(|| (reading.folded(at), reading.folded(at + 2)))
    };
    let is_person = |it: &&Candidate| {
        let is_somebody =
            matches!(it.evidence, Evidence::Tagged(EntityKind::Person) | Evidence::Known(_, EntityKind::Person));
        is_somebody && it.tokens.len() > PAIR
    };
    let names: FxHashSet<_> =
        candidates.iter().filter(is_person).filter_map(|it| halves(it.tokens.end - PAIR)).collect();
    if names.is_empty() {
        return candidates;
    }
    let hyphens = scene.passages.iter().flat_map(|passage| passage.clone()).filter(|&at| reading.mark(at) == '-');
    let starts = hyphens.filter_map(|at| at.checked_sub(1));
    let found: Vec<usize> = starts.filter(|&at| halves(at).is_some_and(|pair| names.contains(&pair))).collect();
    let within = |it: &Candidate| {
        let next = found.partition_point(|&at| at + PAIR <= it.tokens.start);
        found.get(next).is_some_and(|&at| at <= it.tokens.start && it.tokens.end <= at + PAIR)
    };
    let covered: FxHashSet<usize> =
        candidates.iter().filter(|it| !within(it)).flat_map(|it| it.tokens.clone()).collect();
    candidates.retain(|it| !within(it) || it.tokens.len() == PAIR);
    let whole = candidates.iter_mut().filter(|it| !it.evidence.is_settled() && within(it));
    whole.for_each(|it| it.evidence = Evidence::Tagged(EntityKind::Person));
    let stands: FxHashSet<usize> = candidates.iter().map(|it| it.tokens.start).collect();
    let missing = found.into_iter().filter(|at| !covered.contains(at) && !stands.contains(at));
    candidates.extend(missing.map(|at| Candidate {
        tokens: at..at + PAIR,
        evidence: Evidence::Tagged(EntityKind::Person),
        title: None,
        bracketed: false,
        opens: false,
    }));
    candidates.sort_by_key(|it| (it.tokens.start, std::cmp::Reverse(it.tokens.end)));
    candidates
}
