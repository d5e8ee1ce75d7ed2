//! Events told within the clause of another verb: by a noun ('since the merger in 1994'), by what was done before or since
//! ('since returning from surgery in April'), by what was done to a thing ('a house built in 1904'), by what is to come
//! ('Traders cut their bets on the next meeting, on 19 June').
//!
//! Their time is not that of the verb of the clause: 'They live in a house built in 1904'.

use std::ops::Range;

use super::beside;
use super::clauses::times_in;
use super::stage::Stage;
use crate::lang::{Cue, EventWord, StatusCue, Turn};
use crate::model::Grain;

/// What is told by words within a clause, and the noun or verb of it; without one it is no event ('since the age of ten').
pub(super) struct Inner {
    pub(super) words: Range<usize>,
    pub(super) verb: Option<usize>,
}

/// The event within the tokens `clause` that `time`, `ahead` of the day of publication or not, dates, if it is not that of the
/// clause.
pub(super) fn of(stage: &Stage, clause: Range<usize>, time: Range<usize>, ahead: bool) -> Option<Inner> {
    let look = Look { stage, clause, time };
    let to_come = || look.noun_to_come().filter(|_| ahead);
    beside::of(stage, look.clause.end, &look.time)
        .or_else(|| look.noun())
        .or_else(|| look.deed())
        .or_else(|| look.thing())
        .or_else(|| look.noun_of_another_time())
        .or_else(|| look.noun_behind(ahead))
        .or_else(|| look.clause_around())
        .or_else(|| look.source_of_plan())
        .or_else(to_come)
}

/// How far before its time what was done stands at most.
const LONGEST_REACH_TOKENS: usize = 12;

/// What was done to a thing stands so near before its time: 'handed down in May'.
const LONGEST_TAIL_TOKENS: usize = 4;

/// 'the death of his former business partner' has as many behind its noun.
const LONGEST_OWNER_TOKENS: usize = 6;

/// The words for a thing before what was done to it: 'the Turnaround programme launched'.
const LONGEST_THING_TOKENS: usize = 6;

struct Look<'a> {
    stage: &'a Stage<'a>,
    clause: Range<usize>,
    time: Range<usize>,
}

impl Look<'_> {
    /// A noun which the time dates, and not the verb before it: 'defaulted in 2022 for the first time since independence from
    /// Britain in 1948', 'fell in 2024 after the loss of its largest customer in 2021'. What leads to the noun is a word for
    /// 'since', or one for 'after' or 'before' where the verb has a time of its own, or how long after is told, and the noun is one of
    /// events.
    fn noun(&self) -> Option<Inner> {
        let Look { stage, clause, time } = self;
        let preposition = time.start.checked_sub(1).filter(|&at| at > clause.start && stage.is_time_preposition(at));
        let end = preposition.unwrap_or(time.start);
        let verb = |at: usize| stage.is_verb(at) && (stage.pack.grammar.noun_first || !stage.is_event_noun(at));
        let near = (clause.start..end).rev().take_while(|&at| !self.is_comma(at) && !verb(at));
        // 'sehari sebelum pelantikannya pada 20 Februari'
        let shortest = if stage.pack.grammar.noun_first { 1 } else { 2 };
        let opener = near.into_iter().find(|&at| self.leads(at)).filter(|&at| at + shortest < end)?;
        let happens = (opener + 1..end).any(|at| stage.is_event_noun(at));
        let told = stage.has_verb(clause.start..opener);
        let words = opener + 1..time.end;
        let verb = words.clone().find(|&at| stage.is_event_noun(at));
        // 'was suspended after a power failure at 6.40am'
        let hour = || stage.pack.grammar.verbs_inflect && self.is_clock_time();
        let is_apart = self.is_timed(opener) || stage.is_behind_length(opener) || hour();
        let led = preposition.is_some() && (self.is_since(opener) || is_apart && happens);
        // 'It will be his first trip since the murder of his brother in 2018'
        let told = told || happens && self.is_since(opener) && opener > clause.start;
        (told && (led || happens && self.is_perfect(opener))).then_some(Inner { words, verb })
    }

    /// An event right before its time, or with whose it was between, in a clause that has another time before: 'will be presented on
    /// 10 December, the anniversary of his death in 1896', 'will stand trial in June over the killing of her sister in 2019'.
    fn noun_of_another_time(&self) -> Option<Inner> {
        let Look { stage, clause, time } = self;
        let preposition = time.start.checked_sub(1).filter(|&at| at > clause.start && stage.is_time_preposition(at))?;
        let near = clause.start.max(preposition.saturating_sub(LONGEST_OWNER_TOKENS))..preposition;
        let within =
            near.rev().take_while(|&at| !self.is_comma(at) && !stage.is_main_verb(at) || stage.is_event_noun(at));
        let noun = within.into_iter().find(|&at| stage.is_event_noun(at))?;
        let is_of = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::Of);
        let is_its = noun + 1 == preposition || is_of(noun + 1);
        let from = clause.start.max(noun.saturating_sub(LONGEST_THING_TOKENS));
        let leads =
            |at: &usize| is_of(*at) || self.is_comma(*at) || stage.is_time_preposition(*at) || stage.is_verb(*at);
        let start = (from..noun).rev().find(leads).map_or(from, |at| at + 1);
        // A verb behind the other time has this one: 'said on Friday that it had backed him at a meeting in May'.
        let other = times_in(stage, clause.start..start).pop().filter(|other| other.end <= start)?;
        let is_free = !(other.end..start).any(|at| stage.is_main_verb(at));
        let told = is_its && is_free && stage.has_verb(clause.start..start);
        told.then_some(Inner { words: start..time.end, verb: Some(noun) })
    }

    /// An event behind its time and an article, in a clause that has another time or is still to come: 'will vote on Saturday on a
    /// motion to impeach him over his Dec. 3 declaration of martial law'.
    fn noun_behind(&self, ahead: bool) -> Option<Inner> {
        let Look { stage, clause, time } = self;
        let start = time.start.checked_sub(1).filter(|&at| at > clause.start && stage.is(at, EventWord::Determiner))?;
        let near = time.end..clause.end.min(time.end + LONGEST_TAIL_TOKENS);
        let noun = near.take_while(|&at| stage.reading.is_word(at)).find(|&at| stage.is_event_noun(at))?;
        let ends = |at: &usize| self.is_comma(*at) || self.opens(*at) || stage.is_verb(*at) || stage.is_in_time(*at);
        let end = (noun + 1..clause.end).find(ends).unwrap_or(clause.end);
        let plans = |at: usize| stage.status_cue(at) == Some(StatusCue::Planned);
        let told = self.is_timed(start) || !ahead && (clause.start..start).any(plans);
        (told && stage.has_verb(clause.start..start)).then_some(Inner { words: start..end, verb: Some(noun) })
    }

    /// An event right before the comma before its time, of a clause that plans nothing.
    fn noun_to_come(&self) -> Option<Inner> {
        let Look { stage, clause, time } = self;
        let lead = time.start.checked_sub(1).filter(|&at| stage.is_time_preposition(at)).unwrap_or(time.start);
        let comma = lead.checked_sub(1).filter(|&at| self.is_comma(at))?;
        let noun = comma.checked_sub(1).filter(|&at| at > clause.start && stage.is_event_noun(at))?;
        let from = clause.start.max(noun.saturating_sub(LONGEST_THING_TOKENS));
        let stops = |at: &usize| self.opens(*at) || stage.is_time_preposition(*at) || stage.is_verb(*at);
        let start = (from..noun).rev().find(stops).map_or(from, |at| at + 1);
        let plans = |at: usize| stage.status_cue(at) == Some(StatusCue::Planned);
        let told = stage.has_verb(clause.start..start) && !(clause.start..time.start).any(plans);
        told.then_some(Inner { words: start..time.end, verb: Some(noun) })
    }

    /// A clause whose time stands between its subject and its verb, of which another verb has none: 'was sued after the ministry in May
    /// found it guilty'.
    fn clause_around(&self) -> Option<Inner> {
        let Look { stage, clause, time } = self;
        let close = |at: &usize| !self.is_comma(*at) && !stage.is_verb(*at);
        let near = (clause.start..time.start).rev().take(LONGEST_REACH_TOKENS).take_while(close);
        let opens = |at: &usize| stage.opens_clause(*at) && !stage.is_and(*at) && !stage.is_relative(*at);
        let opener = near.into_iter().find(opens).filter(|opener| opener + 2 < time.start)?;
        // 'appeared before the court on Monday charged with murder'
        let is_participle = stage.is(time.end, EventWord::Participle) || stage.is_time_preposition(time.end + 1);
        let has_verb = stage.is_main_verb(time.end) && !self.says(time.end) && !is_participle;
        let told = stage.pack.grammar.verbs_inflect && has_verb && stage.has_verb(clause.start..opener);
        let end = (time.end..clause.end).find(|&at| self.is_comma(at)).unwrap_or(clause.end);
        told.then_some(Inner { words: opener + 1..end, verb: Some(time.end) })
    }

    /// 'Menurut rencana 20 butir yang diumumkan Gedung Putih pada 29 September, Hamas harus melucuti senjata': what was done to that by which
    /// the clause behind its comma is so, where that is no report.
    fn source_of_plan(&self) -> Option<Inner> {
        let Look { stage, clause, time } = self;
        if !stage.pack.grammar.noun_first || !self.is_comma(time.end) {
            return None;
        }
        let phrases = stage.pack.cues.speech.starting(stage.rest(clause.start));
        let (len, _) = phrases.filter(|(_, cues)| cues.contains(&Cue::According)).last()?;
        let words = clause.start + len..time.end;
        let relative = words.clone().find(|&at| stage.is_relative(at))?;
        let paper =
            |at: usize| stage.is(at, EventWord::Report) || stage.says(at, |cue| *cue == Cue::Document).is_some();
        let verb = (relative..time.start).find(|&at| stage.is_main_verb(at))?;
        let told = !(words.start..relative).any(|at| paper(at) || self.is_comma(at)) && !paper(words.start);
        told.then_some(Inner { words, verb: Some(verb) })
    }

    /// Whether the verb before `opener` is in the perfect, which no day in the past can date: 'has been charged after a stabbing on
    /// Saturday'.
    fn is_perfect(&self, opener: usize) -> bool {
        let stage = self.stage;
        let verb = (self.clause.start + 1..opener).rev().find(|&at| stage.is_main_verb(at));
        let light = |at: &usize| stage.is(*at, EventWord::Auxiliary) && !stage.is(*at, EventWord::State);
        let tense = verb.and_then(|verb| (self.clause.start..verb).rev().find(|at| !light(at)));
        let has = |at: usize| stage.is(at, EventWord::State) && stage.is(at, EventWord::Auxiliary);
        stage.pack.grammar.verbs_inflect
            && tense
                .is_some_and(|at| has(at) && !stage.is(at, EventWord::Passive) && !stage.is(at, EventWord::Pluperfect))
    }

    /// What was done since, or before the deed of the clause that has a time of its own or follows: 'has not spoken since being
    /// arrested in March', 'After winning the title in 2022, she retired'.
    fn deed(&self) -> Option<Inner> {
        let Look { stage, clause, time } = self;
        let from = clause.start.max(time.start.saturating_sub(LONGEST_REACH_TOKENS));
        let near = (from..time.start).rev().take_while(|&at| !self.is_comma(at) && !stage.is_quotation_mark(at));
        let opener = near.into_iter().find(|&at| self.leads(at) && self.is_without_subject(at + 1))?;
        let behind = || opener + 1..time.start;
        let verb = behind().find(|&at| stage.is_main_verb(at)).or_else(|| behind().find(|&at| self.has_form(at)))?;
        let others = (verb + 1..time.start).any(|at| stage.is_main_verb(at) || self.says(at));
        let told = stage.has_verb(clause.start..opener);
        let follows = opener == clause.start && self.is_comma(time.end);
        let is_own = told && (self.is_since(opener) || self.is_timed(opener)) || follows;
        (is_own && !others && !self.says(verb)).then_some(Inner { words: opener + 1..time.end, verb: Some(verb) })
    }

    /// What was done to a thing that the clause speaks of: 'reopened the inquiry closed in 2011', 'The treaty signed in 1951 still
    /// binds both'. A verb for it that has no object is a participle.
    fn thing(&self) -> Option<Inner> {
        let Look { stage, clause, time } = self;
        let from = clause.start.max(time.start.saturating_sub(LONGEST_TAIL_TOKENS));
        let done = (from..time.start).rev().find(|&at| stage.is(at, EventWord::Participle))?;
        // 'in a poll taken last week'
        let paper = |at: usize| stage.len_of(at, EventWord::Report).is_some_and(|len| at + len > done);
        let noun = done.checked_sub(1).filter(|&at| !paper(at))?;
        let is_object = |at: usize| stage.is(at, EventWord::Determiner) || !stage.reading.is_word(at);
        let is_passive = |at: usize| stage.is(at, EventWord::Passive) || stage.is(at, EventWord::Auxiliary);
        let auxiliaries = clause.start.max(done.saturating_sub(2))..done;
        if (done + 1..time.start).any(is_object)
            || auxiliaries.clone().any(is_passive)
            || !self.is_noun(noun, clause.start)
        {
            return None;
        }
        let near = clause.start.max(done.saturating_sub(LONGEST_THING_TOKENS))..noun;
        // 'a £114-million contract signed in May'
        let amount =
            |at: usize| stage.reading.is_number(at) || matches!(stage.reading.mark(at), '-' | '$' | '£' | '€' | '₹');
        let is_within = |&at: &usize| {
            self.is_noun(at, clause.start) || stage.is(at, EventWord::Determiner) || amount(at) || stage.is_amount(at)
        };
        // '38 of 45 drones launched overnight' has no article of its own.
        let is_of = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::Of);
        // 'Two men arrested on Friday were charged'
        let counted = |at: usize| at == clause.start && stage.is_amount(at);
        let article = |&at: &usize| stage.is(at, EventWord::Determiner) && !is_of(at) || counted(at);
        let thing = near.rev().take_while(is_within).find(article)?;
        // 'The band signed in 2019 with a label' tells nothing else.
        let is_all = thing == clause.start && !(time.end..clause.end).any(|at| stage.is_verb(at));
        (!is_all).then_some(Inner { words: thing..time.end, verb: Some(done) })
    }

    /// Whether a word may be the noun for a thing or one that tells of which kind it is.
    fn is_noun(&self, at: usize, start: usize) -> bool {
        let stage = self.stage;
        at >= start
            && stage.reading.is_word(at)
            && !stage.is(at, EventWord::Determiner)
            && !stage.is_time_preposition(at)
            && !self.opens(at)
            && !stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::Between)
            && stage.says(at, |cue| *cue == Cue::Pronoun).is_none()
    }

    /// Whether the word at `at` leads to a time as well as to a clause: 'since', 'setelah'.
    fn leads(&self, at: usize) -> bool {
        self.stage.is_time_preposition(at) && self.stage.opens_clause(at)
    }

    fn is_since(&self, at: usize) -> bool {
        self.stage.is(at, EventWord::Lasting) || self.stage.is(at, EventWord::Since)
    }

    fn is_clock_time(&self) -> bool {
        let times = self.stage.found.times.items();
        let start = self.stage.reading.span(self.time.clone()).start;
        let time = times.get(times.partition_point(|it| it.span.start < start));
        time.and_then(|it| it.value.interval()).is_some_and(|it| it.grain <= Grain::Hour)
    }

    /// Whether the words of the clause before `opener` have a time of their own.
    fn is_timed(&self, opener: usize) -> bool {
        times_in(self.stage, self.clause.start..opener).iter().any(|other| other.end <= opener)
    }

    /// Whether a verb stands at `at` that has the subject of the clause before: 'returning', 'bergabung'.
    fn is_without_subject(&self, at: usize) -> bool {
        let goes_on = self.stage.is(at, EventWord::Auxiliary) && self.stage.is_verb(at + 1);
        let has_marks = !self.stage.pack.cues.participle_suffixes.is_empty();
        self.has_form(at) || !has_marks && (self.stage.is_main_verb(at) || goes_on)
    }

    fn has_form(&self, at: usize) -> bool {
        !self.stage.reading.is_capitalised(at) && self.stage.pack.cues.aside_suffix(self.stage.reading.text(at))
    }

    fn opens(&self, at: usize) -> bool {
        self.stage.is_and(at) || self.stage.opens_clause(at) || self.stage.is(at, EventWord::Complementiser)
    }

    fn says(&self, at: usize) -> bool {
        self.stage.says(at, |cue| matches!(cue, Cue::Says(_) | Cue::Told)).is_some()
    }

    fn is_comma(&self, at: usize) -> bool {
        self.stage.reading.is_comma(at)
    }
}
