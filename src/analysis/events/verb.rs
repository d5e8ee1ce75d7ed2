//! The word of an event: the verb or noun that its time depends on.
//!
//! What the time depends on is found by `governor`; states, prices and figures are left out here, and a word is found where no
//! verb is known.

use std::ops::Range;

use super::clauses::{self, Part};
use super::governor::{self, Governor};
use super::stage::Stage;
use super::{charge, states};
use crate::lang::{Cue, EventWord, StatusCue, Turn};
use crate::model::{Grain, Interval};

/// The verb, or the noun of an event, that the time depends on; `None` where it dates only a report.
pub(super) fn of(stage: &Stage, part: &Part, time: Range<usize>, interval: Interval) -> Option<usize> {
    // 'The storm was 200 miles south of Bermuda', 'On a Tuesday in March'
    let happens = |at: usize| stage.is_event_noun(at) && !time.contains(&at) && !states::is_described(stage, at + 1);
    let noun = || part.words.clone().find(|&at| happens(at));
    match governor::of(stage, part.words.clone(), time.clone()) {
        Governor::Nothing | Governor::Deed(_) if states::tells_figure(stage, time.end) => None,
        // 'Net debt stood at $14.5 billion at the end of June'
        // 'could reach 4 billion pesos by the end of August'
        // 'were still waiting on Sunday afternoon'
        Governor::Deed(verb) if (verb.saturating_sub(2)..=verb).any(|at| measures_at(stage, at, verb)) => None,
        Governor::Deed(verb) if states::measures(stage, part, verb, time.clone()) => None,
        Governor::Deed(verb) if states::is_price(stage, verb) || states::is_age(stage, verb) => None,
        Governor::Deed(verb) if states::is_verb_of_state(stage, part, verb, time.clone(), interval) => {
            noun().or_else(|| deed_of_some(stage, verb, part.words.end))
        }
        Governor::Deed(verb) => Some(charge::dated(stage, verb, interval)),
        // '"Saya ingin membawa tim ini ke sana," ujar Shin kala itu'
        Governor::Report if is_taken_up(stage, time.end) => None,
        Governor::Report => told_of_plan(stage, part, interval).or_else(|| planned_report(stage, part, interval)),
        Governor::Nothing => {
            let some = || {
                let there = part.words.clone().filter(|at| !time.contains(at)).find(|&at| is_there(stage, at))?;
                deed_of_some(stage, there, part.words.end)
            };
            let unknown =
                || unknown_verb(stage, part, time.clone()).filter(|_| !states::is_state(stage, part, interval));
            let before = || noun().filter(|&at| at < time.start);
            before().or_else(|| due(stage, part.words.start, &time)).or_else(noun).or_else(some).or_else(unknown)
        }
    }
}

/// 'Kemarin ada warga yang terseret arus': what those did, before `end`, of whom the word at `there` tells only that there were some.
fn deed_of_some(stage: &Stage, there: usize, end: usize) -> Option<usize> {
    if !stage.pack.grammar.noun_first || !is_there(stage, there) {
        return None;
    }
    let near = there + 1..end.min(there + LONGEST_SOME_TOKENS);
    let relative = near.into_iter().find(|&at| stage.is_relative(at))?;
    let light = |at: &usize| stage.is(*at, EventWord::Auxiliary) && !stage.is_main_verb(*at);
    let deed = (relative + 1..end).find(|at| !light(at))?;
    (stage.is_main_verb(deed) && !stage.is(deed, EventWord::State)).then_some(deed)
}

/// Whether the word at `at` tells that there is something.
fn is_there(stage: &Stage, at: usize) -> bool {
    stage.is(at, EventWord::State) && stage.is(at, EventWord::Auxiliary)
}

/// Whether the time that ends at `at` was told before: 'kala itu'.
fn is_taken_up(stage: &Stage, at: usize) -> bool {
    let last = at.checked_sub(1).map(|last| stage.reading.words[last]);
    stage.pack.grammar.noun_first
        && last.is_some_and(|word| stage.pack.cues.turns.of(word).contains(&Turn::DefiniteBehind))
}

/// Whether words at `at` that tell how something or how much of it was reach to the verb.
fn measures_at(stage: &Stage, at: usize, verb: usize) -> bool {
    // 'could reach Florida on Sunday'
    let behind = verb + 1..verb + 1 + LONGEST_REACHED_TOKENS;
    let arrives = || {
        behind.clone().any(|at| stage.is_name(at) && !stage.is_in_time(at))
            && !behind.clone().any(|at| stage.is_amount(at))
    };
    stage
        .len_of(at, EventWord::Measure)
        .is_some_and(|len| at + len >= verb && !(len > 1 && at + len == verb + 1 && arrives()))
}

/// 'the Gulf Coast' has as many tokens.
const LONGEST_REACHED_TOKENS: usize = 3;

/// The verb of a clause in which none is known before its time: one that tells of a deed, else the clause itself, if it is
/// long enough for one.
fn unknown_verb(stage: &Stage, part: &Part, time: Range<usize>) -> Option<usize> {
    let says =
        |at: usize| stage.says(at, |cue| matches!(cue, Cue::Says(_) | Cue::SaysBehind(_) | Cue::SaysWithPronoun));
    let own = clauses::without_next(stage, part, &time);
    // 'told CNN's Laura Coates that he could be back this weekend': the time stands within what is said.
    let opens = |at: &usize| stage.is(*at, EventWord::Complementiser) && stage.pack.grammar.verbs_inflect;
    let told = |that: &usize| (own.start..*that).any(|at| stage.says(at, |cue| *cue == Cue::Told).is_some());
    let start = (own.start..time.start).rev().find(opens).filter(told).map_or(own.start, |that| that + 1);
    let own = start..own.end;
    // 'Zitouni, a guard who has worked there for years, was stable in hospital on Monday'
    let aside = clauses::aside_about_noun(stage, own.start..time.start);
    let deed = own.clone().find(|&at| stage.is_main_verb(at) && says(at).is_none() && !aside.contains(&at));
    // 'In other business Monday, commissioners:' heads a list.
    let heads_list = stage.reading.mark(stage.tokens().end - 1) == ':';
    if heads_list && deed.is_none() {
        return None;
    }
    // 'had annualized revenue of $210 million in December': where the known verbs are those of a state, nothing happened.
    let state = |at: usize| stage.is(at, EventWord::Auxiliary) && stage.is_verb(at);
    // 'They last beat Leeds in 2019'
    let other = |at: usize| {
        let known = stage.pack.cues.verbs.has(stage.reading.words[at]);
        // 'Two of the injured were in critical condition'
        let definite = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::DefiniteBefore);
        let bound = stage.is_name(at) || time.contains(&at) || at > 0 && definite(at - 1);
        known && !bound && !stage.is(at, EventWord::Auxiliary) && !aside.contains(&at)
    };
    if deed.is_none_or(|deed| deed > time.end)
        && let Some(plan) = due(stage, own.start, &time)
    {
        return Some(plan);
    }
    let only_state = own.clone().any(state) && !own.clone().any(other);
    // 'As of the close the stock is down 38% this year'
    let measured = deed.is_none() && part.words.clone().any(|at| stage.is(at, EventWord::Measure));
    if measured || deed.is_none() && stage.pack.grammar.verbs_inflect && only_state {
        return None;
    }
    // 'Jumlah pasar 31 unit pada 2022' tells no deed; a plan does, and a verb of a headline, which is written as a name.
    let told = |at: usize| {
        stage.status_cue(at) == Some(StatusCue::Planned)
            || stage.pack.cues.verbs.has(stage.reading.words[at])
                && !stage.is(at, EventWord::Auxiliary)
                && !stage.is_hour(at)
    };
    if deed.is_none() && stage.pack.grammar.noun_first && !part.words.clone().any(told) {
        return None;
    }
    deed.or_else(|| (own.len() >= SHORTEST_CLAUSE_TOKENS).then_some(own.start))
}

/// A word of plan right before the time: 'Third-quarter figures are due on October 23'.
fn due(stage: &Stage, from: usize, time: &Range<usize>) -> Option<usize> {
    let is_due = |at: &usize| {
        let planned = stage.pack.cues.status.longest(stage.rest(*at));
        let len = planned.filter(|(_, cues)| cues[0] == StatusCue::Planned).map(|(len, _)| len);
        len.is_some_and(|len| (time.start - 1..=time.start).contains(&(at + len)))
    };
    let mut lead = from.max(time.start.saturating_sub(LONGEST_PLAN_TOKENS))..time.start;
    lead.find(is_due).filter(|_| stage.pack.grammar.verbs_inflect)
}

/// The verb of a plan of which somebody told a month ago or earlier: 'berencana mengirim pekerja, menurut pejabat bulan lalu'.
/// What was said so long ago is news of then, and not of the day of the report.
fn told_of_plan(stage: &Stage, part: &Part, interval: Interval) -> Option<usize> {
    let according = |cue: &Cue| *cue == Cue::According;
    let told = interval.grain >= Grain::Month && part.words.clone().any(|at| stage.says(at, according).is_some());
    let plan = part.words.clone().filter(|_| told).find(|&at| stage.status_cue(at) == Some(StatusCue::Planned))?;
    (plan + 1..part.words.end).find(|&at| stage.is_main_verb(at))
}

/// The verb of a saying that is still to come: 'is due to make a statement on 5 September', 'akan menggelar jumpa pers besok'.
fn planned_report(stage: &Stage, part: &Part, interval: Interval) -> Option<usize> {
    // 'The family could not be reached on Sunday' plans nothing.
    let plans = |at: usize| stage.status_cue(at) == Some(StatusCue::Planned) && !stage.is(at, EventWord::Report);
    let plan = part.words.clone().find(|&at| plans(at)).filter(|_| stage.is_ahead(interval))?;
    (plan..part.words.end).find(|&at| stage.is_main_verb(at))
}

/// 'ada sejumlah warga yang' has at most this many tokens.
const LONGEST_SOME_TOKENS: usize = 6;

/// 'are due on', 'is scheduled for'
const LONGEST_PLAN_TOKENS: usize = 3;

/// A clause in which no verb is known is one with at least this many tokens.
const SHORTEST_CLAUSE_TOKENS: usize = 6;
