//! Which capitalised words are written as names, and which only open their sentence.

use super::Spotter;
use crate::lang::NameHint;
use crate::text::token::Case;

/// What a word tells that opens a sentence and no name.
const OPENERS: [NameHint; 4] = [NameHint::WorkNoun, NameHint::ThingBefore, NameHint::PlaceSure, NameHint::Ordinary];

impl Spotter<'_> {
    /// Whether the word at `at` is one of the sentence's that may be a name or part of one.
    #[inline]
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        self.name_words.get(at.wrapping_sub(self.sentence.start)) == Some(&true)
    }

    /// Whether a word of the sentence is written with a capital letter, and not for being the first.
    pub(super) fn is_written_as_name(&self, at: usize) -> bool {
        let written = self.reading.is_capitalised(at) && self.reading.is_word(at);
        // What was cleaned is shown as a mark ('‹RLO›').
        let is_mark = at > 0 && self.reading.mark(at - 1) == '‹';
        if !written || is_mark || self.is_time(at) || self.is_lettered(at) || self.page.headlines.is_plain(at) {
            return false;
        }
        let opens = at == self.sentence.start || at > 0 && matches!(self.reading.mark(at - 1), '“' | '"' | '‘');
        // 'Nuggets: Visit the Grizzlies', 'Nov 12: The Delhi High Court'
        let is_small = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        let is_article = || self.scene.is_hint(at, NameHint::Article);
        let opens = opens || at > 0 && self.reading.mark(at - 1) == ':' && (is_small(at + 1) || is_article());
        // A word in title case that the language knows as an ordinary one is a name only beside other names.
        !(opens && (self.is_ordinary(at) || self.is_contraction_of_pronoun(at)))
    }

    /// 'We\'re', 'They\'ve'
    fn is_contraction_of_pronoun(&self, at: usize) -> bool {
        let parts = self.reading.text(at).split_once(['\'', '’']);
        parts.is_some_and(|(_, end)| matches!(end, "re" | "ve" | "ll" | "m" | "d" | "t"))
    }

    /// The 'T' of 'T-shirts'.
    fn is_lettered(&self, at: usize) -> bool {
        self.reading.text(at).len() == 1
            && self.reading.mark(at + 1) == '-'
            && self.reading.is_glued(at + 1)
            && self.reading.is_glued(at + 2)
            && self.reading.tokens.get(at + 2).is_some_and(|token| token.case == Case::Lower)
    }

    fn is_ordinary(&self, at: usize) -> bool {
        let word = self.reading.words[at];
        self.scene.pack.is_common(word)
            || self.scene.pack.cues.speech.has(word)
            || self.scene.pack.cues.verbs.has(word)
            || self.scene.pack.cues.event_nouns.has(word)
            || self.scene.is_any_hint(at, &OPENERS)
            || self.scene.pack.cues.connectives.longest(&self.reading.words[at..self.sentence.end]).is_some()
            || self.scene.pack.function_words.contains(&word)
            || self.scene.pack.cues.owned_suffixes.iter().any(|suffix| self.reading.text(at).ends_with(suffix.as_str()))
    }
}
