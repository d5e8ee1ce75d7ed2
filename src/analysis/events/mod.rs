//! Events: what is told to have happened, to be planned or denied, at a time that can be placed.
//!
//! A placed time dates an event unless something speaks against it: it dates only the saying (`governor`), it is measured
//! against, or belongs to a name, a habit, or the present of a quotation (`gate`). The verb is what a time depends on; so an
//! event needs no list of happenings.

mod charge;
mod clauses;
mod entities;
mod gate;
mod governor;
mod inner;
mod label;
mod reports;
mod stage;
mod states;
mod status;
mod undated;

use std::ops::Range;

use clauses::Part;
use governor::Governor;
use inner::Inner;
use stage::Stage;

use super::reading::Reading;
use crate::lang::{Cue, EventWord, Pack, StatusCue, Turn};
use crate::model::{
    Arena, Attribution, AttributionId, Entity, Event, Grain, Interval, Mention, Rule, Sentence, SentenceId, Span,
    TimeExpression, TimeId,
};

/// What the stages before this one found.
pub(crate) struct Found<'a> {
    pub(crate) sentences: &'a Arena<Sentence>,
    pub(crate) entities: &'a Arena<Entity>,
    pub(crate) mentions: &'a Arena<Mention>,
    pub(crate) times: &'a Arena<TimeExpression>,
    pub(crate) attributions: &'a Arena<Attribution>,
    /// The day of publication.
    pub(crate) published: Option<jiff::civil::Date>,
}

/// The dated events of an article, and those without a date, each in the order of the text.
pub(crate) fn find(reading: &Reading, pack: &Pack, found: &Found) -> (Arena<Event>, Arena<Event<()>>) {
    let mut dated = find_dated(reading, pack, found);
    let (inferred, undated) = undated::find(reading, pack, found, &dated);
    dated.extend(inferred);
    dated.sort_by_key(|event| (event.sentence, event.clause.start));
    (Arena::from(dated), Arena::from(undated))
}

fn find_dated(reading: &Reading, pack: &Pack, found: &Found) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut sentence = 0;
    let mut range_end = None;
    for (id, time) in found.times.iter() {
        // The end of a range is told with its beginning, and so is what stands between.
        if range_end.is_some_and(|end| id <= end) {
            continue;
        }
        range_end = time.until.max(range_end);
        while found.sentences.items().get(sentence).is_some_and(|it| it.span.end <= time.span.start) {
            sentence += 1;
        }
        let Some(span) = found.sentences.items().get(sentence).map(|it| it.span) else { break };
        let span = near(reading, span, time.span);
        let stage = Stage::new(reading, pack, found, SentenceId::new(sentence), span);
        let Some(event) = event(&stage, id, time) else { continue };
        let last = events.last().filter(|last| last.sentence == event.sentence);
        match last.map_or(Same::No, |last| same(&stage, last, &event)) {
            Same::No => events.push(event),
            Same::First => {}
            Same::Second => {
                events.pop();
                events.push(event);
            }
            Same::Finer => {
                // 'berlangsung di Istora, hari ini, Minggu (13/7) pukul 15.30': the hour behind a comma has no clause of its own.
                let tells = |event: &Event| stage.has_verb(reading.tokens_in(event.clause));
                let whole = events.pop().filter(|first| tells(first));
                let Event { time, status, .. } = event;
                events.push(whole.map_or(event, |first| Event { time, status, ..first }));
            }
        }
    }
    events
}

/// How far on either side of a time its sentence is looked at: further than any sentence of news, so that a text without
/// stops takes no longer than one with them.
const REACH_TOKENS: usize = 250;

/// The part of a sentence that is near a time of it.
fn near(reading: &Reading, sentence: Span, time: Span) -> Span {
    let tokens = reading.tokens_in(sentence);
    if tokens.len() <= 2 * REACH_TOKENS {
        return sentence;
    }
    let at = reading.token_from(time.start);
    let window = tokens.start.max(at.saturating_sub(REACH_TOKENS))..tokens.end.min(at + REACH_TOKENS);
    reading.span(window)
}

/// The longest time between two expressions that tell one: 'at 4:20 a.m. on Saturday', '(11/7) pukul 03.20'.
const LONGEST_GAP_TOKENS: usize = 3;

/// Which of two events told at times side by side stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Same {
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
fn same(stage: &Stage, first: &Event, second: &Event) -> Same {
    let times = stage.found.times;
    let (before, this) = (&times[first.time], &times[second.time]);
    let (Some(one), Some(other)) = (before.value.interval(), this.value.interval()) else { return Same::No };
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
    // 'setelah Lebaran, tepatnya 12 April'
    if gap.len() <= LONGEST_GAP_TOKENS && gap.clone().any(|at| stage.is(at, EventWord::Namely)) {
        return Same::Second;
    }
    // 'may enter the area on Friday or Saturday'
    let joint = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::Joint);
    if gap.len() == 1 && joint(gap.start) && !stage.is_and(gap.start) {
        return Same::First;
    }
    // 'hari ini, Kamis (21/8/2025)'
    if (one.start, one.end) == (other.start, other.end) && (beside || first.label == second.label) {
        return Same::First;
    }
    // 'sued it on November 6, following suits by Louisiana in August': a noun's time, behind the verb's.
    let opens = |at: usize| stage.opens_clause(at) && !stage.is_and(at) && stage.is(at, EventWord::Circumstance);
    let span = stage.reading.span(stage.tokens());
    let between = stage.time_tokens(before).end..stage.time_tokens(this).start;
    let tail = first.clause == second.clause && span.covers(before.span) && between.clone().any(opens);
    if tail && !stage.has_verb(between) {
        return Same::First;
    }
    match (first.clause == second.clause, within(other, one), within(one, other)) {
        (true, true, _) => Same::Second,
        (true, _, true) => Same::First,
        _ => Same::No,
    }
}

fn event(stage: &Stage, id: TimeId, time: &TimeExpression) -> Option<Event> {
    let interval = time.value.interval()?;
    if !stage.span.covers(time.span) || interval.grain >= Grain::Century {
        return None;
    }
    let tokens = stage.time_tokens(time);
    let sentence = clauses::around(stage, stage.tokens(), time);
    if !gate::dates_something(stage, sentence.words.clone(), time, interval) {
        return None;
    }
    let attribution = stage.attribution();
    let (verb, clause, part, certain) = match inner::of(stage, stage.tokens(), tokens.clone(), stage.is_ahead(interval))
    {
        Some(Inner { words, verb }) => {
            let part = Part { subject: None, words: words.clone() };
            (verb?, stage.reading.span(words.clone()), part, words)
        }
        None => {
            let verb = verb(stage, &sentence, tokens, interval)?;
            let (clause, part) = told_in(stage, attribution, time, verb);
            (verb, clause, part, sentence.words)
        }
    };
    Some(Event {
        sentence: stage.sentence,
        clause,
        label: label::cut(stage, &part, verb, Some(stage.time_with_day(time))),
        time: id,
        inferred: false,
        status: status::of(stage, certain, verb, Some((time, interval))),
        place: entities::place(stage, clause),
        participants: entities::participants(stage, clause),
        attribution,
        rule: Rule::from(if time.until.is_some() || interval.is_period() {
            "events/period"
        } else {
            "events/dated-clause"
        }),
    })
}

/// The verb, or the noun of an event, that the time depends on; `None` where it dates only a report.
fn verb(stage: &Stage, part: &Part, time: Range<usize>, interval: Interval) -> Option<usize> {
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
        Governor::Deed(verb) if states::is_verb_of_state(stage, part, verb, time.clone(), interval) => noun(),
        Governor::Deed(verb) => Some(charge::dated(stage, verb, interval)),
        Governor::Report => told_of_plan(stage, part, interval).or_else(|| planned_report(stage, part, interval)),
        Governor::Nothing => {
            noun().or_else(|| unknown_verb(stage, part, time).filter(|_| !states::is_state(stage, part, interval)))
        }
    }
}

/// Whether words at `at` that tell how something or how much of it was reach to the verb.
fn measures_at(stage: &Stage, at: usize, verb: usize) -> bool {
    stage.len_of(at, EventWord::Measure).is_some_and(|len| at + len >= verb)
}

/// The verb of a clause in which none is known before its time: one that tells of a deed, else the clause itself, if it is
/// long enough for one.
fn unknown_verb(stage: &Stage, part: &Part, time: Range<usize>) -> Option<usize> {
    let says =
        |at: usize| stage.says(at, |cue| matches!(cue, Cue::Says(_) | Cue::SaysBehind(_) | Cue::SaysWithPronoun));
    let own = clauses::without_next(stage, part, &time);
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
    // 'Third-quarter figures are due on October 23'
    let is_due = |at: &usize| {
        let planned = stage.pack.cues.status.longest(stage.rest(*at));
        let len = planned.filter(|(_, cues)| cues[0] == StatusCue::Planned).map(|(len, _)| len);
        len.is_some_and(|len| (time.start - 1..=time.start).contains(&(at + len)))
    };
    let lead = own.start.max(time.start.saturating_sub(LONGEST_PLAN_TOKENS))..time.start;
    if deed.is_none()
        && stage.pack.grammar.verbs_inflect
        && let Some(plan) = lead.into_iter().find(is_due)
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
    deed.or_else(|| (part.words.len() >= SHORTEST_CLAUSE_TOKENS).then_some(part.words.start))
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

/// 'are due on', 'is scheduled for'
const LONGEST_PLAN_TOKENS: usize = 3;

/// A clause in which no verb is known is one with at least this many tokens.
const SHORTEST_CLAUSE_TOKENS: usize = 6;

/// The clause that tells the event, and the part of it that belongs to the time: within what is said, if that is a clause
/// of its own and holds the verb; else within the sentence.
fn told_in(stage: &Stage, attribution: Option<AttributionId>, time: &TimeExpression, verb: usize) -> (Span, Part) {
    let said = attribution.and_then(|id| said(stage, &stage.found.attributions[id]));
    let holds = |tokens: &Range<usize>| tokens.contains(&verb) && tokens.contains(&stage.time_tokens(time).start);
    let clause = said.filter(holds).unwrap_or_else(|| stage.tokens());
    let part = clauses::around(stage, clause, time);
    let words = stage.reading.span(part.words.clone());
    (words, part)
}

/// What is said, where the sentence is told by somebody and that is a clause with a subject and a verb.
fn said(stage: &Stage, attribution: &Attribution) -> Option<Range<usize>> {
    let content = attribution.content.intersect(stage.span).filter(|_| attribution.scope.covers(stage.span))?;
    let tokens = stage.reading.tokens_in(content);
    // 'mengumumkan darurat militer dalam pidato yang disiarkan televisi': a noun, with a clause about another.
    let noun_first = stage.pack.grammar.noun_first;
    let mut main = tokens.clone().take_while(|&at| !(noun_first && stage.is_relative(at)));
    // 'longsor pertama terjadi pukul 19.20': an event that is the subject.
    let subject = |at: usize| noun_first && at == tokens.start && stage.is_event_noun(at);
    let verb = main.find(|&at| stage.is_verb(at) && !subject(at))?;
    let opens_with_status = stage.pack.cues.status.longest(stage.rest(tokens.start)).is_some();
    (verb > tokens.start && !opens_with_status).then_some(tokens)
}
