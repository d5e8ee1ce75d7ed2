//! How much of their wording two texts share, by the runs of four words in them.

use rustc_hash::FxHashMap;

/// How many words a run has. Source: the usual measure of how well the text of pages is extracted.
const RUN: usize = 4;

/// The harmonic mean of which part of each text is in the other, from 0 to 1.
pub fn of(left: &str, right: &str) -> f64 {
    let (left, right) = (runs(left), runs(right));
    let shared = common(&left, &right);
    let total: usize = left.values().sum::<usize>() + right.values().sum::<usize>();
    if total == 0 { 1.0 } else { 2.0 * shared as f64 / total as f64 }
}

/// Which part of `text` is in `other`, from 0 to 1.
pub(super) fn shared(text: &str, other: &str) -> f64 {
    let (text, other) = (runs(text), runs(other));
    let total: usize = text.values().sum();
    if total == 0 { 1.0 } else { common(&text, &other) as f64 / total as f64 }
}

/// The runs of a text and how often each is in it; a text of fewer words is one run.
fn runs(text: &str) -> FxHashMap<Vec<&str>, usize> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut runs = FxHashMap::default();
    let length = RUN.min(words.len()).max(1);
    for run in words.windows(length) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

fn common(left: &FxHashMap<Vec<&str>, usize>, right: &FxHashMap<Vec<&str>, usize>) -> usize {
    left.iter().map(|(run, &count)| count.min(right.get(run).copied().unwrap_or_default())).sum()
}
