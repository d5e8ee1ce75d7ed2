//! Tagged names beside the words of politics: the place that a member of a party is from, the houses that make the laws of a state,
//! and the fields of offices.

use std::ops::Range;

use super::divide::Divider;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The country whose states have a house that is called no more than that.
const FEDERATION: &str = "US";

/// The fewest words of somebody's name behind the fields of an office.
const LEAST_NAME: usize = 2;

impl Divider<'_> {
    /// What is left of a name without the member of a party or the office in it.
    pub(super) fn without_office(&self, piece: Tagged) -> Tagged {
        if let Some(home) = self.home_of_member(&piece) {
            return Tagged::new(home, EntityKind::Place);
        }
        if let Some(holder) = self.holder_behind_fields(&piece).or_else(|| self.holder_behind_title(&piece)) {
            return Tagged::new(holder, EntityKind::Person);
        }
        let is_chamber = piece.kind == EntityKind::Place && self.is_chamber(&piece.tokens);
        if is_chamber { Tagged::new(piece.tokens, EntityKind::Organisation) } else { piece }
    }

    /// 'South Dakota' of 'a South Dakota Democrat', 'Dell Rapids' before 'Republican'.
    fn home_of_member(&self, piece: &Tagged) -> Option<Range<usize>> {
        let Range { start, end } = piece.tokens;
        let is_member = |at: usize| self.reading.is_capitalised(at) && self.scene.is_hint(at, NameHint::PartyMember);
        let is_led = start > self.start && self.scene.is_hint(start - 1, NameHint::Article);
        // 'a Liberal Democrat', 'a House Republican'
        let is_body =
            self.scene.is_common(start) || self.scene.is_any_hint(start, &[NameHint::Chamber, NameHint::BodyAdjective]);
        let may_be = is_led && !is_body && matches!(piece.kind, EntityKind::Organisation | EntityKind::Person);
        match may_be {
            true if end - start > 1 && is_member(end - 1) => Some(start..end - 1),
            true if is_member(end) => Some(start..end),
            _ => None,
        }
    }

    /// 'Texas House', 'Iowa Senate'
    fn is_chamber(&self, tokens: &Range<usize>) -> bool {
        let last = tokens.end - 1;
        let Some(state) = self.scene.known(tokens.start..last) else { return false };
        let place = &self.scene.gazetteer().record(state.record).place;
        tokens.len() > 1
            && state.len == tokens.len() - 1
            && self.scene.is_hint(last, NameHint::Chamber)
            && place.as_ref().is_some_and(|place| place.country == FEDERATION)
    }

    /// 'Public Service Felix Koskei' behind 'Head of': whoever is named behind the field of an office, which begins with a capital
    /// letter there.
    pub(super) fn holder_behind_title(&self, piece: &Tagged) -> Option<Range<usize>> {
        let title = piece.tokens.start.checked_sub(2).filter(|&title| title >= self.start)?;
        let is_led = piece.kind == EntityKind::Organisation
            && self.scene.is_hint(title + 1, NameHint::BeforeFields)
            && self.reading.is_capitalised(title)
            && self.is_holder_title(title)
            && self.scene.known(piece.tokens.clone()).is_none();
        let start = piece.tokens.start + 1;
        let holder = is_led.then(|| self.name_at_end(start..piece.tokens.end)).flatten()?;
        (piece.tokens.start..holder.start).all(|at| self.scene.is_common(at)).then_some(holder)
    }

    fn is_holder_title(&self, at: usize) -> bool {
        self.scene.is_cue(at, NameCue::Title) || self.scene.is_hint(at, NameHint::OfficeTitle)
    }

    /// The words at the end of `tokens` that are somebody's name, as none is an ordinary one.
    fn name_at_end(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let is_name = |at: &usize| {
            self.reading.tokens[*at].case == Case::Capital
                && (self.scene.is_given_name(*at) || !self.scene.is_common(*at))
                && !self.scene.is_cue(*at, NameCue::OrganisationTail)
        };
        let len = tokens.clone().rev().take_while(is_name).count();
        (len >= LEAST_NAME).then(|| tokens.end - len..tokens.end)
    }

    /// 'Head of Public Service Felix Koskei', 'Director of Public Prosecutions': the title of one who holds an office was taken for the
    /// body that it is in. Several who bear it may be one ('Brothers of Italy').
    pub(super) fn is_office_of(&self, piece: &Tagged) -> bool {
        let start = piece.tokens.start;
        piece.kind == EntityKind::Organisation
            && piece.tokens.len() > 2
            && self.scene.pack.full_names
            && self.is_holder_title(start)
            && self.scene.is_hint(start + 1, NameHint::BeforeFields)
            && self.reading.tokens[start + 1].case == Case::Lower
            && !self.reading.text(start).ends_with('s')
            && !self.scene.is_any_cue(start, &[NameCue::OrganisationHead, NameCue::Government])
            && self.scene.known(piece.tokens.clone()).is_none()
    }

    /// Whoever is named behind such a title, of whose words none is an ordinary one.
    pub(super) fn holder_of_office(&self, piece: &Tagged) -> Option<Tagged> {
        let Range { start, end } = piece.tokens;
        self.name_at_end(start + 2..end).map(|holder| Tagged::new(holder, EntityKind::Person))
    }

    /// 'Masagos Zulkifli' of 'Social and Family Development Masagos Zulkifli', behind 'Minister for'.
    fn holder_behind_fields(&self, piece: &Tagged) -> Option<Range<usize>> {
        let Range { start, end } = piece.tokens;
        let is_title = |from: usize| self.scene.cues_of(from..start).contains(&NameCue::Title);
        let is_led = start > self.start + 1 && !self.reading.is_capitalised(start - 1) && is_title(start - 2);
        if piece.kind != EntityKind::Organisation || !is_led {
            return None;
        }
        let is_field = |at: &usize| self.scene.is_listed_field(*at) || self.scene.is_cue(*at, NameCue::And);
        let first = start + piece.tokens.clone().take_while(is_field).count();
        let is_name = |at: usize| self.reading.is_capitalised(at) && !self.scene.is_cue(at, NameCue::OrganisationTail);
        (first > start && first + LEAST_NAME <= end && (first..end).all(is_name)).then_some(first..end)
    }
}
