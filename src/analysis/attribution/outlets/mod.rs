//! Which outlets words name: known ones, domain names, unknown ones behind a word that only outlets follow, and those that
//! an earlier sentence named ('media itu', 'the newspaper').

mod adopted;
mod apposed;
mod employers;
mod forms;
mod hearing;
mod linked;
mod listed;
mod references;
mod stations;
mod unknown;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use self::forms::{
    described_until, domain_at, edition_end, is_described, is_light, light_until, paper_until, regional, tailed,
};
use self::hearing::is_told_word;
use self::stations::is_station;
use crate::analysis::attribution::frames::nouns::is_possessor;
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::Turn;
use crate::model::{Arena, Entity, EntityId, EntityKind, OutletKind, Rule};

/// How far behind a cue its outlet may stand, over 'media pemerintah Korea Utara,'.
const FARTHEST_TOKENS: usize = 12;

/// An outlet and the words that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) outlet: EntityId,
    pub(crate) tokens: Range<usize>,
    /// The word that leads on to it from the outlet before ('AFP dari IRNA').
    pub(crate) link: Option<usize>,
}

impl Named {
    pub(crate) fn new(outlet: EntityId, tokens: Range<usize>) -> Named {
        Named { outlet, tokens, link: None }
    }
}

/// What a cue allows the words behind it to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Only an outlet follows such a cue ('dilansir'), so that an unknown name is one.
    OutletsOnly,
    /// A speaker may follow as well ('menurut').
    Anybody,
}

/// The outlets of an article, with those that are found out here.
pub(crate) struct Outlets<'a> {
    pub(super) entities: &'a mut Arena<Entity>,
    /// What the outlet is called that published the article.
    pub(super) publisher: Option<&'a str>,
    /// Mentions that the names did not hold.
    pub(super) adopted: Vec<(EntityId, Range<usize>)>,
    /// Where they begin.
    pub(super) placed: FxHashSet<usize>,
    pub(super) by_name: FxHashMap<String, EntityId>,
    /// The unit that is read.
    pub(super) unit: usize,
    /// Those named last, the last of all first, and in which unit.
    pub(super) recent: Vec<(EntityId, usize)>,
    /// The name that the last sentence begins with, and which unit that is.
    pub(super) lead: Option<(EntityId, usize)>,
}

impl<'a> Outlets<'a> {
    pub(crate) fn new(entities: &'a mut Arena<Entity>, publisher: Option<&'a str>) -> Outlets<'a> {
        Outlets {
            entities,
            publisher,
            adopted: Vec::new(),
            placed: FxHashSet::default(),
            by_name: FxHashMap::default(),
            unit: 0,
            recent: Vec::new(),
            lead: None,
        }
    }

    pub(crate) fn kind(&self, entity: EntityId) -> EntityKind {
        self.entities[entity].kind
    }

    /// Whether a name is an outlet's, as far as is known by now: some are found out here. A journal of science prints what its
    /// authors say, and hands nothing on.
    pub(crate) fn is_outlet(&self, name: &Naming) -> bool {
        let entity = &self.entities[name.entity];
        let is_journal = entity.outlet.as_ref().is_some_and(|facts| facts.kind == OutletKind::Journal);
        entity.kind == EntityKind::Outlet && !is_journal
    }

    /// From here on this unit is read.
    pub(crate) fn turn_to(&mut self, unit: usize) {
        self.unit = unit;
    }

    /// Whether the outlet is a news agency, as far as it is known.
    pub(crate) fn is_agency(&self, outlet: EntityId) -> bool {
        self.entities[outlet].outlet.as_ref().is_some_and(|facts| facts.kind.is_agency())
    }

    /// The outlets behind a cue that ends at `from`, in order; all before `end`.
    pub(crate) fn behind(&mut self, page: &Page, from: usize, end: usize, trust: Trust) -> Vec<Named> {
        let end = end.min(from + FARTHEST_TOKENS);
        let from = self.behind_reporter(page, from, end);
        if let Some(short) = self.by_last_word(page, from + 1).filter(|short| short.tokens.end <= end) {
            return vec![short];
        }
        // 'tells PEOPLE': a common noun otherwise
        if let Some(own) = self.publisher_in_short(page, from).filter(|own| own.tokens.end <= end) {
            return vec![self.affiliate(page, &own, end).unwrap_or(own)];
        }
        let described = described_until(page, from, end);
        let first = described.unwrap_or_else(|| light_until(page, from, end));
        // 'told state news agency RIA': behind such a noun stands an outlet, known or not.
        let led = first > from && page.turns(first - 1, Turn::Outlet) && !page.turns(from, Turn::DefiniteBefore);
        let trust = if led || described.is_some() { Trust::OutletsOnly } else { trust };
        // 'the PA news agency': what looks like its country begins its name.
        let listed = (from..first).find_map(|at| self.listed(page, at, end).filter(|named| named.tokens.end > first));
        // 'published on its website, the Rail Delivery Group said': whose own page it was.
        let other = |at: usize| page.divides(at) && page.turns(at + 1, Turn::DefiniteBefore);
        let owned = page.turns(from, Turn::DefiniteBefore) && !page.reading.is_the(from);
        if owned && listed.is_none() && (from + 1..first).any(other) {
            return Vec::new();
        }
        let found = listed.or_else(|| self.on_platform(page, from, first, end));
        let found = found.or_else(|| self.at(page, first, end, trust));
        let Some(name) = found.or_else(|| self.back_reference(page, from, end)) else {
            return Vec::new();
        };
        let mut named = vec![self.affiliate(page, &name, end).unwrap_or(name)];
        while let Some(next) = self.chained(page, named[named.len() - 1].tokens.end, end) {
            named.push(next);
        }
        named
    }

    /// The outlet that the words of a subject name, if they name nothing else: 'Kantor berita Xinhua', 'media itu'.
    pub(crate) fn subject(&mut self, page: &Page, tokens: &Range<usize>) -> Option<Named> {
        if let Some(described) = self.described_subject(page, tokens) {
            return Some(described);
        }
        if let Some(own) = self.publisher_itself(page, tokens) {
            return Some(own);
        }
        if tokens.len() == 2
            && let Some(short) = self.by_last_word(page, tokens.start + 1)
        {
            return Some(short);
        }
        // 'Australian Broadcasting Corporation (ABC)': not the letters in brackets.
        let named = |name: &&Naming| self.is_outlet(name) && !page.is(name.tokens.start, fact::BRACKET);
        let known = page.names_in(tokens.clone()).filter(named).last().cloned();
        if let Some(name) = known {
            let whole = name.tokens.start..edition_end(page, &name);
            let paper = paper_until(page, tokens.start..name.tokens.start);
            // 'Majalah Tempo edisi 16 November 2025'
            let dated = |at: usize| at > whole.end && page.is(whole.end, fact::MEDIUM) && page.is(at, fact::TIME);
            let about = |at: usize| {
                let beside = page.turns(at, Turn::Joint) || page.name_over(at).is_some_and(|name| self.is_outlet(name));
                at < paper
                    || whole.contains(&at)
                    || is_light(page, at)
                    || beside
                    || page.is(at, fact::BRACKET)
                    || dated(at)
            };
            let own = !is_possessor(page, name.tokens.end) || page.is(name.tokens.end + 1, fact::MEDIUM);
            let small = page.turns(tokens.start, Turn::Adjunct);
            let light = tokens.clone().all(|at| about(at) || is_possessor(page, at));
            return ((light || is_described(page, &whole, tokens)) && own && !small)
                .then(|| Named::new(name.entity, whole.clone()));
        }
        if let Some(domain) = domain_at(page, tokens.start).filter(|domain| domain.end == tokens.end) {
            return Some(self.adopt(page, domain));
        }
        let first = light_until(page, tokens.start, tokens.end);
        if let Some(listed) = self.listed(page, first, tokens.end).filter(|listed| listed.tokens.end == tokens.end) {
            return Some(listed);
        }
        if first < tokens.end && self.is_adopted(page, first..tokens.end) {
            return Some(self.adopt(page, first..tokens.end));
        }
        if let Some(tailed) = tailed(page, first, tokens.end).filter(|tailed| tailed.end == tokens.end) {
            return Some(self.take(page, tailed));
        }
        if first + 1 == tokens.end && is_station(page, first) {
            return Some(self.take(page, first..tokens.end));
        }
        // 'Børsen, the Danish business daily, reported'
        if let Some(named) = self.told_by_noun(page, first, tokens.end).filter(|named| named.end < tokens.end) {
            return Some(self.take(page, named));
        }
        if let Some(unknown) = self.unknown_subject(page, tokens) {
            return Some(unknown);
        }
        // 'Stuff reported'
        let word = tokens.len() == 1 && page.turns(first, Turn::OutletWord) && page.turns(tokens.end, Turn::Reports);
        if word && page.reading.is_capitalised(first) && page.name_over(first).is_none() {
            return Some(self.take(page, tokens.clone()));
        }
        self.back_reference(page, tokens.start, tokens.end)
            .filter(|named| named.tokens.end == tokens.end || page.turns(named.tokens.end, Turn::Between))
    }

    /// The outlet at token `at`, where nothing light is left before it.
    pub(super) fn at(&mut self, page: &Page, at: usize, end: usize, trust: Trust) -> Option<Named> {
        if at >= end {
            return None;
        }
        if let Some(domain) = domain_at(page, at) {
            let known = page.name_over(at).filter(|name| name.kind == EntityKind::Outlet);
            return Some(match known {
                Some(name) => Named::new(name.entity, name.tokens.clone()),
                None => self.adopt(page, domain),
            });
        }
        if let Some(known) = self.by_last_word(page, at) {
            return Some(known);
        }
        if let Some(own) = self.publisher_in_short(page, at) {
            return Some(own);
        }
        if let Some(listed) = self.listed(page, at, end).or_else(|| self.employer(page, at, end)) {
            return Some(listed);
        }
        match page.name_over(at).cloned() {
            Some(name) if self.is_outlet(&name) => {
                if let Some(regional) = regional(page, &name) {
                    return Some(self.take(page, regional));
                }
                let end = edition_end(page, &name);
                Some(Named::new(name.entity, name.tokens.start..end))
            }
            // 'dirilis Selasa', 'a study published in May'
            _ if page.is(at, fact::TIME) => None,
            Some(name) if trust == Trust::OutletsOnly && self.may_be_outlet(page, &name) => {
                self.entities[name.entity].kind = EntityKind::Outlet;
                self.entities[name.entity].rule = Rule::from("attribution/unknown-outlet");
                Some(Named::new(name.entity, name.tokens))
            }
            _ if self.told_by_noun(page, at, end).is_some() => {
                self.told_by_noun(page, at, end).map(|tokens| self.take(page, tokens))
            }
            Some(name) if self.is_told_body(page, &name) => Some(self.take(page, name.tokens)),
            _ if is_told_word(page, at) => Some(self.take(page, at..at + 1)),
            _ if tailed(page, at, end).is_some() => tailed(page, at, end).map(|tokens| self.take(page, tokens)),
            _ if self.call_sign(page, at).is_some() => self.call_sign(page, at).map(|tokens| self.take(page, tokens)),
            None | Some(_) if self.ordinary_title(page, at, end).is_some() => {
                self.ordinary_title(page, at, end).map(|tokens| self.take(page, tokens))
            }
            None if trust == Trust::OutletsOnly && page.reading.is_capitalised(at) => {
                // 'portal Detak Sulsel'
                let region = |name: &Naming| page.pack.grammar.noun_first && name.kind == EntityKind::Place;
                let is_part = |part: &usize| {
                    page.reading.is_capitalised(*part)
                        && !page.is(*part, fact::TIME)
                        && page.name_over(*part).is_none_or(|name| *part > at && region(name))
                };
                let last = (at..end).take_while(is_part).last()?;
                // 'citing three Whitehall sources'
                let describes = page.is(last + 1, fact::ROLE) && !page.turns(last + 1, Turn::Outlet);
                // 'citing a Rs14 billion shortfall'
                let currency = page.reading.is_number(last + 1) && page.reading.is_glued(last + 1);
                // 'quoting NP-20251116-0231'
                let numbered = page.reading.mark(last + 1) == '-' && page.reading.is_number(last + 2);
                let describes = numbered || currency || describes || page.turns(at, Turn::DefiniteBefore);
                let titled = describes || page.is(at, fact::TITLE | fact::ROLE | fact::TIME | fact::DOCUMENT);
                (!titled).then(|| self.adopt(page, at..last + 1))
            }
            _ => None,
        }
    }
}
