//! The names of the text, found again in its headlines.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::names::agree::is_weak;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::tagger::lower_key;
use crate::analysis::reading::Reading;
use crate::model::EntityKind;

/// No name that is looked for in headlines has more tokens.
const LONGEST_NAME: usize = 10;

/// The names of an article's text, by the keys of their words.
pub(super) struct Names<'a> {
    reading: &'a Reading<'a>,
    text: &'a [Candidate],
    by_words: FxHashMap<u64, usize>,
}

impl<'a> Names<'a> {
    /// Those of `text` that are names wherever they stand, by `may_be`.
    pub(super) fn of(
        reading: &'a Reading<'a>,
        text: &'a [Candidate],
        may_be: impl Fn(&Candidate) -> bool,
    ) -> Names<'a> {
        let mut by_words = FxHashMap::default();
        let surnames: FxHashSet<u64> = text.iter().filter_map(|candidate| surname(reading, candidate)).collect();
        for (index, candidate) in
            text.iter().enumerate().filter(|(_, it)| it.tokens.len() <= LONGEST_NAME && may_be(it))
        {
            let words = key(reading, &candidate.tokens);
            // What is called in short somewhere is named in full elsewhere.
            if !is_weak(candidate.evidence) || candidate.tokens.len() == 1 && surnames.contains(&words) {
                by_words.entry(words).or_insert(index);
            }
        }
        Names { reading, text, by_words }
    }

    /// Puts the names that stand in `headline` in the place of whatever else was `found` there.
    pub(super) fn settle(&self, headline: &Range<usize>, mut found: Vec<Candidate>) -> Vec<Candidate> {
        let mut at = headline.start;
        while at < headline.end {
            let Some(name) = self.name_at(at..headline.end) else {
                at += 1;
                continue;
            };
            let end = at + name.tokens.len();
            let is_part = found.iter().any(|other| {
                let Range { start, end: last } = other.tokens;
                start <= at && last >= end && last - start > name.tokens.len() && !is_weak(other.evidence)
            });
            if name.tokens.len() > 1 || !is_part {
                self.put(name, at, &mut found);
            }
            at = end;
        }
        found
    }

    /// The longest name that stands at the start of `tokens`.
    fn name_at(&self, tokens: Range<usize>) -> Option<&'a Candidate> {
        if !self.reading.is_capitalised(tokens.start) {
            return None;
        }
        let lengths = (1..=LONGEST_NAME.min(tokens.len())).rev();
        let index = lengths
            .into_iter()
            .find_map(|len| self.by_words.get(&key(self.reading, &(tokens.start..tokens.start + len))))?;
        Some(&self.text[*index])
    }

    /// Puts `name`, and the names within it, at `at`.
    fn put(&self, name: &Candidate, at: usize, found: &mut Vec<Candidate>) {
        let end = at + name.tokens.len();
        let title = found.iter().find(|other| other.tokens.start == at).and_then(|other| other.title.clone());
        found.retain(|other| other.tokens.end <= at || end <= other.tokens.start);
        let first = self.text.partition_point(|other| other.tokens.start < name.tokens.start);
        let within = self.text[first..].iter().take_while(|other| other.tokens.start < name.tokens.end);
        for inner in within.filter(|inner| inner.tokens.end <= name.tokens.end && !is_weak(inner.evidence)) {
            let start = at + inner.tokens.start - name.tokens.start;
            let title = title.clone().filter(|_| start == at);
            let tokens = start..start + inner.tokens.len();
            found.push(Candidate { tokens, title, bracketed: false, opens: false, ..inner.clone() });
        }
    }
}

/// The key of the last word of a person's name of several.
fn surname(reading: &Reading, candidate: &Candidate) -> Option<u64> {
    let last = candidate.tokens.end - 1;
    let is_person = candidate.evidence == Evidence::Tagged(EntityKind::Person) && candidate.tokens.len() > 1;
    is_person.then(|| key(reading, &(last..last + 1)))
}

/// What words are known by, however they are cased.
fn key(reading: &Reading, tokens: &Range<usize>) -> u64 {
    tokens.clone().fold(0, |key, at| key.rotate_left(5) ^ lower_key(reading.text(at)))
}
