//! Companies that bear one unknown word, which a tagger takes for a person as often: what stands around any mention of the
//! word tells ('shares in Tarrow', 'Lumora, a startup', 'Holmgren AB'), and all its mentions follow. So do those of products
//! and of clubs by their nicknames.
//!
//! Nothing is found here that was no candidate.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::analysis::reading::Reading;
use crate::analysis::verbs::is_verb;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// How far the noun may stand behind the comma of an apposition, in words: ', a Seattle-based maker'.
const APPOSITION_WORDS: usize = 5;

/// The longest name that is looked at, in tokens.
pub(super) const LONGEST: usize = 2;

/// Takes the people and places that the article treats as companies for companies.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let judge = Judge { scene: *scene, reading };
    let mut companies: FxHashSet<&str> = candidates
        .iter()
        .filter(|it| (judge.is_open(it) || judge.may_make_games(it)) && judge.stands_as_company(it))
        .map(|it| judge.form(it))
        .collect();
    let short: FxHashSet<&str> = candidates.iter().filter_map(|it| judge.short_company(it)).collect();
    companies.extend(short.iter().cloned());
    let nicknames: FxHashSet<&str> = candidates.iter().filter_map(|it| judge.nickname(it)).collect();
    for candidate in candidates.iter_mut().filter(|it| it.tokens.len() == 1 && it.title.is_none()) {
        if nicknames.contains(&judge.form(candidate)) && !matches!(candidate.evidence, Evidence::Known(..)) {
            candidate.evidence = Evidence::Tagged(EntityKind::Organisation);
        }
    }
    candidates.iter_mut().filter(|it| judge.is_placed_thing(it)).for_each(|it| it.evidence = Evidence::AfterThing);
    let people = candidates.iter().filter(|it| judge.is_person(it));
    let people: FxHashSet<&str> = people.flat_map(|it| judge.forms_of_person(it)).collect();
    let is_thing = |it: &&Candidate| it.evidence == Evidence::AfterThing && it.tokens.len() <= LONGEST;
    let mut things: FxHashSet<&str> = candidates.iter().filter(is_thing).map(|it| judge.form(it)).collect();
    things.extend(candidates.iter().filter_map(|it| judge.ship(it)));
    // 'the transit app Moovly', but 'the app maker Moovly said'
    let makers = candidates.iter().filter(|it| judge.is_thing_and_maker(it)).map(|it| judge.form(it));
    let makers: FxHashSet<&str> = makers.filter(|form| things.contains(form)).collect();
    let described: FxHashSet<&str> =
        candidates.iter().filter(|it| judge.is_described_as_thing(it)).map(|it| judge.form(it)).collect();
    let described: FxHashSet<&str> =
        described.into_iter().chain(candidates.iter().filter_map(|it| judge.short_festival(it))).collect();
    things.extend(described.iter().cloned());
    things.extend(candidates.iter().filter_map(|it| judge.unversioned(it)));
    for candidate in candidates.iter_mut() {
        let form = judge.form(candidate);
        let is_told = (short.contains(&form) || things.contains(&form)) && is_weak(candidate);
        if !judge.is_open(candidate)
            && !judge.may_make_games(candidate)
            && !is_told
            && !described.contains(&form)
            && !makers.contains(&form)
        {
            continue;
        }
        if people.contains(&form) {
            continue;
        }
        if makers.contains(&form) {
            candidate.evidence = Evidence::Tagged(EntityKind::Organisation);
            continue;
        }
        if companies.contains(&form) && !described.contains(&form) {
            candidate.evidence = Evidence::Tagged(EntityKind::Organisation);
            candidate.title = None;
        } else if things.contains(&form) {
            candidate.evidence = Evidence::AfterThing;
            candidate.title = None;
        }
    }
    candidates
}

pub(super) struct Judge<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) reading: &'a Reading<'a>,
}

impl<'a> Judge<'a> {
    pub(super) fn form(&self, candidate: &Candidate) -> &'a str {
        self.reading.form(&candidate.tokens)
    }

    /// Whether little is known of a short name, none of whose words is a name of people unless it stands where bodies do.
    pub(super) fn is_open(&self, candidate: &Candidate) -> bool {
        let is_name = |at: usize| self.scene.is_person_word(at);
        is_weak(candidate)
            && candidate.tokens.len() <= LONGEST
            && (!candidate.tokens.clone().any(is_name) || self.is_behind_office(candidate))
    }

    /// 'Larkspur Games': the last word is one of events and of companies.
    fn may_make_games(&self, candidate: &Candidate) -> bool {
        let Range { start, end } = candidate.tokens;
        candidate.evidence == Evidence::EventWord
            && end - start == LONGEST
            && self.scene.is_cue(end - 1, NameCue::OrganisationTail)
    }

    /// 'Eagles' of 'Philadelphia Eagles'.
    fn nickname(&self, candidate: &Candidate) -> Option<&'a str> {
        let last = candidate.tokens.end - 1;
        let is_club = matches!(
            candidate.evidence,
            Evidence::Known(_, EntityKind::Organisation) | Evidence::Tagged(EntityKind::Organisation)
        );
        let is_tail = self.scene.is_hint(last, NameHint::ClubTail)
            && !self.scene.is_cue(last, NameCue::OrganisationTail)
            && !self.scene.is_cue(last, NameCue::PlaceHead);
        (is_club && is_tail && candidate.tokens.len() > 1).then(|| self.reading.form(&(last..last + 1)))
    }

    /// Whether the noun before is only the first half of one: 'film maker'.
    pub(super) fn is_joined_noun(&self, at: usize) -> bool {
        self.scene.is_any_cue(at, &[NameCue::Title, NameCue::OrganisationTail])
            || self.is_hint(at, NameHint::CompanyNoun)
    }

    /// ', a startup', ', the Seattle-based maker of': the lower-case words behind a comma, up to a preposition.
    pub(super) fn apposition(&self, start: usize) -> impl Iterator<Item = usize> + '_ {
        let is_plain = move |at: &usize| {
            let at = *at;
            let token = self.reading.tokens.get(at);
            let joins = self.scene.is_cue(at, NameCue::Connector) && self.reading.text(at).len() > 1 && at > start
                || self.scene.is_cue(at, NameCue::PlacePreposition);
            token.is_some_and(|token| token.case == Case::Lower || self.reading.mark(at) == '-' || at < start + 2)
                && !joins
        };
        (start..start + APPOSITION_WORDS).take_while(is_plain)
    }

    /// 'Holmgren' of 'Holmgren AB': what is left of a company's name without the form of company.
    fn short_company(&self, candidate: &Candidate) -> Option<&'a str> {
        let tokens = &candidate.tokens;
        let is_company =
            matches!(candidate.evidence, Evidence::Tagged(EntityKind::Organisation) | Evidence::OrganisationWord);
        // 'Ravensworth Metals Ltd.'
        let end = tokens.end - usize::from(tokens.len() > 2 && self.reading.mark(tokens.end - 1) == '.');
        let is_tail = tokens.len() > 1 && self.scene.is_cue(end - 1, NameCue::OrganisationTail);
        // 'Kyuna' of 'Kyuna Drillers': no list has either word's name.
        let is_unlisted = || {
            let has_cue = !self.scene.cues(tokens.start).is_empty() || !self.scene.cues(end - 1).is_empty();
            self.scene.pack.full_names
                && end - tokens.start == LONGEST
                && !has_cue
                && !self.scene.is_person_word(end - 1)
                && self.scene.known(tokens.start..end).is_none()
                && !self.scene.is_person_word(tokens.start)
        };
        let is_tail = is_tail || is_unlisted();
        // 'Agincourt' of 'PT Agincourt Resources'.
        let is_head = tokens.len() > LONGEST && self.is_hint(tokens.start, NameHint::Form);
        let start = if is_head { tokens.start + 1 } else { tokens.start };
        let is_ordinary = self.scene.is_common(start) || is_head && self.scene.is_person_word(start);
        let is_short = is_head || is_tail && end - tokens.start <= LONGEST + 1;
        (is_company && is_short && !is_ordinary).then(|| self.reading.form(&(start..start + 1)))
    }

    fn is_person(&self, candidate: &Candidate) -> bool {
        let is_person = matches!(candidate.evidence, Evidence::Tagged(EntityKind::Person) | Evidence::AfterTitle);
        is_person && (candidate.title.is_some() || candidate.tokens.len() > LONGEST - 1)
            || matches!(
                candidate.evidence,
                Evidence::Known(_, EntityKind::Person) | Evidence::Reader(EntityKind::Person)
            )
    }

    /// The whole name of a person behind a title; else its last word: 'Priya Raghunathan', but 'Lumora' of 'Lumora Nabs' stays.
    fn forms_of_person(&self, candidate: &Candidate) -> Vec<&'a str> {
        let last = candidate.tokens.end - 1..candidate.tokens.end;
        let mut forms = vec![self.reading.form(&last)];
        if candidate.title.is_some() {
            forms.push(self.form(candidate));
        }
        forms
    }

    /// Whether the word at `at` is a noun for companies: 'startup', and nothing that they do.
    pub(super) fn is_firm(&self, at: usize) -> bool {
        self.is_hint(at, NameHint::CompanyNoun) && !is_verb(self.reading, self.scene.pack, at)
    }

    /// Whether a phrase of one word or two that begins at `at` hints so.
    pub(super) fn is_hint(&self, at: usize, wanted: NameHint) -> bool {
        let words = self.scene.words(at..self.reading.words.len().min(at + 2));
        self.scene.pack.cues.name_hints.starting(words).any(|(_, hints)| hints.contains(&wanted))
    }
}

/// Whether little more than the tagger's word speaks for what a candidate is.
pub(super) fn is_weak(candidate: &Candidate) -> bool {
    matches!(
        candidate.evidence,
        Evidence::Tagged(EntityKind::Person | EntityKind::Place)
            | Evidence::OrganisationWord
            | Evidence::Capitals
            | Evidence::BesideSpeech
    )
}
