//! Quotations: what stands between a pair of quotation marks, over sentences and within one paragraph.

use std::ops::Range;

use crate::analysis::reading::Reading;

/// A quotation as tokens: the marks and all between them.
pub(crate) type Quote = Range<usize>;

/// The quotations of a paragraph. One that is never closed reaches to the paragraph's end.
pub(crate) fn find(reading: &Reading, paragraph: Range<usize>, out: &mut Vec<Quote>) {
    let mut at = paragraph.start;
    while at < paragraph.end {
        match closing_of(reading.mark(at)) {
            Some(closing) if opens(reading, at) => {
                let end = (at + 1..paragraph.end)
                    .find(|&index| closing.contains(&reading.mark(index)))
                    .map_or(paragraph.end, |index| index + 1);
                out.push(at..end);
                at = end;
            }
            _ => at += 1,
        }
    }
}

/// The marks that close what `mark` opens.
fn closing_of(mark: char) -> Option<&'static [char]> {
    match mark {
        '“' => Some(&['”', '"', '“']),
        '"' => Some(&['"', '”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '»' => Some(&['«']),
        '‘' => Some(&['’']),
        '”' => Some(&['”']),
        _ => None,
    }
}

/// Whether the mark at `at` may open: what follows touches it.
fn opens(reading: &Reading, at: usize) -> bool {
    reading.is_glued(at + 1) || matches!(reading.mark(at), '«' | '»')
}
