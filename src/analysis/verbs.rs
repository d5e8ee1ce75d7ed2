//! Which words are verbs, as far as lists, prefixes and suffixes tell.

use super::reading::Reading;
use crate::lang::{Cue, EventWord, Pack};
use crate::text::token::Case;

/// A word with the form of a verb has more letters than this: 'meja' is none.
const LONGEST_NO_VERB_BYTES: usize = 5;

/// Whether the word at `at` is a verb, or looks like one.
pub(crate) fn is_verb(reading: &Reading, pack: &Pack, at: usize) -> bool {
    let Some(words) = reading.words.get(at..) else { return false };
    let Some(token) = reading.tokens.get(at) else { return false };
    if pack.cues.verbs.begins(words) || says(pack, words) {
        return true;
    }
    let text = reading.text(at);
    token.case == Case::Lower
        && (has_form(pack, text) || is_of_agent(reading, pack, at))
        && !pack.cues.not_verbs.has(reading.words[at])
        && !is_compound(reading, pack, at)
}

/// 'the gold-mining town', 'a record-breaking run': the second half of a word that tells of which kind a noun is.
fn is_compound(reading: &Reading, pack: &Pack, at: usize) -> bool {
    let hyphen = at > 0 && reading.is_glued(at) && reading.mark(at - 1) == '-';
    hyphen && reading.is_word(at + 1) && pack.cues.aside_suffix(reading.text(at))
}

/// 'Besok saya kumpulkan seluruh camat': a verb without its prefix, right behind whoever does it.
fn is_of_agent(reading: &Reading, pack: &Pack, at: usize) -> bool {
    let text = reading.text(at);
    let ends = pack.cues.stem_suffixes.first().is_some_and(|suffix| text.ends_with(suffix.as_str()));
    let agent = |at: usize| pack.cues.events.words.of(reading.words[at]).contains(&EventWord::Agent);
    ends && text.len() > LONGEST_NO_VERB_BYTES && at > 0 && agent(at - 1)
}

fn says(pack: &Pack, words: &[crate::lang::WordId]) -> bool {
    let says = |cue: &Cue| matches!(cue, Cue::Says(_) | Cue::Publishes);
    pack.cues.speech.longest(words).is_some_and(|(_, cues)| cues.iter().any(says))
}

/// Whether a word in lower case is long enough for a verb, and begins or ends as verbs of the language do.
pub(crate) fn has_form(pack: &Pack, text: &str) -> bool {
    let cues = &pack.cues;
    text.len() > LONGEST_NO_VERB_BYTES
        && (cues.verb_prefixes.iter().any(|prefix| text.starts_with(prefix.as_str()))
            || cues.verb_suffixes.iter().any(|suffix| text.ends_with(suffix.as_str())))
}
