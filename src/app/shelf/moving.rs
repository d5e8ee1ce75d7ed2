//! Moving through the sections, the list and the look into an article.

use super::msg::Ask;
use super::{Preview, Section, Step};
use crate::app::App;
use crate::app::layout::{Pane, Placed, Rect};
use crate::app::msg::Effect;
use crate::model::FollowedFeed;

/// Rows beyond the view that are asked for at once.
const AHEAD: usize = 100;

/// How far to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Stride {
    Rows(isize),
    /// Halves of what is in view.
    HalfPages(isize),
    Start,
    End,
}

impl Stride {
    /// The rows that it is, in a view of `height` rows.
    fn rows(self, height: usize) -> isize {
        match self {
            Stride::Rows(count) => count,
            Stride::HalfPages(count) => count.saturating_mul((height / 2).max(1) as isize),
            Stride::Start => isize::MIN + 1,
            Stride::End => isize::MAX,
        }
    }
}

impl App {
    /// Goes on in the pane that has the keys.
    pub(in crate::app) fn move_in_shelf(&mut self, stride: Stride) -> Vec<Effect> {
        let rect = self.layout().rect_or_body(self.focus);
        match self.focus {
            Pane::Sections => self.move_in_sections(stride, rect),
            Pane::Preview => {
                self.scroll_preview(stride.rows(rect.height as usize));
                Vec::new()
            }
            _ => {
                let Some(shelf) = &mut self.shelf else { return Vec::new() };
                let height = rect.height as usize;
                shelf.list.move_by(stride.rows(height), shelf.ids.len(), height);
                self.refit_shelf()
            }
        }
    }

    /// Scrolls what is under the pointer.
    pub(in crate::app) fn wheel_in_shelf(&mut self, placed: Placed, rows: isize) -> Vec<Effect> {
        let height = placed.rect.height as usize;
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        match placed.pane {
            Pane::Sections => shelf.section_list.scroll(rows, shelf.sections.len(), height),
            Pane::Preview => drop(self.scroll_preview(rows)),
            _ => shelf.list.scroll(rows, shelf.ids.len(), height),
        }
        self.refit_shelf()
    }

    /// Selects the row under the pointer; the second time, opens it.
    pub(in crate::app) fn press_in_shelf(&mut self, pane: Pane, row: usize) -> Vec<Effect> {
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        match pane {
            Pane::Sections => {
                let index = shelf.section_list.top + row;
                if shelf.sections.get(index).and_then(Section::query).is_some() {
                    shelf.section_list.selected = index;
                }
                self.take_section()
            }
            Pane::Articles => match shelf.list.top + row {
                index if index >= shelf.ids.len() => Vec::new(),
                index if index == shelf.list.selected => self.open_selected(),
                index => self.select_article(index),
            },
            _ => Vec::new(),
        }
    }

    /// Puts the cursor on row `index` of the list.
    pub(in crate::app) fn select_article(&mut self, index: usize) -> Vec<Effect> {
        let height = self.layout().rect_or_body(Pane::Articles).height as usize;
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        shelf.list.select(index, shelf.ids.len(), height);
        self.refit_shelf()
    }

    fn move_in_sections(&mut self, stride: Stride, rect: Rect) -> Vec<Effect> {
        let height = rect.height as usize;
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        let before = shelf.section_list.selected;
        shelf.section_list.move_by(stride.rows(height), shelf.sections.len(), height);
        // A heading is no section; the list ends with none.
        if shelf.sections.get(shelf.section_list.selected).is_some_and(|section| section.query().is_none()) {
            let on = if shelf.section_list.selected >= before { 1 } else { -1 };
            shelf.section_list.move_by(on, shelf.sections.len(), height);
        }
        self.take_section()
    }

    /// Lists the articles of the selected section.
    pub(in crate::app) fn take_section(&mut self) -> Vec<Effect> {
        let Some(shelf) = &self.shelf else { return Vec::new() };
        let section = shelf.sections.get(shelf.section_list.selected);
        let query = section.and_then(Section::query);
        if let Some(Section::Feed(FollowedFeed { failure: Some(failure), .. })) = section {
            self.notice = Some(failure.clone());
        }
        let Some(shelf) = &self.shelf else { return Vec::new() };
        match query {
            Some(query) if query != shelf.query || shelf.refused.is_some() => self.find(query),
            _ => Vec::new(),
        }
    }

    /// Lists everything again.
    pub(in crate::app) fn list_everything(&mut self) -> Vec<Effect> {
        let shows_part = self.shelf.as_ref().is_some_and(|shelf| !shelf.query.is_empty());
        if shows_part { self.find(String::new()) } else { Vec::new() }
    }

    /// A page further in the look into the article; behind its end, the next unread article.
    pub(in crate::app) fn look_on(&mut self) -> Vec<Effect> {
        let page = (self.preview_area().height as isize - 1).max(1);
        if self.layout().rect(Pane::Preview).is_some() && self.scroll_preview(page) {
            return Vec::new();
        }
        self.select_unread(Step::Forth)
    }

    /// Scrolls the look into the article; whether it moved.
    pub(in crate::app) fn scroll_preview(&mut self, rows: isize) -> bool {
        let area = self.preview_area();
        let Some(shelf) = &mut self.shelf else { return false };
        let selected = shelf.selected();
        let Some(preview) = shelf.preview.as_mut().filter(|it| Some(it.id) == selected) else { return false };
        let top = top(preview, area, rows);
        std::mem::replace(&mut preview.top, top) != top
    }

    /// Where the text of the look into an article stands, below what is known of it.
    pub fn preview_area(&self) -> Rect {
        const KNOWN_ROWS: u16 = 4;
        let pane = self.layout().rect_or_body(Pane::Preview);
        let taken = KNOWN_ROWS.min(pane.height / 2);
        let margin = u16::from(pane.width > 20);
        Rect::new(pane.column + margin, pane.row + taken, pane.width - 2 * margin, pane.height - taken)
    }

    /// Makes the views fit, and asks for what is not known of the rows near the view.
    pub(in crate::app) fn refit_shelf(&mut self) -> Vec<Effect> {
        let layout = self.layout();
        let height = |pane| layout.rect_or_body(pane).height as usize;
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        shelf.list.fit(shelf.ids.len(), height(Pane::Articles));
        shelf.section_list.fit(shelf.sections.len(), height(Pane::Sections));
        let end = (shelf.list.top + height(Pane::Articles)).min(shelf.ids.len());
        let mut effects = Vec::new();
        if shelf.ids[shelf.list.top.min(end)..end].iter().any(|id| !shelf.known.contains_key(id)) {
            let near = shelf.list.top.saturating_sub(AHEAD)..(end + AHEAD).min(shelf.ids.len());
            let unknown = shelf.ids[near].iter().copied().filter(|id| !shelf.known.contains_key(id));
            effects.push(Effect::Shelf(Ask::Rows(unknown.collect())));
        }
        let selected = shelf.selected();
        if let Some(id) = selected.filter(|_| shelf.preview.as_ref().map(|preview| preview.id) != selected) {
            effects.push(Effect::Shelf(Ask::Preview(id)));
        }
        effects
    }
}

/// The row `rows` further down, or up; the last row of the text stays in view.
fn top(preview: &Preview, area: Rect, rows: isize) -> usize {
    let flow = preview.flow(area);
    let Some(mut walk) = flow.walk(preview.top) else { return preview.top };
    walk.by(rows);
    let last = flow.walk(preview.article.body.len()).map_or(0, |mut walk| {
        walk.by(1 - (area.height as isize).max(1));
        walk.row().span.start
    });
    walk.row().span.start.min(last)
}
