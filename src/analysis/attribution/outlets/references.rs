//! Outlets that are meant without their name: 'media itu', 'the newspaper', 'the Karachi-based daily'.

use std::ops::Range;

use super::forms::domain_at;
use super::{Named, Outlets, is_possessor};
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::Turn;
use crate::model::{Entity, EntityId, EntityKind, OutletKind};

/// How many units back a common noun for an outlet may reach.
const FARTHEST_UNITS: usize = 4;

/// 'has learnt', 'can reveal'
const LONGEST_TENSE: usize = 2;

/// The nouns for outlets of one kind.
const KINDS: [(Turn, OutletKind); 5] = [
    (Turn::Newspaper, OutletKind::Newspaper),
    (Turn::Magazine, OutletKind::Magazine),
    (Turn::Broadcaster, OutletKind::Broadcaster),
    (Turn::Agency, OutletKind::Agency),
    (Turn::Agency, OutletKind::Wire),
];

impl Outlets<'_> {
    /// The sentence begins with this name.
    pub(crate) fn note_lead(&mut self, entity: EntityId, unit: usize) {
        self.lead = Some((entity, unit));
    }

    /// The outlet that was last named is this one.
    pub(crate) fn note(&mut self, outlet: EntityId, unit: usize) {
        self.recent.retain(|&(other, at)| other != outlet && at + FARTHEST_UNITS >= unit);
        self.recent.insert(0, (outlet, unit));
    }

    /// Whom a common noun for an outlet means: of the outlets named last the first of its kind ('the newspaper' is no
    /// agency), else the first; or the name that the sentence before begins with ('Dawn was the only paper ...').
    fn meant(&mut self, page: &Page, noun: Range<usize>) -> Option<EntityId> {
        let near = |&&(_, unit): &&(EntityId, usize)| unit + FARTHEST_UNITS >= self.unit;
        let said = KINDS.iter().filter(|(turn, _)| noun.clone().any(|at| page.turns(at, *turn)));
        let kinds: Vec<OutletKind> = said.map(|&(_, kind)| kind).collect();
        let is_of_kind = |&&(outlet, _): &&(EntityId, usize)| {
            let facts = self.entities[outlet].outlet.as_ref();
            facts.is_some_and(|facts| kinds.contains(&facts.kind))
        };
        let mut recent = self.recent.iter().filter(near);
        if let Some(&(outlet, _)) = recent.clone().find(is_of_kind).or_else(|| recent.next()) {
            return Some(outlet);
        }
        let (lead, _) = self.lead.filter(|&(_, unit)| unit + 1 == self.unit)?;
        self.entities[lead].kind = EntityKind::Outlet;
        Some(lead)
    }

    /// The outlet of the article whose name ends with the word at `at`: 'the Journal' is The Wall Street Journal.
    pub(super) fn by_last_word(&mut self, page: &Page, at: usize) -> Option<Named> {
        // 'the Progress' in an article of the Pickens County Progress
        let own = || self.publisher.is_some_and(|name| name.ends_with(page.reading.text(at)));
        let led = page.turns(at.wrapping_sub(1), Turn::DefiniteBefore) && (page.turns(at, Turn::OutletTail) || own());
        let alone = page.reading.is_capitalised(at) && !page.reading.is_capitalised(at + 1);
        if !led || !alone {
            return None;
        }
        let word = page.reading.text(at);
        // 'The Guardian' is called so in full.
        let ends = |name: &str| {
            without_article(name).rsplit_once(' ').is_some_and(|(_, last)| last.eq_ignore_ascii_case(word))
        };
        let named = |(_, entity): &(EntityId, &Entity)| entity.kind == EntityKind::Outlet && ends(&entity.name);
        let found = self.entities.iter().filter(|(_, entity)| !entity.mentions.is_empty()).find(named);
        if let Some(outlet) = found.map(|(outlet, _)| outlet) {
            return Some(Named::new(outlet, at..at + 1));
        }
        let publisher = self.publisher.filter(|name| ends(name))?;
        Some(self.adopt_as(page, at..at + 1, publisher))
    }

    /// The publisher, told by the first word of its name, or by all of a name of one word: 'told Ars' in an article of Ars Technica.
    pub(super) fn publisher_in_short(&mut self, page: &Page, at: usize) -> Option<Named> {
        let publisher = self.publisher?;
        let name = without_article(publisher);
        let (first, _) = name.split_once(' ').unwrap_or((name, ""));
        let before = at.wrapping_sub(1);
        let tells = |index: usize| page.clues[index].kinds.told && page.clues[index].kinds.says;
        let told = page.is(before, fact::CUE) && page.is_verb(before) || page.clues_in(before..at).any(tells);
        // 'mengatakan kepada ABC bahwa' in an article of ABC Indonesia
        let noun_first = page.pack.grammar.noun_first;
        let told = told || noun_first && page.clues_in(before..at).any(|index| page.clues[index].kinds.told);
        let alone =
            !page.reading.is_capitalised(at + 1) && page.name_over(at).is_none_or(|name| name.tokens.len() == 1);
        let fits = told && alone && page.reading.text(at) == first && !page.pack.is_common(page.reading.words[at]);
        // 'told ST' in an article of The Straits Times, 'an email to THR' in one of The Hollywood Reporter
        let short = page.reading.text(at);
        let fits = fits || told && alone && (is_initials(name, short) || is_initials(publisher, short));
        // 'seen by Nature' in an article of Nature
        let fits = fits || alone && first == name && page.is(before, fact::CUE) && page.reading.text(at) == name;
        // 'tells PEOPLE' in an article of People
        let whole = told && alone && first == name && page.reading.is_capitalised(at);
        let fits = fits || whole && page.reading.text(at).eq_ignore_ascii_case(name);
        if fits {
            return Some(self.adopt_as(page, at..at + 1, publisher));
        }
        self.publisher_told(page, at, publisher)
    }

    /// The publisher by all of its name, or its first words, before a verb by which outlets tell what they found: 'Nature has learnt'
    /// in an article of Nature, 'Block Club reported' in one of Block Club Chicago.
    pub(super) fn publisher_itself(&mut self, page: &Page, tokens: &Range<usize>) -> Option<Named> {
        let publisher = self.publisher?;
        let first = *page.reading.text(tokens.start).as_bytes().first()?;
        let same = publisher.as_bytes().first() == Some(&first)
            && publisher
                .strip_prefix(page.reading.span(tokens.clone()).of(page.reading.body))
                .is_some_and(|rest| rest.is_empty() || tokens.len() > 1 && rest.starts_with(' '));
        let learns = |at: usize| page.turns(at, Turn::Learns) || page.turns(at, Turn::Reports);
        let tells = (tokens.end..tokens.end + LONGEST_TENSE).any(learns);
        (same && tells).then(|| self.adopt_as(page, tokens.clone(), publisher))
    }

    /// The publisher whose name is one word, behind a word that leads to whom it was told: 'kepada GoRiau.com'.
    fn publisher_told(&mut self, page: &Page, at: usize, publisher: &str) -> Option<Named> {
        let is_name = page.reading.is_capitalised(at) && page.reading.text(at) == publisher;
        let told = |index: usize| page.clues[index].kinds.told;
        let tokens = || domain_at(page, at).unwrap_or(at..at + 1);
        let fits = is_name && at > 0 && page.clues_in(at - 1..at).any(told);
        fits.then(|| self.adopt_as(page, tokens(), publisher))
    }

    /// A common noun for an outlet that was named before: 'media itu', 'the Karachi-based daily'.
    pub(crate) fn back_reference(&mut self, page: &Page, from: usize, end: usize) -> Option<Named> {
        let mut start = from;
        while start < end && !page.reading.is_word(start) {
            start += 1;
        }
        let reach = (start..end)
            .find(|&at| page.divides(at) || matches!(page.reading.mark(at), '.' | '?' | '!'))
            .unwrap_or(end);
        // 'said on his podcast', 'on its website': somebody's own, and none that was named before.
        let is_own = page.turns(start, Turn::Owner) && page.pack.grammar.verbs_inflect;
        if page.turns(start, Turn::DefiniteBefore) && !is_own && start + 1 < reach {
            let noun = (start..reach.min(start + 6)).find(|&at| page.turns(at, Turn::Outlet))?;
            // 'The harbour's website': anybody has one.
            let press = [Turn::Agency, Turn::Newspaper, Turn::Magazine, Turn::Broadcaster];
            let owned =
                (start..noun).any(|at| is_possessor(page, at)) && !press.iter().any(|&turn| page.turns(noun, turn));
            if owned {
                return None;
            }
            let outlet_between = page.names_in(start..reach).any(|name| name.kind == EntityKind::Outlet);
            let last =
                (noun..reach).take_while(|&at| page.turns(at, Turn::Outlet) || page.is(at, fact::MEDIUM)).last()?;
            // 'told this newspaper': the one that the reader holds, whichever was named last.
            let held = !page.reading.is_the(start) && page.pack.grammar.verbs_inflect;
            if held && noun == start + 1 && page.turns(noun, Turn::Outlet) {
                let own = start..last + 1;
                return Some(match self.publisher {
                    Some(publisher) => self.adopt_as(page, own, publisher),
                    None => self.adopt(page, own),
                });
            }
            let outlet = self.meant(page, noun..last + 1).filter(|_| !outlet_between)?;
            return Some(Named::new(outlet, start..last + 1));
        }
        if !page.turns(start, Turn::Outlet) {
            return None;
        }
        // 'saat dihubungi koran ini': the one that the reader holds.
        let noun = (start..reach).find(|&at| !page.turns(at, Turn::Outlet)).unwrap_or(reach);
        let own = page.turns(noun, Turn::Covers) && !page.turns(noun, Turn::DefiniteBehind);
        if let Some(publisher) = self.publisher.filter(|_| own && noun < reach) {
            return Some(self.adopt_as(page, start..noun + 1, publisher));
        }
        let definite = (start + 1..reach.min(start + 9)).find(|&at| page.turns(at, Turn::DefiniteBehind))?;
        let cue_between = (start..definite).any(|at| page.is(at, fact::CUE) && !page.is(at, fact::MEDIUM));
        let outlet = self.meant(page, start..definite).filter(|_| !cue_between)?;
        Some(Named::new(outlet, start..definite + 1))
    }
}

/// Whether `letters` are the first ones of the words of a name of several.
fn is_initials(name: &str, letters: &str) -> bool {
    let firsts = || name.split(' ').filter_map(|word| word.chars().next());
    letters.len() > 1 && firsts().count() > 1 && firsts().eq(letters.chars())
}

/// The name of an outlet without the article that begins it.
fn without_article(name: &str) -> &str {
    name.strip_prefix("The ").unwrap_or(name)
}
