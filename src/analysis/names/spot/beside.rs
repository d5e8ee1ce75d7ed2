//! What the lists of the pack say of the words that begin or end at a token: nearly every rule asks this.

use super::Spotter;
use crate::lang::{NameCue, NameHint};

impl Spotter<'_> {
    pub(super) fn cue(&self, at: usize, wanted: impl Fn(NameCue) -> bool) -> Option<(usize, NameCue)> {
        let words = self.reading.words.get(at..self.sentence.end)?;
        let mut found = None;
        for (len, cues) in self.scene.pack.cues.names.starting(words) {
            found = cues.iter().copied().find(|&cue| wanted(cue)).map(|cue| (len, cue)).or(found);
        }
        found
    }

    /// Whether a preposition, a title or a common noun stands before `at` that makes a name of what follows.
    pub(super) fn has_cue(&self, at: usize) -> bool {
        [NameCue::PlacePreposition, NameCue::PlaceHead, NameCue::Title, NameCue::Thing]
            .into_iter()
            .any(|cue| self.cue_ends_at(at, cue))
    }

    /// Whether words that say so end before `end`: 'shares of' of 'shares of Vertiv'.
    pub(super) fn hint_ends_at(&self, end: usize, wanted: NameHint) -> bool {
        let from = self.sentence.start.max(end.saturating_sub(2));
        let hints = &self.scene.pack.cues.name_hints;
        let words = |at: usize| self.reading.words.get(at..end).unwrap_or_default();
        from < end
            && self.reading.words.get(end - 1).is_some_and(|&last| hints.ends_with(last))
            && (from..end).any(|at| hints.exact(words(at)).contains(&wanted))
    }

    pub(super) fn cue_ends_at(&self, end: usize, wanted: NameCue) -> bool {
        let from = self.sentence.start.max(end.saturating_sub(3));
        from < end
            && self.reading.words.get(end - 1).is_some_and(|&last| self.scene.pack.cues.names.ends_with(last))
            && (from..end).any(|at| self.scene.cues_of(at..end).contains(&wanted))
    }
}
