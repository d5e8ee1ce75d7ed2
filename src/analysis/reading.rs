//! An article cut into tokens once, for all stages: tokens, their word numbers, paragraphs, sentences.

use std::ops::Range;

use super::folded::Folded;
use super::token_index::TokenIndex;
use crate::lang::{Packs, WordId};
use crate::model::{Article, Span};
use crate::text::token::{Case, Token, TokenKind, tokenise};

/// The tokens of an article and what the lists call them.
pub(crate) struct Reading<'a> {
    pub(crate) body: &'a str,
    pub(crate) tokens: Vec<Token>,
    /// The number of each token's word.
    pub(crate) words: Vec<WordId>,
    /// The tokens of each paragraph.
    pub(crate) paragraphs: Vec<Range<usize>>,
    /// Whether its page put something into its lines that is no text: see [`leave_out_inserted`].
    pub(crate) has_inserted: bool,
    folded: Folded,
    index: TokenIndex,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(article: &'a Article, packs: &Packs) -> Reading<'a> {
        let body = article.body.as_str();
        // News text has a token about every six bytes.
        let mut tokens = Vec::with_capacity(body.len() / 5);
        let mut paragraphs = Vec::with_capacity(article.paragraphs.len());
        let mut has_inserted = false;
        for &span in &article.paragraphs {
            let start = tokens.len();
            tokenise(body, span, &mut tokens);
            has_inserted |= leave_out_inserted(body, span, packs, start, &mut tokens);
            paragraphs.push(start..tokens.len());
        }
        let folded = Folded::new(body, &tokens);
        let words = (0..tokens.len()).map(|at| packs.words.find_folded(folded.span(at..at + 1))).collect();
        let index = TokenIndex::new(&tokens);
        Reading { body, tokens, words, paragraphs, has_inserted, folded, index }
    }

    /// The text of the token at `index`.
    pub(crate) fn text(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span().of(self.body))
    }

    /// The text of the token at `index` as lists are compared with it: see [`crate::lang::fold`].
    pub(crate) fn folded(&self, index: usize) -> &str {
        self.folded.span(index..index + 1)
    }

    /// The same from the first of `tokens` to the last, with what stands between them.
    pub(crate) fn form(&self, tokens: &Range<usize>) -> &str {
        self.folded.span(tokens.clone())
    }

    /// The first character of a mark; a space for words and numbers.
    #[inline]
    pub(crate) fn mark(&self, index: usize) -> char {
        match self.tokens.get(index) {
            Some(token) if token.kind == TokenKind::Mark => self.text(index).chars().next().unwrap_or(' '),
            _ => ' ',
        }
    }

    /// Whether a comma stands here that parts words, and none within a figure: '5,4'.
    #[inline]
    pub(crate) fn is_comma(&self, index: usize) -> bool {
        self.mark(index) == ',' && !self.is_glued(index + 1)
    }

    pub(crate) fn is_number(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether it is a Roman number of those that count in names: 'Pasar Senen II', 'sesi IV'.
    pub(crate) fn is_roman_numeral(&self, index: usize) -> bool {
        self.is_word(index) && self.text(index).bytes().all(|c| b"IVX".contains(&c))
    }

    /// Whether it is the English article, with which names begin in texts of every language: 'The Guardian'.
    pub(crate) fn is_the(&self, index: usize) -> bool {
        self.is_word(index) && self.text(index).eq_ignore_ascii_case("the")
    }

    pub(crate) fn is_word(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub(crate) fn is_capitalised(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(Token::is_capitalised)
    }

    /// Whether a word of two letters or more is all in capitals, and the words beside it are not.
    pub(crate) fn is_lone_capitals(&self, index: usize) -> bool {
        let upper = |index: usize| self.tokens.get(index).is_some_and(|token| token.case == Case::Upper);
        upper(index) && self.text(index).len() > 1 && !upper(index.wrapping_sub(1)) && !upper(index + 1)
    }

    /// The words by which a language is known: all but abbreviations, which are those of any ('AS', 'IS', 'DI').
    pub(crate) fn telling_words(&self) -> impl Iterator<Item = WordId> {
        (0..self.words.len()).filter(|&at| !self.is_lone_capitals(at)).map(|at| self.words[at])
    }

    pub(crate) fn is_glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.glued)
    }

    /// Whether a paragraph begins at the token.
    pub(crate) fn opens_paragraph(&self, index: usize) -> bool {
        self.paragraphs.binary_search_by_key(&index, |paragraph| paragraph.start).is_ok()
    }

    /// The text from the first of `tokens` to the last.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span().join(last.span()),
            (Some(first), _) => Span::empty(first.span().start),
            _ => Span::empty(self.body.len()),
        }
    }

    /// The first token that does not end before `offset`.
    pub(crate) fn token_from(&self, offset: usize) -> usize {
        self.index.first(&self.tokens, offset, |token| token.end > offset)
    }

    /// The tokens that lie within `span`.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        self.token_from(span.start)..self.index.first(&self.tokens, span.end, |token| token.start >= span.end)
    }
}

/// Takes out of a paragraph, whose tokens begin at `start`, those of what its page put between two words: 'the Business Daily, opens
/// new tab, said'. What stands at the end of a line is left to the furniture. Gives whether there is any of either.
fn leave_out_inserted(body: &str, paragraph: Span, packs: &Packs, start: usize, tokens: &mut Vec<Token>) -> bool {
    let mut has_inserted = false;
    let text = paragraph.of(body);
    for inserted in packs.packs.iter().flat_map(|pack| &pack.cues.furniture.inserted) {
        for (at, found) in text.match_indices(inserted.as_str()) {
            let gap = Span::new(paragraph.start + at, paragraph.start + at + found.len());
            has_inserted = true;
            if at > 0 && gap.end < paragraph.end {
                let first = start + tokens[start..].partition_point(|token| token.span().start < gap.start);
                let end = start + tokens[start..].partition_point(|token| token.span().start < gap.end);
                tokens.drain(first..end);
            }
        }
    }
    has_inserted
}
