//! What changed in an article since the version before, and going back to where reading stopped before last.

use super::msg::Ask;
use crate::app::App;
use crate::app::explain::{Explanation, Fact, Label};
use crate::app::layers::Layer;
use crate::app::layers::sheet::Sheet;
use crate::app::msg::Effect;
use crate::app::words::phrase;
use crate::text::compare::{Change, Piece, compare};

impl App {
    /// Asks for the text that the article had before.
    pub(in crate::app) fn ask_changes(&self) -> Vec<Effect> {
        self.marked_article().map(|row| Effect::Shelf(Ask::Before(row.id))).into_iter().collect()
    }

    /// Shows what became of the text `before`, which was received at the time `added`, in `now`.
    pub(super) fn show_changes(&mut self, before: Option<(String, String)>, now: &str) {
        let Some((added, before)) = before else { return self.say_words(phrase::NO_CHANGES) };
        let facts = compare(&before, now).into_iter().filter_map(|change| self.fact(change)).collect();
        let heading = self.words(phrase::CHANGED_SINCE).replace("{}", &added);
        let sheet = Sheet::new(phrase::TITLE_CHANGES, vec![Explanation { heading, facts }]);
        self.layers.push(Layer::Sheet(sheet));
    }

    /// One paragraph that is not the same.
    fn fact(&self, change: Change) -> Option<Fact> {
        let (label, text) = match change {
            Change::Same(_) => return None,
            Change::Removed(text) => (phrase::REMOVED, text),
            Change::Added(text) => (phrase::ADDED_TEXT, text),
            Change::Reworded(pieces) => (phrase::REWORDED, pieces.iter().map(Piece::marked).collect()),
        };
        Some(Fact { label: Label::Words(self.words(label)), text })
    }

    /// Goes to where reading of the article stood before it was opened last, and back by the same way.
    pub(in crate::app) fn ask_place_before(&self) -> Vec<Effect> {
        let document = self.current;
        let shelved = self.documents.get(document).and_then(|document| document.shelved);
        shelved.map(|id| Effect::Shelf(Ask::PlaceBefore { document, id })).into_iter().collect()
    }

    pub(super) fn take_place(&mut self, document: usize, place: usize) {
        if document == self.current {
            self.jump_to(place);
        }
    }
}
