//! Of what kind a tagged name is by the words that names of one kind have at their borders: 'Cleveland Avenue', 'Hotel Andino',
//! 'Central Bank of Nigeria'.

use std::ops::Range;

use super::edges::Edges;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint, Turn};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The shortest word for a trade that makes a company of one word before it, in bytes: 'Trading'.
const LEAST_TRADE_BYTES: usize = 6;

/// The shortest given name that tells a person by itself, in bytes: 'Pan de Abuela' is a bakery.
const SHORTEST_GIVEN_BYTES: usize = 4;

impl Edges<'_> {
    /// The kind that the last of several words tells; a person whose given name is known stays one ('Ann Park').
    pub(super) fn kind(&self, name: &Tagged) -> EntityKind {
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        // 'Jerome Township' is named after somebody.
        let is_county = self.scene.is_hint(last, NameHint::County);
        // 'Yolanda Uresti-Hill'
        let is_half = last > first + 2
            && name.kind != EntityKind::Other
            && self.reading.mark(last - 1) == '-'
            && self.reading.is_glued(last)
            && self.scene.is_cue(last, NameCue::PlaceTail);
        if is_half && self.scene.is_given_name(first) && self.scene.pack.full_names {
            return EntityKind::Person;
        }
        // 'Tim Puma Satreskrim'
        let is_headed = || {
            let head = self.scene.cue_len(name.tokens.clone(), NameCue::OrganisationHead);
            self.scene.pack.grammar.noun_first && head.is_some_and(|len| len > 1)
        };
        let is_person = name.kind == EntityKind::Person && self.scene.is_name_part(first) && !is_county && !is_headed();
        // 'in Parliament', 'Menurut Mahkamah, ...'
        let is_other = matches!(name.kind, EntityKind::Place | EntityKind::Person);
        // 'Satu regu Satsamapta'
        let is_unit = || {
            let is_head = self.scene.is_hint(first, NameHint::UnitHead) && !self.scene.is_common(first);
            is_head && name.kind == EntityKind::Person && !self.scene.is_person_word(first)
        };
        if first == last && is_other && (self.scene.is_cue(first, NameCue::Government) || is_unit()) {
            return EntityKind::Organisation;
        }
        // 'Mapolda NTT', 'Polda Jatim'
        let is_office = name.kind == EntityKind::Person
            && first < last
            && self.scene.is_cue(first, NameCue::Government)
            && !self.scene.is_person_word(first)
            && self.scene.pack.grammar.noun_first;
        if is_office {
            let is_site = self.scene.is_hint(first, NameHint::Site);
            return if is_site { EntityKind::Place } else { EntityKind::Organisation };
        }
        let is_named_for_trade = is_person && self.ends_as_trade(&name.tokens);
        if first == last || is_person && !is_named_for_trade || self.is_titled_like_company(name) {
            return name.kind;
        }
        if is_named_for_trade || self.is_named_for_work(name) {
            return EntityKind::Organisation;
        }
        // 'the Astana International Forum', 'Hotel Andino'
        if name.kind == EntityKind::Place && self.scene.is_hint(last, NameHint::MeetingTail) {
            return EntityKind::Other;
        }
        // 'Western Digital Corp.'
        let form = if self.reading.mark(last) == '.' { last - 1 } else { last };
        let is_place = matches!(name.kind, EntityKind::Place | EntityKind::Organisation);
        if is_place && form > first && self.scene.is_hint(form, NameHint::CompanyForm) {
            return EntityKind::Organisation;
        }
        // 'Upper Mewa Hydropower Project'
        if last > first + 1 && self.scene.is_works(last) {
            return EntityKind::Other;
        }
        let is_open =
            !self.scene.is_cue(last, NameCue::OrganisationTail) && self.scene.known(name.tokens.clone()).is_none();
        if is_open && self.scene.is_hint(first, NameHint::Lodging) {
            return EntityKind::Place;
        }
        if name.kind == EntityKind::Organisation && self.has_particles(&name.tokens) {
            return EntityKind::Person;
        }
        let tails = [
            (NameCue::EventTail, EntityKind::Other),
            (NameCue::PlaceTail, EntityKind::Place),
            (NameCue::OrganisationTail, EntityKind::Organisation),
        ];
        if self.scene.ends_as_office(last) || self.is_body_of(&name.tokens) || self.is_place_of_study(name) {
            return EntityKind::Organisation;
        }
        let told = tails.into_iter().find(|(cue, _)| self.scene.is_cue(last, *cue)).map(|(_, kind)| kind);
        let by_lists = || {
            let is_name = self.scene.is_full_name(name.tokens.clone());
            (is_name && self.scene.known(name.tokens.clone()).is_none()).then_some(EntityKind::Person)
        };
        // 'Northern Gas Networks' begins as places do.
        let is_company = matches!(name.kind, EntityKind::Place | EntityKind::Organisation)
            && self.scene.is_hint(last, NameHint::CompanyTail)
            && self.scene.known(name.tokens.clone()).is_none_or(|known| known.len < name.tokens.len());
        let told = told.or(is_company.then_some(EntityKind::Organisation));
        // 'Carlingford Lough'
        let is_place = name.kind != EntityKind::Other && self.scene.is_hint(last, NameHint::LandTail);
        let told = told.or(is_place.then_some(EntityKind::Place));
        told.or_else(|| self.kind_by_head(name)).or_else(by_lists).unwrap_or(name.kind)
    }

    /// 'Amazon Conservation': a name that nobody bears, and an ordinary word that nobody bears either.
    fn is_named_for_work(&self, name: &Tagged) -> bool {
        let Range { start, end } = name.tokens;
        let is_written = |at: usize| self.reading.tokens[at].case == Case::Capital;
        name.kind == EntityKind::Person
            && self.scene.pack.full_names
            && end - start == 2
            && self.scene.is_common(end - 1)
            && self.reading.text(end - 1).len() >= LEAST_TRADE_BYTES
            && (start..end).all(|at| is_written(at) && !self.scene.is_person_word(at))
            && !(start > 0 && self.scene.is_any_cue(start - 1, &[NameCue::Title, NameCue::Honorific]))
    }

    /// 'Zaldy Co' behind 'Rep.', who is no company.
    fn is_titled_like_company(&self, name: &Tagged) -> bool {
        let Range { start, end } = name.tokens;
        let behind = if start > 1 && self.reading.mark(start - 1) == '.' { start - 1 } else { start };
        name.kind == EntityKind::Person
            && end - start == 2
            && self.reading.tokens[end - 1].case == Case::Capital
            && self.scene.is_hint(end - 1, NameHint::Form)
            && behind > 0
            && self.scene.is_any_cue(behind - 1, &[NameCue::Title, NameCue::Honorific])
    }

    /// 'Sri Lakshmi Blue Metals', 'Noboa Trading': the last word tells what a company does and is nobody's name.
    fn ends_as_trade(&self, tokens: &Range<usize>) -> bool {
        let last = tokens.end - 1;
        let is_long = tokens.len() > 2 || self.reading.text(last).len() >= LEAST_TRADE_BYTES;
        is_long
            && self.scene.is_hint(last, NameHint::CompanyTail)
            && !self.scene.is_person_word(last)
            && self.reading.tokens[last].case == Case::Capital
    }

    /// 'Tian-Shan Policy Center', 'Universiteit Leiden': a university, or a centre that has a field.
    fn is_place_of_study(&self, name: &Tagged) -> bool {
        let Range { start, end } = name.tokens;
        let is_campus = |at: usize| self.scene.is_hint(at, NameHint::Campus);
        let is_centre =
            || self.scene.is_hint(end - 1, NameHint::Centre) && self.scene.is_hint(end - 2, NameHint::CentreField);
        let is_site = |at: usize| self.scene.is_hint(at, NameHint::Site);
        matches!(name.kind, EntityKind::Place | EntityKind::Organisation)
            && !(start..end).any(is_site)
            && (is_campus(start) || is_campus(end - 1) || is_centre())
            && !self.scene.is_known(name.tokens.clone(), EntityKind::Place)
    }

    /// 'Central Bank of Nigeria', 'State Bank of Vietnam': the last word of a body's name stands before its 'of'.
    fn is_body_of(&self, tokens: &Range<usize>) -> bool {
        let is_of = |at: usize| {
            let is_turn = self.scene.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::Of);
            is_turn || self.scene.is_hint(at, NameHint::BeforeFields) && self.reading.tokens[at].case == Case::Lower
        };
        let of = (tokens.start + 2..tokens.end).find(|&at| is_of(at));
        let is_body =
            |at: usize| self.scene.is_cue(at, NameCue::OrganisationTail) && !self.scene.is_hint(at, NameHint::Site);
        of.is_some_and(|of| is_body(of - 1))
    }

    /// The kind that the first word tells, where the gazetteer has not the whole name ('United States').
    fn kind_by_head(&self, name: &Tagged) -> Option<EntityKind> {
        let is_known = self.scene.known(name.tokens.clone()).is_some_and(|known| known.len == name.tokens.len());
        let heads = [(NameCue::OrganisationHead, EntityKind::Organisation), (NameCue::PlaceHead, EntityKind::Place)];
        // A prison is a place to whoever is in it.
        let is_site = |len: usize| self.scene.is_hint_of(name.tokens.start..name.tokens.start + len, NameHint::Site);
        // 'University of Miami'; 'Pos SAR Kolaka' is no 'Pos', and 'Balai Desa Depok' no 'Balai'.
        let lens = heads.map(|(cue, kind)| (self.scene.cue_len(name.tokens.clone(), cue).unwrap_or(0), kind));
        let (len, kind) = if lens[1].0 > lens[0].0 { lens[1] } else { lens[0] };
        let told = (len == 1 || len > 1 && !is_site(len)).then_some(kind);
        // 'Kantor Imigrasi Kelas' was tagged as a person; 'Uni Sovia' may be one.
        // 'Tim Puma Satreskrim': the noun is none of anybody's names, whoever is called so elsewhere.
        let len = self.scene.cue_len(name.tokens.clone(), NameCue::OrganisationHead).filter(|&len| len > 1);
        let is_borne = || name.tokens.clone().skip(len.unwrap_or(0)).any(|at| self.scene.is_person_word(at));
        // 'SAR Rimba Lestari'
        let is_letters = self.reading.tokens[name.tokens.start].case == Case::Upper;
        let is_person =
            name.kind == EntityKind::Person && told == Some(EntityKind::Organisation) && !is_letters && is_borne();
        told.filter(|_| !is_known && !is_person)
    }

    /// 'Inês de Medeiros': a given name, and small words of people's names behind it, never of what bodies are called.
    fn has_particles(&self, tokens: &Range<usize>) -> bool {
        let inner = tokens.start + 1..tokens.end - 1;
        let is_particle =
            |at: usize| self.reading.tokens[at].case == Case::Lower && self.scene.is_hint(at, NameHint::Particle);
        !inner.is_empty()
            && inner.len() <= 2
            && self.scene.is_given_name(tokens.start)
            && !self.scene.is_common(tokens.start)
            && self.reading.text(tokens.start).len() >= SHORTEST_GIVEN_BYTES
            && inner.clone().all(is_particle)
            && !self.scene.is_cue(tokens.end - 1, NameCue::OrganisationTail)
            && self.scene.known(tokens.clone()).is_none()
    }
}
