//! Days that may date that something was agreed, ordered or offered, and not only what was: 'agreed to sell its stake on Monday'.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::lang::{Pack, Turn};

/// Between what is to be done and its day stand at most as many tokens.
const LONGEST_DEED: usize = 14;

/// 'ordered the government of the province to' has as many tokens.
const LONGEST_OBJECT: usize = 8;

/// Whether the words before a day end with what somebody did and is to be done: 'A judge ordered the government to release him'. Of
/// 'is expected to' and 'plans to' the day is only that of the plan.
pub(super) fn may_date_deed(reading: &Reading, pack: &Pack, before: Range<usize>) -> bool {
    let is = |at: usize, turn: Turn| pack.cues.turns.of(reading.words[at]).contains(&turn);
    let from = before.start.max(before.end.saturating_sub(LONGEST_DEED));
    let parts = |at: &usize| matches!(reading.mark(*at), ',' | ';' | ':' | '"' | '“' | '”');
    let to = (from..before.end).rev().take_while(|at| !parts(at)).find(|&at| is(at, Turn::ToDo));
    let Some(to) = to.filter(|&to| to > before.start && pack.grammar.verbs_inflect) else { return false };
    let near = before.start.max(to.saturating_sub(LONGEST_OBJECT))..to;
    let done = |at: &usize| {
        let text = reading.text(*at);
        pack.time.past_endings.iter().any(|ending| text.len() > ending.len() + 2 && text.ends_with(ending))
    };
    let verb = near.rev().take_while(|at| !parts(at)).find(done).filter(|&verb| verb > before.start);
    verb.is_some_and(|verb| {
        let carried = verb.saturating_sub(2).max(before.start)..verb;
        !carried.into_iter().any(|at| is(at, Turn::Passive) || is(at, Turn::Modal))
    })
}
