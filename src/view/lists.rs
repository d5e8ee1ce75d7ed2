//! The lists of names and of sources, with how often each occurs.

use super::glyphs::GlyphSet;
use super::line::Line;
use super::{Scope, Screen, State};
use crate::app::App;
use crate::app::document::Reading;
use crate::app::layout::{Pane, Rect};
use crate::app::list::List;
use crate::app::marks::{Marks, NameRow};
use crate::app::words::{Words, phrase};
use crate::model::{Basis, EntityKind};

/// Draws the names, grouped by kind.
pub(super) fn names(app: &App, pane: Rect, screen: &mut Screen) {
    let Some((reading, marks)) = reading_with_marks(app, pane, screen) else { return };
    let names = marks.names();
    if names.is_empty() {
        empty(app, phrase::NO_NAMES, pane, screen);
    }
    for (row, index) in in_view(&reading.names, names.len(), pane).enumerate() {
        let mut line = Line::in_state(pane.width, state(app, Pane::Names, &reading.names, index));
        match names[index] {
            NameRow::Heading { kind, count } => {
                line.space(1);
                line.push(app.words(kinds_words(kind)), Scope::Heading);
                line.push(&format!(" {count}"), Scope::Count);
            }
            NameRow::Name { entity, count } => {
                let current = reading.entity == Some(entity);
                let glyphs = GlyphSet::of(app.options.glyphs);
                line.push(if current { glyphs.selected } else { " " }, Scope::MarginCursor);
                line.space(1);
                let entity = &marks.analysis.entities[entity];
                push_counted(&mut line, &entity.name, entity.kind.into(), count);
            }
        }
        screen.lay_row(pane, row, line);
    }
}

/// Draws everything that the article rests on.
pub(super) fn sources(app: &App, pane: Rect, screen: &mut Screen) {
    let Some((reading, marks)) = reading_with_marks(app, pane, screen) else { return };
    if marks.bases.is_empty() {
        empty(app, phrase::NO_SOURCES, pane, screen);
    }
    let glyphs = GlyphSet::of(app.options.glyphs);
    for (row, index) in in_view(&reading.sources, marks.bases.len(), pane).enumerate() {
        let (basis, count) = marks.bases[index];
        let mut line = Line::in_state(pane.width, state(app, Pane::Sources, &reading.sources, index));
        let sign = match marks.lens().contains(&basis) {
            true => glyphs.chosen,
            false if reading.source == Some(basis) => glyphs.selected,
            false => " ",
        };
        line.push(sign, Scope::MarginCursor);
        line.space(1);
        let name = marks.basis_name(&reading.article, basis, app.options.locale);
        push_counted(&mut line, name, basis_scope(marks, basis), count);
        screen.lay_row(pane, row, line);
    }
}

/// What a basis is shown as.
pub(super) fn basis_scope(marks: &Marks, basis: Basis) -> Scope {
    match basis {
        Basis::Publisher => Scope::Outlet,
        Basis::Outlet(entity) | Basis::Primary(entity) | Basis::Speaker(entity) => {
            marks.analysis.entities[entity].kind.into()
        }
        Basis::Unnamed => Scope::Unnamed,
    }
}

/// A name at the left and its count at the right; the name gives way where both do not fit.
pub(super) fn push_counted(line: &mut Line, name: &str, scope: Scope, count: usize) {
    let count = count.to_string();
    let room = line.room().saturating_sub(count.len() + 2);
    line.push(&crate::text::width::cut(name, room), scope);
    if line.room() > count.len() {
        line.space(line.room() - count.len() - 1);
        line.push(&count, Scope::Count);
    }
}

/// The article with its marks; without them the pane says that they are on their way.
pub(super) fn reading_with_marks<'a>(
    app: &'a App,
    pane: Rect,
    screen: &mut Screen,
) -> Option<(&'a Reading, &'a Marks)> {
    let reading = app.reading()?;
    let marks = reading.marks.as_ref();
    if marks.is_none() {
        empty(app, phrase::MARKS_COMING, pane, screen);
    }
    Some((reading, marks?))
}

/// What stands in a pane that has nothing to list.
pub(super) fn empty(app: &App, words: Words, pane: Rect, screen: &mut Screen) {
    let mut line = Line::new(pane.width);
    line.space(2);
    line.push(app.words(words), Scope::Hint);
    screen.lay_row(pane, 0, line);
}

/// The rows of a list that are in view.
pub(super) fn in_view(list: &List, len: usize, pane: Rect) -> std::ops::Range<usize> {
    list.top.min(len)..(list.top + pane.height as usize).min(len)
}

fn state(app: &App, pane: Pane, list: &List, index: usize) -> State {
    if list.selected == index && app.focus == pane { State::Selected } else { State::Plain }
}

fn kinds_words(kind: EntityKind) -> Words {
    match kind {
        EntityKind::Person => phrase::PEOPLE,
        EntityKind::Place => phrase::PLACES,
        EntityKind::Organisation => phrase::ORGANISATIONS,
        EntityKind::Outlet => phrase::OUTLETS,
        EntityKind::Platform => phrase::PLATFORMS,
        EntityKind::Other => phrase::OTHERS,
    }
}
