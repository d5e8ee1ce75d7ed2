//! Titles with the fields of an office in them, which name no body: 'National Development Minister', 'Minister for Social and Family
//! Development'.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The most tokens that the fields of an office are.
const LONGEST: usize = 7;

impl Spotter<'_> {
    /// Behind a title whose fields begin at `at`, or go on there.
    pub(super) fn portfolio(&mut self, at: usize) -> Option<usize> {
        if !self.scene.pack.full_names {
            return None;
        }
        // 'Republican Gov. Larry Rhoden'
        let is_party = self.scene.is_hint(at, NameHint::PartyMember) && self.reading.is_capitalised(at + 1);
        if is_party && self.cue(at + 1, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some() {
            return Some(at + 1);
        }
        // 'Conservative Leader Pierre Poilievre'
        let is_party = self.scene.is_hint(at, NameHint::PartyWord) && self.reading.is_capitalised(at);
        if is_party && self.scene.is_hint(at + 1, NameHint::PartyLeader) && self.reading.is_capitalised(at + 1) {
            self.push(at..at + 1, Evidence::Layout(EntityKind::Organisation), None);
            return Some(self.titled(at, at + 2));
        }
        if !self.is_plain_field(at) {
            return None;
        }
        let limit = self.sentence.end.min(at + LONGEST);
        let run = (at..limit).take_while(|&at| self.is_plain_field(at) || self.joins_plain_fields(at)).count();
        let end = at + run;
        let title = self.title.clone().filter(|title| title.end == at);
        // 'Minister for Social and Family Development Masagos Zulkifli'
        if let Some(title) = title.filter(|_| run > 1 && self.reading.tokens[at - 1].case == Case::Lower) {
            return self.reading.is_capitalised(end).then(|| self.titled(title.start, end));
        }
        let is_office = self.reading.is_capitalised(end) && self.scene.is_hint(end, NameHint::Portfolio);
        let is_known = || self.scene.known(at..end + 1).is_some();
        (is_office && !is_known()).then(|| self.titled(at, end + 1))
    }

    fn titled(&mut self, start: usize, end: usize) -> usize {
        self.title = Some(start..end);
        end
    }

    /// A word that is written as a name and may be the field of an office; it ends no body's name.
    fn is_plain_field(&self, at: usize) -> bool {
        const BODIES: [NameCue; 2] = [NameCue::OrganisationTail, NameCue::Government];
        self.scene.is_listed_field(at)
            && !self.scene.is_hint(at, NameHint::Portfolio)
            && (self.scene.is_hint(at, NameHint::Field) || !self.scene.is_any_cue(at, &BODIES))
    }

    /// The 'and' or comma between two fields, and the hyphen within one: 'State-Owned Enterprises'.
    fn joins_plain_fields(&self, at: usize) -> bool {
        let is_hyphen = self.reading.mark(at) == '-' && self.reading.is_glued(at) && self.reading.is_glued(at + 1);
        let joins = self.scene.is_cue(at, NameCue::And) || self.reading.mark(at) == ',';
        (joins || is_hyphen) && self.is_plain_field(at + 1)
    }
}
