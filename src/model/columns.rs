//! A text that came cut into words, one to a line, as annotated text does.

use std::ops::Range;

use super::Span;

/// The lines of such a text, beside the [`Article`](super::Article) that its words make: each sentence is a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The text as it came.
    pub text: String,
    /// All of its lines, in order.
    pub lines: Vec<ColumnLine>,
    /// The paragraphs of each document in it, in order; none is empty.
    pub documents: Vec<Range<usize>>,
}

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnLine {
    Word {
        /// In the body of the article. Empty for an empty word.
        span: Span,
        /// The last column, in the text as it came; empty where there is only one.
        told: Span,
    },
    /// A blank line, a comment, or the start of a document: in the text as it came, without its end.
    Other(Span),
}

impl Columns {
    /// Where each word stands in the body of the article, and what the last column says of it.
    pub fn words(&self) -> impl Iterator<Item = (Span, &str)> {
        self.lines.iter().filter_map(|line| match line {
            ColumnLine::Word { span, told } => Some((*span, told.of(&self.text))),
            ColumnLine::Other(_) => None,
        })
    }
}
