//! The line in which a search is typed. Short articles are searched with every letter, long ones on Enter.

use tui_input::Input;

use super::{Layer, edit};
use crate::app::App;
use crate::app::document::Reading;
use crate::app::marks::Towards;
use crate::app::msg::{Key, KeyCode};
use crate::app::search::Search;

/// Beyond this size a search with every letter could be felt.
const SEARCH_WHILE_TYPING_BYTES: usize = 300_000;

/// A search being typed.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub input: Input,
    pub towards: Towards,
    /// What to go back to if it is given up.
    before: Before,
}

#[derive(Clone, Debug)]
struct Before {
    cursor: usize,
    search: Option<Search>,
}

impl Prompt {
    pub fn new(reading: &Reading, towards: Towards) -> Prompt {
        let before = Before { cursor: reading.cursor, search: reading.search.clone() };
        Prompt { input: Input::default(), towards, before }
    }

    pub(super) fn key(mut self, app: &mut App, key: Key) {
        match key.code {
            KeyCode::Enter => return self.accept(app),
            KeyCode::Backspace if self.input.value().is_empty() => return self.cancel(app),
            KeyCode::Up => self.recall(),
            _ if edit(&mut self.input, key) => {}
            _ => {}
        }
        self.preview(app);
        app.layers.push(Layer::Prompt(self));
    }

    pub(super) fn cancel(self, app: &mut App) {
        if let Some(reading) = app.reading_mut() {
            reading.search = self.before.search;
        }
        app.move_to(self.before.cursor);
    }

    /// Takes the search that was made before, so that it can be changed.
    fn recall(&mut self) {
        if let Some(search) = &self.before.search {
            self.input = Input::new(search.query.clone());
        }
    }

    /// Shows the first match without going there for good.
    fn preview(&self, app: &mut App) {
        let short = app.reading().is_some_and(|reading| reading.article.body.len() <= SEARCH_WHILE_TYPING_BYTES);
        if !short {
            return;
        }
        app.search(self.input.value(), self.towards);
        let hit = app.reading().and_then(|it| it.search.as_ref()?.next(self.before.cursor, self.towards));
        app.move_to(hit.map_or(self.before.cursor, |(hit, _)| hit.start));
    }

    /// Goes to the first match. An empty line repeats the search made before.
    fn accept(self, app: &mut App) {
        app.move_to(self.before.cursor);
        match (self.input.value(), self.before.search) {
            ("", None) => {
                if let Some(reading) = app.reading_mut() {
                    reading.search = None;
                }
                return;
            }
            ("", Some(search)) => app.search(&search.query, self.towards),
            (query, _) => app.search(query, self.towards),
        }
        app.go_to_match(self.towards);
    }
}
