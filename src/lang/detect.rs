//! Which pack fits a text: the one whose small words are the most frequent in it.

use super::{Pack, Packs, WordId};

/// How many tokens are looked at; the language of a text shows long before that.
const ENOUGH: usize = 2_000;

/// Below this share of small words no pack is certain. News in a pack's language has a quarter to a third.
const CERTAIN: f64 = 0.08;

impl Packs {
    /// The pack that fits the words of a text best, and whether it fits well; `words` in any order, repeated as they are.
    pub fn detect(&self, words: impl Iterator<Item = WordId>) -> Option<(&Pack, bool)> {
        let sample: Vec<WordId> = words.take(ENOUGH).collect();
        let hits = |pack: &Pack| sample.iter().filter(|word| pack.function_words.contains(word)).count();
        // Of packs that fit as well the first, so that a text without small words is of the first language.
        let best = self.packs.iter().rev().max_by_key(|pack| hits(pack))?;
        let share = hits(best) as f64 / sample.len().max(1) as f64;
        Some((best, share >= CERTAIN))
    }
}
