//! Whether a line carries the credit of a picture: 'REUTERS/Kamrul Haque' at its end, '(Liputan6.com/Arif Budiman)',
//! 'REPUBLIKA/Wahyu Santosa' at its start.
//!
//! What a body paragraph may end with, the initials of editors or two agencies in brackets, is none: '(Ant/Z-2)'.

use std::ops::Range;

use super::is_outlet;
use crate::analysis::furniture::dateline;
use crate::analysis::furniture::line::Line;
use crate::analysis::reading::Reading;
use crate::lang::Pack;
use crate::text::token::Case;

/// How many tokens from its end a line's credit may begin.
const LONGEST_CREDIT_TOKENS: usize = 12;

/// A line without brackets and without an agency in capitals has more words than this before a pair of names is a credit.
const LONGEST_TITLE_WORDS: usize = 7;

pub(super) fn has_credit(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    ends_with_credit(reading, pack, line) || begins_with_credit(reading, line) || is_signed(reading, line)
}

/// '© Lukas Reimer / AFP' behind the words of a caption.
fn is_signed(reading: &Reading, line: &Line) -> bool {
    let tokens = &line.tokens;
    let sign = tokens.clone().rev().find(|&at| reading.mark(at) == '©').filter(|&at| at > tokens.start);
    let behind = sign.map(|sign| if reading.is_number(sign + 1) { sign + 2 } else { sign + 1 });
    behind.is_some_and(|behind| line.is_open() && is_names(reading, behind..tokens.end))
}

/// A slash between names in the last words.
fn ends_with_credit(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let tokens = &line.tokens;
    let from = tokens.start.max(tokens.end.saturating_sub(LONGEST_CREDIT_TOKENS));
    let Some(slash) = (from..tokens.end).rev().find(|&at| reading.mark(at) == '/' && divides(reading, at)) else {
        return false;
    };
    let in_brackets = reading.mark(tokens.end - 1) == ')';
    let end = if in_brackets { tokens.end - 1 } else { tokens.end };
    let right = slash + 1..end;
    if !is_names(reading, right.clone()) {
        return false;
    }
    if in_brackets {
        return (from..slash).any(|at| reading.mark(at) == '(') && is_person(reading, pack, right);
    }
    line.is_open() && (is_agency(reading, slash) || line.words > LONGEST_TITLE_WORDS)
}

fn begins_with_credit(reading: &Reading, line: &Line) -> bool {
    let start = line.tokens.start;
    let upper = |at: usize| reading.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
    let two_places = dateline::end(reading, line.tokens.clone()).is_some();
    upper(start) && reading.mark(start + 1) == '/' && divides(reading, start + 1) && line.words > 4 && !two_places
}

/// Whether names touch both sides of the slash.
fn divides(reading: &Reading, slash: usize) -> bool {
    reading.is_glued(slash) && reading.is_glued(slash + 1) && reading.is_capitalised(slash + 1)
}

/// Capitalised words and the marks within names, a few of them.
fn is_names(reading: &Reading, tokens: Range<usize>) -> bool {
    let is_part = |at: usize| {
        reading.is_capitalised(at) || matches!(reading.mark(at), '.' | '\'' | '/' | '-') || reading.is_glued(at)
    };
    !tokens.is_empty()
        && tokens.len() <= 8
        && tokens.clone().all(is_part)
        && !tokens.clone().any(|at| reading.is_number(at))
}

/// A name of several words, or one that is no agency's.
fn is_person(reading: &Reading, pack: &Pack, tokens: Range<usize>) -> bool {
    let words = tokens.clone().filter(|&at| reading.is_word(at)).count();
    words > 1 || (reading.text(tokens.start).chars().count() > 3 && !is_outlet(pack, reading, tokens.start))
}

/// Whether what stands before the slash is in capitals, or an address ('Liputan6.com').
fn is_agency(reading: &Reading, slash: usize) -> bool {
    let before = slash - 1;
    let upper = reading.tokens[before].case == Case::Upper;
    upper || before.checked_sub(1).is_some_and(|dot| reading.mark(dot) == '.' && reading.is_glued(before))
}
