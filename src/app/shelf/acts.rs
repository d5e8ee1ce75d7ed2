//! What the reader does with the articles of the list, and takes back.

use super::msg::Ask;
use crate::app::App;
use crate::app::msg::Effect;
use crate::app::words::{Words, phrase};
use crate::model::{Act, Listed, Standing};

impl App {
    /// Does with the article under the cursor, or the one that is being read, what `act` makes of how it stands.
    pub(in crate::app) fn act(&self, act: impl FnOnce(&Standing) -> Act) -> Vec<Effect> {
        let Some(row) = self.marked_article() else { return Vec::new() };
        vec![Effect::Shelf(Ask::Act { ids: vec![row.id], act: act(&row.standing) })]
    }

    /// The article that acts are about.
    pub(in crate::app) fn marked_article(&self) -> Option<&Listed> {
        let shelf = self.shelf.as_ref()?;
        let reading = self.documents.get(self.current).and_then(|document| document.shelved);
        let id = if self.focus.is_library() { shelf.selected() } else { reading };
        shelf.known.get(&id?)
    }

    /// Has every article of the list read.
    pub(in crate::app) fn read_all(&self) -> Vec<Effect> {
        let ids = self.shelf.as_ref().map(|shelf| shelf.ids.clone()).unwrap_or_default();
        vec![Effect::Shelf(Ask::Act { ids, act: Act::Read(true) })]
    }

    /// Does again what was taken back last.
    pub(in crate::app) fn redo_in_shelf(&self) -> Vec<Effect> {
        vec![Effect::Shelf(Ask::Redo)]
    }

    pub(super) fn take_acted(&mut self, act: &Act, rows: Vec<Listed>) -> Vec<Effect> {
        // Reading an article says so by itself.
        if *act != Act::Read(true) || rows.len() > 1 {
            let text = self.words(done(act)).replace("{}", &rows.len().to_string());
            self.say(text);
        }
        self.take_changed(rows)
    }

    pub(super) fn take_undone(&mut self, rows: Vec<Listed>) -> Vec<Effect> {
        self.say_of(&rows, phrase::TAKEN_BACK, phrase::NOTHING_TO_UNDO);
        self.take_changed(rows)
    }

    pub(super) fn take_redone(&mut self, rows: Vec<Listed>) -> Vec<Effect> {
        self.say_of(&rows, phrase::DONE_AGAIN, phrase::NOTHING_TO_REDO);
        self.take_changed(rows)
    }

    /// Says `what` of `rows`, or `nothing` where there are none.
    fn say_of(&mut self, rows: &[Listed], what: Words, nothing: Words) {
        let text = match rows {
            [] => self.words(nothing).to_owned(),
            [row] => self.words(what).replace("{}", &row.headline),
            rows => self.words(what).replace("{}", &rows.len().to_string()),
        };
        self.say(text);
    }

    fn take_changed(&mut self, rows: Vec<Listed>) -> Vec<Effect> {
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        shelf.take_changed(rows);
        vec![Effect::Shelf(Ask::Sections)]
    }
}

/// What is said when an act is done; `U` takes it back.
fn done(act: &Act) -> Words {
    match act {
        Act::Read(true) => phrase::ACT_READ,
        Act::Read(false) => phrase::ACT_UNREAD,
        Act::Star(true) => phrase::ACT_STARRED,
        Act::Star(false) => phrase::ACT_UNSTARRED,
        Act::Hide(true) => phrase::ACT_HIDDEN,
        Act::Hide(false) => phrase::ACT_SHOWN,
        Act::Note(_) => phrase::ACT_NOTED,
        Act::Tag(_) | Act::Untag(_) => phrase::ACT_TAGGED,
    }
}
