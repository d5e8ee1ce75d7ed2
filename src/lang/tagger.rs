//! The weights that a tagger of names was trained to: a table from features to scores.
//!
//! The file holds a linear-chain conditional random field, packed. A feature is a key of 64 bits; its upper bits choose a
//! bucket, and a record of the bucket is: the lowest two bytes of the key, a byte with one bit for each tag that the
//! feature speaks for, and one byte for each of those tags. It is written by the trainer and checked here before any of
//! it is used, and unpacked to a table when it is first asked; what the features are is known to the analysis alone.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Mutex, OnceLock, PoisonError};

use thiserror::Error;

use super::memo::Memo;

/// The version of the features that the analysis computes; a model of any other is refused.
pub const FEATURE_VERSION: u32 = 3;

/// What a tag says of a token: outside any name, or the first or a later token of a name of one kind.
pub const TAGS: [&str; 7] = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];

/// A number for each tag, and zeros up to [`LANES`]: the processor computes on so many at once.
pub type Scores = [i32; LANES];

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
        let weight = |from: usize, to: usize| u32_at(&bytes, HEAD + (from * TAGS.len() + to) * 4) as i32;
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
            *score += i32::from(step) * i32::from(step).abs() * STEP;
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

/// The records of a model, each found at one look: some forty are asked for every word of a text.
#[derive(Clone, Debug)]
struct Table {
    /// Open addressing with linear probing; a slot without steps is free. At most half are taken.
    slots: Vec<Slot>,
}

/// A step for each tag, under the bucket and the mark of a key.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    id: u32,
    steps: [i8; LANES],
}

impl Table {
    /// Unpacks `bytes`, which are the ends of the buckets and their records.
    fn new(bytes: &[u8], buckets: usize) -> Table {
        let (index, records) = bytes.split_at((buckets + 1) * 4);
        let mut found = Vec::new();
        let mut last = 0;
        for bucket in 0..buckets {
            let (start, end) = (u32_at(index, bucket * 4) as usize, u32_at(index, bucket * 4 + 4) as usize);
            // A forged index can point anywhere: what does not go on where the last bucket ended is left out.
            if start == last && end >= start {
                unpack(records.get(start..end).unwrap_or_default(), |mark, steps| {
                    found.push(Slot { id: id(bucket, mark), steps });
                });
                last = end;
            }
        }
        let mut table = Table { slots: vec![Slot::default(); (found.len() * 2).next_power_of_two()] };
        for slot in found {
            let place = table.place(slot.id);
            if table.slots[place].is_free() {
                table.slots[place] = slot;
            }
        }
        table
    }

    /// The slot of `id`, or the free one where it would be.
    fn place(&self, id: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut place = id.wrapping_mul(0x9e37_79b1) as usize >> 7 & mask;
        while self.slots[place].id != id && !self.slots[place].is_free() {
            place = (place + 1) & mask;
        }
        place
    }

    /// The steps of `id`, which are all zero where the model does not know it: to add them is quicker than to ask.
    fn steps(&self, id: u32) -> &[i8; LANES] {
        &self.slots[self.place(id)].steps
    }
}

impl Slot {
    fn is_free(&self) -> bool {
        self.steps == [0; LANES]
    }
}

/// A number for a bucket and a mark. Models have fewer buckets than fit; beyond that, features would share a number.
fn id(bucket: usize, mark: [u8; 2]) -> u32 {
    (bucket as u32) << 16 | u32::from(u16::from_le_bytes(mark))
}

/// Calls `emit` with the mark and the steps of each of `records`.
fn unpack(records: &[u8], mut emit: impl FnMut([u8; 2], [i8; LANES])) {
    let mut rest = records;
    while let [low, high, tags, tail @ ..] = rest {
        let Some((written, next)) = tail.split_at_checked(tags.count_ones() as usize) else { return };
        let mut steps = [0; LANES];
        // A forged byte can name a tag that is none.
        let spoken_for = (0..TAGS.len()).filter(|tag| tags >> tag & 1 == 1);
        for (tag, &step) in spoken_for.zip(written) {
            steps[tag] = step as i8;
        }
        emit([*low, *high], steps);
        rest = next;
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
        assert_eq!(scores, Scores::default());
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
