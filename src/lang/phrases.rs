//! A table of phrases of one or more words, found at a place in a text with one look-up per word.

use rustc_hash::FxHashMap;

use super::words::{WordId, Words};
use crate::model::Span;
use crate::text::token::tokenise;

/// Phrases with a value each, as a tree over numbered words.
///
/// Several phrases may share a value and one phrase may have several; they are kept in the order of insertion.
#[derive(Clone, Debug)]
pub struct Phrases<V> {
    /// The node for a phrase's first word, by the word's number: most tokens begin no phrase, and this says so
    /// without hashing.
    first: Vec<u32>,
    next: FxHashMap<(u32, WordId), u32>,
    nodes: Vec<Node<V>>,
    /// Whether a phrase ends with a word, by the word's number.
    ends: Vec<bool>,
}

#[derive(Clone, Debug)]
struct Node<V> {
    values: Vec<V>,
    /// Whether any phrase goes on from here: most do not, and this too is said without hashing.
    goes_on: bool,
}

/// No node.
const NONE: u32 = u32::MAX;

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Phrases { first: Vec::new(), next: FxHashMap::default(), nodes: Vec::new(), ends: Vec::new() }
    }
}

impl<V> Phrases<V> {
    /// Adds `phrase`, cut into words exactly as a text is.
    pub fn insert(&mut self, words: &mut Words, phrase: &str, value: V) {
        let ids = cut(words, phrase);
        let Some((&first, rest)) = ids.split_first() else { return };
        let mut node = self.first_node(first);
        for &word in rest {
            node = self.next_node(node, word);
        }
        self.nodes[node as usize].values.push(value);
        let last = rest.last().unwrap_or(&first).index();
        self.ends.resize(self.ends.len().max(last + 1), false);
        self.ends[last] = true;
    }

    fn first_node(&mut self, word: WordId) -> u32 {
        if self.first.len() <= word.index() {
            self.first.resize(word.index() + 1, NONE);
        }
        if self.first[word.index()] == NONE {
            self.first[word.index()] = self.new_node();
        }
        self.first[word.index()]
    }

    fn next_node(&mut self, node: u32, word: WordId) -> u32 {
        if let Some(&next) = self.next.get(&(node, word)) {
            return next;
        }
        let next = self.new_node();
        self.next.insert((node, word), next);
        self.nodes[node as usize].goes_on = true;
        next
    }

    fn new_node(&mut self) -> u32 {
        self.nodes.push(Node { values: Vec::new(), goes_on: false });
        (self.nodes.len() - 1) as u32
    }

    /// Every phrase that begins with the first of `words`, as its length in words and its values, shortest first.
    pub fn starting<'a, 'w>(&'a self, words: &'w [WordId]) -> impl Iterator<Item = (usize, &'a [V])> + use<'a, 'w, V> {
        let first = words.first().filter(|word| word.is_known()).and_then(|word| self.first.get(word.index()));
        let mut node = first.copied().unwrap_or(NONE);
        let mut len = 1;
        std::iter::from_fn(move || {
            while node != NONE {
                let Node { values, goes_on } = &self.nodes[node as usize];
                let here = (len, values.as_slice());
                let next = words.get(len).filter(|word| *goes_on && word.is_known());
                node = next.and_then(|&word| self.next.get(&(node, word))).copied().unwrap_or(NONE);
                len += 1;
                if !here.1.is_empty() {
                    return Some(here);
                }
            }
            None
        })
    }

    /// The longest phrase that begins with the first of `words`.
    pub fn longest(&self, words: &[WordId]) -> Option<(usize, &[V])> {
        if self.opens(words) { self.starting(words).last() } else { None }
    }

    /// Whether a phrase begins with the first of `words`.
    pub fn begins(&self, words: &[WordId]) -> bool {
        self.opens(words) && self.starting(words).next().is_some()
    }

    /// Whether any phrase has the first of `words` at its beginning, which costs one look.
    #[inline]
    pub(super) fn opens(&self, words: &[WordId]) -> bool {
        let node = words.first().and_then(|word| self.first.get(word.index()));
        node.is_some_and(|&node| node != NONE)
    }

    /// Whether any phrase ends with `word`, which costs one look.
    #[inline]
    pub fn ends_with(&self, word: WordId) -> bool {
        word.is_known() && self.ends.get(word.index()).copied().unwrap_or(false)
    }

    /// The values of each phrase, in no order that means anything.
    pub fn all(&self) -> impl Iterator<Item = &[V]> {
        self.nodes.iter().map(|node| node.values.as_slice()).filter(|values| !values.is_empty())
    }

    /// Whether `word` alone is a phrase.
    pub fn has(&self, word: WordId) -> bool {
        !self.of(word).is_empty()
    }

    /// The values of `word` alone.
    #[inline]
    pub fn of(&self, word: WordId) -> &[V] {
        match self.first.get(word.index()) {
            Some(&node) if node != NONE => &self.nodes[node as usize].values,
            _ => &[],
        }
    }

    /// The values of exactly the phrase `words`.
    pub fn exact(&self, words: &[WordId]) -> &[V] {
        let Some((first, rest)) = words.split_first() else { return &[] };
        let mut node = self.first.get(first.index()).copied().unwrap_or(NONE);
        for &word in rest {
            if node == NONE || !self.nodes[node as usize].goes_on {
                return &[];
            }
            node = self.next.get(&(node, word)).copied().unwrap_or(NONE);
        }
        self.nodes.get(node as usize).map_or(&[], |node| node.values.as_slice())
    }
}

/// The words of `phrase`, cut exactly as a text is.
pub(crate) fn cut(words: &mut Words, phrase: &str) -> Vec<WordId> {
    let mut tokens = Vec::new();
    tokenise(phrase, Span::new(0, phrase.len()), &mut tokens);
    tokens.iter().map(|token| words.intern(token.span().of(phrase))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_phrases_win_and_unknown_words_end_them() {
        let mut words = Words::default();
        let mut phrases = Phrases::default();
        for (phrase, value) in [("Korea", 1), ("Korea Utara", 2), ("KOMPAS.com", 3), ("Korea", 4)] {
            phrases.insert(&mut words, phrase, value);
        }
        let ids = |text: &str| -> Vec<WordId> {
            let mut tokens = Vec::new();
            tokenise(text, Span::new(0, text.len()), &mut tokens);
            tokens.iter().map(|token| words.find(token.span().of(text))).collect()
        };
        for (text, expected) in [
            ("korea utara menyerang", Some((2, &[2][..]))),
            ("Korea dan", Some((1, &[1, 4][..]))),
            ("Kompas.com -", Some((3, &[3][..]))),
            ("utara", None),
        ] {
            assert_eq!(phrases.longest(&ids(text)), expected, "{text}");
        }
    }
}
