//! Bodies and seats that two places have together: 'Avon and Somerset Police', 'the MP for Orkney and Shetland'.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of each of the two places, in words.
const PLACE_WORDS: usize = 3;

impl Spotter<'_> {
    /// Two places with an 'and' between them, and behind the second what they have together.
    pub(super) fn of_two_places(&mut self, at: usize) -> Option<usize> {
        if self.reading.tokens[at].case != Case::Capital || at > self.sentence.start && self.is_name_word(at - 1) {
            return None;
        }
        let words = |at: usize| {
            let is_word = |&at: &usize| self.reading.tokens[at].case == Case::Capital;
            (at..self.sentence.end).take(PLACE_WORDS).take_while(is_word).count()
        };
        let and = at + words(at);
        let is_joint = self.reading.is_word(and)
            && self.scene.is_cue(and, NameCue::And)
            && self.reading.tokens.get(and).is_some_and(|token| token.case == Case::Lower);
        if !is_joint {
            return None;
        }
        let second = and + 1;
        let is_end =
            |from: &usize| self.scene.pack.cues.name_hints.starting(&self.reading.words[*from..self.sentence.end]);
        let tail = |from: usize| {
            let ends = is_end(&from).filter(|(_, hints)| hints.contains(&NameHint::JointTail));
            ends.map(|(len, _)| from + len).last().filter(|_| self.reading.is_capitalised(from))
        };
        let (behind, end) = (second + 1..=second + words(second))
            .find_map(|from| Some((from, tail(from)?)))
            .filter(|_| words(second) > 0)?;
        let (first, second, whole) = (at..and, second..behind, at..behind);
        let is_place = |place: &Range<usize>| self.scene.is_known(place.clone(), EntityKind::Place);
        let may_be_place = |place: &Range<usize>| {
            is_place(place) || place.clone().all(|at| !self.scene.is_common(at) && !self.scene.is_given_name(at))
        };
        // 'Leeds City Council' and 'West Yorkshire Police'
        let last = first.end - 1;
        if first.len() > 1 && (self.scene.ends_as_office(last) || self.scene.is_cue(last, NameCue::Government)) {
            return None;
        }
        let are_one = is_place(&whole);
        // 'Wrekin and Border NHS Foundation Trust'
        let is_long = end - behind > 2 && second.len() == 1;
        let is_told = is_long || is_place(&first) || is_place(&second);
        let are_places = may_be_place(&first) && (may_be_place(&second) || is_long) && is_told;
        if !are_one && !are_places {
            return None;
        }
        let parts = if are_one { vec![whole] } else { vec![first, second] };
        let parts: Vec<_> = parts.into_iter().filter(may_be_place).collect();
        self.title = None;
        self.push(at..end, Evidence::OrganisationWord, None);
        for part in parts {
            let known = self.scene.known(part.clone()).filter(|known| known.len == part.len());
            let evidence = known.map_or(Evidence::AfterPlaceHead, |known| Evidence::Known(known.record, known.kind));
            self.push(part, evidence, None);
        }
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// The seat of one lawmaker for two places: 'MP for Orkney and Shetland'.
    pub(super) fn seat_of_two_places(&mut self, at: usize) -> Option<usize> {
        if !self.is_name_word(at) || !self.hint_ends_at(at, NameHint::JointSeatBefore) {
            return None;
        }
        let words =
            |at: usize| (at..self.sentence.end).take(PLACE_WORDS).take_while(|&at| self.is_name_word(at)).count();
        let and = at + words(at);
        let end = and + 1 + words(and + 1);
        let is_closed = matches!(self.reading.mark(end), ',' | '.' | ';' | ')') || !self.reading.is_word(end);
        if !self.scene.is_cue(and, NameCue::And) || end == and + 1 || !is_closed {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::StandsAsPlace, None);
        Some(end)
    }
}
