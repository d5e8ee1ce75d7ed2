//! Whom a verb like 'told' has as its object, and where what was said begins behind them: 'told Reuters the plan ...', 'told a packed
//! public gallery they had'.

use super::listeners::FARTHEST_CONTENT;
use super::nouns;
use super::subjects::{self, Subject};
use super::{Framer, Through, through};
use crate::analysis::attribution::outlets::Trust;
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;

/// Who hears it is told in so few tokens where nothing else follows.
const LONGEST_SHORT: usize = 6;

/// How far behind an outlet the word for its programme may stand.
const LONGEST_PROGRAMME: usize = 6;

/// Whom somebody told, without a name, is described in fewer words.
const LONGEST_LISTENER: usize = 6;

/// No title of a programme in quotation marks has more tokens, with its last mark.
const LONGEST_TITLE: usize = 8;

impl Framer<'_, '_, '_, '_> {
    /// Behind whom a verb like 'told' tells: an outlet, a name, a pronoun, a noun with its article. Whom somebody tells to
    /// do something belongs to the content: 'told villagers to boil their water'.
    pub(super) fn past_listener(&mut self, at: usize, via: &mut Vec<Through>) -> usize {
        let page = self.page;
        let limit = self.end().min(at + FARTHEST_CONTENT);
        let named = self.outlets.behind(page, at, limit, Trust::Anybody);
        if let Some(last) = named.last().map(|last| last.tokens.end).filter(|_| self.only_outlet(at, &named)) {
            via.extend(through(named, &(at..at), false));
            // 'told BBC Radio Ulster's Talkback programme that': the programme is the outlet's.
            let programme = (last + 1..limit.min(last + LONGEST_PROGRAMME)).find(|&at| page.is(at, fact::MEDIUM));
            let last = programme.filter(|_| nouns::is_possessor(page, last)).unwrap_or(last);
            let last = self.past_description(self.past_own(last, limit), limit);
            return (last..limit).find(|&at| !page.is(at, fact::MEDIUM)).unwrap_or(limit);
        }
        // 'told reporters he would resign': who hears it does nothing.
        let acts = |at: usize| page.is_verb(at) || page.turns(at, Turn::Modal) || page.turns(at, Turn::Passive);
        let is_short = |stop: usize| stop - at <= LONGEST_SHORT && !(at + 1..stop).any(acts);
        if let Some(stop) = (at..limit).find(|&at| self.is_stop(at))
            && (self.leads(stop) || is_short(stop) || self.quote_before(self.subject_start(at)).is_some())
        {
            return stop;
        }
        let noun = match page.name_over(at) {
            Some(name) => self.past_own(name.tokens.end, limit),
            None if page.is(at, fact::QUANTITY) || page.turns(at, Turn::DefiniteBefore) => {
                // 'told a press conference here'
                let heard = |at: usize| page.turns(at, Turn::Listener);
                let nouns = at + 1 + (at + 1..limit).take_while(|&at| heard(at)).count();
                // 'told the meeting residents were waiting': the last of them does something.
                let nouns = if nouns > at + 2 && acts(nouns) { nouns - 1 } else { nouns };
                let noun = nouns.max(at + 2).max(self.subject_behind(at, limit).unwrap_or(0));
                page.name_over(at + 1).map_or(noun, |name| self.past_own(name.tokens.end, limit))
            }
            None => at + 1,
        };
        if page.turns(noun, Turn::ToDo) { at } else { noun }
    }

    /// Where what was said begins behind a noun of several words without a name: 'told a packed public gallery they had', 'told a
    /// noisy town hall meeting the plan was'. A pronoun or an article with a verb near opens it.
    fn subject_behind(&self, at: usize, limit: usize) -> Option<usize> {
        let page = self.page;
        let limit = limit.min(at + LONGEST_LISTENER);
        let opens = |at: usize| page.is(at, fact::PRONOUN) || page.turns(at, Turn::DefiniteBefore);
        let ends = |at: usize| page.turns(at, Turn::Adjunct) && !page.is_verb(at) || !page.reading.is_word(at);
        let first = (at + 2..limit).find(|&at| opens(at) || ends(at))?;
        let verb = |at: usize| page.is_verb(at) || page.turns(at, Turn::Modal) || page.turns(at, Turn::Passive);
        let told = (first + 1..first + LONGEST_LISTENER).any(verb);
        (opens(first) && told).then_some(first)
    }

    /// Behind what is an outlet's or a body's own: 'told ESPN's Adam Schefter', 'told the National Assembly's Budget Committee', 'told
    /// CNBC's “Squawk Box”'.
    fn past_own(&self, at: usize, limit: usize) -> usize {
        let page = self.page;
        let capital = |at: usize| page.reading.is_capitalised(at);
        let marked = nouns::is_possessor(page, at) && page.opens_quotation(at + 1);
        let close = |at: &usize| matches!(page.reading.mark(*at), '”' | '"' | '’');
        if let Some(close) = (at + 2..limit).take(LONGEST_TITLE).find(close).filter(|_| marked) {
            return close + 1;
        }
        let part = |&at: &usize| capital(at) || page.turns(at, Turn::Of) || page.turns(at, Turn::DefiniteBefore);
        let run = (at + 1..limit).take_while(part).filter(|&at| capital(at)).last();
        run.filter(|_| nouns::is_possessor(page, at) && capital(at + 1)).map_or(at, |last| last + 1)
    }

    /// Behind what an outlet is, between commas and before a word for 'that': 'told the Reflector, a news site, that'.
    pub(super) fn past_description(&self, at: usize, limit: usize) -> usize {
        let page = self.page;
        let comma = |at: &usize| page.reading.mark(*at) == ',' && page.divides(*at);
        let close = (at + 1..limit).find(comma).filter(|_| comma(&at));
        // 'told ORTM, the state broadcaster, last week that'
        let timed = |at: &usize| page.is(*at, fact::TIME) || self.is_when(*at);
        let behind = close.map(|close| close + 1 + (close + 1..limit).take_while(timed).count());
        behind.filter(|&behind| page.turns(behind, Turn::That)).unwrap_or(at)
    }

    /// Where the subject begins of the verb right before `at`.
    fn subject_start(&self, at: usize) -> usize {
        match subjects::subject(self.page, at.saturating_sub(1), self.floor()) {
            Some(Subject::Words { tokens, .. }) => tokens.start,
            _ => at,
        }
    }
}
