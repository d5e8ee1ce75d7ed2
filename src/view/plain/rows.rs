//! A line of text with marks in it, broken into rows where a width is wished for.

use std::io::{self, Write};

use super::{Ink, Style};
use crate::model::Span;
use crate::text::wrap::wrap;

/// Text, and which pieces of it are drawn with an ink of their own.
#[derive(Debug, Default)]
pub(super) struct Inked {
    text: String,
    /// In order, none touching another.
    pieces: Vec<(Span, Ink)>,
}

impl Inked {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn push_inked(&mut self, text: &str, ink: Ink) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push((Span::new(start, self.text.len()), ink));
    }

    /// Writes the text, in as many rows as it takes.
    pub(super) fn write(&self, style: &Style, out: &mut impl Write) -> io::Result<()> {
        let whole = Span::new(0, self.text.len());
        match style.width_cols {
            Some(width) => {
                wrap(&self.text, whole, width).into_iter().try_for_each(|row| self.write_row(row.trim(&self.text), out))
            }
            None => self.write_row(whole, out),
        }
    }

    fn write_row(&self, row: Span, out: &mut impl Write) -> io::Result<()> {
        let mut from = row.start;
        for (piece, ink) in &self.pieces {
            if let Some(part) = piece.intersect(row) {
                let before = Span::new(from, part.start).of(&self.text);
                write!(out, "{before}{}{}{}", ink.before, part.of(&self.text), ink.after)?;
                from = part.end;
            }
        }
        writeln!(out, "{}", Span::new(from, row.end).of(&self.text))
    }
}
