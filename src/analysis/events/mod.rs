//! Events: a clause with a placed time and a verb that tells of something done, planned or denied.
//!
//! A date that only dates the report ('dikutip AFP, Minggu (13/7)') makes no event.

mod label;
mod parts;

use parts::Part;

use super::reading::Reading;
use crate::lang::{Cue, NameCue, Pack, StatusCue};
use crate::model::{
    Arena, Attribution, AttributionId, Entity, EntityId, EntityKind, Event, Grain, Mention, Rule, Sentence, SentenceId,
    Source, Span, Status, TimeExpression, TimeId,
};
use crate::text::token::Case;

/// What the stages before this one found.
pub(crate) struct Found<'a> {
    pub(crate) sentences: &'a Arena<Sentence>,
    pub(crate) entities: &'a Arena<Entity>,
    pub(crate) mentions: &'a Arena<Mention>,
    pub(crate) times: &'a Arena<TimeExpression>,
    pub(crate) attributions: &'a Arena<Attribution>,
}

/// The events of an article in the order of the text.
pub(crate) fn find(reading: &Reading, pack: &Pack, found: &Found) -> Arena<Event> {
    let mut events = Arena::new();
    let mut sentence = 0;
    let mut range_end = None;
    for (id, time) in found.times.iter() {
        // The end of a range is told with its beginning.
        if range_end == Some(id) {
            continue;
        }
        range_end = time.until;
        while found.sentences.items().get(sentence).is_some_and(|it| it.span.end <= time.span.start) {
            sentence += 1;
        }
        let Some(span) = found.sentences.items().get(sentence).map(|it| it.span) else { break };
        let stage = Stage { reading, pack, found, sentence: SentenceId::new(sentence), span };
        if let Some(event) = stage.event(id, time) {
            events.push(event);
        }
    }
    events
}

/// One sentence in which a time stands.
struct Stage<'a> {
    reading: &'a Reading<'a>,
    pack: &'a Pack,
    found: &'a Found<'a>,
    sentence: SentenceId,
    span: Span,
}

impl Stage<'_> {
    fn event(&self, id: TimeId, time: &TimeExpression) -> Option<Event> {
        let interval = time.value.interval()?;
        if !self.span.covers(time.span) || interval.grain >= Grain::Decade || self.dates_report(time) {
            return None;
        }
        let attribution = self.attribution();
        // A verb of saying may be that of the event itself: 'declared a state of emergency on Saturday'.
        let (clause, part, verb) =
            [self.clause(attribution), self.span].into_iter().find_map(|clause| self.told_in(clause, time))?;
        let participants = self.participants(clause);
        Some(Event {
            sentence: self.sentence,
            clause,
            label: label::cut(self, part, self.told_time(time)),
            time: id,
            status: self.status(part.words, verb),
            place: self.place(clause),
            participants,
            attribution,
            rule: Rule::from(if time.until.is_some() || interval.is_period() {
                "events/period"
            } else {
                "events/dated-clause"
            }),
        })
    }

    /// The part of `clause` that tells the event at `time`, with the token of its verb or noun of event.
    fn told_in(&self, clause: Span, time: &TimeExpression) -> Option<(Span, Part, usize)> {
        let part = parts::around(self, clause, time);
        let verb = self.reading.tokens_in(part.words).find(|&at| self.is_verb(at) || self.is_event_noun(at))?;
        Some((clause, part, verb))
    }

    fn has_verb(&self, span: Span) -> bool {
        self.reading.tokens_in(span).any(|at| self.is_verb(at))
    }

    fn begins_with_verb(&self, span: Span) -> bool {
        let start = self.reading.token_from(span.start);
        self.is_verb(start) || self.opens_with_status(start)
    }

    /// Whether a comma or a word for 'and' stands at `offset`.
    fn is_divided(&self, offset: usize) -> bool {
        let at = self.reading.token_from(offset);
        self.reading.mark(at) == ',' || self.is_and(at)
    }

    /// Behind the comma and the word for 'and' that stand at `offset`.
    fn after_joint(&self, offset: usize) -> usize {
        let mut at = self.reading.token_from(offset);
        while self.reading.mark(at) == ',' || self.is_and(at) {
            at += 1;
        }
        self.reading.tokens.get(at).map_or(offset, |token| token.span().start)
    }

    fn is_and(&self, at: usize) -> bool {
        self.reading.words.get(at).is_some_and(|&word| self.pack.cues.names.exact(&[word]).contains(&NameCue::And))
    }

    /// What stands before the first verb of the clause.
    fn subject(&self, clause: Span) -> Option<Span> {
        let tokens = self.reading.tokens_in(clause);
        let verb = tokens.clone().find(|&at| self.is_verb(at))?;
        (verb > tokens.start).then(|| self.reading.span(tokens.start..verb))
    }

    /// The words for the time, to the end of its range.
    fn told_time(&self, time: &TimeExpression) -> Span {
        time.until.map_or(time.span, |until| time.span.join(self.found.times[until].span))
    }

    /// Whether the date tells only when something was said or reported: it follows an outlet's name ('dikutip AFP,
    /// Minggu (13/7)'), or the speaker of a quotation ('“...,” kata X, Selasa').
    fn dates_report(&self, time: &TimeExpression) -> bool {
        self.attributions().any(|(_, attribution)| {
            let behind_speaker = attribution.direct
                && attribution.content.end <= attribution.cue.start
                && attribution.cue.end <= time.span.start;
            if behind_speaker {
                return true;
            }
            let Some(last) = attribution.via.last().filter(|via| via.span.end <= time.span.start) else { return false };
            let told = attribution.content.start > time.span.end;
            let between = self.reading.tokens_in(Span::new(last.span.end, time.span.start));
            let is_light = |at: usize| !self.reading.is_word(at) || self.is_time_preposition(at);
            !told && between.clone().all(is_light) && between.len() <= 3
        })
    }

    fn is_time_preposition(&self, at: usize) -> bool {
        !self.pack.cues.time_prepositions.exact(&self.reading.words[at..=at]).is_empty()
    }

    fn attributions(&self) -> impl Iterator<Item = (AttributionId, &Attribution)> {
        let attributions = self.found.attributions;
        Attribution::reaching(attributions, self.span).map(|id| (id, &attributions[id]))
    }

    /// The attribution that the sentence's events rest on: one with outlets, else one whose source is not the
    /// publisher's to vouch for, else any.
    fn attribution(&self) -> Option<AttributionId> {
        let weight = |attribution: &Attribution| {
            let unnamed = matches!(attribution.source, Some(Source::Unnamed { .. }));
            (!attribution.via.is_empty(), attribution.primary || unnamed)
        };
        self.attributions().max_by_key(|(_, attribution)| weight(attribution)).map(|(id, _)| id)
    }

    /// The words that tell of the event: what is said, if that is a clause of its own; else the sentence.
    fn clause(&self, attribution: Option<AttributionId>) -> Span {
        let attribution = attribution.map(|id| &self.found.attributions[id]);
        let whole = attribution.filter(|attribution| attribution.scope.covers(self.span));
        let content = whole.and_then(|attribution| attribution.content.intersect(self.span));
        content.filter(|&content| self.stands_alone(content)).unwrap_or(self.span)
    }

    /// Whether a clause has a verb, and a subject before it.
    fn stands_alone(&self, content: Span) -> bool {
        let tokens = self.reading.tokens_in(content);
        let verb = tokens.clone().find(|&at| self.is_verb(at));
        verb.is_some_and(|verb| verb > tokens.start) && !self.opens_with_status(tokens.start)
    }

    fn opens_with_status(&self, at: usize) -> bool {
        self.pack.cues.status.longest(&self.reading.words[at..]).is_some()
    }

    fn is_event_noun(&self, at: usize) -> bool {
        self.pack.cues.event_nouns.begins(&self.reading.words[at..])
    }

    /// Whether the word at `at` is a verb, or looks like one.
    fn is_verb(&self, at: usize) -> bool {
        let Some(token) = self.reading.tokens.get(at) else { return false };
        let words = &self.reading.words[at..];
        if self.pack.cues.verbs.begins(words) {
            return true;
        }
        let says = |cues: &[Cue]| cues.iter().any(|cue| matches!(cue, Cue::Says(_) | Cue::Publishes));
        if self.pack.cues.speech.longest(words).is_some_and(|(_, cues)| says(cues)) {
            return true;
        }
        let text = self.reading.text(at);
        let lower = token.case == Case::Lower && text.len() > 5;
        let has_form = || {
            let cues = &self.pack.cues;
            cues.verb_prefixes.iter().any(|prefix| text.starts_with(prefix.as_str()))
                || cues.verb_suffixes.iter().any(|suffix| text.ends_with(suffix.as_str()))
        };
        lower && has_form() && !self.pack.cues.not_verbs.has(self.reading.words[at])
    }

    /// The status that the words up to the verb, or just behind it, give.
    fn status(&self, words: Span, verb: usize) -> Status {
        let tokens = self.reading.tokens_in(words);
        let tokens = tokens.start..(verb + 3).min(tokens.end);
        let mut status = Status::Reported;
        for at in tokens.clone() {
            let Some((_, cues)) = self.pack.cues.status.longest(&self.reading.words[at..tokens.end]) else { continue };
            status = match cues[0] {
                StatusCue::Planned => Status::Planned,
                StatusCue::Denied => Status::Denied,
                StatusCue::Alleged => Status::Alleged,
            };
            break;
        }
        status
    }

    fn mentions(&self, clause: Span) -> impl Iterator<Item = &Mention> {
        let first = self.found.mentions.items().partition_point(|mention| mention.span.start < clause.start);
        let rest = &self.found.mentions.items()[first..];
        rest.iter().take_while(move |mention| mention.span.start < clause.end)
    }

    fn participants(&self, clause: Span) -> Vec<EntityId> {
        let mut participants: Vec<EntityId> = Vec::new();
        for mention in self.mentions(clause) {
            let kind = self.found.entities[mention.entity].kind;
            let takes_part = matches!(kind, EntityKind::Person | EntityKind::Organisation) || mention.acting;
            if takes_part && !participants.contains(&mention.entity) {
                participants.push(mention.entity);
            }
        }
        participants
    }

    /// The first place that a preposition governs.
    fn place(&self, clause: Span) -> Option<EntityId> {
        let governed = |mention: &&Mention| {
            let at = self.reading.token_from(mention.span.start);
            let before = at.checked_sub(1).map(|before| self.reading.words[before]);
            before.is_some_and(|word| self.pack.cues.names.exact(&[word]).contains(&NameCue::PlacePreposition))
        };
        let is_place = |mention: &&Mention| self.found.entities[mention.entity].kind == EntityKind::Place;
        self.mentions(clause).filter(is_place).find(governed).map(|mention| mention.entity)
    }
}
