//! The weights that a tagger of names was trained to: a table from features to scores, read where it lies.
//!
//! The file holds a linear-chain conditional random field as the program asks it. A feature is a key of 64 bits; its upper
//! bits choose a bucket, and the few records of the bucket are walked: the lowest two bytes of the key, a byte with one
//! bit for each tag that the feature speaks for, and one byte for each of those tags. It is written by the trainer and
//! checked here before any of it is used; what the features are is known to the analysis alone.

use std::borrow::Cow;
use std::fmt;

use thiserror::Error;

/// The version of the features that the analysis computes; a model of any other is refused.
pub const FEATURE_VERSION: u32 = 2;

/// What a tag says of a token: outside any name, or the first or a later token of a name of one kind.
pub const TAGS: [&str; 7] = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];

/// A number for each tag.
pub type Scores = [i32; TAGS.len()];

/// Magic, feature version, number of buckets, checksum.
const HEAD: usize = 8 + 4 + 4 + 8;
const MAGIC: &[u8; 8] = b"lmname2\n";
const TRANSITIONS: usize = TAGS.len() * TAGS.len() * 4;
/// What a weight of one is written as among the transitions.
const SCALE: f64 = 65536.0;
/// What one step of a record's byte stands for, at one step from zero. Steps grow with the distance, so that small weights
/// keep their proportions and large ones fit: 127 stands for 9.8.
const STEP: i32 = 40;
/// How many records a bucket holds on average. More make the index smaller and the search slower.
const RECORDS_PER_BUCKET: usize = 6;

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
        let weight = |from: usize, to: usize| u32_at(&bytes, HEAD + (from * TAGS.len() + to) * 4) as i32;
        let transitions = std::array::from_fn(|from| std::array::from_fn(|to| weight(from, to)));
        Ok(TaggerModel { bytes, transitions, buckets })
    }

    /// What following one tag with another adds: by the first, then the second.
    pub fn transitions(&self) -> &[Scores; TAGS.len()] {
        &self.transitions
    }

    /// Adds what the feature `key` says for each tag.
    pub fn add(&self, key: u64, scores: &mut Scores) {
        let (index, records) = self.bytes[HEAD + TRANSITIONS..].split_at((self.buckets + 1) * 4);
        let bucket = bucket_of(key, self.buckets);
        let (start, end) = (u32_at(index, bucket * 4) as usize, u32_at(index, bucket * 4 + 4) as usize);
        // A forged index can point anywhere: it finds nothing then.
        let mut rest = records.get(start..end).unwrap_or_default();
        while let [low, high, tags, tail @ ..] = rest {
            let Some((steps, next)) = tail.split_at_checked(tags.count_ones() as usize) else { return };
            if [*low, *high] == mark(key) {
                return add_steps(*tags, steps, scores);
            }
            rest = next;
        }
    }

    /// The bytes of a model with these weights, to be read by [`TaggerModel::load`]. Weights that are less than half a
    /// step are left out.
    pub fn write(transitions: &[[f64; TAGS.len()]; TAGS.len()], weights: &[(u64, [f64; TAGS.len()])]) -> Vec<u8> {
        let buckets = weights.len().div_ceil(RECORDS_PER_BUCKET).max(1);
        let mut sorted: Vec<&(u64, [f64; TAGS.len()])> = weights.iter().collect();
        sorted.sort_by_key(|(key, _)| *key);
        let mut body: Vec<u8> =
            transitions.iter().flatten().flat_map(|weight| ((weight * SCALE) as i32).to_le_bytes()).collect();
        let mut records = Vec::new();
        let mut next = sorted.into_iter().peekable();
        for bucket in 0..buckets {
            body.extend((records.len() as u32).to_le_bytes());
            while let Some((key, weights)) = next.next_if(|(key, _)| bucket_of(*key, buckets) == bucket) {
                write_record(*key, weights, &mut records);
            }
        }
        body.extend((records.len() as u32).to_le_bytes());
        body.extend(records);
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FEATURE_VERSION.to_le_bytes());
        bytes.extend((buckets as u32).to_le_bytes());
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }
}

fn write_record(key: u64, weights: &[f64; TAGS.len()], records: &mut Vec<u8>) {
    let steps = weights.map(to_step);
    let tags = (0..).zip(steps).filter(|&(_, step)| step != 0).fold(0u8, |tags, (tag, _)| tags | 1 << tag);
    if tags != 0 {
        records.extend(mark(key));
        records.push(tags);
        records.extend(steps.into_iter().filter(|&step| step != 0).map(|step| step as u8));
    }
}

/// Adds the weights of one record.
fn add_steps(tags: u8, steps: &[u8], scores: &mut Scores) {
    let mut tags = tags;
    for &step in steps {
        let step = i32::from(step as i8);
        // A forged byte can name a tag that is none.
        if let Some(score) = scores.get_mut(tags.trailing_zeros() as usize) {
            *score += step * step.abs() * STEP;
        }
        tags &= tags.wrapping_sub(1);
    }
}

/// The byte that stands for `weight` most nearly; beyond the range the last one.
fn to_step(weight: f64) -> i8 {
    let size = (weight.abs() * SCALE / f64::from(STEP)).sqrt().round().min(127.0);
    (size * weight.signum()) as i8
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
mod tests {
    use super::*;

    fn key(at: u64) -> u64 {
        at.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn sample() -> Vec<u8> {
        let weights: Vec<(u64, [f64; 7])> =
            (0..50).map(|at| (key(at), [at as f64 / 8.0, 0.0, 0.0, -0.01, 0.0, 0.0001, 99.0])).collect();
        TaggerModel::write(&[[0.5; 7]; 7], &weights)
    }

    /// The bytes with a checksum that fits them, as no damage but only a forger leaves them.
    fn forged(mut bytes: Vec<u8>) -> Vec<u8> {
        let sum = checksum(&bytes[HEAD..]);
        bytes[16..24].copy_from_slice(&sum.to_le_bytes());
        bytes
    }

    #[test]
    fn what_is_written_is_read() {
        let model = TaggerModel::load(sample()).unwrap();
        assert_eq!(model.transitions()[3][4], 32768);
        let mut scores = Scores::default();
        model.add(key(8), &mut scores);
        model.add(0xdead_beef_dead_beef, &mut scores);
        // Weights become the nearest step; tiny ones are left out and huge ones are cut.
        for (tag, (score, expected)) in scores.into_iter().zip([1.0, 0.0, 0.0, -0.01, 0.0, 0.0, 9.84]).enumerate() {
            let found = f64::from(score) / SCALE;
            assert!((found - expected).abs() <= 0.03 * expected.abs(), "tag {tag}: {found} for {expected}");
        }
    }

    #[test]
    fn a_model_may_hold_nothing() {
        let model = TaggerModel::load(TaggerModel::write(&[[0.0; 7]; 7], &[])).unwrap();
        let mut scores = Scores::default();
        (0..50).for_each(|at| model.add(key(at), &mut scores));
        assert_eq!(scores, [0; 7]);
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

    #[test]
    fn forged_bytes_are_wrong_and_no_more() {
        let good = sample();
        for at in 12..good.len() {
            for byte in [0, 0x7f, 0xff] {
                let mut bad = good.clone();
                bad[at] = byte;
                let Ok(model) = TaggerModel::load(forged(bad)) else { continue };
                let mut scores = Scores::default();
                (0..50).for_each(|at| model.add(key(at), &mut scores));
            }
        }
    }
}
