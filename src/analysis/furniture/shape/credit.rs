//! Whether a line carries the credit of a picture: 'REUTERS/Kamrul Haque' at its end, '(Liputan6.com/Arif Budiman)',
//! 'REPUBLIKA/Wahyu Santosa' at its start.
//!
//! What a body paragraph may end with, the initials of editors or two agencies in brackets, is none: '(Ant/Z-2)'.

use std::ops::Range;

use super::is_outlet;
use crate::analysis::furniture::dateline;
use crate::analysis::furniture::line::Line;
use crate::analysis::reading::Reading;
use crate::lang::{EventWord, FurnitureMark, MarkPlace, Pack};
use crate::model::FurnitureKind;
use crate::text::token::Case;

/// '720' of an amount, but not the figure of 'LIPUTAN6'.
const SHORTEST_AMOUNT_BYTES: usize = 3;

/// No station has fewer letters: 'WABE'.
const CALL_SIGN_BYTES: usize = 4;

/// 'el', 'bin', 'van' within a name.
const LONGEST_PARTICLE_BYTES: usize = 3;

/// How many tokens from its end a line's credit may begin.
const LONGEST_CREDIT_TOKENS: usize = 12;

/// A person and an outlet with a bar between them have at most this many words.
const LONGEST_BARRED_WORDS: usize = 6;

/// A credit in capitals behind a full stop has at least this many words: 'PHOTO BY DANA HOLST'.
const FEWEST_SHOUTED_WORDS: usize = 2;

/// A line without brackets and without an agency in capitals has more words than this before a pair of names is a credit.
const LONGEST_TITLE_WORDS: usize = 7;

/// A picture with the name of its source has at most this many words, and the name as many tokens.
const LONGEST_NAMED_WORDS: usize = 25;
const LONGEST_NAME_TOKENS: usize = 4;

/// The last word of a sentence that is no number is no shorter.
const SHORTEST_LAST_BYTES: usize = 4;

/// A word with the form of a verb has more letters than this.
const LONGEST_NO_VERB_BYTES: usize = 5;

pub(super) fn has_credit(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    ends_with_credit(reading, pack, line)
        || begins_with_credit(reading, pack, line)
        || is_signed(reading, line)
        || is_titled(reading, pack, line)
        || is_barred(reading, pack, line)
        || is_shouted_behind_stop(reading, line)
        || is_named_behind_stop(reading, line)
        || is_thanked_behind_stop(reading, pack, line)
}

/// '... with customers in 1971. Courtesy of the Bakalis family': behind the last full stop what begins as captions do.
fn is_thanked_behind_stop(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let from = line.tokens.start.max(line.tokens.end.saturating_sub(LONGEST_CREDIT_TOKENS));
    let stop = (from + 1..line.tokens.end).rev().find(|&at| reading.mark(at - 1) == '.' && !reading.is_glued(at));
    let caption = |mark: &FurnitureMark| mark.kind == FurnitureKind::Caption && mark.place == MarkPlace::Start;
    let marked = |at: usize| {
        let mut marks = pack.cues.furniture.marks.starting(&reading.words[at..line.tokens.end]);
        marks.any(|(_, marks)| marks.iter().any(caption))
    };
    line.is_open() && line.words <= LONGEST_NAMED_WORDS + LONGEST_CREDIT_TOKENS && stop.is_some_and(marked)
}

/// 'The Harrow Street baths in 1958. Fairfax Archive': behind a full stop nothing but a name, in a short line that ends open.
fn is_named_behind_stop(reading: &Reading, line: &Line) -> bool {
    if !line.is_open() || line.words > LONGEST_NAMED_WORDS {
        return false;
    }
    let tokens = &line.tokens;
    let start = tokens.end - tokens.clone().rev().take_while(|&at| reading.is_capitalised(at)).count();
    let name = start..tokens.end;
    // 'St. Louis', 'vs. City' end no sentence there.
    let ends = |at: usize| {
        let word = reading.text(at);
        reading.is_number(at) || !reading.is_capitalised(at) && word.len() >= SHORTEST_LAST_BYTES
    };
    (1..=LONGEST_NAME_TOKENS).contains(&name.len())
        && start > tokens.start + LONGEST_NAME_TOKENS
        && reading.mark(start - 1) == '.'
        && !reading.is_glued(start)
        && ends(start - 2)
}

/// '... on Monday morning. SENTINEL PHOTO BY TESS AMBROSE': behind a full stop nothing but capitals, in a line that ends open.
fn is_shouted_behind_stop(reading: &Reading, line: &Line) -> bool {
    let upper = |at: usize| reading.tokens[at].case == Case::Upper && reading.text(at).len() > 1;
    let part = |at: &usize| upper(*at) || matches!(reading.mark(*at), ',' | '|' | '/' | ':');
    let start = line.tokens.end - line.tokens.clone().rev().take_while(part).count();
    let shouted = (start..line.tokens.end).filter(|&at| upper(at)).count();
    let behind_stop = start > line.tokens.start && reading.mark(start - 1) == '.';
    line.is_open() && shouted >= FEWEST_SHOUTED_WORDS && behind_stop
}

/// 'Dustin Rainey | Progress': nothing but a person's name and an outlet's, with a bar between them.
fn is_barred(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let tokens = &line.tokens;
    let bar = tokens.clone().find(|&at| reading.mark(at) == '|');
    let unusual = |at: usize| reading.is_capitalised(at) && !pack.is_common(reading.words[at]);
    line.is_open()
        && line.words <= LONGEST_BARRED_WORDS
        && bar.is_some_and(|bar| {
            let person = tokens.start..bar;
            (2..=3).contains(&person.len()) && person.into_iter().all(unusual) && is_names(reading, bar + 1..tokens.end)
        })
}

/// '© Lukas Reimer / AFP' behind the words of a caption.
fn is_signed(reading: &Reading, line: &Line) -> bool {
    let tokens = &line.tokens;
    let sign = tokens.clone().rev().find(|&at| reading.mark(at) == '©').filter(|&at| at > tokens.start);
    let behind = sign.map(|sign| if reading.is_number(sign + 1) { sign + 2 } else { sign + 1 });
    // '(©2025 merdeka.com/erwin yohanes)'
    let closed = reading.mark(tokens.end - 1) == ')' && sign.is_some_and(|sign| reading.mark(sign - 1) == '(');
    let slash = |behind: usize| (behind..tokens.end).any(|at| reading.mark(at) == '/' && reading.is_glued(at));
    behind.is_some_and(|behind| line.is_open() && is_names(reading, behind..tokens.end) || closed && slash(behind))
}

/// A slash between names in the last words.
fn ends_with_credit(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let tokens = &line.tokens;
    let from = tokens.start.max(tokens.end.saturating_sub(LONGEST_CREDIT_TOKENS));
    let is_border = |at: &usize| divides(reading, *at) || is_behind_stop(reading, *at);
    let Some(slash) = (from..tokens.end).rev().find(|at| reading.mark(*at) == '/' && is_border(at)) else {
        return false;
    };
    // 'Goh Sze Fei/Nur Izzuddin vs Fajar Alfian/Rian Ardianto': pairs that meet.
    let meets = |at: usize| pack.cues.events.words.of(reading.words[at]).contains(&EventWord::Comparison);
    if (from..slash).any(meets) {
        return false;
    }
    // '..., the palace announced. – with reports from AFP/Rappler.com' closes prose, '... on Monday. — AFP/File' a caption.
    let joined = |at: usize| {
        let behind_stop = at > tokens.start && reading.mark(at - 1) == '.';
        // '— FAIHAN GHANI/The Star'
        let told = (at + 1..slash).any(|at| reading.is_word(at) && !reading.is_capitalised(at));
        matches!(reading.mark(at), '–' | '—') && behind_stop && at + 2 < slash && told
    };
    if (from..slash).any(joined) {
        return false;
    }
    let in_brackets = matches!(reading.mark(tokens.end - 1), ')' | ']');
    let end = if in_brackets { tokens.end - 1 } else { tokens.end };
    let right = slash + 1..end;
    if !is_names(reading, right.clone()) {
        return false;
    }
    if in_brackets {
        let open = (from..slash).rev().find(|&at| matches!(reading.mark(at), '(' | '['));
        // '[Mohammed Jamal/Reuters]'
        let photographer = |open: usize| slash - open > 2 && is_names(reading, open + 1..slash);
        // '(IS/HR/ME)' signs a text.
        let initials = |open: usize| {
            let slashes = (open..end).filter(|&at| reading.mark(at) == '/').count();
            slashes > 1 && (open + 1..end).all(|at| reading.text(at).len() <= LONGEST_PARTICLE_BYTES)
        };
        return open.is_some_and(|open| !initials(open) && (is_person(reading, pack, right) || photographer(open)));
    }
    let long = line.words > LONGEST_TITLE_WORDS || is_call_sign(reading, pack, line, slash);
    line.is_open() && (is_agency(reading, slash) || is_behind_stop(reading, slash) || long)
}

/// 'Dana Pearson/WABE': nothing but two or three names and the letters of a station.
fn is_call_sign(reading: &Reading, pack: &Pack, line: &Line, slash: usize) -> bool {
    let person = line.tokens.start..slash;
    let unusual = |at: usize| reading.is_capitalised(at) && !pack.is_common(reading.words[at]);
    let letters = slash + 2 == line.tokens.end && reading.tokens[slash + 1].case == Case::Upper;
    letters && reading.text(slash + 1).len() >= CALL_SIGN_BYTES && (2..=3).contains(&person.len()) && { person }
        .all(unusual)
}

/// 'REPUBLIKA/Wahyu Santosa Jamaah ...', 'TRIBUN MEDAN/DINA. DITUNTUT MATI - Terdakwa ...'; not 'DPR/MPR RI menggelar'.
fn begins_with_credit(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let start = line.tokens.start;
    let end = line.tokens.end;
    let Some(slash) = (start + 1..end.min(start + 4)).find(|&at| reading.mark(at) == '/' && divides(reading, at))
    else {
        return false;
    };
    let upper = |at: usize| reading.tokens[at].case == Case::Upper;
    if line.words <= 4 || !(start..slash).all(upper) {
        return false;
    }
    let behind = (slash + 1..end).find(|&at| !reading.is_capitalised(at)).unwrap_or(end);
    if reading.mark(behind) == '.'
        && !reading.is_glued(behind + 1)
        && behind + 1 < end
        && (slash + 1..behind).all(upper)
    {
        return true;
    }
    let two_places = dateline::end(reading, line.tokens.clone()).is_some();
    let person = !upper(slash + 1) && behind > slash + 2 && !pack.is_common(reading.words[slash + 1]);
    !two_places && slash == start + 1 && (person || is_outlet(pack, reading, start))
}

/// 'TERTIMBUN LONGSOR - Alat berat membuka jalan ... (5/2/2025).': ordinary words in capitals where a place would stand, and
/// the day or the source in brackets at the end.
fn is_titled(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let tokens = line.tokens.clone();
    let upper = |at: &usize| reading.tokens[*at].case == Case::Upper;
    let dash = tokens.clone().find(|at| !upper(at)).unwrap_or(tokens.end);
    let bracketed = tokens.clone().rev().take(2).any(|at| reading.mark(at) == ')');
    let ordinary = |at: usize| pack.is_common(reading.words[at]) || is_verb_of(pack, reading.text(at));
    let title = tokens.start..dash;
    bracketed && title.len() >= 2 && matches!(reading.mark(dash), '-' | '–' | '—') && title.clone().all(ordinary)
}

/// Whether a word in capitals begins as verbs do: 'DIJEMPUT', 'TERTIMBUN'.
fn is_verb_of(pack: &Pack, word: &str) -> bool {
    let word = word.to_lowercase();
    word.len() > LONGEST_NO_VERB_BYTES && pack.cues.verb_prefixes.iter().any(|prefix| word.starts_with(prefix.as_str()))
}

/// Whether names touch both sides of the slash.
fn divides(reading: &Reading, slash: usize) -> bool {
    // 'Instagram/@pbvsi_official'
    let named = reading.is_capitalised(slash + 1) || reading.mark(slash + 1) == '@';
    // 'Menguat ke Rp16.720/US$'
    let counts = slash > 0 && reading.is_number(slash - 1) && reading.text(slash - 1).len() >= SHORTEST_AMOUNT_BYTES;
    reading.is_glued(slash) && reading.is_glued(slash + 1) && named && !counts
}

/// '... di Jakarta, Kamis (24/8/2023). / Bisnis-Himawan': behind the sentence that the credit belongs to.
fn is_behind_stop(reading: &Reading, slash: usize) -> bool {
    slash > 0 && reading.mark(slash - 1) == '.' && reading.is_capitalised(slash + 1)
}

/// Capitalised words and the marks within names, a few of them.
fn is_names(reading: &Reading, tokens: Range<usize>) -> bool {
    let is_part = |at: usize| {
        // 'Iggoy el Fitra'
        let particle = reading.is_word(at) && reading.text(at).len() <= LONGEST_PARTICLE_BYTES && at > tokens.start;
        reading.is_capitalised(at)
            || matches!(reading.mark(at), '.' | '\'' | '/' | '-' | '@')
            || reading.is_glued(at)
            || particle && at + 1 < tokens.end
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
