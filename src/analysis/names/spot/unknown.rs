//! Runs of capitalised words that no list knows and no tagger saw, with what the words beside them tell.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{Cue, NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Spotter<'_> {
    /// A run of capitalised words that no list knows.
    pub(super) fn unknown(&mut self, at: usize) -> usize {
        if let Some(end) = self.beside_tagged(at) {
            return end;
        }
        // 'ketua DPD II', 'gang XII'
        let is_numeral = self.reading.is_roman_numeral(at);
        let counts = self.title.is_some() || self.cue_ends_at(at, NameCue::PlaceHead);
        if is_numeral && counts && !self.is_name_word(at + 1) {
            return at + 1;
        }
        if let Some(end) = self.before_tagged_person(at).or_else(|| self.initial_before_tagged(at)) {
            return end;
        }
        let mut end = at + 1;
        while end < self.sentence.end
            && !self.scene.begins_birth_name(end)
            && (!self.tagger_parts(end) || self.is_borne_between(end) || self.ends_full_name(at..end + 1))
        {
            if self.is_initial(end - 1) && self.reading.mark(end) == '.' && self.reading.is_capitalised(end + 1) {
                end += 1;
            } else if self.joins_given_name(end) {
                end += 2;
            } else if self.is_name_word(end)
                && (!self.begins_other(end)
                    || self.is_idle_title(end)
                    || self.is_borne_between(end)
                    || self.ends_full_name(at..end + 1))
            {
                end += 1;
            } else if let Some(len) = self.connector(end) {
                end += len;
            } else {
                break;
            }
        }
        // 'mahasiswa KKN', 'izin PBPH SSL'
        if self.are_letters_of_noun(at) && (end == at + 1 || self.reading.tokens[at + 1].case == Case::Upper) {
            return at + 1;
        }
        if let Some(end) = self.command(&(at..end)) {
            return end;
        }
        let title = self.title.take().filter(|title| (title.end..at).all(|at| !self.reading.is_word(at)));
        // 'Bendesa Adat Sidan I Gusti Ngurah Oka': what a title is of stands before the name.
        if let Some(title) = title.clone().filter(|_| self.scene.begins_birth_name(end)) {
            self.push(at..end, Evidence::StandsAsPlace, None);
            self.title = Some(title.start..end);
            return end;
        }
        // 'the General Assembly': nobody is called so.
        if let Some(first) = title.as_ref().and_then(|title| self.body_with_title(title, at..end)) {
            self.push(first..end, Evidence::OrganisationWord, None);
            return self.bracketed_abbreviation(end).unwrap_or(end);
        }
        let evidence = self.evidence(at..end, title.is_some());
        self.push(at..end, evidence, title);
        self.bracketed_abbreviation(end).unwrap_or(end)
    }

    /// 'M.' of 'Wabup H.M. Edwin Hadiwijaya', of whom the tagger saw the other names.
    fn initial_before_tagged(&mut self, at: usize) -> Option<usize> {
        let is_cut = self.is_initial(at) && self.reading.mark(at + 1) == '.' && self.title.is_some();
        let person = self.tagged_at(at + 2).filter(|next| is_cut && next.kind == EntityKind::Person)?;
        let title = self.title.take();
        self.push(at..person.tokens.end, Evidence::Tagged(EntityKind::Person), title);
        Some(person.tokens.end)
    }

    /// 'Tiopan' of 'Pakar Universitas Mulawarman (Unmul) Tiopan Henry Gultom': a word that no list has, between the bracket behind a
    /// body and somebody whose first name the tagger left out.
    fn before_tagged_person(&mut self, at: usize) -> Option<usize> {
        let is_behind = at > self.sentence.start && self.reading.mark(at - 1) == ')';
        if !is_behind || self.scene.is_common(at) || self.reading.tokens[at].case != Case::Capital {
            return None;
        }
        let person = self.tagged_at(at + 1).filter(|next| next.kind == EntityKind::Person)?;
        self.title = None;
        self.push(at..person.tokens.end, Evidence::Tagged(EntityKind::Person), None);
        Some(person.tokens.end)
    }

    /// 'KKN' of 'mahasiswa KKN', 'BUMN' of 'pos BUMN'. English letters as often stand for a body that is called by them.
    fn are_letters_of_noun(&self, at: usize) -> bool {
        self.reading.tokens[at].case == Case::Upper
            && self.scene.pack.grammar.noun_first
            && self.scene.is_hint(at, NameHint::Ordinary)
            && !self.scene.is_cue(at, NameCue::PlaceHead)
    }

    /// Where a body begins whose first word is read as a title, if `tokens` are the word that says so: 'General Assembly'.
    fn body_with_title(&self, title: &Range<usize>, tokens: Range<usize>) -> Option<usize> {
        let Range { start, end } = tokens;
        let is_tail = start + 1 == end && self.cue(start, |cue| cue == NameCue::OrganisationTail).is_some();
        let is_patron = || title.end == start && self.scene.is_hint(start - 1, NameHint::Patron);
        (is_tail && is_patron() && !self.is_name_part(start)).then_some(start - 1)
    }

    fn evidence(&self, tokens: Range<usize>, titled: bool) -> Evidence {
        let before = |wanted: NameCue| self.cue_ends_at(tokens.start, wanted);
        let ends_as_organisation = self.cue(tokens.end - 1, |cue| cue == NameCue::OrganisationTail).is_some();
        let is_headline_word = tokens.len() == 1 && self.page.headlines.holds(tokens.start);
        // 'the Emir of Tsafe'
        let is_seat = tokens.len() <= 2 && self.hint_ends_at(tokens.start, NameHint::SeatBefore);
        // 'Ketua RW 07 Sidotopo, Ilyas Basri'
        let is_numbered = titled
            && self.reading.is_number(tokens.start - 1)
            && self.reading.mark(tokens.end) == ','
            && self.is_tagged_person(tokens.end + 1);
        // 'state TV'
        let is_lettered = self.scene.pack.full_names
            && tokens.len() == 1
            && self.reading.tokens[tokens.start].case == Case::Upper
            && tokens.start > self.sentence.start
            && self.reading.tokens[tokens.start - 1].case == Case::Lower;
        let is_town = !titled && self.is_town_by_its_people(&tokens) && !self.page.headlines.holds(tokens.start);
        if is_numbered || is_town || !titled && self.is_village(&tokens) {
            Evidence::AfterPlaceHead
        } else if titled && self.scene.begins_birth_name(tokens.start) {
            Evidence::Tagged(EntityKind::Person)
        } else if titled && !is_headline_word {
            Evidence::AfterTitle
        } else if is_seat {
            Evidence::AfterPlaceHead
        } else if tokens.len() <= 2
            && (self.hint_ends_at(tokens.start, NameHint::Nickname)
                || self.scene.pack.full_names && self.scene.names_somebody(tokens.start))
        {
            // 'yang akrab disapa Aam', 'a man called Tiny'
            Evidence::Tagged(EntityKind::Person)
        } else if self.is_title_of_work(&tokens) {
            Evidence::AfterThing
        } else if self.is_young(&tokens)
            || !ends_as_organisation && self.looks_like_person(&tokens)
            || self.page.headlines.names_person(&self.scene, &tokens)
        {
            Evidence::Tagged(EntityKind::Person)
        } else if tokens.len() > 1 && ends_as_organisation
            || self.scene.follows_company_head(tokens.start)
            || self.is_trade_name(&tokens)
        {
            Evidence::OrganisationWord
        } else if before(NameCue::Thing) || self.scene.is_given_name(tokens.start) && self.is_one_of_its_kind(&tokens) {
            Evidence::AfterThing
        } else if before(NameCue::PlaceHead) && !is_lettered || self.is_called_place(tokens.start) {
            Evidence::AfterPlaceHead
        } else if self.is_initials_with_age(&tokens) {
            Evidence::Tagged(EntityKind::Person)
        } else if tokens.len() == 1 && self.reading.tokens[tokens.start].case == Case::Upper {
            Evidence::Acronym
        } else if tokens.len() == 1 && self.cue(tokens.start, |cue| cue == NameCue::Government).is_some() {
            // 'Menurut Mahkamah, ...'
            Evidence::Capitals
        } else if self.stands_beside_speech(&tokens) {
            Evidence::BesideSpeech
        } else if before(NameCue::PlacePreposition) {
            Evidence::AfterPreposition
        } else {
            Evidence::Capitals
        }
    }

    /// 'lakon Wahyu Makutharama': several words behind a noun for works that are no full name of those who make them.
    fn is_title_of_work(&self, tokens: &Range<usize>) -> bool {
        tokens.len() > 1
            && self.scene.pack.grammar.noun_first
            && self.hint_ends_at(tokens.start, NameHint::WorkNoun)
            && !self.scene.is_full_name(tokens.clone())
            && self.scene.known(tokens.clone()).is_none()
    }

    /// 'Prock Marine': the last word tells what a company does and is nobody's name.
    fn is_trade_name(&self, tokens: &Range<usize>) -> bool {
        let last = tokens.end - 1;
        tokens.len() > 1
            && self.scene.pack.full_names
            && self.reading.tokens[last].case == Case::Capital
            && self.scene.is_hint(last, NameHint::CompanyTail)
            && !self.scene.is_family_name(last)
            && !self.scene.is_common(tokens.start)
            && !self.page.headlines.holds(tokens.start)
    }

    /// 'a lake called Conococha'
    fn is_called_place(&self, at: usize) -> bool {
        let is_noun = |at: usize| {
            self.reading.tokens[at].case == Case::Lower
                && self.scene.is_any_cue(at, &[NameCue::PlaceHead, NameCue::PlaceTail])
        };
        at > self.sentence.start + 1 && self.scene.is_hint(at - 1, NameHint::Called) && is_noun(at - 2)
    }

    pub(super) fn stands_beside_speech(&self, tokens: &Range<usize>) -> bool {
        let speech = &self.scene.pack.cues.speech;
        let words = &self.reading.words;
        let behind = speech.longest(&words[tokens.end..self.sentence.end]);
        let says = |cues: &[Cue]| cues.iter().any(|cue| matches!(cue, Cue::Says(_)));
        let before = tokens.start > self.sentence.start && {
            let found = speech.exact(&words[tokens.start - 1..tokens.start]);
            found.iter().any(|cue| matches!(cue, Cue::SaysBehind(_)))
        };
        before || behind.is_some_and(|(_, cues)| says(cues))
    }

    /// '-hui' of 'Son-hui': a hyphen and a lower-case syllable.
    fn joins_given_name(&self, at: usize) -> bool {
        let hyphen = self.reading.mark(at) == '-' && self.reading.is_glued(at) && self.reading.is_glued(at + 1);
        let lower = self.reading.tokens.get(at + 1).is_some_and(|token| token.case == Case::Lower);
        hyphen && lower && at + 1 < self.sentence.end && !self.scene.is_common(at + 1)
    }
}
