//! One sentence, and what its words are to events.

use std::cell::Cell;
use std::ops::Range;

use super::Found;
use crate::analysis::reading::Reading;
use crate::lang::{Cue, EventWord, NameCue, Pack, StatusCue, WordId};
use crate::model::{Attribution, AttributionId, Grain, Interval, SentenceId, Source, Span, TimeExpression, TimeValue};

/// So many names stand in one another.
pub(super) const DEEPEST_NAMES: usize = 3;

/// ', more than three and a half years before' has at most as many tokens.
const LONGEST_LENGTH_TOKENS: usize = 9;

/// One sentence of the article with all that was found before.
pub(super) struct Stage<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) pack: &'a Pack,
    pub(super) found: &'a Found<'a>,
    pub(super) sentence: SentenceId,
    pub(super) span: Span,
    tokens: Range<usize>,
    /// Whether each of its words is a verb, once that was asked: see [`Stage::is_verb`].
    pub(super) verbs: Vec<Cell<Option<bool>>>,
}

impl<'a> Stage<'a> {
    /// The sentence at `span`, or the part of it that is looked at.
    pub(super) fn new(
        reading: &'a Reading<'a>,
        pack: &'a Pack,
        found: &'a Found<'a>,
        sentence: SentenceId,
        span: Span,
    ) -> Stage<'a> {
        let tokens = reading.tokens_in(span);
        let verbs = vec![Cell::new(None); tokens.len()];
        Stage { reading, pack, found, sentence, span, tokens, verbs }
    }

    /// The tokens of the sentence.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.tokens.clone()
    }

    /// The words of the sentence from `at` on; none behind its end.
    pub(super) fn rest(&self, at: usize) -> &'a [WordId] {
        self.reading.words.get(at..self.tokens.end).unwrap_or(&[])
    }

    /// The tokens of a time, to the end of its range.
    pub(super) fn time_tokens(&self, time: &TimeExpression) -> Range<usize> {
        self.reading.tokens_in(self.told_time(time))
    }

    /// The words for a time, to the end of its range.
    fn told_time(&self, time: &TimeExpression) -> Span {
        time.until.map_or(time.span, |until| time.span.join(self.found.times[until].span))
    }

    /// The words for a time, and those for the day of an hour behind it.
    pub(super) fn time_with_day(&self, time: &TimeExpression) -> Span {
        let told = self.told_time(time);
        let is_hour = time.value.interval().is_some_and(|it| it.grain <= Grain::Hour);
        let day = if is_hour { self.day_behind(&self.reading.tokens_in(told)) } else { None };
        day.map_or(told, |day| told.join(day.span))
    }

    /// The day that stands right behind an hour: 'shortly after 06:20 on Saturday', 'pukul 23.59, Kamis (29/8)'.
    pub(super) fn day_behind(&self, hour: &Range<usize>) -> Option<&TimeExpression> {
        let times = self.found.times.items();
        let end = self.reading.span(hour.clone()).end;
        let day = times.get(times.partition_point(|time| time.span.start < end))?;
        let between = hour.end..self.time_tokens(day).start;
        let is_day = day.value.interval().is_some_and(|it| it.grain <= Grain::Day);
        let comma = |at: usize| self.pack.grammar.noun_first && self.reading.mark(at) == ',';
        let light = |at: usize| self.is_time_preposition(at) || comma(at);
        (is_day && between.len() <= 1 && between.clone().all(light)).then_some(day)
    }

    /// Whether a phrase of this kind begins at `at`; none reaches beyond the sentence.
    #[inline]
    pub(super) fn is(&self, at: usize, word: EventWord) -> bool {
        self.len_of(at, word).is_some()
    }

    /// How many tokens the longest phrase of this kind has that begins at `at`.
    #[inline]
    pub(super) fn len_of(&self, at: usize, word: EventWord) -> Option<usize> {
        let rest = self.rest(at);
        // It is asked for most words and kinds, and nearly always they have nothing to do with each other.
        if self.pack.cues.events.may_open(*rest.first()?, word) { self.longest(rest, word) } else { None }
    }

    fn longest(&self, rest: &[WordId], word: EventWord) -> Option<usize> {
        let phrases = self.pack.cues.events.words.starting(rest);
        phrases.filter(|(_, words)| words.contains(&word)).map(|(len, _)| len).last()
    }

    /// Whether a word says that something is not so: 'not', but not that of 'not only'.
    pub(super) fn negates(&self, at: usize) -> bool {
        self.is(at, EventWord::Negation) && !self.is(at, EventWord::NoNegation)
    }

    pub(super) fn is_and(&self, at: usize) -> bool {
        // 'for' joins the words of names: 'Centers for Disease Control and Prevention'.
        let joins = |&word: &WordId| {
            self.pack.cues.names.of(word).contains(&NameCue::And) && !self.pack.cues.time_prepositions.has(word)
        };
        self.reading.words.get(at).is_some_and(joins)
    }

    pub(super) fn is_time_preposition(&self, at: usize) -> bool {
        self.reading.words.get(at).is_some_and(|&word| self.pack.cues.time_prepositions.has(word))
    }

    pub(super) fn is_relative(&self, at: usize) -> bool {
        self.reading.words.get(at).is_some_and(|&word| self.pack.cues.relatives.has(word))
    }

    pub(super) fn opens_clause(&self, at: usize) -> bool {
        let opens_none = |at: usize| self.pack.cues.no_openers.begins(self.rest(at));
        self.pack.cues.clause_openers.begins(self.rest(at)) && !opens_none(at) && !(at > 0 && opens_none(at - 1))
    }

    /// Whether a word for 'that' opens what is said at `at`, and does not point at a noun: 'stood on that platform'.
    pub(super) fn opens_said(&self, at: usize) -> bool {
        let points = || self.pack.grammar.verbs_inflect && at > 0 && self.is_time_preposition(at - 1);
        self.is(at, EventWord::Complementiser) && !points()
    }

    pub(super) fn is_quotation_mark(&self, at: usize) -> bool {
        matches!(self.reading.mark(at), '“' | '”' | '"' | '«' | '»' | '„')
    }

    pub(super) fn is_event_noun(&self, at: usize) -> bool {
        self.pack.cues.event_nouns.begins(self.rest(at))
    }

    /// Whether `span` is a part of a longer name that was found.
    pub(super) fn is_within_name(&self, span: Span) -> bool {
        let mentions = self.found.mentions.items();
        let behind = mentions.partition_point(|mention| mention.span.start < span.start);
        mentions[..behind].iter().rev().take(DEEPEST_NAMES).any(|mention| mention.span.covers(span))
    }

    /// Whether a word is written as a name: with a capital letter within the sentence.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let start = self.tokens().start;
        self.reading.is_capitalised(at) && at > start && !matches!(self.reading.mark(at - 1), '“' | '"' | '‘')
    }

    /// Whether an amount stands at `at`: a number, or a currency before one.
    pub(super) fn is_amount(&self, at: usize) -> bool {
        let currency = matches!(self.reading.mark(at), '$' | '€' | '£' | '¥' | '₹');
        self.reading.is_number(at) || currency && self.reading.is_number(at + 1)
    }

    /// How many tokens the longest phrase of speech of a wanted kind has that begins at `at`. What attributes counts only where
    /// it does so: many verbs of saying tell of deeds as well, and 'by' is not always an author's.
    pub(super) fn says(&self, at: usize, wanted: impl Fn(&Cue) -> bool) -> Option<usize> {
        let attributes = |cue: &Cue| {
            matches!(cue, Cue::Says(_) | Cue::SaysBehind(_) | Cue::SaysWithPronoun | Cue::Via | Cue::According)
        };
        let counts = |cue: &Cue| wanted(cue) && (!attributes(cue) || self.attributes(at));
        let phrases = self.pack.cues.speech.starting(self.rest(at));
        phrases.filter(|(_, cues)| cues.iter().any(counts)).map(|(len, _)| len).last()
    }

    /// What the phrase at `at` says of the status of an event, unless it is a noun or part of a time: 'in May'.
    pub(super) fn status_cue(&self, at: usize) -> Option<StatusCue> {
        let behind_article = at > 0 && self.is(at - 1, EventWord::Determiner);
        let (_, cues) = self.pack.cues.status.longest(self.rest(at)).filter(|_| !behind_article)?;
        let in_time = self.reading.is_capitalised(at) && self.is_in_time(at);
        // 'cikal bakal', 'bakal calon bupati'
        let plans = cues[0] != StatusCue::Planned
            || !(self.is(at, EventWord::NoPlan) || at > 0 && self.is(at - 1, EventWord::NoPlan));
        (!in_time && plans).then(|| cues[0])
    }

    /// 'pukul 19.00' hits nobody.
    pub(super) fn is_hour(&self, at: usize) -> bool {
        self.reading.is_number(at + 1) && self.is_in_time(at)
    }

    /// Whether the word at `at` is part of a time.
    pub(super) fn is_in_time(&self, at: usize) -> bool {
        let word = self.reading.span(at..at + 1);
        let times = self.found.times.items();
        let last = times.partition_point(|time| time.span.start <= word.start);
        times[..last].last().is_some_and(|time| time.span.covers(word))
    }

    /// Whether a time begins behind the day of publication, as far as that is known.
    pub(super) fn is_ahead(&self, interval: Interval) -> bool {
        self.found.published.is_some_and(|today| interval.first_day() > today)
    }

    /// Whether it is told how long before or after something else was, with the word at `at`: 'two days after', but not 'for two days after'.
    pub(super) fn is_behind_length(&self, at: usize) -> bool {
        let times = self.found.times.items();
        let start = self.reading.span(at..at + 1).start;
        let before = times[..times.partition_point(|time| time.span.start < start)].last();
        before.is_some_and(|time| {
            let length = self.reading.tokens_in(time.span);
            let lasts = length.start > 0 && self.is_time_preposition(length.start - 1);
            matches!(time.value, TimeValue::Duration(_)) && length.end == at && !lasts
        })
    }

    /// The comma that closes what tells how long before or after something else a time was, behind that time and its comma: 'In June 2022,
    /// a month before work began, neighbours had asked'.
    pub(super) fn length_aside(&self, time: usize) -> Option<usize> {
        if self.reading.mark(time) != ',' || !self.pack.grammar.verbs_inflect {
            return None;
        }
        let comma = |at: &usize| self.reading.is_comma(*at);
        let close = (time + 1..self.tokens.end).find(comma)?;
        let opens = |at: usize| self.is_time_preposition(at) && self.opens_clause(at) && self.is_behind_length(at);
        (time + 2..close.min(time + LONGEST_LENGTH_TOKENS)).any(opens).then_some(close)
    }

    /// Whether the word at `at` does attribute something here: many verbs of saying tell of a deed as well ('menolak usulan').
    fn attributes(&self, at: usize) -> bool {
        let span = self.reading.span(at..at + 1);
        self.attributions().any(|(_, attribution)| {
            attribution.cue.overlaps(span) || attribution.via.iter().any(|via| via.cue.overlaps(span))
        })
    }

    pub(super) fn attributions(&self) -> impl Iterator<Item = (AttributionId, &Attribution)> {
        let attributions = self.found.attributions;
        Attribution::reaching(attributions, self.span).map(|id| (id, &attributions[id]))
    }

    /// What somebody said before they did what the verb at `verb` tells, with its cue and the word for 'and' behind it: 'denied the report and
    /// flew to Brazil'.
    pub(super) fn said_before_deed(&self, verb: usize) -> Option<(AttributionId, Range<usize>)> {
        let start = self.reading.span(verb..verb + 1).start;
        let before = |it: &Attribution| it.contents().all(|said| it.cue.end <= said.start && said.end <= start);
        let end = |it: &Attribution| it.contents().map(|said| said.end).max().unwrap_or(it.cue.end);
        let joined = |and: usize| self.is_and(and) && (and + 1..verb).all(|at| self.is(at, EventWord::Auxiliary));
        let said = self.attributions().filter(|(_, it)| it.source.is_some() && before(it));
        let found = said.map(|(id, it)| (id, self.reading.token_from(it.cue.start)..self.reading.token_from(end(it))));
        found.filter(|(_, said)| said.end < verb && joined(said.end)).last()
    }

    /// The attribution that the event with the verb at `verb` rests on: one with outlets, else one of which it is said, whose source is
    /// not the publisher's to vouch for, else any of which it is.
    pub(super) fn attribution_of(&self, verb: usize) -> Option<AttributionId> {
        let verb = self.reading.span(verb..verb + 1);
        let holds = |attribution: &Attribution| attribution.contents().any(|said| said.covers(verb));
        let weight = |attribution: &Attribution| {
            let unnamed = matches!(attribution.source, Some(Source::Unnamed { .. }));
            (!attribution.via.is_empty(), attribution.primary || unnamed)
        };
        let held = self.attributions().filter(|(_, attribution)| !attribution.via.is_empty() || holds(attribution));
        held.max_by_key(|(_, attribution)| weight(attribution)).map(|(id, _)| id)
    }
}
