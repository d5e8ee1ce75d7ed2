//! Names in brat's standoff format: what stands in the `.ann` beside a `.txt`.
//!
//! Offsets are code points, as brat counts them. Source: the description of the format on brat.nlplab.org.

use std::io::{self, Write};

use super::Naming;
use crate::model::Span;

/// A line `T` for each mention, numbered from 1 in the order of the text; a line `*` for each entity that has several.
pub(super) fn write(naming: &Naming, out: &mut dyn Write) -> io::Result<()> {
    let mut counter = Counter { body: &naming.article.body, byte: 0, point: 0 };
    for (index, mention) in naming.analysis.mentions.items().iter().enumerate() {
        let kind = naming.analysis.entities[mention.entity].kind.name();
        let (initial, rest) = kind.split_at(1);
        let pieces = pieces(mention.span, &naming.article.body);
        let borders: Vec<String> = pieces.iter().map(|&piece| counter.borders(piece)).collect();
        let words: Vec<&str> = pieces.iter().map(|piece| piece.of(&naming.article.body)).collect();
        let (borders, words) = (borders.join(";"), words.join(" "));
        writeln!(out, "T{}\t{}{rest} {borders}\t{words}", index + 1, initial.to_uppercase())?;
    }
    for id in naming.entities() {
        let mentions = &naming.analysis.entities[id].mentions;
        if mentions.len() > 1 {
            let numbers: Vec<String> = mentions.iter().map(|id| format!("T{}", id.index() + 1)).collect();
            writeln!(out, "*\tAlias {}", numbers.join(" "))?;
        }
    }
    Ok(())
}

/// The parts of `span` between line ends and tabs, which no line of the format may hold.
fn pieces(span: Span, body: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut at = span.start;
    for piece in span.of(body).split(['\n', '\r', '\t']) {
        pieces.extend(Some(Span::new(at, at + piece.len()).trim(body)).filter(|piece| !piece.is_empty()));
        at += piece.len() + 1;
    }
    pieces
}

/// Counts code points on from where it was asked last: mentions may nest, but begin in order.
struct Counter<'a> {
    body: &'a str,
    byte: usize,
    point: usize,
}

impl Counter<'_> {
    fn borders(&mut self, piece: Span) -> String {
        // Pieces of a mention that nests in another's may lie before the last one.
        if piece.start < self.byte {
            self.point -= Span::new(piece.start, self.byte).of(self.body).chars().count();
        } else {
            self.point += Span::new(self.byte, piece.start).of(self.body).chars().count();
        }
        self.byte = piece.start;
        format!("{} {}", self.point, self.point + piece.of(self.body).chars().count())
    }
}
