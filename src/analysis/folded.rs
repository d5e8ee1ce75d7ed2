//! The text of an article folded once, so that no rule does it again for each of its words.

use std::ops::Range;

use crate::lang::fold_into;
use crate::text::token::Token;

/// A text in lower case with plain apostrophes, and where its tokens lie in it.
pub(crate) struct Folded {
    text: String,
    /// Start and end of each token, in bytes of `text`.
    tokens: Vec<(u32, u32)>,
}

impl Folded {
    pub(crate) fn new(body: &str, tokens: &[Token]) -> Folded {
        let mut text = String::with_capacity(body.len());
        let mut folded = Vec::with_capacity(tokens.len());
        let mut at = 0;
        for span in tokens.iter().map(Token::span) {
            text.push_str(body.get(at..span.start).unwrap_or_default());
            let start = text.len();
            fold_into(span.of(body), &mut text);
            folded.push((offset(start), offset(text.len())));
            at = span.end;
        }
        Folded { text, tokens: folded }
    }

    /// From the first of `tokens` to the last, with what stands between them; empty where there are none.
    pub(crate) fn span(&self, tokens: Range<usize>) -> &str {
        let last = tokens.end.checked_sub(1).filter(|last| *last >= tokens.start);
        let ends = self.tokens.get(tokens.start).zip(last.and_then(|last| self.tokens.get(last)));
        ends.and_then(|(first, last)| self.text.get(first.0 as usize..last.1 as usize)).unwrap_or_default()
    }
}

/// An offset within a text of which no token lies behind the first 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
