//! Short forms of bodies that the article names in full, which a tagger takes for people and places, or passes over: 'Applegate
//! Ridge' of 'Applegate Ridge Lumber Co.', 'Kusu' of 'Kenya University Staff Union', and in reports of matches 'City' of
//! 'Manchester City'.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::analysis::names::short::{all_initials, beginnings, initials, is_surely_body};
use crate::lang::{NameCue, NameHint, WordId};
use crate::model::EntityKind;

/// Takes the short forms among the candidates for the bodies that they mean.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let judge = Judge { scene: *scene };
    let short = judge.short_forms(&candidates);
    let letters = judge.letters(&candidates);
    let people = judge.words_of_people(&candidates, &short);
    for candidate in candidates.iter_mut().filter(|it| is_open(it)) {
        let form = scene.reading.form(&candidate.tokens);
        // 'Unification Minister' beside the 'Unification Church'
        let is_field = scene.is_hint(candidate.tokens.end, NameHint::Portfolio);
        let is_short = short.contains(&form) && !is_field && !judge.stands_in_place(candidate);
        if !people.contains(&form) && (is_short || judge.is_word_of_letters(candidate, &letters)) {
            candidate.evidence = Evidence::Tagged(EntityKind::Organisation);
            candidate.title = None;
        }
    }
    candidates
}

/// Finds the clubs of a report of matches by the last word of their names where it stands alone, an ordinary one though it is:
/// 'City', 'Forest', 'United'.
pub(super) fn with_clubs(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let judge = Judge { scene: *scene };
    let tails: FxHashSet<WordId> = candidates.iter().filter_map(|it| judge.ordinary_tail(it)).collect();
    if tails.is_empty() {
        return candidates;
    }
    let mut clubs = Vec::new();
    for passage in scene.passages {
        let is_tail = |at: &usize| tails.contains(&scene.reading.words[*at]) && judge.stands_alone(*at, passage.start);
        clubs.extend(passage.clone().filter(is_tail));
    }
    candidates.retain(|it| it.tokens.len() > 1 || clubs.binary_search(&it.tokens.start).is_err());
    let evidence = Evidence::Tagged(EntityKind::Organisation);
    let new = |at| Candidate { tokens: at..at + 1, evidence, title: None, bracketed: false, opens: false };
    candidates.extend(clubs.into_iter().map(new));
    candidates.sort_by_key(|it| (it.tokens.start, std::cmp::Reverse(it.tokens.end)));
    candidates
}

struct Judge<'a> {
    scene: Scene<'a>,
}

impl<'a> Judge<'a> {
    fn short_forms(&self, candidates: &[Candidate]) -> FxHashSet<&'a str> {
        let mut short = FxHashSet::default();
        for body in candidates.iter().filter(|it| it.evidence.is_body()) {
            let tokens = &body.tokens;
            let is_telling =
                |it: &Range<usize>| is_surely_body(&self.scene, it.end..tokens.end) || self.is_founder(body, it);
            let telling = beginnings(&self.scene, tokens).filter(is_telling);
            short.extend(telling.map(|beginning| self.scene.reading.form(&beginning)));
        }
        short
    }

    /// 'Goldman' of 'Goldman Sachs', 'Keefe' of 'Keefe, Bruyette & Woods': a known body, or one of partners, bears the family names of
    /// those who founded it, and goes by the first.
    fn is_founder(&self, body: &Candidate, beginning: &Range<usize>) -> bool {
        let start = beginning.start;
        let is_known = matches!(body.evidence, Evidence::Known(_, EntityKind::Organisation));
        let has_partners = || body.tokens.clone().any(|at| self.scene.reading.mark(at) == '&');
        beginning.len() == 1
            && (is_known && self.scene.is_family_name(start) || has_partners() && !self.scene.is_common(start))
            && !self.scene.is_given_name(start)
            && !self.scene.is_hint(body.tokens.end - 1, NameHint::ClubTail)
    }

    /// The initials of the bodies, in capitals, with and without those of small words.
    fn letters(&self, candidates: &[Candidate]) -> FxHashSet<String> {
        let reading = self.scene.reading;
        let bodies = candidates.iter().filter(|it| it.evidence.is_body() && it.tokens.len() > 1).map(|it| &it.tokens);
        bodies.flat_map(|it| initials(reading, it).into_iter().chain(all_initials(reading, it))).collect()
    }

    /// 'Uasu', 'UoN': the initials of a body, read as a word that nobody bears and no list has.
    fn is_word_of_letters(&self, candidate: &Candidate, letters: &FxHashSet<String>) -> bool {
        let at = candidate.tokens.start;
        candidate.tokens.len() == 1
            && !letters.is_empty()
            && !self.scene.is_person_word(at)
            && !self.scene.is_common(at)
            && self.scene.known(at..at + 1).is_none()
            && letters.contains(&self.scene.reading.text(at).to_uppercase())
    }

    /// The words of the names of people, as far as these are no short forms of bodies themselves.
    fn words_of_people(&self, candidates: &[Candidate], short: &FxHashSet<&str>) -> FxHashSet<&'a str> {
        let is_named = |it: &&Candidate| {
            let is_person = matches!(
                it.evidence,
                Evidence::Tagged(EntityKind::Person) | Evidence::Known(_, EntityKind::Person) | Evidence::AfterTitle
            );
            let is_whole = it.tokens.len() > 1 && self.scene.is_borne(it.tokens.start);
            is_person && (it.title.is_some() || is_whole) && !short.contains(&self.scene.reading.form(&it.tokens))
        };
        let words = candidates.iter().filter(is_named).flat_map(|it| it.tokens.clone());
        words.map(|at| self.scene.reading.form(&(at..at + 1))).collect()
    }

    /// Whether words stand before a name behind which only places stand: 'in', 'residents of'.
    fn stands_in_place(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        (start.saturating_sub(2)..start).any(|from| self.scene.is_hint_of(from..start, NameHint::PlaceSure))
    }

    /// 'City' of 'Manchester City', a word that means other things as well.
    fn ordinary_tail(&self, candidate: &Candidate) -> Option<WordId> {
        let last = candidate.tokens.end - 1;
        let ordinary = [NameCue::PlaceHead, NameCue::PlaceTail, NameCue::OrganisationTail];
        let is_tail = matches!(candidate.evidence, Evidence::Known(_, EntityKind::Organisation))
            && candidate.tokens.len() > 1
            && self.scene.is_hint(last, NameHint::ClubTail)
            && self.scene.is_any_cue(last, &ordinary);
        is_tail.then(|| self.scene.reading.words[last])
    }

    /// Whether a capitalised word has no other beside it.
    fn stands_alone(&self, at: usize, start: usize) -> bool {
        let is_beside = |at: usize| self.scene.reading.is_capitalised(at) && self.scene.reading.is_word(at);
        self.scene.reading.is_capitalised(at) && !is_beside(at + 1) && (at == start || !is_beside(at - 1))
    }
}

/// Whether a candidate may be something else than it seems.
fn is_open(candidate: &Candidate) -> bool {
    matches!(
        candidate.evidence,
        Evidence::Tagged(EntityKind::Person | EntityKind::Place)
            | Evidence::Capitals
            | Evidence::BesideSpeech
            | Evidence::Acronym
            | Evidence::AfterPreposition
            | Evidence::StandsAsPlace
    )
}
