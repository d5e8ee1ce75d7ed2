//! Whether a name stands where somebody is told something: 'told Dawn', 'in an interview with', 'Speaking to'.

use crate::analysis::attribution::page::{Page, fact};
use crate::lang::Turn;

/// 'in an interview with' has at most as many tokens.
const LONGEST_TOLD: usize = 6;

/// An ordinary word or given name that was told something: 'told Dawn'.
pub(crate) fn is_told_word(page: &Page, at: usize) -> bool {
    let initials = || page.turns(at, Turn::OutletHead) && page.reading.is_lone_capitals(at);
    let own = || page.name_over(at).is_none_or(|name| name.tokens == (at..at + 1));
    // 'told TV 2 Nord'
    let numbered = page.reading.is_number(at + 1) && (page.reading.is_capitalised(at + 2) || page.ends(at + 2));
    page.reading.is_capitalised(at)
        && !numbered
        && !page.reading.is_capitalised(at + 1)
        && (page.turns(at, Turn::OutletWord) || initials())
        && own()
        && (is_told(page, at) || closes_according(page, at))
}

/// 'according to Stuff.': an ordinary word behind what attributes, with nothing behind it.
fn closes_according(page: &Page, at: usize) -> bool {
    let closes = page.ends(at + 1) || page.divides(at + 1);
    closes && page.is(at.wrapping_sub(1), fact::CUE) && page.pack.is_common(page.reading.words[at])
}

/// Whether a verb by which somebody is told stands right before `at`, or 'in an interview with'.
pub(super) fn is_told(page: &Page, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    page.is(before, fact::CUE) && page.is_verb(before) || is_asked(page, at)
}

/// Whether 'Speaking to' stands right before `at` and opens its sentence: 'Speaking to Screen Notebook, the producer said'.
pub(super) fn is_spoken_to(page: &Page, at: usize) -> bool {
    let opens = |index: usize| {
        let clue = &page.clues[index];
        clue.kinds.told && clue.tokens.end == at && page.reading.is_capitalised(clue.tokens.start)
    };
    page.clues_in(at.saturating_sub(LONGEST_TOLD)..at).any(opens)
}

/// Whether 'in an interview with', 'dalam wawancara dengan' stands right before `at`.
fn is_asked(page: &Page, at: usize) -> bool {
    let asks = |index: usize| {
        let clue = &page.clues[index];
        clue.kinds.told && clue.tokens.len() > 2 && clue.tokens.end == at
    };
    page.clues_in(at.saturating_sub(LONGEST_TOLD)..at).any(asks)
}
