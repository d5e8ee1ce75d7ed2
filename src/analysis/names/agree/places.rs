//! Places that no list has, which a tagger takes for people, or passes over: 'hospitals in Lubbock', 'between Birdhill and
//! Cloughjordan', 'Great Snetterby residents'. What stands around any mention of the words tells, and all mentions follow.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::consistency::is_weak;
use super::standings::Standing;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name that is looked at, in words.
const LONGEST_WORDS: usize = 4;

/// What a word of a place's name is not.
const NO_PLACE: [NameCue; 5] =
    [NameCue::OrganisationHead, NameCue::OrganisationTail, NameCue::EventTail, NameCue::Government, NameCue::NotName];

/// How often a form stands as a place, and how often it does not.
#[derive(Clone, Copy, Default)]
struct Tally {
    open: u32,
    likely: u32,
    sure: u32,
}

/// Takes the names that stand as places, and that nobody is known to bear, for places.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let judge = Judge { scene: *scene, reading };
    let headed: FxHashSet<&str> = candidates.iter().filter_map(|it| judge.without_head(it)).collect();
    if !headed.is_empty() {
        candidates = judge.within_bodies(judge.whole(candidates, &headed), &headed);
        for candidate in candidates.iter_mut().filter(|it| judge.is_headed_elsewhere(it, &headed)) {
            candidate.evidence = Evidence::StandsAsPlace;
            candidate.title = None;
        }
    }
    let standings = judge.standings(&candidates);
    let mut tallies: FxHashMap<&str, Tally> = FxHashMap::default();
    for (candidate, &standing) in candidates.iter().zip(&standings) {
        let is_headed = candidate.evidence == Evidence::AfterPlaceHead;
        if is_headed || judge.is_open(candidate) {
            let standing = if is_headed { Standing::Sure } else { standing };
            tallies.entry(reading.form(&candidate.tokens)).or_default().count(standing);
        }
    }
    let parts = judge.parts_of_people(&candidates, &tallies);
    let mut free = 0;
    for candidate in candidates.iter_mut() {
        let form = reading.form(&candidate.tokens);
        let tally = tallies.get(&form).copied().unwrap_or_default();
        if judge.is_open(candidate) && !parts.contains(&form) && judge.is_place(candidate, tally) {
            candidate.evidence = Evidence::StandsAsPlace;
            candidate.tokens.start -= usize::from(judge.begins_before(candidate.tokens.start, free));
        }
        free = candidate.tokens.end;
    }
    candidates
}

impl Tally {
    fn count(&mut self, standing: Standing) {
        match standing {
            Standing::Open => self.open += 1,
            Standing::Likely => self.likely += 1,
            Standing::Sure => self.sure += 1,
        }
    }
}

pub(super) struct Judge<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) reading: &'a Reading<'a>,
}

impl<'a> Judge<'a> {
    /// Whether the tagger's word is all there is for a name, or not even that.
    fn is_open(&self, candidate: &Candidate) -> bool {
        let is_weak = matches!(candidate.evidence, Evidence::Capitals | Evidence::AfterPreposition);
        // 'Aldgate Re, the Bermuda-based reinsurer'
        let is_company = self.scene.is_hint(candidate.tokens.end - 1, NameHint::CompanyTail);
        let is_body = candidate.evidence == Evidence::Tagged(EntityKind::Organisation)
            && !is_company
            && self.may_be_place(candidate);
        // 'In January a boiler died'
        let is_month = self.scene.pack.time.vocabulary.has(self.reading.words[candidate.tokens.start]);
        // 'By Olumbe Kponu, Ibadan'
        let before = candidate.tokens.start.wrapping_sub(1);
        let is_author = self.reading.is_capitalised(before) && self.scene.is_hint(before, NameHint::CreditBy);
        // 'Beretitara Kaure, 61, mends'
        let (comma, age) = (candidate.tokens.end, candidate.tokens.end + 1);
        let is_aged = candidate.tokens.len() > 1
            && self.reading.mark(comma) == ','
            && self.reading.is_number(age)
            && self.reading.text(age).len() == 2
            && self.reading.mark(age + 1) == ',';
        (is_tagged_person(candidate) && !is_author && !is_aged || is_weak && !is_month || is_body)
            && candidate.title.is_none()
            && candidate.tokens.len() <= LONGEST_WORDS
    }

    /// 'Rawajitu Timur' of 'Kecamatan Rawajitu Timur': a settlement or region without the noun for it.
    fn without_head(&self, candidate: &Candidate) -> Option<&'a str> {
        let Range { start, end } = candidate.tokens;
        let is_head = self.scene.is_cue(start, NameCue::PlaceHead)
            && self.scene.is_any_hint(start, &[NameHint::Form, NameHint::Regency]);
        let is_place = matches!(candidate.evidence, Evidence::Tagged(EntityKind::Place) | Evidence::AfterPlaceHead);
        (is_place && is_head && end - start > 1).then(|| self.reading.form(&(start + 1..end)))
    }

    /// Makes whole what was parted of a place that stands elsewhere with the noun for it: 'Tegal' and 'Mukti' of 'Kampung Tegal Mukti'.
    fn whole(&self, candidates: Vec<Candidate>, headed: &FxHashSet<&str>) -> Vec<Candidate> {
        let mut whole: Vec<Candidate> = Vec::with_capacity(candidates.len());
        for mut candidate in candidates {
            let Range { start, end } = candidate.tokens;
            if whole
                .last()
                .is_some_and(|before| before.evidence == Evidence::StandsAsPlace && start < before.tokens.end)
            {
                continue;
            }
            let is_headed = |behind: &usize| headed.contains(self.reading.form(&(start..*behind)));
            let last = self.reading.tokens.len().min(start + LONGEST_WORDS);
            if let Some(behind) = (end + 1..=last).rev().find(is_headed) {
                let (tokens, evidence) = (start..behind, Evidence::StandsAsPlace);
                candidate = Candidate { tokens, evidence, title: None, ..candidate };
            }
            whole.push(candidate);
        }
        whole
    }

    /// Adds the places in the names of bodies of government that stand elsewhere with the noun for them: 'Wedi' of 'Polsek Wedi'.
    fn within_bodies(&self, candidates: Vec<Candidate>, headed: &FxHashSet<&str>) -> Vec<Candidate> {
        let mut all: Vec<Candidate> = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            let Range { start, end } = candidate.tokens;
            let may_hold = candidate.evidence.is_body() && self.scene.is_cue(start, NameCue::Government);
            let is_headed = |from: &usize| headed.contains(self.reading.form(&(*from..end)));
            let place = if may_hold { (start + 1..end).find(is_headed) } else { None };
            // Listed places were found already, and so were those of the body that this is a unit of.
            let place = place.filter(|&from| self.scene.known(from..end).is_none());
            let place = place.filter(|&from| all.last().is_none_or(|before| before.tokens != (from..end)));
            all.push(candidate);
            all.extend(place.map(|from| Candidate {
                tokens: from..end,
                evidence: Evidence::StandsAsPlace,
                title: None,
                bracketed: false,
                opens: false,
            }));
        }
        all.sort_by_key(|it| (it.tokens.start, std::cmp::Reverse(it.tokens.end)));
        all.dedup_by(|next, before| next.tokens == before.tokens);
        all
    }

    /// Whether a name is one of a place that stands elsewhere with the noun for it, and nobody's here: 'warga Rawajitu Timur'.
    fn is_headed_elsewhere(&self, candidate: &Candidate, headed: &FxHashSet<&str>) -> bool {
        let start = candidate.tokens.start;
        let is_open = is_tagged_person(candidate) || is_weak(candidate.evidence);
        let is_told = || candidate.title.is_none() || start > 0 && self.scene.is_hint(start - 1, NameHint::Resident);
        let may_be = || candidate.tokens.len() > 1 || !self.scene.is_person_word(start);
        is_open && headed.contains(self.reading.form(&candidate.tokens)) && is_told() && may_be()
    }

    fn is_place(&self, candidate: &Candidate, tally: Tally) -> bool {
        let Tally { open, likely, sure } = tally;
        if candidate.tokens.len() == 1 && is_tagged_person(candidate) {
            let (place, person) = (likely + sure, open);
            let is_unlisted = !self.scene.is_person_word(candidate.tokens.start);
            // 'presided over Trump's trial'
            let is_owner = !is_unlisted
                && self.scene.is_possessive(candidate.tokens.end)
                && self.scene.known(candidate.tokens.clone()).is_none();
            return place > person && (sure > person || !is_owner) || is_unlisted && place > 0 && place == person;
        }
        sure > 0 && sure >= open && (self.may_be_place(candidate) || self.is_village(candidate))
    }

    /// 'Esh Winning' of 'in Esh Winning, shortly': a word that no list has before an ordinary one, which a mark ends.
    fn is_village(&self, candidate: &Candidate) -> bool {
        let Range { start, end } = candidate.tokens;
        let is_tail = self.scene.cues(end - 1).iter().any(|cue| NO_PLACE.contains(cue));
        let is_written = |at: usize| self.reading.tokens[at].case == Case::Capital;
        end - start == 2
            && (start..end).all(is_written)
            && !self.is_ordinary(start)
            && !self.scene.is_given_name(start)
            && !is_tail
            && self.closes(candidate)
    }

    /// Whether nothing in a name speaks against a place: no word that people bear, none of the language.
    fn may_be_place(&self, candidate: &Candidate) -> bool {
        let tokens = candidate.tokens.clone();
        // 'Hamilton', whoever bears it.
        let is_body = candidate.evidence == Evidence::Tagged(EntityKind::Organisation);
        if is_body && self.scene.is_known(tokens.clone(), EntityKind::Place) {
            return true;
        }
        let starts_so = self.starts_as_place(candidate);
        let behind = if starts_so { tokens.start + 1 } else { tokens.start };
        // 'Wickham' of 'Wickham Parva' is a family name, but nobody's first.
        let is_name = |at: usize| match tokens.len() {
            1 => self.scene.is_person_word(at),
            _ => at == tokens.start && self.scene.is_given_name(at),
        };
        let is_written = |at: usize| self.reading.tokens[at].case == Case::Capital || !self.reading.is_word(at);
        let is_form = |at: usize| at > tokens.start && self.scene.is_hint_of(at..at + 1, NameHint::PlaceForm);
        let is_free =
            |at: usize| is_written(at) && (is_form(at) || !self.is_ordinary(at)) && (starts_so || !is_name(at));
        (behind..tokens.end).all(is_free)
    }

    /// Whether a name of several words begins as places do: 'Great Snetterby', 'San Remigio'.
    pub(super) fn starts_as_place(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        candidate.tokens.len() > 1 && self.scene.is_hint_of(start..start + 1, NameHint::PlaceStart)
    }

    /// Whether the word before belongs to the name, though a sentence begins with it: 'Great Snetterby residents'.
    fn begins_before(&self, start: usize, free: usize) -> bool {
        start > free
            && self.reading.is_capitalised(start - 1)
            && self.scene.is_hint_of(start - 1..start, NameHint::PlaceStart)
    }

    pub(super) fn is_ordinary(&self, at: usize) -> bool {
        let cues = self.scene.cues(at);
        self.scene.is_common(at) || cues.iter().any(|cue| NO_PLACE.contains(cue))
    }

    /// The words of the full names of people, save those that are to be places.
    fn parts_of_people(&self, candidates: &[Candidate], tallies: &FxHashMap<&str, Tally>) -> FxHashSet<&'a str> {
        let tally = |it: &Candidate| tallies.get(&self.reading.form(&it.tokens)).copied().unwrap_or_default();
        let people = candidates.iter().filter(|it| is_tagged_person(it) && it.tokens.len() > 1);
        let people = people.filter(|it| !(self.is_open(it) && self.is_place(it, tally(it))));
        people.flat_map(|it| it.tokens.clone().map(|at| self.reading.folded(at))).collect()
    }
}

fn is_tagged_person(candidate: &Candidate) -> bool {
    candidate.evidence == Evidence::Tagged(EntityKind::Person)
}
