//! The words of one sentence that bear on who says it: speech cues, mentions, quotations.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::lang::{Cue, Pack};
use crate::model::{Arena, Entity, EntityId, EntityKind, Mention};

/// A cue phrase and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Clue {
    pub(crate) tokens: Range<usize>,
    pub(crate) cue: Cue,
}

/// A mention as tokens.
#[derive(Clone, Debug)]
pub(crate) struct Naming {
    pub(crate) tokens: Range<usize>,
    /// Where its title begins, or the name itself.
    pub(crate) start: usize,
    pub(crate) entity: EntityId,
    pub(crate) kind: EntityKind,
}

/// One sentence with all that bears on its attribution.
pub(crate) struct Clues<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) pack: &'a Pack,
    pub(crate) sentence: Range<usize>,
    pub(crate) clues: Vec<Clue>,
    pub(crate) names: Vec<Naming>,
    pub(crate) quotes: Vec<Range<usize>>,
}

impl<'a> Clues<'a> {
    /// Gathers the clues of `sentence`; `names` are those of the whole article in order.
    pub(crate) fn gather(
        reading: &'a Reading,
        pack: &'a Pack,
        sentence: Range<usize>,
        names: &[Naming],
        quotes: &[Range<usize>],
    ) -> Clues<'a> {
        let mut clues = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            match pack.cues.speech.longest(&reading.words[at..sentence.end]) {
                Some((len, cues)) => {
                    clues.extend(cues.iter().map(|&cue| Clue { tokens: at..at + len, cue }));
                    at += len;
                }
                None => at += 1,
            }
        }
        let first = names.partition_point(|name| name.tokens.start < sentence.start);
        let names = names[first..].iter().take_while(|name| name.tokens.start < sentence.end).cloned().collect();
        let first = quotes.partition_point(|quote| quote.end <= sentence.start);
        let quotes = quotes[first..].iter().take_while(|quote| quote.start < sentence.end).cloned().collect();
        Clues { reading, pack, sentence, clues, names, quotes }
    }

    /// The first name at or after token `from` with its title, if nothing but `skip`ped tokens stands before it. A name
    /// within a title ('Kepala BMKG Dwikorita Karnawati') comes after the one whose title it is.
    pub(crate) fn name_after(&self, from: usize, skip: impl Fn(usize) -> bool) -> Option<&Naming> {
        let behind = self.names.iter().filter(|name| name.start >= from);
        let name = behind.min_by_key(|name| (name.start, std::cmp::Reverse(name.tokens.start)))?;
        (from..name.start.max(from)).all(skip).then_some(name)
    }

    /// Whether token `at` lies within a quotation.
    pub(crate) fn is_quoted(&self, at: usize) -> bool {
        self.quotes.iter().any(|quote| quote.contains(&at))
    }

    /// Whether token `at` is a comma, an opening bracket or the like.
    pub(crate) fn is_light_mark(&self, at: usize) -> bool {
        matches!(self.reading.mark(at), ',' | '(' | ':' | '"' | '“' | '”')
    }

    /// Whether token `at` belongs to a cue of this kind.
    pub(crate) fn is_cue(&self, at: usize, wanted: impl Fn(Cue) -> bool) -> bool {
        self.clues.iter().any(|clue| clue.tokens.contains(&at) && wanted(clue.cue))
    }

    /// Whether token `at` belongs to the name of a place.
    pub(crate) fn is_place(&self, at: usize) -> bool {
        self.names.iter().any(|name| name.kind == EntityKind::Place && name.tokens.contains(&at))
    }

    /// The name that covers or ends before token `end`, with only `skip`ped tokens between.
    pub(crate) fn name_before(&self, end: usize, skip: impl Fn(usize) -> bool) -> Option<&Naming> {
        let name = self.names.iter().rev().find(|name| name.tokens.end <= end)?;
        (name.tokens.end..end).all(skip).then_some(name)
    }
}

/// The mentions of an article as tokens, in order.
pub(crate) fn namings(reading: &Reading, entities: &Arena<Entity>, mentions: &Arena<Mention>) -> Vec<Naming> {
    let naming = |mention: &Mention| {
        let tokens = reading.tokens_in(mention.span);
        let start = mention.title.map_or(tokens.start, |title| reading.token_from(title.start));
        Naming { start, entity: mention.entity, kind: entities[mention.entity].kind, tokens }
    };
    mentions.items().iter().map(naming).collect()
}
