//! What says that a name is that of a thing: a product, a work, a ship, a festival ('SuBastian, a remotely operated vehicle', 'a
//! sequel to Fogbound', 'MV Glen Sannox').

use std::ops::Range;

use super::companies::{Judge, LONGEST, is_weak};
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl<'a> Judge<'a> {
    /// 'SuBastian, a remotely operated vehicle', 'its Perch model': a noun for things stands behind.
    pub(super) fn is_described_as_thing(&self, candidate: &Candidate) -> bool {
        let end = candidate.tokens.end;
        let is_aside = self.reading.mark(end) == ',' && self.scene.is_hint(end + 1, NameHint::Article);
        // 'a think tank'
        let is_firm = |at: usize| self.is_hint(at - 1, NameHint::CompanyNoun);
        let is_noun = |at| self.scene.is_cue(at, NameCue::Thing) && !self.is_joined_noun(at + 1) && !is_firm(at);
        let is_behind = self.scene.is_hint(end, NameHint::ThingBehind) && self.reading.tokens[end].case == Case::Lower;
        // No person has an article, whoever the ship is named after.
        let is_vessel = self.is_thing_in_apposition(candidate);
        let is_animal = |noun| self.scene.is_hint(noun, NameHint::Animal);
        let is_thing = |noun| self.scene.is_cue(noun, NameCue::Thing);
        let is_part = self.is_behind_part_of_work(candidate) || self.is_enclosed(candidate, is_thing);
        let is_beast = self.is_trained(candidate) || self.is_told_animal(candidate);
        (is_vessel || is_beast || self.is_called(candidate) || self.is_enclosed(candidate, is_animal))
            && is_weak(candidate)
            || candidate.evidence == Evidence::AfterThing && self.is_ship_behind_noun(candidate.tokens.start)
            || self.may_be_thing(candidate)
                && (is_part || is_behind || is_aside && self.apposition(end + 1).any(is_noun))
    }

    /// Whether a name that stands behind a noun for things elsewhere is here that of its maker: 'Moovly spokesperson', 'Lisbon-based
    /// Moovly'.
    pub(super) fn is_thing_and_maker(&self, candidate: &Candidate) -> bool {
        let Range { start, end } = candidate.tokens;
        let is_based =
            start > 1 && self.scene.is_hint(start - 1, NameHint::Based) && self.reading.mark(start - 2) == '-';
        let behind_noun =
            start > 0 && self.is_joined_noun(start - 1) && self.scene.is_cue(start.saturating_sub(2), NameCue::Thing);
        matches!(candidate.evidence, Evidence::AfterThing | Evidence::Capitals)
            && end - start == 1
            && (is_based || behind_noun || self.scene.is_any_cue(end, &[NameCue::Title]))
    }

    /// Whether a name may be that of a thing: one that is not known, and does not end as those of bodies do.
    fn may_be_thing(&self, candidate: &Candidate) -> bool {
        let last = candidate.tokens.end - 1;
        let is_body = candidate.evidence == Evidence::Tagged(EntityKind::Organisation)
            && !self.scene.is_any_cue(last, &[NameCue::OrganisationTail, NameCue::Government]);
        (self.is_open(candidate) || is_body) && candidate.title.is_none() && candidate.tokens.len() <= LONGEST
    }

    /// 'a flaw in MOVEit Transfer': a word with a capital letter in the middle, which was taken for a place for its preposition.
    pub(super) fn is_placed_thing(&self, candidate: &Candidate) -> bool {
        let is_placed = matches!(candidate.evidence, Evidence::Tagged(EntityKind::Place) | Evidence::AfterPreposition);
        let text = self.reading.text(candidate.tokens.start);
        // 'KwaMashu' is a place.
        let has_run = text.chars().zip(text.chars().skip(1)).any(|(c, next)| c.is_uppercase() && next.is_uppercase());
        let is_mixed = self.reading.tokens[candidate.tokens.start].case == Case::Mixed && has_run;
        is_placed && is_mixed && !text.contains(['-', '\'', '’'])
    }

    /// 'a sequel to Fogbound', 'codenamed Gannet': words that only works and products stand behind.
    fn is_behind_part_of_work(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        (start.saturating_sub(2)..start).any(|from| self.scene.is_hint_of(from..start, NameHint::ThingBefore))
    }

    /// 'the ferry Connemara', 'aboard the Connemara'
    fn is_ship_behind_noun(&self, start: usize) -> bool {
        let is_before =
            |end: usize, hint| (end.saturating_sub(2)..end).any(|from| self.scene.is_hint_of(from..end, hint));
        start > 1
            && (is_before(start, NameHint::Vessel)
                || self.scene.is_hint(start - 1, NameHint::Definite) && is_before(start - 1, NameHint::VesselOf))
    }

    /// 'the sailing boat, the Balaena', 'a trawler, the Stella Maris': the noun before the comma, and the article before the name.
    fn is_thing_in_apposition(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        let Some(comma) = start.checked_sub(2).filter(|&comma| comma > 1 && self.reading.mark(comma) == ',') else {
            return false;
        };
        self.scene.is_hint(start - 1, NameHint::Article) && self.scene.is_hint(comma - 1, NameHint::Vessel)
    }

    /// 'a scanner called Hestia'
    fn is_called(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        let is_thing = |at: usize| {
            self.scene.is_cue(at, NameCue::Thing)
                || self.scene.is_any_hint(at, &[NameHint::CalledThing, NameHint::Animal])
        };
        // 'a barge called the Harriet'
        let start = if start > 0 && self.scene.is_hint(start - 1, NameHint::Definite) { start - 1 } else { start };
        // 'The typhoon, called Kalmaegi, killed'
        let is_aside = start > 2 && self.reading.mark(start - 2) == ',';
        // 'That dredge is called La Dragona'
        let has_link = start > 2 && self.scene.is_hint(start - 2, NameHint::Copula);
        let noun = start.wrapping_sub(if is_aside || has_link { 3 } else { 2 });
        start > 1 && self.scene.is_hint(start - 1, NameHint::Called) && is_thing(noun)
    }

    /// 'Absurde' of 'the Willie Mullins-trained Absurde'.
    fn is_trained(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        start > 1 && self.reading.mark(start - 2) == '-' && self.scene.is_hint(start - 1, NameHint::Trained)
    }

    /// 'Damask Road, a five-year-old mare,', but not 'Ann Lowe, a sheep farmer,': the noun behind the comma is the last word of
    /// what it says.
    fn is_told_animal(&self, candidate: &Candidate) -> bool {
        let end = candidate.tokens.end;
        let is_aside = self.reading.mark(end) == ',' && self.scene.is_hint(end + 1, NameHint::Article);
        let is_last = |at: usize| {
            let is_small = self.reading.tokens.get(at + 1).is_some_and(|token| token.case == Case::Lower);
            !is_small || self.scene.pack.function_words.contains(&self.reading.words[at + 1])
        };
        is_aside && self.apposition(end + 1).any(|at| self.scene.is_hint(at, NameHint::Animal) && is_last(at))
    }

    /// 'A second machine, Scout Mini, is', 'her cat, Deacon, slept': such a noun before the comma, and a comma behind the name.
    fn is_enclosed(&self, candidate: &Candidate, is_wanted: impl Fn(usize) -> bool) -> bool {
        let Range { start, end } = candidate.tokens;
        let Some(comma) = start.checked_sub(1).filter(|&comma| comma > 1 && self.reading.mark(comma) == ',') else {
            return false;
        };
        let noun = comma - 1;
        let is_noun = is_wanted(noun) && self.reading.tokens[noun].case == Case::Lower;
        let is_led = (noun.saturating_sub(2)..noun).any(|at| self.scene.is_hint(at, NameHint::Article));
        self.reading.mark(end) == ',' && is_noun && is_led
    }

    /// 'Claude' of 'Claude Opus 4.5'.
    pub(super) fn unversioned(&self, candidate: &Candidate) -> Option<&'a str> {
        let Range { start, end } = candidate.tokens;
        let has_version = candidate.evidence == Evidence::AfterThing && self.reading.is_number(end - 1);
        (has_version && end - start > LONGEST).then(|| self.reading.form(&(start..start + 1)))
    }

    /// 'Harborlight' of 'Harborlight Music and Arts Festival'.
    pub(super) fn short_festival(&self, candidate: &Candidate) -> Option<&'a str> {
        let Range { start, end } = candidate.tokens;
        let is_festival =
            matches!(candidate.evidence, Evidence::EventWord | Evidence::AfterThing | Evidence::Tagged(_))
                && self.scene.is_hint(end - 1, NameHint::FestivalTail);
        let is_own = !self.scene.is_common(start)
            && self.scene.known(start..start + 1).is_none()
            && !self.scene.is_person_word(start);
        (is_festival && is_own && end - start > 1).then(|| self.reading.form(&(start..start + 1)))
    }

    /// 'Glen Sannox' of 'MV Glen Sannox', 'Melissa' of 'Hurricane Melissa'.
    pub(super) fn ship(&self, candidate: &Candidate) -> Option<&'a str> {
        let tokens = &candidate.tokens;
        let is_head = self.is_hint(tokens.start, NameHint::Ship) || self.is_hint(tokens.start, NameHint::Storm);
        let is_ship = candidate.evidence == Evidence::EventWord && is_head;
        (is_ship && tokens.len() > 1).then(|| self.reading.form(&(tokens.start + 1..tokens.end)))
    }
}
