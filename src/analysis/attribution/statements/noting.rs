//! What a unit leaves in memory for those behind it: who spoke, whom it was about, which outlets it named.

use std::ops::Range;

use super::memory::Known;
use super::{Writer, speakers};
use crate::analysis::attribution::frames::apposed::kin_by_name;
use crate::analysis::attribution::frames::nouns::{is_plural, is_possessor, speaks};
use crate::analysis::attribution::frames::{Frame, Order, Speaker, Unit};
use crate::analysis::attribution::outlets::Outlets;
use crate::analysis::attribution::page::{Naming, fact};
use crate::lang::{EventWord, Turn};
use crate::model::{EntityId, EntityKind, Source, Span};

/// 'Chancellor Friedrich Merz': the last word of a name stands so many tokens behind the first of its title at most.
const LONGEST_TITLE: usize = 6;

impl Writer<'_, '_> {
    /// The person and organisation whom the words at `tokens` are about: whoever was spoken of before and is described at their
    /// beginning ('The group, which also owns Acme, ...'), else the first of each, outside of quotations.
    pub(crate) fn note_names(&mut self, tokens: Range<usize>, unit: &Unit) {
        let page = self.page;
        let described = || Known::Unnamed(Some(page.span(tokens.start..tokens.start + 2)));
        match self.opening(&tokens) {
            Some(EntityKind::Organisation) => {
                let noun = tokens.start..tokens.start + 2;
                let meant = self.memory.described_organisation(unit.index);
                let meant = meant.filter(|&meant| speakers::may_be(page, &noun, meant));
                let known = meant.map_or(described(), Known::Entity);
                self.memory.note_organisation(known, unit.index);
                if let Some(officer) = self.officer(&tokens) {
                    self.memory.note_person(Known::Entity(officer), unit.index);
                }
                return;
            }
            Some(_) => {
                let known = self.memory.described_person(unit.index).map_or(described(), Known::Entity);
                return self.memory.note_person(known, unit.index);
            }
            None => {}
        }
        if let Some(several) = self.several(&tokens) {
            self.memory.note_several(Known::Unnamed(Some(page.span(several))), unit.index);
        }
        let names = || page.names_in(tokens.clone()).filter(|name| !page.is(name.tokens.start, fact::SPEECH));
        let person = names().find(|name| name.kind == EntityKind::Person);
        // 'Kuasa hukum Nadiem, Ari Yusuf Amir, menimpali.'
        // 'Kian's father, who lives in Dublin, flew in.'
        if let Some((owner, owned)) = person.and_then(|name| Some((name.entity, self.owned_by(&tokens, name)?))) {
            let known = Known::Unnamed(Some(page.span(owned)));
            return self.memory.note_relation(known, owner, unit.index);
        }
        let kin = person.and_then(|of| kin_by_name(page, of, tokens.end)).and_then(|end| page.name_over(end - 1));
        let person = kin.or(person);
        let person = person.filter(|name| !self.is_told_by_pronoun(tokens.start..name.tokens.start));
        if let Some(person) = person.filter(|name| !self.is_spoken_of(tokens.start, name, unit)) {
            self.memory.note_person(Known::Entity(person.entity), unit.index);
        }
        if let Some(name) = names().find(|name| name.kind == EntityKind::Organisation) {
            self.memory.note_organisation(Known::Entity(name.entity), unit.index);
        }
    }

    /// A relation of somebody's with which a sentence begins: 'Kian's father'.
    fn owned_by(&self, tokens: &Range<usize>, name: &Naming) -> Option<Range<usize>> {
        let page = self.page;
        let noun = name.tokens.end + 1;
        let begins = name.start == tokens.start && is_possessor(page, name.tokens.end) && noun < tokens.end;
        let is_somebody = page.turns(noun, Turn::Relation) || page.turns(noun, Turn::Person);
        let named = page.name_over(noun + 1).is_some()
            || page.reading.mark(noun + 1) == ',' && page.name_over(noun + 2).is_some();
        (begins && is_somebody && !named).then_some(name.start..noun + 1)
    }

    /// Somebody of the body that was described, named between commas: 'The club's captain, Anna Holt, has played'.
    fn officer(&self, tokens: &Range<usize>) -> Option<EntityId> {
        let page = self.page;
        let noun = (tokens.start + 3..tokens.end).take(LONGEST_TITLE).find(|&at| page.divides(at))?;
        let name = page.name_over(noun + 1).filter(|name| name.tokens.start == noun + 1)?;
        let owned = is_possessor(page, tokens.start + 2) && page.is(noun - 1, fact::ROLE | fact::TITLE);
        (owned && name.kind == EntityKind::Person && page.divides(name.tokens.end)).then_some(name.entity)
    }

    /// Several people or bodies in a row with which the words begin: 'Keir Starmer, Emmanuel Macron and Friedrich Merz rallied'.
    fn several(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let page = self.page;
        let acts = |name: &&Naming| matches!(name.kind, EntityKind::Person | EntityKind::Organisation);
        let starts = |at: usize| page.names_in(at..at + LONGEST_TITLE).find(acts).filter(|name| name.start == at);
        let first = starts(tokens.start)?;
        let mut end = first.tokens.end;
        let mut is_closed = false;
        while end < tokens.end && !is_closed {
            let comma = page.reading.mark(end) == ',';
            let joint = end + usize::from(comma);
            is_closed = page.turns(joint, Turn::Joint);
            if !comma && !is_closed {
                break;
            }
            let next = starts(joint + usize::from(is_closed))?;
            end = next.tokens.end;
        }
        is_closed.then_some(first.start..end)
    }

    /// 'Setahun berselang, ia berguru pada Gojo': what a pronoun did with somebody who is named behind it, in the same clause.
    fn is_told_by_pronoun(&self, words: Range<usize>) -> bool {
        let page = self.page;
        let subject = |&at: &usize| page.is(at, fact::PRONOUN) && !page.turns(at, Turn::Many);
        let pronoun = words.clone().find(subject).filter(|_| page.pack.grammar.noun_first);
        pronoun.is_some_and(|at| self.memory.person().is_some() && !(at..words.end).any(|at| page.divides(at)))
    }

    /// 'Korban yang hilang adalah Icah', 'Ia memasukkan Raven': somebody told of by a word for 'is', or by what a pronoun did, between
    /// two sentences of a person who spoke right before and goes on to speak.
    fn is_spoken_of(&self, start: usize, name: &Naming, unit: &Unit) -> bool {
        let page = self.page;
        let is_copula = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::Copula);
        let of_pronoun =
            page.pack.grammar.noun_first && page.is(start, fact::PRONOUN) && !page.turns(start, Turn::Many);
        self.memory.speaks(unit.index) && (of_pronoun || (start + 1..name.tokens.start).any(is_copula))
    }

    /// What is described by the first two words, as somebody of whom the reader knows: 'The group', 'Perusahaan itu'.
    fn opening(&self, tokens: &Range<usize>) -> Option<EntityKind> {
        let (page, start) = (self.page, tokens.start);
        let before = page.turns(start, Turn::DefiniteBefore).then_some(start + 1);
        let noun = before.or_else(|| page.turns(start + 1, Turn::DefiniteBehind).then_some(start))?;
        // 'The minister, Paul Hale, left early.'
        let comma = start + 2;
        // 'Her husband, Tom, drowned': she goes on to speak.
        let relation = !page.is(noun, fact::ROLE | fact::TITLE);
        let begins = |name: &&Naming| if relation { name.start } else { name.tokens.start };
        let person = |name: &&Naming| name.kind == EntityKind::Person && begins(name) == comma + 1;
        let named = page.name_over(comma + 1).filter(person);
        let is_named = page.reading.mark(comma) == ',' && named.is_some();
        if tokens.len() < 2 || is_named || page.name_over(noun).is_some() || page.turns(noun, Turn::Newcomer) {
            return None;
        }
        let kinds = [(Turn::Organisation, EntityKind::Organisation), (Turn::Person, EntityKind::Person)];
        kinds.into_iter().find(|(turn, _)| page.turns(noun, *turn)).map(|(_, kind)| kind)
    }

    /// 'Oakes has been sober since May, he said' right behind a statement: whoever spoke there goes on, and tells of Oakes.
    pub(crate) fn goes_on_speaking(&self, frame: &Frame, unit: &Unit) -> bool {
        let Speaker::Words(words) = &frame.speaker else { return false };
        let closes = matches!(frame.order, Order::Tail | Order::Middle) && !frame.direct;
        closes && words.len() == 1 && self.page.is(words.start, fact::PRONOUN) && self.memory.spoke_before(unit.index)
    }

    /// A sentence without a speaker, in the paragraph of the statement before it: the story of whoever spoke there, with the
    /// people of that story.
    pub(crate) fn is_told_on(&self, unit: &Unit) -> bool {
        let last = self.last.filter(|(at, _)| at + 1 == unit.index).map(|(at, _)| self.units[at].tokens.start);
        last.is_some_and(|last| self.page.same_paragraph(last, unit.tokens.start))
            && self.memory.spoke_before(unit.index)
    }

    pub(crate) fn note_outlets(&self, unit: &Unit, outlets: &mut Outlets) {
        let lead = self.page.names_in(unit.tokens.clone()).next();
        if let Some(lead) = lead.filter(|lead| lead.start <= unit.tokens.start + 1 && lead.kind != EntityKind::Place) {
            outlets.note_lead(lead.entity, unit.index);
        }
        let names = self.page.names_in(unit.tokens.clone());
        if let Some(outlet) = names.filter(|name| outlets.kind(name.entity) == EntityKind::Outlet).last() {
            outlets.note(outlet.entity, unit.index);
        }
    }

    pub(crate) fn note_speaker(&mut self, source: Option<Source>, unit: &Unit, outlets: &Outlets) {
        let Some(source) = source else { return };
        match source {
            Source::Entity { entity, span } => {
                let known = Known::Entity(entity);
                self.memory.note_speaker(known, unit.index);
                match outlets.kind(entity) {
                    EntityKind::Person => {
                        self.memory.note_person(known, unit.index);
                        self.note_organisation_of(span, unit);
                    }
                    EntityKind::Organisation => self.memory.note_organisation(known, unit.index),
                    EntityKind::Place => self.memory.note_place(known, unit.index),
                    _ => {}
                }
            }
            Source::Unnamed { span, described } => {
                let known = Known::Unnamed(described.or_else(|| self.is_description(span).then_some(span)));
                self.memory.note_speaker(known, unit.index);
                let tokens = self.page.reading.tokens_in(span);
                if self.are_several(&tokens) {
                    self.memory.note_several(known, unit.index);
                } else if self.is_body(&tokens) {
                    self.memory.note_organisation(known, unit.index);
                } else if !self.page.turns(tokens.start, Turn::Neuter) && !self.is_thing(&tokens) {
                    self.memory.note_person(known, unit.index);
                }
                self.note_organisation_of(span, unit);
            }
            Source::Document { .. } => self.memory.note_organisation(Known::Unnamed(None), unit.index),
        }
    }

    /// 'neighbours', 'aid workers in the city': no 'he' means them.
    fn are_several(&self, tokens: &Range<usize>) -> bool {
        let page = self.page;
        let ends = |at: usize| page.turns(at, Turn::Adjunct) || page.is(at, fact::RELATIVE) || page.divides(at);
        let head = tokens.clone().skip(1).find(|&at| ends(at)).unwrap_or(tokens.end) - 1;
        page.is(head, fact::ROLE) && is_plural(page, head) || speakers::are_joined(page, tokens)
    }

    /// 'The result showed that': no 'he' means it.
    fn is_thing(&self, tokens: &Range<usize>) -> bool {
        let article = self.page.turns(tokens.start, Turn::DefiniteBefore) && tokens.len() == 2;
        article && self.page.pack.grammar.verbs_inflect && !speaks(self.page, tokens)
    }

    /// 'Police': no 'he' means them.
    fn is_body(&self, tokens: &Range<usize>) -> bool {
        let last = tokens.end - 1;
        let body = self.page.turns(last, Turn::Organisation) && !self.page.turns(last, Turn::Person);
        self.page.pack.grammar.verbs_inflect && tokens.len() == 1 && body
    }

    /// Whether words for a speaker are more than a pronoun, and the verb that holds one.
    fn is_description(&self, span: Span) -> bool {
        let tokens = self.page.reading.tokens_in(span);
        !tokens.clone().all(|at| self.page.is(at, fact::PRONOUN | fact::CUE))
    }

    /// 'A representative for Huaxin said', 'BJP leader Sinha said': 'the company', 'the party' is theirs from here on.
    fn note_organisation_of(&mut self, speaker: Span, unit: &Unit) {
        let tokens = self.page.reading.tokens_in(speaker);
        let organisation = |name: &&Naming| name.kind == EntityKind::Organisation;
        // 'Rory Deighton, of the NHS Confederation, said'
        let behind = tokens.end + usize::from(self.page.reading.mark(tokens.end) == ',');
        let reach = if self.page.turns(behind, Turn::Of) { behind + LONGEST_TITLE } else { tokens.end };
        if let Some(name) = self.page.names_in(tokens.start..reach).find(organisation) {
            self.memory.note_organisation(Known::Entity(name.entity), unit.index);
        }
    }
}
