//! The library on the screen: its sections, the list of articles, and a look into the one that is selected.
//!
//! The list holds the numbers of all articles that a query finds, and what is shown only of those near the view. Rows stay
//! until the reader asks anew: one that is read or hidden does not vanish under the cursor.

mod acts;
mod answers;
mod changed;
mod following;
pub mod line;
mod moving;
pub mod msg;
mod opening;
mod sections;
mod staying;
mod trail;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use self::moving::Stride;
use self::msg::Ask;
pub(super) use self::opening::Step;
pub use self::sections::Section;
use super::App;
use super::flow::Flow;
use super::layout::{Pane, Rect};
use super::list::List;
use super::msg::Effect;
use super::words::phrase;
use crate::model::{Article, Listed};

/// Where the reader is in the library.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    pub sections: Vec<Section>,
    pub section_list: List,
    /// What the list shows.
    pub query: String,
    /// Why there is no list, where the query makes no sense or the library could not be read.
    pub refused: Option<String>,
    /// Every article that the query finds, in order.
    pub ids: Vec<i64>,
    pub list: List,
    /// What is known of the articles near the view.
    known: FxHashMap<i64, Listed>,
    /// What the reader changed since the list was asked for anew.
    changed: FxHashSet<i64>,
    /// Whether the reader asked for the list that is awaited, so that nothing of the one before stays.
    is_asked_anew: bool,
    pub preview: Option<Preview>,
    /// Counts the queries, so that an answer that comes late is not taken for the newest.
    turn: usize,
    /// Whether no answer has come to any query yet.
    pub is_waiting: bool,
    /// How many feeds of a refresh are done, and of how many.
    pub refresh: Option<(usize, usize)>,
    /// The section that is removed if that is asked for once more.
    doomed: Option<Section>,
}

/// A look into an article.
#[derive(Clone, Debug)]
pub struct Preview {
    pub id: i64,
    pub article: Arc<Article>,
    /// The start of the first row of text in view.
    pub top: usize,
}

impl Shelf {
    /// What is known of row `index`.
    pub fn row(&self, index: usize) -> Option<&Listed> {
        self.known.get(self.ids.get(index)?)
    }

    /// The article under the cursor.
    pub fn selected(&self) -> Option<i64> {
        self.ids.get(self.list.selected).copied()
    }

    /// The look into the article under the cursor, once it is there.
    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref().filter(|preview| Some(preview.id) == self.selected())
    }

    fn ask(&mut self, query: String) -> Vec<Effect> {
        self.turn += 1;
        self.query = query.clone();
        vec![Effect::Shelf(Ask::Find { turn: self.turn, query })]
    }

    fn take_rows(&mut self, rows: Vec<Listed>) {
        self.known.extend(rows.into_iter().map(|row| (row.id, row)));
    }
}

impl Preview {
    /// The text set to the width of `area`.
    pub fn flow(&self, area: Rect) -> Flow<'_> {
        Flow { article: &self.article, width_cols: (area.width as usize).max(1) }
    }
}

impl App {
    /// Shows the library, as it was left.
    pub(super) fn show_shelf(&mut self) -> Vec<Effect> {
        if !self.options.library {
            self.say_words(phrase::NO_LIBRARY);
            return Vec::new();
        }
        self.set_focus(Pane::Articles);
        self.look_into_library()
    }

    /// Asks for what the library holds, unless that is known; the counts may have changed since.
    pub(super) fn look_into_library(&mut self) -> Vec<Effect> {
        if self.shelf.is_some() {
            return vec![Effect::Shelf(Ask::Sections)];
        }
        self.shelf = Some(Shelf { is_waiting: true, ..Shelf::default() });
        let mut effects = vec![Effect::Shelf(Ask::Sections)];
        effects.extend(self.find(String::new()));
        effects
    }

    /// Asks for the articles that fit `query`; until they are there the list stays.
    pub(super) fn find(&mut self, query: String) -> Vec<Effect> {
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        shelf.is_asked_anew = true;
        shelf.ask(query)
    }

    /// Asks anew what the list shows, and what the library holds.
    pub(super) fn find_anew(&mut self) -> Vec<Effect> {
        let Some(query) = self.shelf.as_ref().map(|shelf| shelf.query.clone()) else { return Vec::new() };
        let mut effects = vec![Effect::Shelf(Ask::Sections)];
        effects.extend(self.find(query));
        effects
    }

    /// Asks what the list shows now that there may be more, with article `selected` under the cursor if it is there. What
    /// the reader changed stays.
    pub(super) fn find_again(&mut self, selected: Option<i64>) -> Vec<Effect> {
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        if let Some(id) = selected.filter(|id| !shelf.ids.contains(id)) {
            shelf.ids.insert(0, id);
            shelf.list.selected = 0;
        }
        let query = shelf.query.clone();
        let mut effects = vec![Effect::Shelf(Ask::Sections)];
        effects.extend(shelf.ask(query));
        effects
    }
}
