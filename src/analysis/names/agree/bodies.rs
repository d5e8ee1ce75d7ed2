//! Bodies that only the rest of the article tells apart from people: the last of a list of bodies ('SoftBank, Temasek, dan
//! Northstar'), and a company in short between a title and whoever bears it ('Direktur Utama Ciputra Candra Ciputra').

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::is_weak;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;

/// How many bodies must stand in a list before what is listed beside them is one too.
const LEAST_LISTED: usize = 2;

/// The longest name that is taken for one of a list, in tokens.
const LONGEST: usize = 2;

/// The fewest words that are a title's company and whoever bears the title.
const LEAST_WORDS: usize = 3;

/// Takes for bodies what nobody bears and stands in a list of bodies.
pub(super) fn listed(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let is_joint =
        |at: usize| reading.mark(at) == ',' || scene.is_cue(at, NameCue::And) || scene.is_hint(at, NameHint::ListJoint);
    let goes_on = |before: &Candidate, next: &Candidate| {
        let mut between = before.tokens.end..next.tokens.start;
        (1..=2).contains(&between.len()) && between.all(is_joint)
    };
    let mut bodies = 0;
    for index in 0..candidates.len() {
        let here = &candidates[index];
        let before = index.checked_sub(1).map(|before| &candidates[before]);
        let is_behind = before.is_some_and(|before| before.evidence.is_body() && goes_on(before, here));
        bodies = if is_behind { bodies + 1 } else { 0 };
        // 'bermitra dengan Huayou, Ford Motor, serta GEM'
        let pairs = candidates[index..].windows(2).take(LEAST_LISTED);
        let follow = pairs.take_while(|pair| goes_on(&pair[0], &pair[1]) && pair[1].evidence.is_body()).count();
        let is_open =
            matches!(here.evidence, Evidence::Tagged(EntityKind::Person | EntityKind::Place)) || is_weak(here.evidence);
        let mut words = here.tokens.clone();
        let is_unborne = words.all(|at| !scene.is_person_word(at) && !scene.is_common(at));
        // 'Private equity firms KKR and Stonepeak'
        let is_one_of_firms = is_behind
            && before.is_some_and(|before| {
                let noun = before.tokens.start.checked_sub(1);
                noun.is_some_and(|noun| scene.is_hint(noun, NameHint::FirmsNoun))
            });
        if (bodies.max(follow) >= LEAST_LISTED || is_one_of_firms)
            && is_open
            && is_unborne
            && here.tokens.len() <= LONGEST
            && here.title.is_none()
            && scene.known(here.tokens.clone()).is_none()
        {
            candidates[index].evidence = Evidence::Tagged(EntityKind::Organisation);
        }
    }
    candidates
}

/// Takes for bodies what a bracket behind an unlisted body explains, wherever it stands and whatever else is called so: 'ANP' of 'Asosiasi
/// Jurnalis Nasional Peru (ANP)', 'Disperdagin' of 'Dinas Perdagangan dan Perindustrian (Disperdagin)'.
pub(super) fn explained(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let is_explained = |pair: &&[Candidate]| {
        let (name, short) = (&pair[0], &pair[1]);
        let is_new = matches!(short.evidence, Evidence::Acronym | Evidence::Known(_, EntityKind::Outlet));
        let is_unlisted =
            matches!(name.evidence, Evidence::OrganisationWord | Evidence::Tagged(EntityKind::Organisation));
        short.bracketed
            && short.tokens.len() == 1
            && name.tokens.len() > 1
            && name.tokens.end + 1 == short.tokens.start
            && is_new
            && is_unlisted
    };
    let forms: FxHashSet<&str> =
        candidates.windows(2).filter(is_explained).map(|pair| reading.form(&pair[1].tokens)).collect();
    if forms.is_empty() {
        return candidates;
    }
    for candidate in candidates.iter_mut().filter(|it| it.tokens.len() == 1) {
        let is_open = is_weak(candidate.evidence)
            || matches!(
                candidate.evidence,
                Evidence::Tagged(EntityKind::Person | EntityKind::Place) | Evidence::Known(_, EntityKind::Outlet)
            );
        if is_open && forms.contains(reading.form(&candidate.tokens)) {
            candidate.evidence = Evidence::Tagged(EntityKind::Organisation);
            candidate.title = None;
        }
    }
    candidates
}

/// Parts a company in short from whoever holds an office in it.
pub(super) fn with_officers(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let short: FxHashSet<&str> = candidates.iter().filter_map(|it| short_name(scene, it)).collect();
    let is_person = |it: &Candidate| matches!(it.evidence, Evidence::Tagged(EntityKind::Person) | Evidence::AfterTitle);
    for index in 1..candidates.len() {
        let (company, officer) = (&candidates[index - 1], &candidates[index]);
        let is_within = |title: &Range<usize>| title.start < company.tokens.start;
        let is_told = company.title.is_some() && is_person(company) || officer.title.as_ref().is_some_and(is_within);
        let is_pair = is_told && is_person(officer) && company.tokens.end == officer.tokens.start;
        let is_known = matches!(company.evidence, Evidence::Known(..) | Evidence::Reader(_));
        // 'Senior Vice President Kanaka Hita Solvera Andhika Audrey': of two that stand behind a title the first is no name of people.
        let is_unborne = || {
            let (start, other) = (company.tokens.start, officer.tokens.start);
            let (words, names) = (company.tokens.len(), officer.tokens.len());
            is_person(company) && words > 1 && names > 1 && !scene.is_person_word(start) && scene.is_given_name(other)
        };
        if is_pair && !is_known && (short.contains(&reading.form(&company.tokens)) || is_unborne()) {
            candidates[index - 1].evidence = Evidence::OrganisationWord;
            candidates[index - 1].title = None;
        }
    }
    if short.is_empty() {
        return candidates;
    }
    let is_pair = |it: &Candidate| {
        let start = it.tokens.start;
        is_person(it)
            && it.tokens.len() >= LEAST_WORDS
            && it.title.as_ref().is_some_and(|title| title.end == start)
            && short.contains(&reading.form(&(start..start + 1)))
    };
    let mut parted = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        if !is_pair(&candidate) {
            parted.push(candidate);
            continue;
        }
        let start = candidate.tokens.start;
        let title = candidate.title.clone().map(|title| title.start..start + 1);
        let person = Candidate {
            tokens: start + 1..candidate.tokens.end,
            evidence: Evidence::Tagged(EntityKind::Person),
            title,
            opens: false,
            ..candidate
        };
        let evidence = Evidence::OrganisationWord;
        parted.push(Candidate { tokens: start..start + 1, evidence, title: None, ..candidate });
        parted.push(person);
    }
    parted
}

/// What a body is called in one word: all of its name, or the first word behind the form of company.
fn short_name<'a>(scene: &Scene<'a>, candidate: &Candidate) -> Option<&'a str> {
    let start = candidate.tokens.start;
    let is_company = candidate.tokens.len() >= LEAST_WORDS && scene.is_hint(start, NameHint::Form);
    let at = if is_company { start + 1 } else { start };
    let is_short = candidate.evidence.is_body() && (is_company || candidate.tokens.len() == 1);
    (is_short && !scene.is_common(at)).then(|| scene.reading.form(&(at..at + 1)))
}
