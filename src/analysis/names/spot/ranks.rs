//! Officers: what stands between their titles, their ranks and their names, where that is written as names are.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of a command that somebody has, in words: 'Iskandar Muda'.
const COMMAND_WORDS: usize = 2;

impl Spotter<'_> {
    /// Behind the name of a command between an officer's title and rank, which belongs to the title: 'Pangdam Iskandar Muda Mayjen
    /// Joko Hadi', 'Kapendam XVII/Cenderawasih Letkol Inf Candra'.
    pub(super) fn command(&mut self, tokens: &Range<usize>) -> Option<usize> {
        let may_be = tokens.len() <= COMMAND_WORDS || self.is_slashed(tokens.start + 1);
        let title = self.title.clone().filter(|title| title.end == tokens.start && may_be)?;
        let is_rank = |at: usize| {
            self.reading.is_capitalised(at)
                && self.scene.is_any_hint(at, &[NameHint::Rank, NameHint::Eponym])
                && self.scene.is_cue(at, NameCue::Title)
        };
        let last = self.sentence.end.min(tokens.end.max(tokens.start + COMMAND_WORDS) + 1);
        let end = (tokens.end..last).find(|&at| is_rank(at))?;
        if !(tokens.end..end).all(|at| self.is_name_word(at)) {
            return None;
        }
        self.title = Some(title.start..end);
        Some(end)
    }

    /// Such a command with the number before its name, which otherwise is a body.
    pub(super) fn numbered_command(&mut self, at: usize) -> Option<usize> {
        self.is_slashed(at + 1).then(|| self.command(&(at..at + 3)))?
    }

    /// A word right behind a rank that is no name elsewhere: another rank ('Letkol Czi'), or the first name of whoever bears it
    /// ('AKP Adik Agus Putrawan').
    pub(super) fn ranked(&mut self, at: usize) -> Option<usize> {
        let title = self.title.clone().filter(|title| title.end == at && self.scene.is_hint(at - 1, NameHint::Rank))?;
        if self.reading.tokens[at].case != Case::Capital || self.tagged_len(at) > 0 {
            return None;
        }
        if self.scene.is_hint(at, NameHint::Rank) {
            self.title = Some(title.start..at + 1);
            return Some(at + 1);
        }
        let Tagged { tokens, .. } = self.tagged_at(at + 1).filter(|next| next.kind == EntityKind::Person)?;
        self.push(at..tokens.end, Evidence::Tagged(EntityKind::Person), Some(title));
        self.title = None;
        Some(tokens.end)
    }
}
