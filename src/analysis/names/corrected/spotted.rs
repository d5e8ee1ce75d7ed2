//! Candidates as the reader corrected them, before anything is made of them.

use std::ops::Range;

use super::{Added, Said};
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::analysis::reading::Reading;
use crate::model::{EntityKind, Mention};

/// A name in capitals of so many letters or fewer is an abbreviation, which counts only as it is written; the gazetteer
/// has the same rule.
const ABBREVIATION_LETTERS: usize = 5;

/// The candidates in `passages` without those that are no names, and with those that were added.
///
/// An added name takes the place of whatever lies in it or across its border; within a longer name it is one of its own.
pub(crate) fn spot(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let Scene { reading, said, .. } = *scene;
    if said.verdicts.is_empty() {
        return candidates;
    }
    candidates.retain(|candidate| !said.is_no_name(reading.span(candidate.tokens.clone()).of(reading.body)));
    let mut added: Vec<Candidate> = Vec::new();
    for passage in scene.passages {
        added_in(reading, said, passage.clone(), &mut added);
    }
    candidates.retain_mut(|candidate| match added_over(&mut added, &candidate.tokens) {
        None => true,
        Some(added) => {
            // The title before a person's name stays, whoever found the name.
            let same_start = candidate.tokens.start == added.tokens.start;
            added.title = candidate.title.take().filter(|_| same_start).or(added.title.take());
            false
        }
    });
    candidates.append(&mut added);
    candidates
}

/// The added names in one passage, in order; they do not overlap.
fn added_in(reading: &Reading, said: &Said, passage: Range<usize>, out: &mut Vec<Candidate>) {
    let mut at = passage.start;
    while at < passage.end {
        let Some((len, kind)) = added_at(reading, said, at..passage.end) else {
            at += 1;
            continue;
        };
        let opens = at == passage.start;
        let evidence = Evidence::Reader(kind);
        out.push(Candidate { tokens: at..at + len, evidence, title: None, bracketed: false, opens });
        at += len;
    }
}

/// The longest added name that begins at the first of `tokens`, and its kind.
fn added_at(reading: &Reading, said: &Said, tokens: Range<usize>) -> Option<(usize, EntityKind)> {
    let known = said.added.get(reading.folded(tokens.start))?;
    let fitting = known.iter().filter(|added| fits(reading, added, tokens.clone()));
    fitting.map(|added| (added.words.len(), added.kind)).max_by_key(|&(len, _)| len)
}

/// Whether the words stand at the first of `tokens`, with a capital letter where they were written with one: who added
/// 'Matahari' did not mean the sun.
fn fits(reading: &Reading, added: &Added, tokens: Range<usize>) -> bool {
    let Added { written, words, .. } = added;
    let same = |(at, word): (usize, &String)| reading.folded(at) == *word;
    if words.len() > tokens.len() || !tokens.clone().zip(words).all(same) {
        return false;
    }
    let span = reading.span(tokens.start..tokens.start + words.len());
    let is_abbreviation = written.chars().count() <= ABBREVIATION_LETTERS && written.chars().all(char::is_uppercase);
    let has_capital = written.starts_with(char::is_uppercase);
    span.len() <= Mention::LONGEST_BYTES
        && (!is_abbreviation || span.of(reading.body) == *written)
        && (!has_capital || reading.is_capitalised(tokens.start))
}

/// The added name that leaves no room for a candidate at `tokens`, if there is one; `added` is in order.
fn added_over<'c>(added: &'c mut [Candidate], tokens: &Range<usize>) -> Option<&'c mut Candidate> {
    let from = added.partition_point(|it| it.tokens.end <= tokens.start);
    let is_inside = |it: &Candidate| {
        tokens.start <= it.tokens.start && it.tokens.end <= tokens.end && it.tokens.len() < tokens.len()
    };
    let near = added[from..].iter_mut().take_while(|it| it.tokens.start < tokens.end);
    near.into_iter().find(|it| !is_inside(it))
}
