//! People whose names are kept back, by the letters that stand for them: 'pria berinisial AS (34)', 'MR alias Ucok'.
//!
//! One mention that introduces the letters as somebody's is enough; in the rest of the article they are that person, whatever
//! the gazetteer has under them.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The most letters that stand for somebody.
const MOST_LETTERS: usize = 4;

/// Nobody is older, in digits.
const AGE_DIGITS: usize = 2;

/// Takes the letters that stand for people for people, in all of `passages`.
pub(super) fn settle(scene: &Scene, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let Scene { reading, passages, .. } = *scene;
    let finder = Finder { scene: *scene, reading };
    let letters: FxHashSet<&str> =
        passages.iter().flat_map(|passage| finder.introduced(passage)).map(|at| reading.text(at)).collect();
    if letters.is_empty() {
        return candidates;
    }
    let mut settled: Vec<Candidate> = passages
        .iter()
        .flat_map(|passage| passage.clone().map(|at| (at, at == passage.start)))
        .filter(|&(at, _)| letters.contains(reading.text(at)))
        .map(|(at, opens)| finder.person(at, opens))
        .collect();
    let people: FxHashSet<usize> = settled.iter().map(|person| person.tokens.start).collect();
    let is_other = |candidate: &Candidate| candidate.tokens.len() > 1 || !people.contains(&candidate.tokens.start);
    // 'MR alias Ucok': the other name is explained by the letters, as one in brackets is by what stands before it.
    let also = |mut candidate: Candidate| {
        candidate.bracketed |= finder.is_alias(&candidate.tokens, &people);
        candidate
    };
    settled.extend(candidates.into_iter().filter(is_other).map(also));
    settled.sort_by_key(|candidate| (candidate.tokens.start, std::cmp::Reverse(candidate.tokens.end)));
    settled
}

struct Finder<'a> {
    scene: Scene<'a>,
    reading: &'a Reading<'a>,
}

impl Finder<'_> {
    /// The letters in one passage that it introduces as somebody's.
    fn introduced(&self, passage: &Range<usize>) -> Vec<usize> {
        let mut found = Vec::new();
        let mut listed = false;
        for at in passage.clone() {
            if self.is_letters(at) {
                if listed || self.has_age(at) || self.scene.is_hint(at + 1, NameHint::Alias) {
                    found.push(at);
                }
                continue;
            }
            // 'berinisial AS, MR, dan FH': the list goes on.
            let goes_on = matches!(self.reading.mark(at), ',' | '(' | ')')
                || self.reading.is_number(at)
                || self.scene.is_cue(at, NameCue::And);
            listed = self.scene.is_hint(at, NameHint::Initials) || listed && goes_on;
        }
        found
    }

    fn is_letters(&self, at: usize) -> bool {
        self.reading.tokens[at].case == Case::Upper && self.reading.text(at).len() <= MOST_LETTERS
    }

    /// 'HS (41)', 'HS, 41,'
    fn has_age(&self, at: usize) -> bool {
        let is_age = self.reading.is_number(at + 2) && self.reading.text(at + 2).len() <= AGE_DIGITS;
        let (opens, closes) = (self.reading.mark(at + 1), self.reading.mark(at + 3));
        is_age && matches!((opens, closes), ('(', ')' | ',') | (',', ','))
    }

    fn is_alias(&self, tokens: &Range<usize>, people: &FxHashSet<usize>) -> bool {
        tokens.start >= 2
            && self.scene.is_hint(tokens.start - 1, NameHint::Alias)
            && people.contains(&(tokens.start - 2))
    }

    fn person(&self, at: usize, opens: bool) -> Candidate {
        let evidence = Evidence::Tagged(EntityKind::Person);
        Candidate { tokens: at..at + 1, evidence, title: None, bracketed: false, opens }
    }
}
