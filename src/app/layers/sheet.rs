//! A page of facts to be read and scrolled: the answer to 'why?', the legend, what is known of the article.

use super::Layer;
use crate::app::App;
use crate::app::explain::{Explanation, Label};
use crate::app::layout::{Layout, Rect};
use crate::app::msg::{Key, KeyCode};
use crate::app::words::Words;
use crate::model::Span;
use crate::text::wrap::wrap;

/// A page of facts.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub title: Words,
    pub explanations: Vec<Explanation>,
    /// Rows above the view.
    pub scroll: usize,
    /// The words of the article that it is about: they stay in view.
    pub about: Option<Span>,
}

/// One row of a sheet as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetRow {
    Blank,
    Heading(String),
    Fact {
        /// Stands only before the first row of its text.
        label: Option<Label>,
        text: String,
    },
}

/// Columns for the labels.
pub const LABEL_COLS: usize = 15;

const WIDTH_COLS: u16 = 76;

impl Sheet {
    pub fn new(title: Words, explanations: Vec<Explanation>) -> Sheet {
        Sheet { title, explanations, scroll: 0, about: None }
    }

    /// One that leaves the words at `about` in view.
    pub fn beside(title: Words, explanations: Vec<Explanation>, about: Span) -> Sheet {
        Sheet { about: Some(about), ..Sheet::new(title, explanations) }
    }

    /// Where it lies: in the middle, or on the larger part of the screen above or below what it is about.
    pub fn rect(&self, app: &App) -> Rect {
        let layout = app.layout();
        let widest = layout.overlay(WIDTH_COLS, u16::MAX);
        let rows = self.rows(widest.inner().width as usize).len();
        let height = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2);
        let rect = layout.overlay(WIDTH_COLS, height);
        match self.about.and_then(|span| app.rows_of(span)) {
            None => rect,
            Some(rows) => beside(rect, rows, &layout),
        }
    }

    /// All rows at a width.
    pub fn rows(&self, width_cols: usize) -> Vec<SheetRow> {
        let text_cols = width_cols.saturating_sub(LABEL_COLS).max(1);
        let mut rows = Vec::new();
        for explanation in &self.explanations {
            if !rows.is_empty() {
                rows.push(SheetRow::Blank);
            }
            rows.push(SheetRow::Heading(explanation.heading.clone()));
            for fact in &explanation.facts {
                for (index, row) in wrap(&fact.text, Span::new(0, fact.text.len()), text_cols).into_iter().enumerate() {
                    let label = (index == 0).then_some(fact.label);
                    rows.push(SheetRow::Fact { label, text: row.of(&fact.text).trim_end().to_owned() });
                }
            }
        }
        rows
    }

    pub(super) fn key(mut self, app: &mut App, key: Key) {
        let page = self.rect(app).inner().height as isize;
        match key.code {
            KeyCode::Char('j') | KeyCode::Down => self.scroll_by(1, app),
            KeyCode::Char('k') | KeyCode::Up => self.scroll_by(-1, app),
            KeyCode::Char(' ' | 'd' | 'f') | KeyCode::PageDown => self.scroll_by(page, app),
            KeyCode::Char('b' | 'u') | KeyCode::PageUp => self.scroll_by(-page, app),
            KeyCode::Char('g') | KeyCode::Home => self.scroll = 0,
            KeyCode::Char('G') | KeyCode::End => self.scroll_by(isize::MAX, app),
            KeyCode::Char('q' | 'x') | KeyCode::Enter => return,
            _ => {}
        }
        app.layers.push(Layer::Sheet(self));
    }

    pub(in crate::app) fn scroll_by(&mut self, count: isize, app: &App) {
        self.scroll = self.scroll.saturating_add_signed(count).min(self.last_scroll(app));
    }

    /// The first row in view; a screen that has grown since shows no emptiness below the end.
    pub fn top(&self, app: &App) -> usize {
        self.scroll.min(self.last_scroll(app))
    }

    /// Rows that stand below the view.
    pub fn rows_below(&self, app: &App) -> usize {
        self.last_scroll(app) - self.top(app)
    }

    fn last_scroll(&self, app: &App) -> usize {
        let inner = self.rect(app).inner();
        self.rows(inner.width as usize).len().saturating_sub(inner.height as usize)
    }
}

/// `rect` moved above or below the rows from `first` to `last`, wherever there is more room, and cut to that room and
/// to half the screen, which is enough for most answers. Only a screen too low for both hides the words.
fn beside(rect: Rect, (first, last): (u16, u16), layout: &Layout) -> Rect {
    const LEAST_ROWS: u16 = 4;
    const USUAL_ROWS: u16 = 10;
    let most = rect.height.min((layout.body.height / 2 + 1).max(USUAL_ROWS));
    let below = layout.footer.row.saturating_sub(last + 1);
    if below >= first {
        let height = most.min(below.max(LEAST_ROWS)).min(layout.footer.row);
        Rect { row: layout.footer.row - height, height, ..rect }
    } else {
        let height = most.min(first.max(LEAST_ROWS));
        // The header is of more use than an empty row above the words.
        let row = layout.body.row.min(first.saturating_sub(height));
        Rect { row, height, ..rect }
    }
}
