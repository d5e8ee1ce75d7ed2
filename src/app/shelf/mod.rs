//! The library on the screen: its sections, the list of articles, and a look into the one that is selected.
//!
//! The list holds the numbers of all articles that a query finds, and what is shown only of those near the view. Rows stay
//! until the reader asks anew: one that is read or hidden does not vanish under the cursor.

mod acts;
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
use self::msg::{Answer, Ask};
pub(super) use self::opening::Step;
pub use self::sections::Section;
use super::App;
use super::explain::{Explanation, Fact, Label};
use super::flow::Flow;
use super::layers::Layer;
use super::layers::sheet::Sheet;
use super::layout::{Pane, Rect};
use super::list::List;
use super::msg::Effect;
use super::words::phrase;
use crate::model::{Article, Listed};
use crate::text::width::cols;

/// Where the reader is in the library.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    pub sections: Vec<Section>,
    pub section_list: List,
    /// What the list shows.
    pub query: String,
    /// Why there is no list, where the query was refused or the library could not be read.
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

    /// Takes what the library answered.
    pub(super) fn take_answer(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Opened { document, article, place } => return self.take_opened(document, article, place),
            Answer::Kept { document, id } => return self.take_kept(document, id),
            Answer::Before { before, now } => {
                self.show_changes(before, &now);
                return Vec::new();
            }
            Answer::Place { document, place } => {
                self.take_place(document, place);
                return Vec::new();
            }
            Answer::Trail { name, trail } => {
                self.show_trail(name, trail);
                return Vec::new();
            }
            Answer::Gone { document, id } => {
                self.fail(document, self.words(phrase::GONE).replace("{}", &id.to_string()));
                return self.show_shelf();
            }
            Answer::Failed(reason) => return self.take_failure(reason),
            Answer::Acted { act, rows } => return self.take_acted(&act, rows),
            Answer::Undone(rows) => return self.take_undone(rows),
            Answer::Redone(rows) => return self.take_redone(rows),
            _ => {}
        }
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        match answer {
            Answer::Sections(counts) => {
                shelf.sections = Section::all(counts);
                Vec::new()
            }
            Answer::Found { turn, rows, is_whole } if turn == shelf.turn => {
                let is_open = |id| self.documents.iter().any(|document| document.shelved == Some(id));
                shelf.known.retain(|id, _| is_open(*id) || shelf.changed.contains(id));
                let rest = (!is_whole).then(|| Effect::Shelf(Ask::Numbers { turn, query: shelf.query.clone() }));
                let ids = rows.iter().map(|row| row.id).collect();
                shelf.take_rows(rows);
                // The first rows alone are shown where the reader waits for them; a row further down keeps its cursor.
                if is_whole || shelf.is_asked_anew {
                    shelf.take_ids(ids);
                }
                rest.into_iter().chain(self.refit_shelf()).collect()
            }
            Answer::Numbers { turn, ids } if turn == shelf.turn => {
                shelf.take_ids(ids);
                self.refit_shelf()
            }
            Answer::Refused { turn, column, reason } if turn == shelf.turn => {
                shelf.is_waiting = false;
                shelf.refused = Some(format!("{column}: {reason}"));
                Vec::new()
            }
            Answer::Rows(rows) => {
                shelf.take_rows(rows);
                Vec::new()
            }
            Answer::Preview { id, article } => {
                let top = article.paragraphs.first().map_or(0, |paragraph| paragraph.start);
                shelf.preview = Some(Preview { id, article, top });
                Vec::new()
            }
            Answer::Refreshing { done, total } => {
                shelf.refresh = Some((done, total));
                Vec::new()
            }
            Answer::Refreshed(refreshed) => {
                shelf.refresh = None;
                self.say_refreshed(refreshed);
                self.find_again(None)
            }
            Answer::Followed { title, articles } => {
                let text = self.words(phrase::FOLLOWED).replace("{}", &title);
                let came = self.words(phrase::REFRESHED).replace("{}", &articles.to_string());
                self.say(format!("{text}: {came}"));
                self.find_again(None)
            }
            Answer::Added { id, headline } => {
                let text = self.words(phrase::SHELF_ADDED).replace("{}", &headline);
                self.say(text);
                self.find_again(Some(id))
            }
            _ => Vec::new(),
        }
    }

    /// Says what went wrong; a list that is awaited does not come any more.
    fn take_failure(&mut self, reason: String) -> Vec<Effect> {
        if let Some(shelf) = self.shelf.as_mut().filter(|shelf| shelf.is_waiting) {
            (shelf.refused, shelf.is_waiting) = (Some(reason.clone()), false);
        }
        self.tell(reason);
        Vec::new()
    }

    /// Says what went wrong and what to do; where that is too long for the footer, on a sheet.
    fn tell(&mut self, reason: String) {
        if cols(&reason) + 2 < usize::from(self.width_cols) {
            return self.say(reason);
        }
        let facts = vec![Fact { label: Label::Words(""), text: reason }];
        let heading = self.words(phrase::NOT_DONE).to_owned();
        self.layers.push(Layer::Sheet(Sheet::new(phrase::LIBRARY, vec![Explanation { heading, facts }])));
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
