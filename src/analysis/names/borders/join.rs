//! Joins what the tagger parted: 'Maria von der Heide', 'Jardine Cycle & Carriage', 'Polres' and the town that it is of.

use std::ops::Range;

use super::edges::Edges;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest title that is looked for before a company, in words.
const TITLE_WORDS: usize = 3;

impl Edges<'_> {
    /// Joins two people that have nothing but particles between them ('Maria von der Heide'), a common noun for places and
    /// what it heads ('Vihara', 'Dharma Bhakti'), a body of government and the place that it is of ('Polres', 'Kediri').
    pub(super) fn with_particles(&self, names: Vec<Tagged>) -> Vec<Tagged> {
        let mut joined: Vec<Tagged> = Vec::with_capacity(names.len());
        for name in names {
            match joined.last_mut() {
                Some(before) if self.are_one_person(before, &name) => before.tokens.end = name.tokens.end,
                Some(before) if self.is_given_name_as_place(before, &name) || self.is_listed_person(before, &name) => {
                    *before = Tagged { tokens: before.tokens.start..name.tokens.end, kind: EntityKind::Person };
                }
                Some(before) if self.is_ampersand(before.tokens.end) && before.tokens.end + 1 == name.tokens.start => {
                    *before = Tagged { tokens: before.tokens.start..name.tokens.end, kind: EntityKind::Organisation };
                }
                Some(before) if self.is_house_of(before, &name) || self.is_body_of_place(before, &name) => {
                    *before = Tagged { tokens: before.tokens.start..name.tokens.end, kind: EntityKind::Organisation };
                }
                Some(before)
                    if self.lists_fields(before, &name)
                        || self.goes_on_bound(before, &name)
                        || self.is_of_saint(before, &name) =>
                {
                    before.tokens.end = name.tokens.end;
                }
                Some(before)
                    if self.is_one_office(before, &name)
                        || self.is_body_for(before, &name)
                        || self.is_circuit_of(before, &name) =>
                {
                    before.tokens.end = name.tokens.end;
                }
                Some(before) if self.is_campus_of_patron(before, &name) => before.tokens.end = name.tokens.end,
                Some(before) if self.is_foreign_body(before, &name) => {
                    *before = Tagged { tokens: before.tokens.start..name.tokens.end, kind: EntityKind::Organisation };
                }
                Some(before) if before.tokens.end + 1 == name.tokens.start && self.is_half_of_pair(&name) => {
                    *before = Tagged { tokens: before.tokens.start..name.tokens.end, kind: name.kind };
                }
                Some(before) if self.is_doubled_over_hyphen(before, &name) => before.tokens.end = name.tokens.end,
                Some(before) if self.is_route(before, &name) => before.tokens.end = name.tokens.end,
                Some(before) if self.is_hyphenated_body(before, &name) || self.is_regiment(before, &name) => {
                    *before = Tagged { tokens: before.tokens.start..name.tokens.end, kind: EntityKind::Organisation };
                }
                Some(before)
                    if self.behind_cut(before.tokens.end) == name.tokens.start && self.heads(before, &name) =>
                {
                    before.tokens.end = name.tokens.end;
                }
                _ => {
                    let head = self.named_after(&name);
                    match head {
                        Some(head) => {
                            joined.retain(|before| before.tokens.end <= head);
                            joined.push(Tagged { tokens: head..name.tokens.end, kind: EntityKind::Place });
                        }
                        None => joined.push(name),
                    }
                }
            }
        }
        joined
    }

    /// 'Institut Agama Islam' and 'Muhammad Syafiuddin', with the 'Sultan' of the latter between them.
    fn is_campus_of_patron(&self, before: &Tagged, name: &Tagged) -> bool {
        let mut between = before.tokens.end..name.tokens.start;
        before.kind == EntityKind::Organisation
            && name.kind == EntityKind::Person
            && !between.is_empty()
            && self.scene.is_hint(before.tokens.start, NameHint::Campus)
            && between.all(|at| {
                // 'Universitas Syiah Kuala Prof Azmeri'
                self.is_eponym(at) && self.scene.is_cue(at, NameCue::Title) && self.reading.is_capitalised(at)
            })
    }

    /// 'Healthcare' of 'St. Joseph's Healthcare', which was tagged apart from the saint.
    fn is_house_of(&self, saint: &Tagged, house: &Tagged) -> bool {
        let mark = saint.tokens.end;
        mark + 1 == house.tokens.start
            && self.scene.is_possessive(mark)
            && self.scene.is_hint(saint.tokens.start, NameHint::Saint)
            && self.scene.is_cue(house.tokens.end - 1, NameCue::OrganisationTail)
    }

    /// 'Geological Survey' and 'India', with an 'of' between them; 'SMAN' and 'Bengkulu Utara', with a number.
    fn is_body_of_place(&self, body: &Tagged, place: &Tagged) -> bool {
        let link = body.tokens.end;
        let last = link - 1;
        let is_of = || self.scene.is_hint_of(last..link + 1, NameHint::BodyOf);
        // 'SMP Negeri 3', whose number was tagged with it
        let has_number = self.reading.is_number(last) && self.scene.is_hint(body.tokens.start, NameHint::School);
        let is_school = || [last, body.tokens.start].iter().any(|&at| self.scene.is_hint(at, NameHint::School));
        let is_numbered = || has_number || is_school() && self.reading.is_number(link);
        // 'SMP Negeri 3 Kei Besar Selatan'
        let ends_as_place =
            || place.tokens.len() > 1 && self.scene.is_hint(place.tokens.end - 1, NameHint::VillageTail);
        let is_place = place.kind == EntityKind::Place
            || self.scene.is_known(place.tokens.clone(), EntityKind::Place)
            || is_numbered() && ends_as_place();
        is_place
            && (link + 1 == place.tokens.start || has_number && link == place.tokens.start)
            && (body.kind == EntityKind::Organisation && is_of() || is_numbered())
    }

    /// The sign between two names of a firm: 'Jardine Cycle & Carriage'.
    pub(super) fn is_ampersand(&self, at: usize) -> bool {
        self.reading.mark(at) == '&' && self.reading.is_capitalised(at + 1)
    }

    /// A form of address or rank in the name of a place that is named after somebody: 'Jalan Jenderal Sudirman'.
    fn is_eponym(&self, at: usize) -> bool {
        self.scene.is_hint(at, NameHint::Eponym)
    }

    /// Whether an office of government goes on with fields of its own, of which one was taken for a name: 'Dinas Pekerjaan Umum,
    /// Penataan Ruang, dan Perumahan Rakyat Kabupaten Sleman'.
    fn lists_fields(&self, before: &Tagged, name: &Tagged) -> bool {
        let mut between = before.tokens.end..name.tokens.start;
        let joins = |at: usize| self.reading.mark(at) == ',' || self.scene.is_cue(at, NameCue::And);
        let is_field = |at: usize| self.scene.is_listed_field(at);
        let goes_on = |at: usize| is_field(at) || joins(at) && at + 1 < name.tokens.end && is_field(at + 1);
        let fields = name.tokens.clone().take_while(|&at| goes_on(at)).count();
        let rest = name.tokens.start + fields..name.tokens.end;
        let ends_as_office = rest.is_empty()
            || self.scene.is_cue(rest.start, NameCue::PlaceHead)
            || self.scene.known(rest).is_some_and(|known| known.kind == EntityKind::Place);
        // 'BPBD Kalsel, Damkar'
        let is_office = name.tokens.len() == 1 && self.scene.is_hint(name.tokens.start, NameHint::WholeOffice);
        self.scene.is_cue(before.tokens.start, NameCue::Government)
            && !is_office
            && between.clone().next_back().is_some_and(joins)
            && between.all(|at| is_field(at) || joins(at))
            && fields > 0
            && ends_as_office
    }

    /// Whether an 'and' stands between two halves of an office, neither of which is a name alone: 'Korea Disease Control', 'Prevention
    /// Agency'.
    fn is_one_office(&self, before: &Tagged, name: &Tagged) -> bool {
        let (and, last) = (before.tokens.end, name.tokens.end - 1);
        let are_bodies = before.kind == EntityKind::Organisation && name.kind == EntityKind::Organisation;
        let is_word = |at: usize| self.reading.tokens[at].case == Case::Capital && self.scene.is_common(at);
        are_bodies
            && self.scene.pack.full_names
            && and + 1 == name.tokens.start
            && self.scene.is_cue(and, NameCue::And)
            && name.tokens.len() == 2
            && is_word(and + 1)
            && self.scene.is_cue(last, NameCue::OrganisationTail)
            && before.tokens.len() > 1
            && is_word(and - 1)
            && !self.scene.is_any_cue(and - 1, &[NameCue::OrganisationTail, NameCue::Government])
            && self.scene.known(before.tokens.clone()).is_none_or(|known| known.len < before.tokens.len())
    }

    /// Whether what a body is for was taken for another: 'Office', 'Air and Rail Accidents Investigations', or its second half was:
    /// 'Centre for Economics', 'Business Research'.
    fn is_body_for(&self, before: &Tagged, name: &Tagged) -> bool {
        let (first, link) = (before.tokens.start, before.tokens.end);
        let are_bodies = before.kind == EntityKind::Organisation && name.kind == EntityKind::Organisation;
        if !are_bodies || link + 1 != name.tokens.start || !self.scene.pack.full_names {
            return false;
        }
        let is_headed = self.scene.cues_of(first..first + 2).contains(&NameCue::OrganisationHead);
        let is_known = self.scene.known(name.tokens.clone()).is_some_and(|known| known.len == name.tokens.len());
        let is_for = first + 1 == link && self.reading.tokens[link].case == Case::Lower;
        // 'the Centre for Economics and the Bank of England' are two.
        let is_half = before.tokens.len() == 3 && self.scene.is_cue(link, NameCue::And) && name.tokens.len() <= 2;
        is_headed && !is_known && (is_for || is_half && self.scene.is_common(name.tokens.start))
    }

    /// The noun of a hospital or the like that is named after whoever was tagged, with a form of address between: 'RSUD' of
    /// 'RSUD dr Mohammad Zyn'.
    fn named_after(&self, name: &Tagged) -> Option<usize> {
        let is_part = |at: usize| self.is_eponym(at) || self.reading.mark(at) == '.';
        let before = (0..name.tokens.start).rev().take_while(|&at| is_part(at)).last()?;
        let head = before.checked_sub(1)?;
        let is_site = self.scene.is_hint(head, NameHint::Site) && self.reading.is_capitalised(head);
        (is_site && name.kind == EntityKind::Person).then_some(head)
    }

    /// The 'PT' of a company, whose name is as people's are: 'PT Anugerah Surya Pratama'.
    fn is_company_head(&self, at: usize) -> bool {
        self.scene.is_hint(at, NameHint::Form) && self.scene.is_cue(at, NameCue::OrganisationHead)
    }

    pub(super) fn is_behind_title(&self, at: usize) -> bool {
        let title = |from: usize| self.scene.cues_of(from..at).contains(&NameCue::Title);
        (at.saturating_sub(TITLE_WORDS)..at).any(title)
    }

    /// Behind the full stop of a form of address, and another one: 'Bandara Dr. Ferdinand Lumban Tobing', 'Jalan Brigjen H Hasan Baseri'.
    fn behind_cut(&self, mut end: usize) -> usize {
        if !self.is_eponym(end - 1) {
            return end;
        }
        while self.reading.mark(end) == '.' || self.is_eponym(end) && self.reading.is_capitalised(end) {
            end += 1;
        }
        end
    }

    /// Whether a name is no more than a common noun, and what stands right behind it tells which one; or the two are one name
    /// that is known ('Kodam', 'Jaya').
    fn heads(&self, before: &Tagged, name: &Tagged) -> bool {
        let is_lone = before.tokens.len() == 1;
        let whole = before.tokens.start..name.tokens.end;
        if self.scene.is_known(whole, before.kind) {
            return true;
        }
        // 'BPR Bank' and 'Cirebon'
        let is_head = |at: usize| self.scene.is_cue(at, NameCue::OrganisationHead);
        let are_heads = before.tokens.len() == 2 && name.kind == EntityKind::Place;
        if are_heads && before.kind == EntityKind::Organisation && before.tokens.clone().all(is_head) {
            return true;
        }
        match before.kind {
            EntityKind::Place => {
                // 'Camat Bendungan' and 'Nur Kholik'
                let start = before.tokens.start;
                let is_village = || {
                    (start.saturating_sub(2)..start)
                        .any(|from| self.scene.is_hint_of(from..start, NameHint::VillageTitle))
                };
                self.scene.is_cue(start, NameCue::PlaceHead)
                    && !(name.kind == EntityKind::Person && is_lone && is_village())
                    && (is_lone || self.is_eponym(before.tokens.end - 1) || self.is_kind_of_site(before))
            }
            EntityKind::Organisation if self.is_company_head(before.tokens.start) => {
                name.kind == EntityKind::Person && !self.is_behind_title(before.tokens.start)
            }
            // 'Universidad' and 'San Francisco de Quito'
            EntityKind::Organisation if self.scene.is_hint(before.tokens.start, NameHint::Campus) => {
                // 'Institut Agama Islam Sultan' and 'Muhammad Syafiuddin', 'Universitas Islam' and 'Syekh Yusuf'
                let is_patron = || [before.tokens.end - 1, name.tokens.start].iter().any(|&at| self.is_eponym(at));
                name.kind != EntityKind::Other && (is_lone || is_patron())
            }
            // 'Kelompok Pembudidaya Ikan' and 'Mina Sembada'
            EntityKind::Organisation if !is_lone && name.kind == EntityKind::Person => {
                let head = self.scene.cues_of(before.tokens.clone());
                head.contains(&NameCue::OrganisationHead)
                    && !head.contains(&NameCue::Government)
                    && self.scene.pack.grammar.noun_first
                    && !self.is_behind_title(before.tokens.start)
            }
            EntityKind::Organisation => {
                name.kind == EntityKind::Place && self.scene.is_cue(before.tokens.end - 1, NameCue::Government)
            }
            _ => false,
        }
    }

    /// 'Gedung Serba Guna' before 'Larvul Ngabal': a common noun and ordinary words that tell what kind of site it is.
    fn is_kind_of_site(&self, site: &Tagged) -> bool {
        let Range { start, end } = site.tokens;
        self.scene.pack.grammar.noun_first
            && (start + 1..end).all(|at| self.scene.is_common(at) || self.scene.is_hint(at, NameHint::Ordinary))
            && self.scene.known(start..end).is_none()
            && !self.is_behind_title(start)
    }
}
