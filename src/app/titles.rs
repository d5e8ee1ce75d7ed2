//! The titles over the panes, which are tabs where panes share a column.

use super::App;
use super::layout::{Pane, Rect};
use super::words::{Words, phrase};
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
}

fn pane_words(pane: Pane) -> Words {
    match pane {
        Pane::Article => phrase::ARTICLE,
        Pane::Timeline => phrase::TIMELINE,
        Pane::Names => phrase::NAMES,
        Pane::Sources => phrase::SOURCES,
        Pane::Sections => phrase::SECTIONS,
        Pane::Articles => phrase::ARTICLES,
        Pane::Preview => phrase::PREVIEW,
    }
}
