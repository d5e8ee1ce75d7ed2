//! Takes out of a label what somebody said, and who said it.

use super::Label;
use crate::analysis::events::charge;
use crate::analysis::verbs;
use crate::lang::{Cue, EventWord, Turn};
use crate::model::{Attribution, Source, Span};

/// The longest phrase that goes with what somebody called it, in tokens: 'dalam suasana' before 'yang disebut KCNA'.
const LONGEST_CALLED_TOKENS: usize = 3;

/// The longest name of a speaker between a comma and the verb of saying, in tokens.
const LONGEST_SPEAKER_TOKENS: usize = 10;

/// The words of a sentence that somebody said, with whoever said them where the sentence holds all of it: of a quotation that
/// began before, its end ('... in Paris," Sinner, who won in January, told reporters'). Behind what was said, whoever said it.
pub(super) fn told_by(attribution: &Attribution, sentence: Span) -> impl Iterator<Item = Span> {
    let is_whole = sentence.covers(attribution.scope) && attribution.scope != sentence;
    let began_before = attribution.scope.start < sentence.start;
    let ends = attribution.contents().filter(move |piece| began_before && piece.end < sentence.end);
    let closes = attribution.contents().all(|piece| piece.end <= attribution.cue.start);
    let tail = Span::new(attribution.content.end.min(attribution.scope.end), attribution.scope.end);
    let tail = Some(tail).filter(|_| closes && sentence.covers(attribution.scope));
    // 'Instruksi itu, lanjutnya, akan diteken': whoever says it in the middle.
    let mut halves = attribution.contents().take(2);
    let (before, behind) = (halves.next(), halves.next());
    let middle = before.zip(behind).filter(|(before, behind)| {
        let cue = attribution.cue;
        !attribution.direct && before.end <= cue.start && cue.end <= behind.start
    });
    let middle = middle.map(|(before, behind)| Span::new(before.end, behind.start));
    is_whole.then_some(attribution.scope).into_iter().chain(tail).chain(ends).chain(middle)
}

impl Label<'_> {
    /// Drops what somebody says where the verb is in a clause about them: 'Dr Lee, a historian who joined the university in 2010, said the
    /// shop was loved'.
    pub(super) fn drop_said_behind(&mut self, attribution: &Attribution) {
        let (scope, cue) = (attribution.scope, attribution.cue);
        let first = self.reading.token_from(scope.start);
        let saying = self.reading.token_from(cue.start);
        let about = first < self.verb
            && self.verb + 1 < saying
            && self.reading.is_comma(saying - 1)
            && (first..self.verb).any(|at| self.stage.is_relative(at));
        if about && cue.end <= attribution.content.start && self.pack.grammar.verbs_inflect {
            self.drop(Span::new(cue.start, scope.end));
        }
    }

    /// Drops what somebody said; behind the verb with the phrase that it only describes: 'in an atmosphere that KCNA called
    /// "warm"'.
    pub(super) fn drop_told(&mut self, told: Span) {
        let at = self.reading.token_from(told.start);
        let noun = if at > 0 && self.stage.is_relative(at - 1) { at - 1 } else { at };
        let phrase = (self.verb + 1..noun).rev().take(LONGEST_CALLED_TOKENS);
        let mut phrase = phrase.take_while(|&at| self.reading.is_word(at) && !self.reading.is_capitalised(at));
        // 'failed to open, he said': what a comma parts describes no phrase.
        let describes = self.reading.mark(at) != ',';
        let preposition = phrase.find(|&it| describes && it + 1 < noun && self.stage.is_time_preposition(it));
        let start = preposition.map_or(told.start, |at| self.reading.tokens[at].span().start);
        self.drop(Span::new(start, told.end));
    }

    /// Drops who said what stands before: 'officials said, testing a truce that began in May'.
    pub(super) fn drop_speaker(&mut self) {
        let Some(&first) = self.pieces.first().filter(|_| self.pack.grammar.verbs_inflect) else { return };
        let tokens = self.reading.tokens_in(first);
        let closes = |it: &Attribution| {
            let source = it.source.as_ref().map_or(it.cue, Source::span);
            let end = source.end.max(it.cue.end);
            let told = !it.direct && it.contents().all(|said| said.end <= first.start) && end > first.start;
            told.then(|| self.reading.token_from(end))
        };
        let close = self.stage.attributions().find_map(|(_, it)| closes(it));
        let ends = |&at: &usize| at < self.verb && self.reading.is_comma(at) && !self.stage.is_relative(at + 1);
        if let Some(comma) = close.filter(ends) {
            self.drop(self.reading.span(tokens.start..comma + 1));
        }
    }

    /// Drops who says it, before what is said, if that has a subject of its own: 'X mengatakan bahwa', 'X said'.
    pub(super) fn drop_lead(&mut self) {
        // 'A pastor accused of forging a will'
        let charged = charge::leads_to(self.stage, self.verb).is_some();
        let Some(first) = self.pieces.first().copied().filter(|_| !charged) else { return };
        let tokens = self.reading.tokens_in(first);
        if let Some(start) = self.behind_according(tokens.start).or_else(|| self.behind_written(tokens.start)) {
            return self.drop(self.reading.span(tokens.start..start));
        }
        if self.asks_somebody(tokens.start) {
            return;
        }
        let says = |at: usize| self.stage.says(at, |cue| matches!(cue, Cue::Says(_) | Cue::Told));
        let before = tokens.start..self.verb.min(tokens.end);
        let opens = before.clone().rev().find(|&at| self.stage.opens_said(at));
        let start =
            opens.map(|at| at + 1).filter(|&at| (tokens.start..at).any(|at| says(at).is_some())).or_else(|| {
                // 'A memo shows the mill was warned': what attributes behind a paper need look like no verb.
                let inflects = self.pack.grammar.verbs_inflect;
                let tells =
                    |at: usize| self.stage.is_verb(at) || inflects && !self.stage.is(at - 1, EventWord::Determiner);
                let cue = before.clone().rev().find(|&at| says(at).is_some() && at > tokens.start && tells(at))?;
                let next = cue + 1;
                let comma = self.reading.mark(next) == ',';
                let next = if comma { next + 1 } else { next };
                let object =
                    self.stage.is_time_preposition(next) || self.stage.says(cue, |cue| *cue == Cue::Told).is_some();
                // 'confirmed her in a vote'
                let whom = self.stage.says(next, |cue| *cue == Cue::Pronoun).is_some()
                    && self.stage.is_time_preposition(next + 1);
                let subject = !self.begins_with_deed(next) && !self.stage.is(next, EventWord::Auxiliary) && !whom;
                (subject && (comma || !object)).then_some(next)
            });
        if let Some(start) = start.filter(|&start| start < self.verb) {
            self.drop(self.reading.span(tokens.start..start));
        }
    }

    /// 'The council asked residents on Monday to stay indoors': the time is that of the asking, and what is asked has no subject of
    /// its own.
    fn asks_somebody(&self, start: usize) -> bool {
        let stage = self.stage;
        let to = self.verb.checked_sub(1).filter(|&at| at > start + 2);
        let Some(to) = to.filter(|&at| self.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::ToDo)) else {
            return false;
        };
        let timed = (start..to).rev().take_while(|&at| stage.is_in_time(at)).count() > 0;
        let says = |at: usize| stage.says(at, |cue| matches!(cue, Cue::Says(_) | Cue::Told)).is_some();
        let cue = (start..to).rev().find(|&at| stage.is_main_verb(at)).filter(|&at| says(at));
        timed && cue.is_some_and(|cue| !(cue + 1..to).any(|at| stage.is(at, EventWord::Auxiliary)))
    }

    /// Where what is said begins, if the words at `first` tell before it whose word it is: 'Menurut X, tahapan yang ...'.
    fn behind_according(&self, first: usize) -> Option<usize> {
        self.stage.says(first, |cue| *cue == Cue::According)?;
        let cue = self.reading.span(first..first + 1);
        let (_, told) = self.stage.attributions().find(|(_, it)| it.cue.overlaps(cue))?;
        let start = self.reading.token_from(told.content.start);
        (first < start && start < self.verb).then_some(start)
    }

    /// Where what a paper says begins, if the words at `first` name the paper: 'Dalam surat itu disebutkan, rekrutmen ditutup'.
    fn behind_written(&self, first: usize) -> Option<usize> {
        let is_written = |at: usize| self.stage.says(at, |cue| matches!(cue, Cue::SaysBehind(_))).is_some();
        let cue = (first..self.verb).find(|&at| is_written(at)).filter(|_| self.pack.grammar.noun_first)?;
        let word = self.reading.span(cue..cue + 1);
        let (_, told) = self.stage.attributions().find(|(_, it)| it.cue.overlaps(word))?;
        let start = self.reading.token_from(told.content.start);
        (cue < start && start < self.verb && !told.direct).then_some(start)
    }

    /// Drops what leads to the words for how or why something was: 'did not say how they were freed'.
    pub(super) fn drop_question(&mut self) {
        let Some(first) = self.pieces.first().copied() else { return };
        let tokens = self.reading.tokens_in(first);
        let asks = |at: usize| self.stage.is(at, EventWord::When);
        let told = |at: usize| {
            let from = tokens.start.max(at.saturating_sub(LONGEST_SPEAKER_TOKENS));
            (from..at).any(|cue| self.stage.len_of(cue, EventWord::Report).is_some_and(|len| cue + len == at))
        };
        let question =
            (tokens.start..self.verb.min(tokens.end)).find(|&at| asks(at) && (at == tokens.start || told(at)));
        if let Some(at) = question {
            self.drop(self.reading.span(tokens.start..at + 1));
        }
    }

    /// Whether a verb stands at `at` that is no noun as well: 'menjelaskan longsor pertama terjadi'.
    fn begins_with_deed(&self, at: usize) -> bool {
        let noun = || self.pack.grammar.noun_first && !verbs::has_form(self.pack, self.reading.text(at));
        self.stage.is_verb(at) && (at + 1 >= self.verb || !noun())
    }

    /// Whether what the words at `cue` attribute stands behind them: 'after the intruder, Lee Dunmore, claimed he was hurt'.
    fn opens_saying(&self, cue: usize) -> bool {
        let word = self.reading.span(cue..cue + 1);
        let mut said = self.stage.attributions().filter(|(_, it)| it.cue.overlaps(word));
        self.pack.grammar.verbs_inflect && said.any(|(_, it)| it.content.start >= word.end)
    }

    /// Drops who says it behind what is said: ', kata X', ', the agency said'.
    pub(super) fn drop_tail(&mut self) {
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
            let bare = |cue: usize| !(comma + 1..cue).any(|at| self.stage.is_verb(at) || self.reading.mark(at) == ',');
            cue.is_some_and(|cue| bare(cue) && !self.opens_saying(cue))
        };
        if let Some(comma) = commas.into_iter().find(leads) {
            self.drop(self.reading.span(comma..tokens.end));
        }
    }
}
