//! The lines that are typed in the footer, each with what it asks for and what is wrong.

use super::line::Line;
use super::{Scope, Screen};
use crate::app::App;
use crate::app::layers::dating::DatePrompt;
use crate::app::layers::naming::{NamePrompt, Naming};
use crate::app::layers::prompt::Prompt;
use crate::app::layout::Rect;
use crate::app::marks::Towards;
use crate::app::shelf::Shelf;
use crate::app::shelf::line::{Line as TypedLine, Purpose};
use crate::app::words::phrase;
use crate::text::width::{cols, cut};

/// A search being typed, and how often it is found; of a long article that is known only behind Enter.
pub(super) fn search(app: &App, prompt: &Prompt, rect: Rect, line: &mut Line, screen: &mut Screen) {
    let sign = if prompt.towards == Towards::End { "/" } else { "\\" };
    line.push(sign, Scope::Key);
    let typed = prompt.input.value();
    let search = app.reading().and_then(|reading| reading.search.as_ref());
    let found = search.filter(|search| !typed.is_empty() && search.query == typed);
    let status =
        found.map_or_else(|| app.words(phrase::HINT_PROMPT).to_owned(), |search| search.hits.len().to_string());
    let column = line.push_input(&prompt.input, cols(&status) + 2);
    screen.cursor = (rect.height > 0).then_some((rect.column + column as u16, rect.row));
    line.push_right(&format!("{status} "), Scope::Facts);
}

/// Something typed for the library, and what is wrong with it.
pub(super) fn line(app: &App, typed: &TypedLine, rect: Rect, line: &mut Line, screen: &mut Screen) {
    line.push(app.words(typed.asks()), Scope::Key);
    line.space(1);
    let shelf = app.shelf.as_ref().filter(|_| typed.purpose == Purpose::Query);
    let (status, scope) = match shelf {
        Some(Shelf { refused: Some(refused), .. }) => (refused.clone(), Scope::Error),
        Some(shelf) => (shelf.ids.len().to_string(), Scope::Facts),
        None => (app.words(phrase::HINT_NAME).to_owned(), Scope::Facts),
    };
    let status = cut(&status, line.room() / 2).into_owned();
    let column = line.push_input(&typed.input, cols(&status) + 2);
    screen.cursor = (rect.height > 0).then_some((rect.column + column as u16, rect.row));
    line.push_right(&format!("{status} "), scope);
}

/// A day of publication being typed.
pub(super) fn date(app: &App, prompt: &DatePrompt, rect: Rect, line: &mut Line, screen: &mut Screen) {
    line.push(app.words(phrase::PUBLISHED_ON), Scope::Key);
    line.space(1);
    let status = app.words(if prompt.refused { phrase::NO_DAY } else { phrase::HINT_DATE });
    let column = line.push_input(&prompt.input, cols(status) + 2);
    screen.cursor = (rect.height > 0).then_some((rect.column + column as u16, rect.row));
    line.push_right(&format!("{status} "), if prompt.refused { Scope::Error } else { Scope::Facts });
}

/// A name being typed.
pub(super) fn name(app: &App, prompt: &NamePrompt, rect: Rect, line: &mut Line, screen: &mut Screen) {
    let asked = match prompt.naming {
        Naming::Entity { .. } => phrase::CALL_IT,
        Naming::Words { .. } => phrase::MEANS_HERE,
    };
    line.push(app.words(asked), Scope::Key);
    line.space(1);
    let status = app.words(if prompt.refused { phrase::NO_NAME } else { phrase::HINT_NAME });
    let column = line.push_input(&prompt.input, cols(status) + 2);
    screen.cursor = (rect.height > 0).then_some((rect.column + column as u16, rect.row));
    line.push_right(&format!("{status} "), if prompt.refused { Scope::Error } else { Scope::Facts });
}
