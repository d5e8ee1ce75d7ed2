//! Words of saying that say nothing: nouns ('its profit forecast'), participles that tell of a paper, what is only planned.

use std::ops::Range;

use super::subjects::Subject;
use super::{Frame, Framer, Order, nouns};
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::{EventWord, NameHint, Turn};
use crate::model::{EntityKind, Stance};

/// 'its full-year profit forecast' has no more words before the noun.
const LONGEST_DESCRIPTION: usize = 6;

impl Framer<'_, '_, '_, '_> {
    /// 'said both had agreed, comments that a source dismissed': a noun for what was said, behind the comma of a remark.
    pub(super) fn is_remark(&self, at: usize) -> bool {
        let page = self.page;
        at > self.unit.tokens.start
            && page.turns(at, Turn::Remark)
            && page.reading.mark(at - 1) == ','
            && page.divides(at - 1)
    }

    /// 'In a memo announcing a reorganization': a participle tells what is in a paper, where somebody else speaks.
    pub(super) fn is_of_paper(&self, cue: &Range<usize>) -> bool {
        let page = self.page;
        let start = self.unit.tokens.start;
        cue.start > start
            && page.turns(start, Turn::Adjunct)
            && (page.pack.cues.aside_suffix(page.reading.text(cue.start)) || self.is_posted(cue))
            && (page.is(cue.start - 1, fact::DOCUMENT) || self.is_posted(cue))
            && (cue.end..self.end()).any(|at| page.reading.mark(at) == ',')
    }

    /// 'In an Instagram Story posted on Sunday night, Pearce wrote': an adverbial without a subject, and another cue behind its comma.
    pub(super) fn is_posted(&self, cue: &Range<usize>) -> bool {
        let page = self.page;
        let start = self.unit.tokens.start;
        let noun = page.is(start + 1, fact::QUANTITY) || page.turns(start + 1, Turn::DefiniteBefore);
        let comma = (cue.end..self.end()).find(|&at| page.reading.mark(at) == ',');
        let says = |index: usize| page.clues[index].kinds.says;
        page.is(start, fact::PLACE_PREPOSITION)
            && noun
            && page.clues_in(cue.clone()).any(|index| page.clues[index].kinds.publishes)
            && !(start..cue.start).any(|at| page.divides(at))
            && comma.is_some_and(|comma| page.clues_in(comma..self.end()).any(says))
    }

    /// 'A strike announced on Friday will go ahead', 'The plan, described as a lifeline, was dropped': a participle about the subject,
    /// whose own verb stands at `rest` or behind the next comma.
    pub(super) fn is_participle(&self, cue: &Range<usize>, rest: usize) -> bool {
        let page = self.page;
        if self.is_reduced(cue) {
            return true;
        }
        let perfect =
            |at: usize| page.turns(at, Turn::Between) && page.is_verb(at + 1) && !page.turns(at + 1, Turn::Between);
        let is_predicate = |at: usize| page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal) || perfect(at);
        let is_comma = |at: &usize| page.divides(*at) && page.reading.mark(*at) == ',';
        let opened = cue
            .start
            .checked_sub(1)
            .filter(|at| is_comma(at) && !(self.unit.tokens.start..*at).any(|at| page.divides(at)));
        let closed = opened.and_then(|_| (cue.end..self.end()).find(is_comma));
        let behind = closed.map_or(rest, |comma| comma + 1);
        // 'The study, dubbed Horizon, compared two doses'
        let form = |at: usize| page.pack.cues.aside_suffix(page.reading.text(at));
        let past =
            page.pack.cues.verb_suffixes.iter().any(|suffix| page.reading.text(cue.start).ends_with(suffix.as_str()));
        let aside = closed.is_some() && past && !form(cue.start) && page.is_verb(behind) && !form(behind);
        page.pack.grammar.verbs_inflect && !page.reading.is_capitalised(behind) && (is_predicate(behind) || aside)
    }

    /// 'Hackers claiming to have stolen the pictures have told the BBC': what those who speak say of themselves, behind the noun for
    /// them, where another verb of saying follows in the clause.
    fn is_reduced(&self, cue: &Range<usize>) -> bool {
        let page = self.page;
        let open = page.pack.cues.aside_suffix(page.reading.text(cue.start)) && page.turns(cue.end, Turn::ToDo);
        let noun = cue.start > self.unit.tokens.start && !page.divides(cue.start - 1);
        let end = (cue.end..self.reach(cue.end)).find(|&at| page.divides(at)).unwrap_or(self.reach(cue.end));
        let finite = |at: usize| !page.pack.cues.aside_suffix(page.reading.text(at)) && !page.turns(at - 1, Turn::ToDo);
        let speaks = |index: usize| {
            let other = &page.clues[index];
            other.kinds.says && other.kinds.told && finite(other.tokens.start)
        };
        page.pack.grammar.verbs_inflect && open && noun && page.clues_in(cue.end..end).any(speaks)
    }

    /// 'gunmen suspected to be kidnappers', 'an epilepsy candidate expected to enter trials', of which others speak: a participle
    /// behind its noun.
    pub(super) fn is_reputed(&self, clue: &Clue, subject: &Subject) -> bool {
        let (page, end) = (self.page, clue.tokens.end);
        let reputed = page.pack.cues.events.may_open(page.reading.words[clue.tokens.start], EventWord::Reputed);
        // 'killed by suspected cattle rustlers'
        let before = clue.tokens.start.saturating_sub(1);
        let leads = page.turns(before, Turn::By) || page.turns(before, Turn::Of);
        if page.pack.grammar.verbs_inflect && reputed && leads && !clue.kinds.behind && !page.turns(end, Turn::That) {
            return true;
        }
        if !page.pack.grammar.verbs_inflect || !page.turns(end, Turn::ToDo) {
            return false;
        }
        let is_something = page.turns(end + 1, Turn::Passive) || page.turns(end + 1, Turn::Between);
        let start = self.unit.tokens.start;
        let apposed = matches!(subject, Subject::Words { tokens, .. }
            if tokens.start > start + 1
                && page.divides(tokens.start - 1)
                && page.is(tokens.start, fact::QUANTITY)
                && !page.turns(tokens.start, Turn::DefiniteBefore)
                && (start..tokens.start).any(|at| page.is_verb(at)));
        reputed && is_something || apposed && clue.stance == Stance::Estimate
    }

    /// 'said the group was taking advice and expected to lodge a claim': the second verb of what somebody says.
    pub(super) fn is_of_said(&self, clue: &Clue, subject: &Subject) -> bool {
        let page = self.page;
        let joint = clue.tokens.start.saturating_sub(1);
        let told = |frame: &Frame| {
            let said = frame.cue.end..joint;
            let leads = matches!(frame.order, Order::Lead(_)) && !frame.direct && !frame.is_passage;
            leads && !said.is_empty() && said.into_iter().any(|at| page.is_verb(at) || page.turns(at, Turn::Passive))
        };
        // 'had opened negotiations and were demanding N150 million'
        let goes_on = clue.tokens.len() > 1 && page.turns(clue.tokens.start, Turn::Passive);
        page.pack.grammar.verbs_inflect
            && *subject == Subject::Shared
            && (clue.stance == Stance::Estimate && page.turns(clue.tokens.end, Turn::ToDo) || goes_on)
            && page.turns(joint, Turn::Joint)
            && self.frames.last().is_some_and(told)
    }

    /// 'Phumtham yang sempat meragukan ketulusan Kamboja mengatakan bahwa': a verb of the clause about whoever speaks, where another
    /// with a word for 'that' follows before the next comma.
    pub(super) fn is_about_speaker(&self, clue: &Clue) -> bool {
        let page = self.page;
        let next = page.clues.partition_point(|other| other.tokens.start <= clue.tokens.start);
        let Some(other) = page.clues.get(next).filter(|other| page.pack.grammar.noun_first && other.kinds.says) else {
            return false;
        };
        let (start, end) = (clue.tokens.start, other.tokens.start);
        let from = self.unit.tokens.start.max(start.saturating_sub(LONGEST_DESCRIPTION));
        let relative = (from..start).rev().take_while(|&at| !page.divides(at)).any(|at| page.is(at, fact::RELATIVE));
        let that = page.turns(other.tokens.end, Turn::That) && end < self.end();
        that && relative
            && !(start..end).any(|at| page.divides(at) || page.turns(at, Turn::Joint) || page.turns(at, Turn::That))
    }

    /// 'He was “sitting up and asking for chips”': a verb within words of somebody's that are no speech of their own, the subject outside
    /// of them.
    pub(super) fn is_somebody_elses(&self, cue: &Range<usize>, subject: &Subject) -> bool {
        let page = self.page;
        let reading = page.reading;
        let is_mark = |at: &usize| matches!(reading.mark(*at), '“' | '”' | '"');
        let Some(mark) = (self.unit.tokens.start..cue.start).rev().find(is_mark) else { return false };
        let opens = reading.mark(mark) != '”' && !reading.is_glued(mark) && reading.is_glued(mark + 1);
        let outside = !matches!(subject, Subject::Words { tokens, .. } if tokens.start > mark);
        opens && outside && !page.is(cue.start, fact::SPEECH)
    }

    /// 'a report', 'the claims': a noun, not a verb.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        let page = self.page;
        // 'in nine German states', but not 'A report released in May found'
        let is_noun_too = page.turns(at, Turn::NounToo) || page.turns(at, Turn::NounsToo);
        let demonym = |at: usize| {
            at > self.unit.tokens.start
                && page.reading.is_capitalised(at)
                && page.name_over(at).is_none()
                && !page.reading.is_lone_capitals(at)
        };
        let weak = page.turns(at, Turn::Weak);
        // 'in fear', 'without comment'
        // 'an investigation into objects'
        let in_noun =
            |at: usize| (weak || is_noun_too) && page.is(at, fact::PLACE_PREPOSITION) && !page.turns(at, Turn::ToDo);
        // 'ignoring the minister's repeated warnings', but 'she's said'
        let owned = |at: usize| self.is_owner(at) && !page.is(at.saturating_sub(1), fact::PRONOUN);
        let definite =
            |at: usize| page.is(at, fact::QUANTITY) && !self.counts_people(at) || page.turns(at, Turn::DefiniteBefore);
        // 'after the Reuters report'
        let of_outlet = |last: usize| {
            let article = |start: usize| start > 0 && page.turns(start - 1, Turn::DefiniteBefore);
            let name = page.name_over(last).filter(|name| name.kind == EntityKind::Outlet && article(name.start));
            page.turns(at, Turn::NounToo) && name.is_some() && !page.turns(at + 1, Turn::That)
        };
        let before =
            |at: usize| in_noun(at) || owned(at) || definite(at) || of_outlet(at) || weak && is_noun_too && demonym(at);
        at.checked_sub(1).is_some_and(before)
    }

    /// 'One described the mood', 'the other disputed that': a number that begins its clause and stands before what is a verb and no noun.
    /// Behind 'and' stands a description in 'three soldiers and an estimated 15 militants'.
    fn counts_people(&self, at: usize) -> bool {
        let page = self.page;
        if nouns::is_article(page, at) {
            return false;
        }
        let first = at - usize::from(at > self.unit.tokens.start && page.turns(at - 1, Turn::DefiniteBefore));
        let begins = first == self.unit.tokens.start || page.divides(first - 1) || page.turns(first - 1, Turn::Joint);
        let cue = at + 1;
        // 'One accused the company of lying'
        let past = page.pack.cues.verb_suffixes.iter().any(|suffix| page.reading.text(cue).ends_with(suffix.as_str()));
        let deed = past && page.turns(cue + 1, Turn::DefiniteBefore);
        let noun = !deed && [Turn::NounToo, Turn::NounsToo, Turn::Weak].into_iter().any(|turn| page.turns(cue, turn));
        begins && !noun && page.pack.grammar.verbs_inflect && nouns::is_verb(page, cue)
    }

    /// Whether the mark at `at` makes what stands behind it somebody's: 'Trump's demands', but not 'Moody's estimates'.
    fn is_owner(&self, at: usize) -> bool {
        let page = self.page;
        page.reading.text(at).starts_with(['\'', '’']) && page.reading.is_glued(at) && page.name_over(at).is_none()
    }

    /// 'CISA added the flaw to its list of exploited bugs', 'Boldy added an assist': an object, and no clause before the first word
    /// that ends it. 'He added the firm would appeal' is a saying.
    pub(super) fn adds_to_something(&self, cue: &Range<usize>, rest: usize) -> bool {
        let page = self.page;
        let object = page.is(rest, fact::QUANTITY) || page.turns(rest, Turn::DefiniteBefore);
        if !page.turns(cue.start, Turn::Adds) || !object {
            return false;
        }
        let closes = |at: usize| self.is_done(at) || page.turns(at, Turn::Adjunct) || page.is(at, fact::RELATIVE);
        let end = (rest..self.reach(rest)).find(|&at| closes(at)).unwrap_or(self.reach(rest));
        let verb = |at: usize| page.is_verb(at) || page.turns(at, Turn::Modal) || page.turns(at, Turn::Passive);
        !(rest + 1..end).any(verb)
    }

    /// 'has issued a yellow warning', 'EV demand falls', 'its copper forecast': a word that is a noun as well, behind what describes it
    /// or before a verb of its own.
    pub(super) fn is_noun_of_kind(&self, cue: &Range<usize>) -> bool {
        let page = self.page;
        let plural = page.turns(cue.start, Turn::NounsToo);
        if cue.len() > 1 || !plural && !page.turns(cue.start, Turn::NounToo) {
            return false;
        }
        let listed = page.pack.cues.verbs.has(page.reading.words[cue.end.min(page.reading.words.len() - 1)]);
        // 'as EV demand slumps'
        let ordinary = |at: usize| page.pack.cues.name_hints.of(page.reading.words[at]).contains(&NameHint::Ordinary);
        let letters = cue.start.checked_sub(1).is_some_and(|at| page.reading.is_lone_capitals(at) && ordinary(at));
        let goes_on = page.reading.is_word(cue.end) && !page.turns(cue.end, Turn::That);
        if (listed || letters && goes_on) && !page.reading.is_capitalised(cue.end) {
            return true;
        }
        let determines = |at: usize| page.is(at, fact::QUANTITY) || page.turns(at, Turn::DefiniteBefore);
        let describes = |&at: &usize| {
            let speaks = page.is(at, fact::ROLE | fact::TITLE | fact::DOCUMENT | fact::MEDIUM | fact::PRONOUN)
                || page.turns(at, Turn::Organisation)
                || page.turns(at, Turn::Person);
            // 'denied meeting the businessman and accused colleagues'
            let turns = [Turn::ToDo, Turn::Modal, Turn::Adjunct, Turn::Joint];
            let leads = turns.into_iter().any(|turn| page.turns(at, turn));
            // 'its full-year profit forecast'
            let hyphen = page.reading.mark(at) == '-' && page.reading.is_glued(at);
            let small = hyphen || page.reading.is_word(at) && !page.reading.is_capitalised(at);
            small && !speaks && !leads && !determines(at) && !self.is_owner(at) && !page.is_verb(at)
        };
        let start = self.unit.tokens.start.max(cue.start.saturating_sub(LONGEST_DESCRIPTION));
        let described = (start..cue.start).rev().take_while(describes).count();
        let before = cue.start - described;
        // 'defying Trump's demands', 'The Labor Department's jobs report for July'
        let owned = before > start && self.is_owner(before - 1);
        // 'California officials made similar promises'
        let verb =
            |at: usize| page.is_verb(at) && !page.is(at, fact::ROLE | fact::TITLE) && page.name_over(at).is_none();
        // 'has repeatedly accused the EU'
        let form = |suffix: &String| page.reading.text(cue.start).ends_with(suffix.as_str());
        let perfect =
            page.turns(before.saturating_sub(1), Turn::Between) && page.pack.cues.verb_suffixes.iter().any(form);
        let object = described > 0 && before > start + 1 && verb(before - 1) && !perfect;
        owned || object || !plural && described > 0 && before > start && determines(before - 1)
    }

    /// 'will announce the new terms': somebody's plan, as long as no clause tells what will be said.
    pub(super) fn is_planned(&self, cue: &Range<usize>) -> bool {
        let before = cue.start.checked_sub(1);
        before.is_some_and(|at| self.page.turns(at, Turn::Modal))
    }
}
