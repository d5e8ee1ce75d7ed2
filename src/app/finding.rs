//! The lens and the search, which keeps to it.

use super::App;
use super::document::{Document, Reading, State};
use super::marks::Towards;
use super::msg::{DocumentIdx, Effect};
use super::search::{self, Search};
use super::words::phrase;
use crate::model::{Basis, Span};

impl App {
    /// Shows only what rests on `bases`; everything, where there are none.
    pub(super) fn set_lens(&mut self, bases: Vec<Basis>) {
        let Some(reading) = self.reading_mut() else { return };
        let Some(marks) = &mut reading.marks else { return };
        let lens = !bases.is_empty();
        marks.set_lens(bases);
        keep_to_lens(reading);
        self.follow_text();
        self.refit();
        if lens {
            self.say_words(phrase::LENS_ON);
        }
    }

    /// Looks for `query` in the article, at once; what the lens dims is not found.
    pub(super) fn search(&mut self, query: &str, towards: Towards) {
        let Some(reading) = self.reading_mut() else { return };
        let mut search = Search::new(query, towards);
        search.finish(search::find(&reading.article, query));
        reading.search = Some(search);
        keep_to_lens(reading);
    }

    /// Looks for `query` and goes to the first match; in a long article a worker looks, and the screen does not wait.
    pub(super) fn search_and_go(&mut self, query: &str, towards: Towards) -> Vec<Effect> {
        let document = self.current;
        let Some(reading) = self.reading_mut() else { return Vec::new() };
        if reading.is_searched_at_once() {
            self.search(query, towards);
            self.go_to_match(towards);
            return Vec::new();
        }
        reading.search = Some(Search::new(query, towards));
        vec![Effect::Search { document, article: reading.article.clone(), query: query.to_owned() }]
    }

    /// Takes what a worker found, unless the reader wants something else by now.
    pub(super) fn take_found(&mut self, document: DocumentIdx, query: &str, found: Vec<Span>) {
        let Some(Document { state: State::Open(reading), .. }) = self.documents.get_mut(document) else { return };
        let Some(search) = reading.search.as_mut().filter(|it| it.is_running() && it.query == query) else { return };
        let towards = search.towards;
        search.finish(found);
        keep_to_lens(reading);
        if document == self.current {
            self.go_to_match(towards);
        }
    }

    /// Jumps to the next match that way, beginning anew from the other end if there is none.
    pub(super) fn go_to_match(&mut self, towards: Towards) {
        let Some(reading) = self.reading() else { return };
        let Some(search) = &reading.search else { return };
        if search.is_running() {
            return self.say_words(phrase::SEARCHING);
        }
        match search.next(reading.cursor, towards) {
            None => self.say_words(phrase::NO_MATCH),
            Some((hit, around)) => {
                self.jump_to(hit.start);
                match (around, towards) {
                    (false, _) => {}
                    (true, Towards::End) => self.say_words(phrase::BACK_TO_START),
                    (true, Towards::Start) => self.say_words(phrase::BACK_TO_END),
                }
            }
        }
    }
}

/// Leaves the hits that the lens leaves.
pub(super) fn keep_to_lens(reading: &mut Reading) {
    let marks = reading.marks.as_ref();
    if let Some(search) = &mut reading.search {
        search.keep(|offset| marks.is_none_or(|marks| marks.keeps(offset)));
    }
}
