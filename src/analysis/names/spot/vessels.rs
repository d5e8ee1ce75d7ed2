//! Ships and boats by what stands before their names, whoever they are called after: 'the ferry Princess Ragna', 'the crew of the
//! Stella Maris'.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::analysis::names::known::Known;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest noun for a ship, with the bracket behind it, in tokens.
const LONGEST_NOUN: usize = 4;

impl Spotter<'_> {
    /// The name of a ship behind the noun for it and its letters: 'Kapal Motor Penumpang (KMP) Tunu Pratama Jaya'.
    pub(super) fn lettered_vessel(&mut self, at: usize) -> Option<usize> {
        let is_noun = self.cue(at, |cue| matches!(cue, NameCue::Thing | NameCue::EventHead)).is_some();
        let limit = self.sentence.end.min(at + LONGEST_NOUN);
        let open = (at + 1..limit).find(|&at| self.reading.mark(at) == '(').filter(|_| is_noun)?;
        let (letters, start) = (open + 1, open + 3);
        let is_lettered = self.reading.mark(open + 2) == ')'
            && self.reading.tokens[letters].case == Case::Upper
            && self.scene.is_hint(letters, NameHint::Ship)
            && (at..open).all(|at| self.reading.is_word(at));
        let is_part = |&at: &usize| self.reading.is_capitalised(at) && self.reading.is_word(at) && !self.is_time(at);
        let end = if is_lettered { start + (start..self.sentence.end).take_while(is_part).count() } else { start };
        if end == start {
            return None;
        }
        self.title = None;
        self.push(start..end, Evidence::AfterThing, None);
        Some(end)
    }

    /// The name of a ship that begins at `at`.
    pub(super) fn vessel(&mut self, at: usize) -> Option<usize> {
        if at <= self.sentence.start + 1
            || !self.reading.is_capitalised(at)
            || !(self.is_behind_vessel(at) || self.is_of_vessel(at))
        {
            return None;
        }
        let is_part = |&at: &usize| self.reading.is_capitalised(at) && self.reading.is_word(at) && !self.is_time(at);
        let end = at + (at..self.sentence.end).take_while(is_part).count();
        // 'TB Mega Power 17'
        let is_lettered = self.scene.is_hint(at, NameHint::Ship) && self.reading.tokens[at].case == Case::Upper;
        let has_number = is_lettered && end > at + 1 && self.reading.is_number(end) && !self.is_time(end);
        let end = end + usize::from(has_number);
        if end == at || !self.may_be_vessel(&(at..end)) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterThing, None);
        Some(end)
    }

    /// 'the trawler', 'kapal pesiar', but not 'the carrier', which may be an airline.
    fn is_behind_vessel(&self, at: usize) -> bool {
        self.reading.tokens[at - 1].case == Case::Lower
            && self.hint_ends_at(at, NameHint::Vessel)
            && (!self.scene.is_hint(at - 1, NameHint::CompanyHead)
                // 'the bulk carrier'
                || self.scene.is_hint_of(at - 2..at, NameHint::Vessel))
    }

    /// 'the crew of the', 'aboard the'
    fn is_of_vessel(&self, at: usize) -> bool {
        self.scene.is_hint(at - 1, NameHint::Definite) && self.hint_ends_at(at - 1, NameHint::VesselOf)
    }

    /// Whether the words are no body or place that is known, have no form of address, and tell nothing of a noun behind them.
    fn may_be_vessel(&self, tokens: &Range<usize>) -> bool {
        let is_other = |kind| matches!(kind, EntityKind::Place | EntityKind::Organisation | EntityKind::Outlet);
        // 'Magic Runner', though a team is called by the first word
        let is_part = |known: Known| known.len < tokens.len() && (known.risky || self.scene.is_common(tokens.start));
        let known = self.scene.known(tokens.start..self.sentence.end);
        // 'kapal induk Fujian', but not 'kapal induk Inggris'
        let is_namesake = |known: Known| {
            known.kind == EntityKind::Place
                && self.hint_ends_at(tokens.start, NameHint::Warship)
                && !self.is_country(known.record)
        };
        let is_known = known.is_some_and(|known| is_other(known.kind) && !is_part(known) && !is_namesake(known));
        let is_addressed = self.cue(tokens.start, |cue| cue == NameCue::Honorific).is_some();
        let is_joined = self.reading.mark(tokens.end) == '-' && self.reading.is_glued(tokens.end);
        !(is_known || is_addressed || is_joined || self.scene.is_possessive(tokens.end))
    }
}
