//! Where the name of a body ends that goes on behind what the tagger saw of it: with its town, its members, what it is for, or the
//! house of the saint that it is named after.

use std::ops::Range;

use super::edges::Edges;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The rest of a name in another language is looked for over so many words.
const LONGEST_FOREIGN: usize = 10;

/// The last field of an office has at most so many words.
const MOST_FIELDS: usize = 4;

/// What no name goes on with.
const ENDS_NAME: [NameCue; 5] =
    [NameCue::Title, NameCue::Honorific, NameCue::PlaceHead, NameCue::OrganisationHead, NameCue::Government];

impl Edges<'_> {
    /// What was taken for a place, with the syllable behind its hyphen: 'Sungai Roko-roko', 'Tambusiu-siu'. Two words with another
    /// syllable are somebody: 'Ko Hyung-jin'.
    pub(super) fn behind_syllable(&self, name: Tagged, limit: usize) -> Tagged {
        let Range { start, end } = name.tokens;
        let is_syllable = end + 1 < limit
            && self.reading.mark(end) == '-'
            && self.reading.is_glued(end)
            && self.reading.is_glued(end + 1)
            && self.reading.tokens[end + 1].case == Case::Lower;
        // 'Hou Hsiao-hsien'
        if !is_syllable || !self.scene.pack.grammar.noun_first && !self.scene.is_family_name(start) {
            return name;
        }
        let noun_first = self.scene.pack.grammar.noun_first;
        let is_doubled = noun_first && self.reading.folded(end - 1).ends_with(self.reading.folded(end + 1));
        let is_person = end - start == 2
            && !self.scene.is_common(end + 1)
            && !self.scene.is_cue(start, NameCue::PlaceHead)
            && self.scene.known(start..end).is_none();
        match (is_doubled, is_person) {
            (true, _) => Tagged::new(start..end + 2, name.kind),
            (false, true) => Tagged::new(start..end + 2, EntityKind::Person),
            _ => name,
        }
    }

    /// Behind a word that a name has twice with a hyphen between, where the tagger saw the first alone: 'Oro-Oro Ombo'.
    pub(super) fn end_of_doubled(&self, end: usize, limit: usize) -> Option<usize> {
        let again = end + 1;
        let is_doubled = again < limit
            && self.reading.mark(end) == '-'
            && self.reading.is_glued(end)
            && self.reading.is_glued(again)
            && self.reading.is_capitalised(again)
            && self.reading.folded(end - 1) == self.reading.folded(again);
        let is_part = |at: &usize| {
            self.reading.is_capitalised(*at) && self.reading.is_word(*at) && !self.scene.is_any_cue(*at, &ENDS_NAME)
        };
        is_doubled.then(|| again + 1 + (again + 1..limit).take_while(is_part).count())
    }

    /// Behind the town of a university that has several: 'University of Texas at Tyler'.
    pub(super) fn end_of_campus(&self, start: usize, end: usize) -> Option<usize> {
        let is_campus = self.scene.is_hint(start, NameHint::Campus)
            && self.scene.is_hint(end, NameHint::CampusAt)
            && end > start + 2
            && self.reading.is_capitalised(end + 1);
        let town = self.scene.known(end + 1..self.reading.words.len());
        is_campus.then(|| end + 1 + town.map_or(1, |town| town.len))
    }

    /// Behind what a body is of, where the tagger saw no more than what it is: 'National Association', 'of Student Financial Aid
    /// Administrators'.
    pub(super) fn end_of_members(&self, tokens: &Range<usize>, limit: usize) -> Option<usize> {
        let of = tokens.end;
        // 'Ross School of Business'
        let is_head = self.scene.cues_of(of - 1..of + 1).contains(&NameCue::OrganisationHead)
            || self.scene.is_hint_of(of - 1..of + 1, NameHint::BodyOf);
        // 'the Senate Commerce Committee on Thursday'
        let is_day = |at: usize| self.scene.in_time.get(at).copied().unwrap_or(false);
        let is_member = |at: usize| self.reading.is_capitalised(at) && !is_day(at);
        let members = (of + 1..limit).take_while(|&at| is_member(at)).last();
        members.filter(|_| is_head).map(|last| last + 1)
    }

    /// Behind the last field of an office, whatever that is, where the letters of the whole stand in brackets behind it: 'dan Jalan Raya'
    /// of 'Departemen Pekerjaan Umum dan Jalan Raya (DPWH)'.
    pub(super) fn end_before_letters(&self, tokens: &Range<usize>) -> Option<usize> {
        let (start, and) = (tokens.start, tokens.end);
        if !self.scene.is_cue(and, NameCue::And) || !self.scene.is_cue(start, NameCue::Government) {
            return None;
        }
        let is_field = |at: &usize| {
            const OTHERS: [NameCue; 3] = [NameCue::Title, NameCue::OrganisationHead, NameCue::Government];
            self.reading.is_capitalised(*at) && !self.scene.is_any_cue(*at, &OTHERS)
        };
        let fields = (and + 1..and + 1 + MOST_FIELDS).take_while(is_field).count();
        let bracket = and + 1 + fields;
        let initial = |at: usize| self.reading.text(at).chars().next();
        let has_letters = fields > 0
            && self.reading.mark(bracket) == '('
            && self.reading.mark(bracket + 2) == ')'
            && matches!(self.reading.tokens[bracket + 1].case, Case::Upper | Case::Mixed)
            && initial(bracket + 1) == initial(start);
        has_letters.then_some(bracket)
    }

    /// Behind the rest of a body's name in another language, of which the tagger saw no more than what it is: 'for International
    /// Forestry Research' of 'Center'.
    pub(super) fn end_of_foreign(&self, tokens: &Range<usize>) -> Option<usize> {
        let Range { start, end } = *tokens;
        let is_lower = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        let is_link = |at: usize| {
            let is_and = || {
                let is_own = self.scene.pack.function_words.contains(&self.reading.words[at]);
                self.scene.is_cue(at, NameCue::And) && !is_own
            };
            is_lower(at) && (self.scene.is_hint(at, NameHint::BeforeFields) || is_and())
        };
        let leads = self.scene.pack.grammar.noun_first
            && self.scene.is_hint(end, NameHint::BeforeFields)
            && is_lower(end)
            && (start..end).any(|at| self.scene.is_cue(at, NameCue::OrganisationTail));
        let goes_on =
            |at: &usize| self.reading.is_capitalised(*at) || is_link(*at) && self.reading.is_capitalised(*at + 1);
        let last = (end..end + LONGEST_FOREIGN).take_while(goes_on).last().filter(|_| leads)?;
        Some(last + 1)
    }

    /// Behind what a body is for: 'untuk Reformasi Sektor Keamanan' of 'Koalisi Masyarakat Sipil'. Whom it does something for is
    /// none ('Yayasan Harapan untuk Aceh').
    pub(super) fn end_of_purpose(&self, tokens: &Range<usize>, limit: usize) -> Option<usize> {
        let (start, first) = (tokens.start, tokens.end + 1);
        let leads = self.scene.is_hint(tokens.end, NameHint::Purpose)
            && self.scene.is_cue(start, NameCue::OrganisationHead)
            && !self.scene.is_cue(start, NameCue::Government);
        let is_joined = |at: usize| self.scene.is_cue(at, NameCue::And) && self.reading.is_capitalised(at + 1);
        let words = (first..limit).take_while(|&at| self.reading.is_capitalised(at) || is_joined(at));
        let end = words.filter(|_| leads).last()? + 1;
        let whom = self
            .scene
            .known(first..end)
            .is_some_and(|it| matches!(it.kind, EntityKind::Place | EntityKind::Person | EntityKind::Organisation));
        (!whom && self.reading.is_capitalised(first)).then_some(end)
    }

    /// Behind the rest of what a body is for, ordinary words behind a small one: 'in the Public Interest' of 'Center for
    /// Science'. Where it does that is a place, which the lists have.
    pub(super) fn end_of_interest(&self, tokens: &Range<usize>, limit: usize) -> Option<usize> {
        let Range { start, end } = *tokens;
        let is_headed = end < limit
            && end > start + 2
            && self.scene.is_hint(end, NameHint::Interest)
            && self.scene.cues_of(start..start + 2).contains(&NameCue::OrganisationHead);
        if !is_headed {
            return None;
        }
        let first = end + 1 + usize::from(self.scene.is_hint(end + 1, NameHint::Definite));
        let is_word = |at: usize| {
            let is_day = self.scene.in_time.get(at).copied().unwrap_or(false);
            self.reading.is_capitalised(at) && !self.scene.is_person_word(at) && !is_day
        };
        let last = (first..limit).take_while(|&at| is_word(at)).last()?;
        let is_ordinary =
            |at: usize| self.scene.pack.is_ordinary(self.reading.words[at]) || self.scene.is_hint(at, NameHint::Field);
        let is_place = self.scene.is_hint(first, NameHint::PlaceStart);
        let is_told = !is_place && (first..last + 1).any(is_ordinary);
        let is_whole = is_told && !self.reading.is_capitalised(last + 1) && self.scene.known(first..last + 1).is_none();
        is_whole.then_some(last + 1)
    }

    /// Behind what is named after a saint: 'St. Henry's Catholic Church', of which the tagger saw no more than the saint.
    pub(super) fn house_of_saint(&self, tokens: &Range<usize>, limit: usize) -> Option<usize> {
        let Range { start, end } = *tokens;
        let before = start.saturating_sub(2)..=start;
        let is_saint =
            before.into_iter().any(|at| self.scene.is_hint(at, NameHint::Saint) && self.reading.is_capitalised(at));
        let is_possessive = self.reading.text(end).starts_with(['\'', '’']) && self.reading.is_glued(end);
        // 'a priest of St. Brendan's,': no noun follows.
        if is_saint && is_possessive && matches!(self.reading.mark(end + 1), ',' | '.' | ';' | ')') {
            return Some(end + 1);
        }
        let behind = (end + 1..limit).take_while(|&at| self.reading.is_capitalised(at)).last()? + 1;
        let is_house = self.scene.is_cue(behind - 1, NameCue::OrganisationTail);
        (is_saint && is_possessive && is_house).then_some(behind)
    }
}
