//! Quotations: what stands between a pair of quotation marks, over sentences and paragraphs, and whether it is speech.
//!
//! Speech is told from a scare quote or a title by where it begins and ends: it begins a sentence, or follows a comma,
//! a colon or a verb of saying; and it ends with a mark of its own or is followed by who said it. “Kami menang,” kata X.
//! X menyebut putusan itu “mengecewakan” has a scare quote; Film “Laut Bercerita” a title.

use std::ops::Range;

use crate::analysis::reading::Reading;

/// A quotation as tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// The marks and all between them.
    pub(crate) tokens: Range<usize>,
    /// How many tokens its opening mark has: two where a double mark is typed as two single ones.
    pub(crate) mark_tokens: usize,
    /// Whether its closing mark is missing: it goes on in the next paragraph, whose start repeats the opening mark.
    pub(crate) is_open: bool,
}

impl Quote {
    /// What stands between the marks.
    pub(crate) fn inner(&self) -> Range<usize> {
        let end = if self.is_open { self.tokens.end } else { self.tokens.end - self.mark_tokens };
        self.tokens.start + self.mark_tokens..end.max(self.tokens.start + self.mark_tokens)
    }
}

/// The quotations of an article, in order; those within another are part of it.
pub(crate) fn find(reading: &Reading) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for (index, paragraph) in reading.paragraphs.iter().enumerate() {
        let next = reading.paragraphs.get(index + 1).map(|next| next.start);
        let mut at = paragraph.start;
        while at < paragraph.end {
            match quote_at(reading, at, paragraph, next) {
                Some(quote) => {
                    at = quote.tokens.end;
                    quotes.push(quote);
                }
                None => at += 1,
            }
        }
    }
    quotes
}

fn quote_at(reading: &Reading, at: usize, paragraph: &Range<usize>, next: Option<usize>) -> Option<Quote> {
    let mark = reading.mark(at);
    let closing = closing_of(mark)?;
    let doubled = is_single(mark) && is_single(reading.mark(at + 1)) && reading.is_glued(at + 1);
    let mark_tokens = if doubled { 2 } else { 1 };
    if !opens(reading, at, mark_tokens, paragraph.start) {
        return None;
    }
    let quote = |end: usize, is_open: bool| Quote { tokens: at..end, mark_tokens, is_open };
    let from = at + mark_tokens;
    let closes = |index: &usize| {
        let repeated = !doubled || is_single(reading.mark(index + 1)) && reading.is_glued(index + 1);
        closing.contains(&reading.mark(*index)) && repeated && closes_here(reading, *index, mark, doubled)
    };
    if let Some(end) = (from..paragraph.end).find(closes) {
        return Some(quote(end + mark_tokens, false));
    }
    // Never closed: it counts if the next paragraph opens with the same mark, or if it opens this one.
    let goes_on = next.is_some_and(|next| reading.mark(next) == mark);
    let counts = goes_on || at == paragraph.start;
    (counts && (!is_single(mark) || goes_on)).then(|| quote(paragraph.end, true))
}

fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '’')
}

/// The marks that close what `mark` opens.
fn closing_of(mark: char) -> Option<&'static [char]> {
    match mark {
        '“' => Some(&['”', '"', '“']),
        '"' => Some(&['"', '”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '»' => Some(&['«']),
        '‘' => Some(&['’', '\'']),
        '\'' => Some(&['\'', '’']),
        '’' => Some(&['’']),
        '”' => Some(&['”']),
        '″' => Some(&['″']),
        '「' => Some(&['」']),
        '‹' => Some(&['›']),
        _ => None,
    }
}

/// Whether the mark at `at` may open: what follows touches it, what stands before does not.
fn opens(reading: &Reading, at: usize, mark_tokens: usize, start: usize) -> bool {
    let touches = reading.is_glued(at + mark_tokens) || matches!(reading.mark(at), '«' | '»' | '„');
    let before = at.checked_sub(1).map_or(' ', |before| reading.mark(before));
    let free = at == start || !reading.is_glued(at) || matches!(before, '(' | '[' | '-' | '–' | '—' | '“' | '"' | '‘');
    touches && free
}

/// Whether a closing mark really closes here. A single mark may be an apostrophe ('players' union'): it closes behind a
/// mark, or before one, or where no other single mark follows within the paragraph's next words.
fn closes_here(reading: &Reading, at: usize, mark: char, doubled: bool) -> bool {
    if mark == '“' && reading.mark(at) == '“' {
        return reading.is_glued(at) && !reading.is_glued(at + 1);
    }
    if !is_single(mark) || doubled {
        return reading.mark(at) != '"' || reading.is_glued(at) || !reading.is_glued(at + 1);
    }
    if !reading.is_glued(at) || reading.is_glued(at + 1) && reading.is_word(at + 1) {
        return false;
    }
    let ends_in_s = reading.text(at - 1).ends_with(['s', 'S']);
    let before_word = reading.is_word(at + 1) && !reading.is_capitalised(at + 1);
    let later = (at + 1..(at + 40).min(reading.tokens.len()))
        .any(|later| is_single(reading.mark(later)) && matches!(reading.mark(later - 1), ',' | '.' | '?' | '!'));
    !(ends_in_s && before_word && later)
}
