//! Numbers for words, so that every list of every pack is asked with one look-up per token.
//!
//! A word is folded before it is numbered: lower case, typographic apostrophes as typed. Diacritics stay,
//! for they tell words apart.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::word_table::WordTable;
use crate::text::token::is_apostrophe;

/// The number of a folded word; [`WordId::UNKNOWN`] for every word that no pack and no gazetteer lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    pub const UNKNOWN: WordId = WordId(u32::MAX);

    pub fn is_known(self) -> bool {
        self != WordId::UNKNOWN
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// All words that any list names: those of a table that was made beforehand, and what was added since.
#[derive(Clone, Debug, Default)]
pub struct Words {
    table: WordTable,
    added: FxHashMap<Box<str>, WordId>,
}

impl From<WordTable> for Words {
    fn from(table: WordTable) -> Words {
        Words { table, added: FxHashMap::default() }
    }
}

impl Words {
    /// The number of `word`, given to it now if it has none.
    pub fn intern(&mut self, word: &str) -> WordId {
        let folded = fold(word);
        let known = self.find_folded(&folded);
        if known.is_known() {
            return known;
        }
        let id = WordId(u32::try_from(self.len()).unwrap_or(u32::MAX));
        self.added.insert(folded.as_ref().into(), id);
        id
    }

    /// The number of `word` if any list names it.
    pub fn find(&self, word: &str) -> WordId {
        // Nearly every token is short: it is folded on the stack.
        let mut short = [0u8; 32];
        if word.is_ascii() && word.len() <= short.len() {
            let folded = &mut short[..word.len()];
            folded.copy_from_slice(word.as_bytes());
            folded.make_ascii_lowercase();
            return self.find_folded(std::str::from_utf8(folded).unwrap_or(""));
        }
        self.find_folded(&fold(word))
    }

    /// The number of a word that is folded already.
    pub(crate) fn find_folded(&self, word: &str) -> WordId {
        match self.table.find(word.as_bytes()) {
            Some(number) => WordId(number),
            None if self.added.is_empty() => WordId::UNKNOWN,
            None => self.added.get(word).copied().unwrap_or(WordId::UNKNOWN),
        }
    }

    pub fn len(&self) -> usize {
        self.table.len() + self.added.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many words the table lacks, so that looking for them takes longer.
    pub fn added(&self) -> usize {
        self.added.len()
    }

    /// All words, folded, in the order of their numbers.
    pub fn listed(&self) -> Vec<&str> {
        let mut added: Vec<(&WordId, &str)> = self.added.iter().map(|(word, id)| (id, word.as_ref())).collect();
        added.sort_unstable();
        let mut listed: Vec<&str> = self.table.words().collect();
        listed.extend(added.into_iter().map(|(_, word)| word));
        listed
    }
}

/// A word as lists and texts are compared: in lower case, with plain apostrophes.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        let is_lower = !word.bytes().any(|byte| byte.is_ascii_uppercase());
        return if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_ascii_lowercase()) };
    }
    if word.chars().all(|c| !c.is_uppercase() && (c == '\'' || !is_apostrophe(c))) {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    Cow::Owned(folded)
}

/// Appends `word` to `folded` as [`fold`] has it.
pub(crate) fn fold_into(word: &str, folded: &mut String) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
        return;
    }
    let plain = |c: char| if is_apostrophe(c) { '\'' } else { c };
    folded.extend(word.chars().map(plain).flat_map(char::to_lowercase));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_has_one_number_however_it_is_written() {
        let mut words = Words::default();
        let id = words.intern("Jum’at");
        for spelling in ["jum'at", "JUM'AT", "Jum’at"] {
            assert_eq!(words.find(spelling), id, "{spelling}");
        }
        assert_eq!(words.find("Jumat"), WordId::UNKNOWN);
        let long = "Perserikatanbangsabangsaseduniaraya";
        assert_eq!(words.intern(long), words.find(&long.to_uppercase()));
    }
}
