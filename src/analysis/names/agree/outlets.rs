//! Outlets by their address without what follows the dot: 'Bisnis' of 'Bisnis.com', which is an ordinary word elsewhere. And those in
//! the brackets of a column of rumours, each behind what it wrote: '(Marca)', '(Sun)'.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::model::EntityKind;

/// The tokens of an address: its word, the dot, and what follows that.
const ADDRESS: usize = 3;

/// So many known outlets alone in brackets make of the others that stand so outlets as well.
const LEAST_CREDITED: usize = 3;

/// Takes lone words within sentences for the outlets whose addresses the article has.
pub(super) fn settle(scene: &Scene, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let mut candidates = credited(scene, candidates);
    let address = |it: &Candidate| {
        let start = it.tokens.start;
        let is_outlet = matches!(it.evidence, Evidence::Known(_, EntityKind::Outlet));
        let is_address = it.tokens.len() == ADDRESS && reading.mark(start + 1) == '.' && reading.is_glued(start + 1);
        (is_outlet && is_address).then(|| (reading.folded(start), it.evidence))
    };
    let addresses: FxHashMap<&str, Evidence> = candidates.iter().filter_map(address).collect();
    if addresses.is_empty() {
        return candidates;
    }
    for candidate in candidates.iter_mut().filter(|it| it.tokens.len() == 1 && !it.opens && !it.evidence.is_settled()) {
        if let Some(&evidence) = addresses.get(reading.folded(candidate.tokens.start)) {
            candidate.evidence = evidence;
            candidate.title = None;
        }
    }
    candidates
}

/// Takes what stands alone in a bracket for an outlet, where known outlets stand so again and again.
fn credited(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let is_alone = |it: &&mut Candidate| {
        let Range { start, end } = it.tokens;
        start > 1 && reading.mark(start - 1) == '(' && reading.mark(end) == ')' && reading.mark(start - 2) == '.'
    };
    let is_outlet = |it: &Candidate| matches!(it.evidence, Evidence::Known(_, EntityKind::Outlet));
    let found = candidates.iter_mut().filter(is_alone).filter(|it| is_outlet(it)).count();
    if found < LEAST_CREDITED {
        return candidates;
    }
    // Some reporters are outlets of their own.
    let is_somebody = |it: &Candidate| it.tokens.len() > 1 && it.evidence == Evidence::Tagged(EntityKind::Person);
    for candidate in candidates.iter_mut().filter(is_alone).filter(|it| !is_outlet(it) && !is_somebody(it)) {
        candidate.evidence = Evidence::AfterOutletNoun;
        candidate.title = None;
    }
    candidates
}
