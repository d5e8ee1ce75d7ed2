//! Months that people bear as family names: 'Theresa May', 'Solly March', 'Fathur Ramadhan'. They were found as times, which keep their words elsewhere.

use rustc_hash::FxHashSet;

use crate::analysis::reading::Reading;
use crate::analysis::verbs::is_verb;
use crate::lang::{Pack, Packs, WordId};
use crate::model::{Arena, Grain, TimeExpression, TimeValue};
use crate::text::token::Case;

/// Takes the months behind a given name out of `in_time`, and those of the same name that do something: 'May said'.
pub(super) fn leave_out_surnames(
    reading: &Reading,
    packs: &Packs,
    pack: &Pack,
    times: &Arena<TimeExpression>,
    in_time: &mut [bool],
) {
    let is_capital = |at: usize| reading.tokens.get(at).is_some_and(|token| token.case == Case::Capital);
    let may_be_name =
        |&at: &usize| is_capital(at) && !reading.is_number(at + 1) && at > 0 && !reading.is_number(at - 1);
    // Where people have no family names, the word must be one that is a given name as well: 'Ramadhan', but not 'Maret'.
    let is_borne = |&at: &usize| pack.full_names || packs.gazetteer.is_given_name(reading.words[at]);
    let months = times.items().iter().filter(|time| !pack.full_names || is_month(time));
    let months = months.map(|time| reading.tokens_in(time.span)).filter(|it| it.len() == 1).map(|it| it.start);
    let months: Vec<usize> = months.filter(may_be_name).filter(is_borne).collect();
    let is_surname = |at: usize| {
        let given = at - 1;
        let word = reading.words[given];
        is_capital(given) && packs.gazetteer.is_given_name(word) && !pack.is_common(word) && !in_time[given]
    };
    let surnames: Vec<usize> = months.iter().copied().filter(|&at| is_surname(at)).collect();
    let borne: FxHashSet<WordId> = surnames.iter().map(|&at| reading.words[at]).collect();
    let is_led = |at: usize| reading.is_word(at - 1) && pack.time.vocabulary.has(reading.words[at - 1]);
    let is_placed = |at: usize| pack.cues.time_prepositions.has(reading.words[at - 1]);
    let acts = |at: usize| is_capital(at) && is_verb(reading, pack, at + 1) && !is_led(at) && !is_placed(at);
    let alone = months.iter().copied().filter(|&at| borne.contains(&reading.words[at]) && acts(at));
    for at in alone.collect::<Vec<_>>().into_iter().chain(surnames) {
        in_time[at] = false;
    }
}

fn is_month(time: &TimeExpression) -> bool {
    match time.value {
        TimeValue::Placed(interval) => interval.grain == Grain::Month,
        TimeValue::Unplaced { grain, day, .. } => grain == Grain::Month && day.is_none(),
        _ => false,
    }
}
