//! What the tagger took for one name where two stand without a mark between them: 'Ketua Bawaslu Rahmat Bagja'.

use std::ops::Range;

use super::divide::Divider;
use crate::analysis::names::known::Known;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of a person behind an organisation, in words.
const PERSON_WORDS: usize = 5;

/// The longest title whose end is looked for before a name, in words.
const TITLE_WORDS: usize = 4;

/// The longest field of an office, in words.
const FIELD_WORDS: usize = 6;

impl Divider<'_> {
    /// 'Prancis AFP' behind 'kantor berita': where an outlet is at home, and the outlet.
    pub(super) fn place_and_outlet(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let known = |at: usize, kind| self.scene.known(at..end).filter(|known| known.kind == kind);
        let outlet = start + known(start, EntityKind::Place).filter(|place| start + place.len < end)?.len;
        known(outlet, EntityKind::Outlet).filter(|known| outlet + known.len == end)?;
        Some([Tagged::new(start..outlet, EntityKind::Place), Tagged::new(outlet..end, EntityKind::Organisation)])
    }

    /// 'Neri Colmenares and ACT': a full name and another in what was taken for one thing or body.
    pub(super) fn person_and_other(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let and = start + 2;
        let is_open = matches!(name.kind, EntityKind::Other | EntityKind::Organisation)
            && and + 1 < end
            && self.scene.is_cue(and, NameCue::And)
            && self.scene.pack.full_names;
        const TAILS: [NameCue; 3] = [NameCue::OrganisationTail, NameCue::EventTail, NameCue::PlaceTail];
        let is_pair = is_open
            && self.scene.is_full_name(start..and)
            && self.reading.is_capitalised(and + 1)
            && !self.scene.is_any_cue(end - 1, &TAILS)
            && !self.scene.is_hint(and + 1, NameHint::Article)
            && self.scene.known(name.tokens.clone()).is_none();
        let rest = and + 1..end;
        is_pair.then(|| [Tagged::new(start..and, EntityKind::Person), Tagged::new(rest, EntityKind::Organisation)])
    }

    /// 'NDP MPP Sol Mamakwa': a party, a title in letters, and who bears it.
    pub(super) fn party_and_person(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let is_title =
            |at: &usize| self.reading.tokens[*at].case == Case::Upper && self.scene.is_cue(*at, NameCue::Title);
        let title = (start + 1..end.max(start + 2) - 1).find(is_title).filter(|_| name.kind == EntityKind::Person)?;
        let is_body = (start..title).all(|at| self.reading.tokens[at].case == Case::Upper);
        is_body.then(|| {
            [Tagged::new(start..title, EntityKind::Organisation), Tagged::new(title + 1..end, EntityKind::Person)]
        })
    }

    /// 'Norway's Yara': a place and what is of it, in what was taken for one place. What no list has is taken for a body, for towns
    /// are rarely told of so.
    pub(super) fn place_and_its_own(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let mark = (start + 1..end.saturating_sub(1)).find(|&at| self.scene.is_possessive(at))?;
        let owner = start..mark;
        // 'China's Foreign Ministry', 'Tepco's Daiichi'
        let is_body = || {
            let is_part = self.scene.is_any_cue(end - 1, &[NameCue::Government, NameCue::OrganisationTail]);
            self.scene.pack.full_names
                && (name.kind == EntityKind::Place || is_part && name.kind == EntityKind::Organisation)
        };
        let is_other = name.kind == EntityKind::Organisation;
        let is_place = self.scene.is_known(owner.clone(), EntityKind::Place) && (!is_other || is_body());
        let is_firm = !is_other && self.scene.is_known(owner.clone(), EntityKind::Organisation) && is_body();
        let own = if is_place { EntityKind::Place } else { EntityKind::Organisation };
        let is_pair = name.kind != EntityKind::Other
            && (is_place || is_firm)
            && self.reading.is_capitalised(mark + 1)
            && self.scene.known(name.tokens.clone()).is_none_or(|whole| whole.len <= owner.len());
        // 'Ireland's Ben Healy' was tagged as a person.
        let rest = if name.kind == EntityKind::Person { name.kind } else { EntityKind::Organisation };
        let kind = self.scene.known(mark + 1..end).map_or(rest, |known| known.kind);
        let is_site = self.scene.is_cue(end - 1, NameCue::PlaceTail);
        let kind = if is_site || own == EntityKind::Organisation { EntityKind::Place } else { kind };
        is_pair.then(|| [Tagged::new(owner, own), Tagged::new(mark + 1..end, kind)])
    }

    /// A place or somebody right behind a known outlet, with nothing else in the name: 'told Al Jazeera Ankara would ...', 'on Channel 4
    /// Prue Leith has said'.
    pub(super) fn outlet_and_place(&self, name: &Tagged, known: Option<Known>) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let outlet = known.filter(|it| it.kind == EntityKind::Outlet && !it.risky)?;
        let place = start + outlet.len;
        let is_person = place + 2 == end
            && self.scene.pack.full_names
            && self.scene.is_given_name(place)
            && self.reading.is_capitalised(end - 1)
            && !self.scene.is_any_cue(end - 1, &[NameCue::OrganisationTail, NameCue::EventTail]);
        let is_pair = place < end && self.scene.is_known(place..end, EntityKind::Place) || is_person;
        let kind = if is_person { EntityKind::Person } else { EntityKind::Place };
        is_pair.then(|| [Tagged::new(start..place, EntityKind::Outlet), Tagged::new(place..end, kind)])
    }

    /// A place and the one that it lies in, as headlines have them: 'guncang Sarmi Papua', but not 'Papua Barat'.
    pub(super) fn two_places(&self, name: &Tagged, known: Option<Known>) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let first = known.filter(|it| it.kind == EntityKind::Place && name.kind == it.kind)?;
        let behind = start + first.len;
        let is_pair = behind < end && self.scene.is_known(behind..end, EntityKind::Place);
        is_pair.then(|| [Tagged::new(start..behind, name.kind), Tagged::new(behind..end, name.kind)])
    }

    /// A body and where it is, with an 'of' between them: 'Kohlman Roofing of Abilene', but not 'Bank of America'.
    pub(super) fn body_and_its_place(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let is_head = |of: usize| self.scene.cues_of(of - 1..of + 1).contains(&NameCue::OrganisationHead);
        let parts = |of: &usize| {
            self.scene.is_hint(*of, NameHint::PlaceOf)
                && self.scene.is_cue(of - 1, NameCue::OrganisationTail)
                && !is_head(*of)
                && self.scene.is_known(of + 1..end, EntityKind::Place)
        };
        let is_body = name.kind == EntityKind::Organisation;
        let of = (start + 2..end.max(start + 3) - 1).find(parts).filter(|_| is_body)?;
        Some([Tagged::new(start..of, name.kind), Tagged::new(of + 1..end, EntityKind::Place)])
    }

    /// 'Bawaslu Rahmat Bagja' behind a title: an organisation, and the person who holds the office.
    pub(super) fn office_and_person(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        // 'PT Bangka Mineral Lestari' before 'Robertus Liem'
        let is_whole_company = name.kind == EntityKind::Organisation
            && self.scene.is_hint(start, NameHint::Form)
            && self.reading.is_capitalised(end)
            && self.scene.is_borne(end);
        let may_be = matches!(name.kind, EntityKind::Organisation | EntityKind::Person)
            && self.follows_title(start)
            && !is_whole_company;
        let person = may_be.then(|| self.end_of_organisation(&name.tokens)).flatten()?;
        // 'CSR TransJakarta'
        let is_body = self.scene.is_known(person..end, EntityKind::Organisation);
        let is_pair = !is_body && self.looks_like_person(&(person..end));
        // 'DPRD Banjarmasin Komisi III'
        let is_unit = self.scene.is_hint(person, NameHint::UnitHead);
        let second = if is_unit { EntityKind::Organisation } else { EntityKind::Person };
        is_pair.then(|| [Tagged::new(start..person, EntityKind::Organisation), Tagged::new(person..end, second)])
    }

    /// 'Demak Siti Aminah' behind a title: the place that the office is of, and who holds it.
    pub(super) fn place_and_person(&self, name: &Tagged, known: Option<Known>) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        // 'AKP Lingga Ramadhani': a rank is of no place.
        let is_ranked = start > self.start && self.scene.is_hint(start - 1, NameHint::Rank);
        let place = known.filter(|known| known.kind == EntityKind::Place && !self.scene.names_somebody(start))?;
        let behind = start + place.len;
        // 'Kepala Intelijen Turki Ibrahim Kalin'
        let is_country = end - behind > 1 && self.follows_title(start) && self.scene.is_given_name(behind);
        // 'sutradara Filipina Brillante Mendoza' was tagged as one place.
        let is_apart = || {
            let is_tail = |cue: &NameCue| matches!(cue, NameCue::PlaceTail | NameCue::PlaceHead);
            end - behind > 1
                && self.follows_title(start)
                && self.scene.known(behind..end).is_none_or(|rest| rest.kind != EntityKind::Place)
                && !(behind..end).any(|at| self.scene.cues(at).iter().any(is_tail))
        };
        // 'Wabup Jepara Hajar' was tagged as one place, but all regions are listed.
        let is_governed = || {
            let is_title = |from: usize| self.scene.is_hint_of(from..start, NameHint::RegionTitle);
            end - behind == 1
                && (self.start.max(start.saturating_sub(2))..start).any(is_title)
                && !self.scene.is_hint(behind, NameHint::VillageTail)
        };
        // 'Ketapang L Sikat Gudag' was tagged as one place.
        let is_initial = end - behind > 1
            && self.reading.text(behind).len() == 1
            && self.reading.tokens[behind + 1].case == Case::Capital
            && self.scene.pack.grammar.noun_first;
        // 'Duta Besar Jepang di Beijing Kenji Kanasugi' was tagged as one place.
        let is_posted = end - behind > 1
            && start > self.start
            && self.scene.pack.grammar.noun_first
            && self.scene.is_cue(start - 1, NameCue::PlacePreposition)
            && self.scene.is_given_name(behind)
            && !self.scene.is_common(behind)
            && !(behind..end).any(|at| self.scene.is_any_cue(at, &[NameCue::PlaceTail, NameCue::PlaceHead]))
            && !self.scene.is_hint(end - 1, NameHint::VillageTail);
        let is_open = (name.kind != EntityKind::Place || is_posted || is_apart() || is_governed() || is_initial)
            && behind < end
            && (is_country || !self.scene.is_likely_name(start));
        // 'Gampong Alue Bili Rayeuk, Kecamatan Baktiya' is all one place.
        let lies_in = || self.reading.mark(end) == ',' && self.scene.is_cue(end + 1, NameCue::PlaceHead);
        let is_headed = place.len > 1 && self.scene.is_cue(start, NameCue::PlaceHead);
        if is_headed && lies_in() {
            return None;
        }
        // 'hakim Djuyamto, Agam Syarif Baharuddin, dan Ali Muhtarom'
        let is_listed = start > self.start
            && place.len == 1
            && (self.reading.mark(start - 1) == ',' || self.scene.is_cue(start - 1, NameCue::And));
        // 'Sudan Bikash Maharjan': of a place that has somebody English says so with its possessive.
        let may_be_pair = !self.scene.pack.full_names || place.len > 1 || self.scene.is_given_name(behind);
        let has_two = name.kind == EntityKind::Person && !is_listed && may_be_pair && (end - behind > 1 || is_headed);
        let ends_as_club = self.scene.is_hint(end - 1, NameHint::ClubTail);
        let is_office = is_open
            && !ends_as_club
            && !is_ranked
            && (has_two || is_initial || is_posted || self.follows_title(start))
            && self.looks_like_person(&(behind..end));
        is_office.then(|| [Tagged::new(start..behind, EntityKind::Place), Tagged::new(behind..end, EntityKind::Person)])
    }

    /// Behind the words of a title that the tagger took for the beginning of the name: 'Umum' of 'Ketua Umum Perhapi Sudirman'.
    pub(super) fn title_end(&self, tokens: &Range<usize>) -> usize {
        let Range { start, end } = *tokens;
        let first = self.start.max(start.saturating_sub(TITLE_WORDS));
        let is_title = |behind: usize| {
            (first..start).any(|from| self.scene.cues_of(from..behind).contains(&NameCue::Title))
                && self.reading.is_capitalised(behind)
        };
        let is_word = |at: usize| !self.scene.is_borne(at) && self.reading.is_word(at);
        let longest = (start..end.min(start + TITLE_WORDS)).take_while(|&at| is_word(at)).count();
        (start + 1..=start + longest).rev().find(|&at| at < end && is_title(at)).unwrap_or(start)
    }

    pub(super) fn follows_title(&self, at: usize) -> bool {
        let ends = |at: usize| {
            let from = self.start.max(at.saturating_sub(TITLE_WORDS));
            (from..at).any(|from| self.scene.cues_of(from..at).contains(&NameCue::Title))
        };
        // 'Menteri Energi dan Sumber Daya Mineral': the words of its field belong to the title.
        let first = self.start.max(at.saturating_sub(FIELD_WORDS));
        let mut fields = (first..at).rev().take_while(|&at| self.is_field(at));
        ends(at) || fields.any(ends)
    }

    /// An ordinary word that tells the field of an office, or what joins two of them.
    pub(super) fn is_field(&self, at: usize) -> bool {
        let is_ordinary = self.scene.is_common(at)
            || self.scene.is_any_hint(at, &[NameHint::Ordinary, NameHint::HeadlineVerb, NameHint::Field]);
        self.reading.tokens[at].case == Case::Capital && is_ordinary || self.scene.is_cue(at, NameCue::And)
    }

    /// The token behind the organisation that `tokens` begin with, and behind the place that it is of.
    fn end_of_organisation(&self, tokens: &Range<usize>) -> Option<usize> {
        let is_acronym = matches!(self.reading.tokens[tokens.start].case, Case::Upper | Case::Mixed)
            && self.reading.text(tokens.start).len() > 2;
        let known = |at: usize| self.scene.known(at..tokens.end);
        let place_at =
            |at: usize| known(at).filter(|known| known.kind == EntityKind::Place).map(|place| at + place.len);
        let head = self.scene.cue_len(tokens.clone(), NameCue::OrganisationHead);
        let mut end = match (known(tokens.start), head) {
            (Some(Known { len, kind: EntityKind::Organisation | EntityKind::Outlet, .. }), _) => tokens.start + len,
            (_, Some(len)) => (tokens.start + len..tokens.end).find_map(place_at)?,
            _ if is_acronym && !self.scene.is_likely_name(tokens.start) => tokens.start + 1,
            _ => return None,
        };
        end = place_at(end).unwrap_or(end);
        // 'STK Santo Yakobus'
        (end < tokens.end && !self.scene.is_hint(end, NameHint::Saint)).then_some(end)
    }

    fn looks_like_person(&self, tokens: &Range<usize>) -> bool {
        let is_word = |at: usize| self.reading.is_capitalised(at) || self.reading.mark(at) == '.';
        tokens.len() <= PERSON_WORDS
            && tokens.clone().all(is_word)
            && !self.scene.is_cue(tokens.end - 1, NameCue::OrganisationTail)
            && (self.scene.is_likely_name(tokens.start) || !self.scene.is_common(tokens.start))
    }
}
