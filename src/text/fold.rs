//! Folding text so that a search finds what a reader types.
//!
//! Diacritics are taken off, runs of white space become one space, typographic quotes and dashes become those of
//! a keyboard, and case is ignored on request. What was folded can be mapped back to where it stood. Nothing is
//! stemmed and no word is replaced by another.

use std::ops::Range;

use nucleo_matcher::chars::normalize;

/// Whether capitals count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Keep,
    Ignore,
}

impl Case {
    /// Capitals count where the reader typed one.
    pub fn smart(query: &str) -> Case {
        if query.chars().any(char::is_uppercase) { Case::Keep } else { Case::Ignore }
    }
}

/// Folded text and where each of its bytes came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    text: String,
    /// For each byte of `text` the offset of the character it came from.
    origins: Vec<usize>,
    source_len: usize,
}

impl Folded {
    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The half-open byte range of the source from which `range` of the folded text came.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let origin = |index: usize| self.origins.get(index).copied().unwrap_or(self.source_len);
        let start = origin(range.start);
        // One character may have become several ('…' is three dots): the end lies after the whole of it.
        let last = origin(range.end.saturating_sub(1));
        let end = (range.end..=self.text.len()).map(origin).find(|&offset| offset > last);
        start..end.unwrap_or(self.source_len).max(start)
    }

    fn push(&mut self, c: char, origin: usize) {
        self.text.push(c);
        self.origins.resize(self.text.len(), origin);
    }
}

/// `text` folded.
///
/// ```
/// # use linimasa::text::fold::{Case, fold};
/// assert_eq!(fold("“Café”  –  LOUNGE", Case::Ignore).as_str(), "\"cafe\" - lounge");
/// ```
pub fn fold(text: &str, case: Case) -> Folded {
    let mut folded = Folded { source_len: text.len(), ..Folded::default() };
    for (offset, c) in text.char_indices() {
        match c {
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => {}
            _ if c.is_whitespace() => {
                if !folded.text.ends_with(' ') {
                    folded.push(' ', offset);
                }
            }
            '…' => (0..3).for_each(|_| folded.push('.', offset)),
            _ => push_plain(&mut folded, plain(c), offset, case),
        }
    }
    folded
}

/// Where `query` occurs in `text`, as ranges of `text` that do not overlap. An empty query occurs nowhere.
pub fn find_all(text: &str, query: &str, case: Case) -> Vec<Range<usize>> {
    let needle = fold(query, case);
    if needle.text.is_empty() {
        return Vec::new();
    }
    let hay = fold(text, case);
    hay.text.match_indices(&needle.text).map(|(start, found)| hay.source(start..start + found.len())).collect()
}

fn push_plain(folded: &mut Folded, c: char, origin: usize, case: Case) {
    match case {
        Case::Keep => folded.push(c, origin),
        Case::Ignore => c.to_lowercase().for_each(|lower| folded.push(lower, origin)),
    }
}

/// The character of a keyboard that a reader would type for `c`.
fn plain(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ if c.is_ascii() => c,
        _ => normalize(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, query: &str, expected: &[&str]) {
        let found: Vec<&str> =
            find_all(text, query, Case::smart(query)).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{query:?} in {text:?}");
    }

    #[test]
    fn what_a_reader_types_is_found() {
        check("Kim dan KIM", "kim", &["Kim", "KIM"]);
        check("Kim dan KIM", "Kim", &["Kim"]);
        check("São Paulo, Sa\u{303}o", "sao", &["São", "Sa\u{303}o"]);
        check("yang “heroik” itu", "\"heroik\"", &["“heroik”"]);
        check("11–14 Juli", "11-14", &["11–14"]);
        check("rasa \u{a0} saling", "rasa saling", &["rasa \u{a0} saling"]);
        check("tunggu… dulu", "tunggu...", &["tunggu…"]);
        check("tunggu… dulu", "tunggu.", &["tunggu…"]);
        check("apa pun", "", &[]);
    }

    proptest! {
        #[test]
        fn hits_lie_on_character_borders(text in "\\PC{0,40}", query in "\\PC{1,3}") {
            for range in find_all(&text, &query, Case::Ignore) {
                prop_assert!(text.get(range).is_some());
            }
        }

        #[test]
        fn every_piece_of_a_text_is_found_in_it(text in "[ a-zéß…“]{1,30}", at in 0_usize..30) {
            let at = text.char_indices().map(|(offset, _)| offset).nth(at).unwrap_or(0);
            let query = &text[at..];
            prop_assert!(!find_all(&text, query, Case::Keep).is_empty() || fold(query, Case::Keep).as_str().is_empty());
        }
    }
}
