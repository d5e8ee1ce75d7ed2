//! The day that a clock time leans on which stands before it.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::analysis::time::Seen;
use crate::analysis::time::fields::Fields;
use crate::analysis::verbs;
use crate::lang::{NameCue, Pack};

/// A place with what it is part of has at most as many tokens: 'di Jalan Raya Bogor KM 37, Cimanggis, Kota Depok,'.
const LONGEST_PLACE: usize = 18;

/// How many clock times may lean on one day ('at 5 p.m. (2100 GMT) on Saturday').
const CLOCKS_OF_ONE_DAY: usize = 3;

/// The day behind the clock time that the first of `matches` is, with nothing but a preposition, or another clock time in
/// brackets, between them.
pub(super) fn of_clock(reading: &Reading, pack: &Pack, matches: &[Seen]) -> Option<Fields> {
    for pair in matches.windows(2).take(CLOCKS_OF_ONE_DAY) {
        let [Seen { found: clock, .. }, Seen { found: next, .. }] = pair else { return None };
        if !clock.parts[clock.count - 1].fields.is_clock_alone() {
            return None;
        }
        let between = clock.end..next.parts[0].start;
        let joined = between.is_empty() && clock.count > 1
            || pack.time.clock_day_joiners.exact(&reading.words[between.clone()]).len() == 1
            || is_place(reading, pack, between.clone());
        let fields = next.parts[0].fields;
        if joined && fields.has_day() {
            return Some(fields);
        }
        let bracketed = between.len() == 1 && reading.mark(between.start) == '(';
        // 'from 6 a.m. to 1 p.m. Saturday'
        let ranged = !between.is_empty() && !pack.time.range_joiners.exact(&reading.words[between.clone()]).is_empty();
        if !(fields.is_clock_alone() && (bracketed || ranged)) {
            return None;
        }
    }
    None
}

/// Whether nothing but where it was stands between an hour and its day: 'pukul 13.00 WIB di Jalan Merdeka, Depok, Selasa (18/11)'.
fn is_place(reading: &Reading, pack: &Pack, between: Range<usize>) -> bool {
    let is = |at: usize, cue: NameCue| pack.cues.names.of(reading.words[at]).contains(&cue);
    let leads = |at: usize| pack.cues.time_prepositions.has(reading.words[at]);
    let last = between.end.saturating_sub(1);
    let comma = if leads(last) { last.saturating_sub(1) } else { last };
    let told = |at: usize| {
        let goes_on =
            matches!(reading.mark(at), ',' | '/' | '-' | '(' | ')') || reading.is_word(at) || reading.is_number(at);
        goes_on && !is(at, NameCue::And) && !verbs::is_verb(reading, pack, at)
    };
    pack.grammar.noun_first
        && (3..=LONGEST_PLACE).contains(&between.len())
        && is(between.start, NameCue::PlacePreposition)
        && (reading.mark(comma) == ',' || leads(last))
        && between.into_iter().all(told)
}
