//! What the reader changed about an article, each change with the way back.

use std::sync::Arc;

use jiff::civil::Date;

use super::App;
use super::document::State;
use super::msg::{DocumentIdx, Effect};
use super::shelf::msg::Ask;
use super::words::phrase;
use crate::model::{Correction, DateOrigin, Edit, Published, PublishedTime};

/// Something that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The day of publication of a document, as it was before, and its hour.
    Published { document: DocumentIdx, before: Option<Published>, time: Option<PublishedTime> },
    /// A correction that was written down.
    Corrected(Correction),
}

impl App {
    /// Makes `date` the day of publication of the article being read, so that its relative dates are counted anew.
    pub(super) fn set_published(&mut self, date: Date) -> Vec<Effect> {
        let Some(article) = self.reading().map(|reading| &reading.article) else { return Vec::new() };
        let document = self.current;
        self.changes.push(Change::Published { document, before: article.published, time: article.published_time });
        self.say(self.words(phrase::PUBLISHED_SET).replace("{}", &date.to_string()));
        self.publish(document, Some(Published { date, origin: DateOrigin::Reader }), None)
    }

    /// Takes the last change back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        if self.focus.is_library() {
            return vec![Effect::Shelf(Ask::Undo)];
        }
        match self.changes.last().cloned() {
            Some(Change::Published { document, before, time }) => {
                self.changes.pop();
                self.say_words(phrase::PUBLISHED_UNDONE);
                self.publish(document, before, time)
            }
            // It stays a change until the answer tells that it is none any more.
            Some(Change::Corrected(correction)) => self.edit(Edit::TakeBack(correction)),
            // What was done with articles of the library comes before what an earlier run did to names.
            None if self.shelf.is_some() => vec![Effect::Shelf(Ask::Undo)],
            None => {
                let made = !self.corrections.is_empty();
                self.say_words(if made { phrase::NOTHING_TO_UNDO_NOW } else { phrase::NOTHING_TO_UNDO });
                Vec::new()
            }
        }
    }

    /// Moves a document to another day; without an hour of its own it keeps that of the same day.
    fn publish(
        &mut self,
        document: DocumentIdx,
        published: Option<Published>,
        time: Option<PublishedTime>,
    ) -> Vec<Effect> {
        let Some(State::Open(reading)) = self.documents.get_mut(document).map(|entry| &mut entry.state) else {
            return Vec::new();
        };
        let article = Arc::make_mut(&mut reading.article);
        article.publish(published);
        article.published_time = time.or(article.published_time);
        self.analyse(document)
    }
}
