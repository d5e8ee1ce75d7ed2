//! Precision, recall and F1 of whole names, the measure of CoNLL: a name is right if its border and kind are.

use std::collections::BTreeSet;
use std::fmt;

use linimasa::lang::TAGS;

/// Names counted, by kind and altogether.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Right, annotated and found names of each kind.
    counts: [[usize; 3]; 3],
}

/// The kinds of names, in the order in which they are numbered.
pub const KINDS: [&str; 3] = ["PER", "ORG", "LOC"];

impl Score {
    /// Counts one sentence: the annotated tags and those found.
    pub fn add(&mut self, gold: &[u8], found: &[u8]) {
        let (gold, found) = (names(gold), names(found));
        for (place, set) in [(1, &gold), (2, &found)] {
            set.iter().for_each(|name| self.counts[name.2][place] += 1);
        }
        gold.intersection(&found).for_each(|name| self.counts[name.2][0] += 1);
    }

    fn total(&self) -> [usize; 3] {
        std::array::from_fn(|place| self.counts.iter().map(|counts| counts[place]).sum())
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = KINDS.into_iter().zip(self.counts).chain([("all", self.total())]);
        for (kind, counts) in rows {
            let (precision, recall, f1) = figures(counts);
            let [_, gold, found] = counts;
            writeln!(f, "{kind:5} P {precision:.4} R {recall:.4} F1 {f1:.4}  gold {gold} found {found}")?;
        }
        Ok(())
    }
}

fn figures([right, gold, found]: [usize; 3]) -> (f64, f64, f64) {
    let share = |of: usize| if of == 0 { 0.0 } else { right as f64 / of as f64 };
    let f1 = if right == 0 { 0.0 } else { 2.0 * right as f64 / (gold + found) as f64 };
    (share(found), share(gold), f1)
}

/// The names of a sentence: half-open ranges of words, with the place of the kind; an inner tag without a first one
/// begins a name too.
pub fn names(tags: &[u8]) -> BTreeSet<(usize, usize, usize)> {
    let mut found = BTreeSet::new();
    let mut open: Option<(usize, usize)> = None;
    for (at, &tag) in tags.iter().chain([&0]).enumerate() {
        let kind = (tag as usize).div_ceil(2).checked_sub(1);
        let goes_on = TAGS[tag as usize].starts_with('I') && open.is_some_and(|(_, kept)| Some(kept) == kind);
        if goes_on {
            continue;
        }
        found.extend(open.map(|(start, kind)| (start, at, kind)));
        open = kind.map(|kind| (at, kind));
    }
    found
}
