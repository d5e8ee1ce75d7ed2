//! One opened article and where the reader is in it.

use std::sync::Arc;

use super::analysing::Awaited;
use super::flow::{Flow, Row};
use super::layout::Rect;
use super::list::List;
use super::marks::Marks;
use super::search::Search;
use super::timeline::{Stage, Timeline};
use super::words::{Locale, phrase};
use crate::model::{Article, Basis, EntityId, Span};

/// An article that was asked for.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it was asked for by: a path, or `-`.
    pub id: String,
    pub state: State,
    /// Its number, where it is from the library.
    pub shelved: Option<i64>,
    /// The paragraph up to which it is kept as read.
    pub(super) kept: usize,
    /// Whether the reader has moved in it since it was opened.
    pub(super) has_moved: bool,
}

#[derive(Clone, Debug)]
pub enum State {
    Loading,
    Failed(String),
    Open(Box<Reading>),
}

/// An article being read.
#[derive(Clone, Debug)]
pub struct Reading {
    pub article: Arc<Article>,
    /// `None` until the analysis arrives.
    pub marks: Option<Marks>,
    pub awaited: Awaited,
    /// The reading cursor, a byte offset on a character border in a paragraph.
    pub cursor: usize,
    /// The start of the first row in view.
    pub top: usize,
    /// The entity that the reader jumped to last: all its mentions stand out.
    pub entity: Option<EntityId>,
    /// The source that the reader opened last: statements are jumped to by it.
    pub source: Option<Basis>,
    pub search: Option<Search>,
    pub timeline: Timeline,
    pub names: List,
    pub sources: List,
    /// Where the reader was when the timeline took over; Esc goes back there.
    pub origin: Option<usize>,
}

impl Document {
    pub fn new(id: String) -> Document {
        Document { id, state: State::Loading, shelved: None, kept: 0, has_moved: false }
    }

    /// What the reader sees as its name.
    pub fn name(&self, locale: Locale) -> &str {
        if self.id == "-" { phrase::STANDARD_INPUT.of(locale) } else { &self.id }
    }
}

impl Reading {
    pub fn new(article: Arc<Article>) -> Reading {
        let start = article.paragraphs.first().map_or(0, |paragraph| paragraph.start);
        Reading {
            article,
            marks: None,
            awaited: Awaited::default(),
            cursor: start,
            top: start,
            entity: None,
            source: None,
            search: None,
            timeline: Timeline::default(),
            names: List::default(),
            sources: List::default(),
            origin: None,
        }
    }

    /// What the timeline is drawn from, in a pane.
    pub fn stage(&self, pane: Rect) -> Option<Stage<'_>> {
        Some(Stage { body: &self.article.body, marks: self.marks.as_ref()?, pane })
    }

    /// Changes the timeline, which needs the rest of the reading to fit its pane.
    pub fn change_timeline(&mut self, pane: Rect, change: impl FnOnce(&mut Timeline, Stage)) {
        let mut timeline = self.timeline;
        if let Some(stage) = self.stage(pane) {
            change(&mut timeline, stage);
        }
        self.timeline = timeline;
    }

    /// The text set to the width of `area`.
    pub fn flow(&self, area: Rect) -> Flow<'_> {
        Flow { article: &self.article, width_cols: (area.width as usize).max(1) }
    }

    /// The rows of the text that are in view.
    pub fn rows(&self, area: Rect) -> Vec<Row> {
        self.flow(area).rows_from(self.top, area.height as usize)
    }

    /// Whether a search of the whole article is too short to be felt, so that it can follow every letter typed.
    pub fn is_searched_at_once(&self) -> bool {
        const MOST_BYTES: usize = 300_000;
        self.article.body.len() <= MOST_BYTES
    }

    /// The sentence of the cursor, or its paragraph where sentences are not known.
    pub fn sentence(&self) -> Span {
        let known = self.marks.as_ref().and_then(|marks| {
            let analysis = &marks.analysis;
            analysis.sentence_at(self.cursor).map(|id| analysis.sentences[id].span)
        });
        known.unwrap_or_else(|| self.paragraph())
    }

    /// How many paragraphs begin before the cursor or at it.
    pub(super) fn paragraph_number(&self) -> usize {
        self.article.paragraphs.partition_point(|paragraph| paragraph.start <= self.cursor)
    }

    /// The paragraph of the cursor.
    fn paragraph(&self) -> Span {
        self.paragraph_at(self.cursor).unwrap_or_default()
    }

    /// The paragraph that holds `offset`, or the one before it.
    fn paragraph_at(&self, offset: usize) -> Option<Span> {
        let paragraphs = &self.article.paragraphs;
        let after = paragraphs.partition_point(|paragraph| paragraph.start <= offset);
        paragraphs.get(after.saturating_sub(1)).copied()
    }

    /// How far through the text the last row in view is, in percent.
    pub fn percent(&self, area: Rect) -> usize {
        let len = self.article.body.trim_end().len();
        let end = self.rows(area).last().map_or(0, |row| row.span.end);
        if end >= len { 100 } else { end * 100 / len }
    }

    /// Puts the cursor at `offset`, at the nearest place where there is text, and brings it into view.
    pub fn move_to(&mut self, offset: usize, area: Rect) {
        let Some(paragraph) = self.paragraph_at(offset) else { return };
        let last_char = paragraph.of(&self.article.body).char_indices().last().map_or(0, |(index, _)| index);
        let mut offset = offset.clamp(paragraph.start, paragraph.start + last_char);
        while !self.article.body.is_char_boundary(offset) {
            offset -= 1;
        }
        self.cursor = offset;
        self.show_cursor(area);
    }

    /// Moves the cursor by display rows; says whether it moved.
    pub fn move_rows(&mut self, count: isize, area: Rect) -> bool {
        let Some(mut walk) = self.flow(area).walk(self.cursor) else { return false };
        let before = walk.row().span.start;
        for _ in 0..count.unsigned_abs() {
            if walk.by(count.signum()) == 0 {
                break;
            }
            walk.leave_blank(count > 0);
        }
        let row = walk.row().span.start;
        if row == before {
            return false;
        }
        self.move_to(row, area);
        true
    }

    /// Moves view and cursor together by display rows.
    pub fn page(&mut self, count: isize, area: Rect) {
        self.top = self.row_away(self.top, count, area).min(self.last_top(area));
        let row = self.row_away(self.cursor, count, area);
        self.move_to(self.text_row(row, count > 0, area), area);
    }

    /// Moves the view by display rows and takes the cursor along only where it would leave the view.
    pub fn scroll(&mut self, count: isize, area: Rect) {
        self.top = self.row_away(self.top, count, area).min(self.last_top(area));
        let rows = self.rows(area);
        // At either end of the text the cursor may go to the border of the view.
        let above = if self.top == self.start() { 0 } else { scrolloff(area) };
        let below = if self.top == self.last_top(area) { 0 } else { scrolloff(area) };
        let (Some(first), Some(last)) = (rows.get(above), rows.iter().nth_back(below)) else { return };
        if self.cursor < first.span.start {
            self.cursor = self.text_row(first.span.start, true, area);
        } else if self.cursor > last.span.start && !last.span.contains(self.cursor) {
            self.cursor = self.text_row(last.span.start, false, area);
        }
    }

    /// Brings the cursor into view: with as little movement as possible when it is near, else a third down the pane.
    pub fn show_cursor(&mut self, area: Rect) {
        let height = area.height as usize;
        let Some(walk) = self.flow(area).walk(self.cursor) else { return };
        let row = walk.row().span.start;
        let margin = scrolloff(area) as isize;
        // The old top may lie inside a row of the new width.
        self.top = self.row_away(self.top, 0, area);
        let near_start = self.row_away(self.top, -(height as isize), area);
        let near_end = self.row_away(self.top, 2 * height as isize, area);
        if (near_start..=near_end).contains(&row) {
            let lowest = self.row_away(row, -margin, area);
            let below = self.row_away(row, margin, area);
            let highest = self.row_away(below, 1 - (height as isize).max(1), area);
            self.top = self.top.clamp(highest.min(lowest), lowest);
        } else {
            self.top = self.row_away(row, -(height as isize / 3), area);
        }
        self.top = self.top.min(self.last_top(area));
    }

    /// Makes the row that holds `offset` the first in view, or as near to it as the end of the text allows.
    pub fn bring_to_top(&mut self, offset: usize, area: Rect) {
        self.top = self.row_away(offset, 0, area).min(self.last_top(area));
    }

    /// The start of the row `count` rows from the one that holds `offset`.
    fn row_away(&self, offset: usize, count: isize, area: Rect) -> usize {
        let Some(mut walk) = self.flow(area).walk(offset) else { return 0 };
        walk.by(count);
        walk.row().span.start
    }

    /// The start of the nearest row with text, at `offset` or beyond.
    fn text_row(&self, offset: usize, down: bool, area: Rect) -> usize {
        let Some(mut walk) = self.flow(area).walk(offset) else { return 0 };
        walk.leave_blank(down);
        walk.row().span.start
    }

    /// The lowest that the view may start: the last row of the text is then the last in view.
    fn last_top(&self, area: Rect) -> usize {
        self.row_away(self.article.body.len(), 1 - (area.height as isize).max(1), area)
    }

    fn start(&self) -> usize {
        self.article.paragraphs.first().map_or(0, |paragraph| paragraph.start)
    }
}

/// Rows kept between the cursor and the border of the view.
fn scrolloff(area: Rect) -> usize {
    (area.height as usize).saturating_sub(1).min(4) / 2
}
