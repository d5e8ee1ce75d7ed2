//! Pages made of printed ones, in which each line is an element: lines to paragraphs.
//!
//! Lines of printed letters differ in how many letters they hold, so that the width of plain text is no guide here; that many
//! lines begin with a small letter is, for neither paragraphs nor headlines do.

use super::text::Text;
use crate::model::{Block, Span};

/// Wider lines are paragraphs.
const WIDEST_BYTES: usize = 120;
const LEAST_LINES: usize = 8;

/// `text` with such lines joined, if it has them.
pub(super) fn joined(mut text: Text) -> Text {
    if !is_wrapped(&text) {
        return text;
    }
    let widest = text.paragraphs.iter().map(|it| Span::len(*it)).max().unwrap_or_default();
    let mut out = Text::default();
    let mut before: Option<Span> = None;
    let mut joints = Vec::new();
    for (&span, &block) in text.paragraphs.iter().zip(&text.blocks) {
        let goes_on = |last: Span| {
            let is_full = Span::len(last) * 10 >= widest * 7;
            let line = last.of(&text.body);
            // What is in capitals is set apart.
            begins_small(span.of(&text.body)) || is_full && !ends(line) && line.contains(char::is_lowercase)
        };
        match out.paragraphs.last_mut() {
            Some(paragraph) if block == Block::Paragraph && before.is_some_and(goes_on) => {
                joints.push(paragraph.end);
                paragraph.end = span.end;
            }
            _ => {
                out.paragraphs.push(span);
                out.blocks.push(block);
            }
        }
        before = (block == Block::Paragraph).then_some(span);
    }
    // The end of a line is as long as the space that takes its place.
    joints.into_iter().for_each(|at| text.body.replace_range(at..=at, " "));
    Text { body: text.body, links: text.links, ..out }
}

/// Whether the paragraphs of `text` are but lines.
fn is_wrapped(text: &Text) -> bool {
    let lines: Vec<&str> = text.paragraphs.iter().map(|it| it.of(&text.body)).collect();
    let is_narrow = lines.iter().all(|line| line.len() <= WIDEST_BYTES);
    let small = lines.iter().filter(|line| begins_small(line)).count();
    lines.len() >= LEAST_LINES && is_narrow && small * 4 >= lines.len() && text.links.is_empty()
}

fn begins_small(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
}

fn ends(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::html::fragment;

    #[test]
    fn lines_become_paragraphs() {
        let lines = [
            "SIARAN PERS",
            "Kendari, 18 November 2025 - Direktorat Kepolisian Perairan",
            "dan Udara menggagalkan penyelundupan 2,4 ton sirip hiu",
            "kering pada Senin malam.",
            "Petugas curiga karena karung yang seharusnya ringan membuat",
            "truk berjalan miring.",
            "Dua orang telah ditetapkan sebagai tersangka. Keduanya",
            "dijerat Undang-Undang Perikanan.",
        ];
        let page: String = lines.iter().map(|line| format!("<div>{line}</div>")).collect();
        let text = joined(fragment(&page, None));
        let found: Vec<usize> = text.paragraphs.iter().map(|it| it.of(&text.body).split(' ').count()).collect();
        assert_eq!(found, [2, 20, 11, 10], "{}", text.body);
        let headlines = fragment(&"<div>Bupati Resmikan Jembatan Gantung Baru</div>".repeat(9), None);
        assert_eq!(joined(headlines.clone()), headlines);
    }
}
