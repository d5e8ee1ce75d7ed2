//! The line in which the reader says when the article was published.

use jiff::civil::Date;
use tui_input::Input;

use super::{Layer, edit};
use crate::app::App;
use crate::app::msg::{Effect, Key, KeyCode};

/// A day of publication being typed.
#[derive(Clone, Debug)]
pub struct DatePrompt {
    pub input: Input,
    /// Whether what was typed is no day.
    pub refused: bool,
}

impl DatePrompt {
    /// Begins with the day that is counted from now.
    pub fn new(app: &App) -> Option<DatePrompt> {
        let counted_from = app.marked().and_then(|(_, marks)| marks.analysis.published);
        let published = counted_from.or(app.reading()?.article.published);
        let text = published.map_or(String::new(), |published| published.date.to_string());
        Some(DatePrompt { input: Input::new(text), refused: false })
    }

    pub(super) fn key(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        if key.code == KeyCode::Enter {
            if let Ok(date) = self.input.value().trim().parse::<Date>() {
                return app.set_published(date);
            }
            self.refused = true;
        } else {
            edit(&mut self.input, key);
            self.refused = false;
        }
        app.layers.push(Layer::Date(self));
        Vec::new()
    }
}
