//! What lies over the panes: a stack of layers, of which the top one takes the keys.

pub mod dating;
pub mod hinting;
mod item;
pub mod naming;
pub mod picker;
pub mod prompt;
pub mod selecting;
pub mod sheet;

use tui_input::{Input, InputRequest};

use self::dating::DatePrompt;
use self::hinting::Hinting;
use self::naming::NamePrompt;
use self::picker::Picker;
use self::prompt::Prompt;
use self::selecting::Selecting;
use self::sheet::Sheet;
use super::App;
use super::msg::{Effect, Key, KeyCode};
use super::shelf::line::{Line, Purpose};

/// Something laid over the panes.
#[derive(Clone, Debug)]
pub enum Layer {
    Prompt(Prompt),
    Date(DatePrompt),
    Name(NamePrompt),
    /// Something is typed for the library.
    Line(Line),
    /// Words of the article are being selected; it covers nothing.
    Selecting(Selecting),
    /// A link in view is being chosen by its letters; it covers nothing.
    Hinting(Hinting),
    Picker(Picker),
    Sheet(Sheet),
}

/// Gives a key to the top layer.
pub(super) fn key(app: &mut App, key: Key) -> Vec<Effect> {
    let cancelled = key.code == KeyCode::Esc || (key.ctrl && key.code == KeyCode::Char('g'));
    match app.layers.pop() {
        None => Vec::new(),
        Some(Layer::Prompt(prompt)) if cancelled => {
            prompt.cancel(app);
            Vec::new()
        }
        Some(Layer::Selecting(selecting)) if cancelled => {
            selecting.cancel(app);
            Vec::new()
        }
        Some(Layer::Line(line)) if cancelled => line.cancel(app),
        Some(_) if cancelled => Vec::new(),
        Some(Layer::Prompt(prompt)) => prompt.key(app, key),
        Some(Layer::Date(prompt)) => prompt.key(app, key),
        Some(Layer::Name(prompt)) => prompt.key(app, key),
        Some(Layer::Line(line)) => line.key(app, key),
        Some(Layer::Selecting(selecting)) => selecting.key(app, key),
        Some(Layer::Hinting(hinting)) => hinting.key(app, key),
        Some(Layer::Picker(picker)) => picker.key(app, key),
        Some(Layer::Sheet(sheet)) => {
            sheet.key(app, key);
            Vec::new()
        }
    }
}

/// Puts pasted text where something is being typed; in the library what is pasted is something to be added. Elsewhere it
/// does nothing.
pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    if app.layers.is_empty() && app.focus.is_library() {
        app.push_layer(|app| Line::new(app, Purpose::Add).map(Layer::Line));
    }
    match app.layers.pop() {
        Some(Layer::Prompt(prompt)) => prompt.paste(app, text),
        Some(Layer::Date(mut prompt)) => {
            insert(&mut prompt.input, text);
            app.layers.push(Layer::Date(prompt));
        }
        Some(Layer::Name(mut prompt)) => {
            insert(&mut prompt.input, text);
            app.layers.push(Layer::Name(prompt));
        }
        Some(Layer::Picker(mut picker)) => {
            insert(&mut picker.input, text);
            picker.filter(app.layout());
            app.layers.push(Layer::Picker(picker));
        }
        Some(Layer::Line(line)) => return line.paste(app, text),
        other => app.layers.extend(other),
    }
    Vec::new()
}

/// Puts text into a line where its cursor is.
pub(in crate::app) fn insert(input: &mut Input, text: &str) {
    for c in text.chars().filter(|c| !c.is_control()) {
        input.handle(InputRequest::InsertChar(c));
    }
}

/// Edits a line with the usual keys; says whether the key was one of them.
pub(in crate::app) fn edit(input: &mut Input, key: Key) -> bool {
    let request = match (key.ctrl, key.alt, key.code) {
        (true, _, KeyCode::Char('a')) | (_, _, KeyCode::Home) => InputRequest::GoToStart,
        (true, _, KeyCode::Char('e')) | (_, _, KeyCode::End) => InputRequest::GoToEnd,
        (true, _, KeyCode::Char('w')) | (_, true, KeyCode::Backspace) => InputRequest::DeletePrevWord,
        (true, _, KeyCode::Char('u')) => InputRequest::DeleteFromStart,
        (true, _, KeyCode::Char('k')) => InputRequest::DeleteTillEnd,
        (true, _, KeyCode::Char('h')) | (_, _, KeyCode::Backspace) => InputRequest::DeletePrevChar,
        (_, _, KeyCode::Delete) => InputRequest::DeleteNextChar,
        (_, true, KeyCode::Char('b')) => InputRequest::GoToPrevWord,
        (_, true, KeyCode::Char('f')) => InputRequest::GoToNextWord,
        (_, _, KeyCode::Left) => InputRequest::GoToPrevChar,
        (_, _, KeyCode::Right) => InputRequest::GoToNextChar,
        (false, false, KeyCode::Char(c)) => InputRequest::InsertChar(c),
        _ => return false,
    };
    input.handle(request);
    true
}
