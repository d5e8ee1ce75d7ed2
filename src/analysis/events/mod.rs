//! Events: what is told to have happened, to be planned or denied, at a time that can be placed.
//!
//! A placed time dates an event unless something speaks against it: it dates only the saying (`governor`), it is measured
//! against, or belongs to a name, a habit, or the present of a quotation (`gate`). The verb is what a time depends on; so an
//! event needs no list of happenings.

mod beside;
mod charge;
mod clauses;
mod entities;
mod gate;
mod governor;
mod inner;
mod joints;
mod label;
mod reports;
mod same;
mod stage;
mod states;
mod status;
mod subject;
mod undated;
mod verb;
mod verbs;

use std::ops::Range;

use clauses::Part;
use inner::Inner;
use same::{Same, same};
use stage::Stage;

use super::reading::Reading;
use crate::lang::{Cue, EventWord, Pack, Turn};
use crate::model::{
    Arena, Attribution, AttributionId, Entity, Event, Grain, Mention, Rule, Sentence, SentenceId, Span, Status,
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
    // 'the film opens on Friday, a week before Thanksgiving'
    if beside::leads(stage, &tokens) && beside::of(stage, stage.tokens().end, &tokens).is_none() {
        return None;
    }
    let (verb, clause, part, certain) = match inner::of(stage, stage.tokens(), tokens.clone(), stage.is_ahead(interval))
    {
        Some(Inner { words, verb }) => {
            let part = Part { subject: subject::shared_subject(stage, words.clone()), words: words.clone() };
            (verb?, stage.reading.span(words.clone()), part, words)
        }
        None => {
            let verb = own_verb(stage, time.span, verb::of(stage, &sentence, tokens, interval)?)?;
            let (clause, part) = told_in(stage, stage.attribution_of(verb), time, verb);
            (verb, clause, part, sentence.words)
        }
    };
    let status = status::of(stage, certain, verb, Some((time, interval)));
    if status == Status::Reported && stage.is_undone(verb) {
        return None;
    }
    // What is all time tells nothing: '19 February 2026, 16:48 GMT'.
    let label = label::cut(stage, &part, verb, Some(stage.time_with_day(time)));
    if label.is_empty() {
        return None;
    }
    Some(Event {
        sentence: stage.sentence,
        clause,
        label,
        time: id,
        inferred: false,
        status,
        place: entities::place(stage, clause),
        participants: entities::participants(stage, clause),
        attribution: stage.attribution_of(verb),
        rule: Rule::from(if time.until.is_some() || interval.is_period() {
            "events/period"
        } else {
            "events/dated-clause"
        }),
    })
}

/// The verb at `verb`, unless somebody's own words hold the time and not the verb; then that of these words, if they have any:
/// '"Penurunan pada Desember bukan keniscayaan," kata X dalam konferensi pers'.
fn own_verb(stage: &Stage, time: Span, verb: usize) -> Option<usize> {
    let at = stage.reading.span(verb..verb + 1);
    let direct = stage.attributions().map(|(_, it)| it).filter(|it| it.direct && stage.pack.grammar.noun_first);
    let holder = |it: &Attribution| it.contents().find(|said| said.covers(time));
    let Some((it, said)) = direct.filter_map(|it| Some((it, holder(it)?))).next() else { return Some(verb) };
    if it.contents().any(|said| said.covers(at)) {
        return Some(verb);
    }
    let words = stage.reading.tokens_in(said.intersect(stage.span)?);
    let start = stage.reading.token_from(time.start);
    let tells = |&at: &usize| stage.is_main_verb(at) || stage.is_event_noun(at);
    (words.start..start).rev().find(tells).or_else(|| (start..words.end).find(tells))
}

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
    // 'asked residents to stay indoors' holds no clause of theirs.
    let to_do = stage.pack.cues.turns.of(stage.reading.words[verb - usize::from(verb > 0)]).contains(&Turn::ToDo);
    // Nor has 'hopes to publish its findings' a subject of its own.
    if to_do && stage.pack.grammar.verbs_inflect {
        return None;
    }
    // 'confirmed her in a vote' says nothing of hers.
    let whom =
        stage.says(tokens.start, |cue| *cue == Cue::Pronoun).is_some() && stage.is_time_preposition(tokens.start + 1);
    if whom && stage.pack.grammar.verbs_inflect {
        return None;
    }
    // 'mengaku sudah mengusulkan perbaikan': whoever says it did it.
    let bare = noun_first && (tokens.start..verb).all(|at| stage.is(at, EventWord::Auxiliary) || stage.negates(at));
    let bare = bare || stage.pack.cues.status.longest(stage.rest(tokens.start)).is_some();
    (verb > tokens.start && !bare).then_some(tokens)
}
