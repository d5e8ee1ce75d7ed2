//! One row being written from left to right, never wider than its room.

use std::borrow::Cow;

use tui_input::Input;

use super::{Look, Run, Scope, State};
use crate::text::width::{cols, cut, prefix, suffix};

/// A row of a fixed width.
#[derive(Clone, Debug)]
pub(super) struct Line {
    runs: Vec<Run>,
    used_cols: usize,
    width_cols: usize,
    state: State,
}

impl Line {
    pub(super) fn new(width_cols: u16) -> Line {
        Line { runs: Vec::new(), used_cols: 0, width_cols: width_cols as usize, state: State::Plain }
    }

    /// A row that is in one state throughout.
    pub(super) fn in_state(width_cols: u16, state: State) -> Line {
        Line { state, ..Line::new(width_cols) }
    }

    /// Columns that are still free.
    pub(super) fn room(&self) -> usize {
        self.width_cols - self.used_cols
    }

    /// Writes `text`, cut to the room there is.
    pub(super) fn push(&mut self, text: &str, look: impl Into<Look>) {
        let mut look = look.into();
        if self.state != State::Plain {
            look.state = self.state;
        }
        let text: Cow<'_, str> = cut(text, self.room());
        self.used_cols += cols(&text);
        if !text.is_empty() {
            self.runs.push(Run { text: text.into_owned(), look });
        }
    }

    /// Writes a line that is being edited, scrolled so that its cursor is in view; tells the column of the cursor.
    pub(super) fn push_input(&mut self, input: &Input, reserved_cols: usize) -> usize {
        let room = self.room().saturating_sub(reserved_cols);
        let skipped = input.visual_scroll(room.saturating_sub(1).max(1));
        let column = self.used_cols + input.visual_cursor().saturating_sub(skipped);
        self.push(prefix(suffix(input.value(), skipped), room), Scope::Text);
        column.min(self.width_cols.saturating_sub(1))
    }

    /// Leaves `count` columns empty.
    pub(super) fn space(&mut self, count: usize) {
        self.push(&" ".repeat(count.min(self.room())), Scope::Text);
    }

    /// Writes `tail` at the right end, if it fits with a column between.
    pub(super) fn push_right(&mut self, tail: &str, look: impl Into<Look>) {
        let tail_cols = cols(tail);
        if tail_cols > 0 && tail_cols < self.room() {
            self.space(self.room() - tail_cols);
            self.push(tail, look);
        }
    }

    pub(super) fn width(&self) -> u16 {
        self.width_cols as u16
    }

    /// The pieces, filled up to the width.
    pub(super) fn into_runs(mut self) -> Vec<Run> {
        self.space(self.room());
        self.runs
    }
}
