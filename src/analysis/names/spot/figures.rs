//! Bodies whose letters have figures among them: 'P3UW', 'BP3MI', 'DP3AP2KB'. Each run of letters and of figures is a token.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;

/// The fewest letters of such a body: 'B2B' is none.
const LEAST_LETTERS: usize = 3;

impl Spotter<'_> {
    /// A body that begins at `at`, with the place that it is of, whoever speaks for it behind: 'Ketua P3UW Suratman', 'DP3AP2KB Bogor'.
    pub(super) fn figured(&mut self, at: usize) -> Option<usize> {
        self.tagged?;
        if self.reading.is_glued(at) || self.begins_tagged_body(at) {
            return None;
        }
        let letters = self.end_of_figured(at)?;
        let place = self.scene.known(letters..self.sentence.end).filter(|known| known.kind == EntityKind::Place);
        let end = place.map_or(letters, |place| letters + place.len);
        let title = self.title.take().filter(|title| title.end == at);
        self.push(at..end, Evidence::OrganisationWord, None);
        if let Some(place) = place {
            self.push(letters..end, Evidence::Known(place.record, place.kind), None);
        }
        let end = self.bracketed_abbreviation(end).unwrap_or(end);
        self.title = title.map(|title| title.start..end);
        Some(end)
    }

    /// Whether the tagger has a body of several words here, in whose name the figures are: 'PLN UP3 Banjarmasin'.
    pub(super) fn begins_tagged_body(&self, at: usize) -> bool {
        let is_head = self.cue(at, |cue| cue == NameCue::OrganisationHead).is_some_and(|(len, _)| len > 1);
        is_head && self.tagged_at(at).is_some_and(|it| it.kind == EntityKind::Organisation && it.tokens.len() > 2)
    }

    /// Behind letters, single figures and letters that are written as one word and end in letters.
    fn end_of_figured(&self, at: usize) -> Option<usize> {
        let is_part = |at: usize| self.reading.is_word(at) || self.reading.is_number(at);
        let glued = |at: usize| at < self.sentence.end && self.reading.is_glued(at) && is_part(at);
        let is_letters = |at: usize| {
            self.reading.is_word(at) && self.reading.text(at).bytes().all(|letter| letter.is_ascii_uppercase())
        };
        let is_figure = |at: usize| self.reading.is_number(at) && self.reading.text(at).len() == 1;
        let begins = glued(at + 1) && is_figure(at + 1) && is_letters(at);
        if !begins {
            return None;
        }
        let next = |at: &usize| glued(*at);
        let behind = (at + 1..).take_while(next).take_while(|&at| is_letters(at) || is_figure(at)).last()? + 1;
        let letters: usize = (at..behind).filter(|&at| is_letters(at)).map(|at| self.reading.text(at).len()).sum();
        let is_whole = is_letters(behind - 1) && letters >= LEAST_LETTERS && !glued(behind);
        let is_noun = || self.scene.is_hint_of(at..behind, NameHint::Ordinary);
        (is_whole && !is_noun()).then_some(behind)
    }
}
