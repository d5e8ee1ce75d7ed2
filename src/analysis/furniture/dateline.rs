//! The place and the outlet before the first sentence: 'PYONGYANG, KOMPAS.com -', 'BENGALURU:'.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::lang::Pack;
use crate::text::token::Case;

/// How many tokens a dateline may have before its dash.
const LONGEST_TOKENS: usize = 16;

/// How many tokens the name of a place has at most, where nothing else tells that it is a dateline.
const LONGEST_PLACE_TOKENS: usize = 3;

/// How many tokens may stand before a colon that ends a dateline.
const LONGEST_BEFORE_COLON_TOKENS: usize = 4;

/// Where the text begins behind the dateline of a paragraph.
pub(super) fn end(reading: &Reading, paragraph: Range<usize>) -> Option<usize> {
    let end = dash_end(reading, paragraph.clone()).or_else(|| colon_end(reading, paragraph.clone()))?;
    (end < paragraph.end).then_some(end)
}

/// Behind a dash early on, with nothing but names before it: several of them, or one in capitals, or an address, or one
/// before a new sentence.
fn dash_end(reading: &Reading, paragraph: Range<usize>) -> Option<usize> {
    let limit = paragraph.end.min(paragraph.start + LONGEST_TOKENS);
    let dash = (paragraph.start..limit).find(|&at| is_dash(reading, at))?;
    let names = paragraph.start..dash;
    let behind = (dash..limit).find(|&at| !matches!(reading.mark(at), '-' | '–' | '—' | '>'))?;
    let in_parts = names.clone().any(|at| matches!(reading.mark(at), '(' | ',' | '.'));
    let before_sentence = reading.is_capitalised(behind) && names.len() <= LONGEST_PLACE_TOKENS;
    let has_form = in_parts || in_capitals(reading, names.start) || before_sentence;
    let names_only = !names.is_empty() && names.clone().all(|at| is_part(reading, at) || is_address(reading, at));
    (names_only && has_form).then(|| place_behind(reading, behind..limit).unwrap_or(behind))
}

/// Behind a place in capitals with a full stop: 'KONTAN.CO.ID - JAKARTA. Emiten ...'.
fn place_behind(reading: &Reading, tokens: Range<usize>) -> Option<usize> {
    let stop = tokens.clone().find(|&at| !in_capitals(reading, at))?;
    (stop > tokens.start && reading.mark(stop) == '.').then_some(stop + 1)
}

/// The first part of an address in small letters: 'tirto.id -'.
fn is_address(reading: &Reading, at: usize) -> bool {
    reading.mark(at + 1) == '.' && reading.is_glued(at + 1) && reading.is_glued(at + 2)
}

/// A dash between words; a typeset one may touch both.
fn is_dash(reading: &Reading, at: usize) -> bool {
    let touches = reading.is_glued(at) && reading.is_glued(at + 1);
    match reading.mark(at) {
        '-' => !touches,
        '–' | '—' => true,
        // 'LAHAINA >> The death toll'
        '>' => reading.mark(at + 1) == '>',
        _ => false,
    }
}

fn is_part(reading: &Reading, at: usize) -> bool {
    reading.is_capitalised(at)
        || reading.is_number(at)
        || matches!(reading.mark(at), ',' | '.' | '(' | ')' | '/' | '|')
        || reading.is_glued(at)
}

/// Behind a colon, where all before it is in capitals, or a place behind the capitals of an outlet: 'KBRN, Labuha:'.
fn colon_end(reading: &Reading, paragraph: Range<usize>) -> Option<usize> {
    let limit = paragraph.end.min(paragraph.start + LONGEST_BEFORE_COLON_TOKENS + 1);
    let colon = (paragraph.start..limit).find(|&at| reading.mark(at) == ':')?;
    let names = paragraph.start..colon;
    let is_place = |at: usize| reading.mark(at) == ',' || in_capitals(reading, at);
    let placed = names.len() > 2
        && in_capitals(reading, names.start)
        && reading.mark(names.start + 1) == ','
        && (names.start + 2..colon).all(|at| reading.is_capitalised(at));
    (!names.is_empty() && (placed || names.clone().all(is_place))).then_some(colon + 1)
}

/// 'Bandar Abbas: Jumlah korban tewas ...': a place of one or two words that are no ordinary ones, before the colon of the first
/// paragraph. Only Indonesian papers set it so.
pub(super) fn place_end(reading: &Reading, pack: &Pack, paragraph: Range<usize>) -> Option<usize> {
    let colon = (paragraph.start + 1..=paragraph.start + 2).find(|&at| reading.mark(at) == ':')?;
    let is_place = |at: usize| reading.is_capitalised(at) && !pack.is_common(reading.words[at]);
    let sentence = colon + 1 < paragraph.end && reading.is_capitalised(colon + 1);
    let placed = pack.grammar.noun_first && (paragraph.start..colon).all(is_place);
    (placed && sentence).then_some(colon + 1)
}

fn in_capitals(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|token| token.case == Case::Upper)
}
