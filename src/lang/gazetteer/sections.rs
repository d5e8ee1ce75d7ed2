//! The container of the compiled gazetteer: a head that is checked, then sections of bytes that are read where they lie.
//!
//! Numbers are little-endian and nothing is aligned. What the sections mean is not known here.

use thiserror::Error;

use crate::lang::checksum;

const MAGIC: &[u8; 8] = b"lmgazet\n";
/// The version of the form; a file of any other is refused.
const VERSION: u32 = 2;
/// Magic, version, checksum.
const HEAD: usize = 8 + 4 + 8;

/// The sections in the order in which they lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// How many of the words are there for the packs: one number.
    PackWords,
    /// The table of words.
    Slots,
    WordEnds,
    WordText,
    /// A bit for each word that is part of a person's name.
    NameParts,
    /// The same for the given names, and for the family names, that people have somewhere.
    GivenNames,
    FamilyNames,
    /// For each word the node of the names that begin with it.
    First,
    Nodes,
    Names,
    Records,
    Localised,
    /// What is written of records and names.
    Text,
}

const SECTIONS: usize = Section::Text as usize + 1;

/// Why a compiled gazetteer cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum GazetteerError {
    #[error("expected a compiled gazetteer, but found other data")]
    Foreign,
    #[error("expected version {VERSION} of the form, but found version {0}; compile the gazetteer again")]
    Version(u32),
    #[error("expected the checksum {expected:016x}, but found {found:016x}")]
    Checksum { expected: u64, found: u64 },
    #[error("expected sections that fit each other, but found others; compile the gazetteer again")]
    Sections,
}

/// The sections of one file.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sections([&'static [u8]; SECTIONS]);

impl Sections {
    /// Checks the head and divides the rest.
    pub(super) fn load(bytes: &'static [u8]) -> Result<Sections, GazetteerError> {
        let body = bytes.strip_prefix(MAGIC).and_then(|rest| rest.get(HEAD - MAGIC.len()..));
        let body = body.ok_or(GazetteerError::Foreign)?;
        let version = u32_at(bytes, 8);
        if version != VERSION {
            return Err(GazetteerError::Version(version));
        }
        let told = u64::from_le_bytes(bytes[12..].first_chunk().copied().unwrap_or_default());
        let found = checksum(body);
        if told != found {
            return Err(GazetteerError::Checksum { expected: told, found });
        }
        let mut rest = body.get(SECTIONS * 4..).ok_or(GazetteerError::Sections)?;
        let mut sections = Sections::default();
        for (index, section) in sections.0.iter_mut().enumerate() {
            (*section, rest) =
                rest.split_at_checked(u32_at(body, index * 4) as usize).ok_or(GazetteerError::Sections)?;
        }
        if rest.is_empty() { Ok(sections) } else { Err(GazetteerError::Sections) }
    }

    pub(super) fn get(&self, section: Section) -> &'static [u8] {
        self.0[section as usize]
    }

    /// A section as entries of `N` bytes each.
    pub(super) fn entries<const N: usize>(&self, section: Section) -> Result<&'static [[u8; N]], GazetteerError> {
        match self.get(section).as_chunks() {
            (entries, []) => Ok(entries),
            _ => Err(GazetteerError::Sections),
        }
    }
}

/// The bytes of a file with these sections, which come in their order.
pub(super) fn write(sections: [(Section, Vec<u8>); SECTIONS]) -> Vec<u8> {
    let mut body = Vec::new();
    for (index, (section, bytes)) in sections.iter().enumerate() {
        debug_assert_eq!(index, *section as usize);
        body.extend((bytes.len() as u32).to_le_bytes());
    }
    body.extend(sections.into_iter().flat_map(|(_, bytes)| bytes));
    seal(&body)
}

/// A body behind the head that it needs.
fn seal(body: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(checksum(body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// The number in four bytes at `at`; 0 where there are none.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |&four| u32::from_le_bytes(four))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The same file with one byte changed and a checksum that fits.
    pub(in super::super) fn damaged_but_sealed(good: &[u8], at: usize, by: u8) -> Vec<u8> {
        let mut body = good[HEAD..].to_vec();
        let len = body.len();
        body[at % len] ^= by;
        seal(&body)
    }

    #[test]
    fn damage_is_refused() {
        let sections = std::array::from_fn(|_| Vec::from(*b"word"));
        let mut index = 0;
        let good = write(sections.map(|bytes| {
            index += 1;
            (ALL[index - 1], bytes)
        }));
        assert!(Sections::load(good.clone().leak()).is_ok());
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x41;
            assert!(Sections::load(bad.leak()).is_err(), "byte {at}");
            assert!(Sections::load(good[..at].to_vec().leak()).is_err(), "{at} bytes");
        }
        assert_eq!(Sections::load(b"something else").unwrap_err(), GazetteerError::Foreign);
    }

    const ALL: [Section; SECTIONS] = [
        Section::PackWords,
        Section::Slots,
        Section::WordEnds,
        Section::WordText,
        Section::NameParts,
        Section::GivenNames,
        Section::FamilyNames,
        Section::First,
        Section::Nodes,
        Section::Names,
        Section::Records,
        Section::Localised,
        Section::Text,
    ];
}
