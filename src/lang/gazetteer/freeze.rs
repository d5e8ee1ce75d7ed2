//! Compiles entries to the bytes that `frozen` reads. Done beforehand by `examples/build_gazetteer` (in
//! `src/build_gazetteer`), and by a test that holds the embedded file to its sources.

use std::collections::{BTreeMap, VecDeque};

use rustc_hash::FxHashMap;
use thiserror::Error;

use super::PlaceKind;
use super::entry::{Entry, Form, Role};
use super::frozen::{
    DEMONYM, HAS_COORDINATES, IS_OUTLET, IS_PLACE, LOCALISED, NAME, NODE, NONE, PLACE_KINDS, RECORD, RISKY, STATE_OWNED,
};
use super::name_words::NameWords;
use super::sections::{self, Section};
use crate::lang::phrases;
use crate::lang::word_table::{self, MOST_WORDS};
use crate::lang::words::{WordId, Words};
use crate::model::EntityKind;

/// Why entries cannot be compiled.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FreezeError {
    #[error("expected at most 255 bytes, but found `{0}`")]
    TooLong(String),
    #[error("expected at most {MOST_WORDS} words and 16 MiB of text, but found more")]
    TooMuch,
}

/// The compiled form of `entries` and of the words that people are named by. The words of the packs, `pack_words`, are numbered before all others, in their order, so
/// that they are looked up with the rest and the tables of the packs stay small.
///
/// # Errors
/// When a name is too long, or there is too much of them.
pub fn freeze<'w>(
    pack_words: impl IntoIterator<Item = &'w str>,
    entries: &[Entry],
    people: &NameWords,
) -> Result<Vec<u8>, FreezeError> {
    let mut words = Words::default();
    for word in pack_words {
        words.intern(word);
    }
    let pack_words = words.len() as u32;
    let mut writer = Writer { words, ..Writer::default() };
    for (record, entry) in (0..).zip(entries) {
        writer.entry(record, entry)?;
    }
    let given = bits(people.given.iter().map(|word| writer.words.intern(word)));
    let family = bits(people.family.iter().map(|word| writer.words.intern(word)));
    writer.finish(pack_words, [given, family])
}

/// A bit for each of `words`.
fn bits(words: impl Iterator<Item = WordId>) -> Vec<u8> {
    let mut bits = Vec::new();
    words.for_each(|word| set_bit(&mut bits, word));
    bits
}

fn set_bit(bits: &mut Vec<u8>, word: WordId) {
    let at = word.index();
    bits.resize(bits.len().max(at / 8 + 1), 0);
    bits[at / 8] |= 1 << (at % 8);
}

#[derive(Default)]
struct Writer {
    words: Words,
    tree: Tree,
    name_parts: Vec<u8>,
    records: Vec<[u8; RECORD]>,
    localised: Vec<[u8; LOCALISED]>,
    text: TextPool,
}

impl Writer {
    fn entry(&mut self, record: u32, entry: &Entry) -> Result<(), FreezeError> {
        for form in &entry.forms {
            self.form(record, form)?;
        }
        for part in entry.name_parts() {
            set_bit(&mut self.name_parts, self.words.intern(part));
        }
        let written = self.record(entry)?;
        self.records.push(written);
        Ok(())
    }

    fn form(&mut self, record: u32, form: &Form) -> Result<(), FreezeError> {
        let marks = if form.risky { RISKY } else { 0 } | if form.role == Role::Demonym { DEMONYM } else { 0 };
        let exact = form.exact().map_or(Ok(0), |exact| self.text.add(exact))?;
        let words = phrases::cut(&mut self.words, &form.text);
        self.tree.insert(&words, fixed([(record | marks), exact].map(u32::to_le_bytes)));
        Ok(())
    }

    fn record(&mut self, entry: &Entry) -> Result<[u8; RECORD], FreezeError> {
        let mut marks = 0;
        let (mut category, mut country) = ("", "");
        if let Some(outlet) = &entry.outlet {
            marks |= IS_OUTLET | if outlet.state_owned { STATE_OWNED } else { 0 };
            (category, country) = (outlet.kind.name(), &outlet.country);
        }
        let place = entry.place.as_ref();
        let coordinates = place.and_then(|place| place.coordinates);
        if let Some(place) = place {
            marks |= IS_PLACE | if coordinates.is_some() { HAS_COORDINATES } else { 0 };
            country = &place.country;
        }
        let (lat, lon) = coordinates.unwrap_or_default();
        let name = self.text.add(&entry.name)?;
        let numbers = [
            name,
            self.languages(&entry.localised)?,
            self.text.add(category)?,
            self.text.add(country)?,
            lat.to_bits(),
            lon.to_bits(),
        ];
        let kind = EntityKind::ALL.iter().position(|kind| *kind == entry.kind).unwrap_or(0) as u8;
        let place_kind = place.map_or(PlaceKind::Other, |place| place.kind);
        let place_kind = PLACE_KINDS.iter().position(|kind| *kind == place_kind).unwrap_or(0) as u8;
        let mut record = numbers.map(u32::to_le_bytes).concat();
        record.extend([kind, place_kind, marks, 0]);
        Ok(fixed([record]))
    }

    /// Where the names by language lie, and how many there are.
    fn languages(&mut self, localised: &BTreeMap<String, String>) -> Result<u32, FreezeError> {
        let start = self.localised.len() as u32;
        for (language, name) in localised {
            let entry = [self.text.add(language)?, self.text.add(name)?].map(u32::to_le_bytes);
            self.localised.push(fixed(entry));
        }
        Ok(start << 8 | localised.len() as u32)
    }

    fn finish(self, pack_words: u32, [given, family]: [Vec<u8>; 2]) -> Result<Vec<u8>, FreezeError> {
        let words = self.words.listed();
        if words.len() > MOST_WORDS {
            return Err(FreezeError::TooMuch);
        }
        let [slots, ends, text] = word_table::write(&words);
        let (first, nodes, names) = self.tree.write(words.len());
        Ok(sections::write([
            (Section::PackWords, pack_words.to_le_bytes().to_vec()),
            (Section::Slots, slots),
            (Section::WordEnds, ends),
            (Section::WordText, text),
            (Section::NameParts, self.name_parts),
            (Section::GivenNames, given),
            (Section::FamilyNames, family),
            (Section::First, first),
            (Section::Nodes, nodes),
            (Section::Names, names),
            (Section::Records, self.records.concat()),
            (Section::Localised, self.localised.concat()),
            (Section::Text, self.text.bytes),
        ]))
    }
}

/// The names as a tree over their words.
#[derive(Default)]
struct Tree {
    root: Node,
}

#[derive(Default)]
struct Node {
    behind: BTreeMap<WordId, Node>,
    names: Vec<[u8; NAME]>,
}

impl Tree {
    fn insert(&mut self, words: &[WordId], name: [u8; NAME]) {
        let mut node = &mut self.root;
        for &word in words {
            node = node.behind.entry(word).or_default();
        }
        if !words.is_empty() && !node.names.contains(&name) {
            node.names.push(name);
        }
    }

    /// The node of each first word, of which there are `words`; the nodes, breadth first; their names.
    fn write(&self, words: usize) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let mut first = vec![NONE; words];
        for (node, word) in (0..).zip(self.root.behind.keys()) {
            first[word.index()] = node;
        }
        let (mut nodes, mut names) = (Vec::new(), Vec::new());
        let mut waiting: VecDeque<(&WordId, &Node)> = self.root.behind.iter().collect();
        let mut behind = waiting.len();
        while let Some((word, node)) = waiting.pop_front() {
            let written: [u8; NODE] = node_bytes(word.index(), names.len() / NAME, behind);
            nodes.extend(written);
            names.extend(node.names.concat());
            behind += node.behind.len();
            waiting.extend(&node.behind);
        }
        // What belongs to the last node ends where this one's would begin.
        nodes.extend(node_bytes(u32::MAX as usize, names.len() / NAME, behind));
        (first.into_iter().flat_map(u32::to_le_bytes).collect(), nodes, names)
    }
}

fn node_bytes(word: usize, names: usize, behind: usize) -> [u8; NODE] {
    fixed([word, names, behind].map(|number| (number as u32).to_le_bytes()))
}

/// Parts one after the other, which are as long together as the whole.
fn fixed<const N: usize>(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> [u8; N] {
    let mut whole = [0; N];
    let bytes = parts.into_iter().flat_map(|part| part.as_ref().to_vec());
    whole.iter_mut().zip(bytes).for_each(|(place, byte)| *place = byte);
    whole
}

/// Texts one behind the other, each once.
#[derive(Default)]
struct TextPool {
    bytes: Vec<u8>,
    known: FxHashMap<String, u32>,
}

impl TextPool {
    /// Where `text` lies, above its length in the lowest eight bits; never 0 for a text that is not empty.
    fn add(&mut self, text: &str) -> Result<u32, FreezeError> {
        if let Some(&known) = self.known.get(text) {
            return Ok(known);
        }
        let len = u8::try_from(text.len()).map_err(|_| FreezeError::TooLong(text.to_owned()))?;
        let start = u32::try_from(self.bytes.len()).ok().filter(|start| start >> 24 == 0);
        let at = start.ok_or(FreezeError::TooMuch)? << 8 | u32::from(len);
        self.bytes.extend(text.as_bytes());
        self.known.insert(text.to_owned(), at);
        Ok(at)
    }
}
