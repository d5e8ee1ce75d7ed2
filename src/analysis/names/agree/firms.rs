//! What stands beside a name that says it is a company: 'shares of', 'an analyst at', ', a startup'.

use std::ops::Range;

use super::companies::Judge;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::verbs::is_verb;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// How far the noun may stand before the comma of an apposition, in words.
const NOUN_DISTANCE: usize = 6;

/// What somebody is, between the comma behind their name and the 'at' before where they are it, has at most so many words.
const LONGEST_ROLE: usize = 8;

impl Judge<'_> {
    /// Whether what stands before or behind the name says that it is a company.
    pub(super) fn stands_as_company(&self, candidate: &Candidate) -> bool {
        let end = candidate.tokens.end;
        let is_possessive = self.reading.text(end).starts_with(['\'', '’']);
        let next = if is_possessive { end + 1 } else { end };
        candidate.evidence == Evidence::OrganisationWord
            || self.is_behind_office_title(candidate)
            || self.is_behind_office(candidate)
            || self.is_hint(next, NameHint::CompanyNoun) && !self.describes_company(candidate)
            || self.moves_on_market(candidate)
            || self.is_named_in_apposition(candidate)
            || self.has_somebody(candidate)
            || self.is_no_person(candidate)
            || self.reading.mark(end) == ','
                && self
                    .apposition(end + 1)
                    .any(|at| self.is_noun_of_company(at) && !self.scene.is_cue(at, NameCue::Title))
    }

    /// 'Circana's Mat Piscatella': nobody has another person, but a company has.
    fn has_somebody(&self, candidate: &Candidate) -> bool {
        let (mark, first) = (candidate.tokens.end, candidate.tokens.end + 1);
        let is_written = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Capital);
        candidate.evidence == Evidence::Tagged(EntityKind::Person)
            && candidate.tokens.len() == 1
            && candidate.title.is_none()
            && self.scene.pack.full_names
            && self.scene.is_possessive(mark)
            && self.scene.is_given_name(first)
            && is_written(first)
            && is_written(first + 1)
            && !self.scene.is_common(first + 1)
            && !self.reading.is_capitalised(first + 2)
    }

    /// A noun that only companies have; the 'Bank' of ', teller Bank NTT' begins another name.
    fn is_noun_of_company(&self, at: usize) -> bool {
        let is_small = self.reading.tokens[at].case == Case::Lower || !self.scene.pack.grammar.noun_first;
        is_small && self.is_hint(at, NameHint::CompanyNoun)
    }

    /// 'Polymet Abyssal, which is registered in': nobody is told of so.
    fn is_no_person(&self, candidate: &Candidate) -> bool {
        let end = candidate.tokens.end;
        candidate.evidence == Evidence::Tagged(EntityKind::Person)
            && self.reading.mark(end) == ','
            && self.scene.is_hint(end + 1, NameHint::NoPersonPronoun)
            && self.reading.tokens.get(end + 2).is_some_and(|token| token.case == Case::Lower)
    }

    /// 'Agricultural insurer Pula': a word that opens the sentence and only tells what kind of company is named behind the noun.
    fn describes_company(&self, candidate: &Candidate) -> bool {
        let Range { start, end } = candidate.tokens;
        // 'a Columbus developer'
        let is_led = start > 0 && self.scene.is_hint(start - 1, NameHint::Article);
        let is_place = is_led && self.scene.known(start..end).is_some_and(|known| known.kind == EntityKind::Place);
        is_place
            || candidate.opens
                && candidate.tokens.len() == 1
                && self.reading.tokens[end].case == Case::Lower
                && self.reading.is_capitalised(end + 1)
    }

    /// 'an analyst at Third Bridge', 'research director of semiconductors at Omdia', 'Bernstein analysts': whatever the name is
    /// elsewhere.
    pub(super) fn is_behind_office(&self, candidate: &Candidate) -> bool {
        let Range { start, end } = candidate.tokens;
        self.is_hint(end, NameHint::FirmNoun)
            // 'Juru bicara partai Guntur Romli'
            || end - start > 1 && self.scene.follows_company_head(start) && !self.scene.is_full_name(start..end)
            || candidate.evidence != Evidence::Tagged(EntityKind::Person) && self.is_where_somebody_works(start)
    }

    /// Whether 'at' stands before `start`, and before it what somebody is who was just named: ', head of research at'.
    fn is_where_somebody_works(&self, start: usize) -> bool {
        let Some(at) = start.checked_sub(1).filter(|&at| self.scene.is_hint(at, NameHint::OfficeAt)) else {
            return false;
        };
        let is_small = |at: &usize| self.reading.tokens[*at].case == Case::Lower;
        let role = (at.saturating_sub(LONGEST_ROLE)..at).rev().take_while(is_small).last().unwrap_or(at);
        let is_told = role > 1 && self.reading.mark(role - 1) == ',' && self.reading.is_capitalised(role - 2);
        is_told && (role..at).any(|at| self.scene.is_cue(at, NameCue::Title))
    }

    /// 'Tindur jumped 27%': a move of its price right behind the name.
    fn moves_on_market(&self, candidate: &Candidate) -> bool {
        let verb = candidate.tokens.end;
        self.is_hint(verb, NameHint::MarketVerb)
            && self.reading.is_number(verb + 1)
            && (verb + 2..verb + 5).any(|at| self.reading.mark(at) == '%' || self.is_hint(at, NameHint::Percent))
    }

    /// 'CEO Xendora Bryan Halim': the name of whoever holds the office follows.
    fn is_behind_office_title(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        let hint_ends = |from: usize| self.scene.is_hint_of(from..start, NameHint::OfficeTitle);
        self.reading.is_capitalised(candidate.tokens.end) && (start.saturating_sub(2)..start).any(hint_ends)
    }

    /// 'perusahaan Turki, Zorlu Enerji,', 'produsen kaca asal Cina, Xinyi Glass,': the noun for companies stands before the comma,
    /// and nothing is done between them.
    fn is_named_in_apposition(&self, candidate: &Candidate) -> bool {
        let Range { start, end } = candidate.tokens;
        // A full stop ends it as well: 'its Chilean arm, Salmones Melinka.'
        let is_enclosed =
            start > 1 && self.reading.mark(start - 1) == ',' && matches!(self.reading.mark(end), ',' | '.' | ';');
        let is_noun =
            |at: &usize| self.reading.tokens[*at].case == Case::Lower && self.is_hint(*at, NameHint::CompanyNoun);
        let noun = (start.saturating_sub(NOUN_DISTANCE)..start.saturating_sub(1)).rfind(is_noun);
        is_enclosed && noun.is_some_and(|noun| !(noun + 1..start).any(|at| is_verb(self.reading, self.scene.pack, at)))
    }
}
