//! Platforms by one letter or a few, which say nothing alone: once 'on X' told one, 'X did not respond' names it as well.

use rustc_hash::FxHashMap;

use super::with_words;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::model::EntityKind;
use crate::text::token::Case;

/// Adds the words in capitals that are told as platforms elsewhere in the article.
pub(super) fn settle(scene: &Scene, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let is_letters = |at: usize| reading.tokens[at].case == Case::Upper || reading.text(at).len() == 1;
    let is_told = |it: &&Candidate| {
        let is_platform = matches!(it.evidence, Evidence::Known(_, EntityKind::Platform));
        is_platform && it.tokens.len() == 1 && is_letters(it.tokens.start)
    };
    let told: FxHashMap<&str, Evidence> =
        candidates.iter().filter(is_told).map(|it| (reading.text(it.tokens.start), it.evidence)).collect();
    if told.is_empty() || !scene.pack.full_names {
        return candidates;
    }
    // 'X-ray', 'Malcolm X', 'X.com'
    let is_joined = |at: usize| {
        let mark = at + 1;
        reading.is_glued(mark) && reading.is_glued(mark + 1) && matches!(reading.mark(mark), '-' | '.' | '/')
    };
    let is_alone = |at: usize| {
        let is_within_name = at > 0 && reading.is_capitalised(at - 1) && !reading.is_glued(at - 1);
        !is_joined(at) && !reading.is_glued(at) && !is_within_name && !reading.is_capitalised(at + 1)
    };
    let again = |at: usize| told.get(reading.text(at)).filter(|_| is_alone(at)).map(|&evidence| (at, evidence));
    let found: Vec<_> = scene.passages.iter().flat_map(|passage| passage.clone().filter_map(again)).collect();
    with_words(candidates, found)
}
