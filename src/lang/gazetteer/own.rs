//! What a reader added to the gazetteer, in tables that grow.

use rustc_hash::FxHashSet;

use super::entry::{Entry, Role};
use super::{Outlet, Place, Record, RecordId, RecordName};
use crate::lang::phrases::Phrases;
use crate::lang::words::{WordId, Words};
use crate::model::EntityKind;

/// Entries and the names that lead to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    entries: Vec<Entry>,
    names: Phrases<OwnName>,
    name_parts: FxHashSet<WordId>,
}

#[derive(Clone, Debug)]
struct OwnName {
    record: RecordId,
    exact: Option<Box<str>>,
    risky: bool,
    role: Role,
}

impl Own {
    /// Adds `entry`, whose names lead to its number among the entries here plus `first`; returns that number without it.
    pub(super) fn add(&mut self, words: &mut Words, entry: &Entry, first: RecordId) -> u32 {
        let number = self.entries.len() as u32;
        for form in &entry.forms {
            let exact = form.exact().map(Into::into);
            let name = OwnName { record: first + number, exact, risky: form.risky, role: form.role };
            self.names.insert(words, &form.text, name);
        }
        self.name_parts.extend(entry.name_parts().map(|part| words.intern(part)));
        self.entries.push(entry.clone());
        number
    }

    /// Whether any name begins with `word`.
    pub(super) fn begins(&self, word: WordId) -> bool {
        self.names.opens(&[word])
    }

    /// Every name that begins with the first of `words`, shortest first; of those as long the latest first.
    pub(super) fn starting<'a>(&'a self, words: &'a [WordId]) -> impl Iterator<Item = (usize, RecordName<'a>)> {
        let found = self.names.starting(words);
        found.flat_map(|(len, names)| names.iter().rev().map(move |name| (len, name.view())))
    }

    pub(super) fn kind(&self, number: u32) -> EntityKind {
        self.entries.get(number as usize).map_or(Record::EMPTY.kind, |entry| entry.kind)
    }

    pub(super) fn record(&self, number: u32) -> Record<'_> {
        self.entries.get(number as usize).map_or(Record::EMPTY, |entry| Record {
            kind: entry.kind,
            name: &entry.name,
            outlet: entry.outlet.as_ref().map(|facts| Outlet {
                kind: facts.kind,
                country: &facts.country,
                state_owned: facts.state_owned,
            }),
            place: entry.place.as_ref().map(|place| Place {
                kind: place.kind,
                country: &place.country,
                coordinates: place.coordinates,
            }),
        })
    }

    pub(super) fn name_in(&self, number: u32, code: &str) -> Option<&str> {
        self.entries.get(number as usize)?.localised.get(code).map(String::as_str)
    }

    pub(super) fn is_name_part(&self, word: WordId) -> bool {
        !self.name_parts.is_empty() && self.name_parts.contains(&word)
    }
}

impl OwnName {
    fn view(&self) -> RecordName<'_> {
        RecordName { record: self.record, exact: self.exact.as_deref(), risky: self.risky, role: self.role }
    }
}
