//! Which token lies at an offset: asked so often that a search through all tokens of an article takes too long.

use crate::model::Span;
use crate::text::token::Token;

/// For stretches of so many bytes it is known which token they begin with: some six tokens stand in one.
const STRETCH: usize = 32;

/// For each stretch of a text the first token that does not end before it.
pub(crate) struct TokenIndex(Vec<u32>);

impl TokenIndex {
    pub(crate) fn new(tokens: &[Token]) -> TokenIndex {
        let length = tokens.last().map_or(0, |token| token.span().end);
        let mut first = Vec::with_capacity(length.div_ceil(STRETCH));
        for (token, at) in tokens.iter().zip(0u32..) {
            first.resize(first.len().max(token.span().end.div_ceil(STRETCH)), at);
        }
        TokenIndex(first)
    }

    /// The first of `tokens`, those that it was made for, that `is_behind` an offset, as are all behind it; none before the stretch of
    /// the offset may be.
    pub(crate) fn first(&self, tokens: &[Token], offset: usize, is_behind: impl Fn(Span) -> bool) -> usize {
        let start = self.0.get(offset / STRETCH).map_or(tokens.len(), |&first| first as usize);
        let behind = tokens[start..].iter().position(|token| is_behind(token.span()));
        behind.map_or(tokens.len(), |behind| start + behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokenise;

    #[test]
    fn finds_what_a_search_finds() {
        let long = "x".repeat(3 * STRETCH);
        let texts = [
            "",
            "a",
            "Kim tiba, kata KCNA.",
            "a  b\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nc",
            &long,
        ];
        for text in texts.into_iter().map(str::to_owned).chain([format!("{long} b, {long}.{long}")]) {
            let mut tokens = Vec::new();
            tokenise(&text, Span::new(0, text.len()), &mut tokens);
            let index = TokenIndex::new(&tokens);
            for offset in 0..=text.len() + STRETCH {
                let ends = index.first(&tokens, offset, |token| token.end > offset);
                assert_eq!(ends, tokens.partition_point(|token| token.span().end <= offset), "{text:?} at {offset}");
                let starts = index.first(&tokens, offset, |token| token.start >= offset);
                assert_eq!(starts, tokens.partition_point(|token| token.span().start < offset), "{text:?} at {offset}");
            }
        }
    }
}
