//! The weights that a tagger of names was trained to: a table from features to scores, read where it lies.
//!
//! The file holds a linear-chain conditional random field as the program asks it: one hash table from the key of a
//! feature to seven small integers. It is written by the trainer and checked here before any of it is used; what
//! the features are is known to the analysis alone.

use std::borrow::Cow;
use std::fmt;

use thiserror::Error;

/// The version of the features that the analysis computes; a model of any other is refused.
pub const FEATURE_VERSION: u32 = 1;

/// What a tag says of a token: outside any name, or the first or a later token of a name of one kind.
pub const TAGS: [&str; 7] = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];

/// A number for each tag.
pub type Scores = [i32; TAGS.len()];

/// Magic, feature version, number of slots, checksum.
const HEAD: usize = 8 + 4 + 4 + 8;
const MAGIC: &[u8; 8] = b"lmnames\n";
const TRANSITIONS: usize = TAGS.len() * TAGS.len() * 4;
/// The upper half of a feature's key, then one weight for each tag.
const SLOT: usize = 4 + TAGS.len() * 2;
/// What a weight of one is written as.
const SCALE: f64 = 1024.0;

/// Why a model cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ModelError {
    #[error("expected a model of names, but found other data")]
    Foreign,
    #[error("expected features of version {FEATURE_VERSION}, but found version {0}; train the model again")]
    Version(u32),
    #[error("expected {expected} bytes, but found {found}")]
    Length { expected: usize, found: usize },
    #[error("expected the checksum {expected:016x}, but found {found:016x}")]
    Checksum { expected: u64, found: u64 },
}

/// A trained model of names.
#[derive(Clone)]
pub struct TaggerModel {
    bytes: Cow<'static, [u8]>,
    transitions: [Scores; TAGS.len()],
    slots: usize,
}

impl fmt::Debug for TaggerModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TaggerModel").field("slots", &self.slots).finish_non_exhaustive()
    }
}

impl TaggerModel {
    /// Checks the bytes of a model and takes them over; embedded ones are not copied.
    ///
    /// # Errors
    /// When they are not a model, are one for other features, or are damaged.
    pub fn load(bytes: impl Into<Cow<'static, [u8]>>) -> Result<TaggerModel, ModelError> {
        let bytes = bytes.into();
        if bytes.len() < HEAD || &bytes[..8] != MAGIC {
            return Err(ModelError::Foreign);
        }
        let version = u32_at(&bytes, 8);
        if version != FEATURE_VERSION {
            return Err(ModelError::Version(version));
        }
        let slots = u32_at(&bytes, 12) as usize;
        let expected = HEAD + TRANSITIONS + slots * SLOT;
        if bytes.len() != expected || !slots.is_power_of_two() {
            return Err(ModelError::Length { expected, found: bytes.len() });
        }
        let (told, found) = (u64_at(&bytes, 16), checksum(&bytes[HEAD..]));
        if told != found {
            return Err(ModelError::Checksum { expected: told, found });
        }
        let weight = |from: usize, to: usize| u32_at(&bytes, HEAD + (from * TAGS.len() + to) * 4) as i32;
        let transitions = std::array::from_fn(|from| std::array::from_fn(|to| weight(from, to)));
        Ok(TaggerModel { bytes, transitions, slots })
    }

    /// What following one tag with another adds: by the first, then the second.
    pub fn transitions(&self) -> &[Scores; TAGS.len()] {
        &self.transitions
    }

    /// Adds what the feature `key` says for each tag.
    pub fn add(&self, key: u64, scores: &mut Scores) {
        let table = &self.bytes[HEAD + TRANSITIONS..];
        let (wanted, mut at) = (mark(key), home(key, self.slots));
        for _ in 0..self.slots {
            let slot = &table[at * SLOT..(at + 1) * SLOT];
            let found = u32_at(slot, 0);
            if found == wanted {
                for (score, weight) in scores.iter_mut().zip(slot[4..].chunks_exact(2)) {
                    *score += i32::from(i16::from_le_bytes([weight[0], weight[1]]));
                }
                return;
            }
            if found == EMPTY {
                return;
            }
            at = (at + 1) & (self.slots - 1);
        }
    }

    /// The bytes of a model with these weights, to be read by [`TaggerModel::load`].
    pub fn write(transitions: &[[f64; TAGS.len()]; TAGS.len()], weights: &[(u64, [f64; TAGS.len()])]) -> Vec<u8> {
        let slots = (weights.len() * 4 / 3 + 1).next_power_of_two();
        let mut body: Vec<u8> =
            transitions.iter().flatten().flat_map(|weight| ((weight * SCALE) as i32).to_le_bytes()).collect();
        let mut table = vec![0u8; slots * SLOT];
        for (key, weights) in weights {
            let mut at = home(*key, slots);
            while u32_at(&table[at * SLOT..], 0) != EMPTY {
                at = (at + 1) & (slots - 1);
            }
            let slot = &mut table[at * SLOT..(at + 1) * SLOT];
            slot[..4].copy_from_slice(&mark(*key).to_le_bytes());
            for (place, weight) in slot[4..].chunks_exact_mut(2).zip(weights) {
                // A float beyond the range becomes the nearest integer within it.
                place.copy_from_slice(&((weight * SCALE).round() as i16).to_le_bytes());
            }
        }
        body.extend(table);
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FEATURE_VERSION.to_le_bytes());
        bytes.extend((slots as u32).to_le_bytes());
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }
}

/// The mark of a slot that holds nothing.
const EMPTY: u32 = 0;

/// The half of a key that a slot keeps; never that of an empty slot.
fn mark(key: u64) -> u32 {
    ((key >> 32) as u32).max(1)
}

/// The slot where the search for a key begins.
fn home(key: u64, slots: usize) -> usize {
    key as usize & (slots - 1)
}

/// FNV-1a over words of eight bytes, which is eight times as fast as over bytes and finds damage as well.
pub fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x100_0000_01b3);
    let sum = words.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &word| step(sum, u64::from_le_bytes(word)));
    rest.iter().fold(sum, |sum, &byte| step(sum, u64::from(byte)))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes[at..].first_chunk().map_or(0, |&four| u32::from_le_bytes(four))
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    bytes[at..].first_chunk().map_or(0, |&eight| u64::from_le_bytes(eight))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let weights: Vec<(u64, [f64; 7])> =
            (0..50u64).map(|at| (at.wrapping_mul(0x9e37_79b9_7f4a_7c15), [at as f64 / 8.0; 7])).collect();
        TaggerModel::write(&[[0.5; 7]; 7], &weights)
    }

    #[test]
    fn what_is_written_is_read() {
        let model = TaggerModel::load(sample()).unwrap();
        assert_eq!(model.transitions()[3][4], 512);
        let mut scores = Scores::default();
        model.add(8u64.wrapping_mul(0x9e37_79b9_7f4a_7c15), &mut scores);
        model.add(0xdead_beef_dead_beef, &mut scores);
        assert_eq!(scores, [1024; 7]);
    }

    #[test]
    fn damage_is_refused() {
        let good = sample();
        for len in 0..good.len() {
            assert!(TaggerModel::load(good[..len].to_vec()).is_err(), "{len} bytes");
        }
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x41;
            assert!(TaggerModel::load(bad).is_err(), "byte {at}");
        }
        let mut old = good;
        old[8] = 0;
        assert_eq!(TaggerModel::load(old).unwrap_err(), ModelError::Version(0));
    }
}
