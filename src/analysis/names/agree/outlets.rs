//! Outlets by their address without what follows the dot: 'Bisnis' of 'Bisnis.com', which is an ordinary word elsewhere.

use rustc_hash::FxHashMap;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::model::EntityKind;

/// The tokens of an address: its word, the dot, and what follows that.
const ADDRESS: usize = 3;

/// Takes lone words within sentences for the outlets whose addresses the article has.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
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
