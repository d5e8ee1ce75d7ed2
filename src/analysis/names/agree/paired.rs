//! Two people who are named together with a hyphen between, each in short: 'pertemuan Trump-Putin', 'the Biden–Harris years'. Both
//! must be known, or named apart somewhere in the article.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::model::EntityKind;

/// Parts the pairs among `candidates`.
pub(super) fn settle(scene: &Scene, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let hyphens: Vec<Option<usize>> = candidates.iter().map(|it| hyphen_in(scene, it)).collect();
    if hyphens.iter().all(Option::is_none) {
        return candidates;
    }
    let apart = candidates.iter().zip(&hyphens).filter(|(it, hyphen)| hyphen.is_none() && is_person(it));
    let named: FxHashSet<&str> =
        apart.flat_map(|(it, _)| it.tokens.clone()).map(|at| scene.reading.folded(at)).collect();
    let mut settled = Vec::with_capacity(candidates.len() + 1);
    for (candidate, hyphen) in candidates.iter().zip(&hyphens) {
        match hyphen.and_then(|hyphen| parted(scene, candidate, hyphen, &named)) {
            Some(pair) => settled.extend(pair),
            None => settled.push(candidate.clone()),
        }
    }
    settled
}

/// The one hyphen within a candidate that may be two people.
fn hyphen_in(scene: &Scene, candidate: &Candidate) -> Option<usize> {
    let Range { start, end } = candidate.tokens;
    let is_hyphen = |&at: &usize| {
        matches!(scene.reading.mark(at), '-' | '–') && scene.reading.is_glued(at) && scene.reading.is_glued(at + 1)
    };
    let mut hyphens = (start + 1..end.max(start + 2) - 1).filter(is_hyphen);
    hyphens.next().filter(|_| hyphens.next().is_none() && !matches!(candidate.evidence, Evidence::Known(..)))
}

fn is_person(candidate: &Candidate) -> bool {
    matches!(
        candidate.evidence,
        Evidence::Known(_, EntityKind::Person) | Evidence::Tagged(EntityKind::Person) | Evidence::AfterTitle
    )
}

/// The two people around `hyphen`, without the ordinary words before the first: 'Duel' of 'Duel Anies-Muhaimin'.
fn parted(scene: &Scene, candidate: &Candidate, hyphen: usize, named: &FxHashSet<&str>) -> Option<[Candidate; 2]> {
    let Range { start, end } = candidate.tokens;
    let whole = scene.is_known(start..hyphen, EntityKind::Person);
    let is_plain = |&at: &usize| scene.is_common(at) || scene.pack.cues.event_nouns.has(scene.reading.words[at]);
    let plain = if whole { 0 } else { (start..hyphen - 1).take_while(is_plain).count() };
    let (first, second) = (start + plain..hyphen, hyphen + 1..end);
    let is_somebody = |half: &Range<usize>| {
        let is_named = half.len() == 1 && named.contains(scene.reading.folded(half.start));
        scene.reading.is_capitalised(half.start) && (is_named || scene.is_known(half.clone(), EntityKind::Person))
    };
    let is_pair = is_somebody(&first) && is_somebody(&second);
    let person = |tokens: Range<usize>, title| {
        let known = scene.known(tokens.clone()).filter(|known| known.len == tokens.len());
        let known = known.filter(|known| known.kind == EntityKind::Person).map(|known| known.record);
        let evidence = match known {
            Some(record) => Evidence::Known(record, EntityKind::Person),
            None => Evidence::Tagged(EntityKind::Person),
        };
        Candidate { tokens, evidence, title, bracketed: false, opens: false }
    };
    is_pair.then(|| [person(first, candidate.title.clone()), person(second, None)])
}
