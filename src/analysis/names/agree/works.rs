//! The titles of works wherever they stand in an article, once quotation marks or a noun for works told them: 'film "Pangku" ...
//! Pangku tayang mulai November', 'Rangga dan Cinta' for what would be two people.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::lang::NameHint;
use crate::model::EntityKind;

/// Gives the other mentions of titles that were told the same evidence.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut told: FxHashMap<&str, Vec<Range<usize>>> = FxHashMap::default();
    // Each title once, however often it is told.
    let mut forms: FxHashSet<&str> = FxHashSet::default();
    let titles = candidates.iter().filter(|it| is_told(scene, it));
    for candidate in titles.filter(|it| forms.insert(scene.reading.form(&it.tokens))) {
        told.entry(scene.reading.text(candidate.tokens.start)).or_default().push(candidate.tokens.clone());
    }
    if told.is_empty() {
        return candidates;
    }
    let mut others = Vec::new();
    for passage in scene.passages {
        for at in passage.clone().filter(|&at| scene.reading.is_capitalised(at)) {
            let alike = told.get(scene.reading.text(at)).into_iter().flatten();
            let found = alike.filter_map(|title| again(scene, title, at, passage)).max_by_key(|found| found.len());
            others.extend(found.filter(|found| is_free(&candidates, found)));
        }
    }
    // They are in the order of the text.
    let holds = |at: usize| {
        let first = others.partition_point(|other: &Range<usize>| other.end <= at);
        others.get(first).is_some_and(|other| other.contains(&at))
    };
    candidates.retain(|it| !holds(it.tokens.start));
    candidates.extend(others.into_iter().map(|tokens| Candidate {
        tokens,
        evidence: Evidence::EventWord,
        title: None,
        bracketed: false,
        opens: false,
    }));
    candidates.sort_by_key(|candidate| (candidate.tokens.start, std::cmp::Reverse(candidate.tokens.end)));
    candidates
}

/// Whether quotation marks, or a noun for works, stand before what was taken for a thing.
fn is_told(scene: &Scene, candidate: &Candidate) -> bool {
    let Some(before) = candidate.tokens.start.checked_sub(1) else { return false };
    let is_thing = matches!(candidate.evidence, Evidence::EventWord | Evidence::AfterThing);
    let is_quoted = matches!(scene.reading.mark(before), '"' | '“' | '‘' | '\'');
    is_thing && (is_quoted || scene.is_hint(before, NameHint::WorkNoun))
}

/// The words of `title` at `at`, whole and written alike; an ordinary word only within a sentence.
fn again(scene: &Scene, title: &Range<usize>, at: usize, passage: &Range<usize>) -> Option<Range<usize>> {
    let reading = scene.reading;
    let found = at..at + title.len();
    if at == title.start || found.end > passage.end {
        return None;
    }
    let is_alike = title.clone().zip(found.clone()).all(|(one, other)| reading.text(one) == reading.text(other));
    let is_name = |at: usize| reading.is_capitalised(at) && reading.is_word(at);
    let goes_on = is_name(found.end) || at > passage.start && is_name(at - 1);
    let is_word = title.len() == 1 && scene.is_common(at) && (at == passage.start || !reading.is_word(at - 1));
    (is_alike && !goes_on && !is_word).then_some(found)
}

/// Whether nothing is known to be another name there, and no longer one was spotted.
fn is_free(candidates: &[Candidate], found: &Range<usize>) -> bool {
    let from = candidates.partition_point(|it| it.tokens.end <= found.start);
    candidates[from..].iter().take_while(|it| it.tokens.start < found.end).all(|it| {
        let is_settled = matches!(it.evidence, Evidence::Reader(_) | Evidence::Known(_, EntityKind::Person));
        let is_other = is_settled && found.len() == 1 || matches!(it.evidence, Evidence::EventWord);
        it.title.is_none() && !is_other && found.start <= it.tokens.start && it.tokens.end <= found.end
    })
}
