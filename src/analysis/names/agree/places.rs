//! Places that no list has, which a tagger takes for people, or passes over: 'hospitals in Lubbock', 'between Birdhill and
//! Cloughjordan', 'Great Snetterby residents'. What stands around any mention of the words tells, and all mentions follow.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::consistency::{is_weak, stands_as_place};
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name that is looked at, in words.
const LONGEST_WORDS: usize = 4;

/// How many tokens lead from a place to the region that it lies in: ', in the'.
const LONGEST_LEAD: usize = 3;

/// What a word of a place's name is not.
const NO_PLACE: [NameCue; 5] =
    [NameCue::OrganisationHead, NameCue::OrganisationTail, NameCue::EventTail, NameCue::Government, NameCue::NotName];

/// How clearly the words around a name say that it is a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    #[default]
    Open,
    /// Behind a preposition that people stand behind as well: 'from', 'to'.
    Likely,
    /// Where only places stand.
    Sure,
}

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

struct Judge<'a> {
    scene: Scene<'a>,
    reading: &'a Reading<'a>,
}

impl<'a> Judge<'a> {
    /// Whether the tagger's word is all there is for a name, or not even that.
    fn is_open(&self, candidate: &Candidate) -> bool {
        let is_weak = matches!(candidate.evidence, Evidence::Capitals | Evidence::AfterPreposition);
        let is_body = candidate.evidence == Evidence::Tagged(EntityKind::Organisation) && self.may_be_place(candidate);
        // 'In January a boiler died'
        let is_month = self.scene.pack.time.vocabulary.has(self.reading.words[candidate.tokens.start]);
        (is_tagged_person(candidate) || is_weak && !is_month || is_body)
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
            return place > person || is_unlisted && place > 0 && place == person;
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
    fn starts_as_place(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        candidate.tokens.len() > 1 && self.scene.is_hint_of(start..start + 1, NameHint::PlaceStart)
    }

    /// Whether the word before belongs to the name, though a sentence begins with it: 'Great Snetterby residents'.
    fn begins_before(&self, start: usize, free: usize) -> bool {
        start > free
            && self.reading.is_capitalised(start - 1)
            && self.scene.is_hint_of(start - 1..start, NameHint::PlaceStart)
    }

    fn is_ordinary(&self, at: usize) -> bool {
        let cues = self.scene.cues(at);
        self.scene.is_common(at) || cues.iter().any(|cue| NO_PLACE.contains(cue))
    }

    /// How each candidate stands; of names that are listed together the others stand as the first does, save for two words
    /// that somebody may bear ('in Brussels and Aamer Madhani').
    fn standings(&self, candidates: &[Candidate]) -> Vec<Standing> {
        let mut standings: Vec<Standing> = Vec::with_capacity(candidates.len());
        for (index, candidate) in candidates.iter().enumerate() {
            let own = self.standing(candidate, candidates.get(index + 1));
            let listed = index.checked_sub(1).filter(|&before| self.are_listed(&candidates[before], candidate));
            let before = listed.map_or(Standing::Open, |before| standings[before]);
            let may_follow = candidate.tokens.len() == 1 || self.starts_as_place(candidate) || self.closes(candidate);
            let is_within = || listed.is_some_and(|before| self.is_within(candidate, &candidates[before]));
            let is_listed = || listed.is_some_and(|before| self.is_unknown_in_list(candidate, &candidates[before]));
            standings.push(match before {
                _ if own == Standing::Open && is_listed() => Standing::Sure,
                Standing::Sure if may_follow => before,
                Standing::Likely if own == Standing::Open && is_within() => before,
                _ => own,
            });
        }
        standings
    }

    /// 'The cave, Výpustek, was used': a noun for places before the comma, its article, and a comma behind.
    fn is_told_behind_noun(&self, start: usize, end: usize) -> bool {
        let Some(noun) = start.checked_sub(2).filter(|&noun| noun > 0 && self.reading.mark(noun + 1) == ',') else {
            return false;
        };
        let is_noun = self.scene.is_any_cue(noun, &[NameCue::PlaceHead, NameCue::PlaceTail]);
        let is_led = (noun.saturating_sub(2)..noun).any(|at| self.scene.is_hint(at, NameHint::Article));
        self.reading.mark(end) == ',' && self.reading.tokens[noun].case == Case::Lower && is_noun && is_led
    }

    /// 'Kecskemét, Hódmezővásárhely and all': a word that no list has and no tagger saw, behind a place that is listed.
    fn is_unknown_in_list(&self, candidate: &Candidate, place: &Candidate) -> bool {
        let start = candidate.tokens.start;
        let is_place =
            matches!(place.evidence, Evidence::Known(_, EntityKind::Place) | Evidence::Tagged(EntityKind::Place));
        let is_weak = matches!(candidate.evidence, Evidence::Capitals | Evidence::AfterPreposition);
        is_place
            && is_weak
            && candidate.tokens.len() == 1
            && !self.scene.is_person_word(start)
            && !self.is_ordinary(start)
            && (self.closes(candidate) || self.scene.is_cue(start + 1, NameCue::And))
    }

    /// Whether a word that nobody bears tells where the site before it is: 'di SDAT Tennis Stadium, Nungambakkam,'.
    fn is_within(&self, candidate: &Candidate, site: &Candidate) -> bool {
        let is_site = matches!(site.evidence, Evidence::Tagged(EntityKind::Place) | Evidence::AfterPlaceHead);
        is_site
            && candidate.tokens.len() == 1
            && !self.scene.is_person_word(candidate.tokens.start)
            && self.closes(candidate)
    }

    fn standing(&self, candidate: &Candidate, next: Option<&Candidate>) -> Standing {
        let start = candidate.tokens.start;
        let before = start.saturating_sub(2)..start;
        let has_before = |wanted: NameHint| before.clone().any(|from| self.scene.is_hint_of(from..start, wanted));
        let end = candidate.tokens.end;
        let behind = (end + 1..=end + 2).any(|to| self.scene.is_hint_of(end..to, NameHint::PlaceBehind));
        let in_region = next.is_some_and(|next| {
            let is_known = matches!(next.evidence, Evidence::Known(_, EntityKind::Place));
            let gap = end..next.tokens.start;
            let leads = |at: usize| {
                self.reading.mark(at) == ','
                    || self.scene.is_hint(at, NameHint::In)
                    || self.scene.is_hint(at, NameHint::Article)
            };
            is_known
                && self.reading.mark(end) == ','
                && (1..=LONGEST_LEAD).contains(&gap.len())
                && gap.into_iter().all(leads)
        });
        // 'a nod to Bergman's "Winter Light"'
        let owns_work = || self.scene.is_possessive(end) && matches!(self.reading.mark(end + 1), '“' | '"');
        if has_before(NameHint::CompanyHead) || owns_work() {
            Standing::Open
        } else if has_before(NameHint::PlaceSure)
            || self.is_told_behind_noun(start, end) && !(start..end).any(|at| self.scene.is_borne(at))
            || self.is_home(start)
            || self.is_where_from(candidate)
            || self.is_water(start)
            || self.is_defined(end)
            || behind
            || in_region && self.opens_aside(start)
        {
            Standing::Sure
        } else if stands_as_place(&self.scene, start) {
            Standing::Likely
        } else {
            Standing::Open
        }
    }

    /// 'a tributary of the Kara Darya': behind the article of a river or a range.
    fn is_water(&self, start: usize) -> bool {
        let Some(article) = start.checked_sub(1).filter(|&at| self.scene.is_hint(at, NameHint::Definite)) else {
            return false;
        };
        let is_before = |from: usize| self.scene.is_hint_of(from..article, NameHint::WaterBefore);
        (article.saturating_sub(2)..article).any(is_before)
    }

    /// 'Boultham is a village in Lincolnshire', but not 'is a town councillor'.
    fn is_defined(&self, end: usize) -> bool {
        let is_led = self.scene.is_hint(end, NameHint::Copula) && self.scene.is_hint(end + 1, NameHint::Article);
        let is_noun = |&at: &usize| {
            let is_place = self.scene.is_any_cue(at, &[NameCue::PlaceHead, NameCue::PlaceTail]);
            is_place && self.reading.tokens[at].case == Case::Lower
        };
        let last = self.reading.words.len();
        let noun = if is_led { (end + 2..last.min(end + 5)).find(is_noun) } else { None };
        noun.is_some_and(|at| self.scene.is_cue(at + 1, NameCue::PlacePreposition) || self.reading.mark(at + 1) == ',')
    }

    /// ', of Thorsby': where somebody is at home.
    fn is_home(&self, start: usize) -> bool {
        start > 1 && self.scene.is_hint_of(start - 1..start, NameHint::PlaceOf) && self.reading.mark(start - 2) == ','
    }

    /// 'a primary school teacher from Ellesmere,': behind what somebody is, and before a mark.
    fn is_where_from(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        start > 1
            && self.closes(candidate)
            && self.scene.is_hint_of(start - 1..start, NameHint::PlaceOf)
            && self.scene.is_cue(start - 1, NameCue::PlacePreposition)
            && self.scene.is_cue(start - 2, NameCue::Title)
            && self.reading.tokens[start - 2].case == Case::Lower
    }

    /// Whether a preposition or a comma stands before, so that a region behind the name is not one of a list.
    fn opens_aside(&self, start: usize) -> bool {
        stands_as_place(&self.scene, start)
            || start > 0 && self.scene.pack.function_words.contains(&self.reading.words[start - 1])
    }

    /// Whether two names stand beside each other with nothing but a comma or an 'and' between them.
    fn are_listed(&self, one: &Candidate, other: &Candidate) -> bool {
        let between = one.tokens.end..other.tokens.start;
        let joins = |at: usize| self.reading.mark(at) == ',' || self.scene.is_cue(at, NameCue::And);
        matches!(between.len(), 1 | 2) && between.into_iter().all(joins)
    }

    /// Whether a mark stands behind a name, and not what it does or where it is.
    fn closes(&self, candidate: &Candidate) -> bool {
        matches!(self.reading.mark(candidate.tokens.end), ',' | '.' | ';' | ')')
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
