//! Breaking one paragraph into rows.
//!
//! Greedy, at words: a row takes as many words as fit. The rows follow each other without a gap, so every byte
//! of the paragraph lies in exactly one row; the white space at which a row was broken stays at its end, where
//! it is not counted and need not be drawn. Only words longer than a row are broken inside, between graphemes.

use unicode_segmentation::UnicodeSegmentation;

use super::width::grapheme_cols;
use crate::model::Span;

/// The rows of `paragraph`, each at most `width_cols` wide without the white space at its end.
///
/// A grapheme wider than `width_cols` has a row of its own. An empty paragraph is one empty row.
pub fn wrap(text: &str, paragraph: Span, width_cols: usize) -> Vec<Span> {
    let mut rows = Rows { rows: Vec::new(), start: paragraph.start, cols: 0, chance: None };
    let mut before = Before::Other;
    for (index, grapheme) in paragraph.of(text).grapheme_indices(true) {
        let offset = paragraph.start + index;
        let cols = grapheme_cols(grapheme);
        let space = is_breaking_space(grapheme);
        if before == Before::HyphenInWord && is_letter(grapheme) {
            rows.chance = Some(Chance { offset, cols: rows.cols });
        }
        while !space && rows.cols + cols > width_cols && offset > rows.start {
            rows.break_before(offset);
        }
        rows.cols += cols;
        if space || cols > 1 {
            rows.chance = Some(Chance { offset: offset + grapheme.len(), cols: rows.cols });
        }
        before = match (before, grapheme) {
            _ if is_letter(grapheme) => Before::Letter,
            (Before::Letter, "-" | "‐" | "–" | "—" | "/") => Before::HyphenInWord,
            _ => Before::Other,
        };
    }
    rows.finish(paragraph.end)
}

/// The grapheme before. A row may be broken after a hyphen between letters, never within a date or a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Letter,
    HyphenInWord,
    Other,
}

struct Rows {
    rows: Vec<Span>,
    /// Where the row being filled starts.
    start: usize,
    /// How much of it is filled.
    cols: usize,
    /// The last place where it may be broken.
    chance: Option<Chance>,
}

#[derive(Clone, Copy)]
struct Chance {
    offset: usize,
    /// Columns of the row up to here.
    cols: usize,
}

impl Rows {
    /// Ends the row at the last chance, or right before `offset` if there was none.
    fn break_before(&mut self, offset: usize) {
        let at = self.chance.take().unwrap_or(Chance { offset, cols: self.cols });
        self.rows.push(Span::new(self.start, at.offset));
        self.start = at.offset;
        self.cols -= at.cols;
    }

    fn finish(mut self, end: usize) -> Vec<Span> {
        if self.start < end || self.rows.is_empty() {
            self.rows.push(Span::new(self.start, end));
        }
        self.rows
    }
}

/// White space other than the kinds that forbid a break.
fn is_breaking_space(grapheme: &str) -> bool {
    grapheme.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'))
}

fn is_letter(grapheme: &str) -> bool {
    grapheme.chars().next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::width::cols;

    #[track_caller]
    fn check(text: &str, width_cols: usize, expected: &[&str]) {
        let rows: Vec<&str> =
            wrap(text, Span::new(0, text.len()), width_cols).into_iter().map(|row| row.of(text)).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn rows_break_at_words_and_after_hyphens() {
        check("", 10, &[""]);
        check("Kim Jong Un", 11, &["Kim Jong Un"]);
        check("Kim Jong Un bertemu", 11, &["Kim Jong Un ", "bertemu"]);
        check("negara-negara Barat", 8, &["negara-", "negara ", "Barat"]);
        check("pada 12/7/2025", 10, &["pada ", "12/7/2025"]);
        check("pertanggungjawaban", 7, &["pertang", "gungjaw", "aban"]);
        check("di pertanggungjawaban", 7, &["di ", "pertang", "gungjaw", "aban"]);
        check("大韓民国", 5, &["大韓", "民国"]);
        check("大", 1, &["大"]);
        check("12\u{a0}Juli 2025", 8, &["12\u{a0}Juli ", "2025"]);
    }

    proptest! {
        #[test]
        fn wrapping_keeps_to_the_width_and_loses_nothing(text in "[ a-zé大\u{301}\u{a0}-]{0,80}", width_cols in 0_usize..12) {
            let rows = wrap(&text, Span::new(0, text.len()), width_cols);
            let whole: String = rows.iter().map(|row| row.of(&text)).collect();
            prop_assert_eq!(&whole, &text);
            for row in &rows {
                let drawn = row.of(&text).trim_end();
                let single = drawn.graphemes(true).count() <= 1;
                prop_assert!(single || cols(drawn) <= width_cols, "{:?} is wider than {}", drawn, width_cols);
            }
        }
    }
}
