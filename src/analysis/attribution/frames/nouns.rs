//! What can speak, and how far the words go that name a speaker behind a verb.
//!
//! Behind the verb they reach to the end of a person's name and its apposition ('kata Sumarni, warga Bidara Cina'), or to
//! the words that tell when and where it was said ('kata Sugiono dalam jumpa pers'). What stands behind a name is in `apposed`.

use std::ops::Range;

use super::apposed::{behind_name, kin_by_name, named_behind_comma, segment_end};
use crate::analysis::attribution::page::{LONGEST_ARTICLE_BYTES, Naming, Page, fact};
use crate::lang::Turn;
use crate::model::EntityKind;

/// No speaker's name with all that belongs to it has more tokens.
const LONGEST: usize = 60;

/// How far behind a preposition the 'itu' of a described speaker may stand.
const LONGEST_PLACE_TOKENS: usize = 6;

/// Whether these words can be somebody or something that says something.
pub(crate) fn speaks(page: &Page, tokens: &Range<usize>) -> bool {
    if tokens.is_empty() {
        return false;
    }
    let nouns = fact::ROLE | fact::TITLE | fact::DOCUMENT | fact::MEDIUM;
    let turns = fact::of(Turn::Person) | fact::of(Turn::Organisation);
    if tokens.len() == 1 && page.is(tokens.start, fact::PRONOUN) {
        return true;
    }
    // 'One', 'Another', 'The other', but not 'a'
    let counts = |at: usize| page.is(at, fact::QUANTITY) && page.pack.grammar.verbs_inflect;
    let last = tokens.end - 1;
    let is_article = page.turns(last, Turn::DefiniteBefore) || is_article(page, last);
    if tokens.len() <= 2 && tokens.clone().all(counts) && !is_article {
        return true;
    }
    let speaker = |kind| matches!(kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Outlet);
    page.names_in(tokens.clone()).any(|name| speaker(name.kind))
        || is_place(page, tokens)
        || (tokens.clone()).any(|at| page.is(at, nouns | turns) || page.is(at, fact::PRONOUN) && tokens.len() <= 2)
        || page.turns(tokens.end - 1, Turn::DefiniteBehind) && tokens.len() > 1
        || is_agent(page, tokens.end - 1)
}

/// 'a', 'an'
pub(super) fn is_article(page: &Page, at: usize) -> bool {
    page.reading.is_word(at) && page.reading.text(at).len() <= LONGEST_ARTICLE_BYTES
}

/// Whether several capitalised words make a name that is not known for one: 'CSX Transportation said'.
pub(crate) fn is_unknown_name(page: &Page, tokens: &Range<usize>) -> bool {
    let capital = |at: usize| page.reading.is_capitalised(at) || page.is(at, fact::QUANTITY) && at == tokens.start;
    (2..=5).contains(&tokens.len()) && tokens.clone().all(capital)
}

/// A place by itself stands for its government: 'Kyiv menuduh', 'Inggris, Prancis, dan Kanada mengancam'.
fn is_place(page: &Page, tokens: &Range<usize>) -> bool {
    let place = |at: usize| page.name_over(at).is_some_and(|name| name.kind == EntityKind::Place);
    let joins = |at: usize| page.reading.mark(at) == ',' || page.turns(at, Turn::Joint);
    if page.pack.grammar.noun_first && place(tokens.start) && tokens.clone().all(|at| place(at) || joins(at)) {
        return true;
    }
    let rest = |name: &Naming| tokens.len() - name.tokens.len() <= 1;
    page.names_in(tokens.clone()).any(|name| name.kind == EntityKind::Place && rest(name))
}

/// Whether the word's end makes it one for people by what they do: 'hoteliers'.
pub(super) fn is_agent(page: &Page, at: usize) -> bool {
    let text = page.reading.text(at);
    text.len() > 5 && page.pack.cues.agent_suffixes.iter().any(|suffix| text.ends_with(suffix.as_str()))
}

/// Whether the word is a plural by its form, where nouns have one.
pub(crate) fn is_plural(page: &Page, at: usize) -> bool {
    let text = page.reading.text(at);
    let ending = text.ends_with('s') && !text.ends_with("ss");
    // 'the people', 'the policemen'
    page.pack.grammar.verbs_inflect && (ending || is_agent(page, at))
}

/// Who stands behind the verb that ends at `from`: the words up to `end` at most.
pub(crate) fn behind(page: &Page, from: usize, end: usize) -> Option<Range<usize>> {
    let start = if page.turns(from, Turn::By) && from < end { from + 1 } else { from };
    let stop = stop_behind(page, start, end.min(start + LONGEST));
    let person = |name: &&Naming| name.kind == EntityKind::Person && name.tokens.start < stop;
    let named = page.names_in(start..end.min(start + LONGEST)).take_while(|name| name.tokens.start < stop);
    let last = named.filter(|name| person(name)).filter(|name| !is_possessor(page, name.tokens.end)).last();
    let stop = behind_definite(page, start, stop, end).unwrap_or(stop);
    let tokens = match last {
        Some(name) if ends_relative(page, start, name) => start..name.tokens.end + 1,
        Some(name) => start..behind_name(page, kin_by_name(page, name, end).unwrap_or(name.tokens.end), end),
        None => match named_behind_comma(page, start, stop, end) {
            Some(name_end) => start..behind_name(page, name_end, end),
            None if is_organisation(page, start..stop) => start..behind_name(page, stop, end),
            None if is_described(page, start, stop, end) => start..behind_name(page, stop, end),
            None => start..with_relative(page, start, stop, end),
        },
    };
    // 'laporan BPBD Karawang yang diterima BMKG pada Rabu malam'
    let leads =
        |&at: &usize| page.pack.cues.time_prepositions.has(page.reading.words[at]) && page.is(at + 1, fact::TIME);
    let noun_first = page.pack.grammar.noun_first;
    let led = tokens.end.checked_sub(1).filter(|&at| noun_first && at > tokens.start).filter(leads);
    let tokens = tokens.start..led.unwrap_or(tokens.end);
    (!tokens.is_empty()).then(|| with_larger_place(page, tokens, end))
}

/// 'pelatih yang akrab disapa Aryono itu': the name closes a clause about somebody who was named before.
fn ends_relative(page: &Page, start: usize, name: &Naming) -> bool {
    let known = page.turns(name.tokens.end, Turn::DefiniteBehind) && !page.turns(start, Turn::DefiniteBefore);
    known && (start + 1..name.tokens.start).any(|at| page.is(at, fact::RELATIVE))
}

/// 'the weather service in Norman, Oklahoma': with the larger place behind the comma of a smaller one.
pub(crate) fn with_larger_place(page: &Page, tokens: Range<usize>, end: usize) -> Range<usize> {
    let place = |at: usize| page.name_over(at).filter(|name| name.kind == EntityKind::Place);
    let comma = tokens.end;
    let is_led = place(comma - 1).is_some_and(|small| small.tokens.start > tokens.start && small.tokens.end == comma);
    let large =
        place(comma + 1).filter(|large| is_led && page.reading.mark(comma) == ',' && large.tokens.start == comma + 1);
    let closed = |at: usize| at >= end || page.divides(at) || page.ends(at);
    match large.map(|large| large.tokens.end).filter(|&close| closed(close)) {
        Some(close) => tokens.start..close,
        None => tokens,
    }
}

/// Whether an apposition with a role of its own closes the sentence: 'said a fourth source, an official in Astana.'
fn is_described(page: &Page, start: usize, comma: usize, end: usize) -> bool {
    let close = segment_end(page, comma + 1, end);
    let role = |at: usize| page.is(at, fact::ROLE | fact::TITLE) || page.turns(at, Turn::Person);
    page.reading.mark(comma) == ','
        && page.is(comma + 1, fact::QUANTITY)
        && !page.turns(comma + 1, Turn::DefiniteBefore)
        && page.clues_in(start.saturating_sub(1)..start).any(|index| page.clues[index].kinds.behind)
        && (close >= end || page.ends(close))
        && (comma + 1..close).any(role)
        && !(comma + 1..close).any(|at| page.is_verb(at) && !role(at) || page.turns(at, Turn::Passive))
}

/// Whether the words are the name of an organisation and no more.
fn is_organisation(page: &Page, tokens: Range<usize>) -> bool {
    let whole = |name: &Naming| name.tokens.start <= tokens.start + 1 && name.tokens.end == tokens.end;
    page.names_in(tokens.clone()).any(|name| name.kind == EntityKind::Organisation && whole(name))
}

/// Whether somebody or something of the name that ends here is spoken of, not the name itself.
pub(crate) fn is_possessor(page: &Page, name_end: usize) -> bool {
    matches!(page.reading.text(name_end), "'s" | "’s")
}

/// The first token behind `start` that is no part of the noun.
pub(super) fn stop_behind(page: &Page, start: usize, end: usize) -> usize {
    (start..end)
        .find(|&at| {
            let inside = page.name_over(at).is_some_and(|name| name.tokens.start < at) || page.is(at, fact::BRACKET);
            let light = page.turns(at, Turn::Adjunct) && !(at > start && joins_nouns(page, at));
            let noun = page.is(at, fact::ROLE | fact::TITLE | fact::DOCUMENT);
            let cue = page.is(at, fact::CUE) && is_verb(page, at);
            let timed =
                page.is(at, fact::TIME) && !describes_paper(page, at, start) && !describes_somebody(page, at, start);
            // 'ujar dia menutup pidatonya'
            let deed = at == start + 1 && page.is(start, fact::PRONOUN) && page.is_verb(at);
            !inside
                && (page.divides(at)
                    || page.ends(at)
                    || timed
                    || deed
                    || (light || cue) && !noun
                    || is_past(page, at, start))
        })
        .unwrap_or(end)
}

/// 'pungkas ibu dua anak itu singkat': a small word behind the 'itu' that closes a noun tells how it was said.
fn is_past(page: &Page, at: usize, start: usize) -> bool {
    let small = page.reading.is_word(at) && !page.reading.is_capitalised(at);
    at > start + 1
        && small
        && page.turns(at - 1, Turn::DefiniteBehind)
        && !page.is(at, fact::RELATIVE)
        && !page.turns(at, Turn::DefiniteBehind)
}

/// 'a 2024 report', 'its March 4 memo': a time between an article and the noun of a paper.
fn describes_paper(page: &Page, at: usize, start: usize) -> bool {
    let timed = |at: &usize| page.is(*at, fact::TIME);
    let first = (start..=at).rev().take_while(timed).last().unwrap_or(at);
    let article = |at: usize| page.is(at, fact::QUANTITY) || page.turns(at, Turn::DefiniteBefore);
    let noun = (at..at + LONGEST_PLACE_TOKENS).find(|at| !timed(at));
    first > start
        && article(first - 1)
        && noun.is_some_and(|noun| page.is(noun, fact::DOCUMENT) && !page.reading.is_capitalised(noun))
}

/// 'keluh nelayan 47 tahun ini', 'peraih penghargaan N-Peace 2013 itu': a time that a word for 'this' or 'that' closes with its noun.
fn describes_somebody(page: &Page, at: usize, start: usize) -> bool {
    let timed = |at: &usize| page.is(*at, fact::TIME);
    let first = (start..=at).rev().take_while(timed).last().unwrap_or(at);
    let end = (at..at + LONGEST_PLACE_TOKENS).find(|at| !timed(at)).unwrap_or(at);
    let points = |at: usize| page.turns(at, Turn::Covers) || page.turns(at, Turn::DefiniteBehind);
    let aged = |from: usize| page.reading.is_number(from) && end - from == 3 && points(end - 1);
    let closed = points(end) || aged(first) || first > start && aged(first - 1);
    page.pack.grammar.noun_first && first > start && !page.is(start, fact::PRONOUN) && closed
}

/// 'tutur bupati perempuan pertama di Indramayu itu': a noun that was cut at its preposition goes on to its 'itu'.
fn behind_definite(page: &Page, start: usize, stop: usize, end: usize) -> Option<usize> {
    // 'keuchik yang baru menjabat setahun itu'
    let timed = (stop..end).find(|&at| !page.is(at, fact::TIME)).filter(|&at| at > stop);
    let lasts = timed.filter(|&at| page.turns(at, Turn::DefiniteBehind) || page.turns(at - 1, Turn::DefiniteBehind));
    if let Some(close) = lasts.filter(|_| (start..stop).any(|at| page.is(at, fact::RELATIVE))) {
        return Some(close + usize::from(page.turns(close, Turn::DefiniteBehind)));
    }
    if stop <= start || !page.turns(stop, Turn::Adjunct) || page.is(stop + 1, fact::TIME) {
        return None;
    }
    let limit = end.min(stop + LONGEST_PLACE_TOKENS);
    let ends = |at: usize| page.divides(at) || page.ends(at) || page.is(at, fact::TIME) || page.is_verb(at);
    let definite = (stop + 1..limit).take_while(|&at| !ends(at)).find(|&at| page.turns(at, Turn::DefiniteBehind))?;
    Some(definite + 1)
}

/// A preposition that ties two nouns, with a capital letter behind it: 'Deputi Bidang Pangan dan Pertanian untuk Asia'.
fn joins_nouns(page: &Page, at: usize) -> bool {
    let is_of = page.turns(at, Turn::Of);
    // 'seorang ibu di Deir al-Balah'
    let somebody = || at > 1 && page.turns(at - 1, Turn::Person) && page.is(at - 2, fact::QUANTITY);
    is_of || page.is(at, fact::PLACE_PREPOSITION) && (page.is(at - 1, fact::ROLE) || somebody())
}

/// An unnamed speaker with the clause that describes them: 'seorang buruh yang enggan disebutkan namanya'.
fn with_relative(page: &Page, start: usize, stop: usize, end: usize) -> usize {
    let relative = (start + 1..stop.min(end)).find(|&at| page.is(at, fact::RELATIVE));
    // 'seorang warga yang meminta namanya dirahasiakan': the verb of the clause about them.
    let asks = page.pack.grammar.noun_first
        && relative.is_some_and(|at| at + 1 == stop && !page.turns(at, Turn::AsSaying))
        && is_verb(page, stop);
    let from = stop + usize::from(asks);
    match relative {
        // 'who passed on the round': a preposition that leads to a listener elsewhere is none of what was said.
        Some(_) => (from..end)
            .find(|&at| {
                let cue = page.is(at, fact::CUE) && !(page.pack.grammar.verbs_inflect && page.turns(at, Turn::Adjunct));
                // 'seorang warga yang kini tinggal di Islamabad'
                let before = (from..at).rev().find(|&at| !page.is(at, fact::TIME)).unwrap_or(from - 1);
                let opens = page.pack.grammar.noun_first && page.is(before, fact::RELATIVE);
                page.divides(at) || page.ends(at) || cue || page.is(at, fact::TIME) && !opens
            })
            .unwrap_or(end),
        None => stop,
    }
}

/// Whether words are a clause rather than a noun: they begin with a word for 'that', or a finite verb stands among them,
/// outside of a clause about the noun; but not a participle before a name ('retired admiral John Smith').
pub(crate) fn is_clause(page: &Page, tokens: &Range<usize>) -> bool {
    if page.turns(tokens.start, Turn::That) {
        return true;
    }
    let relative = tokens.clone().find(|&at| page.is(at, fact::RELATIVE));
    let main = tokens.start..relative.unwrap_or(tokens.end);
    let ends_in_name = page.names_in(main.clone()).any(|name| name.tokens.end == main.end);
    // 'warga mengejar pelaku sampai Simpang Tujuh', but not 'pakar penyakit menular dari Universitas Indonesia'
    let has_object = |at: usize| {
        let is_noun = page.reading.is_word(at + 1) && !page.turns(at + 1, Turn::Adjunct);
        page.pack.grammar.noun_first && is_noun && page.name_over(at + 1).is_none()
    };
    let finite = |at: usize| {
        let verb = page.is_verb(at) && at > tokens.start;
        let turns = [Turn::Passive, Turn::Negation, Turn::Modal];
        turns.into_iter().any(|turn| page.turns(at, turn)) || verb && (!ends_in_name || has_object(at))
    };
    main.filter(|&at| page.name_over(at).is_none() && !page.is(at, fact::ROLE | fact::TITLE)).any(finite)
}

/// Whether a cue's word at `at` is a verb here rather than a noun for what was said.
pub(crate) fn is_verb(page: &Page, at: usize) -> bool {
    let first = page.clues.partition_point(|clue| clue.tokens.end <= at);
    page.clues.get(first).is_some_and(|clue| {
        let noun = page.is(at, fact::ROLE | fact::DOCUMENT | fact::MEDIUM);
        clue.tokens.contains(&at) && (clue.kinds.says || clue.kinds.with_pronoun) && !noun
    })
}
