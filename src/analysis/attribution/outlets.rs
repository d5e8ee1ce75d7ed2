//! Which outlets words name: known ones, domain names, unknown ones behind a word that only outlets follow, and those that
//! an earlier sentence named ('media itu', 'the newspaper').

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::page::{Naming, Page, fact};
use crate::lang::{Turn, fold};
use crate::text::token::Case;
use crate::model::{Arena, Entity, EntityId, EntityKind, Mention, Rule};

/// How far behind a cue its outlet may stand, over 'media pemerintah Korea Utara,'.
const FARTHEST_TOKENS: usize = 12;

/// How many units back a common noun for an outlet may reach.
const FARTHEST_UNITS: usize = 4;

/// No noun for an outlet behind its name has more words: 'the public radio station'.
const LONGEST_NOUN: usize = 3;

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
    entities: &'a mut Arena<Entity>,
    /// Mentions that the names did not hold.
    adopted: Vec<(EntityId, Range<usize>)>,
    /// Where they begin.
    placed: FxHashSet<usize>,
    by_name: FxHashMap<String, EntityId>,
    /// The unit that is read.
    unit: usize,
    /// The last one named, and in which unit.
    last: Option<(EntityId, usize)>,
    /// The name that the last sentence begins with, and which unit that is.
    lead: Option<(EntityId, usize)>,
}

impl<'a> Outlets<'a> {
    pub(crate) fn new(entities: &'a mut Arena<Entity>) -> Outlets<'a> {
        Outlets {
            entities,
            adopted: Vec::new(),
            placed: FxHashSet::default(),
            by_name: FxHashMap::default(),
            unit: 0,
            last: None,
            lead: None,
        }
    }

    pub(crate) fn kind(&self, entity: EntityId) -> EntityKind {
        self.entities[entity].kind
    }

    /// Whether a name is an outlet's, as far as is known by now: some are found out here.
    fn is_outlet(&self, name: &Naming) -> bool {
        self.kind(name.entity) == EntityKind::Outlet
    }

    /// The sentence begins with this name.
    pub(crate) fn note_lead(&mut self, entity: EntityId, unit: usize) {
        self.lead = Some((entity, unit));
    }

    /// From here on this unit is read.
    pub(crate) fn turn_to(&mut self, unit: usize) {
        self.unit = unit;
    }

    /// Whether the outlet is a news agency, as far as it is known.
    pub(crate) fn is_agency(&self, outlet: EntityId) -> bool {
        self.entities[outlet].outlet.as_ref().is_some_and(|facts| facts.category.contains("agency"))
    }

    /// The outlet that was last named is this one.
    pub(crate) fn note(&mut self, outlet: EntityId, unit: usize) {
        self.last = Some((outlet, unit));
    }

    /// The outlets behind a cue that ends at `from`, in order; all before `end`.
    pub(crate) fn behind(&mut self, page: &Page, from: usize, end: usize, trust: Trust) -> Vec<Named> {
        let end = end.min(from + FARTHEST_TOKENS);
        let first = light_until(page, from, end);
        // 'told state news agency RIA': behind such a noun stands an outlet, known or not.
        let led = first > from && page.turns(first - 1, Turn::Outlet) && !page.turns(from, Turn::DefiniteBefore);
        let trust = if led { Trust::OutletsOnly } else { trust };
        let Some(name) = self.at(page, first, end, trust).or_else(|| self.back_reference(page, from, end)) else {
            return Vec::new();
        };
        let mut named = vec![name];
        while let Some(next) = self.chained(page, named[named.len() - 1].tokens.end, end) {
            named.push(next);
        }
        named
    }

    /// The outlet that follows another at `last`: 'AFP dan Reuters', 'ANT/Anadolu', 'AFP dari kantor berita IRNA'.
    fn chained(&self, page: &Page, last: usize, end: usize) -> Option<Named> {
        let reading = page.reading;
        let from = page.is(last, fact::PLACE_PREPOSITION);
        let joint = |at: usize| {
            page.turns(at, Turn::Joint)
                || matches!(reading.mark(at), '/' | ',' | ')')
                || page.turns(at, Turn::DefiniteBefore)
        };
        let next = if from { light_until(page, last + 1, end) } else { (last..end + 1).find(|&at| !joint(at))? };
        let name = page
            .name_over(next)
            .filter(|name| next > last && self.is_outlet(name) && name.tokens.start == next)?;
        // 'Mengutip CNN, Tempo melaporkan': what has a verb of its own is no second hand of the same cue.
        let has_verb = reading.mark(last) == ',' && page.is(name.tokens.end, fact::CUE);
        let link = from.then_some(last);
        (!has_verb).then(|| Named { link, ..Named::new(name.entity, name.tokens.clone()) })
    }

    /// The outlet that the words of a subject name, if they name nothing else: 'Kantor berita Xinhua', 'media itu'.
    pub(crate) fn subject(&mut self, page: &Page, tokens: &Range<usize>) -> Option<Named> {
        let known = page.names_in(tokens.clone()).filter(|name| self.is_outlet(name)).last().cloned();
        if let Some(name) = known {
            let about = |at: usize| name.tokens.contains(&at) || is_light(page, at) || page.is(at, fact::BRACKET);
            let own = !super::nouns::is_possessor(page, name.tokens.end) || page.is(name.tokens.end + 1, fact::MEDIUM);
            let small = page.turns(tokens.start, Turn::Adjunct);
            return (tokens.clone().all(|at| about(at) || super::nouns::is_possessor(page, at)) && own && !small)
                .then_some(Named::new(name.entity, name.tokens));
        }
        if let Some(domain) = domain_at(page, tokens.start).filter(|domain| domain.end == tokens.end) {
            return Some(self.adopt(page, domain));
        }
        let first = light_until(page, tokens.start, tokens.end);
        if first < tokens.end && self.is_adopted(page, first..tokens.end) {
            return Some(self.adopt(page, first..tokens.end));
        }
        if let Some(tailed) = tailed(page, first, tokens.end).filter(|tailed| tailed.end == tokens.end) {
            return Some(self.take(page, tailed));
        }
        // 'Børsen, the Danish business daily, reported'
        if let Some(named) = self.told_by_noun(page, first, tokens.end).filter(|named| named.end < tokens.end) {
            return Some(self.take(page, named));
        }
        if let Some(unknown) = self.unknown_subject(page, tokens) {
            return Some(unknown);
        }
        self.back_reference(page, tokens.start, tokens.end)
            .filter(|named| named.tokens.end == tokens.end || page.turns(named.tokens.end, Turn::Between))
    }

    /// An unknown name behind a common noun for an outlet: 'Stasiun televisi ABC', 'public broadcaster Kan'.
    fn unknown_subject(&mut self, page: &Page, tokens: &Range<usize>) -> Option<Named> {
        let noun = tokens.clone().find(|&at| page.turns(at, Turn::Outlet))?;
        let first = light_until(page, noun, tokens.end);
        let capitals = first < tokens.end && (first..tokens.end).all(|at| page.reading.is_capitalised(at));
        // 'The country's main broadcaster, Zorp': no person or role stands before the noun ('an editor at the newspaper').
        let person = |name: &Naming| matches!(name.kind, EntityKind::Person | EntityKind::Organisation);
        let plain = |at: usize| !page.is(at, fact::ROLE | fact::TITLE | fact::DOCUMENT | fact::CUE | fact::RELATIVE) && !page.is_verb(at);
        let led = (tokens.start..noun)
            .all(|at| is_light(page, at) || plain(at) && !page.name_over(at).is_some_and(person));
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

    /// An unknown name before a verb that is hardly said of anybody but outlets: 'The Tyee reported', 'Sinar Harapan
    /// memberitakan'.
    ///
    /// `told` says whether a word for 'that' leads what is said; then the name needs no article.
    pub(crate) fn reporter(&mut self, page: &Page, tokens: &Range<usize>, verb: usize, told: bool) -> Option<Named> {
        let first = light_until(page, tokens.start, tokens.end);
        let len = tokens.end - first;
        let article = first == tokens.start + 1 && page.reading.text(tokens.start).eq_ignore_ascii_case("the");
        let fits = if page.pack.cues.verbs_close { article && len <= 2 || told && len <= 3 } else { len <= 3 };
        let capitals = (first..tokens.end).all(|at| page.reading.is_capitalised(at) && !page.is(at, fact::ROLE | fact::TITLE));
        let unknown = page.name_over(first).is_none_or(|name| {
            let other = matches!(name.kind, EntityKind::Other | EntityKind::Person)
                || told && name.kind == EntityKind::Organisation;
            let other = other && (article || name.kind != EntityKind::Person || !page.pack.cues.verbs_close);
            name.tokens == (first..tokens.end) && other && self.may_be_outlet(page, name)
        });
        (page.turns(verb, Turn::Reports) && len > 0 && fits && capitals && unknown)
            .then(|| self.take(page, first..tokens.end))
    }

    /// The outlet at token `at`, where nothing light is left before it.
    fn at(&mut self, page: &Page, at: usize, end: usize, trust: Trust) -> Option<Named> {
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
        match page.name_over(at).cloned() {
            Some(name) if self.is_outlet(&name) => {
                let end = edition_end(page, &name);
                Some(Named::new(name.entity, name.tokens.start..end))
            }
            Some(name) if trust == Trust::OutletsOnly && self.may_be_outlet(page, &name) => {
                self.entities[name.entity].kind = EntityKind::Outlet;
                self.entities[name.entity].rule = Rule::from("attribution/unknown-outlet");
                Some(Named::new(name.entity, name.tokens))
            }
            _ if self.told_by_noun(page, at, end).is_some() => {
                self.told_by_noun(page, at, end).map(|tokens| self.take(page, tokens))
            }
            _ if tailed(page, at, end).is_some() => tailed(page, at, end).map(|tokens| self.take(page, tokens)),
            None | Some(_) if self.is_call_sign(page, at) => Some(self.take(page, at..at + 1)),
            None if trust == Trust::OutletsOnly && page.reading.is_capitalised(at) => {
                let is_part = |at: &usize| page.reading.is_capitalised(*at) && page.name_over(*at).is_none();
                let last = (at..end).take_while(is_part).last()?;
                let titled = page.is(at, fact::TITLE | fact::ROLE | fact::TIME | fact::DOCUMENT);
                (!titled).then(|| self.adopt(page, at..last + 1))
            }
            _ => None,
        }
    }

    /// An unknown name of a few capital letters without an article: whom a speaker told ('told DZMM').
    fn is_call_sign(&self, page: &Page, at: usize) -> bool {
        let token = &page.reading.tokens[at];
        let len = page.reading.text(at).len();
        let unknown = page.name_over(at).is_none_or(|name| {
            let entity = &self.entities[name.entity];
            name.tokens == (at..at + 1) && !entity.rule.as_str().contains("gazetteer") && entity.mentions.len() <= 2
        });
        let told = page.turns(at.wrapping_sub(1), Turn::DefiniteBefore);
        // In a line of capitals every word looks like one.
        let upper = |at: usize| page.reading.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
        let unknown = unknown && !page.pack.is_common(page.reading.words[at]) && !upper(at + 1) && !upper(at.wrapping_sub(1));
        page.pack.cues.verbs_close && token.case == Case::Upper && (4..=5).contains(&len) && unknown && !told
    }

    /// A name with a common noun for outlets right behind it ('SEN radio', 'Bild newspaper'), or an article and such a noun
    /// behind its comma ('KUNM, the public radio station').
    fn told_by_noun(&self, page: &Page, at: usize, end: usize) -> Option<Range<usize>> {
        let reading = page.reading;
        if !page.pack.cues.verbs_close || !reading.is_capitalised(at) {
            return None;
        }
        let tokens = match page.name_over(at) {
            Some(name) if name.tokens.start == at && self.may_be_outlet(page, name) => name.tokens.clone(),
            Some(_) => return None,
            None => at..at + (at..end).take_while(|&at| reading.is_capitalised(at) && page.name_over(at).is_none()).count(),
        };
        let noun = |at: usize| page.turns(at, Turn::Outlet) || page.is(at, fact::MEDIUM);
        let behind = noun(tokens.end) && !reading.is_capitalised(tokens.end);
        let article = reading.mark(tokens.end) == ',' && (page.turns(tokens.end + 1, Turn::DefiniteBefore) || page.is(tokens.end + 1, fact::QUANTITY));
        let apposed = article && (tokens.end + 2..tokens.end + 2 + LONGEST_NOUN).any(noun);
        (behind || apposed).then_some(tokens)
    }

    /// The outlet that these words name, whatever they were taken for.
    fn take(&mut self, page: &Page, tokens: Range<usize>) -> Named {
        match page.name_over(tokens.start).filter(|name| name.tokens == tokens) {
            Some(name) => {
                self.entities[name.entity].kind = EntityKind::Outlet;
                Named::new(name.entity, tokens)
            }
            None => self.adopt(page, tokens),
        }
    }

    /// Whether a name that was taken for another kind stands where only outlets do: not a person with a title, and not an
    /// organisation that is known for one.
    fn may_be_outlet(&self, page: &Page, name: &Naming) -> bool {
        let entity = &self.entities[name.entity];
        let bare = name.start == name.tokens.start || page.turns(name.start, Turn::Outlet);
        let bare = bare && entity.mentions.len() <= 2;
        // Few letters stand for many things: 'state news agency RIA' is an outlet, whatever else is called so.
        let is_known = entity.rule.as_str().contains("gazetteer") && page.reading.tokens[name.tokens.start].case != Case::Upper;
        bare && !is_known
            && name.kind != EntityKind::Platform
            && !page.is(name.tokens.start, fact::ROLE | fact::DOCUMENT | fact::TITLE)
    }

    /// Whether these words named an outlet before that the names did not hold.
    fn is_adopted(&self, page: &Page, tokens: Range<usize>) -> bool {
        !self.by_name.is_empty() && self.by_name.contains_key(fold(page.span(tokens).of(page.reading.body)).as_ref())
    }

    /// An outlet that the names did not hold.
    fn adopt(&mut self, page: &Page, tokens: Range<usize>) -> Named {
        let name = page.span(tokens.clone()).of(page.reading.body);
        let folded = fold(name).into_owned();
        let entities = &mut self.entities;
        let outlet = *self.by_name.entry(folded).or_insert_with(|| {
            let rule = Rule::from("attribution/unknown-outlet");
            let name = name.to_owned();
            entities.push(Entity {
                name,
                kind: EntityKind::Outlet,
                mentions: Vec::new(),
                outlet: None,
                place: None,
                rule,
            })
        });
        if self.placed.insert(tokens.start) {
            self.adopted.push((outlet, tokens.clone()));
        }
        Named::new(outlet, tokens)
    }

    /// Whom a common noun for an outlet means: the last outlet, or the name that the sentence before begins with ('Dawn was
    /// the only paper ...').
    fn meant(&mut self) -> Option<EntityId> {
        let near = |known: Option<(EntityId, usize)>| known.filter(|&(_, unit)| unit + FARTHEST_UNITS >= self.unit);
        if let Some((outlet, _)) = near(self.last) {
            return Some(outlet);
        }
        let (lead, _) = self.lead.filter(|&(_, unit)| unit + 1 == self.unit)?;
        self.entities[lead].kind = EntityKind::Outlet;
        Some(lead)
    }

    /// A common noun for an outlet that was named before: 'media itu', 'the Karachi-based daily'.
    fn back_reference(&mut self, page: &Page, from: usize, end: usize) -> Option<Named> {
        let mut start = from;
        while start < end && !page.reading.is_word(start) {
            start += 1;
        }
        let reach = (start..end)
            .find(|&at| page.divides(at) || matches!(page.reading.mark(at), '.' | '?' | '!'))
            .unwrap_or(end);
        if page.turns(start, Turn::DefiniteBefore) && start + 1 < reach {
            let noun = (start..reach.min(start + 6)).find(|&at| page.turns(at, Turn::Outlet))?;
            let outlet_between = page.names_in(start..reach).any(|name| name.kind == EntityKind::Outlet);
            let last =
                (noun..reach).take_while(|&at| page.turns(at, Turn::Outlet) || page.is(at, fact::MEDIUM)).last()?;
            let outlet = self.meant().filter(|_| !outlet_between)?;
            return Some(Named::new(outlet, start..last + 1));
        }
        if !page.turns(start, Turn::Outlet) {
            return None;
        }
        let definite = (start + 1..reach.min(start + 9)).find(|&at| page.turns(at, Turn::DefiniteBehind))?;
        let cue_between = (start..definite).any(|at| page.is(at, fact::CUE) && !page.is(at, fact::MEDIUM));
        let outlet = self.meant().filter(|_| !cue_between)?;
        Some(Named::new(outlet, start..definite + 1))
    }

    /// Puts the mentions that were found out into the list, in order.
    pub(crate) fn place(self, page: &Page, mentions: &mut Arena<Mention>) {
        if self.adopted.is_empty() {
            return;
        }
        let rule = Rule::from("attribution/unknown-outlet");
        let mention = |(entity, tokens): &(EntityId, Range<usize>)| Mention {
            span: page.span(tokens.clone()),
            entity: *entity,
            title: None,
            acting: false,
            rule: rule.clone(),
        };
        let mut all: Vec<Mention> = mentions.items().to_vec();
        all.extend(self.adopted.iter().map(mention));
        all.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        *mentions = Arena::from(all);
        for (_, entity) in self.entities.iter_mut() {
            entity.mentions.clear();
        }
        for (id, mention) in mentions.iter() {
            self.entities[mention.entity].mentions.push(id);
        }
    }
}

/// The first token that is more than an article, a preposition, a word for media, the name of their country.
fn light_until(page: &Page, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && is_light(page, at) && domain_at(page, at).is_none() {
        at += 1;
    }
    at
}

fn is_light(page: &Page, at: usize) -> bool {
    // 'Channel 7' is a name, 'state-owned' only describes one.
    if page.turns(at, Turn::OutletHead) && page.reading.is_capitalised(at) && page.reading.is_number(at + 1) {
        return false;
    }
    let hyphen = |at: usize| page.reading.mark(at) == '-' && page.reading.is_glued(at);
    let half = !page.reading.is_capitalised(at)
        && page.reading.is_word(at)
        && (hyphen(at + 1) || hyphen(at.saturating_sub(1)));
    if half || hyphen(at) && !page.reading.is_capitalised(at + 1) {
        return true;
    }
    let outlet = page.name_over(at).is_some_and(|name| name.kind == EntityKind::Outlet);
    let place = page.name_over(at).is_some_and(|name| name.kind == EntityKind::Place && name.tokens.end > at);
    let place = place && !page.turns(at, Turn::OutletHead);
    let small =
        page.turns(at, Turn::By) || page.turns(at, Turn::DefiniteBefore) || page.is(at, fact::PLACE_PREPOSITION);
    let noun = page.is(at, fact::MEDIUM | fact::QUANTITY) || page.is(at, fact::DOCUMENT) && page.is(at, fact::CUE);
    let mark = matches!(page.reading.mark(at), ',' | '(' | '"' | '“' | '”' | ':' | '/');
    let demonym = page.reading.is_capitalised(at) && page.name_over(at).is_none() && page.is(at + 1, fact::MEDIUM);
    !outlet && (place || small || noun || mark || demonym || super::nouns::is_possessor(page, at))
}

/// A domain name at `at`: 'theaviationist.com', 'airspace-review.com', 'transfermarkt.co.id'.
fn domain_at(page: &Page, at: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    if !reading.is_word(at) || page.name_over(at).is_some_and(|name| name.tokens.start < at) {
        return None;
    }
    let mut end = at + 1;
    let mut dots = 0;
    while matches!(reading.mark(end), '.' | '-') && reading.is_glued(end) && reading.is_glued(end + 1) {
        let next_is_name = reading.is_word(end + 1) || reading.is_number(end + 1);
        if !next_is_name {
            break;
        }
        dots += usize::from(reading.mark(end) == '.');
        end += 2;
    }
    let ending = reading.text(end - 1);
    let is_ending = (2..=6).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_lowercase());
    (dots > 0 && is_ending && reading.text(at).len() > 1).then_some(at..end)
}

/// A name of several words at `at` whose last one ends many outlets' names: 'Anchorage Daily News', 'KTUU-TV'.
fn tailed(page: &Page, at: usize, end: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let hyphen = |at: usize| reading.mark(at) == '-' && reading.is_glued(at) && reading.is_glued(at + 1);
    let run = (at..end).take_while(|&at| reading.is_capitalised(at) || hyphen(at)).last()?;
    if let Some(headed) = headed(page, at, run + 1) {
        return Some(headed);
    }
    // 'Herald-Leader': the last word need not tell by itself what its first half does.
    let joined = |at: usize| hyphen(at - 1) && page.turns(at - 2, Turn::OutletTail);
    let last = (at + 1..=run).rev().find(|&last| page.turns(last, Turn::OutletTail) || last > at + 1 && joined(last))?;
    let person = page.name_over(last).is_some_and(|name| name.kind == EntityKind::Person && name.tokens.end > last + 1);
    (last - at < 5 && last == run && !person).then_some(at..last + 1)
}

/// A name at `at` whose first word begins many outlets' names: 'Tribun Cirebon', 'Channel 12'.
fn headed(page: &Page, at: usize, end: usize) -> Option<Range<usize>> {
    let numbered = page.reading.is_number(at + 1);
    let end = if numbered { at + 2 } else { end };
    (page.turns(at, Turn::OutletHead) && (2..=3).contains(&(end - at))).then_some(at..end)
}

/// Where an outlet's name ends with the country of its edition: 'Rolling Stone Indonesia, ...'.
fn edition_end(page: &Page, name: &Naming) -> usize {
    let end = name.tokens.end;
    let place = page.name_over(end).filter(|place| place.kind == EntityKind::Place && place.tokens.start == end);
    let closed = place.filter(|place| matches!(page.reading.mark(place.tokens.end), ',' | '.'));
    closed.map_or(end, |place| place.tokens.end)
}
