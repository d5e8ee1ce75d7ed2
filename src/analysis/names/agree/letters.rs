//! Words in capitals that stand for bodies: those that the article spells out, introduces, or lists with others.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::analysis::names::short::{all_initials, initials, two_letters, without_place};
use crate::analysis::verbs::is_verb;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;

/// How many letters those of a body are that nothing spells out.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=6;

/// Letters that the gazetteer knows as somebody else's are those of the body that the article names in full: 'CNA' beside the
/// 'National Antimonopoly Commission', which no list has, 'PAP' beside the 'People's Action Party', which is no news agency.
pub(super) fn with_own_letters(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let is_unlisted = |it: &&Candidate| {
        matches!(it.evidence, Evidence::Tagged(EntityKind::Organisation) | Evidence::OrganisationWord)
    };
    let is_listed = |it: &&Candidate| matches!(it.evidence, Evidence::Known(_, EntityKind::Organisation));
    let letters_of = |it: &Candidate| initials(reading, &it.tokens);
    let whole = || candidates.iter().filter(|it| it.tokens.len() > 2);
    let letters: FxHashSet<String> = whole().filter(is_unlisted).filter_map(letters_of).collect();
    let listed: FxHashSet<String> = whole().filter(is_listed).filter_map(letters_of).collect();
    // 'Federasi Futsal Indonesia (FFI)', which is no festival.
    let is_explained = |it: &&Candidate| it.bracketed && it.evidence == Evidence::Acronym;
    let explained: FxHashSet<&str> =
        candidates.iter().filter(is_explained).map(|it| reading.text(it.tokens.start)).collect();
    let is_own = |it: &&mut Candidate| {
        let Evidence::Known(_, kind) = it.evidence else { return false };
        let text = reading.text(it.tokens.start);
        it.tokens.len() == 1
            && match kind {
                EntityKind::Organisation => letters.contains(text),
                EntityKind::Outlet | EntityKind::Place => letters.contains(text) || listed.contains(text),
                EntityKind::Other => (letters.contains(text) || listed.contains(text)) && explained.contains(text),
                EntityKind::Person | EntityKind::Platform => false,
            }
    };
    if !(letters.is_empty() && listed.is_empty()) {
        let own = candidates.iter_mut().filter(is_own);
        own.for_each(|it| it.evidence = Evidence::Tagged(EntityKind::Organisation));
    }
    candidates
}

/// The initials of the organisations and hospitals of several words: 'ALEA', which stands for the 'Alabama Law Enforcement Agency'.
pub(super) fn abbreviations(scene: &Scene, candidates: &[Candidate]) -> FxHashSet<String> {
    let has_letters = |candidate: &&Candidate| {
        let kind = match candidate.evidence {
            Evidence::Known(_, kind) | Evidence::Tagged(kind) | Evidence::Reader(kind) => kind,
            Evidence::OrganisationWord => EntityKind::Organisation,
            Evidence::AfterPlaceHead => EntityKind::Place,
            // 'COPPA' of 'Children's Online Privacy Protection Act'
            Evidence::EventWord => return scene.is_hint(candidate.tokens.end - 1, NameHint::LawTail),
            _ => return false,
        };
        let is_site = || candidate.tokens.clone().any(|at| scene.is_hint(at, NameHint::Site));
        candidate.tokens.len() > 1 && (kind == EntityKind::Organisation || kind == EntityKind::Place && is_site())
    };
    let letters = |tokens: &Range<usize>| {
        let rest = without_place(scene, tokens).and_then(|rest| all_initials(scene.reading, &rest));
        initials(scene.reading, tokens).into_iter().chain(rest)
    };
    // 'BI' of 'Bank Indonesia'
    let is_known = |it: &&Candidate| matches!(it.evidence, Evidence::Known(_, EntityKind::Organisation));
    let known = candidates.iter().filter(is_known).filter(|_| !scene.pack.full_names);
    let two = known.filter_map(|it| two_letters(scene.reading, &it.tokens));
    candidates.iter().filter(has_letters).flat_map(|it| letters(&it.tokens)).chain(two).collect()
}

/// Whether letters that nothing spells out stand as those of a body do: 'the IRRRB, the state agency', 'Spain's AEPD is'.
pub(super) fn is_introduced(scene: &Scene, candidate: &Candidate) -> bool {
    let reading = scene.reading;
    let Range { start, end } = candidate.tokens;
    if candidate.evidence != Evidence::Acronym || start == 0 || !LETTERS.contains(&reading.text(start).len()) {
        return false;
    }
    // 'the National Institute of Anthropology and History, or INAH,'
    let is_other = reading.mark(start.saturating_sub(2)) == ',' && scene.is_hint(start - 1, NameHint::LettersJoint);
    if is_other && start > 3 && reading.is_capitalised(start - 3) {
        return true;
    }
    let is_owned = reading.text(start - 1).starts_with(['\'', '’']) && reading.is_capitalised(start.saturating_sub(2));
    // 'the opposition SDS walked out'
    let is_led = scene.is_any_hint(start - 1, &[NameHint::Article, NameHint::BodyAdjective]) || is_owned;
    let is_noun = scene.is_hint(start, NameHint::Ordinary) || scene.is_common(start);
    let is_article = scene.is_hint(end + 1, NameHint::Article);
    let acts = is_verb(reading, scene.pack, end) || reading.mark(end) == ',' && is_article;
    let owns = reading.text(end).starts_with(['\'', '’']) && reading.is_glued(end);
    is_led && !is_noun && (acts || owns)
}

/// The letters that stand in one list with bodies: 'the ANC and the IFP', 'with the DA and the NFP'.
pub(super) fn listed_letters<'a>(scene: &Scene<'a>, candidates: &[Candidate]) -> FxHashSet<&'a str> {
    let reading = scene.reading;
    let is_joint =
        |at: usize| reading.mark(at) == ',' || scene.is_cue(at, NameCue::And) || scene.is_hint(at, NameHint::Article);
    let is_listed = |pair: &&[Candidate]| {
        let (before, here) = (&pair[0], &pair[1]);
        let gap = before.tokens.end..here.tokens.start;
        let is_new = here.evidence == Evidence::Acronym
            && LETTERS.contains(&reading.text(here.tokens.start).len())
            && !scene.is_hint(here.tokens.start, NameHint::Ordinary);
        let is_body = before.evidence.is_body() && before.tokens.len() == 1;
        is_new && is_body && (1..=3).contains(&gap.len()) && gap.clone().all(is_joint)
    };
    candidates.windows(2).filter(is_listed).map(|pair| reading.text(pair[1].tokens.start)).collect()
}
