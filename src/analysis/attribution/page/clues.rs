//! Words and phrases that attribute, as a pack lists them.

use std::ops::Range;

use super::fact;
use crate::lang::{Cue, Pack, Turn, WordId};
use crate::model::Stance;

/// A word or phrase that attributes.
#[derive(Clone, Debug)]
pub(crate) struct Clue {
    pub(crate) tokens: Range<usize>,
    pub(crate) kinds: Kinds,
    pub(crate) stance: Stance,
    /// A cue of other use as well: it attributes only a whole clause.
    pub(crate) is_weak: bool,
    /// Where a shorter phrase ends that stands before any source ('menurut' of 'menurut laporan').
    pub(crate) according_end: Option<usize>,
}

/// What one phrase may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds {
    pub(crate) says: bool,
    pub(crate) behind: bool,
    pub(crate) with_pronoun: bool,
    pub(crate) via: bool,
    pub(crate) told: bool,
    pub(crate) according: bool,
    pub(crate) called_by: bool,
    pub(crate) publishes: bool,
}

impl Clue {
    /// The clue that `tokens` of a text's `words` make; `shorter` is one that begins with the same word.
    pub(crate) fn new(
        pack: &Pack,
        words: &[WordId],
        tokens: Range<usize>,
        kinds: Kinds,
        shorter: Option<&Clue>,
    ) -> Clue {
        let phrase = &words[tokens.clone()];
        // 'agreed that' is a cue only with its last word, which is none of it.
        let turns = &pack.cues.turns;
        let leads = kinds.says && phrase.len() > 1 && turns.exact(&phrase[phrase.len() - 1..]).contains(&Turn::That);
        let end = if leads { tokens.end - 1 } else { tokens.end };
        let before = shorter.filter(|shorter| shorter.kinds.according).map(|shorter| shorter.tokens.end);
        Clue {
            tokens: tokens.start..end,
            kinds,
            stance: pack.cues.stances.exact(phrase).first().copied().unwrap_or_default(),
            is_weak: turns.exact(phrase).contains(&Turn::Weak),
            according_end: before.filter(|_| !kinds.according),
        }
    }
}

/// What a phrase of these cues may do, in a headline or elsewhere; `None` if it attributes nothing.
pub(crate) fn kinds(cues: &[Cue], in_headline: bool) -> Option<Kinds> {
    let mut kinds = Kinds::default();
    for cue in cues {
        match cue {
            Cue::Says(_) => kinds.says = true,
            Cue::SaysBehind(_) => kinds.behind = true,
            Cue::SaysHeadline => kinds.says |= in_headline,
            Cue::SaysWithPronoun => kinds.with_pronoun = true,
            Cue::Via => kinds.via = true,
            Cue::Told => kinds.told = true,
            Cue::According => kinds.according = true,
            Cue::CalledBy => kinds.called_by = true,
            Cue::Publishes => kinds.publishes = true,
            Cue::Role | Cue::Quantity | Cue::Medium | Cue::Document | Cue::Pronoun => {}
        }
    }
    (kinds != Kinds::default()).then_some(kinds)
}

/// What a phrase of these cues says of its tokens as nouns.
pub(crate) fn nouns(cues: &[Cue]) -> u64 {
    let bit = |cue: &Cue| match cue {
        Cue::Role => fact::ROLE,
        Cue::Quantity => fact::QUANTITY,
        Cue::Medium => fact::MEDIUM,
        Cue::Document => fact::DOCUMENT,
        Cue::Pronoun => fact::PRONOUN,
        _ => 0,
    };
    cues.iter().map(bit).fold(0, |bits, bit| bits | bit)
}
