//! The compiled gazetteer, read where it lies: a tree of names over numbered words, and records of fixed size.
//!
//! The nodes of the tree are numbered breadth first, so that those behind one node are neighbours, sorted by their word:
//! a node needs to say only where they begin. Nothing here trusts what it reads: a number that leads nowhere finds
//! nothing. `freeze` writes what is read here.

use std::ops::Range;

use super::sections::{GazetteerError, Section, Sections, u32_at};
use super::{Outlet, Place, PlaceKind, Record, RecordId, RecordName, Role};
use crate::lang::word_table::WordTable;
use crate::lang::words::WordId;
use crate::model::{EntityKind, OutletKind};

/// A node: the word that leads to it, the first of its names, the first of the nodes behind it.
pub(super) const NODE: usize = 12;
const WORD_AT: usize = 0;
const NAMES_AT: usize = 4;
const NODES_AT: usize = 8;
/// A name: its record with marks, the only spelling if there is one.
pub(super) const NAME: usize = 8;
/// A record: name, names by language, category, country, latitude, longitude, kind, kind of place, marks, nothing.
pub(super) const RECORD: usize = 28;
/// A name in a language: the language, the name.
pub(super) const LOCALISED: usize = 8;

/// Marks of a name, beside the number of its record.
pub(super) const RISKY: u32 = 1 << 31;
pub(super) const DEMONYM: u32 = 1 << 30;

/// Marks of a record.
pub(super) const IS_OUTLET: u8 = 1;
pub(super) const STATE_OWNED: u8 = 2;
pub(super) const IS_PLACE: u8 = 4;
pub(super) const HAS_COORDINATES: u8 = 8;

/// No node.
pub(super) const NONE: u32 = u32::MAX;

/// The kinds of place by the number that a record has for them.
pub(super) const PLACE_KINDS: [PlaceKind; 3] = [PlaceKind::Country, PlaceKind::Capital, PlaceKind::Other];

/// The kind that a record has this number for.
fn kind_at(number: u8) -> EntityKind {
    EntityKind::ALL.get(usize::from(number)).copied().unwrap_or(EntityKind::Other)
}

/// The sections of one file.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frozen {
    words: WordTable,
    pack_words: u32,
    name_parts: &'static [u8],
    given_names: &'static [u8],
    family_names: &'static [u8],
    first: &'static [[u8; 4]],
    nodes: &'static [[u8; NODE]],
    names: &'static [[u8; NAME]],
    records: &'static [[u8; RECORD]],
    localised: &'static [[u8; LOCALISED]],
    text: &'static [u8],
}

fn has_bit(bits: &[u8], word: WordId) -> bool {
    bits.get(word.index() / 8).is_some_and(|bits| bits & 1 << (word.index() % 8) != 0)
}

impl Frozen {
    pub(super) fn load(bytes: &'static [u8]) -> Result<(Frozen, WordTable), GazetteerError> {
        let sections = Sections::load(bytes)?;
        let (slots, ends) = (sections.entries(Section::Slots)?, sections.entries(Section::WordEnds)?);
        let words = WordTable::new(slots, ends, sections.get(Section::WordText)).ok_or(GazetteerError::Sections)?;
        let frozen = Frozen {
            words,
            pack_words: u32_at(sections.get(Section::PackWords), 0),
            name_parts: sections.get(Section::NameParts),
            given_names: sections.get(Section::GivenNames),
            family_names: sections.get(Section::FamilyNames),
            first: sections.entries(Section::First)?,
            nodes: sections.entries(Section::Nodes)?,
            names: sections.entries(Section::Names)?,
            records: sections.entries(Section::Records)?,
            localised: sections.entries(Section::Localised)?,
            text: sections.get(Section::Text),
        };
        Ok((frozen, words))
    }

    /// How many records there are.
    pub(super) fn len(&self) -> u32 {
        self.records.len() as u32
    }

    pub(super) fn pack_words(&self) -> impl Iterator<Item = &'static str> {
        self.words.words().take(self.pack_words as usize)
    }

    pub(super) fn is_name_part(&self, word: WordId) -> bool {
        has_bit(self.name_parts, word)
    }

    pub(super) fn is_given_name(&self, word: WordId) -> bool {
        has_bit(self.given_names, word)
    }

    pub(super) fn is_family_name(&self, word: WordId) -> bool {
        has_bit(self.family_names, word)
    }

    /// Whether any name begins with `word`.
    pub(super) fn begins(&self, word: WordId) -> bool {
        self.first.get(word.index()).is_some_and(|&node| u32::from_le_bytes(node) != NONE)
    }

    /// Every name that begins with the first of `words`, shortest first.
    pub(super) fn starting<'a>(&'a self, words: &'a [WordId]) -> impl Iterator<Item = (usize, RecordName<'a>)> {
        let first = words.first().and_then(|word| self.first.get(word.index()));
        let mut node = first.map_or(NONE, |&node| u32::from_le_bytes(node));
        let mut len = 0;
        let nodes = std::iter::from_fn(move || {
            let names = self.range(node, NAMES_AT)?;
            len += 1;
            node = words.get(len).and_then(|&word| self.behind(node, word)).unwrap_or(NONE);
            Some((len, self.names.get(names).unwrap_or_default()))
        });
        nodes.flat_map(move |(len, names)| names.iter().map(move |name| (len, self.name(name))))
    }

    /// The node that `word` leads to from `node`.
    fn behind(&self, node: u32, word: WordId) -> Option<u32> {
        let nodes = self.range(node, NODES_AT)?;
        let start = nodes.start;
        let wanted = word.index() as u32;
        let found = self.nodes.get(nodes)?.binary_search_by_key(&wanted, |node| u32_at(node, WORD_AT));
        found.ok().map(|index| (start + index) as u32)
    }

    /// What belongs to a node: it begins where the node says, and ends where that of the next one begins.
    fn range(&self, node: u32, at: usize) -> Option<Range<usize>> {
        let [here, next] = self.nodes.get(node as usize..)?.first_chunk()?;
        Some(u32_at(here, at) as usize..u32_at(next, at) as usize)
    }

    fn name(&self, name: &[u8; NAME]) -> RecordName<'_> {
        let (record, exact) = (u32_at(name, 0), u32_at(name, 4));
        RecordName {
            record: record & !(RISKY | DEMONYM),
            exact: (exact != 0).then(|| self.text(exact)),
            risky: record & RISKY != 0,
            role: if record & DEMONYM != 0 { Role::Demonym } else { Role::Name },
        }
    }

    pub(super) fn record(&self, id: RecordId) -> Record<'_> {
        let Some(record) = self.records.get(id as usize) else { return Record::EMPTY };
        let &[.., kind, place_kind, marks, _] = record;
        let text = |at| self.text(u32_at(record, at));
        let degrees = |at| f32::from_bits(u32_at(record, at));
        let has = |mark| marks & mark != 0;
        Record {
            kind: kind_at(kind),
            name: text(0),
            outlet: has(IS_OUTLET).then(|| Outlet {
                kind: OutletKind::from_name(text(8)).unwrap_or(OutletKind::Online),
                country: text(12),
                state_owned: has(STATE_OWNED),
            }),
            place: has(IS_PLACE).then(|| Place {
                kind: PLACE_KINDS.get(usize::from(place_kind)).copied().unwrap_or(PlaceKind::Other),
                country: text(12),
                coordinates: has(HAS_COORDINATES).then(|| (degrees(16), degrees(20))),
            }),
        }
    }

    /// The kind of a record alone, which is asked for far more often than the rest.
    pub(super) fn kind(&self, id: RecordId) -> EntityKind {
        self.records.get(id as usize).map_or(Record::EMPTY.kind, |&[.., kind, _, _, _]| kind_at(kind))
    }

    pub(super) fn name_in(&self, id: RecordId, code: &str) -> Option<&str> {
        let all = u32_at(self.records.get(id as usize)?, 4);
        let (start, len) = ((all >> 8) as usize, (all & 0xff) as usize);
        let names = self.localised.get(start..start + len)?;
        let found = names.iter().find(|name| self.text(u32_at(*name, 0)) == code)?;
        Some(self.text(u32_at(found, 4)))
    }

    /// The text that a number points at: where it begins, above its length in bytes in the lowest eight bits.
    fn text(&self, at: u32) -> &str {
        let (start, len) = ((at >> 8) as usize, (at & 0xff) as usize);
        self.text.get(start..start + len).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}
