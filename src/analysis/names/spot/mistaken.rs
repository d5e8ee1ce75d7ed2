//! What the tagger took for another kind of name than the words beside it tell.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::verbs::is_verb;
use crate::lang::{NameCue, NameHint, Turn};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Spotter<'_> {
    /// 'a Columbus developer', 'a Lima firm': cities lend their names to clubs only where matches are told of, and to no company
    /// that is named by its kind.
    pub(super) fn is_city_of_body(&self, tokens: &Range<usize>) -> bool {
        let start = tokens.start;
        let is_of_firm = || {
            let is_led = start > self.sentence.start && self.scene.is_hint(start - 1, NameHint::Article);
            is_led && self.hint_ends_at(tokens.end + 1, NameHint::CompanyNoun)
        };
        // 'Boulder Police Chief Steve Redfearn'
        let is_of_officer = || {
            let title = self.cue(tokens.end, |cue| cue == NameCue::Title).filter(|&(len, _)| len > 1);
            self.reading.is_capitalised(tokens.end)
                && title.is_some_and(|(len, _)| self.is_tagged_person(tokens.end + len))
        };
        let may_be = !self.page.reports_matches && tokens.len() == 1;
        may_be
            && (self.scene.is_hint(start, NameHint::CityClub) || is_of_firm() || is_of_officer())
            && self.scene.is_known(tokens.clone(), EntityKind::Place)
    }

    /// 'Torrington selectmen', 'Winsted police': a word or two that no list has, before those who serve a town.
    pub(super) fn is_town_by_its_people(&self, tokens: &Range<usize>) -> bool {
        let end = tokens.end;
        let is_folk = |to: usize| self.scene.is_hint_of(end..to, NameHint::Townsfolk);
        let is_word = |at: usize| {
            self.reading.tokens[at].case == Case::Capital
                && !self.scene.is_common(at)
                && !self.scene.pack.is_ordinary(self.reading.words[at])
                && !self.scene.is_cue(at, NameCue::OrganisationTail)
        };
        end < self.sentence.end
            && self.reading.tokens[end].case == Case::Lower
            && (end + 1..=end + 2).any(is_folk)
            && tokens.len() <= 2
            && tokens.clone().all(is_word)
            && !self.scene.is_known(tokens.clone(), EntityKind::Organisation)
    }

    /// 'Hakim MK Cecar Pemerintah': the verb of a headline and ordinary words behind it, none of which people bear.
    pub(super) fn is_action(&self, tokens: &Range<usize>) -> bool {
        let is_word = |at: usize| {
            let is_plain =
                self.scene.is_common(at) || self.scene.is_any_hint(at, &[NameHint::HeadlineVerb, NameHint::Ordinary]);
            is_plain && !self.scene.is_person_word(at)
        };
        tokens.len() > 1 && self.scene.is_hint(tokens.start, NameHint::HeadlineVerb) && tokens.clone().all(is_word)
    }

    /// 'Ralph Ferrers', 'outlasted Casper Ruud': a given name before a word that ends no name of another kind. One that is a place's
    /// too, or stands where places do, is a person's where matches are told of, or right behind what somebody did.
    fn is_borne_pair(&self, tokens: &Range<usize>) -> bool {
        const TAILS: [NameCue; 3] = [NameCue::PlaceTail, NameCue::OrganisationTail, NameCue::EventTail];
        let Range { start, end } = *tokens;
        let is_placed = || {
            self.scene.known(start..start + 1).is_some_and(|known| known.kind != EntityKind::Person)
                || self.cue_ends_at(start, NameCue::PlacePreposition)
        };
        let is_outdone = || {
            start > self.sentence.start + 1
                && self.reading.tokens[start - 1].case == Case::Lower
                && is_verb(self.reading, self.scene.pack, start - 1)
        };
        end - start == 2
            && self.scene.pack.full_names
            && self.scene.is_given_name(start)
            && !self.scene.is_common(start)
            && self.reading.tokens[end - 1].case == Case::Capital
            && !self.scene.is_any_cue(end - 1, &TAILS)
            && !self.scene.is_hint(end - 1, NameHint::CompanyTail)
            && !self.scene.is_hint(start, NameHint::PlaceStart)
            && self.scene.known(start..self.sentence.end).is_none_or(|known| known.len < 2)
            && (self.page.reports_matches || !is_placed() && !self.scene.is_common(end - 1) || is_outdone())
    }

    /// 'Bergman's "Winter Light"': whoever made what stands in quotation marks.
    fn is_maker(&self, tokens: &Range<usize>) -> bool {
        let end = tokens.end;
        self.scene.is_possessive(end)
            && matches!(self.reading.mark(end + 1), '“' | '"' | '‘')
            && self.reading.is_capitalised(end + 2)
            && self.scene.known(tokens.clone()).is_none()
    }

    /// Whether what was tagged as a body is somebody.
    pub(super) fn is_person_as_body(&self, tokens: &Range<usize>, is_body: bool, title: Option<&Range<usize>>) -> bool {
        let is_speaker = || self.is_described_as_person(tokens) || self.is_speaker_with_role(tokens);
        title.is_some() && self.is_titled_pair(tokens)
            || !is_body && is_speaker()
            // 'Jefferson High' is a school.
            || !is_body && !self.scene.is_common(tokens.end - 1) && self.is_borne_pair(tokens)
            || self.is_introduced(tokens, is_body, EntityKind::Organisation)
            || self.is_addressed(tokens, title)
    }

    /// Whether what was tagged as a place is somebody.
    pub(super) fn is_person_as_place(
        &self,
        tokens: &Range<usize>,
        is_body: bool,
        is_company: bool,
        title: Option<&Range<usize>>,
    ) -> bool {
        let is_person = || {
            self.is_person_with_place_tail(tokens)
                || self.is_holder_of_seat(tokens)
                || self.is_speaker_in_commas(tokens)
                || self.is_maker(tokens)
                || self.is_borne_pair(tokens)
                || self.is_author(tokens)
                || self.is_unlisted_person(tokens)
        };
        title.is_some_and(|title| self.governs(title, tokens))
            || self.is_introduced(tokens, is_body, EntityKind::Place)
            || !is_company && is_person()
            || self.is_addressed(tokens, title)
    }

    /// 'pedagang bernama Yulin Manoppo'
    fn is_introduced(&self, tokens: &Range<usize>, is_body: bool, kind: EntityKind) -> bool {
        tokens.len() > 1
            && !is_body
            && tokens.clone().all(|at| self.reading.tokens[at].case == Case::Capital)
            && self.scene.names_somebody(tokens.start)
            && !self.scene.is_known(tokens.clone(), kind)
    }

    /// 'Pak Man', 'Ms McGahan'
    fn is_addressed(&self, tokens: &Range<usize>, title: Option<&Range<usize>>) -> bool {
        title.is_some()
            && tokens.len() == 1
            && matches!(self.reading.tokens[tokens.start].case, Case::Capital | Case::Mixed)
            && self.scene.is_any_hint(tokens.start - 1, &[NameHint::HeAddress, NameHint::SheAddress])
    }

    /// Whether what stands between the title of an officer and 'itu' is the company: 'CEO Buana Kassiti itu'. Whoever bears the
    /// title was named before.
    pub(super) fn is_whose_office(&self, title: &Range<usize>, tokens: &Range<usize>) -> bool {
        let behind = self.reading.words.get(tokens.end).copied();
        let is_definite =
            behind.is_some_and(|word| self.scene.pack.cues.turns.of(word).contains(&Turn::DefiniteBehind));
        is_definite && self.hint_ends_at(title.end, NameHint::OfficeTitle) && !self.scene.is_given_name(tokens.start)
    }

    /// Whether several words behind the title of one who governs a region are no region, all of which are listed: 'Wali Kota Vinanda
    /// Prameswati'.
    fn governs(&self, title: &Range<usize>, tokens: &Range<usize>) -> bool {
        tokens.len() > 1
            && self.hint_ends_at(title.end, NameHint::RegionTitle)
            && self.scene.known(tokens.clone()).is_none()
            && !tokens.clone().any(|at| self.hint_ends_at(at + 1, NameHint::VillageTail))
    }

    /// Whether this is a hospital, a museum or the like behind a preposition of place: 'dirawat di RSUD Kartini'.
    pub(super) fn is_visited(&self, tokens: &Range<usize>) -> bool {
        // 'Balai Desa Depok'
        let mut heads = self.scene.pack.cues.name_hints.starting(&self.reading.words[tokens.clone()]);
        // 'Chapel Allerton Primary School'
        let may_be_headed =
            !self.scene.pack.full_names || !self.scene.is_cue(tokens.end - 1, NameCue::OrganisationTail);
        let is_site = self.hint_ends_at(tokens.end, NameHint::Site)
            || may_be_headed && heads.any(|(_, hints)| hints.contains(&NameHint::Site));
        let article =
            tokens.start.checked_sub(1).filter(|&at| self.scene.pack.function_words.contains(&self.reading.words[at]));
        // 'di Rutan Praya', 'di depan Rutan Praya'
        let stands = |end: usize| {
            let is_region = end > self.sentence.start && self.scene.is_hint(end - 1, NameHint::Region);
            self.cue_ends_at(end - usize::from(is_region), NameCue::PlacePreposition)
        };
        is_site && (stands(tokens.start) || article.is_some_and(stands) || self.is_behind_listed_place(tokens.start))
    }

    /// Whether a place stands before the comma or the 'and' before `start`: 'di RS Sumber Glagah dan Puskesmas Trawas', 'dari Puskesmas
    /// Dasuk, Puskesmas Rubaru, hingga Puskesmas Batang'.
    pub(super) fn is_behind_listed_place(&self, start: usize) -> bool {
        let before = start.saturating_sub(1);
        let joins = self.scene.is_cue(before, NameCue::And) || self.scene.is_hint(before, NameHint::ListJoint);
        let end = if joins && self.reading.mark(before.saturating_sub(1)) == ',' { before - 1 } else { before };
        let is_place = |it: &Candidate| {
            const PLACE: EntityKind = EntityKind::Place;
            matches!(it.evidence, Evidence::Tagged(PLACE) | Evidence::Known(_, PLACE) | Evidence::AfterPlaceHead)
                && it.tokens.end == end
        };
        (joins || self.reading.mark(before) == ',') && self.out.last().is_some_and(is_place)
    }

    /// Whether several words that nobody bears stand behind a noun for places: 'jalur Batu Lubang'.
    pub(super) fn is_headed_place(&self, tokens: &Range<usize>) -> bool {
        let start = tokens.start;
        let is_borne = |at: usize| self.scene.is_person_word(at);
        // 'dari distrik San Martin de Porres', whoever bears that
        let is_placed = || {
            let head = start > self.sentence.start + 1 && self.scene.is_cue(start - 1, NameCue::PlaceHead);
            head && self.scene.is_hint(start - 1, NameHint::Form)
                && self.cue_ends_at(start - 1, NameCue::PlacePreposition)
        };
        tokens.len() > 1
            && self.cue_ends_at(start, NameCue::PlaceHead)
            && (!tokens.clone().any(is_borne) || is_placed())
    }

    /// Whether a noun for things stands before what was tagged, perhaps with a word between: a product's name is tagged as one
    /// who acts ('rudal Patriot', 'obat malaria Coartem').
    pub(super) fn names_a_thing(&self, tokens: &Range<usize>, kind: EntityKind) -> bool {
        let at = tokens.start;
        let is_lower = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        // 'lukisan karya Nasirun': whoever made it.
        let is_made_by = at > self.sentence.start && self.scene.is_hint(at - 1, NameHint::WorkBy);
        let behind_thing = self.cue_ends_at(at, NameCue::Thing)
            || at > self.sentence.start + 1
                && is_lower(at - 1)
                && !is_made_by
                && self.cue_ends_at(at - 1, NameCue::Thing);
        let is_office = |at: usize| {
            let is_part = |cue| matches!(cue, NameCue::OrganisationHead | NameCue::OrganisationTail);
            self.cue(at, is_part).is_some() || self.reading.tokens[at].case == Case::Upper
        };
        let may_be_thing = match kind {
            EntityKind::Person => self.cue_ends_at(at, NameCue::Thing) || tokens.len() == 1,
            EntityKind::Organisation => tokens.len() <= 2 && !tokens.clone().any(is_office),
            _ => false,
        };
        behind_thing && may_be_thing || kind == EntityKind::Person && self.is_one_of_its_kind(tokens)
    }

    /// 'won a Tony for', 'drove an Alfa': behind an article that makes one of several, and before no noun, stands no person.
    pub(super) fn is_one_of_its_kind(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        let is_definite =
            |at: usize| self.scene.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::DefiniteBefore);
        let is_led =
            start > self.sentence.start && self.scene.is_hint(start - 1, NameHint::Article) && !is_definite(start - 1);
        let is_alone = end >= self.sentence.end
            || !self.reading.is_word(end) && !self.reading.is_glued(end + 1)
            || self.scene.pack.function_words.contains(&self.reading.words[end]);
        tokens.len() == 1 && is_led && is_alone && self.scene.pack.full_names
    }
}
