//! The records of a model unpacked to a table.

use super::{LANES, TAGS, u32_at};

/// The records of a model, each found at one look: some forty are asked for every word of a text.
#[derive(Clone, Debug)]
pub(super) struct Table {
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
    pub(super) fn new(bytes: &[u8], buckets: usize) -> Table {
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
    pub(super) fn steps(&self, id: u32) -> &[i8; LANES] {
        &self.slots[self.place(id)].steps
    }
}

impl Slot {
    fn is_free(&self) -> bool {
        self.steps == [0; LANES]
    }
}

/// A number for a bucket and a mark. Models have fewer buckets than fit; beyond that, features would share a number.
pub(super) fn id(bucket: usize, mark: [u8; 2]) -> u32 {
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
