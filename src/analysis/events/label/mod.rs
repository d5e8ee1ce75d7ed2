//! The label of an event: words of its sentence, and only those.
//!
//! Left out are what joins the sentence to the one before, the words for the time (the timeline shows it), what an
//! outlet coined, brackets, and what goes beyond the width of a label.

mod fit;

use super::charge;
use super::clauses::Part;
use super::stage::Stage;
use crate::analysis::reading::Reading;
use crate::analysis::verbs;
use crate::lang::{Cue, EventWord, Pack};
use crate::model::{Attribution, Span};

/// The pieces of the label of the event whose verb stands at `verb`, in order.
pub(super) fn cut(stage: &Stage, part: &Part, verb: usize, time: Option<Span>) -> Vec<Span> {
    let Stage { reading, pack, found, span: sentence, .. } = *stage;
    let mut label = Label { stage, reading, pack, verb, pieces: part.pieces(stage) };
    if let Some(time) = time {
        label.keep_clause();
        label.keep_aside(time);
    }
    label.drop_connective();
    if let Some(time) = time {
        label.drop_time(time);
        label.drop_when();
    }
    let verb_starts = reading.span(verb..verb + 1).start;
    for id in Attribution::reaching(found.attributions, sentence) {
        let told = told_by(&found.attributions[id], sentence);
        // What holds the verb is the event, whoever told it.
        told.filter(|told| !told.contains(verb_starts)).for_each(|told| label.drop_told(told));
    }
    label.drop_lead();
    label.drop_tail();
    label.drop_brackets();
    label.drop_joined();
    label.hold_verb();
    label.shorten();
    label.trim();
    label.drop_loose_end();
    label.pieces
}

/// The words of a sentence that somebody said, with whoever said them where the sentence holds all of it: of a quotation that
/// began before, its end ('... in Paris," Sinner, who won in January, told reporters'). Behind what was said, whoever said it.
fn told_by(attribution: &Attribution, sentence: Span) -> impl Iterator<Item = Span> {
    let is_whole = sentence.covers(attribution.scope) && attribution.scope != sentence;
    let began_before = attribution.scope.start < sentence.start;
    let ends = attribution.contents().filter(move |piece| began_before && piece.end < sentence.end);
    let closes = attribution.contents().all(|piece| piece.end <= attribution.cue.start);
    let tail = Span::new(attribution.content.end.min(attribution.scope.end), attribution.scope.end);
    let tail = Some(tail).filter(|_| closes && sentence.covers(attribution.scope));
    is_whole.then_some(attribution.scope).into_iter().chain(tail).chain(ends)
}

/// The longest phrase that goes with what somebody called it, in tokens: 'dalam suasana' before 'yang disebut KCNA'.
const LONGEST_CALLED_TOKENS: usize = 3;

/// The longest name of a speaker between a comma and the verb of saying, in tokens.
const LONGEST_SPEAKER_TOKENS: usize = 10;

struct Label<'a> {
    stage: &'a Stage<'a>,
    /// The token of the event's verb.
    verb: usize,
    reading: &'a Reading<'a>,
    pack: &'a Pack,
    pieces: Vec<Span>,
}

impl Label<'_> {
    /// Keeps what stands between the semicolons around the verb.
    fn keep_clause(&mut self) {
        let Some(first) = self.pieces.first().copied() else { return };
        let tokens =
            self.reading.tokens_in(first).start..self.pieces.last().map_or(0, |it| self.reading.tokens_in(*it).end);
        let parts = |at: &usize| self.reading.mark(*at) == ';' || self.turns_to_other(*at);
        let start = (tokens.start..self.verb).rev().find(parts);
        let end = (self.verb..tokens.end).find(parts);
        if let Some(start) = start {
            let joint = start + usize::from(self.reading.mark(start) == ',');
            self.drop(Span::new(first.start, self.reading.tokens[joint].span().end));
        }
        if let Some(end) = end {
            self.drop(self.reading.span(end..tokens.end));
        }
    }

    /// ', tapi striker yang mencetak enam gol': whether a clause with a subject of its own begins behind the comma at `at`, by a word for
    /// 'but' or 'while'.
    fn turns_to_other(&self, at: usize) -> bool {
        let stage = self.stage;
        let comma = self.reading.mark(at) == ',' && !self.reading.is_glued(at + 1);
        let end = stage.tokens().end;
        let goes_on = |at: usize| stage.is_verb(at) || stage.is(at, EventWord::Auxiliary) || stage.negates(at);
        comma
            && stage.is(at + 1, EventWord::Contrast)
            && at + 2 < end
            && !goes_on(at + 2)
            && stage.has_verb(at + 2..end)
    }

    /// Keeps the clause about a noun that holds the verb and the time, and the noun, where the sentence goes on behind its
    /// comma: 'documents show how the project, which began in 2022, was discussed'.
    fn keep_aside(&mut self, time: Span) {
        let Some(last) = self.pieces.last().copied() else { return };
        let (tokens, time) = (self.reading.tokens_in(last), self.reading.tokens_in(time));
        let is_comma = |at: usize| self.reading.mark(at) == ',' && !self.reading.is_glued(at + 1);
        let opens = |at: &usize| self.stage.is_relative(*at) && is_comma(at - 1);
        let Some(relative) = (tokens.start + 2..self.verb).rev().find(opens) else { return };
        let close = (self.verb.max(time.end - 1) + 1..tokens.end).find(|&at| is_comma(at));
        let Some(close) = close.filter(|_| time.start > relative) else { return };
        self.drop(self.reading.span(close..tokens.end));
        let leads = |at: &usize| self.stage.opens_clause(*at) || self.stage.is(*at, EventWord::Complementiser);
        if let Some(lead) = (tokens.start..relative - 1).rev().find(leads) {
            self.drop(Span::new(last.start, self.reading.tokens[lead].span().end));
        }
    }

    /// Drops 'Adapun', 'Selain itu,' at the start.
    fn drop_connective(&mut self) {
        let Some(first) = self.pieces.first_mut() else { return };
        let tokens = self.reading.tokens_in(*first);
        let mut at = tokens.start;
        // So are words that take up the event told before: the label stands beside its day.
        let joins = |at: usize| {
            let words = &self.reading.words[at..tokens.end];
            let cues = &self.pack.cues;
            cues.connectives.longest(words).or_else(|| cues.events.inherits.longest(words)).map(|(len, _)| len)
        };
        while let Some(len) = joins(at) {
            at += len;
            if self.reading.mark(at) == ',' {
                at += 1;
            }
        }
        // 'Kala itu, katanya, warga menyambut'
        let says =
            self.stage.says(at, |cue| *cue == Cue::SaysWithPronoun).filter(|len| self.reading.mark(at + len) == ',');
        at += says.filter(|_| self.pack.grammar.noun_first).map_or(0, |len| len + 1);
        // 'setelah hujan lebat mengguyur wilayah itu': what joined the clause to the one before.
        let joint = at > self.stage.tokens().start && self.stage.opens_clause(at) && !self.stage.is_relative(at);
        if joint && self.pack.grammar.noun_first && at < self.verb {
            at += 1;
        }
        if at < tokens.end {
            *first = self.reading.span(at..tokens.end);
        }
    }

    /// Drops the word that joined the clause to its time: 'in 2021, when the roof caved in'.
    fn drop_when(&mut self) {
        let Some(first) = self.pieces.first_mut() else { return };
        let tokens = self.reading.tokens_in(*first);
        let when = tokens.start + usize::from(self.reading.mark(tokens.start) == ',');
        if when + 1 < tokens.end && self.stage.is(when, EventWord::When) {
            *first = self.reading.span(when + 1..tokens.end);
        }
    }

    /// Drops what somebody said; behind the verb with the phrase that it only describes: 'in an atmosphere that KCNA called
    /// "warm"'.
    fn drop_told(&mut self, told: Span) {
        let at = self.reading.token_from(told.start);
        let noun = if at > 0 && self.stage.is_relative(at - 1) { at - 1 } else { at };
        let phrase = (self.verb + 1..noun).rev().take(LONGEST_CALLED_TOKENS);
        let mut phrase = phrase.take_while(|&at| self.reading.is_word(at) && !self.reading.is_capitalised(at));
        let preposition = phrase.find(|&at| at + 1 < noun && self.stage.is_time_preposition(at));
        let start = preposition.map_or(told.start, |at| self.reading.tokens[at].span().start);
        self.drop(Span::new(start, told.end));
    }

    /// Drops who says it, before what is said, if that has a subject of its own: 'X mengatakan bahwa', 'X said'.
    fn drop_lead(&mut self) {
        // 'A pastor accused of forging a will'
        let charged = charge::leads_to(self.stage, self.verb).is_some();
        let Some(first) = self.pieces.first().copied().filter(|_| !charged) else { return };
        let tokens = self.reading.tokens_in(first);
        let says = |at: usize| self.stage.says(at, |cue| matches!(cue, Cue::Says(_) | Cue::Told));
        let before = tokens.start..self.verb.min(tokens.end);
        let opens = before.clone().rev().find(|&at| self.stage.is(at, EventWord::Complementiser));
        let start =
            opens.map(|at| at + 1).filter(|&at| (tokens.start..at).any(|at| says(at).is_some())).or_else(|| {
                let cue = before.clone().rev().find(|&at| self.stage.is_verb(at) && says(at).is_some())?;
                let next = cue + 1;
                let comma = self.reading.mark(next) == ',';
                let next = if comma { next + 1 } else { next };
                let object =
                    self.stage.is_time_preposition(next) || self.stage.says(cue, |cue| *cue == Cue::Told).is_some();
                let subject = !self.begins_with_deed(next) && !self.stage.is(next, EventWord::Auxiliary);
                (subject && (comma || !object)).then_some(next)
            });
        if let Some(start) = start.filter(|&start| start < self.verb) {
            self.drop(self.reading.span(tokens.start..start));
        }
    }

    /// Whether a verb stands at `at` that is no noun as well: 'menjelaskan longsor pertama terjadi'.
    fn begins_with_deed(&self, at: usize) -> bool {
        let noun = || self.pack.grammar.noun_first && !verbs::has_form(self.pack, self.reading.text(at));
        self.stage.is_verb(at) && (at + 1 >= self.verb || !noun())
    }

    /// Drops who says it behind what is said: ', kata X', ', the agency said'.
    fn drop_tail(&mut self) {
        let Some(last) = self.pieces.last().copied() else { return };
        let tokens = self.reading.tokens_in(last);
        let says = |at: usize| {
            let cue = |cue: &Cue| {
                matches!(cue, Cue::Says(_) | Cue::SaysBehind(_) | Cue::SaysWithPronoun | Cue::According | Cue::Via)
            };
            self.stage.says(at, cue).is_some() && !self.stage.is_name(at)
        };
        let commas = (self.verb.max(tokens.start)..tokens.end).filter(|&at| self.reading.mark(at) == ',');
        let leads = |comma: &usize| {
            let near = comma + 1..tokens.end.min(comma + 1 + LONGEST_SPEAKER_TOKENS);
            let cue = near.clone().find(|&at| says(at));
            cue.is_some_and(|cue| !(comma + 1..cue).any(|at| self.stage.is_verb(at) || self.reading.mark(at) == ','))
        };
        if let Some(comma) = commas.into_iter().find(leads) {
            self.drop(self.reading.span(comma..tokens.end));
        }
    }

    /// Drops the time with its preposition; and all before it, where it ends an adverbial that opens the clause.
    fn drop_time(&mut self, time: Span) {
        let Some(first) = self.pieces.first().copied() else { return };
        let tokens = self.reading.tokens_in(time);
        // 'Sunday's runoff' would leave its end behind.
        if self.reading.is_word(tokens.end) && self.reading.is_glued(tokens.end) {
            return;
        }
        let preposition = tokens
            .start
            .checked_sub(1)
            .filter(|&before| self.pack.cues.time_prepositions.has(self.reading.words[before]));
        let start = preposition.unwrap_or(tokens.start);
        let opens = self.reading.mark(tokens.end) == ',' && self.opens_with_preposition(first, start);
        if opens {
            self.drop(Span::new(first.start, self.reading.tokens[tokens.end].span().end));
        } else {
            let comma = start.checked_sub(1).filter(|&at| self.reading.mark(at) == ',');
            self.drop(self.reading.span(comma.unwrap_or(start)..tokens.end));
        }
    }

    /// Whether the words before `time` are one adverbial: 'Dalam wawancara dengan NBC News pada Kamis lalu, ...', but not 'At
    /// least 14 people died on Monday, officials said'.
    fn opens_with_preposition(&self, piece: Span, time: usize) -> bool {
        let start = self.reading.token_from(piece.start);
        if (start..time).contains(&self.verb) {
            return false;
        }
        let is_preposition = |at: usize| self.pack.cues.time_prepositions.has(self.reading.words[at]);
        start == time || is_preposition(start) && (start..time).all(|at| self.reading.mark(at) != ',')
    }

    /// Takes `gap` out of the pieces.
    fn drop(&mut self, gap: Span) {
        let body = self.reading.body;
        let without = |piece: &Span| {
            let before = Span::new(piece.start, piece.end.min(gap.start)).trim(body);
            let behind = Span::new(piece.start.max(gap.end), piece.end).trim(body);
            [before, behind].into_iter().filter(|part| !part.is_empty() && part.start < part.end)
        };
        let mut kept = Vec::with_capacity(self.pieces.len() + 1);
        for piece in &self.pieces {
            if piece.overlaps(gap) {
                kept.extend(without(piece));
            } else {
                kept.push(*piece);
            }
        }
        self.pieces = kept;
    }

    fn drop_brackets(&mut self) {
        let body = self.reading.body;
        let bracket = |piece: &Span| {
            let (text, start) = (piece.of(body), piece.start);
            let open = text.find('(')?;
            let close = text[open..].find(')').map_or(text.len(), |close| open + close + 1);
            Some(Span::new(start + open, start + close))
        };
        while let Some(gap) = self.pieces.iter().find_map(bracket) {
            self.drop(gap);
        }
    }

    /// Drops the marks at either end of each piece: what they divided is gone.
    fn trim(&mut self) {
        let body = self.reading.body;
        for piece in &mut self.pieces {
            let text = piece.of(body);
            let kept = text.trim_matches(|c: char| c.is_whitespace() || is_loose(c));
            let start =
                piece.start + (text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || is_loose(c)).len());
            *piece = Span::new(start, start + kept.len());
        }
        self.pieces.retain(|piece| !piece.is_empty());
    }
}

/// Whether a mark says nothing at the border of a label.
fn is_loose(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '-' | '–' | '—' | '“' | '”' | '"')
}
