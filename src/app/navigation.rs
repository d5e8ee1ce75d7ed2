//! Getting about: cursor, jumps, focus, timeline, lists and lens, each keeping the others in step.

use super::App;
use super::jumps::Place;
use super::layers::Layer;
use super::layout::{self, Pane, Rect};
use super::marks::{NameRow, Towards};
use super::timeline::Timeline;
use super::words::{Words, phrase};
use crate::model::{Basis, EntityId, EventId};
use crate::text::width::cols;

/// The title of a pane, which may be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    pub pane: Pane,
    pub rect: Rect,
    pub words: &'static str,
}

impl App {
    /// The titles over the panes, and where they stand.
    pub fn titles(&self) -> Vec<Title> {
        let mut titles = Vec::new();
        for (rect, panes) in self.layout().tabs() {
            let mut column = rect.column + 1;
            for pane in panes {
                let words = self.words(pane_words(pane));
                let width = (cols(words) as u16).min((rect.column + rect.width).saturating_sub(column));
                titles.push(Title { pane, rect: Rect { column, width, ..rect }, words });
                column = column.saturating_add(width + 2);
            }
        }
        titles
    }

    /// Puts the cursor at `offset`; the timeline follows.
    pub(super) fn move_to(&mut self, offset: usize) {
        let area = self.text_area();
        if let Some(reading) = self.reading_mut() {
            reading.move_to(offset, area);
        }
        self.follow_text();
    }

    /// Puts the cursor at `offset`, remembers the place it left, and makes sure that the article is in view.
    pub(super) fn jump_to(&mut self, offset: usize) {
        self.leave_mark();
        self.move_to(offset);
        if self.layout().rect(Pane::Article).is_none() {
            self.set_focus(Pane::Article);
        }
    }

    pub(super) fn leave_mark(&mut self) {
        if let Some(place) = self.place() {
            self.jumps.leave(place);
        }
    }

    fn place(&self) -> Option<Place> {
        self.reading().map(|reading| Place { document: self.current, offset: reading.cursor })
    }

    pub(super) fn jump_back(&mut self) -> bool {
        let target = self.place().and_then(|here| self.jumps.back(here));
        self.return_to(target)
    }

    pub(super) fn jump_forward(&mut self) -> bool {
        let target = self.place().and_then(|here| self.jumps.forward(here));
        self.return_to(target)
    }

    fn return_to(&mut self, target: Option<Place>) -> bool {
        let Some(place) = target else { return false };
        self.current = place.document;
        self.set_focus(Pane::Article);
        self.move_to(place.offset);
        true
    }

    /// Selects the event told at the cursor.
    pub(super) fn follow_text(&mut self) {
        let pane = self.layout().rect_or_body(Pane::Timeline);
        let Some(reading) = self.reading_mut() else { return };
        let event = reading.marks.as_ref().and_then(|marks| marks.event_at(reading.cursor));
        if let Some(event) = event {
            reading.change_timeline(pane, |timeline, stage| timeline.select(event, stage));
        }
    }

    /// Gives the keys to `pane` and brings it into view.
    pub(super) fn set_focus(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Article {
            self.zen = false;
            self.companion = pane;
        }
        if matches!(pane, Pane::Names | Pane::Sources) {
            self.side = pane;
        }
        // Three columns have room for the timeline beside the side list.
        if self.width_cols >= layout::THREE_COLUMNS {
            self.companion = Pane::Timeline;
        }
        if pane == Pane::Article
            && let Some(reading) = self.reading_mut()
        {
            reading.origin = None;
        }
        self.refit();
    }

    /// Makes every view fit the layout again after it changed.
    pub(super) fn refit(&mut self) {
        let layout = self.layout();
        let area = self.text_area();
        let rect = |pane: Pane| layout.rect_or_body(pane);
        let Some(reading) = self.reading_mut() else { return };
        reading.show_cursor(area);
        reading.change_timeline(rect(Pane::Timeline), Timeline::fit);
        let Some(marks) = &reading.marks else { return };
        reading.names.fit(marks.names().len(), rect(Pane::Names).height as usize);
        reading.sources.fit(marks.bases.len(), rect(Pane::Sources).height as usize);
    }

    /// Gives the keys to `pane` as a reader does, who may want to come back.
    pub(super) fn enter(&mut self, pane: Pane) {
        if let Some(reading) = self.reading_mut()
            && pane == Pane::Timeline
            && reading.origin.is_none()
        {
            reading.origin = Some(reading.cursor);
        }
        self.set_focus(pane);
    }

    /// Goes from a list to the article, to where the reader was before the timeline moved the text.
    pub(super) fn leave_list(&mut self) {
        let origin = self.reading_mut().and_then(|reading| reading.origin.take());
        self.set_focus(Pane::Article);
        if let Some(offset) = origin {
            self.move_to(offset);
        }
    }

    /// Selects an event and shows its sentence, with the cursor on the words that gave its date.
    pub(super) fn select_event(&mut self, event: EventId) {
        let Some(marks) = self.reading().and_then(|reading| reading.marks.as_ref()) else { return };
        let offset = marks.event_span(event).start;
        self.move_to(offset);
        let pane = self.layout().rect_or_body(Pane::Timeline);
        if let Some(reading) = self.reading_mut() {
            reading.change_timeline(pane, |timeline, stage| timeline.select(event, stage));
        }
    }

    /// Goes to the article at the selected event; the way back leads to where the reader was before.
    pub(super) fn open_event(&mut self) {
        let Some(reading) = self.reading_mut() else { return };
        let Some(event) = reading.timeline.selected else { return };
        reading.cursor = reading.origin.take().unwrap_or(reading.cursor);
        self.leave_mark();
        self.set_focus(Pane::Article);
        self.select_event(event);
    }

    /// Goes to what the selected row of the focused list stands for.
    pub(super) fn open_row(&mut self) {
        let Some((reading, marks)) = self.reading().and_then(|it| Some((it, it.marks.as_ref()?))) else { return };
        match self.focus {
            Pane::Names => {
                if let Some(&NameRow::Name { entity, .. }) = marks.names().get(reading.names.selected) {
                    self.go_to_entity(entity);
                }
            }
            Pane::Sources => {
                if let Some(&(basis, _)) = marks.bases.get(reading.sources.selected) {
                    self.go_to_source(basis);
                }
            }
            Pane::Article | Pane::Timeline => {}
        }
    }

    /// Goes to the first sentence that rests on `basis`, and makes it the source that statements are jumped to by.
    fn go_to_source(&mut self, basis: Basis) {
        let Some(marks) = self.reading().and_then(|reading| reading.marks.as_ref()) else { return };
        let analysis = &marks.analysis;
        let first = analysis.sentences.items().iter().find(|it| analysis.bases_in(it.span).contains(&basis));
        let Some(offset) = first.map(|sentence| sentence.span.start) else { return };
        self.jump_to(offset);
        self.set_focus(Pane::Article);
        if let Some(reading) = self.reading_mut() {
            reading.source = Some(basis);
        }
    }

    /// Goes to the first mention of `entity` that the lens leaves, and makes it the current one.
    pub(super) fn go_to_entity(&mut self, entity: EntityId) {
        let Some(marks) = self.reading().and_then(|reading| reading.marks.as_ref()) else { return };
        let starts = marks.analysis.entities[entity].mentions.iter().map(|&id| marks.analysis.mentions[id].span.start);
        let Some(offset) = starts.into_iter().find(|&offset| marks.keeps(offset)) else { return };
        self.jump_to(offset);
        self.set_focus(Pane::Article);
        if let Some(reading) = self.reading_mut() {
            reading.entity = Some(entity);
        }
    }

    /// Selects another event, and shows its sentence; says whether there was one.
    pub(super) fn move_on_timeline(&mut self, count: isize) -> bool {
        let Some((reading, marks)) = self.reading().and_then(|it| Some((it, it.marks.as_ref()?))) else { return false };
        let events = reading.timeline.events(marks);
        let here = reading.timeline.position(marks);
        let index = match here {
            Some(index) => index.saturating_add_signed(count).min(events.len().saturating_sub(1)),
            // Nothing is selected yet: the first row down is the first event.
            None => (count - 1).clamp(0, events.len().saturating_sub(1) as isize) as usize,
        };
        let Some(&event) = events.get(index).filter(|_| Some(index) != here) else { return false };
        self.select_event(event);
        true
    }

    /// Selects another row of the list that has the focus; says whether there was one.
    pub(super) fn move_in_list(&mut self, count: isize) -> bool {
        let pane = self.focus;
        let height = self.layout().rect_or_body(pane).height as usize;
        let Some(reading) = self.reading_mut() else { return false };
        let Some(marks) = &reading.marks else { return false };
        if pane == Pane::Sources {
            let before = reading.sources.selected;
            reading.sources.move_by(count, marks.bases.len(), height);
            return reading.sources.selected != before;
        }
        let names = marks.names();
        let before = reading.names.selected;
        reading.names.move_by(count, names.len(), height);
        // Headings cannot be chosen; there is a name after each.
        if matches!(names.get(reading.names.selected), Some(NameRow::Heading { .. })) {
            let on = if count < 0 && reading.names.selected > 0 { -1 } else { 1 };
            reading.names.move_by(on, names.len(), height);
            reading.names.top = if reading.names.selected <= 1 { 0 } else { reading.names.top };
        }
        reading.names.selected != before
    }

    /// Makes the entity under the cursor, if there is one, the current one.
    pub(super) fn take_name_under_cursor(&mut self) {
        let Some(reading) = self.reading_mut() else { return };
        let Some(marks) = &reading.marks else { return };
        if let Some(mention) = marks.analysis.mention_at(reading.cursor) {
            reading.entity = Some(marks.analysis.mentions[mention].entity);
        }
    }

    /// The same, unless there is a current one already.
    pub(super) fn take_name_if_none(&mut self) {
        if self.reading().is_some_and(|reading| reading.entity.is_none()) {
            self.take_name_under_cursor();
        }
    }

    /// Shows only what rests on `bases`; everything, where there are none.
    pub(super) fn set_lens(&mut self, bases: Vec<Basis>) {
        let Some(reading) = self.reading_mut() else { return };
        let Some(marks) = &mut reading.marks else { return };
        marks.set_lens(bases);
        if let Some(search) = &reading.search {
            let (query, towards) = (search.query.clone(), search.towards);
            self.search(&query, towards);
        }
        self.follow_text();
        self.refit();
    }

    /// Looks for `query` in the article; what the lens dims is not found.
    pub(super) fn search(&mut self, query: &str, towards: Towards) {
        let Some(reading) = self.reading_mut() else { return };
        let keeps = |offset: usize| reading.marks.as_ref().is_none_or(|marks| marks.keeps(offset));
        reading.search = Some(super::search::Search::new(&reading.article, query, towards, keeps));
    }

    /// Jumps to the next match that way, beginning anew from the other end if there is none.
    pub(super) fn go_to_match(&mut self, towards: Towards) {
        let Some(reading) = self.reading() else { return };
        let Some(search) = &reading.search else { return };
        match search.next(reading.cursor, towards) {
            None => self.say_words(phrase::NO_MATCH),
            Some((hit, around)) => {
                self.jump_to(hit.start);
                match (around, towards) {
                    (false, _) => {}
                    (true, Towards::End) => self.say_words(phrase::BACK_TO_START),
                    (true, Towards::Start) => self.say_words(phrase::BACK_TO_END),
                }
            }
        }
    }

    /// Lays something over the panes, if there is anything to lay.
    pub(super) fn push_layer(&mut self, make: impl FnOnce(&App) -> Option<Layer>) {
        let layer = make(self);
        self.layers.extend(layer);
    }
}

fn pane_words(pane: Pane) -> Words {
    match pane {
        Pane::Article => phrase::ARTICLE,
        Pane::Timeline => phrase::TIMELINE,
        Pane::Names => phrase::NAMES,
        Pane::Sources => phrase::SOURCES,
    }
}
