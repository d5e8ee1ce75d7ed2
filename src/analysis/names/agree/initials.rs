//! What letters stand for, as an article introduces them: people whose names are kept back ('pria berinisial AS (34)', 'MR alias
//! Ucok'), and nouns, so that they are no names ('rapat umum pemegang saham luar biasa (RUPSLB)').
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

/// Takes the letters that stand for people for people, in all of `passages`, and those that stand for nouns for none.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let Scene { reading, passages, .. } = *scene;
    let finder = Finder { scene: *scene, reading };
    let is_upper = |at: &usize| reading.tokens[*at].case == Case::Upper;
    let letters = passages.iter().flat_map(|it| it.clone().filter(is_upper));
    let nouns: FxHashSet<&str> = letters.filter(|&at| finder.is_of_noun(at)).map(|at| reading.text(at)).collect();
    let is_noun = |it: &Candidate| it.tokens.len() == 1 && nouns.contains(reading.text(it.tokens.start));
    candidates.retain(|it| !is_noun(it) || matches!(it.evidence, Evidence::Known(..) | Evidence::Reader(_)));
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
            let goes_on = || {
                matches!(self.reading.mark(at), ',' | '(' | ')')
                    || self.reading.is_number(at)
                    || self.scene.is_cue(at, NameCue::And)
            };
            listed = listed && goes_on() || self.scene.is_hint(at, NameHint::Initials);
        }
        found
    }

    fn is_letters(&self, at: usize) -> bool {
        self.reading.tokens[at].case == Case::Upper && self.reading.text(at).len() <= MOST_LETTERS
    }

    /// Whether the letters at `at` are those of the small words before the bracket that they stand in: 'kredit bermasalah
    /// (non-performing loan/NPL)'.
    fn is_of_noun(&self, at: usize) -> bool {
        let is_bracketed = at > 1 && matches!(self.reading.mark(at - 1), '(' | '/') && self.reading.mark(at + 1) == ')';
        if !is_bracketed {
            return false;
        }
        let letters = self.reading.text(at);
        let from = at.saturating_sub(1 + 2 * letters.len());
        let words = (from..at.saturating_sub(1)).rev().filter(|&at| self.reading.mark(at) != '-');
        // The first may begin its sentence.
        let first = words.clone().nth(letters.len() - 1);
        let is_small = |at: usize| match self.reading.tokens[at].case {
            Case::Lower => true,
            Case::Capital => Some(at) == first,
            _ => false,
        };
        let is_word_of = |(letter, at): (char, usize)| {
            is_small(at) && self.reading.folded(at).starts_with(letter.to_ascii_lowercase())
        };
        letters.chars().count() > 1
            && words.clone().count() >= letters.len()
            && letters.chars().rev().zip(words).all(is_word_of)
            || self.is_in_two_words(at)
    }

    /// 'pergantian antarwaktu (PAW)': letters in their order out of two small words, the first of each among them.
    fn is_in_two_words(&self, at: usize) -> bool {
        let Some(first) = at.checked_sub(3).filter(|_| self.scene.pack.grammar.noun_first) else { return false };
        let is_small = |at: usize| self.reading.tokens[at].case == Case::Lower;
        let (one, other) = (self.reading.folded(first), self.reading.folded(first + 1));
        let letters = self.reading.text(at).to_lowercase();
        let begins =
            letters.chars().next() == one.chars().next() && letters.contains(other.chars().next().unwrap_or(' '));
        let mut rest = one.chars().chain(other.chars());
        is_small(first)
            && is_small(first + 1)
            && letters.len() > 2
            && begins
            && letters.chars().all(|letter| rest.any(|it| it == letter))
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
