//! One selected row among many, and the rows in view around it.

/// Where the reader is in a list of rows of one cell height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub selected: usize,
    /// The first row in view.
    pub top: usize,
}

impl List {
    /// Selects row `index` of `len` and brings it into a view of `height` rows.
    pub fn select(&mut self, index: usize, len: usize, height: usize) {
        self.selected = index.min(len.saturating_sub(1));
        self.fit(len, height);
    }

    /// Selects the row `count` further down, or up where it is negative.
    pub fn move_by(&mut self, count: isize, len: usize, height: usize) {
        self.select(self.selected.saturating_add_signed(count), len, height);
    }

    /// Moves the view without the selection; the selection stays in view all the same.
    pub fn scroll(&mut self, count: isize, len: usize, height: usize) {
        let last_top = len.saturating_sub(height);
        self.top = self.top.saturating_add_signed(count).min(last_top);
        let last = (self.top + height).saturating_sub(1);
        self.selected = self.selected.clamp(self.top, last.max(self.top)).min(len.saturating_sub(1));
    }

    /// Brings the selection into a view of `height` rows, and shows no emptiness below the end.
    pub fn fit(&mut self, len: usize, height: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
        let lowest_top = (self.selected + 1).saturating_sub(height);
        self.top = self.top.clamp(lowest_top, self.selected.max(lowest_top)).min(len.saturating_sub(height));
    }
}
