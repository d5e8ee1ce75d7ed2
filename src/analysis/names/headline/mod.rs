//! Headlines in which every word is written as names are: which of their words are ordinary ones all the same.
//!
//! A capital letter says nothing there ('Polisi Tangkap Pelaku Pembunuhan di Bekasi'), so other things must: how the article
//! writes the word where it has a choice, and what the lists of the pack say of it or of the word that it is made of. The names
//! of the article are then found in its headlines as they stand in its text. Links to other articles are headlines too.

mod names;
mod words;

use std::ops::Range;

use self::names::Names;
use self::words::Judge;
use super::candidate::Candidate;
use super::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::NameHint;

/// A headline has at least so many words of more than [`SHORT_WORD_BYTES`].
const LEAST_WORDS: usize = 3;

const SHORT_WORD_BYTES: usize = 3;

/// No headline has more tokens.
const LONGEST: usize = 40;

/// Whether nearly every word of a sentence that has no full stop is written with a capital letter.
pub(super) fn is_headline(reading: &Reading, sentence: &Range<usize>) -> bool {
    if sentence.len() > LONGEST || reading.mark(sentence.end.saturating_sub(1)) == '.' {
        return false;
    }
    let words = || sentence.clone().filter(|&at| reading.is_word(at) && reading.text(at).len() > SHORT_WORD_BYTES);
    let capitals = words().filter(|&at| reading.is_capitalised(at)).count();
    let all = words().count();
    all >= LEAST_WORDS && capitals * 5 >= all * 4
}

/// The headlines of an article, and for each of its tokens whether it is an ordinary word of one; for none if it has no
/// headline.
#[derive(Default)]
pub(super) struct Headlines<'a> {
    ranges: Vec<&'a Range<usize>>,
    plain: Vec<bool>,
}

impl<'a> Headlines<'a> {
    pub(super) fn find(scene: &Scene<'a>) -> Headlines<'a> {
        let Scene { reading, passages, .. } = *scene;
        let ranges: Vec<&Range<usize>> = passages.iter().filter(|passage| is_headline(reading, passage)).collect();
        if ranges.is_empty() {
            return Headlines { ranges, plain: Vec::new() };
        }
        let judge = Judge::new(scene, &ranges);
        let mut plain = vec![false; reading.tokens.len()];
        for headline in &ranges {
            judge.mark(headline, &mut plain);
        }
        Headlines { ranges, plain }
    }

    /// Whether the word at `at` is an ordinary one of a headline, and so no part of a name.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        self.plain.get(at).copied().unwrap_or(false)
    }

    /// Whether these words of a headline are parts of the names of known people and nothing else: 'Trump Klaim ...'.
    pub(super) fn names_person(&self, scene: &Scene, tokens: &Range<usize>) -> bool {
        let reading = scene.reading;
        let is_part = |at: usize| {
            let is_long = reading.text(at).len() > SHORT_WORD_BYTES;
            is_long && scene.is_name_part(at) && !scene.is_common(at) && !self.is_plain(at)
        };
        self.holds(tokens.start) && tokens.clone().all(is_part) && scene.known(tokens.clone()).is_none()
    }

    /// The parts of `tokens` between ordinary words.
    pub(super) fn parts(&self, tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut rest = tokens;
        std::iter::from_fn(move || {
            let start = rest.clone().find(|&at| !self.is_plain(at))?;
            let end = (start..rest.end).find(|&at| self.is_plain(at)).unwrap_or(rest.end);
            rest.start = end;
            Some(start..end)
        })
    }

    /// Finds the names of the article's text in its headlines, where they count for more than what was found there.
    pub(super) fn adopt(&self, scene: &Scene, candidates: Vec<Candidate>) -> Vec<Candidate> {
        if self.ranges.is_empty() {
            return candidates;
        }
        let (own, text): (Vec<Candidate>, Vec<Candidate>) =
            candidates.into_iter().partition(|candidate| self.holds(candidate.tokens.start));
        // 'Blokade' of 'Blokade akhirnya dibuka' has its capital letter from the sentence.
        let is_word =
            |it: &Candidate| it.opens && it.tokens.len() == 1 && scene.is_hint(it.tokens.start, NameHint::HeadlineVerb);
        let names = Names::of(scene.reading, &text, |it| !is_word(it));
        let mut own = own.into_iter().peekable();
        let mut settled = Vec::new();
        for headline in &self.ranges {
            let found = std::iter::from_fn(|| own.next_if(|candidate| candidate.tokens.start < headline.end)).collect();
            settled.extend(names.settle(headline, found));
        }
        settled.extend(text);
        settled.sort_by_key(|candidate| (candidate.tokens.start, std::cmp::Reverse(candidate.tokens.end)));
        settled
    }

    /// Whether the token at `at` belongs to a headline.
    pub(super) fn holds(&self, at: usize) -> bool {
        let next = self.ranges.partition_point(|headline| headline.end <= at);
        self.ranges.get(next).is_some_and(|headline| headline.contains(&at))
    }
}
