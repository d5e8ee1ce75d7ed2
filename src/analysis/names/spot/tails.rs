//! Names by their last word ('Nile Policy Forum', 'Iwate Prefecture'), and firms by the sign between their partners.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// Behind how many tokens no further partner is looked for.
const LONGEST_FIRM: usize = 8;

/// The longest name of each of several partners, in words.
const PARTNER_WORDS: usize = 3;

/// The longest run of capitalised words that is looked through for the last word of a name.
const LONGEST_RUN: usize = 7;

/// The longest word for the form of a company that is cut short by a full stop, in bytes: 'Corp.'.
const LONGEST_SHORT_BYTES: usize = 4;

impl Spotter<'_> {
    /// A name by its last word, longer than what the tagger or the gazetteer has of it: 'Nile Policy Forum', 'Iwate
    /// Prefecture'.
    pub(super) fn tailed(&mut self, at: usize) -> Option<usize> {
        if !self.is_name_word(at) {
            return None;
        }
        let is_title = self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some();
        let run = self.run_to_tail(at);
        // 'General Data Protection Regulation', 'GUARD Act'
        let is_lettered = self.reading.tokens[at].case == Case::Upper && run > 1;
        let is_law = (run > 2 || is_lettered) && self.scene.is_hint(at + run - 1, NameHint::LawTail);
        let is_patron = self.is_named_after_patron(&(at..at + run));
        // 'Major Projects Office': the word is no rank before one that nobody bears.
        let is_office = run > 2
            && self.scene.pack.full_names
            && self.scene.is_cue(at + run - 1, NameCue::OrganisationTail)
            && self.scene.is_common(at + 1)
            && !self.scene.is_person_word(at + 1)
            && !self.page.headlines.holds(at);
        if is_title && !is_law && !is_patron && !is_office {
            return None;
        }
        // 'Evangeline Parish District Attorney'
        let is_half_of_title = |last: usize| {
            self.reading.is_capitalised(last + 1)
                && self.scene.cues_of(last..last + 2).contains(&NameCue::Title)
                && !self.scene.is_hint(last, NameHint::County)
        };
        let tail = |last: usize| Some((last + 1, self.tail(last).filter(|_| !is_half_of_title(last))?));
        let (end, evidence) = (at + 1..at + run).rev().find_map(tail)?;
        // 'Grup Salim PT Bumi Resources Minerals Tbk': the company begins behind its owner.
        let is_company = |at: usize| self.scene.is_hint(at, NameHint::Form) && self.tagged_len(at) > 1;
        // 'Malam Anugerah Piala Citra Festival Film Indonesia': what is known begins within, and goes on.
        let is_known = |at: usize| self.begins_known_thing(at);
        if self.scene.pack.grammar.noun_first && (at + 1..end).any(|at| is_company(at) || is_known(at)) {
            return None;
        }
        let known = self.scene.known(at..self.sentence.end).map_or(0, |known| known.len);
        let is_titled = self.title.as_ref().is_some_and(|title| title.end == at);
        let is_person = self.scene.is_name_part(at) && end - at == 2 || is_titled && self.is_titled_pair(&(at..end));
        if is_person || self.tagged_len(at).max(known) >= end - at {
            return None;
        }
        let end = self.with_members(end);
        let evidence = if self.is_visited(&(at..end)) { Evidence::AfterPlaceHead } else { evidence };
        self.title = None;
        self.push(at..end, evidence, None);
        self.nested_names(at..end, at..end - 1);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// 'Bishop Ireton High School', 'Queen Alexandra Hospital'
    pub(super) fn is_named_after_patron(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        end - start > 2
            && self.scene.is_hint(start, NameHint::Patron)
            && self.reading.is_capitalised(start)
            && (self.scene.is_cue(end - 1, NameCue::OrganisationTail) || self.scene.ends_as_office(end - 1))
            && !self.page.headlines.holds(start)
    }

    /// Behind what a body is of or on: 'Advisory Committee on Immunization Practices'.
    fn with_members(&self, end: usize) -> usize {
        let is_head = self.scene.cues_of(end - 1..end + 1).contains(&NameCue::OrganisationHead)
            && self.reading.tokens.get(end).is_some_and(|token| token.case == Case::Lower);
        let members = (end + 1..self.sentence.end).take_while(|&at| self.is_name_word(at)).last();
        members.filter(|_| is_head && self.scene.pack.full_names).map_or(end, |last| last + 1)
    }

    /// How many tokens from `at` on may be a name that ends with a common noun, with the possessive of those whom it is for:
    /// 'Chilton County Sheriff's Office', 'Prison Officers' Association'; never that of who has it ('Russia's Defence Ministry').
    fn run_to_tail(&self, at: usize) -> usize {
        let is_possessive = |mark: usize| {
            let (owner, text) = (mark - 1, self.reading.text(mark));
            text.starts_with(['\'', '’'])
                && self.reading.is_glued(mark)
                && self.may_own(owner, mark + 1)
                && self.is_name_word(mark + 1)
        };
        // 'Net-Zero Industry Act'
        let is_hyphen = |mark: usize| {
            mark == at + 1
                && self.reading.mark(mark) == '-'
                && self.reading.is_glued(mark)
                && self.reading.is_glued(mark + 1)
                && self.scene.pack.full_names
                && self.is_name_word(mark + 1)
        };
        let goes_on = |end: usize| self.is_name_word(end) || is_possessive(end) || is_hyphen(end);
        let last = self.sentence.end.min(at + LONGEST_RUN);
        (at + 1..last).take_while(|&end| goes_on(end)).count() + 1
    }

    /// Whether those whom a body is for, or named after, stand before the possessive: 'Officers', but not 'Russia'; 'Alice' only of
    /// a foundation or the like.
    fn may_own(&self, owner: usize, behind: usize) -> bool {
        let is_named_after =
            (behind..self.sentence.end.min(behind + 2)).any(|at| self.hint_ends_at(at + 1, NameHint::NamedAfter));
        // The 'Assembly' has a committee of its own.
        // So has a region its towns.
        let is_body =
            self.scene.is_any_cue(owner, &[NameCue::Government, NameCue::OrganisationTail, NameCue::PlaceTail]);
        let is_group =
            !is_body && self.scene.is_common(owner) || self.cue(owner, |cue| cue == NameCue::Title).is_some();
        if self.scene.is_given_name(owner) { is_named_after } else { is_group && !self.scene.is_person_word(owner) }
    }

    /// 'Ackroyd & Daughters', 'Farrar, Straus & Giroux': no people are joined so, but companies.
    pub(super) fn partners(&mut self, at: usize) -> Option<usize> {
        self.tagged?;
        if !self.is_name_word(at) || self.cue(at, |cue| cue == NameCue::Title).is_some() {
            return None;
        }
        // 'Daniel B. Stephens & Associates'
        let is_stop = |at: usize| at > 0 && self.reading.mark(at) == '.' && self.reading.text(at - 1).len() == 1;
        let is_part = |&at: &usize| self.is_name_word(at) || is_stop(at);
        let words = |at: usize| (at..self.sentence.end).take(PARTNER_WORDS + 1).take_while(is_part).count();
        let mut and = at + words(at);
        while self.reading.mark(and) == ',' && words(and + 1) > 0 && and - at < LONGEST_FIRM {
            let len = words(and + 1);
            // 'Kahitna, Maliq & D'Essentials'
            if self.scene.known(and + 1..self.sentence.end).is_some_and(|known| known.len > len) {
                return None;
            }
            and += 1 + len;
        }
        let behind = words(and + 1);
        let known = self.scene.known(at..self.sentence.end).map_or(0, |known| known.len);
        if self.reading.mark(and) != '&' || self.reading.is_glued(and) || behind == 0 || at + known > and {
            return None;
        }
        self.title = None;
        let end = and + 1 + behind;
        // 'JPMorgan Chase & Co.', but not where the full stop ends the sentence.
        let is_short = self.hint_ends_at(end, NameHint::Form) && self.reading.mark(end) == '.';
        let has_stop = is_short && self.reading.is_glued(end) && end + 1 < self.sentence.end;
        let end = end + usize::from(has_stop);
        let evidence = if self.is_year_in_bracket(end) { Evidence::AfterThing } else { Evidence::OrganisationWord };
        self.push(at..end, evidence, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// 'Vaigai Fertilisers and Chemicals Ltd': the words on both sides of the 'and' tell what the company does, and the form of
    /// company ends its name. 'Bolt Systems and Acme Corp' are two.
    pub(super) fn joint_trades(&mut self, at: usize) -> Option<usize> {
        if !self.is_name_word(at) {
            return None;
        }
        let words =
            |at: usize| (at..self.sentence.end).take(LONGEST_FIRM).take_while(|&at| self.is_name_word(at)).count();
        let and = at + words(at);
        let end = and + 1 + words(and + 1);
        if end < and + 3 || !self.scene.is_cue(and, NameCue::And) {
            return None;
        }
        let is_trade = |at: usize| self.scene.is_common(at) || self.scene.is_cue(at, NameCue::OrganisationTail);
        let is_firm = and > at + 1
            && self.scene.is_hint(end - 1, NameHint::Form)
            && is_trade(and - 1)
            && (and + 1..end - 1).all(is_trade);
        let evidence =
            if is_firm { Some(Evidence::OrganisationWord) } else { self.joint_fields(at..and, and + 1..end) };
        let is_known = self.scene.known(at..end).is_some_and(|known| known.len > and - at);
        let evidence = evidence.filter(|_| !is_known && self.scene.known(and + 1..end).is_none())?;
        self.title = None;
        self.push(at..end, evidence, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// What 'Mines' and 'Geosciences Bureau' are together: an ordinary word before the 'and' that ends no name of its own, and behind
    /// it words that nobody bears and one that bodies or events end with.
    fn joint_fields(&self, first: Range<usize>, second: Range<usize>) -> Option<Evidence> {
        const HEADS: [NameCue; 4] = [NameCue::PlaceHead, NameCue::Title, NameCue::NotName, NameCue::OrganisationHead];
        const TAILS: [NameCue; 4] =
            [NameCue::OrganisationTail, NameCue::EventTail, NameCue::PlaceTail, NameCue::Government];
        let (field, tail) = (first.end - 1, second.end - 1);
        let is_field = self.scene.is_hint(field, NameHint::Field);
        let is_word = is_field || self.scene.is_common(field) && !self.scene.is_any_cue(field, &TAILS);
        let is_free = |at: usize| self.reading.tokens[at].case == Case::Capital && !self.scene.is_person_word(at);
        let is_joint = self.scene.pack.full_names
            && is_word
            && first.clone().all(is_free)
            && (second.start..tail).all(is_free)
            && ![field, second.start].iter().any(|&at| self.scene.is_any_cue(at, &HEADS))
            && self.scene.known(first.clone()).is_none()
            && (first.len() > 1 || first.start > self.sentence.start)
            && !self.page.headlines.holds(field);
        let kind = self.tail(tail).filter(|&kind| kind != Evidence::AfterPlaceHead);
        kind.filter(|_| is_joint)
    }

    /// The year of a work behind its title: 'Habibie & Ainun (2012)'.
    pub(super) fn is_year_in_bracket(&self, at: usize) -> bool {
        let is_year = self.reading.is_number(at + 1) && self.reading.text(at + 1).len() == 4;
        self.reading.mark(at) == '(' && is_year && self.reading.mark(at + 2) == ')'
    }

    /// 'Maritime New Zealand', 'Health Canada': what a body is for before its country, where nothing else stands behind. No body is
    /// so named in a headline, where every word has a capital letter.
    pub(super) fn sector_of_country(&mut self, at: usize) -> Option<usize> {
        let is_sector = self.scene.pack.full_names
            && self.reading.tokens[at].case == Case::Capital
            && self.scene.is_hint(at, NameHint::Sector)
            && !self.page.headlines.holds(at);
        if !is_sector || at > self.sentence.start && self.reading.is_capitalised(at - 1) {
            return None;
        }
        let known = self.scene.known(at + 1..self.sentence.end).filter(|known| known.kind == EntityKind::Place)?;
        let end = at + 1 + known.len;
        let longer = self.scene.known(at..self.sentence.end).map_or(0, |known| known.len);
        if at + longer >= end || self.is_name_word(end) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::OrganisationWord, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// What the word says that a name ends with; in a line of capitals it says nothing.
    fn tail(&self, at: usize) -> Option<Evidence> {
        if self.reading.tokens[at].case == Case::Upper && self.reading.text(at).len() > 3 {
            return None;
        }
        if self.scene.ends_as_office(at) {
            return Some(Evidence::OrganisationWord);
        }
        if self.scene.is_works(at) {
            return Some(Evidence::EventWord);
        }
        let cues = self.scene.cues(at);
        let tails = [
            (NameCue::EventTail, Evidence::EventWord),
            (NameCue::PlaceTail, Evidence::AfterPlaceHead),
            (NameCue::OrganisationTail, Evidence::OrganisationWord),
        ];
        tails.into_iter().find(|(cue, _)| cues.contains(cue)).map(|(_, evidence)| evidence)
    }

    /// Behind the full stop that belongs to the last word of an organisation: 'PT Astra International Tbk.', but not where it
    /// ends the sentence.
    pub(super) fn behind_stop(&self, end: usize) -> usize {
        let has_stop = self.reading.mark(end) == '.' && self.reading.is_glued(end) && end + 1 < self.sentence.end;
        let is_short = self.reading.text(end - 1).len() <= LONGEST_SHORT_BYTES;
        let is_tail = self.cue(end - 1, |cue| cue == NameCue::OrganisationTail).is_some();
        if has_stop && is_short && is_tail && self.reading.tokens[end - 1].case == Case::Capital {
            end + 1
        } else {
            end
        }
    }
}
