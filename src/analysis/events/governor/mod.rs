//! What a time in its clause depends on: a verb that tells of a deed, or one that only tells who said so when.
//!
//! 'kata X, Sabtu' and 'police said on Sunday' date the saying; 'Pelaku ditangkap pada Sabtu, kata X' the arrest. The nearest
//! verb before the time decides, as far as no quotation mark, and no word that opens what is said, stands between; without
//! one, the first main verb behind it.

mod borders;
mod saying;

use std::ops::Range;

use super::charge;
use super::clauses;
use super::stage::Stage;
use super::states;
use crate::lang::{Cue, EventWord, StatusCue, Turn};

/// What a time depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Governor {
    /// A verb, with its token, that tells of something done.
    Deed(usize),
    /// Words that tell of the saying.
    Report,
    /// Nothing that is known for a verb.
    Nothing,
}

/// What the time at `time` depends on within the tokens `part`.
pub(super) fn of(stage: &Stage, part: Range<usize>, time: Range<usize>) -> Governor {
    let look = Look { stage, part, time };
    if look.opens_speaking() || look.is_as_told() {
        return Governor::Report;
    }
    match look.before() {
        Some(Governor::Deed(_)) if look.opens_speech() => look.behind().unwrap_or(Governor::Report),
        Some(Governor::Report) if look.opens_interview() => look.own_deed().unwrap_or(Governor::Report),
        Some(governor) => governor,
        None => look.behind().unwrap_or(Governor::Nothing),
    }
}

pub(super) struct Look<'a> {
    pub(super) stage: &'a Stage<'a>,
    pub(super) part: Range<usize>,
    pub(super) time: Range<usize>,
}

impl Look<'_> {
    /// The nearest verb before the time, unless the time opens a clause of its own.
    fn before(&self) -> Option<Governor> {
        if self.opens_clause() {
            return None;
        }
        if self.closes_speech() {
            return Some(Governor::Report);
        }
        // 'would ship replacements starting 4 May'
        let lead = self.time.start.saturating_sub(1);
        let leads = self.stage.is(lead, EventWord::TimeLead) && self.stage.has_verb(self.part.start..lead);
        let mut at = if leads { lead } else { self.time.start };
        let mut deed = None;
        // 'Zitouni, a guard who has worked there for years, was stable in hospital on Monday'
        let aside = clauses::aside_about_noun(self.stage, self.part.start..self.time.start);
        while at > self.part.start {
            at -= 1;
            if aside.contains(&at) {
                continue;
            }
            // 'said on CNBC’s “Squawk Box” this month'
            if let Some(open) = self.title_before(at) {
                at = open;
                continue;
            }
            if let Some(plan) = self.plan_about_noun(at) {
                return Some(Governor::Deed(plan));
            }
            if self.is_barrier(at) {
                break;
            }
            let Some(governor) = self.at(at) else { continue };
            let governor = if self.is_about_report(at) { Governor::Report } else { governor };
            match (governor, deed) {
                // 'kata X saat tiba di Jakarta, Sabtu'
                (Governor::Report, Some(verb)) if self.is_circumstance(at, verb) => return Some(Governor::Report),
                (Governor::Report, Some(verb)) => return Some(Governor::Deed(verb)),
                (Governor::Report, None) => return Some(self.said_of_noun(at)),
                (governor, None) if self.is_behind_speaker(at) => deed = verb_of(governor),
                (Governor::Deed(verb), None) => return Some(Governor::Deed(self.leading_deed(verb).unwrap_or(verb))),
                (governor, None) => return Some(governor),
                (_, Some(_)) => {}
            }
        }
        deed.or_else(|| self.scheduled(at)).map(Governor::Deed)
    }

    /// 'pushed back delivery, which is now scheduled for March': the plan that a clause about a noun, opened at `at`, tells of.
    fn plan_about_noun(&self, at: usize) -> Option<usize> {
        let stage = self.stage;
        if !stage.pack.grammar.verbs_inflect || !stage.is_relative(at) {
            return None;
        }
        let end = self.time.start;
        let plan = (at + 2..end).find(|&at| stage.status_cue(at) == Some(StatusCue::Planned))?;
        let passive = (at + 1..plan).any(|at| stage.is(at, EventWord::Passive));
        (passive && !stage.has_verb(plan + 1..end) && stage.is_verb(plan)).then_some(plan)
    }

    /// 'KPK menahan bupati itu, usai diperiksa sembilan jam, Kamis (20/11)': a time behind a comma at the end is that of the first clause.
    fn leading_deed(&self, verb: usize) -> Option<usize> {
        let stage = self.stage;
        let parted = stage.reading.mark(self.time.start.saturating_sub(1)) == ',' && stage.pack.grammar.noun_first;
        let opens = |at: &usize| stage.opens_clause(*at) && stage.is(*at, EventWord::Circumstance);
        let light = |at: &usize| opens(at) || stage.is(*at, EventWord::Auxiliary);
        let opener = (self.part.start..verb).rev().take_while(light).find(opens).filter(|_| parted)?;
        (self.part.start..opener).find_map(|at| verb_of(self.at(at)?))
    }

    /// An event that is the subject, where nothing but words of tense or of a plan stands between it and the time: 'The
    /// demolition is scheduled for 8 a.m.', 'There was no shooting on Saturday'.
    fn scheduled(&self, from: usize) -> Option<usize> {
        let happens = |at: usize| self.stage.is_event_noun(at) && !states::is_described(self.stage, at + 1);
        let noun = (from..self.time.start).find(|&at| happens(at))?;
        let tense = |at: usize| self.stage.is(at, EventWord::Auxiliary) || self.stage.status_cue(at).is_some();
        (from..self.time.start).any(tense).then_some(noun)
    }

    /// Whether a deed stands in what a speaker did while speaking: some cue of saying stands before it.
    fn is_behind_speaker(&self, verb: usize) -> bool {
        let from = self.part.start.max(verb.saturating_sub(LONGEST_TAIL_TOKENS));
        (from..verb).any(|at| self.is_tail_cue(at))
    }

    fn is_tail_cue(&self, at: usize) -> bool {
        let behind_mark = at > 0 && (self.stage.is_quotation_mark(at - 1) || self.stage.reading.mark(at - 1) == ',');
        let says = |cue: &Cue| matches!(cue, Cue::SaysBehind(_) | Cue::SaysWithPronoun);
        behind_mark && self.stage.says(at, says).is_some() || self.is_told_again(at)
    }

    /// 'menyampaikan hal tersebut', 'Hal itu dikatakan': whether the verb of saying at `at` takes up what was said before.
    fn is_told_again(&self, at: usize) -> bool {
        let told = |at: usize| self.stage.is(at, EventWord::ToldAgain);
        self.stage.is(at, EventWord::Report) && (told(at + 1) || at > self.part.start + 1 && told(at - 2))
    }

    fn is_circumstance(&self, cue: usize, verb: usize) -> bool {
        self.is_tail_cue(cue) && (cue + 1..=verb).any(|at| self.stage.is(at, EventWord::Circumstance))
    }

    /// The first main verb behind the time; one in a clause about a noun is passed over.
    fn behind(&self) -> Option<Governor> {
        let mut relative = false;
        let mut comma = false;
        let mut at = self.time.end;
        while at < self.part.end {
            if self.stage.is_quotation_mark(at) && at > self.time.end + 1 {
                break;
            }
            if self.stage.reading.mark(at) == ',' {
                comma = true;
                relative = false;
            }
            if let Some(close) = self.aside_until(at) {
                at = close;
            }
            let parenthesis = self.is_tail_cue(at);
            match self.at(at).filter(|_| !parenthesis) {
                Some(_) if relative => relative = false,
                // '..., the agency said': the end of a sentence that was told before the time.
                Some(Governor::Report) if comma && !self.leads() => return None,
                Some(governor) => return Some(governor),
                None => relative |= self.stage.is_relative(at),
            }
            at += 1;
        }
        None
    }

    /// The comma that closes an aside about who says so, behind a time that opens its sentence: 'Dua tahun lalu, menurut polisi, ia ...'.
    fn aside_until(&self, at: usize) -> Option<usize> {
        let stage = self.stage;
        let opens = at == self.time.end + 1 && stage.reading.mark(at - 1) == ',';
        let according = |cue: &Cue| *cue == Cue::According;
        let end = self.part.end.min(at + LONGEST_ASIDE_TOKENS);
        let close = || (at..end).find(|&at| stage.reading.mark(at) == ',');
        if !opens {
            return None;
        }
        // 'On Monday, as envoys gathered in Doha, shelling resumed'
        let clause = || {
            stage.pack.grammar.verbs_inflect && stage.opens_clause(at) && !stage.is_relative(at) && !stage.is_and(at)
        };
        if stage.says(at, according).is_some() || clause() { close() } else { stage.length_aside(self.time.end) }
    }

    /// Whether next to nothing stands before the time, or a comma does: 'On Thursday, X said', 'X, on Thursday, said'; or it
    /// closes an adverbial that opens the sentence: 'At a rally on Thursday, X said'.
    fn leads(&self) -> bool {
        let before = self.time.start.saturating_sub(1).max(self.part.start);
        let first = if self.stage.is_time_preposition(before) { before } else { self.time.start };
        let is_adverbial = self.stage.reading.mark(self.time.end) == ','
            && self.stage.is_time_preposition(self.part.start)
            && !self.stage.has_verb(self.part.start..first);
        first <= self.part.start + 1 || self.stage.reading.mark(first - 1) == ',' || is_adverbial
    }

    /// What the word at `at` would make of the time.
    fn at(&self, at: usize) -> Option<Governor> {
        if self.stage.is_name(at) {
            return None;
        }
        if self.is_in_report(at) {
            return Some(Governor::Report);
        }
        if self.is_state_of_noun(at) {
            return None;
        }
        if charge::leads_to(self.stage, at).is_some() {
            return Some(Governor::Deed(at));
        }
        if at > 0 && self.stage.is(at - 1, EventWord::Passive) && self.stage.is_verb(at) && !self.is_said(at + 1) {
            // 'He was told by the mayor on Friday that ...', 'We were told it would be over'
            let end = self.part.end.min(at + LONGEST_ASKED_TOKENS);
            let that = |at: usize| self.stage.is(at, EventWord::Complementiser);
            if self.tells(at) && (self.is_told_clause(at + 1) || (at + 1..end).any(that)) {
                return Some(Governor::Report);
            }
            // 'had been reported a day earlier by CNN'
            if self.stage.pack.cues.turns.of(self.stage.reading.words[at]).contains(&Turn::Reports)
                && self.is_report_of_outlet(at)
            {
                return Some(Governor::Report);
            }
            return Some(Governor::Deed(at));
        }
        // 'ruled in November that the plan was void'
        if self.stage.is(at, EventWord::Act) && self.stage.is_verb(at) {
            return Some(Governor::Deed(at));
        }
        // 'Officials reported 14,152 cases on Tuesday'
        if self.stage.is(at, EventWord::Counts) && self.counts(at + 1) {
            return Some(Governor::Deed(at));
        }
        if self.stage.is(at, EventWord::Auxiliary) && !self.stage.is(at, EventWord::Report) {
            return None;
        }
        // 'had been warned in writing in March'
        let form = |at: usize| self.stage.pack.cues.aside_suffix(self.stage.reading.text(at));
        let leads = |at: usize| self.stage.is_time_preposition(at) && !self.stage.opens_clause(at);
        if at > self.part.start && leads(at - 1) && form(at) && self.stage.is_time_preposition(at + 1) {
            return None;
        }
        let behind_article = at > 0 && self.stage.is(at - 1, EventWord::Determiner);
        // 'lost an estimated $300,000'
        if behind_article && self.stage.len_of(at - 1, EventWord::Approximation).is_some_and(|len| len > 1) {
            return None;
        }
        if let Some(len) = self.stage.len_of(at, EventWord::Deed).filter(|_| !behind_article) {
            let report = self.stage.len_of(at, EventWord::Report).is_some_and(|report| report > len);
            let report = report || self.closes_sentence(at);
            let said = report || self.is_said(at + len) || self.closes_said(at) || self.is_said_behind_time(at + len);
            return Some(if said { Governor::Report } else { Governor::Deed(at) });
        }
        if self.is_request(at) || self.is_finding(at) || self.is_lodged(at) {
            return Some(Governor::Deed(at));
        }
        let via = |cue: &Cue| matches!(cue, Cue::Via | Cue::According);
        let says = |cue: &Cue| matches!(cue, Cue::Says(_) | Cue::SaysWithPronoun);
        let reports = self.stage.is(at, EventWord::Report)
            || self.is_tail_cue(at)
            || self.stage.says(at, via).is_some()
            || self.tells(at)
            || !behind_article && self.stage.says(at, says).is_some();
        if reports {
            return Some(if self.says_nothing(at) { Governor::Deed(at) } else { Governor::Report });
        }
        self.stage.is_main_verb(at).then_some(Governor::Deed(at))
    }
}

/// 'asked the Supreme Court of India for' has at most this many tokens.
const LONGEST_ASKED_TOKENS: usize = 9;

/// ', menurut Kapolres Sleman AKBP Budi Santoso,' has fewer tokens.
const LONGEST_ASIDE_TOKENS: usize = 14;

/// How far behind 'kata X' what he did while speaking may stand.
const LONGEST_TAIL_TOKENS: usize = 20;

fn verb_of(governor: Governor) -> Option<usize> {
    match governor {
        Governor::Deed(verb) => Some(verb),
        Governor::Report | Governor::Nothing => None,
    }
}
