//! Names that the trained tagger found, as candidates: the gazetteer's word counts where it covers as much, and what the
//! tagger took as one is divided where it is two.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::known::Known;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Spotter<'_> {
    /// A name that the tagger begins at `at`; returns where to look next.
    pub(super) fn tagged(&mut self, at: usize) -> Option<usize> {
        let Tagged { tokens, kind } = self.tagged_at(at)?;
        if self.is_no_name(&tokens, kind) || self.is_time(at) || self.is_better_known(&tokens, kind) {
            return None;
        }
        if kind == EntityKind::Person
            && let Some(end) = self.command(&tokens)
        {
            return Some(end);
        }
        if let Some(end) = self.hyphen_and_code(&tokens) {
            self.title = None;
            self.push(at..end, Evidence::AfterThing, None);
            return Some(end);
        }
        if let Some(end) = self.end_of_court(&tokens).filter(|_| kind == EntityKind::Place) {
            self.title = None;
            self.push(at..end, Evidence::OrganisationWord, None);
            self.push(tokens, Evidence::Tagged(EntityKind::Place), None);
            return Some(end);
        }
        let title = self.title.take().filter(|title| (title.end..at).all(|at| !self.reading.is_word(at)));
        let evidence = self.evidence_of_tagged(&tokens, kind, title.as_ref());
        let in_title = title.filter(|_| evidence != Evidence::AfterThing);
        let is_person = kind == EntityKind::Person || evidence == Evidence::Tagged(EntityKind::Person);
        self.push(tokens.clone(), evidence, in_title.clone().filter(|_| is_person));
        let is_station = |cue| cue == NameCue::Government;
        let is_place = |cue| cue == NameCue::PlaceHead;
        if kind == EntityKind::Organisation || self.cue(at, is_station).is_some() && self.cue(at, is_place).is_none() {
            self.nested_names(tokens.clone(), at..tokens.end);
        }
        let end = self.bracketed_abbreviation(tokens.end).unwrap_or(tokens.end);
        // 'Kepala BPBD Pacitan Erwin': the organisation is part of the title.
        self.title = in_title.filter(|title| !is_person && title.end == at).map(|title| title.start..end);
        Some(end)
    }

    /// Behind the body of government that stands right behind a place that is cut short: 'B.C. Supreme Court'.
    fn end_of_court(&self, place: &Range<usize>) -> Option<usize> {
        let is_cut = self.reading.mark(place.end - 1) == '.' && self.reading.text(place.end - 2).len() == 1;
        let body = self.scene.known(place.end..self.sentence.end).filter(|_| is_cut && place.len() > 2)?;
        let last = place.end + body.len - 1;
        let is_office = self.scene.is_cue(last, NameCue::Government) || self.scene.ends_as_office(last);
        (body.kind == EntityKind::Organisation && is_office).then_some(last + 1)
    }

    /// What tells of which kind the tagged words are: the tagger, unless what stands beside them knows better.
    fn evidence_of_tagged(&self, tokens: &Range<usize>, kind: EntityKind, title: Option<&Range<usize>>) -> Evidence {
        let at = tokens.start;
        // 'shares in Tarrow': the preposition does not place anything.
        let is_company =
            title.is_none() && self.hint_ends_at(at, NameHint::CompanyHead) && !self.scene.is_person_word(at);
        let is_body = self.cue(tokens.end - 1, |cue| cue == NameCue::OrganisationTail).is_some();
        match kind {
            EntityKind::Organisation if self.is_city_of_body(tokens) => Evidence::Tagged(EntityKind::Place),
            EntityKind::Organisation if title.is_none() && self.is_town_by_its_people(tokens) => {
                Evidence::Tagged(EntityKind::Place)
            }
            EntityKind::Organisation if self.is_person_as_body(tokens, is_body, title) => {
                Evidence::Tagged(EntityKind::Person)
            }
            EntityKind::Place if self.is_person_as_place(tokens, is_body, is_company, title) => {
                Evidence::Tagged(EntityKind::Person)
            }
            // 'the member for Myall Lakes'
            EntityKind::Organisation
                if tokens.len() <= 2 && !is_body && self.hint_ends_at(at, NameHint::SeatBefore) =>
            {
                Evidence::AfterPlaceHead
            }
            // 'Radio Cornwall'
            EntityKind::Organisation if tokens.len() > 1 && !is_body && self.scene.is_hint(at, NameHint::Station) => {
                Evidence::AfterOutletNoun
            }
            EntityKind::Person | EntityKind::Place if is_company => Evidence::OrganisationWord,
            EntityKind::Person if title.is_some_and(|title| self.is_whose_office(title, tokens)) => {
                Evidence::OrganisationWord
            }
            // 'AccuWeather said'
            EntityKind::Person
                if title.is_none() && tokens.len() == 1 && self.is_camel(at) && !self.is_name_part(at) =>
            {
                Evidence::OrganisationWord
            }
            // 'Sertifikat Laik Higiene Sanitasi (SLHS)': nobody is told by letters whom no word is a name of.
            EntityKind::Person if title.is_none() && self.is_told_by_letters(tokens) => Evidence::AfterThing,
            _ if title.is_none() && self.names_a_thing(tokens, kind) => Evidence::AfterThing,
            // In a line of capitals 'PUTIN' was tagged as an abbreviation is.
            _ if self.page.headlines.names_person(&self.scene, tokens) => Evidence::Tagged(EntityKind::Person),
            EntityKind::Person if title.is_none() && self.ends_route(tokens) => Evidence::StandsAsPlace,
            EntityKind::Person if title.is_none() && (self.is_headed_place(tokens) || self.is_village(tokens)) => {
                Evidence::AfterPlaceHead
            }
            EntityKind::Organisation
                if title.is_none() && (self.is_visited(tokens) || self.is_listed_village(tokens)) =>
            {
                Evidence::Tagged(EntityKind::Place)
            }
            EntityKind::Other => Evidence::EventWord,
            _ => Evidence::Tagged(kind),
        }
    }

    /// 'dari Jelai Hulu', 'Wonorejo, Ngemplik Wetan': words that nobody bears, of which the last tells villages apart, behind a preposition
    /// of place or in a list of places.
    pub(super) fn is_village(&self, tokens: &Range<usize>) -> bool {
        self.scene.pack.grammar.noun_first
            && tokens.len() > 1
            && self.hint_ends_at(tokens.end, NameHint::VillageTail)
            && (self.cue_ends_at(tokens.start, NameCue::PlacePreposition) || self.is_behind_listed_place(tokens.start))
            && !tokens.clone().any(|at| self.scene.is_person_word(at))
    }

    /// 'Bajoe' of 'rute Kolaka-Bajoe': a word that nobody bears, behind a place and a hyphen.
    fn ends_route(&self, tokens: &Range<usize>) -> bool {
        let hyphen = tokens.start.wrapping_sub(1);
        let is_place =
            |it: &Candidate| it.tokens.end == hyphen && matches!(it.evidence, Evidence::Known(_, EntityKind::Place));
        tokens.len() == 1
            && self.scene.pack.grammar.noun_first
            && self.reading.mark(hyphen) == '-'
            && !self.scene.is_person_word(tokens.start)
            && self.out.last().is_some_and(is_place)
    }

    /// 'Undaan Kidul, dan Undaan Lor': two such words that were tagged as a body.
    fn is_listed_village(&self, tokens: &Range<usize>) -> bool {
        tokens.len() == 2
            && self.reading.tokens[tokens.start].case == Case::Capital
            && self.scene.cues(tokens.start).is_empty()
            && self.is_behind_listed_place(tokens.start)
            && self.is_village(tokens)
    }

    /// Whether several words that nobody bears stand before a bracket with the letters of the last of them.
    fn is_told_by_letters(&self, tokens: &Range<usize>) -> bool {
        let letters = tokens.end + 1;
        self.reading.mark(tokens.end) == '('
            && tokens.len() > 1
            && self.reading.mark(letters + 1) == ')'
            && self.reading.tokens[letters].case == Case::Upper
            && tokens.clone().all(|at| !self.scene.is_person_word(at))
            && tokens
                .clone()
                .rev()
                .zip(self.reading.text(letters).chars().rev())
                .all(|(at, letter)| self.reading.text(at).starts_with(letter))
    }

    /// The letters of an office or honour behind whoever bears it: 'Conor Halpin SC'.
    pub(super) fn postnominal(&self, at: usize) -> Option<usize> {
        let behind = if at > self.sentence.start && self.reading.mark(at - 1) == ',' { at - 1 } else { at };
        let is_person = |it: &Candidate| it.tokens.end == behind && it.evidence == Evidence::Tagged(EntityKind::Person);
        let is_letters = self.reading.tokens[at].case == Case::Upper && self.scene.is_hint(at, NameHint::Postnominal);
        (is_letters && self.out.last().is_some_and(is_person)).then_some(at + 1)
    }

    /// Capitalised words between a title and a person's name that the tagger left out: ordinary ones belong to the title
    /// ('Menteri Tenaga Kerja'), others to the name. Returns where to look next.
    pub(super) fn beside_tagged(&mut self, at: usize) -> Option<usize> {
        self.tagged?;
        let title = self.title.clone().filter(|title| title.end == at)?;
        // 'Anggota DPRD Sumut Dapil 8'
        let is_field = self.scene.is_hint(at, NameHint::Ordinary)
            && (self.is_tagged_person(at + 1) || self.reading.is_number(at + 1));
        if self.scene.is_common(at) && !self.is_borne_between(at + 1) && !self.begins_ordinary_name(at)
            || self.scene.is_hint(at, NameHint::Field)
            // 'leader Advocate Matthew Chaskalson'
            || self.scene.is_hint(at, NameHint::Style) && self.tagged_len(at + 1) > 1
            // 'Deputy CM DK Shivakumar'
            || self.scene.is_hint(at, NameHint::Rank) && self.reading.tokens[at].case == Case::Upper
            || is_field
        {
            self.title = Some(title.start..at + 1);
            return Some(at + 1);
        }
        if let Some(end) = self.body_beside_place(at) {
            self.push(at..end, Evidence::OrganisationWord, None);
            self.push(at + 1..end, Evidence::Tagged(EntityKind::Place), None);
            self.title = Some(title.start..end);
            return Some(end);
        }
        let Tagged { tokens, .. } = self.tagged_at(at + 1).filter(|next| next.kind == EntityKind::Person)?;
        // 'Direktur IFFR Vanja Kaludjercic': the letters are those of the office.
        let is_office =
            matches!(self.reading.tokens[at].case, Case::Upper | Case::Mixed) && self.reading.text(at).len() > 2;
        // 'Ketua Umum Perhapi Sudirman Widhy': nobody bears the word, and a whole name stands behind it.
        let is_body = tokens.len() > 1
            && self.hint_ends_at(at, NameHint::OfficeTitle)
            && self.scene.is_given_name(tokens.start)
            && !self.scene.is_person_word(at);
        if is_office || is_body {
            self.push(at..at + 1, Evidence::OrganisationWord, None);
            self.title = Some(title.start..at + 1);
            return Some(at + 1);
        }
        // 'Bendesa Adat Sidan I Gusti Ngurah Oka': what the title is of stands before such a name.
        if self.scene.begins_birth_name(at + 1) {
            self.push(at..at + 1, Evidence::StandsAsPlace, None);
            self.title = Some(title.start..at + 1);
            return Some(at + 1);
        }
        self.push(at..tokens.end, Evidence::Tagged(EntityKind::Person), Some(title));
        self.title = None;
        Some(tokens.end)
    }

    /// Behind the place that stands right behind a word which no list has, where a comma parts both from whoever heads the body: 'Ketua
    /// Formapp Manggarai Barat, Rafael Todowela'.
    fn body_beside_place(&self, at: usize) -> Option<usize> {
        let place = self.tagged_at(at + 1).filter(|next| next.kind == EntityKind::Place)?;
        let end = place.tokens.end;
        let is_open = self.scene.pack.grammar.noun_first
            && self.reading.mark(end) == ','
            && self.is_tagged_person(end + 1)
            && !self.is_name_part(at)
            && !self.scene.is_person_word(at)
            && !self.hint_ends_at(at, NameHint::VillageTitle)
            && !self.hint_ends_at(at, NameHint::RegionTitle);
        (is_open).then_some(end)
    }

    /// 'Saw' of 'Colonel Saw Chit Thu': a verb that is a given name too, before two words of which nothing else begins.
    fn begins_ordinary_name(&self, at: usize) -> bool {
        let is_free = |at: usize| self.is_name_word(at) && !self.scene.is_common(at) && !self.begins_other(at);
        // 'the boatman Touch Vanna': behind a role that is written small stands nothing but the name.
        let is_role = self.reading.tokens[at - 1].case == Case::Lower && self.is_tagged_person(at + 1);
        // 'Rep. Chip Roy': a title that is cut short has no field behind it.
        let is_addressed = || {
            self.reading.mark(at - 1) == '.'
                && self.tagged_at(at + 1).is_some_and(|next| next.kind == EntityKind::Person && next.tokens.len() == 1)
                && self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::NotName)).is_none()
        };
        self.scene.pack.full_names && !self.scene.is_hint(at, NameHint::Ordinary) && (is_role || is_addressed())
            || self.scene.pack.full_names
                && self.scene.is_given_name(at)
                && self.scene.pack.cues.verbs.has(self.reading.words[at])
                && is_free(at + 1)
                && is_free(at + 2)
    }

    /// Whether a run of capitalised words that the tagger left out ends before `at`, where another name or a title begins.
    pub(super) fn tagger_parts(&self, at: usize) -> bool {
        self.tagged.is_some()
            && (self.tagged_at(at).is_some()
                || self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some()
                    && !self.is_idle_title(at)
                || self.scene.known(at..self.sentence.end).is_some_and(|known| !known.risky))
    }

    /// How many tokens the name has that the tagger begins at `at`; 0 if it begins none.
    pub(super) fn tagged_len(&self, at: usize) -> usize {
        self.tagged_at(at).map_or(0, |tagged| tagged.tokens.len())
    }

    /// Whether the tagger begins the name of a person at `at`: 'Ketua Bawaslu Rahmat Bagja'.
    pub(super) fn is_tagged_person(&self, at: usize) -> bool {
        self.tagged_at(at).is_some_and(|tagged| tagged.kind == EntityKind::Person)
    }

    /// What the tagger found at `at`, up to a bracket.
    pub(super) fn tagged_at(&self, at: usize) -> Option<Tagged> {
        let tagged = self.tagged?;
        let place = tagged.binary_search_by_key(&at, |tagged| tagged.tokens.start).ok()?;
        let Tagged { mut tokens, kind } = tagged[place].clone();
        // An abbreviation in brackets is a mention of its own.
        tokens.end = tokens.clone().find(|&at| self.reading.mark(at) == '(').unwrap_or(tokens.end).max(at + 1);
        Some(Tagged { tokens, kind })
    }

    /// Whether the gazetteer has the whole name, or its first half where a hyphen joins two: 'Rusia-Ukraina'.
    fn is_better_known(&self, tokens: &Range<usize>, kind: EntityKind) -> bool {
        let Some(Known { len, kind: known, risky, .. }) = self.scene.known(tokens.start..self.sentence.end) else {
            return false;
        };
        let rest = tokens.start + len;
        let counts = !risky || self.is_club(known, tokens.start..rest) || self.is_platform(known, tokens.start);
        let is_pair = self.reading.mark(rest) == '-' && self.reading.is_glued(rest) && kind == EntityKind::Place;
        rest >= tokens.end && counts || is_pair && known == EntityKind::Place
    }
}
