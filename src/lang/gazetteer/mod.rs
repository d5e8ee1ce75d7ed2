//! Names that are known before any article is read: outlets, platforms, countries and their capitals, places,
//! organisations and people.
//!
//! Nearly all of them come from a file that was compiled beforehand and is read where it lies (`frozen`), so that nothing
//! is parsed when the program starts. What a reader adds is kept beside it (`own`) and counts first. `sources` reads
//! the lists in `assets`, `freeze` compiles them; the program itself needs neither, save for a reader's own list.

mod cities;
mod entry;
mod freeze;
mod frozen;
mod name_words;
mod outlets;
mod own;
mod sections;
mod sources;

pub use entry::{Entry, Form, PlaceEntry, Role};
pub use freeze::{FreezeError, freeze};
pub use name_words::NameWords;
pub use outlets::readable as readable_outlets;
pub use sections::GazetteerError;
pub use sources::{SOURCES, SourceError, entries};

use std::iter::{Peekable, from_fn};

use self::frozen::Frozen;
use self::own::Own;
use super::words::{WordId, Words};
use crate::model::{EntityKind, OutletFacts, OutletKind};

/// The place of a record in the gazetteer.
pub type RecordId = u32;

/// All records, and the names that lead to them.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    frozen: Frozen,
    own: Own,
}

/// One way to write the name of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordName<'a> {
    pub record: RecordId,
    /// For an abbreviation, the only spelling that counts: 'AS' is a country, 'as' is not.
    pub exact: Option<&'a str>,
    /// Whether it is an ordinary word or another name too, so that it counts only beside a cue.
    pub risky: bool,
    role: Role,
}

impl RecordName<'_> {
    /// Whether the name may be written so.
    pub fn fits(&self, written: &str) -> bool {
        self.exact.is_none_or(|exact| exact == written)
    }
}

/// One thing that has a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record<'a> {
    pub kind: EntityKind,
    /// The name where an article's language has no other.
    pub name: &'a str,
    pub outlet: Option<Outlet<'a>>,
    pub place: Option<Place<'a>>,
}

impl Record<'_> {
    /// What a number that leads nowhere finds.
    const EMPTY: Record<'static> = Record { kind: EntityKind::Other, name: "", outlet: None, place: None };
}

/// What is known of an outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlet<'a> {
    pub kind: OutletKind,
    /// ISO 3166 alpha-2 code of its country; empty for an international one.
    pub country: &'a str,
    pub state_owned: bool,
}

impl Outlet<'_> {
    pub fn facts(&self) -> OutletFacts {
        OutletFacts { kind: self.kind, country: self.country.to_owned(), state_owned: self.state_owned }
    }
}

/// What is known of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place<'a> {
    pub kind: PlaceKind,
    /// ISO 3166 alpha-2 code; empty for what lies in several countries or none.
    pub country: &'a str,
    /// Degrees north and east.
    pub coordinates: Option<(f32, f32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    Country,
    Capital,
    Other,
}

impl Gazetteer {
    /// The gazetteer that `bytes` hold, and the numbering of words that it goes by.
    ///
    /// # Errors
    /// When they are something else, are of another version, or are damaged.
    pub fn load(bytes: &'static [u8]) -> Result<(Gazetteer, Words), GazetteerError> {
        let (frozen, table) = Frozen::load(bytes)?;
        Ok((Gazetteer { frozen, own: Own::default() }, Words::from(table)))
    }

    /// Adds what `entry` describes. Its names count before those that were known already.
    pub fn add(&mut self, words: &mut Words, entry: &Entry) -> RecordId {
        self.frozen.len() + self.own.add(words, entry, self.frozen.len())
    }

    /// Whether any name or demonym begins with `word`, which costs one look.
    #[inline]
    pub(crate) fn begins(&self, word: WordId) -> bool {
        self.frozen.begins(word) || self.own.begins(word)
    }

    /// Every name that begins with the first of `words` and how many words it has, shortest first.
    pub fn names<'a>(&'a self, words: &'a [WordId]) -> impl Iterator<Item = (usize, RecordName<'a>)> {
        self.of_role(words, Role::Name)
    }

    /// The longest English word or phrase that begins with the first of `words` and tells of a place without naming it, and
    /// how many words it has: 'Russian' troops, a 'South Korean'. It mentions nothing, but says which place is meant. A risky
    /// one is a given name or family name too ('Finn'). In Indonesian a few are names of their own ('Swiss').
    pub fn demonym<'a>(&'a self, words: &'a [WordId]) -> Option<(usize, RecordName<'a>)> {
        self.of_role(words, Role::Demonym).reduce(|longest, next| if next.0 > longest.0 { next } else { longest })
    }

    /// The record with this number; an empty one if there is none.
    pub fn record(&self, id: RecordId) -> Record<'_> {
        match id.checked_sub(self.frozen.len()) {
            None => self.frozen.record(id),
            Some(own) => self.own.record(own),
        }
    }

    /// What a record names.
    pub fn kind(&self, id: RecordId) -> EntityKind {
        match id.checked_sub(self.frozen.len()) {
            None => self.frozen.kind(id),
            Some(own) => self.own.kind(own),
        }
    }

    /// What a record is called in a language, where that is listed.
    pub fn name_in(&self, id: RecordId, code: &str) -> Option<&str> {
        match id.checked_sub(self.frozen.len()) {
            None => self.frozen.name_in(id, code),
            Some(own) => self.own.name_in(own, code),
        }
    }

    /// What the country with this ISO 3166 alpha-2 code is called in a language; in English where that is not listed.
    pub fn country_name(&self, code: &str, language: &str) -> Option<&str> {
        let is_meant = |id: &RecordId| {
            let place = self.frozen.record(*id).place;
            place.is_some_and(|place| place.kind == PlaceKind::Country && place.country == code)
        };
        let id = (0..self.frozen.len()).find(is_meant)?;
        Some(self.frozen.name_in(id, language).unwrap_or(self.frozen.record(id).name))
    }

    /// Whether a word is part of a listed person's name, and so a given name or family name of other people too.
    pub fn is_name_part(&self, word: WordId) -> bool {
        self.frozen.is_name_part(word) || self.own.is_name_part(word)
    }

    /// Whether a word is part of a listed person's name, or a given name or family name that people have somewhere.
    pub fn is_person_word(&self, word: WordId) -> bool {
        self.is_name_part(word) || self.is_given_name(word) || self.is_family_name(word)
    }

    /// Whether two to four words begin with a given name and end with a family name, or with a given name again, as many
    /// people are named where there are no family names.
    pub fn is_full_name(&self, words: &[WordId]) -> bool {
        let [first, .., last] = words else { return false };
        words.len() <= 4 && self.is_given_name(*first) && (self.is_family_name(*last) || self.is_given_name(*last))
    }

    /// Whether people somewhere bear a word as given name.
    pub fn is_given_name(&self, word: WordId) -> bool {
        self.frozen.is_given_name(word)
    }

    /// Whether people somewhere bear a word as family name.
    pub fn is_family_name(&self, word: WordId) -> bool {
        self.frozen.is_family_name(word)
    }

    /// The words that are numbered for the packs, in order; the file was compiled with them.
    pub fn pack_words(&self) -> impl Iterator<Item = &'static str> {
        self.frozen.pack_words()
    }

    fn of_role<'a>(&'a self, words: &'a [WordId], role: Role) -> impl Iterator<Item = (usize, RecordName<'a>)> {
        let mut own = self.own.starting(words).peekable();
        let mut frozen = self.frozen.starting(words).peekable();
        from_fn(move || shorter(&mut own, &mut frozen)).filter(move |(_, name)| name.role == role)
    }
}

/// The shorter of what two searches found next; of two as long that of `first`.
fn shorter<T>(
    first: &mut Peekable<impl Iterator<Item = (usize, T)>>,
    second: &mut Peekable<impl Iterator<Item = (usize, T)>>,
) -> Option<(usize, T)> {
    match (first.peek(), second.peek()) {
        (Some((len, _)), Some((other, _))) if other < len => second.next(),
        (Some(_), _) => first.next(),
        (None, _) => second.next(),
    }
}

#[cfg(test)]
mod tests;
