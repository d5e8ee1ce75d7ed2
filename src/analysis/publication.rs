//! The line in which an article says when it was published: 'KOMPAS.com - 13/07/2025, 08:12 WIB', 'Sabtu, 12 Jul 2025
//! 19:05 WIB', 'Tayang: 13 Juli 2025'.
//!
//! Known by its shape: near the top or the end, short, a full date and hardly a word beside it, and no sentence.

use std::ops::Range;

use jiff::civil::Date;

use super::reading::Reading;
use super::time;
use crate::lang::Pack;
use crate::model::{DateOrigin, Published};

/// How far from either end of the article such a line may stand, in paragraphs.
const NEAR_PARAGRAPHS: usize = 10;

/// A head of a page that is longer ends with its first paragraph of more tokens.
const LONGEST_HEAD_LINE_TOKENS: usize = 24;

/// No head of a page has more lines.
const LONGEST_HEAD_LINES: usize = 64;

/// No article is changed as long after it was published: ten years.
const LONGEST_CHANGED_DAYS: i32 = 3653;

/// How many words may stand beside the date: an outlet, 'Diperbarui', a time zone; twice as many behind a mark that parts them.
const MOST_OTHER_WORDS: usize = 6;

/// A publication line: its paragraph, and the day it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PublicationLine {
    pub(crate) paragraph: usize,
    pub(crate) published: Published,
}

/// The publication lines of an article in order; the first tells when it was published, others when it was changed.
pub(crate) fn lines(reading: &Reading, pack: &Pack) -> Vec<PublicationLine> {
    let count = reading.paragraphs.len();
    let is_prose = |index: &usize| reading.paragraphs[*index].len() > LONGEST_HEAD_LINE_TOKENS;
    let head = (0..count.min(LONGEST_HEAD_LINES)).find(is_prose).unwrap_or(0);
    let near = |index: &usize| *index < head.max(NEAR_PARAGRAPHS) || index + NEAR_PARAGRAPHS >= count;
    let line = |index: usize| {
        let date = date_alone(reading, pack, reading.paragraphs[index].clone())?;
        let published = Published { date, origin: DateOrigin::Text };
        Some(PublicationLine { paragraph: index, published })
    };
    // An article of one line is a sentence, whatever it looks like.
    if count < 2 { Vec::new() } else { (0..count).filter(near).filter_map(line).collect() }
}

/// The day that a paragraph tells, if it tells hardly anything else.
fn date_alone(reading: &Reading, pack: &Pack, paragraph: Range<usize>) -> Option<Date> {
    // '9:15 a.m.' ends with a stop, but as no sentence does.
    let last = paragraph.end - 1;
    // So does 'menjadi Rp5.000.', which is none.
    let stops = reading.mark(last) == '.' && last >= paragraph.start + 3 && reading.mark(last - 2) == '.';
    let of_hour = stops && !reading.is_number(last - 1);
    let ends_as_sentence = matches!(reading.mark(last), '.' | '!' | '?' | '”' | '"') && !of_hour;
    if ends_as_sentence || paragraph.len() > 24 {
        return None;
    }
    let (date, told) = time::explicit_day(reading, &pack.time, paragraph.clone())?;
    // 'Kamis, 15 Januari 2026: Albacete vs Real Madrid'
    if reading.mark(told.end) == ':' && told.end + 1 < paragraph.end && reading.is_word(told.end + 1) {
        return None;
    }
    // 'Diperbarui 12 Jul 2025, 18:40 WIB - Diterbitkan 12 Jul 2025'
    let again = time::explicit_day(reading, &pack.time, told.end..paragraph.end);
    // 'Freddie Askew, born March 3 1929, died April 19 2026'
    let lived =
        |&(other, _): &(Date, Range<usize>)| date.until(other).is_ok_and(|span| span.get_days() > LONGEST_CHANGED_DAYS);
    if again.as_ref().is_some_and(lived) {
        return None;
    }
    let again = again.map(|(_, told)| told);
    let is_told = |at: &usize| told.contains(at) || again.as_ref().is_some_and(|again| again.contains(at));
    // 'By Jane Roe, Senior Reporter | Thursday, May 8, 2025 | 3 min read'
    let is_border = |at: usize| matches!(reading.mark(at), '|' | '·' | '•');
    let is_apart = is_border(told.end) || told.start > paragraph.start && is_border(told.start - 1);
    let most = if is_apart { 2 * MOST_OTHER_WORDS } else { MOST_OTHER_WORDS };
    let others = paragraph.filter(|at| !is_told(at) && reading.is_word(*at) && !reading.is_glued(*at));
    (others.count() <= most).then_some(date)
}
