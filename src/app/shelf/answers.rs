//! What the library answers, and what becomes of it on the screen.

use std::sync::Arc;

use super::msg::{Answer, Ask, Counts};
use super::{Preview, Section};
use crate::app::App;
use crate::app::explain::{Explanation, Fact, Label};
use crate::app::layers::Layer;
use crate::app::layers::sheet::Sheet;
use crate::app::msg::{DocumentIdx, Effect};
use crate::app::words::phrase;
use crate::model::{Article, Listed};
use crate::text::width::cols;

impl App {
    /// Takes what the library answered.
    pub(in crate::app) fn take_answer(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::Sections(counts) => self.take_sections(counts),
            Answer::Found { turn, rows, is_whole } => self.take_listed(turn, rows, is_whole),
            Answer::Numbers { turn, ids } => self.take_numbers(turn, ids),
            Answer::NotListed { turn, reason } => self.take_refusal(turn, reason),
            Answer::Rows(rows) => self.take_rows(rows),
            Answer::Preview { id, article } => self.take_preview(id, article),
            Answer::Opened { document, article, place } => self.take_opened(document, article, place),
            Answer::NotOpened { document, reason } => self.take_not_opened(document, reason),
            Answer::Gone { document, id } => {
                let reason = self.words(phrase::GONE).replace("{}", &id.to_string());
                self.take_not_opened(document, reason)
            }
            Answer::Acted { act, rows } => self.take_acted(&act, rows),
            Answer::Undone(rows) => self.take_undone(rows),
            Answer::Redone(rows) => self.take_redone(rows),
            Answer::Added { id, headline } => self.take_added(id, &headline),
            Answer::Kept { document, id } => self.take_kept(document, id),
            Answer::Trail { name, trail } => self.nothing_more(|app| app.show_trail(name, trail)),
            Answer::Before { before, now } => self.nothing_more(|app| app.show_changes(before, &now)),
            Answer::Place { document, place } => self.nothing_more(|app| app.take_place(document, place)),
            Answer::Refreshing { done, total } => self.take_progress(Some((done, total))),
            Answer::Refreshed(refreshed) => {
                self.take_progress(None);
                self.say_refreshed(refreshed);
                self.look_again()
            }
            Answer::Followed { title, articles } => {
                let text = self.words(phrase::FOLLOWED).replace("{}", &title);
                let came = self.words(phrase::REFRESHED).replace("{}", &articles.to_string());
                self.say(format!("{text}: {came}"));
                self.find_again(None)
            }
            Answer::Failed(reason) => self.nothing_more(|app| app.tell(reason)),
        }
    }

    fn nothing_more(&mut self, take: impl FnOnce(&mut App)) -> Vec<Effect> {
        take(self);
        Vec::new()
    }

    fn take_sections(&mut self, counts: Counts) -> Vec<Effect> {
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        let selected = shelf.sections.get(shelf.section_list.selected).cloned();
        shelf.sections = Section::all(counts);
        let again = selected.and_then(|before| shelf.sections.iter().position(|section| section.is_same(&before)));
        shelf.section_list.selected = again.unwrap_or(shelf.section_list.selected);
        Vec::new()
    }

    fn take_listed(&mut self, turn: usize, rows: Vec<Listed>, is_whole: bool) -> Vec<Effect> {
        let Some(shelf) = self.shelf.as_mut().filter(|shelf| shelf.turn == turn) else { return Vec::new() };
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

    fn take_numbers(&mut self, turn: usize, ids: Vec<i64>) -> Vec<Effect> {
        let Some(shelf) = self.shelf.as_mut().filter(|shelf| shelf.turn == turn) else { return Vec::new() };
        shelf.take_ids(ids);
        self.refit_shelf()
    }

    fn take_refusal(&mut self, turn: usize, reason: String) -> Vec<Effect> {
        if let Some(shelf) = self.shelf.as_mut().filter(|shelf| shelf.turn == turn) {
            (shelf.is_waiting, shelf.refused) = (false, Some(reason));
        }
        Vec::new()
    }

    fn take_rows(&mut self, rows: Vec<Listed>) -> Vec<Effect> {
        if let Some(shelf) = &mut self.shelf {
            shelf.take_rows(rows);
        }
        Vec::new()
    }

    /// A look into an article that the cursor has left comes too late; one into a text that is the same stays where it was
    /// scrolled to.
    fn take_preview(&mut self, id: i64, article: Arc<Article>) -> Vec<Effect> {
        let Some(shelf) = self.shelf.as_mut().filter(|shelf| shelf.selected() == Some(id)) else { return Vec::new() };
        let is_same = shelf.preview().is_some_and(|preview| preview.article.body == article.body);
        if !is_same {
            let top = article.paragraphs.first().map_or(0, |paragraph| paragraph.start);
            shelf.preview = Some(Preview { id, article, top });
        }
        Vec::new()
    }

    /// A document without its article gives way; it is asked for anew when the reader opens it again.
    fn take_not_opened(&mut self, document: DocumentIdx, reason: String) -> Vec<Effect> {
        if let Some(document) = self.documents.get_mut(document) {
            document.shelved = None;
        }
        self.fail(document, reason);
        self.show_shelf()
    }

    fn take_added(&mut self, id: i64, headline: &str) -> Vec<Effect> {
        let text = self.words(phrase::SHELF_ADDED).replace("{}", headline);
        self.say(text);
        self.find_again(Some(id))
    }

    fn take_progress(&mut self, progress: Option<(usize, usize)>) -> Vec<Effect> {
        if let Some(shelf) = &mut self.shelf {
            shelf.refresh = progress;
        }
        Vec::new()
    }

    /// Lists what there is now, and looks into the selected article anew, whose text may have changed.
    fn look_again(&mut self) -> Vec<Effect> {
        let selected = self.shelf.as_ref().and_then(super::Shelf::selected);
        let mut effects = self.find_again(None);
        effects.extend(selected.map(|id| Effect::Shelf(Ask::Preview(id))));
        effects
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
}
