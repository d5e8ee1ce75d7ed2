//! The label of an event: words of its sentence, and only those.
//!
//! Left out are what joins the sentence to the one before, the words for the time (the timeline shows it), what an
//! outlet coined, brackets, and what goes beyond the width of a label.

use super::charge;
use super::clauses::Part;
use super::stage::Stage;
use crate::analysis::reading::Reading;
use crate::lang::{Cue, EventWord, NameCue, Pack, Turn};
use crate::model::{Attribution, Span};

/// The longest label in characters.
const LONGEST_CHARS: usize = 90;

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
        let parts = |at: &usize| self.reading.mark(*at) == ';';
        let start = (tokens.start..self.verb).rev().find(parts);
        let end = (self.verb..tokens.end).find(parts);
        if let Some(start) = start {
            self.drop(Span::new(first.start, self.reading.tokens[start].span().end));
        }
        if let Some(end) = end {
            self.drop(self.reading.span(end..tokens.end));
        }
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
                let subject = !self.stage.is_verb(next) && !self.stage.is(next, EventWord::Auxiliary);
                (subject && (comma || !object)).then_some(next)
            });
        if let Some(start) = start.filter(|&start| start < self.verb) {
            self.drop(self.reading.span(tokens.start..start));
        }
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

    /// Begins later where the verb would lie beyond the longest label: behind the last comma or clause border before it.
    fn hold_verb(&mut self) {
        let body = self.reading.body;
        let verb = self.reading.span(self.verb..self.verb + 1);
        let Some(holder) = self.pieces.iter().position(|piece| piece.covers(verb)) else { return };
        let before: usize = self.pieces[..holder].iter().map(|piece| piece.of(body).chars().count() + 1).sum();
        let piece = self.pieces[holder];
        if before + Span::new(piece.start, verb.end).of(body).chars().count() <= LONGEST_CHARS {
            return;
        }
        let tokens = self.reading.tokens_in(piece);
        let borders = |at: &usize| {
            let comma = self.reading.mark(*at) == ',' && !self.reading.is_glued(at + 1);
            comma || self.stage.opens_clause(*at) || self.stage.is(*at, EventWord::Complementiser)
        };
        let border = (tokens.start..self.verb).rev().find(borders).map_or(self.verb, |at| at + 1);
        self.pieces.drain(..holder);
        self.pieces[0] = Span::new(self.reading.span(border..border + 1).start, piece.end);
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

    /// Drops the words at the end that lead to what is not there: 'discovered by a labourer who', 'after the attack of'.
    fn drop_loose_end(&mut self) {
        let Some(last) = self.pieces.last_mut() else { return };
        let tokens = self.reading.tokens_in(*last);
        let leads = |at: usize| {
            let turns = self.pack.cues.turns.of(self.reading.words[at]);
            // 'ditangkap di', 'tenggelam saat'; in English such a word may belong to its verb ('carried out').
            let noun_first = self.pack.grammar.noun_first;
            let to_place = || self.pack.cues.names.of(self.reading.words[at]).contains(&NameCue::PlacePreposition);
            let adverbial = || turns.contains(&Turn::Adjunct) || to_place() || self.stage.opens_clause(at);
            let leads_on = noun_first && (adverbial() || self.stage.is_time_preposition(at));
            turns.contains(&Turn::Of) || self.stage.is_relative(at) || self.stage.is_and(at) || leads_on
        };
        let is_loose = |at: &usize| !self.reading.is_capitalised(*at) && *at > self.verb && leads(*at);
        let mut end = tokens.end;
        while let Some(word) = (tokens.start..end).rfind(|&at| self.reading.mark(at) == ' ').filter(is_loose) {
            end = word;
        }
        if end < tokens.end && end > tokens.start {
            last.end = self.reading.tokens[end - 1].span().end;
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

    /// Cuts at the last word border within the longest label, before a clause that has no room for what it tells.
    fn shorten(&mut self) {
        let body = self.reading.body;
        let chars = |span: Span| span.of(body).chars().count();
        let (mut left, mut whole) = (LONGEST_CHARS, 0);
        while let Some(length) = self.pieces.get(whole).map(|&piece| chars(piece)).filter(|&length| length <= left) {
            left -= (length + 1).min(left);
            whole += 1;
        }
        let Some(broken) = self.pieces.get(whole).map(|piece| self.reading.tokens_in(*piece)) else { return };
        let fits = |end: usize| chars(self.reading.span(broken.start..end)) <= left;
        let end = (broken.start + 1..=broken.end).take_while(|&end| fits(end)).last().unwrap_or(broken.start);
        let kept =
            self.pieces[..whole].iter().flat_map(|piece| self.reading.tokens_in(*piece)).chain(broken.start..end);
        let kept: Vec<usize> = kept.collect();
        let end = self.before_clause(&kept).unwrap_or(end);
        self.pieces.truncate(whole + 1);
        self.pieces.retain(|piece| self.reading.tokens_in(*piece).start < end);
        if let Some(last) = self.pieces.last_mut().filter(|last| self.reading.tokens_in(**last).end > end) {
            last.end = self.reading.tokens[end - 1].span().end;
        }
    }

    /// The border of a clause at which to end what is `kept` of the tokens: the last one, if it stands in the second half or
    /// its clause has no room for its verb.
    fn before_clause(&self, kept: &[usize]) -> Option<usize> {
        let end = kept.last()? + 1;
        // What stands before the verb tells nothing without it.
        let first = kept.partition_point(|&at| at <= self.verb).max(1);
        let border = (first..kept.len()).rev().find(|&index| self.borders(kept[index], end))?;
        let has_verb = || kept[border..].iter().any(|&at| self.stage.is_verb(at));
        (border >= kept.len() / 2 || !has_verb()).then(|| kept[border])
    }

    /// Whether a clause begins at `at`, or goes on behind a comma; an 'and' between two names or things begins none.
    fn borders(&self, at: usize, end: usize) -> bool {
        let comma = self.reading.mark(at) == ',' && !self.reading.is_glued(at + 1);
        let begins_verb = |at: usize| self.stage.is_verb(at) || self.stage.is(at, EventWord::Auxiliary);
        let opens = self.pack.cues.clause_openers.longest(&self.reading.words[at..end]).is_some();
        comma || opens && (!self.stage.is_and(at) || begins_verb(at + 1))
    }
}

/// Whether a mark says nothing at the border of a label.
fn is_loose(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '-' | '–' | '—' | '“' | '”' | '"')
}
