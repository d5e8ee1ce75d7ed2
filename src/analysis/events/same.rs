//! Whether two events told at times side by side are one: by the day and by its hour, or by a year and a day in it.

use super::beside;
use super::stage::Stage;
use crate::lang::{EventWord, Turn};
use crate::model::{Event, Grain, Interval, TimeId};

/// The longest time between two expressions that tell one: 'at 4:20 a.m. on Saturday', '(11/7) pukul 03.20'.
const LONGEST_GAP_TOKENS: usize = 3;

/// Which of two events told at times side by side stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Same {
    /// They are two.
    No,
    /// The earlier is the finer, or all that is told.
    First,
    Second,
    /// The later is the hour of the earlier.
    Finer,
}

/// Whether two events of a sentence are one, told by the day and by its hour ('at 4:20 a.m. on Saturday'), or by a year and
/// a day in it that one clause holds ('tahun ini digelar pada 14-27 Juli').
pub(super) fn same(stage: &Stage, first: &Event, second: &Event) -> Same {
    let times = stage.found.times;
    let (before, this) = (&times[first.time], &times[second.time]);
    let (Some(one), Some(other)) = (before.value.interval(), this.value.interval()) else { return Same::No };
    if beside::leads(stage, &stage.time_tokens(this)) {
        return Same::No;
    }
    // 'hari ini, Sabtu (18/1/2025), mulai pukul 15.30': the day is told twice before its hour.
    let between = || (first.time.index() + 1..second.time.index()).map(|id| &times[TimeId::new(id)]);
    let timed = between().map(|time| stage.time_tokens(time)).collect::<Vec<_>>();
    let end = stage.time_tokens(before).end;
    let gap = end.max(timed.last().map_or(end, |time| time.end))..stage.time_tokens(this).start;
    // '4am (02:00 GMT) on Sunday'
    let bracket =
        gap.clone().find(|&at| stage.reading.mark(at) == ')').filter(|_| stage.reading.mark(gap.start) == '(');
    let gap = bracket.map_or(gap.start, |close| close + 1)..gap.end;
    let light = |at: usize| !stage.reading.is_word(at) || stage.is_time_preposition(at);
    let between = timed.first().map_or(end..end, |time| end..time.start);
    let beside = gap.len() <= LONGEST_GAP_TOKENS && gap.clone().chain(between).all(light);
    let days = |interval: Interval| (interval.first_day(), interval.last_day());
    let hour = |interval: Interval| interval.grain <= Grain::PartOfDay;
    // 'from 6am on Monday to 8pm on Wednesday': the day of the last hour.
    if beside && before.until.is_some() && hour(one) {
        return Same::First;
    }
    if beside && (hour(one) || hour(other)) {
        // An hour that stands beside another day was counted from the wrong one.
        return if hour(one) == (days(one) == days(other)) { Same::First } else { Same::Finer };
    }
    let within = |inner: Interval, outer: Interval| {
        outer.grain > Grain::Day && inner.grain < outer.grain && outer.start <= inner.start && inner.end <= outer.end
    };
    // 'mengumumkan pertumbuhan ekonomi sepanjang 2024 pada Rabu (5/2)': of what the noun is, and when it was told.
    let of_noun = one.grain >= Grain::Month && other.grain <= Grain::Day && !within(other, one);
    if beside && of_noun && stage.pack.grammar.noun_first {
        return Same::Second;
    }
    // 'Sepekan berselang, pelancong menyewa kapal, tepatnya pada 27 Mei'
    let lead = gap.end.saturating_sub(2)..gap.end;
    if gap.len() > LONGEST_GAP_TOKENS && lead.into_iter().any(|at| stage.is(at, EventWord::Namely)) {
        return if within(other, one) { Same::Finer } else { Same::No };
    }
    // 'setelah Lebaran, tepatnya 12 April'
    if gap.len() <= LONGEST_GAP_TOKENS && gap.clone().any(|at| stage.is(at, EventWord::Namely)) {
        // 'pada 17 Ramadan yang bertepatan dengan 7 Maret'
        return if (one.start, one.end) == (other.start, other.end) { Same::First } else { Same::Second };
    }
    // 'may enter the area on Friday or Saturday'
    let joint = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::Joint);
    if gap.len() == 1 && joint(gap.start) && !stage.is_and(gap.start) {
        return Same::First;
    }
    // 'hari ini, Kamis (21/8/2025)'
    // 'Kita harap bisa jalan tahun ini, paling lambat penghujung tahun'
    let told = end..stage.time_tokens(this).start;
    let again = first.clause == second.clause && stage.pack.grammar.noun_first && !stage.has_verb(told);
    if (one.start, one.end) == (other.start, other.end) && (beside || again || first.label == second.label) {
        return Same::First;
    }
    // 'sued it on November 6, following suits by Louisiana in August': a noun's time, behind the verb's.
    let opens = |at: usize| stage.opens_clause(at) && !stage.is_and(at) && stage.is(at, EventWord::Circumstance);
    let span = stage.reading.span(stage.tokens());
    let between = stage.time_tokens(before).end..stage.time_tokens(this).start;
    let tail = first.clause == second.clause && span.covers(before.span) && between.clone().any(opens);
    // 'terbakar dua kali, pada 23 September 2019 saat kerusuhan dan pada 4 Februari 2022'
    let lead = between.clone().rev().find(|&at| !stage.is_time_preposition(at));
    let in_row = stage.pack.grammar.noun_first && lead.is_some_and(|at| stage.is_and(at));
    if tail && !in_row && !stage.has_verb(between) {
        return Same::First;
    }
    // 'Sunday's game starts at 3 p.m.', 'Pada malam yang sama, sebuah minibus menabrak pembatas pukul 23.40'
    if first.clause == second.clause
        && matches!(one.grain, Grain::PartOfDay | Grain::Day)
        && other.grain <= Grain::Hour
        && days(one) == days(other)
    {
        return Same::Second;
    }
    // 'pukul 13.00 WIB di Jalan Merdeka, Depok, Selasa (18/11)'
    if again
        && one.grain <= Grain::Hour
        && matches!(other.grain, Grain::PartOfDay | Grain::Day)
        && days(one) == days(other)
    {
        return Same::First;
    }
    match (first.clause == second.clause, within(other, one), within(one, other)) {
        (true, true, _) => Same::Second,
        (true, _, true) => Same::First,
        _ => Same::No,
    }
}
