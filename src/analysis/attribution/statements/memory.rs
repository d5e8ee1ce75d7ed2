//! Who was spoken of last, so that 'katanya', 'she', 'the company' and 'perempuan itu' find whom they mean.
//!
//! A pronoun means whoever spoke last, unless a sentence in between is about somebody else: its first person outside of
//! quotations. A description means the last person or organisation, if that stands in this sentence or one of the two
//! before; else it stays as it is described.

use crate::model::{EntityId, Span};

/// How many units back a description may reach.
const FARTHEST_UNITS: usize = 4;

/// How many units back those may stand whom 'they' means.
const NEAREST_UNITS: usize = 3;

/// Somebody who can be spoken of again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    Entity(EntityId),
    /// Described, as far as is known there, but never named.
    Unnamed(Option<Span>),
}

/// The last of each kind, with the unit in which it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    person: Option<(Known, usize)>,
    /// Whose relation that person is.
    owner: Option<(Known, usize)>,
    organisation: Option<(Known, usize)>,
    /// A place that spoke for its government.
    place: Option<(Known, usize)>,
    /// An outlet that told something itself: 'Chalkbeat reported ... It also found'.
    outlet: Option<(Known, usize)>,
    speaker: Option<(Known, usize)>,
    /// Several who were named in a row, as one sentence's subject.
    several: Option<(Known, usize)>,
}

impl Memory {
    pub(crate) fn person(&self) -> Option<Known> {
        self.person.or(self.speaker).map(|(known, _)| known)
    }

    /// Whom 'it' means: the last organisation, government or outlet that told something.
    pub(crate) fn neuter(&self) -> Option<Known> {
        let last = [self.outlet, self.organisation, self.place].into_iter().flatten().max_by_key(|&(_, unit)| unit);
        last.map(|(known, _)| known).or_else(|| self.anybody())
    }

    /// Whoever was spoken of last, of any kind.
    pub(crate) fn anybody(&self) -> Option<Known> {
        // Of those in one sentence whoever spoke: the last of equals counts.
        [self.person, self.outlet, self.organisation, self.speaker]
            .into_iter()
            .flatten()
            .max_by_key(|&(_, unit)| unit)
            .map(|(known, _)| known)
    }

    /// Whom 'they' means: several who were named in a row shortly before, else whoever was spoken of last, but no single person.
    pub(crate) fn many(&self, unit: usize) -> Option<Known> {
        let person = self.person.map(|(known, _)| known).filter(|known| matches!(known, Known::Entity(_)));
        let others = [self.person, self.outlet, self.organisation, self.speaker].into_iter().flatten();
        let others = others.filter(|&(known, _)| Some(known) != person);
        let last = || others.max_by_key(|&(_, unit)| unit).map(|(known, _)| known);
        self.several(unit).or_else(last).or_else(|| self.anybody())
    }

    /// Several who were named in a row shortly before.
    pub(crate) fn several(&self, unit: usize) -> Option<Known> {
        self.several.filter(|&(_, at)| unit - at < NEAREST_UNITS).map(|(known, _)| known)
    }

    /// Whether a person who is named spoke in the unit right before `unit`, and nobody else was spoken of since.
    pub(crate) fn spoke_before(&self, unit: usize) -> bool {
        let before = self.speaker.filter(|&(_, at)| at + 1 == unit);
        before.is_some_and(|(known, _)| {
            !matches!(known, Known::Unnamed(_)) && self.person.is_some_and(|(person, _)| person == known)
        })
    }

    /// Whether a person who is named spoke shortly before `unit`, and nobody else was spoken of since.
    pub(crate) fn speaks(&self, unit: usize) -> bool {
        let near = self.speaker.filter(|&(_, at)| unit - at < FARTHEST_UNITS);
        near.is_some_and(|(known, _)| {
            !matches!(known, Known::Unnamed(_)) && self.person.is_some_and(|(person, _)| person == known)
        })
    }

    /// Who is named in the unit and whom it is about.
    pub(crate) fn person_of(&self, unit: usize) -> Option<EntityId> {
        match self.person {
            Some((Known::Entity(entity), at)) if at == unit => Some(entity),
            _ => None,
        }
    }

    pub(crate) fn described_person(&self, unit: usize) -> Option<EntityId> {
        // 'Ms Lim's mother died. “...,” said the director': who the reader knows by an office is she whose mother that was.
        near(self.person, unit).or_else(|| near(self.owner, unit))
    }

    pub(crate) fn described_organisation(&self, unit: usize) -> Option<EntityId> {
        near(self.organisation, unit).or_else(|| near(self.place, unit))
    }

    pub(crate) fn note_person(&mut self, known: Known, unit: usize) {
        self.person = Some((known, unit));
        self.owner = None;
    }

    pub(crate) fn note_relation(&mut self, known: Known, owner: EntityId, unit: usize) {
        self.note_person(known, unit);
        self.owner = Some((Known::Entity(owner), unit));
    }

    pub(crate) fn note_several(&mut self, known: Known, unit: usize) {
        self.several = Some((known, unit));
    }

    pub(crate) fn note_organisation(&mut self, known: Known, unit: usize) {
        self.organisation = Some((known, unit));
    }

    pub(crate) fn note_place(&mut self, known: Known, unit: usize) {
        self.place = Some((known, unit));
    }

    pub(crate) fn note_outlet(&mut self, known: Known, unit: usize) {
        self.outlet = Some((known, unit));
    }

    pub(crate) fn note_speaker(&mut self, known: Known, unit: usize) {
        self.speaker = Some((known, unit));
    }
}

fn near(known: Option<(Known, usize)>, unit: usize) -> Option<EntityId> {
    match known {
        Some((Known::Entity(entity), at)) if unit - at < FARTHEST_UNITS => Some(entity),
        _ => None,
    }
}
