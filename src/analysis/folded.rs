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
        // What stands before it is in `text`. Nearly all words are plain, and stretches of them are folded at once.
        let mut copied = 0;
        for span in tokens.iter().map(Token::span) {
            let word = span.of(body);
            if word.is_ascii() {
                let start = text.len() + span.start - copied;
                folded.push((offset(start), offset(start + word.len())));
                continue;
            }
            fold_plain(&body[copied..span.start], &mut text);
            let start = text.len();
            fold_into(word, &mut text);
            folded.push((offset(start), offset(text.len())));
            copied = span.end;
        }
        fold_plain(&body[copied..], &mut text);
        Folded { text, tokens: folded }
    }

    /// From the first of `tokens` to the last, with what stands between them; empty where there are none.
    pub(crate) fn span(&self, tokens: Range<usize>) -> &str {
        let last = tokens.end.checked_sub(1).filter(|last| *last >= tokens.start);
        let ends = self.tokens.get(tokens.start).zip(last.and_then(|last| self.tokens.get(last)));
        ends.and_then(|(first, last)| self.text.get(first.0 as usize..last.1 as usize)).unwrap_or_default()
    }
}

/// Appends words that are plain, and what stands between them.
fn fold_plain(plain: &str, folded: &mut String) {
    let start = folded.len();
    folded.push_str(plain);
    folded[start..].make_ascii_lowercase();
}

/// An offset within a text of which no token lies behind the first 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
