//! Half-open byte ranges into an article's body: the only way that values point at text.

use std::cmp::{max, min};
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` into the body of one article.
///
/// Both ends lie on character boundaries of that body. Ordered by start, then by end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an end before the start gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end: max(start, end) }
    }

    /// The empty span at `offset`.
    pub fn empty(offset: usize) -> Span {
        Span { start: offset, end: offset }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text under the span; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether `offset` lies in the span; the end does not.
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies wholly within this span.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the spans share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: min(self.start, other.start), end: max(self.end, other.end) }
    }

    /// The bytes that both spans share, if there are any.
    pub fn intersect(self, other: Span) -> Option<Span> {
        self.overlaps(other).then(|| Span { start: max(self.start, other.start), end: min(self.end, other.end) })
    }

    /// The same span without the white space at either end.
    pub fn trim(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Span::new(start, start + inner.trim().len())
    }

    /// The same, `bytes` further on.
    pub fn moved(self, bytes: usize) -> Span {
        Span::new(self.start + bytes, self.end + bytes)
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
