//! The lens and the search, which keeps to it.

use super::App;
use super::marks::Towards;
use super::search::Search;
use super::words::phrase;
use crate::model::Basis;

impl App {
    /// Shows only what rests on `bases`; everything, where there are none.
    pub(super) fn set_lens(&mut self, bases: Vec<Basis>) {
        let Some(reading) = self.reading_mut() else { return };
        let Some(marks) = &mut reading.marks else { return };
        let lens = !bases.is_empty();
        marks.set_lens(bases);
        if let Some(search) = &reading.search {
            let (query, towards) = (search.query.clone(), search.towards);
            self.search(&query, towards);
        }
        self.follow_text();
        self.refit();
        if lens {
            self.say_words(phrase::LENS_ON);
        }
    }

    /// Looks for `query` in the article; what the lens dims is not found.
    pub(super) fn search(&mut self, query: &str, towards: Towards) {
        let Some(reading) = self.reading_mut() else { return };
        let keeps = |offset: usize| reading.marks.as_ref().is_none_or(|marks| marks.keeps(offset));
        reading.search = Some(Search::new(&reading.article, query, towards, keeps));
    }

    /// Jumps to the next match that way, beginning anew from the other end if there is none.
    pub(super) fn go_to_match(&mut self, towards: Towards) {
        let Some(reading) = self.reading() else { return };
        let Some(search) = &reading.search else { return };
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
