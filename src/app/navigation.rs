//! Getting about: cursor, jumps and focus, each keeping the others in step.

use super::App;
use super::flow::Row;
use super::jumps::Place;
use super::layers::Layer;
use super::layout::{self, Pane};
use super::timeline::{Timeline, TimelineRow};
use crate::model::Span;

impl App {
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
        if pane.is_library() {
            return;
        }
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

    /// The first and the last row of the screen that show the words at `span`, or the event selected on the timeline
    /// where that is all there is to see.
    pub(super) fn rows_of(&self, span: Span) -> Option<(u16, u16)> {
        let reading = self.reading()?;
        let layout = self.layout();
        let (first_row, shown): (u16, Vec<bool>) = if layout.rect(Pane::Article).is_some() {
            let area = self.text_area();
            let shows = |row: Row| row.span.overlaps(span) || row.span.contains(span.start);
            (area.row, reading.rows(area).into_iter().map(shows).collect())
        } else {
            let pane = layout.rect(Pane::Timeline)?;
            let rows = reading.timeline.rows(reading.stage(pane)?);
            let selected = |row: TimelineRow| row.event().is_some() && row.event() == reading.timeline.selected;
            (pane.row, rows.into_iter().map(selected).collect())
        };
        let row = |index: usize| first_row + index as u16;
        Some((row(shown.iter().position(|&it| it)?), row(shown.iter().rposition(|&it| it)?)))
    }

    /// Where the screen is low, brings the words at `span` to the top of the text, so that an answer has room below.
    pub(super) fn make_room_beside(&mut self, span: Span) {
        const LOW_ROWS: u16 = 16;
        let area = self.text_area();
        if area.height < LOW_ROWS && self.layout().rect(Pane::Article).is_some() {
            let Some(reading) = self.reading_mut() else { return };
            reading.bring_to_top(span.start, area);
            // A name that is broken over two rows, on a screen of one.
            if !reading.rows(area).iter().any(|row| row.span.contains(reading.cursor)) {
                reading.bring_to_top(reading.cursor, area);
            }
        }
    }

    /// Lays something over the panes, if there is anything to lay.
    pub(super) fn push_layer(&mut self, make: impl FnOnce(&App) -> Option<Layer>) {
        let layer = make(self);
        self.layers.extend(layer);
    }
}
