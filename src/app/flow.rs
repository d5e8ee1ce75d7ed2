//! The article as display rows, without ever wrapping more of it than is walked over.
//!
//! A place in the text is a byte offset; a row is known by where it starts. Between two paragraphs lies one blank
//! row, at the offset of the line end; within a list or a table none does. A paragraph too long to wrap at one go is cut into blocks at
//! places that depend on the text alone; the row before such a place may end early.

use crate::model::{Article, Block, Span};
use crate::text::wrap::wrap;

/// About how many bytes are wrapped at one go.
const BLOCK_BYTES: usize = 4 * 1024;

/// An article set to a width.
#[derive(Clone, Copy, Debug)]
pub struct Flow<'a> {
    pub article: &'a Article,
    pub width_cols: usize,
}

/// One row as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The part of the body in it; empty for the blank row between two paragraphs.
    pub span: Span,
    pub blank: bool,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// Columns before the text, which are free for the sign of its block.
    pub indent_cols: usize,
}

impl<'a> Flow<'a> {
    /// A walk that begins at the row which holds `offset`; none in an article without text.
    pub fn walk(self, offset: usize) -> Option<Walk<'a>> {
        let paragraphs = &self.article.paragraphs;
        let after = paragraphs.partition_point(|paragraph| paragraph.start <= offset);
        let paragraph = after.saturating_sub(1);
        let span = paragraphs.get(paragraph)?;
        let offset = offset.clamp(span.start, span.end);
        let mut block = (offset - span.start) / BLOCK_BYTES;
        // Borders move forward to the next space, so the offset may still lie in the block before.
        while block > 0 && (self.border(*span, block) > offset || self.border(*span, block) >= span.end) {
            block -= 1;
        }
        let mut walk = Walk { flow: self, paragraph, block, rows: self.rows(paragraph, block), index: 0 };
        walk.index = walk.rows.partition_point(|row| row.span.start <= offset).saturating_sub(1);
        Some(walk)
    }

    /// `count` rows from the one that holds `offset`, fewer at the end of the text.
    pub fn rows_from(self, offset: usize, count: usize) -> Vec<Row> {
        let mut rows = Vec::with_capacity(count.min(1000));
        let Some(mut walk) = self.walk(offset) else { return rows };
        while rows.len() < count {
            rows.push(walk.row());
            if !walk.forward() {
                break;
            }
        }
        rows
    }

    fn rows(self, paragraph: usize, block: usize) -> Vec<Row> {
        let paragraphs = &self.article.paragraphs;
        let whole = paragraphs[paragraph];
        let part = Span::new(self.border(whole, block), self.border(whole, block + 1));
        let indent_cols = self.indent_cols(paragraph);
        let mut rows: Vec<Row> = wrap(&self.article.body, part, self.width_cols - indent_cols)
            .into_iter()
            .map(|span| Row { span, blank: false, paragraph, indent_cols })
            .collect();
        if part.end == whole.end && self.is_apart(paragraph) {
            rows.push(Row { span: Span::empty(whole.end), blank: true, paragraph, indent_cols: 0 });
        }
        rows
    }

    /// Whether a blank row lies behind a paragraph: not within a list or a table, nor behind the last.
    fn is_apart(self, paragraph: usize) -> bool {
        let (this, next) = (self.article.block(paragraph), self.article.block(paragraph + 1));
        let is_close = match this {
            Block::Item(number) => matches!(next, Block::Item(other) if other.is_some() == number.is_some()),
            Block::Row | Block::Verbatim => this == next,
            Block::Paragraph | Block::Heading(_) | Block::Quote | Block::Caption => false,
        };
        paragraph + 1 < self.article.paragraphs.len() && !is_close
    }

    /// How far a paragraph is set in, for the sign that says what it is; not at all where there is hardly room for words.
    fn indent_cols(self, paragraph: usize) -> usize {
        const LEAST_COLS: usize = 20;
        let indent = match self.article.block(paragraph) {
            Block::Quote => 2,
            Block::Item(number) => number.map_or(2, |number| number.to_string().len() + 2),
            Block::Paragraph | Block::Heading(_) | Block::Caption | Block::Row | Block::Verbatim => 0,
        };
        if self.width_cols < LEAST_COLS { 0 } else { indent }
    }

    /// Where block number `block` of a paragraph begins.
    fn border(self, paragraph: Span, block: usize) -> usize {
        const LOOK_AHEAD: usize = 1024;
        let nominal = paragraph.start + block * BLOCK_BYTES;
        if block == 0 || nominal >= paragraph.end {
            return nominal.min(paragraph.end);
        }
        let body = &self.article.body;
        let boundary = |from: usize| (from..=paragraph.end).find(|&offset| body.is_char_boundary(offset));
        let start = boundary(nominal).unwrap_or(paragraph.end);
        let end = boundary((start + LOOK_AHEAD).min(paragraph.end)).unwrap_or(paragraph.end);
        let ahead = &body[start..end];
        ahead.find(' ').map_or(start, |space| start + space + 1)
    }
}

/// A place among the rows that can be moved up and down.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    flow: Flow<'a>,
    paragraph: usize,
    block: usize,
    rows: Vec<Row>,
    index: usize,
}

impl Walk<'_> {
    pub fn row(&self) -> Row {
        self.rows[self.index]
    }

    /// Goes one row down; says whether there was one.
    pub fn forward(&mut self) -> bool {
        if self.index + 1 < self.rows.len() {
            self.index += 1;
            return true;
        }
        let paragraphs = &self.flow.article.paragraphs;
        let whole = paragraphs[self.paragraph];
        if self.flow.border(whole, self.block + 1) < whole.end {
            self.enter(self.paragraph, self.block + 1);
        } else if self.paragraph + 1 < paragraphs.len() {
            self.enter(self.paragraph + 1, 0);
        } else {
            return false;
        }
        true
    }

    /// Goes one row up; says whether there was one.
    pub fn back(&mut self) -> bool {
        if self.index > 0 {
            self.index -= 1;
            return true;
        }
        if self.block > 0 {
            self.enter(self.paragraph, self.block - 1);
        } else if self.paragraph > 0 {
            let before = self.flow.article.paragraphs[self.paragraph - 1];
            self.enter(self.paragraph - 1, self.last_block(before));
        } else {
            return false;
        }
        self.index = self.rows.len() - 1;
        true
    }

    /// Goes up to `count` rows down, or up where `count` is negative; says how many it went.
    pub fn by(&mut self, count: isize) -> usize {
        let step = if count < 0 { Walk::back } else { Walk::forward };
        (0..count.unsigned_abs()).take_while(|_| step(self)).count()
    }

    /// Leaves a blank row, in the direction given or, at an end, the other way.
    pub fn leave_blank(&mut self, down: bool) {
        if self.row().blank && !(if down { self.forward() } else { self.back() }) {
            let _ = if down { self.back() } else { self.forward() };
        }
    }

    fn enter(&mut self, paragraph: usize, block: usize) {
        self.rows = self.flow.rows(paragraph, block);
        (self.paragraph, self.block, self.index) = (paragraph, block, 0);
    }

    fn last_block(&self, paragraph: Span) -> usize {
        let mut block = paragraph.len() / BLOCK_BYTES;
        while block > 0 && self.flow.border(paragraph, block) >= paragraph.end {
            block -= 1;
        }
        block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(paragraphs: &[String]) -> Article {
        let mut article = Article::default();
        for text in paragraphs {
            let start = article.body.len();
            article.body.push_str(text);
            article.paragraphs.push(Span::new(start, article.body.len()));
            article.body.push('\n');
        }
        article
    }

    #[test]
    fn walking_down_and_up_again_meets_the_same_rows() {
        let long = "negara dan ".repeat(3000);
        let solid = "ñ".repeat(12_000);
        let article = article(&["Satu dua tiga.".into(), long, "Empat.".into(), solid]);
        let flow = Flow { article: &article, width_cols: 13 };
        let down = flow.rows_from(0, usize::MAX);
        let mut walk = flow.walk(article.body.len()).expect("there is text");
        let mut up = vec![walk.row()];
        while walk.back() {
            up.push(walk.row());
        }
        up.reverse();
        assert_eq!(down, up);
        let text: String = down.iter().map(|row| row.span.of(&article.body)).collect();
        assert_eq!(text.len(), article.body.len() - article.paragraphs.len());
        for row in down.iter().step_by(97) {
            assert_eq!(flow.walk(row.span.start).expect("there is text").row(), *row);
        }
    }
}
