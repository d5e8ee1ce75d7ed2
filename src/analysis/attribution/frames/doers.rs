//! Who says something behind what they did: 'The mayor, who was elected in May, visited the site and said', 'The firm did not comment
//! but has said'. Only where verbs show by their form that they are some.

use std::ops::Range;

use super::{Framer, Speaker, nouns, subjects};
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::{EventWord, NameCue, Turn, WordId};

/// No subject has more tokens.
const LONGEST_SUBJECT: usize = 12;

impl Framer<'_, '_, '_, '_> {
    /// The subject of the first verb of the sentence, where a word for 'and' or 'but' joins the verb of saying to it and nobody spoke
    /// before.
    pub(super) fn who_did(&self, clue: &Clue) -> Option<Range<usize>> {
        let page = self.page;
        let floor = self.unit.tokens.start;
        let spoken = |frame: &super::Frame| !frame.is_passage || frame.speaker != Speaker::Nobody;
        if !page.pack.grammar.verbs_inflect || self.frames.iter().any(|it| it.extent.end > floor && spoken(it)) {
            return None;
        }
        if self.says_nothing_to(clue.tokens.end) {
            return None;
        }
        let joint = self.joint_before(clue.tokens.start)?;
        let (clause, _) = subjects::trim_front(page, floor..joint);
        let words = self.subject_of_deed(&clause)?;
        let shares = joint + 1 == clue.tokens.start && self.shares_passive(clue, words.end..joint);
        (nouns::speaks(page, &words) && !shares).then_some(words)
    }

    /// 'left by a side door and said nothing to the crowd'
    fn says_nothing_to(&self, at: usize) -> bool {
        let page = self.page;
        let negates = |&word: &WordId| page.pack.cues.events.may_open(word, EventWord::Negation);
        let nothing = page.reading.words.get(at).is_some_and(negates);
        nothing && (page.turns(at + 1, Turn::ToDo) || self.is_done(at + 1))
    }

    /// The word for 'and' or 'but' before the verb at `verb` and its words of tense.
    fn joint_before(&self, verb: usize) -> Option<usize> {
        let page = self.page;
        let light = |at: &usize| page.turns(*at, Turn::Between) && !page.turns(*at, Turn::Joint);
        let joint = (self.unit.tokens.start + 1..verb).rev().find(|at| !light(at))?;
        let events = &page.pack.cues.events;
        let word = page.reading.words[joint];
        let and = page.pack.cues.names.of(word).contains(&NameCue::And);
        let joins = and || events.may_open(word, EventWord::Contrast);
        (joins && page.turns(joint, Turn::Joint)).then_some(joint)
    }

    /// What stands before the first verb of the clause, or before the comma of an aside behind which the verb stands.
    fn subject_of_deed(&self, clause: &Range<usize>) -> Option<Range<usize>> {
        let page = self.page;
        let Range { start, end } = *clause;
        let carries = |at: usize| {
            let tense = page.turns(at, Turn::Between) || page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal);
            (tense || page.is_verb(at)) && page.name_over(at).is_none()
        };
        let stops = |at: usize| page.divides(at) || page.is(at, fact::RELATIVE | fact::SPEECH);
        let first = (start + 1..end).find(|&at| stops(at) || carries(at))?;
        let words = start..first;
        let leads = page.turns(start, Turn::Adjunct) || page.is(start, fact::RELATIVE | fact::SPEECH);
        if leads || words.len() > LONGEST_SUBJECT {
            return None;
        }
        if !stops(first) {
            return Some(words);
        }
        let comma = |at: &usize| page.divides(*at) && page.reading.mark(*at) == ',';
        let aside = |at: usize| page.pack.cues.aside_suffix(page.reading.text(at));
        let goes_on = (first + 1..end).filter(comma).any(|at| carries(at + 1) && !aside(at + 1));
        (comma(&first) && goes_on).then_some(words)
    }

    /// 'was arrested and told', 'was tried and convicted': whether the verb of saying has the voice of what was done to somebody.
    fn shares_passive(&self, clue: &Clue, before: Range<usize>) -> bool {
        let page = self.page;
        let passive = before.into_iter().any(|at| page.turns(at, Turn::Passive));
        let form = |at: usize| {
            page.pack.cues.verb_suffixes.iter().any(|suffix| page.reading.text(at).ends_with(suffix.as_str()))
        };
        passive && (clue.kinds.told || form(clue.tokens.start))
    }
}
