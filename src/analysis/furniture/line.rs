//! What can be seen of a line before it is asked what it is.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::analysis::verbs::is_verb;
use crate::lang::Pack;

/// Prose has at least this many words where it ends as a sentence does.
const SHORTEST_PROSE_WORDS: usize = 3;

/// A line that ends with 'a.m.' and has no more tokens is no sentence.
const LONGEST_HOUR_TOKENS: usize = 10;

/// What editors sign with has no more tokens, brackets included, and no longer words.
const LONGEST_SIGN_TOKENS: usize = 8;
const LONGEST_SIGN_BYTES: usize = 4;

/// Nor does what is told in capitals behind a last sentence of who helped.
const LONGEST_SHOUTED_TOKENS: usize = 14;

/// A picture and its credit have no more tokens.
const LONGEST_CREDIT_TOKENS: usize = 20;

/// A line of this many words is prose however it ends.
const LONG_WORDS: usize = 25;

/// One paragraph of the article as it was handed in.
pub(super) struct Line {
    pub(super) tokens: Range<usize>,
    /// Words and numbers.
    pub(super) words: usize,
    pub(super) ending: Ending,
    pub(super) has_verb: bool,
    /// Whether it opens with a quotation mark.
    pub(super) quoted: bool,
    /// The first token that is no bracket, bullet or quotation mark.
    pub(super) first_word: usize,
}

/// How a line ends, behind closing quotation marks and brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Stop,
    Question,
    /// As titles, names and buttons end.
    Open,
}

impl Line {
    pub(super) fn read(reading: &Reading, pack: &Pack, tokens: Range<usize>) -> Line {
        let is_text = |at: usize| reading.is_word(at) || reading.is_number(at);
        Line {
            words: tokens.clone().filter(|&at| is_text(at)).count(),
            ending: ending(reading, tokens.clone()),
            has_verb: tokens.clone().any(|at| is_verb(reading, pack, at)),
            quoted: is_quotation_mark(reading.mark(tokens.start)),
            first_word: tokens.clone().find(|&at| is_text(at)).unwrap_or(tokens.start),
            tokens,
        }
    }

    /// Whether it reads like a paragraph of an article.
    pub(super) fn is_prose(&self) -> bool {
        self.words >= LONG_WORDS || self.ending == Ending::Stop && self.words >= SHORTEST_PROSE_WORDS
    }

    pub(super) fn is_open(&self) -> bool {
        self.ending == Ending::Open
    }
}

fn ending(reading: &Reading, tokens: Range<usize>) -> Ending {
    let tokens = before_signs(reading, tokens);
    let closes = |c: char| is_quotation_mark(c) || matches!(c, ')' | ']');
    let last = tokens.clone().rev().find(|&at| !closes(reading.mark(at)));
    match last.map(|at| (at, reading.mark(at))) {
        // 'Sept.', 'p.m.' end no sentence, but nor does a line end with them.
        // 'Last updated 5:44 a.m.' is no sentence, but prose may end with an hour too.
        Some((at, '.')) if of_hour(reading, at) && tokens.len() <= LONGEST_HOUR_TOKENS => Ending::Open,
        // 'Ilustrasi pilkada. Alinea.id/Enrico P. W.'
        Some((at, '.')) if of_initial(reading, at) && is_credit(reading, tokens.clone()) => Ending::Open,
        Some((_, '.' | '!' | '…' | ';')) => Ending::Stop,
        Some((_, '?')) => Ending::Question,
        // '“...,”' is speech that goes on.
        Some((at, ',')) if at + 1 < tokens.end => Ending::Stop,
        _ => Ending::Open,
    }
}

/// Without what newsrooms sign a last sentence with behind its full stop: '... selama setahun. (*)', '... di lokasi. (fdl/mei)',
/// '... dinyalakan. ***'.
fn before_signs(reading: &Reading, tokens: Range<usize>) -> Range<usize> {
    let stars = tokens.clone().rev().take_while(|&at| reading.mark(at) == '*').count();
    let end = tokens.end - stars;
    if stars > 0 && end > tokens.start && reading.mark(end - 1) == '.' {
        return tokens.start..end;
    }
    // '... of 60 kilometers. —WITH A REPORT FROM KARLA VISAYA', '... by January 2027. DM'
    let upper = |at: usize| !reading.text(at).contains(char::is_lowercase);
    let stop = tokens.clone().rev().take(LONGEST_SHOUTED_TOKENS).find(|&at| reading.mark(at) == '.');
    if let Some(stop) = stop.filter(|&stop| stop > tokens.start + LONGEST_SIGN_TOKENS && stop + 1 < tokens.end) {
        let dash = matches!(reading.mark(stop + 1), '—' | '–');
        let initials = stop + 2 == tokens.end && (2..=3).contains(&reading.text(stop + 1).len());
        if (dash || initials) && reading.is_word(tokens.end - 1) && (stop + 1..tokens.end).all(upper) {
            return tokens.start..stop + 1;
        }
    }
    let open = tokens.clone().rev().take(LONGEST_SIGN_TOKENS).find(|&at| reading.mark(at) == '(');
    let signs = |open: &usize| {
        let small = |at: usize| !reading.is_capitalised(at) && reading.text(at).len() <= LONGEST_SIGN_BYTES;
        let sign = |at: usize| matches!(reading.mark(at), '*' | '/' | '-') || reading.is_word(at) && small(at);
        *open > tokens.start
            && reading.mark(open - 1) == '.'
            && reading.mark(tokens.end - 1) == ')'
            && (open + 1..tokens.end - 1).all(sign)
    };
    // '(Kup/balipost)', '(AFP/Reuters/Z-2)': without a space, and with the slash between two.
    let slashed = |open: &usize| {
        let inner = *open + 1..tokens.end - 1;
        let plain = |at: usize| reading.mark(at) != '.' && (at == inner.start || reading.is_glued(at));
        *open > tokens.start
            && reading.mark(open - 1) == '.'
            && reading.mark(tokens.end - 1) == ')'
            && inner.clone().any(|at| reading.mark(at) == '/')
            && inner.clone().all(plain)
    };
    open.filter(|open| signs(open) || slashed(open)).map_or(tokens.clone(), |open| tokens.start..open)
}

/// Whether the stop at `at` follows the initial of a name.
fn of_initial(reading: &Reading, at: usize) -> bool {
    at >= 1 && reading.text(at - 1).len() == 1 && reading.is_capitalised(at - 1)
}

/// Whether a short line has the slash of a credit: 'Antara/Budi S.'.
fn is_credit(reading: &Reading, tokens: Range<usize>) -> bool {
    let slash = |at: usize| reading.mark(at) == '/' && reading.is_glued(at) && reading.is_glued(at + 1);
    tokens.len() <= LONGEST_CREDIT_TOKENS && tokens.clone().any(|at| at + 1 < tokens.end && slash(at))
}

/// Whether the stop at `at` ends 'a.m.'.
fn of_hour(reading: &Reading, at: usize) -> bool {
    at >= 2 && reading.mark(at - 2) == '.' && reading.text(at - 1).len() == 1
}

pub(super) fn is_quotation_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '"' | '\'' | '«' | '»' | '„')
}
