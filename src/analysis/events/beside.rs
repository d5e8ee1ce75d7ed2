//! What is dated by its distance from the time of the clause before: 'was held on Thursday, a day after police found the car'.

use std::ops::Range;

use super::inner::Inner;
use super::stage::Stage;
use crate::model::Anchor;

/// What the words behind `time` tell, up to `limit` at most, where these say after or before what it was; `None` for any other time
/// ('a week before Thanksgiving').
pub(super) fn of(stage: &Stage, limit: usize, time: &Range<usize>) -> Option<Inner> {
    if !leads(stage, time) {
        return None;
    }
    let ends = |at: &usize| stage.reading.is_comma(*at) || stage.reading.mark(*at) == ';';
    let end = (time.end + 1..limit).find(ends).unwrap_or(limit);
    let words = time.end + 1..end;
    let verb = words.clone().find(|&at| stage.is_main_verb(at));
    let verb = verb.or_else(|| words.clone().find(|&at| stage.is_event_noun(at)))?;
    Some(Inner { words, verb: Some(verb) })
}

/// Whether `time` stands behind a comma and before a word that leads to what it is counted from: ', a day after'. A length is no
/// time that is looked at.
pub(super) fn leads(stage: &Stage, time: &Range<usize>) -> bool {
    let behind_comma = time.start.checked_sub(1).is_some_and(|at| stage.reading.is_comma(at));
    behind_comma && stage.is_time_preposition(time.end) && stage.opens_clause(time.end) && is_counted(stage, time)
}

/// Whether `time` is told by its distance from one before it, which 'Senin (24/11) setelah' is not.
fn is_counted(stage: &Stage, time: &Range<usize>) -> bool {
    let (times, span) = (stage.found.times.items(), stage.reading.span(time.clone()));
    let at = times.partition_point(|it| it.span.start < span.start);
    times.get(at).is_some_and(|it| matches!(it.anchor, Anchor::Earlier(_)))
}
