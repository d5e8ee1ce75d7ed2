//! The initials of those who wrote and edited an article, in brackets behind its last sentence: '(mcr35/jpnn)', '(lus/but)', '[ab/uh]'.

use std::ops::Range;

use crate::analysis::reading::Reading;

/// The initials of three people have fewer letters, with their brackets.
const LONGEST_BYTES: usize = 16;

/// Where the text of a paragraph ends before such initials; its own end where it has none.
pub(super) fn start(reading: &Reading, paragraph: Range<usize>) -> usize {
    let Range { start, end } = paragraph;
    let opening = match reading.mark(end.saturating_sub(1)) {
        ')' => '(',
        ']' => '[',
        _ => return end,
    };
    if end < start + 4 {
        return end;
    }
    let Some(open) = (start..end - 2).rev().take(LONGEST_BYTES / 2).find(|&at| reading.mark(at) == opening) else {
        return end;
    };
    let is_part = |at: usize| reading.is_glued(at) && !reading.is_capitalised(at);
    let fits = reading.span(open..end).len() <= LONGEST_BYTES && (open + 1..end).all(is_part);
    let behind_stop = open > start && matches!(reading.mark(open - 1), '.' | '!' | '?' | '"' | '”' | ')');
    if fits && behind_stop && reading.is_word(open + 1) && !reading.is_glued(open) { open } else { end }
}
