//! Where everything stands on the screen: rectangles from a size and what the reader looks at.
//!
//! Pure geometry. Painting, scrolling and the mouse all ask the same layout, so that a click lands on what is
//! drawn there. It knows nothing of what the panes hold.

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    pub column: u16,
    pub row: u16,
    pub width: u16,
    pub height: u16,
}

impl Rect {
    pub fn new(column: u16, row: u16, width: u16, height: u16) -> Rect {
        Rect { column, row, width, height }
    }

    pub fn contains(self, column: u16, row: u16) -> bool {
        (self.column..self.column.saturating_add(self.width)).contains(&column)
            && (self.row..self.row.saturating_add(self.height)).contains(&row)
    }

    /// The rectangle of at most `width` by `height` in the middle of this one.
    pub fn centred(self, width: u16, height: u16) -> Rect {
        let (width, height) = (width.min(self.width), height.min(self.height));
        Rect::new(self.column + (self.width - width) / 2, self.row + (self.height - height) / 2, width, height)
    }

    /// Without its outermost cells.
    pub fn inner(self) -> Rect {
        Rect::new(
            self.column.saturating_add(1),
            self.row.saturating_add(1),
            self.width.saturating_sub(2),
            self.height.saturating_sub(2),
        )
    }
}

/// The parts of the screen that can be read and walked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Article,
    Timeline,
    Names,
    Sources,
    /// The sections of the library.
    Sections,
    /// The list of its articles.
    Articles,
    /// A look into the selected one.
    Preview,
}

impl Pane {
    /// The panes of an article.
    pub const READING: [Pane; 4] = [Pane::Article, Pane::Timeline, Pane::Names, Pane::Sources];
    /// The panes of the library.
    pub const LIBRARY: [Pane; 3] = [Pane::Sections, Pane::Articles, Pane::Preview];

    pub fn is_library(self) -> bool {
        Pane::LIBRARY.contains(&self)
    }

    /// The panes that are shown together with it.
    pub fn siblings(self) -> &'static [Pane] {
        if self.is_library() { &Pane::LIBRARY } else { &Pane::READING }
    }
}

/// What decides the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wishes {
    pub width: u16,
    pub height: u16,
    /// The pane that takes the keys.
    pub focus: Pane,
    /// What stands beside the article where there is room for one pane.
    pub companion: Pane,
    /// What the third column shows: `Names` or `Sources`.
    pub side: Pane,
    /// The article alone.
    pub zen: bool,
    /// The widest that text is set, in columns.
    pub measure_cols: u16,
}

/// A pane and where it is; its title stands in the row above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub pane: Pane,
    pub rect: Rect,
}

/// The screen cut into rectangles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub screen: Rect,
    /// Zero to two rows at the top.
    pub header: Rect,
    /// The row of titles or tabs; no height where there is no room.
    pub titles: Rect,
    /// All panes together.
    pub body: Rect,
    pub panes: Vec<Placed>,
    /// One row at the bottom, or none.
    pub footer: Rect,
    /// One pane at a time, the others reached by tabs.
    pub tabbed: bool,
}

/// Three columns from here.
pub const THREE_COLUMNS: u16 = 140;
/// Two columns from here, for an article.
pub const TWO_COLUMNS: u16 = 80;
/// Two columns from here, for the library: with fewer its list could not tell the outlets.
const LIBRARY_TWO_COLUMNS: u16 = 100;

impl Layout {
    pub fn new(wishes: Wishes) -> Layout {
        let Wishes { width, height, zen, .. } = wishes;
        let zen = zen && !wishes.focus.is_library();
        let header = match height {
            _ if zen => 0,
            0..6 => 0,
            6..30 => 1,
            _ => 2,
        };
        let titles = u16::from(height >= 8 && !zen);
        let footer = u16::from(height >= 4);
        let body = Rect::new(0, header + titles, width, height - header - titles - footer);
        let widths = column_widths(wishes);
        Layout {
            screen: Rect::new(0, 0, width, height),
            header: Rect::new(0, 0, width, header),
            titles: Rect::new(0, header, width, titles),
            body,
            tabbed: widths.len() == 1 && !zen,
            panes: place(&widths, body),
            footer: Rect::new(0, height - footer, width, footer),
        }
    }

    /// Where `pane` is, if it can be seen.
    pub fn rect(&self, pane: Pane) -> Option<Rect> {
        self.panes.iter().find(|placed| placed.pane == pane).map(|placed| placed.rect)
    }

    /// Where `pane` is, or would be if it were chosen.
    pub fn rect_or_body(&self, pane: Pane) -> Rect {
        self.rect(pane).unwrap_or(self.body)
    }

    /// The pane under a cell.
    pub fn pane_at(&self, column: u16, row: u16) -> Option<Placed> {
        self.panes.iter().copied().find(|placed| placed.rect.contains(column, row))
    }

    /// Where something of this size is laid over the panes.
    pub fn overlay(&self, width: u16, height: u16) -> Rect {
        let above_footer = Rect::new(0, 0, self.screen.width, self.screen.height - self.footer.height);
        above_footer.centred(width, height)
    }
}

impl Layout {
    /// The panes whose titles stand over each column: where panes share a column, all that it can show.
    pub fn tabs(&self) -> Vec<(Rect, Vec<Pane>)> {
        let share = |pane: Pane| match (pane, self.panes.len()) {
            (pane, 1) => pane.siblings().to_vec(),
            (Pane::Articles, _) => vec![Pane::Articles],
            (Pane::Sections | Pane::Preview, 2) => vec![Pane::Sections, Pane::Preview],
            (Pane::Sections | Pane::Preview, _) => vec![pane],
            (Pane::Article, _) => vec![Pane::Article],
            (_, 2) => vec![Pane::Timeline, Pane::Names, Pane::Sources],
            (Pane::Timeline, _) => vec![Pane::Timeline],
            _ => vec![Pane::Names, Pane::Sources],
        };
        let over = |rect: Rect| Rect { row: self.titles.row, height: self.titles.height, ..rect };
        self.panes.iter().map(|placed| (over(placed.rect), share(placed.pane))).collect()
    }
}

/// The panes side by side with the columns each gets, from left to right.
fn column_widths(wishes: Wishes) -> Vec<(Pane, u16)> {
    let Wishes { width, focus, companion, side, .. } = wishes;
    // The margins of the text: two cells at its left, two at its right.
    let article = wishes.measure_cols.saturating_add(4);
    if wishes.focus.is_library() {
        library_widths(width, focus)
    } else if wishes.zen {
        vec![(Pane::Article, width)]
    } else if width >= THREE_COLUMNS {
        let side_width = (width / 6).clamp(26, 36);
        let article = article.clamp(40, (width - side_width - 2).saturating_sub(46));
        vec![(Pane::Article, article), (Pane::Timeline, width - article - side_width - 2), (side, side_width)]
    } else if width >= TWO_COLUMNS {
        let article = article.clamp(36, width * 58 / 100);
        vec![(Pane::Article, article), (companion, width - article - 1)]
    } else {
        vec![(focus, width)]
    }
}

/// The list of articles, with as much beside it as there is room for.
fn library_widths(width: u16, focus: Pane) -> Vec<(Pane, u16)> {
    const SECTIONS: u16 = 24;
    if width >= THREE_COLUMNS {
        let list = (width - SECTIONS - 2) * 55 / 100;
        vec![(Pane::Sections, SECTIONS), (Pane::Articles, list), (Pane::Preview, width - SECTIONS - list - 2)]
    } else if width < LIBRARY_TWO_COLUMNS {
        vec![(focus, width)]
    } else if focus == Pane::Sections {
        vec![(Pane::Sections, SECTIONS), (Pane::Articles, width - SECTIONS - 1)]
    } else {
        let list = width * 58 / 100;
        vec![(Pane::Articles, list), (Pane::Preview, width - list - 1)]
    }
}

/// Columns with one cell between them.
fn place(widths: &[(Pane, u16)], body: Rect) -> Vec<Placed> {
    let mut column = body.column;
    widths
        .iter()
        .map(|&(pane, width)| {
            let rect = Rect::new(column, body.row, width, body.height);
            column += width + 1;
            Placed { pane, rect }
        })
        .collect()
}

/// The text of the article within its pane: room for a mark at the left and for the minimap at the right.
pub fn text_area(pane: Rect, measure_cols: u16) -> Rect {
    let margins = if pane.width >= 16 { 4 } else { 0 };
    let width = measure_cols.min(pane.width - margins);
    // A pane much wider than the text (zen) has it in the middle.
    let spare = pane.width - margins - width;
    Rect::new(pane.column + margins / 2 + spare / 2, pane.row, width, pane.height)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn panes_fill_the_screen_side_by_side(width in 0_u16..400, height in 0_u16..100, measure_cols in 20_u16..200, zen: bool) {
            let (focus, companion, side) = (Pane::Timeline, Pane::Names, Pane::Sources);
            let layout = Layout::new(Wishes { width, height, focus, companion, side, zen, measure_cols });
            let used: u16 = layout.panes.iter().map(|placed| placed.rect.width).sum();
            prop_assert_eq!(used + layout.panes.len() as u16 - 1, width);
            let rows = layout.header.height + layout.titles.height + layout.body.height + layout.footer.height;
            prop_assert_eq!(rows, height);
        }
    }
}
