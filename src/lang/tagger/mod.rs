//! The weights that a tagger of names was trained to: a table from features to scores.
//!
//! The file holds a linear-chain conditional random field, packed. A feature is a key of 64 bits; its upper bits choose a
//! bucket, and a record of the bucket is: the lowest two bytes of the key, a byte with one bit for each tag that the
//! feature speaks for, and one byte for each of those tags. It is written by the trainer (`write`) and checked here before any
//! of it is used, and unpacked to a `table` when it is first asked; what the features are is known to the analysis alone.

mod table;
mod write;

use std::borrow::Cow;
use std::fmt;
use std::sync::{Mutex, OnceLock, PoisonError};

use thiserror::Error;

use self::table::{Table, id};
use super::memo::Memo;

/// The version of the features that the analysis computes; a model of any other is refused.
pub const FEATURE_VERSION: u32 = 3;

/// What a tag says of a token: outside any name, or the first or a later token of a name of one kind.
pub const TAGS: [&str; 7] = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];

/// A number for each tag, and zeros up to [`LANES`]: the processor computes on so many at once. All are whole, and small enough
/// to be exact.
pub type Scores = [f32; LANES];

/// How many numbers [`Scores`] are.
pub const LANES: usize = TAGS.len().next_power_of_two();

/// From how many places around a token the form of another still tells something of it: two before it, its own, two behind.
pub const PLACES: usize = 5;

/// From how many places around a token the facts of another still tell something of it: three before it, its own, two behind.
pub const FACT_PLACES: usize = 6;

/// What was weighed before. Most forms and most combinations of facts of an article stand in others as well, and each is
/// weighed once.
#[derive(Debug, Default)]
pub struct Weighed {
    /// By a key of how the form is written.
    pub forms: Memo<WeighedForm>,
    /// What facts add to the scores of a token from each place around it, by a key of the facts.
    pub facts: Memo<[Scores; FACT_PLACES]>,
    /// What the outlines of two neighbours add to the scores of the first and of the second, by a key of both.
    pub pairs: Memo<[Scores; 2]>,
}

/// What a form adds to the scores of a token from each place around it.
#[derive(Clone, Debug)]
pub struct WeighedForm {
    pub scores: [Scores; PLACES],
    /// The outline of the form, of which its neighbours are told as well.
    pub outline: u64,
}

/// Magic, feature version, number of buckets, checksum.
const HEAD: usize = 8 + 4 + 4 + 8;
const MAGIC: &[u8; 8] = b"lmname2\n";
const TRANSITIONS: usize = TAGS.len() * TAGS.len() * 4;
/// What a weight of one is written as among the transitions.
const SCALE: f64 = 65536.0;
/// What one step of a record's byte stands for, at one step from zero. Steps grow with the distance, so that small weights
/// keep their proportions and large ones fit: 127 stands for 9.8.
const STEP: i32 = 40;

/// Why a model cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ModelError {
    #[error("expected a model of names, but found other data")]
    Foreign,
    #[error("expected features of version {FEATURE_VERSION}, but found version {0}; train the model again")]
    Version(u32),
    #[error("expected at least {expected} bytes, but found {found}")]
    Length { expected: usize, found: usize },
    #[error("expected the checksum {expected:016x}, but found {found:016x}")]
    Checksum { expected: u64, found: u64 },
}

/// A trained model of names.
#[derive(Clone)]
pub struct TaggerModel {
    bytes: Cow<'static, [u8]>,
    transitions: [Scores; TAGS.len()],
    buckets: usize,
    table: OnceLock<Table>,
    idle: Idle,
}

/// What was weighed in the articles before, for whoever takes it next.
#[derive(Default)]
struct Idle(Mutex<Vec<Weighed>>);

impl Clone for Idle {
    fn clone(&self) -> Idle {
        Idle::default()
    }
}

impl fmt::Debug for TaggerModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TaggerModel").field("buckets", &self.buckets).finish_non_exhaustive()
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
        let buckets = u32_at(&bytes, 12) as usize;
        let expected = HEAD + TRANSITIONS + (buckets + 1) * 4;
        if bytes.len() < expected || buckets == 0 {
            return Err(ModelError::Length { expected, found: bytes.len() });
        }
        // The number of buckets stands outside the checksum; the end of the last one must be that of the file.
        let expected = expected + u32_at(&bytes, expected - 4) as usize;
        if bytes.len() != expected {
            return Err(ModelError::Length { expected, found: bytes.len() });
        }
        let (told, found) = (u64_at(&bytes, 16), checksum(&bytes[HEAD..]));
        if told != found {
            return Err(ModelError::Checksum { expected: told, found });
        }
        let weight = |from: usize, to: usize| u32_at(&bytes, HEAD + (from * TAGS.len() + to) * 4) as i32 as f32;
        let mut transitions = [Scores::default(); TAGS.len()];
        for (from, steps) in transitions.iter_mut().enumerate() {
            steps.iter_mut().take(TAGS.len()).enumerate().for_each(|(to, step)| *step = weight(from, to));
        }
        Ok(TaggerModel { bytes, transitions, buckets, table: OnceLock::new(), idle: Idle::default() })
    }

    /// What was weighed before, to be added to; it is given back by [`TaggerModel::give_back`].
    pub fn weighed(&self) -> Weighed {
        self.idle.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    /// Keeps what was weighed for the next article.
    pub fn give_back(&self, weighed: Weighed) {
        self.idle.0.lock().unwrap_or_else(PoisonError::into_inner).push(weighed);
    }

    /// What following one tag with another adds: by the first, then the second.
    pub fn transitions(&self) -> &[Scores; TAGS.len()] {
        &self.transitions
    }

    /// Adds what the feature `key` says for each tag.
    pub fn add(&self, key: u64, scores: &mut Scores) {
        let table = self.table.get_or_init(|| Table::new(&self.bytes[HEAD + TRANSITIONS..], self.buckets));
        let steps = table.steps(id(bucket_of(key, self.buckets), mark(key)));
        for (score, &step) in scores.iter_mut().zip(steps) {
            *score += (i32::from(step) * i32::from(step).abs() * STEP) as f32;
        }
    }
}

/// What a record keeps of a key.
fn mark(key: u64) -> [u8; 2] {
    (key as u16).to_le_bytes()
}

/// The bucket of a key; those of larger keys do not come before it.
fn bucket_of(key: u64, buckets: usize) -> usize {
    (((key >> 32) * buckets as u64) >> 32) as usize
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
mod tests;
