//! How far the words go that name the speaker before a verb.
//!
//! They reach back to the border of the clause: a comma, a word that joins clauses, another verb of saying. An apposition
//! between commas belongs to them ('Kapten kapal, Frans Tulangow, menceritakan'), a clause about them does not ('Bambang,
//! who sat motionless, said').

use std::ops::Range;

use super::appositions::apposition;
use super::clause::clause_start;
use super::nouns::speaks;
use super::over_comma::{body_in_letters, named_before, role_before};
use super::subordinate::leads_clause;
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::{EventWord, Turn};
use crate::model::EntityKind;

/// No subject has more tokens.
const LONGEST: usize = 60;

/// Who stands before a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// These words; `aside` if a word such as 'as' makes speaker and verb an aside.
    Words { tokens: Range<usize>, aside: bool },
    /// The subject of the verb before: 'denied ... and promised'.
    Shared,
}

/// The subject of the verb at token `verb`, no further back than `floor`.
pub(crate) fn subject(page: &Page, verb: usize, floor: usize) -> Option<Subject> {
    let floor = floor.max(verb.saturating_sub(LONGEST));
    let end = before_adverbs(page, verb, floor)?;
    if end == floor {
        return None;
    }
    if let Some(words) = main_subject(page, verb, floor) {
        return self::words(page, words);
    }
    // 'dirilis Agustus lalu menyebut', 'data sementara mencatat'
    if page.turns(end - 1, Turn::Joint) && !page.is(end - 1, fact::TIME | fact::DOCUMENT) {
        return Some(Subject::Shared);
    }
    // 'Trump, who has called the chair “too late,” said': the comma stands within the mark.
    let end = if closes_aside(page, end, floor) { end - 1 } else { end };
    if page.reading.mark(end - 1) == ',' && page.divides(end - 1) {
        return apposition(page, end - 1, floor).or(Some(Subject::Shared));
    }
    if page.divides(end - 1) {
        return None;
    }
    let start = clause_start(page, end, floor)?;
    // 'Koordinator aksi, Yohanes Tefa, dalam orasinya menyebut'
    let comma = start.checked_sub(1).filter(|&at| at > floor && page.reading.mark(at) == ',' && page.divides(at));
    let is_told = |index: usize| page.clues[index].kinds.told;
    let adverbial = page.pack.grammar.noun_first
        && page.turns(start, Turn::Adjunct)
        && (page.clues_in(start..start + 1).any(is_told) || !speaks(page, &(start + 1..end)));
    if let Some(comma) = comma.filter(|_| adverbial) {
        return apposition(page, comma, floor);
    }
    if let Some(body) = comma.and_then(|comma| body_in_letters(page, comma, start, floor)) {
        return words(page, body..end);
    }
    let named = comma.and_then(|comma| {
        named_before(page, comma, start, floor).or_else(|| role_before(page, comma, start..end, floor))
    });
    words(page, named.unwrap_or(start)..end)
}

/// Whether a clause about a name ends before `end` with words in quotation marks that hold its comma.
fn closes_aside(page: &Page, end: usize, floor: usize) -> bool {
    let marked = end >= floor + 2 && matches!(page.reading.mark(end - 1), '”' | '"' | '’');
    let comma = marked.then(|| end - 2).filter(|&at| page.reading.mark(at) == ',' && page.divides(at));
    let opens = comma.and_then(|comma| (floor..comma).rev().find(|&at| page.divides(at)));
    opens.is_some_and(|at| page.is(at + 1, fact::RELATIVE))
}

/// The subject of the verb before, where a preposition leads to a participle: 'An adviser has resigned after admitting'.
fn main_subject(page: &Page, verb: usize, floor: usize) -> Option<Range<usize>> {
    let leads = verb.checked_sub(1).filter(|&at| at > floor && page.turns(at, Turn::Adjunct))?;
    // 'after writing down its value' says nothing.
    let next = verb + 1;
    let opens = page.turns(next, Turn::That)
        || page.is(next, fact::PRONOUN | fact::QUANTITY)
        || page.turns(next, Turn::DefiniteBefore)
        || page.name_over(next).is_some();
    let participle = opens && page.pack.cues.aside_suffix(page.reading.text(verb));
    let start = (floor..leads).rev().take_while(|&at| !page.divides(at)).last()?;
    let finite = |at: usize| {
        page.name_over(at).is_none()
            && !page.is(at, fact::ROLE | fact::TITLE)
            && (page.turns(at, Turn::Passive)
                || page.turns(at, Turn::Between)
                || page.turns(at, Turn::Modal)
                || page.is_verb(at))
    };
    let end = (start + 1..leads).find(|&at| finite(at))?;
    (participle && speaks(page, &(start..end))).then_some(start..end)
}

/// Before the words that may stand between subject and verb; `None` where one of them takes the verb back.
fn before_adverbs(page: &Page, verb: usize, floor: usize) -> Option<usize> {
    let mut end = verb;
    while end > floor {
        let at = end - 1;
        if page.turns(at, Turn::Negation) || page.turns(at, Turn::Passive) && !page.turns(at, Turn::Between) {
            return None;
        }
        if page.is(at, fact::RELATIVE) {
            return None;
        }
        // 'Laporan Jatam yang dirilis Agustus lalu menyebut'
        // 'The report released in May said'
        let led = at > floor && page.pack.cues.time_prepositions.has(page.reading.words[at - 1]);
        let of_time = page.is(at, fact::TIME) && (led || (floor..at).any(|at| page.is(at, fact::RELATIVE)));
        let skips = page.turns(at, Turn::Between) && !of_time;
        // 'The court had on Monday asked'
        if let Some(auxiliary) = before_time(page, end, floor) {
            end = auxiliary;
            continue;
        }
        if !skips || page.name_over(at).is_some() {
            break;
        }
        end = at;
    }
    Some(end)
}

/// The token of 'had' before a day that stands between it and its verb, the day ending at `end`.
fn before_time(page: &Page, end: usize, floor: usize) -> Option<usize> {
    let timed = |at: usize| page.is(at, fact::TIME) || page.turns(at, Turn::Adjunct) && page.is(at + 1, fact::TIME);
    let first = (floor..end).rev().take_while(|&at| timed(at)).last()?;
    let auxiliary = first.checked_sub(1).filter(|&at| at > floor)?;
    page.turns(auxiliary, Turn::Between).then_some(auxiliary)
}

/// The subject that `tokens` are, without what only leads to it or tells how it spoke.
pub(super) fn words(page: &Page, tokens: Range<usize>) -> Option<Subject> {
    let (mut tokens, aside) = trim_front(page, tokens);
    // 'talks which the president had promised'
    if tokens.len() > 1 && page.is(tokens.start, fact::RELATIVE) && !page.reading.is_capitalised(tokens.start) {
        tokens.start += 1;
    }
    tokens.start += usize::from(tokens.len() > 1 && leads_clause(page, tokens.start));
    tokens.start = behind_adverbial(page, &tokens);
    tokens.start = behind_clause_before(page, &tokens);
    let end = before_adjunct(page, &tokens).min(before_deed(page, &tokens)).min(before_reduced(page, &tokens));
    let tokens = tokens.start..end;
    // 'raising hopes that', 'fueling fears that': a noun behind a participle.
    let is_participle = tokens.len() == 1
        && page.pack.cues.aside_suffix(page.reading.text(tokens.start))
        && !page.reading.is_capitalised(tokens.start);
    // 'as part of a plan announced in May'
    let is_part = aside
        && page.turns(tokens.start + 1, Turn::Of)
        && !speaks(page, &(tokens.start..tokens.start + 1))
        && !page.reading.is_capitalised(tokens.start);
    (!tokens.is_empty() && !is_participle && !is_part).then_some(Subject::Words { tokens, aside })
}

/// Where the subject begins behind an adverbial that no comma ends: 'In a speech to parliament last June he said', 'At a rally on
/// Monday Mr Hall said'.
fn behind_adverbial(page: &Page, tokens: &Range<usize>) -> usize {
    let leads = page.turns(tokens.start, Turn::Adjunct);
    if !leads || page.name_over(tokens.start).is_some() {
        return tokens.start;
    }
    let last = tokens.end - 1;
    let time = tokens.clone().rev().find(|&at| page.is(at, fact::TIME)).map(|at| at + 1);
    let subject = time.filter(|&at| at < tokens.end && speaks(page, &(at..tokens.end)));
    let pronoun = || page.is(last, fact::PRONOUN).then_some(last);
    subject.or_else(pronoun).unwrap_or(tokens.start)
}

/// Where the subject begins behind a clause that ends with a preposition and its noun: 'named in local media as bidders before the
/// government said'.
fn behind_clause_before(page: &Page, tokens: &Range<usize>) -> usize {
    let before = tokens.start.checked_sub(1);
    let led = page.pack.grammar.verbs_inflect && before.is_some_and(|at| page.is(at, fact::PLACE_PREPOSITION));
    let opens = |at: &usize| leads_clause(page, *at) && page.turns(at + 1, Turn::DefiniteBefore);
    let opener = (tokens.start + 1..tokens.end - 1).filter(|_| led).find(opens);
    opener.map_or(tokens.start, |at| at + 1)
}

/// The end of the words without what tells, behind a name, of the speaking: 'Sundar Pichai melalui rekaman video'.
fn before_adjunct(page: &Page, tokens: &Range<usize>) -> usize {
    let told = |name: &Naming| {
        let mut end = name.tokens.end;
        while page.is(end, fact::BRACKET) && end < tokens.end {
            end += 1;
        }
        let speaks = matches!(name.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Outlet)
            || name.kind == EntityKind::Place && name.tokens.start == tokens.start;
        let inside = end < tokens.end && (tokens.start..end).all(|at| !page.is(at, fact::RELATIVE));
        // 'Ketua RT di Malang Budi'; 'Presiden Macron dalam jumpa pers bersama Kanselir Merz' is only the first of them.
        let is_relation = page.turns(name.tokens.start.wrapping_sub(1), Turn::Relation);
        let is_whole = name.kind == EntityKind::Person && !is_relation && page.pack.grammar.noun_first;
        let later = !is_whole && page.names_in(end..tokens.end).any(|name| name.kind == EntityKind::Person);
        // 'Rajeev Shukla disagreed, writing on X that'
        let verb = page.is_verb(end) && name.kind == EntityKind::Person;
        // 'The U.S. Embassy in Manila'
        let lies = name.kind == EntityKind::Organisation && is_place_of_body(page, end..tokens.end);
        let ends = page.turns(end, Turn::Adjunct) && !page.turns(end, Turn::Of) || verb;
        (speaks && inside && !later && ends && !lies).then_some(end)
    };
    let end = page.names_in(tokens.clone()).find_map(told).unwrap_or(tokens.end);
    // 'Kepala negara yang berkuasa sejak 2003 itu' is one noun.
    let is_noun = page.turns(end - 1, Turn::DefiniteBehind);
    let circumstance = (tokens.start + 1..end).find(|&at| opens_circumstance(page, at)).filter(|_| !is_noun);
    // 'Survei Litbang Kompas yang dirilis pada 1 September'
    let relative = |end: usize| end > tokens.start + 2 && page.is(end - 2, fact::RELATIVE);
    circumstance.map_or(end, |end| if relative(end) { end - 2 } else { end })
}

/// Whether nothing but the place of a body stands behind its name: 'in Manila'.
fn is_place_of_body(page: &Page, tokens: Range<usize>) -> bool {
    let place = page.name_over(tokens.start + 1).filter(|name| name.kind == EntityKind::Place);
    let whole = place.is_some_and(|place| place.tokens == (tokens.start + 1..tokens.end));
    page.pack.grammar.verbs_inflect && whole && page.is(tokens.start, fact::PLACE_PREPOSITION)
}

/// The end of the words without what those who speak did besides, and when: 'Ratusan buruh berunjuk rasa di depan Gedung DPR pada Kamis
/// menuntut'.
fn before_deed(page: &Page, tokens: &Range<usize>) -> usize {
    let describes = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::State);
    let named = |at: usize| page.name_over(at).is_some() || page.is(at, fact::ROLE | fact::TITLE | fact::DOCUMENT);
    let stops = |&at: &usize| page.is(at, fact::RELATIVE) || page.divides(at) || page.reading.is_capitalised(at);
    let many = page.is(tokens.start, fact::QUANTITY | fact::ROLE) || page.turns(tokens.start, Turn::Person);
    let mut plain = (tokens.start + 1..tokens.end).take_while(|at| !stops(at));
    let deed = plain.find(|&at| page.is_verb(at) && !named(at)).filter(|&at| many && !describes(at));
    let timed = |deed: usize| page.divides(tokens.end) || (deed + 1..tokens.end).any(|at| page.is(at, fact::TIME));
    let person = |deed: usize| page.names_in(deed..tokens.end).any(|name| name.kind == EntityKind::Person);
    let deed = deed.filter(|&at| page.pack.grammar.noun_first && timed(at) && !person(at));
    deed.unwrap_or(tokens.end)
}

/// The end of the words without what those who speak say of themselves: 'Hackers claiming to have stolen the pictures'.
fn before_reduced(page: &Page, tokens: &Range<usize>) -> usize {
    let reduced = |at: &usize| {
        page.is(*at, fact::CUE) && page.turns(at + 1, Turn::ToDo) && page.pack.cues.aside_suffix(page.reading.text(*at))
    };
    let inflects = page.pack.grammar.verbs_inflect;
    (tokens.start + 1..tokens.end).filter(|_| inflects).find(reduced).unwrap_or(tokens.end)
}

/// Whether a word opens what tells of the speaking: 'Wali Kota Bandung saat menerima Gubernur Dedi Mulyadi', 'Pejabat Ukraina pada Januari'.
fn opens_circumstance(page: &Page, at: usize) -> bool {
    let opens = page.pack.cues.events.may_open(page.reading.words[at], EventWord::When);
    let timed = page.turns(at, Turn::Adjunct) && page.is(at + 1, fact::TIME) && !page.is(at + 1, fact::DOCUMENT);
    page.pack.grammar.noun_first && page.name_over(at).is_none() && (opens || timed)
}

/// Without what joins the clause to the one before, and without times: 'Sementara itu', 'On Tuesday'. Whether an 'as' was
/// among it.
pub(crate) fn trim_front(page: &Page, mut tokens: Range<usize>) -> (Range<usize>, bool) {
    let mut aside = false;
    while tokens.start < tokens.end {
        let at = tokens.start;
        // 'lalu lintas ditutup'
        if page.pack.cues.no_openers.begins(&page.reading.words[at..tokens.end]) {
            break;
        }
        if page.name_over(at).is_some_and(|name| name.kind != EntityKind::Other && !page.is(at, fact::TIME)) {
            break;
        }
        let noun = page.is(at, fact::ROLE | fact::TITLE | fact::DOCUMENT);
        let connective = page.pack.cues.connectives.longest(&page.reading.words[at..tokens.end]).map(|(len, _)| len);
        let timed = page.turns(at, Turn::Adjunct) && page.is(at + 1, fact::TIME) && !page.is(at + 1, fact::DOCUMENT);
        let skips = page.turns(at, Turn::Opening) || page.turns(at, Turn::Joint) || page.is(at, fact::TIME) && !noun;
        aside |= page.turns(at, Turn::Aside);
        if !noun && connective.is_some_and(|len| at + len < tokens.end) && !page.turns(at, Turn::DefiniteBefore) {
            tokens.start += connective.unwrap_or(1);
        } else if timed
            || skips && !noun
            || page.turns(at, Turn::Aside)
            || !page.reading.is_word(at) && !page.reading.is_number(at)
        {
            tokens.start += 1;
        } else {
            break;
        }
    }
    (tokens, aside)
}
