//! The numbers and years in the names of laws, decrees and ships.

use super::Spotter;
use crate::lang::NameCue;

/// The number of a law has fewer digits than its year.
const YEAR_DIGITS: usize = 4;

impl Spotter<'_> {
    /// '-813' of 'KRI Tongkol-813'.
    pub(super) fn is_hull_number(&self, at: usize) -> bool {
        self.reading.mark(at) == '-'
            && self.reading.is_glued(at)
            && self.reading.is_number(at + 1)
            && self.reading.is_glued(at + 1)
    }

    /// 'Tahun 2022' behind the number of a law, though it is a time elsewhere.
    pub(super) fn is_year(&self, at: usize) -> bool {
        (self.reading.is_number(at - 1) || self.is_file_number(at - 2))
            && self.is_time(at)
            && self.reading.is_capitalised(at)
            && self.reading.is_number(at + 1)
    }

    /// The full stop of 'No.' and the number behind it.
    pub(super) fn is_cut_number(&self, stop: usize) -> bool {
        self.reading.mark(stop) == '.'
            && self.reading.is_glued(stop)
            && stop + 1 < self.sentence.end
            && self.reading.is_number(stop + 1)
            && self.cue(stop - 1, |cue| cue == NameCue::NotName).is_some()
    }

    /// '1/2014' of 'UU Nomor 1/2014 tentang Pengelolaan Wilayah Pesisir'.
    pub(super) fn is_number_of_year(&self, at: usize) -> bool {
        at + 2 < self.sentence.end
            && self.reading.is_number(at)
            && self.reading.text(at).len() < YEAR_DIGITS
            && self.reading.mark(at + 1) == '/'
            && self.reading.is_number(at + 2)
            && self.reading.is_glued(at + 1)
            && self.reading.is_glued(at + 2)
    }

    /// '/MPR' of 'Ketetapan MPR Nomor VII/MPR/2000'.
    pub(super) fn is_file_number(&self, at: usize) -> bool {
        self.reading.mark(at) == '/' && self.reading.is_glued(at) && self.reading.is_glued(at + 1)
    }

    /// Behind the number of a decree, with letters among its strokes: '110/P', '100.3.3.2/595/KEP/427.12/2025'.
    pub(super) fn end_of_file_number(&self, at: usize) -> Option<usize> {
        let is_part = |&at: &usize| self.reading.is_glued(at);
        if !self.reading.is_number(at) || !self.reading.is_glued(at + 1) || self.reading.is_glued(at) {
            return None;
        }
        let end = at + 1 + (at + 1..self.sentence.end).take_while(is_part).count();
        let ends = self.reading.is_word(end - 1) || self.reading.is_number(end - 1);
        let end = if ends { end } else { end - 1 };
        let strokes = || (at + 1..end).filter(|&at| self.is_file_number(at));
        // 'Keputusan Bupati Nomor 100.3.3.2/97/2026', but not the day in 'Perda 12/1/2026'
        let is_numbered = || strokes().count() > 1 && self.cue(at - 1, |cue| cue == NameCue::NotName).is_some();
        (strokes().any(|at| self.reading.is_word(at + 1)) || is_numbered()).then_some(end)
    }

    /// A number that no sign or unit is written to, save the marks between sentences and clauses.
    pub(super) fn is_whole_number(&self, at: usize) -> bool {
        // 'Keppres Nomor 23 Tahun 1988,"'
        let is_quote = |at: usize| matches!(self.reading.mark(at), '"' | '”');
        let closes = matches!(self.reading.mark(at + 1), '.' | ',' | ';' | ')' | '"' | '”')
            && (!self.reading.is_glued(at + 2) || is_quote(at + 2));
        self.reading.is_number(at) && (closes || !self.reading.is_glued(at + 1))
    }
}
