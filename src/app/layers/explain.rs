//! The answer to 'why?', to be read and scrolled.

use super::Layer;
use crate::app::App;
use crate::app::explain::Explanation;
use crate::app::layout::{Layout, Rect};
use crate::app::msg::{Key, KeyCode};
use crate::model::Span;
use crate::text::wrap::wrap;

/// Explanations of everything under the cursor.
#[derive(Clone, Debug)]
pub struct ExplainLayer {
    pub explanations: Vec<Explanation>,
    /// Rows above the view.
    pub scroll: usize,
    /// Where it leaves what it explains in view.
    pub edge: Edge,
}

/// The part of the screen that an explanation lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Top,
    Bottom,
}

/// One row of the explanations as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExplainRow {
    Blank,
    Heading(String),
    /// The label stands only before the first row of its text.
    Fact {
        label: String,
        text: String,
    },
}

/// Columns for the labels.
pub const LABEL_COLS: usize = 15;

impl ExplainLayer {
    pub fn new(explanations: Vec<Explanation>, edge: Edge) -> ExplainLayer {
        ExplainLayer { explanations, scroll: 0, edge }
    }

    pub fn rect(&self, layout: &Layout) -> Rect {
        const WIDTH_COLS: u16 = 76;
        let widest = layout.overlay(WIDTH_COLS, u16::MAX);
        let rows = self.rows(widest.inner().width as usize).len();
        // In the half where its words are not, unless that is too little to read.
        let most_rows = (layout.body.height / 2 + 1).max(10);
        let rows = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2);
        let rect = layout.overlay(WIDTH_COLS, rows.min(most_rows));
        match self.edge {
            Edge::Top => Rect { row: layout.body.row.min(rect.row), ..rect },
            Edge::Bottom => Rect { row: layout.footer.row.saturating_sub(rect.height), ..rect },
        }
    }

    /// All rows at a width.
    pub fn rows(&self, width_cols: usize) -> Vec<ExplainRow> {
        let text_cols = width_cols.saturating_sub(LABEL_COLS).max(1);
        let mut rows = Vec::new();
        for explanation in &self.explanations {
            if !rows.is_empty() {
                rows.push(ExplainRow::Blank);
            }
            rows.push(ExplainRow::Heading(explanation.heading.clone()));
            for fact in &explanation.facts {
                for (index, row) in wrap(&fact.text, Span::new(0, fact.text.len()), text_cols).into_iter().enumerate() {
                    let label = if index == 0 { fact.label.to_owned() } else { String::new() };
                    rows.push(ExplainRow::Fact { label, text: row.of(&fact.text).trim_end().to_owned() });
                }
            }
        }
        rows
    }

    pub(super) fn key(mut self, app: &mut App, key: Key) {
        let page = self.rect(&app.layout()).inner().height as isize;
        match key.code {
            KeyCode::Char('j') | KeyCode::Down => self.scroll_by(1, app),
            KeyCode::Char('k') | KeyCode::Up => self.scroll_by(-1, app),
            KeyCode::Char(' ' | 'd' | 'f') | KeyCode::PageDown => self.scroll_by(page, app),
            KeyCode::Char('b' | 'u') | KeyCode::PageUp => self.scroll_by(-page, app),
            KeyCode::Char('q' | 'x') | KeyCode::Enter => return,
            _ => {}
        }
        app.layers.push(Layer::Explain(self));
    }

    pub(in crate::app) fn scroll_by(&mut self, count: isize, app: &App) {
        let inner = self.rect(&app.layout()).inner();
        let last = self.rows(inner.width as usize).len().saturating_sub(inner.height as usize);
        self.scroll = self.scroll.saturating_add_signed(count).min(last);
    }
}
