//! Where a tagged name begins that goes on before what the tagger saw of it: with a number, a particle, the first half of a pair or
//! the other fields of an office.

use std::ops::Range;

use super::edges::Edges;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Edges<'_> {
    /// Where a body begins that its number tells from others: '82nd' of 'Airborne Division', '9th' of 'U.S. Circuit Court of Appeals'.
    pub(super) fn ordinal(&self, tokens: &Range<usize>, free: usize) -> Option<usize> {
        let number = tokens.start.checked_sub(2).filter(|&number| number >= free)?;
        let is_ordinal = self.reading.is_number(number)
            && self.reading.is_glued(number + 1)
            && self.scene.is_hint(number + 1, NameHint::Ordinal);
        let is_chapter = |at: usize| self.scene.is_any_hint(at, &[NameHint::Chapter, NameHint::Circuit]);
        (is_ordinal && tokens.clone().any(is_chapter)).then_some(number)
    }

    /// Before the small word that a hyphen joins to the name ('el-Fasher'), or the other fields of an office ('Fire and
    /// Disaster Management Agency'); never before `free`.
    pub(super) fn start(&self, name: &Tagged, free: usize) -> usize {
        let at = name.tokens.start;
        if name.kind == EntityKind::Person && at > free && self.scene.begins_birth_name(at - 1) {
            return at - 1;
        }
        // 'Center of' before 'Reform on Economics'
        let is_foreign = self.scene.pack.grammar.noun_first
            && name.kind == EntityKind::Organisation
            && at >= free + 2
            && self.scene.is_hint(at - 1, NameHint::BeforeFields)
            && self.reading.tokens[at - 1].case == Case::Lower;
        if is_foreign && self.scene.is_cue(at - 2, NameCue::OrganisationTail) {
            return at - 2;
        }
        // 'I Made' before 'Dharma Yulia Putra'
        let has_birth_name = name.kind == EntityKind::Person && at >= free + 2 && self.scene.begins_birth_name(at - 2);
        if has_birth_name && self.reading.is_capitalised(at - 1) {
            return at - 2;
        }
        let joined = at >= free + 2 && self.reading.mark(at - 1) == '-' && self.reading.is_glued(at);
        // 'PT' of 'BAN-PT'
        let is_letters = |at: usize| self.reading.tokens[at].case == Case::Upper && self.reading.text(at).len() > 1;
        let is_body = name.kind == EntityKind::Organisation && name.tokens.len() == 1;
        if joined && is_body && self.reading.is_glued(at - 1) && is_letters(at) && is_letters(at - 2) {
            return at - 2;
        }
        if joined && self.reading.is_glued(at - 1) && self.scene.is_cue(at - 2, NameCue::Connector) {
            return at - 2;
        }
        // '1 Rahtawu' of 'SD 1 Rahtawu'
        let is_school = |at: usize| self.scene.is_hint(at, NameHint::School) && self.reading.is_capitalised(at);
        if name.kind == EntityKind::Organisation && at > free && self.reading.is_number(at) && is_school(at - 1) {
            return at - 1;
        }
        if at >= free + 2 && self.is_half_of_pair(name) {
            return at - 2;
        }
        let is_office =
            name.kind == EntityKind::Organisation && self.scene.is_cue(name.tokens.end - 1, NameCue::OrganisationTail);
        let and = at >= free + 2 && self.scene.is_cue(at - 1, NameCue::And) && is_office;
        if and && self.scene.is_field(at - 2) { self.first_field(at - 2, free) } else { at }
    }

    /// 'Gallup Water Supply Project' behind 'Navajo-': of two places that a hyphen joins the tagger left out the first.
    pub(super) fn is_half_of_pair(&self, name: &Tagged) -> bool {
        let (at, last) = (name.tokens.start, name.tokens.end - 1);
        const TAILS: [NameCue; 3] = [NameCue::OrganisationTail, NameCue::EventTail, NameCue::PlaceTail];
        name.tokens.len() > 2
            && name.kind != EntityKind::Person
            && at > 1
            && self.reading.mark(at - 1) == '-'
            && self.reading.is_glued(at)
            && self.reading.is_glued(at - 1)
            && self.reading.tokens[at - 2].case == Case::Capital
            && self.scene.is_any_cue(last, &TAILS)
    }

    /// Where a name begins whose particle the tagger left out, with the given name or the form of address before it: 'Rhun ap
    /// Iorwerth', 'Mr ap Iorwerth'.
    pub(super) fn before_particle(&self, name: &Tagged, free: usize) -> Option<usize> {
        let start = name.tokens.start;
        let is_particle =
            |at: &usize| self.reading.tokens[*at].case == Case::Lower && self.scene.is_hint(*at, NameHint::Particle);
        let first = start - (free..start).rev().take_while(is_particle).count();
        let may_be_person = name.kind != EntityKind::Other;
        if first == start && !is_particle(&start) || first == free || !may_be_person {
            return None;
        }
        let before = first - 1;
        // 'Sultan bin Salem bin Mahfouz': a title that people bear.
        if name.kind == EntityKind::Person && self.is_borne_title(before) {
            return Some(before);
        }
        if first == start || name.tokens.len() > 2 {
            return None;
        }
        let is_addressed = self.scene.is_any_cue(before, &[NameCue::Honorific, NameCue::Title]);
        let is_given = self.reading.is_capitalised(before)
            && self.reading.is_word(before)
            && !self.scene.is_common(before)
            && self.scene.known(before..before + 1).is_none();
        if is_addressed { Some(first) } else { is_given.then_some(before) }
    }

    /// Where a school begins of which the tagger saw no more than its Arabic name, which nobody bears behind such letters: 'MI' before
    /// 'Miftahul Huda', 'MTs' before 'Al-Ikhlas'.
    pub(super) fn before_bound_name(&self, name: &Tagged, free: usize) -> Option<usize> {
        let start = name.tokens.start;
        let is_bound = || self.scene.is_bound(start) || self.scene.is_cue(start, NameCue::Connector);
        let school =
            start.checked_sub(1).filter(|&school| school >= free && self.scene.is_hint(school, NameHint::School))?;
        let is_letters = matches!(self.reading.tokens[school].case, Case::Upper | Case::Mixed);
        (is_letters && is_bound()).then_some(school)
    }

    /// Where a street begins that a direction tells from others: 'S.' of 'S. Packard Ave.'.
    pub(super) fn before_direction(&self, name: &Tagged, free: usize) -> Option<usize> {
        let letter = name.tokens.start.checked_sub(2).filter(|&letter| letter >= free)?;
        let is_letter =
            matches!(self.reading.text(letter), "N" | "S" | "E" | "W") && self.reading.mark(letter + 1) == '.';
        let is_street = name.kind == EntityKind::Place && self.scene.is_cue(name.tokens.end - 1, NameCue::PlaceTail);
        (is_letter && (is_street || self.reading.mark(name.tokens.end - 1) == '.')).then_some(letter)
    }

    /// Where a name begins of which the tagger saw no more than the given name, written with a hyphen: 'Ko' of 'Ko Wen-je'.
    pub(super) fn before_hyphenated(&self, name: &Tagged, free: usize) -> Option<usize> {
        let before = name.tokens.start.checked_sub(1).filter(|&before| before >= free)?;
        let is_family = self.reading.tokens[before].case == Case::Capital
            && self.reading.is_word(before)
            && self.scene.is_family_name(before);
        (name.kind == EntityKind::Person && is_family && self.is_hyphenated(name)).then_some(before)
    }

    /// 'Wen-je', 'Jae-hyuk': two syllables of one given name, the second of which is written small.
    pub(super) fn is_hyphenated(&self, name: &Tagged) -> bool {
        let hyphen = name.tokens.start + 1;
        name.tokens.len() == 3
            && self.reading.mark(hyphen) == '-'
            && self.reading.is_glued(hyphen)
            && self.reading.is_glued(hyphen + 1)
            && self.reading.tokens[hyphen + 1].case == Case::Lower
            && !self.scene.is_common(hyphen + 1)
    }

    fn first_field(&self, at: usize, free: usize) -> usize {
        at - (free..at).rev().take_while(|&at| self.scene.is_field(at)).count()
    }
}
