//! From a key to a command: counts, sequences, and what takes keys before the panes do.

use super::App;
use super::command::{Command, Need, Place};
use super::keymap::{self, Count, Match};
use super::layers;
use super::msg::{Effect, Key, KeyCode};
use super::words::phrase;

pub(super) fn key(app: &mut App, key: Key) -> Vec<Effect> {
    app.notice = None;
    if let Match::Command(command) = keymap::find(&[key], |command| command.place == Place::Always) {
        return run(app, command);
    }
    if !app.layers.is_empty() {
        return layers::key(app, key);
    }
    if key.code == KeyCode::Esc && !app.pending.is_empty() {
        app.pending = Default::default();
        return Vec::new();
    }
    if app.pending.take_digit(key) {
        return Vec::new();
    }
    app.pending.keys.push(key);
    resolve(app)
}

/// Runs a command if what it needs is there, and says so if it is not.
pub(super) fn run(app: &mut App, command: &'static Command) -> Vec<Effect> {
    let count = Count(std::mem::take(&mut app.pending).count);
    match command.needs.missing(app) {
        Some(words) => {
            app.say_words(words);
            Vec::new()
        }
        None => {
            let question = app.shelf_question();
            let effects = (command.run)(app, count);
            app.forget_shelf_question(question);
            effects
        }
    }
}

fn resolve(app: &mut App) -> Vec<Effect> {
    let keys = app.pending.keys.clone();
    let focus = app.focus;
    let find = |keys: &[Key]| keymap::find(keys, |command| command.place.fits(focus));
    match (find(&keys), keys.split_last()) {
        (Match::Command(command), _) => run(app, command),
        (Match::Prefix(_), _) => Vec::new(),
        (Match::None, Some((&last, before))) if !before.is_empty() => {
            // What came before was waiting for more; it did not come, so it counts alone.
            let mut effects = match find(before) {
                Match::Command(command) | Match::Prefix(Some(command)) => run(app, command),
                _ => Vec::new(),
            };
            app.pending = Default::default();
            effects.extend(key(app, last));
            effects
        }
        (Match::None, _) => {
            app.pending = Default::default();
            app.say_words(phrase::NO_KEY);
            Vec::new()
        }
    }
}

impl Need {
    /// What to tell the reader if it is not there.
    pub fn missing(self, app: &App) -> Option<super::words::Words> {
        let reading = app.reading();
        match self {
            Need::Nothing => None,
            Need::Text => reading.is_none().then_some(phrase::NO_TEXT),
            Need::Marks if reading.is_none() => Some(phrase::NO_TEXT),
            Need::Marks => reading.is_some_and(|it| it.marks.is_none()).then_some(phrase::NO_MARKS_YET),
            Need::Search => reading.is_none_or(|it| it.search.is_none()).then_some(phrase::NO_SEARCH),
            Need::Shelved => app.marked_article().is_none().then_some(phrase::NOT_SHELVED),
            Need::Documents => (app.documents.len() < 2 && app.shelf.is_none()).then_some(phrase::ONLY_DOCUMENT),
        }
    }
}
