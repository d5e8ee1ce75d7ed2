//! What each candidate is: the gazetteer's word first, then the strongest evidence that any of its mentions has.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::candidate::{Candidate, Evidence};
use super::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::RecordId;
use crate::model::EntityKind;

/// A candidate with its kind.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) record: Option<RecordId>,
    pub(crate) title: Option<Range<usize>>,
    pub(crate) bracketed: bool,
    /// Why it has this kind.
    pub(crate) rule: &'static str,
}

/// Decides the kind of every candidate; those that turn out to be no names are left out.
pub(crate) fn decide(scene: &Scene, candidates: &[Candidate]) -> Vec<Named> {
    let reading = scene.reading;
    let forms: Vec<&str> = candidates.iter().map(|candidate| reading.form(&candidate.tokens)).collect();
    let formed = || candidates.iter().zip(forms.iter().copied());
    let best = strongest_evidence(formed());
    let people = name_parts_of_people(reading, formed(), &best);
    // The forms that stand inside a sentence somewhere, where a capital letter means a name: a lone unknown word that only
    // ever begins sentences is taken for an ordinary one.
    let inside: FxHashSet<&str> = formed().filter(|(it, _)| !it.opens).map(|(_, form)| form).collect();
    let decided = formed().filter_map(|(candidate, form)| {
        let evidence = best.get(form).copied().unwrap_or(candidate.evidence);
        // A surname alone is a person wherever its full name stands, whatever preposition comes before it.
        let is_name_part = candidate.tokens.len() == 1
            && people.contains(reading.folded(candidate.tokens.start))
            // 'Direktur Utama Ciputra Candra Ciputra'
            && !matches!(candidate.evidence, Evidence::Known(..) | Evidence::Reader(_) | Evidence::OrganisationWord);
        let (kind, record, rule) = if is_name_part {
            (EntityKind::Person, None, "names/part-of-full-name")
        } else {
            kind_of(evidence, candidate.tokens.len())
        };
        let is_lone = kind == EntityKind::Other && candidate.tokens.len() == 1 && evidence == Evidence::Capitals;
        if is_lone && (scene.is_common(candidate.tokens.start) || !inside.contains(form)) {
            return None;
        }
        let Candidate { tokens, title, bracketed, .. } = candidate.clone();
        let title = title.filter(|_| kind == EntityKind::Person);
        Some(Named { tokens, kind, record, title, bracketed, rule })
    });
    decided.collect()
}

/// The strongest evidence for each form, over all its mentions.
fn strongest_evidence<'a>(candidates: impl Iterator<Item = (&'a Candidate, &'a str)>) -> FxHashMap<&'a str, Evidence> {
    let mut best: FxHashMap<&str, Evidence> = FxHashMap::default();
    for (candidate, form) in candidates {
        let entry = best.entry(form).or_insert(candidate.evidence);
        if strength(candidate.evidence) > strength(*entry) {
            *entry = candidate.evidence;
        }
    }
    best
}

fn strength(evidence: Evidence) -> u8 {
    match evidence {
        Evidence::Reader(_) => 11,
        Evidence::Known(..) | Evidence::Layout(_) => 10,
        Evidence::Tagged(_) => 9,
        Evidence::OrganisationWord | Evidence::EventWord | Evidence::Domain | Evidence::AfterOutletNoun => 8,
        Evidence::AfterTitle => 7,
        Evidence::AfterPlaceHead | Evidence::StandsAsPlace => 6,
        Evidence::AfterThing => 5,
        Evidence::BesideSpeech => 4,
        Evidence::Acronym => 3,
        Evidence::AfterPreposition => 2,
        Evidence::Capitals => 1,
    }
}

/// The first and last words of the full names of people.
fn name_parts_of_people<'a>(
    reading: &'a Reading,
    candidates: impl Iterator<Item = (&'a Candidate, &'a str)>,
    best: &FxHashMap<&str, Evidence>,
) -> FxHashSet<&'a str> {
    let mut parts = FxHashSet::default();
    for (candidate, form) in candidates.filter(|(candidate, _)| candidate.tokens.len() > 1) {
        let evidence = best.get(form).copied().unwrap_or(candidate.evidence);
        let is_person = match evidence {
            Evidence::Known(_, kind) | Evidence::Tagged(kind) | Evidence::Reader(kind) => kind == EntityKind::Person,
            Evidence::AfterTitle | Evidence::BesideSpeech | Evidence::Capitals => true,
            _ => false,
        };
        if is_person {
            let words = candidate.tokens.clone().filter(|&at| reading.is_capitalised(at) && !is_half(reading, at));
            parts.extend(words.map(|at| reading.folded(at)));
        }
    }
    parts
}

/// 'Ravensworth' of 'Ravensworth-Lowe': nobody with two family names is called by the first.
pub(super) fn is_half(reading: &Reading, at: usize) -> bool {
    reading.mark(at + 1) == '-'
        && reading.is_glued(at + 1)
        && reading.is_glued(at + 2)
        && reading.is_capitalised(at + 2)
}

fn kind_of(evidence: Evidence, len: usize) -> (EntityKind, Option<RecordId>, &'static str) {
    match evidence {
        Evidence::Reader(kind) => (kind, None, "reader/add"),
        Evidence::Layout(kind) => (kind, None, "names/layout"),
        Evidence::Known(record, kind) => (kind, Some(record), "names/gazetteer"),
        Evidence::Tagged(kind) => (kind, None, "names/tagger"),
        Evidence::OrganisationWord => (EntityKind::Organisation, None, "names/organisation-word"),
        Evidence::AfterTitle => (EntityKind::Person, None, "names/after-title"),
        Evidence::BesideSpeech => (EntityKind::Person, None, "names/beside-speech"),
        Evidence::AfterPlaceHead => (EntityKind::Place, None, "names/after-place-head"),
        Evidence::StandsAsPlace => (EntityKind::Place, None, "names/stands-as-place"),
        Evidence::Domain => (EntityKind::Outlet, None, "names/domain"),
        Evidence::AfterOutletNoun => (EntityKind::Outlet, None, "names/after-outlet-noun"),
        Evidence::EventWord => (EntityKind::Other, None, "names/event-word"),
        Evidence::AfterThing => (EntityKind::Other, None, "names/after-thing"),
        Evidence::Acronym => (EntityKind::Organisation, None, "names/acronym"),
        Evidence::AfterPreposition if len <= 2 => (EntityKind::Place, None, "names/after-preposition"),
        Evidence::Capitals | Evidence::AfterPreposition if len > 1 => (EntityKind::Person, None, "names/capitals"),
        Evidence::Capitals | Evidence::AfterPreposition => (EntityKind::Other, None, "names/capitals"),
    }
}
