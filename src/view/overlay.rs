//! What lies over the panes: lists to choose from, and answers to 'why?'.

use super::glyphs::GlyphSet;
use super::line::Line;
use super::lists::{self, basis_scope};
use super::{Scope, Screen, State, signs};
use crate::app::App;
use crate::app::explain::Label;
use crate::app::layers::picker::{Choice, Item, Lead, LeadKind, Picker};
use crate::app::layers::sheet::{LABEL_COLS, Sheet, SheetRow};
use crate::app::layout::{Layout, Rect};
use crate::app::words::{Words, phrase};
use crate::text::width::{cols, cut};

/// Draws a list to choose from.
pub(super) fn picker(app: &App, picker: &Picker, layout: &Layout, screen: &mut Screen) {
    let rect = picker.rect(layout);
    let title = picker.subject.as_deref().unwrap_or(app.words(picker.title));
    frame(app, rect, title, screen);
    if picker.title == phrase::TITLE_HELP {
        edge_with_legend(app, rect, screen);
    }
    let inner = rect.inner();
    let mut line = Line::new(inner.width);
    line.push("> ", Scope::Key);
    let counter = format!("{}/{} ", picker.shown.len(), picker.items.len());
    let column = line.push_input(&picker.input, counter.len() + 1);
    line.push_right(&counter, Scope::Count);
    screen.lay_row(inner, 0, line);
    if inner.height > 0 {
        screen.cursor = Some((inner.column + column as u16, inner.row));
    }
    let list = picker.list_rect(layout);
    for row in 0..list.height as usize {
        let index = picker.list.top + row;
        let item = picker.shown.get(index).map(|&item| &picker.items[item]);
        screen.lay_row(list, row, item_line(app, item, index == picker.list.selected, list.width));
    }
    if picker.shown.is_empty() {
        lists::empty(app, phrase::NO_MATCH, list, screen);
    }
    if inner.height > list.height + 1 {
        screen.lay_row(inner, inner.height as usize - 1, bottom_line(app, picker, inner.width));
    }
}

fn item_line(app: &App, item: Option<&Item>, selected: bool, width: u16) -> Line {
    let mut line = Line::in_state(width, if selected { State::Selected } else { State::Plain });
    let Some(item) = item else { return Line::new(width) };
    let glyphs = GlyphSet::of(app.options.glyphs);
    let marks = app.reading().and_then(|reading| reading.marks.as_ref());
    line.push(if selected { glyphs.selected } else { " " }, Scope::MarginCursor);
    line.space(1);
    let scope = match (item.choice, marks) {
        _ if item.choice.kind().is_some() => item.choice.kind().map_or(Scope::Text, Scope::from),
        (Choice::Basis { basis, chosen }, Some(marks)) => {
            line.push(if chosen { glyphs.chosen } else { glyphs.not_chosen }, Scope::Key);
            line.space(1);
            basis_scope(marks, basis)
        }
        (choice, Some(marks)) => choice.entity().map_or(Scope::Text, |id| marks.analysis.entities[id].kind.into()),
        _ => Scope::Text,
    };
    if let Some(lead) = &item.lead {
        push_lead(lead, &glyphs, &mut line);
    }
    let most = line.room() / 2;
    let detail = format!("{} ", cut(&item.detail, most));
    let room = line.room().saturating_sub(cols(&detail) + 1);
    line.push(&cut(&item.text, room), scope);
    let detail_scope = if matches!(item.choice, Choice::Command(_)) { Scope::Key } else { Scope::Count };
    line.push_right(&detail, detail_scope);
    line
}

/// What stands before the text, in a column of a fifth of the row, but wide enough for a word.
fn push_lead(lead: &Lead, glyphs: &GlyphSet, line: &mut Line) {
    let scope = match lead.kind {
        LeadKind::Label => Scope::Hint,
        LeadKind::Entity(kind) => kind.into(),
        LeadKind::Time(_) => Scope::Date,
        LeadKind::Document | LeadKind::Nameless => Scope::Unnamed,
    };
    if let LeadKind::Time(time) = lead.kind {
        line.push(glyphs.precision(Some(time)), Scope::Precision);
        line.space(1);
    }
    let width_cols = (line.room() / 5).max(10).min(line.room());
    let text = cut(&lead.text, width_cols);
    line.push(&text, scope);
    line.space(width_cols - cols(&text) + 1);
}

/// What the selected item does; where that needs no words, what the styles of the text mean.
fn bottom_line(app: &App, picker: &Picker, width: u16) -> Line {
    let mut line = Line::new(width);
    line.space(1);
    match picker.selected() {
        Some(item) if !item.doc.is_empty() => line.push(&item.doc, Scope::Hint),
        _ => push_legend(app, &mut line),
    }
    line
}

/// What the styles of the text mean, each word in its style.
fn push_legend(app: &App, line: &mut Line) {
    const LEGEND: [(Words, Scope); 7] = [
        (phrase::PERSON, Scope::Person),
        (phrase::PLACE, Scope::Place),
        (phrase::ORGANISATION, Scope::Organisation),
        (phrase::OUTLET, Scope::Outlet),
        (phrase::PLATFORM, Scope::Platform),
        (phrase::DATE, Scope::Date),
        (phrase::CUE, Scope::Cue),
    ];
    for (words, scope) in LEGEND {
        line.push(app.words(words), scope);
        line.space(1);
    }
}

/// Draws a page of facts.
pub(super) fn sheet(app: &App, sheet: &Sheet, screen: &mut Screen) {
    let rect = sheet.rect(app);
    frame(app, rect, app.words(sheet.title), screen);
    let inner = rect.inner();
    let rows = sheet.rows(inner.width as usize);
    let top = sheet.top(app);
    for row in 0..inner.height as usize {
        let mut line = Line::new(inner.width);
        match rows.get(top + row) {
            None | Some(SheetRow::Blank) => {}
            Some(SheetRow::Heading(text)) => line.push(text, Scope::Heading),
            Some(SheetRow::Fact { label, text }) => {
                push_label(app, *label, &mut line);
                line.space((LABEL_COLS + line.room()).saturating_sub(inner.width as usize));
                line.push(text, Scope::Text);
            }
        }
        screen.lay_row(inner, row, line);
    }
}

fn push_label(app: &App, label: Option<Label>, line: &mut Line) {
    match label {
        None => {}
        Some(Label::Words(words)) => line.push(words, Scope::Hint),
        Some(Label::Sign(sign)) => {
            let (text, look) = signs::sign(sign, app.options);
            line.space(1);
            line.push(text, look);
        }
    }
}

/// The border, with the title in its upper edge.
fn frame(app: &App, rect: Rect, title: &str, screen: &mut Screen) {
    let [top_left, top_right, bottom_right, bottom_left, horizontal, vertical] = GlyphSet::of(app.options.glyphs).frame;
    let inner_cols = rect.width.saturating_sub(2) as usize;
    let mut top = Line::new(rect.width);
    top.push(top_left, Scope::Border);
    top.push(horizontal, Scope::Border);
    top.push(&cut(&format!(" {title} "), top.room().saturating_sub(1)), Scope::Heading);
    top.push(&horizontal.repeat(top.room().saturating_sub(1)), Scope::Border);
    top.push(top_right, Scope::Border);
    screen.lay_row(rect, 0, top);
    for row in 1..rect.height.saturating_sub(1) as usize {
        let mut line = Line::new(rect.width);
        line.push(vertical, Scope::Border);
        line.space(inner_cols);
        line.push(vertical, Scope::Border);
        screen.lay_row(rect, row, line);
    }
    if rect.height > 1 {
        let mut bottom = Line::new(rect.width);
        bottom.push(bottom_left, Scope::Border);
        bottom.push(&horizontal.repeat(inner_cols), Scope::Border);
        bottom.push(bottom_right, Scope::Border);
        screen.lay_row(rect, rect.height as usize - 1, bottom);
    }
}

/// The lower edge of the border, with the meaning of the styles in it.
fn edge_with_legend(app: &App, rect: Rect, screen: &mut Screen) {
    let [_, _, bottom_right, bottom_left, horizontal, _] = GlyphSet::of(app.options.glyphs).frame;
    let mut bottom = Line::new(rect.width);
    bottom.push(bottom_left, Scope::Border);
    bottom.push(&format!("{horizontal} "), Scope::Border);
    push_legend(app, &mut bottom);
    bottom.push(&horizontal.repeat(bottom.room().saturating_sub(1)), Scope::Border);
    bottom.push(bottom_right, Scope::Border);
    if rect.height > 1 {
        screen.lay_row(rect, rect.height as usize - 1, bottom);
    }
}
