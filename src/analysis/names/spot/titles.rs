//! Titles that stand alone, those that people bear as a name, and what goes on behind one.

use super::Spotter;
use crate::lang::NameCue;
use crate::text::token::Case;

impl Spotter<'_> {
    /// Whether a title that people bear as a name stands alone, so that it may be somebody's short name: 'Putri mengaku ...'.
    pub(super) fn is_title_alone(&self, at: usize) -> bool {
        self.scene.is_borne(at) && self.reading.is_capitalised(at) && !self.is_name_word(at + 1)
    }

    /// 'Justice' of 'Public Justice': a title before which a name began, and behind which none follows.
    pub(super) fn is_idle_title(&self, at: usize) -> bool {
        let is_title = self.scene.cues(at).contains(&NameCue::Title);
        is_title
            && !self.reading.is_capitalised(at + 1)
            && !self.page.headlines.holds(at)
            && self.scene.known(at..self.sentence.end).is_none()
    }

    /// 'Putri' of 'Indah Putri Indriani': a title that people bear, between two other names.
    pub(super) fn is_borne_between(&self, at: usize) -> bool {
        self.scene.is_given_name(at)
            && self.scene.is_cue(at, NameCue::Title)
            && self.scene.is_given_name(at - 1)
            && self.reading.is_capitalised(at - 1)
            && self.is_name_word(at + 1)
            && self.scene.is_borne(at + 1)
    }

    pub(super) fn keeps_title(&self, at: usize) -> bool {
        let touches = self.title.as_ref().is_some_and(|title| title.end == at);
        // 'Ketua RT 05 Sanusi', 'Ketua RT 05/RW 02 Sanusi'
        let is_numbered =
            touches && at > 0 && self.reading.is_number(at) && self.reading.tokens[at - 1].case == Case::Upper;
        touches && (self.reading.mark(at) == '.' || self.reading.mark(at) == ',' && self.is_name_word(at + 1))
            || is_numbered && self.is_name_word(at + 1)
    }
}
