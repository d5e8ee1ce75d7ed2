//! What stands behind a name or a comma and still belongs to the speaker: an age, an employer, an apposition, the name that follows
//! a role or a relation.

use std::ops::Range;

use super::nouns::{is_agent, is_clause, is_possessor, stop_behind, with_larger_place};
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::{EventWord, Turn};
use crate::model::EntityKind;

/// 'suami Mariana, Abdul Karim': behind the comma stands who the relation of somebody is.
pub(crate) fn kin_by_name(page: &Page, of: &Naming, end: usize) -> Option<usize> {
    let comma = of.tokens.end;
    let relation = of.tokens.start.checked_sub(1).is_some_and(|at| page.turns(at, Turn::Relation));
    let kin = page.name_over(comma + 1).filter(|_| relation && page.reading.mark(comma) == ',')?;
    (kin.kind == EntityKind::Person && kin.start == comma + 1 && kin.tokens.end <= end).then_some(kin.tokens.end)
}

/// 'Ketua RT 05, Ujang Sobari': the name behind one comma.
pub(super) fn named_behind_comma(page: &Page, start: usize, stop: usize, end: usize) -> Option<usize> {
    if page.reading.mark(stop) != ',' || stop + 1 >= end {
        return None;
    }
    let name = page.names_in(stop + 1..end).next()?;
    // 'Menurut kakaknya, Dian (38), korban hendak menikah'
    let past = (name.tokens.end..end).find(|&at| !page.is(at, fact::BRACKET)).unwrap_or(end);
    // 'kata juru bicaranya, Sinta Dewi'
    let is_kin = page.turns(start, Turn::Person) && page.turns(stop - 1, Turn::Person);
    let kin = stop <= start + 2 && is_kin && (page.divides(past) || page.ends(past) || past == end);
    let is_somebody = |at: usize| page.is(at, fact::ROLE | fact::TITLE) || at == start && page.turns(at, Turn::Person);
    if !kin && !(start..stop).any(is_somebody) {
        return None;
    }
    let speaks = matches!(name.kind, EntityKind::Person | EntityKind::Organisation);
    // 'Menurut pemohon, Edi sudah dua periode menjabat': the name is the subject of what is said.
    let next = name.tokens.end;
    let is_subject = !page.pack.grammar.verbs_inflect
        && ([Turn::Negation, Turn::Modal, Turn::Between].into_iter().any(|turn| page.turns(next, turn))
            || page.is_verb(next))
        && !page.turns(next, Turn::Adjunct);
    // 'orang yang mengetahui masalah ini, melaporkan GoTo'
    let led = name.start == stop + 2 && page.is(stop + 1, fact::CUE) && page.is_verb(stop + 1);
    (speaks && !is_subject && !led && name.start <= stop + 2).then_some(name.tokens.end)
}

/// With the age, the 'of' and the apposition behind a name.
pub(super) fn behind_name(page: &Page, mut at: usize, end: usize) -> usize {
    if page.is(at, fact::BRACKET) {
        while page.is(at, fact::BRACKET) {
            at += 1;
        }
    }
    if page.turns(at, Turn::Of) {
        at = stop_behind(page, at + 1, end);
    }
    at = behind_employer(page, at, end).or_else(|| behind_body(page, at, end)).unwrap_or(at);
    if page.reading.mark(at) == ',' && at + 1 < end && is_apposition(page, at + 1) {
        let close = segment_end(page, at + 1, end);
        // '20, of Chisholm'
        let home = begins_home(page, close, end) && page.reading.is_number(at + 1);
        let close = if home { segment_end(page, close + 1, end) } else { close };
        let close = trim_back(page, at..close);
        // 'Masalahnya, kata Yudha, panitia tidak melapor': a clause with a subject of its own.
        if page.pack.grammar.noun_first && !page.divides(close) && is_clause(page, &(at + 1..close)) {
            return at;
        }
        // 'Sumiati, 51, warga Dukuh Kupang'
        let aged = page.reading.is_number(at + 1) && close == at + 2;
        return if aged { behind_name(page, close, end) } else { close };
    }
    at
}

/// 'Zulhusni Syukri dari Program Konservasi Harimau Sumatera': a body of which no name is known, in capitals, and no place.
fn behind_body(page: &Page, at: usize, end: usize) -> Option<usize> {
    let is_from = page.pack.grammar.noun_first
        && page.reading.words.get(at).is_some_and(|&word| page.pack.cues.events.may_open(word, EventWord::Origin));
    if !is_from || page.name_over(at + 1).is_some_and(|name| name.kind == EntityKind::Place) {
        return None;
    }
    let run = (at + 1..end).take_while(|&at| page.reading.is_capitalised(at)).count();
    (run > 1 && !page.is(at + 1, fact::TIME)).then_some(at + 1 + run)
}

/// Whether the place where somebody is from begins behind the comma at `at`: ', of Chisholm'.
fn begins_home(page: &Page, at: usize, end: usize) -> bool {
    let place = page.name_over(at + 2).filter(|name| name.kind == EntityKind::Place && name.tokens.end <= end);
    page.reading.mark(at) == ','
        && (page.turns(at + 1, Turn::Of) || page.is(at + 1, fact::PLACE_PREPOSITION))
        && place.is_some()
}

/// Behind the body where somebody works, and where that is: 'says Shane Gero at Carleton University in Ottawa, Canada'.
fn behind_employer(page: &Page, at: usize, end: usize) -> Option<usize> {
    let begins = |from: usize, kind: EntityKind| {
        let article = usize::from(page.turns(from, Turn::DefiniteBefore));
        let name = page.name_over(from + article).filter(|name| name.tokens.start == from + article)?;
        (name.kind == kind && name.tokens.end <= end).then_some(name.tokens.end)
    };
    let led = |at: usize| page.is(at, fact::PLACE_PREPOSITION);
    let mut close = begins(at + 1, EntityKind::Organisation).filter(|_| led(at))?;
    let lies = led(close) || page.reading.mark(close) == ',';
    close = begins(close + 1, EntityKind::Place).filter(|_| lies).unwrap_or(close);
    Some(with_larger_place(page, at..close, end).end)
}

pub(super) fn segment_end(page: &Page, start: usize, end: usize) -> usize {
    (start..end).find(|&at| page.divides(at) || page.ends(at)).unwrap_or(end)
}

fn trim_back(page: &Page, tokens: Range<usize>) -> usize {
    let mut end = tokens.end;
    while end > tokens.start && matches!(page.reading.mark(end - 1), '.' | ',') && !page.reading.is_glued(end) {
        end -= 1;
    }
    end
}

/// Whether what begins at `at` tells who the person before the comma is.
fn is_apposition(page: &Page, at: usize) -> bool {
    let article = page.is(at, fact::QUANTITY) && page.reading.is_word(at) && !page.turns(at, Turn::Adjunct);
    // 'seismolog dari Universitas Missouri'
    let agent = !page.reading.is_capitalised(at) && is_agent(page, at);
    let noun = page.is(at, fact::ROLE | fact::TITLE) || page.turns(at, Turn::Person) || agent;
    let relative = page.is(at, fact::RELATIVE);
    let age = page.reading.is_number(at) && (page.divides(at + 1) || page.ends(at + 1));
    // 'UNHCR spokesperson in Geneva'
    let body = page.name_over(at).filter(|name| name.tokens.start == at && name.kind == EntityKind::Organisation);
    let of_body = body.is_some_and(|name| page.pack.grammar.verbs_inflect && heads_role(page, name.tokens.end));
    let of = page.turns(at, Turn::DefiniteBefore);
    // 'according to the statistics office, the strongest month since May'
    let record = of && page.is_superlative(at + 1);
    (article || noun || relative || age || of_body || of && !record) && !page.is(at, fact::TIME)
}

/// Whether what somebody is stands at `at`, behind no more than what describes it: 'medical coordinator', 'country director'.
fn heads_role(page: &Page, at: usize) -> bool {
    let role = |at: usize| page.is(at, fact::ROLE | fact::TITLE) || page.turns(at, Turn::Person);
    let describes = |&at: &usize| page.reading.is_word(at) && !page.divides(at) && !page.is_verb(at);
    let from = at + usize::from(is_possessor(page, at));
    let last = (from..from + LONGEST_KIND).take_while(describes).find(|&at| role(at));
    last.is_some_and(|last| !page.is_verb(last + 1) && !page.is(last + 1, fact::CUE))
}

/// 'medical', 'deputy country'
const LONGEST_KIND: usize = 4;
