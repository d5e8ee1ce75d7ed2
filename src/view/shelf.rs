//! The library: its sections, the list of articles, the look into one.

use super::glyphs::GlyphSet;
use super::line::Line;
use super::lists::{empty, in_view, push_counted};
use super::{Scope, Screen, State};
use crate::app::App;
use crate::app::layout::{Pane, Rect};
use crate::app::shelf::{Preview, Section, Shelf};
use crate::app::words::phrase;
use crate::model::Listed;
use crate::text::sanitise::clean_line;
use crate::text::width::{cols, cut};

/// Draws the sections with what they hold.
pub(super) fn sections(app: &App, pane: Rect, screen: &mut Screen) {
    let Some(shelf) = &app.shelf else { return };
    for (row, index) in in_view(&shelf.section_list, shelf.sections.len(), pane).enumerate() {
        let section = &shelf.sections[index];
        let is_selected = shelf.section_list.selected == index && app.focus == Pane::Sections;
        let mut line = Line::in_state(pane.width, if is_selected { State::Selected } else { State::Plain });
        let is_shown = section.query().as_ref() == Some(&shelf.query);
        line.push(if is_shown { GlyphSet::of(app.options.glyphs).selected } else { " " }, Scope::MarginCursor);
        line.space(1);
        match section {
            Section::Heading(words) => line.push(app.words(*words), Scope::Heading),
            Section::Folder(name) => line.push(&clean_line(name), Scope::Heading),
            Section::Feed(feed) => {
                let scope = if feed.failure.is_some() { Scope::Error } else { Scope::Text };
                push_counted(&mut line, &clean_line(&feed.name), scope, feed.unread);
            }
            Section::Fixed { words, count, .. } => push_counted(&mut line, app.words(*words), Scope::Text, *count),
            Section::View(view) => line.push(&clean_line(&view.name), Scope::Text),
            Section::Tag { name, count } => push_counted(&mut line, &clean_line(name), Scope::Text, *count),
        }
        screen.lay_row(pane, row, line);
    }
}

/// Draws the articles, one to a row: whether it is read and starred, day, outlet, headline.
pub(super) fn articles(app: &App, pane: Rect, screen: &mut Screen) {
    let Some(shelf) = &app.shelf else { return };
    if let Some(refused) = &shelf.refused {
        let mut line = Line::new(pane.width);
        line.space(2);
        line.push(refused, Scope::Error);
        return screen.lay_row(pane, 0, line);
    }
    if shelf.ids.is_empty() {
        let words = match (shelf.is_waiting, shelf.query.is_empty()) {
            (true, _) => phrase::LOADING,
            (false, true) => phrase::SHELF_EMPTY,
            (false, false) => phrase::NO_MATCH,
        };
        return empty(app, words, pane, screen);
    }
    for (row, index) in in_view(&shelf.list, shelf.ids.len(), pane).enumerate() {
        let state = match (shelf.list.selected == index, app.focus == Pane::Articles) {
            (true, true) => State::Selected,
            (true, false) => State::Current,
            _ => State::Plain,
        };
        let mut line = Line::in_state(pane.width, state);
        if let Some(article) = shelf.row(index) {
            push_article(app, article, pane, &mut line);
        }
        screen.lay_row(pane, row, line);
    }
}

fn push_article(app: &App, article: &Listed, pane: Rect, line: &mut Line) {
    const OUTLET_COLS: usize = 14;
    /// Narrower lists have room for the headline only.
    const WIDE: u16 = 56;
    let glyphs = GlyphSet::of(app.options.glyphs);
    let standing = &article.standing;
    let unread = if standing.read { " " } else { glyphs.chosen };
    line.push(if standing.hidden { glyphs.denied } else { unread }, Scope::MarginCursor);
    line.push(if standing.starred { "*" } else { " " }, Scope::Notice);
    line.push(if pane.width < WIDE { article.day.get(5..).unwrap_or("") } else { &article.day }, Scope::Facts);
    line.space(1);
    if pane.width >= WIDE {
        let outlet = cut(&clean_line(&article.outlet), OUTLET_COLS).into_owned();
        let used = cols(&outlet);
        line.push(&outlet, Scope::Outlet);
        line.space(OUTLET_COLS + 1 - used);
    }
    let tags: String = standing.tags.iter().map(|tag| format!(" #{}", clean_line(tag))).collect();
    let room = line.room().saturating_sub(cols(&tags) + 1);
    let headline = cut(&clean_line(&article.headline), room).into_owned();
    line.push(&headline, if standing.read { Scope::Text } else { Scope::Headline });
    line.push(&tags, Scope::Count);
}

/// Draws a look into the article under the cursor of the list.
pub(super) fn preview(app: &App, pane: Rect, screen: &mut Screen) {
    let Some(shelf) = &app.shelf else { return };
    let Some((preview, row)) = shelf.preview().zip(shelf.row(shelf.list.selected)) else { return };
    let area = app.preview_area();
    for (index, (text, scope)) in known(app, row).into_iter().enumerate().take((area.row - pane.row) as usize) {
        let mut line = Line::new(area.width);
        line.push(&cut(&text, area.width as usize), scope);
        screen.lay_row(Rect { row: pane.row, height: area.row - pane.row, ..area }, index, line);
    }
    text(preview, area, screen);
}

/// What stands above the text: headline, where from and when, what the reader made of it.
fn known(app: &App, row: &Listed) -> Vec<(String, Scope)> {
    let facts: Vec<String> =
        [clean_line(&row.outlet), row.day.clone()].into_iter().filter(|it| !it.is_empty()).collect();
    let note = clean_line(&row.standing.note);
    let tags: Vec<String> = row.standing.tags.iter().map(|tag| format!("#{}", clean_line(tag))).collect();
    let made = if note.is_empty() { tags.join(" ") } else { format!("{}: {note}", app.words(phrase::LINE_NOTE)) };
    vec![(clean_line(&row.headline), Scope::Headline), (facts.join(" · "), Scope::Facts), (made, Scope::Notice)]
}

fn text(preview: &Preview, area: Rect, screen: &mut Screen) {
    for (index, row) in preview.flow(area).rows_from(preview.top, area.height as usize).into_iter().enumerate() {
        let mut line = Line::new(area.width);
        line.push(row.span.of(&preview.article.body).trim_end(), Scope::Text);
        screen.lay_row(area, index, line);
    }
}

/// How far a refresh of the feeds is, while there is one.
pub(super) fn refreshing(app: &App) -> Option<String> {
    let (done, total) = app.shelf.as_ref()?.refresh?;
    let count = if total == 0 { String::new() } else { format!("{done}/{total}") };
    Some(app.words(phrase::REFRESHING).replace("{}", &count))
}

/// What the header says: what was asked, and which of how many articles is under the cursor.
pub(super) fn header(app: &App, shelf: &Shelf, rect: Rect, screen: &mut Screen) {
    let mut line = Line::new(rect.width);
    line.space(1);
    line.push(app.words(phrase::LIBRARY), Scope::Headline);
    line.space(1);
    if !shelf.query.is_empty() {
        line.push(&cut(&format!(" {} ", clean_line(&shelf.query)), line.room() * 2 / 3), Scope::Lens);
    }
    if let Some(refreshing) = refreshing(app) {
        line.space(1);
        line.push(&refreshing, Scope::Notice);
    }
    let number = if shelf.ids.is_empty() { 0 } else { shelf.list.selected + 1 };
    line.push_right(&format!("{number}/{} ", shelf.ids.len()), Scope::Facts);
    screen.lay_row(rect, 0, line);
    screen.lay_row(rect, 1, Line::new(rect.width));
}
