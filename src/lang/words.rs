//! Numbers for words, so that every list of every pack is asked with one look-up per token.
//!
//! A word is folded before it is numbered: lower case, typographic apostrophes as typed. Diacritics stay,
//! for they tell words apart.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

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

/// All words that any list names.
#[derive(Clone, Debug, Default)]
pub struct Words {
    ids: FxHashMap<Box<str>, WordId>,
}

impl Words {
    /// The number of `word`, given to it now if it has none.
    pub fn intern(&mut self, word: &str) -> WordId {
        let folded = fold(word);
        if let Some(&id) = self.ids.get(folded.as_ref()) {
            return id;
        }
        let id = WordId(u32::try_from(self.ids.len()).unwrap_or(u32::MAX));
        self.ids.insert(folded.as_ref().into(), id);
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
            let folded = std::str::from_utf8(folded).unwrap_or("");
            return self.ids.get(folded).copied().unwrap_or(WordId::UNKNOWN);
        }
        self.ids.get(fold(word).as_ref()).copied().unwrap_or(WordId::UNKNOWN)
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// A word as lists and texts are compared: in lower case, with plain apostrophes.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.chars().all(|c| !c.is_uppercase() && (c == '\'' || !is_apostrophe(c))) {
        return Cow::Borrowed(word);
    }
    let plain = |c: char| if is_apostrophe(c) { '\'' } else { c };
    Cow::Owned(word.chars().map(plain).flat_map(char::to_lowercase).collect())
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
