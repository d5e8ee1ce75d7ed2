//! Outlets that are named by the address of their site, and the place in capitals that stands before one in a dateline.

use super::Spotter;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::known::Known;
use crate::lang::NameHint;
use crate::model::EntityKind;
use crate::text::token::Case;

/// How the addresses of sites end that news names; a word before a full stop without white space is a slip of typing.
const DOMAIN_ENDS: [&str; 14] =
    ["com", "id", "net", "org", "co", "news", "tv", "info", "uk", "au", "my", "sg", "press", "media"];

/// The name of an outlet that no list has is at most as long.
const LONGEST_OUTLET_WORDS: usize = 3;

/// A word in capitals behind the place of a dateline that is no longer may be cut short for a region, in bytes.
const LONGEST_REGION_BYTES: usize = 4;

impl Spotter<'_> {
    /// Words that no list has behind a noun for outlets: 'stasiun televisi SIC', 'surat kabar Sinar Lawu'.
    pub(super) fn behind_outlet_noun(&mut self, at: usize) -> Option<usize> {
        if !self.hint_ends_at(at, NameHint::OutletNoun) || !self.is_name_word(at) || self.begins_other(at) {
            return None;
        }
        let is_known = |at: usize| self.scene.known(at..self.sentence.end).is_some_and(|known| !known.risky);
        let words =
            (at..self.sentence.end).take(LONGEST_OUTLET_WORDS + 1).take_while(|&at| self.is_name_word(at)).count();
        if is_known(at) || words > LONGEST_OUTLET_WORDS {
            return None;
        }
        self.title = None;
        self.push(at..at + words, Evidence::AfterOutletNoun, None);
        Some(at + words)
    }

    /// The place in capitals before the address of an outlet: 'CILONGOK, RADARBANYUMAS.CO.ID'.
    pub(super) fn dateline(&mut self, at: usize) -> Option<usize> {
        let is_upper = |at: &usize| self.reading.tokens[*at].case == Case::Upper && self.reading.text(*at).len() > 3;
        // 'ST. PAUL, Minn. (AP)'
        let is_saint = self.hint_ends_at(at + 1, NameHint::Saint) && self.reading.mark(at + 1) == '.';
        let saint = if is_saint && self.reading.tokens[at].case == Case::Upper { 2 } else { 0 };
        let behind_saint = (at + saint..self.sentence.end).take_while(is_upper).count();
        let words = if behind_saint > 0 { saint + behind_saint } else { 0 };
        let end = at + words;
        let is_first = at == self.sentence.start && words > 0 && end + 1 < self.sentence.end;
        if is_first && self.begins_report(end) {
            let evidence = match self.scene.known(at..end) {
                Some(Known { len, record, kind: EntityKind::Place, .. }) if at + len == end => {
                    Evidence::Known(record, EntityKind::Place)
                }
                _ => Evidence::Layout(EntityKind::Place),
            };
            self.push(at..end, evidence, None);
            return Some(end);
        }
        if let Some(end) = self.lone_dateline(at) {
            return Some(end);
        }
        // 'TRIBUN-MEDAN.COM, TELUKDALAM -'
        if words > 0 && at > self.sentence.start && self.is_in_dateline(at, words) {
            let known = self.scene.known(at..end).filter(|known| at + known.len == end);
            let evidence = known.map_or(Evidence::AfterPlaceHead, |known| Evidence::Known(known.record, known.kind));
            self.push(at..end, evidence, None);
            return Some(end);
        }
        if !is_first || self.reading.mark(end) != ',' || self.reading.is_glued(end + 1) {
            return None;
        }
        let dot = self.reading.mark(end + 2) == '.' && self.reading.is_glued(end + 2) && self.reading.is_glued(end + 3);
        let known = self.scene.known(end + 1..self.sentence.end);
        if !dot && known.is_none_or(|known| known.kind != EntityKind::Outlet) {
            return None;
        }
        let evidence = match self.scene.known(at..end) {
            Some(Known { len, record, kind: EntityKind::Place, .. }) if at + len == end => {
                Evidence::Known(record, EntityKind::Place)
            }
            _ => Evidence::AfterPlaceHead,
        };
        self.push(at..end, evidence, None);
        Some(end)
    }

    /// An outlet in capitals that no list has, between the place of a dateline and its dash: 'BANJARMASIN, KALSELPOS –'.
    pub(super) fn outlet_of_dateline(&mut self, at: usize) -> Option<usize> {
        let comma =
            at.checked_sub(1).filter(|&comma| comma > self.sentence.start && self.reading.mark(comma) == ',')?;
        let is_place = |it: &Candidate| it.tokens.start == self.sentence.start && it.tokens.end == comma;
        let is_new = self.reading.tokens[at].case == Case::Upper
            && self.reading.text(at).len() > LONGEST_REGION_BYTES
            && self.out.last().is_some_and(is_place)
            && self.scene.known(at..self.sentence.end).is_none();
        let is_dash = matches!(self.reading.mark(at + 1), '-' | '–' | '—') && !self.reading.is_glued(at + 1);
        if !is_new || !is_dash {
            return None;
        }
        self.push(at..at + 1, Evidence::Layout(EntityKind::Outlet), None);
        Some(at + 1)
    }

    /// The place in capitals that a dateline consists of, perhaps with a region behind: 'LYNDON —', 'RAYMONDVILLE, Texas —'.
    fn lone_dateline(&mut self, at: usize) -> Option<usize> {
        let is_capital = |at: &usize| self.reading.is_capitalised(*at) && self.reading.is_word(*at);
        let end = at + (at..self.sentence.end).take_while(is_capital).count();
        let is_upper = (at..end).all(|at| self.reading.tokens[at].case == Case::Upper);
        let is_long = (at..end).any(|at| self.reading.text(at).len() > 3);
        if at != self.sentence.start || !is_long || self.is_time(at) {
            return None;
        }
        let region = self.scene.known(end + 1..self.sentence.end).filter(|_| self.reading.mark(end) == ',');
        let behind = region.filter(|known| known.kind == EntityKind::Place).map_or(end, |known| end + 1 + known.len);
        let is_dash = |at: usize| matches!(self.reading.mark(at), '-' | '–' | '—');
        // 'Pozzuoli, Italy —'
        if !is_upper && behind == end {
            return None;
        }
        if behind >= self.sentence.end || !(behind..self.sentence.end).all(is_dash) {
            return None;
        }
        let evidence = match self.scene.known(at..end).filter(|known| at + known.len == end) {
            Some(Known { kind: EntityKind::Outlet, .. }) => return None,
            Some(Known { record, kind: EntityKind::Place, .. }) => Evidence::Known(record, EntityKind::Place),
            _ => Evidence::Layout(EntityKind::Place),
        };
        self.push(at..end, evidence, None);
        Some(end)
    }

    /// Whether a place that is an ordinary word too stands in a dateline, where it is none: 'Bola.com, Malang -'.
    pub(super) fn is_in_dateline(&self, at: usize, len: usize) -> bool {
        let is_dash = |at: usize| matches!(self.reading.mark(at), '-' | '–' | '—') && !self.reading.is_glued(at);
        let closes = at + len == self.sentence.end || is_dash(at + len) || self.begins_report(at + len);
        let is_behind_outlet = at > self.sentence.start
            && self.reading.mark(at - 1) == ','
            && self
                .scene
                .known(self.sentence.clone())
                .is_some_and(|known| known.kind == EntityKind::Outlet && self.sentence.start + known.len + 1 == at);
        closes && (at == self.sentence.start || is_behind_outlet)
    }

    /// Whether what stands behind the place of a dateline begins here: an outlet in brackets, perhaps behind a region and a day
    /// ('COMMACK, New York, Aug 25 (Reuters)'); or nothing but the day stands there ('NOVYE ATAGI, Russia 1996-08-29').
    fn begins_report(&self, at: usize) -> bool {
        let is_between = |at: &usize| self.reading.mark(*at) == ',' || self.is_time(*at) || self.reading.is_number(*at);
        let region = self.scene.known(at + 1..self.sentence.end);
        let region = region.filter(|known| self.reading.mark(at) == ',' && known.kind == EntityKind::Place);
        let behind = region.map_or(at, |known| at + 1 + known.len);
        let is_of_day = |at: usize| self.is_time(at) || self.reading.is_number(at) || self.reading.mark(at) == '-';
        if behind < self.sentence.end && self.is_time(behind) && (behind..self.sentence.end).all(is_of_day) {
            return true;
        }
        let bracket = behind + (behind..self.sentence.end).take_while(is_between).count();
        self.reading.mark(bracket) == '('
            && self.scene.known(bracket + 1..self.sentence.end).is_some_and(|known| known.kind == EntityKind::Outlet)
    }

    /// A site that is named by its address, which the gazetteer does not know: 'KabarPantura.id'.
    pub(super) fn domain(&mut self, at: usize) -> Option<usize> {
        let is_joined = |at: usize| self.reading.is_glued(at) && self.reading.is_glued(at + 1);
        let mut end = at + 1;
        while self.reading.mark(end) == '.'
            && is_joined(end)
            && self.reading.is_word(end + 1)
            && end < self.sentence.end
        {
            end += 2;
        }
        if end < at + 3 || !DOMAIN_ENDS.contains(&self.reading.folded(end - 1)) {
            return None;
        }
        let known = self.scene.known(at..self.sentence.end);
        if known.is_some_and(|known| at + known.len >= end) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::Domain, None);
        Some(end)
    }
}
