//! Choosing: events on the timeline, rows of the lists, the name under the cursor.

use super::App;
use super::card;
use super::layers::Layer;
use super::layout::Pane;
use super::marks::NameRow;
use crate::model::{Basis, EntityId, EventId};

impl App {
    /// Selects an event and shows its sentence, with the cursor on the words that gave its date.
    pub(super) fn select_event(&mut self, event: EventId) {
        let Some((_, marks)) = self.marked() else { return };
        let offset = marks.event_span(event).start;
        self.move_to(offset);
        let pane = self.layout().rect_or_body(Pane::Timeline);
        if let Some(reading) = self.reading_mut() {
            reading.change_timeline(pane, |timeline, stage| timeline.select(event, stage));
        }
    }

    /// Selects the first event in view where none is selected.
    pub(super) fn select_some_event(&mut self) {
        let Some((reading, marks)) = self.marked() else { return };
        let timeline = &reading.timeline;
        if let (None, Some(&event)) = (timeline.selected, timeline.events(marks).get(timeline.top)) {
            self.select_event(event);
        }
    }

    /// Goes to the article at the selected event; the way back leads to where the reader was before.
    pub(super) fn open_event(&mut self) {
        self.select_some_event();
        let Some(reading) = self.reading_mut() else { return };
        let Some(event) = reading.timeline.selected else { return };
        reading.cursor = reading.origin.take().unwrap_or(reading.cursor);
        self.leave_mark();
        self.set_focus(Pane::Article);
        self.select_event(event);
    }

    /// Opens the card of the selected name; goes to the selected source.
    pub(super) fn open_row(&mut self) {
        match self.selected_name() {
            Some(entity) => self.open_card(entity),
            None => self.go_to_row(),
        }
    }

    /// Goes to what the selected row of the focused list stands for.
    pub(super) fn go_to_row(&mut self) {
        if let Some(entity) = self.selected_name() {
            return self.go_to_entity(entity);
        }
        let Some((reading, marks)) = self.marked() else { return };
        if let (Pane::Sources, Some(&(basis, _))) = (self.focus, marks.bases.get(reading.sources.selected)) {
            self.go_to_source(basis);
        }
    }

    /// The name that is selected in the list of names, if that has the focus.
    fn selected_name(&self) -> Option<EntityId> {
        let (reading, marks) = self.marked().filter(|_| self.focus == Pane::Names)?;
        match marks.names().get(reading.names.selected)? {
            NameRow::Name { entity, .. } => Some(*entity),
            NameRow::Heading { .. } => None,
        }
    }

    /// Opens the card of `entity`, which becomes the current one; the cursor stays.
    pub(super) fn open_card(&mut self, entity: EntityId) {
        let Some(card) = card::picker(self, entity) else { return };
        if let Some(reading) = self.reading_mut() {
            reading.entity = Some(entity);
        }
        self.layers.push(Layer::Picker(card));
    }

    /// Goes to the first sentence that rests on `basis`, and makes it the source that statements are jumped to by.
    fn go_to_source(&mut self, basis: Basis) {
        let Some((_, marks)) = self.marked() else { return };
        let analysis = &marks.analysis;
        let first = analysis.sentences.items().iter().find(|it| analysis.supports_in(it.span).contains(&basis));
        let Some(offset) = first.map(|sentence| sentence.span.start) else { return };
        self.jump_to(offset);
        self.set_focus(Pane::Article);
        if let Some(reading) = self.reading_mut() {
            reading.source = Some(basis);
        }
    }

    /// Goes to the first mention of `entity` that the lens leaves, and makes it the current one.
    pub(super) fn go_to_entity(&mut self, entity: EntityId) {
        let Some((_, marks)) = self.marked() else { return };
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
        let Some((reading, marks)) = self.marked() else { return false };
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
}
