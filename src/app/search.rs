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
}

impl Search {
    /// Looks for `query` in the whole article, keeping the hits whose start `keeps` approves of.
    pub fn new(article: &Article, query: &str, towards: Towards, keeps: impl Fn(usize) -> bool) -> Search {
        let case = Case::smart(query);
        let mut hits = Vec::new();
        for paragraph in &article.paragraphs {
            let found = find_all(paragraph.of(&article.body), query, case);
            hits.extend(found.into_iter().map(|it| Span::new(paragraph.start + it.start, paragraph.start + it.end)));
        }
        hits.retain(|hit| keeps(hit.start));
        Search { query: query.to_owned(), towards, hits }
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
