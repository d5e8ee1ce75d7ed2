//! Outlets that nothing knows: they are told by the words around them.
//!
//! A common noun for outlets stands before or behind the name ('the public broadcaster, Kan', 'SEN radio'), or the verb is
//! hardly said of anybody else ('The Tyee reported'), or somebody told a name that is no person's ('told Seven Days').

use std::ops::Range;

use super::forms::{described_until, domain_at, is_light, light_until};
use super::hearing::{is_spoken_to, is_told};
use super::listed::is_listed;
use super::{Named, Outlets, Trust};
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::{EventWord, Turn};
use crate::model::EntityKind;
use crate::text::token::Case;

/// No noun for an outlet behind its name has more words: 'the public radio station'.
pub(super) const LONGEST_NOUN: usize = 3;

/// An outlet that is no part of the story is not named more often.
const MOST_TOLD_MENTIONS: usize = 2;

/// Whether a word for a place on the net stands before the name at `at`, which anybody may have: 'laman PSSI', 'situs resmi FIFA'.
fn is_on_site(page: &Page, at: usize) -> bool {
    let press = [Turn::Agency, Turn::Newspaper, Turn::Magazine, Turn::Broadcaster];
    let site = |at: usize| page.turns(at, Turn::Outlet) && !press.into_iter().any(|turn| page.turns(at, turn));
    page.pack.grammar.noun_first && (at.saturating_sub(2)..at).any(site)
}

impl Outlets<'_> {
    /// An unknown name behind a common noun for an outlet: 'Stasiun televisi ABC', 'public broadcaster Kan'.
    pub(crate) fn unknown_subject(&mut self, page: &Page, tokens: &Range<usize>) -> Option<Named> {
        let noun = tokens.clone().find(|&at| page.turns(at, Turn::Outlet))?;
        let first = light_until(page, noun, tokens.end);
        let capitals = first < tokens.end && (first..tokens.end).all(|at| page.reading.is_capitalised(at));
        // 'The country's main broadcaster, Zorp': no person or role stands before the noun ('an editor at the newspaper').
        let person = |name: &Naming| matches!(name.kind, EntityKind::Person | EntityKind::Organisation);
        let plain = |at: usize| {
            !page.is(at, fact::ROLE | fact::TITLE | fact::DOCUMENT | fact::CUE | fact::RELATIVE) && !page.is_verb(at)
        };
        let led =
            (tokens.start..noun).all(|at| is_light(page, at) || plain(at) && !page.name_over(at).is_some_and(person));
        if !capitals || !led {
            return None;
        }
        let named = self.at(page, first, tokens.end, Trust::OutletsOnly);
        named.or_else(|| self.called_like_person(page, noun, first)).filter(|named| named.tokens.end == tokens.end)
    }

    /// A lone surname right behind the noun is the outlet's own: 'the public broadcaster, Kan'.
    fn called_like_person(&mut self, page: &Page, noun: usize, first: usize) -> Option<Named> {
        let name = page.name_over(first).filter(|name| name.tokens.len() == 1 && name.start >= noun)?;
        let beside = first == noun + 1 || first == noun + 2 && page.reading.mark(noun + 1) == ',';
        (beside && name.kind == EntityKind::Person).then(|| self.take(page, first..first + 1))
    }

    /// An outlet behind what describes it: 'The investigative portal KRIK', 'Austrian magazine Profil'.
    pub(super) fn described_subject(&mut self, page: &Page, tokens: &Range<usize>) -> Option<Named> {
        let first = described_until(page, tokens.start, tokens.end)?;
        let words = first..tokens.end;
        // 'The Albanian news site Citizens.al'
        if words.len() > 2 && domain_at(page, first).is_some_and(|domain| domain == words) {
            return Some(self.adopt(page, words));
        }
        if !words.clone().all(|at| page.reading.is_capitalised(at) || !page.reading.is_word(at)) {
            return None;
        }
        // 'The trade magazine The Grocer': its article may be part of the name.
        let article = page.turns(first - 1, Turn::DefiniteBefore) && page.reading.is_capitalised(first - 1);
        let with_article = if article { self.whole(page, first - 1..tokens.end) } else { None };
        if let Some(listed) = with_article.or_else(|| self.whole(page, words.clone())) {
            return Some(listed);
        }
        let person = |name: &Naming| name.kind == EntityKind::Person && name.tokens.len() > 1;
        let known = |name: &Naming| self.entities[name.entity].is_listed();
        match page.name_over(first) {
            Some(name) if person(name) => None,
            Some(name) if known(name) => Some(self.adopt(page, words)),
            _ => Some(self.take(page, words)),
        }
    }

    /// An unknown name before a verb that is hardly said of anybody but outlets: 'The Tyee reported', 'Sinar Harapan
    /// memberitakan'.
    ///
    /// `told` says whether a word for 'that' leads what is said; then the name needs no article.
    pub(crate) fn reporter(&mut self, page: &Page, tokens: &Range<usize>, verb: usize, told: bool) -> Option<Named> {
        let first = light_until(page, tokens.start, tokens.end);
        let len = tokens.end - first;
        let article = first == tokens.start + 1 && page.reading.is_the(tokens.start);
        let word = len == 1 && page.turns(first, Turn::OutletWord);
        let listed = word || is_listed(page, &(first..tokens.end));
        // 'TechCabal first reported the round', 'European Spaceflight first reported the fault'; 'Health Canada' is a body.
        let is_first = verb > first
            && (len == 1 || len == 2 && !page.pack.is_common(page.reading.words[first]))
            && page.pack.cues.events.may_open(page.reading.words[verb - 1], EventWord::Which);
        let fits = is_first || article && len <= 2 || told && len <= 3 || listed;
        // 'after I reported'
        let letter = len == 1 && page.reading.text(first).len() == 1;
        let capitals = !letter
            && (first..tokens.end).all(|at| page.reading.is_capitalised(at) && !page.is(at, fact::ROLE | fact::TITLE));
        let unknown = page.name_over(first).is_none_or(|name| {
            let other = matches!(name.kind, EntityKind::Other | EntityKind::Person)
                || (told || is_first) && name.kind == EntityKind::Organisation;
            // 'VTDigger' is nobody's surname.
            let mixed = page.reading.tokens[first].case == Case::Mixed;
            let writes = page.turns(verb, Turn::Writes);
            let other = other && (article || mixed || writes || name.kind != EntityKind::Person);
            name.tokens == (first..tokens.end) && other && self.may_be_outlet(page, name)
        });
        let reports = page.turns(verb, Turn::Reports) || told && self.writes(page, first..tokens.end, verb);
        (reports && len > 0 && fits && capitals && unknown).then(|| self.take(page, first..tokens.end))
    }

    /// A name that nobody knows behind that of an outlet, before such a verb: 'Le Monde and The Continent reported'.
    pub(crate) fn second_reporter(&mut self, page: &Page, tokens: &Range<usize>, verb: usize) -> Vec<Named> {
        let joint = tokens.clone().find(|&at| page.turns(at, Turn::Joint));
        let reports = page.turns(verb, Turn::Reports);
        let Some(joint) = joint.filter(|&joint| reports && joint > tokens.start) else { return Vec::new() };
        let name = joint + 1..tokens.end;
        let capitals = name.clone().all(|at| page.reading.is_capitalised(at) && !page.is(at, fact::ROLE | fact::TITLE));
        let fits = (1..=LONGEST_NOUN).contains(&name.len()) && capitals;
        let first = light_until(page, tokens.start, joint);
        let Some(known) = self.whole(page, first..joint).filter(|_| fits) else { return Vec::new() };
        vec![known, self.take(page, name)]
    }

    /// 'Golem wrote in May that': a name of one word that stands nowhere else; people are named in full before they are named so.
    fn writes(&self, page: &Page, tokens: Range<usize>, verb: usize) -> bool {
        let alone = |name: &Naming| {
            let entity = &self.entities[name.entity];
            name.kind != EntityKind::Organisation && entity.mentions.len() == 1 && name.start == name.tokens.start
        };
        let timed =
            page.is(verb + 1, fact::TIME) || page.turns(verb + 1, Turn::Adjunct) && page.is(verb + 2, fact::TIME);
        // 'The Clare Champion wrote in 2019 that'
        let body = |at: usize| page.turns(at, Turn::Organisation) || page.turns(at, Turn::Institution);
        let titled = tokens.len() == 2
            && page.reading.is_the(tokens.start.wrapping_sub(1))
            && !tokens.clone().any(|at| body(at) || page.is(at, fact::ROLE | fact::TITLE));
        if titled && tokens.end == verb && timed && page.turns(verb, Turn::Writes) {
            return true;
        }
        tokens.len() == 1
            && tokens.end == verb
            && timed
            && page.turns(verb, Turn::Writes)
            && !page.is(tokens.start, fact::ROLE | fact::TITLE | fact::PRONOUN)
            && page.name_over(tokens.start).is_some_and(alone)
    }

    /// Whether a name that no list has, and that is hardly named but here, stands where somebody was told something and no more is
    /// said of it: 'two people told Eurogamer.'
    pub(super) fn is_told_body(&self, page: &Page, name: &Naming) -> bool {
        let Range { start, end } = name.tokens;
        let entity = &self.entities[name.entity];
        let is_kind = matches!(name.kind, EntityKind::Organisation | EntityKind::Other);
        let is_listed = entity.is_listed();
        let own = fact::ROLE | fact::TITLE | fact::DOCUMENT;
        let noun = |at: usize| page.turns(at, Turn::Organisation) || page.turns(at, Turn::Institution);
        let body = |at: usize| noun(at) || page.is(at, own);
        let closed = page.ends(end) || page.divides(end) || page.turns(end, Turn::Adjunct) || page.is(end, fact::TIME);
        let told = is_told(page, start);
        told && is_kind
            && !is_listed
            && closed
            && entity.mentions.len() <= MOST_TOLD_MENTIONS
            && (start..end).filter(|&at| !page.reading.is_glued(at) || at == start).count() <= LONGEST_NOUN
            && !page.turns(start.wrapping_sub(1), Turn::DefiniteBefore)
            && !(start..end).any(body)
    }

    /// Ordinary words written as a name, which are no person's: 'told Seven Days'.
    pub(crate) fn ordinary_title(&self, page: &Page, first: usize, end: usize) -> Option<Range<usize>> {
        let reading = page.reading;
        let at = first;
        // 'On' tells of a day as well: 'will march on Labor Day'.
        let before = at.wrapping_sub(1);
        let told = page.is(before, fact::CUE) && !page.is(before, fact::PLACE_PREPOSITION) || is_spoken_to(page, at);
        let noun = fact::ROLE | fact::TITLE | fact::DOCUMENT;
        // 'Committee on Ways and Means', 'adviser on Information and Strategy'
        let of_office =
            before > 0 && (page.turns(before - 1, Turn::Organisation) || page.is(before - 1, fact::ROLE | fact::TITLE));
        let told = told && (!of_office || page.is_verb(before));
        let ordinary = |at: &usize| {
            // 'told Morning Report'
            let paper = *at > first && page.is(*at, fact::DOCUMENT);
            reading.tokens.get(*at).is_some_and(|token| token.case == Case::Capital)
                && page.pack.is_common(reading.words[*at])
                && (!page.is(*at, noun) || paper)
                && !page.turns(*at, Turn::Organisation)
                && !page.turns(*at, Turn::Person)
        };
        let leading = (at..end).take_while(ordinary).count();
        // 'told Sight and Sound'
        let joined = at + leading + 1;
        let second = if leading == 1 && page.turns(joined - 1, Turn::Joint) {
            (joined..end).take_while(ordinary).count()
        } else {
            0
        };
        let len = if second == 1 && !page.is(joined + 1, noun) { 3 } else { leading };
        let unknown = |name: &Naming| !self.entities[name.entity].is_listed();
        let free = (at..at + len).all(|at| page.name_over(at).is_none_or(unknown));
        let closed = !reading.is_capitalised(at + len);
        (page.pack.grammar.verbs_inflect && told && (2..=3).contains(&len) && free && closed).then_some(at..at + len)
    }

    /// Whether a name that was taken for another kind stands where only outlets do: not a person with a title, and not an
    /// organisation that is known for one.
    pub(crate) fn may_be_outlet(&self, page: &Page, name: &Naming) -> bool {
        let entity = &self.entities[name.entity];
        let bare = name.start == name.tokens.start || page.turns(name.start, Turn::Outlet);
        let bare = bare && entity.mentions.len() <= 2;
        // Few letters stand for many things: 'state news agency RIA' is an outlet, whatever else is called so.
        let in_letters = page.reading.tokens[name.tokens.start].case == Case::Upper && !is_on_site(page, name.start);
        let is_known = entity.is_listed() && !in_letters;
        // 'released by Essex Police'
        let head = if page.pack.grammar.noun_first { name.tokens.start } else { name.tokens.end - 1 };
        let is_known = is_known || page.turns(head, Turn::Institution);
        // 'Additional reporting by Katy Watson'
        let is_somebody = name.kind == EntityKind::Person
            && name.tokens.len() > 1
            && page.gazetteer.is_given_name(page.reading.words[name.tokens.start]);
        bare && !is_known
            && !is_somebody
            && name.kind != EntityKind::Platform
            && !(page.is(name.tokens.start, fact::ROLE | fact::DOCUMENT | fact::TITLE)
                && page.reading.tokens[name.tokens.start].case != Case::Upper)
    }
}
