//! Short names that mean other things as well, of bodies that the article names in full: 'Reform' beside 'Reform UK', 'Plaid' beside
//! 'Plaid Cymru', 'Monsters' beside 'Cleveland Monsters'. By themselves such names are left alone, for most articles that have the word mean the word.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::with_words;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::headline::is_headline;
use crate::analysis::names::scene::Scene;
use crate::analysis::names::short::without_place_of_team;
use crate::analysis::verbs::is_verb;
use crate::lang::RecordId;
use crate::model::EntityKind;
use crate::text::token::Case;

/// Finds the risky names of the records that were found by longer ones, and the nicknames of the teams that were.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let record = |it: &Candidate| match it.evidence {
        Evidence::Known(record, EntityKind::Organisation) if it.tokens.len() > 1 => Some(record),
        _ => None,
    };
    let records: FxHashSet<RecordId> = candidates.iter().filter_map(record).collect();
    let teams = candidates.iter().filter(|it| it.evidence.is_body() && it.tokens.len() > 1);
    let nicknames = teams.filter_map(|it| without_place_of_team(scene, &it.tokens));
    let nicknames: FxHashSet<&str> = nicknames.map(|it| scene.reading.text(it.start)).collect();
    if records.is_empty() && nicknames.is_empty() {
        return candidates;
    }
    let body = |at: usize| {
        if nicknames.contains(scene.reading.text(at)) {
            return Some(Evidence::Tagged(EntityKind::Organisation));
        }
        let known = scene.known(at..at + 1).filter(|known| known.risky && records.contains(&known.record))?;
        Some(Evidence::Known(known.record, known.kind))
    };
    let mut found: Vec<(usize, Evidence)> = Vec::new();
    for passage in scene.passages.iter().filter(|passage| !is_headline(scene.reading, passage)) {
        let capitals = passage.clone().filter(|&at| scene.reading.is_capitalised(at));
        let bodies = capitals.filter_map(|at| Some((at, body(at)?)));
        found.extend(bodies.filter(|&(at, _)| may_be_name(scene, passage, at)));
    }
    let is_found = |at: usize| found.binary_search_by_key(&at, |(at, _)| *at).is_ok();
    candidates.retain(|it| it.tokens.len() > 1 || it.evidence.is_settled() || !is_found(it.tokens.start));
    with_words(candidates, found)
}

/// Whether a lone capitalised word stands within a sentence, or begins one in which it does or owns something.
fn may_be_name(scene: &Scene, passage: &Range<usize>, at: usize) -> bool {
    let reading = scene.reading;
    let is_beside = |at: usize| reading.is_capitalised(at) && reading.is_word(at);
    if !reading.is_word(at) || is_beside(at + 1) || at > passage.start && is_beside(at - 1) {
        return false;
    }
    let opens = at == passage.start || !reading.is_word(at - 1) && reading.mark(at - 1) != ',';
    let is_small = || reading.tokens.get(at + 1).is_some_and(|token| token.case == Case::Lower);
    !opens || scene.is_possessive(at + 1) || is_small() && is_verb(reading, scene.pack, at + 1)
}
