//! Whether an event is denied: by a verb of denial before it, or by a negation in what somebody says.

use super::{NEGATION_TOKENS, Words};
use crate::lang::{Cue, EventWord, StatusCue};
use crate::model::{Attribution, Stance};

impl Words<'_> {
    /// A verb of denial before it, or a negation in what somebody says.
    pub(super) fn is_denied(&self) -> bool {
        // 'would not rule out a rate rise'
        let near = self.verb.saturating_sub(1).max(self.part.start)..=self.verb;
        let denies = |at: usize| {
            let mut phrases = self.stage.pack.cues.speech.starting(self.stage.rest(at));
            phrases.any(|(_, cues)| cues.contains(&Cue::Says(Stance::Deny)))
        };
        let undone = |at: usize| denies(at) && at > self.part.start && self.stage.negates(at - 1);
        if self.stage.pack.grammar.verbs_inflect && near.into_iter().any(undone) {
            return false;
        }
        if self.has(StatusCue::Denied, self.behind_denial())
            && self.stage.status_cue(self.verb) != Some(StatusCue::Denied)
        {
            return true;
        }
        let from = self.behind_denial().max(self.verb.saturating_sub(NEGATION_TOKENS));
        // 'The defendant, of no fixed address, pleaded guilty'
        let comma = |at: &usize| self.stage.pack.grammar.verbs_inflect && self.stage.reading.is_comma(*at);
        let negated = (from..self.verb).rev().take_while(|at| !comma(at)).any(|at| self.stage.negates(at))
            || self.stage.is_of_none(self.verb);
        negated && self.is_somebodys_word()
    }

    /// Where what bears on the verb begins: behind the 'and' that joins a verb with words of tense to what was denied before ('denies
    /// wrongdoing and will stand trial').
    fn behind_denial(&self) -> usize {
        let stage = self.stage;
        let start = self.start().max(self.behind_other_cue()).max(self.behind_denied());
        let tense = |at: &usize| stage.is(*at, EventWord::Auxiliary);
        let first = (start..self.verb).rev().take_while(tense).last();
        let and = first.and_then(|first| first.checked_sub(1)).filter(|&at| at > start && stage.is_and(at));
        // 'denied the report and flew to Brazil'
        let deed = || stage.said_before_deed(self.verb).map(|(_, said)| said.end);
        and.or_else(deed).filter(|_| stage.pack.grammar.verbs_inflect).unwrap_or(start)
    }

    /// Behind what somebody denied before the verb: 'membantah tudingan itu dan akan melapor balik'.
    fn behind_denied(&self) -> usize {
        let reading = self.stage.reading;
        let verb = reading.span(self.verb..self.verb + 1).start;
        let denied = |it: &&Attribution| it.stance == Stance::Deny && it.cue.end <= it.content.start;
        let before = self.stage.attributions().map(|(_, it)| it).filter(denied);
        let ends = before.filter_map(|it| it.contents().map(|said| said.end).max()).filter(|&end| end <= verb);
        ends.max().map_or(0, |end| reading.token_from(end))
    }

    /// The cue of what is said without denying anything, if the verb is told so: 'said' of 'denied any delay and said that they were told'.
    fn behind_other_cue(&self) -> usize {
        let verb = self.stage.reading.span(self.verb..self.verb + 1);
        let says = |it: &Attribution| {
            it.stance != Stance::Deny && it.cue.end <= verb.start && it.contents().any(|said| said.covers(verb))
        };
        let cues = self.stage.attributions().filter(|(_, it)| says(it));
        cues.map(|(_, it)| self.stage.reading.token_from(it.cue.start)).max().unwrap_or(0)
    }

    fn is_somebodys_word(&self) -> bool {
        let says = |cue: &Cue| {
            matches!(cue, Cue::Says(Stance::Claim | Stance::Deny) | Cue::SaysBehind(_) | Cue::SaysWithPronoun)
        };
        // Of a quotation of several sentences, only one holds who said it.
        self.stage.attributions().any(|(_, it)| it.direct)
            || self.stage.tokens().any(|at| self.stage.says(at, says).is_some())
    }
}
