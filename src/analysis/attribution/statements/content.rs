//! What is said: the sentence without its frames, as far as each frame reaches.
//!
//! - A quotation beside a frame is its content, and so are those that follow it in the sentence: “A,” kata X, “B.”
//! - Behind a frame that leads, the content goes on to the next frame that has a speaker of its own behind a comma or a word
//!   that joins clauses ('X said A, but Y said B'), or to one that shares the speaker ('denied A and promised B').
//! - Before a frame that closes, it begins where the frame before ends; one in the middle has both sides.

use std::ops::Range;

use super::circumstance::{before_circumstance, before_semicolon, deed_behind, is_when, outcome, remark, withheld};
use crate::analysis::attribution::frames::subjects;
use crate::analysis::attribution::frames::{Frame, Order, Speaker, Unit};
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::Turn;
use crate::lang::time::TimeWord;
use crate::model::Stance;

/// The pieces of what the frame at `index` says, in order.
pub(crate) fn pieces(page: &Page, unit: &Unit, frames: &[Frame], index: usize) -> Vec<Range<usize>> {
    let frame = &frames[index];
    if frame.direct {
        return quotes(page, unit, frames, index);
    }
    let nothing = unit.tokens.end..unit.tokens.end;
    let before = || first_border(frames, index, unit)..frame.extent.start;
    let pieces = match frame.order {
        Order::Lead(start) => {
            let start = past_passages(page, frames, index, start);
            let said = start..next_border(page, unit, frames, index);
            let denies = frame.stance == Stance::Deny;
            let deed = || deed_behind(page, &said, denies);
            let end = withheld(page, &said).or_else(|| outcome(page, &said)).or_else(deed).unwrap_or(said.end);
            let end = match frame.stance {
                Stance::Claim | Stance::Deny => before_circumstance(page, start..end, denies),
                _ => before_semicolon(page, &(start..end)),
            };
            [start..end, nothing]
        }
        Order::Tail => [before(), nothing],
        Order::Middle => [before(), behind_middle(page, unit, frame)..next_border(page, unit, frames, index)],
        Order::Clause { start, end } => [start..end, nothing],
        Order::Phrase => [phrase(page, unit, frame), nothing],
        Order::Previous => [nothing.clone(), nothing],
    };
    // 'Menjelang akhir Agustus, nelayan tua suka bercerita tentang laut': a day is nothing that is said.
    // In 'Pada 2019, kata dia, seorang pejabat datang' it is when that was.
    let dates = frame.order == Order::Middle && page.pack.grammar.noun_first;
    let tells = |piece: &Range<usize>| !piece.is_empty() && (dates || !is_when(page, piece.clone()));
    pieces.into_iter().map(|piece| trim(page, piece)).filter(tells).collect()
}

/// The quotation beside the frame and those behind it, up to the next frame that has quotations of its own.
fn quotes(page: &Page, unit: &Unit, frames: &[Frame], index: usize) -> Vec<Range<usize>> {
    let frame = &frames[index];
    let next =
        frames[index + 1..].iter().find(|next| next.direct || matches!(next.order, Order::Lead(_)) && !next.is_passage);
    let end = next.map_or(unit.tokens.end, |next| {
        if next.order == Order::Tail {
            page.quote_before(next.extent.start).map_or(next.extent.start, |quote| page.quotes[quote].tokens.start)
        } else {
            next.extent.start
        }
    });
    let mut pieces = Vec::new();
    if !matches!(frame.order, Order::Lead(_)) {
        let before = page.quote_before(frame.extent.start);
        pieces.extend(before.map(|quote| page.quotes[quote].tokens.clone()));
    }
    let mut at = frame.cue.end;
    while let Some(quote) = page.quote_from(at, end) {
        pieces.push(quote.tokens.clone());
        at = quote.tokens.end;
    }
    pieces
}

/// Where the content of a closing frame begins.
fn first_border(frames: &[Frame], index: usize, unit: &Unit) -> usize {
    let frame = &frames[index];
    let before = frames[..index].iter().filter(|before| before.extent.end <= frame.extent.start);
    // A statement that leads may lie within what is said here; outlets and what closed before do not.
    let closed =
        before.filter(|before| before.is_passage || !matches!(before.order, Order::Lead(_) | Order::Clause { .. }));
    closed.map(|before| before.extent.end).max().unwrap_or(unit.tokens.start)
}

/// Where the second piece of a content begins that a frame stands in the middle of.
fn behind_middle(page: &Page, unit: &Unit, frame: &Frame) -> usize {
    (frame.extent.end..unit.tokens.end).find(|&at| page.divides(at)).map_or(unit.tokens.end, |comma| comma + 1)
}

/// Behind the outlets that stand between a frame and its content: 'reported, citing Channel 13, that'.
fn past_passages(page: &Page, frames: &[Frame], index: usize, mut start: usize) -> usize {
    for passage in frames[index + 1..].iter().filter(|frame| frame.is_passage) {
        if passage.extent.start > start + 1 {
            break;
        }
        start = passage.extent.end.max(start);
        while page.divides(start) && !page.is(start, fact::SPEECH) || page.turns(start, Turn::That) {
            start += 1;
        }
    }
    start
}

/// Where the content of the frame at `index` ends.
fn next_border(page: &Page, unit: &Unit, frames: &[Frame], index: usize) -> usize {
    let border = next_frame(page, unit, frames, index);
    match frames[index].order {
        Order::Lead(start) if border == unit.tokens.end => remark(page, start..border).unwrap_or(border),
        _ => border,
    }
}

/// Where the next frame begins that ends the content of the one at `index`.
fn next_frame(page: &Page, unit: &Unit, frames: &[Frame], index: usize) -> usize {
    let start = match frames[index].order {
        Order::Lead(start) => past_passages(page, frames, index, start),
        _ => frames[index].extent.end,
    };
    for next in frames[index + 1..].iter().filter(|next| next.extent.start >= start) {
        let border = match (&next.speaker, next.order) {
            (_, Order::Phrase | Order::Clause { .. }) => None,
            (_, Order::Tail | Order::Middle) if next.is_passage => {
                let before = next.extent.start - 1;
                let closes = next.cue.is_empty() && is_when(page, next.extent.end..unit.tokens.end);
                (page.divides(before) || page.turns(before, Turn::Joint) || !next.cue.is_empty() || closes)
                    .then(|| before_message(page, start, next.extent.start))
            }
            (Speaker::Shared, _) => Some(next.extent.start),
            (_, Order::Lead(_)) if next.direct => Some(next.extent.start),
            // 'mengatakan bahwa pada 2023, kementeriannya mengusulkan': nothing was said before but when.
            (_, Order::Lead(_)) => {
                let leads = matches!(frames[index].order, Order::Lead(_));
                let only_when = |border: usize| leads && border > start + 1 && is_when(page, start..border);
                coordinate(page, start, next.extent.start).filter(|&border| !only_when(border))
            }
            // 'doubts that one would succeed: “The duty is to consult,” notes Reid'
            (_, Order::Tail | Order::Middle) => {
                let quote = page.quote_before(next.extent.start).filter(|_| next.direct);
                let said = quote.map(|quote| page.quotes[quote].tokens.start).filter(|&at| at > start);
                Some(said.unwrap_or(next.extent.start))
            }
            (_, Order::Previous) => None,
        };
        if let Some(border) = border {
            return border;
        }
    }
    unit.tokens.end
}

/// Where it begins to be told in what an outlet was told, behind a comma before `end`: ', dalam pesan singkat kepada CNN', ', in a statement to
/// AFP'.
fn before_message(page: &Page, from: usize, end: usize) -> usize {
    let comma = (from + 1..end).rev().find(|&at| page.divides(at)).filter(|&at| page.reading.mark(at) == ',');
    let message = |comma: usize| {
        page.turns(comma + 1, Turn::Adjunct)
            && (comma + 2..end).any(|at| page.is(at, fact::DOCUMENT))
            && !(comma + 1..end).any(|at| page.is_verb(at))
    };
    comma.filter(|&comma| message(comma)).unwrap_or(end)
}

/// Where the clause of the next speaker begins, with what joins it, if it is not within the content.
fn coordinate(page: &Page, from: usize, speaker: usize) -> Option<usize> {
    let mut at = speaker;
    let mut joined = false;
    while at > from + 1 {
        let before = at - 1;
        let loose = page.turns(before, Turn::Joint) || page.turns(before, Turn::Opening) || page.divides(before);
        if !loose {
            break;
        }
        joined = true;
        at = before;
    }
    joined.then(|| before_length(page, from, at))
}

/// Before how long it was, behind its comma, since the clause that begins at `opener`: ', days after it announced', ', a week before the
/// company said'.
fn before_length(page: &Page, from: usize, opener: usize) -> usize {
    let near = opener.saturating_sub(LONGEST_LENGTH).max(from + 1)..opener;
    let comma = near.rev().find(|&at| page.divides(at)).filter(|&at| page.reading.mark(at) == ',');
    let unit = |it: &TimeWord| matches!(it, TimeWord::Unit(_) | TimeWord::Amount(_));
    let told =
        |at: usize| page.is(at, fact::TIME) || page.pack.time.vocabulary.of(page.reading.words[at]).iter().any(unit);
    let inflects = page.pack.grammar.verbs_inflect;
    comma.filter(|_| inflects && page.turns(opener, Turn::Adjunct) && told(opener - 1)).unwrap_or(opener)
}

/// ', just two days'
const LONGEST_LENGTH: usize = 4;

/// The quotation behind the frame, or what is left.
fn phrase(page: &Page, unit: &Unit, frame: &Frame) -> Range<usize> {
    let quote =
        (frame.extent.end..unit.tokens.end).find(|&at| matches!(page.reading.mark(at), '“' | '"' | '‘' | '«' | '\''));
    let Some(start) = quote else { return frame.extent.end..unit.tokens.end };
    let close = |at: &usize| matches!(page.reading.mark(*at), '”' | '"' | '’' | '»' | '\'');
    let end = (start + 1..unit.tokens.end).find(close).map_or(unit.tokens.end, |at| at + 1);
    start..end
}

/// Without commas, joining words, a word for 'that' and the final stop at its borders.
pub(crate) fn trim(page: &Page, mut tokens: Range<usize>) -> Range<usize> {
    let reading = page.reading;
    let is_loose = |at: usize| matches!(reading.mark(at), ',' | ':' | ';' | '-' | '–' | '—');
    let is_stop = |at: usize| matches!(reading.mark(at), '.' | '…');
    while tokens.start < tokens.end && (is_loose(tokens.start) || leads_clause(page, &tokens)) {
        tokens.start += 1;
    }
    // 'According to the plan, however, it will stay'
    let is_aside = page.turns(tokens.start, Turn::Opening) && reading.mark(tokens.start + 1) == ',';
    if is_aside && tokens.len() > 2 && !reading.is_capitalised(tokens.start) {
        tokens.start += 2;
    }
    let mut behind_passive = false;
    while tokens.start < tokens.end {
        let last = tokens.end - 1;
        // 'The vials were first reported by Stat': the verb before the cue is no part of what was said.
        let passive = page.turns(last, Turn::Passive);
        let joins = page.turns(last, Turn::Joint) || page.turns(last, Turn::That) || page.turns(last, Turn::Aside);
        // 'The assessment had been reported by CNN'
        let joins = joins || passive || behind_passive && page.turns(last, Turn::Between);
        behind_passive |= passive;
        if is_loose(last)
            || is_stop(last) && !closes_abbreviation(page, last)
            // 'bersifat sementara.', 'hasil sementara, kata dia,': at the end of its clause it joins nothing.
            || joins && !closes_clause(page, tokens.end) && page.name_over(last).is_none() && !page.is(last, fact::TIME)
        {
            tokens.end -= 1;
        } else {
            break;
        }
    }
    tokens
}

/// Whether a sentence ends at `end`, or a clause whose last word may also open one.
fn closes_clause(page: &Page, end: usize) -> bool {
    let opens = page.turns(end - 1, Turn::Opening) && page.pack.grammar.noun_first;
    page.ends(end) || opens && page.divides(end) && page.reading.is_word(end - 2)
}

/// Whether a word for 'that' opens the words: not the one of 'That dispute cost nothing', which begins its sentence.
fn leads_clause(page: &Page, tokens: &Range<usize>) -> bool {
    let determines = page.turns(tokens.start, Turn::DefiniteBefore) && tokens.len() <= 4;
    let begins = page.reading.is_capitalised(tokens.start);
    // 'disputed that account'
    let determines = determines || tokens.len() == 2 && !page.is_verb(tokens.start + 1);
    page.turns(tokens.start, Turn::That) && !determines && !begins
}

/// Whether a full stop belongs to the name it ends: 'Tohoku Electric Power Co.'
fn closes_abbreviation(page: &Page, at: usize) -> bool {
    page.name_over(at).is_some_and(|name| name.tokens.end > at)
}

/// The tokens of the whole unit without what opens it.
pub(crate) fn whole(page: &Page, unit: &Unit) -> Range<usize> {
    trim(page, subjects::trim_front(page, unit.tokens.clone()).0)
}
