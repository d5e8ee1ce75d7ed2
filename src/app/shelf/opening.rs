//! Opening an article of the library, going on in it where reading stopped.

use std::sync::Arc;

use super::msg::Ask;
use crate::app::App;
use crate::app::document::{Document, State};
use crate::app::layout::Pane;
use crate::app::msg::{DocumentIdx, Effect};
use crate::app::words::phrase;
use crate::model::{Act, Article};

/// Which way through the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Step {
    Forth,
    Back,
}

impl App {
    /// Opens the article under the cursor of the list.
    pub(in crate::app) fn open_selected(&mut self) -> Vec<Effect> {
        self.shelf.as_ref().and_then(super::Shelf::selected).map_or_else(Vec::new, |id| self.open_shelved(id))
    }

    /// Opens article `id` of the library, and has it read.
    pub(in crate::app) fn open_shelved(&mut self, id: i64) -> Vec<Effect> {
        let mut effects = vec![Effect::Shelf(Ask::Act { ids: vec![id], act: Act::Read(true) })];
        let open = self.documents.iter().position(|document| document.shelved == Some(id));
        self.current = open.unwrap_or(self.documents.len());
        if open.is_none() {
            let headline = self.shelf.as_ref().and_then(|shelf| shelf.known.get(&id)).map(|row| row.headline.clone());
            self.documents.push(Document { shelved: Some(id), ..Document::new(headline.unwrap_or_default()) });
            effects.push(Effect::Shelf(Ask::Open { document: self.current, id }));
        }
        self.set_focus(Pane::Article);
        effects
    }

    /// Takes the text of an article that was asked for.
    pub(super) fn take_opened(&mut self, document: DocumentIdx, article: Arc<Article>, place: usize) -> Vec<Effect> {
        let effects = self.load(document, article);
        let area = self.text_area();
        if let Some(Document { state: State::Open(reading), kept, .. }) = self.documents.get_mut(document) {
            reading.move_to(place, area);
            *kept = reading.paragraph_number();
        }
        effects
    }

    /// Adds the article that is being read to the library.
    pub(in crate::app) fn keep_article(&self) -> Vec<Effect> {
        let document = self.current;
        let Some((reading, marks)) = self.marked() else { return Vec::new() };
        let (article, analysis) = (reading.article.clone(), marks.analysis.clone());
        vec![Effect::Shelf(Ask::Keep { document, article, analysis })]
    }

    /// Takes that an open article is in the library.
    pub(super) fn take_kept(&mut self, document: DocumentIdx, id: i64) -> Vec<Effect> {
        if let Some(document) = self.documents.get_mut(document) {
            document.shelved = Some(id);
        }
        self.say_words(phrase::KEPT);
        let mut effects = self.look_into_library();
        effects.push(Effect::Shelf(Ask::Rows(vec![id])));
        effects
    }

    /// Opens the next article of the list that is not read yet, from the one under the cursor.
    pub(in crate::app) fn open_unread(&mut self, step: Step) -> Vec<Effect> {
        let Some(index) = self.unread(step) else {
            self.say_words(phrase::NO_MORE);
            return Vec::new();
        };
        let mut effects = self.select_article(index);
        effects.extend(self.open_selected());
        effects
    }

    /// Puts the cursor on the next article of the list that is not read yet.
    pub(in crate::app) fn select_unread(&mut self, step: Step) -> Vec<Effect> {
        match self.unread(step) {
            Some(index) => self.select_article(index),
            None => {
                self.say_words(phrase::NO_MORE);
                Vec::new()
            }
        }
    }

    /// The next row that is not known to be read.
    fn unread(&self, step: Step) -> Option<usize> {
        let shelf = self.shelf.as_ref()?;
        let here = shelf.list.selected;
        let is_unread = |&index: &usize| shelf.row(index).is_none_or(|row| !row.standing.read);
        match step {
            Step::Forth => (here + 1..shelf.ids.len()).find(is_unread),
            Step::Back => (0..here).rev().find(is_unread),
        }
    }

    /// Remembers how far the article is read, whenever that is another paragraph.
    pub(in crate::app) fn keep_place(&mut self) -> Option<Effect> {
        let document = self.documents.get_mut(self.current)?;
        let (State::Open(reading), Some(id)) = (&document.state, document.shelved) else { return None };
        let paragraph = reading.paragraph_number();
        if paragraph == document.kept {
            return None;
        }
        document.kept = paragraph;
        let is_first = !std::mem::replace(&mut document.has_moved, true);
        Some(Effect::Shelf(Ask::KeepPlace { id, place: reading.cursor, is_first }))
    }
}
