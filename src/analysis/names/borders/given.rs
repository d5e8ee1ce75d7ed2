//! Given names that the tagger left out before the family name, for they are written or read otherwise: 'De'Andre Hunter', 'Dean
//! Wade', 'Hao-Yu Lin'.

use std::ops::Range;

use super::edges::Edges;
use crate::lang::{NameCue, NameHint};
use crate::text::token::Case;

impl Edges<'_> {
    /// Where the given name begins before `person`, of whom the tagger saw no more than what stands behind it; never before `free`.
    pub(super) fn before_family(&self, person: &Range<usize>, free: usize) -> Option<usize> {
        let start = person.start;
        if start <= free || !self.scene.pack.full_names {
            return None;
        }
        let given = start - 1;
        let is_lone = person.len() == 1;
        if is_lone && (self.has_inner_capital(given) || self.is_title_borne(given, start)) {
            return Some(given);
        }
        if self.is_unlisted_first(person, free) {
            return Some(given);
        }
        self.is_joined_behind_hyphen(start, free).then(|| start - 2)
    }

    /// 'Mukhammad' before 'Aziz Umurzokov': a word that no list has, within a sentence and before a whole name.
    fn is_unlisted_first(&self, person: &Range<usize>, free: usize) -> bool {
        let first = person.start - 1;
        let is_open = |at: usize| {
            self.reading.tokens[at].case == Case::Capital
                && self.scene.cues(at).is_empty()
                && !self.scene.is_common(at)
                && self.scene.known(at..at + 1).is_none()
                && !self.scene.pack.time.vocabulary.has(self.reading.words[at])
                && !self.scene.is_any_hint(at, &[NameHint::Style, NameHint::Rank, NameHint::Epithet])
        };
        person.len() == 2
            && first > free
            && is_open(first)
            && !self.scene.is_full_name(person.clone())
            && self.scene.known(person.clone()).is_none()
            && self.reading.tokens[first - 1].case == Case::Lower
            && self.scene.pack.function_words.contains(&self.reading.words[first - 1])
    }

    /// 'De'Andre', 'Ja'Marr'
    fn has_inner_capital(&self, at: usize) -> bool {
        let parts = self.reading.text(at).split_once(['\'', '’']);
        let is_name = |part: &str| part.starts_with(char::is_uppercase);
        parts.is_some_and(|(first, second)| is_name(first) && is_name(second) && second.chars().count() > 2)
    }

    /// 'Dean' of 'Dean Wade': nobody is called so who is head of a college, for no article stands before and what follows is a
    /// family name alone.
    fn is_title_borne(&self, at: usize, family: usize) -> bool {
        let is_written = |at: usize| self.reading.tokens[at].case == Case::Capital;
        is_written(at)
            && is_written(family)
            && self.scene.is_cue(at, NameCue::Title)
            && self.scene.is_given_name(at)
            && !self.scene.is_cue(at, NameCue::Honorific)
            && !self.scene.is_hint(at, NameHint::Style)
            && self.scene.is_family_name(family)
    }

    /// 'Ming-' before 'Chi Kuo'
    fn is_joined_behind_hyphen(&self, start: usize, free: usize) -> bool {
        start >= free + 2
            && self.reading.mark(start - 1) == '-'
            && self.reading.is_glued(start)
            && self.reading.is_glued(start - 1)
            && self.reading.tokens[start - 2].case == Case::Capital
            && !self.scene.is_common(start - 2)
            && self.scene.known(start - 2..start - 1).is_none()
    }
}
