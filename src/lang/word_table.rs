//! A table of words that was made beforehand and is read where it lies: folded words, numbered from 0.
//!
//! Open addressing over the bytes of the words. A slot keeps some bits of a word's hash beside its number, so that
//! looking for a word that is not there almost never reads another word.

/// The bits of a slot that hold a number, plus one; the others are from the hash.
const NUMBER_BITS: u32 = 20;
const NUMBER: u32 = (1 << NUMBER_BITS) - 1;
/// A slot that holds nothing.
const EMPTY: u32 = 0;

/// No table holds more words.
pub(crate) const MOST_WORDS: usize = NUMBER as usize - 1;

/// Words by number and numbers by word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordTable {
    slots: &'static [[u8; 4]],
    /// Where each word ends in `text`; it begins where the one before ends.
    ends: &'static [[u8; 4]],
    text: &'static [u8],
}

impl WordTable {
    /// A table over its three parts, if they can be one. What they say is not checked: a damaged table finds too little or
    /// too much, and never panics.
    pub(crate) fn new(slots: &'static [[u8; 4]], ends: &'static [[u8; 4]], text: &'static [u8]) -> Option<WordTable> {
        let fits = slots.len().is_power_of_two() && ends.len() < slots.len() && ends.len() <= MOST_WORDS;
        fits.then_some(WordTable { slots, ends, text })
    }

    /// How many words it has: their numbers are `0..len`.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of a folded word.
    pub(crate) fn find(&self, word: &[u8]) -> Option<u32> {
        let last = self.slots.len().checked_sub(1)?;
        let hash = hash(word);
        let mut at = hash as usize & last;
        for _ in 0..self.slots.len() {
            let slot = u32::from_le_bytes(self.slots[at]);
            if slot == EMPTY {
                return None;
            }
            let number = (slot & NUMBER).wrapping_sub(1);
            if slot & !NUMBER == mark(hash) && self.bytes(number as usize) == word {
                return Some(number);
            }
            at = (at + 1) & last;
        }
        None
    }

    /// The words in the order of their numbers.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        let table = *self;
        (0..table.len()).map(move |number| std::str::from_utf8(table.bytes(number)).unwrap_or(""))
    }

    /// The bytes of the word with a number; empty where there is none.
    fn bytes(&self, number: usize) -> &'static [u8] {
        let end = |number: usize| self.ends.get(number).map(|&end| u32::from_le_bytes(end) as usize);
        let start = number.checked_sub(1).map_or(Some(0), end);
        start.zip(end(number)).and_then(|(start, end)| self.text.get(start..end)).unwrap_or(b"")
    }
}

/// The parts of the table of `words`, which are folded and numbered as they come: slots, ends and text.
pub(crate) fn write(words: &[&str]) -> [Vec<u8>; 3] {
    let slots = (words.len() * 4 / 3 + 1).next_power_of_two();
    let mut table = vec![EMPTY; slots];
    let (mut ends, mut text) = (Vec::new(), Vec::new());
    for (number, word) in words.iter().enumerate() {
        let hash = hash(word.as_bytes());
        let mut at = hash as usize & (slots - 1);
        while table[at] != EMPTY {
            at = (at + 1) & (slots - 1);
        }
        table[at] = mark(hash) | (number as u32 + 1);
        text.extend(word.as_bytes());
        ends.extend((text.len() as u32).to_le_bytes());
    }
    [table.into_iter().flat_map(u32::to_le_bytes).collect(), ends, text]
}

/// The part of a hash that a slot keeps.
fn mark(hash: u64) -> u32 {
    (hash >> 32) as u32 & !NUMBER
}

/// A hash that is the same on every machine: words of eight bytes are folded in by multiplication, the last of them
/// overlapping the one before. A word of one byte each is all of them.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |state: u64, word: u64| {
        let product = (state ^ word).wrapping_mul(FACTOR);
        product ^ (product >> 32)
    };
    let four = |chunk: &[u8; 4]| u64::from(u32::from_le_bytes(*chunk));
    let mut state = bytes.len() as u64;
    if let Some(&last) = bytes.last_chunk::<8>() {
        for &word in bytes.as_chunks::<8>().0 {
            state = mix(state, u64::from_le_bytes(word));
        }
        state = mix(state, u64::from_le_bytes(last));
    } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        state = mix(state, four(first) << 32 | four(last));
    } else if let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) {
        let middle = bytes[bytes.len() / 2];
        state = mix(state, u64::from(first) << 16 | u64::from(middle) << 8 | u64::from(last));
    }
    mix(state, FACTOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(parts: [Vec<u8>; 3]) -> Option<WordTable> {
        let [slots, ends, text] = parts.map(|part| &*part.leak());
        WordTable::new(slots.as_chunks().0, ends.as_chunks().0, text)
    }

    #[test]
    fn every_word_is_found_by_its_bytes() {
        let words: Vec<String> = (0..5000u32).map(|n| format!("{}{n}", "kata".repeat(n as usize % 4))).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).chain(["", "a", "di", "dan", "Ø"]).collect();
        let table = table(write(&words)).unwrap();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(table.find(word.as_bytes()), Some(number as u32), "{word}");
        }
        assert_eq!(table.words().collect::<Vec<_>>(), words);
        assert_eq!(table.find(b"kat"), None);
        assert_eq!(WordTable::default().find(b"kata"), None);
    }

    #[test]
    fn a_damaged_table_answers_all_the_same() {
        let good = write(&["satu", "dua", "tiga"]);
        for part in 0..3 {
            for at in 0..good[part].len() {
                let mut bad = good.clone();
                bad[part][at] = 0xff;
                let Some(table) = table(bad) else { continue };
                for word in ["satu", "dua", "tiga", "empat", ""] {
                    table.find(word.as_bytes());
                }
                assert_eq!(table.words().count(), 3);
            }
        }
    }
}
