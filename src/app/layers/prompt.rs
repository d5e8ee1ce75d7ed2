//! The line in which a search is typed. Short articles are searched with every letter, long ones on Enter.

use tui_input::Input;

use super::{Layer, edit, insert};
use crate::app::App;
use crate::app::document::Reading;
use crate::app::marks::Towards;
use crate::app::msg::{Effect, Key, KeyCode};
use crate::app::search::Search;

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

    pub(super) fn key(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Enter => return self.accept(app),
            KeyCode::Backspace if self.input.value().is_empty() => {
                self.cancel(app);
                return Vec::new();
            }
            KeyCode::Up => self.recall(),
            _ if edit(&mut self.input, key) => {}
            _ => {}
        }
        self.preview(app);
        app.layers.push(Layer::Prompt(self));
        Vec::new()
    }

    pub(super) fn paste(mut self, app: &mut App, text: &str) {
        insert(&mut self.input, text);
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
        if !app.reading().is_some_and(Reading::is_searched_at_once) {
            return;
        }
        app.search(self.input.value(), self.towards);
        let hit = app.reading().and_then(|it| it.search.as_ref()?.next(self.before.cursor, self.towards));
        app.move_to(hit.map_or(self.before.cursor, |(hit, _)| hit.start));
    }

    /// Goes to the first match. An empty line repeats the search made before.
    fn accept(self, app: &mut App) -> Vec<Effect> {
        app.move_to(self.before.cursor);
        let typed = self.input.value();
        let query = match self.before.search {
            Some(before) if typed.is_empty() => before.query,
            _ => typed.to_owned(),
        };
        if query.is_empty() {
            app.reading_mut().into_iter().for_each(|reading| reading.search = None);
            return Vec::new();
        }
        app.search_and_go(&query, self.towards)
    }
}
