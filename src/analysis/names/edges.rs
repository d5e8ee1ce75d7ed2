//! Where a tagged name begins and ends, and what kind it is, by the words that names of one kind have at their borders:
//! 'Cleveland Avenue', 'SMAN 3 Depok', 'el-Fasher'.
//!
//! Works on what the tagger found and finds nothing new.

use std::ops::Range;

use super::candidate::known_at;
use super::tag::Tagged;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint, Pack, Packs};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest word for the form of a company that is cut short by a full stop, in bytes: 'Corp.'.
const LONGEST_SHORT_BYTES: usize = 4;

/// The longest title that is looked for before a company, in words.
const TITLE_WORDS: usize = 3;

/// The most small words within a person's name: 'von der'.
const MOST_PARTICLES: usize = 2;

/// The names of one sentence with their borders settled; in order, none overlapping another.
pub(super) fn settle(
    reading: &Reading,
    packs: &Packs,
    pack: &Pack,
    sentence: &Range<usize>,
    names: Vec<Tagged>,
) -> Vec<Tagged> {
    let edges = Edges { reading, packs, pack };
    let names = edges.with_particles(names);
    let starts: Vec<usize> = names.iter().map(|name| name.tokens.start).skip(1).chain([sentence.end]).collect();
    let mut free = sentence.start;
    let mut settled = Vec::with_capacity(names.len());
    for (mut name, limit) in names.into_iter().zip(starts) {
        name.tokens.start = edges.behind_borne_title(&name, free);
        name.tokens.end = edges.end(&name.tokens, limit);
        name.kind = edges.kind(&name);
        if name.kind == EntityKind::Organisation {
            name.tokens.end = edges.end_of_fields(&name.tokens, limit);
        }
        name.tokens.start = edges.start(&name, free);
        if name.kind == EntityKind::Person {
            name.tokens = edges.whole_person(&name.tokens, free..limit);
        }
        free = name.tokens.end;
        settled.push(name);
    }
    settled
}

struct Edges<'a> {
    reading: &'a Reading<'a>,
    packs: &'a Packs,
    pack: &'a Pack,
}

impl Edges<'_> {
    fn is(&self, at: usize, wanted: &[NameCue]) -> bool {
        let words = self.reading.words.get(at..=at).unwrap_or_default();
        self.pack.cues.names.exact(words).iter().any(|cue| wanted.contains(cue))
    }

    /// Joins two people that have nothing but particles between them ('Maria von der Heide'), a common noun for places and
    /// what it heads ('Vihara', 'Dharma Bhakti'), a body of government and the place that it is of ('Polres', 'Kediri').
    fn with_particles(&self, names: Vec<Tagged>) -> Vec<Tagged> {
        let mut joined: Vec<Tagged> = Vec::with_capacity(names.len());
        for name in names {
            match joined.last_mut() {
                Some(before) if self.are_one_person(before, &name) => before.tokens.end = name.tokens.end,
                Some(before) if self.is_ampersand(before.tokens.end) && before.tokens.end + 1 == name.tokens.start => {
                    *before = Tagged { tokens: before.tokens.start..name.tokens.end, kind: EntityKind::Organisation };
                }
                Some(before) if self.is_route(before, &name) => before.tokens.end = name.tokens.end,
                Some(before)
                    if self.behind_cut(before.tokens.end) == name.tokens.start && self.heads(before, &name) =>
                {
                    before.tokens.end = name.tokens.end;
                }
                _ => joined.push(name),
            }
        }
        joined
    }

    /// The sign between two names of a firm: 'Jardine Cycle & Carriage'.
    fn is_ampersand(&self, at: usize) -> bool {
        self.reading.mark(at) == '&' && self.reading.is_capitalised(at + 1)
    }

    /// A form of address or rank in the name of a place that is named after somebody: 'Jalan Jenderal Sudirman'.
    fn is_eponym(&self, at: usize) -> bool {
        self.pack.cues.name_hints.exact(&self.reading.words[at..=at]).contains(&NameHint::Eponym)
    }

    /// 'Tol Yogyakarta' and 'Bawen', with nothing but a hyphen between them.
    fn is_route(&self, before: &Tagged, name: &Tagged) -> bool {
        let hyphen = before.tokens.end;
        let words = &self.reading.words[before.tokens.start..=before.tokens.start];
        before.kind == EntityKind::Place
            && self.pack.cues.name_hints.exact(words).contains(&NameHint::Route)
            && hyphen + 1 == name.tokens.start
            && self.reading.mark(hyphen) == '-'
            && self.reading.is_glued(hyphen)
            && self.reading.is_glued(hyphen + 1)
    }

    /// The 'PT' of a company, whose name is as people's are: 'PT Anugerah Surya Pratama'.
    fn is_company_head(&self, at: usize) -> bool {
        let words = &self.reading.words[at..=at];
        self.pack.cues.name_hints.exact(words).contains(&NameHint::Form) && self.is(at, &[NameCue::OrganisationHead])
    }

    fn is_behind_title(&self, at: usize) -> bool {
        let title = |from: usize| self.pack.cues.names.exact(&self.reading.words[from..at]).contains(&NameCue::Title);
        (at.saturating_sub(TITLE_WORDS)..at).any(title)
    }

    /// Behind the full stop of a form of address: 'Bandara Dr. Ferdinand Lumban Tobing'.
    fn behind_cut(&self, end: usize) -> usize {
        let is_cut = self.reading.mark(end) == '.' && self.is_eponym(end - 1);
        if is_cut { end + 1 } else { end }
    }

    /// Whether a name is no more than a common noun, and what stands right behind it tells which one; or the two are one name
    /// that is known ('Kodam', 'Jaya').
    fn heads(&self, before: &Tagged, name: &Tagged) -> bool {
        let is_lone = before.tokens.len() == 1;
        let whole = before.tokens.start..name.tokens.end;
        let is_known = known_at(self.reading, self.packs, whole.clone())
            .is_some_and(|known| known.kind == before.kind && known.len == whole.len());
        if is_known {
            return true;
        }
        match before.kind {
            EntityKind::Place => {
                self.is(before.tokens.start, &[NameCue::PlaceHead])
                    && (is_lone || self.is_eponym(before.tokens.end - 1))
            }
            EntityKind::Organisation if self.is_company_head(before.tokens.start) => {
                name.kind == EntityKind::Person && !self.is_behind_title(before.tokens.start)
            }
            EntityKind::Organisation => {
                name.kind == EntityKind::Place && self.is(before.tokens.end - 1, &[NameCue::Government])
            }
            _ => false,
        }
    }

    fn are_one_person(&self, before: &Tagged, name: &Tagged) -> bool {
        let particles = before.tokens.end..name.tokens.start;
        let is_particle = |at: usize| {
            let hints = self.pack.cues.name_hints.exact(&self.reading.words[at..=at]);
            hints.contains(&NameHint::Particle) && !self.reading.is_capitalised(at)
        };
        // 'Moh. Rizki': a given name cut short.
        let is_short = before.tokens.len() == 1 && self.reading.text(before.tokens.start).len() <= LONGEST_SHORT_BYTES;
        let is_cut = particles.len() == 1 && is_short && self.reading.mark(particles.start) == '.';
        let is_double =
            particles.len() == 1 && (self.joins_family_names(particles.start) || self.is_borne_title(particles.start));
        let are_people = before.kind == EntityKind::Person && name.kind == EntityKind::Person;
        are_people
            && particles.len() <= MOST_PARTICLES
            && (is_cut || is_double || particles.into_iter().all(is_particle))
    }

    /// The 'I' of 'I Wayan Sudiarta', the 'La' of 'La Ode Hamidin'.
    fn begins_birth_name(&self, at: usize) -> bool {
        let next = &self.reading.words[at + 1..=at + 1];
        let is_given = self.pack.cues.name_hints.exact(next).contains(&NameHint::BirthName);
        is_given && matches!(self.reading.text(at), "I" | "La" | "Wa")
    }

    /// 'Putri' before 'Kusuma Wardani': a title that people bear, before two names.
    fn behind_borne_title(&self, name: &Tagged, free: usize) -> usize {
        let start = name.tokens.start;
        let is_given = |at: usize| self.packs.gazetteer.is_given_name(self.reading.words[at]);
        let is_whole = name.kind == EntityKind::Person && name.tokens.len() > 1;
        let opens = start > free && is_whole && is_given(start - 1) && self.is_borne_title(start - 1);
        if opens { start - 1 } else { start }
    }

    /// A title that people bear as a name: 'Putra' of 'Agung Putra Sukahet'.
    fn is_borne_title(&self, at: usize) -> bool {
        let (word, gazetteer) = (self.reading.words[at], &self.packs.gazetteer);
        let is_name = gazetteer.is_given_name(word) || gazetteer.is_family_name(word);
        is_name && self.reading.is_capitalised(at) && self.is(at, &[NameCue::Title])
    }

    /// The hyphen of 'Okonjo-Reyes': behind it stands a family name that is no given name, and neither half is one by which
    /// somebody is known ('Trump-Putin').
    fn joins_family_names(&self, hyphen: usize) -> bool {
        let (word, gazetteer) = (self.reading.words[hyphen + 1], &self.packs.gazetteer);
        let is_known = |at: usize| {
            known_at(self.reading, self.packs, at..at + 1).is_some_and(|known| known.kind == EntityKind::Person)
        };
        self.reading.mark(hyphen) == '-'
            && self.reading.is_glued(hyphen)
            && self.reading.is_glued(hyphen + 1)
            && gazetteer.is_family_name(word)
            && !gazetteer.is_given_name(word)
            && !is_known(hyphen - 1)
            && !is_known(hyphen + 1)
    }

    /// A person's name with the given name before it that the tagger left out ('Rich Barton'), the family name ('Brady
    /// Singer'), and what tells apart those of one name ('Witt Jr.').
    fn whole_person(&self, tokens: &Range<usize>, free: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = tokens.clone();
        let gazetteer = &self.packs.gazetteer;
        let is_lone = end - start == 1;
        if is_lone
            && start > free.start
            && self.is_given_name(start - 1)
            && !gazetteer.is_given_name(self.reading.words[start])
        {
            start -= 1;
        }
        let is_family = end < free.end && self.reading.is_capitalised(end) && !self.reading.is_capitalised(end + 1);
        if is_lone && start == tokens.start && is_family && gazetteer.is_full_name(&self.reading.words[start..=end]) {
            end += 1;
        }
        end += usize::from(end < free.end && self.has_hint(end, NameHint::NameSuffix));
        if self.has_hint(end - 1, NameHint::NameSuffix) {
            let has_stop = self.reading.mark(end) == '.' && self.reading.is_glued(end) && end + 1 < free.end;
            end += usize::from(has_stop);
        }
        // 'Peter Makepeace KC'
        while end - start > 1
            && self.reading.tokens[end - 1].case == Case::Upper
            && self.has_hint(end - 1, NameHint::Postnominal)
        {
            end -= 1;
        }
        start..end
    }

    /// A given name that is written as one, and is no month or title: 'Rich', but not 'May' or 'King'.
    fn is_given_name(&self, at: usize) -> bool {
        let word = self.reading.words[at];
        self.packs.gazetteer.is_given_name(word)
            && self.reading.tokens[at].case == Case::Capital
            && !self.pack.time.vocabulary.has(word)
            && !self.is(at, &[NameCue::Title, NameCue::Honorific])
    }

    fn has_hint(&self, at: usize, wanted: NameHint) -> bool {
        let words = self.reading.words.get(at..=at).unwrap_or_default();
        self.pack.cues.name_hints.exact(words).contains(&wanted)
    }

    /// Behind the last field of an office of government ('Dinas Lingkungan Hidup dan Kebersihan'), or of a body that is named by
    /// its fields ('Department for Culture, Media and Sport').
    fn end_of_fields(&self, name: &Range<usize>, limit: usize) -> usize {
        let has_fields = self.is(name.start, &[NameCue::Government])
            || name.clone().any(|at| self.has_hint(at, NameHint::BeforeFields));
        let mut end = name.end;
        while self.reading.mark(end) == ',' && self.fields(end + 1, limit) > 0 {
            end += 1 + self.fields(end + 1, limit);
        }
        let and = if self.reading.mark(end) == ',' { end + 1 } else { end };
        let last = self.fields(and + 1, limit);
        let goes_on = has_fields && name.len() > 1 && last > 0 && and + 1 < limit && self.is(and, &[NameCue::And]);
        if goes_on { and + 1 + last } else { name.end }
    }

    fn fields(&self, at: usize, limit: usize) -> usize {
        (at..limit).take_while(|&at| self.is_field(at)).count()
    }

    /// Behind the capitalised words that end names and follow this one.
    fn end(&self, tokens: &Range<usize>, limit: usize) -> usize {
        let ends_name = [NameCue::PlaceTail, NameCue::OrganisationTail, NameCue::EventTail];
        // 'U.S. District Judge': the word begins a title.
        let begins_title = |at: usize| {
            let words = &self.reading.words[at..limit.max(at)];
            self.pack.cues.names.starting(words).any(|(len, cues)| len > 1 && cues.contains(&NameCue::Title))
        };
        let goes_on = |at: &usize| self.reading.is_capitalised(*at) && self.is(*at, &ends_name) && !begins_title(*at);
        let firm = if self.is_ampersand(tokens.end) && tokens.end + 1 < limit { tokens.end + 2 } else { tokens.end };
        let end = firm + (firm..limit).take_while(goes_on).count();
        // 'Bolt Corp.', but not where the full stop ends the sentence.
        let is_short =
            self.is(end - 1, &[NameCue::OrganisationTail]) && self.reading.text(end - 1).len() <= LONGEST_SHORT_BYTES;
        let has_stop = self.reading.mark(end) == '.' && self.reading.is_glued(end) && end + 1 < limit;
        let is_company =
            is_short && has_stop && end - tokens.start > 1 && self.reading.tokens[end - 1].case == Case::Capital;
        if is_company { end + 1 } else { end }
    }

    /// The kind that the last of several words tells; a person whose given name is known stays one ('Ann Park').
    fn kind(&self, name: &Tagged) -> EntityKind {
        let (first, last) = (name.tokens.start, name.tokens.end - 1);
        let is_person = name.kind == EntityKind::Person && self.packs.gazetteer.is_name_part(self.reading.words[first]);
        if first == last || is_person {
            return name.kind;
        }
        let tails = [
            (NameCue::EventTail, EntityKind::Other),
            (NameCue::PlaceTail, EntityKind::Place),
            (NameCue::OrganisationTail, EntityKind::Organisation),
        ];
        let told = tails.into_iter().find(|(cue, _)| self.is(last, &[*cue])).map(|(_, kind)| kind);
        let by_lists = || {
            let is_name = self.packs.gazetteer.is_full_name(&self.reading.words[name.tokens.clone()]);
            (is_name && known_at(self.reading, self.packs, name.tokens.clone()).is_none()).then_some(EntityKind::Person)
        };
        told.or_else(|| self.kind_by_head(name)).or_else(by_lists).unwrap_or(name.kind)
    }

    /// The kind that the first word tells, where the gazetteer has not the whole name ('United States').
    fn kind_by_head(&self, name: &Tagged) -> Option<EntityKind> {
        let is_known =
            known_at(self.reading, self.packs, name.tokens.clone()).is_some_and(|known| known.len == name.tokens.len());
        let heads = [(NameCue::OrganisationHead, EntityKind::Organisation), (NameCue::PlaceHead, EntityKind::Place)];
        let told = heads.into_iter().find(|(cue, _)| self.is(name.tokens.start, &[*cue])).map(|(_, kind)| kind);
        // 'Sungai Tuntang' was tagged as a person; 'Uni Sovia' may be one.
        let is_person = name.kind == EntityKind::Person && told == Some(EntityKind::Organisation);
        told.filter(|_| !is_known && !is_person)
    }

    /// Before the small word that a hyphen joins to the name ('el-Fasher'), or the other fields of an office ('Fire and
    /// Disaster Management Agency'); never before `free`.
    fn start(&self, name: &Tagged, free: usize) -> usize {
        let at = name.tokens.start;
        if name.kind == EntityKind::Person && at > free && self.begins_birth_name(at - 1) {
            return at - 1;
        }
        let joined = at >= free + 2 && self.reading.mark(at - 1) == '-' && self.reading.is_glued(at);
        if joined && self.reading.is_glued(at - 1) && self.is(at - 2, &[NameCue::Connector]) {
            return at - 2;
        }
        let is_office =
            name.kind == EntityKind::Organisation && self.is(name.tokens.end - 1, &[NameCue::OrganisationTail]);
        let and = at >= free + 2 && self.is(at - 1, &[NameCue::And]) && is_office;
        if and && self.is_field(at - 2) { self.first_field(at - 2, free) } else { at }
    }

    /// An ordinary word that is written as a name and is none by itself: 'Works' of 'Public Works and Housing Ministry'.
    fn is_field(&self, at: usize) -> bool {
        self.reading.is_capitalised(at)
            && self.pack.is_common(self.reading.words[at])
            && known_at(self.reading, self.packs, at..at + 1).is_none_or(|known| known.kind == EntityKind::Place)
    }

    fn first_field(&self, at: usize, free: usize) -> usize {
        at - (free..at).rev().take_while(|&at| self.is_field(at)).count()
    }
}
