//! What stands between a verb of saying and what was said: whom was told, when, where, on which platform.
//!
//! It ends at a word for 'that', at a colon or a quotation; without these it is passed over only where its end is certain:
//! behind an outlet, a name, a document or a day ('said on Monday the talks ...'). Who is the object of a verb like 'told' is in
//! `told`.

use super::nouns;
use super::{Framer, Through, through};
use crate::analysis::attribution::outlets::Trust;
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;

/// How it was said takes fewer words: 'rather more simply'.
const LONGEST_MANNER: usize = 4;

/// What a show is called has fewer words, with the noun before it.
const LONGEST_SHOW: usize = 8;

/// How far behind a verb its content may begin.
pub(super) const FARTHEST_CONTENT: usize = 16;

impl Framer<'_, '_, '_, '_> {
    /// Where what was said may begin behind the clue, and the outlets that were told.
    pub(crate) fn past_listeners(&mut self, clue: &Clue) -> (usize, Vec<Through>) {
        let page = self.page;
        let mut at = clue.tokens.end;
        let mut via = Vec::new();
        if clue.kinds.told && clue.kinds.says {
            at = self.past_listener(at, &mut via);
        }
        if page.turns(at, Turn::Of) {
            return (at + 1, via);
        }
        loop {
            if at >= self.end() || page.turns(at, Turn::That) && !self.is_determiner(at) {
                return ((at + 1).min(self.end()), via);
            }
            if self.is_when(at) {
                at += 1;
                continue;
            }
            // 'warned, however, that'
            let comma = |at: usize| page.reading.mark(at) == ',';
            if comma(at) && page.turns(at + 1, Turn::Between) && comma(at + 2) && page.turns(at + 3, Turn::That) {
                return ((at + 4).min(self.end()), via);
            }
            if self.is_promised_deed(at) {
                return (at, via);
            }
            if self.is_manner(at) {
                at += 1;
                continue;
            }
            if let Some(that) = self.that_behind(clue, at) {
                at = that;
                continue;
            }
            let next = if page.turns(at, Turn::Adjunct) { self.past_adjunct(at, &mut via) } else { None };
            match next {
                Some(next) => at = next,
                None => return (at, via),
            }
        }
    }

    /// The word for 'that' behind who hears it, or behind what tells more of where it was said: 'warned residents that', 'wrote on
    /// his blog, Harbour Notes, that'. A verb behind it makes it a clause about a noun.
    fn that_behind(&self, clue: &Clue, at: usize) -> Option<usize> {
        let page = self.page;
        let limit = self.end().min(at + FARTHEST_CONTENT);
        let leads = page.turns(at, Turn::Adjunct);
        let comma = (at..limit).find(|&other| page.divides(other) || !leads).filter(|_| at > clue.tokens.end || leads);
        // 'reported, citing an internal letter, that' has another cue.
        let is_plain = |comma: usize, end: usize| end > comma && page.clues_in(comma..end).next().is_none();
        let described = comma.map(|comma| (comma, self.past_description(comma, limit)));
        if let Some((_, end)) = described.filter(|&(comma, end)| is_plain(comma, end)) {
            return Some(end);
        }
        let one = page.turns(at, Turn::Listener) || page.is(at, fact::PRONOUN);
        let two = page.turns(at, Turn::DefiniteBefore) && !page.is_verb(at + 1);
        let that = if one { at + 1 } else { at + 2 };
        ((one || two) && page.turns(that, Turn::That) && !page.is_verb(that + 1)).then_some(that)
    }

    /// Whether the word at `at` tells when it was said: a day, a preposition before a time, 'later'.
    pub(super) fn is_when(&self, at: usize) -> bool {
        let page = self.page;
        // 'menegaskan lalu lintas ditutup'
        if page.pack.cues.no_openers.begins(&page.reading.words[at..self.end()]) {
            return false;
        }
        let adjunct = page.turns(at, Turn::Adjunct);
        let day = page.is(at, fact::DATED) || page.is(at, fact::TIME) && page.reading.is_capitalised(at);
        let timed = adjunct && page.is(at + 1, fact::TIME);
        // 'after Tuesday's rest day that'
        let owner = nouns::is_possessor(page, at + 1) || timed && nouns::is_possessor(page, at + 2);
        (day || timed) && !owner && (!page.pack.grammar.noun_first || self.time_is_adjunct(at))
            || page.turns(at, Turn::Between) && (adjunct || page.turns(at + 1, Turn::That))
    }

    /// 'menjawab pendek: "Kami pelajari dulu."', 'put it more simply: "We can."': small words for how it was said, before the mark of a
    /// quotation.
    fn is_manner(&self, at: usize) -> bool {
        let page = self.page;
        let noun = fact::ROLE | fact::TITLE | fact::PRONOUN | fact::TIME | fact::DOCUMENT | fact::MEDIUM | fact::CUE;
        let tells_how = |at: usize| {
            let small = page.reading.is_word(at) && !page.reading.is_capitalised(at);
            small && !page.is(at, noun) && !page.turns(at, Turn::Listener)
        };
        let colon = (at + 1..at + LONGEST_MANNER).find(|&at| page.reading.mark(at) == ':');
        let mark = colon.unwrap_or(at + 1);
        matches!(page.reading.mark(mark), ',' | ':') && self.speech_at(mark).is_some() && (at..mark).all(tells_how)
    }

    /// Whether a word for 'that', a comma or the end follows the time at `at`: else it begins what was said.
    fn time_is_adjunct(&self, at: usize) -> bool {
        let outside = |&at: &usize| !self.page.is(at, fact::TIME) && !self.page.turns(at, Turn::Adjunct);
        let end = (at..self.reach(at)).find(outside);
        end.is_none_or(|end| self.is_done(end) || self.page.turns(end, Turn::That))
    }

    /// 'promised to file a bill': what is to be done with its object, and whom nobody is told.
    /// Or 'claims to have won', 'denied being there'.
    pub(super) fn is_promised_deed(&self, at: usize) -> bool {
        let page = self.page;
        let noun = fact::QUANTITY | fact::ROLE | fact::DOCUMENT | fact::TITLE;
        let object = |at: usize| page.is(at, fact::QUANTITY) || page.turns(at, Turn::DefiniteBefore);
        let listens =
            |at: usize| page.is(at, noun) || page.turns(at, Turn::Listener) || page.turns(at, Turn::DefiniteBefore);
        page.turns(at, Turn::ToDo)
            && !page.reading.is_capitalised(at + 1)
            && page.reading.is_word(at + 1)
            && !listens(at + 1)
            && (object(at + 2) || page.turns(at + 1, Turn::Between) || page.turns(at + 1, Turn::Passive))
    }

    /// 'that day', 'that account': a time or a lone noun behind the word, which then leads no clause.
    fn is_determiner(&self, at: usize) -> bool {
        let page = self.page;
        // 'denied that account', 'denied that report in a statement'
        let paper = page.is(at + 1, fact::DOCUMENT) && page.turns(at + 2, Turn::Adjunct);
        let object = (self.is_done(at + 2) || paper) && !page.is_verb(at + 1);
        page.is(at + 1, fact::TIME) && !page.reading.is_capitalised(at + 1) || object
    }

    /// Whether a listener or an adverbial surely ends at `at`.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.is_done(at) || self.leads(at)
    }

    /// Whether a word for 'that' or a quotation stands at `at`.
    pub(super) fn leads(&self, at: usize) -> bool {
        self.page.turns(at, Turn::That) && !self.is_about_paper(at) || self.speech_at(at).is_some()
    }

    /// 'in an interview that was aired on Friday': what tells of the interview or paper, and leads nothing that was said.
    fn is_about_paper(&self, at: usize) -> bool {
        let page = self.page;
        let before = at.saturating_sub(1);
        page.is(before, fact::DOCUMENT) && page.turns(at + 1, Turn::Passive) && page.is_verb(at + 2)
    }

    /// Behind an adverbial that begins at `at`, if its end is certain.
    fn past_adjunct(&mut self, at: usize, via: &mut Vec<Through>) -> Option<usize> {
        let page = self.page;
        let limit = self.end().min(at + FARTHEST_CONTENT);
        let stop = (at + 1..limit).find(|&at| self.is_stop(at));
        if let Some(end) = self.past_told_outlet(at, stop.unwrap_or(limit), via) {
            return Some(end);
        }
        // 'said in comments first reported by BBC Radio Somerset that': a noun behind its preposition, and an outlet's part in it.
        let says = |index: usize| {
            let clue = &page.clues[index];
            let before = clue.tokens.start - 1;
            let is_noun = before == at || page.is(before, fact::QUANTITY) || page.turns(before, Turn::DefiniteBefore);
            let shown = clue.kinds.publishes && page.is(before, fact::DOCUMENT);
            let noun = is_noun || shown || clue.kinds.via;
            clue.kinds.says && !clue.kinds.told && !noun
        };
        let plain = |stop: usize| !page.clues_in(at + 1..stop).any(says);
        match stop {
            Some(stop) if self.leads(stop) => plain(stop).then_some(stop),
            Some(stop) if plain(stop) && self.is_adverbial(at, stop) => Some(stop),
            _ => self.past_noun(at + 1),
        }
    }

    /// Behind an outlet that was told: 'in an interview with CNN'.
    fn past_told_outlet(&mut self, at: usize, stop: usize, via: &mut Vec<Through>) -> Option<usize> {
        let page = self.page;
        let Some(told) = page.clues_in(at..stop).find(|&index| page.clues[index].kinds.told) else {
            return self.past_print(at, stop, via);
        };
        let named = self.outlets.behind(page, page.clues[told].tokens.end, stop, Trust::Anybody);
        let end = named.last().map(|last| last.tokens.end).filter(|&end| end <= stop)?;
        via.extend(through(named, &(at..at), false));
        Some(end)
    }

    /// Behind an outlet in which something was written: 'wrote in The Atlantic', 'tulis X dalam ulasannya di Kompas'.
    pub(super) fn past_print(&mut self, at: usize, stop: usize, via: &mut Vec<Through>) -> Option<usize> {
        let page = self.page;
        let in_paper = page.turns(at, Turn::Adjunct)
            && !page.reading.is_capitalised(at + 1)
            && !page.is(at + 1, fact::CUE)
            && page.is(at + 2, fact::PLACE_PREPOSITION);
        let at = if in_paper { at + 2 } else { self.behind_show(at) };
        if !page.is(at, fact::PLACE_PREPOSITION) {
            return None;
        }
        let named = self.outlets.behind(page, at + 1, stop, Trust::Anybody);
        let end = named.last().map(|last| last.tokens.end).filter(|&end| end <= stop)?;
        if !self.only_outlet(at + 1, &named) {
            return None;
        }
        via.extend(through(named, &(at..at), false));
        Some(end)
    }

    /// Behind what a show is called: 'kata dia dalam acara Pagi Pagi di Nusa TV'.
    fn behind_show(&self, at: usize) -> usize {
        let page = self.page;
        let noun =
            page.pack.grammar.noun_first && page.turns(at, Turn::Adjunct) && !page.reading.is_capitalised(at + 1);
        let title = (at + 2..at + LONGEST_SHOW).take_while(|&at| page.reading.is_capitalised(at)).count();
        let behind = at + 2 + title;
        let on_air = noun && title > 0 && page.is(behind, fact::PLACE_PREPOSITION);
        if on_air && page.name_over(behind + 1).is_some_and(|name| self.outlets.is_outlet(name)) { behind } else { at }
    }

    /// Whether the words up to a comma or the end are an adverbial by themselves, without any verb.
    fn is_adverbial(&self, at: usize, stop: usize) -> bool {
        let page = self.page;
        // 'wrote to its 41 staff last Friday', but not 'promised to lower taxes'
        let noun_behind = page.is(at + 1, fact::QUANTITY) || page.turns(at + 1, Turn::DefiniteBefore);
        let told = page.clues_in(at..at + 1).any(|index| page.clues[index].kinds.told) && !noun_behind;
        let listed = |at: usize| page.pack.cues.verbs.has(page.reading.words[at]);
        // 'during a visit'
        let noun = |at: usize| page.is(at - 1, fact::QUANTITY) || page.turns(at - 1, Turn::DefiniteBefore);
        !told
            && self.is_done(stop)
            && !nouns::is_clause(page, &(at..stop))
            && !(at + 1..stop).take_while(|&at| !page.is(at, fact::RELATIVE)).any(|at| listed(at) && !noun(at))
    }

    /// Behind one name or one document at `at`.
    fn past_noun(&self, at: usize) -> Option<usize> {
        let page = self.page;
        // 'said at least six soldiers were missing': who is counted hears nothing.
        let counted = |at: usize| page.is(at - 1, fact::QUANTITY) || page.reading.is_number(at - 1);
        let is_paper =
            |at: usize| page.is(at, fact::DOCUMENT) || page.turns(at, Turn::Listener) && !(at > 0 && counted(at));
        let first = (at..self.end().min(at + 3)).find(|&at| page.name_over(at).is_some() || is_paper(at))?;
        // 'in a Telegram post'
        let behind_name = page.name_over(first).map_or(first, |name| name.tokens.end);
        // 'said in an email workers had been told'
        let is_document = |at: usize| page.is(at, fact::DOCUMENT);
        let goes_on = |at: usize| is_paper(at) && is_document(at) == is_document(behind_name);
        (behind_name..self.end()).find(|&at| !goes_on(at)).or(Some(behind_name))
    }
}
