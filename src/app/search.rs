//! A search in one article: every place where the query occurs.
//!
//! A paragraph is searched as a whole, so that wrapping does not matter; no hit reaches into the next.

use super::marks::Towards;
use crate::model::{Article, Span};
use crate::text::fold::{Case, find_all};

/// A query and its hits.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    pub query: String,
    /// The way that `n` goes.
    pub towards: Towards,
    /// Sorted; without those that the lens takes away.
    pub hits: Vec<Span>,
    /// All that was found; `None` while a worker is still looking.
    found: Option<Vec<Span>>,
}

/// Every place where `query` occurs in `article`, sorted.
pub fn find(article: &Article, query: &str) -> Vec<Span> {
    let case = Case::smart(query);
    let mut hits: Vec<Span> = Vec::new();
    for window in windows(article, query.len()) {
        let found = find_all(window.text.of(&article.body), query, case);
        let found = found.into_iter().map(|it| Span::new(window.text.start + it.start, window.text.start + it.end));
        for hit in found.filter(|hit| hit.start < window.next) {
            if hits.last().is_none_or(|last| last.end <= hit.start) {
                hits.push(hit);
            }
        }
    }
    hits
}

impl Search {
    /// One whose hits are not known yet.
    pub fn new(query: &str, towards: Towards) -> Search {
        Search { query: query.to_owned(), towards, hits: Vec::new(), found: None }
    }

    /// Whether a worker is still looking.
    pub fn is_running(&self) -> bool {
        self.found.is_none()
    }

    /// Takes what was found. Nothing is a hit before [`Search::keep`] has approved of it.
    pub fn finish(&mut self, found: Vec<Span>) {
        self.found = Some(found);
    }

    /// Makes hits of what was found where `keeps` approves of the start.
    pub fn keep(&mut self, keeps: impl Fn(usize) -> bool) {
        self.hits = self.found.iter().flatten().copied().filter(|hit| keeps(hit.start)).collect();
    }

    /// The hits that share a byte with `span`.
    pub fn hits_in(&self, span: Span) -> &[Span] {
        let from = self.hits.partition_point(|hit| hit.end <= span.start);
        let to = self.hits.partition_point(|hit| hit.start < span.end);
        &self.hits[from..to.max(from)]
    }

    /// The hit beyond `offset`, and whether the search had to begin anew from the other end.
    pub fn next(&self, offset: usize, towards: Towards) -> Option<(Span, bool)> {
        if let Some(index) = towards.find(self.hits.len(), |index| self.hits[index].start, offset, |_| true) {
            return Some((self.hits[index], false));
        }
        let other_end = match towards {
            Towards::End => self.hits.first(),
            Towards::Start => self.hits.last(),
        };
        other_end.map(|&hit| (hit, true))
    }

    /// The number of the hit at `offset`, from 1, if there is one.
    pub fn number_at(&self, offset: usize) -> Option<usize> {
        self.hits.binary_search_by_key(&offset, |hit| hit.start).ok().map(|index| index + 1)
    }
}

/// A part of a paragraph that is folded at one go.
struct Window {
    text: Span,
    /// Hits from here on belong to the next window.
    next: usize,
}

/// The paragraphs of an article, long ones in parts that overlap by more than a hit of `query_len` bytes can take:
/// what is folded needs several times its size in memory.
fn windows(article: &Article, query_len: usize) -> impl Iterator<Item = Window> + '_ {
    const PART_BYTES: usize = 256 * 1024;
    let overlap = 8 * query_len + 1024;
    let body = &article.body;
    let boundary = move |paragraph: Span, offset: usize| {
        (offset..paragraph.end).find(|&offset| body.is_char_boundary(offset)).unwrap_or(paragraph.end)
    };
    article.paragraphs.iter().flat_map(move |&paragraph| {
        (paragraph.start..paragraph.end).step_by(PART_BYTES).map(move |start| Window {
            text: Span::new(boundary(paragraph, start), boundary(paragraph, start + PART_BYTES + overlap)),
            next: boundary(paragraph, start + PART_BYTES),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_very_long_paragraph_is_searched_in_parts_and_no_hit_is_lost_or_found_twice() {
        let body = "é kapal ".repeat(100_000);
        let paragraphs = vec![Span::new(0, body.len())];
        let article = Article { body, paragraphs, ..Article::default() };
        let hits = find(&article, "e kapal");
        assert_eq!(hits.len(), 100_000);
        assert!(hits.iter().all(|hit| hit.of(&article.body) == "é kapal"));
    }
}
