//! The bytes of a model, as the trainer writes them.

use super::{FEATURE_VERSION, MAGIC, SCALE, STEP, TAGS, TaggerModel, bucket_of, checksum, mark};

/// How many records a bucket holds on average. More make the index smaller and the search slower.
const RECORDS_PER_BUCKET: usize = 6;

impl TaggerModel {
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

/// The byte that stands for `weight` most nearly; beyond the range the last one.
fn to_step(weight: f64) -> i8 {
    let size = (weight.abs() * SCALE / f64::from(STEP)).sqrt().round().min(127.0);
    (size * weight.signum()) as i8
}
