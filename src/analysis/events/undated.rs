//! Events of sentences that tell no time: those that take the time of an event told before, where the language says so, and
//! those that stay without one.
//!
//! 'Dalam pertemuan tersebut, kedua negara menandatangani nota' happened when the meeting did. Nothing else is taken from one
//! sentence to the next: that a story goes on does not mean that its day does.

use std::ops::Range;

use super::clauses::Part;
use super::governor::{self, Governor};
use super::stage::Stage;
use super::{Found, entities, label, status};
use crate::analysis::reading::Reading;
use crate::analysis::verbs;
use crate::lang::{EventWord, Pack};
use crate::model::{Event, Grain, Rule, Span, Status, TimeId};

/// How many sentences lie at most between an event and one that takes its time.
const LONGEST_REACH_SENTENCES: usize = 5;

/// The words that take up an event stand within so many tokens of the beginning of a sentence.
const OPENING_TOKENS: usize = 8;

/// The events with an inferred time, and those without one.
pub(super) fn find(reading: &Reading, pack: &Pack, found: &Found, dated: &[Event]) -> (Vec<Event>, Vec<Event<()>>) {
    let (mut inferred, mut undated) = (Vec::new(), Vec::new());
    let mut next = 0;
    for (id, sentence) in found.sentences.iter() {
        let from = next;
        while dated.get(next).is_some_and(|event| event.sentence <= id) {
            next += 1;
        }
        if dated[from..next].iter().any(|event| event.sentence == id) {
            continue;
        }
        let span = super::near(reading, sentence.span, sentence.span);
        let stage = Stage::new(reading, pack, found, id, span);
        let Some(told) = told(&stage) else { continue };
        match taken_up(&stage, &dated[..next]) {
            Some(time) => inferred.push(with_time(&stage, told, time)),
            None => undated.push(without_time(&stage, told)),
        }
    }
    (inferred, undated)
}

/// What a sentence tells: its words, and the verb of them.
struct ToldEvent {
    words: Range<usize>,
    verb: usize,
}

/// The deed that a sentence tells, if it is one: no state, no habit, nothing that is only said or denied by a negation, and
/// no question.
fn told(stage: &Stage) -> Option<ToldEvent> {
    let tokens = stage.tokens();
    let quoted = tokens.clone().any(|at| stage.is_quotation_mark(at));
    let asks = tokens.clone().any(|at| stage.reading.mark(at) == '?');
    let habit = tokens.clone().any(|at| stage.is(at, EventWord::Habit));
    if quoted || asks || habit {
        return None;
    }
    // A sentence without a time is read as one whose time leads it.
    let from = behind_circumstance(stage, tokens.clone());
    let Governor::Deed(verb) = governor::of(stage, tokens.clone(), from..from) else { return None };
    let verb = behind_aside(stage, tokens.clone(), verb);
    let before = (tokens.start.max(verb.saturating_sub(2))..verb).any(|at| stage.negates(at));
    let known = verbs::is_verb(stage.reading, stage.pack, verb);
    let state = stage.is(verb, EventWord::State);
    (known && !before && !state).then_some(ToldEvent { words: tokens, verb })
}

/// Where the main clause begins: 'Namun, setelah membaca pesan itu, Euis membawa putrinya ke puskesmas'.
fn behind_circumstance(stage: &Stage, sentence: Range<usize>) -> usize {
    let comma = |at: &usize| stage.reading.is_comma(*at);
    let start = if comma(&(sentence.start + 1)) { sentence.start + 2 } else { sentence.start };
    let opens = stage.opens_clause(start) && stage.is(start, EventWord::Circumstance);
    let close = (start..sentence.end).find(comma).filter(|close| opens && stage.has_verb(start..*close));
    close.filter(|&close| stage.has_verb(close..sentence.end)).map_or(sentence.start, |close| close + 1)
}

/// The verb behind what the commas around `verb` set beside its subject: 'The EMC, the faction led by Mordisco, has not claimed it'.
fn behind_aside(stage: &Stage, sentence: Range<usize>, verb: usize) -> usize {
    let comma = |at: &usize| stage.reading.is_comma(*at);
    let open = (sentence.start..verb).find(comma).filter(|&open| !stage.has_verb(sentence.start..open));
    let close = open.and_then(|_| (verb..sentence.end).find(comma));
    let tense = |at: usize| stage.is(at, EventWord::Auxiliary) || stage.is_verb(at);
    let main = close.filter(|&close| tense(close + 1)).map(|close| close + 1..sentence.end);
    main.and_then(|mut main| main.find(|&at| stage.is_main_verb(at))).unwrap_or(verb)
}

/// The time of the event that the opening words of a sentence take up: the last one told before, to the day.
fn taken_up(stage: &Stage, before: &[Event]) -> Option<TimeId> {
    let tokens = stage.tokens();
    let mut opening = tokens.start..tokens.end.min(tokens.start + OPENING_TOKENS);
    opening.find(|&at| stage.pack.cues.events.inherits.longest(stage.rest(at)).is_some())?;
    let last = before.iter().rev().find(|event| event.status == Status::Reported)?;
    let near = stage.sentence.index() - last.sentence.index() <= LONGEST_REACH_SENTENCES;
    let interval = stage.found.times[last.time].value.interval()?;
    (near && interval.grain <= Grain::Day && !interval.is_period()).then_some(last.time)
}

fn with_time(stage: &Stage, told: ToldEvent, time: TimeId) -> Event {
    let Event { sentence, clause, label, status, participants, place, attribution, .. } = without_time(stage, told);
    let rule = Rule::from("events/inferred");
    Event { sentence, clause, label, time, inferred: true, status, participants, place, attribution, rule }
}

fn without_time(stage: &Stage, told: ToldEvent) -> Event<()> {
    let clause: Span = stage.reading.span(told.words.clone());
    let part = Part { subject: None, words: told.words.clone() };
    Event {
        sentence: stage.sentence,
        clause,
        label: label::cut(stage, &part, told.verb, None),
        time: (),
        inferred: false,
        status: status::of(stage, told.words, told.verb, None),
        participants: entities::participants(stage, clause),
        place: entities::place(stage, clause),
        attribution: stage.attribution_of(told.verb),
        rule: Rule::from("events/undated"),
    }
}
