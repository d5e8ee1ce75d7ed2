//! People who are called by a family name that a company bears as well: 'Clint Bentley wrote it ... Bentley said'. Whom the article
//! names in full before that word stands alone is meant by it; an article about the company names that first.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::model::EntityKind;

/// Takes the companies of `candidates`, which come in order, that are namesakes of people named before for those people.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let is_company =
        |it: &Candidate| it.tokens.len() == 1 && matches!(it.evidence, Evidence::Known(_, EntityKind::Organisation));
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    for company in candidates.iter().filter(|it| is_company(it)) {
        first.entry(reading.text(company.tokens.start)).or_insert(company.tokens.start);
    }
    if first.is_empty() {
        return candidates;
    }
    let is_person = |it: &&Candidate| it.evidence == Evidence::Tagged(EntityKind::Person) && it.tokens.len() > 1;
    let families = candidates.iter().filter(is_person).filter_map(|it| {
        let family = reading.text(it.tokens.end - 1);
        first.get(family).is_some_and(|&company| it.tokens.start < company).then_some(family)
    });
    let families: FxHashSet<&str> = families.collect();
    let namesakes =
        candidates.iter_mut().filter(|it| is_company(it) && families.contains(reading.text(it.tokens.start)));
    namesakes.for_each(|it| it.evidence = Evidence::Tagged(EntityKind::Person));
    candidates
}
