//! Sites by the common noun that they begin with: 'Jalan Sudirman', 'Alun-alun Pacitan'.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint, WordId};

impl Spotter<'_> {
    /// A place by its first word: 'Jalan Sudirman', 'Alun-alun Pacitan'.
    pub(super) fn site(&mut self, at: usize) -> Option<usize> {
        // 'Wakil Menteri Desa' is a title, 'warga Desa Keret' is none.
        let head = self.cue(at, |cue| cue == NameCue::PlaceHead);
        let (len, _) = head.filter(|_| self.reading.is_capitalised(at) && !self.page.headlines.is_plain(at))?;
        // 'Outside Pierre, opponents gathered'
        if at == self.sentence.start && self.scene.pack.full_names && self.scene.is_hint(at, NameHint::PlaceSure) {
            return None;
        }
        // 'Dandim 1006/Banjar Letkol Inf Bambang Prasetyo'
        if at > self.sentence.start && self.is_slashed(at - 1) {
            return None;
        }
        let start = at + len;
        let is_ordinary = |word: &WordId| self.scene.pack.is_common(*word);
        // 'Dirjen Perhubungan Laut Muhammad Masyhud'
        let goes_on = at > 0 && self.scene.is_hint(at - 1, NameHint::Field);
        let is_field = goes_on
            || self.hint_ends_at(at, NameHint::FieldHead)
            || self.reading.words.get(start).is_some_and(is_ordinary);
        if is_field && self.title.as_ref().is_some_and(|title| title.end == at) {
            return None;
        }
        let mut end = self.behind_address(start);
        let start = end;
        let goes_on = |at: usize| {
            let word = self.reading.words.get(at..=at).unwrap_or_default();
            let is_verb = at > start && self.scene.pack.cues.verbs.begins(word);
            let is_number = at == start && len == 1 && self.reading.is_number(at) && !self.is_time(at);
            // 'Negara Rp 38 Miliar'
            let is_word = self.is_name_word(at) && !is_verb && !self.is_currency(at);
            let is_title = self.cue(at, |cue| cue == NameCue::Title).is_some();
            // 'Stadion Sumpah Pemuda'
            is_number || is_word && (!is_title || at > start && self.is_idle_title(at))
        };
        let mut is_route = self.hint_ends_at(at + len, NameHint::Route);
        loop {
            if goes_on(end) {
                end += 1;
            } else if is_route && end > start && self.joins_ends(end) {
                (end, is_route) = (end + 2, false);
            } else {
                break;
            }
        }
        if end == start {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterPlaceHead, None);
        Some(end)
    }

    /// The hyphen between the two ends of a route: 'Tol Yogyakarta-Bawen'.
    fn joins_ends(&self, at: usize) -> bool {
        self.reading.mark(at) == '-'
            && self.reading.is_glued(at)
            && self.reading.is_glued(at + 1)
            && self.reading.is_capitalised(at + 1)
            && at + 1 < self.sentence.end
    }

    /// Behind the forms of address, ranks and initials that begin the name of whom a place is named after: 'Jalan KH Ahmad
    /// Dahlan', 'Jalan R.E. Martadinata'.
    fn behind_address(&self, mut at: usize) -> usize {
        loop {
            let is_address = self.hint_ends_at(at + 1, NameHint::Eponym).then_some(1);
            let initial = self.reading.text(at).chars().count() == 1 && self.reading.is_capitalised(at);
            let len = is_address.or((initial && self.reading.mark(at + 1) == '.').then_some(1));
            let Some(len) = len.filter(|&len| at + len < self.sentence.end) else { return at };
            at += if self.reading.mark(at + len) == '.' { len + 1 } else { len };
        }
    }
}
