//! The mouse: the wheel scrolls what is under the pointer, a click selects, a second click opens.

use super::App;
use super::command;
use super::input;
use super::layers::Layer;
use super::layers::selecting::Selecting;
use super::layout::{Pane, Placed};
use super::marks::NameRow;
use super::msg::{Effect, Mouse, MouseAction};
use crate::text::width::offset_at_column;

/// Rows that one notch of the wheel moves.
const WHEEL_ROWS: isize = 3;

pub(super) fn update(app: &mut App, mouse: Mouse) -> Vec<Effect> {
    match (mouse.action, app.layers.is_empty()) {
        (MouseAction::Press, true) => press(app, mouse),
        (MouseAction::Press, false) => press_layer(app, mouse),
        (MouseAction::WheelUp, _) => wheel(app, mouse, -WHEEL_ROWS),
        (MouseAction::WheelDown, _) => wheel(app, mouse, WHEEL_ROWS),
        (MouseAction::Drag, _) => {
            drag(app, mouse);
            Vec::new()
        }
        (MouseAction::Release, _) => Vec::new(),
    }
}

fn wheel(app: &mut App, mouse: Mouse, rows: isize) -> Vec<Effect> {
    let layout = app.layout();
    let area = app.text_area();
    match app.layers.pop() {
        None => match layout.pane_at(mouse.column, mouse.row) {
            Some(placed) if placed.pane.is_library() => return app.wheel_in_shelf(placed, rows),
            Some(placed) => wheel_pane(app, placed, rows, area),
            None => {}
        },
        Some(Layer::Picker(mut picker)) => {
            let height = picker.list_rect(&layout).height as usize;
            picker.list.scroll(rows, picker.shown.len(), height);
            app.layers.push(Layer::Picker(picker));
        }
        Some(Layer::Sheet(mut sheet)) => {
            sheet.scroll_by(rows, app);
            app.layers.push(Layer::Sheet(sheet));
        }
        Some(layer) => app.layers.push(layer),
    }
    Vec::new()
}

fn wheel_pane(app: &mut App, placed: Placed, rows: isize, area: super::layout::Rect) {
    let Some(reading) = app.reading_mut() else { return };
    let height = placed.rect.height as usize;
    match (placed.pane, &reading.marks) {
        (Pane::Article, _) => {
            reading.scroll(rows, area);
            app.follow_text();
        }
        (Pane::Timeline, Some(_)) => {
            reading.change_timeline(placed.rect, |timeline, stage| timeline.scroll(rows.signum(), stage));
        }
        (Pane::Names, Some(marks)) => reading.names.scroll(rows, marks.names().len(), height),
        (Pane::Sources, Some(marks)) => reading.sources.scroll(rows, marks.bases.len(), height),
        (Pane::Sections | Pane::Articles | Pane::Preview, _) | (_, None) => {}
    }
}

fn press(app: &mut App, mouse: Mouse) -> Vec<Effect> {
    let layout = app.layout();
    if let Some(title) = app.titles().into_iter().find(|title| title.rect.contains(mouse.column, mouse.row)) {
        app.enter(title.pane);
        return Vec::new();
    }
    let Some(placed) = layout.pane_at(mouse.column, mouse.row) else { return Vec::new() };
    if app.focus != placed.pane {
        app.enter(placed.pane);
    }
    let row = (mouse.row - placed.rect.row) as usize;
    if placed.pane.is_library() {
        return app.press_in_shelf(placed.pane, row);
    }
    match placed.pane {
        Pane::Article => press_article(app, mouse),
        Pane::Timeline => press_timeline(app, row, placed),
        Pane::Names | Pane::Sources => press_list(app, row),
        Pane::Sections | Pane::Articles | Pane::Preview => None,
    }
    .map_or_else(Vec::new, |name| run_named(app, name))
}

/// Selects the word under the pointer; a second click asks why it is marked.
fn press_article(app: &mut App, mouse: Mouse) -> Option<&'static str> {
    let offset = offset_under(app, mouse)?;
    let reading = app.reading()?;
    let target = match reading.marks.as_ref().and_then(|marks| marks.analysis.mention_at(offset)) {
        Some(mention) => reading.marks.as_ref()?.analysis.mentions[mention].span.start,
        None => offset,
    };
    if target == reading.cursor {
        return Some("open-mark");
    }
    app.move_to(target);
    app.take_name_under_cursor();
    None
}

/// The place in the text under the pointer.
fn offset_under(app: &App, mouse: Mouse) -> Option<usize> {
    let area = app.text_area();
    let reading = app.reading()?;
    let row = *reading.rows(area).get(mouse.row.checked_sub(area.row)? as usize)?;
    let column = (mouse.column.saturating_sub(area.column) as usize).saturating_sub(row.indent_cols);
    Some(row.span.start + offset_at_column(row.span.of(&reading.article.body), column))
}

/// Selects words, from the cursor, which the press has moved, to the pointer. A hand that trembles within one word selects
/// nothing.
fn drag(app: &mut App, mouse: Mouse) {
    let is_over_text = app.layout().pane_at(mouse.column, mouse.row).is_some_and(|it| it.pane == Pane::Article);
    let Some(offset) = offset_under(app, mouse).filter(|_| is_over_text && app.focus == Pane::Article) else { return };
    match app.layers.pop() {
        None => {
            let begun = app.reading().and_then(Selecting::new);
            if let Some(selecting) = begun.filter(|selecting| !selecting.words().contains(offset)) {
                reach(app, selecting, offset);
            }
        }
        Some(Layer::Selecting(selecting)) => reach(app, selecting, offset),
        other => app.layers.extend(other),
    }
}

fn reach(app: &mut App, mut selecting: Selecting, offset: usize) {
    selecting.reach(app, offset);
    app.layers.push(Layer::Selecting(selecting));
}

fn press_timeline(app: &mut App, row: usize, placed: Placed) -> Option<&'static str> {
    let reading = app.reading()?;
    let event = reading.timeline.rows(reading.stage(placed.rect)?).get(row)?.event()?;
    if reading.timeline.selected == Some(event) {
        return Some("open-event");
    }
    app.select_event(event);
    None
}

fn press_list(app: &mut App, row: usize) -> Option<&'static str> {
    let pane = app.focus;
    let reading = app.reading_mut()?;
    let marks = reading.marks.as_ref()?;
    let (list, len) = match pane {
        Pane::Sources => (&mut reading.sources, marks.bases.len()),
        _ => (&mut reading.names, marks.names().len()),
    };
    let index = list.top + row;
    let heading = pane == Pane::Names && matches!(marks.names().get(index), Some(NameRow::Heading { .. }));
    if index >= len || heading {
        return None;
    }
    (std::mem::replace(&mut list.selected, index) == index).then_some("open-row")
}

fn press_layer(app: &mut App, mouse: Mouse) -> Vec<Effect> {
    let layout = app.layout();
    match app.layers.pop() {
        Some(Layer::Picker(mut picker)) => {
            let list = picker.list_rect(&layout);
            if list.contains(mouse.column, mouse.row) {
                if picker.click((mouse.row - list.row) as usize) == Some(true) && !picker.toggle() {
                    return picker.accept(app);
                }
                app.layers.push(Layer::Picker(picker));
            } else if picker.rect(&layout).contains(mouse.column, mouse.row) {
                app.layers.push(Layer::Picker(picker));
            }
        }
        Some(Layer::Sheet(sheet)) if sheet.rect(app).contains(mouse.column, mouse.row) => {
            app.layers.push(Layer::Sheet(sheet));
        }
        Some(layer @ (Layer::Prompt(_) | Layer::Date(_) | Layer::Name(_) | Layer::Line(_))) => app.layers.push(layer),
        // A click ends the selection or the letters, and does what it does elsewhere.
        Some(Layer::Selecting(_) | Layer::Hinting(_)) if app.layers.is_empty() => return press(app, mouse),
        Some(Layer::Selecting(_) | Layer::Hinting(_) | Layer::Sheet(_)) | None => {}
    }
    Vec::new()
}

fn run_named(app: &mut App, name: &str) -> Vec<Effect> {
    command::all().find(|command| command.name == name).map_or_else(Vec::new, |command| input::run(app, command))
}
