//! The form of outlets' names, and of what stands before them: articles, common nouns for media, the name of their country.

use std::ops::Range;

use crate::analysis::attribution::frames::nouns::is_possessor;
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::Turn;
use crate::model::EntityKind;
use crate::text::token::Case;

/// The name before '-based', or the day before 'report', has fewer tokens.
const LONGEST_HALF: usize = 4;

/// 'del', 'van', 'El' within a name.
const LONGEST_PARTICLE_BYTES: usize = 3;

/// How far behind the comma of an outlet's name the noun may stand that says what it is.
const LONGEST_DESCRIPTION: usize = 8;

/// The first token that is more than an article, a preposition, a word for media, the name of their country.
pub(crate) fn light_until(page: &Page, from: usize, end: usize) -> usize {
    let mut at = from;
    // 'told Business Daily': the word for media begins a name.
    let names = |at: usize| {
        let name = page.name_over(at).filter(|name| name.tokens.start == at && name.tokens.len() > 1);
        page.reading.is_capitalised(at)
            && name.is_some_and(|name| {
                name.kind == EntityKind::Organisation && page.turns(name.tokens.end - 1, Turn::OutletTail)
            })
    };
    while at < end && is_light(page, at) && !names(at) && domain_at(page, at).is_none() {
        at += 1;
    }
    at
}

pub(crate) fn is_light(page: &Page, at: usize) -> bool {
    // 'Channel 7', 'News 2' are names, 'state-owned' only describes one.
    let numbered = page.reading.is_number(at + 1);
    let named = numbered || page.reading.is_capitalised(at + 1);
    let heads = page.turns(at, Turn::OutletHead) || numbered && page.turns(at, Turn::OutletTail);
    // 'Harian Folha de S.Paulo': the name is known without its noun.
    let whole =
        page.name_over(at + 1).is_some_and(|name| name.kind == EntityKind::Outlet && name.tokens.start == at + 1);
    // 'Harian Jerman Süddeutsche Zeitung'
    let of_place = || page.is(at, fact::MEDIUM) && begins_behind_place(page, at + 1);
    if heads && page.reading.is_capitalised(at) && named && !whole && !of_place() {
        return false;
    }
    let hyphen = |at: usize| page.reading.mark(at) == '-' && page.reading.is_glued(at);
    let half = !page.reading.is_capitalised(at)
        && page.reading.is_word(at)
        && (hyphen(at + 1) || hyphen(at.saturating_sub(1)));
    if half
        || hyphen(at) && !page.reading.is_capitalised(at + 1)
        || begins_compound(page, at)
        || is_day_of_paper(page, at)
    {
        return true;
    }
    let outlet = page.name_over(at).is_some_and(|name| name.kind == EntityKind::Outlet) && !has_affiliate(page, at);
    let place = page.name_over(at).is_some_and(|name| name.kind == EntityKind::Place && name.tokens.end > at);
    let place = place && !page.turns(at, Turn::OutletHead) && !names_paper(page, at);
    let small = has_affiliate(page, at)
        || page.turns(at, Turn::Affiliate)
        || page.turns(at, Turn::By)
        || page.turns(at, Turn::DefiniteBefore)
        || page.is(at, fact::PLACE_PREPOSITION);
    let number =
        page.is(at, fact::QUANTITY) && !(page.reading.is_capitalised(at) && page.reading.is_capitalised(at + 1));
    let noun = page.is(at, fact::MEDIUM) || number || page.is(at, fact::DOCUMENT) && page.is(at, fact::CUE);
    let mark = matches!(page.reading.mark(at), ',' | '(' | '"' | '“' | '”' | ':' | '/');
    // 'the Danish newspaper', 'Korean newspaper Chosun Ilbo', not 'the Funke media group'
    let noun_end = || (at + 1..).find(|&at| !page.is(at, fact::MEDIUM)).unwrap_or(at);
    let of_country = || {
        !page.pack.demonyms
            || page.gazetteer.demonym(&page.reading.words[at..]).is_some()
            || page.reading.is_capitalised(noun_end())
    };
    let unnamed = page.reading.is_capitalised(at) && page.name_over(at).is_none();
    let demonym = unnamed && page.is(at + 1, fact::MEDIUM) && of_country();
    !outlet && (place || small || noun || mark || demonym || is_possessor(page, at))
}

/// Whether the outlet at `at` only tells whose affiliate is named: 'told CNN affiliate KWCH'.
fn has_affiliate(page: &Page, at: usize) -> bool {
    let Some(name) = page.name_over(at).filter(|name| name.kind == EntityKind::Outlet) else { return false };
    let end = name.tokens.end;
    let end = if is_possessor(page, end) { end + 1 } else { end };
    page.turns(end, Turn::Affiliate) && page.reading.is_capitalised(end + 1)
}

/// Whether a name begins right behind the place at `at`, of which that is no part.
fn begins_behind_place(page: &Page, at: usize) -> bool {
    let place = page.name_over(at).filter(|name| name.kind == EntityKind::Place && name.tokens.start == at);
    place.is_some_and(|place| page.reading.is_capitalised(place.tokens.end)) && !names_paper(page, at)
}

/// Whether the place at `at` begins the name of a paper of which nothing else is known: 'the Skeena Valley Sentinel'.
fn names_paper(page: &Page, at: usize) -> bool {
    let Some(place) = page.name_over(at) else { return false };
    let end = place.tokens.end;
    let tail = page.turns(end, Turn::OutletTail) && page.reading.is_capitalised(end);
    tail && page.name_over(end).is_none() && !page.reading.is_capitalised(end + 1)
}

/// Behind what describes an outlet that is named right after it: 'the Jesuit magazine America', 'the aviation website X'.
pub(super) fn described_until(page: &Page, from: usize, end: usize) -> Option<usize> {
    let demonym = page.pack.demonyms && page.gazetteer.demonym(&page.reading.words[from..]).is_some();
    let article = page.turns(from, Turn::DefiniteBefore) || page.is(from, fact::QUANTITY) || demonym;
    let other = fact::ROLE | fact::DOCUMENT | fact::CUE | fact::RELATIVE | fact::TIME;
    let plain = |at: &usize| {
        let noun = page.turns(*at, Turn::Outlet) || page.is(*at, fact::MEDIUM);
        let free = page.reading.is_word(*at) && !page.turns(*at, Turn::Adjunct) && !page.turns(*at, Turn::Joint);
        // 'the private television station' is no rank.
        let other = if page.reading.is_capitalised(*at) { other | fact::TITLE } else { other };
        noun || is_light(page, *at) || free && !page.is(*at, other) && !page.divides(*at)
    };
    let limit = end.min(from + LONGEST_DESCRIPTION);
    let noun = (from + 1..limit).take_while(plain).find(|&at| page.turns(at, Turn::Outlet))?;
    let common = |at: &usize| {
        let medium = page.turns(*at, Turn::Outlet) || page.is(*at, fact::MEDIUM);
        medium && !page.reading.is_capitalised(*at)
    };
    let last = (noun..limit).take_while(common).last()? + 1;
    let name = if page.turns(last, Turn::DefiniteBefore) { last + 1 } else { last };
    let named = page.reading.is_capitalised(name) && !page.reading.is_capitalised(noun) && !page.is(name, fact::TIME);
    (article && named).then_some(name)
}

/// Behind the paper that is an outlet's, where words begin with one: 'A 2023 investigation by', 'A report in'.
pub(super) fn paper_until(page: &Page, words: Range<usize>) -> usize {
    let leads = |at: usize| page.turns(at + 1, Turn::By) || page.is(at + 1, fact::PLACE_PREPOSITION);
    let paper = |&at: &usize| page.is(at, fact::DOCUMENT) && leads(at) && page.name_over(at).is_none();
    let unnamed = page.names_in(words.clone()).next().is_none_or(|name| name.kind == EntityKind::Place);
    let found = words.clone().find(paper).filter(|_| unnamed);
    found.map_or(words.start, |at| at + 1)
}

/// A name that is the first half of a description: 'the Lima-based daily', 'the Tel Aviv-based paper', 'Malay-language'.
fn begins_compound(page: &Page, at: usize) -> bool {
    let reading = page.reading;
    let half = (at..at + LONGEST_HALF).find(|&at| !reading.is_capitalised(at)).unwrap_or(at);
    let glued = reading.mark(half) == '-' && reading.is_glued(half) && reading.is_glued(half + 1);
    half > at && glued && reading.is_word(half + 1) && !reading.is_capitalised(half + 1)
}

/// 'a Wednesday report in', 'this morning's Playbook': the day of a report before the noun for it.
fn is_day_of_paper(page: &Page, at: usize) -> bool {
    let next = (at..at + LONGEST_HALF).find(|&at| !page.is(at, fact::TIME));
    if page.is(at, fact::TIME) && next.is_some_and(|next| is_possessor(page, next)) {
        return true;
    }
    page.is(at, fact::TIME)
        && next.is_some_and(|next| page.is(next, fact::DOCUMENT) && !page.reading.is_capitalised(next))
}

/// Whether a subject is an outlet's name with its description behind a comma: 'Sudan Tribune, a news site based in Paris'.
pub(crate) fn is_described(page: &Page, name: &Range<usize>, subject: &Range<usize>) -> bool {
    let first = light_until(page, subject.start, subject.end.min(name.start + 1));
    let article = |at: usize| page.is(at, fact::QUANTITY) || page.turns(at, Turn::DefiniteBefore);
    let noun = |at: usize| page.turns(at, Turn::Outlet) || page.is(at, fact::MEDIUM);
    first >= name.start
        && page.reading.mark(name.end) == ','
        && article(name.end + 1)
        && (name.end + 2..subject.end.min(name.end + LONGEST_DESCRIPTION)).any(noun)
}

/// A domain name at `at`: 'theaviationist.com', 'airspace-review.com', 'transfermarkt.co.id'.
pub(crate) fn domain_at(page: &Page, at: usize) -> Option<Range<usize>> {
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
pub(crate) fn tailed(page: &Page, at: usize, end: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let hyphen = |at: usize| reading.mark(at) == '-' && reading.is_glued(at) && reading.is_glued(at + 1);
    // 'told the Mail & Dispatch'
    let joins = |at: usize| reading.mark(at) == '&' && reading.is_capitalised(at + 1);
    let run = (at..end).take_while(|&at| reading.is_capitalised(at) || hyphen(at) || joins(at)).last()?;
    if let Some(headed) = headed(page, at, run + 1) {
        return Some(headed);
    }
    // 'told News 2', 'told Action News 5'
    if page.turns(run, Turn::OutletTail) && is_channel(page, run + 1) {
        return Some(at..run + 2);
    }
    if run == at {
        return lone_tail(page, at).then_some(at..at + 1);
    }
    // 'Herald-Leader': the last word need not tell by itself what its first half does.
    let joined = |at: usize| hyphen(at - 1) && page.turns(at - 2, Turn::OutletTail);
    let last =
        (at + 1..=run).rev().find(|&last| page.turns(last, Turn::OutletTail) || last > at + 1 && joined(last))?;
    let person = page.name_over(last).is_some_and(|name| name.kind == EntityKind::Person && name.tokens.end > last + 1);
    // 'The World Food Programme said'
    let body = page.turns(last, Turn::Institution)
        && page.name_over(at).is_some_and(|name| name.kind == EntityKind::Organisation && name.tokens.end == last + 1);
    (last - at < 5 && last == run && !person && !body).then_some(at..last + 1)
}

/// No station has a number of more digits.
const LONGEST_CHANNEL_DIGITS: usize = 2;

/// Such a word by itself behind an article: 'told the Herald', 'told The Star'.
fn lone_tail(page: &Page, at: usize) -> bool {
    let noun = fact::DOCUMENT | fact::ROLE | fact::TITLE;
    let own = page.name_over(at).is_none_or(|name| name.tokens == (at..at + 1));
    // 'told The PUNCH': an ordinary word, with its article written as a name.
    let word = || page.turns(at, Turn::OutletWord) && page.reading.is_capitalised(at - 1) && page.is_verb(at - 2);
    let fits = page.reading.is_the(at.wrapping_sub(1)) && (page.turns(at, Turn::OutletTail) || at > 1 && word());
    fits && !page.is(at, noun) && own
}

/// A name at `at` whose first word begins many outlets' names: 'Tribun Cirebon', 'Channel 12', 'El Heraldo del Valle'.
fn headed(page: &Page, at: usize, end: usize) -> Option<Range<usize>> {
    let reading = page.reading;
    let article = reading.text(at).len() <= LONGEST_PARTICLE_BYTES && page.turns(at + 1, Turn::OutletHead);
    let head = if article { at + 1 } else { at };
    if !page.turns(head, Turn::OutletHead) {
        return None;
    }
    // 'told Channel 12', 'told TV 2 Nord'
    let numbered = reading.is_number(head + 1);
    let edition = usize::from(numbered && reading.is_capitalised(head + 2));
    let end = if numbered { head + 2 + edition } else { end };
    let particle = |at: usize| {
        let short = reading.is_word(at) && reading.text(at).len() <= LONGEST_PARTICLE_BYTES;
        short && !page.pack.function_words.contains(&reading.words[at]) && reading.is_capitalised(at + 1)
    };
    let end = if particle(end) { end + 2 } else { end };
    (2..=3).contains(&(end - head)).then_some(at..end)
}

/// A paper of a region whose name begins with that of another, and ends with its place: 'Haluan Riau'.
pub(crate) fn regional(page: &Page, name: &Naming) -> Option<Range<usize>> {
    let Range { start, end } = name.tokens;
    let place = page.name_over(end).filter(|place| place.kind == EntityKind::Place && place.tokens.start == end)?;
    (end == start + 1 && page.turns(start, Turn::OutletHead)).then_some(start..place.tokens.end)
}

/// Where an outlet's name ends with the place of its edition: 'Rolling Stone Indonesia, ...', 'Chalkbeat Chicago reported';
/// or with what it sends: 'KTUU-TV'.
pub(crate) fn edition_end(page: &Page, name: &Naming) -> usize {
    let end = name.tokens.end;
    let hyphen = page.reading.mark(end) == '-' && page.reading.is_glued(end) && page.reading.is_glued(end + 1);
    if hyphen && page.turns(end + 1, Turn::OutletTail) {
        return end + 2;
    }
    if is_channel(page, end) || is_sister(page, end) {
        return end + 1;
    }
    let place = page.name_over(end).filter(|place| place.kind == EntityKind::Place && place.tokens.start == end);
    let closes = |at: usize| matches!(page.reading.mark(at), ',' | '.') || page.is(at, fact::CUE);
    let closed = place.filter(|place| closes(place.tokens.end));
    closed.map_or(end, |place| place.tokens.end)
}

/// 'told BBC CWR she had paid': a few letters right behind the name of a network, with nothing behind them that they are of.
fn is_sister(page: &Page, at: usize) -> bool {
    let upper = |at: usize| page.reading.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
    let letters = upper(at) && !upper(at + 1) && (2..=4).contains(&page.reading.text(at).len());
    let own = || page.name_over(at).is_none_or(|name| name.kind != EntityKind::Place && name.tokens.end == at + 1);
    let next = at + 1;
    let closes = || page.is(next, fact::PRONOUN | fact::TIME | fact::CUE) || page.turns(next, Turn::That);
    letters && !page.is(at, fact::ROLE | fact::TITLE) && own() && (closes() || page.divides(next) || page.ends(next))
}

/// 'told Telemundo 51 the night before', 'told Fox 5's morning show': a short number behind the name of a station, with nothing
/// behind it that is counted.
fn is_channel(page: &Page, at: usize) -> bool {
    let short = page.reading.is_number(at) && page.reading.text(at).len() <= LONGEST_CHANNEL_DIGITS;
    let next = at + 1;
    let closes = page.divides(next)
        || page.ends(next)
        || page.is(next, fact::CUE | fact::TIME)
        || page.turns(next, Turn::That)
        || page.turns(next, Turn::Adjunct)
        || super::is_possessor(page, next);
    short && !page.reading.is_glued(at) && !page.is(at, fact::TIME) && closes
}
